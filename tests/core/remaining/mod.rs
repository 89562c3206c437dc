//! Setting the remaining years in one step, each expected rate derived here.

mod promise;

use planpath::analysis::{RateRule, RemainingError, at_rate, remaining, scheduled_rates};
use planpath::model::{plan_path, project};
use planpath::plan::{self, IndicatorIx, Plan};
use planpath::scenario::{Actual, ActualEntry, Rates, Scenario};
use proptest::prelude::*;

use crate::closeness::close;

/// A plan of five years with one lever x, and y derived from it.
fn tiny(dynamics: &str, base: &str, target: &str) -> Plan {
    let text = format!(
        r#"(format: 1, id: "tiny", title: "Tiny", base_year: 2010, end_year: 2015, source: "",
            categories: [(id: "c", name: "C")],
            indicators: [
                (id: "x", name: "X", category: "c", unit: "u", base: {base}, dynamics: {dynamics}, target: {target}),
                (id: "y", name: "Y", category: "c", unit: "u", base: None, dynamics: Derived("x * 2")),
            ])"#
    );
    plan::read_text("tiny", &text).unwrap_or_else(|failure| panic!("{failure:?}"))
}

fn growth() -> Plan {
    let target = r#"Some((form: AverageGrowth(8.0), comparator: AtLeast, wording: ""))"#;
    tiny("Growth", "Some(100.0)", target)
}

fn decline() -> Plan {
    let target = r#"Some((form: CumulativeDecline(21.0), comparator: AtLeast, wording: ""))"#;
    tiny("Decline", "None", target)
}

fn points(dynamics: &str) -> Plan {
    let target = r#"Some((form: Level(60.0), comparator: AtLeast, wording: ""))"#;
    tiny(dynamics, "Some(48.6)", target)
}

fn with_actuals(plan: &Plan, figures: &[(i32, Actual)]) -> Scenario {
    let entries = figures.iter().map(|&(year, figure)| ActualEntry { year, figure });
    let mut scenario = Scenario::default();
    scenario.actuals.set(x(plan), entries.collect());
    scenario
}

fn x(plan: &Plan) -> IndicatorIx {
    plan.find("x").unwrap()
}

fn set(plan: &Plan, scenario: &Scenario, pace: RateRule) -> Result<(f64, Rates), RemainingError> {
    let projection = project(plan, scenario);
    remaining(plan, scenario, &projection, x(plan), pace).map(|found| (found.rate, found.rates))
}

#[track_caller]
fn rate(plan: &Plan, scenario: &Scenario, pace: RateRule) -> f64 {
    set(plan, scenario, pace)
        .unwrap_or_else(|why| panic!("{pace:?}: {why:?}"))
        .0
}

#[test]
fn growth_goes_on_as_it_went() {
    use Actual::AnnualChange;
    let plan = growth();
    let actuals = [
        (2011, AnnualChange(10.8)),
        (2012, AnnualChange(7.9)),
        (2013, AnnualChange(7.6)),
    ];
    let scenario = with_actuals(&plan, &actuals);
    close(rate(&plan, &scenario, RateRule::LastActual), 7.6);
    // The geometric mean of 1.108, 1.079 and 1.076, which is below the arithmetic one.
    let mean = ((1.108 * 1.079 * 1.076_f64).powf(1.0 / 3.0) - 1.0) * 100.0;
    close(rate(&plan, &scenario, RateRule::MeanOfActuals), mean);
    assert!(mean < (10.8 + 7.9 + 7.6) / 3.0);
    close(rate(&plan, &scenario, RateRule::PlanEven), 8.0);
    // 1.08^5 / (1.108 · 1.079 · 1.076) over the two years left.
    let required = ((1.08_f64.powi(5) / (1.108 * 1.079 * 1.076)).sqrt() - 1.0) * 100.0;
    close(rate(&plan, &scenario, RateRule::Required), required);
}

