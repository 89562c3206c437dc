//! The rows of the table, put together from what was compared.

use crate::analysis::comparison::{ComparedLever, ComparedTarget, Comparison};
use crate::model::{Assessment, Basis};
use crate::plan::Plan;
use crate::session::{ComparedScenarios, Session};
use crate::ui::pieces::Mark;
use crate::wording::{ComparedRow, compared_level, compared_lever, compared_target};

/// What a row is about.
pub(super) enum RowSubject<'a> {
    Lever(&'a ComparedLever),
    Target(&'a ComparedTarget),
    Level,
}

/// A row with what it is about.
pub(super) struct DifferenceRow<'a> {
    pub subject: RowSubject<'a>,
    pub said: ComparedRow,
}

impl DifferenceRow<'_> {
    /// Whether nothing was entered behind a scenario's figure.
    pub fn is_assumed(&self, place: usize) -> bool {
        match &self.subject {
            RowSubject::Lever(lever) => lever.assumed.get(place) == Some(&true),
            RowSubject::Target(target) => {
                let assessment = target.assessments.get(place).and_then(Option::as_ref);
                assessment.is_some_and(|it| it.basis == Basis::Assumed)
            }
            RowSubject::Level => false,
        }
    }

    /// How a target is judged in a scenario.
    pub fn mark(&self, place: usize) -> Option<Mark> {
        let RowSubject::Target(target) = &self.subject else {
            return None;
        };
        let assessment: Option<&Assessment> = target.assessments.get(place)?.as_ref();
        assessment.map(Mark::of)
    }
}

/// The levers: those that differ, in the order chosen, and on request the others.
pub(super) fn levers<'a>(session: &Session, plan: &Plan, found: &'a Comparison) -> Vec<DifferenceRow<'a>> {
    let language = session.view().language;
    let mut levers: Vec<&ComparedLever> = found.levers.iter().collect();
    if session.keeps_compared_order() {
        levers.sort_by_key(|lever| lever.indicator);
    }
    if session.shows_equal() {
        levers.extend(&found.equal_levers);
    }
    let rows = levers.into_iter().map(|lever| DifferenceRow {
        subject: RowSubject::Lever(lever),
        said: compared_lever(plan, found, lever, language),
    });
    rows.collect()
}

/// The outcomes: targets that differ, levels of indicators without any, and on request targets that do not differ.
pub(super) fn outcomes<'a>(
    session: &Session,
    plan: &Plan,
    (shown, found): (&ComparedScenarios, &'a Comparison),
) -> Vec<DifferenceRow<'a>> {
    let view = session.view();
    let of_target = |target: &'a ComparedTarget| DifferenceRow {
        subject: RowSubject::Target(target),
        said: compared_target(plan, (found, target), &shown.slots, view.decimals, view.language),
    };
    let mut rows: Vec<DifferenceRow<'a>> = found.targets.iter().map(of_target).collect();
    if let Some(own) = shown.scenarios.get(found.reference) {
        let without = |ix| plan.get(ix).targets.is_empty() && !plan.get(ix).is_lever();
        let levels = found.outcomes.iter().filter(|outcome| without(outcome.indicator));
        rows.extend(levels.map(|outcome| DifferenceRow {
            subject: RowSubject::Level,
            said: compared_level(plan, own.evaluation.projection(), outcome, view.language),
        }));
    }
    if session.shows_equal() {
        rows.extend(found.equal_targets.iter().map(of_target));
    }
    rows
}
