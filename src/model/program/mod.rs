//! One primitive for every question: evaluate a compiled plan and scenario on a table of parameters.
//!
//! [`Program::compile`] resolves everything constant; [`Program::evaluate`] computes what varies, for all lanes (parameter
//! sets) of a [`Block`] at once. Each lane is bit-identical to a projection of a scenario with those parameters.

mod based;
mod compile;
mod correction;
mod evaluate;
mod free;
mod identities;
mod layout;
mod levers;
mod view;

use std::ops::Range;
use std::sync::Arc;

use super::discrepancy::Discrepancy;
use super::frame::Frame;
use super::parameter::ParameterId;
use super::violation::Possible;
use super::wide::widely;
use crate::plan::{IndicatorIx, LevelKind, Plan};
use crate::scenario::Scenario;
use evaluate::{Operation, Tables, Work, bit};
pub use layout::{Block, LANES};

/// A plan and a scenario with some of its parameters left free.
///
/// A lever with a free rate counts as having stated rates. Free output growth of a lever not set by output growth
/// acts as if the other growth were zero; if a rate is free as well, the rate takes precedence.
#[derive(Clone, Debug)]
pub struct Program {
    width: usize,
    frame: Arc<Frame>,
    parameters: Vec<ParameterId>,
    /// Levels of all indicators with the parameters at their own values, year by year.
    levels: Vec<f64>,
    /// Discrepancies of published figures with the parameters at their own values.
    discrepancies: Vec<Discrepancy>,
    /// The indicators moved by free parameters: levers, then derived indicators after their inputs.
    moving: Vec<Moving>,
    /// Index among those, by indicator.
    places: Vec<Option<usize>>,
    /// Initial values of a block's rows.
    initial: Vec<f64>,
    operations: Vec<Operation>,
    tables: Tables,
}

/// An indicator that free parameters move.
#[derive(Clone, Copy, Debug)]
struct Moving {
    indicator: IndicatorIx,
    /// Its row in a block.
    row: usize,
    /// The parameters; see [`bit`].
    moved_by: u64,
    /// What is possible for it.
    possible: Option<Possible>,
}

impl Program {
    /// Resolves everything that does not depend on `free`. A parameter of anything but a lever of the plan has no
    /// effect.
    #[must_use]
    pub fn compile(plan: &Plan, scenario: &Scenario, free: &[ParameterId]) -> Self {
        compile::Compiler::new(plan, scenario, free).compile()
    }

    /// The free parameters, in the order of the columns.
    #[must_use]
    pub fn parameters(&self) -> &[ParameterId] {
        &self.parameters
    }

    /// A block with room for the given number of lanes.
    #[must_use]
    pub fn block<const LANES: usize>(&self) -> Block<LANES> {
        Block::filled(&self.initial)
    }

    /// Computes levels for a table of parameters: one column per free parameter, one value per lane. Allocates nothing.
    ///
    /// # Panics
    /// If there are fewer columns than parameters, or the block belongs to another program.
    pub fn evaluate<const LANES: usize>(&self, columns: &[[f64; LANES]], block: &mut Block<LANES>) {
        widely(
            #[inline(always)]
            || {
                for operation in &self.operations {
                    operation.run(self.width, &self.tables, columns, block);
                }
            },
        );
    }

    /// Re-evaluates a block after a single column has changed, to one value for all lanes. What depends on that
    /// column alone is copied from a lane of `apart`, evaluated with that value, instead of being recomputed. Only
    /// for programs with fewer than 64 parameters, each of which has its own bit.
    ///
    /// # Panics
    /// See [`Self::evaluate`].
    pub fn evaluate_beside<const LANES: usize>(
        &self,
        (moved, columns): (usize, &[[f64; LANES]]),
        (apart, lane): (&Block<LANES>, usize),
        block: &mut Block<LANES>,
    ) {
        let moved = bit(moved);
        widely(
            #[inline(always)]
            || {
                for operation in self.operations.iter().filter(|it| it.moved_by & moved != 0) {
                    if operation.moved_by == moved {
                        operation.take_over(self.width, (apart, lane), block);
                    } else {
                        operation.run(self.width, &self.tables, columns, block);
                    }
                }
            },
        );
    }

