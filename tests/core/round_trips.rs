//! Properties: rates and levels are inverses of each other, and files preserve their content.

use std::path::Path;

use planpath::model::{Status, assess, project};
use planpath::plan::{self, BUILT_IN, Plan, built_in};
use planpath::scenario::{
    Actual, ActualEntry, Annotation, Confidence, Correlation, LeverRole, Rates, Scenario, SeriesInfo, Spread,
    Uncertainty, Years, read_text, to_text,
};
use planpath::text::{LocalizedText, WebAddress};
use proptest::prelude::*;

/// A plan with one lever and one target.
fn plan_with(dynamics: &str, base: f64, steps: i32, form: &str, comparator: &str) -> Plan {
    let text = format!(
        r#"(format: 1, id: "p", title: "p", base_year: 2010, end_year: {}, source: "",
        categories: [(id: "c", name: "c")],
        indicators: [(id: "x", name: "x", category: "c", unit: "u", base: Some({base:?}), dynamics: {dynamics},
            bounds: {},
            target: Some((form: {form}, comparator: {comparator}, wording: "")))])"#,
        2010 + steps,
        if dynamics == "Concentration" {
            "Some((0.0, 100.0))"
        } else {
            "None"
        },
    );
    plan::read_text("p", &text).expect(&text)
}

fn assert_even_path_meets_target(plan: &Plan) -> Result<(), TestCaseError> {
    let projection = project(plan, &Scenario::default());
    let (at, _, target) = plan.targets().next().unwrap();
    let ix = at.indicator;
    let levels = projection.levels(ix).unwrap();
    let goal = target.form.level(levels[0], plan.steps());
    let last = levels[plan.steps()];
    prop_assert!(
        (last - goal).abs() <= 1e-9 * goal.abs().max(1.0),
        "{last} is not {goal}"
    );
    let assessment = &assess(plan, &Scenario::default(), &projection)[0];
    prop_assert_eq!(assessment.status, Status::Met);
    prop_assert!((assessment.projected.unwrap() - target.form.value()).abs() <= 1e-7);
    // And back: the constant rate that explains the levels is the even rate.
    let rates = plan.get(ix).even_rates(levels[0], plan);
    let mut scenario = Scenario::default();
    scenario.rates.set(ix, Rates::Constant(rates[0]));
    let again = project(plan, &scenario);
    prop_assert_eq!(again.levels(ix).unwrap(), levels);
    Ok(())
}

