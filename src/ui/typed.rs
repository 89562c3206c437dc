//! Number fields that can be visited without changing anything, and left by Escape without submitting.

use std::cell::RefCell;

use eframe::egui::{DragValue, Id, Key, Response, Ui};

use super::typing;
use crate::session::{DocumentId, Session};
use crate::text::numbers;

/// A number field as drawn.
pub(super) struct Typed {
    pub response: Response,
    /// The figure being typed, which losing focus would submit.
    pub pending: Option<f64>,
    /// The text being typed, if it is not a number.
    pub misread: Option<String>,
}

/// The last valid figure of the text, and the text if it is no longer valid.
type LastValid = (f64, Option<String>);

/// Text typed in one document means nothing to another that comes to the front; called before any field is drawn.
pub(super) fn note_document(ui: &Ui, session: &Session) {
    let front = session.document().id();
    ui.data_mut(|data| data.insert_temp(Id::unique("typed in"), front));
}

/// Whether the field with words that is the only one of this place is being typed in.
pub(super) fn is_typed_in(ui: &Ui) -> bool {
    let field = ui.data(|data| data.get_temp::<Id>(ui.scope_id().with("field")));
    field.is_some_and(|field| ui.memory(|memory| memory.has_focus(field)))
}

/// A field for `figure`, shown with `decimals`, `width` points wide. Enter, losing focus or ending a drag submits the
/// text.
pub(super) fn field(ui: &mut Ui, figure: &mut f64, decimals: usize, speed: f64, width: f32) -> Typed {
    worded(ui, figure, (decimals, speed), width, None)
}

/// The same, showing `words` until it is typed in.
pub(super) fn worded(
    ui: &mut Ui,
    figure: &mut f64,
    (decimals, speed): (usize, f64),
    width: f32,
    words: Option<&str>,
) -> Typed {
    let before = *figure;
    let has_words = words.is_some();
    let words = words.filter(|_| !is_typed_in(ui)).map(str::to_owned);
    let place = ui.scope_id();
    let document = ui.data(|data| data.get_temp::<DocumentId>(Id::unique("typed in")));
    let id = ui.next_auto_id().with(("typed", document));
    // The last valid figure of the text, and the text if it is no longer valid.
    let known = ui.data(|data| data.get_temp::<LastValid>(id));
    let start = known.as_ref().map_or(before, |(figure, _)| *figure);
    let mut read = start;
    // egui keeps the text private; its parser is the one place that sees every key.
    let parsed = RefCell::new(None);
    let drag = DragValue::new(&mut read)
        .speed(speed)
        .update_while_editing(true)
        .custom_formatter(move |value, _| match &words {
            Some(words) => words.clone(),
            None => numbers::decimal(value, decimals),
        })
        .custom_parser(|text| {
            let figure = numbers::parse(text);
            *parsed.borrow_mut() = Some(figure.is_none().then(|| text.to_owned()));
            figure
        });
    let mut response = ui.add_sized([width, ui.spacing().interact_size.y], drag);
    if has_words {
        ui.data_mut(|data| data.insert_temp(place.with("field"), response.id));
    }
    let parsed = parsed.into_inner();
    let is_untouched = parsed.is_none();
    let latest = parsed.map(|misread| (read, misread)).or(known);
    let taken = latest
        .as_ref()
        .filter(|(_, misread)| misread.is_none())
        .map(|(read, _)| numbers::read_back(before, *read, decimals));
    if response.has_focus() {
        typing::nothing(ui);
        if is_untouched && (read - start).abs() > 0.0 {
            // The arrow keys take effect at once.
            *figure = read;
            ui.data_mut(|data| data.remove::<LastValid>(id));
            return Typed {
                response,
                pending: None,
                misread: None,
            };
        }
        let misread = latest.as_ref().and_then(|(_, misread)| misread.clone());
        if let Some(latest) = latest {
            ui.data_mut(|data| data.insert_temp(id, latest));
        }
        return Typed {
            response,
            pending: taken.filter(|taken| (taken - before).abs() > 0.0),
            misread: misread.filter(|text| !text.trim().is_empty()),
        };
    }
    ui.data_mut(|data| data.remove::<LastValid>(id));
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
        misread: None,
    }
}
