//! From a plan, a scenario and what is to vary to a program: actuals, base values and even rates are resolved, everything
//! is worked out once, and what follows from nothing that varies is done with.

use std::sync::Arc;

use super::based::Based;
use super::correction::Correction;
use super::evaluate::{Operation, Tables, Work, bit};
use super::layout::{Block, Mover, Sign, Source};
use super::{Moving, Program};
use crate::model::even::with_even;
use crate::model::frame::Frame;
use crate::model::parameter::{ParameterId, ParameterKind};
use crate::model::support::Support;
use crate::model::violation::Possible;
use crate::plan::{
    Change, Dynamics, Expression, Form, Indicator, IndicatorIx, LONGEST_SPAN, LevelKind, Op, Plan,
};
use crate::scenario::{ActualEntry, Origin, Rates, Scenario, Series};

/// What is known of a row.
#[derive(Clone, Copy)]
struct Row {
    /// The free parameters that move it.
    moved_by: u64,
    /// The first step that they move.
    from: usize,
}

/// Free parameters by the lever that they are of.
struct Free {
    /// Their columns, lever by lever.
    places: Vec<usize>,
    /// Where each indicator's begin among those, and where the last ones end.
    starts: Vec<usize>,
}

impl Free {
    fn of(parameters: &[ParameterId], indicators: usize) -> Self {
        if parameters.is_empty() {
            return Self {
                places: Vec::new(),
                starts: Vec::new(),
            };
        }
        let lever = |place: &usize| parameters[*place].indicator.position();
        let mut places: Vec<usize> = (0..parameters.len())
            .filter(|place| lever(place) < indicators)
            .collect();
        places.sort_by_key(lever);
        let mut starts = vec![0; indicators + 1];
        for place in &places {
            starts[lever(place) + 1] += 1;
        }
        for position in 0..indicators {
            starts[position + 1] += starts[position];
        }
        Self { places, starts }
    }

    fn of_lever(&self, ix: IndicatorIx) -> &[usize] {
        match self.starts.get(ix.position()..ix.position() + 2) {
            Some(ends) => &self.places[ends[0]..ends[1]],
            None => &[],
        }
    }
}

