//! What answers respect: due years, data, strictness, and figures that can be typed.

use super::*;
use planpath::model::ParameterKind;

#[test]
fn what_follows_and_is_due_in_every_year_is_held_in_the_worst_one() {
    let plan = of_indicators(
        r#"
            (id: "a", name: "A", category: "c", unit: "%", base: Some(20.0), dynamics: Additive),
            (id: "e", name: "E", category: "c", unit: "%", dynamics: Derived("100 - a"), scale: Points,
                targets: [(form: Level(78.0), comparator: AtLeast, wording: "", due: EachYear)]),
        "#,
    );
    let request = ask(&plan, "e", "a", ParameterKind::Rate, CONSTANT);
    // 80 − 5 r = 78 in the last year, which is the worst.
    let answer = solve(&plan, &Scenario::default(), request).unwrap();
    close(answer.value, 0.4);
    assert_eq!(answer.assessment.status, Status::Met);
    close(answer.level, 78.0);
    // From above: as things stand, all years but the first are missed.
    let mut scenario = Scenario::default();
    scenario.rates.set(ix(&plan, "a"), Rates::Constant(2.0));
    close(solve(&plan, &scenario, request).unwrap().value, 0.4);
}

#[test]
fn an_answer_has_no_dust() {
    let plan = of_indicators(
        r#"
            (id: "s", name: "S", category: "c", unit: "u", base: Some(20.1), dynamics: Additive,
                targets: [(form: Level(60.1), comparator: AtLeast, wording: "")]),
            (id: "d", name: "D", category: "c", unit: "u", dynamics: Derived("s + 0.1"),
                targets: [(form: Level(32.2), comparator: AtLeast, wording: "")]),
        "#,
    );
    for (target, rate) in [("s", 8.0), ("d", 2.4)] {
        let request = ask(&plan, target, "s", ParameterKind::Rate, CONSTANT);
        let answer = solve(&plan, &Scenario::default(), request).unwrap();
        assert_eq!(answer.rates, Rates::Constant(rate), "{target}");
    }
}

#[test]
fn a_published_figure_of_a_derived_indicator_counts_when_solving() {
    let (plan, mut scenario) = example("mid-term-2013");
    actual(
        &plan,
        &mut scenario,
        "co2-intensity",
        &[(2013, Actual::CumulativeChange(-16.0))],
    );
    for (lever, way) in [
        ("energy-intensity", SolveMode::CatchUp),
        ("carbon-factor", CONSTANT),
    ] {
        let request = ask(&plan, "co2-intensity", lever, ParameterKind::Rate, way);
        let answer = solve(&plan, &scenario, request).unwrap();
        // More than 21 % is asked: just below 79.
        let level = applied(&plan, &scenario, &answer);
        assert!(level < 79.0 && level > 79.0 * 0.9997, "{level}");
        // What was published for 2013 stands, whatever led to it.
        assert_eq!((answer.from, answer.to), (2014, 2015));
    }
    // Energy covers the whole way from 84 to 79 in two years, as the carbon factor is unchanged.
    let request = ask(
        &plan,
        "co2-intensity",
        "energy-intensity",
        ParameterKind::Rate,
        SolveMode::CatchUp,
    );
    let answer = solve(&plan, &scenario, request).unwrap();
    close(answer.exact, (1.0 - (79.0_f64 / 84.0).sqrt()) * 100.0);
}

