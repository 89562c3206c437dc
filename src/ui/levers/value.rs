//! The value of a lever at the right of its row: words until it is clicked, then a field in place. A task has a list of
//! years instead.

use std::borrow::Cow;

use eframe::egui::{
    Align, Align2, Color32, ComboBox, Id, Layout, Rect, Response, Role, Stroke, TextStyle, Ui, UiBuilder,
    pos2, vec2,
};

use super::lever::Lever;
use super::setting::{decimals, done_in, step};
use super::slider::tidy;
use crate::model::Change;
use crate::plan::Indicator;
use crate::session::{Command, Phase};
use crate::text::{Message, say, say_with};
use crate::ui::name_control;
use crate::ui::theme::Colours;
use crate::ui::typed::{self, Typed};
use crate::ui::typing;
use crate::wording::{points_a_year, points_or_percent};

/// Height of the line, and width of the field, in points.
const HEIGHT: f32 = 20.0;
const FIELD: f32 = 56.0;
const PADDING: f32 = 1.0;

/// Draws the value with its right edge here; returns its left edge.
pub(super) fn draw(
    ui: &mut Ui,
    lever: &Lever<'_>,
    (right, y): (f32, f32),
    words: &str,
    send: &mut Vec<Command>,
) -> f32 {
    let id = Id::unique(("lever value", lever.document().id(), lever.ix.position()));
    let child = |rect: Rect| UiBuilder::new().scope_id(id).max_rect(rect);
    let at = |left: f32, right: f32| Rect::from_x_y_ranges(left..=right, y - HEIGHT / 2.0..=y + HEIGHT / 2.0);
    if lever.is_task() && lever.setting.is_open {
        let left = right - 128.0;
        let mut ui = ui.new_child(child(at(left, right)).layout(Layout::right_to_left(Align::Center)));
        year_done(&mut ui, lever, send);
        return left;
    }
    let font = TextStyle::Body.resolve(ui.style());
    let text_width = |ui: &Ui, text: &str| {
        let galley = ui
            .painter()
            .layout_no_wrap(text.to_owned(), font.clone(), Color32::PLACEHOLDER);
        galley.size().x
    };
    if !lever.setting.is_open {
        let weak = Colours::of(ui).text_weak;
        ui.painter()
            .text(pos2(right, y), Align2::RIGHT_CENTER, words, font.clone(), weak);
        return right - text_width(ui, words);
    }
    let mut field = ui.new_child(child(at(right - FIELD, right)));
    if !typed::is_typed_in(&field) {
        let left = right - text_width(ui, words) - 2.0 * PADDING;
        field = ui.new_child(child(at(left, right)));
        plain(&mut field, lever.ink(ui));
        entry(&mut field, lever, right - left, words, send);
        return left;
    }
    let [before, after] = around(lever);
    let weak = Colours::of(ui).text_weak;
    let end = right - text_width(ui, &after) - 5.0;
    let start = end - FIELD;
    ui.painter()
        .text(pos2(right, y), Align2::RIGHT_CENTER, after, font.clone(), weak);
    ui.painter().text(
        pos2(start - 5.0, y),
        Align2::RIGHT_CENTER,
        before.as_ref(),
        font.clone(),
        weak,
    );
    field = ui.new_child(child(at(start, end)));
    entry(&mut field, lever, FIELD, words, send);
    start - 5.0 - text_width(ui, &before)
}

/// Words without the frame of a button; the frame appears under the pointer.
fn plain(ui: &mut Ui, ink: Color32) {
    ui.spacing_mut().button_padding = vec2(PADDING, 0.0);
    ui.spacing_mut().interact_size = vec2(PADDING, HEIGHT);
    ui.style_mut().drag_value_text_style = TextStyle::Body;
    let widgets = &mut ui.visuals_mut().widgets;
    for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
        state.weak_bg_fill = Color32::TRANSPARENT;
        state.bg_stroke = Stroke::NONE;
        state.fg_stroke.color = ink;
    }
}

