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

/// What a sentence about results joins: each of these is already put in words.
const RESULTS: [&str; 11] = [
    "achieved",
    "counts",
    "evidence",
    "gap",
    "here",
    "progress",
    "projected",
    "remaining",
    "required",
    "standing",
    "verdict",
];

#[test]
fn only_wording_composes_sentences_about_results() {
    let messages = include_str!("../../assets/messages/en.ftl");
    let mut composed = HashSet::new();
    let mut id = "";
    for line in messages.lines() {
        if let Some((name, _)) = line
            .split_once(" =")
            .filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
        {
            id = name;
        }
        let joins =
            |result: &str| line.contains(&format!("${result} ")) || line.contains(&format!("${result}}}"));
        if RESULTS.iter().any(|result| joins(result)) {
            composed.insert(format!("\"{id}\""));
        }
    }
    assert!(composed.len() > 20, "the sentences were found");
    let mut wrong = Vec::new();
    for source in SOURCES.values() {
        // The formulas of a workbook put sentences together as its cells change.
        if source.floor() == "wording" || source.path.starts_with("export/xlsx") {
            continue;
        }
        let found = source.words.iter().filter(|word| composed.contains(*word));
        wrong.extend(found.map(|word| format!("{}: {word}", source.path.display())));
    }
    assert!(
        wrong.is_empty(),
        "sentences composed outside wording:\n{}",
        wrong.join("\n")
    );
}
