//! A lever's yearly figures as parameters of a program.

use crate::model::{ParameterId, ParameterKind, Program, even_rates};
use crate::plan::{Change, Plan};
use crate::scenario::{Rates, Scenario};

/// The program with a lever's yearly figures as free parameters, and their present values: output growth if the lever
/// is set by it (of the industry if that is adjusted), otherwise rates.
pub(super) fn turning(plan: &Plan, scenario: &Scenario, parameter: ParameterId) -> (Program, Vec<[f64; 1]>) {
    let lever = parameter.indicator;
    let (kind, figures) = match (scenario.rates.get(lever), parameter.kind) {
        (Some(Rates::OutputGrowth { all, .. }), ParameterKind::Denominator) => {
            (ParameterKind::Denominator, all.clone())
        }
        (Some(Rates::OutputGrowth { top, .. }), _) => (ParameterKind::Numerator, top.clone()),
        (Some(Rates::Yearly(rates)), _) => (ParameterKind::Rate, rates.clone()),
        (Some(Rates::Constant(rate)), _) => (ParameterKind::Rate, vec![*rate; plan.steps()]),
        (None, _) => {
            let even = even_rates(plan, scenario, lever);
            (
                ParameterKind::Rate,
                even.unwrap_or_else(|| vec![0.0; plan.steps()]),
            )
        }
    };
    let each = (1..=plan.steps()).map(|step| ParameterId::new(lever, kind).in_step(step));
    let program = Program::compile(plan, scenario, &each.collect::<Vec<_>>());
    (program, figures.into_iter().map(|figure| [figure]).collect())
}

/// Output growth of the largest firms that changes a ratio by the given points a year from the year `first` on.
pub(super) fn turn_points(first: usize, level: f64, all: &[f64], points: &[f64], top: &mut [[f64; 1]]) {
    let mut level = level;
    for step in first..=top.len() {
        let next = level + points[step - 1];
        top[step - 1] = [Change::outgrowth(level, next, all[step - 1])];
        level = next;
    }
}
