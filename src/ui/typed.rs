//! Number fields that can be visited without changing anything, and left by Escape without taking what was typed.

use eframe::egui::{DragValue, Key, Response, Ui};

use crate::text::numbers;

/// A field for `figure`, shown with `decimals`, `width` points wide. Enter, leaving the field or the end of a drag take
/// what was typed.
pub(super) fn field(ui: &mut Ui, figure: &mut f64, decimals: usize, speed: f64, width: f32) -> Response {
    let before = *figure;
    let mut read = before;
    let drag = DragValue::new(&mut read)
        .speed(speed)
        .update_while_editing(false)
        .custom_formatter(move |value, _| numbers::decimal(value, decimals))
        .custom_parser(numbers::parse);
    let response = ui.add_sized([width, ui.spacing().interact_size.y], drag);
    // The toolkit says for two frames that the field was left, but looks for Escape only in the first.
    let id = response.id.with("escaped");
    let was_escaped = ui.data_mut(|data| data.remove_temp::<bool>(id)).is_some();
    let is_escaped = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
    if is_escaped {
        ui.data_mut(|data| data.insert_temp(id, true));
    }
    if response.changed() && !was_escaped && !is_escaped {
        *figure = if response.dragged() {
            read
        } else {
            numbers::read_back(before, read, decimals)
        };
    }
    response
}
