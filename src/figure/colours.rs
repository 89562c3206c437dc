//! Colours by meaning. The values are in `assets/colours.ron`, for light and dark backgrounds on screen and for paper,
//! which is light.

use std::sync::LazyLock;

use serde::Deserialize;

use super::Role;
use crate::model::{Standing, Status};

/// A colour as red, green and blue, 0 to 255 each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u8, pub u8, pub u8);

impl Rgb {
    /// Parses `#` and six hexadecimal digits.
    fn from_hex(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        Some(Self(part(0)?, part(2)?, part(4)?))
    }
}

impl std::fmt::Display for Rgb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02X}{:02X}{:02X}", self.0, self.1, self.2)
    }
}

/// One token on both backgrounds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ColorToken {
    light: String,
    dark: String,
}

macro_rules! tokens {
    ($($name:ident: $meaning:literal,)*) => {
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        struct Tokens { $($name: ColorToken,)* }

        /// Every colour by meaning, in whatever form a drawing library wants.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub struct Palette<C> { $(#[doc = $meaning] pub $name: C,)* }

        impl Palette<Rgb> {
            fn pick(tokens: &Tokens, side: impl Fn(&ColorToken) -> &str) -> Option<Self> {
                Some(Self { $($name: Rgb::from_hex(side(&tokens.$name))?,)* })
            }

            const fn from_one(colour: Rgb) -> Self {
                Self { $($name: colour,)* }
            }
        }

        impl<C: Copy> Palette<C> {
            /// Converts the palette to another colour type.
            #[must_use]
            pub fn map<D>(&self, form: impl Fn(C) -> D) -> Palette<D> {
                Palette { $($name: form(self.$name),)* }
            }

            /// Every colour with its name, for the contrast test.
            #[must_use]
            pub fn named(&self) -> Vec<(&'static str, C)> {
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
    catch_up: "The path that catches up with the target.",
    trial: "A path that is looked at before it is set.",
    pinned_first: "The first pinned scenario.",
    pinned_second: "The second.",
    pinned_third: "The third.",
    compared_first: "The first of compared scenarios.",
    compared_second: "The second.",
    compared_third: "The third.",
    compared_fourth: "The fourth.",
    compared_fifth: "The fifth.",
    target: "Targets.",
    met: "Status met.",
    close: "Status close.",
    missed: "Status missed.",
    wrong_direction: "Status wrong direction.",
    unknown: "Status unknown.",
}

static TOKENS: LazyLock<(Palette<Rgb>, Palette<Rgb>)> = LazyLock::new(|| {
    let tokens: Option<Tokens> = ron::from_str(include_str!("../../assets/colours.ron")).ok();
    let both = tokens.and_then(|tokens| {
        Some((
            Palette::pick(&tokens, |token| &token.light)?,
            Palette::pick(&tokens, |token| &token.dark)?,
        ))
    });
    // The file is compiled in and tests/window/panels/screens.rs reads it; plain grey is better than no window.
    both.unwrap_or((
        Palette::from_one(Rgb(96, 96, 96)),
        Palette::from_one(Rgb(160, 160, 160)),
    ))
});

impl Palette<Rgb> {
    /// The colours for a light or dark background.
    #[must_use]
    pub fn of_ground(is_dark: bool) -> &'static Self {
        if is_dark { &TOKENS.1 } else { &TOKENS.0 }
    }
}

impl<C: Copy> Palette<C> {
    /// The colour of a status.
    #[must_use]
    pub const fn status(&self, status: Status) -> C {
        match status {
            Status::Met => self.met,
            Status::Close => self.close,
            Status::Missed => self.missed,
            Status::WrongDirection => self.wrong_direction,
            Status::Unknown => self.unknown,
        }
    }

    /// The colour of a compared scenario, by its letter counted from 0; there are five.
    #[must_use]
    pub const fn compared(&self, slot: usize) -> C {
        match slot % 5 {
            0 => self.compared_first,
            1 => self.compared_second,
            2 => self.compared_third,
            3 => self.compared_fourth,
            _ => self.compared_fifth,
        }
    }

    /// The colour of a line.
    #[must_use]
    pub const fn role(&self, role: Role) -> C {
        match role {
            Role::Scenario => self.scenario,
            Role::Plan => self.plan,
            Role::CatchUp => self.catch_up,
            Role::Trial => self.trial,
            Role::Pinned(n) => match n % 3 {
                0 => self.pinned_first,
                1 => self.pinned_second,
                _ => self.pinned_third,
            },
        }
    }
}

/// The status whose colour a standing takes.
#[must_use]
pub const fn tone(standing: Standing) -> Status {
    match standing {
        Standing::Reached | Standing::Holds | Standing::Ahead | Standing::OnSchedule => Status::Met,
        Standing::Behind | Standing::BeyondLimit | Standing::NotReached => Status::Missed,
        Standing::WrongDirection => Status::WrongDirection,
        Standing::Unknown | Standing::Open => Status::Unknown,
    }
}
