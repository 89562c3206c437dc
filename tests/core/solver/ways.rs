//! Each way of solving, by hand.

use super::*;
use planpath::model::ParameterKind;

#[test]
fn a_constant_rate_is_the_root_of_what_is_left() {
    let plan = plan();
    let mut scenario = Scenario::default();
    close(own(&plan, &scenario, "a", CONSTANT).value, 8.0);
    close(
        own(&plan, &scenario, "d", CONSTANT).value,
        (1.0 - 0.79_f64.powf(0.2)) * 100.0,
    );
    close(own(&plan, &scenario, "p", CONSTANT).value, 8.0 / 5.0);
    close(own(&plan, &scenario, "q", CONSTANT).value, 2.0 / 5.0);
    close(
        own(&plan, &scenario, "g", CONSTANT).value,
        ((70.0 / 50.0_f64).powf(0.2) - 1.0) * 100.0,
    );
    close(
        own(&plan, &scenario, "k", CONSTANT).value,
        ((65.0 / 50.0_f64).powf(0.2) - 1.0) * 100.0,
    );
    actual(
        &plan,
        &mut scenario,
        "d",
        &[(2013, Actual::CumulativeChange(-15.1))],
    );
    // 1 − (0.79 / 0.849)^(1/2), from 2014 on.
    let answer = own(&plan, &scenario, "d", SolveMode::CatchUp);
    close(answer.value, (1.0 - (0.79 / 0.849_f64).sqrt()) * 100.0);
    assert_eq!(answer.from, 2014);
    assert_eq!(answer.assessment.status, Status::Met);
}

#[test]
fn a_later_year_leaves_the_years_before_it_alone() {
    let plan = plan();
    let mut scenario = Scenario::default();
    scenario
        .rates
        .set(ix(&plan, "a"), Rates::Yearly(vec![5.0, 6.0, 7.0, 1.0, 1.0]));
    let answer = own(&plan, &scenario, "a", SolveMode::Constant { from: Some(2014) });
    let rate = ((1.08_f64.powi(5) / (1.05 * 1.06 * 1.07)).sqrt() - 1.0) * 100.0;
    close(answer.value, rate);
    let Rates::Yearly(rates) = &answer.rates else {
        panic!("{answer:?}")
    };
    assert_eq!(rates[..3], [5.0, 6.0, 7.0]);
    close(rates[4], rate);
}

#[test]
fn one_year_makes_up_for_the_others() {
    let plan = plan();
    let mut scenario = Scenario::default();
    scenario.rates.set(ix(&plan, "a"), Rates::Constant(7.0));
    let answer = own(&plan, &scenario, "a", SolveMode::OneYear { year: Some(2013) });
    close(answer.value, (1.08_f64.powi(5) / 1.07_f64.powi(4) - 1.0) * 100.0);
    assert_eq!(
        answer.rates,
        Rates::Yearly(vec![7.0, 7.0, answer.value, 7.0, 7.0])
    );
    scenario.rates.set(ix(&plan, "d"), Rates::Constant(4.0));
    let answer = own(&plan, &scenario, "d", ONE_YEAR);
    close(answer.value, (1.0 - 0.79 / 0.96_f64.powi(4)) * 100.0);
    assert_eq!(answer.from, 2011);
    scenario.rates.set(ix(&plan, "p"), Rates::Constant(1.0));
    // Four points come anyway; the fifth year adds the other four.
    close(
        own(&plan, &scenario, "p", SolveMode::OneYear { year: Some(2015) }).value,
        4.0,
    );
}

#[test]
fn a_factor_multiplies_what_is_left() {
    let plan = plan();
    let mut scenario = Scenario::default();
    scenario
        .rates
        .set(ix(&plan, "p"), Rates::Yearly(vec![0.5, 0.5, 1.0, 1.0, 1.0]));
    // 8 points in place of 4.
    close(own(&plan, &scenario, "p", SCALE).value, 2.0);
    // From 2013 on: 7 in place of 3.
    let answer = own(&plan, &scenario, "p", SolveMode::Scale { from: Some(2013) });
    close(answer.value, 7.0 / 3.0);
    // One equal rate: the factor is the required rate over it.
    scenario.rates.set(ix(&plan, "a"), Rates::Constant(5.0));
    close(own(&plan, &scenario, "a", SCALE).value, 1.6);
    scenario.rates.set(ix(&plan, "a"), Rates::Constant(0.0));
    assert_eq!(
        solve(&plan, &scenario, ask(&plan, "a", "a", ParameterKind::Rate, SCALE)),
        Err(Unsolvable::NothingToScale)
    );
}

