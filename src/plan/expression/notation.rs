//! Expressions written out for people and spreadsheets.

use super::{Expression, Op};
use crate::plan::IndicatorIx;

impl Expression {
    /// The expression in the usual notation, with each input as `name` writes it and no parentheses but those that
    /// keep the order of evaluation: spreadsheets understand it.
    #[must_use]
    pub fn notation(&self, name: impl Fn(IndicatorIx) -> String) -> String {
        // Per pending value, its text and how tightly it holds together: 1 a sum, 2 a product, 3 a single value.
        let mut stack: Vec<(String, u8)> = Vec::new();
        for op in &self.code {
            let (sign, binds) = match op {
                Op::Number(number) => {
                    stack.push((number.to_string(), 3));
                    continue;
                }
                Op::Value(ix) => {
                    stack.push((name(*ix), 3));
                    continue;
                }
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
            let left = enclosed(stack.pop().unwrap_or_default(), binds);
            stack.push((format!("{left}{sign}{right}"), binds));
        }
        stack.pop().unwrap_or_default().0
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
            Ok(expression.notation(|ix| ["E", "S", "B"][ix.0].to_owned()))
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
