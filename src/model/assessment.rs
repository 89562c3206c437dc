//! Targets judged: projected value, gap, official progress, status.

use super::Projection;
use super::criterion::{Criterion, in_own_terms};
use super::open::{OpenLevers, levers_without_data};
use super::required::{Past, lies_between};
use super::support::{Basis, RemainingBasis};
use crate::plan::{IndicatorIx, Plan, Target, TargetIx};
use crate::scenario::{Origin, Scenario};

/// How a target stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Met under its own comparator.
    Met,
    /// At least nine tenths of the way.
    Close,
    /// Short of that.
    Missed,
    /// Further from the target than in the base year.
    WrongDirection,
    /// Unknown: the indicator has no base value.
    Unknown,
}

impl Status {
    /// Name in JSON.
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

    /// A symbol that does not rely on colour.
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
}

/// From this share of the way on, a missed target counts as close.
const CLOSE_FROM: f64 = 0.9;

/// One target assessed: where the projection leads, and what that rests on.
#[derive(Clone, Debug, PartialEq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "what is so of a judgement, each by itself"
)]
pub struct Assessment {
    /// The target.
    pub target: TargetIx,
    /// The target's figure in its own terms; for a band, the lower one.
    pub figure: f64,
    /// The upper figure of a band.
    pub upper: Option<f64>,
    /// The calendar year judged: the due year or, for a target due every year, its worst year.
    pub year: i32,
    /// The projected figure in the same terms, so that a decline of 21 % is 21; `None` if the status is unknown.
    pub projected: Option<f64>,
    /// projected − target; for a band, the distance to the nearer edge.
    pub gap: Option<f64>,
    /// Official progress in the year judged; 1 is the target.
    pub progress: Option<f64>,
    /// The status.
    pub status: Status,
    /// Whether a strict target is reached exactly, which does not meet it.
    pub is_on_line: bool,
    /// What the judgement rests on.
    pub basis: Basis,
    /// The levers without any entry behind a partly assumed target.
    pub assumed: Vec<IndicatorIx>,
    /// The levers behind a derived target that have stated rates but no data, if others have data.
    pub set: Vec<IndicatorIx>,
    /// The calendar year of the last data up to the due year; `None` without data.
    pub last_actual: Option<i32>,
    /// Whether the level judged (or any of them, for a target due every year) is interpolated rather than entered.
    pub is_interpolated: bool,
    /// What the years from there to the due year rest on; `None` if the level of the due year is known.
    pub rest: Option<RemainingBasis>,
    /// Whether the outcome is final early: data have missed a target due every year, or a count or task, which never
    /// falls back, was reached before its due year.
    is_final: bool,
    /// Whether the status rests on an interpolated level that data may still change: the level of the due year or,
    /// for a target due every year, that of its worst year, unless data miss it too.
    pub is_between: bool,
    /// See [`Self::open`]. Boxed, being rare and large.
    open: Option<Box<OpenLevers>>,
}

impl Assessment {
    /// The indicator.
    #[must_use]
    pub const fn indicator(&self) -> IndicatorIx {
        self.target.indicator
    }

    /// The levers that [`Self::rest`] depends on if they differ behind a derived indicator: some have data for the
    /// due year, or some follow stated rates and others the plan's pace. Otherwise none.
    #[must_use]
    pub fn open(&self) -> &OpenLevers {
        static NONE: OpenLevers = OpenLevers::NONE;
        self.open.as_deref().unwrap_or(&NONE)
    }

    /// Whether the outcome is final: the level of the due year is known, data have missed a target due every year, or
    /// a count or task has been reached.
    #[must_use]
    pub fn is_decided(&self) -> bool {
        self.status != Status::Unknown && !self.is_between && (self.rest.is_none() || self.is_final)
    }

    /// Whether the target rests on data or stated rates, at least in part.
    #[must_use]
    pub const fn is_judged(&self) -> bool {
        self.basis.is_judged()
    }
}

/// Assesses every target of a plan, in plan order.
#[must_use]
pub fn assess(plan: &Plan, scenario: &Scenario, projection: &Projection) -> Vec<Assessment> {
    let mut all = Vec::with_capacity(plan.targets().count());
    all.extend(
        plan.targets()
            .map(|(ix, ..)| assess_target(plan, scenario, projection, ix)),
    );
    all
}

