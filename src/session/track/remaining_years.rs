//! Setting the years left in one step: at a pace, or so that every target is reached.

use super::super::analysis::Asked;
use super::super::job_key::JobKey;
use super::super::jobs::JobLane;
use super::super::{Edit, Phase, Session};
use super::TrackEvent;
use crate::analysis::solver::{ReachedAll, reach_all_while};
use crate::analysis::{RateRule, Remaining, RemainingError, remaining};
use crate::file::Failure;
use crate::plan::IndicatorIx;
use crate::scenario::Rates;
use crate::wording;

impl Session {
    /// A lever's years left at a pace.
    ///
    /// # Errors
    /// Why that pace does not exist for this lever.
    pub fn at_pace(&self, lever: IndicatorIx, pace: RateRule) -> Result<Remaining, RemainingError> {
        let document = self.document();
        remaining(
            document.plan(),
            document.scenario(),
            document.projection(),
            lever,
            pace,
        )
    }

    /// Whether the proposal that reaches every target is on screen.
    #[must_use]
    pub const fn shows_reach_all(&self) -> bool {
        self.tracking.all.is_open()
    }

    /// The proposal that reaches every target, once computed; while a new one is being computed ([`JobKey::ReachAll`]),
    /// the older one.
    #[must_use]
    pub fn reached_all(&self) -> Option<&ReachedAll> {
        self.tracking.all.last(self.document())
    }

    /// Whether it holds for the document as it is now, so that it can be set.
    #[must_use]
    pub fn is_reach_all_current(&self) -> bool {
        self.tracking.all.current(self.document()).is_some()
    }

    pub(super) fn go_on(&mut self, lever: Option<IndicatorIx>, pace: RateRule) {
        let Some(lever) = lever else {
            let rates = self.every_lever_at(pace);
            return self.set_all(Edit::Continued, rates);
        };
        match self.at_pace(lever, pace) {
            Ok(Remaining { rates, .. }) => self.set_all(Edit::Rates(lever), vec![(lever, rates)]),
            Err(why) => self.notices.failed(Failure::Other {
                what: wording::why_not(self.document().plan(), &why),
                help: None,
            }),
        }
    }

    /// Every lever that has such a pace and is not already on it.
    fn every_lever_at(&self, pace: RateRule) -> Vec<(IndicatorIx, Rates)> {
        let document = self.document();
        let levers = document.plan().levers().map(|(ix, _)| ix);
        let is_on_plan = |lever: &IndicatorIx| document.scenario().rates.get(*lever).is_none();
        levers
            .filter(|lever| pace != RateRule::PlanEven || !is_on_plan(lever))
            .filter_map(|lever| Some((lever, self.at_pace(lever, pace).ok()?.rates)))
            .collect()
    }

    /// Computes the proposal if it is out of date.
    pub(super) fn work_out_all(&mut self) {
        let asked = Asked::new(self.document(), ());
        if !self.tracking.all.ask(&asked) {
            return;
        }
        let document = self.document();
        let (id, plan, scenario) = (document.id(), document.shared_plan(), document.scenario().clone());
        self.jobs.cancel_where(|key| matches!(key, JobKey::ReachAll(_)));
        self.jobs
            .start(JobKey::ReachAll(id), JobLane::Computing, move |watch| {
                let all = reach_all_while(&plan, &scenario, &|| !watch.is_cancelled())?;
                Some(TrackEvent::ReachedAll(asked, Box::new(all)))
            });
    }

    /// Closes the proposal.
    pub(super) fn put_away_all(&mut self) {
        self.tracking.all.clear();
        self.jobs.cancel_where(|key| matches!(key, JobKey::ReachAll(_)));
    }

    /// Sets the proposal shown. One for an earlier state would undo what was done since, and is not set.
    pub(super) fn take_all(&mut self) {
        let Some(all) = self.tracking.all.current(self.document()) else {
            return;
        };
        let found = all.scenario.clone();
        self.put_away_all();
        self.documents
            .active_mut()
            .edit(Edit::ReachedAll, Phase::Done, |scenario| *scenario = found);
    }

    pub(super) fn set_all(&mut self, change: Edit, rates: Vec<(IndicatorIx, Rates)>) {
        self.documents.active_mut().edit(change, Phase::Done, |scenario| {
            for (lever, rates) in rates {
                scenario.rates.set(lever, rates);
            }
        });
    }
}
