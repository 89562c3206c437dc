//! The house rules: each floor uses only floors below it, no two parts of a floor use each other, and the core knows no
//! window, no dialog and no clock.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "tests"
)]

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs;
use std::iter::Peekable;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use planpath::text::{Language, ids};

/// From the ground up. A floor may use itself and the floors before it.
const FLOORS: [&str; 13] = [
    "text", "file", "plan", "scenario", "model", "analysis", "wording", "figure", "export", "session", "cli",
    "ui", "app",
];

/// The two ways in are on the same level.
const NEIGHBOURS: [(&str, &str); 1] = [("ui", "cli")];

/// External crates and modules, and the floors that may use them.
const WORLD: [(&str, &[&str]); 14] = [
    ("egui", &["ui", "app"]),
    ("eframe", &["ui", "app"]),
    ("egui_plot", &["ui"]),
    ("egui_extras", &["ui"]),
    ("rfd", &["app"]),
    ("clap", &["cli"]),
    ("cfb", &["file"]),
    ("encoding_rs", &["file"]),
    ("html5gum", &["file"]),
    ("krilla", &["export"]),
    ("quick_xml", &["export", "file"]),
    ("resvg", &["export"]),
    ("std::time", &["session"]),
    ("zip", &["export", "file"]),
];

const LONGEST_FILE: usize = 400;

// --- What the sources use ----------------------------------------------------------------------------------------------

/// A path or module as a list of names from the crate on; empty for the crate itself.
type Names = Vec<String>;

/// A source file.
struct Source {
    /// Its path within `src`.
    path: PathBuf,
    /// Its code without tests, as tokens.
    words: Vec<String>,
    /// The names it imports with `use`, each with its full path.
    brings: HashMap<String, Names>,
    /// Every path in it: `crate::…` for this crate, the crate's name for others.
    uses: BTreeSet<Names>,
}

/// The sources by module.
static SOURCES: LazyLock<BTreeMap<Names, Source>> = LazyLock::new(|| {
    let mut sources = BTreeMap::new();
    for path in paths() {
        let inside = path.strip_prefix(root()).unwrap().to_owned();
        let mut module: Names = inside
            .with_extension("")
            .iter()
            .map(|name| name.to_str().unwrap().to_owned())
            .collect();
        // Tests may use whatever they like.
        if module.last().unwrap() == "tests" {
            continue;
        }
        if ["mod", "lib"].contains(&module.last().unwrap().as_str()) {
            module.pop();
        }
        let source = Source::cut(inside, &fs::read_to_string(&path).unwrap());
        sources.insert(module, source);
    }
    let modules: BTreeSet<Names> = sources.keys().cloned().collect();
    for (module, source) in &mut sources {
        source.read_uses(module, &modules);
    }
    sources
});

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn paths() -> Vec<PathBuf> {
    let mut paths = Vec::new();
    walk(&root(), &mut paths);
    assert!(paths.len() > 30, "the walk found the sources");
    paths
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The tokens of a file, except what is under `#[cfg(test)]`.
fn cut(tokens: TokenStream, words: &mut Vec<String>) {
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Punct(sign) if sign.as_char() == '#' && is_for_tests(&mut tokens) => {
                for token in tokens.by_ref() {
                    let ends = match token {
                        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                        TokenTree::Punct(sign) => sign.as_char() == ';',
                        _ => false,
                    };
                    if ends {
                        break;
                    }
                }
            }
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Parenthesis | Delimiter::None => ("(", ")"),
                };
                words.push(open.to_owned());
                cut(group.stream(), words);
                words.push(close.to_owned());
            }
            TokenTree::Punct(sign)
                if sign.as_char() == ':' && words.last().is_some_and(|last| last == ":") =>
            {
                words.pop();
                words.push("::".to_owned());
            }
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {
                words.push(token.to_string());
            }
        }
    }
}

fn is_for_tests(tokens: &mut Peekable<impl Iterator<Item = TokenTree>>) -> bool {
    let is_so = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.stream().to_string().replace(' ', "") == "cfg(test)",
        _ => false,
    };
    tokens.next_if(is_so).is_some()
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

impl Source {
    fn cut(path: PathBuf, text: &str) -> Self {
        let mut words = Vec::new();
        cut(text.parse().unwrap(), &mut words);
        Self {
            path,
            words,
            brings: HashMap::new(),
            uses: BTreeSet::new(),
        }
    }

    fn floor(&self) -> String {
        let floor = self.path.iter().next().unwrap().to_str().unwrap();
        floor.trim_end_matches(".rs").to_owned()
    }

