//! Identities of derived indicators: `+ - * / ( )` over indicator ids and numbers.
//!
//! Ids may contain hyphens, so a minus sign needs spaces around it. Off-the-shelf expression crates cannot tell the
//! two apart, nor determine which inputs an expression scales with, which decides whether an index can stand in for an
//! absolute level.

mod notation;

use super::IndicatorIx;

/// A parsed expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    text: String,
    code: Vec<Op>,
    /// Whether the value scales with each of its inputs by a fixed power.
    scales_with_all: bool,
}

/// Postfix instructions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Op {
    Number(f64),
    Value(IndicatorIx),
    Add,
    Subtract,
    Multiply,
    Divide,
    Negate,
}

/// Why a text is not an expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExpressionFault {
    /// An unexpected character or word.
    Unexpected(String),
    /// The text ends where a value is expected.
    UnexpectedEnd,
    /// A parenthesis is not closed.
    Unclosed,
    /// No indicator has this id.
    UnknownId(String),
    /// Nested too deeply.
    TooDeep,
}

impl Expression {
    /// Parses an expression; `resolve` finds indicators by id.
    ///
    /// # Errors
    /// The first fault from the left.
    pub fn parse(text: &str, resolve: impl Fn(&str) -> Option<IndicatorIx>) -> Result<Self, ExpressionFault> {
        let mut parser = Parser {
            rest: text,
            code: Vec::new(),
            pending: 0,
            nesting: 0,
            resolve: &resolve,
        };
        parser.sum()?;
        if parser.peek().is_some() {
            return Err(parser.unexpected());
        }
        let mut expression = Self {
            text: text.to_owned(),
            code: parser.code,
            scales_with_all: false,
        };
        expression.scales_with_all = expression.scales_with(|_| true);
        Ok(expression)
    }

    /// The expression as written in the plan.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Stack limit, so that evaluation does not allocate.
    pub(crate) const DEEPEST: usize = 16;

    /// Its instructions in postfix order: a binary one stands behind its two operands.
    pub(crate) fn code(&self) -> &[Op] {
        &self.code
    }

    /// Indicators used, with repetitions.
    pub fn inputs(&self) -> impl Iterator<Item = IndicatorIx> {
        self.code.iter().filter_map(|op| match op {
            Op::Value(ix) => Some(*ix),
            _ => None,
        })
    }

    /// Evaluates with inputs from `value`.
    #[must_use]
    pub fn evaluate(&self, value: impl Fn(IndicatorIx) -> f64) -> f64 {
        let [result] = self.evaluate_lanes(|ix| [value(ix)]);
        result
    }

    /// The same for several sets of inputs at once, such as years, decoding each instruction once.
    #[must_use]
    pub fn evaluate_lanes<const N: usize>(&self, value: impl Fn(IndicatorIx) -> [f64; N]) -> [f64; N] {
        let mut stack = [[0.0_f64; N]; Self::DEEPEST + 1];
        let mut top = 0;
        for op in &self.code {
            match *op {
                Op::Number(number) => {
                    top += 1;
                    stack[top] = [number; N];
                    continue;
                }
                Op::Value(ix) => {
                    top += 1;
                    stack[top] = value(ix);
                    continue;
                }
                Op::Negate => {
                    stack[top] = stack[top].map(|operand| -operand);
                    continue;
                }
                _ => {}
            }
            // The parser emits operators after both operands.
            let right = stack[top];
            top -= 1;
            let operands = stack[top].iter_mut().zip(right);
            match op {
                Op::Add => operands.for_each(|(left, right)| *left += right),
                Op::Subtract => operands.for_each(|(left, right)| *left -= right),
                Op::Multiply => operands.for_each(|(left, right)| *left *= right),
                Op::Divide => operands.for_each(|(left, right)| *left /= right),
                Op::Number(_) | Op::Value(_) | Op::Negate => {}
            }
        }
        stack[top]
    }

    /// Whether scaling any input picked by `scaled` by c scales the value by a fixed power of c. Then an index of the
    /// input yields an index of the value.
    #[must_use]
    pub fn scales_with(&self, scaled: impl Fn(IndicatorIx) -> bool) -> bool {
        self.scales_with_all || self.scaling(scaled).is_some()
    }

