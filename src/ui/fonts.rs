//! The embedded fonts, prepared for egui.

use std::sync::Arc;

use eframe::egui::{FontData, FontDefinitions, FontFamily};

use crate::text::{Language, fonts};

/// The fonts in the order they are searched for a character.
#[must_use]
pub fn definitions(language: Language) -> FontDefinitions {
    let order = fonts(language);
    let mut definitions = FontDefinitions::empty();
    for font in order {
        let data = Arc::new(FontData::from_static(font.data));
        definitions.font_data.insert(font.family.to_owned(), data);
    }
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        let names = order.map(|font| font.family.to_owned()).to_vec();
        definitions.families.insert(family, names);
    }
    definitions
}

/// The raw font files, for the test that every character the program shows has a glyph.
#[must_use]
pub fn supported() -> Vec<&'static [u8]> {
    fonts(Language::English).map(|font| font.data).to_vec()
}
