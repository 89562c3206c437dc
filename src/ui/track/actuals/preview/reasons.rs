//! What is left out, with the reasons.

use eframe::egui::{Label, RichText, ScrollArea, TextStyle, Ui};

use crate::scenario::import::cell_name;
use crate::session::Import;
use crate::text::{Language, Message, say};

pub(super) fn draw(ui: &mut Ui, import: &Import, height: f32, language: Language) {
    if import.seen.refusals.is_empty() {
        ui.label(say(language, "import-nothing-left-out"));
        return;
    }
    ui.push_id("refusals", |ui| {
        let row = ui.text_style_height(&TextStyle::Small);
        ScrollArea::both()
            .max_height(height)
            .auto_shrink([false, true])
            .show_rows(ui, row, import.seen.refusals.len(), |ui, shown| {
                for refusal in &import.seen.refusals[shown] {
                    let sentence = Message::new("import-refusal")
                        .with("cell", cell_name(refusal.row, refusal.column))
                        .with("found", refusal.found.as_str())
                        .with("what", (*refusal.what).clone())
                        .with("help", (*refusal.help).clone());
                    ui.add(Label::new(RichText::new(sentence.say(language)).small()).extend());
                }
            });
    });
}
