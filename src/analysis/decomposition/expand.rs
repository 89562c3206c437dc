//! A derived indicator as a sum of products of factors, down to its levers.
//!
//! Products multiply out, constants drop, and derived indicators within are expanded in turn. A sum of products of several
//! levers stays a sum, so that each of its parts has a logarithmic mean of its own; every other sum or difference, such as
//! 1 − share, is one factor.

use std::ops::Range;

use super::DecompositionFactor;
use crate::model::LevelKind;
use crate::plan::{Dynamics, Expression, IndicatorIx, Op, Plan};

/// The longest sum whose parts are kept apart; a longer one is one factor.
const MOST_PARTS: usize = 256;

/// A factor by its place, and whether its value counts relative to its own in the base year: within an index it does.
pub(super) type FactorKey = (usize, bool);

/// A constant times powers of factors.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Term {
    pub coefficient: f64,
    /// In the order of the factors, none of them 0.
    pub powers: Vec<(FactorKey, i32)>,
}

/// The factors of an indicator, and the sum of products that it is.
pub(super) struct Expansion {
    pub factors: Vec<DecompositionFactor>,
    pub terms: Vec<Term>,
}

/// A value on the stack: its terms, and where its instructions begin.
struct Operand {
    terms: Vec<Term>,
    start: usize,
}

struct Expander<'a> {
    plan: &'a Plan,
    factors: Vec<DecompositionFactor>,
    /// The terms of every derived indicator that was needed so far.
    known: Vec<Option<Vec<Term>>>,
}

/// Expands a derived indicator. `kind` says what levels are relative to; `is_corrected`, whether figures were entered for a
/// derived one.
///
/// # Errors
/// A derived indicator whose entered figures differ from its identity by points, which are no factor.
pub(super) fn expand(
    plan: &Plan,
    target: IndicatorIx,
    kind: impl Fn(IndicatorIx) -> LevelKind,
    is_corrected: impl Fn(IndicatorIx) -> bool,
) -> Result<Expansion, IndicatorIx> {
    let mut expander = Expander {
        plan,
        factors: Vec::new(),
        known: vec![None; plan.indicators.len()],
    };
    for ix in needed(plan, target) {
        let Dynamics::Derived(expression) = &plan.get(ix).dynamics else {
            continue;
        };
        let is_index = kind(ix) == LevelKind::Index;
        let mut terms = expander.identity(expression, !is_index);
        if is_index {
            for (key, _) in terms.iter_mut().flat_map(|term| &mut term.powers) {
                key.1 = true;
            }
        }
        if is_corrected(ix) {
            if plan.get(ix).scale.change().is_points() {
                return Err(ix);
            }
            let k = expander.factor(DecompositionFactor::Discrepancy(ix));
            let k = Term {
                coefficient: 1.0,
                powers: vec![((k, false), 1)],
            };
            terms = terms.iter().filter_map(|term| term.times(&k, 1)).collect();
        }
        expander.known[ix.position()] = Some(terms);
    }
    let terms = expander.known[target.position()].take().unwrap_or_default();
    Ok(ordered(&expander.factors, terms))
}

/// The factors that are left, in the plan's order whatever the identities are: levers, each before the sums that it begins,
/// then discrepancies.
fn ordered(factors: &[DecompositionFactor], mut terms: Vec<Term>) -> Expansion {
    let place = |place: &usize| match &factors[*place] {
        DecompositionFactor::Lever(ix) => (0, Some(*ix), 0),
        DecompositionFactor::Sum(sum) => (0, sum.inputs().next(), 1),
        DecompositionFactor::Discrepancy(ix) => (1, Some(*ix), 0),
    };
    let powers = terms.iter().flat_map(|term| &term.powers);
    let mut used: Vec<usize> = powers.map(|((factor, _), _)| *factor).collect();
    used.sort_unstable();
    used.dedup();
    used.sort_by_key(place);
    for ((factor, _), _) in terms.iter_mut().flat_map(|term| &mut term.powers) {
        *factor = used.iter().position(|used| used == factor).unwrap_or_default();
    }
    Expansion {
        factors: used.into_iter().map(|place| factors[place].clone()).collect(),
        terms,
    }
}

/// The derived indicators behind one, itself last.
fn needed(plan: &Plan, target: IndicatorIx) -> Vec<IndicatorIx> {
    let mut wanted = vec![false; plan.indicators.len()];
    wanted[target.position()] = true;
    let mut found = Vec::new();
    for &ix in plan.derived_order.iter().rev() {
        if !wanted[ix.position()] {
            continue;
        }
        found.push(ix);
        if let Dynamics::Derived(expression) = &plan.get(ix).dynamics {
            for input in expression.inputs() {
                wanted[input.position()] = true;
            }
        }
    }
    found.reverse();
    found
}

