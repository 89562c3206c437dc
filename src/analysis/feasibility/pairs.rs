//! Levels for pairs of rates: the projection again, for what two levers move.

use std::cell::RefCell;

use crate::model::criterion::in_own_terms;
use crate::model::{BOUND_SLACK, IsWanted, Projection};
use crate::plan::{Change, Dynamics, Expression, Form, IndicatorIx, LevelKind, Plan, Target};

/// Two levers and what follows from them.
pub(super) struct Pairs<'a> {
    plan: &'a Plan,
    projection: &'a Projection,
    levers: [IndicatorIx; 2],
    /// Per indicator, which of the two levers it depends on.
    depends: Vec<[bool; 2]>,
    /// Derived indicators that they move, each after those it uses.
    derived: Vec<(IndicatorIx, &'a Expression)>,
}

impl<'a> Pairs<'a> {
    pub fn new(plan: &'a Plan, projection: &'a Projection, levers: [IndicatorIx; 2]) -> Self {
        let depends: Vec<[bool; 2]> = plan
            .iter()
            .map(|(ix, _)| {
                let behind = plan.levers_behind(ix);
                levers.map(|lever| behind.contains(&lever))
            })
            .collect();
        let derived = plan.derived_order.iter().filter_map(|ix| {
            let Dynamics::Derived(expression) = &plan.get(*ix).dynamics else {
                return None;
            };
            let is_moved = depends[ix.position()] != [false, false];
            (is_moved && projection.levels(*ix).is_some()).then_some((*ix, expression))
        });
        Self {
            plan,
            projection,
            levers,
            derived: derived.collect(),
            depends,
        }
    }

    /// Which of the two levers an indicator depends on.
    pub fn depends(&self, ix: IndicatorIx) -> [bool; 2] {
        self.depends[ix.position()]
    }

    /// Whether an indicator depends on either.
    pub fn moves(&self, ix: IndicatorIx) -> bool {
        self.depends(ix) != [false, false]
    }

    fn change(&self, lever: IndicatorIx) -> Change {
        self.plan.get(lever).change().unwrap_or(Change::Points)
    }