    fn read_uses(&mut self, module: &Names, modules: &BTreeSet<Names>) {
        let words = &self.words;
        let mut found = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let is_use = words[at] == "use" && words.get(at + 1).is_some_and(|next| next != "<");
            let follows = at
                .checked_sub(1)
                .is_some_and(|last| [".", "::"].contains(&words[last].as_str()));
            if is_use {
                at += 1;
                tree(words, &mut at, &[], &mut |path, name| {
                    found.push((path.to_vec(), Some(name.to_owned())));
                });
            } else if is_name(&words[at]) && !follows {
                let mut path = vec![words[at].clone()];
                while words.get(at + 1).is_some_and(|word| word == "::")
                    && words.get(at + 2).is_some_and(|word| is_name(word))
                {
                    path.push(words[at + 2].clone());
                    at += 2;
                }
                // A single word refers to something already imported.
                if path.len() > 1 {
                    found.push((path, None));
                }
                at += 1;
            } else {
                at += 1;
            }
        }
        for (path, name) in &found {
            if let Some(name) = name {
                let whole = self.spelt_out(path, module, modules);
                self.brings.insert(name.clone(), whole);
            }
        }
        self.uses = found
            .iter()
            .map(|(path, _)| self.spelt_out(path, module, modules))
            .collect();
    }

    /// The path with `self`, `super` and imported names expanded.
    fn spelt_out(&self, path: &[String], module: &Names, modules: &BTreeSet<Names>) -> Names {
        let (first, rest) = path.split_first().unwrap();
        let here = || [vec!["crate".to_owned()], module.clone()].concat();
        let child = || [module.clone(), vec![first.clone()]].concat();
        let start = match first.as_str() {
            "self" => here(),
            "super" => here().split_last().unwrap().1.to_vec(),
            "crate" => vec![first.clone()],
            _ if modules.contains(&child()) => [here(), vec![first.clone()]].concat(),
            name => match self.brings.get(name) {
                Some(known) if known != path => known.clone(),
                _ => vec![first.clone()],
            },
        };
        rest.iter().fold(start, |mut path, name| {
            if name == "super" {
                path.pop();
            } else if name != "self" {
                path.push(name.clone());
            }
            path
        })
    }
}

/// Walks the tree of a `use`, and reports every path in it with the name it imports.
fn tree(words: &[String], at: &mut usize, prefix: &[String], tell: &mut dyn FnMut(&[String], &str)) {
    let mut path = prefix.to_vec();
    loop {
        match words[*at].as_str() {
            "{" => {
                *at += 1;
                while words[*at] != "}" {
                    tree(words, at, &path, tell);
                    if words[*at] == "," {
                        *at += 1;
                    }
                }
                *at += 1;
                return;
            }
            "*" => {
                *at += 1;
                return tell(&path, "*");
            }
            name => path.push(name.to_owned()),
        }
        *at += 1;
        match words[*at].as_str() {
            "::" => *at += 1,
            "as" => {
                tell(&path, &words[*at + 1]);
                *at += 2;
                return;
            }
            _ => {
                if path.last().unwrap() == "self" {
                    path.pop();
                }
                return tell(&path, path.last().map_or("", String::as_str));
            }
        }
    }
}

/// The module in which a path's item is defined, following re-exports to their source. `None` for paths of other
/// crates.
fn home(path: &[String]) -> Option<Names> {
    let (first, mut rest) = path.split_first()?;
    if first != "crate" {
        return None;
    }
    let mut module = Names::new();
    while let Some((name, further)) = rest.split_first() {
        let child = [module.clone(), vec![name.clone()]].concat();
        if SOURCES.contains_key(&child) {
            (module, rest) = (child, further);
            continue;
        }
        let handed_on = SOURCES[&module].brings.get(name);
        return match handed_on {
            Some(whole) if whole.first().is_some_and(|first| first == "crate") && *whole != path => {
                home(&[whole.clone(), further.to_vec()].concat())
            }
            Some(_) => None,
            None => Some(module),
        };
    }
    Some(module)
}

#[test]
fn every_way_to_name_a_path_is_seen() {
    let text = r#"
        // use crate::comment;
        use std::{fmt, time::{Duration, Instant as Then}};
        use crate::{alpha::One, beta::{
            self,
            Two as Other,
        }};
        use super::super::gamma::*;
        use child::Inner;
        pub(in crate::delta) fn f() -> Other::Part {
            format!("{}", super::Parent::of("crate::text"));
            self::child::g(beta::h(), Inner::new(), Then::now())
        }
        #[cfg(test)]
        mod tests {
            use crate::tests_only;
        }
    "#;
    let names = |path: &str| -> Names { path.split("::").map(str::to_owned).collect() };
    let modules = [names("epsilon::zeta"), names("epsilon::zeta::child")];
    let mut source = Source::cut(PathBuf::new(), text);
    source.read_uses(&modules[0].clone(), &modules.into());
    let seen: Vec<String> = source.uses.iter().map(|path| path.join("::")).collect();
    let expected = [
        "crate::alpha::One",
        "crate::beta",
        "crate::beta::Two",
        "crate::beta::Two::Part",
        "crate::beta::h",
        "crate::delta",
        "crate::epsilon::Parent::of",
        "crate::epsilon::zeta::child::Inner",
        "crate::epsilon::zeta::child::Inner::new",
        "crate::epsilon::zeta::child::g",
        "crate::gamma",
        "std::fmt",
        "std::time::Duration",
        "std::time::Instant",
        "std::time::Instant::now",
    ];
    assert_eq!(seen, expected);
}

