//! A table being previewed when the program ended: its content, and the answers given.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::plan::{IndicatorIx, Plan};
use crate::scenario::ByIndicator;
use crate::scenario::import::{Decimal, FigureKind, Options, SignRule};

/// An undecided table.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenTable {
    /// Where it comes from.
    pub source: TableSource,
    /// Choices made; `None` while it was still being read.
    pub settled: Option<SettledTable>,
}

/// Where a table comes from.
#[derive(Clone, Debug, PartialEq)]
pub enum TableSource {
    /// The clipboard.
    Pasted(Arc<PastedTable>),
    /// This file, which is read again.
    File(PathBuf),
}

/// A pasted table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PastedTable {
    /// The text on the clipboard.
    pub text: String,
    /// The indicator id and year it was pasted into; `None` if the table names its own.
    pub at: Option<(String, i32)>,
}

/// Choices made about a table. Indicators are identified by id, lines and series of the table by number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SettledTable {
    /// The SHA-256 of the file; answers do not carry over to a changed table.
    pub sha256: Option<String>,
    /// The sheet, counted from 0; `None` if it is unclear which is meant.
    pub sheet: Option<usize>,
    anchor: Option<(String, i32)>,
    kinds: Vec<(String, FigureKind)>,
    usual: Vec<(String, FigureKind)>,
    subjects: BTreeMap<usize, Option<String>>,
    decimal: Option<Decimal>,
    sign: Option<SignRule>,
    signs: BTreeMap<usize, SignRule>,
    read_as: BTreeMap<usize, FigureKind>,
    fractions: BTreeMap<usize, bool>,
    units: BTreeMap<usize, String>,
    left_out: BTreeSet<usize>,
    only: BTreeMap<String, String>,
    despite: BTreeMap<String, bool>,
    takes_hidden: bool,
}

impl SettledTable {
    /// The current choices.
    #[must_use]
    pub fn new(plan: &Plan, options: &Options, sheet: Option<usize>, sha256: Option<String>) -> Self {
        let id = |ix: IndicatorIx| plan.get(ix).id.clone();
        let named =
            |kinds: &ByIndicator<FigureKind>| kinds.iter().map(|(ix, kind)| (id(ix), *kind)).collect();
        let subjects = options.subjects.iter();
        Self {
            sha256,
            sheet,
            anchor: options.anchor.map(|(ix, year)| (id(ix), year)),
            kinds: named(&options.kinds),
            usual: named(&options.usual),
            subjects: subjects.map(|(line, about)| (*line, about.map(id))).collect(),
            decimal: options.decimal,
            sign: options.sign,
            signs: options.signs.clone(),
            read_as: options.read_as.clone(),
            fractions: options.fractions.clone(),
            units: options.units.clone(),
            left_out: options.left_out.clone(),
            only: options.only.clone(),
            despite: options.despite.clone(),
            takes_hidden: options.takes_hidden,
        }
    }

    /// The choices for previewing the table again. Choices about indicators that the plan no longer has are dropped.
    #[must_use]
    pub fn options(&self, plan: &Plan) -> Options {
        let numbered = |named: &[(String, FigureKind)]| {
            let mut kinds = ByIndicator::default();
            for (id, kind) in named {
                if let Some(ix) = plan.find(id) {
                    kinds.set(ix, *kind);
                }
            }
            kinds
        };
        let subject = |about: &Option<String>| match about {
            None => Some(None),
            Some(id) => plan.find(id).map(Some),
        };
        let subjects = self.subjects.iter();
        let anchor = self.anchor.as_ref();
        Options {
            anchor: anchor.and_then(|(id, year)| Some((plan.find(id)?, *year))),
            kinds: numbered(&self.kinds),
            usual: numbered(&self.usual),
            subjects: subjects
                .filter_map(|(line, about)| Some((*line, subject(about)?)))
                .collect(),
            decimal: self.decimal,
            sign: self.sign,
            signs: self.signs.clone(),
            read_as: self.read_as.clone(),
            fractions: self.fractions.clone(),
            units: self.units.clone(),
            left_out: self.left_out.clone(),
            only: self.only.clone(),
            despite: self.despite.clone(),
            takes_hidden: self.takes_hidden,
            ..Options::default()
        }
    }
}
