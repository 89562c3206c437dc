//! Small text on paper, and how much of anything is shown there.

use eframe::egui::{Align, Label, RichText, Ui};

use crate::text::{Language, Message};
use crate::ui::pieces::SMALL;
use crate::ui::theme::Colours;

/// The most that is shown of a list or table, and of a text, in characters; the report has all of it.
pub(super) const MOST_ROWS: usize = 60;
const LONGEST: usize = 2000;

/// The beginning of a text too long for the screen.
pub(super) fn cut(words: &str) -> String {
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}

/// A caption, or a note below a table.
pub(super) fn note(ui: &mut Ui, words: &str, align: Align) {
    let ink = Colours::on(false).text_weak;
    let words = RichText::new(cut(words)).size(SMALL).color(ink);
    ui.add(Label::new(words).wrap().halign(align));
}

/// How much is left out.
pub(super) fn more(ui: &mut Ui, count: usize, language: Language) {
    if count > 0 {
        let words = Message::new("and-more").with("count", count).say(language);
        note(ui, &words, Align::Min);
    }
}