#[test]
fn a_fall_is_positive_and_its_mean_is_geometric() {
    let plan = decline();
    let actuals = [
        (2011, Actual::AnnualChange(-3.49)),
        (2012, Actual::CumulativeChange(-9.0)),
    ];
    let scenario = with_actuals(&plan, &actuals);
    // 96.51 → 91 in 2012; 100 → 91 in two years.
    close(
        rate(&plan, &scenario, RateRule::LastActual),
        (1.0 - 91.0 / 96.51) * 100.0,
    );
    close(
        rate(&plan, &scenario, RateRule::MeanOfActuals),
        (1.0 - 0.91_f64.sqrt()) * 100.0,
    );
    close(
        rate(&plan, &scenario, RateRule::PlanEven),
        (1.0 - 0.79_f64.powf(0.2)) * 100.0,
    );
    close(
        rate(&plan, &scenario, RateRule::Required),
        (1.0 - (79.0 / 91.0_f64).cbrt()) * 100.0,
    );
}

#[test]
fn points_have_an_arithmetic_mean() {
    use Actual::Level;
    for dynamics in ["Additive", "Concentration"] {
        let plan = points(dynamics);
        let scenario = with_actuals(
            &plan,
            &[(2011, Level(49.2)), (2012, Level(45.9)), (2013, Level(39.4))],
        );
        close(rate(&plan, &scenario, RateRule::LastActual), 39.4 - 45.9);
        close(
            rate(&plan, &scenario, RateRule::MeanOfActuals),
            (39.4 - 48.6) / 3.0,
        );
        close(rate(&plan, &scenario, RateRule::PlanEven), (60.0 - 48.6) / 5.0);
        // Wrong direction so far: 20.6 points in two years.
        close(rate(&plan, &scenario, RateRule::Required), (60.0 - 39.4) / 2.0);
    }
}

#[test]
fn what_a_strict_target_requires_meets_it() {
    // 30 to 40 in five years is 2 points a year, and more than 40 is asked: 2.01.
    let strict = r#"Some((form: Level(40.0), comparator: MoreThan, wording: ""))"#;
    let plan = tiny("Additive", "Some(30.0)", strict);
    close(rate(&plan, &Scenario::default(), RateRule::Required), 2.01);
    // Below 20: −2.01.
    let strict = r#"Some((form: Level(20.0), comparator: LessThan, wording: ""))"#;
    let plan = tiny("Additive", "Some(30.0)", strict);
    close(rate(&plan, &Scenario::default(), RateRule::Required), -2.01);
}

#[test]
fn years_that_have_passed_keep_their_rates() {
    let plan = growth();
    let mut scenario = with_actuals(
        &plan,
        &[
            (2011, Actual::AnnualChange(9.0)),
            (2012, Actual::AnnualChange(9.0)),
        ],
    );
    // Scheduled at 8 % by default; the two past years keep it.
    let (_, rates) = set(&plan, &scenario, RateRule::LastActual).unwrap();
    let Rates::Yearly(rates) = rates else {
        panic!("{rates:?}")
    };
    assert_eq!(rates[..2], [8.0, 8.0]);
    for rate in &rates[2..] {
        close(*rate, 9.0);
    }
    scenario
        .rates
        .set(x(&plan), Rates::Yearly(vec![1.0, 2.0, 3.0, 4.0, 5.0]));
    let (_, rates) = set(&plan, &scenario, RateRule::PlanEven).unwrap();
    assert_eq!(rates, Rates::Yearly(vec![1.0, 2.0, 8.0, 8.0, 8.0]));
    // The same rate in every year is written as one.
    scenario.rates.set(x(&plan), Rates::Constant(8.0));
    let (_, rates) = set(&plan, &scenario, RateRule::PlanEven).unwrap();
    assert_eq!(rates, Rates::Constant(8.0));
}

