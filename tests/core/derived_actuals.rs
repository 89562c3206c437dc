//! Published figures of derived indicators, and figures for years before the base year.

use std::path::Path;

use planpath::analysis::implications;
use planpath::model::{Origin, Projection, history, project};
use planpath::plan::{self, Plan};
use planpath::scenario::{Actual, ActualEntry, EXAMPLES, Rates, Scenario, load, read_text, to_text};
use planpath::text::Language;
use planpath::wording::statement;

use crate::closeness::close;

/// a grows by 10 % a year from 100 and b stays at 2; their product, what is computed from that, the same product from
/// its parts; and a share of 20 % with the same share derived.
fn plan() -> Plan {
    let text = r#"(format: 2, id: "p", title: "P", base_year: 2010, end_year: 2015, source: "",
        categories: [(id: "c", name: "C")],
        indicators: [
            (id: "a", name: "A", category: "c", unit: "u", base: Some(100.0), dynamics: Growth),
            (id: "b", name: "B", category: "c", unit: "u", base: Some(2.0), dynamics: Decline),
            (id: "product", name: "Product", category: "c", unit: "t", dynamics: Derived("a * b")),
            (id: "twice", name: "Twice", category: "c", unit: "t", dynamics: Derived("2 * product")),
            (id: "parts", name: "Parts", category: "c", unit: "t", dynamics: Derived("2 * a * b")),
            (id: "share", name: "Share", category: "c", unit: "%", base: Some(20.0), dynamics: Additive),
            (id: "derived-share", name: "DS", category: "c", unit: "%", dynamics: Derived("share * 1")),
        ])"#;
    plan::read_text("p", text).unwrap_or_else(|failure| panic!("{failure}"))
}

fn growing(plan: &Plan) -> Scenario {
    let mut scenario = Scenario::default();
    scenario.rates.set(plan.find("a").unwrap(), Rates::Constant(10.0));
    scenario
}

fn enter(plan: &Plan, scenario: &mut Scenario, id: &str, figures: &[(i32, Actual)]) {
    let entry = |&(year, figure): &(i32, Actual)| ActualEntry { year, figure };
    scenario
        .actuals
        .set(plan.find(id).unwrap(), figures.iter().map(entry).collect());
}

fn levels<'p>(plan: &Plan, projection: &'p Projection, id: &str) -> &'p [f64] {
    projection.levels(plan.find(id).unwrap()).unwrap()
}

/// 200 · 1.1^t, as given by the product's identity.
fn identity(step: i32) -> f64 {
    200.0 * 1.1_f64.powi(step)
}

/// 10 % above the identity in 2012, 10 % below it in 2014.
fn published(plan: &Plan) -> Scenario {
    let mut scenario = growing(plan);
    let figures = [
        (2012, Actual::Level(identity(2) * 1.1)),
        (2014, Actual::Level(identity(4) * 0.9)),
    ];
    enter(plan, &mut scenario, "product", &figures);
    scenario
}

#[test]
fn the_ratio_to_the_identity_is_bridged_and_then_kept() {
    let plan = plan();
    let projection = project(&plan, &published(&plan));
    let k = [1.0, 1.1_f64.sqrt(), 1.1, (1.1_f64 * 0.9).sqrt(), 0.9, 0.9];
    for (step, k) in (0..).zip(k) {
        let at = usize::try_from(step).unwrap();
        close(levels(&plan, &projection, "product")[at], identity(step) * k);
        // What is computed from it moves with it; what is computed from its parts does not.
        close(levels(&plan, &projection, "twice")[at], 2.0 * identity(step) * k);
        close(levels(&plan, &projection, "parts")[at], 2.0 * identity(step));
    }
    let origins = projection.origins(plan.find("product").unwrap());
    assert_eq!(
        origins[..5],
        [
            Origin::Base,
            Origin::Interpolated,
            Origin::Actual,
            Origin::Interpolated,
            Origin::Actual
        ]
    );
    assert!(!origins[5].is_known(), "2015 rests on rates again");
}

#[test]
fn in_points_the_difference_is_bridged_and_then_kept() {
    let plan = plan();
    let mut scenario = Scenario::default();
    scenario
        .rates
        .set(plan.find("share").unwrap(), Rates::Constant(1.0));
    // The identity gives 22 in 2012.
    enter(
        &plan,
        &mut scenario,
        "derived-share",
        &[(2012, Actual::Level(23.0))],
    );
    let projection = project(&plan, &scenario);
    let expected = [20.0, 21.5, 23.0, 24.0, 25.0, 26.0];
    for (found, expected) in levels(&plan, &projection, "derived-share").iter().zip(expected) {
        close(*found, expected);
    }
    let found: Vec<_> = projection.discrepancies().iter().collect();
    assert_eq!((found.len(), found[0].year, found[0].in_points), (1, 2012, true));
    close(found[0].size, 1.0);
}

#[test]
fn what_the_identity_does_not_say_is_a_finding_with_size_and_year() {
    let plan = plan();
    let scenario = published(&plan);
    let projection = project(&plan, &scenario);
    let found: Vec<_> = projection.discrepancies().iter().collect();
    assert_eq!(
        found.iter().map(|found| found.year).collect::<Vec<_>>(),
        [2012, 2014]
    );
    close(found[0].size, 10.0);
    close(found[1].size, -10.0);
    close(found[0].entered, 242.0 * 1.1);
    close(found[0].identity, 242.0);
    let said: Vec<String> = implications(&plan, &scenario, &projection)
        .iter()
        .filter(|found| found.is_discrepancy())
        .map(|found| {
            let english = statement(&plan, found, Language::English).say(Language::English);
            assert!(
                !statement(&plan, found, Language::Chinese)
                    .say(Language::Chinese)
                    .is_empty()
            );
            english
        })
        .collect();
    assert_eq!(said.len(), 2);
    for (said, year) in said.iter().zip(["2012", "2014"]) {
        assert!(said.contains(year) && said.contains("10"), "{said}");
    }
}

