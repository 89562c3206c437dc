//! Spreads, roles and correlations of a scenario: what can hold together, and the format that says it.

use std::path::Path;

use planpath::plan::{BUILT_IN, IndicatorIx, Plan, built_in};
use planpath::scenario::{
    Correlation, CorrelationFault, LeverRole, Scenario, Spread, Uncertainty, Years, correlation_clash,
    correlation_fault, correlation_range, read_text, to_text,
};
use planpath::text::Language;
use planpath::wording::differences;
use proptest::prelude::*;

fn plan() -> std::sync::Arc<Plan> {
    built_in(BUILT_IN[0].id).unwrap().unwrap()
}

fn levers(count: usize) -> Vec<IndicatorIx> {
    plan().levers().map(|(ix, _)| ix).take(count).collect()
}

const ALIKE: Uncertainty = Uncertainty {
    spread: Spread::Normal { sd: 1.0 },
    years: Years::SameDraw,
};

/// The correlations above the diagonal, row by row, without those that are 0.
fn correlations(levers: &[IndicatorIx], above: &[f64]) -> Vec<Correlation> {
    let pairs = (0..levers.len()).flat_map(|a| (a + 1..levers.len()).map(move |b| [a, b]));
    pairs
        .zip(above)
        .filter(|(_, rho)| rho.abs() > 0.0)
        .map(|([a, b], rho)| Correlation {
            levers: [levers[a], levers[b]],
            rho: *rho,
        })
        .collect()
}

/// The determinant of the correlations among some levers.
fn determinant(correlations: &[Correlation], levers: &[IndicatorIx]) -> f64 {
    let rho = |a: IndicatorIx, b: IndicatorIx| {
        if a == b {
            return 1.0;
        }
        let found = correlations.iter().find(|one| one.is_between(a, b));
        found.map_or(0.0, |one| one.rho)
    };
    let rows: Vec<Vec<f64>> = levers
        .iter()
        .map(|a| levers.iter().map(|b| rho(*a, *b)).collect())
        .collect();
    minor(&rows)
}

/// The determinant of a matrix, by expansion along its first row.
fn minor(rows: &[Vec<f64>]) -> f64 {
    let Some((first, rest)) = rows.split_first() else {
        return 1.0;
    };
    (0..first.len())
        .map(|column| {
            let without: Vec<Vec<f64>> = rest
                .iter()
                .map(|row| [&row[..column], &row[column + 1..]].concat())
                .collect();
            let sign = if column % 2 == 0 { 1.0 } else { -1.0 };
            sign * first[column] * minor(&without)
        })
        .sum()
}

/// All sets of levers, small ones first.
fn sets(levers: &[IndicatorIx]) -> Vec<Vec<IndicatorIx>> {
    let mut sets: Vec<Vec<IndicatorIx>> = (1..1_usize << levers.len())
        .map(|bits| {
            let is_in = |n: &usize| bits >> n & 1 == 1;
            (0..levers.len()).filter(is_in).map(|n| levers[n]).collect()
        })
        .collect();
    sets.sort_by_key(Vec::len);
    sets
}

#[test]
fn a_clash_names_the_levers_and_the_range_that_would_do() {
    let levers = levers(4);
    // Two levers that both go with the first at 0.9 cannot go against each other at −0.5: given the first, 0.81 ± 0.19 would
    // do. Changing the first's correlation with one of them takes less: 0.9 · (−0.5) ± √((1 − 0.81) (1 − 0.25)).
    let found = correlations(&levers, &[0.2, 0.9, 0.9, 0.0, 0.0, -0.5]);
    let clash = correlation_clash(&found).unwrap();
    assert_eq!(clash.levers, [levers[0], levers[2], levers[3]]);
    assert_eq!(found[clash.correlation].levers, [levers[0], levers[2]]);
    let half = (0.19_f64 * 0.75).sqrt();
    assert!((clash.range.0 - (-0.45 - half)).abs() < 1e-12, "{clash:?}");
    assert!((clash.range.1 - (-0.45 + half)).abs() < 1e-12, "{clash:?}");
}

