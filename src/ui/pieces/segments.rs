//! A choice of one among a few, as a row of buttons.

use eframe::egui::{CornerRadius, FontId, Key, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::text::BODY;
use crate::ui::theme::Colours;

/// The height of the row, and the space beside each word, in points.
const HEIGHT: f32 = 24.0;
const PADDING: f32 = 10.0;

/// The width that a row with these words takes, in points.
pub(in crate::ui) fn segments_width(ui: &Ui, words: &[impl AsRef<str>]) -> f32 {
    let width = |word: &str| {
        let font = FontId::proportional(BODY);
        let galley = ui
            .painter()
            .layout_no_wrap(word.to_owned(), font, ui.visuals().text_color());
        galley.size().x + 2.0 * PADDING
    };
    words.iter().map(|word| width(word.as_ref())).sum()
}

/// A row of buttons; returns the position of the one that was clicked. Arrow keys go on from the focused one.
pub(in crate::ui) fn segments(
    ui: &mut Ui,
    words: &[impl AsRef<str>],
    chosen: Option<usize>,
) -> Option<usize> {
    let colours = Colours::of(ui);
    let mut clicked = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = -1.0;
        for (n, word) in words.iter().enumerate() {
            let word = word.as_ref();
            let is_chosen = chosen == Some(n);
            let ink = if is_chosen {
                colours.text
            } else {
                colours.text_weak
            };
            let galley = ui
                .painter()
                .layout_no_wrap(word.to_owned(), FontId::proportional(BODY), ink);
            let size = vec2(galley.size().x + 2.0 * PADDING, HEIGHT);
            let (place, response) = ui.allocate_exact_size(size, Sense::click());
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, word));
            let fill = match (is_chosen, response.hovered()) {
                (true, _) => colours.selection,
                (false, true) => colours.control,
                (false, false) => colours.surface,
            };
            let edge = match (response.has_focus(), is_chosen) {
                (true, _) => Stroke::new(2.0, colours.accent),
                (false, true) => Stroke::new(1.0, colours.accent),
                (false, false) => Stroke::new(1.0, colours.outline),
            };
            let (first, last) = (n == 0, n + 1 == words.len());
            let round = |is_end| if is_end { 4 } else { 0 };
            let corners = CornerRadius {
                nw: round(first),
                sw: round(first),
                ne: round(last),
                se: round(last),
            };
            let painter = ui.painter();
            painter.rect(place, corners, fill, edge, StrokeKind::Inside);
            let at = pos2(place.left() + PADDING, place.center().y - galley.size().y / 2.0);
            painter.galley(at, galley, ink);
            if response.clicked() {
                clicked = Some(n);
            }
            if response.has_focus() {
                let (back, on) = ui.input(|input| {
                    (
                        input.num_presses(Key::ArrowLeft),
                        input.num_presses(Key::ArrowRight),
                    )
                });
                let next = (n + on).saturating_sub(back).min(words.len() - 1);
                if next != n && back + on > 0 {
                    clicked = Some(next);
                }
            }
        }
    });
    clicked.filter(|clicked| chosen != Some(*clicked))
}
