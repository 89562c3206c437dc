//! Targets of every form and due year, judged on either scale; each expected figure is derived here.

mod between;
mod due;
mod enough;
mod forms;
mod names;
mod scale;
mod standing;

use std::fmt::Write as _;

use planpath::model::{Assessment, assess_target, project};
use planpath::plan::{self, Plan};
use planpath::scenario::{Actual, ActualEntry, Rates, Scenario};

use crate::closeness::{all_close, close};

/// A plan of 2010–15 with these indicators: id, then the fields that differ.
fn plan(indicators: &[(&str, &str)]) -> Plan {
    let mut text = String::from(
        r#"(format: 2, id: "p", title: "P", base_year: 2010, end_year: 2015, source: "",
        categories: [(id: "c", name: "C")], indicators: ["#,
    );
    for (id, fields) in indicators {
        write!(text, r#"(id: "{id}", name: "{id}", category: "c", {fields}),"#).unwrap();
    }
    text += "])";
    plan::read_text("p", &text).unwrap_or_else(|failure| panic!("{failure}"))
}

fn target(form: &str, more: &str) -> String {
    format!(r#"(form: {form}, wording: "", {more})"#)
}

fn one(fields: &str, form: &str, more: &str) -> Plan {
    plan(&[("x", &format!("{fields}, targets: [{}]", target(form, more)))])
}

fn with_rates(plan: &Plan, id: &str, rates: &[f64]) -> Scenario {
    let mut scenario = Scenario::default();
    let rates = Rates::Yearly(rates.to_vec());
    scenario.rates.set(plan.find(id).unwrap(), rates);
    scenario
}

fn enter(plan: &Plan, scenario: &mut Scenario, id: &str, levels: &[(i32, f64)]) {
    let entry = |&(year, level): &(i32, f64)| ActualEntry {
        year,
        figure: Actual::Level(level),
    };
    scenario
        .actuals
        .set(plan.find(id).unwrap(), levels.iter().map(entry).collect());
}

fn judge(plan: &Plan, scenario: &Scenario, name: &str) -> Assessment {
    let ix = plan.find_target(name).unwrap();
    assess_target(plan, scenario, &project(plan, scenario), ix)
}

fn levels(plan: &Plan, scenario: &Scenario, id: &str) -> Vec<f64> {
    let projection = project(plan, scenario);
    projection.levels(plan.find(id).unwrap()).unwrap().to_vec()
}

/// The judgement if x ends at a level, reached in one leap in the last year.
fn ending_at(plan: &Plan, base: f64, end: f64) -> Assessment {
    let scenario = with_rates(plan, "x", &[0.0, 0.0, 0.0, 0.0, end - base]);
    judge(plan, &scenario, "x")
}

/// 130 by 2013, 200 by 2015.
fn milestones() -> Plan {
    let list = [
        target("Level(130.0)", "comparator: AtLeast, due: In(2013)"),
        target("Level(200.0)", "comparator: AtLeast"),
    ];
    let fields = r#"unit: "t", base: Some(100.0), dynamics: Growth"#;
    plan(&[("x", &format!("{fields}, targets: [{}]", list.join(",")))])
}
