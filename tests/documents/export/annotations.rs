//! Annotations stand in figures as numbered flags with their texts below, and in the workbook; sources are links.

use std::io::{Cursor, Read as _};

use planpath::export::csv;
use planpath::export::figure::{Figure, FigureOptions, Size, svg};
use planpath::export::xlsx::workbook;
use planpath::figure::Mode;
use planpath::text::Language;
use zip::ZipArchive;

use crate::export::layout::check;
use crate::export::material::Computed;
use crate::export::report::usual;

/// The mid-term example with these fields before its plan.
fn mid_term(more: &str) -> Computed {
    let example = planpath::scenario::EXAMPLES
        .iter()
        .find(|example| example.id == "mid-term-2013")
        .unwrap();
    Computed::new(
        &example
            .text
            .replacen("    plan:", &format!("    {more}\n    plan:"), 1),
    )
}

const TWO: &str = r#"annotations: [
    (indicator: "energy-intensity", year: 2013, text: (zh: "口径变化", en: "New <scope> & threshold")),
    (indicator: "energy-intensity", year: 2011, text: (zh: "第一年", en: "First year")),
],"#;

fn figure(computed: &Computed, language: Language, options: &FigureOptions) -> String {
    let ix = computed.plan.find("energy-intensity").unwrap();
    svg(&computed.material(&[], language), ix, Mode::Level, options).unwrap()
}

#[test]
fn a_figure_has_numbered_flags_and_their_texts_below_in_the_order_of_years() {
    let computed = mid_term(TWO);
    for (language, first, second) in [
        (
            Language::English,
            ">1. 2011: First year<",
            ">2. 2013: New &lt;scope&gt; &amp; threshold<",
        ),
        (Language::Chinese, ">1. 2011年：第一年<", ">2. 2013年：口径变化<"),
    ] {
        let text = figure(&computed, language, &FigureOptions::default());
        let (at, after) = (text.find(first), text.find(second));
        assert!(at.is_some() && at < after, "{language}: {text}");
        assert_eq!((text.matches(">1<").count(), text.matches(">2<").count()), (1, 1));
    }
    // Another indicator's figure is as it was.
    let steel = computed.plan.find("steel-cr10").unwrap();
    let bare = Computed::example("mid-term-2013");
    let heights = [&computed, &bare].map(|computed| {
        let material = computed.material(&[], Language::English);
        Figure::of_chart(&material, steel, Mode::Level, &FigureOptions::default()).centimetres()
    });
    assert_eq!(heights[0], heights[1]);
}

#[test]
fn many_and_long_annotations_stand_inside_and_apart() {
    for (language, text) in [
        (
            Language::English,
            "a long remark on what these figures count ".repeat(11),
        ),
        (Language::Chinese, "关于统计口径变化的较长说明，".repeat(35)),
    ] {
        let all: Vec<String> = (2010..=2015)
            .map(|year| {
                format!(
                    r#"(indicator: "energy-intensity", year: {year}, text: "{}"),"#,
                    text.trim()
                )
            })
            .collect();
        let computed = mid_term(&format!("annotations: [{}],", all.concat()));
        for size in [Size::HALF, Size::FULL] {
            let options = FigureOptions {
                size,
                ..FigureOptions::default()
            };
            let figure = figure(&computed, language, &options);
            check(&figure, language, "annotated");
            // Nothing is left out: the last words of each are there.
            let end: String = text.trim().chars().rev().take(4).collect();
            let end: String = end.chars().rev().collect();
            assert!(figure.matches(&format!("{end}<")).count() >= 6, "{language}");
        }
    }
}

#[test]
fn a_figure_without_lines_still_says_what_was_pinned_to_it() {
    let computed = Computed::new(
        r#"(format: 2, name: "Bare", plan: "industrial-upgrading-2011-2015",
        annotations: [(indicator: "erp", year: 2012, text: "Survey")])"#,
    );
    let ix = computed.plan.find("erp").unwrap();
    let material = computed.material(&[], Language::English);
    let text = svg(&material, ix, Mode::Level, &FigureOptions::default()).unwrap();
    assert!(text.contains(">1. 2012: Survey<"), "{text}");
    check(&text, Language::English, "without lines");
}

/// The same example with the address of a series, and of what it says of it.
fn linked() -> Computed {
    let example = planpath::scenario::EXAMPLES
        .iter()
        .find(|example| example.id == "mid-term-2013")
        .unwrap();
    let text = example.text.replacen("format: 1,", "format: 2,", 1).replacen(
        "            confidence: High,",
        "            confidence: High,\n            url: \"https://example.org/公报?a=1&b=2\",",
        1,
    );
    let text = text.replacen(
        "            confidence: Medium,",
        "            confidence: Medium,\n            url: \"http://example.org/r&d\",",
        1,
    );
    Computed::new(&text)
}

fn part(bytes: &[u8], wanted: impl Fn(&str) -> bool) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for n in 0..archive.len() {
        let mut file = archive.by_index(n).unwrap();
        if wanted(&file.name().unwrap()) {
            file.read_to_string(&mut all).unwrap();
        }
    }
    all
}

/// 公报 in UTF-8, encoded for programs.
const ENCODED: &str = "https://example.org/%E5%85%AC%E6%8A%A5?a=1&amp;b=2";

#[test]
fn sources_are_links_in_reports_and_in_the_workbook() {
    let computed = linked();
    for language in Language::ALL {
        let report = usual(&computed, language);
        let page = report.html().unwrap();
        assert_eq!(page.matches(&format!("<a href=\"{ENCODED}\"")).count(), 1);
        let word = report.docx().unwrap();
        let document = part(&word, |name| name == "word/document.xml");
        let field = format!("HYPERLINK &quot;{ENCODED}&quot;");
        assert_eq!(document.matches(&field).count(), 1, "{document}");
        let book = workbook(&computed.material(&[], language)).unwrap();
        // A formula where something is encoded, else a link as people write them.
        let sheets = part(&book, |name| name.starts_with("xl/worksheets/sheet"));
        let formula = format!("HYPERLINK(\"{ENCODED}\",");
        assert_eq!(sheets.matches(&formula).count(), 1);
        let links = part(&book, |name| name.starts_with("xl/worksheets/_rels/"));
        let plain = "Target=\"http://example.org/r&amp;d\"";
        assert_eq!(links.matches(plain).count(), 1, "{links}");
    }
}

#[test]
fn the_workbook_lists_annotations_and_tables_for_programs_do_not() {
    let (computed, bare) = (mid_term(TWO), Computed::example("mid-term-2013"));
    let material = computed.material(&[], Language::English);
    let book = workbook(&material).unwrap();
    let strings = part(&book, |name| name == "xl/sharedStrings.xml");
    assert!(
        strings.contains("2011: First year\n2013: New &lt;scope&gt; &amp; threshold"),
        "{strings}"
    );
    let plain = bare.material(&[], Language::English);
    assert_eq!(
        csv::wide(&material, false).unwrap(),
        csv::wide(&plain, false).unwrap()
    );
}
