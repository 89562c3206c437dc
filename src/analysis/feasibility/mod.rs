//! The feasibility map: two levers as axes, each at a constant rate for its years left, and for every pair of rates
//! which targets hold.
//!
//! Only what depends on the two levers is worked out again, once per column or row where it depends on one of them.
//! Everything else keeps the level of the projection that the map is made from.

mod contour;
mod pairs;

use crate::model::{Assessment, IsWanted, Projection, assess_target};
use crate::plan::{Comparator, Form, IndicatorIx, Plan, Target, TargetIx};
use crate::scenario::Scenario;
use pairs::Pairs;

/// A lever as an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// The lever.
    pub lever: IndicatorIx,
    /// Lowest and highest rate, percent or points a year as the lever counts them.
    pub range: (f64, f64),
    /// How many rates there are, both ends included; at least 2.
    pub count: usize,
}

impl Axis {
    /// The usual number of rates.
    pub const USUAL: usize = 101;

    /// A lever over the range that its slider offers.
    #[must_use]
    pub fn of(plan: &Plan, lever: IndicatorIx) -> Self {
        Self {
            lever,
            range: plan.get(lever).rate_range,
            count: Self::USUAL,
        }
    }

    /// The rates, in even steps from the lowest to the highest.
    fn rates(&self) -> Vec<f64> {
        let (low, high) = self.range;
        let last = (self.count - 1).max(1) as f64;
        (0..self.count)
            .map(|n| low + (high - low) * (n as f64 / last))
            .collect()
    }
}

/// A point of the map: the rate of the horizontal lever, and of the vertical one.
pub type Point = (f64, f64);

/// One target over the map.
#[derive(Clone, Debug, PartialEq)]
pub struct TargetMap {
    /// The target.
    pub target: TargetIx,
    /// By how much the projected figure is on the right side of the target, in the target's own terms: 0 on the line,
    /// above it where the target is met, below where it is missed; of a band the distance to the nearer edge. Row by row,
    /// the lowest vertical rate first. NaN where there is no figure.
    pub margins: Vec<f64>,
    /// Where the margin is 0, as lines in the rates of the two levers; exact to within a millionth of the range.
    pub boundary: Vec<Vec<Point>>,
}

/// Which targets hold for which pair of rates.
#[derive(Clone, Debug, PartialEq)]
pub struct Feasibility {
    /// The horizontal axis.
    pub x: Axis,
    /// The vertical axis.
    pub y: Axis,
    /// The horizontal rates.
    pub x_rates: Vec<f64>,
    /// The vertical rates.
    pub y_rates: Vec<f64>,
    /// Every target that depends on one of the levers, in the plan's order.
    pub targets: Vec<TargetMap>,
    /// Every other target as it stands, whatever the two rates are.
    pub others: Vec<Assessment>,
    /// Whether all of [`Self::targets`] hold and no level leaves its bounds, point by point as in
    /// [`TargetMap::margins`]. Whether the others hold as well is for [`Self::others`] to say.
    pub holds: Vec<bool>,
    /// Whether no level leaves its bounds, point by point.
    pub possible: Vec<bool>,
    /// Where the scenario stands: the constant rates that lead to the same last levels.
    pub present: Point,
}

/// Why there is no map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoMap {
    /// Both axes are the same lever.
    SameLever,
    /// An axis is derived, so it has no rate.
    NotALever(IndicatorIx),
    /// Nobody gave a base value.
    NoBase(IndicatorIx),
    /// The last actual is that of the last year.
    NoYearsLeft(IndicatorIx),
    /// A range is empty, not finite, or has fewer than two rates.
    BadRange(IndicatorIx),
}

/// Works out the map around a projection.
///
/// # Errors
/// Why two such axes have no map.
pub fn feasibility(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    x: Axis,
    y: Axis,
) -> Result<Feasibility, NoMap> {
    work_out(plan, scenario, projection, [x, y], &|| true)
}

/// The same as long as it is wanted; nothing once it is not, from the next target on.
pub fn feasibility_while(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    axes: [Axis; 2],
    is_wanted: IsWanted<'_>,
) -> Option<Result<Feasibility, NoMap>> {
    let result = work_out(plan, scenario, projection, axes, is_wanted);
    is_wanted().then_some(result)
}

/// The constant rate for a lever's years left that leads to the level it has in the last year: its place on an axis.
/// Nothing where there are no such years or no levels.
#[must_use]
pub fn present(plan: &Plan, projection: &Projection, lever: IndicatorIx) -> Option<f64> {
    let levels = projection.levels(lever)?;
    let (first, last) = (projection.last_actual(lever), plan.steps());
    let change = plan.get(lever).change()?;
    (first < last).then(|| change.rate(levels[first], levels[last], last - first))
}

