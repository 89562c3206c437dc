//! What is due at the end of each year on an even path, for progress tables: a row per kind of due year, because a
//! milestone due in 2013 is not measured against the shares of what is due in 2015.

use crate::model::share_due;
use crate::plan::{Form, Plan, Target, TargetIx};
use crate::text::{Language, Message, say};

/// The share of the way due in every year after the base year.
#[derive(Clone, Debug, PartialEq)]
pub struct DueRow {
    /// Which targets it is about, in words.
    pub label: String,
    /// As fractions; `None` after the due year.
    pub shares: Vec<Option<f64>>,
}

/// What distinguishes the schedules of targets.
#[derive(PartialEq)]
enum ScheduleKind {
    EachYear,
    Done(usize),
    Even(usize),
}

impl ScheduleKind {
    fn of(plan: &Plan, target: &Target) -> Self {
        match target.form {
            _ if target.is_each_year() => Self::EachYear,
            Form::Done => Self::Done(plan.due_step(target)),
            _ => Self::Even(plan.due_step(target)),
        }
    }
}

/// A row per schedule, in the order of the targets. A schedule that all share omits its year if that is the plan's
/// last.
#[must_use]
pub fn due_rows(plan: &Plan, targets: impl Iterator<Item = TargetIx>, language: Language) -> Vec<DueRow> {
    let mut found: Vec<(ScheduleKind, &Target)> = Vec::new();
    for target in targets.map(|ix| plan.target(ix)) {
        let kind = ScheduleKind::of(plan, target);
        if found.iter().all(|(known, _)| *known != kind) {
            found.push((kind, target));
        }
    }
    let is_alone = found.len() == 1;
    let row = |(kind, target): &(ScheduleKind, &Target)| {
        let due = plan.due_step(target);
        let label = match kind {
            ScheduleKind::EachYear => say(language, "track-due-each-year").into_owned(),
            ScheduleKind::Even(step) if is_alone && *step == plan.steps() => {
                say(language, "track-due").into_owned()
            }
            ScheduleKind::Done(step) => dated("track-due-done", plan.year(*step), language),
            ScheduleKind::Even(step) => dated("track-due-by", plan.year(*step), language),
        };
        let share = |step: usize| (step <= due).then(|| share_due(plan, target, step));
        DueRow {
            label,
            shares: (1..=plan.steps()).map(share).collect(),
        }
    };
    found.iter().map(row).collect()
}

fn dated(id: &'static str, year: i32, language: Language) -> String {
    Message::new(id).with("year", year).say(language)
}
