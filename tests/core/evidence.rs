//! What values and judgements rest on: nothing is claimed that was not entered.

use std::sync::Arc;

use planpath::model::{Assessment, Basis, Evaluation, Origin, RemainingBasis, Status, project};
use planpath::plan::Plan;
use planpath::scenario::{Actual, ActualEntry, Rates, Scenario, Spread, Uncertainty, Years};
use planpath::text::LocalizedText;

use crate::examples::example;

fn bare() -> (Arc<Plan>, Scenario) {
    let (plan, _) = example("mid-term-2013");
    (plan, Scenario::default())
}

fn enter(plan: &Plan, scenario: &mut Scenario, id: &str, year: i32, change: f64) {
    let ix = plan.find(id).unwrap();
    let mut entries = scenario.actuals.get(ix).cloned().unwrap_or_default();
    entries.push(ActualEntry {
        year,
        figure: Actual::CumulativeChange(change),
    });
    scenario.actuals.set(ix, entries);
}

fn state(plan: &Plan, scenario: &mut Scenario, id: &str, rate: f64) {
    scenario.rates.set(plan.find(id).unwrap(), Rates::Constant(rate));
}

fn judged(plan: &Plan, scenario: &Scenario, id: &str) -> Assessment {
    let ix = plan.find_target(id).unwrap();
    Evaluation::new(plan, scenario).assessment(ix).unwrap().clone()
}

fn origins(plan: &Plan, scenario: &Scenario, id: &str) -> Vec<Origin> {
    project(plan, scenario).origins(plan.find(id).unwrap()).to_vec()
}

/// Basis, last year with data, and what the years after it rest on.
fn evidence(plan: &Plan, scenario: &Scenario, id: &str) -> (Basis, Option<i32>, Option<RemainingBasis>) {
    let found = judged(plan, scenario, id);
    (found.basis, found.last_actual, found.rest)
}

#[test]
fn origins_of_the_mid_term_follow_from_what_was_entered() {
    use Origin::{Assumed, Base, Implied, Interpolated, PartlyAssumed};
    let (plan, scenario) = example("mid-term-2013");
    // Value added has 2011–13, energy intensity 2011 and 2013, water intensity 2013, the carbon factor nothing.
    for (id, expected) in [
        (
            "energy-use",
            [Base, Implied, Interpolated, Implied, Assumed, Assumed],
        ),
        (
            "water-use",
            [Base, Interpolated, Interpolated, Implied, Assumed, Assumed],
        ),
        (
            "co2-intensity",
            [
                Base,
                PartlyAssumed,
                PartlyAssumed,
                PartlyAssumed,
                Assumed,
                Assumed,
            ],
        ),
        (
            "carbon-factor",
            [Base, Assumed, Assumed, Assumed, Assumed, Assumed],
        ),
        ("erp", [Base, Assumed, Assumed, Assumed, Assumed, Assumed]),
    ] {
        assert_eq!(origins(&plan, &scenario, id), expected, "{id}");
    }
}

#[test]
fn a_stated_rate_is_projected_and_what_follows_from_it_and_an_assumption_is_partly_assumed() {
    let (plan, mut scenario) = example("mid-term-2013");
    state(&plan, &mut scenario, "energy-intensity", 4.0);
    let energy = origins(&plan, &scenario, "energy-intensity");
    assert_eq!(
        energy[3..],
        [Origin::Actual, Origin::Projected, Origin::Projected]
    );
    let co2 = origins(&plan, &scenario, "co2-intensity");
    assert_eq!(co2[4..], [Origin::PartlyAssumed; 2]);
    // With the carbon factor stated as well, nothing is assumed.
    state(&plan, &mut scenario, "carbon-factor", 0.5);
    let co2 = origins(&plan, &scenario, "co2-intensity");
    assert_eq!(co2[1..], [Origin::Projected; 5], "as weak as the weakest input");
}

#[test]
fn a_rate_is_actual_only_where_both_its_ends_are() {
    let (plan, scenario) = example("mid-term-2013");
    let projection = project(&plan, &scenario);
    let energy = plan.find("energy-intensity").unwrap();
    assert_eq!(projection.change_origin(energy, 1), Some(Origin::Actual));
    for step in [2, 3] {
        assert_ne!(
            projection.change_origin(energy, step),
            Some(Origin::Actual),
            "2012 is interpolated"
        );
    }
}

