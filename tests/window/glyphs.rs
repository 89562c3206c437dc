//! Every character in the program's own text has a glyph.

use std::collections::BTreeSet;

use eframe::egui::{self, FontFamily, FontId};
use planpath::text::Language;
use planpath::ui;

use crate::own_text::{documents, rust_sources, source};

/// All text the program itself can show: messages, plans, examples, and symbols written in the panels.
fn shown_text() -> String {
    let mut text = String::new();
    for language in Language::ALL {
        text += &source(language);
        text += language.own_name();
    }
    text += &documents();
    for line in rust_sources().lines() {
        text += line.split("//").next().unwrap();
    }
    text
}

#[test]
fn every_character_has_a_glyph_of_our_own() {
    let characters: BTreeSet<char> = shown_text().chars().filter(|c| !c.is_control()).collect();
    assert!(characters.len() > 500, "Chinese text was read");
    for language in Language::ALL {
        let ctx = egui::Context::default();
        ctx.set_fonts(ui::definitions(language));
        // Fonts are installed at the start of a frame; its textures are not used.
        ctx.run_ui(egui::RawInput::default(), |_| {})
            .textures_delta
            .clear();
        let font = FontId::new(14.0, FontFamily::Proportional);
        let missing: Vec<char> = characters
            .iter()
            .copied()
            // These occur only in code: escapes of the number parser and its tests.
            .filter(|c| !('\u{FF01}'..='\u{FF5E}').contains(c))
            .filter(|c| !ctx.fonts_mut(|fonts| fonts.has_glyph(&font, *c)))
            .collect();
        assert!(missing.is_empty(), "{language}: no glyph for {missing:?}");
    }
}