    /// The levels of an indicator that has some.
    fn levels(&self, ix: IndicatorIx) -> &'a [f64] {
        self.projection.levels(ix).unwrap_or(&[])
    }

    /// A lever's level after `step` years with a constant rate for the years left.
    fn lever_at(&self, axis: usize, rate: f64, step: usize) -> f64 {
        let lever = self.levers[axis];
        let levels = self.levels(lever);
        let last_actual = self.projection.last_actual(lever);
        if step <= last_actual {
            return levels[step];
        }
        self.change(lever)
            .after(levels[last_actual], rate, step - last_actual)
    }

    /// Every indicator's level after `step` years as the projection has it.
    fn column(&self, step: usize) -> Vec<f64> {
        let level = |ix| self.projection.levels(ix).map_or(f64::NAN, |levels| levels[step]);
        self.plan.iter().map(|(ix, _)| level(ix)).collect()
    }

    /// Derived indicators that `ix` follows from, itself last, with the value that stands for its base level.
    fn chain(&self, ix: IndicatorIx) -> Vec<Link<'a>> {
        let mut needed = vec![ix];
        let mut links: Vec<Link<'a>> = Vec::new();
        for (derived, expression) in self.derived.iter().rev() {
            if needed.contains(derived) {
                needed.extend(expression.inputs());
                let base = (self.projection.kind(*derived) == LevelKind::Index).then(|| {
                    expression.evaluate(|input| self.levels(input).first().copied().unwrap_or(f64::NAN))
                });
                links.push(Link {
                    ix: *derived,
                    expression,
                    base,
                });
            }
        }
        links.reverse();
        links
    }

    /// The same levels over all years for a pair of rates, where published figures of derived indicators correct what
    /// identities give: what they say that the identity does not depends on the identity in their years.
    fn corrected(&self, chain: &[Link<'_>], ix: IndicatorIx, last: usize, x: f64, y: f64) -> f64 {
        let mut columns: Vec<Vec<f64>> = (0..=self.plan.steps()).map(|step| self.column(step)).collect();
        for (step, column) in columns.iter_mut().enumerate() {
            for (axis, rate) in [x, y].into_iter().enumerate() {
                column[self.levers[axis].position()] = self.lever_at(axis, rate, step);
            }
        }
        for link in chain {
            let mut row: Vec<f64> = columns.iter().map(|column| link.evaluate(column)).collect();
            self.projection
                .discrepancies()
                .correct_row(self.plan, link.ix, &mut row);
            for (column, level) in columns.iter_mut().zip(row) {
                column[link.ix.position()] = level;
            }
        }
        columns[last][ix.position()]
    }

    /// The figure that a target speaks of, as a function of the two rates: that of its due year, or of every year. Nothing
    /// where it has no levels.
    pub fn figures(&self, ix: IndicatorIx, target: &Target) -> Option<Vec<Figures<'_>>> {
        let levels = self.projection.levels(ix)?;
        let in_year = |step: usize, form: Form| Figures {
            pairs: self,
            ix,
            step,
            chain: self.chain(ix),
            form,
            base: levels[0],
            before: None,
            values: RefCell::new(self.column(step)),
        };
        if !target.is_each_year() {
            return Some(vec![in_year(self.plan.due_step(target), target.form)]);
        }
        let each = (1..=self.plan.steps()).map(|step| {
            let is_yearly = matches!(target.form, Form::AverageGrowth(_));
            Figures {
                before: is_yearly.then(|| Box::new(in_year(step - 1, Form::Level(0.0)))),
                ..in_year(step, target.form)
            }
        });
        Some(each.collect())
    }

    /// Whether no level leaves its bounds, for every pair of rates.
    pub fn possible(&self, x_rates: &[f64], y_rates: &[f64], is_wanted: IsWanted<'_>) -> Vec<bool> {
        let mut possible = vec![true; x_rates.len() * y_rates.len()];
        for (ix, indicator) in self.plan.iter() {
            let Some((low, high)) = indicator.bounds else {
                continue;
            };
            if !self.moves(ix) || self.projection.kind(ix) != LevelKind::Absolute {
                continue;
            }
            let slack = BOUND_SLACK * (high - low);
            let is_inside = |level: f64| level >= low - slack && level <= high + slack;
            for step in self.projection.last_actual(ix) + 1..=self.plan.steps() {
                if !is_wanted() {
                    return possible;
                }
                let figures = Figures {
                    pairs: self,
                    ix,
                    step,
                    chain: self.chain(ix),
                    form: Form::Level(0.0),
                    base: f64::NAN,
                    before: None,
                    values: RefCell::new(self.column(step)),
                };
                figures.mark(&mut possible, x_rates, y_rates, is_inside);
            }
        }
        possible
    }
}

/// One step of a derivation.
struct Link<'a> {
    ix: IndicatorIx,
    expression: &'a Expression,
    /// The value in the base year, for an index.
    base: Option<f64>,
}

impl Link<'_> {
    fn evaluate(&self, values: &[f64]) -> f64 {
        let value = self.expression.evaluate(|input| values[input.position()]);
        self.base.map_or(value, |base| value / base * 100.0)
    }
}

/// One indicator's figure in one year for pairs of rates.
pub(super) struct Figures<'p> {
    pairs: &'p Pairs<'p>,
    ix: IndicatorIx,
    step: usize,
    chain: Vec<Link<'p>>,
    form: Form,
    base: f64,
    /// The year before, where the figure is the growth since then.
    before: Option<Box<Self>>,
    /// Every indicator's level; those that the levers move are written over for each pair.
    values: RefCell<Vec<f64>>,
}

