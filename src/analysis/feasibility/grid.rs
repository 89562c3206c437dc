//! Levels for every pair of values, and what targets and bounds say of them.

use super::{Margins, Point, TargetMap, contour};
use crate::model::criterion::Criterion;
use crate::model::{Block, IsWanted, LANES, ParameterId, ParameterKind, Program, Projection};
use crate::plan::{Form, IndicatorIx, Plan, Scale, Target, TargetIx};
use crate::scenario::Scenario;

/// Two parameters, their values, and the program that turns those into levels.
pub(super) struct Grid<'a> {
    plan: &'a Plan,
    program: Program,
    xs: &'a [f64],
    ys: &'a [f64],
    is_wanted: IsWanted<'a>,
}

/// On which of the two parameters something depends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Along {
    X,
    Y,
    Both,
}

/// A target that depends on one of the parameters.
struct Held<'a> {
    ix: TargetIx,
    target: &'a Target,
    scale: Scale,
    due: usize,
    /// From the base year's level; nothing where that varies.
    criterion: Option<Criterion>,
    along: Along,
}

impl Held<'_> {
    /// The target as it stands in a step of one lane.
    fn criterion(&self, step: usize, level: impl Fn(usize) -> f64) -> Criterion {
        match self.criterion {
            _ if self.target.starts_anew() => Criterion::new(self.target, self.scale, level(step - 1), 1),
            Some(criterion) => criterion,
            None => Criterion::new(self.target, self.scale, level(0), self.due),
        }
    }

    /// By how much each lane is on the right side of the target, and whether it meets it.
    fn hold(&self, levels: &[[f64; LANES]]) -> ([f64; LANES], [bool; LANES]) {
        let (mut margins, mut met) = ([f64::INFINITY; LANES], [true; LANES]);
        if let (Some(criterion), false) = (&self.criterion, self.target.is_each_year()) {
            let level = &levels[self.due];
            for lane in 0..LANES {
                margins[lane] = criterion.margin(level[lane]);
            }
            for lane in 0..LANES {
                met[lane] = criterion.meets(level[lane]);
            }
            return (margins, met);
        }
        // What is due in every year is as good as its worst year.
        let steps = if self.target.is_each_year() {
            1..levels.len()
        } else {
            self.due..self.due + 1
        };
        for step in steps {
            for lane in 0..LANES {
                let criterion = self.criterion(step, |step| levels[step][lane]);
                let margin = criterion.margin(levels[step][lane]);
                margins[lane] = least(margins[lane], margin);
                met[lane] &= criterion.meets(levels[step][lane]);
            }
        }
        (margins, met)
    }
}

/// The smaller of two margins; no number where either is none.
fn least(a: f64, b: f64) -> f64 {
    if a.is_nan() || b.is_nan() {
        f64::NAN
    } else {
        a.min(b)
    }
}

/// What bounds allow an indicator after its last actual.
struct Bounded {
    ix: IndicatorIx,
    from: usize,
    low: f64,
    high: f64,
    along: Along,
}

impl Bounded {
    fn mark(&self, levels: &[[f64; LANES]], possible: &mut [bool; LANES]) {
        for level in &levels[self.from..] {
            for lane in 0..LANES {
                possible[lane] &= level[lane] >= self.low && level[lane] <= self.high;
            }
        }
    }
}

/// What was found: targets with their lines, and pair by pair, row by row, what is possible and where all targets hold.
pub(super) struct Found {
    pub targets: Vec<TargetMap>,
    pub possible: Vec<bool>,
    pub holds: Vec<bool>,
}

/// Along one direction: the margins of each target there, and for every value what is possible and what is met.
struct Marked {
    margins: Vec<Vec<f64>>,
    possible: Vec<bool>,
    met: Vec<bool>,
}

impl<'a> Grid<'a> {
    pub fn new(
        plan: &'a Plan,
        scenario: &Scenario,
        parameters: [ParameterId; 2],
        (xs, ys): (&'a [f64], &'a [f64]),
        is_wanted: IsWanted<'a>,
    ) -> Self {
        let program = Program::compile(plan, scenario, &parameters);
        let bounded: Vec<IndicatorIx> = program.limits().map(|(ix, _)| ix).collect();
        let is_looked_at = |ix: IndicatorIx| !plan.get(ix).targets.is_empty() || bounded.contains(&ix);
        Self {
            plan,
            program: program.only(is_looked_at),
            xs,
            ys,
            is_wanted,
        }
    }

    fn along(&self, ix: IndicatorIx) -> Option<Along> {
        match (self.program.follows(ix, 0), self.program.follows(ix, 1)) {
            (false, false) => None,
            (true, false) => Some(Along::X),
            (false, true) => Some(Along::Y),
            (true, true) => Some(Along::Both),
        }
    }

