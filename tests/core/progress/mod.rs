//! The progress ledger and required rates, each expected figure derived here and not taken from the program.

mod years;

use std::path::Path;
use std::sync::Arc;

use planpath::analysis::{Pace, remaining};
use planpath::model::{
    Change, Ledger, Origin, Required, Standing, Status, assess, ledger, ledgers, plan_path, project,
    required_rate, stated_in,
};
use planpath::plan::{self, Plan};
use planpath::scenario::{Actual, ActualEntry, EXAMPLES, Rates, Scenario, read_text};

fn example(id: &str) -> (Arc<Plan>, Scenario) {
    let example = EXAMPLES.iter().find(|example| example.id == id).unwrap();
    let loaded = read_text(id, example.text, Path::new("")).unwrap();
    (loaded.plan, loaded.scenario)
}

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
fn close(found: f64, expected: f64) {
    let slack = 1e-9 * expected.abs().max(1.0);
    assert!((found - expected).abs() <= slack, "{found} is not {expected}");
}

#[track_caller]
fn rate(required: Required) -> f64 {
    match required {
        Required::Rate(rate) => rate,
        other => panic!("{other:?} has no rate"),
    }
}

// The ledger.

#[test]
fn official_progress_stands_beside_the_linear_count() {
    // −13.4 % reached of −16 % is 82.5 %; a linear count says 83.75 %.
    let plan = tiny(
        "Decline",
        "None",
        "form: CumulativeDecline(16.0), comparator: AtLeast",
    );
    let mut scenario = Scenario::default();
    set_actual(&plan, &mut scenario, "x", 2014, Actual::CumulativeChange(-13.4));
    let ledger = ledger_of(&plan, &scenario, "x");
    let fourth = ledger.years[4];
    assert_eq!((fourth.year, fourth.origin), (2014, Origin::Actual));
    close(fourth.level, 86.6);
    close(fourth.progress, 0.866_f64.ln() / 0.84_f64.ln());
    assert!((fourth.progress - 0.825).abs() < 0.0005);
    close(fourth.linear, 0.8375);
    close(fourth.scheduled, 0.8);
    // One year is left for what is left.
    close(fourth.remaining, (1.0 - 84.0 / 86.6) * 100.0);
    close(rate(ledger.required), fourth.remaining);
}

#[test]
fn the_mid_term_ledger_of_energy_intensity() {
    let (plan, scenario) = example("mid-term-2013");
    let ledger = ledger_of(&plan, &scenario, "energy-intensity");
    assert_eq!(ledger.change, Change::Decline);
    assert_eq!(ledger.last_actual, 3);
    close(ledger.goal, 79.0);
    let years: Vec<i32> = ledger.years.iter().map(|row| row.year).collect();
    assert_eq!(years, [2010, 2011, 2012, 2013, 2014, 2015]);
    let origins: Vec<Origin> = ledger.years.iter().map(|row| row.origin).collect();
    assert_eq!(
        origins[..4],
        [Origin::Base, Origin::Actual, Origin::Interpolated, Origin::Actual]
    );
    // −3.49 % in 2011, −15.1 % by 2013, target −21 %.
    close(ledger.years[0].progress, 0.0);
    close(ledger.years[1].progress, 0.9651_f64.ln() / 0.79_f64.ln());
    close(ledger.years[3].progress, 0.849_f64.ln() / 0.79_f64.ln());
    close(ledger.years[3].linear, 15.1 / 21.0);
    close(ledger.years[3].scheduled, 0.6);
    // Still to cut: 1 − 0.79 / 0.849 = 6.95 %, in two years 3.54 % a year.
    close(ledger.years[3].remaining, (1.0 - 0.79 / 0.849) * 100.0);
    close(rate(ledger.required), (1.0 - (0.79_f64 / 0.849).sqrt()) * 100.0);
}

