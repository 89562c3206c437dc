//! What moved a derived indicator: figures computed by hand and elsewhere, limits, refusals, and what holds for every plan.

mod limits;
mod properties;
mod reference;
mod structure;

use std::fmt::Write as _;

use planpath::analysis::decomposition::{
    Decomposition, DecompositionError, DecompositionFactor, ScenarioState, decompose, decompose_difference,
};
use planpath::model::{Projection, project};
use planpath::plan::{self, IndicatorIx, Plan};
use planpath::scenario::{Actual, ActualEntry, Scenario};

/// A plan for 2010–2015 of levers (id, base, dynamics) and identities (id, expression, scale), without targets.
fn plan_of(levers: &[(&str, &str, &str)], identities: &[(&str, &str, &str)]) -> Plan {
    let mut text = String::from(
        r#"(format: 2, id: "p", title: "p", base_year: 2010, end_year: 2015, source: "",
        categories: [(id: "c", name: "c")], indicators: ["#,
    );
    for (id, base, dynamics) in levers {
        write!(
            text,
            r#"(id: "{id}", name: "{id}", category: "c", unit: "u", base: {base}, dynamics: {dynamics}),"#
        )
        .unwrap();
    }
    for (id, identity, scale) in identities {
        write!(
            text,
            r#"(id: "{id}", name: "{id}", category: "c", unit: "u", scale: {scale}, dynamics: Derived("{identity}")),"#
        )
        .unwrap();
    }
    text += "])";
    plan::read_text("p", &text).unwrap_or_else(|failure| panic!("{text}: {failure}"))
}

fn ix(plan: &Plan, id: &str) -> IndicatorIx {
    plan.find(id).unwrap()
}

/// A scenario in which these indicators have these levels in these years.
fn entered(plan: &Plan, figures: &[(&str, i32, f64)]) -> Scenario {
    let mut scenario = Scenario::default();
    for (id, year, level) in figures {
        let mut entries = scenario.actuals.get(ix(plan, id)).cloned().unwrap_or_default();
        entries.push(ActualEntry {
            year: *year,
            figure: Actual::Level(*level),
        });
        scenario.actuals.set(ix(plan, id), entries);
    }
    scenario
}

struct Case<'a> {
    plan: &'a Plan,
    scenario: &'a Scenario,
    projection: Projection,
}

impl<'a> Case<'a> {
    fn new(plan: &'a Plan, scenario: &'a Scenario) -> Self {
        let projection = project(plan, scenario);
        Self {
            plan,
            scenario,
            projection,
        }
    }

    fn state(&self) -> ScenarioState<'_> {
        ScenarioState {
            scenario: self.scenario,
            projection: &self.projection,
        }
    }

    fn decompose(
        &self,
        id: &str,
        years: (i32, i32),
        is_chained: bool,
    ) -> Result<Decomposition, DecompositionError> {
        decompose(self.plan, self.state(), ix(self.plan, id), years, is_chained)
    }

    fn against(&self, other: &Case<'_>, id: &str, year: i32) -> Result<Decomposition, DecompositionError> {
        decompose_difference(self.plan, other.state(), self.state(), ix(self.plan, id), year)
    }
}

fn changes(found: &Decomposition) -> Vec<f64> {
    found.effects.iter().map(|effect| effect.change).collect()
}

/// Factors by the ids in them, discrepancies with a k before.
fn names(plan: &Plan, found: &Decomposition) -> Vec<String> {
    let name = |factor: &DecompositionFactor| match factor {
        DecompositionFactor::Lever(ix) => plan.get(*ix).id.clone(),
        DecompositionFactor::Sum(sum) => sum.text().to_owned(),
        DecompositionFactor::Discrepancy(ix) => format!("k {}", plan.get(*ix).id),
    };
    found.effects.iter().map(|effect| name(&effect.factor)).collect()
}