    /// Whether a base value that varies moves an indicator.
    fn has_moving_base(&self, ix: IndicatorIx) -> bool {
        let parameters = self.program.parameters().iter().enumerate();
        let mut bases = parameters.filter(|(_, id)| id.kind == ParameterKind::Base);
        bases.any(|(place, _)| self.program.follows(ix, place))
    }

    /// The targets that depend on either parameter, in the plan's order; what is to be done has no margin.
    fn targets(&self, projection: &Projection) -> Vec<Held<'a>> {
        let targets = self.plan.targets().filter_map(|(ix, indicator, target)| {
            let along = self.along(ix.indicator).filter(|_| target.form != Form::Done)?;
            let is_fixed = !self.has_moving_base(ix.indicator) && projection.levels(ix.indicator).is_some();
            Some(Held {
                ix,
                target,
                scale: indicator.scale,
                due: self.plan.due_step(target),
                criterion: is_fixed.then(|| *projection.criterion(ix)),
                along,
            })
        });
        targets.collect()
    }

    fn bounded(&self, projection: &Projection) -> Vec<Bounded> {
        let bounded = self.program.limits().filter_map(|(ix, (low, high))| {
            let from = if self.has_moving_base(ix) {
                0
            } else {
                projection.last_actual(ix) + 1
            };
            Some(Bounded {
                ix,
                from,
                low,
                high,
                along: self.along(ix)?,
            })
        });
        bounded.collect()
    }

    /// Works everything out; what comes of work that is wanted no more is worth nothing.
    pub fn work_out(&self, projection: &Projection) -> Found {
        let (held, bounded) = (self.targets(projection), self.bounded(projection));
        let across = self.along_axis(Along::X, &held, &bounded);
        let up = self.along_axis(Along::Y, &held, &bounded);
        let both = self.pairs(&held, &bounded);
        let pairs = |of_x: &[bool], of_y: &[bool], of_both: &[bool]| {
            let mut all = Vec::with_capacity(self.xs.len() * self.ys.len());
            for (row, of_y) in of_y.iter().enumerate() {
                let start = row * self.xs.len();
                let cells = of_both.get(start..start + self.xs.len());
                match cells {
                    Some(cells) => all.extend(of_x.iter().zip(cells).map(|(x, cell)| *x & of_y & cell)),
                    None => all.extend(of_x.iter().map(|x| x & of_y)),
                }
            }
            all
        };
        let possible = pairs(&across.possible, &up.possible, &both.possible);
        let mut holds = pairs(&across.met, &up.met, &both.met);
        for (holds, possible) in holds.iter_mut().zip(&possible) {
            *holds &= possible;
        }
        let [mut across, mut up, mut both] = [across, up, both].map(|marked| marked.margins.into_iter());
        let targets = held.iter().filter_map(|held| {
            let margins = match held.along {
                Along::X => Margins::Across(across.next()?),
                Along::Y => Margins::Up(up.next()?),
                Along::Both => Margins::Pairs(both.next()?),
            };
            Some(TargetMap {
                target: held.ix,
                boundary: self.boundary(held, &margins),
                margins,
            })
        });
        Found {
            targets: targets.collect(),
            possible,
            holds,
        }
    }

    /// What depends on one parameter alone, the other at its first value.
    fn along_axis(&self, along: Along, held: &[Held<'_>], bounded: &[Bounded]) -> Marked {
        let values = if along == Along::X { self.xs } else { self.ys };
        let points: Vec<Point> = values
            .iter()
            .map(|value| match along {
                Along::X => (*value, self.ys[0]),
                _ => (self.xs[0], *value),
            })
            .collect();
        let held: Vec<_> = held.iter().filter(|held| held.along == along).collect();
        let bounded: Vec<_> = bounded.iter().filter(|bounded| bounded.along == along).collect();
        let mut marked = Marked {
            margins: vec![Vec::with_capacity(values.len()); held.len()],
            possible: Vec::with_capacity(values.len()),
            met: Vec::with_capacity(values.len()),
        };
        if held.is_empty() && bounded.is_empty() {
            marked.possible.resize(values.len(), true);
            marked.met.resize(values.len(), true);
            return marked;
        }
        let mut block = self.program.block();
        for points in points.chunks(LANES) {
            self.evaluate(points, &mut block);
            marked.take(self, &block, points.len(), (&held, &bounded));
        }
        marked
    }

    /// What depends on both, pair by pair, row by row; nothing where nothing does.
    fn pairs(&self, held: &[Held<'_>], bounded: &[Bounded]) -> Marked {
        let held: Vec<_> = held.iter().filter(|held| held.along == Along::Both).collect();
        let bounded: Vec<_> = bounded
            .iter()
            .filter(|bounded| bounded.along == Along::Both)
            .collect();
        let count = if held.is_empty() && bounded.is_empty() {
            0
        } else {
            self.xs.len() * self.ys.len()
        };
        let mut all = Marked {
            margins: vec![vec![0.0; count]; held.len()],
            possible: vec![true; count],
            met: vec![true; count],
        };
        if count == 0 {
            return all;
        }
        let mut block = self.program.block();
        for (chunk, xs) in self.xs.chunks(LANES).enumerate() {
            let mut columns = [[xs[0]; LANES], [self.ys[0]; LANES]];
            columns[0][..xs.len()].copy_from_slice(xs);
            self.program.evaluate(&columns, &mut block);
            for (row, y) in self.ys.iter().enumerate() {
                columns[1] = [*y; LANES];
                self.program.evaluate_moved(1, &columns, &mut block);
                let start = row * self.xs.len() + chunk * LANES;
                let cells = start..start + xs.len();
                let (mut possible, mut met) = ([true; LANES], [true; LANES]);
                for bounded in &bounded {
                    bounded.mark(self.levels(&block, bounded.ix), &mut possible);
                }
                for (held, all) in held.iter().zip(&mut all.margins) {
                    let (margins, meets) = held.hold(self.levels(&block, held.ix.indicator));
                    all[cells.clone()].copy_from_slice(&margins[..xs.len()]);
                    for lane in 0..LANES {
                        met[lane] &= meets[lane];
                    }
                }
                all.possible[cells.clone()].copy_from_slice(&possible[..xs.len()]);
                all.met[cells].copy_from_slice(&met[..xs.len()]);
            }
            if !(self.is_wanted)() {
                break;
            }
        }
        all
    }

    /// Levels for up to as many points as there are lanes.
    fn evaluate(&self, points: &[Point], block: &mut Block<LANES>) {
        let mut columns = [[points[0].0; LANES], [points[0].1; LANES]];
        for (lane, (x, y)) in points.iter().enumerate() {
            columns[0][lane] = *x;
            columns[1][lane] = *y;
        }
        self.program.evaluate(&columns, block);
    }

    fn levels<'b>(&self, block: &'b Block<LANES>, ix: IndicatorIx) -> &'b [[f64; LANES]] {
        self.program.lanes(block, ix).unwrap_or(&[])
    }

    /// Where the margin of a target is 0.
    fn boundary(&self, held: &Held<'_>, margins: &Margins) -> Vec<Vec<Point>> {
        let mut block = self.program.block();
        let mut at = |points: &[Point]| {
            let mut found = Vec::with_capacity(points.len());
            for points in points.chunks(LANES) {
                self.evaluate(points, &mut block);
                let (margins, _) = held.hold(self.levels(&block, held.ix.indicator));
                found.extend_from_slice(&margins[..points.len()]);
            }
            found
        };
        let (xs, ys) = (self.xs, self.ys);
        let ends = |values: &[f64]| [values[0], values[values.len() - 1]];
        match margins {
            Margins::Across(row) => {
                let points: Vec<Point> = xs.iter().map(|x| (*x, ys[0])).collect();
                let found = contour::crossings(&points, row, &mut at).into_iter();
                found.map(|(x, _)| ends(ys).map(|y| (x, y)).to_vec()).collect()
            }
            Margins::Up(column) => {
                let points: Vec<Point> = ys.iter().map(|y| (xs[0], *y)).collect();
                let found = contour::crossings(&points, column, &mut at).into_iter();
                found.map(|(_, y)| ends(xs).map(|x| (x, y)).to_vec()).collect()
            }
            Margins::Pairs(all) => contour::lines(xs, ys, all, &mut at),
        }
    }
}

impl Marked {
    /// Adds what the first lanes of a block say.
    fn take(
        &mut self,
        grid: &Grid<'_>,
        block: &Block<LANES>,
        count: usize,
        (held, bounded): (&[&Held<'_>], &[&Bounded]),
    ) {
        let (mut possible, mut met) = ([true; LANES], [true; LANES]);
        for bounded in bounded {
            bounded.mark(grid.levels(block, bounded.ix), &mut possible);
        }
        for (held, all) in held.iter().zip(&mut self.margins) {
            let (margins, meets) = held.hold(grid.levels(block, held.ix.indicator));
            all.extend_from_slice(&margins[..count]);
            for lane in 0..LANES {
                met[lane] &= meets[lane];
            }
        }
        self.possible.extend_from_slice(&possible[..count]);
        self.met.extend_from_slice(&met[..count]);
    }
}
