//! Levels for every pair of values, judged against targets and bounds.

use std::ops::Range;

use super::held::{Along, Bounded, Held, LANES, LaneMarks};
use super::{Margins, Point, TargetMap, contour};
use crate::analysis::judge::TargetJudge;
use crate::model::wide::widely;
use crate::model::{Block, IsWanted, ParameterId, ParameterKind, Program, Projection};
use crate::plan::{Form, IndicatorIx, Plan};
use crate::scenario::Scenario;

/// Two parameters' values, and the program that computes levels from them.
pub(super) struct MapGrid<'a> {
    program: Program,
    held: Vec<Held<'a>>,
    bounded: Vec<Bounded>,
    xs: &'a [f64],
    ys: &'a [f64],
    is_wanted: IsWanted<'a>,
}

/// The result: targets with their boundaries, and, row by row, which pairs are possible and where all targets hold.
pub(super) struct Found {
    pub targets: Vec<TargetMap>,
    pub possible: Vec<bool>,
    pub holds: Vec<bool>,
}

/// Results along one direction: margins per target, and which values are possible and meet every target.
struct Marked {
    margins: Vec<Vec<f64>>,
    possible: Vec<bool>,
    met: Vec<bool>,
}

impl<'a> MapGrid<'a> {
    pub fn new(
        (plan, scenario, projection): (&'a Plan, &Scenario, &Projection),
        parameters: [ParameterId; 2],
        (xs, ys): (&'a [f64], &'a [f64]),
        is_wanted: IsWanted<'a>,
    ) -> Self {
        let program = Program::compile(plan, scenario, &parameters);
        let mut grid = Self {
            held: held(plan, projection, &program),
            bounded: bounded(projection, &program),
            program,
            xs,
            ys,
            is_wanted,
        };
        grid.program = grid.only(|_| true);
        grid
    }

    /// The program narrowed to what is read along some directions.
    fn only(&self, along: impl Fn(Along) -> bool) -> Program {
        let program = self.program.clone();
        let width = program.width();
        program.only(|ix| {
            let held = self
                .held
                .iter()
                .filter(|held| held.judge.ix.indicator == ix && along(held.along));
            let bounded = self
                .bounded
                .iter()
                .filter(|bounded| bounded.ix == ix && along(bounded.along));
            let steps = held
                .map(|held| held.judge.steps())
                .chain(bounded.map(|bounded| bounded.from..width));
            let hull = |a: Range<usize>, b: Range<usize>| a.start.min(b.start)..a.end.max(b.end);
            steps.reduce(hull).unwrap_or(0..0)
        })
    }

    /// Computes everything. The result is incomplete if cancelled.
    pub fn work_out(&self) -> Found {
        let mut block = self.program.block();
        let across = self.along_axis(Along::X, &mut block);
        let up = self.along_axis(Along::Y, &mut block);
        let both = self.pairs(&across, &up);
        let [mut across, mut up, mut pairs] =
            [across.margins, up.margins, both.margins].map(IntoIterator::into_iter);
        let targets = self.held.iter().filter_map(|held| {
            let margins = match held.along {
                Along::X => Margins::Across(across.next()?),
                Along::Y => Margins::Up(up.next()?),
                Along::Both => Margins::Pairs(pairs.next()?),
            };
            Some(TargetMap {
                target: held.judge.ix,
                boundary: self.boundary(held, &margins, &mut block),
                margins,
            })
        });
        Found {
            targets: targets.collect(),
            possible: both.possible,
            holds: both.met,
        }
    }

    fn held(&self, along: Along) -> Vec<&Held<'a>> {
        self.held.iter().filter(|held| held.along == along).collect()
    }

    fn bounded(&self, along: Along) -> Vec<&Bounded> {
        let bounded = self.bounded.iter();
        bounded.filter(|bounded| bounded.along == along).collect()
    }

    /// What depends on one parameter alone, the other at its first value.
    fn along_axis(&self, along: Along, block: &mut Block<LANES>) -> Marked {
        let (held, bounded) = (self.held(along), self.bounded(along));
        let values = if along == Along::X { self.xs } else { self.ys };
        let mut marked = Marked::new(held.len(), values.len(), true);
        if held.is_empty() && bounded.is_empty() {
            return marked;
        }
        for (chunk, values) in values.chunks(LANES).enumerate() {
            let columns = match along {
                Along::X => [lanes(values), [self.ys[0]; LANES]],
                _ => [[self.xs[0]; LANES], lanes(values)],
            };
            self.program.evaluate(&columns, block);
            let cells = chunk * LANES..chunk * LANES + values.len();
            marked.mark(cells, &self.program, block, (&held, &bounded));
        }
        marked
    }

    /// What depends on both, pair by pair, row by row, beside what depends on either.
    fn pairs(&self, across: &Marked, up: &Marked) -> Marked {
        let (held, bounded) = (self.held(Along::Both), self.bounded(Along::Both));
        let mut all = Marked::new(held.len(), self.xs.len() * self.ys.len(), false);
        for (row, (possible, met)) in up.possible.iter().zip(&up.met).enumerate() {
            let cells = row * self.xs.len()..(row + 1) * self.xs.len();
            if *possible {
                all.possible[cells.clone()].copy_from_slice(&across.possible);
            }
            if *met {
                all.met[cells].copy_from_slice(&across.met);
            }
        }
        if !(held.is_empty() && bounded.is_empty()) {
            self.mark_pairs(&mut all, (&held, &bounded));
        }
        for (met, possible) in all.met.iter_mut().zip(&all.possible) {
            *met &= possible;
        }
        all
    }