#[test]
fn a_range_reaches_as_far_as_all_others_let_it() {
    let levers = levers(4);
    // Both go with the first at 0.9: 0.81 ± 0.19.
    let found = correlations(&levers[..3], &[0.9, 0.9, -0.9]);
    let (low, high) = correlation_range(&found, [levers[1], levers[2]]).unwrap();
    assert!((low - 0.62).abs() < 1e-12 && (high - 1.0).abs() < 1e-12);
    // A fourth, with which they go at 0.8 and 0.2 and the first at 0.5, leaves them less.
    let found = correlations(&levers, &[0.9, 0.9, 0.5, 0.7, 0.8, 0.2]);
    // (0.52 ± √(0.02 · 0.08)) / 0.75.
    let (low, high) = correlation_range(&found, [levers[1], levers[2]]).unwrap();
    assert!((low - 0.64).abs() < 1e-12 && (high - 0.56 / 0.75).abs() < 1e-12);
    for end in [low, high] {
        let mut at_end = found.clone();
        let pair = at_end.iter_mut().find(|one| one.is_between(levers[1], levers[2]));
        pair.unwrap().rho = end;
        assert!(determinant(&at_end, &levers).abs() < 1e-9);
    }
    // Nothing ties these two.
    assert_eq!(correlation_range(&found[..1], [levers[1], levers[2]]), None);
}

#[test]
fn what_is_just_possible_is_taken() {
    let levers = levers(4);
    // Three quantities that sum to a constant, and four: singular, but possible.
    for (count, rho) in [(3, -1.0 / 2.0), (4, -1.0 / 3.0)] {
        let found = correlations(&levers[..count], &[rho; 6]);
        assert_eq!(correlation_clash(&found), None);
    }
    // All four against each other at −0.34 is one step too far, and no three of them clash.
    let clash = correlation_clash(&correlations(&levers, &[-0.34; 6])).unwrap();
    assert_eq!(clash.levers, levers);
    // Two levers that nothing connects with the others do not hide their clash.
    let mut apart = correlations(&levers[..2], &[0.5]);
    let all = plan();
    let others: Vec<IndicatorIx> = all.levers().map(|(ix, _)| ix).skip(4).take(3).collect();
    apart.extend(correlations(&others, &[0.9, 0.9, -0.9]));
    assert_eq!(correlation_clash(&apart).unwrap().levers, others);
}

proptest! {
    #[test]
    fn the_smallest_clash_is_found(above in prop::collection::vec(-0.99..0.99_f64, 10)) {
        let levers = levers(5);
        let found = correlations(&levers, &above);
        // A symmetric matrix is positive semidefinite if no principal minor is negative.
        let smallest = sets(&levers).into_iter().find(|set| determinant(&found, set) < 0.0);
        let clash = correlation_clash(&found);
        prop_assert_eq!(clash.as_ref().map(|clash| clash.levers.len()), smallest.map(|set| set.len()));
        let Some(clash) = clash else { return Ok(()) };
        prop_assert!(determinant(&found, &clash.levers) < 0.0);
        // Only the ends of the range leave the determinant at 0.
        let pair = found[clash.correlation];
        prop_assert!(pair.rho < clash.range.0 || pair.rho > clash.range.1);
        for end in [clash.range.0, clash.range.1] {
            let mut mended = found.clone();
            mended[clash.correlation].rho = end;
            prop_assert!(determinant(&mended, &clash.levers).abs() < 1e-9);
        }
        let mut mended = found.clone();
        mended.retain(|one| one.levers.iter().all(|lever| clash.levers.contains(lever)));
        let at = mended.iter().position(|one| *one == pair).unwrap();
        mended[at].rho = f64::midpoint(clash.range.0, clash.range.1);
        prop_assert_eq!(correlation_clash(&mended), None);
    }
}

#[test]
fn many_levers_clash_in_no_time() {
    let plan = plan();
    let levers: Vec<IndicatorIx> = plan.levers().map(|(ix, _)| ix).collect();
    // Against each other as far as 20 levers can go, and no further: the set is found although there are millions.
    let pairs = levers.len() * (levers.len() - 1) / 2;
    let found = correlations(&levers, &vec![-1.0 / 19.5; pairs]);
    let clash = correlation_clash(&found).unwrap();
    assert_eq!(clash.levers.len(), 21, "1 − 20 / 19.5 < 0 < 1 − 19 / 19.5");
}

