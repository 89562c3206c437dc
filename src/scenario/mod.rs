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
pub use rates::{RateFault, Rates};
pub(crate) use rates::{growth_fault, rate_fault};
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

impl Scenario {
    /// About how many bytes it takes beyond what it shares with `other`, for a history that must stay small.
    #[must_use]
    pub fn bytes_apart(&self, other: &Self) -> usize {
        let words = |words: &Words| words.texts().map(str::len).sum::<usize>();
        let info = |info: &SeriesInfo| words(&info.source) + words(&info.scope);
        let rates = |rates: &Rates| match rates {
            Rates::Constant(_) => 0,
            Rates::Yearly(rates) => size_of_val(rates.as_slice()),
            Rates::OutputGrowth { top, all } => size_of_val(top.as_slice()) + size_of_val(all.as_slice()),
        };
        let entries = |entries: &Vec<ActualEntry>| size_of_val(entries.as_slice());
        size_of::<Self>()
            + words(&self.name)
            + words(&self.description)
            + self.plan.len()
            + self
                .rates
                .bytes_apart(&other.rates, |value| size_of::<Rates>() + rates(value))
            + self.bases.bytes_apart(&other.bases, |_| size_of::<f64>())
            + self.actuals.bytes_apart(&other.actuals, entries)
            + self
                .series
                .bytes_apart(&other.series, |value| size_of::<SeriesInfo>() + info(value))
            + self
                .uncertainty
                .bytes_apart(&other.uncertainty, |_| size_of::<Uncertainty>())
            + self
                .notes
                .bytes_apart(&other.notes, |value| size_of::<Words>() + words(value))
    }
}