#[test]
fn the_rate_so_far_is_the_mean_of_what_has_happened() {
    let (plan, scenario) = example("mid-term-2013");
    let so_far = |id| ledger_of(&plan, &scenario, id).rate_so_far();
    // A fall of 15.1 % in three years, as the lever counts it.
    close(
        so_far("energy-intensity").unwrap(),
        (1.0 - 0.849_f64.cbrt()) * 100.0,
    );
    // +10.8 %, +7.9 %, +7.6 %.
    let grown: f64 = 1.108 * 1.079 * 1.076;
    close(so_far("value-added").unwrap(), (grown.cbrt() - 1.0) * 100.0);
    // From 48.6 to 39.4 points.
    close(so_far("steel-cr10").unwrap(), (39.4 - 48.6) / 3.0);
    assert_eq!(so_far("erp"), None, "no actuals");
}

#[test]
fn ledgers_of_binding_targets_come_first() {
    let (plan, scenario) = example("mid-term-2013");
    let ledgers = ledgers(&plan, &project(&plan, &scenario));
    assert_eq!(
        ledgers.len(),
        plan.targets().count(),
        "every target has levels here"
    );
    let keys: Vec<(bool, usize)> = ledgers
        .iter()
        .map(|ledger| {
            let target = plan.target(ledger.target);
            (!target.binding, ledger.indicator().position())
        })
        .collect();
    assert!(keys.is_sorted(), "{keys:?}");
    assert!(keys.iter().any(|(is_expected, _)| *is_expected) && !keys[0].0);
}

#[test]
fn a_strict_target_that_begins_where_the_base_year_stands_has_no_way_to_go() {
    let plan = tiny(
        "Additive",
        "Some(50.0)",
        "form: Level(50.0), comparator: MoreThan",
    );
    let mut scenario = Scenario::default();
    set_actual(&plan, &mut scenario, "x", 2012, Actual::Level(48.0));
    let ledger = ledger_of(&plan, &scenario, "x");
    // Neither count divides by no way at all.
    close(ledger.years[2].progress, 0.0);
    close(ledger.years[2].linear, 0.0);
}

#[test]
fn points_count_linearly() {
    let (plan, scenario) = example("mid-term-2013");
    let steel = ledger_of(&plan, &scenario, "steel-cr10");
    assert_eq!(steel.change, Change::Points);
    // 48.6 → 49.2 → 45.9 → 39.4 of 60.
    for (step, level) in [48.6, 49.2, 45.9, 39.4].into_iter().enumerate() {
        let row = steel.years[step];
        close(row.progress, (level - 48.6) / (60.0 - 48.6));
        close(row.linear, row.progress);
        close(row.remaining, 60.0 - level);
    }
    close(rate(steel.required), (60.0 - 39.4) / 2.0);
    let research = ledger_of(&plan, &scenario, "rd-intensity");
    close(rate(research.required), (1.0 - 0.8) / 2.0);
}

#[test]
fn average_growth_counts_in_logarithms_too() {
    let (plan, scenario) = example("mid-term-2013");
    let ledger = ledger_of(&plan, &scenario, "value-added");
    let done: f64 = 1.108 * 1.079 * 1.076;
    // Σ ln(1 + g) / (n ln(1 + g*)).
    let expected = (1.108_f64.ln() + 1.079_f64.ln() + 1.076_f64.ln()) / (5.0 * 1.08_f64.ln());
    close(ledger.years[3].progress, expected);
    close(ledger.years[3].remaining, (1.08_f64.powi(5) / done - 1.0) * 100.0);
    // ((1 + g*)^n / Π(1 + g))^(1/(n−m)) − 1.
    close(
        rate(ledger.required),
        ((1.08_f64.powi(5) / done).sqrt() - 1.0) * 100.0,
    );
}

#[test]
fn the_plan_path_is_on_schedule_every_year() {
    let (plan, scenario) = example("plan-on-schedule");
    let path = plan_path(&plan, &scenario);
    for (ix, indicator, _) in plan.targets() {
        let ledger = ledger(&plan, &path, ix).unwrap();
        assert_eq!(ledger.years.len(), 6);
        for (step, row) in ledger.years.iter().enumerate() {
            close(row.scheduled, step as f64 / 5.0);
            close(row.progress, row.scheduled);
        }
        assert!(
            ledger.years[5].remaining.abs() < 1e-9,
            "{}: nothing is left",
            indicator.id
        );
    }
    // For −21 %: cumulative −4.61, −9.00, −13.19, −17.19, −21.00 %.
    let energy = ledger(&plan, &path, plan.find_target("energy-intensity").unwrap()).unwrap();
    for (row, printed) in energy.years[1..]
        .iter()
        .zip([-4.61, -9.00, -13.19, -17.19, -21.00])
    {
        assert!((row.level - 100.0 - printed).abs() <= 0.005, "{row:?}");
    }
}