proptest! {
    #[test]
    fn the_even_growth_rate_meets_any_growth(base in 0.1..1e6, growth in 0.0..100.0_f64, steps in 1..20) {
        let form = format!("AverageGrowth({growth:?})");
        assert_even_path_meets_target(&plan_with("Growth", base, steps, &form, "AtLeast"))?;
    }

    #[test]
    fn what_the_base_year_satisfies_is_left_alone(base in 0.1..1e6, away in 0.1..1e3_f64, steps in 1..20) {
        // A floor below the base or a ceiling above it asks for nothing, so the lever stays put.
        let growth = format!("AverageGrowth({:?})", -away.min(90.0));
        let (floor, ceiling) = (format!("Level({:?})", base / (1.0 + away)), format!("Level({:?})", base + away));
        for plan in [
            plan_with("Growth", base, steps, &growth, "AtLeast"),
            plan_with("Additive", base, steps, &floor, "AtLeast"),
            plan_with("Decline", base, steps, &ceiling, "AtMost"),
        ] {
            let bare = Scenario::default();
            let projection = project(&plan, &bare);
            let (ix, ..) = plan.targets().next().unwrap();
            let levels = projection.levels(ix.indicator).unwrap();
            prop_assert!(levels.iter().all(|level| (level - base).abs() <= 0.0));
            prop_assert_eq!(assess(&plan, &bare, &projection)[0].status, Status::Met);
        }
    }

    #[test]
    fn the_even_decline_rate_meets_any_fall(base in 0.1..1e6, fall in 0.0..99.0_f64, steps in 1..20) {
        let form = format!("CumulativeDecline({fall:?})");
        assert_even_path_meets_target(&plan_with("Decline", base, steps, &form, "AtLeast"))?;
    }

    #[test]
    fn the_even_rate_meets_any_ceiling(base in 100.0..1e6, share in 0.1..1.0_f64, steps in 1..20) {
        let form = format!("Level({:?})", base * share);
        assert_even_path_meets_target(&plan_with("Decline", base, steps, &form, "AtMost"))?;
    }

    #[test]
    fn even_points_meet_any_change(base in -1e3..1e3, change in 0.1..100.0_f64, steps in 1..20) {
        let form = format!("Change({change:?})");
        assert_even_path_meets_target(&plan_with("Additive", base, steps, &form, "AtLeast"))?;
    }

    #[test]
    fn even_points_meet_any_concentration(base in 0.0..50.0, level in 50.0..100.0_f64, steps in 1..20) {
        let form = format!("Level({level:?})");
        assert_even_path_meets_target(&plan_with("Concentration", base, steps, &form, "AtLeast"))?;
    }

    #[test]
    fn concentration_from_output_growth_is_the_ratio_of_factors(
        top in prop::collection::vec(-20.0..20.0_f64, 5),
        all in prop::collection::vec(-20.0..20.0_f64, 5),
    ) {
        let plan = plan_with("Concentration", 20.0, 5, "Level(60.0)", "AtLeast");
        let ix = plan.find("x").unwrap();
        let mut scenario = Scenario::default();
        scenario.rates.set(ix, Rates::OutputGrowth { top: top.clone(), all: all.clone() });
        let projection = project(&plan, &scenario);
        let factor = |rates: &[f64]| rates.iter().map(|rate| 1.0 + rate / 100.0).product::<f64>();
        let expected = 20.0 * factor(&top) / factor(&all);
        let found = projection.levels(ix).unwrap()[5];
        prop_assert!((found - expected).abs() <= 1e-9 * expected);
        prop_assert_eq!(projection.violations().is_empty(), projection.levels(ix).unwrap().iter().all(|x| *x <= 100.0));
    }

    #[test]
    fn any_level_is_reached_by_its_own_changes(levels in prop::collection::vec(1.0..99.0_f64, 5), is_compound: bool) {
        // Levels entered directly, or as the changes between them, make the same series.
        let dynamics = if is_compound { "Growth" } else { "Additive" };
        let plan = plan_with(dynamics, 50.0, 5, "Level(99.0)", "AtLeast");
        let ix = plan.find("x").unwrap();
        let entries = |figure: &dyn Fn(usize) -> Actual| -> Vec<ActualEntry> {
            (0..5).map(|n| ActualEntry { year: 2011 + i32::try_from(n).unwrap(), figure: figure(n) }).collect()
        };
        let before = |n: usize| if n == 0 { 50.0 } else { levels[n - 1] };
        let change = |from: f64, to: f64| if is_compound { (to / from - 1.0) * 100.0 } else { to - from };
        let mut found = Vec::new();
        for list in [
            entries(&|n| Actual::Level(levels[n])),
            entries(&|n| Actual::AnnualChange(change(before(n), levels[n]))),
            entries(&|n| Actual::CumulativeChange(change(50.0, levels[n]))),
        ] {
            let mut scenario = Scenario::default();
            scenario.actuals.set(ix, list);
            found.push(project(&plan, &scenario).levels(ix).unwrap().to_vec());
        }
        for other in &found[1..] {
            for (a, b) in found[0].iter().zip(other) {
                prop_assert!((a - b).abs() <= 1e-9 * a.abs().max(1.0), "{:?}", found);
            }
        }
    }

    #[test]
    fn a_saved_scenario_reads_back_the_same(scenario in any_scenario()) {
        let plan = default_plan();
        let text = to_text(&scenario, &plan).unwrap();
        let again = read_text("saved", &text, Path::new("")).map_err(|e| TestCaseError::fail(format!("{e}\n{text}")))?;
        prop_assert_eq!(&again.scenario, &scenario);
        prop_assert_eq!(to_text(&again.scenario, &plan).unwrap(), text, "saving is stable");
        prop_assert!(!again.has_comments);
    }
}

fn default_plan() -> std::sync::Arc<Plan> {
    built_in(BUILT_IN[0].id).unwrap().unwrap()
}

fn words() -> impl Strategy<Value = LocalizedText> {
    // Control characters, quotes, both scripts: whatever people paste.
    let text = prop_oneof!["\\PC{0,20}", "[\"\\\\\n\t/*#(){}]{0,12}", "[能耗强度。“”]{0,8}"];
    prop_oneof![
        text.clone().prop_map(|text: String| LocalizedText::Plain(text)),
        (text.clone(), text).prop_map(|(zh, en)| LocalizedText::Both { zh, en }),
    ]
}

/// One visible line, as annotations are.
fn pinned_words() -> impl Strategy<Value = LocalizedText> {
    let text = || "[\"\\\\/*#(){}a-z能耗“。 ]{0,20}[a-z新口径]";
    prop_oneof![
        text().prop_map(LocalizedText::Plain),
        (text(), text()).prop_map(|(zh, en)| LocalizedText::Both { zh, en }),
    ]
}

