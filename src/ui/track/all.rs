//! Every target at once: what each would need, shown before it is set.

use eframe::egui::{Align, Id, Key, Label, Layout, Modal, RichText, ScrollArea, Ui};
use egui_extras::{Column, TableBuilder, TableRow};

use crate::analysis::feasibility::present;
use crate::analysis::observed_rates;
use crate::analysis::solver::{ReachedAll, TargetOutcome};
use crate::model::ParameterKind;
use crate::plan::{Plan, TargetIx};
use crate::session::{Command, Document, JobKey, Session, TrackCommand};
use crate::text::{Language, Message, say, say_with};
use crate::ui::standing::mark;
use crate::ui::theme::Colours;
use crate::ui::{focus_first, working};
use crate::wording::{self, parameter_in_words, promise, short_target_in_words, value_in_words, verdict};

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
    let (words, is_beyond) = outcome(document, target, attempt, language);
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
        wording::parameter_value(plan, parameter, rate, None, language)
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

/// What is said of a target and its rate, and whether that rate lies beyond anything observed.
fn outcome(document: &Document, ix: TargetIx, attempt: &TargetOutcome, language: Language) -> (String, bool) {
    let (plan, projection) = (document.plan(), document.projection());
    let (said, is_beyond) = match attempt {
        TargetOutcome::AlreadyMet => {
            let promised = promise(plan.get(ix.indicator), plan.target(ix), language);
            let found = document.evaluation().assessment(ix);
            let said = found.map_or_else(String::new, |found| verdict(plan, found, &promised, language));
            (said, false)
        }
        TargetOutcome::Failed(why) => (wording::unsolvable(plan, why, language).say(language), false),
        TargetOutcome::Solved(answer) => {
            let lever = answer.request.parameter.indicator;
            let observed = observed_rates(plan, document.scenario(), projection, lever);
            let is_rate = answer.request.parameter.kind == ParameterKind::Rate && !answer.is_factor();
            let is_beyond = is_rate && observed.is_some_and(|observed| observed.is_beyond(answer.value));
            let beside = is_rate
                .then(|| wording::beside_observed(plan, lever, answer.value, observed.as_ref(), language));
            let stopped = answer.stopped_by.as_ref().map(|stop| {
                Message::new("reach-all-nearest")
                    .with("reason", wording::stop(plan, stop, language))
                    .say(language)
            });
            (joined(stopped.into_iter().chain(beside), language), is_beyond)
        }
    };
    let behind = wording::data_behind(plan, projection, ix, language);
    let all = [said].into_iter().chain(behind).filter(|said| !said.is_empty());
    (joined(all, language), is_beyond)
}

/// Several remarks, one after the other.
fn joined(remarks: impl Iterator<Item = String>, language: Language) -> String {
    remarks
        .reduce(|words, more| say_with(language, "words-apart", &[("words", &words), ("more", &more)]))
        .unwrap_or_default()
}
