//! Common first words of names, which English writes in lower case within a sentence.

use std::collections::HashSet;

use crate::plan::Indicator;
use crate::text::Language;

/// First words of names that definitions use in lower case: "labour" of "Labour productivity", but not "Guangdong" or
/// "ERP". Each definition is read once.
pub(super) fn common(indicators: &[Indicator]) -> HashSet<String> {
    let names = indicators
        .iter()
        .map(|one| first(one.name.get(Language::English)));
    let wanted: HashSet<String> = names
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let definitions = indicators.iter().filter_map(|one| one.definition.as_ref());
    let words = definitions.flat_map(|text| text.get(Language::English).split(|c: char| !c.is_alphabetic()));
    words
        .filter(|word| wanted.contains(*word))
        .map(str::to_owned)
        .collect()
}

/// The first word of a name, or empty.
pub(crate) fn first(name: &str) -> &str {
    let end = name.find(|c: char| !c.is_alphabetic()).unwrap_or(name.len());
    &name[..end]
}
