//! What rows and headings share: margins, and the sign of what opens.

use eframe::egui::{Pos2, Ui};

use crate::ui::pieces::Icon;
use crate::ui::theme::Colours;

/// Left and right of everything in a row, in points.
pub(super) const LEFT: f32 = 12.0;
pub(super) const RIGHT: f32 = 14.0;

/// › or, when open, ⌄.
pub(super) fn chevron(ui: &Ui, at: Pos2, is_open: bool, is_hovered: bool) {
    let colours = Colours::of(ui);
    let ink = if is_hovered { colours.accent } else { colours.text };
    let icon = if is_open { Icon::Down } else { Icon::Right };
    icon.paint(ui.painter(), at, ink);
}
