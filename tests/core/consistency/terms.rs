//! Findings are stated in the terms of their indicators and targets.

use super::*;

#[test]
fn figures_that_are_apart_are_seen_to_be() {
    // 1 − 0.9² = 19 %, less a hundredth of a point at 9.995 % a year: 1 − 0.900 05² = 18.991 %.
    let decline = |fall: f64| {
        format!(r#"target: Some((form: CumulativeDecline({fall:?}), comparator: AtLeast, wording: ""))"#)
    };
    let more = one("Waste", "t", "Decline", "base: Some(10.0)")
        + &one("Goal", "t", r#"Derived("waste")"#, &decline(18.99))
        + &one("Other", "t", r#"Derived("waste * 1")"#, &decline(18.992))
        + &one(
            "Level",
            "t",
            r#"Derived("waste * 2")"#,
            &level_target("AtMost", 16.2),
        );
    let plan = farm(&more);
    let mut scenario = Scenario::default();
    scenario
        .rates
        .set(plan.find("waste").unwrap(), Rates::Constant(9.995));
    let said = said(&plan, &scenario);
    for (subject, figure, verdict) in [
        ("goal", "fall 18.991 %", "reaches the target of 18.99 %"),
        // Two decimals already put it on the right side of 18.992.
        ("other", "fall 18.99 %", "does not reach the target of 18.992 %"),
        // 20 · 0.900 05² = 16.2018
        ("level", "to 16.202 t", "exceeds the ceiling of 16.2 t"),
    ] {
        let english = &about(&said, subject).english;
        assert!(english.contains(figure) && english.contains(verdict), "{english}");
    }
}

#[test]
fn changes_are_told_in_the_unit_of_the_indicator() {
    let change = |points: f64| {
        format!(r#"target: Some((form: Change({points:?}), comparator: AtLeast, wording: ""))"#)
    };
    let share = one("Share", "%", "Additive", "base: Some(20.0)");
    let more = share
        + &one("Left", "%", r#"Derived("100 - share")"#, &change(3.0))
        + &one("Goal", "t", r#"Derived("harvest")"#, &change(40.0));
    let said = said(&farm(&more), &Scenario::default());
    let left = &about(&said, "left").english;
    let expected =
        "Left will go from 80.0 % in 2020 to 80.0 % in 2022. This does not reach the target of +3 points.";
    assert!(left.starts_with(expected), "{left}");
    let goal = &about(&said, "goal").english;
    assert!(
        goal.starts_with("Goal will go from 200.0 t in 2020 to 242.0 t in 2022: "),
        "{goal}"
    );
    assert!(goal.contains("This reaches the target of +40 t."), "{goal}");
}

#[test]
fn findings_name_what_keeps_to_the_plan() {
    let english = |plan: &Plan, scenario: &Scenario, subject: &str| -> Vec<String> {
        let found = implications(plan, scenario, &project(plan, scenario));
        let about = found.iter().filter(|found| plan.get(found.subject).id == subject);
        about
            .map(|found| finding(plan, found, Language::English))
            .collect()
    };
    let plan = farm(&one(
        "Goal",
        "t",
        r#"Derived("harvest")"#,
        &level_target("AtLeast", 200.0),
    ));
    let mut scenario = Scenario::default();
    let only = |scenario: &Scenario| {
        let mut all = english(&plan, scenario, "goal");
        assert_eq!(all.len(), 1);
        all.remove(0)
    };
    assert!(only(&scenario).ends_with("This follows from the plan's own path; nothing was entered."));
    // The area of 2021 is known; the yield is not, nor is anything of 2022.
    let figure = |year, figure| vec![ActualEntry { year, figure }];
    scenario
        .actuals
        .set(plan.find("area").unwrap(), figure(2021, Actual::Level(111.0)));
    let said = only(&scenario);
    let expected =
        "On the plan's own path, as nothing was entered: Yield. On the plan's own path from 2022 on: Area.";
    assert!(said.ends_with(expected), "{said}");
    // Set rates are not assumptions.
    for lever in ["area", "yield"] {
        scenario
            .rates
            .set(plan.find(lever).unwrap(), Rates::Constant(10.0));
    }
    assert!(only(&scenario).ends_with("This reaches the target of 200 t."));
    // A published figure against one based on nothing entered: 245 t in 2021 against 111 ha · 2 t/ha = 222 t.
    scenario.rates.remove(plan.find("yield").unwrap());
    scenario
        .actuals
        .set(plan.find("goal").unwrap(), figure(2021, Actual::Level(245.0)));
    let said = &english(&plan, &scenario, "goal")[0];
    // 245 / 222 − 1 = 10.36 %
    assert_eq!(
        said,
        "Goal, 2021: 245.0 was entered, but its inputs give 222.0, a difference of +10.36 %. On the plan's own path \
         for that year, as nothing was entered: Yield."
    );
    // Rounding is not a discrepancy: 222.005 t is 0.002 % more.
    scenario
        .actuals
        .set(plan.find("goal").unwrap(), figure(2021, Actual::Level(222.005)));
    assert_eq!(english(&plan, &scenario, "goal").len(), 1);
    // Yearly falls are judged as well.
    let (plan, scenario) = example("mid-term-2013");
    let cod = &english(&plan, &scenario, "cod")[0];
    assert!(
        cod.contains("On the plan's own path, as nothing was entered: "),
        "{cod}"
    );
}

#[test]
fn targets_of_growth_and_decline_speak_their_own_terms() {
    let growth = r#"target: Some((form: AverageGrowth(9.0), comparator: AtLeast, wording: ""))"#;
    let decline = r#"target: Some((form: CumulativeDecline(20.0), comparator: AtLeast, wording: ""))"#;
    let more = one("Goal", "t", r#"Derived("harvest")"#, growth)
        + &one("Scarcity", "1", r#"Derived("yield / area")"#, decline);
    let said = said(&farm(&more), &Scenario::default());
    assert_eq!(
        about(&said, "goal").english,
        "Goal will rise 10.00 % a year: Harvest (rise 10.00 % a year). This reaches the target of 9 % a year."
    );
    // 1 / 1.21 = 0.8264: a fall of 17.36 %.
    let scarcity = &about(&said, "scarcity").english;
    let expected = "Scarcity will fall 17.36 % by 2022: divided by Area (rise 21.00 %); Yield (no change). This \
                    does not reach the target of 20 %.";
    assert!(scarcity.starts_with(expected), "{scarcity}");
}

#[test]
fn a_falling_concentration_ratio_of_any_plan() {
    let top = one(
        "Top",
        "%",
        "Concentration",
        &format!("base: Some(30.0), {}", level_target("LessThan", 20.0)),
    );
    let said = said(&farm(&top), &Scenario::default());
    let behind = numbers::decimal(-annual(20.0 / 30.0, 2.0), 2);
    assert_eq!(
        about(&said, "top").english,
        format!(
            "Top: 30.0 % becomes 20.0 % as the largest firms fall behind the whole industry by {behind} % a year. \
             This is not below the ceiling of 20 %."
        )
    );
}

#[test]
fn a_strict_fall_that_is_reached_is_not_missed() {
    let strict = r#"target: Some((form: CumulativeDecline(19.0), comparator: MoreThan, wording: ""))"#;
    let said = said(&farm(&one("Waste", "t", "Decline", strict)), &Scenario::default());
    // 0.9 · 0.9 = 0.81.
    assert_eq!(
        about(&said, "waste").english,
        "A fall of more than 19 % from 2020 to 2022 takes 10.001 % a year: Waste."
    );
}
