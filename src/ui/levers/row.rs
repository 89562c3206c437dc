//! One lever in a row of at most 40 points: name and value, below them the years it governs, the slider, and the way to
//! its years. What only some rows need stands in lines below.

use eframe::egui::{
    Align2, Color32, Id, Modifiers, Pos2, Rect, Response, Role, Sense, Shape, Stroke, TextStyle,
    TextWrapMode, Ui, UiBuilder, Vec2, WidgetText, pos2, vec2,
};

use super::about::about;
use super::lever::Lever;
use super::margins::{LEFT, RIGHT, chevron};
use super::slider::{self, Track};
use super::{lines, marks, value, years};
use crate::session::Command;
use crate::text::say_with;
use crate::ui::name_control;
use crate::ui::pieces::{MARK_SIZE, Mark};
use crate::ui::theme::Colours;
use crate::wording::{self, labelled};

/// Heights of the row, and of the lines in it: their centres below the top.
const ROW: f32 = 40.0;
const NAME_LINE: f32 = 12.0;
const TRACK_LINE: f32 = 30.0;
/// The years at the left, and a small button, in points.
const YEARS: f32 = 52.0;
const BUTTON: f32 = 16.0;

/// How a row stands in the list.
pub(super) struct RowPlace {
    /// The lever, or an indicator behind which it stands, is selected in the window.
    pub is_selected: bool,
    /// It is one of several chosen to be set alike.
    pub is_chosen: bool,
    /// What a search found, if it is not the name shown.
    pub matched: Option<String>,
}

/// What was done to a row.
pub(super) struct RowResponse {
    pub rect: Rect,
    /// Its name was clicked, with these keys held.
    pub clicked: Option<Modifiers>,
}

pub(super) fn draw(ui: &mut Ui, lever: &Lever<'_>, place: &RowPlace, send: &mut Vec<Command>) -> RowResponse {
    let open_id = Id::unique(("lever open", lever.ix.position()));
    let mut is_open = ui.data(|data| data.get_temp::<bool>(open_id)).unwrap_or(false);
    let height = ROW + lines::height(lever, place.matched.is_some());
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let id = Id::unique(("lever row", lever.document().id(), lever.ix.position()));
    let mut row = ui.new_child(UiBuilder::new().scope_id(id).max_rect(rect));
    let is_hovered = ui.rect_contains_pointer(rect);
    fill(&row, rect, place, is_hovered);
    let clicked = name_line(&mut row, lever, rect, (is_open, is_hovered), send);
    let track = track_line(&mut row, lever, rect, &mut is_open, send);
    lines::draw(
        &mut row,
        lever,
        (rect, rect.top() + ROW),
        &track,
        place.matched.as_deref(),
        send,
    );
    if is_open {
        years::draw(ui, lever, &mut is_open, send);
    }
    ui.data_mut(|data| data.insert_temp(open_id, is_open));
    RowResponse { rect, clicked }
}

fn fill(ui: &Ui, rect: Rect, place: &RowPlace, is_hovered: bool) {
    let colours = Colours::of(ui);
    let ground = match (place.is_selected || place.is_chosen, is_hovered) {
        (true, _) => colours.selection,
        (false, true) => colours.control,
        (false, false) => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, 0.0, ground);
    if place.is_chosen {
        let line = Rect::from_min_size(rect.min, vec2(3.0, rect.height()));
        ui.painter().rect_filled(line, 0.0, colours.accent);
    }
}

/// Dot, name, reset, value; returns the keys held if the name was clicked.
fn name_line(
    ui: &mut Ui,
    lever: &Lever<'_>,
    row: Rect,
    (is_open, is_hovered): (bool, bool),
    send: &mut Vec<Command>,
) -> Option<Modifiers> {
    let y = row.top() + NAME_LINE;
    let mut left = row.left() + LEFT;
    if lever.document().differs_from_saved(lever.ix) {
        changed(ui, lever, pos2(left + 3.5, y), send);
        left += 12.0;
    }
    let words = years::live(ui, lever)
        .filter(|_| is_open)
        .unwrap_or_else(|| lever.value());
    let mut end = value::draw(ui, lever, (row.right() - RIGHT, y), &words, send);
    if lever.violation.is_some() {
        end -= MARK_SIZE + 4.0;
        Mark::Judged(crate::model::Status::Missed).paint(
            ui.painter(),
            pos2(end + MARK_SIZE / 2.0, y),
            Colours::of(ui),
        );
    }
    let reset = Command::ResetLever(lever.ix);
    if lever.session.is_enabled(&reset) {
        end -= BUTTON + 2.0;
        let place = Rect::from_center_size(pos2(end + BUTTON / 2.0, y), Vec2::splat(BUTTON));
        let text = say_with(lever.language, "lever-reset", &[("name", lever.full_name())]);
        let button = sign(ui, place, "reset", &text);
        if is_hovered || button.has_focus() {
            arrow_back(ui, place.center(), button.hovered());
        }
        if button.clicked() {
            send.push(reset);
        }
    }
    name(
        ui,
        lever,
        Rect::from_x_y_ranges(left..=end - 4.0, y - 10.0..=y + 10.0),
        send,
    )
}

