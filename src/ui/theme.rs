//! Colours and spacing of the window.

use std::sync::LazyLock;

use eframe::egui::{self, Color32, CornerRadius, FontFamily, FontId, Stroke, TextStyle, Visuals, vec2};

use crate::figure::{Palette, Rgb};
use crate::session::Theme;

/// Every colour by meaning, as an egui colour.
pub type Colours = Palette<Color32>;

static BOTH: LazyLock<[Colours; 2]> = LazyLock::new(|| {
    [false, true].map(|is_dark| {
        Palette::of_ground(is_dark).map(|Rgb(red, green, blue)| Color32::from_rgb(red, green, blue))
    })
});

impl Colours {
    /// The colours for a light or dark background.
    #[must_use]
    pub fn on(is_dark: bool) -> &'static Self {
        &BOTH[usize::from(is_dark)]
    }

    /// The colours of the current theme.
    #[must_use]
    pub fn of(ui: &egui::Ui) -> &'static Self {
        Self::on(ui.visuals().dark_mode)
    }
}

/// Sets colours, text sizes and spacing for both themes; called once at the start.
pub fn apply_theme(ctx: &egui::Context) {
    // If the system does not say, as on most remote desktops, light is the better guess for an office.
    ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
    for (theme, is_dark) in [(egui::Theme::Light, false), (egui::Theme::Dark, true)] {
        let colours = Colours::on(is_dark);
        ctx.style_mut_of(theme, |style| {
            style.visuals = visuals(colours, is_dark);
            for (text, size) in [
                (TextStyle::Small, 11.5),
                (TextStyle::Body, 13.5),
                (TextStyle::Button, 13.5),
                (TextStyle::Monospace, 12.5),
                (TextStyle::Heading, 16.0),
            ] {
                style
                    .text_styles
                    .insert(text, FontId::new(size, FontFamily::Proportional));
            }
            style.spacing.item_spacing = vec2(8.0, 5.0);
            style.spacing.button_padding = vec2(8.0, 3.0);
            style.spacing.interact_size.y = 22.0;
        });
    }
}

/// The egui name of the user's choice.
#[must_use]
pub(crate) const fn preference(theme: Theme) -> egui::ThemePreference {
    match theme {
        Theme::System => egui::ThemePreference::System,
        Theme::Light => egui::ThemePreference::Light,
        Theme::Dark => egui::ThemePreference::Dark,
    }
}

fn visuals(colours: &Colours, is_dark: bool) -> Visuals {
    let mut visuals = if is_dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    visuals.panel_fill = colours.ground;
    visuals.window_fill = colours.surface;
    visuals.extreme_bg_color = colours.surface;
    visuals.faint_bg_color = colours.ground;
    visuals.window_stroke = Stroke::new(1.0, colours.outline);
    visuals.hyperlink_color = colours.accent;
    visuals.selection.bg_fill = colours.selection;
    visuals.selection.stroke = Stroke::new(1.5, colours.accent);
    visuals.weak_text_color = Some(colours.text_weak);
    visuals.error_fg_color = colours.missed;
    visuals.warn_fg_color = colours.close;
    visuals.slider_trailing_fill = false;
    let widgets = &mut visuals.widgets;
    for (state, fill) in [
        (&mut widgets.noninteractive, colours.ground),
        (&mut widgets.inactive, colours.control),
        (&mut widgets.hovered, colours.control_hovered),
        (&mut widgets.active, colours.control_hovered),
        (&mut widgets.open, colours.control_hovered),
    ] {
        state.bg_fill = fill;
        state.weak_bg_fill = fill;
        state.bg_stroke = Stroke::new(1.0, colours.outline);
        state.fg_stroke = Stroke::new(1.0, colours.text);
        state.corner_radius = CornerRadius::same(4);
        state.expansion = 0.0;
    }
    // The edge shows what the keyboard will act on.
    widgets.hovered.bg_stroke = Stroke::new(1.0, colours.text_weak);
    widgets.active.bg_stroke = Stroke::new(2.0, colours.accent);
    visuals
}
