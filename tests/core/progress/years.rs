//! Ledgers for every possible last year of actuals, and the paths that lead on from there.

use planpath::model::{Required, Standing, ledger, plan_path, project};
use planpath::plan::Plan;
use planpath::scenario::{Actual, ActualEntry, Rates, Scenario};

use crate::progress::{close, example, ledger_of, rate, set_actual, tiny};

/// What the formulas give for a series after m years, computed in the test.
struct Expected {
    progress: f64,
    linear: f64,
    remaining: f64,
    achieved: f64,
    required: Option<f64>,
}

/// Compares the ledgers of m = 0 … n published changes with the expected values.
fn compare_years(plan: &Plan, changes: [f64; 5], expected: impl Fn(usize) -> Expected, is_met_at_last: bool) {
    for m in 0..=5_usize {
        let mut scenario = Scenario::default();
        let entries = changes[..m].iter().zip(2011..).map(|(change, year)| ActualEntry {
            year,
            figure: Actual::AnnualChange(*change),
        });
        scenario.actuals.set(plan.find("x").unwrap(), entries.collect());
        let ledger = ledger_of(plan, &scenario, "x");
        assert_eq!(ledger.last_actual, m);
        assert_eq!(ledger.years.len(), 6);
        for (k, row) in ledger.years[..=m].iter().enumerate() {
            let expected = expected(k);
            assert_eq!(row.year, 2010 + i32::try_from(k).unwrap());
            close(row.progress, expected.progress);
            close(row.linear, expected.linear);
            close(row.remaining, expected.remaining);
            close(row.scheduled, k as f64 / 5.0);
        }
        let expected = expected(m);
        match ledger.achieved() {
            None => assert_eq!(m, 0),
            Some(achieved) => close(achieved, expected.achieved),
        }
        match (ledger.required, expected.required) {
            (Required::Decided { is_met }, None) => assert_eq!((m, is_met), (5, is_met_at_last)),
            (required, Some(expected)) => close(rate(required), expected),
            (required, None) => panic!("{m}: {required:?}"),
        }
        assert_eq!(ledger.catch_up().is_empty(), m == 5);
    }
}

#[test]
fn growth_in_every_year_from_none_to_the_last() {
    let plan = tiny(
        "Growth",
        "Some(16.0)",
        "form: AverageGrowth(8.0), comparator: AtLeast",
    );
    let rates = [10.0, 5.0, 7.0, 4.0, 6.0];
    let expected = |k: usize| {
        let factors = rates[..k].iter().map(|rate| 1.0 + rate / 100.0);
        let done: f64 = factors.clone().product();
        let goal = 1.08_f64.powi(5);
        Expected {
            // Σ ln(1 + g) / (n ln(1 + g*)).
            progress: factors.map(f64::ln).sum::<f64>() / (5.0 * 1.08_f64.ln()),
            linear: (done - 1.0) / (goal - 1.0),
            remaining: (goal / done - 1.0) * 100.0,
            achieved: (done - 1.0) * 100.0,
            // ((1 + g*)^n / Π(1 + g))^(1/(n−m)) − 1.
            required: (k < 5).then(|| ((goal / done).powf(1.0 / (5 - k) as f64) - 1.0) * 100.0),
        }
    };
    // 1.1 · 1.05 · 1.07 · 1.04 · 1.06 = 1.362 is short of 1.08^5 = 1.469.
    compare_years(&plan, rates, expected, false);
}

#[test]
fn decline_in_every_year_from_none_to_the_last() {
    let plan = tiny(
        "Decline",
        "None",
        "form: CumulativeDecline(21.0), comparator: AtLeast",
    );
    let falls = [3.49, 6.2, 6.2, 1.0, 8.0];
    let expected = |k: usize| {
        let done: f64 = falls[..k].iter().map(|fall| 1.0 - fall / 100.0).product();
        Expected {
            // ln(x_m / x_0) / ln(1 + T).
            progress: done.ln() / 0.79_f64.ln(),
            linear: (1.0 - done) / 0.21,
            // 1 − (1 + T) / (x_m / x_0).
            remaining: (1.0 - 0.79 / done) * 100.0,
            achieved: (1.0 - done) * 100.0,
            // 1 − ((1 + T) / (x_m / x_0))^(1/(n−m)).
            required: (k < 5).then(|| (1.0 - (0.79 / done).powf(1.0 / (5 - k) as f64)) * 100.0),
        }
    };
    // 0.9651 · 0.938 · 0.938 · 0.99 · 0.92 = 0.773 is below 0.79: reached in the last year only.
    compare_years(&plan, falls.map(|fall| -fall), expected, true);
}

