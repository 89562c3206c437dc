//! Levels compared with a target: whether they meet it, how far they have come, and the figure in the target's own
//! terms.

use std::array::from_fn;

use crate::plan::{Change, Comparator, Form, Plan, Scale, Target, root, whole};

/// Relative tolerance within which two levels are equal.
pub(crate) const SAME: f64 = 1e-9;

/// A target as a criterion on levels, from a base level and due after a number of years.
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "what is so of a target from this base, each by itself"
)]
pub(crate) struct Criterion {
    form: Form,
    comparator: Comparator,
    /// The base year's level, x_0 in the formulas.
    base: f64,
    /// The number of years to the due year, n in the formulas.
    steps: usize,
    /// The level that just meets the target, x* in the formulas; for a band, the edge nearer to the base.
    pub goal: f64,
    /// Which side of the goal meets the target.
    side: Comparator,
    /// Whether the base year already meets the target, so that there is no distance to cover and no wrong direction.
    pub base_satisfies: bool,
    /// Whether base and goal are the same level.
    has_no_way: bool,
    /// Whether progress is measured in logarithms.
    is_logarithmic: bool,
    /// The distance from base to goal, on the scale of progress.
    way: f64,
}

impl Criterion {
    pub fn new(target: &Target, scale: Scale, base: f64, steps: usize) -> Self {
        let goal = match target.form {
            // Inside a band, the nearer edge is the one crossed first.
            Form::Between(low, high) => nearer(base, low, high),
            form => form.level(base, steps),
        };
        // Without a goal to reach, the distance is never used, and its logarithm would cost more than everything
        // else.
        let has_way = is_line(target.form) && !matches!(target.form, Form::Change(_));
        let is_logarithmic = scale == Scale::Ratio && has_way && base > 0.0 && goal > 0.0;
        let mut criterion = Self {
            form: target.form,
            comparator: target.comparator,
            base,
            steps,
            goal,
            side: target.on_levels(),
            base_satisfies: false,
            has_no_way: false,
            is_logarithmic,
            way: distance(base, goal, is_logarithmic),
        };
        criterion.base_satisfies = criterion.meets(base);
        criterion.has_no_way = criterion.is_same(base, goal);
        criterion
    }

    /// The target as it applies in one year: unchanged in its due year; if due every year, for that year alone, with
    /// growth measured from the previous year.
    pub fn in_year(plan: &Plan, target: &Target, scale: Scale, levels: &[f64], step: usize) -> Self {
        match target.form {
            _ if target.starts_anew() => Self::new(target, scale, levels[step.saturating_sub(1)], 1),
            _ => Self::new(target, scale, levels[0], plan.due_step(target)),
        }
    }

    pub fn meets(&self, level: f64) -> bool {
        match self.form {
            Form::Between(..) | Form::Count(_) | Form::Done => {
                self.form.is_reached(self.comparator, self.base, level)
            }
            _ => self.side.holds_beside(level, self.goal, self.base),
        }
    }

    /// How far a level is on the right side of the one that just meets the target, in the indicator's unit: 0 if the
    /// two are equal up to rounding error, negative if the target is missed; for a band, the distance to the nearer
    /// edge.
    pub fn margin(&self, level: f64) -> f64 {
        match self.form {
            Form::Between(low, high) => beyond(level, low, self.base).min(-beyond(level, high, self.base)),
            _ if self.side.is_ceiling() => -beyond(level, self.goal, self.base),
            _ => beyond(level, self.goal, self.base),
        }
    }

    /// [`Self::margin`] and [`Self::meets`] for many levels at once; clears the flag of lanes that miss the target.
    #[inline(always)]
    pub fn hold<const LANES: usize>(
        &self,
        levels: &[f64; LANES],
        margins: &mut [f64; LANES],
        met: &mut [u64; LANES],
    ) {
        if is_line(self.form) {
            let size = self.goal.abs().max(self.base.abs());
            hold_line(
                self.side,
                (&[self.goal; LANES], &[size; LANES]),
                levels,
                margins,
                met,
            );
            return;
        }
        for lane in 0..LANES {
            margins[lane] = self.margin(levels[lane]);
            met[lane] &= u64::from(self.meets(levels[lane]));
        }
    }

    /// [`Self::hold`] with a base level per lane, due after `steps` years.
    #[inline(always)]
    pub fn hold_from<const LANES: usize>(
        (target, scale): (&Target, Scale),
        (bases, steps): (&[f64; LANES], usize),
        levels: &[f64; LANES],
        margins: &mut [f64; LANES],
        met: &mut [u64; LANES],
    ) {
        if is_line(target.form) {
            let goals = target.form.levels(bases, steps);
            let sizes = from_fn(|lane| goals[lane].abs().max(bases[lane].abs()));
            hold_line(target.on_levels(), (&goals, &sizes), levels, margins, met);
            return;
        }
        for lane in 0..LANES {
            let criterion = Self::new(target, scale, bases[lane], steps);
            margins[lane] = criterion.margin(levels[lane]);
            met[lane] &= u64::from(criterion.meets(levels[lane]));
        }
    }

    /// Whether a level equals a strict target's limit, and so does not meet it.
    pub fn is_on_line(&self, level: f64) -> bool {
        self.comparator.is_strict() && self.is_same(level, self.goal) && !self.meets(level)
    }

    fn is_same(&self, a: f64, b: f64) -> bool {
        is_same(a, b, self.base)
    }

    /// Official progress p: the share of the distance from the base year to the target that has been covered; 1 is
    /// the target. In logarithms where changes are ratios, linear where they add up.
    pub fn progress(&self, level: f64) -> f64 {
        match self.form {
            Form::Between(low, high) => self.progress_to_band(level, low, high),
            Form::Count(count) => whole(level) / count,
            Form::Done => f64::from(u8::from(self.meets(level))),
            _ => self.progress_to_line(level, self.way, self.is_logarithmic),
        }
    }

