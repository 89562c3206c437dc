//! Derived indicators: from identities and published figures to operations.

use super::compile::{Compiler, Row};
use super::correction::Correction;
use super::evaluate::Work;
use super::layout::Sign;
use crate::plan::{Expression, IndicatorIx, LONGEST_SPAN, LevelKind, Op};
use crate::scenario::ActualEntry;

impl Compiler<'_> {
    pub fn derive(&mut self, ix: IndicatorIx, expression: &Expression, has_actuals: bool) {
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
            self.operate(Work::Index { of }, row, 0..self.width, moved);
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
        // The parser guarantees that operators follow their operands, and bounds how many are pending.
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
                    self.operate(Work::Negative { of }, to, 0..self.width, moved);
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
            self.operate(Work::Binary { sign, left, right }, to, 0..self.width, moved);
            stack[top] = to;
        }
        stack[top]
    }

    /// The row of the identity corrected by published figures.
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
        self.operate(Work::Corrected { of, correction }, to, 0..self.width, moved);
        to
    }
}
