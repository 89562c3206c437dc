//! Required rates.

use super::*;

#[test]
fn a_derived_target_asks_for_a_decline_of_its_own_level() {
    let (plan, scenario) = example("plan-on-schedule");
    let co2 = ledger_of(&plan, &scenario, "co2-intensity");
    assert_eq!(co2.change, Change::Decline);
    close(rate(co2.required), (1.0 - 0.79_f64.powf(0.2)) * 100.0);
    // It has an actual wherever all its levers have one.
    let (plan, mut scenario) = example("mid-term-2013");
    set_actual(
        &plan,
        &mut scenario,
        "carbon-factor",
        2013,
        Actual::CumulativeChange(-1.0),
    );
    let co2 = ledger_of(&plan, &scenario, "co2-intensity");
    assert_eq!(co2.last_actual, 3);
    close(co2.years[3].level, 84.9 * 0.99);
    close(
        rate(co2.required),
        (1.0 - (79.0_f64 / (84.9 * 0.99)).sqrt()) * 100.0,
    );
}

#[test]
fn the_required_rate_meets_the_target_exactly() {
    for (id, expected_rates) in [("plan-on-schedule", 23), ("mid-term-2013", 23)] {
        let (plan, mut scenario) = example(id);
        let projection = project(&plan, &scenario);
        let mut set = 0;
        for (ix, indicator, _) in plan.targets().filter(|(_, indicator, _)| indicator.is_lever()) {
            let required = required_rate(&plan, &projection, ix);
            let Required::Rate(rate) = required else {
                panic!("{}: {required:?}", indicator.id)
            };
            scenario.rates.set(ix.indicator, Rates::Constant(rate));
            set += 1;
        }
        assert_eq!(set, expected_rates, "{id}");
        let projection = project(&plan, &scenario);
        for assessment in assess(&plan, &scenario, &projection) {
            let indicator = plan.get(assessment.indicator());
            if indicator.is_lever() {
                close(assessment.progress.unwrap(), 1.0);
                close(assessment.projected.unwrap(), assessment.figure);
            }
        }
    }
}

#[test]
fn conventions_follow_levers_and_targets() {
    for (dynamics, target, convention) in [
        ("Growth", "form: Level(20.0), comparator: AtLeast", Change::Growth),
        ("Growth", "form: Change(2.0), comparator: AtLeast", Change::Growth),
        ("Decline", "form: Level(5.0), comparator: AtMost", Change::Decline),
        (
            "Additive",
            "form: Change(2.0), comparator: AtLeast",
            Change::Points,
        ),
        (
            "Concentration",
            "form: Level(20.0), comparator: AtLeast",
            Change::Points,
        ),
    ] {
        let plan = tiny(dynamics, "Some(10.0)", target);
        assert_eq!(
            stated_in(&plan.indicators[0], plan.indicators[0].targets.first()),
            convention,
            "{dynamics}"
        );
    }
}

#[test]
fn a_target_in_points_of_a_growing_level_takes_a_growth_rate() {
    let plan = tiny("Growth", "Some(10.0)", "form: Change(2.0), comparator: AtLeast");
    let mut scenario = Scenario::default();
    set_actual(&plan, &mut scenario, "x", 2011, Actual::Level(9.0));
    // 9 → 12 in four years.
    close(
        rate(required(&plan, &scenario, "x")),
        ((12.0_f64 / 9.0).powf(0.25) - 1.0) * 100.0,
    );
    // Progress in points: minus one of two.
    close(ledger_of(&plan, &scenario, "x").years[1].progress, -0.5);
}

#[test]
fn what_has_no_target_or_no_base_has_no_required_rate() {
    let (plan, scenario) = example("plan-on-schedule");
    for id in ["carbon-factor", "energy-use"] {
        assert_eq!(
            plan.find_target(id),
            Err(Vec::new()),
            "{id} has no target to ask about"
        );
        let carries_on = remaining(
            &plan,
            &scenario,
            &project(&plan, &scenario),
            plan.find(id).unwrap(),
            RateRule::Required,
        );
        assert!(carries_on.is_err(), "{id}");
    }
    let bare = Scenario::default();
    assert_eq!(required(&plan, &bare, "erp"), Required::NoBase);
    let projection = project(&plan, &bare);
    assert_eq!(ledger(&plan, &projection, plan.find_target("erp").unwrap()), None);
}

#[test]
fn after_the_last_year_nothing_is_left_to_do() {
    let (plan, mut scenario) = example("plan-on-schedule");
    for (fall, is_met) in [(20.9, false), (21.0, true), (22.0, true)] {
        set_actual(
            &plan,
            &mut scenario,
            "energy-intensity",
            2015,
            Actual::CumulativeChange(-fall),
        );
        assert_eq!(
            required(&plan, &scenario, "energy-intensity"),
            Required::Decided { is_met },
            "{fall}"
        );
    }
    // More than 90 is not 90.
    for (level, is_met) in [(90.0, false), (90.1, true)] {
        set_actual(
            &plan,
            &mut scenario,
            "automobile-cr10",
            2015,
            Actual::Level(level),
        );
        let found = required(&plan, &scenario, "automobile-cr10");
        assert_eq!(found, Required::Decided { is_met }, "{level}");
    }
}

#[test]
fn what_is_met_already_may_give_something_up() {
    let (plan, mut scenario) = example("plan-on-schedule");
    set_actual(
        &plan,
        &mut scenario,
        "water-intensity",
        2013,
        Actual::CumulativeChange(-31.0),
    );
    match required(&plan, &scenario, "water-intensity") {
        // 69 may rise to 70 in two years: a decline below zero.
        Required::AlreadyMet { rate } => close(rate.unwrap(), (1.0 - (70.0_f64 / 69.0).sqrt()) * 100.0),
        other => panic!("{other:?}"),
    }
    // A strict target is not met at its figure: keeping to it is the limit.
    set_actual(&plan, &mut scenario, "automobile-cr10", 2013, Actual::Level(90.0));
    close(rate(required(&plan, &scenario, "automobile-cr10")), 0.0);
    let plan = tiny(
        "Decline",
        "None",
        "form: CumulativeDecline(16.0), comparator: MoreThan",
    );
    let mut scenario = Scenario::default();
    set_actual(&plan, &mut scenario, "x", 2013, Actual::CumulativeChange(-16.0));
    close(rate(required(&plan, &scenario, "x")), 0.0);
}

#[test]
fn a_goal_below_zero_is_out_of_reach_for_what_multiplies() {
    let plan = tiny("Growth", "Some(10.0)", "form: Change(-12.0), comparator: AtMost");
    assert_eq!(required(&plan, &Scenario::default(), "x"), Required::OutOfReach);
    let plan = tiny(
        "Additive",
        "Some(10.0)",
        "form: Change(-12.0), comparator: AtMost",
    );
    close(rate(required(&plan, &Scenario::default(), "x")), -12.0 / 5.0);
}
