//! The rule by which a rate moves a level, and its inverses; the only place that compounds or adds.

use serde::Deserialize;

/// Meaning of a yearly rate: sign and unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Percent a year, positive for a rise: x_t = x_{t−1} (1 + r).
    Growth,
    /// Percent a year, positive for a fall: x_t = x_{t−1} (1 − r).
    Decline,
    /// Points of the indicator's unit a year, positive for a rise: x_t = x_{t−1} + r.
    Points,
}

impl Change {
    /// The level a year later; `rate` in percent or points.
    #[must_use]
    pub fn step(self, level: f64, rate: f64) -> f64 {
        match self {
            Self::Growth => level * (1.0 + rate / 100.0),
            Self::Decline => level * (1.0 - rate / 100.0),
            Self::Points => level + rate,
        }
    }

    /// The level a year earlier, the inverse of [`Self::step`]. Not finite for a rate of −100 %.
    #[must_use]
    pub fn back(self, level: f64, rate: f64) -> f64 {
        match self {
            Self::Growth => level / (1.0 + rate / 100.0),
            Self::Decline => level / (1.0 - rate / 100.0),
            Self::Points => level - rate,
        }
    }

    /// The change between two levels, in percent of the first or in points. Not finite for percent of zero.
    #[must_use]
    pub fn between(self, from: f64, to: f64) -> f64 {
        match self {
            Self::Growth => (to / from - 1.0) * 100.0,
            Self::Decline => (1.0 - to / from) * 100.0,
            Self::Points => to - from,
        }
    }

    /// The constant annual rate between two levels over `steps` years, the inverse of [`Self::after`]. NaN if there is
    /// none.
    #[must_use]
    pub fn rate(self, from: f64, to: f64, steps: usize) -> f64 {
        match self {
            Self::Growth => (root(to / from, steps) - 1.0) * 100.0,
            Self::Decline => (1.0 - root(to / from, steps)) * 100.0,
            Self::Points => (to - from) / years(steps),
        }
    }

    /// The constant annual rate equivalent to a schedule: geometric mean for percent, arithmetic for points; 0 for no
    /// years.
    #[must_use]
    pub fn mean(self, rates: &[f64]) -> f64 {
        match self {
            _ if rates.is_empty() => 0.0,
            Self::Points => rates.iter().sum::<f64>() / years(rates.len()),
            Self::Growth | Self::Decline => self.rate(1.0, self.along(1.0, rates), rates.len()),
        }
    }

    /// The level after a schedule of yearly rates.
    #[must_use]
    pub fn along(self, level: f64, rates: &[f64]) -> f64 {
        rates.iter().fold(level, |level, rate| self.step(level, *rate))
    }

    /// The level after `steps` years at one rate. Iterative, because `powf` differs between platforms in the last
    /// digit.
    #[must_use]
    pub fn after(self, level: f64, rate: f64, steps: usize) -> f64 {
        (0..steps).fold(level, |level, _| self.step(level, rate))
    }

    /// A concentration ratio a year later, from the output growth of the largest firms and of all, percent:
    /// CR_t = CR_{t−1} (1 + g_top) / (1 + g_all).
    #[must_use]
    pub fn outgrown(level: f64, top: f64, all: f64) -> f64 {
        Self::Growth.step(level, top) / Self::Growth.step(1.0, all)
    }

    /// The output growth of the largest firms, percent, that moves a ratio from one level to the next: the inverse of
    /// [`Self::outgrown`], g_top = (CR_t / CR_{t−1}) (1 + g_all) − 1.
    #[must_use]
    pub fn outgrowth(level: f64, next: f64, all: f64) -> f64 {
        Self::Growth.between(1.0, Self::Growth.step(next / level, all))
    }

    /// Whether a higher rate means a higher level.
    #[must_use]
    pub const fn rises(self) -> bool {
        !matches!(self, Self::Decline)
    }

    /// Whether rates are points rather than percent.
    #[must_use]
    pub const fn is_points(self) -> bool {
        matches!(self, Self::Points)
    }
}

/// How changes and progress of an indicator are measured: a share is judged alike whether lever or derived.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Scale {
    /// Changes multiply: percent, progress in logarithms.
    Ratio,
    /// Changes add up: points of the unit, linear progress.
    Points,
}

impl Scale {
    /// The change rule of statistics on this scale: a fall is negative.
    #[must_use]
    pub const fn change(self) -> Change {
        match self {
            Self::Ratio => Change::Growth,
            Self::Points => Change::Points,
        }
    }

    /// Name in plan files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ratio => "Ratio",
            Self::Points => "Points",
        }
    }
}

/// The n-th root, the same on every platform (the standard library's power function is not).
pub(crate) fn root(ratio: f64, steps: usize) -> f64 {
    libm::pow(ratio, 1.0 / years(steps))
}

/// Steps as a divisor; exact for any plan.
pub(crate) fn years(steps: usize) -> f64 {
    u32::try_from(steps).map_or(f64::NAN, f64::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Change; 3] = [Change::Growth, Change::Decline, Change::Points];

    #[test]
    fn each_rule_and_its_inverses() {
        for (change, level) in ALL.into_iter().zip([92.0, 68.0, 88.0]) {
            // 80 with a rate of 15 %, −15 %, 8 points.
            let rate = if change.is_points() { 8.0 } else { 15.0 };
            assert!((change.step(80.0, rate) - level).abs() < 1e-12, "{change:?}");
            assert!((change.back(level, rate) - 80.0).abs() < 1e-12, "{change:?}");
            assert!((change.between(80.0, level) - rate).abs() < 1e-12, "{change:?}");
            let later = change.after(80.0, rate, 4);
            assert!((change.rate(80.0, later, 4) - rate).abs() < 1e-12, "{change:?}");
        }
    }

    #[test]
    fn the_mean_leads_to_the_same_level() {
        let rates = [3.5, 4.2, 4.8, 5.2, 5.3];
        for change in ALL {
            let mean = change.mean(&rates);
            let (a, b) = (change.after(100.0, mean, 5), change.along(100.0, &rates));
            assert!((a - b).abs() < 1e-9, "{change:?}");
            assert!(change.mean(&[]).abs() <= 0.0);
        }
        // (3.5 + 4.2 + 4.8 + 5.2 + 5.3) / 5
        assert!((Change::Points.mean(&rates) - 4.6).abs() < 1e-12);
    }
}
