//! Every target at once: what each would need, shown before it is set.

use eframe::egui::{Align, Id, Key, Label, Layout, Modal, RichText, ScrollArea, Ui};
use egui_extras::{Column, TableBuilder, TableRow};

use crate::analysis::feasibility::present;
use crate::analysis::solver::{ReachedAll, TargetOutcome};
use crate::plan::{Plan, TargetIx};
use crate::session::{Command, Document, JobKey, Session, TrackCommand};
use crate::text::{Language, say};
use crate::ui::standing::mark;
use crate::ui::theme::Colours;
use crate::ui::{focus_first, working};
use crate::wording::{
    parameter_in_words, parameter_value, reach_all_counts, reach_all_remark, short_target_in_words,
    value_in_words,
};

/// Height of a row and widths of columns, in points.
const ROW: f32 = 20.0;
const HEADER: f32 = 20.0;
const TARGET: f32 = 170.0;
const LEVER: f32 = 190.0;
const RATE: f32 = 136.0;

pub(super) fn draw(ui: &Ui, session: &Session, send: &mut Vec<Command>) {
    if !session.shows_reach_all() {
        return;
    }
    let language = session.view().language;
    let window = ui.ctx().content_rect();
    Modal::new(Id::unique("reach all")).show(ui.ctx(), |ui| {
        ui.set_width((window.width() - 60.0).min(1080.0));
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
    let document = session.document();
    let counts = reach_all_counts(all, document.evaluation(), language);
    ui.add(Label::new(counts).wrap());
    ui.add_space(4.0);
    table(ui, document, all, height.max(120.0), language);
    all.reached()
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
    let is_met = |attempt: &TargetOutcome| *attempt == TargetOutcome::AlreadyMet;
    let (met, open): (Vec<_>, Vec<_>) = all.attempts.iter().partition(|(_, attempt)| is_met(attempt));
    let rows: Vec<_> = open.into_iter().chain(met).collect();
    let headings = [
        "reach-all-target",
        "reach-all-lever",
        "reach-all-now",
        "reach-all-new",
        "reach-all-remark",
    ];
    ScrollArea::horizontal()
        .auto_shrink([false, true])
        .show(ui, |ui| {
            TableBuilder::new(ui)
                .id_salt("attempts")
                .striped(true)
                .max_scroll_height(height - HEADER)
                .auto_shrink([false, true])
                .cell_layout(Layout::left_to_right(Align::Center))
                .column(Column::exact(TARGET).clip(true))
                .column(Column::exact(LEVER).clip(true))
                .columns(Column::exact(RATE).clip(true), 2)
                .column(Column::remainder().at_least(220.0).clip(true))
                .header(HEADER, |mut row| {
                    for id in headings {
                        row.col(|ui| {
                            let text = RichText::new(say(language, id)).small();
                            ui.label(text.color(Colours::of(ui).text_weak));
                        });
                    }
                })
                .body(|body| {
                    body.rows(ROW, rows.len(), |mut row| {
                        let (target, attempt) = rows[row.index()];
                        fill(&mut row, document, (*target, attempt), language);
                    });
                });
        });
}

/// One target: its lever, the rate now and the new one, and what is said of them.
fn fill(
    row: &mut TableRow<'_, '_>,
    document: &Document,
    (target, attempt): (TargetIx, &TargetOutcome),
    language: Language,
) {
    let plan = document.plan();
    let cell = |ui: &mut Ui, text: &str, is_marked: bool| {
        let colours = Colours::of(ui);
        let ink = if is_marked {
            colours.text
        } else {
            colours.text_weak
        };
        let shown = ui.add(Label::new(RichText::new(text).small().color(ink)).truncate());
        shown.on_hover_text(text);
    };
    row.col(|ui| cell(ui, &short_target_in_words(plan, target, language), true));
    row.col(|ui| match document.evaluation().assessment(target) {
        Some(found) if *attempt == TargetOutcome::AlreadyMet => {
            mark(ui, found);
        }
        _ => lever(ui, plan, attempt, language),
    });
    let (now, new) = rates(document, attempt, language);
    row.col(|ui| cell(ui, &now, false));
    row.col(|ui| cell(ui, &new, true));
    let (scenario, evaluation) = (document.scenario(), document.evaluation());
    let (words, is_beyond) = reach_all_remark(plan, scenario, evaluation, (target, attempt), language);
    row.col(|ui| cell(ui, &words, is_beyond));
}

/// The rate turned as it is now, and as it would be.
fn rates(document: &Document, attempt: &TargetOutcome, language: Language) -> (String, String) {
    let TargetOutcome::Solved(answer) = attempt else {
        return (String::new(), String::new());
    };
    let (plan, scenario, projection) = (document.plan(), document.scenario(), document.projection());
    let parameter = answer.request.parameter;
    let now = present(plan, scenario, projection, parameter).map_or_else(String::new, |rate| {
        parameter_value(plan, parameter, rate, None, language)
    });
    (now, value_in_words(plan, answer, None, language))
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
    let shown = ui.add(Label::new(text).truncate());
    shown.on_hover_text(name);
}