/// Assesses one target.
#[must_use]
pub fn assess_target(plan: &Plan, scenario: &Scenario, projection: &Projection, ix: TargetIx) -> Assessment {
    let target = plan.target(ix);
    let due = plan.due_step(target);
    let Some(levels) = projection.levels(ix.indicator) else {
        return unknown(ix, target, plan.year(due));
    };
    let step = judged_step(plan, projection, ix, levels);
    let criterion = projection.criterion_in(plan, ix, target, step);
    let level = levels[step];
    let (progress, figure) = (criterion.progress(level), criterion.figure(level));
    let support = projection.support(ix.indicator);
    let basis = support.basis();
    let last_actual = support.last_actual().min(due);
    let origins = projection.origins(ix.indicator);
    let rest = RemainingBasis::of(origins[due]);
    let status = status(&criterion, level, progress);
    let is_mixed = rest.is_some() && (origins[due] == Origin::PartlyAssumed || last_actual == due);
    let past = Past::of(plan, projection, ix, last_actual);
    let dataless = match basis {
        Basis::PartlyAssumed => levers_without_data(plan, scenario, ix.indicator),
        Basis::Scenario if last_actual > 0 => levers_without_data(plan, scenario, ix.indicator),
        _ => OpenLevers::NONE,
    };
    let is_reached = !target.is_each_year()
        && target.form.counts_from_zero()
        && last_actual > 0
        && origins[last_actual].is_known()
        && criterion.meets(levels[last_actual]);
    let judged = if target.is_each_year() {
        &origins[1..=last_actual.max(1)]
    } else {
        &origins[due..=due]
    };
    Assessment {
        target: ix,
        figure: target.form.value(),
        upper: target.form.upper(),
        year: plan.year(step),
        projected: Some(figure),
        gap: Some(criterion.gap(level, figure)),
        progress: Some(progress),
        status,
        is_on_line: criterion.is_on_line(level),
        basis,
        assumed: if basis == Basis::PartlyAssumed {
            dataless.paced
        } else {
            Vec::new()
        },
        set: if last_actual > 0 { dataless.set } else { Vec::new() },
        last_actual: (last_actual > 0).then(|| plan.year(last_actual)),
        is_interpolated: judged.contains(&Origin::Interpolated),
        // A count or task stays reached, so the level of the due year counts as known.
        rest: rest.filter(|_| !is_reached),
        is_final: is_reached || past == Past::Missed,
        is_between: lies_between(plan, projection, ix, due)
            || (past == Past::MissedBetween && origins[step] == Origin::Interpolated),
        open: is_mixed.then(|| Box::new(OpenLevers::behind(plan, projection, ix.indicator, due))),
    }
}

/// The assessment of a target whose indicator has no levels.
const fn unknown(ix: TargetIx, target: &Target, year: i32) -> Assessment {
    Assessment {
        target: ix,
        figure: target.form.value(),
        upper: target.form.upper(),
        year,
        projected: None,
        gap: None,
        progress: None,
        status: Status::Unknown,
        is_on_line: false,
        basis: Basis::None,
        assumed: Vec::new(),
        set: Vec::new(),
        last_actual: None,
        is_interpolated: false,
        rest: None,
        is_final: false,
        is_between: false,
        open: None,
    }
}

/// Progress that differs by less counts as equal, so that neither the status nor the choice of the worst year depends
/// on the last digits of a root.
pub(super) const SAME_PROGRESS: f64 = 1e-9;

/// The step judged: that of the due year or, for a target due every year, the first of its worst years.
fn judged_step(plan: &Plan, projection: &Projection, ix: TargetIx, levels: &[f64]) -> usize {
    let target = plan.target(ix);
    if !target.is_each_year() {
        return plan.due_step(target);
    }
    worst_step(plan.steps(), |step| {
        let criterion = projection.criterion_in(plan, ix, target, step);
        (criterion.meets(levels[step]), criterion.progress(levels[step]))
    })
}

/// The figure of a target on levels from the base year on, wherever they come from: that of the due year, or of the worst
/// year of a target that is due in every year.
pub(crate) fn figure_on(plan: &Plan, ix: TargetIx, levels: &[f64]) -> f64 {
    let (target, scale) = (plan.target(ix), plan.get(ix.indicator).scale);
    let due = plan.due_step(target);
    if !target.is_each_year() {
        return in_own_terms(target.form, levels[0], levels[due], due);
    }
    let in_year = |step| Criterion::in_year(plan, target, scale, levels, step);
    let step = worst_step(due, |step| {
        let criterion = in_year(step);
        (criterion.meets(levels[step]), criterion.progress(levels[step]))
    });
    in_year(step).figure(levels[step])
}

/// The first of the years that are worst: missed rather than met, and with the least progress.
pub(crate) fn worst_step(last: usize, judged: impl Fn(usize) -> (bool, f64)) -> usize {
    let is_worse =
        |a: (bool, f64), b: (bool, f64)| (!a.0 && b.0) || (a.0 == b.0 && a.1 < b.1 - SAME_PROGRESS);
    (2..=last).fold(1, |worst, step| {
        if is_worse(judged(step), judged(worst)) {
            step
        } else {
            worst
        }
    })
}

fn status(criterion: &Criterion, level: f64, progress: f64) -> Status {
    if criterion.meets(level) {
        Status::Met
    } else if progress >= CLOSE_FROM - SAME_PROGRESS {
        Status::Close
    } else if progress >= -SAME_PROGRESS || criterion.base_satisfies {
        Status::Missed
    } else {
        Status::WrongDirection
    }
}
