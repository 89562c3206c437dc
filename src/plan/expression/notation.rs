//! Expressions in readable notation, for people and spreadsheets.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Expression, Op};
use crate::plan::IndicatorIx;

impl Expression {
    /// Indicators used, each once, by first occurrence.
    #[must_use]
    pub fn distinct_inputs(&self) -> Vec<IndicatorIx> {
        let mut seen = BTreeSet::new();
        self.inputs().filter(|input| seen.insert(*input)).collect()
    }

    /// The expression in usual notation, with inputs written by `name` and only the necessary parentheses. `None` if
    /// names and numbers exceed `longest` bytes.
    #[must_use]
    pub fn notation(&self, longest: usize, name: impl Fn(IndicatorIx) -> String) -> Option<String> {
        self.written(longest, name, "")
    }

    /// Some of its instructions, which must be those of a whole operand, as an expression of its own; `id` gives the ids of
    /// indicators.
    #[must_use]
    pub(crate) fn part(&self, code: Range<usize>, id: impl Fn(IndicatorIx) -> String) -> Self {
        let mut part = Self {
            text: String::new(),
            code: self.code.get(code).unwrap_or_default().to_vec(),
            scales_with_all: false,
        };
        part.scales_with_all = part.scales_with(|_| true);
        part.text = part.written(usize::MAX, id, " ").unwrap_or_default();
        part
    }

    /// As [`Self::notation`], with `gap` on both sides of a sign.
    fn written(&self, longest: usize, name: impl Fn(IndicatorIx) -> String, gap: &str) -> Option<String> {
        // Per stack value, its text and precedence: 1 sum, 2 product, 3 atom.
        let mut stack: Vec<(String, u8)> = Vec::new();
        let mut length = 0;
        for op in &self.code {
            let mut take = |text: String| {
                length += text.len();
                stack.push((text, 3));
                length <= longest
            };
            let (sign, binds) = match op {
                Op::Number(number) if !take(number.to_string()) => return None,
                Op::Value(ix) if !take(name(*ix)) => return None,
                Op::Number(_) | Op::Value(_) => continue,
                Op::Negate => {
                    let value = stack.pop().unwrap_or_default();
                    stack.push((format!("(-{})", enclosed(value, 3)), 3));
                    continue;
                }
                Op::Add => ('+', 1),
                Op::Subtract => ('-', 1),
                Op::Multiply => ('*', 2),
                Op::Divide => ('/', 2),
            };
            let right = enclosed(stack.pop().unwrap_or_default(), binds + 1);
            // Append to the left operand, which avoids copying long sums.
            let mut text = enclosed(stack.pop().unwrap_or_default(), binds);
            text.push_str(gap);
            text.push(sign);
            text.push_str(gap);
            text.push_str(&right);
            stack.push((text, binds));
        }
        stack.pop().map(|(text, _)| text)
    }
}

/// Adds parentheses if the precedence is too low.
fn enclosed((text, binds): (String, u8), needed: u8) -> String {
    if binds < needed { format!("({text})") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::ExpressionFault;

    #[test]
    fn a_part_reads_back_as_itself() {
        let ids = ["energy-intensity", "share", "b2"];
        let parse = |text: &str| {
            let resolve = |id: &str| ids.iter().position(|known| *known == id).map(IndicatorIx);
            Expression::parse(text, resolve).unwrap()
        };
        // In postfix order: b2, then 1, share, 100, /, -, then *.
        let part = parse("b2 * (1 - share / 100)").part(1..6, |ix| ids[ix.0].to_owned());
        assert_eq!(part, parse("1 - share / 100"));
    }

    #[test]
    fn the_notation_keeps_the_order_of_evaluation() {
        let ids = ["energy-intensity", "share", "b2"];
        let notation = |text: &str| -> Result<String, ExpressionFault> {
            let resolve = |id: &str| ids.iter().position(|known| *known == id).map(IndicatorIx);
            let expression = Expression::parse(text, resolve)?;
            let name = |ix: IndicatorIx| ["E", "S", "B"][ix.0].to_owned();
            // Above the limit, and exactly at it.
            let whole = expression.notation(usize::MAX, name).unwrap();
            let length = whole.chars().filter(|c| c.is_alphanumeric() || *c == '.').count();
            assert_eq!(expression.notation(length, name).as_ref(), Some(&whole));
            assert_eq!(expression.notation(length - 1, name), None);
            Ok(whole)
        };
        for (text, expected) in [
            ("energy-intensity * (1 - share / 100)", "E*(1-S/100)"),
            ("((share + b2)) + 1", "S+B+1"),
            ("share - (b2 - 1)", "S-(B-1)"),
            ("share / (b2 * 0.5)", "S/(B*0.5)"),
            ("share + (b2 + 1)", "S+(B+1)"),
            ("-share * -(b2 + 1.5)", "(-S)*(-(B+1.5))"),
        ] {
            assert_eq!(notation(text).as_deref(), Ok(expected), "{text}");
        }
    }
}
