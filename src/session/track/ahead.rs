//! The years left, set in one step: at a pace, or so that every target is reached.

use super::super::finished::Finished;
use super::super::job_key::JobKey;
use super::super::jobs::Lane;
use super::super::{Change, Phase, Session, State};
use crate::file::Failure;
use crate::model::solver::{ReachedAll, reach_all};
use crate::model::{Pace, Remaining, WhyNot, remaining};
use crate::plan::IndicatorIx;
use crate::scenario::Rates;

/// What reaches every target of a document in some state.
pub(in crate::session) struct ReachAllShown {
    state: State,
    all: ReachedAll,
}

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

    /// Whether it is looked at what reaches every target.
    #[must_use]
    pub const fn is_reaching_all(&self) -> bool {
        self.tracking.all_asked.is_some()
    }

    /// What reaches every target, while that is looked at, once it was worked out. A newer answer may be under way
    /// ([`JobKey::ReachAll`]).
    #[must_use]
    pub fn reached_all(&self) -> Option<&ReachedAll> {
        let all = self.tracking.all.as_ref()?;
        (self.is_reaching_all() && all.state.is_of(self.document())).then_some(&all.all)
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
        let document = self.documents.active();
        let state = State::of(document);
        if self.tracking.all_asked.as_ref() == Some(&state) {
            return;
        }
        self.tracking.all_asked = Some(state.clone());
        let (id, plan) = (document.id(), document.shared_plan());
        let scenario = document.scenario().clone();
        self.jobs.start(JobKey::ReachAll(id), Lane::Computing, move |_| {
            let all = reach_all(&plan, &scenario);
            Some(Finished::ReachedAll(Box::new(ReachAllShown { state, all })))
        });
    }

    pub(in crate::session) fn all_reached(&mut self, all: ReachAllShown) {
        if self.tracking.all_asked.as_ref() == Some(&all.state) {
            self.tracking.all = Some(all);
        }
    }

    pub(super) fn put_all_away(&mut self) {
        (self.tracking.all, self.tracking.all_asked) = (None, None);
    }

    pub(super) fn take_all(&mut self) {
        // Only what is shown and holds now.
        let state = State::of(self.document());
        let Some(ReachAllShown { all, .. }) = self.tracking.all.take_if(|all| all.state == state) else {
            return;
        };
        self.put_all_away();
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