    /// Narrows the program to the given steps of each indicator, dropping everything they do not depend on.
    #[must_use]
    pub fn only(mut self, wanted: impl Fn(IndicatorIx) -> Range<usize>) -> Self {
        self.moving.retain(|moving| !wanted(moving.indicator).is_empty());
        let mut looked_at = vec![0..0; self.initial.len() / self.width];
        for moving in &self.moving {
            widen(&mut looked_at[moving.row], wanted(moving.indicator));
        }
        let starts: Vec<usize> = self
            .operations
            .iter()
            .filter(|it| it.from == 0)
            .map(|it| it.to)
            .collect();
        // Operations read only earlier rows, and the previous step of their own.
        for operation in self.operations.iter_mut().rev() {
            let (work, own) = (operation.work, &mut looked_at[operation.to]);
            // Never cut short: levels between two published figures depend on both.
            if !matches!(work, Work::Corrected { .. }) || (*own).is_empty() {
                operation.until = operation.until.min(own.end);
            }
            if work.is_step_by_step() {
                operation.from = operation.from.max(own.start);
            }
            let steps = operation.from..operation.until;
            if steps.is_empty() {
                continue;
            }
            widen(own, steps.start.saturating_sub(1)..steps.end);
            for of in work.reads() {
                match work {
                    Work::Corrected { .. } => widen(&mut looked_at[of], 0..self.width),
                    Work::Yearly { .. } => widen(&mut looked_at[of], 0..1),
                    Work::Index { .. } if starts.contains(&of) => widen(&mut looked_at[of], 0..steps.end),
                    _ => widen(&mut looked_at[of], steps.clone()),
                }
            }
        }
        self.operations
            .retain(|operation| operation.from < operation.until);
        self.compact();
        self
    }

    /// Drops rows that no operation uses and no indicator needs, and renumbers the rest.
    fn compact(&mut self) {
        let mut new = vec![usize::MAX; self.initial.len() / self.width];
        for operation in &self.operations {
            new[operation.to] = 0;
            for of in operation.work.reads() {
                new[of] = 0;
            }
        }
        for moving in &self.moving {
            new[moving.row] = 0;
        }
        let mut initial = Vec::with_capacity(self.initial.len());
        let rows = new.iter_mut().zip(self.initial.chunks_exact(self.width));
        for (new, row) in rows.filter(|(new, _)| **new == 0) {
            *new = initial.len() / self.width;
            initial.extend_from_slice(row);
        }
        self.initial = initial;
        for operation in &mut self.operations {
            operation.to = new[operation.to];
            operation.work = operation.work.renumbered(|old| new[old]);
        }
        for correction in &mut self.tables.corrections {
            let row = correction.identity.map(|row| new[row]);
            correction.identity = row.filter(|new| *new != usize::MAX);
        }
        self.places.fill(None);
        for (place, moving) in self.moving.iter_mut().enumerate() {
            moving.row = new[moving.row];
            self.places[moving.indicator.position()] = Some(place);
        }
    }

    /// The indicators that free parameters move.
    pub fn moving(&self) -> impl Iterator<Item = IndicatorIx> {
        self.moving.iter().map(|moving| moving.indicator)
    }

    /// Whether an indicator, given by its index among those, depends on a free parameter. Parameters from the 64th on
    /// count as one.
    #[must_use]
    pub fn follows(&self, ix: IndicatorIx, place: usize) -> bool {
        self.found(ix)
            .is_some_and(|moving| moving.moved_by & bit(place) != 0)
    }

    fn found(&self, ix: IndicatorIx) -> Option<&Moving> {
        let place = self.places.get(ix.position()).copied().flatten()?;
        self.moving.get(place)
    }

    /// Bounds of the moving indicators: lowest and highest level, widened by rounding error.
    pub(crate) fn limits(&self) -> impl Iterator<Item = (IndicatorIx, (f64, f64))> {
        let possible = self.moving.iter().filter_map(|moving| moving.possible);
        possible.map(|possible| (possible.indicator, possible.limits()))
    }

    /// Number of steps, base year included.
    pub(crate) const fn width(&self) -> usize {
        self.width
    }

    /// What an indicator's levels are relative to.
    #[must_use]
    pub fn kind(&self, ix: IndicatorIx) -> LevelKind {
        self.frame.kind(ix)
    }

    /// Levels of an indicator, one array of lanes per step; `None` if no free parameter moves it.
    #[must_use]
    pub fn lanes<'b, const LANES: usize>(
        &self,
        block: &'b Block<LANES>,
        ix: IndicatorIx,
    ) -> Option<&'b [[f64; LANES]]> {
        let row = self.found(ix)?.row;
        Some(&block.rows[row * self.width..(row + 1) * self.width])
    }

    /// Levels of an indicator that no free parameter moves.
    #[must_use]
    pub fn fixed(&self, ix: IndicatorIx) -> &[f64] {
        &self.levels[self.frame.row(ix)]
    }
}

/// Extends a range to include another.
fn widen(steps: &mut Range<usize>, further: Range<usize>) {
    *steps = if (*steps).is_empty() {
        further
    } else {
        steps.start.min(further.start)..steps.end.max(further.end)
    };
}
