//! One target in detail: its progress, its path, and ways to set the years left.

use eframe::egui::{Button, Frame, Label, Margin, RichText, ScrollArea, Stroke, Ui, Vec2, vec2};

use super::{odds, seek};
use crate::analysis::RateRule;
use crate::figure::{Chart, Mode, Path, Role, tone, tracking, trajectory};
use crate::model::{Origin, Required};
use crate::plan::{IndicatorIx, TargetIx};
use crate::session::{Command, JobKey, Session, TrackCommand};
use crate::text::say;
use crate::ui::charts;
use crate::ui::pieces::{SMALL, line};
use crate::ui::standing::ink;
use crate::ui::theme::Colours;
use crate::ui::working;
use crate::wording::{
    self, ChangeTerms, in_unit, origin, outcome_in_words, progress_in_words, rate_in_words,
    required_in_words, target_in_words,
};

/// The width of the controls beside the charts, in points.
const CONTROLS: f32 = 345.0;
/// The height of a stacked chart, in points.
const CHART: f32 = 220.0;
const GAP: f32 = 8.0;

/// Two charts and the controls, side by side.
pub(super) fn beside(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let Some(ix) = session.tracked() else {
        return nothing(ui, session);
    };
    heading(ui, session, ix);
    let charts = both(session, ix);
    legend(ui, session, &charts);
    ui.spacing_mut().item_spacing.x = GAP;
    let height = ui.available_height();
    let controls = CONTROLS.min(ui.available_width() * 0.36);
    let chart = vec2((ui.available_width() - controls - 2.0 * GAP) / 2.0, height);
    ui.horizontal_top(|ui| {
        cards(ui, session, &charts, chart, send);
        ui.allocate_ui(vec2(controls, height), |ui| {
            ui.vertical(|ui| {
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                    ui.set_max_width(ui.available_width() - 10.0);
                    controls_of(ui, session, ix, send);
                    crate::ui::column::keep_focus_in_sight(ui);
                });
            });
        });
    });
}

/// The same, one below the other.
pub(super) fn stacked(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let Some(ix) = session.tracked() else {
        return nothing(ui, session);
    };
    heading(ui, session, ix);
    controls_of(ui, session, ix, send);
    let charts = both(session, ix);
    legend(ui, session, &charts);
    let size = vec2(ui.available_width(), CHART);
    cards(ui, session, &charts, size, send);
}

fn nothing(ui: &mut Ui, session: &Session) {
    ui.label(say(session.view().language, "track-no-targets"));
}

/// The target's name and standing, and the ledger in a sentence.
fn heading(ui: &mut Ui, session: &Session, ix: TargetIx) {
    let language = session.view().language;
    let plan = session.document().plan();
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(target_in_words(plan, ix, language)).strong());
        let evaluation = session.document().evaluation();
        if !evaluation.has_numbers(ix.indicator) {
            let colour = Colours::of(ui).missed;
            ui.label(RichText::new(say(language, "lever-no-number")).color(colour));
            return;
        }
        if let Some(ledger) = session.ledger_of(ix) {
            let standing = ledger.standing();
            let colour = Colours::of(ui).status(tone(standing));
            let text = format!(
                "{} {}",
                standing.sign(),
                say(language, wording::standing(standing))
            );
            ui.label(RichText::new(text).color(colour));
            // A label without text would send the next one back to the start of the line.
            let (projection, decimals) = (evaluation.projection(), session.view().decimals);
            if let Some(sentence) = progress_in_words(plan, projection, ledger, decimals, language) {
                ui.label(RichText::new(sentence).color(Colours::of(ui).text_weak));
            }
        }
        if let Some(assessment) = evaluation.assessment(ix) {
            let outcome = outcome_in_words(plan, assessment, language);
            ui.label(RichText::new(outcome).color(ink(Colours::of(ui), assessment)));
        }
        if let Some(told) = odds::told(session, ix, language) {
            ui.label(told);
        }
    });
}

/// Official progress, and levels.
fn both(session: &Session, ix: TargetIx) -> [Chart; 2] {
    [Mode::Progress, Mode::Level].map(|mode| chart(session, ix, mode))
}

/// The legend of both charts.
fn legend(ui: &mut Ui, session: &Session, charts: &[Chart; 2]) {
    let fuller = charts.iter().max_by_key(|chart| chart.series.len());
    let lines = fuller.into_iter().flat_map(|chart| chart.series.iter().rev());
    let lines: Vec<(Role, &str)> = lines.map(|series| (series.role, series.name.as_str())).collect();
    charts::legend(ui, session.view().language, &lines, charts);
}

fn cards(ui: &mut Ui, session: &Session, charts: &[Chart; 2], size: Vec2, send: &mut Vec<Command>) {
    for chart in charts {
        ui.allocate_ui(size, |ui| card(ui, session, chart, size, send));
    }
}