#[test]
fn points_in_every_year_from_none_to_the_last() {
    for dynamics in ["Additive", "Concentration"] {
        let plan = tiny(dynamics, "Some(48.6)", "form: Level(60.0), comparator: AtLeast");
        let points = [0.6, -3.3, -6.5, 8.0, 12.0];
        let expected = |k: usize| {
            let done: f64 = points[..k].iter().sum();
            Expected {
                // (x_m − x_0) / (x* − x_0), linear itself.
                progress: done / 11.4,
                linear: done / 11.4,
                remaining: 11.4 - done,
                achieved: done,
                // (x* − x_m) / (n − m).
                required: (k < 5).then(|| (11.4 - done) / (5 - k) as f64),
            }
        };
        // 0.6 − 3.3 − 6.5 + 8 + 12 = 10.8 of 11.4.
        compare_years(&plan, points, expected, false);
    }
}

#[test]
fn beyond_the_target_nothing_is_left_to_do() {
    for (dynamics, base, target, level, progress, remaining, achieved) in [
        // 25 of 21 %: ln 0.75 / ln 0.79 = 122 % of the way; from 75 back to 79 would be a rise of 5.3 %.
        (
            "Decline",
            "None",
            "form: CumulativeDecline(21.0), comparator: AtLeast",
            75.0,
            0.75_f64.ln() / 0.79_f64.ln(),
            (1.0 - 79.0 / 75.0) * 100.0,
            25.0,
        ),
        (
            "Growth",
            "Some(100.0)",
            "form: AverageGrowth(8.0), comparator: AtLeast",
            150.0,
            1.5_f64.ln() / (5.0 * 1.08_f64.ln()),
            (1.08_f64.powi(5) / 1.5 - 1.0) * 100.0,
            50.0,
        ),
        (
            "Additive",
            "Some(48.6)",
            "form: Level(60.0), comparator: AtLeast",
            70.0,
            21.4 / 11.4,
            -10.0,
            21.4,
        ),
    ] {
        let plan = tiny(dynamics, base, target);
        for year in [2011, 2013, 2015] {
            let mut scenario = Scenario::default();
            set_actual(&plan, &mut scenario, "x", year, Actual::Level(level));
            let ledger = ledger_of(&plan, &scenario, "x");
            let last = ledger.last().unwrap();
            assert!(last.progress > 1.0 && remaining < 0.0);
            close(last.progress, progress);
            close(last.remaining, remaining);
            close(ledger.achieved().unwrap(), achieved);
            assert_eq!(ledger.standing(), Standing::Reached);
            assert_eq!(ledger.catch_up(), []);
        }
    }
}

#[test]
fn the_wrong_direction_is_progress_below_zero() {
    for (dynamics, base, target, level, progress, achieved) in [
        (
            "Decline",
            "None",
            "form: CumulativeDecline(21.0), comparator: AtLeast",
            102.0,
            1.02_f64.ln() / 0.79_f64.ln(),
            // A rise is a fall below zero.
            -2.0,
        ),
        (
            "Growth",
            "Some(100.0)",
            "form: AverageGrowth(8.0), comparator: AtLeast",
            95.0,
            0.95_f64.ln() / (5.0 * 1.08_f64.ln()),
            -5.0,
        ),
        // Steel at mid-term: 48.6 → 39.4 of 60.
        (
            "Concentration",
            "Some(48.6)",
            "form: Level(60.0), comparator: AtLeast",
            39.4,
            -9.2 / 11.4,
            -9.2,
        ),
    ] {
        let plan = tiny(dynamics, base, target);
        for (year, is_last) in [(2012, false), (2015, true)] {
            let mut scenario = Scenario::default();
            set_actual(&plan, &mut scenario, "x", year, Actual::Level(level));
            let ledger = ledger_of(&plan, &scenario, "x");
            close(ledger.last().unwrap().progress, progress);
            close(ledger.achieved().unwrap(), achieved);
            assert!(progress < 0.0);
            assert_eq!(ledger.standing(), Standing::WrongDirection, "{dynamics} {year}");
            assert_eq!(ledger.catch_up().is_empty(), is_last);
        }
    }
}

// The path that catches up.

