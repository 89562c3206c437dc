//! What differs between scenarios, and what plans have not in common.

use std::sync::Arc;

use planpath::analysis::Outcome;
use planpath::analysis::comparison::{ComparedScenario, Comparison, ComparisonError, compare};
use planpath::model::Evaluation;
use planpath::plan::{self, Plan, built_in};
use planpath::scenario::{EXAMPLES, Rates, Scenario, read_text};

use crate::closeness::close;

/// A plan for these years of levers (id, base) that grow, with one identity.
fn plan_of(levers: &[(&str, f64)], (first, last): (i32, i32)) -> Plan {
    let levers: Vec<String> = levers
        .iter()
        .map(|(id, base)| {
            format!(
                r#"(id: "{id}", name: "{id}", category: "c", unit: "u", base: Some({base:?}), dynamics: Growth,
                targets: [(form: AverageGrowth(5.0), comparator: AtLeast, wording: "")]),"#
            )
        })
        .collect();
    let text = format!(
        r#"(format: 2, id: "p", title: "p", base_year: {first}, end_year: {last}, source: "",
        categories: [(id: "c", name: "c")], indicators: [{}
        (id: "ab", name: "ab", category: "c", unit: "u", dynamics: Derived("a * b"))])"#,
        levers.concat()
    );
    plan::read_text("p", &text).unwrap_or_else(|failure| panic!("{text}: {failure}"))
}

fn at(plan: &Plan, rates: &[(&str, f64)]) -> Scenario {
    let mut scenario = Scenario::default();
    for (id, rate) in rates {
        scenario.rates.set(plan.find(id).unwrap(), Rates::Constant(*rate));
    }
    scenario
}

fn compared(
    all: &[(&Plan, &Scenario)],
    reference: usize,
    by: Option<Outcome>,
) -> Result<Comparison, ComparisonError> {
    let evaluations: Vec<Arc<Evaluation>> = all
        .iter()
        .map(|(plan, scenario)| Evaluation::new(plan, scenario))
        .collect();
    let scenarios: Vec<ComparedScenario<'_>> = all
        .iter()
        .zip(&evaluations)
        .map(|((plan, scenario), evaluation)| ComparedScenario {
            plan,
            scenario,
            evaluation,
        })
        .collect();
    compare(&scenarios, reference, by)
}

fn ids(plan: &Plan, found: &Comparison) -> Vec<String> {
    found
        .levers
        .iter()
        .map(|lever| plan.get(lever.indicator).id.clone())
        .collect()
}

#[test]
fn only_what_differs_is_there_sorted_by_effect() {
    let plan = plan_of(&[("a", 1.0), ("b", 1.0), ("c", 1.0)], (2010, 2015));
    let [own, other] = [at(&plan, &[]), at(&plan, &[("a", 6.0), ("b", 8.0)])];
    let indicator = plan.find("ab").unwrap();
    let by = Some(Outcome::Level { indicator, step: 5 });
    let found = compared(&[(&plan, &own), (&plan, &other)], 0, by).unwrap();
    assert_eq!(ids(&plan, &found), ["b", "a"], "b moves the product more");
    let [a, b] = [1.06_f64, 1.08].map(|growth| growth.powi(5));
    let even = 1.05_f64.powi(5);
    let of_b = (b - even) * (a + even) / 2.0;
    close(found.levers[0].effects[1].unwrap(), of_b);
    assert_eq!(found.levers[0].effects[0], None);
    close(found.levers[0].rates[1][0].unwrap(), 8.0);
    close(found.levers[0].average[0].unwrap(), 5.0);
    assert_eq!(found.levers[0].assumed, [true, false]);
    assert_eq!(found.outcomes.len(), 3);
    close(found.outcomes[2].difference[1].unwrap(), a * b - even * even);
    assert_eq!(found.targets.len(), 2);
    // In the plan's order without a figure to sort by.
    let found = compared(&[(&plan, &own), (&plan, &other)], 0, None).unwrap();
    assert_eq!(ids(&plan, &found), ["a", "b"]);
    assert!(found.attributions.iter().all(Option::is_none));
}

