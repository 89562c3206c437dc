//! Why they differ: from the reference's figure to another scenario's, lever by lever.

use eframe::egui::{
    Align, Label, Layout, Margin, Rect, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};

use super::select::{is_selected, select};
use crate::analysis::Outcome;
use crate::analysis::attribution::{Attribution, AttributionError, Player};
use crate::analysis::comparison::Comparison;
use crate::figure::{MarkShape, Waterfall, WaterfallRow, WaterfallStep, tick_decimals, ticks};
use crate::plan::Plan;
use crate::session::{Command, CompareCommand, ComparedScenarios, Session};
use crate::text::{Language, Message, numbers, say, say_with};
use crate::ui::charts::shape;
use crate::ui::pieces::{BODY, NOTE, SMALL, card, from_left, line, segments, segments_width};
use crate::ui::short::short;
use crate::ui::theme::Colours;
use crate::ui::{column, selection};
use crate::wording::{
    attribution_in_words, attribution_method, labelled, outcome_in_brief, rates_apart, roles_in_words,
    scenario_letter, unattributable, unattributable_help,
};

/// The height of a row and of the axis, in points.
const ROW: f32 = 36.0;
const AXIS: f32 = 18.0;
/// From this height on, it is said how effects are worked out, in points.
const ROOM_FOR_METHOD: f32 = 300.0;
/// The part of the width that names take, and the room for figures beside bars, in points.
const NAMES: f32 = 0.38;
const FIGURE: f32 = 52.0;

/// The difference that is shown.
struct Shown<'a> {
    plan: &'a Plan,
    scenarios: &'a ComparedScenarios,
    comparison: &'a Comparison,
    attribution: &'a Attribution,
    /// The places of the reference and of the other scenario.
    places: (usize, usize),
}

pub(super) fn draw(ui: &mut Ui, session: &Session, found: &ComparedScenarios, send: &mut Vec<Command>) {
    let (Some(plan), Ok(comparison)) = (found.plan(), &found.result) else {
        return;
    };
    card(ui, Margin::symmetric(11, 6)).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        ui.spacing_mut().item_spacing.y = 2.0;
        head(ui, session, (found, plan, comparison), send);
        let place = session.explained().and_then(|slot| found.place(slot));
        let Some(place) = place.filter(|place| *place != found.reference) else {
            return;
        };
        match comparison.attributions.get(place).and_then(Option::as_ref) {
            Some(Ok(attribution)) => {
                let shown = Shown {
                    plan,
                    scenarios: found,
                    comparison,
                    attribution,
                    places: (found.reference, place),
                };
                waterfall(ui, session, &shown, send);
            }
            Some(Err(why)) => refused(ui, session, plan, why),
            None => {}
        }
    });
}

/// The question, what it is about, and between which scenarios.
fn head(
    ui: &mut Ui,
    session: &Session,
    (found, plan, comparison): (&ComparedScenarios, &Plan, &Comparison),
    send: &mut Vec<Command>,
) {
    let (language, weak) = (session.view().language, Colours::of(ui).text_weak);
    ui.horizontal(|ui| {
        ui.set_height(26.0);
        ui.label(RichText::new(say(language, "compare-why")).size(BODY));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let own = found.slots.get(found.reference).copied().unwrap_or_default();
            let others: Vec<usize> = found.slots.iter().copied().filter(|slot| *slot != own).collect();
            let words: Vec<String> = others
                .iter()
                .map(|slot| format!("{} − {}", scenario_letter(*slot), scenario_letter(own)))
                .collect();
            let explained = session.explained();
            let chosen = others.iter().position(|slot| Some(*slot) == explained);
            let width = segments_width(ui, &words);
            let across = Layout::left_to_right(Align::Center);
            ui.allocate_ui_with_layout(vec2(width, 24.0), across, |ui| {
                if let Some(clicked) = segments(ui, &words, chosen)
                    && let Some(slot) = others.get(clicked)
                {
                    send.push(Command::Compare(CompareCommand::Explain(*slot)));
                }
            });
            if let Some(by) = comparison.by {
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let name = outcome_in_brief(plan, by, language);
                    ui.add(Label::new(RichText::new(name).size(NOTE).color(weak)).truncate());
                });
            }
        });
    });
}

