//! Whether targets are compatible, and what it would take.

use super::*;

#[test]
fn targets_that_hold_together_if_one_lever_does_more() {
    let derived =
        |expression: &str, target: String| one("Goal", "t", &format!(r#"Derived("{expression}")"#), &target);
    // The sentences must be true of the plan with those rates; takes the last sentence, and the rates by lever.
    let goal = |more: String, ways: &[(&str, f64, &str)]| {
        let plan = farm(&more);
        let said = said(&plan, &Scenario::default());
        let goal = about(&said, "goal");
        assert_eq!(goal.stance, Stance::Notable);
        let which = if ways.len() > 1 {
            "Any one of these"
        } else {
            "This"
        };
        let all: Vec<&str> = ways.iter().map(|(.., words)| *words).collect();
        let expected = format!(" {which} would be enough for all of them: {}.", all.join("; "));
        assert!(goal.english.ends_with(&expected), "{}", goal.english);
        for (lever, rate, _) in ways {
            let lever = plan.find(lever).unwrap();
            let status = |rate: f64| {
                let mut scenario = Scenario::default();
                scenario.rates.set(lever, Rates::Constant(rate));
                let assessments = assess(&plan, &scenario, &project(&plan, &scenario));
                assessments
                    .iter()
                    .all(|assessment| assessment.status == Status::Met)
            };
            assert!(status(*rate), "{rate} is enough");
            assert!(
                !status(rate - 0.01) || !status(rate + 0.01),
                "{rate} is just enough"
            );
        }
    };
    // 200 t · 1.21 = 242 t; 250 t take √(250 / 242) − 1 = 1.640 % of the yield or 1.1 √(250 / 242) − 1 = 11.80… % of the
    // area, whose own target is 10 %.
    let (yields, area) = (annual(250.0 / 242.0, 2.0), annual(1.21 * 250.0 / 242.0, 2.0));
    assert_eq!([shown(yields), shown(area)], ["1.64", "11.81"]);
    let both = [
        ("yield", 1.64, "Yield (rise 1.64 % a year in 2021–22)"),
        ("area", 11.81, "Area (rise 11.81 % a year in 2021–22)"),
    ];
    for comparator in ["AtLeast", "MoreThan"] {
        goal(derived("harvest", level_target(comparator, 250.0)), &both);
    }
    // Twice over, through another derived indicator: the root of 250² / 242², shared by two years, is the same.
    goal(
        derived("harvest * harvest", level_target("AtLeast", 62500.0)),
        &both,
    );
    // A ceiling of 230 t takes a fall of 2.51 % of the yield; the area must not grow less.
    assert_eq!(shown(-annual(230.0 / 242.0, 2.0)), "2.52");
    goal(
        derived("harvest", level_target("AtMost", 230.0)),
        &[("yield", -2.52, "Yield (fall 2.52 % a year in 2021–22)")],
    );
    // Points a year: 2 kg becomes 2 · 230 / 242 = 1.9008… kg in two years, less than 0.0496 a year.
    let dose = one("Dose", "kg", "Additive", "base: Some(2.0)");
    goal(
        dose + &derived("area * dose", level_target("LessThan", 230.0)),
        &[("dose", -0.05, "Dose (fall 0.05 kg a year in 2021–22)")],
    );
    // 121 ha for 2 t/ha make 60.5; for 65 the divisor has to fall, or the area to grow by 14.02 %.
    assert_eq!(shown(-annual(60.5 / 65.0, 2.0)), "3.53");
    assert_eq!(shown(annual(1.21 * 65.0 / 60.5, 2.0)), "14.02");
    goal(
        derived("area / yield", level_target("AtLeast", 65.0)),
        &[
            ("yield", -3.53, "Yield (fall 3.53 % a year in 2021–22)"),
            ("area", 14.02, "Area (rise 14.02 % a year in 2021–22)"),
        ],
    );
    // No other lever: 12 247.4… = 100² · 1.1067⁴, so its own target is exceeded by 0.67 points.
    assert_eq!(shown(annual(1.5_f64.sqrt(), 2.0)), "10.67");
    goal(
        derived("area * area", level_target("AtLeast", 15000.0)),
        &[("area", 10.67, "Area (rise 10.67 % a year in 2021–22)")],
    );
    // Not a product: 100 minus the share; 2.25 points a year instead of 2 take 20 to 24.5.
    let floor = level_target("AtLeast", 24.0);
    let share = one("Share", "%", "Additive", &format!("base: Some(20.0), {floor}"));
    let rest = one(
        "Goal",
        "%",
        r#"Derived("100 - share")"#,
        &level_target("AtMost", 75.5),
    );
    goal(
        share + &rest,
        &[("share", 2.25, "Share (rise 2.25 points a year in 2021–22)")],
    );
}

#[test]
fn targets_that_cannot_hold_together() {
    const NEVER: &str = "leads there: the targets cannot all be met.";
    let goal = |more: String, stance: Stance, ending: &str| {
        let said = said(&farm(&more), &Scenario::default());
        let goal = about(&said, "goal");
        assert!(goal.english.ends_with(ending), "{}", goal.english);
        assert_eq!(goal.stance, stance);
        goal.subject == said[0].subject
    };
    let derived =
        |expression: &str, target: String| one("Goal", "t", &format!(r#"Derived("{expression}")"#), &target);
    // The area must reach 121 ha: its square is 14,641 at least.
    let is_first = goal(
        derived("area * area", level_target("AtMost", 14000.0)),
        Stance::Conflicts,
        NEVER,
    );
    assert!(is_first, "conflicts come first");
    // At least 121 ha with at most 1.5 people each are 181.5 of them, or fewer: never more.
    let ceiling = level_target("AtMost", 1.5);
    let crew = one("Crew", "people", "Growth", &format!("base: Some(2.0), {ceiling}"));
    let per_crew = one(
        "Goal",
        "ha",
        r#"Derived("area / crew")"#,
        &level_target("AtMost", 70.0),
    );
    // 121 / 1.5 = 80.7, and it only grows.
    goal(crew + &per_crew, Stance::Conflicts, NEVER);
    // Neither of two levers is enough alone here, one because of a ceiling: the answer is unknown, and none is given.
    let floor = level_target("AtLeast", 24.0);
    let share = one(
        "Share",
        "%",
        "Additive",
        &format!("base: Some(20.0), bounds: Some((0.0, 25.0)), {floor}"),
    );
    let other = one(
        "Other",
        "%",
        "Additive",
        "base: Some(10.0), bounds: Some((0.0, 11.0))",
    );
    let sum = one(
        "Goal",
        "%",
        r#"Derived("share + other")"#,
        &level_target("AtLeast", 36.0),
    );
    goal(
        share + &other + &sum,
        Stance::Notable,
        "no single rate for one lever was found that meets them all.",
    );
}

#[test]
fn what_is_known_already_is_past_and_needs_no_lever() {
    let plan = farm(&one(
        "Goal",
        "t",
        r#"Derived("harvest")"#,
        &level_target("AtLeast", 250.0),
    ));
    let mut scenario = Scenario::default();
    let figure = |year, figure| vec![ActualEntry { year, figure }];
    scenario
        .actuals
        .set(plan.find("goal").unwrap(), figure(2022, Actual::Level(245.0)));
    let found = said(&plan, &scenario);
    let goal: Vec<&Said> = found.iter().filter(|said| said.subject == "goal").collect();
    // 245 / 242 = 1.0124 beyond the harvest; and 2022 is over.
    assert_eq!(
        goal[1].english,
        "Goal went from 200.0 t in 2020 to 245.0 t in 2022: Harvest × 1.2100; difference between actuals and \
         derived values (× 1.0124). This does not reach the target of 250 t."
    );
    assert_eq!(goal[1].stance, Stance::Notable);
    // Published for 2021: 225 t. What the harvest does from there to 2022 is what counts: 225 · 1.1 = 247.5, and 250 t
    // take a rise of 250 / 247.5 − 1 = 1.0101 % in one year, or 1.1 · 250 / 247.5 − 1 = 11.1111 % of the area.
    scenario
        .actuals
        .set(plan.find("goal").unwrap(), figure(2021, Actual::Level(225.0)));
    let found = said(&plan, &scenario);
    let goal = found.iter().rfind(|said| said.subject == "goal").unwrap();
    let expected = "Any one of these would be enough for all of them: Yield (rise 1.02 % a year in 2022); Area \
                    (rise 11.12 % \
                    a year in 2022).";
    assert!(goal.english.ends_with(expected), "{}", goal.english);
}

#[test]
fn a_lever_that_goes_too_far_is_told_how_far_it_may_go() {
    let plan = farm(&one(
        "Goal",
        "t",
        r#"Derived("harvest")"#,
        &level_target("AtMost", 250.0),
    ));
    let mut scenario = Scenario::default();
    scenario
        .rates
        .set(plan.find("yield").unwrap(), Rates::Constant(5.0));
    let said = said(&plan, &scenario);
    // 242 t without the yield, so it may rise by √(250 / 242) − 1 = 1.6395 %.
    let goal = about(&said, "goal");
    let expected = "This would be enough for all of them: Yield (rise 1.63 % a year in 2021–22).";
    assert!(goal.english.ends_with(expected), "{}", goal.english);
    assert!(goal.chinese.ends_with("单产（2021—2022年年均增长1.63%）。"));
}

/// A plan whose goal is the harvest, 220 t in 2021 and 242 t in 2022 on the plan's own path.
fn farm_with_goals(targets: &str) -> Plan {
    let goal = one(
        "Goal",
        "t",
        r#"Derived("harvest")"#,
        &format!("targets: [{targets}]"),
    );
    farm_of(2, &goal)
}

fn at_least(level: f64, due: &str) -> String {
    format!(r#"(form: Level({level:?}), comparator: AtLeast, wording: "", due: {due}),"#)
}

#[test]
fn a_target_in_the_other_direction_is_named_with_its_own() {
    let goal = |form: &str, yields: f64| {
        let target = format!(r#"target: Some((form: {form}, comparator: AtLeast, wording: ""))"#);
        let plan = farm(&one("Goal", "t", r#"Derived("harvest")"#, &target));
        let mut scenario = Scenario::default();
        let rates = Rates::Constant(yields);
        scenario.rates.set(plan.find("yield").unwrap(), rates);
        let said = said(&plan, &scenario);
        let goal = about(&said, "goal");
        (goal.english.clone(), goal.chinese.clone())
    };
    // 1.1² = 1.21: a rise of 21 %.
    let (english, chinese) = goal("CumulativeDecline(10.0)", 0.0);
    assert!(english.starts_with("Goal will rise 21.00 % by 2022"), "{english}");
    let expected = "This does not reach the target of a fall of 10 %.";
    assert!(english.contains(expected), "{english}");
    assert!(chinese.contains("没有达到下降10%的目标。"), "{chinese}");
    // 1.1 · 0.8 = 0.88: a fall of 12 % a year.
    let (english, chinese) = goal("AverageGrowth(5.0)", -20.0);
    assert!(english.starts_with("Goal will fall 12.00 % a year"), "{english}");
    let expected = "This does not reach the target of a rise of 5 % a year.";
    assert!(english.contains(expected), "{english}");
    assert!(chinese.contains("没有达到年均增长5%的目标。"), "{chinese}");
    // If it moves in the direction asked for, the direction has already been stated.
    let (english, _) = goal("AverageGrowth(12.0)", 0.0);
    assert!(english.contains("the target of 12 % a year."), "{english}");
}

#[test]
fn what_would_be_enough_is_tried_against_every_target() {
    let goal = |in_2021: f64| {
        let both = at_least(250.0, "End") + &at_least(in_2021, "In(2021)");
        let said = said(&farm_with_goals(&both), &Scenario::default());
        let goal = about(&said, "goal");
        (goal.english.clone(), goal.chinese.clone())
    };
    // 250 t take √(250 / 242) − 1 = 1.64 % of the yield, or 11.81 % of the area: 223.6 t in 2021.
    let ways = "Yield (rise 1.64 % a year in 2021–22); Area (rise 11.81 % a year in 2021–22).";
    let missed = "Other targets not met: Goal, 2021.";
    let (english, chinese) = goal(230.0);
    let expected =
        format!("would be enough for it, though not for all of its other targets: {ways} {missed}");
    assert!(english.ends_with(&expected), "{english}");
    assert!(
        chinese.contains("但该指标的其他目标仍不能全部实现：单产"),
        "{chinese}"
    );
    let (english, _) = goal(221.0);
    let expected = format!("would be enough for all of them: {ways} {missed}");
    assert!(english.ends_with(&expected), "{english}");
}

#[test]
fn nothing_holds_together_while_a_target_of_another_year_is_missed() {
    let goal = |targets: &str| {
        let plan = farm_with_goals(targets);
        let said = said(&plan, &Scenario::default());
        let goal = about(&said, "goal");
        (goal.stance, goal.english.clone(), goal.chinese.clone())
    };
    let end = at_least(240.0, "End");
    let (stance, english, chinese) = goal(&(end.clone() + &at_least(230.0, "In(2021)")));
    let expected = "This reaches the target of 240 t. Other targets not met: Goal, 2021.";
    assert!(english.ends_with(expected), "{english}");
    assert!(
        chinese.ends_with("其他未达到的目标：Goal（2021年）。"),
        "{chinese}"
    );
    assert_eq!(stance, Stance::Notable);
    let (stance, english, chinese) = goal(&at_least(225.0, "EachYear"));
    assert!(
        english.ends_with(". Targets not met: Goal, every year."),
        "{english}"
    );
    assert!(chinese.ends_with("未达到的目标：Goal（各年）。"), "{chinese}");
    assert_eq!(stance, Stance::Notable);
    // 220 t are 220 t.
    let (stance, english, _) = goal(&(end + &at_least(220.0, "In(2021)")));
    assert!(
        english.ends_with("This reaches the target of 240 t."),
        "{english}"
    );
    assert_eq!(stance, Stance::Holds);
}

#[test]
fn a_search_that_is_no_longer_wanted_stops() {
    // 2 t/ha on 121 ha make 242 t, so a way to 250 t is sought on both levers.
    let goal = one(
        "Goal",
        "t",
        r#"Derived("harvest")"#,
        &level_target("AtLeast", 250.0),
    );
    let (plan, scenario) = (farm(&goal), Scenario::default());
    let projection = project(&plan, &scenario);
    let run = |most: usize| {
        let asked = std::cell::Cell::new(0);
        let is_wanted = || {
            asked.set(asked.get() + 1);
            asked.get() <= most
        };
        (
            implications_while(&plan, &scenario, &projection, &is_wanted),
            asked.get(),
        )
    };
    let (all, trials) = run(usize::MAX);
    assert_eq!(all, Some(implications(&plan, &scenario, &projection)));
    assert!(trials > 10, "{trials}");
    for most in [0, 1, trials / 2, trials - 1] {
        assert_eq!(run(most).0, None, "after {most} trials");
    }
    // Nothing is tried once it is known at the start: one question for each lever, and one at the end.
    assert_eq!(run(0).1, 3);
}
