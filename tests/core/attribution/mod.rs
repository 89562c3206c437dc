//! Why two scenarios differ: Shapley values computed by hand, what holds for every game, and what is refused.

mod many;
mod properties;
mod refused;

use std::fmt::Write as _;

use planpath::analysis::Outcome;
use planpath::analysis::attribution::{Attribution, AttributionError, PlannedState, Player, attribute};
use planpath::analysis::decomposition::ScenarioState;
use planpath::model::{assess_target, project};
use planpath::plan::{self, IndicatorIx, Plan};
use planpath::scenario::{Actual, ActualEntry, LeverRole, Rates, Scenario};

use crate::closeness::{all_close, close};

/// A plan for 2010–2015 of levers (id, base, dynamics) and identities (id, expression, what else), without targets else.
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
    for (id, identity, more) in identities {
        write!(
            text,
            r#"(id: "{id}", name: "{id}", category: "c", unit: "u", {more} dynamics: Derived("{identity}")),"#
        )
        .unwrap();
    }
    text += "])";
    plan::read_text("p", &text).unwrap_or_else(|failure| panic!("{text}: {failure}"))
}

fn ix(plan: &Plan, id: &str) -> IndicatorIx {
    plan.find(id).unwrap()
}

/// A scenario with these rates of levers in every year.
fn at_rates(plan: &Plan, rates: &[(&str, f64)]) -> Scenario {
    let mut scenario = Scenario::default();
    for (id, rate) in rates {
        scenario.rates.set(ix(plan, id), Rates::Constant(*rate));
    }
    scenario
}

fn between(
    (plan, from): (&Plan, &Scenario),
    (other, to): (&Plan, &Scenario),
    outcome: Outcome,
) -> Result<Attribution, AttributionError> {
    let [before, after] = [project(plan, from), project(other, to)];
    let state = |plan, scenario, projection| PlannedState {
        plan,
        state: ScenarioState { scenario, projection },
    };
    attribute(state(plan, from, &before), state(other, to, &after), outcome, 7)
}

fn found(plan: &Plan, from: &Scenario, to: &Scenario, id: &str, step: usize) -> Attribution {
    let indicator = ix(plan, id);
    between((plan, from), (plan, to), Outcome::Level { indicator, step }).unwrap()
}

fn changes(found: &Attribution) -> Vec<f64> {
    found.effects.iter().map(|effect| effect.change).collect()
}

fn level(plan: &Plan, scenario: &mut Scenario, id: &str, year: i32, level: f64) {
    let entry = ActualEntry {
        year,
        figure: Actual::Level(level),
    };
    scenario.actuals.set(ix(plan, id), vec![entry]);
}

#[test]
fn two_factors_share_what_they_do_together() {
    let plan = plan_of(
        &[("x", "Some(1.0)", "Growth"), ("y", "Some(1.0)", "Growth")],
        &[("xy", "x * y", "")],
    );
    let mut to = Scenario::default();
    level(&plan, &mut to, "x", 2011, 2.0);
    level(&plan, &mut to, "y", 2011, 3.0);
    let found = found(&plan, &Scenario::default(), &to, "xy", 1);
    // x alone adds 1, after y 3; y alone adds 2, after x 4.
    all_close(&changes(&found), &[2.0, 3.0]);
    assert_eq!(found.orders, None);
    assert!(found.effects.iter().all(|effect| effect.error.is_none()));
}

#[test]
fn three_factors_as_computed_elsewhere() {
    let plan = plan_of(
        &[
            ("v", "Some(16.0)", "Growth"),
            ("e", "Some(100.0)", "Decline"),
            ("f", "Some(1.0)", "Decline"),
        ],
        &[("co2", "v * e * f", "")],
    );
    let mut to = at_rates(&plan, &[("v", 8.0)]);
    level(&plan, &mut to, "e", 2015, 79.0);
    level(&plan, &mut to, "f", 2015, 0.99);
    let found = found(&plan, &Scenario::default(), &to, "co2", 5);
    all_close(
        &changes(&found),
        &[668.848_828_809_2, -412.641_469_456_4, -17.548_977_168_4],
    );
    close(found.from, 1600.0);
    assert!(found.residual.abs() < 1e-9 * found.change().abs());
}

