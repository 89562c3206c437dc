//! Which floor may use which, and which may use the world.

use std::collections::{BTreeMap, BTreeSet};

use super::sources::{Names, SOURCES, home};

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
    ("egui_extras", &["ui"]),
    ("rfd", &["app"]),
    ("clap", &["cli"]),
    ("cfb", &["file"]),
    ("encoding_rs", &["file"]),
    ("html5gum", &["file"]),
    ("krilla", &["export"]),
    ("open", &["app"]),
    ("quick_xml", &["export", "file"]),
    ("resvg", &["export"]),
    ("std::time", &["session"]),
    ("zip", &["export", "file"]),
];

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