impl Figures<'_> {
    /// The figure in the target's own terms.
    pub fn at(&self, x: f64, y: f64) -> f64 {
        let lever = |axis, rate| self.pairs.lever_at(axis, rate, self.step);
        let figure = if self.is_corrected() {
            self.in_own_terms(self.pairs.corrected(&self.chain, self.ix, self.step, x, y))
        } else {
            self.of_levels(lever(0, x), lever(1, y))
        };
        match &self.before {
            Some(before) => Change::Growth.between(before.at(x, y), figure),
            None => figure,
        }
    }

    fn of_levels(&self, x: f64, y: f64) -> f64 {
        let mut values = self.values.borrow_mut();
        let [horizontal, vertical] = self.pairs.levers;
        values[horizontal.position()] = x;
        values[vertical.position()] = y;
        for link in &self.chain {
            let level = link.evaluate(&values);
            values[link.ix.position()] = level;
        }
        self.in_own_terms(values[self.ix.position()])
    }

    /// Whether published figures correct something on the way to the indicator.
    fn is_corrected(&self) -> bool {
        let discrepancies = self.pairs.projection.discrepancies();
        let has_some = |link: &Link<'_>| discrepancies.of(link.ix).next().is_some();
        self.chain.iter().any(has_some)
    }

    fn in_own_terms(&self, level: f64) -> f64 {
        match self.form {
            _ if self.before.is_some() => level,
            // A map shows how far the next whole thing is.
            Form::Level(_) | Form::Between(..) | Form::Count(_) => level,
            form => in_own_terms(form, self.base, level, self.step),
        }
    }

    fn lever_levels(&self, axis: usize, rates: &[f64]) -> Vec<f64> {
        rates
            .iter()
            .map(|rate| self.pairs.lever_at(axis, *rate, self.step))
            .collect()
    }

    /// The figure for every pair, row by row.
    pub fn grid(&self, x_rates: &[f64], y_rates: &[f64], of: impl Fn(f64) -> f64) -> Vec<f64> {
        if self.before.is_some() || self.is_corrected() {
            let row = |y: f64| x_rates.iter().map(move |x| (*x, y));
            let pairs = y_rates.iter().flat_map(|y| row(*y));
            return pairs.map(|(x, y)| of(self.at(x, y))).collect();
        }
        let (xs, ys) = (self.lever_levels(0, x_rates), self.lever_levels(1, y_rates));
        let row = |y: f64| xs.iter().map(move |x| (*x, y));
        let pairs = ys.iter().flat_map(|y| row(*y));
        pairs.map(|(x, y)| of(self.of_levels(x, y))).collect()
    }

    /// Takes away every pair whose level is not `inside`.
    fn mark(&self, possible: &mut [bool], x_rates: &[f64], y_rates: &[f64], inside: impl Fn(f64) -> bool) {
        let rows = possible.chunks_mut(x_rates.len());
        if self.is_corrected() {
            for (cells, y) in rows.zip(y_rates) {
                for (cell, x) in cells.iter_mut().zip(x_rates) {
                    *cell = *cell && inside(self.at(*x, *y));
                }
            }
            return;
        }
        let (xs, ys) = (self.lever_levels(0, x_rates), self.lever_levels(1, y_rates));
        match self.pairs.depends(self.ix) {
            [true, false] => {
                let row: Vec<bool> = xs.iter().map(|x| inside(self.of_levels(*x, ys[0]))).collect();
                for cells in rows {
                    cells
                        .iter_mut()
                        .zip(&row)
                        .for_each(|(cell, inside)| *cell &= inside);
                }
            }
            [false, true] => {
                for (cells, y) in rows.zip(&ys) {
                    if !inside(self.of_levels(xs[0], *y)) {
                        cells.fill(false);
                    }
                }
            }
            _ => {
                for (cells, y) in rows.zip(&ys) {
                    for (cell, x) in cells.iter_mut().zip(&xs) {
                        *cell = *cell && inside(self.of_levels(*x, *y));
                    }
                }
            }
        }
    }
}
