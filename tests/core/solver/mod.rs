//! Goal-seek: solved rates derived here, and the promise that applying one reaches the target.

mod all_targets;
mod answers;
mod out_of_reach;
mod promise;
mod ways;

use std::cell::Cell;
use std::path::Path;

use planpath::analysis::solver::{
    Answer, Request, SolveMode, StopReason, TargetOutcome, Unsolvable, default_parameter, parameters,
    reach_all, reach_all_while, solve, solve_while,
};
use planpath::model::{ParameterId, ParameterKind, Status, assess, project};
use planpath::plan::{self, IndicatorIx, Plan, TargetIx};
use planpath::scenario::{Actual, ActualEntry, EXAMPLES, Rates, Scenario, read_text};
use planpath::text::Language;
use planpath::wording::remark_in_words;
use proptest::prelude::*;

use crate::closeness::close;
use crate::examples::example;

const CONSTANT: SolveMode = SolveMode::Constant { from: None };

const ONE_YEAR: SolveMode = SolveMode::OneYear { year: None };

const SCALE: SolveMode = SolveMode::Scale { from: None };

/// A plan of five years: a, g and k grow, d and u decline, p and q have points, c is a concentration ratio, f has no
/// target, the others follow.
fn plan() -> Plan {
    let target = |form: &str, comparator: &str| {
        format!(r#"target: Some((form: {form}, comparator: {comparator}, wording: ""))"#)
    };
    let text = format!(
        r#"(format: 1, id: "p", title: "P", base_year: 2010, end_year: 2015, source: "",
            categories: [(id: "c", name: "C")],
            indicators: [
                (id: "a", name: "A", category: "c", unit: "u", base: Some(16.0), dynamics: Growth, {}),
                (id: "g", name: "G", category: "c", unit: "u", base: Some(50.0), dynamics: Growth, {}),
                (id: "k", name: "K", category: "c", unit: "u", base: Some(50.0), dynamics: Growth, {}),
                (id: "d", name: "D", category: "c", unit: "u", base: None, dynamics: Decline, {}),
                (id: "u", name: "U", category: "c", unit: "u", base: Some(615.0), dynamics: Decline, {}),
                (id: "p", name: "P", category: "c", unit: "%", base: Some(7.0), dynamics: Additive, {}),
                (id: "q", name: "Q", category: "c", unit: "u", base: None, dynamics: Additive, {}),
                (id: "c", name: "C", category: "c", unit: "%", base: Some(48.6), dynamics: Concentration, {}),
                (id: "f", name: "F", category: "c", unit: "u", base: None, dynamics: Decline),
                (id: "product", name: "DF", category: "c", unit: "u", base: None, dynamics: Derived("d * f"), {}),
                (id: "rest", name: "R", category: "c", unit: "u", base: None,
                    dynamics: Derived("a * (1 - p / 100)"), {}),
                (id: "output", name: "O", category: "c", unit: "u", base: None, dynamics: Derived("g / d"), {}),
                (id: "double", name: "W", category: "c", unit: "u", base: None, dynamics: Derived("2 * p"), {}),
            ])"#,
        target("AverageGrowth(8.0)", "AtLeast"),
        target("Level(70.0)", "AtLeast"),
        target("Change(15.0)", "AtLeast"),
        target("CumulativeDecline(21.0)", "AtLeast"),
        target("Level(590.0)", "AtMost"),
        target("Level(15.0)", "AtLeast"),
        target("Change(2.0)", "AtLeast"),
        target("Level(60.0)", "MoreThan"),
        target("CumulativeDecline(25.0)", "MoreThan"),
        target("Level(20.0)", "AtLeast"),
        target("AverageGrowth(12.0)", "AtLeast"),
        target("Change(12.0)", "AtLeast"),
    );
    plan::read_text("p", &text).unwrap_or_else(|failure| panic!("{failure:?}"))
}

fn ix(plan: &Plan, id: &str) -> IndicatorIx {
    plan.find(id).unwrap()
}

fn ask(plan: &Plan, target: &str, lever: &str, part: ParameterKind, way: SolveMode) -> Request {
    Request {
        target: plan.find_target(target).unwrap(),
        parameter: ParameterId::new(ix(plan, lever), part),
        way,
    }
}

fn own(plan: &Plan, scenario: &Scenario, id: &str, way: SolveMode) -> Answer {
    let request = ask(plan, id, id, ParameterKind::Rate, way);
    solve(plan, scenario, request).unwrap_or_else(|why| panic!("{id}: {why:?}"))
}

fn actual(plan: &Plan, scenario: &mut Scenario, id: &str, figures: &[(i32, Actual)]) {
    let entries = figures.iter().map(|&(year, figure)| ActualEntry { year, figure });
    scenario.actuals.set(ix(plan, id), entries.collect());
}

/// The level that applying an answer leads to.
fn applied(plan: &Plan, scenario: &Scenario, answer: &Answer) -> f64 {
    let mut scenario = scenario.clone();
    scenario
        .rates
        .set(answer.request.parameter.indicator, answer.rates.clone());
    let projection = project(plan, &scenario);
    assert!(projection.violations().is_empty());
    projection.levels(answer.request.target.indicator).unwrap()[plan.steps()]
}

/// A plan of five years with these indicators.
fn of_indicators(indicators: &str) -> Plan {
    let text = format!(
        r#"(format: 2, id: "p", title: "P", base_year: 2010, end_year: 2015, source: "",
            categories: [(id: "c", name: "C")], indicators: [{indicators}])"#
    );
    plan::read_text("p", &text).unwrap_or_else(|failure| panic!("{failure:?}"))
}