#[test]
fn a_schedule_of_output_growth_stays_one() {
    let plan = points("Concentration");
    let mut scenario = with_actuals(&plan, &[(2011, Actual::Level(49.2))]);
    let all = vec![4.0, 5.0, 6.0, 7.0, 8.0];
    scenario.rates.set(
        x(&plan),
        Rates::OutputGrowth {
            top: vec![3.0; 5],
            all: all.clone(),
        },
    );
    let (found, rates) = set(&plan, &scenario, RateRule::Required).unwrap();
    close(found, (60.0 - 49.2) / 4.0);
    let Rates::OutputGrowth { top, all: kept } = &rates else {
        panic!("{rates:?}")
    };
    assert_eq!(*kept, all, "the industry grows as assumed");
    close(top[0], 3.0);
    // 49.2 → 51.9 while the industry grows 5 %: (51.9 / 49.2) · 1.05.
    close(top[1], (51.9 / 49.2 * 1.05 - 1.0) * 100.0);
    scenario.rates.set(x(&plan), rates);
    close(project(&plan, &scenario).levels(x(&plan)).unwrap()[5], 60.0);
}

#[test]
fn every_last_year_with_an_actual_leaves_the_rest_to_be_set() {
    let plan = growth();
    for m in 1..5_i32 {
        let actuals: Vec<(i32, Actual)> = (1..=m)
            .map(|k| (2010 + k, Actual::AnnualChange(5.0 + f64::from(k))))
            .collect();
        let scenario = with_actuals(&plan, &actuals);
        close(rate(&plan, &scenario, RateRule::LastActual), 5.0 + f64::from(m));
        let reached: f64 = (1..=m).map(|k| 1.05 + f64::from(k) / 100.0).product();
        let required = ((1.08_f64.powi(5) / reached).powf(1.0 / f64::from(5 - m)) - 1.0) * 100.0;
        close(rate(&plan, &scenario, RateRule::Required), required);
    }
}

#[test]
fn what_does_not_exist_has_a_reason() {
    use Actual::Level;
    let plan = growth();
    let none = Scenario::default();
    assert_eq!(
        set(&plan, &none, RateRule::LastActual),
        Err(RemainingError::NoActuals)
    );
    assert_eq!(
        set(&plan, &none, RateRule::MeanOfActuals),
        Err(RemainingError::NoActuals)
    );
    assert_eq!(
        set(&plan, &none, RateRule::Required).unwrap().1,
        Rates::Constant(rate(&plan, &none, RateRule::Required))
    );
    close(rate(&plan, &none, RateRule::Required), 8.0);
    let last = with_actuals(&plan, &[(2015, Level(150.0))]);
    for pace in RateRule::ALL {
        assert_eq!(
            set(&plan, &last, pace),
            Err(RemainingError::NoYearsLeft),
            "{pace:?}"
        );
    }
    // 100 · 1.08^5 = 146.9 is behind.
    let beyond = with_actuals(&plan, &[(2013, Level(150.0))]);
    assert_eq!(
        set(&plan, &beyond, RateRule::Required),
        Err(RemainingError::AlreadyMet)
    );
    let free = tiny("Growth", "Some(100.0)", "None");
    let scenario = with_actuals(&free, &[(2011, Level(103.0))]);
    assert_eq!(
        set(&free, &scenario, RateRule::Required),
        Err(RemainingError::NoTarget)
    );
    close(rate(&free, &scenario, RateRule::PlanEven), 0.0);
    let homeless = tiny(
        "Additive",
        "None",
        r#"Some((form: Level(60.0), comparator: AtLeast, wording: ""))"#,
    );
    assert_eq!(
        set(&homeless, &Scenario::default(), RateRule::PlanEven),
        Err(RemainingError::NoBase)
    );
    let y = plan.find("y").unwrap();
    let projection = project(&plan, &none);
    assert_eq!(
        remaining(&plan, &none, &projection, y, RateRule::PlanEven),
        Err(RemainingError::NotALever)
    );
    // From 100 to 5,000 in a year is a typing error, not a rate.
    let slip = with_actuals(&plan, &[(2011, Level(5000.0))]);
    assert!(matches!(
        set(&plan, &slip, RateRule::LastActual),
        Err(RemainingError::Inadmissible { .. })
    ));
}

