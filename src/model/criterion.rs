//! A target held against levels: whether they meet it, how far they have come, and the figure in its own terms.

use crate::plan::{Change, Form, Plan, Scale, Target, root, whole};

/// Levels nearer to each other than this, relatively, are equal.
const SAME: f64 = 1e-9;

/// A target from a base level, due after a number of years.
#[derive(Clone, Copy)]
pub(super) struct Criterion<'a> {
    pub target: &'a Target,
    pub scale: Scale,
    /// The base year's level, x_0 in the formulas.
    pub base: f64,
    /// The number of years to the due year, n in the formulas.
    pub steps: usize,
    /// The level that just meets the target, x* in the formulas; of a band the edge nearer to the base.
    pub goal: f64,
}

impl<'a> Criterion<'a> {
    pub fn new(target: &'a Target, scale: Scale, base: f64, steps: usize) -> Self {
        let goal = match target.form {
            // Inside a band the nearer edge is the one that may be crossed first.
            Form::Between(low, high) => nearer(base, low, high),
            form => form.level(base, steps),
        };
        Self {
            target,
            scale,
            base,
            steps,
            goal,
        }
    }

    /// The target as it stands in a year: itself in its due year; what is due in every year in that year alone, yearly
    /// growth from the year before.
    pub fn in_year(plan: &Plan, target: &'a Target, scale: Scale, levels: &[f64], step: usize) -> Self {
        match target.form {
            Form::AverageGrowth(_) if target.is_each_year() => {
                Self::new(target, scale, levels[step.saturating_sub(1)], 1)
            }
            _ => Self::new(target, scale, levels[0], plan.due_step(target)),
        }
    }

    pub fn meets(&self, level: f64) -> bool {
        self.target.holds(self.base, level, self.steps)
    }

    /// Whether a level stands exactly where a strict target begins, so that it is reached but not met.
    pub fn is_on_line(&self, level: f64) -> bool {
        self.target.comparator.is_strict() && self.is_same(level, self.goal) && !self.meets(level)
    }

    fn is_same(&self, a: f64, b: f64) -> bool {
        (a - b).abs() <= SAME * a.abs().max(b.abs()).max(self.base.abs())
    }

    /// Whether the base year satisfies the target, so that there is no way to go and no wrong direction.
    pub fn base_satisfies(&self) -> bool {
        self.meets(self.base)
    }

    /// Official progress p: the share of the way from the base year to the target that a level has gone, 1 being the
    /// target. Measured in logarithms where changes are ratios, on a straight line where they add up.
    pub fn progress(&self, level: f64) -> f64 {
        match self.target.form {
            Form::Between(low, high) => self.progress_to_band(level, low, high),
            Form::Count(count) => whole(level) / count,
            Form::Done => f64::from(u8::from(self.meets(level))),
            _ => self.progress_to_line(level, self.is_logarithmic()),
        }
    }

    /// The same on a straight line, whatever the scale, to set beside the official figure.
    pub fn linear(&self, level: f64) -> f64 {
        match self.target.form {
            Form::Between(..) | Form::Count(_) | Form::Done => self.progress(level),
            _ => self.progress_to_line(level, false),
        }
    }

    pub fn is_logarithmic(&self) -> bool {
        self.scale == Scale::Ratio
            && !matches!(self.target.form, Form::Change(_))
            && self.base > 0.0
            && self.goal > 0.0
    }

    fn progress_to_line(&self, level: f64, in_logarithms: bool) -> f64 {
        let distance = |from: f64, to: f64| {
            if in_logarithms {
                libm::log(to / from)
            } else {
                to - from
            }
        };
        let way = distance(self.base, self.goal);
        let has_no_way = self.is_same(self.base, self.goal);
        if self.base_satisfies() || has_no_way {
            if self.meets(level) || self.is_on_line(level) {
                1.0
            } else if has_no_way {
                0.0
            } else {
                1.0 - (distance(self.goal, level) / way).abs()
            }
        } else {
            distance(self.base, level) / way
        }
    }

    fn progress_to_band(&self, level: f64, low: f64, high: f64) -> f64 {
        let distance = |level: f64| (low - level).max(level - high).max(0.0);
        if self.meets(level) {
            1.0
        } else if !self.base_satisfies() {
            1.0 - distance(level) / distance(self.base)
        } else if high > low {
            1.0 - distance(level) / (high - low)
        } else {
            0.0
        }
    }

    /// The figure that the target speaks of, for a level: a decline of 21 % is 21. The inverse of [`Form::level`].
    pub fn figure(&self, level: f64) -> f64 {
        in_own_terms(self.target.form, self.base, level, self.steps)
    }

    /// The figure less the target's; of a band less the nearer edge.
    pub fn gap(&self, level: f64) -> f64 {
        match self.target.form {
            Form::Between(low, high) => level - nearer(level, low, high),
            form => self.figure(level) - form.value(),
        }
    }
}

fn nearer(level: f64, low: f64, high: f64) -> f64 {
    if (level - low).abs() <= (high - level).abs() {
        low
    } else {
        high
    }
}

/// The figure a target speaks of, from the first and last level.
pub(super) fn in_own_terms(form: Form, base: f64, last: f64, steps: usize) -> f64 {
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
