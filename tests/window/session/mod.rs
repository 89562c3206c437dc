//! The session driven as the window drives it, without a window.

mod analyses;
mod annotating;
mod charts;
mod clipboard;
mod comparing;
mod decompose;
mod editing;
mod files;
#[cfg(target_os = "linux")]
mod history;
mod leaving;
mod previews;
mod reporting;
mod track;
mod uncertainty;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use planpath::plan::IndicatorIx;
use planpath::scenario::{Confidence, EXAMPLES, Rates, load, read_text};
use planpath::session::{
    Command, DocumentId, DocumentSource, Effect, JobKey, Page, PathUse, Phase, Prompt, PromptAnswer, Session,
    TrackCommand, TrackPage,
};
use planpath::text::Language;
use planpath::wording::differences;
use tempfile::TempDir;

fn session() -> Session {
    crate::on_plan(Session::new(Language::English, Arc::new(|| ())).expect("the default example is sound"))
}

fn lever(session: &Session, id: &str) -> IndicatorIx {
    session.document().plan().find(id).expect(id)
}

fn set(session: &mut Session, id: &str, rate: f64, phase: Phase) {
    let lever = lever(session, id);
    session.apply(Command::SetRates {
        lever,
        rates: Rates::Constant(rate),
        phase,
    });
}

fn rate(session: &Session, id: &str) -> Option<Rates> {
    session
        .document()
        .scenario()
        .rates
        .get(lever(session, id))
        .cloned()
}

/// A folder with one example saved in it under `name`.
fn folder_with(name: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios/mid-term-2013.ron");
    fs::copy(example, &path).unwrap();
    (folder, path)
}

fn opened(path: &Path) -> Session {
    let mut session = session();
    session.apply(Command::OpenPath(path.to_owned()));
    session.wait_for_jobs();
    assert!(
        session.notices().is_empty(),
        "{}",
        session.notices()[0].details(Language::English)
    );
    session
}