/// What comes of work that is wanted no more is worth nothing.
fn work_out(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    [x, y]: [Axis; 2],
    is_wanted: IsWanted<'_>,
) -> Result<Feasibility, NoMap> {
    if x.lever == y.lever {
        return Err(NoMap::SameLever);
    }
    for axis in [&x, &y] {
        check(plan, projection, axis)?;
    }
    let (x_rates, y_rates) = (x.rates(), y.rates());
    let pairs = Pairs::new(plan, projection, [x.lever, y.lever]);
    let possible = pairs.possible(&x_rates, &y_rates, is_wanted);
    let mut holds = possible.clone();
    let (mut targets, mut others) = (Vec::new(), Vec::new());
    for (ix, _, target) in plan.targets() {
        if !is_wanted() {
            break;
        }
        let map = if pairs.moves(ix.indicator) {
            target_map(&pairs, ix, target, &x_rates, &y_rates)
        } else {
            None
        };
        let Some(map) = map else {
            others.push(assess_target(plan, scenario, projection, ix));
            continue;
        };
        for (holds, margin) in holds.iter_mut().zip(&map.margins) {
            *holds = *holds && is_met(target, *margin);
        }
        targets.push(map);
    }
    // Both levers have years left, as was checked.
    let at_present = |lever| present(plan, projection, lever).unwrap_or(f64::NAN);
    Ok(Feasibility {
        present: (at_present(x.lever), at_present(y.lever)),
        x,
        y,
        x_rates,
        y_rates,
        targets,
        others,
        holds,
        possible,
    })
}

fn check(plan: &Plan, projection: &Projection, axis: &Axis) -> Result<(), NoMap> {
    let lever = axis.lever;
    let (low, high) = axis.range;
    if !plan.get(lever).is_lever() {
        return Err(NoMap::NotALever(lever));
    }
    if projection.levels(lever).is_none() {
        return Err(NoMap::NoBase(lever));
    }
    if projection.last_actual(lever) == plan.steps() {
        return Err(NoMap::NoYearsLeft(lever));
    }
    if !(low.is_finite() && high.is_finite() && low < high && axis.count >= 2) {
        return Err(NoMap::BadRange(lever));
    }
    Ok(())
}

/// The margin from a figure: a ceiling is met below, a band inside.
fn margin(target: &Target, figure: f64) -> f64 {
    let over = figure - target.form.value();
    match target.form.upper() {
        Some(upper) => over.min(upper - figure),
        None if target.comparator.is_ceiling() => -over,
        None => over,
    }
}

/// Whether a margin meets its target under the comparator.
fn is_met(target: &Target, margin: f64) -> bool {
    let value = target.form.value();
    if let Some(upper) = target.form.upper() {
        return Comparator::AtLeast.holds_beside(margin, 0.0, value.abs().max(upper.abs()));
    }
    let over = if target.comparator.is_ceiling() {
        -margin
    } else {
        margin
    };
    target.comparator.holds(value + over, value)
}

fn target_map(
    pairs: &Pairs<'_>,
    ix: TargetIx,
    target: &Target,
    x_rates: &[f64],
    y_rates: &[f64],
) -> Option<TargetMap> {
    if target.form == Form::Done {
        return None;
    }
    // What is due in every year is as good as its worst year.
    let years = pairs.figures(ix.indicator, target)?;
    let at = |x: f64, y: f64| {
        let margins = years.iter().map(|figures| margin(target, figures.at(x, y)));
        margins.fold(f64::INFINITY, least)
    };
    let (margins, boundary) = match pairs.depends(ix.indicator) {
        [true, false] => {
            let row: Vec<f64> = x_rates.iter().map(|x| at(*x, y_rates[0])).collect();
            let lines = contour::crossings(x_rates, &row, |x| at(x, y_rates[0]));
            let across = |x: f64| vec![(x, y_rates[0]), (x, y_rates[y_rates.len() - 1])];
            (row.repeat(y_rates.len()), lines.into_iter().map(across).collect())
        }
        [false, true] => {
            let column: Vec<f64> = y_rates.iter().map(|y| at(x_rates[0], *y)).collect();
            let lines = contour::crossings(y_rates, &column, |y| at(x_rates[0], y));
            let across = |y: f64| vec![(x_rates[0], y), (x_rates[x_rates.len() - 1], y)];
            let wide = column.iter().flat_map(|m| x_rates.iter().map(|_| *m)).collect();
            (wide, lines.into_iter().map(across).collect())
        }
        _ => {
            let mut margins = vec![f64::INFINITY; x_rates.len() * y_rates.len()];
            for figures in &years {
                let of_year = figures.grid(x_rates, y_rates, |figure| margin(target, figure));
                for (all, one) in margins.iter_mut().zip(of_year) {
                    *all = least(*all, one);
                }
            }
            let boundary = contour::lines(x_rates, y_rates, &margins, at);
            (margins, boundary)
        }
    };
    Some(TargetMap {
        target: ix,
        margins,
        boundary,
    })
}

/// The smaller of two margins; no number where either is none.
fn least(a: f64, b: f64) -> f64 {
    if a.is_nan() || b.is_nan() {
        f64::NAN
    } else {
        a.min(b)
    }
}