impl Expander<'_> {
    /// The place of a factor among those found so far.
    fn factor(&mut self, factor: DecompositionFactor) -> usize {
        let known = self.factors.iter().position(|known| *known == factor);
        known.unwrap_or_else(|| {
            self.factors.push(factor);
            self.factors.len() - 1
        })
    }

    /// The terms of an identity; a single one unless its parts may stay apart.
    fn identity(&mut self, expression: &Expression, keeps_parts: bool) -> Vec<Term> {
        let mut stack: Vec<Operand> = Vec::new();
        for (at, op) in expression.code().iter().enumerate() {
            let operand = match *op {
                Op::Number(number) => Operand {
                    terms: vec![Term::constant(number)],
                    start: at,
                },
                Op::Value(ix) => {
                    let terms = self.value(ix);
                    let operand = Operand { terms, start: at };
                    if keeps_parts || operand.terms.len() == 1 {
                        operand
                    } else {
                        self.one(expression, at..at + 1)
                    }
                }
                Op::Negate => {
                    let mut operand = pop(&mut stack, at);
                    for term in &mut operand.terms {
                        term.coefficient = -term.coefficient;
                    }
                    operand
                }
                Op::Add | Op::Subtract | Op::Multiply | Op::Divide => {
                    let right = pop(&mut stack, at);
                    let left = pop(&mut stack, at);
                    let whole = left.start..at + 1;
                    let terms = match op {
                        Op::Add => sum(&left.terms, &right.terms, 1.0, keeps_parts),
                        Op::Subtract => sum(&left.terms, &right.terms, -1.0, keeps_parts),
                        Op::Multiply => product(&left.terms, &right.terms, 1),
                        _ => {
                            let divisor = self.single(expression, right, at);
                            product(&left.terms, &divisor.terms, -1)
                        }
                    };
                    match terms {
                        Some(terms) => Operand {
                            terms,
                            start: whole.start,
                        },
                        None => self.one(expression, whole),
                    }
                }
            };
            stack.push(operand);
        }
        stack.pop().map(|operand| operand.terms).unwrap_or_default()
    }

    fn value(&mut self, ix: IndicatorIx) -> Vec<Term> {
        if let Some(terms) = &self.known[ix.position()] {
            return terms.clone();
        }
        let factor = self.factor(DecompositionFactor::Lever(ix));
        vec![Term {
            coefficient: 1.0,
            powers: vec![((factor, false), 1)],
        }]
    }

    /// An operand as a single term, ending before the instruction at `end`.
    fn single(&mut self, expression: &Expression, operand: Operand, end: usize) -> Operand {
        if operand.terms.len() == 1 {
            operand
        } else {
            self.one(expression, operand.start..end)
        }
    }

    /// Some of an expression's instructions as one factor.
    fn one(&mut self, expression: &Expression, code: Range<usize>) -> Operand {
        let start = code.start;
        let part = expression.part(code, |ix| self.plan.get(ix).id.clone());
        let factor = self.factor(DecompositionFactor::Sum(part));
        Operand {
            terms: vec![Term {
                coefficient: 1.0,
                powers: vec![((factor, false), 1)],
            }],
            start,
        }
    }
}

fn pop(stack: &mut Vec<Operand>, at: usize) -> Operand {
    // The parser emits operators after both operands.
    stack.pop().unwrap_or(Operand {
        terms: Vec::new(),
        start: at,
    })
}

/// Two sums added; nothing where they have to be one factor.
fn sum(left: &[Term], right: &[Term], sign: f64, keeps_parts: bool) -> Option<Vec<Term>> {
    let mut terms = left.to_vec();
    for term in right {
        let coefficient = sign * term.coefficient;
        match terms.iter_mut().find(|known| known.powers == term.powers) {
            Some(known) => known.coefficient += coefficient,
            None => terms.push(Term {
                coefficient,
                powers: term.powers.clone(),
            }),
        }
    }
    let mut levers = terms.iter().flat_map(|term| &term.powers);
    let first = levers.next().map(|(key, _)| *key);
    let has_several = levers.any(|(key, _)| Some(*key) != first);
    let is_part = |term: &Term| term.coefficient > 0.0 && !term.powers.is_empty();
    let stays = keeps_parts && has_several && terms.len() <= MOST_PARTS && terms.iter().all(is_part);
    (terms.len() == 1 || stays).then_some(terms)
}

/// Two sums multiplied, or divided where the sign is −1; nothing where they have to be one factor.
fn product(left: &[Term], right: &[Term], sign: i32) -> Option<Vec<Term>> {
    if left.len() * right.len() > MOST_PARTS {
        return None;
    }
    let pairs = left
        .iter()
        .flat_map(|one| right.iter().map(move |other| one.times(other, sign)));
    pairs.collect()
}

impl Term {
    fn constant(number: f64) -> Self {
        Self {
            coefficient: number,
            powers: Vec::new(),
        }
    }

    /// Times another one, or divided by it where the sign is −1; nothing where a power is too large.
    fn times(&self, other: &Self, sign: i32) -> Option<Self> {
        let mut powers = self.powers.clone();
        for (key, power) in &other.powers {
            let power = power.checked_mul(sign)?;
            match powers.iter_mut().find(|(known, _)| known == key) {
                Some((_, sum)) => *sum = sum.checked_add(power)?,
                None => powers.push((*key, power)),
            }
        }
        powers.retain(|(_, power)| *power != 0);
        powers.sort_unstable();
        let coefficient = if sign < 0 {
            self.coefficient / other.coefficient
        } else {
            self.coefficient * other.coefficient
        };
        Some(Self { coefficient, powers })
    }
}
