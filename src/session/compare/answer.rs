//! What differs between the compared scenarios: a job, whose answer is shown until the next one.

use std::sync::Arc;

use super::super::document::State;
use super::super::job_key::JobKey;
use super::super::jobs::JobLane;
use super::super::{Screen, Session};
use super::{ComparedContent, ComparedSource, FigureName};
use crate::analysis::Outcome;
use crate::analysis::comparison::{ComparedScenario, Comparison, ComparisonError, compare};
use crate::plan::{IndicatorIx, Plan};

/// Scenarios that were compared, as they were then.
#[derive(Clone, Debug)]
pub struct ComparedScenarios {
    /// The slot of each, in the order in which they were added.
    pub slots: Vec<usize>,
    /// The scenarios.
    pub scenarios: Vec<ComparedContent>,
    /// The place of the reference among them.
    pub reference: usize,
    /// What differs, or why they cannot be compared.
    pub result: Result<Comparison, ComparisonError>,
}

impl ComparedScenarios {
    /// The plan of the reference, whose indices the comparison has.
    #[must_use]
    pub fn plan(&self) -> Option<&Plan> {
        Some(&self.scenarios.get(self.reference)?.plan)
    }

    /// The place of the scenario with a slot.
    #[must_use]
    pub fn place(&self, slot: usize) -> Option<usize> {
        self.slots.iter().position(|other| *other == slot)
    }
}

/// The state of one of the scenarios.
#[derive(Clone)]
enum MemberState {
    Open(State),
    Read(Arc<ComparedContent>),
}

impl PartialEq for MemberState {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Open(one), Self::Open(other)) => one == other,
            (Self::Read(one), Self::Read(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }
}

/// What is compared.
#[derive(Clone, PartialEq)]
pub(in crate::session) struct ComparedQuestion {
    members: Vec<(usize, MemberState)>,
    reference: usize,
    figure: Option<FigureName>,
}

/// The result of a job.
pub(in crate::session) struct ComparedEvent(ComparedScenarios);

impl Session {
    /// What differs between the scenarios, as of the last answer; nothing where fewer than two are compared.
    #[must_use]
    pub const fn compared_scenarios(&self) -> Option<&ComparedScenarios> {
        self.comparing.shown.as_ref()
    }

    /// Forgets closed scenarios, and compares anew what has changed while the Compare screen is shown.
    pub(in crate::session) fn refresh_compare(&mut self) {
        let documents = &self.documents;
        self.comparing.keep(|member| match &member.source {
            ComparedSource::Open(id) => documents.get(*id).is_some(),
            _ => true,
        });
        if self.view.screen != Screen::Compare {
            return;
        }
        self.start_comparing();
        let Some(question) = self.question_to_compare() else {
            self.comparing.asked = None;
            self.comparing.shown = None;
            return;
        };
        // One that is under way is let finish, so that a drag shows something at all.
        if self.comparing.asked.as_ref() == Some(&question) || self.jobs.watch(&JobKey::Comparison).is_some()
        {
            return;
        }
        let known = |slot: &usize| {
            let member = self
                .comparing
                .members
                .iter()
                .find(|member| member.slot == *slot)?;
            Some((*slot, self.content_of(member)?))
        };
        let (slots, scenarios): (Vec<usize>, Vec<ComparedContent>) = question
            .members
            .iter()
            .filter_map(|(slot, _)| known(slot))
            .unzip();
        let reference = slots.iter().position(|slot| *slot == question.reference);
        let (reference, figure) = (reference.unwrap_or(0), question.figure.clone());
        self.comparing.asked = Some(question);
        self.jobs.start(JobKey::Comparison, JobLane::Computing, move |_| {
            Some(ComparedEvent(work_out(slots, scenarios, reference, figure)))
        });
    }

    /// What is to be compared; nothing for fewer than two scenarios.
    fn question_to_compare(&self) -> Option<ComparedQuestion> {
        let members = self.comparing.members.iter().filter_map(|member| {
            let state = match &member.source {
                ComparedSource::Open(id) => MemberState::Open(State::of(self.documents.get(*id)?)),
                _ => MemberState::Read(Arc::clone(member.content.as_ref()?)),
            };
            Some((member.slot, state))
        });
        let members: Vec<(usize, MemberState)> = members.collect();
        (members.len() > 1).then(|| ComparedQuestion {
            members,
            reference: self.comparing.reference,
            figure: self.comparing.figure.clone(),
        })
    }

    pub(in crate::session) fn on_compared(&mut self, ComparedEvent(found): ComparedEvent) {
        self.comparing.shown = Some(found);
    }
}

fn work_out(
    slots: Vec<usize>,
    scenarios: Vec<ComparedContent>,
    reference: usize,
    figure: Option<FigureName>,
) -> ComparedScenarios {
    let figure = scenarios.get(reference).and_then(|own| {
        let ends = scenarios.iter().map(|of| of.plan.end_year);
        let last = ends.min().unwrap_or(own.plan.end_year);
        let step = usize::try_from(last - own.plan.base_year).ok()?;
        let chosen = figure.and_then(|figure| outcome_of(&own.plan, &figure, step));
        chosen.or_else(|| first_figure(own, step))
    });
    let compared: Vec<ComparedScenario<'_>> = scenarios
        .iter()
        .map(|of| ComparedScenario {
            plan: &of.plan,
            scenario: &of.scenario,
            evaluation: &of.evaluation,
        })
        .collect();
    let result = compare(&compared, reference, figure);
    ComparedScenarios {
        slots,
        scenarios,
        reference,
        result,
    }
}

fn outcome_of(plan: &Plan, figure: &FigureName, step: usize) -> Option<Outcome> {
    match figure {
        FigureName::Target(name) => plan.find_target(name).ok().map(Outcome::Target),
        FigureName::Level(id) => plan.find(id).map(|indicator| Outcome::Level { indicator, step }),
    }
}

/// The figure at first: the level of the indicator that most levers stand behind, the first of several.
fn first_figure(own: &ComparedContent, step: usize) -> Option<Outcome> {
    let plan = &own.plan;
    let with_levels = plan
        .iter()
        .map(|(ix, _)| ix)
        .filter(|ix| own.evaluation.projection().levels(*ix).is_some());
    let behind = |ix: IndicatorIx| plan.levers_behind(ix).len();
    let indicator = with_levels.reduce(|best, next| if behind(next) > behind(best) { next } else { best })?;
    Some(Outcome::Level { indicator, step })
}
