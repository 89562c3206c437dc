//! Annotations and addresses of sources are read, kept in their order, saved as format 2, and told apart.

use std::path::Path;

use planpath::plan;
use planpath::scenario::{Annotation, Loaded, read_text, to_text};
use planpath::text::{Language, LocalizedText};
use planpath::wording::differences;

/// Two annotations out of the order of the plan, one of them at a year before it.
const TEXT: &str = r#"(
    format: 2,
    name: "Pinned",
    plan: "industrial-upgrading-2011-2015",
    actuals: { "value-added": { 2008: Level(13.0) } },
    series: { "value-added": (url: "https://www.stats.gov.cn/公报") },
    annotations: [
        (indicator: "energy-intensity", year: 2013, text: (zh: "新口径", en: "New scope")),
        (indicator: "value-added", year: 2008, text: "Crisis"),
        (indicator: "co2", year: 2015, text: "End"),
    ],
)
"#;

fn loaded(text: &str) -> Loaded {
    read_text("pinned.ron", text, Path::new("")).unwrap_or_else(|failure| {
        panic!("{}", failure.report(Language::English, false));
    })
}

#[test]
fn annotations_keep_the_order_of_the_file() {
    let Loaded { plan, scenario, .. } = loaded(TEXT);
    let order: Vec<(&str, i32)> = scenario
        .annotations
        .iter()
        .map(|one| (plan.get(one.indicator).id.as_str(), one.year))
        .collect();
    assert_eq!(
        order,
        [("energy-intensity", 2013), ("value-added", 2008), ("co2", 2015)]
    );
    let energy = plan.find("energy-intensity").unwrap();
    let text = scenario.annotations.get(energy, 2013).unwrap();
    assert_eq!(text.get(Language::Chinese), "新口径");
    assert_eq!(scenario.annotations.get(energy, 2012), None);
}

#[test]
fn format_2_is_written_with_annotations_or_addresses() {
    let Loaded { plan, scenario, .. } = loaded(TEXT);
    assert!(to_text(&scenario, &plan).unwrap().contains("format: 2"));
    // Like other additions they are read from any format, so that nothing written by hand is lost.
    let older = loaded(&TEXT.replace("format: 2", "format: 1"));
    assert_eq!(older.scenario, scenario);
    let bare = TEXT.split("    actuals:").next().unwrap();
    for (more, expected) in [
        ("", "format: 1"),
        (r#"series: { "erp": (source: "x") }"#, "format: 1"),
        (r#"series: { "erp": (url: "http://example.org") }"#, "format: 2"),
        (
            r#"annotations: [(indicator: "erp", year: 2010, text: "x")]"#,
            "format: 2",
        ),
    ] {
        let Loaded { plan, scenario, .. } = loaded(&format!("{bare}{more})"));
        let saved = to_text(&scenario, &plan).unwrap();
        assert!(saved.contains(expected), "{more}: {saved}");
    }
}

#[test]
fn what_is_saved_can_be_read_when_the_year_of_an_annotation_has_gone() {
    let Loaded {
        plan, mut scenario, ..
    } = loaded(TEXT);
    let value_added = plan.find("value-added").unwrap();
    assert!(scenario.shows(&plan, value_added, 2008));
    assert!(!scenario.shows(&plan, value_added, 2009));
    scenario.actuals.remove(value_added);
    let again = loaded(&to_text(&scenario, &plan).unwrap());
    assert_eq!(again.scenario.annotations.len(), 2);
    assert_eq!(again.scenario.annotations.get(value_added, 2008), None);
}

#[test]
fn each_annotation_is_a_difference() {
    let Loaded { plan, scenario, .. } = loaded(TEXT);
    let mut after = scenario.clone();
    let energy = plan.find("energy-intensity").unwrap();
    let pin = |year, text: &str| Annotation {
        indicator: energy,
        year,
        text: LocalizedText::from(text),
    };
    after.annotations.set(pin(2013, "Newer scope"));
    after.annotations.set(pin(2011, "First year"));
    after.annotations.remove(plan.find("co2").unwrap(), 2015);
    let said = |language| -> Vec<String> {
        differences(&plan, &scenario, &after, language)
            .iter()
            .map(|one| one.sentence.say(language))
            .collect()
    };
    assert_eq!(
        said(Language::English),
        [
            "Energy intensity of value added 2011: annotation added",
            "Energy intensity of value added 2013: annotation changed",
            "Industrial CO₂ emissions 2015: annotation removed",
        ]
    );
    assert_eq!(said(Language::Chinese).len(), 3);
    assert!(said(Language::Chinese)[1].ends_with("：2013年标注有变化"));
}

#[test]
fn a_plan_says_where_it_and_its_figures_can_be_read() {
    let text = r#"(format: 2, id: "p", title: "P", base_year: 2010, end_year: 2015, source: "s",
        url: "https://www.gov.cn/plan", categories: [(id: "c", name: "C")],
        indicators: [(id: "x", name: "X", category: "c", unit: "t", dynamics: Growth,
        source: "ch. 1", url: "HTTP://example.org:8080/chapter-1#2")])"#;
    let plan = plan::read_text("plan.ron", text).unwrap();
    assert_eq!(plan.url.as_ref().unwrap().host(), "www.gov.cn");
    let (_, indicator) = plan.iter().next().unwrap();
    let address = indicator.url.as_ref().unwrap();
    assert_eq!(address.as_str(), "HTTP://example.org:8080/chapter-1#2");
}
