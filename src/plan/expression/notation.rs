//! Expressions written out for people and spreadsheets.

use std::collections::BTreeSet;

use super::{Expression, Op};
use crate::plan::IndicatorIx;

impl Expression {
    /// The indicators it uses, each once, in the order in which they first occur.
    #[must_use]
    pub fn distinct_inputs(&self) -> Vec<IndicatorIx> {
        let mut seen = BTreeSet::new();
        self.inputs().filter(|input| seen.insert(*input)).collect()
    }

    /// The expression in the usual notation, with each input as `name` writes it and no parentheses but those that
    /// keep the order of evaluation: spreadsheets understand it. Nothing where its names and numbers alone have more than
    /// `longest` bytes, which nobody could use.
    #[must_use]
    pub fn notation(&self, longest: usize, name: impl Fn(IndicatorIx) -> String) -> Option<String> {
        // Per pending value, its text and how tightly it holds together: 1 a sum, 2 a product, 3 a single value.
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
            // What is on the left goes on: a sum of many would be written anew with each of them.
            let mut text = enclosed(stack.pop().unwrap_or_default(), binds);
            text.push(sign);
            text.push_str(&right);
            stack.push((text, binds));
        }
        stack.pop().map(|(text, _)| text)
    }
}

/// A part of an expression, in parentheses where it holds together less tightly than its place asks for.
fn enclosed((text, binds): (String, u8), needed: u8) -> String {
    if binds < needed { format!("({text})") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::ExpressionFault;

    #[test]
    fn the_notation_keeps_the_order_of_evaluation() {
        let ids = ["energy-intensity", "share", "b2"];
        let notation = |text: &str| -> Result<String, ExpressionFault> {
            let resolve = |id: &str| ids.iter().position(|known| *known == id).map(IndicatorIx);
            let expression = Expression::parse(text, resolve)?;
            let name = |ix: IndicatorIx| ["E", "S", "B"][ix.0].to_owned();
            // Longer than the limit, and as long as it.
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
