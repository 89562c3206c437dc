//! The figure that is asked about, and the levels of its indicator year by year, for many lanes at once.

use crate::analysis::Outcome;
use crate::model::criterion::Criterion;
use crate::model::{Block, LANES, ParameterId, Program, worst_step};
use crate::plan::{IndicatorIx, LONGEST_SPAN, Plan, Scale, Target};
use crate::scenario::Scenario;

/// A compiled program narrowed to one indicator, and what is read from its levels.
#[derive(Clone, Debug)]
pub(super) struct OutcomeFigures<'a> {
    plan: &'a Plan,
    indicator: IndicatorIx,
    program: Program,
    reading: FigureReading<'a>,
}

/// How the figure follows from the levels.
#[derive(Clone, Copy, Debug)]
enum FigureReading<'a> {
    /// The level of a step.
    Level(usize),
    /// A target's figure in its due year.
    Due(Criterion, usize),
    /// That of its worst year.
    Worst(&'a Target, Scale),
}

/// A figure, and then the levels of the indicator in every year after the base year.
pub(super) type FigureRows = Vec<[f64; LANES]>;

impl<'a> OutcomeFigures<'a> {
    /// Nothing where none of the parameters moves the indicator.
    pub fn new(
        plan: &'a Plan,
        scenario: &Scenario,
        parameters: &[ParameterId],
        outcome: Outcome,
    ) -> Option<Self> {
        let indicator = outcome.indicator();
        let steps = plan.steps() + 1;
        let program = Program::compile(plan, scenario, parameters)
            .only(|ix| if ix == indicator { 0..steps } else { 0..0 });
        let base = program.lanes(&program.block::<1>(), indicator)?[0][0];
        let reading = match outcome {
            Outcome::Level { step, .. } => FigureReading::Level(step.min(plan.steps())),
            Outcome::Target(ix) => {
                let (target, scale) = (plan.target(ix), plan.get(indicator).scale);
                if target.is_each_year() {
                    FigureReading::Worst(target, scale)
                } else {
                    let due = plan.due_step(target);
                    FigureReading::Due(Criterion::new(target, scale, base, due), due)
                }
            }
        };
        Some(Self {
            plan,
            indicator,
            program,
            reading,
        })
    }

    /// How many rows there are: the figure, and a level for every step after the base year.
    pub fn rows(&self) -> usize {
        self.plan.steps() + 1
    }

    /// Room for the program's levels.
    pub fn block(&self) -> Block<LANES> {
        self.program.block()
    }

    /// The rows for a table of parameters, in the order in which they were given.
    pub fn evaluate(&self, columns: &[[f64; LANES]], block: &mut Block<LANES>, rows: &mut FigureRows) {
        self.program.evaluate(columns, block);
        let Some(levels) = self.program.lanes(block, self.indicator) else {
            return;
        };
        rows.clear();
        let mut figures = [0.0; LANES];
        match self.reading {
            FigureReading::Level(step) => figures = levels[step],
            FigureReading::Due(criterion, due) => {
                for (figure, level) in figures.iter_mut().zip(&levels[due]) {
                    *figure = criterion.figure(*level);
                }
            }
            FigureReading::Worst(target, scale) => {
                for (lane, figure) in figures.iter_mut().enumerate() {
                    *figure = self.worst(target, scale, levels, lane);
                }
            }
        }
        rows.push(figures);
        rows.extend_from_slice(&levels[1..]);
    }

    fn worst(&self, target: &Target, scale: Scale, levels: &[[f64; LANES]], lane: usize) -> f64 {
        let mut path = [0.0; LONGEST_SPAN as usize + 1];
        let path = &mut path[..levels.len()];
        for (level, lanes) in path.iter_mut().zip(levels) {
            *level = lanes[lane];
        }
        let criterion = |step| Criterion::in_year(self.plan, target, scale, path, step);
        let step = worst_step(self.plan.steps(), |step| {
            let criterion = criterion(step);
            (criterion.meets(path[step]), criterion.progress(path[step]))
        });
        criterion(step).figure(path[step])
    }
}