#[test]
fn a_target_that_the_base_met_has_no_way_to_go() {
    let plan = tiny("Additive", "Some(30.0)", "form: Level(20.0), comparator: AtLeast");
    let mut scenario = Scenario::default();
    let x = plan.find("x").unwrap();
    scenario.rates.set(x, Rates::Constant(-4.0));
    let ledger = ledger_of(&plan, &scenario, "x");
    // 30, 26, 22, then below 20: 18, 14, 10, which give up a fifth, three fifths and all of what was there to begin with.
    for (row, expected) in ledger.years.iter().zip([1.0, 1.0, 1.0, 0.8, 0.4, 0.0]) {
        close(row.linear, row.progress);
        close(row.progress, expected);
    }
    // Two points a year may be given up.
    match ledger.required {
        Required::AlreadyMet { rate } => close(rate.unwrap(), -2.0),
        other => panic!("{other:?}"),
    }
}

// Derived targets.

#[test]
fn a_derived_target_asks_for_a_decline_of_its_own_level() {
    let (plan, scenario) = example("plan-on-schedule");
    let co2 = ledger_of(&plan, &scenario, "co2-intensity");
    assert_eq!(co2.change, Change::Decline);
    close(rate(co2.required), (1.0 - 0.79_f64.powf(0.2)) * 100.0);
    // It has an actual where all its levers have one.
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

// Inverses.

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
    // Progress in points: one backwards of two.
    close(ledger_of(&plan, &scenario, "x").years[1].progress, -0.5);
}

// Everything else that can be the case.

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
            Pace::Required,
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

#[test]
fn the_ledger_agrees_with_the_scorecard() {
    for example in EXAMPLES {
        let loaded = read_text(example.id, example.text, Path::new("")).unwrap();
        let projection = project(&loaded.plan, &loaded.scenario);
        for assessment in assess(&loaded.plan, &loaded.scenario, &projection) {
            let ledger = ledger(&loaded.plan, &projection, assessment.target).unwrap();
            let last = ledger.years[ledger.years.len() - 1];
            close(last.progress, assessment.progress.unwrap());
            if assessment.status == Status::WrongDirection {
                assert!(last.progress < 0.0);
            }
        }
    }
}

// Where a target stands.

#[test]
fn standings_follow_the_official_progress() {
    let plan = tiny(
        "Decline",
        "None",
        "form: CumulativeDecline(21.0), comparator: AtLeast",
    );
    let standing = |figures: &[(i32, f64)]| {
        let mut scenario = Scenario::default();
        let entries = figures.iter().map(|&(year, change)| ActualEntry {
            year,
            figure: Actual::CumulativeChange(change),
        });
        scenario.actuals.set(plan.find("x").unwrap(), entries.collect());
        ledger_of(&plan, &scenario, "x").standing()
    };
    assert_eq!(standing(&[]), Standing::Unknown);
    // On schedule after k years: 1 − 0.79^(k/5), that is −4.61, −9.00, −13.19 and −17.19 %.
    for k in 1..5_i32 {
        let due = -(1.0 - 0.79_f64.powf(f64::from(k) / 5.0)) * 100.0;
        assert_eq!(standing(&[(2010 + k, due)]), Standing::OnSchedule, "{k}");
        assert_eq!(standing(&[(2010 + k, due - 0.01)]), Standing::Ahead, "{k}");
        assert_eq!(standing(&[(2010 + k, due + 0.01)]), Standing::Behind, "{k}");
    }
    // Linear progress would call −12.6 % on schedule after three years; the official count does not.
    assert_eq!(standing(&[(2013, -12.6)]), Standing::Behind);
    assert_eq!(standing(&[(2012, 1.0)]), Standing::WrongDirection);
    assert_eq!(standing(&[(2013, -25.0)]), Standing::Reached);
    assert_eq!(standing(&[(2015, -21.0)]), Standing::Reached);
    assert_eq!(standing(&[(2015, -20.9)]), Standing::NotReached);
}