// Any rate.

fn at(plan: &Plan, scenario: &Scenario, rate: f64) -> Result<(f64, Rates), RemainingError> {
    let projection = project(plan, scenario);
    at_rate(plan, scenario, &projection, x(plan), rate).map(|found| (found.rate, found.rates))
}

#[test]
fn any_rate_can_be_set_for_the_years_left() {
    let plan = growth();
    assert_eq!(
        at(&plan, &Scenario::default(), 9.0),
        Ok((9.0, Rates::Constant(9.0)))
    );
    let mut scenario = with_actuals(&plan, &[(2012, Actual::Level(115.0))]);
    scenario
        .rates
        .set(x(&plan), Rates::Yearly(vec![1.0, 2.0, 3.0, 4.0, 5.0]));
    let (_, rates) = at(&plan, &scenario, 9.0).unwrap();
    assert_eq!(rates, Rates::Yearly(vec![1.0, 2.0, 9.0, 9.0, 9.0]));
    scenario.rates.set(x(&plan), rates);
    // 115 · 1.09³ in 2015.
    close(
        project(&plan, &scenario).levels(x(&plan)).unwrap()[5],
        115.0 * 1.09_f64.powi(3),
    );
    // A fall is a positive rate for a declining lever.
    let plan = decline();
    let mut scenario = with_actuals(&plan, &[(2013, Actual::Level(84.9))]);
    let (_, rates) = at(&plan, &scenario, 4.0).unwrap();
    scenario.rates.set(x(&plan), rates);
    close(
        project(&plan, &scenario).levels(x(&plan)).unwrap()[5],
        84.9 * 0.96 * 0.96,
    );
}

#[test]
fn points_of_a_ratio_from_output_growth_become_growth_of_the_largest() {
    let plan = points("Concentration");
    let mut scenario = with_actuals(&plan, &[(2013, Actual::Level(39.4))]);
    scenario.rates.set(
        x(&plan),
        Rates::OutputGrowth {
            top: vec![3.0; 5],
            all: vec![5.0; 5],
        },
    );
    let (_, rates) = at(&plan, &scenario, 2.0).unwrap();
    let Rates::OutputGrowth { top, all } = &rates else {
        panic!("{rates:?}")
    };
    assert_eq!(*all, [5.0; 5]);
    assert_eq!(top[..3], [3.0; 3]);
    // 39.4 → 41.4 → 43.4.
    close(top[3], (41.4 / 39.4 * 1.05 - 1.0) * 100.0);
    close(top[4], (43.4 / 41.4 * 1.05 - 1.0) * 100.0);
}

#[test]
fn a_rate_that_a_lever_cannot_have_is_refused() {
    use Actual::Level;
    let plan = growth();
    let none = Scenario::default();
    for rate in [-100.0, -150.0, f64::NAN, f64::INFINITY] {
        assert!(
            matches!(at(&plan, &none, rate), Err(RemainingError::Inadmissible { .. })),
            "{rate}"
        );
    }
    // A fall of 100 % or more leaves nothing.
    assert!(matches!(
        at(&decline(), &none, 100.0),
        Err(RemainingError::Inadmissible { .. })
    ));
    assert!(at(&decline(), &none, 99.0).is_ok());
    let last = with_actuals(&plan, &[(2015, Level(150.0))]);
    assert_eq!(at(&plan, &last, 8.0), Err(RemainingError::NoYearsLeft));
    let homeless = tiny(
        "Additive",
        "None",
        r#"Some((form: Level(60.0), comparator: AtLeast, wording: ""))"#,
    );
    assert_eq!(at(&homeless, &none, 1.0), Err(RemainingError::NoBase));
    let projection = project(&plan, &none);
    let y = plan.find("y").unwrap();
    assert_eq!(
        at_rate(&plan, &none, &projection, y, 1.0),
        Err(RemainingError::NotALever)
    );
}
