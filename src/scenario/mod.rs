//! The scenario document: what might happen. A rate schedule per lever, base values, actuals and where they come from,
//! uncertainty, notes.

mod actuals;
mod by_indicator;
mod check;
mod document;
mod examples;
mod figures;
mod footing;
pub mod import;
mod load;
mod origin;
mod rates;
mod resolve;
pub mod schedule;
mod series;
mod uncertainty;

pub use actuals::{Actual, ActualEntry};
pub use by_indicator::ByIndicator;
pub use examples::{EXAMPLES, Example};
pub(crate) use footing::{Footing, footing};
pub use load::{Loaded, create, load, read_text, to_text};
pub use origin::Origin;
pub use rates::Rates;
pub(crate) use resolve::Series;
pub use series::{Confidence, SeriesInfo};
pub use uncertainty::{Spread, Uncertainty, Years};

use crate::text::Words;

/// A checked scenario. It belongs to one plan: its indices are positions in that plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scenario {
    /// Short name, shown in titles and legends.
    pub name: Words,
    /// What it assumes, in a sentence or two.
    pub description: Words,
    /// The plan, as the file names it: a built-in id, or a path relative to the scenario file.
    pub plan: String,
    /// Annual rates per lever. A lever without an entry takes the even path that meets its target exactly.
    pub rates: ByIndicator<Rates>,
    /// Base-year levels that replace or supply the plan's.
    pub bases: ByIndicator<f64>,
    /// What has already happened.
    pub actuals: ByIndicator<Vec<ActualEntry>>,
    /// Source, scope and confidence of what has already happened.
    pub series: ByIndicator<SeriesInfo>,
    /// How sure the rates are.
    pub uncertainty: ByIndicator<Uncertainty>,
    /// Why: an assumption, a policy, a source.
    pub notes: ByIndicator<Words>,
}
