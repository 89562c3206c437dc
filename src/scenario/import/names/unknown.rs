//! Unknown texts: alternative spellings and suggestions.

use super::{MOST_COMPARED, Names};
use crate::file::nearest;
use crate::scenario::figures::FigureFault;
use crate::text::Message;

impl Names<'_> {
    /// The fault for an unknown text, with the nearest name.
    pub(super) fn unknown(&self, text: &str) -> FigureFault {
        let what = Message::new("unknown-indicator")
            .with("found", text)
            .with("plan", self.plan.id.as_str());
        let indicators = self.plan.indicators.iter();
        let names = indicators
            .flat_map(|indicator| std::iter::once(indicator.id.as_str()).chain(indicator.name.texts()))
            .filter(|name| !has_another_letter(text, name));
        let is_compared = self.compared.get() < MOST_COMPARED;
        self.compared.set(self.compared.get() + 1);
        let near = is_compared.then(|| nearest(text.trim(), names)).flatten();
        let help = match near {
            Some(name) => Message::new("import-did-you-mean").with("name", name),
            None => Message::new("import-unknown-help"),
        };
        (what, help)
    }
}

/// Replaces dashes between parts by commas: "Value added rate – industry".
pub(super) fn with_commas(text: &str) -> Option<String> {
    let dashes = [" – ", " — ", " - "];
    let has_dash = dashes.iter().any(|dash| text.contains(dash));
    has_dash.then(|| {
        dashes
            .iter()
            .fold(text.to_owned(), |text, dash| text.replace(dash, ", "))
    })
}

/// Whether a text differs from a name by one Chinese character. 二氧化硫 is not a typo for 二氧化碳.
fn has_another_letter(text: &str, name: &str) -> bool {
    let is_han = |c: &char| *c >= '\u{2E80}' && c.is_alphabetic();
    let lacks = |one: &str, other: &str| one.chars().filter(is_han).any(|c| !other.contains(c));
    lacks(text, name) && lacks(name, text)
}