#[test]
fn one_actual_does_not_decide_the_years_that_are_open() {
    let (plan, mut scenario) = bare();
    enter(&plan, &mut scenario, "energy-intensity", 2011, -5.0);
    let found = judged(&plan, &scenario, "energy-intensity");
    // 95 · 0.79^(4/5) is a fall of 21.3 %, which is met only if 2012–15 keep the plan's pace.
    let fall = 100.0 - 95.0 * libm::pow(0.79, 0.8);
    assert!((found.projected.unwrap() - fall).abs() < 1e-9);
    assert_eq!(found.status, Status::Met);
    assert_eq!(found.basis, Basis::Actual);
    assert_eq!(
        (found.last_actual, found.rest),
        (Some(2011), Some(RemainingBasis::Assumed))
    );
    assert!(!found.is_decided());
    state(&plan, &mut scenario, "energy-intensity", 4.0);
    assert_eq!(
        evidence(&plan, &scenario, "energy-intensity"),
        (Basis::Actual, Some(2011), Some(RemainingBasis::Scenario))
    );
    enter(&plan, &mut scenario, "energy-intensity", 2015, -22.0);
    assert_eq!(
        evidence(&plan, &scenario, "energy-intensity"),
        (Basis::Actual, Some(2015), None),
        "there are data for the due year"
    );
    assert!(judged(&plan, &scenario, "energy-intensity").is_decided());
}

#[test]
fn what_is_no_evidence_leaves_a_target_assumed() {
    let (plan, mut scenario) = bare();
    let energy = plan.find("energy-intensity").unwrap();
    let assumed = (Basis::Assumed, None, Some(RemainingBasis::Assumed));
    assert_eq!(evidence(&plan, &scenario, "energy-intensity"), assumed);
    scenario.bases.set(energy, 1.5);
    scenario
        .notes
        .set(energy, LocalizedText::Plain("Why this path.".to_owned()));
    scenario.uncertainty.set(
        energy,
        Uncertainty {
            spread: Spread::Normal { sd: 1.0 },
            years: Years::SameDraw,
        },
    );
    assert_eq!(
        evidence(&plan, &scenario, "energy-intensity"),
        assumed,
        "a base, a note and a spread"
    );
    // Figures for years before the base year are context.
    enter(&plan, &mut scenario, "energy-intensity", 2009, 3.0);
    assert_eq!(evidence(&plan, &scenario, "energy-intensity"), assumed);
    state(&plan, &mut scenario, "energy-intensity", 4.0);
    assert_eq!(
        evidence(&plan, &scenario, "energy-intensity"),
        (Basis::Scenario, None, Some(RemainingBasis::Scenario))
    );
    // Without a base value nothing can be said.
    assert_eq!(judged(&plan, &scenario, "erp").basis, Basis::None);
}

#[test]
fn a_derived_target_rests_on_the_levers_behind_it() {
    let (plan, mut scenario) = bare();
    let factor = plan.find("carbon-factor").unwrap();
    assert_eq!(judged(&plan, &scenario, "co2-intensity").basis, Basis::Assumed);
    enter(&plan, &mut scenario, "energy-intensity", 2013, -15.1);
    let found = judged(&plan, &scenario, "co2-intensity");
    assert_eq!(found.basis, Basis::PartlyAssumed);
    assert_eq!(found.assumed, [factor]);
    assert_eq!(found.last_actual, Some(2013));
    // Partly actuals, partly stated rates.
    state(&plan, &mut scenario, "carbon-factor", 0.5);
    let found = judged(&plan, &scenario, "co2-intensity");
    assert_eq!((found.basis, found.assumed), (Basis::Scenario, Vec::new()));
    assert_eq!(
        found.rest,
        Some(RemainingBasis::Assumed),
        "energy of 2014–15 is assumed"
    );
    // All levers have actuals; the earliest of their last years counts.
    enter(&plan, &mut scenario, "carbon-factor", 2012, -1.0);
    assert_eq!(
        evidence(&plan, &scenario, "co2-intensity"),
        (Basis::Actual, Some(2012), Some(RemainingBasis::Assumed))
    );
}
