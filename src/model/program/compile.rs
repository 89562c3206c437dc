//! Compiles a plan, a scenario and free parameters into a program: resolves actuals, base values and even rates, computes
//! everything once, and keeps only what depends on a free parameter.

use std::ops::Range;
use std::sync::Arc;

use super::evaluate::{Operation, Tables, Work};
use super::free::Free;
use super::layout::Block;
use super::{Moving, Program};
use crate::model::frame::Frame;
use crate::model::parameter::ParameterId;
use crate::model::violation::Possible;
use crate::plan::{Dynamics, IndicatorIx, Plan};
use crate::scenario::Scenario;

/// A row during compilation.
#[derive(Clone, Copy)]
pub(super) struct Row {
    /// The free parameters that move it.
    pub moved_by: u64,
    /// The first step they move.
    pub from: usize,
}

pub(super) struct Compiler<'a> {
    pub plan: &'a Plan,
    pub scenario: &'a Scenario,
    pub parameters: &'a [ParameterId],
    pub free: Free,
    pub width: usize,
    pub frame: Frame,
    pub rows: Vec<Row>,
    /// Levels of every row with the scenario's own parameter values.
    pub block: Block<1>,
    pub columns: Vec<[f64; 1]>,
    pub operations: Vec<Operation>,
    pub tables: Tables,
    pub row_of: Vec<Option<usize>>,
}

impl<'a> Compiler<'a> {
    pub fn new(plan: &'a Plan, scenario: &'a Scenario, parameters: &'a [ParameterId]) -> Self {
        let (count, width) = (plan.indicators.len(), plan.steps() + 1);
        let identities = plan.derived_order.iter().map(|ix| match &plan.get(*ix).dynamics {
            Dynamics::Derived(expression) => expression.code().len() + 1,
            _ => 0,
        });
        let rows = count + identities.sum::<usize>();
        Self {
            plan,
            scenario,
            parameters,
            free: Free::of(parameters, count),
            width,
            frame: Frame::new(plan),
            rows: Vec::with_capacity(rows),
            block: Block {
                rows: Vec::with_capacity(rows * width),
            },
            columns: Vec::with_capacity(parameters.len()),
            operations: Vec::with_capacity(rows),
            tables: Tables::default(),
            row_of: vec![None; count],
        }
    }

    pub fn compile(mut self) -> Program {
        self.columns.resize(self.parameters.len(), [0.0]);
        for (ix, indicator) in self.plan.levers() {
            self.lever(ix, indicator);
        }
        let has_actuals = !self.scenario.actuals.is_empty();
        for &ix in &self.plan.derived_order {
            if let Dynamics::Derived(expression) = &self.plan.get(ix).dynamics {
                self.derive(ix, expression, has_actuals);
            }
        }
        let mut levels = vec![0.0; self.frame.origins.len()];
        for (levels, row) in levels.chunks_exact_mut(self.width).zip(&self.row_of) {
            if let Some(row) = row {
                let known = &self.block.rows[row * self.width..(row + 1) * self.width];
                levels.copy_from_slice(known.as_flattened());
            }
        }
        self.frame
            .judge_from(self.plan, |ix| levels[ix.position() * self.width]);
        self.finish(levels)
    }

    /// A new row with the same level in every year.
    pub fn row(&mut self, level: f64) -> usize {
        let row = self.rows.len();
        self.rows.push(Row {
            moved_by: 0,
            from: self.width,
        });
        self.block.rows.resize((row + 1) * self.width, [level]);
        row
    }

    /// Fills steps of a row with the scenario's own parameter values, and adds an operation for those that `moved`
    /// changes.
    pub fn operate(&mut self, work: Work, to: usize, steps: Range<usize>, moved: Row) {
        let operation = Operation {
            work,
            to,
            from: steps.start,
            until: steps.end,
            moved_by: moved.moved_by,
        };
        operation.run(self.width, &self.tables, &self.columns, &mut self.block);
        self.rows[to] = moved;
        if moved.moved_by != 0 {
            self.operations.push(Operation {
                from: moved.from.max(steps.start),
                ..operation
            });
        }
    }

    /// The free parameters of a lever with their columns.
    pub fn free(&self, ix: IndicatorIx) -> impl Iterator<Item = (usize, ParameterId)> {
        let places = self.free.of_lever(ix);
        places.map(|place| (place, self.parameters[place]))
    }

    /// Keeps only what varies.
    fn finish(mut self, levels: Vec<f64>) -> Program {
        let fixed = &self.block.rows;
        let mut discrepancies = Vec::new();
        for correction in &self.tables.corrections {
            let Some(row) = correction.identity else { continue };
            discrepancies.extend(correction.discrepancies(|step| fixed[row * self.width + step][0]));
        }
        let mut moving = Vec::with_capacity(self.operations.len());
        self.frame.possible.reserve(self.row_of.len());
        in_order(self.plan).for_each(|ix| {
            let possible = Possible::of(ix, self.plan.get(ix), self.frame.kind(ix));
            self.frame.possible.extend(possible);
            let row = self.row_of[ix.position()].filter(|row| self.rows[*row].moved_by != 0);
            if let Some(row) = row {
                moving.push(Moving {
                    indicator: ix,
                    row,
                    moved_by: self.rows[row].moved_by,
                    possible,
                });
            }
        });
        let mut program = Program {
            moving,
            places: vec![None; self.row_of.len()],
            width: self.width,
            frame: Arc::new(self.frame),
            parameters: self.parameters.to_vec(),
            levels,
            discrepancies,
            initial: self.block.rows.into_flattened(),
            operations: self.operations,
            tables: self.tables,
        };
        program.compact();
        program
    }
}

/// Evaluation order: levers, then derived indicators, each after its inputs.
fn in_order(plan: &Plan) -> impl Iterator<Item = IndicatorIx> {
    let levers = plan.levers().map(|(ix, _)| ix);
    levers.chain(plan.derived_order.iter().copied())
}
