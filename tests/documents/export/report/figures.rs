//! The figures of a report: targets, rates, and published values.

use planpath::export::report::SectionKind;
use planpath::text::Language;
use resvg::usvg::roxmltree::{Document, Node};

use super::{all_text, page, report, row, texts, usual};
use crate::export::material::Computed;

#[test]
fn the_scorecard_has_the_figures_of_the_scenario() {
    let computed = Computed::example("growth-first");
    let text = usual(&computed, Language::English).html().unwrap();
    let html = page(&text);

    // 11 % a year against 8 %: five years of each, in logarithms.
    let progress = libm::log(1.11) / libm::log(1.08) * 100.0;
    let cells = row(&html, "Industrial value added");
    let expected = [
        "at least 8 % a year",
        "11.00 % a year",
        "+3.00 points",
        &format!("{progress:.1} %"),
        "✔ would be met",
    ];
    assert_eq!(&cells[1..6], expected);

    // 3 % off in each of five years.
    let left = 0.97_f64.powi(5);
    let fall = (1.0 - left) * 100.0;
    let progress = libm::log(left) / libm::log(0.79) * 100.0;
    // Without published figures all five years are left.
    let needed = (1.0 - libm::pow(0.79, 0.2)) * 100.0;
    let cells = row(&html, "Energy intensity of value added (binding)");
    let expected = [
        "fall about 21 %".to_owned(),
        format!("fall {fall:.2} %"),
        format!("−{:.2} points", 21.0 - fall),
        format!("{progress:.1} %"),
        "✘ would be missed".to_owned(),
        format!("fall {needed:.2} % a year"),
        "set rates".to_owned(),
    ];
    assert_eq!(&cells[1..], expected);

    // The counts in the summary match the rows.
    let count = |sign: &str| {
        let cells = texts(&html, &["td"]);
        cells.iter().filter(|cell| cell.starts_with(sign)).count()
    };
    let met = count("✔ ");
    let judged = met + count("◆ ") + count("✘ ") + count("▼ ");
    assert_eq!(judged + count("assumed"), 24);
    let summary = format!("{judged} of 24 targets rest on data or a set rate: {met} met");
    assert!(
        texts(&html, &["p"]).iter().any(|p| p.starts_with(&summary)),
        "{summary}"
    );
}

#[test]
fn rates_are_shown_year_by_year_and_published_ones_marked() {
    let computed = Computed::example("mid-term-2013");
    // Names are also in the first column of the progress section.
    let text = report(&computed, Language::English, |options| {
        options.parts.retain(|part| *part != SectionKind::Progress);
    });
    let text = text.html().unwrap();
    let html = page(&text);
    let rates = |name: &str| {
        let rows = html.descendants().filter(|node| node.tag_name().name() == "tr");
        let cells = |row: Node<'_, '_>| -> Vec<String> { row.children().map(all_text).collect() };
        rows.map(cells)
            .find(|cells| cells[0] == name && cells.len() == 9)
            .unwrap()
    };
    // −3.49 % in 2011, −15.1 % by 2013, so two equal steps between them; then the even path to −21 %.
    let between = (1.0 - ((1.0 - 0.151_f64) / (1.0 - 0.0349)).sqrt()) * 100.0;
    let even = (1.0 - libm::pow(0.79, 0.2)) * 100.0;
    let expected = [
        "fall, % a year".to_owned(),
        "3.49*".to_owned(),
        format!("{between:.2}~"),
        // From an interpolated level to an actual one.
        format!("{between:.2}~"),
        format!("{even:.2}°"),
        format!("{even:.2}°"),
        format!("{even:.2}"),
        "not set".to_owned(),
    ];
    assert_eq!(&rates("Energy intensity of value added")[1..], expected);
    // Two years are left for 0.79 from 0.849.
    let needed = (1.0 - (0.79_f64 / 0.849).sqrt()) * 100.0;
    let cells = row(&html, "Energy intensity of value added (binding)");
    assert_eq!(cells[6], format!("fall {needed:.2} % a year"));
    // The note on the figures is next to them.
    let notes = texts(&html, &["li"]);
    assert_eq!(
        notes
            .iter()
            .filter(|note| note.contains("1 − 0.79/0.93 = 15.1%"))
            .count(),
        1
    );
    let actual = row(&html, "Steel, top-10 concentration ratio");
    assert!(actual.len() >= 4);
    assert!(
        text.contains("2013") && text.contains("49.2 %"),
        "published levels are listed"
    );
}

/// The rows of a report, without headers.
fn rows(document: &Document<'_>) -> Vec<Vec<String>> {
    let rows = document
        .descendants()
        .filter(|node| node.tag_name().name() == "tr");
    rows.map(|row| row.children().map(all_text).collect()).collect()
}

#[test]
fn published_figures_have_source_scope_and_confidence() {
    let computed = Computed::example("mid-term-2013");
    for (language, expected, caption) in [
        (
            Language::English,
            [
                "Steel, top-10 concentration ratio",
                "China Iron and Steel Association",
                "by output, as in the plan",
                "medium",
            ],
            "; actuals: China Iron and Steel Association;",
        ),
        (
            Language::Chinese,
            [
                "钢铁行业前10家产业集中度",
                "中国钢铁工业协会",
                "按产量计算，与规划一致",
                "中",
            ],
            "；实际值来源：中国钢铁工业协会；",
        ),
    ] {
        let steel = computed.plan.find("steel-cr10").unwrap();
        let text = report(&computed, language, |options| {
            options.charts = vec![steel];
            options.parts = vec![SectionKind::Charts, SectionKind::Sources];
        });
        let text = text.html().unwrap();
        let html = page(&text);
        assert!(rows(&html).iter().any(|row| *row == expected), "{language:?}");
        let captions = texts(&html, &["figcaption"]);
        assert!(captions[0].contains(caption), "{captions:?}");
    }
}

#[test]
fn what_is_not_known_of_published_figures_is_said_to_be_so() {
    let scenario = |series: &str| {
        let actuals = r#"actuals: {
            "value-added": { 2011: AnnualChange(10.8) },
            "steel-cr10": { 2011: Level(49.2) },
        }"#;
        let text = format!(
            r#"(format: 1, name: "x", plan: "industrial-upgrading-2011-2015", {actuals}, series: {{{series}}})"#
        );
        let computed = Computed::new(&text);
        let steel = computed.plan.find("steel-cr10").unwrap();
        let report = report(&computed, Language::English, |options| {
            options.charts = vec![steel];
            options.parts = vec![SectionKind::Charts, SectionKind::Sources];
        });
        report.html().unwrap()
    };
    // An indicator without actuals has no line, whatever is recorded about its series.
    let text = scenario(r#""value-added": (source: "Yearbook"), "erp": (source: "Survey")"#);
    let html = page(&text);
    let rows = rows(&html);
    assert!(
        rows.contains(
            &["Industrial value added", "Yearbook", "not stated", "not stated"]
                .map(str::to_owned)
                .into()
        )
    );
    let steel = [
        "Steel, top-10 concentration ratio",
        "not stated",
        "not stated",
        "not stated",
    ];
    assert!(rows.contains(&steel.map(str::to_owned).into()));
    assert!(!text.contains("Survey"));
    let has_table = |html: &Document<'_>| {
        let captions = texts(html, &["caption"]);
        captions
            .iter()
            .any(|caption| caption.ends_with("Sources of actuals"))
    };
    assert!(has_table(&html));
    assert!(texts(&html, &["figcaption"])[0].contains("for actuals see Sources"));
    // If nothing is known at all, there is no table.
    let text = scenario("");
    assert!(!has_table(&page(&text)));
}
