//! The promise: applying an answer reaches the target. And a search can be cancelled.

use super::*;
use planpath::model::ParameterKind;

#[derive(Clone, Copy, Debug)]
enum Case {
    Own(&'static str),
    Derived(&'static str, &'static str),
    Output(ParameterKind),
}

fn cases() -> impl Strategy<Value = Case> {
    prop::sample::select(vec![
        Case::Own("a"),
        Case::Own("g"),
        Case::Own("k"),
        Case::Own("d"),
        Case::Own("u"),
        Case::Own("p"),
        Case::Own("q"),
        Case::Own("c"),
        Case::Derived("product", "d"),
        Case::Derived("product", "f"),
        Case::Derived("rest", "a"),
        Case::Derived("rest", "p"),
        Case::Derived("output", "g"),
        Case::Derived("output", "d"),
        Case::Derived("double", "p"),
        Case::Output(ParameterKind::Numerator),
        Case::Output(ParameterKind::Denominator),
        Case::Output(ParameterKind::Rate),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]
    #[test]
    fn applying_an_answer_reaches_the_target(
        case in cases(),
        way in 0..4_usize,
        years in prop::collection::vec(0.2..3.0_f64, 5),
        passed in prop::collection::vec(0.2..2.0_f64, 0..5),
        later in 0..5_i32,
    ) {
        let plan = plan();
        let mut scenario = Scenario::default();
        let (target, lever, part) = match case {
            Case::Own(id) => (id, id, ParameterKind::Rate),
            Case::Derived(target, lever) => (target, lever, ParameterKind::Rate),
            Case::Output(part) => ("c", "c", part),
        };
        let rates = if matches!(case, Case::Output(_)) {
            Rates::OutputGrowth { top: years.iter().map(|g| g * 2.0).collect(), all: years.clone() }
        } else {
            Rates::Yearly(years)
        };
        scenario.rates.set(ix(&plan, lever), rates);
        let falls = ["d", "u", "f"].contains(&lever);
        let figures: Vec<(i32, Actual)> = passed
            .iter()
            .zip(2011..)
            .map(|(change, year)| (year, Actual::AnnualChange(if falls { -change } else { *change })))
            .collect();
        let first = 2011 + i32::try_from(figures.len()).unwrap();
        if !figures.is_empty() {
            actual(&plan, &mut scenario, lever, &figures);
        }
        let year = Some((first + later).min(2015));
        let way = [
            SolveMode::Constant { from: year },
            SolveMode::OneYear { year },
            SolveMode::Scale { from: year },
            SolveMode::CatchUp,
        ][way];
        let answer = solve(&plan, &scenario, ask(&plan, target, lever, part, way)).unwrap();
        // All of these are reachable, so nothing may stop an answer.
        prop_assert_eq!(&answer.stopped_by, &None);
        let level = applied(&plan, &scenario, &answer);
        let is_there = (level - answer.goal).abs() <= 1e-9 * answer.goal.abs();
        prop_assert!(is_there || answer.is_beyond_line(), "{} for {}", level, answer.goal);
        prop_assert!((level - answer.level).abs() <= 0.0);
        prop_assert_eq!(answer.assessment.status, Status::Met);
        // Setting the figure shown meets the target as well; for a strict target the two are the same.
        let shown = answer.shown(2);
        prop_assert!(!answer.is_beyond_line() || (shown - answer.value).abs() <= 0.0);
    }
}

#[test]
fn a_search_that_nobody_wants_any_more_ends() {
    let example = EXAMPLES.iter().find(|example| example.id == "mid-term-2013");
    let loaded = read_text("mid-term-2013", example.unwrap().text, Path::new("")).unwrap();
    let (plan, scenario) = (loaded.plan, loaded.scenario);
    let request = ask(
        &plan,
        "co2-intensity",
        "energy-intensity",
        ParameterKind::Rate,
        SolveMode::CatchUp,
    );
    let run = |most: usize| {
        let asked = Cell::new(0);
        let is_wanted = || {
            asked.set(asked.get() + 1);
            asked.get() <= most
        };
        let one = solve_while(&plan, &scenario, request, &is_wanted);
        let trials = asked.replace(0);
        (
            one,
            trials,
            reach_all_while(&plan, &scenario, &is_wanted),
            asked.get(),
        )
    };
    let (one, trials, all, all_trials) = run(usize::MAX);
    assert_eq!(one, Some(solve(&plan, &scenario, request)));
    assert_eq!(all, Some(reach_all(&plan, &scenario)));
    assert!(trials > 10 && all_trials > trials, "{trials}, {all_trials}");
    for most in 0..trials {
        assert_eq!(run(most).0, None, "after {most} trials");
    }
    // After that nothing is evaluated; only the bracket closes.
    let (_, _, all, asked) = run(1);
    assert_eq!(all, None);
    assert!(asked < 10, "{asked}");
}
