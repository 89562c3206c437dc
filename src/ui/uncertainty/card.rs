//! The card of an indicator's draws: where the median leads, between what most draws lie, the fan and the histogram.

use eframe::egui::{Label, Margin, RichText, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::chooser;
use crate::figure::{FanFigure, FanYear, Histogram};
use crate::plan::{IndicatorIx, TargetIx};
use crate::session::{Command, DrawChoice, DrawnScenario, Session, UncertaintyCommand};
use crate::text::{Language, say};
use crate::ui::charts;
use crate::ui::pieces::{ANSWER, NOTE, card, line};
use crate::ui::theme::Colours;
use crate::wording::{DrawsAnswer, gap_decimals, undrawn};

/// Decimals of figures in a target's own terms.
const DECIMALS: usize = 1;
/// The height of the answer, and the gap between its parts, in points.
const ANSWER_HEIGHT: f32 = 24.0;
const GAP: f32 = 8.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, ix: IndicatorIx, send: &mut Vec<Command>) {
    let colours = Colours::of(ui);
    card(ui, Margin::symmetric(11, 7)).show(ui, |ui| {
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

/// The fan, with single draws where they are asked for.
fn fan(session: &Session, ix: IndicatorIx, drawn: &DrawnScenario) -> FanFigure {
    let (plan, language) = (session.document().plan(), session.view().language);
    let of = (ix, main_target(session, ix));
    let mut fan = FanFigure::of_ensemble(
        charts::of_levels(session, ix),
        plan,
        &drawn.ensemble,
        of,
        language,
    );
    if let (Some(first), true) = (fan.years.first(), drawn.indicator == Some(ix)) {
        let first = plan.years().take_while(|year| *year < first.year).count();
        let samples = drawn.samples.iter();
        fan.samples = samples
            .map(|levels| levels.get(first..).unwrap_or_default().to_vec())
            .collect();
    }
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
    let shown = (&drawn.bins[..], view.decimals, view.language);
    let target = main_target(session, ix);
    Some(Histogram::of_ensemble(fan, plan, &drawn.ensemble, target, shown))
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
