//! Fuzzing targets.

mod documents;
mod expression;
mod kept;
mod table;

use std::path::PathBuf;
use std::sync::Arc;

use planpath::plan::{BUILT_IN, Plan, built_in, read_text};
use planpath::scenario::Scenario;
use planpath::session::AppDirs;
use planpath::text::Language;
use tempfile::TempDir;

use super::{Outcome, corpus};

/// A fuzzing target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Plan files.
    Plan,
    /// Scenario files.
    Scenario,
    /// Formulas of derived indicators.
    Expression,
    /// Tables as text: from files and pasted.
    Table,
    /// Workbooks, old and new, and pages posing as such.
    Workbook,
    /// The preferences file.
    Preferences,
    /// Recovery copies.
    Recovery,
}

impl Target {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Plan,
        Self::Scenario,
        Self::Expression,
        Self::Table,
        Self::Workbook,
        Self::Preferences,
        Self::Recovery,
    ];

    /// The name on the command line and of the folder of findings.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Scenario => "scenario",
            Self::Expression => "expression",
            Self::Table => "table",
            Self::Workbook => "workbook",
            Self::Preferences => "preferences",
            Self::Recovery => "recovery",
        }
    }
}

/// The environment inputs are tried in. All writes go into a folder of its own.
pub struct PlotObstacles {
    /// The plan for reading tables.
    pub plan: Arc<Plan>,
    /// The scenario to add figures to.
    pub scenario: Scenario,
    /// A plan of four levers for formulas.
    pub levers: Plan,
    /// The folder of scenarios, which plan paths in them are relative to.
    pub folder: PathBuf,
    /// Where file inputs are placed, and where the program writes what it read.
    pub places: AppDirs,
    pub other_places: AppDirs,
    _kept: TempDir,
}

impl PlotObstacles {
    /// A folder in memory if the system has such: preferences and recovery copies are read from files, and each write
    /// is flushed to disk.
    pub fn new() -> Self {
        let memory = PathBuf::from("/dev/shm");
        let kept = tempfile::tempdir_in(&memory)
            .or_else(|_| tempfile::tempdir())
            .expect("a folder for files");
        let plan = built_in(BUILT_IN[0].id)
            .expect("the default plan")
            .expect("the default plan is sound");
        Self {
            scenario: Scenario {
                plan: plan.id.clone(),
                ..Scenario::default()
            },
            plan,
            levers: read_text("levers", LEVERS).expect("the plan of four levers is sound"),
            folder: corpus::root().join("tests/broken"),
            places: AppDirs::in_folder(&kept.path().join("read")),
            other_places: AppDirs::in_folder(&kept.path().join("written")),
            _kept: kept,
        }
    }

    /// Runs the program on an input.
    pub fn judge(&self, target: Target, input: &[u8], thorough: bool) -> Result<Outcome, String> {
        // Either language, but always the same one for the same input.
        let is_even = input
            .iter()
            .fold(0_u8, |sum, byte| sum.wrapping_add(*byte))
            .is_multiple_of(2);
        let language = if is_even {
            Language::English
        } else {
            Language::Chinese
        };
        match target {
            Target::Plan => documents::plan(input, language, thorough),
            Target::Scenario => documents::scenario(self, input, language, thorough),
            Target::Expression => expression::expression(self, input, language, thorough),
            Target::Table => table::text(self, input, language, thorough),
            Target::Workbook => table::workbook(self, input, language, thorough),
            Target::Preferences => kept::preferences(self, input, language, thorough),
            Target::Recovery => kept::recovery(self, input, language, thorough),
        }
    }
}

/// `{}` is where a formula goes.
const LEVERS: &str = r#"(format: 1, id: "p", title: "p", base_year: 2010, end_year: 2012, source: "",
categories: [(id: "c", name: "c")], indicators: [
(id: "a", name: "a", category: "c", unit: "u", base: Some(3.0), dynamics: Growth),
(id: "b", name: "b", category: "c", unit: "u", base: Some(5.0), dynamics: Decline),
(id: "c-d", name: "c", category: "c", unit: "u", base: Some(7.0), dynamics: Additive),
(id: "e2", name: "e", category: "c", unit: "%", base: Some(11.0), dynamics: Concentration, bounds: Some((0.0, 100.0))),
])"#;

/// The plan of four levers plus one derived indicator.
pub fn plan_with_formula(formula: &str) -> String {
    let quoted = planpath::file::to_ron(&formula).unwrap_or_default();
    let derived = format!(
        "(id: \"x\", name: \"x\", category: \"c\", unit: \"u\", dynamics: Derived({}), target: Some((form: Level(1.0), \
         comparator: AtLeast, wording: \"\"))),\n])",
        quoted.trim_end()
    );
    LEVERS.replace("])", &derived)
}
