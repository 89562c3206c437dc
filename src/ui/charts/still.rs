//! Plots that the pointer does not move.

use egui_plot::Plot;

use crate::ui::theme::Colours;

/// A plot fixed in place, whatever the pointer does: the pointer moves the scenario instead.
pub(in crate::ui) fn still<'a>(plot: Plot<'a>, colours: &Colours) -> Plot<'a> {
    plot.show_background(false)
        .grid_color(colours.grid)
        .grid_fade(1.0)
        .show_crosshair(false)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .label_formatter(|_| None)
}
