//! The scenario document: a rate schedule per lever, base values, actuals with their sources, uncertainty, notes,
//! annotations.

mod actuals;
mod annotations;
mod by_indicator;
mod check;
mod clash;
mod correlation;
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
pub use annotations::{Annotation, AnnotationFault, Annotations};
pub use by_indicator::ByIndicator;
pub use clash::{CorrelationClash, correlation_clash, correlation_range};
pub use correlation::{CorrelationFault, correlation_fault};
pub use examples::{EXAMPLES, Example};
pub(crate) use footing::{LevelBasis, footing};
pub use load::{Loaded, create, load, read_text, read_text_of, to_text};
pub use origin::Origin;
pub use rates::{RateFault, Rates};
pub(crate) use rates::{growth_fault, rate_fault};
pub(crate) use resolve::Series;
pub use series::{Confidence, SeriesInfo};
pub use uncertainty::{Correlation, LeverRole, Spread, SpreadFault, Uncertainty, Years};

use crate::plan::{IndicatorIx, Plan};
use crate::text::LocalizedText;

/// A checked scenario of one plan; indices are positions in that plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scenario {
    /// Short name, shown in titles and legends.
    pub name: LocalizedText,
    /// What it assumes, in a sentence or two.
    pub description: LocalizedText,
    /// Plan reference as in the file: a built-in id, or a path relative to the scenario file.
    pub plan: String,
    /// Annual rates per lever. Levers without an entry take the even path that exactly meets their target.
    pub rates: ByIndicator<Rates>,
    /// Base-year levels that override or supplement the plan's.
    pub bases: ByIndicator<f64>,
    /// Actuals by indicator.
    pub actuals: ByIndicator<Vec<ActualEntry>>,
    /// Source, scope and confidence of actuals.
    pub series: ByIndicator<SeriesInfo>,
    /// Uncertainty of rates.
    pub uncertainty: ByIndicator<Uncertainty>,
    /// Correlations between levers with a spread and one rule for years, each pair once.
    pub correlations: Vec<Correlation>,
    /// Who decides a lever's rate, where that is stated; the others are policy.
    pub roles: ByIndicator<LeverRole>,
    /// Reasons for rates: an assumption, a policy, a source.
    pub notes: ByIndicator<LocalizedText>,
    /// Words pinned to years of charts.
    pub annotations: Annotations,
}

impl Scenario {
    /// Approximate bytes not shared with `other`, for bounding the undo history.
    #[must_use]
    pub fn bytes_apart(&self, other: &Self) -> usize {
        let words = |words: &LocalizedText| words.texts().map(str::len).sum::<usize>();
        let info = |info: &SeriesInfo| {
            let url = info.url.as_ref().map_or(0, |url| url.as_str().len());
            words(&info.source) + words(&info.scope) + url
        };
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
            + size_of_val(self.correlations.as_slice())
            + self.roles.bytes_apart(&other.roles, |_| size_of::<LeverRole>())
            + self
                .notes
                .bytes_apart(&other.notes, |value| size_of::<LocalizedText>() + words(value))
            + self.annotations.bytes_apart(&other.annotations)
    }

    /// Whether the chart of an indicator shows a year, so that an annotation can be pinned there: a year of the plan, or
    /// an earlier one with an actual.
    #[must_use]
    pub fn shows(&self, plan: &Plan, indicator: IndicatorIx, year: i32) -> bool {
        annotations::is_shown(plan, &self.actuals, indicator, year)
    }

    /// Drops annotations at years that no chart shows any longer, because the actual there has gone.
    pub fn drop_lost_annotations(&mut self, plan: &Plan) {
        self.annotations.keep_shown(plan, &self.actuals);
    }
}
