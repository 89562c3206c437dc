//! A panel's column: a heading that stays, and contents that scroll.

use eframe::egui::{RichText, ScrollArea, Ui};

use super::theme::Colours;

/// A column that scrolls, with a heading above that stays.
pub(super) fn draw(ui: &mut Ui, heading: &str, beside: &str, contents: impl FnOnce(&mut Ui)) {
    let weak = Colours::of(ui).text_weak;
    ui.horizontal(|ui| {
        ui.heading(heading);
        ui.label(RichText::new(beside).color(weak));
    });
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        // Room for the scroll bar, which would otherwise lie over figures.
        ui.set_max_width(ui.available_width() - 10.0);
        contents(ui);
    });
}
