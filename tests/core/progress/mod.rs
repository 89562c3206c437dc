//! The progress ledger and required rates, each expected figure derived here and not taken from the program.

mod ledgers;
mod required;
mod years;

use std::path::Path;

use planpath::analysis::{RateRule, remaining};
use planpath::model::{
    Change, Ledger, Origin, Required, Standing, Status, assess, ledger, ledgers, plan_path, project,
    required_rate, stated_in,
};
use planpath::plan::{self, Plan};
use planpath::scenario::{Actual, ActualEntry, EXAMPLES, Rates, Scenario, read_text};

use crate::closeness::close;
use crate::examples::example;

fn ledger_of(plan: &Plan, scenario: &Scenario, id: &str) -> Ledger {
    ledger(plan, &project(plan, scenario), plan.find_target(id).unwrap()).expect(id)
}

fn required(plan: &Plan, scenario: &Scenario, id: &str) -> Required {
    required_rate(plan, &project(plan, scenario), plan.find_target(id).unwrap())
}

fn set_actual(plan: &Plan, scenario: &mut Scenario, id: &str, year: i32, figure: Actual) {
    let entries = vec![ActualEntry { year, figure }];
    scenario.actuals.set(plan.find(id).unwrap(), entries);
}

/// A plan of five years with one indicator.
fn tiny(dynamics: &str, base: &str, target: &str) -> Plan {
    let text = format!(
        r#"(format: 1, id: "tiny", title: "Tiny", base_year: 2010, end_year: 2015, source: "",
            categories: [(id: "c", name: "C")],
            indicators: [(id: "x", name: "X", category: "c", unit: "u", base: {base}, dynamics: {dynamics},
                target: Some(({target}, wording: "")))])"#
    );
    plan::read_text("tiny", &text).unwrap_or_else(|failure| panic!("{failure:?}"))
}

#[track_caller]
fn rate(required: Required) -> f64 {
    match required {
        Required::Rate(rate) => rate,
        other => panic!("{other:?} has no rate"),
    }
}
