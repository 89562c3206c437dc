//! Every target at once: what each would need, shown before it is set.

use eframe::egui::{Align, Id, Key, Label, Layout, Modal, RichText, ScrollArea, Ui};
use egui_extras::{Column, TableBuilder};

use crate::analysis::solver::{ReachedAll, TargetOutcome};
use crate::plan::{Plan, TargetIx};
use crate::session::{Command, Document, JobKey, Session, TrackCommand};
use crate::text::{Language, Message, say};
use crate::ui::standing::mark;
use crate::ui::theme::Colours;
use crate::ui::{focus_first, working};
use crate::wording::{self, parameter_in_words, promise, target_in_words, value_in_words, verdict};

/// Height of a row and widths of columns, in points.
const ROW: f32 = 20.0;
const TARGET: f32 = 230.0;
const LEVER: f32 = 230.0;

pub(super) fn draw(ui: &Ui, session: &Session, send: &mut Vec<Command>) {
    if !session.shows_reach_all() {
        return;
    }
    let language = session.view().language;
    let window = ui.ctx().content_rect();
    Modal::new(Id::unique("reach all")).show(ui.ctx(), |ui| {
        ui.set_width((window.width() - 60.0).min(760.0));
        ui.horizontal(|ui| {
            ui.strong(say(language, "track-reach-all"));
            working::note(ui, language, session.is_at_work(JobKey::ReachAll));
        });
        let found = session.reached_all();
        let solved = found.map_or(0, |all| proposal(ui, session, all, window.height() - 200.0));
        ui.add_space(6.0);
        answers(ui, session, solved > 0, send);
    });
}

/// Counts, and the table of targets; returns how many can be reached.
fn proposal(ui: &mut Ui, session: &Session, all: &ReachedAll, height: f32) -> usize {
    let language = session.view().language;
    let count = |wanted: &dyn Fn(TargetIx, &TargetOutcome) -> bool| {
        all.attempts
            .iter()
            .filter(|(ix, attempt)| wanted(*ix, attempt))
            .count()
    };
    let document = session.document();
    let is_assumed = |ix: TargetIx| {
        let found = document.evaluation().assessment(ix);
        found.is_some_and(|assessment| !assessment.is_judged())
    };
    let solved = count(&|_, attempt| matches!(attempt, TargetOutcome::Solved(answer) if answer.is_reached()));
    let met = count(&|ix, attempt| *attempt == TargetOutcome::AlreadyMet && !is_assumed(ix));
    let assumed = count(&|ix, attempt| *attempt == TargetOutcome::AlreadyMet && is_assumed(ix));
    let summary = Message::new("reach-all-counts")
        .with("met", met)
        .with("assumed", assumed)
        .with("solved", solved)
        .with("rest", all.attempts.len() - met - assumed - solved);
    ui.add(Label::new(summary.say(language)).wrap());
    ui.add_space(4.0);
    table(ui, document, all, height.max(120.0), language);
    solved
}

fn answers(ui: &mut Ui, session: &Session, has_found: bool, send: &mut Vec<Command>) {
    let language = session.view().language;
    let can_be_set = has_found && session.is_reach_all_current();
    ui.horizontal(|ui| {
        let apply = ui
            .add_enabled_ui(can_be_set, |ui| ui.button(say(language, "seek-set")))
            .inner;
        let cancel = ui.button(say(language, "answer-cancel"));
        // Until there is something to set, Enter does nothing.
        if !session.is_at_work(JobKey::ReachAll) {
            focus_first(ui, if can_be_set { &apply } else { &cancel });
        }
        if apply.clicked() {
            send.push(Command::Track(TrackCommand::TakeReachAll));
        }
        if cancel.clicked() || ui.input(|input| input.key_pressed(Key::Escape)) {
            send.push(Command::Track(TrackCommand::ShowReachAll(false)));
        }
    });
}

/// What is to be set first, then what is met already; each in the plan's order.
fn table(ui: &mut Ui, document: &Document, all: &ReachedAll, height: f32, language: Language) {
    let plan = document.plan();
    let is_met = |attempt: &TargetOutcome| *attempt == TargetOutcome::AlreadyMet;
    let (met, open): (Vec<_>, Vec<_>) = all.attempts.iter().partition(|(_, attempt)| is_met(attempt));
    let rows: Vec<_> = open.into_iter().chain(met).collect();
    ScrollArea::horizontal()
        .auto_shrink([false, true])
        .show(ui, |ui| {
            TableBuilder::new(ui)
                .id_salt("attempts")
                .striped(true)
                .max_scroll_height(height)
                .auto_shrink([false, true])
                .cell_layout(Layout::left_to_right(Align::Center))
                .column(Column::exact(TARGET).clip(true))
                .column(Column::exact(LEVER).clip(true))
                .column(Column::remainder().at_least(220.0).clip(true))
                .body(|body| {
                    body.rows(ROW, rows.len(), |mut row| {
                        let (target, attempt) = rows[row.index()];
                        let name = target_in_words(plan, *target, language);
                        row.col(|ui| {
                            ui.add(Label::new(RichText::new(name).small()).truncate());
                        });
                        row.col(|ui| match document.evaluation().assessment(*target) {
                            Some(found) if *attempt == TargetOutcome::AlreadyMet => {
                                mark(ui, found);
                            }
                            _ => lever(ui, plan, attempt, language),
                        });
                        row.col(|ui| {
                            let words = RichText::new(outcome(document, *target, attempt, language)).small();
                            ui.add(Label::new(words).truncate());
                        });
                    });
                });
        });
}

/// The rates turned, with a sign for the outcome.
fn lever(ui: &mut Ui, plan: &Plan, attempt: &TargetOutcome, language: Language) {
    let colours = Colours::of(ui);
    let (sign, colour) = match attempt {
        TargetOutcome::AlreadyMet => ("✔", colours.met),
        TargetOutcome::Solved(answer) if answer.is_reached() => ("→", colours.scenario),
        TargetOutcome::Solved(_) => ("✘", colours.missed),
        TargetOutcome::Failed(_) => ("–", colours.unknown),
    };
    let name = match attempt {
        TargetOutcome::Solved(answer) => parameter_in_words(plan, answer.request.parameter, language),
        TargetOutcome::AlreadyMet | TargetOutcome::Failed(_) => String::new(),
    };
    let text = RichText::new(format!("{sign} {name}")).small().color(colour);
    ui.add(Label::new(text).truncate());
}

/// What it takes, or what prevents it.
fn outcome(document: &Document, ix: TargetIx, attempt: &TargetOutcome, language: Language) -> String {
    let plan = document.plan();
    match attempt {
        TargetOutcome::AlreadyMet => {
            let promised = promise(plan.get(ix.indicator), plan.target(ix), language);
            let found = document.evaluation().assessment(ix);
            found.map_or_else(String::new, |found| verdict(plan, found, &promised, language))
        }
        TargetOutcome::Failed(why) => wording::unsolvable(plan, why, language).say(language),
        TargetOutcome::Solved(answer) => {
            let value = value_in_words(plan, answer, None, language);
            match &answer.stopped_by {
                None => value,
                Some(stop) => Message::new("reach-all-nearest")
                    .with("value", value)
                    .with("reason", wording::stop(plan, stop, language))
                    .say(language),
            }
        }
    }
}
