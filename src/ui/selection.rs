//! The one selection of the window, as lists show it.

use eframe::egui::{Id, Rect, Response, Shape, Ui};

use super::focus_ring;
use super::theme::Colours;
use crate::session::View;

/// The bar at the edge of a selected row, in points.
pub(super) const BAR: f32 = 3.0;

/// Whether something was selected since this list was last drawn, so that it scrolls there once.
pub(super) fn is_new(ui: &Ui, view: &View, list: &'static str) -> bool {
    let id = Id::unique(("selection shown by", list));
    let before = ui.data(|data| data.get_temp::<u64>(id)).unwrap_or(0);
    ui.data_mut(|data| data.insert_temp(id, view.selections()));
    before != view.selections()
}

/// The ground of a row: selected, under the pointer, or in focus.
pub(super) fn row(ui: &Ui, rect: Rect, response: &Response, is_selected: bool) {
    if is_selected {
        ground(ui, rect);
    } else if response.hovered() || response.dragged() {
        ui.painter().rect_filled(rect, 0.0, Colours::of(ui).control);
    }
    focus_ring(response);
}

/// The ground of the selected row.
pub(super) fn ground(ui: &Ui, rect: Rect) {
    ui.painter().add(shape(rect, Colours::of(ui)));
}

/// The same as a shape, for what is measured only once it is drawn.
pub(super) fn shape(rect: Rect, colours: &Colours) -> Shape {
    Shape::Vec(vec![
        Shape::rect_filled(rect, 0.0, colours.selection),
        Shape::rect_filled(rect.with_max_x(rect.left() + BAR), 0.0, colours.accent),
    ])
}