/// Plan, catch-up path, the answer on screen, and the scenario in front.
fn chart(session: &Session, ix: TargetIx, mode: Mode) -> Chart {
    let language = session.view().language;
    let document = session.document();
    let plan_name = say(language, "legend-plan");
    let scenario_name = say(language, "legend-scenario");
    let trial_name = say(language, "legend-trial");
    let mut paths = vec![Path {
        role: Role::Plan,
        name: &plan_name,
        projection: document.plan_path(),
    }];
    // The usual answer is the catch-up path itself.
    let trial = session
        .sought()
        .filter(|sought| sought.request.target == ix && !is_catch_up(session, ix, sought));
    if let Some(projection) = trial.and_then(|sought| sought.projection.as_ref()) {
        paths.push(Path {
            role: Role::Trial,
            name: &trial_name,
            projection,
        });
    }
    paths.push(Path {
        role: Role::Scenario,
        name: &scenario_name,
        projection: document.projection(),
    });
    let chart = match session.ledger_of(ix) {
        Some(ledger) => tracking(document.plan(), &paths, ledger, mode, language),
        None => trajectory(document.plan(), &paths, ix.indicator, mode, language),
    };
    chart.with_annotations(document.scenario(), language)
}

/// Whether an answer says exactly what the target's own required rate says.
fn is_catch_up(session: &Session, ix: TargetIx, sought: &crate::session::GoalSeekResult) -> bool {
    let required = session.ledger_of(ix).map(|ledger| ledger.required);
    match (&sought.result, required) {
        (Ok(answer), Some(Required::Rate(rate))) => {
            answer.request.parameter.indicator == ix.indicator
                && !answer.is_factor()
                && (answer.exact - rate).abs() <= 1e-9 * rate.abs().max(1.0)
        }
        _ => false,
    }
}

fn card(ui: &mut Ui, session: &Session, chart: &Chart, size: Vec2, send: &mut Vec<Command>) {
    let colours = Colours::of(ui);
    Frame::new()
        .fill(colours.surface)
        .stroke(Stroke::new(1.0, colours.outline))
        .corner_radius(6)
        .inner_margin(Margin::same(6))
        .show(ui, |ui| {
            let inside = size - Vec2::splat(14.0);
            ui.set_min_size(inside);
            ui.set_max_size(inside);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                ui.horizontal(|ui| {
                    let title = say(session.view().language, chart.mode.label());
                    let text = in_unit(&title, &chart.unit, session.view().language);
                    ui.add(Label::new(RichText::new(text).small().color(colours.text_weak)).truncate());
                });
                if chart.series.is_empty() {
                    ui.label(say(session.view().language, "chart-no-base"));
                } else {
                    charts::plot(ui, session, chart, send);
                }
            });
        });
}

/// Paces for the years left, and goal-seek.
fn controls_of(ui: &mut Ui, session: &Session, ix: TargetIx, send: &mut Vec<Command>) {
    let language = session.view().language;
    let accent = Colours::of(ui).accent;
    ui.label(RichText::new(say(language, "track-years-left")).color(accent));
    for pace in RateRule::ALL {
        paces(ui, session, ix, pace, send);
    }
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        ui.label(RichText::new(say(language, "track-goal-seek")).color(accent));
        working::note(ui, language, session.is_at_work(JobKey::Seek));
    });
    seek::draw(ui, session, send);
}

/// What the rate of the last year with data rests on; `None` for paces that are not a year's rate.
fn pace_origin(session: &Session, ix: IndicatorIx, pace: RateRule) -> Option<Origin> {
    let projection = session.document().projection();
    let is_of_a_year = pace == RateRule::LastActual;
    is_of_a_year.then(|| projection.change_origin(ix, projection.last_actual(ix)))?
}

/// A way to go on, with the rate that this is, or why there is none; below it where there is no room beside it.
fn paces(ui: &mut Ui, session: &Session, ix: TargetIx, pace: RateRule, send: &mut Vec<Command>) {
    let language = session.view().language;
    let found = session.at_pace(ix.indicator, pace);
    let colours = Colours::of(ui);
    let (words, ink) = match &found {
        Ok(found) => (paced(session, ix, pace, found.rate), colours.text),
        Err(why) => (
            wording::why_not(session.document().plan(), why).say(language),
            colours.text_weak,
        ),
    };
    let words = line(ui.painter(), words, SMALL, ink, f32::INFINITY);
    let name = say(language, wording::pace(pace)).into_owned();
    let mut is_beside = true;
    let response = ui
        .horizontal(|ui| {
            let response = ui.add_enabled(found.is_ok(), Button::new(name).small());
            is_beside = words.size().x <= ui.available_width();
            if is_beside {
                ui.label(words.clone());
            }
            response
        })
        .inner;
    if !is_beside {
        let words = RichText::new(words.text()).size(SMALL).color(ink);
        ui.add(Label::new(words).wrap());
    }
    if response.clicked() {
        send.push(Command::Track(TrackCommand::Continue {
            lever: Some(ix.indicator),
            pace,
        }));
    }
}

/// The rate of a way to go on, and what it rests on where that is not plain data.
fn paced(session: &Session, ix: TargetIx, pace: RateRule, rate: f64) -> String {
    let (language, decimals) = (session.view().language, session.view().decimals);
    let (plan, projection) = (session.document().plan(), session.document().projection());
    let indicator = plan.get(ix.indicator);
    // If it has only one target, as in the ledger: rounded so that it is enough.
    let ledger = session
        .ledger_of(ix)
        .filter(|_| pace == RateRule::Required && indicator.targets.len() == 1);
    let rate = ledger.map_or_else(
        || rate_in_words(ChangeTerms::stated(indicator, language), rate, decimals, language),
        |ledger| required_in_words(plan, projection, ledger, decimals, language),
    );
    match pace_origin(session, ix.indicator, pace) {
        // This year was entered, and the one before was not.
        Some(Origin::Actual) | None => rate,
        Some(other) => in_unit(&rate, &origin(other, language), language),
    }
}
