//! Reports and tables claim no more than was entered.

use planpath::export::csv;
use planpath::export::report::SectionKind;
use planpath::text::Language;

use crate::export::material::Computed;
use crate::export::report::{all_text, page, report, texts, usual};

/// Energy with actuals and a set rate; a published fall of emissions that energy alone does not explain; a year before
/// the base year.
fn published() -> Computed {
    Computed::new(
        r#"(format: 2, name: "Trial", plan: "industrial-upgrading-2011-2015",
            rates: { "energy-intensity": Constant(3.0) },
            actuals: {
                "energy-intensity": { 2009: CumulativeChange(4.0), 2011: AnnualChange(-4.0) },
                "co2-intensity": { 2012: CumulativeChange(-9.0) },
            })"#,
    )
}

#[test]
fn what_is_assumed_is_grey_and_has_no_status() {
    let text = usual(&Computed::example("mid-term-2013"), Language::English)
        .html()
        .unwrap();
    let html = page(&text);
    let row = |first: &str| {
        let mut rows = html.descendants().filter(|node| node.tag_name().name() == "tr");
        let row = rows
            .find(|row| row.first_child().is_some_and(|cell| all_text(cell) == first))
            .unwrap();
        let cells = row.children().skip(1);
        let class = |node: resvg::usvg::roxmltree::Node<'_, '_>| node.attribute("class").unwrap().to_owned();
        cells
            .map(|cell| (all_text(cell), class(cell)))
            .collect::<Vec<_>>()
    };
    let assumed = row("Labour productivity");
    assert!(
        assumed.iter().all(|(_, class)| class.ends_with(" assumed")),
        "{assumed:?}"
    );
    assert_eq!(
        (assumed[4].0.as_str(), assumed[6].0.as_str()),
        ("assumed", "nothing entered")
    );
    let judged = row("Industrial value added");
    assert!(judged.iter().all(|(_, class)| !class.contains("assumed")));
    assert_eq!(
        (judged[4].0.as_str(), judged[4].1.as_str()),
        ("✔ would be met", "words met")
    );
    assert_eq!(judged[6].0, "data to 2013, then the plan's pace");
}

#[test]
fn captions_and_methods_say_what_values_rest_on() {
    let computed = Computed::example("mid-term-2013");
    for (language, basis, origins) in [
        (
            Language::English,
            "values: 2011 actual, 2012 interpolated, 2013 actual, 2014–15 assumed.",
            "assumed: rests on the plan's even path, because nothing was entered.",
        ),
        (
            Language::Chinese,
            "数值依据：2011年实际值，2012年内插，2013年实际值，2014—2015年假定",
            "假定：未录入数据也未设年率",
        ),
    ] {
        let text = usual(&computed, language).html().unwrap();
        let html = page(&text);
        let captions = texts(&html, &["figcaption"]);
        assert!(captions.iter().any(|text| text.contains(basis)), "{captions:?}");
        let items = texts(&html, &["li"]);
        assert!(items.iter().any(|text| text.starts_with(origins)), "{items:?}");
    }
}

#[test]
fn sources_and_findings_have_published_figures_of_derived_indicators() {
    let computed = published();
    let text = report(&computed, Language::English, |options| {
        options.parts = vec![
            SectionKind::Summary,
            SectionKind::Levers,
            SectionKind::Implications,
            SectionKind::Sources,
        ];
    });
    let text = text.html().unwrap();
    let html = page(&text);
    let cells = texts(&html, &["tr"]);
    let has = |row: &str| assert!(cells.iter().any(|cells| cells == row), "{row} in {cells:#?}");
    has("CO₂ intensity of value added2012Cumulative changefall 9 %");
    has("Energy intensity of value added2009Level relative to 2010+4 %");
    // 0.96 × 0.97 of 100 by the identity, 91 as published: 91 / 93.12 − 1 = −2.28 %.
    let found = texts(&html, &["li"]);
    assert!(
        found
            .iter()
            .any(|text| text.contains("CO₂") && text.contains("2.28")),
        "{found:?}"
    );
    // A year before the base year is not the last data.
    let paragraphs = texts(&html, &["p"]);
    assert!(
        paragraphs
            .iter()
            .any(|text| text.starts_with("Actuals up to 2012 were entered for 2 indicators")),
        "{paragraphs:?}"
    );
    // A rate is actual if both its ends are; the others are set, or assumed if nothing was set.
    let rates = cells
        .iter()
        .find(|row| row.starts_with("Energy intensity of value addedfall, % a year"))
        .unwrap();
    assert!(rates.contains("4.00*3.003.003.003.00"), "{rates}");
}

#[test]
fn no_level_of_a_table_stands_without_what_it_rests_on() {
    let computed = published();
    let bytes = csv::wide(&computed.material(&[], Language::English), false).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap().split(',').collect();
    assert_eq!(
        head[5..],
        [
            "entered_as",
            "2009",
            "2010",
            "2011",
            "2012",
            "2013",
            "2014",
            "2015"
        ]
        .into_iter()
        .chain([
            "origin_2009",
            "origin_2010",
            "origin_2011",
            "origin_2012",
            "origin_2013",
            "origin_2014",
            "origin_2015"
        ])
        .collect::<Vec<_>>()
    );
    let own = lines
        .find(|line| line.starts_with("energy-intensity,") && line.contains(",scenario,"))
        .unwrap();
    assert!(
        own.ends_with(",base,actual,projected,projected,projected,projected"),
        "{own}"
    );
}
