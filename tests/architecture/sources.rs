//! The sources, and every path they use.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::iter::Peekable;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// A path or module as a list of names from the crate on; empty for the crate itself.
pub type Names = Vec<String>;

/// A source file.
pub struct Source {
    /// Its path within `src`.
    pub path: PathBuf,
    /// Its code without tests, as tokens.
    pub words: Vec<String>,
    /// The names it imports with `use`, each with its full path.
    brings: HashMap<String, Names>,
    /// Every path in it: `crate::…` for this crate, the crate's name for others.
    pub uses: BTreeSet<Names>,
}

/// The sources by module.
pub static SOURCES: LazyLock<BTreeMap<Names, Source>> = LazyLock::new(|| {
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

pub fn paths() -> Vec<PathBuf> {
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

/// The code of a text without tests, as tokens.
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    cut(text.parse().unwrap(), &mut words);
    words
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
        Self {
            path,
            words: words(text),
            brings: HashMap::new(),
            uses: BTreeSet::new(),
        }
    }

    pub fn floor(&self) -> String {
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
pub fn home(path: &[String]) -> Option<Names> {
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
