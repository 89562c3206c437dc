//! The same share of each rate on many levers in one step.

use super::super::{Document, Edit, Phase, Session};
use super::stated_rates;
use crate::plan::IndicatorIx;
use crate::scenario::{Spread, Uncertainty, Years};
use crate::text::{Message, choices, listed};

choices! {
    /// Which levers get a spread at once.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum SpreadScope {
        /// Those whose rates the scenario states.
        Stated = "spread-scope-stated",
        /// All that may have one; the even rates of the others are stated as well.
        All = "spread-scope-all",
    }
    /// The message id of its name.
    fn label
}

impl SpreadScope {
    /// The levers of a document within it.
    pub fn levers(self, document: &Document) -> impl Iterator<Item = IndicatorIx> {
        let levers = document.plan().levers().map(|(ix, _)| ix);
        levers.filter(move |ix| {
            let is_within = self == Self::All || document.scenario().rates.get(*ix).is_some();
            is_within && document.may_vary(*ix)
        })
    }
}

impl Session {
    /// Uniform ± `percent` of each rate's size, one draw for all years. Rates of 0 stay fixed, and are named.
    pub(super) fn spread_everywhere(&mut self, percent: f64, scope: SpreadScope) {
        let is_usable = percent.is_finite() && percent > 0.0 && percent <= 100.0;
        if !is_usable {
            return self.refuse("spread-percent-fault", "spread-percent-fault-help");
        }
        let language = self.view.language;
        let document = self.documents.active_mut();
        let levers: Vec<IndicatorIx> = scope.levers(document).collect();
        let rate = |ix: &IndicatorIx| document.open_rate(*ix).unwrap_or(0.0);
        let (varied, still): (Vec<_>, Vec<_>) = levers
            .into_iter()
            .map(|ix| (ix, rate(&ix)))
            .partition(|(_, rate)| rate.abs() > 1e-9);
        let stated: Vec<_> = varied
            .iter()
            .filter_map(|(ix, _)| Some((*ix, stated_rates(document, *ix)?)))
            .collect();
        let counts = (varied.len(), stated.len());
        document.edit(Edit::SpreadEverywhere, Phase::Done, |scenario| {
            for (ix, rates) in stated {
                scenario.rates.set(ix, rates);
            }
            for (ix, rate) in varied {
                // Six decimals, so that files contain no binary dust.
                let half = ((rate.abs() * percent / 100.0) * 1e6).round().max(1.0) / 1e6;
                let spread = Spread::Uniform {
                    min: -half,
                    max: half,
                };
                let years = scenario
                    .uncertainty
                    .get(ix)
                    .map_or(Years::SameDraw, |now| now.years);
                scenario.set_spread(ix, Some(Uncertainty { spread, years }));
            }
        });
        let plan = document.plan();
        let names = still
            .iter()
            .map(|(ix, _)| plan.get(*ix).short_name(language).into());
        let mut said = Message::new("spread-everywhere-done")
            .with("count", counts.0)
            .with("stated", counts.1);
        if let Some(names) = listed(names) {
            said = Message::new("spread-everywhere-still")
                .with("done", said)
                .with("names", names);
        }
        self.notices.done(said);
    }
}
