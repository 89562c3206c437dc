//! Messages: both languages have the same ones, and every message used exists.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use fluent_bundle::FluentResource;
use planpath::text::Language;

use crate::own_text::{documents, root, rust_sources, source};

/// Each message with the variables it uses.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in source(language).lines() {
        if let Some((id, _)) = line.split_once(" =")
            && line.starts_with(|c: char| c.is_ascii_lowercase())
        {
            id.clone_into(&mut current);
            assert!(
                found.insert(current.clone(), BTreeSet::new()).is_none(),
                "{id} is there twice"
            );
        }
        for part in line.split('$').skip(1) {
            let name: String = part.chars().take_while(char::is_ascii_alphanumeric).collect();
            found.get_mut(&current).unwrap().insert(name);
        }
    }
    assert!(found.len() > 100);
    found
}

#[test]
fn the_files_are_sound_fluent() {
    for language in Language::ALL {
        if let Err((_, errors)) = FluentResource::try_new(source(language)) {
            panic!("{language}: {errors:?}");
        }
    }
}

#[test]
fn both_languages_say_the_same_things_with_the_same_variables() {
    let [english, chinese] = Language::ALL.map(messages);
    for (id, variables) in &english {
        // English shortens the second year, 2014–15; Chinese does not.
        if id == "years-several" {
            continue;
        }
        assert_eq!(chinese.get(id), Some(variables), "{id}");
    }
    assert_eq!(english.len(), chinese.len(), "Chinese has messages of its own");
    let order = |language| -> Vec<String> {
        let text = source(language);
        let lines = text
            .lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()));
        lines
            .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
            .collect()
    };
    assert_eq!(
        order(Language::English),
        order(Language::Chinese),
        "the order differs"
    );
}

#[test]
fn every_message_is_used() {
    let code = rust_sources();
    let unused: Vec<String> = messages(Language::English)
        .into_keys()
        .filter(|id| !code.contains(&format!("\"{id}\"")))
        .collect();
    assert!(unused.is_empty(), "no code says {unused:?}");
}

#[test]
fn every_message_that_code_speaks_of_exists() {
    let known = messages(Language::English);
    let code = rust_sources();
    let mut spoken = BTreeSet::new();
    for call in [
        "Message::new(\"",
        "say(language, \"",
        "say_with(language, \"",
        "say(view.language, \"",
        "self.say(\"",
        "self.say_with(\"",
        "self.paragraph(\"",
    ] {
        for (start, _) in code.match_indices(call) {
            let id: String = code[start + call.len()..]
                .chars()
                .take_while(|c| *c != '"')
                .collect();
            spoken.insert(id);
        }
    }
    assert!(spoken.len() > 60, "the search found {}", spoken.len());
    for id in spoken {
        assert!(known.contains_key(&id), "there is no message {id}");
    }
}

/// The text of each message, including variables, without its id.
fn bodies(language: Language) -> Vec<(String, String)> {
    let mut current = String::new();
    let mut found = Vec::new();
    for line in source(language).lines().filter(|line| !line.starts_with('#')) {
        let is_new = line.starts_with(|c: char| c.is_ascii_lowercase());
        let body = match line.split_once(" = ") {
            Some((id, body)) if is_new => {
                id.clone_into(&mut current);
                body
            }
            _ => line,
        };
        found.push((current.clone(), body.to_owned()));
    }
    found
}

fn is_ideograph(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

#[test]
fn chinese_is_set_as_chinese_is() {
    for (id, body) in bodies(Language::Chinese) {
        assert!(!body.contains(" %"), "{id}: a blank before %: {body}");
        for (start, _) in body.match_indices('(') {
            let inside = body[start..].split(')').next().unwrap();
            assert!(
                !inside.chars().any(is_ideograph),
                "{id}: half-width brackets: {body}"
            );
            assert!(
                !body[..start].ends_with(is_ideograph),
                "{id}: half-width brackets: {body}"
            );
        }
        for (start, sign) in body.match_indices([':', ';', ',', '?', '!']) {
            assert!(
                !body[..start].ends_with(is_ideograph),
                "{id}: a half-width {sign}: {body}"
            );
        }
    }
}

#[test]
fn english_is_set_as_english_is() {
    for (id, body) in bodies(Language::English) {
        for (start, _) in body.match_indices('%') {
            let before = body[..start].chars().next_back();
            let joined = before.is_some_and(|c| c.is_ascii_digit() || c == '}');
            // User input is quoted as typed.
            assert!(
                !joined || id == "import-text-help",
                "{id}: no blank before %: {body}"
            );
        }
    }
}

#[test]
fn a_thing_has_one_name() {
    for (language, words) in [
        (
            Language::Chinese,
            &["实绩", "记分表", "插值", "速率", "所需年率", "预测"][..],
        ),
        (
            Language::English,
            &["corecard", "ublished figure", "equired rate", "percentage point"][..],
        ),
    ] {
        for (id, body) in bodies(language) {
            for word in words {
                assert!(!body.contains(word), "{id} says {word:?}: {body}");
            }
        }
    }
    let guide = fs::read_to_string(root().join("assets/guide/zh-CN.md")).unwrap();
    let readme = fs::read_to_string(root().join("README.zh-CN.md")).unwrap();
    let documents = documents();
    for word in ["实绩", "速率"] {
        assert!(!documents.contains(word), "a plan or an example says {word}");
    }
    for (place, text) in [("guide", &guide), ("README", &readme)] {
        for word in ["实绩", "记分表", "插值", "≥", " %"] {
            assert!(!text.contains(word), "the {place} says {word}");
        }
    }
}

#[test]
fn percent_signs_are_set_by_messages_alone() {
    // The program's own code, without its tests and comments.
    let code = rust_sources();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let composed: Vec<&str> = lines
        .filter(|line| line.contains("} %\"") || line.contains("+ \" %\""))
        .collect();
    assert!(
        composed.is_empty(),
        "a percent sign set for both languages: {composed:#?}"
    );
}
