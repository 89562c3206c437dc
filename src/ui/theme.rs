//! Colours and spacing. The values are in `assets/colours.ron`.

use std::sync::LazyLock;

use eframe::egui::{self, Color32, CornerRadius, FontFamily, FontId, Stroke, TextStyle, Visuals, vec2};
use serde::Deserialize;

use crate::figure::Role;
use crate::model::Status;
use crate::session::Theme;

/// One token on both grounds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Token {
    light: String,
    dark: String,
}

macro_rules! tokens {
    ($($name:ident: $meaning:literal,)*) => {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Tokens { $($name: Token,)* }

        /// Every colour by what it means.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct Colours { $(#[doc = $meaning] pub $name: Color32,)* }

        impl Colours {
            fn pick(tokens: &Tokens, side: impl Fn(&Token) -> &str) -> Option<Self> {
                Some(Self { $($name: Color32::from_hex(side(&tokens.$name)).ok()?,)* })
            }

            /// One colour for everything.
            const fn from_one(colour: Color32) -> Self {
                Self { $($name: colour,)* }
            }

            /// Every colour with its name, for the contrast test.
            #[must_use]
            pub fn named(&self) -> Vec<(&'static str, Color32)> {
                vec![$((stringify!($name), self.$name),)*]
            }
        }
    };
}

tokens! {
    ground: "Behind everything.",
    surface: "Behind charts and cards.",
    control: "Buttons and sliders.",
    control_hovered: "The same under the pointer.",
    outline: "Edges.",
    text: "Text.",
    text_weak: "Secondary text.",
    accent: "Focus and links.",
    selection: "Selected text.",
    grid: "Grid lines.",
    scenario: "The scenario's line.",
    plan: "The plan's even path.",
    pinned_first: "The first pinned scenario.",
    pinned_second: "The second.",
    pinned_third: "The third.",
    target: "Targets.",
    met: "Status met.",
    close: "Status close.",
    missed: "Status missed.",
    wrong_direction: "Status wrong direction.",
    unknown: "Status unknown.",
}

static TOKENS: LazyLock<(Colours, Colours)> = LazyLock::new(|| {
    let tokens: Option<Tokens> = ron::from_str(include_str!("../../assets/colours.ron")).ok();
    let both = tokens.and_then(|tokens| {
        Some((
            Colours::pick(&tokens, |token| &token.light)?,
            Colours::pick(&tokens, |token| &token.dark)?,
        ))
    });
    // The file is part of the program and tests/window.rs reads it; plain grey is better than no window.
    both.unwrap_or((
        Colours::from_one(Color32::DARK_GRAY),
        Colours::from_one(Color32::LIGHT_GRAY),
    ))
});

impl Colours {
    /// The colours for a light or dark ground.
    #[must_use]
    pub fn on(is_dark: bool) -> &'static Self {
        if is_dark { &TOKENS.1 } else { &TOKENS.0 }
    }

    /// The colours for what is being drawn.
    #[must_use]
    pub fn of(ui: &egui::Ui) -> &'static Self {
        Self::on(ui.visuals().dark_mode)
    }

    /// The colour of a status.
    #[must_use]
    pub const fn status(&self, status: Status) -> Color32 {
        match status {
            Status::Met => self.met,
            Status::Close => self.close,
            Status::Missed => self.missed,
            Status::WrongDirection => self.wrong_direction,
            Status::Unknown => self.unknown,
        }
    }

    /// The colour of a line.
    #[must_use]
    pub const fn role(&self, role: Role) -> Color32 {
        match role {
            Role::Scenario => self.scenario,
            Role::Plan => self.plan,
            Role::Pinned(n) => match n % 3 {
                0 => self.pinned_first,
                1 => self.pinned_second,
                _ => self.pinned_third,
            },
        }
    }
}

/// Sets colours, text sizes and spacing for both grounds; done once at the start.
pub fn apply_theme(ctx: &egui::Context) {
    // Where the system does not say, as on most remote desktops, paper is the better guess for an office.
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

/// What the toolkit calls the user's choice.
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
    widgets.hovered.bg_stroke = Stroke::new(1.0, colours.accent);
    widgets.active.bg_stroke = Stroke::new(2.0, colours.accent);
    visuals
}