    /// Progress, and the same on a linear scale.
    pub fn progress_and_linear(&self, level: f64) -> (f64, f64) {
        let progress = self.progress(level);
        let linear = match self.form {
            Form::Between(..) | Form::Count(_) | Form::Done => progress,
            _ if !self.is_logarithmic => progress,
            _ => self.progress_to_line(level, self.goal - self.base, false),
        };
        (progress, linear)
    }

    fn progress_to_line(&self, level: f64, way: f64, in_logarithms: bool) -> f64 {
        if !self.base_satisfies && !self.has_no_way {
            distance(self.base, level, in_logarithms) / way
        } else if self.meets(level) || self.is_on_line(level) {
            1.0
        } else if self.has_no_way {
            // This includes a strict target whose limit is the base level: no direction is wrong.
            0.0
        } else {
            1.0 - (distance(self.goal, level, in_logarithms) / way).abs()
        }
    }

    fn progress_to_band(&self, level: f64, low: f64, high: f64) -> f64 {
        let distance = |level: f64| (low - level).max(level - high).max(0.0);
        if self.meets(level) {
            1.0
        } else if !self.base_satisfies {
            1.0 - distance(level) / distance(self.base)
        } else if high > low {
            1.0 - distance(level) / (high - low)
        } else {
            0.0
        }
    }

    /// A level as a figure in the target's own terms: a decline of 21 % is 21. The inverse of [`Form::level`].
    pub fn figure(&self, level: f64) -> f64 {
        in_own_terms(self.form, self.base, level, self.steps)
    }

    /// The figure of a level ([`Self::figure`]) minus the target's; for a band, minus the nearer edge. Exactly 0 if
    /// the two are equal up to rounding error.
    pub fn gap(&self, level: f64, figure: f64) -> f64 {
        let (figure, asked) = match self.form {
            Form::Between(low, high) => (level, nearer(level, low, high)),
            form => (figure, form.value()),
        };
        let is_none = Comparator::AtLeast.holds(figure, asked) && Comparator::AtMost.holds(figure, asked);
        if is_none { 0.0 } else { figure - asked }
    }
}

/// Whether the target is a threshold: one level just meets it, and so does every level on one side of it.
const fn is_line(form: Form) -> bool {
    !matches!(form, Form::Between(..) | Form::Count(_) | Form::Done)
}

fn is_same(a: f64, b: f64, base: f64) -> bool {
    (a - b).abs() <= SAME * a.abs().max(b.abs()).max(base.abs())
}

fn beyond(level: f64, goal: f64, base: f64) -> f64 {
    if is_same(level, goal, base) {
        0.0
    } else {
        level - goal
    }
}

/// Judges a threshold per lane, given its goal and the magnitude that the tolerance is relative to. One loop per side,
/// because a comparison chosen inside the loop would not vectorise.
#[inline(always)]
fn hold_line<const LANES: usize>(
    side: Comparator,
    line: (&[f64; LANES], &[f64; LANES]),
    levels: &[f64; LANES],
    margins: &mut [f64; LANES],
    met: &mut [u64; LANES],
) {
    match side {
        Comparator::AtLeast => hold_on(Comparator::AtLeast, line, levels, margins, met),
        Comparator::MoreThan => hold_on(Comparator::MoreThan, line, levels, margins, met),
        Comparator::AtMost => hold_on(Comparator::AtMost, line, levels, margins, met),
        Comparator::LessThan => hold_on(Comparator::LessThan, line, levels, margins, met),
    }
}

#[inline(always)]
fn hold_on<const LANES: usize>(
    side: Comparator,
    (goals, sizes): (&[f64; LANES], &[f64; LANES]),
    levels: &[f64; LANES],
    margins: &mut [f64; LANES],
    met: &mut [u64; LANES],
) {
    for lane in 0..LANES {
        let (level, goal) = (levels[lane], goals[lane]);
        let slack = SAME * larger(level.abs(), sizes[lane]);
        let over = level - goal;
        let beyond = if over.abs() <= slack { 0.0 } else { over };
        margins[lane] = if side.is_ceiling() { -beyond } else { beyond };
        met[lane] &= u64::from(side.holds_within(level, goal, slack));
    }
}

/// The larger of two magnitudes, `b` if `a` is NaN: a single instruction, which `f64::max` is not.
#[inline(always)]
fn larger(a: f64, b: f64) -> f64 {
    if a > b { a } else { b }
}

/// The distance from one level to another, in logarithms or linear.
fn distance(from: f64, to: f64, in_logarithms: bool) -> f64 {
    if in_logarithms {
        libm::log(to / from)
    } else {
        to - from
    }
}

fn nearer(level: f64, low: f64, high: f64) -> f64 {
    if (level - low).abs() <= (high - level).abs() {
        low
    } else {
        high
    }
}

/// A target's figure from the first and the last level.
pub(crate) fn in_own_terms(form: Form, base: f64, last: f64, steps: usize) -> f64 {
    match form {
        Form::AverageGrowth(_) => (root(last / base, steps) - 1.0) * 100.0,
        Form::CumulativeDecline(_) => Change::Decline.between(base, last),
        Form::CumulativeGrowth(_) => Change::Growth.between(base, last),
        Form::Level(_) | Form::Between(..) => last,
        Form::Change(_) => Change::Points.between(base, last),
        Form::Count(_) => whole(last),
        Form::Done => f64::from(u8::from(whole(last) >= 1.0)),
    }
}
