//! The palette: commands, files, screens, indicators and settings, found by typing in either language, or by pinyin.

mod hits;

use eframe::egui::{Id, Key, Modal, Rect, Role, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, pos2, vec2};

use super::pieces::{BODY, NOTE, SMALL, from_left, line, to_right};
use super::theme::Colours;
use super::{focus_ring, name_control};
use crate::session::{Command, Session};
use crate::text::{Language, say};
use crate::wording::labelled;
use hits::{Hit, all, sorted};

/// The most width and height, and what is left around it in a small window; the height of a row, in points.
const WIDTH: f32 = 560.0;
const HEIGHT: f32 = 384.0;
const AROUND: f32 = 48.0;
const ROW: f32 = 24.0;
/// The columns of what kind a thing is and of keys, and the space between columns and at the sides.
const KIND: f32 = 104.0;
const KEYS: f32 = 96.0;
const GAP: f32 = 10.0;

pub(super) fn draw(ui: &Ui, session: &Session, send: &mut Vec<Command>) {
    if !session.view().palette {
        return;
    }
    let language = session.view().language;
    let id = Id::unique("palette");
    let (mut text, mut chosen) = ui
        .data(|data| data.get_temp::<(String, usize)>(id))
        .unwrap_or_default();
    let mut finished = false;
    let room = ui.ctx().content_rect().size();
    Modal::new(Id::unique("palette window")).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH.min(room.x - AROUND));
        let asks = say(language, "palette-hint");
        let (up, down, enter, escape) = ui.input(|input| {
            let pressed = |key| input.key_pressed(key);
            (
                pressed(Key::ArrowUp),
                pressed(Key::ArrowDown),
                pressed(Key::Enter),
                pressed(Key::Escape),
            )
        });
        let field = ui.add(
            TextEdit::singleline(&mut text)
                .hint_text(asks.as_ref())
                .desired_width(f32::INFINITY),
        );
        name_control(&field, Role::SearchInput, &asks);
        field.request_focus();
        let all = all(ui, session);
        let found = sorted(&all, &text);
        chosen = (chosen + usize::from(down))
            .saturating_sub(usize::from(up))
            .min(found.len().saturating_sub(1));
        if field.changed() {
            chosen = 0;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(6.0);
        let list = ScrollArea::vertical()
            // The field stays where it is, however much is found.
            .auto_shrink(false)
            .max_height(HEIGHT.min(room.y - 2.0 * AROUND));
        list.show(ui, |ui| {
            for (n, (at, also)) in found.iter().enumerate() {
                let (hit, is_chosen) = (&all[*at], n == chosen);
                let also = also.map(|also| hit.also[also].as_str());
                let (place, is_clicked) = row(ui, hit, also, is_chosen, language);
                if is_chosen && (up || down || field.changed()) {
                    ui.scroll_to_rect(place, None);
                }
                if is_clicked || (enter && is_chosen) {
                    send.extend(hit.commands.iter().cloned());
                    finished = true;
                }
            }
            if found.is_empty() {
                ui.label(say(language, "palette-nothing"));
            }
        });
        finished |= escape;
    });
    if finished {
        ui.data_mut(|data| data.remove::<(String, usize)>(id));
        // First, so that a chosen command may reopen the palette.
        send.insert(0, Command::ShowPalette(false));
    } else {
        ui.data_mut(|data| data.insert_temp(id, (text, chosen)));
    }
}

/// One thing found: its name, what it was found by where that is something else, what kind of thing it is, and its keys.
/// Returns its place, and whether it was clicked.
fn row(ui: &mut Ui, hit: &Hit, also: Option<&str>, is_chosen: bool, language: Language) -> (Rect, bool) {
    let (place, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let kind = say(language, hit.kind);
    response.widget_info(|| {
        let words = labelled(&kind, &hit.label, language);
        WidgetInfo::selected(Role::ListItem, true, is_chosen, words)
    });
    let colours = Colours::of(ui);
    let painter = ui.painter();
    if is_chosen {
        painter.rect_filled(place, 3.0, colours.selection);
    } else if response.hovered() {
        painter.rect_filled(place, 3.0, colours.control);
    }
    focus_ring(&response);
    let middle = place.center().y;
    let text = |words: &str, size, colour, room: f32| line(painter, words, size, colour, room);
    let right = place.right() - GAP;
    to_right(
        painter,
        text(&hit.keys(), NOTE, colours.text_weak, KEYS),
        pos2(right, middle),
    );
    // Kinds begin in one line, as do names.
    let kinds = right - KEYS - GAP - KIND;
    from_left(
        painter,
        text(&kind, SMALL, colours.text_weak, KIND),
        kinds,
        middle,
    );
    let left = place.left() + GAP;
    let end = from_left(
        painter,
        text(&hit.label, BODY, colours.text, kinds - GAP - left),
        left,
        middle,
    );
    let room = kinds - GAP - end - GAP;
    if let Some(also) = also.filter(|_| room > 24.0) {
        from_left(
            painter,
            text(also, SMALL, colours.text_weak, room),
            end + GAP,
            middle,
        );
    }
    (place, response.clicked())
}
