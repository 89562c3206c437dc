//! Identities of user-supplied plans.

use super::*;

#[test]
fn a_share_and_the_rest_of_any_plan() {
    let ceiling = level_target("AtMost", 10.0);
    let share = one("Share", "%", "Additive", &format!("base: Some(20.0), {ceiling}"));
    for rest in ["harvest - exports", "harvest * (1 - share / 100)"] {
        let more = share.clone()
            + &one("Exports", "t", r#"Derived("harvest * share / 100")"#, "")
            + &one("Home", "t", &format!(r#"Derived("{rest}")"#), "");
        let said = said(&farm(&more), &Scenario::default());
        // The harvest grows by a factor of 1.1²; 20 % becomes 10 %, 80 % becomes 90 %.
        let exports = about(&said, "exports");
        assert_eq!(
            exports.english,
            format!(
                "Exports: 20.0 % of Harvest becomes 10.0 % ({}; the rest: {}). This stays within the ceiling of 10 %.",
                a_year(annual(1.21 * 0.5, 2.0)),
                a_year(annual(1.21 * 90.0 / 80.0, 2.0))
            )
        );
        assert_eq!(exports.levers, ["area", "yield", "share"]);
        assert!(said.iter().all(|said| said.subject != "home"), "{rest}");
    }
}

#[test]
fn what_only_looks_like_the_rest_has_its_own_statement() {
    let share = one("Share", "%", "Additive", "base: Some(20.0)");
    for other in [
        "harvest * (1 + share / 100)",
        "harvest + exports",
        "harvest - yield",
    ] {
        let more = share.clone()
            + &one("Exports", "t", r#"Derived("harvest * share / 100")"#, "")
            + &one("Other", "t", &format!(r#"Derived("{other}")"#), "");
        let said = said(&farm(&more), &Scenario::default());
        assert!(
            about(&said, "other").english.starts_with("Other will rise"),
            "{other}"
        );
        assert!(
            about(&said, "exports").english.contains("; the rest: "),
            "{other}"
        );
    }
}

#[test]
fn identities_of_any_form() {
    let more = one("Workers", "people", "Growth", "base: Some(50.0)")
        + &one("Crowding", "1", r#"Derived("workers / area / area")"#, "")
        + &one("Output", "t", r#"Derived("harvest / workers")"#, "")
        + &one("Sum", "1", r#"Derived("workers + area")"#, "")
        + &one("Balance", "people", r#"Derived("workers - area")"#, "");
    let said = said(&farm(&more), &Scenario::default());
    for (subject, expected) in [
        // 1.1² · 1
        (
            "harvest",
            "Harvest will rise 10.00 % a year, to 1.2100 times the 2020 level by 2022: Area × 1.2100; Yield × 1.0000."
                .to_owned(),
        ),
        // 1 / 1.21² = 0.6830, the square of 1.21 being 1.4641
        (
            "crowding",
            format!(
                "Crowding will fall {} % a year, to 0.6830 times the 2020 level by 2022: divided by Area ^ 2 × 1.4641; \
                 Workers × 1.0000.",
                numbers::decimal(-annual(1.0 / 1.4641, 2.0), 2)
            ),
        ),
        (
            "output",
            "Output will rise 10.00 % a year, because Harvest (rise 10.00 % a year) outpaces Workers (no change)."
                .to_owned(),
        ),
        // 150 → 171
        (
            "sum",
            format!(
                "Sum will rise {} % a year, to 1.1400 times the 2020 level by 2022.",
                numbers::decimal(annual(171.0 / 150.0, 2.0), 2)
            ),
        ),
        (
            "balance",
            "Balance will go from −50.0 people in 2020 to −71.0 people in 2022.".to_owned(),
        ),
    ] {
        assert_eq!(about(&said, subject).english, expected);
        assert_eq!(about(&said, subject).stance, Stance::Holds);
    }
}

#[test]
fn tangled_identities_take_no_time() {
    // Each is the product of the two before it: the hundredth depends on the area in more ways than can be counted.
    let mut more =
        one("X0", "1", r#"Derived("area * area")"#, "") + &one("X1", "1", r#"Derived("area * x0")"#, "");
    for n in 2..100 {
        let expression = format!(r#"Derived("x{} * x{}")"#, n - 1, n - 2);
        let target = if n == 5 {
            level_target("LessThan", 1.0)
        } else {
            String::new()
        };
        more += &one(&format!("X{n}"), "1", &expression, &target);
    }
    let said = said(&farm(&more), &Scenario::default());
    assert_eq!(about(&said, "x5").levers, ["area"]);
    assert_eq!(about(&said, "x5").stance, Stance::Conflicts);
}

#[test]
fn a_plan_without_identities_has_nothing_to_say() {
    let text = r#"(format: 1, id: "p", title: "P", base_year: 2020, end_year: 2022, source: "",
        categories: [(id: "c", name: "C")],
        indicators: [(id: "x", name: "X", category: "c", unit: "u", base: Some(1.0), dynamics: Growth)])"#;
    let plan = plan::read_text("p", text).unwrap();
    assert!(said(&plan, &Scenario::default()).is_empty());
}

#[test]
fn published_figures_of_a_product_are_no_data_of_its_factors() {
    let target = level_target("AtLeast", 200.0);
    let plan = farm(&one("Goal", "t", r#"Derived("harvest")"#, &target));
    let mut scenario = Scenario::default();
    let figure = |year, figure| vec![ActualEntry { year, figure }];
    let [goal, area] = ["goal", "area"].map(|id| plan.find(id).unwrap());
    let told = |scenario: &Scenario, language: Language| -> Vec<String> {
        let found = implications(&plan, scenario, &project(&plan, scenario));
        let about = found.iter().filter(|found| found.subject == goal);
        about.map(|found| finding(&plan, found, language)).collect()
    };
    // A figure for the goal was published for 2021; none for area and yield.
    scenario.actuals.set(goal, figure(2021, Actual::Level(245.0)));
    let path = |scenario: &Scenario| {
        let all = told(scenario, Language::English);
        let is_path = |said: &String| said.starts_with("Goal will");
        all.into_iter().find(is_path).unwrap()
    };
    let said = path(&scenario);
    let expected = "On the plan's own path, as nothing was entered: Area; Yield.";
    assert!(said.ends_with(expected), "{said}");
    scenario.actuals.set(area, figure(2021, Actual::Level(111.0)));
    let said = path(&scenario);
    let expected =
        "On the plan's own path, as nothing was entered: Yield. On the plan's own path from 2022 on: Area.";
    assert!(said.ends_with(expected), "{said}");
    // 121 ha in 2022 make 110 ha of 2021, and 220 t: 245 / 220 − 1 = 11.36 %.
    scenario.actuals.set(area, figure(2022, Actual::Level(121.0)));
    let said = &told(&scenario, Language::English)[0];
    assert_eq!(
        said,
        "Goal, 2021: 245.0 was entered, but its inputs give 220.0, a difference of +11.36 %. Interpolated for that \
         year: Area. On the plan's own path for that year, as nothing was entered: Yield."
    );
    let said = &told(&scenario, Language::Chinese)[0];
    assert!(said.contains("该年由内插得出的有：Area。"), "{said}");
}
