//! A line of the outline: a grip, a box to tick, the name, and why there would be nothing under it.

use eframe::egui::{
    CursorIcon, EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use crate::session::ReportItem;
use crate::text::{Language, say_with};
use crate::ui::pieces::{BODY, SMALL, from_left, line, to_right};
use crate::ui::selection;
use crate::ui::theme::Colours;

/// The heights of sections and of charts, and how far charts are set in, in points.
const PART: f32 = 32.0;
const CHART: f32 = 26.0;
const INDENT: f32 = 20.0;
/// The size of a box to tick.
const BOX: f32 = 14.0;
/// Where grip, box and name are, from the left.
const GRIP_AT: f32 = 14.0;
const BOX_AT: f32 = 34.0;
const NAME_AT: f32 = 50.0;

/// What a row shows.
pub(super) struct OutlineRow<'a> {
    pub item: ReportItem,
    /// The name without a number, for the box.
    pub name: &'a str,
    pub text: String,
    pub note: String,
    pub is_ticked: bool,
    pub is_looked_at: bool,
}

/// What was done with a row.
pub(super) enum RowAction {
    Tick,
    LookAt,
    Earlier,
    Later,
}

/// The id of a row, by which the rows before and after it find it.
pub(super) fn id(item: ReportItem) -> Id {
    Id::unique(("report item", item))
}

/// Draws a row, to the right of which `beside` points stay free; `ids` are all rows in order.
pub(super) fn draw(
    ui: &mut Ui,
    row: &OutlineRow<'_>,
    ids: &[Id],
    language: Language,
) -> (Response, Option<RowAction>) {
    let is_chart = matches!(row.item, ReportItem::Chart(_));
    let height = if is_chart { CHART } else { PART };
    let (_, place) = ui.allocate_space(vec2(ui.available_width(), height));
    let id = id(row.item);
    let mut action = keys(ui, id, ids, (place, height));
    let response = ui.interact(place, id, Sense::click_and_drag());
    response.widget_info(|| {
        let words = if row.note.is_empty() {
            row.text.clone()
        } else {
            format!("{} {}", row.text, row.note)
        };
        WidgetInfo::selected(Role::Button, true, row.is_looked_at, words)
    });
    let shift = if is_chart { INDENT } else { 0.0 };
    let tick = Rect::from_center_size(
        pos2(place.left() + BOX_AT + shift, place.center().y),
        Vec2::splat(BOX),
    );
    let ticked = ui.interact(tick.expand(5.0), id.with("tick"), Sense::click());
    let words = say_with(language, "report-include", &[("name", row.name)]);
    ticked.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, row.is_ticked, words.as_str()));
    if ticked.clicked() {
        action = Some(RowAction::Tick);
    } else if response.clicked() {
        action = Some(RowAction::LookAt);
    }
    if ui.is_rect_visible(place) {
        ground(ui, place, &response, row.is_looked_at);
        paint_tick(ui, tick, row.is_ticked, &ticked);
        words_of(ui, place, shift, row);
    }
    (response, action)
}

/// What the keyboard does with the row that has it: up and down go to the next, with Alt they move it, Space ticks it. Read
/// before the row is drawn, because Space clicks by itself.
fn keys(ui: &Ui, id: Id, ids: &[Id], (place, height): (Rect, f32)) -> Option<RowAction> {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return None;
    }
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let (earlier, later) = (
        pressed(Modifiers::ALT, Key::ArrowUp),
        pressed(Modifiers::ALT, Key::ArrowDown),
    );
    let (up, down) = (
        pressed(Modifiers::NONE, Key::ArrowUp),
        pressed(Modifiers::NONE, Key::ArrowDown),
    );
    let ticks = pressed(Modifiers::NONE, Key::Space);
    let at = ids.iter().position(|other| *other == id)?;
    let next = match (up, down) {
        (true, false) => at.checked_sub(1),
        (false, true) => Some(at + 1),
        _ => None,
    };
    if let Some(next) = next.and_then(|next| ids.get(next)) {
        ui.memory_mut(|memory| memory.request_focus(*next));
    }
    let by = if earlier { -height } else { height };
    if earlier || later {
        ui.scroll_to_rect(place.translate(vec2(0.0, by)).expand(height), None);
    }
    match (earlier, later, ticks) {
        (true, ..) => Some(RowAction::Earlier),
        (_, true, _) => Some(RowAction::Later),
        (.., true) => Some(RowAction::Tick),
        _ => None,
    }
}

fn ground(ui: &Ui, place: Rect, response: &Response, is_looked_at: bool) {
    selection::row(ui, place, response, is_looked_at);
    if response.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::Grabbing);
    }
}

fn paint_tick(ui: &Ui, place: Rect, is_ticked: bool, response: &Response) {
    let colours = Colours::of(ui);
    let painter = ui.painter();
    let (fill, edge) = if is_ticked {
        (colours.accent, colours.accent)
    } else if response.hovered() {
        (colours.surface, colours.text)
    } else {
        (colours.surface, colours.text_weak)
    };
    painter.rect(place, 3.0, fill, Stroke::new(1.0, edge), StrokeKind::Inside);
    if is_ticked {
        let sign = [(-3.0, 0.2), (-0.9, 2.4), (3.2, -2.4)].map(|(x, y)| place.center() + vec2(x, y));
        painter.line(sign.to_vec(), Stroke::new(1.6, colours.surface));
    }
    if response.has_focus() {
        let edge = Stroke::new(2.0, colours.accent);
        painter.rect_stroke(place.expand(3.0), 4.0, edge, StrokeKind::Outside);
    }
}

fn words_of(ui: &Ui, place: Rect, shift: f32, row: &OutlineRow<'_>) {
    let colours = Colours::of(ui);
    let painter = ui.painter().with_clip_rect(place.intersect(ui.clip_rect()));
    let middle = place.center().y;
    for x in [-2.0, 2.0] {
        for y in [-4.0, 0.0, 4.0] {
            let at = pos2(place.left() + GRIP_AT + shift + x, middle + y);
            painter.circle_filled(at, 1.0, colours.text_weak);
        }
    }
    let (left, right) = (place.left() + NAME_AT + shift, place.right() - 14.0);
    let mut end = right;
    if !row.note.is_empty() {
        let note = line(
            &painter,
            row.note.as_str(),
            SMALL,
            colours.text_weak,
            (right - left) * 0.6,
        );
        end = to_right(&painter, note, pos2(right, middle)) - 8.0;
    }
    let ink = if row.is_ticked {
        colours.text
    } else {
        colours.text_weak
    };
    let text = line(&painter, row.text.as_str(), BODY, ink, end - left);
    from_left(&painter, text, left, middle);
}
