//! Goal-seek: which rates are turned and how, and the result.

use super::super::analysis::Asked;
use super::super::job_key::JobKey;
use super::super::jobs::JobLane;
use super::super::{Edit, Phase, Session};
use super::TrackEvent;
use crate::analysis::solver::{Answer, Request, SolveMode, Unsolvable, parameters, solve_while};
use crate::analysis::{by_effect, sensitivities};
use crate::model::{IsWanted, ParameterId, Projection, project};
use crate::plan::Plan;
use crate::scenario::Scenario;

/// A question about one target, with its answer.
pub struct GoalSeekResult {
    /// What was asked.
    pub request: Request,
    /// The rates that reach the target, or come nearest; or why there is no question.
    pub result: Result<Answer, Unsolvable>,
    /// Where those rates lead.
    pub projection: Option<Projection>,
}

impl Session {
    /// The rates that can be turned for the selected target, those that move it most first.
    #[must_use]
    pub fn seek_parameters(&self) -> Vec<ParameterId> {
        let Some(target) = self.tracked() else {
            return Vec::new();
        };
        let document = self.document();
        let (plan, scenario) = (document.plan(), document.scenario());
        let mut offered = parameters(plan, scenario, target.indicator);
        if let Some(assessment) = document.evaluation().assessment(target) {
            let found = sensitivities(plan, scenario, document.projection(), assessment);
            by_effect(&mut offered, &found);
        }
        offered
    }

    /// The question about the selected target; `None` if nothing can be turned.
    #[must_use]
    pub fn seek_request(&self) -> Option<Request> {
        let target = self.tracked()?;
        let offered = self.seek_parameters();
        let chosen = self.tracking.turned.filter(|id| offered.contains(id));
        Some(Request {
            target,
            parameter: chosen.or_else(|| offered.first().copied())?,
            way: self.tracking.way.unwrap_or(SolveMode::CatchUp),
        })
    }

    /// The last answer for the selected target, once there is one. While a new one is being computed
    /// ([`JobKey::Seek`]), it is about an earlier state, and perhaps other rates.
    #[must_use]
    pub fn sought(&self) -> Option<&GoalSeekResult> {
        let last = self.tracking.sought.last(self.document());
        last.filter(|sought| Some(sought.request.target) == self.tracked())
    }

    /// Whether the answer is to the current question, so that it can be set.
    #[must_use]
    pub fn is_answer_current(&self) -> bool {
        self.tracking.sought.current(self.document()).is_some()
    }

    /// Computes the answer if it is out of date.
    pub(super) fn refresh_answer(&mut self) {
        let Some(request) = self.seek_request() else {
            self.tracking.sought.clear();
            return;
        };
        let asked = Asked::new(self.document(), request);
        if !self.tracking.sought.ask(&asked) {
            return;
        }
        let document = self.document();
        let (id, plan, scenario) = (document.id(), document.shared_plan(), document.scenario().clone());
        self.jobs.cancel_where(|key| matches!(key, JobKey::Seek(_)));
        self.jobs
            .start(JobKey::Seek(id), JobLane::Computing, move |watch| {
                let sought = seek(&plan, &scenario, request, &|| !watch.is_cancelled())?;
                Some(TrackEvent::Sought(asked, Box::new(sought)))
            });
    }

    /// Sets the rates found, even if they only come nearest. The answer to another question was not seen as such, and
    /// is not set.
    pub(super) fn take_answer(&mut self) {
        let Some(GoalSeekResult {
            result: Ok(answer), ..
        }) = self.tracking.sought.current(self.document())
        else {
            return;
        };
        let (lever, rates) = (answer.request.parameter.indicator, answer.rates.clone());
        self.documents
            .active_mut()
            .edit(Edit::Rates(lever), Phase::Done, |scenario| {
                scenario.rates.set(lever, rates);
            });
    }
}

fn seek(
    plan: &Plan,
    scenario: &Scenario,
    request: Request,
    is_wanted: IsWanted<'_>,
) -> Option<GoalSeekResult> {
    let result = solve_while(plan, scenario, request, is_wanted)?;
    let projection = result.as_ref().ok().map(|answer| {
        let mut scenario = scenario.clone();
        scenario
            .rates
            .set(request.parameter.indicator, answer.rates.clone());
        project(plan, &scenario)
    });
    Some(GoalSeekResult {
        request,
        result,
        projection,
    })
}
