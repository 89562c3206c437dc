//! The years left, set in one step: at a pace, or so that every target is reached.

use super::super::{Change, Phase, Session};
use crate::file::Failure;
use crate::model::solver::{ReachedAll, reach_all};
use crate::model::{Pace, Remaining, WhyNot, remaining};
use crate::plan::IndicatorIx;
use crate::scenario::Rates;

impl Session {
    /// A lever's years left at a pace.
    ///
    /// # Errors
    /// Why that pace does not exist for this lever.
    pub fn at_pace(&self, lever: IndicatorIx, pace: Pace) -> Result<Remaining, WhyNot> {
        let document = self.document();
        remaining(
            document.plan(),
            document.scenario(),
            document.projection(),
            lever,
            pace,
        )
    }

    /// What reaches every target, while that is looked at.
    #[must_use]
    pub fn reached_all(&self) -> Option<&ReachedAll> {
        self.tracking.all.as_ref().map(|(.., all)| all)
    }

    pub(super) fn go_on(&mut self, lever: Option<IndicatorIx>, pace: Pace) {
        let Some(lever) = lever else {
            let rates = self.every_lever_at(pace);
            return self.set_all(Change::Continued, rates);
        };
        match self.at_pace(lever, pace) {
            Ok(Remaining { rates, .. }) => self.set_all(Change::Rates(lever), vec![(lever, rates)]),
            Err(why) => self.notices.failed(Failure::Other {
                what: why.message(),
                help: None,
            }),
        }
    }

    /// Every lever that has such a pace and is not on it already.
    fn every_lever_at(&self, pace: Pace) -> Vec<(IndicatorIx, Rates)> {
        let document = self.document();
        let levers = document.plan().levers().map(|(ix, _)| ix);
        let is_on_plan = |lever: &IndicatorIx| document.scenario().rates.get(*lever).is_none();
        levers
            .filter(|lever| pace != Pace::PlanEven || !is_on_plan(lever))
            .filter_map(|lever| Some((lever, self.at_pace(lever, pace).ok()?.rates)))
            .collect()
    }

    pub(super) fn work_out_all(&mut self) {
        let document = self.document();
        let all = reach_all(document.plan(), document.scenario());
        self.tracking.all = Some((document.id(), document.revision(), all));
    }

    pub(super) fn take_all(&mut self) {
        let Some((.., all)) = self.tracking.all.take() else {
            return;
        };
        self.documents
            .active_mut()
            .edit(Change::ReachedAll, Phase::Done, |scenario| {
                *scenario = all.scenario;
            });
    }

    pub(super) fn set_all(&mut self, change: Change, rates: Vec<(IndicatorIx, Rates)>) {
        self.documents.active_mut().edit(change, Phase::Done, |scenario| {
            for (lever, rates) in rates {
                scenario.rates.set(lever, rates);
            }
        });
    }
}