/// Why there is no answer, and what to do.
fn refused(ui: &mut Ui, session: &Session, plan: &Plan, why: &AttributionError) {
    let (language, weak) = (session.view().language, Colours::of(ui).text_weak);
    let reason = Message::new("compare-not-attributed").with("reason", unattributable(plan, why));
    for said in [reason.say(language), unattributable_help(plan, why).say(language)] {
        ui.add(Label::new(RichText::new(said).color(weak)).wrap());
    }
}

/// The effects in the order of the table; the order of the plan where that is kept.
fn ordered(shown: &Shown<'_>, keeps_order: bool) -> Attribution {
    let mut found = shown.attribution.clone();
    if !keeps_order {
        let size = |effect: f64| -effect.abs();
        found
            .effects
            .sort_by(|one, other| size(one.change).total_cmp(&size(other.change)));
    }
    found
}

fn waterfall(ui: &mut Ui, session: &Session, shown: &Shown<'_>, send: &mut Vec<Command>) {
    let language = session.view().language;
    let found = ordered(shown, session.keeps_compared_order());
    let [own, other] = [shown.places.0, shown.places.1].map(|place| name(shown.scenarios, place, language));
    let [first, last] = [(shown.places.0, &own), (shown.places.1, &other)]
        .map(|(place, name)| lettered(shown, place, name, language));
    let figure = Waterfall::of_attribution(
        shown.plan,
        &found,
        (&first, &last),
        (year(shown.plan, found.outcome), String::new()),
        language,
    );
    let players: Vec<Option<Player>> = std::iter::once(None)
        .chain(found.effects.iter().map(|effect| Some(effect.player)))
        .chain([None, None])
        .collect();
    let mut foot = sentences(shown, &found, (&own, &last), language);
    if ui.available_height() < ROOM_FOR_METHOD {
        foot.truncate(1);
    }
    let room = (ui.available_height() - foot_height(ui, &foot)).max(120.0);
    let width = ui.available_width();
    ui.allocate_ui(vec2(width, room), |ui| {
        let plot = axis(ui, &figure);
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (n, (row, player)) in figure.rows.iter().zip(players).enumerate() {
                let ends = if n == 0 {
                    Some(shown.places.0)
                } else {
                    Some(shown.places.1)
                };
                let ends = ends.filter(|_| row.step == WaterfallStep::Level);
                one(ui, session, (shown, row, player), (&plot, ends), send);
            }
            column::keep_focus_in_sight(ui);
        });
    });
    for said in foot {
        let text = RichText::new(said).size(NOTE).color(Colours::of(ui).text_weak);
        ui.add(Label::new(text).wrap());
    }
}

/// A scenario's name, cut where it is far too long.
fn name(found: &ComparedScenarios, place: usize, language: Language) -> String {
    let of = found.scenarios.get(place);
    of.map_or_else(String::new, |of| {
        short(of.scenario.name.get(language)).into_owned()
    })
}

/// A name after its letter.
fn lettered(shown: &Shown<'_>, place: usize, name: &str, language: Language) -> String {
    let slot = shown.scenarios.slots.get(place).copied().unwrap_or_default();
    let letter = scenario_letter(slot);
    say_with(
        language,
        "compare-letter-name",
        &[("letter", &letter), ("name", name)],
    )
}

/// The year that a figure is of.
fn year(plan: &Plan, outcome: Outcome) -> i32 {
    match outcome {
        Outcome::Level { step, .. } => plan.year(step),
        Outcome::Target(target) => plan.due_year(plan.target(target)),
    }
}

/// The sentence that says it, the sums of policy and of assumptions, and how it was worked out.
fn sentences(
    shown: &Shown<'_>,
    found: &Attribution,
    (own, other): (&str, &str),
    language: Language,
) -> Vec<String> {
    let sentence = attribution_in_words(
        shown.plan,
        found,
        (own, year(shown.plan, found.outcome)),
        language,
    );
    let mut said = vec![labelled(other, &sentence, language)];
    said.extend(roles_in_words(found, language));
    said.push(attribution_method(found, language));
    said
}

fn foot_height(ui: &Ui, said: &[String]) -> f32 {
    let width = ui.available_width();
    let of = |text: &String| {
        let font = eframe::egui::FontId::proportional(NOTE);
        let galley = ui
            .painter()
            .layout(text.clone(), font, Colours::of(ui).text_weak, width);
        galley.size().y + 4.0
    };
    said.iter().map(of).sum()
}

/// Where values lie.
struct WaterfallScale {
    left: f32,
    right: f32,
    range: (f64, f64),
}

