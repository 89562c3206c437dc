//! Targets of a plan.

use serde::Deserialize;

use super::{Change, Comparator, IndicatorIx, Plan};

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

    /// The name used in JSON.
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

/// Index of a target: its indicator, and its position among that indicator's targets. Valid only with its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TargetIx {
    /// The indicator.
    pub indicator: IndicatorIx,
    pub(crate) number: usize,
}

impl Plan {
    /// All targets in plan order.
    pub fn targets(&self) -> impl Iterator<Item = (TargetIx, &super::Indicator, &Target)> {
        let of = |(ix, indicator)| numbered(ix, indicator).map(move |(at, target)| (at, indicator, target));
        self.iter().flat_map(of)
    }

    /// The targets of one indicator, in the plan's order.
    pub fn targets_of(&self, indicator: IndicatorIx) -> impl Iterator<Item = (TargetIx, &Target)> {
        numbered(indicator, self.get(indicator))
    }

    /// A target by its index.
    #[must_use]
    pub fn target(&self, ix: TargetIx) -> &Target {
        &self.get(ix.indicator).targets[ix.number]
    }

    /// Whether an index is valid for this plan.
    #[must_use]
    pub fn has_target(&self, ix: TargetIx) -> bool {
        self.has(ix.indicator) && ix.number < self.get(ix.indicator).targets.len()
    }

    /// The main target of an indicator: the last due, the first of several.
    #[must_use]
    pub fn main_target(&self, indicator: IndicatorIx) -> Option<(TargetIx, &Target)> {
        let due = |(_, target): &(TargetIx, &Target)| self.due_step(target);
        let last = self.targets_of(indicator).map(|target| due(&target)).max()?;
        self.targets_of(indicator).find(|target| due(target) == last)
    }

    /// Years from the base year to the due year, n in the formulas; the whole period for targets due every year or, in
    /// unchecked plans, beyond it.
    #[must_use]
    pub fn due_step(&self, target: &Target) -> usize {
        match target.due {
            Due::End | Due::EachYear => self.steps(),
            Due::In(year) => usize::try_from(year.saturating_sub(self.base_year))
                .unwrap_or(0)
                .min(self.steps()),
        }
    }

    /// Calendar year in which a target is due; the last if due every year.
    #[must_use]
    pub fn due_year(&self, target: &Target) -> i32 {
        self.year(self.due_step(target))
    }

    /// A target's command-line name: the indicator's id, with the due year if needed (`ID@2013`), and the form if two
    /// fall due together (`ID@2013:level`). Targets due every year are `ID@each-year`.
    #[must_use]
    pub fn target_name(&self, ix: TargetIx) -> String {
        let indicator = self.get(ix.indicator);
        if indicator.targets.len() == 1 {
            return indicator.id.clone();
        }
        let dated = self.dated_name(ix);
        let is_alone = self
            .targets_of(ix.indicator)
            .all(|(other, _)| other == ix || self.dated_name(other) != dated);
        if is_alone {
            dated
        } else {
            format!("{dated}:{}", self.target(ix).form.name().replace('_', "-"))
        }
    }

    fn dated_name(&self, ix: TargetIx) -> String {
        let target = self.target(ix);
        let id = &self.get(ix.indicator).id;
        match target.due {
            Due::EachYear => format!("{id}@each-year"),
            Due::End | Due::In(_) => format!("{id}@{}", self.due_year(target)),
        }
    }

    /// Finds a target by name. Redundant parts are allowed; a bare id means the only target due in the last year.
    ///
    /// # Errors
    /// The candidate names: none for an unknown id or an indicator without targets, several if ambiguous.
    pub fn find_target(&self, name: &str) -> Result<TargetIx, Vec<String>> {
        let (id, when) = name
            .split_once('@')
            .map_or((name, None), |(id, when)| (id, Some(when)));
        let Some(indicator) = self.find(id) else {
            return Err(Vec::new());
        };
        let form_of = |ix: TargetIx| self.target(ix).form.name().replace('_', "-");
        let is_meant = |ix: TargetIx| match when {
            None => self.due_step(self.target(ix)) == self.steps() && !self.target(ix).is_each_year(),
            Some(when) => {
                let when = when.replace('_', "-");
                let (due, form) = when
                    .split_once(':')
                    .map_or((when.as_str(), None), |(due, form)| (due, Some(form)));
                self.dated_name(ix) == format!("{id}@{due}") && form.is_none_or(|form| form_of(ix) == form)
            }
        };
        let all: Vec<TargetIx> = self.targets_of(indicator).map(|(ix, _)| ix).collect();
        let meant: Vec<TargetIx> = all.iter().copied().filter(|ix| is_meant(*ix)).collect();
        match (&meant[..], &all[..]) {
            ([one], _) => Ok(*one),
            ([], [one]) if when.is_none() => Ok(*one),
            ([], _) => Err(all.into_iter().map(|ix| self.target_name(ix)).collect()),
            _ => Err(meant.into_iter().map(|ix| self.target_name(ix)).collect()),
        }
    }
}

fn numbered(ix: IndicatorIx, indicator: &super::Indicator) -> impl Iterator<Item = (TargetIx, &Target)> {
    let numbered = indicator.targets.iter().enumerate();
    numbered.map(move |(number, target)| {
        let at = TargetIx {
            indicator: ix,
            number,
        };
        (at, target)
    })
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
