//! A type's name means one type.

use std::collections::BTreeMap;

use super::sources::SOURCES;

/// The names of the types that these tokens define, except associated types.
fn types(words: &[String]) -> Vec<&str> {
    // Whether each open brace belongs to a trait or an implementation.
    let mut braces = Vec::new();
    let mut found = Vec::new();
    let mut is_associated = false;
    for (at, word) in words.iter().enumerate() {
        let is_item = at
            .checked_sub(1)
            .is_none_or(|last| ["{", "}", ";", "]", ")", "pub", "unsafe"].contains(&words[last].as_str()));
        match word.as_str() {
            "{" => braces.push(std::mem::take(&mut is_associated)),
            "}" => {
                braces.pop();
            }
            "impl" | "trait" if is_item => is_associated = true,
            _ => {}
        }
        let is_type = match word.as_str() {
            "struct" | "enum" | "union" | "trait" => is_item,
            "type" => is_item && braces.last() != Some(&true),
            _ => false,
        };
        // What a macro defines gets its name where the macro is used.
        if is_type && words[at + 1] != "$" {
            found.push(words[at + 1].as_str());
        }
    }
    found
}

#[test]
fn definitions_are_told_from_associated_types() {
    let text = "
        #[derive(Clone)] struct One; pub(super) enum Two<T> { Type(T) }
        unsafe trait Three { type Item: Clone; }
        fn f() -> impl Iterator<Item = u8> { type Four = u8; g() }
        impl Iterator for One { type Item = u8; fn next(&mut self) { struct Five {} } }
        kinds! { pub enum Six { A = 1 } }
    ";
    let words = super::sources::words(text);
    assert_eq!(types(&words), ["One", "Two", "Three", "Four", "Five", "Six"]);
}

#[test]
fn no_two_types_have_the_same_name() {
    let mut homes: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for source in SOURCES.values() {
        for name in types(&source.words) {
            let of = homes.entry(name).or_default();
            of.push(source.path.display().to_string());
        }
    }
    assert!(homes.len() > 500, "the definitions were found: {}", homes.len());
    homes.retain(|_, files| files.len() > 1);
    assert!(homes.is_empty(), "names of several types: {homes:#?}");
}