    fn mark_pairs(&self, all: &mut Marked, judges: (&[&Held<'_>], &[&Bounded])) {
        let program = self.only(|along| along == Along::Both);
        // What depends on the vertical value alone is computed for a whole block of those at once.
        let (mut apart, mut block) = (program.block(), program.block());
        for (above, ys) in self.ys.chunks(LANES).enumerate() {
            program.evaluate(&[[self.xs[0]; LANES], lanes(ys)], &mut apart);
            for (chunk, xs) in self.xs.chunks(LANES).enumerate() {
                let mut columns = [lanes(xs), [ys[0]; LANES]];
                program.evaluate(&columns, &mut block);
                for (lane, y) in ys.iter().enumerate() {
                    columns[1] = [*y; LANES];
                    program.evaluate_beside((1, &columns), (&apart, lane), &mut block);
                    let start = (above * LANES + lane) * self.xs.len() + chunk * LANES;
                    all.mark(start..start + xs.len(), &program, &block, judges);
                }
                if !(self.is_wanted)() {
                    return;
                }
            }
        }
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

    /// Where the margin of a target is 0.
    fn boundary(&self, held: &Held<'_>, margins: &Margins, block: &mut Block<LANES>) -> Vec<Vec<Point>> {
        let mut at = |points: &[Point]| {
            let mut found = Vec::with_capacity(points.len());
            for points in points.chunks(LANES) {
                self.evaluate(points, block);
                let mut margins = [0.0; LANES];
                let judge = &held.judge;
                judge.hold(
                    levels(&self.program, block, judge.ix.indicator),
                    &mut margins,
                    &mut [1; LANES],
                );
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
    fn new(targets: usize, count: usize, is_marked: bool) -> Self {
        Self {
            margins: vec![vec![0.0; count]; targets],
            possible: vec![is_marked; count],
            met: vec![is_marked; count],
        }
    }

    /// Judges as many of a block's first lanes as there are cells.
    fn mark(
        &mut self,
        cells: Range<usize>,
        program: &Program,
        block: &Block<LANES>,
        (held, bounded): (&[&Held<'_>], &[&Bounded]),
    ) {
        let (mut possible, mut met) = ([1; LANES], [1; LANES]);
        let mut margins = [0.0; LANES];
        widely(
            #[inline(always)]
            || {
                for bounded in bounded {
                    bounded.mark(levels(program, block, bounded.ix), &mut possible);
                }
                for (held, all) in held.iter().zip(&mut self.margins) {
                    let judge = &held.judge;
                    judge.hold(levels(program, block, judge.ix.indicator), &mut margins, &mut met);
                    all[cells.clone()].copy_from_slice(&margins[..cells.len()]);
                }
                if !bounded.is_empty() {
                    keep(&mut self.possible[cells.clone()], &possible);
                }
                keep(&mut self.met[cells.clone()], &met);
            },
        );
    }
}

#[inline(always)]
fn keep(to: &mut [bool], marks: &LaneMarks) {
    for (to, mark) in to.iter_mut().zip(marks) {
        *to &= *mark != 0;
    }
}

/// Values as lanes, padded with the first.
fn lanes(values: &[f64]) -> [f64; LANES] {
    let mut lanes = [values[0]; LANES];
    lanes[..values.len()].copy_from_slice(values);
    lanes
}

fn levels<'b>(program: &Program, block: &'b Block<LANES>, ix: IndicatorIx) -> &'b [[f64; LANES]] {
    program.lanes(block, ix).unwrap_or(&[])
}

fn along(program: &Program, ix: IndicatorIx) -> Option<Along> {
    match (program.follows(ix, 0), program.follows(ix, 1)) {
        (false, false) => None,
        (true, false) => Some(Along::X),
        (false, true) => Some(Along::Y),
        (true, true) => Some(Along::Both),
    }
}

/// Whether an indicator depends on a free base value.
fn has_moving_base(program: &Program, ix: IndicatorIx) -> bool {
    let parameters = program.parameters().iter().enumerate();
    let mut bases = parameters.filter(|(_, id)| id.kind == ParameterKind::Base);
    bases.any(|(place, _)| program.follows(ix, place))
}

/// Targets that depend on either parameter, in plan order; tasks have no margin.
fn held<'a>(plan: &'a Plan, projection: &Projection, program: &Program) -> Vec<Held<'a>> {
    let targets = plan.targets().filter_map(|(ix, _, target)| {
        let along = along(program, ix.indicator).filter(|_| target.form != Form::Done)?;
        let is_base_fixed = !has_moving_base(program, ix.indicator);
        Some(Held {
            judge: TargetJudge::of(plan, projection, ix, is_base_fixed),
            along,
        })
    });
    targets.collect()
}

fn bounded(projection: &Projection, program: &Program) -> Vec<Bounded> {
    let bounded = program.limits().filter_map(|(ix, (low, high))| {
        let from = if has_moving_base(program, ix) {
            0
        } else {
            projection.last_actual(ix) + 1
        };
        Some(Bounded {
            ix,
            from,
            low,
            high,
            along: along(program, ix)?,
        })
    });
    bounded.collect()
}
