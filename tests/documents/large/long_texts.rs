//! Texts of 200,000 characters, wherever a file can contain one.

use std::path::{Path, PathBuf};

/// With blanks, without any, and in Chinese, which can break anywhere.
pub fn long_texts() -> [String; 3] {
    ["words ".repeat(33_333), "w".repeat(200_000), "字".repeat(200_000)]
}

/// A scenario and its plan, with this text everywhere length is unlimited.
pub fn files(folder: &Path, long: &str) -> PathBuf {
    let plan = format!(
        r#"(format: 1, id: "long", title: "{long}", base_year: 2010, end_year: 2015, source: "{long}",
categories: [(id: "only", name: "{long}")],
indicators: [
(id: "v", name: "{long}", category: "only", scope: "{long}", unit: "{long}", base: Some(16.0), dynamics: Growth,
    target: Some((form: AverageGrowth(8.0), comparator: AtLeast, wording: "{long}", binding: true)), source: "{long}"),
(id: "w", name: "w", category: "only", scope: "x", unit: "x", dynamics: Derived("v * 2"), source: "x"),
])"#
    );
    let scenario = format!(
        r#"(format: 1, name: "{long}", description: "{long}", plan: "plan.ron", rates: {{"v": Constant(7.0)}},
actuals: {{"v": {{2011: Level(17.0)}}}}, series: {{"v": (source: "{long}", scope: "{long}")}}, notes: {{"v": "{long}"}})"#
    );
    std::fs::write(folder.join("plan.ron"), plan).unwrap();
    let path = folder.join("scenario.ron");
    std::fs::write(&path, scenario).unwrap();
    path
}
