//! Which uncertain rates matter most for what the Uncertainty screen shows: a job, asked once an edit is complete.

use super::super::analysis::Asked;
use super::super::job_key::JobKey;
use super::super::jobs::JobLane;
use super::super::{Screen, Session};
use super::chances::QUICK_DRAWS;
use crate::analysis::Outcome;
use crate::analysis::draws::Sampling;
use crate::analysis::ensemble::{ApartMedians, CancellableDraws, Study};
use crate::analysis::importance::{Importance, ImportanceSettings, Tornado, importance, tornado};
use crate::model::IsWanted;
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::Scenario;

/// The rates behind a figure, by how far each moves it, and by its share of the variance.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranking {
    /// The figure.
    pub outcome: Outcome,
    /// From the 10 % to the 90 % quantile of each rate alone.
    pub tornado: Tornado,
    /// Shares of the variance.
    pub importance: Importance,
    /// What tells draws that meet the target from the others; empty without a target that draws reach.
    pub apart: Vec<ApartMedians>,
}

/// The result of a job.
pub(in crate::session) struct RankEvent(Asked<Outcome>, Box<Option<Ranking>>);

impl Session {
    /// The figure that is ranked for: the main target of the indicator shown, or else its level in the last year.
    #[must_use]
    pub fn ranked_outcome(&self) -> Option<Outcome> {
        let ix = self.drawn_indicator()?;
        let plan = self.document().plan();
        let main = plan.main_target(ix).map(|(target, _)| Outcome::Target(target));
        Some(main.unwrap_or(Outcome::Level {
            indicator: ix,
            step: plan.steps(),
        }))
    }

    /// The last ranking of the document in front, perhaps of an earlier state.
    #[must_use]
    pub fn ranking(&self) -> Option<&Ranking> {
        self.ranking.last(self.document())?.as_ref()
    }

    /// Whether [`Self::ranking`] is about the document as it is now; while something is dragged it is not.
    #[must_use]
    pub fn is_ranking_of_now(&self) -> bool {
        self.ranking.is_of_now(self.document())
    }

    pub(in crate::session) fn refresh_ranking(&mut self) {
        let document = self.document();
        let is_shown = self.view.screen == Screen::Uncertainty && !document.history().is_open();
        let Some(outcome) = self.ranked_outcome().filter(|_| is_shown) else {
            return;
        };
        let asked = Asked::new(document, outcome);
        if !self.ranking.ask(&asked) {
            return;
        }
        let document = self.document();
        let id = document.id();
        let (plan, mut scenario) = (document.shared_plan(), document.scenario().clone());
        let levers: Vec<IndicatorIx> = scenario.uncertainty.iter().map(|(ix, _)| ix).collect();
        for ix in levers.into_iter().filter(|ix| !document.may_vary(*ix)) {
            scenario.set_spread(ix, None);
        }
        let settings = ImportanceSettings {
            sampling: self.chances.choice.sampling,
            ..ImportanceSettings::default()
        };
        self.jobs.cancel_where(|key| matches!(key, JobKey::Ranking(_)));
        self.jobs
            .start(JobKey::Ranking(id), JobLane::Computing, move |watch| {
                let is_wanted = || !watch.is_cancelled();
                let (plan, scenario) = (&plan, &scenario);
                let found = tornado(plan, scenario, outcome, settings.sampling, &is_wanted);
                let shares = importance(plan, scenario, outcome, settings, &is_wanted);
                // What cannot be drawn is said beside the draws.
                let ranking = match (found, shares) {
                    (Ok(found), Ok(shares)) => Some(Ranking {
                        outcome,
                        tornado: found?,
                        importance: shares?,
                        apart: apart(plan, scenario, (outcome, settings.sampling), &is_wanted),
                    }),
                    _ => None,
                };
                Some(RankEvent(asked, Box::new(ranking)))
            });
    }

    pub(in crate::session) fn on_ranked(&mut self, RankEvent(asked, ranking): RankEvent) {
        self.ranking.answer(asked, *ranking);
    }
}

/// The medians of the levers in draws that meet a target and in the others.
fn apart(
    plan: &Plan,
    scenario: &Scenario,
    (outcome, sampling): (Outcome, Sampling),
    is_wanted: IsWanted<'_>,
) -> Vec<ApartMedians> {
    let Outcome::Target(target) = outcome else {
        return Vec::new();
    };
    let how = CancellableDraws {
        threads: 1,
        is_wanted,
    };
    let study = Study::of(plan, scenario, sampling).ok();
    let found = study.and_then(|study| study.medians_apart(target, QUICK_DRAWS, how));
    found.unwrap_or_default()
}