#[test]
fn effects_are_those_of_moving_from_the_reference() {
    let plan = plan_of(&[("a", 1.0), ("b", 1.0)], (2010, 2015));
    let [one, two, three] = [
        at(&plan, &[("a", 2.0)]),
        at(&plan, &[("a", 3.0)]),
        at(&plan, &[("a", 1.0), ("b", 9.0)]),
    ];
    let all = [(&plan, &one), (&plan, &two), (&plan, &three)];
    let indicator = plan.find("ab").unwrap();
    let found = compared(&all, 1, Some(Outcome::Level { indicator, step: 5 })).unwrap();
    for place in [0, 2] {
        let attribution = found.attributions[place].as_ref().unwrap().as_ref().unwrap();
        let sum: f64 = found
            .levers
            .iter()
            .map(|lever| lever.effects[place].unwrap())
            .sum();
        close(sum, attribution.change());
        let outcome = found
            .outcomes
            .iter()
            .find(|outcome| outcome.indicator == indicator)
            .unwrap();
        close(sum, outcome.difference[place].unwrap());
    }
}

#[test]
fn the_same_scenario_twice_has_no_differences() {
    let plan = built_in("industrial-upgrading-2011-2015").unwrap().unwrap();
    for example in EXAMPLES {
        let loaded = read_text(example.id, example.text, std::path::Path::new("")).unwrap();
        let all = [(&*plan, &loaded.scenario), (&*plan, &loaded.scenario)];
        let found = compared(&all, 0, None).unwrap();
        assert!(found.levers.is_empty() && found.outcomes.is_empty() && found.targets.is_empty());
        assert!(found.is_same(1));
    }
}

#[test]
fn other_plans_are_compared_on_what_they_share() {
    let one = plan_of(&[("a", 1.0), ("b", 2.0), ("c", 3.0)], (2010, 2015));
    let other = plan_of(&[("z", 1.0), ("b", 2.0), ("a", 1.0)], (2010, 2014));
    let [own, its] = [at(&one, &[("a", 4.0)]), at(&other, &[("a", 7.0)])];
    let found = compared(&[(&one, &own), (&other, &its)], 0, None).unwrap();
    assert_eq!(found.years, (2010, 2014));
    assert_eq!(ids(&one, &found), ["a"]);
    assert_eq!(found.levers[0].rates[0].len(), 4);
    let not_shared: Vec<(&str, &[usize])> = found
        .not_shared
        .iter()
        .map(|it| (it.id.as_str(), &it.lacking[..]))
        .collect();
    assert_eq!(not_shared, [("c", &[1][..]), ("z", &[0])]);
    assert!(!found.is_same(1));
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let plan = plan_of(&[("a", 1.0), ("b", 2.0)], (2010, 2015));
    let later = plan_of(&[("a", 1.0), ("b", 2.0)], (2015, 2020));
    let scenario = Scenario::default();
    let of = |all: &[(&Plan, &Scenario)], reference| compared(all, reference, None).map(|_| ());
    assert_eq!(of(&[(&plan, &scenario)], 0), Err(ComparisonError::TooFew));
    assert_eq!(of(&[(&plan, &scenario); 2], 2), Err(ComparisonError::TooFew));
    assert_eq!(
        of(&[(&plan, &scenario), (&later, &scenario)], 0),
        Err(ComparisonError::NoYears)
    );
    let text = r#"(format: 2, id: "q", title: "q", base_year: 2010, end_year: 2015, source: "",
        categories: [(id: "c", name: "c")],
        indicators: [(id: "q", name: "q", category: "c", unit: "u", dynamics: Growth)])"#;
    let foreign = plan::read_text("q", text).unwrap();
    assert_eq!(
        of(&[(&plan, &scenario), (&foreign, &scenario)], 0),
        Err(ComparisonError::NoIndicator)
    );
}
