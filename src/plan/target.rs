//! Targets of a plan.

use serde::Deserialize;

use super::{Change, Comparator};

/// How a target is stated. Percentages are as in the plan's wording: a decline of 21 is 21.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Form {
    /// Average annual growth, percent: the geometric mean from the base year to the due year.
    AverageGrowth(f64),
    /// Fall from the base year to the due year, percent.
    CumulativeDecline(f64),
    /// Rise from the base year to the due year, percent.
    CumulativeGrowth(f64),
    /// Level in the due year, in the indicator's unit.
    Level(f64),
    /// Change from the base year to the due year, in points of the indicator's unit.
    Change(f64),
    /// A level within an inclusive range, in the indicator's unit.
    Between(f64, f64),
    /// Whole things reached by the due year, counted from 0 and never falling.
    Count(f64),
    /// Yes or no: 0 until it is done, then 1.
    Done,
}

impl Form {
    /// The figure in the target's own terms; the lower of two; 1 for a task.
    #[must_use]
    pub const fn value(self) -> f64 {
        match self {
            Self::AverageGrowth(x)
            | Self::CumulativeDecline(x)
            | Self::CumulativeGrowth(x)
            | Self::Level(x)
            | Self::Change(x)
            | Self::Between(x, _)
            | Self::Count(x) => x,
            Self::Done => 1.0,
        }
    }

    /// The same form with another figure; the lower of two.
    #[must_use]
    pub const fn with_value(self, value: f64) -> Self {
        match self {
            Self::AverageGrowth(_) => Self::AverageGrowth(value),
            Self::CumulativeDecline(_) => Self::CumulativeDecline(value),
            Self::CumulativeGrowth(_) => Self::CumulativeGrowth(value),
            Self::Level(_) => Self::Level(value),
            Self::Change(_) => Self::Change(value),
            Self::Between(_, upper) => Self::Between(value, upper),
            Self::Count(_) => Self::Count(value),
            Self::Done => Self::Done,
        }
    }

    /// The upper figure of two.
    #[must_use]
    pub const fn upper(self) -> Option<f64> {
        match self {
            Self::Between(_, upper) => Some(upper),
            _ => None,
        }
    }

    /// The level that exactly meets the target after `steps` years from `base`; for a range, the edge nearer to the
    /// base, or the base itself if inside.
    #[must_use]
    pub fn level(self, base: f64, steps: usize) -> f64 {
        match self {
            Self::AverageGrowth(rate) => Change::Growth.after(base, rate, steps),
            Self::CumulativeDecline(fall) => Change::Decline.step(base, fall),
            Self::CumulativeGrowth(rise) => Change::Growth.step(base, rise),
            Self::Level(level) | Self::Count(level) => level,
            Self::Change(points) => base + points,
            Self::Between(low, high) => base.max(low).min(high),
            Self::Done => 1.0,
        }
    }

    /// [`Self::level`] from many bases side by side.
    #[inline(always)]
    pub(crate) fn levels<const LANES: usize>(self, bases: &[f64; LANES], steps: usize) -> [f64; LANES] {
        let mut levels = *bases;
        match self {
            Self::AverageGrowth(rate) => {
                for _ in 0..steps {
                    for level in &mut levels {
                        *level = Change::Growth.step(*level, rate);
                    }
                }
            }
            form => {
                for level in &mut levels {
                    *level = form.level(*level, steps);
                }
            }
        }
        levels
    }

    /// Whether the figure is a ratio of levels, in percent.
    #[must_use]
    pub const fn is_ratio(self) -> bool {
        matches!(
            self,
            Self::AverageGrowth(_) | Self::CumulativeDecline(_) | Self::CumulativeGrowth(_)
        )
    }

    /// Whether the figure is a level, which needs a base value.
    #[must_use]
    pub const fn is_level(self) -> bool {
        matches!(self, Self::Level(_) | Self::Between(..))
    }

    /// Whether it counts from 0 and never falls, so that no base value is needed.
    #[must_use]
    pub const fn counts_from_zero(self) -> bool {
        matches!(self, Self::Count(_) | Self::Done)
    }

    /// Name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AverageGrowth(_) => "average_growth",
            Self::CumulativeDecline(_) => "cumulative_decline",
            Self::CumulativeGrowth(_) => "cumulative_growth",
            Self::Level(_) => "level",
            Self::Change(_) => "change",
            Self::Between(..) => "between",
            Self::Count(_) => "count",
            Self::Done => "done",
        }
    }
}

/// When a target is due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Due {
    /// In the plan's last year.
    #[default]
    End,
    /// In this calendar year, after the base year and at most the last.
    In(i32),
    /// In every year, judged by the worst one.
    EachYear,
}

/// A target.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Form, with its figure.
    pub form: Form,
    /// Which side of the figure meets it.
    pub comparator: Comparator,
    /// Wording of the plan's prose, or of its table if prose is silent.
    pub wording: String,
    /// Wording of the plan's table.
    pub table: Option<String>,
    /// Whether the plan says "about" (左右).
    pub about: bool,
    /// Binding (约束性) rather than expected (预期性).
    pub binding: bool,
    /// When it is due.
    pub due: Due,
}

impl Target {
    /// The comparator on levels: "a fall of at least 21 %" means a level of at most 79.
    #[must_use]
    pub const fn on_levels(&self) -> Comparator {
        match self.form {
            Form::CumulativeDecline(_) => self.comparator.reversed(),
            _ => self.comparator,
        }
    }

    /// The comparator; `None` for ranges and tasks.
    #[must_use]
    pub const fn side(&self) -> Option<Comparator> {
        match self.form {
            Form::Between(..) | Form::Done => None,
            _ => Some(self.comparator),
        }
    }

    /// Whether it is due in every year.
    #[must_use]
    pub const fn is_each_year(&self) -> bool {
        matches!(self.due, Due::EachYear)
    }

    /// Whether each year starts from the previous one: growth due every year.
    #[must_use]
    pub const fn starts_anew(&self) -> bool {
        self.is_each_year() && matches!(self.form, Form::AverageGrowth(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_is_strict_and_at_least_is_not() {
        assert!(Comparator::AtLeast.holds(21.0, 21.0));
        assert!(!Comparator::MoreThan.holds(21.0, 21.0));
        assert!(Comparator::MoreThan.holds(21.001, 21.0));
        assert!(Comparator::AtMost.holds(590.0, 590.0));
        assert!(!Comparator::LessThan.holds(590.0, 590.0));
        assert!(!Comparator::AtLeast.holds(20.96, 21.0), "never judged as rounded");
    }

    #[test]
    fn rounding_errors_do_not_decide() {
        let nearly = 21.0 - 1e-12;
        assert!(Comparator::AtLeast.holds(nearly, 21.0));
        assert!(!Comparator::MoreThan.holds(21.0 + 1e-12, 21.0));
    }
}