pub(super) struct Compiler<'a> {
    plan: &'a Plan,
    scenario: &'a Scenario,
    parameters: &'a [ParameterId],
    free: Free,
    width: usize,
    frame: Frame,
    rows: Vec<Row>,
    /// The levels that every row has with the parameters as they are.
    block: Block<1>,
    columns: Vec<[f64; 1]>,
    operations: Vec<Operation>,
    tables: Tables,
    row_of: Vec<Option<usize>>,
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
        self.bound();
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
    fn row(&mut self, level: f64) -> usize {
        let row = self.rows.len();
        self.rows.push(Row {
            moved_by: 0,
            from: self.width,
        });
        self.block.rows.resize((row + 1) * self.width, [level]);
        row
    }

    /// Fills a row from a step on, at once with the parameters as they are and by a program from `moved` on.
    fn operate(&mut self, work: Work, to: usize, from: usize, moved: Row) {
        let operation = Operation {
            work,
            to,
            from,
            moved_by: moved.moved_by,
        };
        operation.run(self.width, &self.tables, &self.columns, &mut self.block);
        self.rows[to] = moved;
        if moved.moved_by != 0 {
            self.operations.push(Operation {
                from: moved.from.max(from),
                ..operation
            });
        }
    }

    /// The free parameters of a lever with their columns.
    fn free(&self, ix: IndicatorIx) -> impl Iterator<Item = (usize, ParameterId)> {
        self.free
            .of_lever(ix)
            .iter()
            .map(|place| (*place, self.parameters[*place]))
    }

    fn lever(&mut self, ix: IndicatorIx, indicator: &Indicator) {
        let free_base = self.free(ix).find(|(_, id)| id.kind == ParameterKind::Base);
        let given = self.scenario.bases.get(ix).copied();
        let own_base = given.or_else(|| free_base.map(|_| indicator.start(None).1));
        let (kind, base) = indicator.start(own_base);
        let entries: &[ActualEntry] = self.scenario.actuals.get(ix).map_or(&[], Vec::as_slice);
        let origins = self.frame.origins_mut(ix);
        origins[0] = Origin::Base;
        if kind == LevelKind::Unknown {
            Origin::mark_entered(origins, entries.iter(), self.plan.base_year);
            self.frame.supports[ix.position()] = Support::of_lever(0, self.is_stated(ix));
            return;
        }
        self.frame.kinds[ix.position()] = kind;
        let row = self.row(0.0);
        let last = self.actuals(ix, indicator, row, base, entries);
        let is_stated = self.is_stated(ix);
        if is_stated {
            self.frame.origins_mut(ix)[last + 1..].fill(Origin::Projected);
        }
        self.frame.supports[ix.position()] = Support::of_lever(last, is_stated);
        self.row_of[ix.position()] = Some(row);
        if let Some((place, _)) = free_base {
            self.columns[place] = [base];
            self.based(ix, indicator, row, place, entries);
        } else if last < self.plan.steps() {
            self.move_lever(ix, indicator, row, last, (own_base, base));
        }
        if indicator.targets.iter().any(|target| target.form == Form::Done) {
            let (moved, done) = (self.rows[row], self.row(0.0));
            self.operate(Work::Done { of: row }, done, 0, moved);
            self.row_of[ix.position()] = Some(done);
        }
    }

    /// Whether the rates of a lever are stated: by the scenario, or because one of them varies.
    fn is_stated(&self, ix: IndicatorIx) -> bool {
        self.scenario.rates.get(ix).is_some() || self.free(ix).any(|(_, id)| id.kind != ParameterKind::Base)
    }

    /// Puts a lever's actuals in its row, and gives back the step of the last.
    fn actuals(
        &mut self,
        ix: IndicatorIx,
        indicator: &Indicator,
        row: usize,
        base: f64,
        entries: &[ActualEntry],
    ) -> usize {
        let levels = self.block.rows[row * self.width..].as_flattened_mut();
        levels[0] = base;
        if entries.is_empty() {
            return 0;
        }
        let series = Series {
            change: indicator.scale.change(),
            base,
            base_year: self.plan.base_year,
            entries,
        };
        // A contradiction is reported when figures are read or typed, with its place; none gets this far.
        series.resolve(levels, self.frame.origins_mut(ix)).unwrap_or(0)
    }

    /// The levels of a lever after its last actual.
    fn move_lever(
        &mut self,
        ix: IndicatorIx,
        indicator: &Indicator,
        row: usize,
        last: usize,
        (own_base, base): (Option<f64>, f64),
    ) {
        let change = indicator.change().unwrap_or(Change::Points);
        let from = last + 1;
        let fixed = Row {
            moved_by: 0,
            from: self.width,
        };
        let even = |rate| Work::Even { change, rate };
        if self.free(ix).next().is_none() {
            match self.scenario.rates.get(ix) {
                Some(Rates::Constant(rate)) => {
                    self.operate(even(Source::Fixed(*rate)), row, from, fixed);
                    return;
                }
                None => {
                    let levels = self.block.rows[row * self.width..].as_flattened_mut();
                    with_even(indicator, own_base, base, self.plan.period(), |even| {
                        let mut level = levels[last];
                        for (next, rate) in levels[from..].iter_mut().zip(&even[last..]) {
                            level = change.step(level, *rate);
                            *next = level;
                        }
                    });
                    return;
                }
                Some(_) => {}
            }
        }
        let one = {
            let mut free = self.free(ix);
            free.next().filter(|_| free.next().is_none())
        };
        if let Some((place, id)) = one
            && (id.kind, id.step) == (ParameterKind::Rate, None)
        {
            let moved_by = bit(place);
            self.operate(even(Source::Free(place)), row, from, Row { moved_by, from });
            return;
        }
        let (movers, moved_by) = self.movers(ix, (own_base, base));
        let is_moved = |mover: &Mover| match mover {
            Mover::Rate(rate) => matches!(rate, Source::Free(_)),
            Mover::Output(top, all) => [top, all].iter().any(|source| matches!(source, Source::Free(_))),
        };
        let moved_from = movers[last..]
            .iter()
            .position(is_moved)
            .map_or(self.width, |at| from + at);
        let first = self.tables.movers.len() + moved_from.min(self.width) - from;
        self.tables.movers.extend(&movers[last..]);
        let whole = Work::Yearly {
            change,
            first: self.tables.movers.len() - (self.plan.steps() - last),
        };
        self.operate(whole, row, from, fixed);
        if moved_by != 0 && moved_from < self.width {
            let moved = Row {
                moved_by,
                from: moved_from,
            };
            self.operate(Work::Yearly { change, first }, row, moved_from, moved);
        }
    }

    /// What moves a lever in each year, the first first, and the bits of what of it is free.
    fn movers(&self, ix: IndicatorIx, (own_base, base): (Option<f64>, f64)) -> (Vec<Mover>, u64) {
        let (indicator, steps) = (self.plan.get(ix), self.plan.steps());
        let fixed = |rate: &f64| Mover::Rate(Source::Fixed(*rate));
        let mut movers: Vec<Mover> = match self.scenario.rates.get(ix) {
            None => with_even(indicator, own_base, base, self.plan.period(), |even| {
                even.iter().map(fixed).collect()
            }),
            Some(Rates::Constant(rate)) => vec![fixed(rate); steps],
            Some(Rates::Yearly(rates)) => rates.iter().map(fixed).collect(),
            Some(Rates::OutputGrowth { top, all }) => top
                .iter()
                .zip(all)
                .map(|(top, all)| Mover::Output(Source::Fixed(*top), Source::Fixed(*all)))
                .collect(),
        };
        let mut moved_by = 0;
        // A rate of its own goes before the output growth that it would follow from.
        let by_kind = |kind: ParameterKind| self.free(ix).filter(move |(_, id)| id.kind == kind);
        let kinds = [
            ParameterKind::Numerator,
            ParameterKind::Denominator,
            ParameterKind::Rate,
        ];
        for (place, id) in kinds.into_iter().flat_map(by_kind) {
            moved_by |= bit(place);
            let years = match id.step {
                None => 0..steps,
                Some(step) => step.saturating_sub(1).min(steps)..step.min(steps),
            };
            for mover in &mut movers[years] {
                let (top, all) = match *mover {
                    Mover::Output(top, all) => (top, all),
                    Mover::Rate(_) => (Source::Fixed(0.0), Source::Fixed(0.0)),
                };
                *mover = match id.kind {
                    ParameterKind::Numerator => Mover::Output(Source::Free(place), all),
                    ParameterKind::Denominator => Mover::Output(top, Source::Free(place)),
                    ParameterKind::Rate | ParameterKind::Base => Mover::Rate(Source::Free(place)),
                };
            }
        }
        (movers, moved_by)
    }

    /// The levels of a lever whose base varies.
    fn based(
        &mut self,
        ix: IndicatorIx,
        indicator: &Indicator,
        row: usize,
        place: usize,
        entries: &[ActualEntry],
    ) {
        let own_base = self.columns[place][0];
        let (movers, moved_by) = self.movers(ix, (Some(own_base), own_base));
        let has_rates = self.is_stated(ix);
        self.tables.based.push(Based {
            indicator: indicator.clone(),
            period: self.plan.period(),
            base: Source::Free(place),
            actuals: entries.to_vec(),
            movers: has_rates.then_some(movers),
        });
        let work = Work::Based(self.tables.based.len() - 1);
        let moved = Row {
            moved_by: moved_by | bit(place),
            from: 0,
        };
        self.operate(work, row, 0, moved);
    }

    fn derive(&mut self, ix: IndicatorIx, expression: &Expression, has_actuals: bool) {
        let identity = expression.level_kind(|input| self.frame.kind(input));
        let kind = self.plan.get(ix).derived_kind(identity);
        if kind == LevelKind::Unknown {
            self.frame.derive(self.plan, ix, expression, &[], has_actuals);
            return;
        }
        let mut row = self.identity(expression);
        if kind == LevelKind::Index {
            let (of, moved) = (row, self.rows[row]);
            row = self.row(0.0);
            self.operate(Work::Index { of }, row, 0, moved);
        }
        let mut entered = [0; LONGEST_SPAN as usize];
        let mut count = 0;
        if let Some(entries) = self.scenario.actuals.get(ix) {
            row = self.correct(ix, entries, row);
            let found = self
                .tables
                .corrections
                .last()
                .map_or(&[][..], |last| &last.entered);
            count = found.len();
            for (to, (step, _)) in entered.iter_mut().zip(found) {
                *to = *step;
            }
        }
        self.row_of[ix.position()] = Some(row);
        self.frame
            .derive(self.plan, ix, expression, &entered[..count], has_actuals);
    }

    /// The row of an identity.
    fn identity(&mut self, expression: &Expression) -> usize {
        // The parser sees to it that binary instructions stand behind their operands, and at most so many wait.
        let mut stack = [0_usize; Expression::DEEPEST + 1];
        let mut top = 0;
        for op in expression.code() {
            let sign = match *op {
                Op::Number(number) => {
                    top += 1;
                    stack[top] = self.row(number);
                    continue;
                }
                Op::Value(input) => {
                    top += 1;
                    // An identity with levels has inputs with levels.
                    stack[top] = self.row_of[input.position()].unwrap_or_default();
                    continue;
                }
                Op::Negate => {
                    let of = stack[top];
                    let (moved, to) = (self.rows[of], self.row(0.0));
                    self.operate(Work::Negative { of }, to, 0, moved);
                    stack[top] = to;
                    continue;
                }
                Op::Add => Sign::Plus,
                Op::Subtract => Sign::Minus,
                Op::Multiply => Sign::Times,
                Op::Divide => Sign::Over,
            };
            let right = stack[top];
            top -= 1;
            let left = stack[top];
            let (one, other) = (self.rows[left], self.rows[right]);
            let moved = Row {
                moved_by: one.moved_by | other.moved_by,
                from: one.from.min(other.from),
            };
            let to = self.row(0.0);
            self.operate(Work::Binary { sign, left, right }, to, 0, moved);
            stack[top] = to;
        }
        stack[top]
    }

    /// The row in which published figures correct an identity.
    fn correct(&mut self, ix: IndicatorIx, entries: &[ActualEntry], of: usize) -> usize {
        let base = self.block.rows[of * self.width][0];
        let change = self.plan.get(ix).scale.change();
        let span = (self.plan.base_year, self.width);
        let mut correction = Correction::new((ix, change), span, entries, base, of);
        let moved = self.rows[of];
        if moved.from == 0 && moved.moved_by != 0 {
            correction.varying = Some(entries.to_vec());
        }
        let moved = Row {
            from: if moved.moved_by == 0 {
                moved.from
            } else {
                correction.first_moved(moved.from)
            },
            ..moved
        };
        self.tables.corrections.push(correction);
        let (to, correction) = (self.row(0.0), self.tables.corrections.len() - 1);
        self.operate(Work::Corrected { of, correction }, to, 0, moved);
        to
    }

    /// What is possible for the indicators that have levels in their unit: levers, then derived ones.
    fn bound(&mut self) {
        let levers = self.plan.levers().map(|(ix, _)| ix);
        for ix in levers.chain(self.plan.derived_order.iter().copied()) {
            if let Some((low, high)) = self.plan.get(ix).bounds
                && self.frame.kind(ix) == LevelKind::Absolute
            {
                self.frame.possible.push(Possible::new(ix, low, high));
            }
        }
    }

    /// Keeps what varies, in as few rows as that takes.
    fn finish(mut self, levels: Vec<f64>) -> Program {
        let mut new = vec![usize::MAX; self.rows.len()];
        for operation in &self.operations {
            new[operation.to] = 0;
            for of in operation.work.reads() {
                new[of] = 0;
            }
        }
        let mut initial = Vec::new();
        let mut count = 0;
        for (old, new) in new.iter_mut().enumerate().filter(|(_, new)| **new == 0) {
            *new = count;
            count += 1;
            let row = &self.block.rows[old * self.width..(old + 1) * self.width];
            initial.extend_from_slice(row.as_flattened());
        }
        for operation in &mut self.operations {
            operation.to = new[operation.to];
            operation.work = operation.work.renumbered(|old| new[old]);
        }
        let fixed = &self.block.rows;
        let mut discrepancies = Vec::new();
        for correction in &mut self.tables.corrections {
            let Some(row) = correction.identity else { continue };
            discrepancies.extend(correction.discrepancies(|step| fixed[row * self.width + step][0]));
            correction.identity = Some(new[row]).filter(|new| *new != usize::MAX);
        }
        let moving = |(position, row): (usize, &Option<usize>)| {
            let row = row.filter(|row| self.rows[*row].moved_by != 0)?;
            Some(Moving {
                indicator: IndicatorIx(position),
                row: new[row],
                moved_by: self.rows[row].moved_by,
            })
        };
        Program {
            moving: self.row_of.iter().enumerate().filter_map(moving).collect(),
            width: self.width,
            frame: Arc::new(self.frame),
            parameters: self.parameters.to_vec(),
            levels,
            discrepancies,
            initial,
            operations: self.operations,
            tables: self.tables,
        }
    }
}
