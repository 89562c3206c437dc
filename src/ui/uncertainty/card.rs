//! The card of an indicator's draws: where the median leads, between what most draws lie, the fan and the histogram.

use eframe::egui::{Frame, Label, Margin, RichText, Ui};

use crate::figure::{FanFigure, FanYear, Histogram, HistogramTarget};
use crate::plan::{IndicatorIx, TargetIx};
use crate::session::{Command, DrawChoice, DrawnScenario, Session, UncertaintyCommand};
use crate::text::{Message, numbers, say};
use crate::ui::charts;
use crate::ui::pieces::{ANSWER, BODY, NOTE};
use crate::ui::theme::Colours;
use crate::wording::{
    amount_in_words, chance_with_error, gap_decimals, mark_in_words, mark_level, nine_tenths, sides_in_words,
    undrawn,
};

/// Decimals of figures in a target's own terms.
const DECIMALS: usize = 1;

pub(super) fn draw(ui: &mut Ui, session: &Session, ix: IndicatorIx, send: &mut Vec<Command>) {
    let colours = Colours::of(ui);
    let frame = Frame::new()
        .fill(colours.surface)
        .stroke((1.0, colours.outline))
        .corner_radius(4)
        .inner_margin(Margin::symmetric(11, 7));
    frame.show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        ui.spacing_mut().item_spacing.y = 2.0;
        let language = session.view().language;
        match session.draws() {
            None => {
                ui.label(RichText::new(say(language, "draws-under-way")).color(colours.text_weak));
            }
            Some(Err(error)) => {
                for message in undrawn(session.document().plan(), error) {
                    ui.add(Label::new(message.say(language)).wrap());
                }
            }
            Some(Ok(drawn)) => drawn_card(ui, session, (ix, drawn), send),
        }
    });
}

fn drawn_card(
    ui: &mut Ui,
    session: &Session,
    (ix, drawn): (IndicatorIx, &DrawnScenario),
    send: &mut Vec<Command>,
) {
    let fan = fan(session, ix, drawn);
    head(ui, session, (ix, drawn), &fan, send);
    let histogram = histogram(session, ix, drawn, &fan);
    let response = charts::fan(ui, session, &fan, histogram.as_ref());
    if response.clicked() {
        send.push(Command::Select(ix));
    }
}

/// The target that the card speaks of.
fn main_target(session: &Session, ix: IndicatorIx) -> Option<TargetIx> {
    let plan = session.document().plan();
    plan.main_target(ix).map(|(target, _)| target)
}

/// The fan from the last year that all draws share.
fn fan(session: &Session, ix: IndicatorIx, drawn: &DrawnScenario) -> FanFigure {
    let (plan, language) = (session.document().plan(), session.view().language);
    let chart = charts::of_levels(session, ix);
    let quantiles = drawn.ensemble.fan(ix).map_or(&[][..], |fan| &fan.quantiles);
    let is_certain = |levels: &[f64; 5]| (levels[4] - levels[0]).abs() <= 1e-12 * levels[2].abs().max(1.0);
    let first = quantiles.iter().take_while(|levels| is_certain(levels)).count();
    let first = first.saturating_sub(1);
    let years = quantiles.iter().enumerate().skip(first);
    let years = years.map(|(step, levels)| FanYear {
        year: plan.year(step),
        levels: *levels,
    });
    let mut fan = FanFigure::new(chart, years.collect());
    if drawn.indicator == Some(ix) {
        let samples = drawn.samples.iter();
        fan.samples = samples
            .map(|levels| levels.get(first..).unwrap_or_default().to_vec())
            .collect();
    }
    fan.likely = main_target(session, ix)
        .and_then(|target| drawn.ensemble.chance(target))
        .map(|likelihood| {
            let share = chance_with_error(likelihood, drawn.ensemble.size, language);
            Message::new("likely-in-words").with("share", share).say(language)
        });
    fan
}

