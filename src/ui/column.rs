//! A panel's column: scrolling contents.

use eframe::egui::{Id, ScrollArea, Ui};

/// Scrolling contents with room for the scroll bar, which would otherwise cover figures.
pub(super) fn scrolling(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.set_max_width(ui.available_width() - 10.0);
        contents(ui);
        keep_focus_in_sight(ui);
    });
}

/// Scrolls to the control that just received focus; call inside a scroll area, after its contents.
pub(super) fn keep_focus_in_sight(ui: &Ui) {
    let id = ui.scope_id().with("last focus");
    let focused = ui.memory(eframe::egui::Memory::focused);
    let last = ui.data(|data| data.get_temp::<Option<Id>>(id)).flatten();
    if focused == last {
        return;
    }
    ui.data_mut(|data| data.insert_temp(id, focused));
    let Some(control) = focused.and_then(|focused| ui.ctx().read_response(focused)) else {
        return;
    };
    let is_inside = control.layer_id == ui.layer_id() && ui.min_rect().contains_rect(control.rect);
    if is_inside {
        ui.scroll_to_rect(control.rect.expand(8.0), None);
    }
}