/// What may be said of a series of actuals; never nothing, since empty entries are not kept.
fn any_series() -> impl Strategy<Value = SeriesInfo> {
    let confidence = prop::option::of(prop::sample::select(&Confidence::ALL[..]));
    let url = prop::option::of("https?://[a-z0-9]{1,9}(:[1-9][0-9]{0,3})?(/[a-z0-9._~%?#=&公报-]{0,20})?");
    (words(), words(), confidence, url)
        .prop_map(|(source, scope, confidence, url)| SeriesInfo {
            source,
            scope,
            confidence,
            url: url.map(|url| WebAddress::read(&url).expect(&url)),
        })
        .prop_filter("says something", |info| !info.is_empty())
}

/// Scenarios for the default plan with every kind of content.
fn any_scenario() -> impl Strategy<Value = Scenario> {
    let finite = -20.0..20.0_f64;
    let rates = prop_oneof![
        finite.clone().prop_map(Rates::Constant),
        prop::collection::vec(finite.clone(), 5).prop_map(Rates::Yearly),
    ];
    let spread = prop_oneof![
        Just(Spread::Fixed),
        (0.01..5.0_f64).prop_map(|sd| Spread::Normal { sd }),
        (0.1..5.0_f64).prop_map(|x| Spread::Triangular {
            min: -x,
            mode: 0.0,
            max: x
        }),
        (0.1..5.0_f64).prop_map(|x| Spread::Uniform { min: -x, max: x }),
    ];
    let years = prop_oneof![
        Just(Years::SameDraw),
        Just(Years::Independent),
        (-0.99..0.99_f64).prop_map(Years::Correlated),
    ];
    let lever = 0..22_usize;
    let series = any_series();
    (
        (words(), words()),
        prop::collection::vec((lever.clone(), rates), 0..6),
        prop::collection::vec((lever.clone(), 1.0..60.0_f64), 0..4),
        prop::option::of(finite),
        prop::collection::vec((lever.clone(), series), 0..4),
        (
            prop::collection::vec((lever.clone(), spread), 0..4),
            years,
            // Small enough for any set of them.
            prop::collection::vec(-0.3..0.3_f64, 3),
            prop::collection::vec((lever.clone(), any::<bool>()), 0..3),
        ),
        prop::collection::vec((lever.clone(), words()), 0..4),
        prop::collection::vec((lever, 2010..=2015, pinned_words()), 0..6),
    )
        .prop_map(
            |((name, description), rates, bases, change, series, uncertainty, notes, annotations)| {
                let plan = default_plan();
                let levers: Vec<_> = plan.levers().map(|(ix, _)| ix).collect();
                let mut scenario = Scenario {
                    name,
                    description,
                    plan: plan.id.clone(),
                    ..Scenario::default()
                };
                for (n, rates) in rates {
                    scenario.rates.set(levers[n], rates);
                }
                for (n, base) in bases {
                    scenario.bases.set(levers[n], base);
                }
                if let Some(change) = change {
                    let figure = Actual::AnnualChange(change);
                    scenario
                        .actuals
                        .set(levers[0], vec![ActualEntry { year: 2011, figure }]);
                }
                for (n, info) in series {
                    scenario.series.set(levers[n], info);
                }
                let (spreads, years, rhos, roles) = uncertainty;
                for (n, spread) in spreads {
                    scenario.uncertainty.set(levers[n], Uncertainty { spread, years });
                }
                let uncertain = scenario
                    .uncertainty
                    .iter()
                    .filter(|(_, of)| of.spread != Spread::Fixed);
                let uncertain: Vec<_> = uncertain.map(|(lever, _)| lever).collect();
                let pairs = uncertain.windows(2).map(|pair| [pair[1], pair[0]]);
                let correlations = pairs.zip(rhos).map(|(levers, rho)| Correlation { levers, rho });
                scenario.correlations = correlations.collect();
                for (n, is_assumed) in roles {
                    let role = if is_assumed {
                        LeverRole::Assumption
                    } else {
                        LeverRole::Policy
                    };
                    scenario.roles.set(levers[n], role);
                }
                for (n, note) in notes {
                    scenario.notes.set(levers[n], note);
                }
                for (n, year, text) in annotations {
                    let indicator = levers[n];
                    scenario.annotations.set(Annotation {
                        indicator,
                        year,
                        text,
                    });
                }
                scenario
            },
        )
}
