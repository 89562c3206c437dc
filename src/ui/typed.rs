//! Number fields that can be visited without changing anything, and left by Escape without taking what was typed.

use std::cell::Cell;

use eframe::egui::{DragValue, Id, Key, Response, Ui};

use super::typing;
use crate::session::{DocumentId, Session};
use crate::text::numbers;

/// A number field as it was drawn.
pub(super) struct Typed {
    pub response: Response,
    /// The figure that is being typed, and that leaving the field would take.
    pub pending: Option<f64>,
}

/// What is typed in one document is nothing to another that comes to the front: called before any field is drawn.
pub(super) fn note_document(ui: &Ui, session: &Session) {
    let front = session.document().id();
    ui.data_mut(|data| data.insert_temp(Id::unique("typed in"), front));
}

/// A field for `figure`, shown with `decimals`, `width` points wide. Enter, leaving the field or the end of a drag take
/// what was typed.
pub(super) fn field(ui: &mut Ui, figure: &mut f64, decimals: usize, speed: f64, width: f32) -> Typed {
    let before = *figure;
    let document = ui.data(|data| data.get_temp::<DocumentId>(Id::unique("typed in")));
    let id = ui.next_auto_id().with(("typed", document));
    // The figure that the text stood for when it last stood for one, and whether it still does.
    let known = ui.data(|data| data.get_temp::<(f64, bool)>(id));
    let start = known.map_or(before, |(figure, _)| figure);
    let mut read = start;
    // The toolkit keeps the text to itself; its parser is the one place that sees every key.
    let parsed = Cell::new(None);
    let drag = DragValue::new(&mut read)
        .speed(speed)
        .update_while_editing(true)
        .custom_formatter(move |value, _| numbers::decimal(value, decimals))
        .custom_parser(|text| {
            let figure = numbers::parse(text);
            parsed.set(Some(figure.is_some()));
            figure
        });
    let mut response = ui.add_sized([width, ui.spacing().interact_size.y], drag);
    let latest = parsed.get().map(|is_figure| (read, is_figure)).or(known);
    let taken = latest
        .filter(|(_, is_figure)| *is_figure)
        .map(|(read, _)| numbers::read_back(before, read, decimals));
    if response.has_focus() {
        typing::nothing(ui);
        if parsed.get().is_none() && (read - start).abs() > 0.0 {
            // The arrow keys count at once.
            *figure = read;
            ui.data_mut(|data| data.remove::<(f64, bool)>(id));
            return Typed {
                response,
                pending: None,
            };
        }
        if let Some(latest) = latest {
            ui.data_mut(|data| data.insert_temp(id, latest));
        }
        let pending = taken.filter(|taken| (taken - before).abs() > 0.0);
        return Typed { response, pending };
    }
    ui.data_mut(|data| data.remove::<(f64, bool)>(id));
    if response.lost_focus() {
        typing::nothing(ui);
        let is_escaped = ui.input(|input| input.key_pressed(Key::Escape));
        if let Some(taken) = taken.filter(|taken| !is_escaped && (taken - before).abs() > 0.0) {
            *figure = taken;
            response.mark_changed();
        }
    } else if response.changed() {
        *figure = if response.dragged() {
            read
        } else {
            numbers::read_back(before, read, decimals)
        };
    }
    Typed {
        response,
        pending: None,
    }
}
