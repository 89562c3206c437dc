//! What is decomposed: what was wished for, as far as the document in front has it.

use super::super::{Document, DocumentId};
use crate::plan::IndicatorIx;
use crate::text::choices;

choices! {
    /// How a change or a difference is taken apart.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum DecomposeWay {
        /// By factors, year by year, and added up.
        Chained = "decompose-way-chained",
        /// By factors, from the first year straight to the last.
        Direct = "decompose-way-direct",
        /// Between scenarios, by factors.
        Factors = "decompose-way-factors",
        /// Between scenarios, by what was entered for each lever.
        Levers = "decompose-way-levers",
    }
    /// The message id of its name.
    fn label
}

impl DecomposeWay {
    /// The ways between years, or between two scenarios.
    #[must_use]
    pub const fn offered(is_against: bool) -> [Self; 2] {
        if is_against {
            [Self::Factors, Self::Levers]
        } else {
            [Self::Chained, Self::Direct]
        }
    }
}

/// A scenario that is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecomposeAgainst {
    /// An open document.
    Document(DocumentId),
    /// An example, by its id.
    Example(&'static str),
}

/// What is decomposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecomposeChoice {
    /// The derived indicator.
    pub indicator: IndicatorIx,
    /// The first year.
    pub from: i32,
    /// A year in between; the change is shown up to it, and from there on.
    pub via: Option<i32>,
    /// The last year, or the one in which scenarios are compared.
    pub to: i32,
    /// The scenario that is compared with.
    pub against: Option<DecomposeAgainst>,
    /// How.
    pub way: DecomposeWay,
}

/// The year in between that was wished for.
#[derive(Clone, Copy, Default)]
pub(super) enum WishedVia {
    /// None was chosen: that of the last data.
    #[default]
    LastData,
    /// This one, or none at all.
    Chosen(Option<i32>),
}

/// What was wished for, in terms that outlast a plan: ids and calendar years.
#[derive(Default)]
pub(super) struct Wishes {
    pub indicator: Option<String>,
    pub from: Option<i32>,
    pub via: WishedVia,
    pub to: Option<i32>,
    pub against: Option<DecomposeAgainst>,
    is_direct: bool,
    is_by_lever: bool,
}

impl Wishes {
    pub const fn set_way(&mut self, way: DecomposeWay) {
        match way {
            DecomposeWay::Chained | DecomposeWay::Direct => {
                self.is_direct = matches!(way, DecomposeWay::Direct);
            }
            DecomposeWay::Factors | DecomposeWay::Levers => {
                self.is_by_lever = matches!(way, DecomposeWay::Levers);
            }
        }
    }

    /// What of it the document has; nothing without derived indicators.
    pub fn choice(
        &self,
        document: &Document,
        selected: Option<IndicatorIx>,
        is_open: impl Fn(DocumentId) -> bool,
    ) -> Option<DecomposeChoice> {
        let plan = document.plan();
        let indicator = self.indicator(document, selected)?;
        let against = self.against.filter(|against| match against {
            DecomposeAgainst::Document(id) => is_open(*id),
            DecomposeAgainst::Example(_) => true,
        });
        let earliest = if against.is_some() {
            plan.base_year
        } else {
            plan.base_year + 1
        };
        let to = self.to.filter(|to| (earliest..=plan.end_year).contains(to));
        let to = to.unwrap_or(plan.end_year);
        let from = self.from.filter(|from| (plan.base_year..to).contains(from));
        let from = from.unwrap_or(plan.base_year);
        let way = match (against.is_some(), self.is_by_lever, self.is_direct) {
            (true, true, _) => DecomposeWay::Levers,
            (true, false, _) => DecomposeWay::Factors,
            (false, _, true) => DecomposeWay::Direct,
            (false, _, false) => DecomposeWay::Chained,
        };
        let last_data = document.projection().last_actual(indicator);
        let via = match self.via {
            WishedVia::LastData => Some(plan.year(last_data)),
            WishedVia::Chosen(via) => via,
        };
        Some(DecomposeChoice {
            indicator,
            from,
            via: via.filter(|via| way == DecomposeWay::Chained && from < *via && *via < to),
            to,
            against,
            way,
        })
    }

    /// The one wished for; or the selected one if it is derived; or of those with levels the first that most levers move.
    fn indicator(&self, document: &Document, selected: Option<IndicatorIx>) -> Option<IndicatorIx> {
        let plan = document.plan();
        let is_derived = |ix: &IndicatorIx| !plan.get(*ix).is_lever();
        let wished = self.indicator.as_ref().and_then(|id| plan.find(id));
        if let Some(ix) = wished.filter(is_derived).or(selected.filter(is_derived)) {
            return Some(ix);
        }
        let all: Vec<IndicatorIx> = plan.iter().map(|(ix, _)| ix).collect();
        let weight = |ix: &IndicatorIx| {
            let has_levels = document.projection().levels(*ix).is_some();
            (has_levels, plan.levers_behind(*ix).len())
        };
        // Of equals, `max_by_key` takes the last.
        all.into_iter().filter(is_derived).rev().max_by_key(weight)
    }
}
