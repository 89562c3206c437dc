//! Which of the words that names begin with are common ones: English writes those in lower case inside a sentence.

use std::collections::HashSet;

use crate::plan::Indicator;
use crate::text::Language;

/// The first words of names, in lower case, that definitions use so: "labour" of "Labour productivity", but neither
/// "Guangdong" nor "ERP". Every definition is read once, however many names there are.
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

/// The word that a name begins with; empty where it begins otherwise.
pub(crate) fn first(name: &str) -> &str {
    let end = name.find(|c: char| !c.is_alphabetic()).unwrap_or(name.len());
    &name[..end]
}