    /// Powers of the inputs, in plan order, if the value is a product of powers times a number: `a * b / c` has a¹, b¹
    /// and c⁻¹. Inputs that cancel are omitted; `None` for other forms.
    #[must_use]
    pub(crate) fn powers(&self) -> Option<Vec<(IndicatorIx, i32)>> {
        self.scaling(|_| true)
    }

    /// The power by which the value scales with each input picked by `scaled`, in plan order; `None` if it does not.
    fn scaling(&self, scaled: impl Fn(IndicatorIx) -> bool) -> Option<Vec<(IndicatorIx, i32)>> {
        // Per stack value, the power of each scaled input.
        let mut stack: Vec<Vec<(IndicatorIx, i32)>> = Vec::new();
        for op in &self.code {
            match op {
                Op::Value(ix) if scaled(*ix) => stack.push(vec![(*ix, 1)]),
                Op::Number(_) | Op::Value(_) => stack.push(Vec::new()),
                Op::Negate => {}
                Op::Add | Op::Subtract => {
                    let right = stack.pop();
                    if right.as_ref() != stack.last() {
                        return None;
                    }
                }
                Op::Multiply => combine(&mut stack, 1),
                Op::Divide => combine(&mut stack, -1),
            }
        }
        stack.pop()
    }
}

/// Adds the top value's powers, times `sign`, to those of the value below.
fn combine(stack: &mut Vec<Vec<(IndicatorIx, i32)>>, sign: i32) {
    let right = stack.pop().unwrap_or_default();
    let Some(left) = stack.last_mut() else { return };
    for (ix, power) in right {
        match left.iter_mut().find(|(other, _)| *other == ix) {
            Some((_, sum)) => *sum += sign * power,
            None => left.push((ix, sign * power)),
        }
    }
    left.retain(|(_, power)| *power != 0);
    left.sort_unstable();
}

struct Parser<'t, 'r> {
    rest: &'t str,
    code: Vec<Op>,
    /// Current stack depth.
    pending: usize,
    /// Nesting depth, limited against stack overflow.
    nesting: usize,
    resolve: &'r dyn Fn(&str) -> Option<IndicatorIx>,
}

