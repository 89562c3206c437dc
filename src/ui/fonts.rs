//! The embedded fonts, so that text looks alike everywhere and Chinese needs no font on the machine.

use std::sync::Arc;

use eframe::egui::{FontData, FontDefinitions, FontFamily};

use crate::text::Language;

const LATIN: &str = "Noto Sans";
const CHINESE: &str = "Noto Sans SC";
const SIGNS: &str = "Signs";
const SYMBOLS: &str = "Noto Symbols";

/// The fonts in the order in which they are searched for a character. Chinese comes first for Chinese readers, so that
/// punctuation has its Chinese width, and last for English ones.
#[must_use]
pub fn definitions(language: Language) -> FontDefinitions {
    let order = match language {
        Language::English => [LATIN, SIGNS, SYMBOLS, CHINESE],
        Language::Chinese => [CHINESE, LATIN, SIGNS, SYMBOLS],
    };
    let mut fonts = FontDefinitions::empty();
    for (name, data) in files() {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(data)));
    }
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        fonts.families.insert(family, order.map(str::to_owned).to_vec());
    }
    fonts
}

const fn files() -> [(&'static str, &'static [u8]); 4] {
    [
        (LATIN, include_bytes!("../../assets/fonts/NotoSans-subset.ttf")),
        (
            CHINESE,
            include_bytes!("../../assets/fonts/NotoSansSC-subset.otf"),
        ),
        (SIGNS, include_bytes!("../../assets/fonts/Signs-subset.ttf")),
        (
            SYMBOLS,
            include_bytes!("../../assets/fonts/NotoSymbols-subset.ttf"),
        ),
    ]
}

/// The raw font files, for the test that every character the program shows has a glyph.
#[must_use]
pub fn supported() -> Vec<&'static [u8]> {
    files().map(|(_, data)| data).to_vec()
}
