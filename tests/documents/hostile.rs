//! Untrusted files, with characters that act on terminals, spreadsheets and clipboards.

use std::fs;
use std::path::Path;

/// Colours, the window title, the bell, the same as a single C1 character, two bidirectional controls, delete, and a
/// carriage return.
pub const HOSTILE: &str = "red\u{1b}[31m\u{1b}]0;title\u{7}\u{9b}32m\u{202e}turned\u{2066}\u{7f}\rover";

/// The same as a RON string.
pub fn quoted() -> String {
    let escaped = HOSTILE.chars().map(|c| match c {
        c if c.is_ascii_graphic() => c.to_string(),
        c => format!("\\u{{{:x}}}", u32::from(c)),
    });
    escaped.collect()
}

/// A plan with hostile names of every kind, and a scenario with more.
pub fn files(folder: &Path) {
    let name = quoted();
    let plan = format!(
        r#"(
    format: 1,
    id: "hostile",
    title: "{name} title",
    base_year: 2010,
    end_year: 2015,
    source: "{name} source",
    categories: [(id: "only", name: "{name} category")],
    indicators: [
        (
            id: "value",
            name: "=1+1 {name} value",
            category: "only",
            scope: "{name}",
            unit: "{name}",
            base: Some(16.0),
            dynamics: Growth,
            rate_range: (-5.0, 20.0),
            target: Some((form: AverageGrowth(8.0), comparator: AtLeast, wording: "{name}", binding: true)),
            source: "{name}",
        ),
    ],
)
"#
    );
    let scenario = format!(
        r#"(
    format: 1,
    name: "+{name} scenario",
    description: "{name}",
    plan: "plan.ron",
    rates: {{"value": Constant(7.0)}},
    actuals: {{"value": {{2011: Level(17.0)}}}},
    notes: {{"value": "{name}"}},
)
"#
    );
    fs::write(folder.join("plan.ron"), plan).unwrap();
    fs::write(folder.join("scenario.ron"), scenario).unwrap();
    for (file, text) in [
        // An unknown id for which a similar one exists.
        (
            "near.ron",
            format!(r#"(format: 1, name: "x", plan: "plan.ron", rates: {{"valeu{name}": Constant(1.0)}})"#),
        ),
        (
            "field.ron",
            format!(r#"(format: 1, name: "x", plan: "plan.ron", r#rates{HOSTILE}: {{}})"#),
        ),
        // Raw in the text, so that a line containing them is shown.
        (
            "raw.ron",
            format!("(format: 1, name: \"{HOSTILE}\", plan: \"plan.ron\", rate: {{}})"),
        ),
        (
            "lines.ron",
            "(format: 1, name: \"\u{2028}\u{85}\", plan: \"plan.ron\", rate: {})".to_owned(),
        ),
        (
            "no-plan.ron",
            format!(r#"(format: 1, name: "x", plan: "{name}", rates: {{}})"#),
        ),
        (
            "impossible.ron",
            format!(r#"(format: 1, name: "{name}", plan: "plan.ron", rates: {{"value": Constant(-100.0)}})"#),
        ),
        ("nearly.ron", plan_with_near_ids(&name)),
    ] {
        fs::write(folder.join(file), text).unwrap();
    }
}

fn plan_with_near_ids(name: &str) -> String {
    format!(
        r#"(format: 1, id: "x", title: "x", base_year: 2010, end_year: 2015, source: "x",
    categories: [(id: "only{name}", name: "x")],
    indicators: [(id: "v", name: "v", category: "olny{name}", scope: "x", unit: "x", base: Some(1.0), dynamics: Growth,
        rate_range: (0.0, 1.0), target: None, source: "x")])"#
    )
}