/// The name, which selects the lever; everything known about it on hover.
fn name(ui: &Ui, lever: &Lever<'_>, place: Rect, send: &mut Vec<Command>) -> Option<Modifiers> {
    let colours = Colours::of(ui);
    let shown = lever.indicator.short_name(lever.language);
    let text = WidgetText::from(shown).into_galley(
        ui,
        Some(TextWrapMode::Truncate),
        place.width().max(24.0),
        TextStyle::Body,
    );
    let response = ui.interact(place, ui.scope_id().with("name"), Sense::click());
    let at = pos2(place.left(), place.center().y - text.size().y / 2.0);
    ui.painter().galley(at, text, colours.text);
    let name = say_with(lever.language, "lever-name", &[("name", lever.full_name())]);
    name_control(&response, Role::Button, &name);
    let held = response.clicked().then(|| ui.input(|input| input.modifiers));
    response.on_hover_ui(|ui| {
        let opened = about(ui, lever.document(), lever.ix, lever.indicator, lever.language);
        send.extend(opened);
    });
    held
}

/// The dot of a lever that differs from its file; a click restores the file's rate.
fn changed(ui: &Ui, lever: &Lever<'_>, at: Pos2, send: &mut Vec<Command>) {
    let place = Rect::from_center_size(at, Vec2::splat(12.0));
    let text = say_with(lever.language, "lever-restore", &[("name", lever.full_name())]);
    let response = sign(ui, place, "changed", &text);
    let radius = if response.hovered() { 4.5 } else { 3.5 };
    ui.painter().circle_filled(at, radius, Colours::of(ui).accent);
    if response.clicked() {
        send.push(Command::RevertLever(lever.ix));
    }
}

/// Years, slider, and the way to the years one by one.
fn track_line(
    ui: &mut Ui,
    lever: &Lever<'_>,
    row: Rect,
    is_open: &mut bool,
    send: &mut Vec<Command>,
) -> Track {
    let y = row.top() + TRACK_LINE;
    let colours = Colours::of(ui);
    let small = TextStyle::Small.resolve(ui.style());
    let left = row.left() + LEFT;
    let place = Rect::from_x_y_ranges(left..=left + YEARS, y - 8.0..=y + 8.0);
    ui.painter().text(
        pos2(left, y),
        Align2::LEFT_CENTER,
        lever.years(),
        small.clone(),
        colours.text_weak,
    );
    let response = ui.interact(place, ui.scope_id().with("years"), Sense::hover());
    name_control(&response, Role::Label, &in_full(lever));
    response.on_hover_ui(|ui| {
        ui.label(in_full(lever));
        for mark in marks::in_words(lever) {
            ui.label(mark);
        }
    });
    let button = Rect::from_center_size(pos2(row.right() - RIGHT - 5.0, y), Vec2::splat(BUTTON));
    let beyond = beyond_the_range(ui, lever, pos2(button.left() - 4.0, y));
    let ends = left + YEARS..=beyond.unwrap_or(button.left() - 12.0);
    let track = Track::new(lever, Rect::from_x_y_ranges(ends, y - 2.0..=y + 2.0));
    if !lever.is_task() {
        let slider = slider::draw(ui, lever, track, send);
        let is_pointed_at = slider.hovered() || slider.dragged() || slider.has_focus();
        if is_pointed_at && lever.setting.is_open {
            marks::draw(ui, lever, track, row);
        }
    }
    let text = say_with(lever.language, "lever-more", &[("name", lever.full_name())]);
    let more = sign(ui, button, "more", &text);
    chevron(ui, button.center(), *is_open, more.hovered());
    if more.clicked() {
        *is_open = !*is_open;
    }
    track
}

/// "Law: 2013–15: done in 2015 (assumed)": the whole row, for screen readers and on hover.
fn in_full(lever: &Lever<'_>) -> String {
    let words = lever
        .setting
        .in_words(lever.document(), lever.ix, lever.session.view());
    let words = match lever.setting.basis(lever.language) {
        Some(basis) => say_with(
            lever.language,
            "lever-with-basis",
            &[("words", &words), ("basis", &basis)],
        ),
        None => words,
    };
    let words = match lever.spread_in_words() {
        Some(spread) => say_with(
            lever.language,
            "lever-with-spread",
            &[("words", &words), ("spread", &spread)],
        ),
        None => words,
    };
    labelled(lever.full_name(), &words, lever.language)
}

/// A needed rate beyond the slider's upper end is written there, and the track is shorter; returns its new end.
fn beyond_the_range(ui: &Ui, lever: &Lever<'_>, right: Pos2) -> Option<f32> {
    let (rate, decimals) = lever.setting.needed?;
    let high = super::setting::range(lever.indicator).1;
    if rate <= high || lever.is_task() {
        return None;
    }
    let small = TextStyle::Small.resolve(ui.style());
    let text = wording::bare_rate(lever.indicator, rate, decimals);
    let colour = Colours::of(ui).text;
    let written = ui
        .painter()
        .text(right, Align2::RIGHT_CENTER, text, small, colour);
    Some(written.left() - 18.0)
}

/// A small control with a painted sign.
fn sign(ui: &Ui, place: Rect, id: &'static str, text: &str) -> Response {
    let response = ui.interact(place, ui.scope_id().with(id), Sense::click());
    name_control(&response, Role::Button, text);
    response.on_hover_text(text)
}

/// ↺
fn arrow_back(ui: &Ui, at: Pos2, is_hovered: bool) {
    let colours = Colours::of(ui);
    let ink = if is_hovered { colours.accent } else { colours.text };
    let line = Stroke::new(1.4, ink);
    let round: Vec<Pos2> = (0..=20u8)
        .map(|n| at + 4.5 * Vec2::angled(-2.6 + 4.9 * f32::from(n) / 20.0))
        .collect();
    let tip = round.first().copied().unwrap_or(at);
    ui.painter().add(Shape::line(round, line));
    let head = vec![tip + vec2(-0.5, -4.5), tip, tip + vec2(4.0, -0.2)];
    ui.painter().add(Shape::line(head, line));
}