#[test]
fn catching_up_begins_at_the_last_actual_and_ends_at_the_target() {
    let (plan, scenario) = example("mid-term-2013");
    let path = |id: &str| ledger_of(&plan, &scenario, id).catch_up();
    // Two equal steps: the year between is the geometric mean where changes multiply, the middle where they add up.
    let value_added = 16.0 * 1.108 * 1.079 * 1.076;
    let goal = 16.0 * 1.08_f64.powi(5);
    for (id, expected) in [
        ("energy-intensity", [84.9, (84.9 * 79.0_f64).sqrt(), 79.0]),
        ("value-added", [value_added, (value_added * goal).sqrt(), goal]),
        ("steel-cr10", [39.4, 49.7, 60.0]),
        ("rd-intensity", [0.8, 0.9, 1.0]),
    ] {
        let path = path(id);
        let years: Vec<i32> = path.iter().map(|(year, _)| *year).collect();
        assert_eq!(years, [2013, 2014, 2015], "{id}");
        for ((_, level), expected) in path.iter().zip(expected) {
            close(*level, expected);
        }
    }
    // Without actuals it is the plan's own path.
    let sulphur = path("so2");
    let plan_path = plan_path(&plan, &scenario);
    let own = plan_path.levels(plan.find("so2").unwrap()).unwrap();
    assert_eq!(sulphur.len(), 6);
    for ((_, level), own) in sulphur.iter().zip(own) {
        close(*level, *own);
    }
}

#[test]
fn catching_up_is_even_progress() {
    let (plan, scenario) = example("mid-term-2013");
    let projection = project(&plan, &scenario);
    for (ix, ..) in plan.targets() {
        let ledger = ledger(&plan, &projection, ix).unwrap();
        let base = ledger.years[0].level;
        let progress: Vec<f64> = ledger
            .catch_up()
            .iter()
            .map(|(_, level)| planpath::model::progress_in_year(&plan, ix, base, base, *level))
            .collect();
        // From its present position to 100 % in equal parts.
        let start = ledger.last().unwrap().progress;
        let left = progress.len() - 1;
        for (k, progress) in progress.iter().enumerate() {
            close(*progress, start + (1.0 - start) * k as f64 / left as f64);
        }
    }
}

#[test]
fn where_no_rate_is_required_or_helps_there_is_no_such_path() {
    let plan = tiny("Growth", "Some(10.0)", "form: Change(-12.0), comparator: AtMost");
    let out_of_reach = ledger_of(&plan, &Scenario::default(), "x");
    assert_eq!(out_of_reach.required, Required::OutOfReach);
    assert_eq!(out_of_reach.catch_up(), []);
    let (plan, scenario) = example("mid-term-2013");
    // A derived target has levels of its own, and so a path, which starts from the last data behind it: energy in 2013,
    // while the carbon factor has none. ((1 − 0.21) / 0.849)^(1/2) a year, in 2014 and 2015.
    let co2 = ledger_of(&plan, &scenario, "co2-intensity").catch_up();
    assert_eq!(
        co2.iter().map(|(year, _)| *year).collect::<Vec<_>>(),
        [2013, 2014, 2015]
    );
    close(co2[0].1, 84.9);
    close(co2[1].1, 84.9 * (0.79 / 0.849_f64).sqrt());
    close(co2[2].1, 79.0);
}

// Actuals and the paths around them.

#[test]
fn the_projection_starts_from_the_last_actual_and_the_plan_path_does_not() {
    let plan = tiny(
        "Growth",
        "Some(16.0)",
        "form: AverageGrowth(8.0), comparator: AtLeast",
    );
    let x = plan.find("x").unwrap();
    let mut scenario = Scenario::default();
    scenario
        .rates
        .set(x, Rates::Yearly(vec![1.0, 2.0, 3.0, 4.0, 5.0]));
    set_actual(&plan, &mut scenario, "x", 2012, Actual::Level(20.0));
    let projection = project(&plan, &scenario);
    // 2011 is bridged: 16 → 20 in two equal steps. Then the rates of 2013 to 2015 follow from 20.
    let expected = [
        16.0,
        (16.0 * 20.0_f64).sqrt(),
        20.0,
        20.0 * 1.03,
        20.0 * 1.03 * 1.04,
        20.0 * 1.03 * 1.04 * 1.05,
    ];
    for (found, expected) in projection.levels(x).unwrap().iter().zip(expected) {
        close(*found, expected);
    }
    let path = plan_path(&plan, &scenario);
    for (found, year) in path.levels(x).unwrap().iter().zip(0..) {
        close(*found, 16.0 * 1.08_f64.powi(year));
    }
}
