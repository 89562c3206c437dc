//! Ledgers: official progress next to the linear count.

use super::*;

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
    // One year is left for the remainder.
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
    // Neither count divides by zero when there is no distance.
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
    // 30, 26, 22, then below 20: 18, 14, 10, which use up a fifth, three fifths and all of the original margin.
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
