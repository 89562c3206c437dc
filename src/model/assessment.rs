//! Targets judged: projected value, gap, official progress, status.

use super::Projection;
use crate::plan::{Form, Indicator, IndicatorIx, Plan, Target, root};

/// How a target stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Reached under its comparator.
    Met,
    /// At least nine tenths of the way.
    Close,
    /// On the way, but less than that.
    Missed,
    /// Further from the target than in the base year.
    WrongDirection,
    /// Cannot be told: the indicator has no base value.
    Unknown,
}

impl Status {
    /// The name used in JSON and, with `status-` before it, of its message.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Close => "close",
            Self::Missed => "missed",
            Self::WrongDirection => "wrong_direction",
            Self::Unknown => "unknown",
        }
    }

    /// A sign that tells it without colour.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Met => "✔",
            Self::Close => "◆",
            Self::Missed => "✘",
            Self::WrongDirection => "▼",
            Self::Unknown => "–",
        }
    }

    /// The id of its message.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Met => "status-met",
            Self::Close => "status-close",
            Self::Missed => "status-missed",
            Self::WrongDirection => "status-wrong-direction",
            Self::Unknown => "status-unknown",
        }
    }
}

/// From this share of the way on, a target that is not met is close.
const CLOSE_FROM: f64 = 0.9;

/// One target and where the projection leads.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Assessment {
    /// The indicator.
    pub indicator: IndicatorIx,
    /// The target's figure, in its own terms.
    pub target: f64,
    /// The projected figure in the same terms: a decline of 21 % is 21. Nothing where the status is unknown.
    pub projected: Option<f64>,
    /// projected − target.
    pub gap: Option<f64>,
    /// Official progress in the last year; 1 is the target.
    pub progress: Option<f64>,
    /// The judgement.
    pub status: Status,
}

/// Judges every target of a plan, in the plan's order.
#[must_use]
pub fn assess(plan: &Plan, projection: &Projection) -> Vec<Assessment> {
    plan.targets()
        .map(|(ix, _, target)| assess_target(plan, projection, ix, target))
        .collect()
}

/// Judges one target.
pub(super) fn assess_target(
    plan: &Plan,
    projection: &Projection,
    ix: IndicatorIx,
    target: &Target,
) -> Assessment {
    let indicator = plan.get(ix);
    let value = target.form.value();
    let Some(levels) = projection.levels(ix) else {
        return Assessment {
            indicator: ix,
            target: value,
            projected: None,
            gap: None,
            progress: None,
            status: Status::Unknown,
        };
    };
    let (base, last) = (levels[0], levels[plan.steps()]);
    let projected = in_own_terms(target.form, base, last, plan.steps());
    let progress = progress(indicator, target, base, last, plan.steps());
    Assessment {
        indicator: ix,
        target: value,
        projected: Some(projected),
        gap: Some(projected - value),
        progress: Some(progress),
        status: status(target, projected, progress),
    }
}

fn status(target: &Target, projected: f64, progress: f64) -> Status {
    if target.comparator.holds(projected, target.form.value()) {
        Status::Met
    } else if progress >= CLOSE_FROM {
        Status::Close
    } else if progress >= 0.0 {
        Status::Missed
    } else {
        Status::WrongDirection
    }
}

/// The figure a target speaks of, from the first and last level. The inverse of [`Form::level`].
pub(super) fn in_own_terms(form: Form, base: f64, last: f64, steps: usize) -> f64 {
    match form {
        Form::AverageGrowth(_) => (root(last / base, steps) - 1.0) * 100.0,
        Form::CumulativeDecline(_) => (1.0 - last / base) * 100.0,
        Form::Level(_) => last,
        Form::Change(_) => last - base,
    }
}

/// Official progress: the share of the way from `base` to the target that `level` has gone, 1 being the target.
///
/// Compounding indicators are measured in logarithms, because yearly rates multiply; additive ones linearly.
/// A target that the base year already met has no way to go: progress is then 1 while it is met, and below zero, by
/// the relative distance, once it is not.
#[must_use]
pub fn progress(indicator: &Indicator, target: &Target, base: f64, level: f64, steps: usize) -> f64 {
    let goal = target.form.level(base, steps);
    let met = |level: f64| {
        let value = in_own_terms(target.form, base, level, steps);
        target.comparator.holds(value, target.form.value())
    };
    // No way to go: the base year meets the target already, or stands exactly where a strict one begins.
    let is_there = |level: f64| met(level) || (level - goal).abs() <= 1e-9 * goal.abs();
    if is_there(base) {
        return if is_there(level) {
            1.0
        } else {
            -(level - goal).abs() / goal.abs().max(1.0)
        };
    }
    if indicator.dynamics.is_compound() && !matches!(target.form, Form::Change(_)) {
        libm::log(level / base) / libm::log(goal / base)
    } else {
        (level - base) / (goal - base)
    }
}
