//! Cards: the frame around what belongs together, and the one that says how to begin.

use eframe::egui::{Align, Frame, Label, Layout, Margin, RichText, Ui};

use super::text::{ANSWER, BODY};
use crate::ui::theme::Colours;

/// The frame of a card, with so much room around its contents.
pub(in crate::ui) fn card(ui: &Ui, margin: Margin) -> Frame {
    let colours = Colours::of(ui);
    Frame::new()
        .fill(colours.surface)
        .stroke((1.0, colours.outline))
        .corner_radius(4)
        .inner_margin(margin)
}

/// A card over all the room there is, for a screen with nothing to show: what is missing, what to do about it, and below that
/// the ways to begin. `most` is the greatest width of its text, in points.
pub(in crate::ui) fn beginning(
    ui: &mut Ui,
    (what, how): (&str, &str),
    most: f32,
    ways: impl FnOnce(&mut Ui),
) {
    card(ui, Margin::symmetric(16, 14)).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.set_max_width(most.min(ui.available_width()));
            ui.spacing_mut().item_spacing.y = 8.0;
            ui.add(Label::new(RichText::new(what).size(ANSWER)).wrap());
            let how = RichText::new(how).size(BODY).color(Colours::of(ui).text_weak);
            ui.add(Label::new(how).wrap());
            ways(ui);
        });
    });
}
