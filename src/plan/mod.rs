//! The plan document: indicators, targets, and the source of each figure.
//!
//! Plans are data (`seeds/*.ron`, or a user's own file); nothing here knows a particular plan.

mod change;
mod check;
mod comparator;
mod document;
mod even;
mod expression;
mod indicator;
mod level;
mod library;
mod period;
mod target;
mod targets;

use std::collections::HashSet;

pub use change::{Change, Scale};
pub(crate) use change::{root, years};
pub(crate) use check::{LONGEST_SPAN, base_fault, url_fault};
pub use check::{is_plan, load, read_text};
pub use comparator::Comparator;
pub(crate) use even::{first_due, whole};
pub(crate) use expression::Op;
pub use expression::{Expression, ExpressionFault};
pub use indicator::{Dynamics, Indicator};
pub(crate) use level::LARGEST_MULTIPLE;
pub use level::LevelKind;
pub use library::{BUILT_IN, BuiltInPlan, built_in};
pub use period::Period;
pub use target::{Due, Form, Target};
pub use targets::TargetIx;

use crate::text::{Language, LocalizedText, WebAddress};

/// Index of an indicator in its plan; valid only with that plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndicatorIx(pub(crate) usize);

impl IndicatorIx {
    /// Zero-based index.
    #[must_use]
    pub const fn position(self) -> usize {
        self.0
    }
}

/// A heading under which indicators are grouped.
#[derive(Clone, Debug, PartialEq)]
pub struct Category {
    /// The id that indicators refer to.
    pub id: String,
    /// The heading.
    pub name: LocalizedText,
}

/// A checked plan: every reference resolves, every number is finite, derived indicators have no cycle.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Unique name, used by scenarios.
    pub id: String,
    /// Title.
    pub title: LocalizedText,
    /// The year whose levels are the starting point.
    pub base_year: i32,
    /// The last year, in which targets are due.
    pub end_year: i32,
    /// The document the plan was published as.
    pub source: LocalizedText,
    /// Where that document can be read.
    pub url: Option<WebAddress>,
    /// Headings in display order.
    pub categories: Vec<Category>,
    /// Indicators in display order.
    pub indicators: Vec<Indicator>,
    /// Indicators of headline charts.
    pub headline: Vec<IndicatorIx>,
    /// Derived indicators, each after the derived ones it uses.
    pub(crate) derived_order: Vec<IndicatorIx>,
    /// Per indicator, the levers that move it.
    pub(crate) levers_behind: Vec<Vec<IndicatorIx>>,
    /// Lower-case first words of English names that definitions use within sentences.
    pub(crate) common_words: HashSet<String>,
}

impl Plan {
    /// The number of annual steps, n in the formulas.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.period().steps()
    }

    /// The years from base to end, n + 1 of them.
    pub fn years(&self) -> impl Iterator<Item = i32> + use<> {
        self.base_year..=self.end_year
    }

    /// Calendar year of a step; step 0 is the base year.
    #[must_use]
    pub fn year(&self, step: usize) -> i32 {
        self.base_year + i32::try_from(step).unwrap_or(i32::MAX - self.base_year)
    }

    /// Every indicator with its index, in the plan's order.
    pub fn iter(&self) -> impl Iterator<Item = (IndicatorIx, &Indicator)> {
        self.indicators
            .iter()
            .enumerate()
            .map(|(position, indicator)| (IndicatorIx(position), indicator))
    }

    /// Levers in plan order.
    pub fn levers(&self) -> impl Iterator<Item = (IndicatorIx, &Indicator)> {
        self.iter().filter(|(_, indicator)| indicator.is_lever())
    }

    /// Whether an index is valid for this plan.
    #[must_use]
    pub fn has(&self, ix: IndicatorIx) -> bool {
        ix.0 < self.indicators.len()
    }

    /// An indicator by its index.
    #[must_use]
    pub fn get(&self, ix: IndicatorIx) -> &Indicator {
        &self.indicators[ix.0]
    }

    /// The levers behind an indicator, in plan order: itself, or those that a derived one depends on.
    #[must_use]
    pub fn levers_behind(&self, ix: IndicatorIx) -> &[IndicatorIx] {
        &self.levers_behind[ix.0]
    }

    /// An indicator's name within a sentence. In English, common first words become lower case: "labour productivity",
    /// but "Guangdong" and "ERP" stay.
    #[must_use]
    pub fn name_inside(&self, ix: IndicatorIx, language: Language) -> String {
        self.inside(self.get(ix).name.get(language), language)
    }

    /// An indicator's short name within a sentence.
    #[must_use]
    pub fn short_name_inside(&self, ix: IndicatorIx, language: Language) -> String {
        self.inside(self.get(ix).short_name(language), language)
    }

    fn inside(&self, name: &str, language: Language) -> String {
        if language == Language::English {
            let word = check::first_word(name);
            let lower = word.to_lowercase();
            if self.common_words.contains(&lower) {
                return lower + &name[word.len()..];
            }
        }
        name.to_owned()
    }

    /// The index of an indicator by its id.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<IndicatorIx> {
        self.indicators
            .iter()
            .position(|indicator| indicator.id == id)
            .map(IndicatorIx)
    }
}