fn histogram(
    session: &Session,
    ix: IndicatorIx,
    drawn: &DrawnScenario,
    fan: &FanFigure,
) -> Option<Histogram> {
    let (plan, view) = (session.document().plan(), session.view());
    if drawn.indicator != Some(ix) || drawn.bins.is_empty() {
        return None;
    }
    let main = main_target(session, ix);
    let line = fan
        .chart
        .targets
        .iter()
        .find(|line| Some(line.target) == main && !line.is_done);
    let target = line.map(|line| {
        let level = fan.chart.edges_in_words(line, view.decimals, view.language);
        let mark = mark_in_words(plan, line.target, view.language);
        HistogramTarget {
            value: line.value,
            upper: line.upper,
            is_ceiling: line.is_ceiling,
            name: format!("{mark} {}", mark_level(&level, view.language)),
        }
    });
    let likelihood = main.and_then(|target| drawn.ensemble.chance(target));
    let due = main.map_or(plan.end_year, |target| plan.due_year(plan.target(target)));
    Some(Histogram {
        title: fan.chart.title.clone(),
        unit: fan.chart.unit.clone(),
        year: due,
        bins: drawn.bins.clone(),
        sides: likelihood.map(|likelihood| sides_in_words(likelihood, view.language)),
        target,
    })
}

/// Name, the median in the target's own terms, between what nine tenths of all draws lie; and what is shown.
fn head(
    ui: &mut Ui,
    session: &Session,
    (ix, drawn): (IndicatorIx, &DrawnScenario),
    fan: &FanFigure,
    send: &mut Vec<Command>,
) {
    let (language, colours) = (session.view().language, Colours::of(ui));
    let plan = session.document().plan();
    ui.horizontal(|ui| {
        let name = plan.get(ix).short_name(language);
        let name = RichText::new(name).size(BODY).color(colours.text_weak);
        ui.add(Label::new(name).truncate());
        samples(ui, session, send);
    });
    let Some([low, median, high]) = figures(session, ix, fan) else {
        return;
    };
    ui.horizontal_wrapped(|ui| {
        let median = Message::new("likely-median").with("value", median).say(language);
        ui.label(RichText::new(median).size(ANSWER));
        let mut rest = nine_tenths(&low, &high, language);
        if let Some(likelihood) = main_target(session, ix).and_then(|target| drawn.ensemble.chance(target)) {
            let share = chance_with_error(likelihood, drawn.ensemble.size, language);
            let share = Message::new("likely-of-target")
                .with("share", share)
                .say(language);
            rest = rest + &say(language, "likely-separator") + &share;
        }
        let rest = RichText::new(rest).size(NOTE).color(colours.text_weak);
        ui.add(Label::new(rest).wrap());
    });
}

/// The figures at 5, 50 and 95 % of the last year, the lower first: in the terms of the target if there is one.
fn figures(session: &Session, ix: IndicatorIx, fan: &FanFigure) -> Option<[String; 3]> {
    let (document, view) = (session.document(), session.view());
    let last = fan.years.last()?;
    let plan = document.plan();
    let main = main_target(session, ix).filter(|target| !plan.target(*target).is_each_year());
    let Some(target) = main else {
        let level = |level: f64| numbers::level_with(level, view.decimals);
        return Some([
            level(last.levels[0]),
            level(last.levels[2]),
            level(last.levels[4]),
        ]);
    };
    let due = plan.due_year(plan.target(target));
    let year = fan.years.iter().find(|year| year.year == due)?;
    let criterion = document.projection().criterion(target);
    let form = plan.target(target).form;
    let mut found = [year.levels[0], year.levels[2], year.levels[4]].map(|level| criterion.figure(level));
    found.sort_by(f64::total_cmp);
    let decimals = view.decimals.unwrap_or_else(|| gap_decimals(form).min(DECIMALS));
    Some(found.map(|figure| amount_in_words(plan.get(ix), form, figure, decimals, view.language)))
}

/// Shows or hides single draws.
fn samples(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    let choice = session.draw_choice();
    let mut has_samples = choice.has_samples;
    let text = RichText::new(say(language, "draws-samples")).size(NOTE);
    if ui.checkbox(&mut has_samples, text).changed() {
        let choice = DrawChoice {
            has_samples,
            ..choice
        };
        send.push(Command::Uncertainty(UncertaintyCommand::Draw(choice)));
    }
}