// --- The rules -----------------------------------------------------------------------------------------------------------

#[test]
fn each_floor_uses_only_floors_below_it() {
    let mut wrong = Vec::new();
    for source in SOURCES.values() {
        let floor = source.floor();
        let Some(height) = FLOORS.iter().position(|name| *name == floor) else {
            assert!(
                ["lib", "main"].contains(&floor.as_str()),
                "{floor} is not a floor of the house"
            );
            continue;
        };
        let beside = NEIGHBOURS
            .into_iter()
            .flat_map(|(one, other)| [(one, other), (other, one)])
            .filter(|(one, _)| *one == floor)
            .map(|(_, other)| other);
        let barred: Vec<&str> = FLOORS[height + 1..].iter().copied().chain(beside).collect();
        for used in &source.uses {
            if used[0] == "crate" && used.get(1).is_some_and(|other| barred.contains(&other.as_str())) {
                wrong.push(format!("{}: {}", source.path.display(), used.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "floors used from below:\n{}", wrong.join("\n"));
}

/// Of the files and folders in one module, none may use another that uses it, even indirectly. What counts is where an
/// item is defined, not the module it is re-exported from.
///
/// Between a module and its children, anything goes: a child may use what its `mod.rs` defines, and the `mod.rs` its
/// children. Method calls are not seen, because they name no module.
#[test]
fn no_two_parts_of_a_module_use_each_other() {
    let mut parts: BTreeMap<Names, BTreeMap<(String, String), String>> = BTreeMap::new();
    for (module, source) in &*SOURCES {
        for used in &source.uses {
            let Some(other) = home(used) else { continue };
            let shared = module
                .iter()
                .zip(&other)
                .take_while(|(one, other)| one == other)
                .count();
            if let (Some(one), Some(other)) = (module.get(shared), other.get(shared)) {
                let said = format!("{} uses {}", source.path.display(), used.join("::"));
                let of = parts.entry(module[..shared].to_vec()).or_default();
                of.entry((one.clone(), other.clone())).or_insert(said);
            }
        }
    }
    assert!(parts.len() > 10, "the uses were found");
    let circles: Vec<String> = parts.values().filter_map(circle).collect();
    assert!(circles.is_empty(), "circles:\n{}", circles.join("\n\n"));
}

/// The shortest path from some part back to itself, one use at a time.
fn circle(uses: &BTreeMap<(String, String), String>) -> Option<String> {
    let starts: BTreeSet<&String> = uses.keys().map(|(from, _)| from).collect();
    let rounds = starts.into_iter().filter_map(|start| {
        let mut ways = vec![vec![start]];
        let mut seen = BTreeSet::new();
        while !ways.is_empty() {
            let mut longer = Vec::new();
            for way in ways {
                let from = *way.last().unwrap();
                for (_, to) in uses.keys().filter(|(one, _)| one == from) {
                    if to == start {
                        return Some([way, vec![to]].concat());
                    }
                    if seen.insert(to) {
                        longer.push([way.clone(), vec![to]].concat());
                    }
                }
            }
            ways = longer;
        }
        None
    });
    let shortest = rounds.min_by_key(Vec::len)?;
    let steps = shortest.windows(2);
    Some(
        steps
            .map(|step| uses[&(step[0].clone(), step[1].clone())].as_str())
            .collect::<Vec<_>>()
            .join("\n"),
    )
}

#[test]
fn the_world_stays_at_the_edges() {
    let mut wrong = Vec::new();
    for source in SOURCES.values() {
        let floor = source.floor();
        for used in &source.uses {
            for (module, allowed) in WORLD {
                let is_meant = module
                    .split("::")
                    .eq(used.iter().map(String::as_str).take(module.split("::").count()));
                if is_meant && !allowed.contains(&floor.as_str()) {
                    wrong.push(format!("{}: {}", source.path.display(), used.join("::")));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "the world where it does not belong:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn files_are_short_and_modules_have_names() {
    for path in paths() {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        assert!(
            lines <= LONGEST_FILE,
            "{} has {lines} lines: split it",
            path.display()
        );
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(
            !["util", "utils", "helpers", "misc", "common"].contains(&name),
            "{}",
            path.display()
        );
    }
}

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