#[test]
fn output_growth_is_turned_on_either_side() {
    let plan = plan();
    let c = ix(&plan, "c");
    let mut scenario = Scenario::default();
    let growth = |top: f64, all: f64| Rates::OutputGrowth {
        top: vec![top; 5],
        all: vec![all; 5],
    };
    scenario.rates.set(c, growth(5.0, 5.0));
    // CR_n = 48.6 ((1 + g_top) / (1 + g_all))^5 = 60.
    let outgrowth = (60.0 / 48.6_f64).powf(0.2);
    let top = solve(
        &plan,
        &scenario,
        ask(&plan, "c", "c", ParameterKind::Numerator, CONSTANT),
    )
    .unwrap();
    close(top.exact, (1.05 * outgrowth - 1.0) * 100.0);
    let all = ask(&plan, "c", "c", ParameterKind::Denominator, CONSTANT);
    let all = solve(&plan, &scenario, all).unwrap();
    close(all.exact, (1.05 / outgrowth - 1.0) * 100.0);
    // "More than 60": 9.515… % leads to 60 and is not enough, 9.52 % is; of the industry 0.666… %, and 0.66 % is.
    assert_eq!((top.value, all.value), (9.52, 0.66));
    for answer in [&top, &all] {
        let level = applied(&plan, &scenario, answer);
        assert!(level > 60.0 && level < 60.03, "{level}");
        assert!(answer.is_beyond_line() && !answer.is_on_strict_line());
        assert_eq!(answer.assessment.status, Status::Met);
    }
    let both = parameters(&plan, &scenario, c);
    let parts: Vec<ParameterKind> = both.iter().map(|parameter| parameter.kind).collect();
    assert_eq!(
        parts,
        [
            ParameterKind::Numerator,
            ParameterKind::Denominator,
            ParameterKind::Rate
        ]
    );
    assert_eq!(
        default_parameter(&plan, &scenario, c).unwrap().kind,
        ParameterKind::Numerator
    );
    scenario.rates.remove(c);
    assert_eq!(
        solve(
            &plan,
            &scenario,
            ask(&plan, "c", "c", ParameterKind::Numerator, CONSTANT)
        ),
        Err(Unsolvable::NotOutputGrowth)
    );
}

#[test]
fn a_derived_target_is_reached_by_any_lever_behind_it() {
    let plan = plan();
    let scenario = Scenario::default();
    // d falls by 21 % anyway; f must contribute 0.75 / 0.79.
    let by_f = ask(&plan, "product", "f", ParameterKind::Rate, CONSTANT);
    let answer = solve(&plan, &scenario, by_f).unwrap();
    close(answer.exact, (1.0 - (0.75 / 0.79_f64).powf(0.2)) * 100.0);
    assert!(answer.is_beyond_line());
    // d alone.
    let by_d = ask(&plan, "product", "d", ParameterKind::Rate, CONSTANT);
    close(
        solve(&plan, &scenario, by_d).unwrap().exact,
        (1.0 - 0.75_f64.powf(0.2)) * 100.0,
    );
    // a (1 − p / 100) = 20: a = 16 · 1.08^5, so p = 100 (1 − 20 / a).
    let share = 100.0 * (1.0 - 20.0 / (16.0 * 1.08_f64.powi(5)));
    let by_p = ask(&plan, "rest", "p", ParameterKind::Rate, CONSTANT);
    close(solve(&plan, &scenario, by_p).unwrap().value, (share - 7.0) / 5.0);
    // g / d grows by 12 % a year: g by 1.12 (1 − 0.0461) − 1, while d takes its even path.
    let by_g = ask(&plan, "output", "g", ParameterKind::Rate, CONSTANT);
    close(
        solve(&plan, &scenario, by_g).unwrap().value,
        (1.12 * 0.79_f64.powf(0.2) - 1.0) * 100.0,
    );
    // Twelve points of 2 p are six of p.
    let by_p = ask(&plan, "double", "p", ParameterKind::Rate, CONSTANT);
    close(solve(&plan, &scenario, by_p).unwrap().value, 6.0 / 5.0);
    let free = default_parameter(&plan, &scenario, ix(&plan, "product")).unwrap();
    assert_eq!(
        free.indicator,
        ix(&plan, "f"),
        "the one without a target of its own"
    );
    assert_eq!(
        solve(
            &plan,
            &scenario,
            ask(&plan, "product", "a", ParameterKind::Rate, CONSTANT)
        ),
        Err(Unsolvable::NotBehind(vec![ix(&plan, "d"), ix(&plan, "f")]))
    );
}

#[test]
fn a_target_met_too_early_gives_the_rate_that_leads_back() {
    let plan = plan();
    let mut scenario = Scenario::default();
    actual(&plan, &mut scenario, "u", &[(2013, Actual::Level(560.0))]);
    let answer = own(&plan, &scenario, "u", CONSTANT);
    // 560 → 590 is a rise, so the rate of decline is negative.
    close(answer.value, (1.0 - (590.0 / 560.0_f64).sqrt()) * 100.0);
    assert_eq!(answer.assessment.status, Status::Met);
}