#[test]
fn a_strict_answer_is_one_rate_wherever_it_stands() {
    let plan = of_indicators(
        r#"
            (id: "up", name: "Up", category: "c", unit: "%", base: Some(30.0), dynamics: Additive,
                targets: [(form: Level(40.0), comparator: MoreThan, wording: "")]),
            (id: "down", name: "Down", category: "c", unit: "%", base: Some(30.0), dynamics: Additive,
                targets: [(form: Level(20.0), comparator: LessThan, wording: "")]),
        "#,
    );
    // Ten points in five years lead to the line: 2 a year is not enough, 2.01 is, to 40.05 and 19.95.
    for (id, sign, level, english, chinese) in [
        ("up", 1.0, 40.05, "asks for more", "超过规定数值"),
        ("down", -1.0, 19.95, "asks for less", "低于规定数值"),
    ] {
        let answer = own(&plan, &Scenario::default(), id, CONSTANT);
        close(answer.exact, sign * 2.0);
        assert_eq!(answer.rates, Rates::Constant(sign * 2.01));
        close(answer.value, sign * 2.01);
        close(answer.level, level);
        assert_eq!(answer.assessment.status, Status::Met);
        let remark = |language| remark_in_words(&plan, &answer, language).unwrap();
        assert!(remark(Language::English).contains(english));
        assert!(remark(Language::Chinese).contains(chinese));
        // 2.001 would do as well, so this is the nearest among figures with two decimals.
        assert!(remark(Language::English).contains("nearest value with 2 decimals that meets it"));
        assert!(remark(Language::Chinese).contains("保留2位小数时最接近"));
        // Even with fewer decimals requested, the figure shown is the one set.
        for wanted in [0, 1, 2] {
            close(answer.shown(wanted), answer.value);
            assert_eq!(answer.decimals(wanted), 2);
        }
    }
}

#[test]
fn what_comes_after_the_due_year_stays_as_it_is() {
    let plan = of_indicators(
        r#"
            (id: "g", name: "G", category: "c", unit: "u", base: Some(100.0), dynamics: Additive,
                targets: [(form: Level(112.0), comparator: AtLeast, wording: "", due: In(2012))]),
            (id: "twice", name: "W", category: "c", unit: "u", dynamics: Derived("2 * g"),
                targets: [(form: Level(230.0), comparator: AtLeast, wording: "", due: In(2013))]),
        "#,
    );
    let mut scenario = Scenario::default();
    let given = vec![1.0, 2.0, 3.0, 4.0, 5.0];
    scenario.rates.set(ix(&plan, "g"), Rates::Yearly(given));
    // 12 in two years; 15 in three; from 3 to 12 in two years is a factor of 4.
    for (target, way, expected, to) in [
        ("g", CONSTANT, vec![6.0, 6.0, 3.0, 4.0, 5.0], 2012),
        ("g", SolveMode::CatchUp, vec![6.0, 6.0, 3.0, 4.0, 5.0], 2012),
        ("g", SCALE, vec![4.0, 8.0, 3.0, 4.0, 5.0], 2012),
        ("twice", CONSTANT, vec![5.0, 5.0, 5.0, 4.0, 5.0], 2013),
    ] {
        let answer = solve(
            &plan,
            &scenario,
            ask(&plan, target, "g", ParameterKind::Rate, way),
        )
        .unwrap();
        let Rates::Yearly(rates) = &answer.rates else {
            panic!("{answer:?}")
        };
        for (found, expected) in rates.iter().zip(expected) {
            close(*found, expected);
        }
        assert_eq!((answer.from, answer.to), (2011, to));
    }
}

#[test]
fn a_lever_without_data_is_turned_after_the_data_of_the_target() {
    let (plan, scenario) = example("mid-term-2013");
    let request = ask(
        &plan,
        "co2-intensity",
        "carbon-factor",
        ParameterKind::Rate,
        CONSTANT,
    );
    let answer = solve(&plan, &scenario, request).unwrap();
    assert_eq!((answer.from, answer.to), (2014, 2015));
    // Energy falls to 84.9 by 2013 and at 4.605 % a year then, so 84.9 · 0.79^0.4 · (1 − r)² = 79 is the line.
    let line = (1.0 - (79.0 / (84.9 * 0.79_f64.powf(0.4))).sqrt()) * 100.0;
    close(answer.exact, line);
    // The line is a rise, of 1.1… % a year; changing more of the past is allowed.
    let request = ask(
        &plan,
        "co2-intensity",
        "carbon-factor",
        ParameterKind::Rate,
        SolveMode::Constant { from: Some(2011) },
    );
    assert_eq!(solve(&plan, &scenario, request).unwrap().from, 2011);
}