/// The field; whether dragged, typed or stepped, it says what the slider says before either is touched again.
fn entry(ui: &mut Ui, lever: &Lever<'_>, width: f32, words: &str, send: &mut Vec<Command>) {
    ui.spacing_mut().interact_size.y = HEIGHT;
    let before = lever.setting.rate;
    let mut rate = before;
    let form = (decimals(lever.indicator), step(lever.indicator));
    let Typed {
        response,
        pending,
        misread,
    } = typed::worded(ui, &mut rate, form, width, Some(words));
    if let Some(rate) = pending {
        typing::brings(ui, lever.set(rate, Phase::Done));
    }
    if let Some(text) = misread {
        let lever = lever.ix;
        typing::brings(ui, Command::Misread { lever, text });
    }
    name_control(&response, Role::SpinButton, lever.full_name());
    send_edit(&response, lever, (before, rate), send);
    response.on_hover_ui(|ui| {
        ui.label(points_or_percent(lever.indicator, lever.language));
        ui.label(say(lever.language, "lever-value-hint"));
    });
}

/// A change by keyboard or typing is complete; a drag goes on until the pointer is released.
fn send_edit(response: &Response, lever: &Lever<'_>, (before, rate): (f64, f64), send: &mut Vec<Command>) {
    if response.changed() && (rate - before).abs() > 0.0 {
        // What is typed is taken as it is; only drags gather binary dust.
        send.push(if response.dragged() {
            lever.set(tidy(rate), Phase::Live)
        } else {
            lever.set(rate, Phase::Done)
        });
    }
    if response.drag_stopped() {
        send.push(Command::FinishEdit);
    }
}

/// What stands before and after the field: direction and unit stay while a figure is typed.
pub(super) fn around(lever: &Lever<'_>) -> [Cow<'static, str>; 2] {
    let [before, after] = ids(lever.indicator);
    let language = lever.language;
    let after = match lever.indicator.change() {
        Some(Change::Points) | None => points_a_year(lever.indicator, language),
        Some(_) => say(language, after),
    };
    [say(language, before), after]
}

const fn ids(indicator: &Indicator) -> [&'static str; 2] {
    match indicator.change() {
        Some(Change::Growth) => ["lever-before-rise", "lever-behind-percent"],
        Some(Change::Decline) => ["lever-before-fall", "lever-behind-percent"],
        Some(Change::Points) | None => ["lever-before-points", "lever-behind-points"],
    }
}

/// For a task: the year it is done.
fn year_done(ui: &mut Ui, lever: &Lever<'_>, send: &mut Vec<Command>) {
    let (document, language) = (lever.document(), lever.language);
    let plan = document.plan();
    let done = done_in(document, lever.ix);
    let last_actual = lever.setting.last_actual;
    let in_words = |year: Option<i32>| match year {
        Some(year) => Message::new("lever-done-in").with("year", year).say(language),
        None => say(language, "figure-not-done").into_owned(),
    };
    // What was done in a past year cannot be postponed.
    let is_past = done.is_some_and(|year| year <= plan.year(last_actual));
    ui.add_enabled_ui(!is_past, |ui| {
        let combo = ComboBox::from_id_salt(("done in", lever.ix.position()))
            .selected_text(in_words(done))
            .width(ui.available_width() - 4.0)
            .truncate()
            .show_ui(ui, |ui| {
                let years = (last_actual + 1..=plan.steps()).map(Some);
                for step in std::iter::once(None).chain(years) {
                    let year = step.map(|step| plan.year(step));
                    if ui.selectable_label(year == done, in_words(year)).clicked() && year != done {
                        send.push(Command::SetRates {
                            lever: lever.ix,
                            rates: document.rates_done_in(lever.ix, step),
                            phase: Phase::Done,
                        });
                    }
                }
            });
        let label = say_with(language, "lever-done-year", &[("name", lever.full_name())]);
        name_control(&combo.response, Role::ComboBox, &label);
    });
}