#[test]
fn setting_a_spread_keeps_correlations_sound() {
    let levers = levers(4);
    let mut scenario = Scenario::default();
    for lever in &levers {
        scenario.set_spread(*lever, Some(ALIKE));
    }
    scenario.correlations = correlations(&levers, &[0.5, 0.0, 0.0, 0.5, 0.0, 0.0]);
    assert_eq!(scenario.correlated_with(levers[2]), [levers[1], levers[0]]);
    let apart = Uncertainty {
        years: Years::Independent,
        ..ALIKE
    };
    scenario.set_spread(levers[0], Some(apart));
    let years = |scenario: &Scenario, lever: usize| scenario.uncertainty.get(levers[lever]).unwrap().years;
    assert_eq!(
        [0, 1, 2].map(|lever| years(&scenario, lever)),
        [Years::Independent; 3]
    );
    assert_eq!(
        years(&scenario, 3),
        Years::SameDraw,
        "it is correlated with nothing"
    );
    assert_eq!(
        correlation_fault(&scenario.uncertainty, &scenario.correlations),
        None
    );
    scenario.set_spread(levers[1], None);
    assert_eq!(scenario.correlations, [], "both were with it");
    scenario.correlations = correlations(&[levers[0], levers[1]], &[0.5]);
    assert_eq!(
        correlation_fault(&scenario.uncertainty, &scenario.correlations),
        Some((0, CorrelationFault::NoSpread(levers[1])))
    );
}

#[test]
fn roles_and_correlations_need_the_new_format() {
    let (plan, levers) = (plan(), levers(2));
    let mut scenario = Scenario {
        plan: plan.id.clone(),
        ..Scenario::default()
    };
    scenario.set_spread(levers[0], Some(ALIKE));
    scenario.set_spread(levers[1], Some(ALIKE));
    let saved = |scenario: &Scenario| to_text(scenario, &plan).unwrap();
    assert!(saved(&scenario).contains("format: 1"));
    scenario.correlations = correlations(&levers, &[-0.3]);
    assert!(saved(&scenario).contains("format: 2"));
    let [one, other] = [levers[0], levers[1]].map(|lever| plan.get(lever).id.clone());
    let line = format!("correlations: [(\"{one}\", \"{other}\", -0.3)],");
    assert!(saved(&scenario).contains(&line), "{}", saved(&scenario));
    scenario.correlations.clear();
    scenario.roles.set(levers[1], LeverRole::Assumption);
    assert!(saved(&scenario).contains("format: 2"));
    let again = read_text("saved", &saved(&scenario), Path::new("")).unwrap();
    assert_eq!(again.scenario.roles.get(levers[1]), Some(&LeverRole::Assumption));
}

#[test]
fn the_history_names_spreads_roles_and_correlations() {
    let (plan, levers) = (plan(), levers(2));
    let before = Scenario::default();
    let mut after = before.clone();
    after.set_spread(levers[0], Some(ALIKE));
    let triangular = Uncertainty {
        spread: Spread::Triangular {
            min: -2.0,
            mode: 0.5,
            max: 1.0,
        },
        years: Years::SameDraw,
    };
    after.set_spread(levers[1], Some(triangular));
    after.roles.set(levers[1], LeverRole::Assumption);
    after.correlations = correlations(&levers, &[-0.3]);
    let said = |before: &Scenario, after: &Scenario| -> Vec<String> {
        let found = differences(&plan, before, after, Language::English);
        found
            .iter()
            .map(|one| one.sentence.say(Language::English))
            .collect()
    };
    let [one, other] = [levers[0], levers[1]].map(|lever| plan.get(lever).name.get(Language::English));
    assert_eq!(
        said(&before, &after),
        [
            format!("{one}, spread: none → normal, standard deviation 1; years alike"),
            format!("{one} and {other}, correlation: – → −0.3"),
            format!("{other}, spread: none → triangular, −2 to 1, mode 0.5; years alike"),
            format!("{other}: policy → assumption"),
        ]
    );
    let mut independent = after.clone();
    independent.set_spread(
        levers[0],
        Some(Uncertainty {
            years: Years::Independent,
            ..ALIKE
        }),
    );
    let changed = said(&after, &independent);
    assert_eq!(changed.len(), 2, "what is correlated follows: {changed:?}");
    assert!(
        changed.iter().all(|said| said.ends_with("; years independent")),
        "{changed:?}"
    );
    // Policy is what nothing is said of.
    let mut stated = after.clone();
    stated.roles.set(levers[0], LeverRole::Policy);
    assert_eq!(said(&after, &stated), [""; 0]);
}
