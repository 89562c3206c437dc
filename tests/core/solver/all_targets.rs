//! All targets at once.

use super::*;
use planpath::model::ParameterId;

#[test]
fn all_targets_of_the_example_are_reached_together() {
    for name in ["growth-first", "mid-term-2013", "trend-continues"] {
        let (plan, scenario) = example(name);
        let all = reach_all(&plan, &scenario);
        let order: Vec<TargetIx> = all.attempts.iter().map(|(ix, _)| *ix).collect();
        assert_eq!(order, plan.targets().map(|(ix, ..)| ix).collect::<Vec<_>>());
        let projection = project(&plan, &all.scenario);
        for assessment in assess(&plan, &all.scenario, &projection) {
            let attempt = all.attempts.iter().find(|(ix, _)| *ix == assessment.target);
            let id = &plan.get(assessment.indicator()).id;
            match &attempt.unwrap().1 {
                TargetOutcome::Failed(why) => panic!("{name}: {id}: {why:?}"),
                TargetOutcome::AlreadyMet => assert_eq!(assessment.status, Status::Met, "{name}: {id}"),
                TargetOutcome::Solved(answer) => {
                    assert!(answer.is_reached(), "{name}: {id}");
                    assert_eq!(assessment.status, Status::Met, "{name}: {id}");
                    // A rate with two decimals just beyond a strict target overshoots slightly.
                    let slack = if answer.is_beyond_line() { 0.06 } else { 1e-6 };
                    assert!(
                        assessment.gap.unwrap().abs() < slack,
                        "{name}: {id}: {assessment:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_later_target_leaves_what_an_earlier_one_of_its_lever_has_reached() {
    let text = r#"(format: 2, id: "p", title: "P", base_year: 2010, end_year: 2015, source: "",
        categories: [(id: "c", name: "C")],
        indicators: [(id: "g", name: "G", category: "c", unit: "u", base: Some(100.0), dynamics: Additive,
            targets: [
                (form: Level(121.0), comparator: AtLeast, wording: ""),
                (form: Level(112.0), comparator: AtLeast, wording: "", due: In(2012)),
            ])])"#;
    let plan = plan::read_text("p", text).unwrap_or_else(|failure| panic!("{failure:?}"));
    let mut scenario = Scenario::default();
    scenario.rates.set(ix(&plan, "g"), Rates::Constant(1.0));
    let all = reach_all(&plan, &scenario);
    // 12 in two years, then 9 in three.
    let Some(Rates::Yearly(rates)) = all.scenario.rates.get(ix(&plan, "g")) else {
        panic!("{:?}", all.scenario.rates)
    };
    for (found, expected) in rates.iter().zip([6.0, 6.0, 3.0, 3.0, 3.0]) {
        close(*found, expected);
    }
    let met = assess(&plan, &all.scenario, &project(&plan, &all.scenario));
    assert!(met.iter().all(|assessment| assessment.status == Status::Met));
}

#[test]
fn what_is_due_in_every_year_is_reached_at_once_or_said_to_be_lost() {
    let plan = plan::read_text(
        "p",
        r#"(format: 2, id: "p", title: "P", base_year: 2010, end_year: 2015, source: "",
        categories: [(id: "c", name: "C")], indicators: [
        (id: "x", name: "x", category: "c", unit: "u", dynamics: Additive, base: Some(1.0),
         targets: [(form: Level(3.0), comparator: AtLeast, due: EachYear, wording: "")]),
        (id: "l", name: "l", category: "c", unit: "u", dynamics: Additive, base: Some(4.0)),
        (id: "y", name: "y", category: "c", unit: "u", dynamics: Derived("l * 2"),
         targets: [(form: Between(9.0, 11.0), due: EachYear, wording: "")]),
        ])"#,
    )
    .unwrap();
    let answer = |name: &str, lever: &str| {
        let request = Request {
            target: plan.find_target(name).unwrap(),
            parameter: ParameterId::rate(plan.find(lever).unwrap()),
            way: SolveMode::Constant { from: None },
        };
        solve(&plan, &Scenario::default(), request).unwrap()
    };
    // From 1 to 3 in 2011, and no further.
    let own = answer("x", "x");
    assert_eq!((own.from, own.to, own.value), (2011, 2011, 2.0));
    assert_eq!(own.rates, Rates::Yearly(vec![2.0, 0.0, 0.0, 0.0, 0.0]));
    assert!(!own.is_lost_later());
    // From 8 to 9 in 2011 takes half a unit of l, which leads to 13 in 2015.
    let derived = answer("y", "l");
    assert!((derived.value - 0.5).abs() < 1e-9);
    assert!(derived.is_lost_later());
}
