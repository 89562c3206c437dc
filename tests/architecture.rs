//! The house rules: each floor uses only floors below it, and the core knows no window, no dialog and no clock.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "tests"
)]

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use planpath::text::{Language, ids};

/// From the ground up. A floor may use itself and the floors before it.
const FLOORS: [&str; 13] = [
    "text", "file", "plan", "scenario", "model", "analysis", "wording", "figure", "export", "session", "cli",
    "ui", "app",
];

/// The two ways in stand side by side.
const NEIGHBOURS: [(&str, &str); 1] = [("ui", "cli")];

/// Crates and modules of the world outside, and the floors that may use them.
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

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every source file with its floor and its lines of code, comments left out.
fn files() -> Vec<(PathBuf, String, Vec<String>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    sources(&root, &mut paths);
    assert!(paths.len() > 30, "the walk found the sources");
    paths
        .into_iter()
        .map(|path| {
            let inside = path.strip_prefix(&root).unwrap();
            let floor = inside.components().next().unwrap().as_os_str().to_str().unwrap();
            let floor = floor.trim_end_matches(".rs").to_owned();
            let text = fs::read_to_string(&path).unwrap();
            let code = text
                .lines()
                .map(|line| line.split("//").next().unwrap_or("").to_owned())
                .collect();
            (inside.to_owned(), floor, code)
        })
        .collect()
}

/// Whether `line` speaks of `module` as a path, not as part of a longer name.
fn mentions(line: &str, module: &str) -> bool {
    line.match_indices(module).any(|(start, _)| {
        let before = line[..start].chars().next_back();
        let after = &line[start + module.len()..];
        let is_start = !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '"');
        is_start && (after.starts_with("::") || after.starts_with(';') || after.starts_with(','))
    })
}

#[test]
fn each_floor_uses_only_floors_below_it() {
    let mut wrong = Vec::new();
    for (path, floor, code) in files() {
        let Some(height) = FLOORS.iter().position(|name| *name == floor) else {
            assert!(
                ["lib", "main"].contains(&floor.as_str()),
                "{floor} is not a floor of the house"
            );
            continue;
        };
        for line in &code {
            for above in FLOORS.iter().skip(height + 1) {
                if mentions(line, &format!("crate::{above}")) {
                    wrong.push(format!("{}: {}", path.display(), line.trim()));
                }
            }
            for (one, other) in NEIGHBOURS {
                if (floor == one && mentions(line, &format!("crate::{other}")))
                    || (floor == other && mentions(line, &format!("crate::{one}")))
                {
                    wrong.push(format!("{}: {}", path.display(), line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "floors used from below:\n{}", wrong.join("\n"));
}

#[test]
fn the_world_stays_at_the_edges() {
    let mut wrong = Vec::new();
    for (path, floor, code) in files() {
        for line in &code {
            for (module, allowed) in WORLD {
                if mentions(line, module) && !allowed.contains(&floor.as_str()) {
                    wrong.push(format!("{}: {}", path.display(), line.trim()));
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
    for (path, _, code) in files() {
        assert!(
            code.len() <= LONGEST_FILE,
            "{} has {} lines: split it",
            path.display(),
            code.len()
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
    // Nothing in the code knows a particular plan: its years, its figures, its indicators.
    let ids = planpath::plan::built_in(planpath::plan::BUILT_IN[0].id)
        .unwrap()
        .unwrap();
    for (path, floor, code) in files() {
        if ["plan", "scenario", "model", "analysis", "file", "text"].contains(&floor.as_str()) {
            let tests = code
                .iter()
                .position(|line| line.contains("#[cfg(test)]"))
                .unwrap_or(code.len());
            for line in &code[..tests] {
                for indicator in &ids.indicators {
                    let literal = format!("\"{}\"", indicator.id);
                    assert!(!line.contains(&literal), "{}: {}", path.display(), line.trim());
                }
            }
        }
    }
}

#[test]
fn the_core_knows_no_message() {
    // What it finds is data; `wording` says it, in the language of whoever reads.
    let ids: HashSet<String> = ids(Language::English).into_iter().collect();
    let mut wrong = Vec::new();
    for (path, floor, code) in files() {
        if !["model", "analysis"].contains(&floor.as_str()) {
            continue;
        }
        for line in &code {
            let mut words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
            // Every second part of a line stands between quotation marks.
            let names_message = line.split('"').skip(1).step_by(2).any(|text| ids.contains(text));
            if names_message || words.any(|word| ["text", "Message", "Language"].contains(&word)) {
                wrong.push(format!("{}: {}", path.display(), line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "words in the core:\n{}", wrong.join("\n"));
}
