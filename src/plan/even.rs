//! The even path of a lever without set rates. It reaches every target exactly, at a constant rate from one due year
//! to the next, and stays put where the base year already satisfies the target.

use super::{Change, Comparator, Due, Dynamics, Form, Indicator, Period, Plan, Scale, Target};

impl Target {
    /// Whether a level satisfies the target after `steps` years from `base`, with a tolerance of 1e-9 of the largest of
    /// level, goal and base.
    #[must_use]
    pub fn holds(&self, base: f64, level: f64, steps: usize) -> bool {
        match self.form {
            Form::Between(..) | Form::Count(_) | Form::Done => {
                self.form.is_reached(self.comparator, base, level)
            }
            form => self
                .on_levels()
                .holds_beside(level, form.level(base, steps), base),
        }
    }
}

impl Form {
    /// Whether a level lies in a band, is as many whole things as are counted, or is done. Of other forms, whether it
    /// stands on the right side of the figure.
    pub(crate) fn is_reached(self, comparator: Comparator, base: f64, level: f64) -> bool {
        match self {
            Self::Between(low, high) => {
                let size = base.abs();
                Comparator::AtLeast.holds_beside(level, low, size)
                    && Comparator::AtMost.holds_beside(level, high, size)
            }
            Self::Count(count) => comparator.holds(whole(level), count),
            Self::Done => level >= 1.0 - COUNTED,
            form => comparator.holds_beside(level, form.value(), base),
        }
    }
}

/// Tolerance for counting a whole thing.
const COUNTED: f64 = 1e-9;

/// Whole things reached.
#[must_use]
pub(crate) fn whole(level: f64) -> f64 {
    libm::floor(level + COUNTED)
}

impl Indicator {
    /// Yearly rates of the even path from a base level, one per year after the base year, in percent or points as the
    /// lever counts; zeros without a target.
    #[must_use]
    pub fn even_rates(&self, base: f64, plan: &Plan) -> Vec<f64> {
        let mut rates = vec![0.0; plan.steps()];
        self.fill_even_rates(base, plan.period(), &mut rates);
        rates
    }

    /// The same into a zeroed slice, without allocating.
    pub(crate) fn fill_even_rates(&self, base: f64, period: Period, rates: &mut [f64]) {
        let Some(change) = self.change() else { return };
        let (mut from, mut level) = (0, base);
        while from < rates.len() {
            let Some(to) = self.next_due(period, from) else {
                break;
            };
            let due = self
                .targets
                .iter()
                .filter(|target| first_due(period, target) == to);
            let segment = Segment {
                change,
                base,
                from,
                level,
                to,
            };
            segment.fill(due, rates);
            if to < rates.len() {
                level = change.along(level, &rates[from..to]);
            }
            from = to;
        }
        self.keep_each_year(base, rates);
    }

    /// A lever's change rule; `None` for derived indicators.
    #[must_use]
    pub const fn change(&self) -> Option<Change> {
        match self.dynamics {
            Dynamics::Growth => Some(Change::Growth),
            Dynamics::Decline => Some(Change::Decline),
            Dynamics::Additive | Dynamics::Concentration => Some(Change::Points),
            Dynamics::Derived(_) => None,
        }
    }

    /// Whether changes multiply: percent, progress in logarithms.
    #[must_use]
    pub const fn is_compound(&self) -> bool {
        matches!(self.scale, Scale::Ratio)
    }

    /// The first step after `from` with a target due.
    fn next_due(&self, period: Period, from: usize) -> Option<usize> {
        let due = self.targets.iter().map(|target| first_due(period, target));
        due.filter(|step| *step > from).min()
    }

    /// Growth due every year is kept in every year.
    fn keep_each_year(&self, base: f64, rates: &mut [f64]) {
        for target in self.targets.iter().filter(|target| target.is_each_year()) {
            let Form::AverageGrowth(growth) = target.form else {
                continue;
            };
            let Some(change) = self.change() else { continue };
            let least = if change.rises() { growth } else { -growth };
            for rate in rates.iter_mut() {
                if !target.holds(base, change.step(base, *rate), 1) {
                    *rate = least;
                }
            }
        }
    }
}

/// The first step in which a target has to hold. Yearly growth has no level, so the last one.
pub(crate) fn first_due(period: Period, target: &Target) -> usize {
    match (target.due, target.form) {
        (Due::EachYear, Form::AverageGrowth(_)) => period.steps(),
        (Due::EachYear, _) => 1,
        _ => period.due_step(target),
    }
}

/// A stretch between due years.
struct Segment {
    change: Change,
    /// The base year's level.
    base: f64,
    /// The step before its first year.
    from: usize,
    /// The level there.
    level: f64,
    /// The step of its last year.
    to: usize,
}

impl Segment {
    /// Fills even rates to the first level that satisfies all targets due at its end, in plan order; none if already
    /// satisfied.
    fn fill<'t>(&self, due: impl Iterator<Item = &'t Target>, rates: &mut [f64]) {
        let years = &mut rates[self.from..self.to];
        let mut goal = self.level;
        let mut is_at_once = false;
        for target in due {
            // Use a stated growth rate as is; a root would give 8.000000000000007.
            if let (Change::Growth, Form::AverageGrowth(rate), 0) = (self.change, target.form, self.from)
                && !target.holds(self.base, goal, self.to)
            {
                years.fill(rate);
                goal = target.form.level(self.base, self.to);
                continue;
            }
            if target.holds(self.base, goal, self.to) {
                continue;
            }
            goal = match target.form {
                Form::Between(low, high) => goal.max(low).min(high),
                form => form.level(self.base, self.to),
            };
            is_at_once = matches!(target.form, Form::Done);
            let rate = self.change.rate(self.level, goal, self.to - self.from);
            // Multiplying never reaches zero, so such a target has no path.
            years.fill(if rate.is_finite() { rate } else { 0.0 });
        }
        if is_at_once && let Some((last, before)) = years.split_last_mut() {
            before.fill(0.0);
            *last = goal - self.level;
        }
    }
}
