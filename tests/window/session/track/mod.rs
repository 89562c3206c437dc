//! A plan under way in the session: actuals typed, pasted and imported, years left set, goal-seek, the map.

mod actuals;
mod goals;
mod map;
mod tables;
mod years_left;

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use planpath::analysis::RateRule;
use planpath::analysis::solver::{SolveMode, TargetOutcome};
use planpath::model::{Required, Standing, Status};
use planpath::plan::{IndicatorIx, TargetIx};
use planpath::scenario::import::{CellContent, Choice, FigureKind};
use planpath::scenario::{Actual, Confidence, Rates, SeriesInfo};
use planpath::session::{
    ActualsCommand, Command, DocumentSource, ImportCommand, JobKey, MapAxis, PathUse, Phase, Screen, Session,
    TrackCommand, TrackPage,
};
use planpath::text::{Language, LocalizedText, WebAddress};
use rust_xlsxwriter::Workbook;

/// A session with the built-in example of this id.
fn session(example: &'static str) -> Session {
    let mut session = crate::on_plan(
        Session::new(Language::English, Arc::new(|| ())).expect("the default example is sound"),
    );
    session.apply(Command::OpenExample(example));
    assert_eq!(session.document().source(), &DocumentSource::Example(example));
    apply(&mut session, Command::ShowScreen(Screen::Track));
    session
}

fn mid_term() -> Session {
    session("mid-term-2013")
}

fn ix(session: &Session, id: &str) -> IndicatorIx {
    session.document().plan().find(id).expect(id)
}

fn target(session: &Session, id: &str) -> TargetIx {
    session.document().plan().find_target(id).expect(id)
}

/// Runs a command, including its work on other threads.
fn apply(session: &mut Session, command: Command) {
    session.apply(command);
    session.wait_for_jobs();
}

fn track(session: &mut Session, command: TrackCommand) {
    apply(session, Command::Track(command));
}

fn actuals(session: &mut Session, command: ActualsCommand) {
    apply(session, Command::Actuals(command));
}

fn type_into(session: &mut Session, id: &str, year: i32, text: &str) {
    let indicator = ix(session, id);
    actuals(
        session,
        ActualsCommand::Type {
            indicator,
            year,
            text: text.to_owned(),
        },
    );
}

fn paste(session: &mut Session, text: &str, at: Option<(&str, i32)>) {
    let at = at.map(|(id, year)| (ix(session, id), year));
    actuals(
        session,
        ActualsCommand::Paste {
            text: text.to_owned(),
            at,
        },
    );
}

fn given(session: &Session, id: &str, year: i32) -> Vec<Actual> {
    session.given(ix(session, id), year)
}

fn rates(session: &Session, id: &str) -> Option<Rates> {
    session.document().scenario().rates.get(ix(session, id)).cloned()
}

fn level(session: &Session, id: &str, step: usize) -> f64 {
    session.document().projection().levels(ix(session, id)).unwrap()[step]
}

fn steps(session: &Session) -> usize {
    session.document().history().position()
}

#[track_caller]
fn close(found: f64, expected: f64) {
    assert!(
        (found - expected).abs() <= 1e-9 * expected.abs().max(1.0),
        "{found} is not {expected}"
    );
}

fn set(session: &mut Session, id: &str, rate: f64) {
    let lever = ix(session, id);
    session.apply(Command::SetRates {
        lever,
        rates: Rates::Constant(rate),
        phase: Phase::Done,
    });
}
