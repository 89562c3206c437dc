//! The implications of plans and scenarios, in sentences. Each expected figure is derived here, not taken from the
//! program.

mod built_in_plan;
mod identities;
mod scenarios;
mod terms;
mod together;

use planpath::analysis::{Stance, implications, implications_while};
use planpath::model::{Status, assess, project};
use planpath::plan::{self, Plan};
use planpath::scenario::{Actual, ActualEntry, EXAMPLES, Rates, Scenario};
use planpath::text::{Language, numbers, say};
use planpath::wording::{self, finding, statement};

use crate::examples::example;

/// One implication, as a reader sees it.
#[derive(Debug)]
struct Said {
    subject: String,
    levers: Vec<String>,
    stance: Stance,
    english: String,
    chinese: String,
}

fn said(plan: &Plan, scenario: &Scenario) -> Vec<Said> {
    let id = |ix| plan.get(ix).id.clone();
    implications(plan, scenario, &project(plan, scenario))
        .iter()
        .map(|implication| Said {
            subject: id(implication.subject),
            levers: implication.levers.iter().map(|ix| id(*ix)).collect(),
            stance: implication.stance,
            english: statement(plan, implication, Language::English).say(Language::English),
            chinese: statement(plan, implication, Language::Chinese).say(Language::Chinese),
        })
        .collect()
}

fn said_of(example_id: &str) -> Vec<Said> {
    let (plan, scenario) = example(example_id);
    said(&plan, &scenario)
}

#[track_caller]
fn about<'s>(said: &'s [Said], subject: &str) -> &'s Said {
    let mut found = said.iter().filter(|said| said.subject == subject);
    let first = found.next().unwrap_or_else(|| panic!("nothing about {subject}"));
    assert!(found.next().is_none(), "{subject} has two statements");
    first
}

/// The annual growth in percent that gives `factor` over `years`.
fn annual(factor: f64, years: f64) -> f64 {
    (factor.powf(1.0 / years) - 1.0) * 100.0
}

/// A rate rounded up to this many decimals: typing it is enough.
fn enough(rate: f64, decimals: i32) -> f64 {
    let unit = 10_f64.powi(decimals);
    (rate * unit).ceil() / unit
}

/// The same as displayed.
fn shown(rate: f64) -> String {
    numbers::decimal(enough(rate, 2), 2)
}

/// A rate as written in sentences.
fn a_year(rate: f64) -> String {
    let direction = if rate > 0.0 { "rise" } else { "fall" };
    format!("{direction} {} % a year", numbers::decimal(rate.abs(), 2))
}

fn a_year_in_chinese(rate: f64) -> String {
    let direction = if rate > 0.0 { "增长" } else { "下降" };
    format!("年均{direction}{}%", numbers::decimal(rate.abs(), 2))
}

// User-supplied plans.

/// Two years. The area grows by 10 % a year as promised; no yield is promised.
fn farm(more: &str) -> Plan {
    farm_of(1, more)
}

/// The same in a given format; lists of targets need format 2.
fn farm_of(format: u8, more: &str) -> Plan {
    let text = format!(
        r#"(format: {format}, id: "farm", title: "Farm", base_year: 2020, end_year: 2022, source: "",
            categories: [(id: "c", name: "C")],
            indicators: [
                (id: "area", name: "Area", category: "c", unit: "ha", base: Some(100.0), dynamics: Growth,
                    target: Some((form: AverageGrowth(10.0), comparator: AtLeast, wording: ""))),
                (id: "yield", name: (zh: "单产", en: "Yield"), category: "c", unit: "t/ha", base: Some(2.0),
                    dynamics: Growth),
                (id: "harvest", name: (zh: "产量", en: "Harvest"), category: "c", unit: "t",
                    dynamics: Derived("area * yield")),
                {more}
            ])"#
    );
    plan::read_text("farm", &text).unwrap_or_else(|failure| panic!("{failure:?}"))
}

fn one(name: &str, unit: &str, dynamics: &str, rest: &str) -> String {
    let id = name.to_lowercase();
    format!(r#"(id: "{id}", name: "{name}", category: "c", unit: "{unit}", dynamics: {dynamics}, {rest}),"#)
}

fn level_target(comparator: &str, level: f64) -> String {
    format!(r#"target: Some((form: Level({level:?}), comparator: {comparator}, wording: ""))"#)
}
