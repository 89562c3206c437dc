//! Formulas of derived indicators.

use planpath::plan::{self, Expression, ExpressionFault, IndicatorIx};
use planpath::scenario::Scenario;
use planpath::text::Language;

use super::super::Outcome;
use super::super::oracle::{follows, located, must};
use super::{PlotObstacles, plan_with_formula};

/// Values for inputs, lane by lane.
const VALUES: [[f64; 4]; 4] = [
    [3.0, 1e308, 0.0, -1.0],
    [5.0, 1e-308, 0.0, -0.5],
    [7.0, -1e308, 0.0, f64::INFINITY],
    [11.0, 1e300, 0.0, 100.0],
];

pub fn expression(
    ground: &PlotObstacles,
    input: &[u8],
    language: Language,
    thorough: bool,
) -> Result<Outcome, String> {
    let text = String::from_utf8_lossy(input).into_owned();
    let mut outcome = Outcome::default();
    let find = |id: &str| ground.levers.find(id);
    let parsed = Expression::parse(&text, find);
    match &parsed {
        Err(fault) => {
            let (name, found) = match fault {
                ExpressionFault::Unexpected(found) => ("unexpected", found.as_str()),
                ExpressionFault::UnexpectedEnd => ("end", ""),
                ExpressionFault::Unclosed => ("unclosed", ""),
                ExpressionFault::UnknownId(id) => ("unknown", id.as_str()),
                ExpressionFault::TooDeep => ("deep", ""),
            };
            outcome.marks.push(name);
            must(text.contains(found), || {
                format!("a fault that is not in the formula: {found:?}")
            })?;
        }
        Ok(expression) => {
            outcome.accepted = true;
            sound(expression, find)?;
        }
    }
    if thorough || input.len().is_multiple_of(32) {
        in_a_plan(&text, parsed.is_ok(), language, thorough, &mut outcome.marks)?;
    }
    Ok(outcome)
}

fn sound(expression: &Expression, find: impl Fn(&str) -> Option<IndicatorIx>) -> Result<(), String> {
    let lanes = expression.evaluate_lanes(|ix| VALUES[ix.position()]);
    for (lane, value) in lanes.iter().enumerate() {
        let alone = expression.evaluate(|ix| VALUES[ix.position()][lane]);
        let is_same = alone.to_bits() == value.to_bits() || (alone.is_nan() && value.is_nan());
        must(is_same, || format!("{alone} by itself is {value} among others"))?;
    }
    let _ = expression.scales_with(|ix| ix.position() == 0);
    // Written out for people and spreadsheets, it means the same. With spaces, because hyphens may be part of an id.
    let names = [" a ", " b ", " c-d ", " e2 "];
    let written = expression.notation(usize::MAX, |ix| names[ix.position()].to_owned());
    let written = written.unwrap_or_default();
    must(!written.contains(char::is_control), || {
        format!("a control character in {written:?}")
    })?;
    let again = match Expression::parse(&spelled(&written), find) {
        Ok(again) => again,
        // A sign of a sign gets parentheses, which count towards the depth like signs.
        Err(ExpressionFault::TooDeep) => return Ok(()),
        Err(fault) => return Err(format!("{written:?} is no formula: {fault:?}")),
    };
    let (one, other) = (
        expression.evaluate(|ix| VALUES[ix.position()][0]),
        again.evaluate(|ix| VALUES[ix.position()][0]),
    );
    must(
        one.to_bits() == other.to_bits() || (one.is_nan() && other.is_nan()),
        || format!("{:?} gives {one}, {written:?} {other}", expression.text()),
    )
}

/// With keyboard characters.
fn spelled(written: &str) -> String {
    written.replace('−', "-").replace(['·', '×'], "*")
}

fn in_a_plan(
    text: &str,
    is_sound: bool,
    language: Language,
    thorough: bool,
    marks: &mut Vec<&'static str>,
) -> Result<(), String> {
    match plan::read_text("fuzzed", &plan_with_formula(text)) {
        Err(failure) => located(&failure, language, marks),
        Ok(plan) => {
            must(is_sound, || {
                format!("{text:?} is refused by itself and taken in a plan")
            })?;
            follows(&plan, &Scenario::default(), language, thorough, marks)
        }
    }
}