impl<'t> Parser<'t, '_> {
    fn peek(&mut self) -> Option<char> {
        self.rest = self.rest.trim_start();
        self.rest.chars().next()
    }

    fn skip(&mut self) {
        let mut chars = self.rest.chars();
        chars.next();
        self.rest = chars.as_str();
    }

    /// The unexpected word or character here.
    fn unexpected(&self) -> ExpressionFault {
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        let end = match self.rest.chars().next() {
            Some(first) if is_word(first) => self.rest.find(|c| !is_word(c)).unwrap_or(self.rest.len()),
            Some(first) => first.len_utf8(),
            None => 0,
        };
        ExpressionFault::Unexpected(self.rest[..end].to_owned())
    }

    fn sum(&mut self) -> Result<(), ExpressionFault> {
        self.product()?;
        while let Some(sign @ ('+' | '-')) = self.peek() {
            self.skip();
            self.product()?;
            self.emit_binary(if sign == '+' { Op::Add } else { Op::Subtract });
        }
        Ok(())
    }

    fn product(&mut self) -> Result<(), ExpressionFault> {
        self.factor()?;
        while let Some(sign @ ('*' | '/')) = self.peek() {
            self.skip();
            self.factor()?;
            self.emit_binary(if sign == '*' { Op::Multiply } else { Op::Divide });
        }
        Ok(())
    }

    fn factor(&mut self) -> Result<(), ExpressionFault> {
        match self.peek() {
            None => Err(ExpressionFault::UnexpectedEnd),
            Some(sign @ ('(' | '-')) => {
                self.nesting += 1;
                if self.nesting > Expression::DEEPEST {
                    return Err(ExpressionFault::TooDeep);
                }
                self.skip();
                if sign == '-' {
                    self.factor()?;
                    self.code.push(Op::Negate);
                } else {
                    self.sum()?;
                    if self.peek() != Some(')') {
                        return Err(ExpressionFault::Unclosed);
                    }
                    self.skip();
                }
                self.nesting -= 1;
                Ok(())
            }
            Some(c) if c.is_ascii_digit() || c == '.' => self.number(),
            Some(c) if c.is_ascii_lowercase() => self.id(),
            Some(_) => Err(self.unexpected()),
        }
    }

    fn number(&mut self) -> Result<(), ExpressionFault> {
        let word = self.word(|c| c.is_ascii_digit() || c == '.');
        // Hundreds of digits overflow to infinity.
        match word.parse::<f64>() {
            Ok(number) if number.is_finite() => self.emit_value(Op::Number(number)),
            _ => Err(ExpressionFault::Unexpected(word.to_owned())),
        }
    }

    fn id(&mut self) -> Result<(), ExpressionFault> {
        let word = self.word(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        match (self.resolve)(word) {
            Some(ix) => self.emit_value(Op::Value(ix)),
            None => Err(ExpressionFault::UnknownId(word.to_owned())),
        }
    }

    fn word(&mut self, belongs: impl Fn(char) -> bool) -> &'t str {
        let end = self.rest.find(|c| !belongs(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word
    }

    fn emit_value(&mut self, op: Op) -> Result<(), ExpressionFault> {
        self.pending += 1;
        if self.pending > Expression::DEEPEST {
            return Err(ExpressionFault::TooDeep);
        }
        self.code.push(op);
        Ok(())
    }

    fn emit_binary(&mut self, op: Op) {
        self.pending -= 1;
        self.code.push(op);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Expression, ExpressionFault> {
        Expression::parse(text, |id| {
            ["energy-intensity", "share", "b2"]
                .iter()
                .position(|known| *known == id)
                .map(IndicatorIx)
        })
    }

    fn value(text: &str) -> f64 {
        // energy-intensity = 3, share = 5, b2 = 7
        parse(text).map_or(f64::NAN, |e| e.evaluate(|ix| [3.0, 5.0, 7.0][ix.0]))
    }

    #[test]
    fn precedence_and_association_are_the_usual_ones() {
        for (text, expected) in [
            ("energy-intensity * share + b2", 3.0 * 5.0 + 7.0),
            ("energy-intensity + share * b2", 3.0 + 5.0 * 7.0),
            ("b2 - share - energy-intensity", 7.0 - 5.0 - 3.0),
            ("b2 / share / 2", 7.0 / 5.0 / 2.0),
            ("-share * -(b2 + 1.5)", 5.0 * 8.5),
            ("energy-intensity * (1 - share / 100)", 3.0 * 0.95),
        ] {
            assert!((value(text) - expected).abs() < 1e-12, "{text}");
        }
    }

    #[test]
    fn faults_are_named() {
        use ExpressionFault as F;
        for (text, fault) in [
            ("", F::UnexpectedEnd),
            ("share +", F::UnexpectedEnd),
            ("(share", F::Unclosed),
            ("share)", F::Unexpected(")".into())),
            ("share b2", F::Unexpected("b2".into())),
            ("share ^ 2", F::Unexpected("^".into())),
            ("1.2.3", F::Unexpected("1.2.3".into())),
            (&"9".repeat(400), F::Unexpected("9".repeat(400))),
            ("share-b2", F::UnknownId("share-b2".into())),
            ("energy * 2", F::UnknownId("energy".into())),
        ] {
            assert_eq!(parse(text), Err(fault), "{text}");
        }
        assert_eq!(parse(&"(".repeat(100_000)), Err(F::TooDeep));
        assert_eq!(parse(&"-".repeat(100_000)), Err(F::TooDeep));
    }

    #[test]
    fn scaling_is_recognised() {
        let scales =
            |text: &str, scaled: usize| parse(text).is_ok_and(|e| e.scales_with(|ix| ix.0 == scaled));
        assert!(scales("energy-intensity * share / b2", 2));
        assert!(scales("b2 * (1 - share / 100)", 2), "a volume times a share");
        assert!(
            !scales("b2 * (1 - share / 100)", 1),
            "one minus an index means nothing"
        );
        assert!(scales("b2 + b2 * 3", 2));
        assert!(!scales("b2 + share", 2));
    }

    #[test]
    fn powers_are_those_of_a_product() {
        let powers = |text: &str| {
            let powers = parse(text).ok()?.powers()?;
            Some(powers.into_iter().map(|(ix, power)| (ix.0, power)).collect())
        };
        assert_eq!(
            powers("b2 * share / energy-intensity * 100"),
            Some(vec![(0, -1), (1, 1), (2, 1)])
        );
        assert_eq!(powers("share / (b2 * b2)"), Some(vec![(1, 1), (2, -2)]));
        assert_eq!(powers("share * b2 / share"), Some(vec![(2, 1)]));
        assert_eq!(powers("b2 * (1 - share / 100)"), None);
    }
}
