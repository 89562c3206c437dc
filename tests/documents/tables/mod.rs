//! Tables and workbooks: their content, that other programs read the same figures from them, and that the workbook's
//! formulas match the program's own arithmetic.

mod data;
mod entered;
mod forms;
mod iamc;
mod libreoffice;
mod peers;
mod refused;
mod tracked;
mod workbook;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use planpath::analysis::{Implication, implications};
use planpath::export::ExportInput;
use planpath::model::{Evaluation, Projection};
use planpath::scenario::{self, Loaded};
use planpath::text::Language;

use crate::program::root;

/// A scenario with everything computed from it.
struct Case {
    loaded: Loaded,
    evaluation: Arc<Evaluation>,
    projection: Projection,
    implications: Vec<Implication>,
}

impl Case {
    fn new(loaded: Loaded) -> Self {
        let (plan, scenario) = (&loaded.plan, &loaded.scenario);
        let evaluation = Evaluation::new(plan, scenario);
        let projection = evaluation.projection().clone();
        Self {
            implications: implications(plan, scenario, &projection),
            evaluation,
            projection,
            loaded,
        }
    }

    fn shipped(name: &str) -> Self {
        let path = root().join("scenarios").join(name).with_extension("ron");
        Self::new(scenario::load(&path).unwrap())
    }

    /// A scenario of the built-in plan.
    fn text(scenario: &str) -> Self {
        Self::new(scenario::read_text("scenario", scenario, Path::new("")).unwrap())
    }

    /// A scenario over a small plan, both given as text.
    fn small(plan: &str, scenario: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        put(&folder.path().join("plan.ron"), plan.as_bytes());
        Self::new(scenario::read_text("scenario", scenario, folder.path()).unwrap())
    }

    fn material(&self, language: Language) -> ExportInput<'_> {
        let loaded = &self.loaded;
        ExportInput::new(
            &loaded.plan,
            &loaded.scenario,
            &loaded.sha256,
            &self.evaluation,
            &self.implications,
            language,
        )
    }
}

/// Writes a file for other programs to read.
fn put(path: &Path, bytes: &[u8]) {
    fs::File::create(path).unwrap().write_all(bytes).unwrap();
}

/// The bundled scenarios.
fn shipped() -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(root().join("scenarios"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "ron"))
        .map(|path: PathBuf| path.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    names.sort();
    assert!(names.len() >= 5, "{names:?}");
    names
}

/// A plan with each kind of dynamics, target and identity, whose figures can be checked by hand.
const EVERY_KIND: &str = r#"(
    format: 1, id: "small", title: "Small", base_year: 2010, end_year: 2012, source: "A document",
    categories: [(id: "all", name: "All")],
    headline: ["output", "intensity"],
    indicators: [
        (id: "output", name: "Output", category: "all", unit: "t", base: Some(100.0), dynamics: Growth,
         target: Some((form: AverageGrowth(8.0), comparator: AtLeast, wording: "8%")), iamc: Some("Production|Goods")),
        (id: "intensity", name: "Intensity", category: "all", unit: "index, 2010 = 100", dynamics: Decline,
         target: Some((form: CumulativeDecline(21.0), comparator: MoreThan, wording: "21%"))),
        (id: "share", name: "Share", category: "all", unit: "%", base: Some(40.0), dynamics: Additive,
         target: Some((form: Level(50.0), comparator: AtLeast, wording: "50"))),
        (id: "waste", name: "Waste", category: "all", unit: "%", base: Some(10.0), dynamics: Additive,
         target: Some((form: Change(2.0), comparator: AtMost, wording: "2"))),
        (id: "top", name: "Top", category: "all", unit: "%", base: Some(50.0), dynamics: Concentration),
        (id: "use", name: "Use", category: "all", unit: "index", dynamics: Derived("output * intensity")),
        (id: "part", name: "Part", category: "all", unit: "t",
         dynamics: Derived("output * (1 - share / 100) - -output / (2 * 5)")),
        (id: "nobody", name: "Nobody knows", category: "all", unit: "%", dynamics: Additive,
         target: Some((form: Level(5.0), comparator: AtLeast, wording: "5"))),
    ],
)"#;

/// A scenario of [`EVERY_KIND`].
fn every_kind(name: &str, growth: f64) -> Case {
    let scenario = format!(
        r#"(format: 1, name: {name:?}, plan: "plan.ron",
            rates: {{
                "output": Yearly([{growth:?}, 20.0]),
                "intensity": Constant(10.0),
                "share": Constant(2.5),
                "top": OutputGrowth(top: [21.0, 10.0], all: [10.0, 0.0]),
            }},
            actuals: {{ "waste": {{ 2011: Level(13.0) }} }},
        )"#
    );
    Case::small(EVERY_KIND, &scenario)
}