#[test]
fn a_published_fall_of_co2_can_be_entered() {
    let example = EXAMPLES
        .iter()
        .find(|example| example.id == "mid-term-2013")
        .unwrap();
    let loaded = read_text(example.id, example.text, Path::new("")).unwrap();
    let (plan, mut scenario) = (loaded.plan, loaded.scenario);
    let before = project(&plan, &scenario);
    enter(
        &plan,
        &mut scenario,
        "co2-intensity",
        &[(2013, Actual::CumulativeChange(-16.0))],
    );
    let after = project(&plan, &scenario);
    // 84 in place of 84.9, and 84 / 84.9 of the identity from then on.
    close(levels(&plan, &after, "co2-intensity")[3], 84.0);
    let ratio = 84.0 / 84.9;
    close(
        levels(&plan, &after, "co2-intensity")[5],
        levels(&plan, &before, "co2-intensity")[5] * ratio,
    );
    // CO₂ is the product of its parts.
    assert_eq!(levels(&plan, &after, "co2"), levels(&plan, &before, "co2"));
    let found: Vec<_> = after.discrepancies().iter().collect();
    close(found[0].size, (ratio - 1.0) * 100.0);
    // The file declares the new format, and reads back unchanged.
    let text = to_text(&scenario, &plan).unwrap();
    assert!(text.contains("format: 2"), "{text}");
    assert_eq!(
        read_text("again", &text, Path::new("")).unwrap().scenario,
        scenario
    );
}

// Before the base year.

#[test]
fn years_before_the_base_year_are_known_and_nothing_rests_on_them() {
    let plan = plan();
    let unaware = growing(&plan);
    let mut scenario = unaware.clone();
    let past = [
        (2006, Actual::Level(70.0)),
        (2008, Actual::CumulativeChange(-20.0)),
        // The base year's own change determines the year before it.
        (2010, Actual::AnnualChange(12.1)),
    ];
    enter(&plan, &mut scenario, "a", &past);
    let (before, after) = (project(&plan, &unaware), project(&plan, &scenario));
    let a = plan.find("a").unwrap();
    let found = history(&plan, &scenario, &after, a);
    // 2008: 100 · 0.8; 2009: 100 / 1.121; 2007 is unknown, and nothing is made up.
    let expected = [(2006, 70.0), (2008, 80.0), (2009, 100.0 / 1.121)];
    assert_eq!(found.len(), expected.len(), "{found:?}");
    for ((year, level), (expected_year, expected)) in found.into_iter().zip(expected) {
        assert_eq!(year, expected_year);
        close(level, expected);
    }
    for (ix, _) in plan.iter() {
        assert_eq!(before.levels(ix), after.levels(ix), "bit for bit");
        assert_eq!(before.origins(ix), after.origins(ix));
    }
    // Chained back over several years.
    let chain = [
        (2009, Actual::AnnualChange(25.0)),
        (2010, Actual::AnnualChange(25.0)),
    ];
    enter(&plan, &mut scenario, "a", &chain);
    let found = history(&plan, &scenario, &project(&plan, &scenario), a);
    assert_eq!(
        found.iter().map(|(year, _)| *year).collect::<Vec<_>>(),
        [2008, 2009]
    );
    close(found[0].1, 64.0);
    close(found[1].1, 80.0);
}

#[test]
fn format_2_is_written_only_where_it_is_needed() {
    for example in &EXAMPLES {
        let loaded =
            load(&Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("scenarios/{}.ron", example.id)))
                .unwrap();
        assert!(loaded.text.contains("format: 1"), "{}", example.id);
        assert_eq!(
            to_text(&loaded.scenario, &loaded.plan).unwrap(),
            loaded.text,
            "{}",
            example.id
        );
        let mut with_past = loaded.scenario.clone();
        enter(
            &loaded.plan,
            &mut with_past,
            "erp",
            &[(2009, Actual::Level(40.0))],
        );
        let text = to_text(&with_past, &loaded.plan).unwrap();
        assert!(text.contains("format: 2"), "{}", example.id);
    }
}

/// Years are evaluated several at a time; neither their number nor the position of the rows may matter.
#[test]
fn identities_hold_in_every_year_however_long_the_plan_is() {
    for years in 1..=20_i32 {
        let text = format!(
            r#"(format: 2, id: "p", title: "P", base_year: 2010, end_year: {}, source: "",
            categories: [(id: "c", name: "C")],
            indicators: [
                (id: "twice", name: "T", category: "c", unit: "t", dynamics: Derived("b * a")),
                (id: "b", name: "B", category: "c", unit: "u", base: Some(2.0), dynamics: Additive),
                (id: "a", name: "A", category: "c", unit: "u", base: Some(100.0), dynamics: Growth),
            ])"#,
            2010 + years
        );
        let plan = plan::read_text("p", &text).unwrap_or_else(|failure| panic!("{failure}"));
        let scenario = growing(&plan);
        let projection = project(&plan, &scenario);
        let twice = projection.levels(plan.find("twice").unwrap()).unwrap();
        assert_eq!(twice.len(), 1 + years.unsigned_abs() as usize);
        for (step, level) in (0..).zip(twice) {
            let expected = 200.0 * 1.1_f64.powi(step);
            assert!(
                (level / expected - 1.0).abs() < 1e-12,
                "{years} years, step {step}"
            );
        }
        assert!(projection == project(&plan, &scenario), "the same twice is equal");
    }
}
