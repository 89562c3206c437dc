//! The card of an indicator's draws: where the median leads, between what most draws lie, the fan and the histogram.

use eframe::egui::{Frame, Label, Margin, RichText, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::chooser;
use crate::figure::{FanFigure, FanYear, Histogram, HistogramTarget};
use crate::plan::{IndicatorIx, TargetIx};
use crate::session::{Command, DrawChoice, DrawnScenario, Session, UncertaintyCommand};
use crate::text::{Language, Message, say};
use crate::ui::charts;
use crate::ui::pieces::{ANSWER, NOTE, line};
use crate::ui::theme::Colours;
use crate::wording::{
    DrawsAnswer, chance_with_error, gap_decimals, mark_in_words, mark_level, sides_in_words, undrawn,
};

/// Decimals of figures in a target's own terms.
const DECIMALS: usize = 1;
/// The height of the answer, and the gap between its parts, in points.
const ANSWER_HEIGHT: f32 = 24.0;
const GAP: f32 = 8.0;

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
    ui.horizontal(|ui| {
        chooser::draw(ui, session, (ix, &drawn.ensemble), send);
        samples(ui, session, send);
    });
    if let Some(answer) = answer(session, ix, fan) {
        second_line(ui, &answer, session.view().language);
    }
}

/// The answer in one line; where there is no room for all of it, the target, which stands in the plot as well, is left out.
fn second_line(ui: &mut Ui, answer: &DrawsAnswer, language: Language) {
    let colours = Colours::of(ui);
    let (row, response) = ui.allocate_exact_size(vec2(ui.available_width(), ANSWER_HEIGHT), Sense::hover());
    let words = answer.in_words(language);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    let painter = ui.painter();
    let median = line(painter, &answer.median, ANSWER, colours.text, row.width());
    let low = row.center().y + median.size().y / 2.0;
    let from = row.left() + median.size().x + GAP;
    painter.galley(pos2(row.left(), low - median.size().y), median, colours.text);
    let room = row.right() - from;
    let mut rest = line(painter, answer.rest(language), NOTE, colours.text_weak, room);
    if rest.elided {
        rest = line(painter, &answer.between, NOTE, colours.text_weak, room);
    }
    let is_cut = rest.elided;
    painter.galley(pos2(from, low - 2.0 - rest.size().y), rest, colours.text_weak);
    if is_cut {
        response.on_hover_text(words);
    }
}

/// Where the draws lead in the due year of the main target, in its terms, or else in the last year as levels.
fn answer(session: &Session, ix: IndicatorIx, fan: &FanFigure) -> Option<DrawsAnswer> {
    let (document, view) = (session.document(), session.view());
    let plan = document.plan();
    let of = |year: &FanYear| [year.levels[0], year.levels[2], year.levels[4]];
    let main = main_target(session, ix).filter(|target| !plan.target(*target).is_each_year());
    let Some(ix) = main else {
        return Some(DrawsAnswer::of_levels(
            of(fan.years.last()?),
            view.decimals,
            view.language,
        ));
    };
    let target = plan.target(ix);
    let due = plan.due_year(target);
    let year = fan.years.iter().find(|year| year.year == due)?;
    let criterion = document.projection().criterion(ix);
    let mut found = of(year).map(|level| criterion.figure(level));
    found.sort_by(f64::total_cmp);
    let decimals = view
        .decimals
        .unwrap_or_else(|| gap_decimals(target.form).min(DECIMALS));
    let indicator = plan.get(ix.indicator);
    Some(DrawsAnswer::of_target(
        indicator,
        target,
        found,
        decimals,
        view.language,
    ))
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