impl WaterfallScale {
    fn x(&self, value: f64) -> f32 {
        let (low, high) = self.range;
        let share = ((value - low) / (high - low)) as f32;
        self.left + share.clamp(0.0, 1.0) * (self.right - self.left)
    }
}

/// The axis above the rows. It need not begin at 0: bars are changes, and totals are marks.
fn axis(ui: &mut Ui, figure: &Waterfall) -> WaterfallScale {
    let colours = Colours::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), AXIS), Sense::hover());
    let scale = WaterfallScale {
        left: rect.left() + rect.width() * NAMES,
        right: rect.right() - FIGURE,
        range: figure.range(),
    };
    let wanted = ((scale.right - scale.left) / 60.0).max(2.0) as usize;
    let marks = ticks(scale.range.0, scale.range.1, wanted);
    let decimals = tick_decimals(&marks);
    let bottom = rect.bottom() + ROW * figure.rows.len() as f32;
    let bottom = bottom.min(ui.max_rect().bottom());
    for mark in marks {
        let x = scale.x(mark);
        let painter = ui.painter();
        painter.vline(x, rect.bottom()..=bottom, (1.0, colours.grid));
        let text = line(
            painter,
            numbers::decimal(mark, decimals),
            SMALL,
            colours.text_weak,
            80.0,
        );
        painter.galley(pos2(x - text.size().x / 2.0, rect.top()), text, colours.text_weak);
    }
    scale
}

fn one(
    ui: &mut Ui,
    session: &Session,
    (shown, row, player): (&Shown<'_>, &WaterfallRow, Option<Player>),
    (scale, end): (&WaterfallScale, Option<usize>),
    send: &mut Vec<Command>,
) {
    let (language, colours) = (session.view().language, Colours::of(ui));
    let lever = match player {
        Some(Player::Lever(ix)) => Some(ix),
        _ => None,
    };
    let sense = if lever.is_some() {
        Sense::click()
    } else {
        Sense::hover()
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), sense);
    let role = if lever.is_some() {
        Role::Button
    } else {
        Role::Label
    };
    let spoken = labelled(&row.name, &row.figure, language);
    response.widget_info(|| WidgetInfo::labeled(role, true, &spoken));
    if let Some(ix) = lever {
        selection::row(ui, rect, &response, is_selected(session, shown.plan, ix));
        if response.clicked() {
            select(session, shown.plan, ix, send);
        }
    }
    let painter = ui.painter();
    let y = rect.center().y;
    let room = scale.left - rect.left() - 8.0;
    let beneath = lever.and_then(|ix| {
        let mut levers = shown.comparison.levers.iter();
        let lever = levers.find(|lever| lever.indicator == ix)?;
        rates_apart(shown.plan, lever, (shown.places.1, shown.places.0), language)
    });
    let slot = end.and_then(|place| shown.scenarios.slots.get(place)).copied();
    let ink = slot.map_or(colours.text, |slot| colours.compared(slot));
    let name = line(painter, row.name.as_str(), NOTE, ink, room);
    let is_cut = name.elided;
    match beneath {
        Some(words) => {
            from_left(painter, name, rect.left(), y - 7.0);
            let words = line(painter, words, SMALL, colours.text_weak, room);
            from_left(painter, words, rect.left(), y + 8.0);
        }
        None => {
            from_left(painter, name, rect.left(), y);
        }
    }
    let (from, to) = (scale.x(row.from), scale.x(row.to));
    let half = 11.0;
    match (row.step, slot) {
        (WaterfallStep::Level, slot) => {
            let slot = slot.unwrap_or_default();
            painter.vline(to, y - half..=y + half, (2.0, ink));
            shape(painter, pos2(to, y), MarkShape::compared(slot), ink);
        }
        (WaterfallStep::Effect { .. }, _) if (to - from).abs() < 1.5 => {
            painter.vline(to, y - half..=y + half, (1.5, colours.text));
        }
        (WaterfallStep::Effect { .. }, _) => {
            let bar = Rect::from_two_pos(pos2(from, y - half), pos2(to, y + half));
            painter.rect_filled(bar, 0.0, colours.text_weak);
        }
    }
    if end != Some(shown.places.1) {
        painter.vline(
            to,
            y + half..=rect.bottom() + ROW / 2.0 - half,
            (1.0, colours.outline),
        );
    }
    let figure = line(painter, row.figure.as_str(), BODY, ink, FIGURE + 8.0);
    from_left(painter, figure, from.max(to) + 8.0, y);
    if is_cut {
        response.on_hover_text(&row.name);
    }
}
