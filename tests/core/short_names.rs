//! Short names: where a plan gives none, its names stand in.

use planpath::plan::{built_in, read_text};
use planpath::text::Language;

/// A plan of two levers, the first with these fields.
fn first_with(fields: &str) -> planpath::plan::Plan {
    let text = format!(
        r#"(format: 1, id: "p", title: "P", base_year: 2010, end_year: 2015, source: "s",
        categories: [(id: "c", name: "C")],
        indicators: [(id: "x", name: (zh: "单位能耗", en: "Energy use per tonne"), category: "c", unit: "t",
        dynamics: Growth, {fields})])"#
    );
    read_text("plan.ron", &text).unwrap()
}

#[test]
fn a_plan_without_short_names_shows_its_names() {
    for (fields, chinese, english) in [
        ("", "单位能耗", "Energy use per tonne"),
        (r#"short: "E/t""#, "E/t", "E/t"),
        (r#"short: (zh: "能耗", en: "Energy")"#, "能耗", "Energy"),
        // Given in one language only: in the other the name stands.
        (r#"short: (zh: "能耗", en: " ")"#, "能耗", "Energy use per tonne"),
    ] {
        let plan = first_with(fields);
        let (_, indicator) = plan.iter().next().unwrap();
        assert_eq!(indicator.short_name(Language::Chinese), chinese, "{fields}");
        assert_eq!(indicator.short_name(Language::English), english, "{fields}");
    }
}

#[test]
fn every_indicator_of_the_built_in_plan_has_a_short_name_of_its_own() {
    let plan = built_in("industrial-upgrading-2011-2015").unwrap().unwrap();
    for language in Language::ALL {
        let mut seen = std::collections::HashSet::new();
        for (_, indicator) in plan.iter() {
            let short = indicator.short_name(language);
            // What a lever's row has room for beside a rate.
            let most = if language == Language::Chinese { 10 } else { 25 };
            assert!(short.chars().count() <= most, "{short}");
            assert!(seen.insert(short), "{short}");
        }
    }
}