#[test]
fn base_values_belong_to_their_levers_and_what_does_not_differ_is_no_player() {
    let plan = plan_of(
        &[
            ("a", "Some(10.0)", "Growth"),
            ("b", "Some(5.0)", "Growth"),
            ("i", "None", "Growth"),
        ],
        &[("sum", "a + 2 * b", ""), ("index", "a * i", "")],
    );
    let from = Scenario::default();
    let mut to = at_rates(&plan, &[("a", 10.0)]);
    to.bases.set(ix(&plan, "a"), 20.0);
    let players = |found: &Attribution| -> Vec<Player> { found.effects.iter().map(|it| it.player).collect() };
    let in_base = self::found(&plan, &from, &to, "sum", 0);
    assert_eq!(players(&in_base), [Player::Lever(ix(&plan, "a"))]);
    all_close(&changes(&in_base), &[10.0]);
    let found = self::found(&plan, &from, &to, "sum", 1);
    all_close(&changes(&found), &[12.0]);
    // An index is counted from its own base: 100 → 110.
    let found = self::found(&plan, &from, &to, "index", 1);
    all_close(&changes(&found), &[10.0]);
    let none = self::found(&plan, &from, &from, "sum", 5);
    assert!(none.effects.is_empty() && none.change().abs() <= 0.0 && none.residual.abs() <= 0.0);
}

#[test]
fn entered_values_of_derived_indicators_are_players() {
    let plan = plan_of(
        &[("a", "Some(2.0)", "Growth"), ("b", "Some(5.0)", "Growth")],
        &[
            ("d", "a * b", ""),
            ("p", "a * b", "scale: Points,"),
            ("e", "d / a", ""),
        ],
    );
    let from = Scenario::default();
    let mut to = Scenario::default();
    level(&plan, &mut to, "a", 2011, 4.0);
    level(&plan, &mut to, "d", 2011, 30.0);
    level(&plan, &mut to, "p", 2011, 23.0);
    // k = 30 / 20: a alone adds 10, after k 15; k alone adds 5, after a 10.
    let found = self::found(&plan, &from, &to, "d", 1);
    assert_eq!(found.effects[1].player, Player::Discrepancy(ix(&plan, "d")));
    all_close(&changes(&found), &[12.5, 7.5]);
    // In points: 3 in every order.
    all_close(&changes(&self::found(&plan, &from, &to, "p", 1)), &[10.0, 3.0]);
    // d / a = k b, whatever a is.
    all_close(&changes(&self::found(&plan, &from, &to, "e", 1)), &[0.0, 2.5]);
}

#[test]
fn figures_of_targets_are_attributed_in_their_own_terms() {
    let plan = plan_of(
        &[("a", "Some(10.0)", "Growth"), ("b", "Some(5.0)", "Decline")],
        &[(
            "ab",
            "a * b",
            r#"targets: [(form: CumulativeGrowth(9.0), comparator: AtLeast, wording: ""),
               (form: AverageGrowth(1.0), comparator: AtLeast, wording: "", due: EachYear)],"#,
        )],
    );
    let from = at_rates(&plan, &[("a", 4.0), ("b", 1.0)]);
    let to = at_rates(&plan, &[("a", 6.0), ("b", 2.0)]);
    for (target, ..) in plan.targets() {
        let found = between((&plan, &from), (&plan, &to), Outcome::Target(target)).unwrap();
        let figure = |scenario: &Scenario| {
            let assessment = assess_target(&plan, scenario, &project(&plan, scenario), target);
            assessment.projected.unwrap()
        };
        close(found.from, figure(&from));
        close(found.to, figure(&to));
        close(changes(&found).iter().sum(), found.change());
    }
    let growth = |a: f64, b: f64| 100.0 * ((1.0 + a / 100.0) * (1.0 - b / 100.0)).powi(5) - 100.0;
    let of_a = (growth(6.0, 1.0) - growth(4.0, 1.0) + growth(6.0, 2.0) - growth(4.0, 2.0)) / 2.0;
    let target = plan.targets().next().unwrap().0;
    let found = between((&plan, &from), (&plan, &to), Outcome::Target(target)).unwrap();
    close(changes(&found)[0], of_a);
}

#[test]
fn policy_and_assumptions_are_summed_apart() {
    let plan = plan_of(
        &[("x", "Some(1.0)", "Growth"), ("y", "Some(1.0)", "Growth")],
        &[("xy", "x * y", "")],
    );
    let mut to = Scenario::default();
    level(&plan, &mut to, "x", 2011, 2.0);
    level(&plan, &mut to, "y", 2011, 3.0);
    to.roles.set(ix(&plan, "y"), LeverRole::Assumption);
    let found = found(&plan, &Scenario::default(), &to, "xy", 1);
    close(found.sum(LeverRole::Policy), 2.0);
    close(found.sum(LeverRole::Assumption), 3.0);
}
