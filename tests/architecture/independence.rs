//! The core knows no particular plan and no message.

use std::collections::HashSet;

use planpath::text::{Language, ids};

use super::sources::SOURCES;

#[test]
fn plans_are_data() {
    // No code depends on a particular plan: its years, its figures, its indicators.
    let plan = planpath::plan::built_in(planpath::plan::BUILT_IN[0].id)
        .unwrap()
        .unwrap();
    for source in SOURCES.values() {
        if ["plan", "scenario", "model", "analysis", "file", "text"].contains(&source.floor().as_str()) {
            for indicator in &plan.indicators {
                let literal = format!("\"{}\"", indicator.id);
                assert!(
                    !source.words.contains(&literal),
                    "{}: {literal}",
                    source.path.display()
                );
            }
        }
    }
}

#[test]
fn the_core_knows_no_message() {
    // The analysis returns data; `wording` puts it in the reader's language.
    let ids: HashSet<String> = ids(Language::English).into_iter().collect();
    let mut wrong = Vec::new();
    for source in SOURCES.values() {
        if !["model", "analysis"].contains(&source.floor().as_str()) {
            continue;
        }
        for word in &source.words {
            let is_message = ids.contains(word.trim_matches('"')) && word.starts_with('"');
            if is_message || ["text", "Message", "Language"].contains(&word.as_str()) {
                wrong.push(format!("{}: {word}", source.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "words in the core:\n{}", wrong.join("\n"));
}
