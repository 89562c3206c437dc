//! Reports: HTML and Word say the same, what they say is true, and other programs can read it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

use planpath::export::figure::Size;
use planpath::export::report::{Part, Report, ReportOptions};
use planpath::figure::Mode;
use planpath::scenario::EXAMPLES;
use planpath::text::{Language, say};
use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};
use zip::ZipArchive;

use crate::material::Computed;
use crate::names::awkward;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Everything in a Word document, by name.
struct Package(BTreeMap<String, Vec<u8>>);

impl Package {
    fn open(bytes: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = BTreeMap::new();
        for n in 0..archive.len() {
            let mut file = archive.by_index(n).unwrap();
            // The first day of the format's calendar.
            let date = file.last_modified().unwrap();
            assert_eq!((date.year(), date.month(), date.day()), (1980, 1, 1));
            let mut content = Vec::new();
            file.read_to_end(&mut content).unwrap();
            let name = file.name().unwrap().into_owned();
            parts.insert(name, content);
        }
        Self(parts)
    }

    fn text(&self, name: &str) -> &str {
        std::str::from_utf8(&self.0[name]).unwrap()
    }
}

fn is_picture(name: &str) -> bool {
    std::path::Path::new(name)
        .extension()
        .is_some_and(|extension| extension == "png")
}

pub fn page(text: &str) -> Document<'_> {
    let options = ParsingOptions {
        allow_dtd: true,
        ..ParsingOptions::default()
    };
    Document::parse_with_options(text, options).unwrap()
}

pub fn all_text(node: Node<'_, '_>) -> String {
    node.descendants()
        .filter_map(|inside| inside.text().filter(|_| inside.is_text()))
        .collect()
}

/// The text of each element that has one of these names, in order.
pub fn texts(document: &Document<'_>, names: &[&str]) -> Vec<String> {
    document
        .descendants()
        .filter(|node| names.contains(&node.tag_name().name()))
        .map(all_text)
        .collect()
}

/// Paragraphs of a Word document with their styles.
fn paragraphs(document: &Document<'_>) -> Vec<(String, String)> {
    let found = document
        .descendants()
        .filter(|node| node.has_tag_name((WORD, "p")));
    let style = |node: Node<'_, '_>| {
        let style = node
            .descendants()
            .find(|inside| inside.has_tag_name((WORD, "pStyle")))
            .unwrap();
        style.attribute((WORD, "val")).unwrap().to_owned()
    };
    found.map(|node| (style(node), all_text(node))).collect()
}

pub fn report(computed: &Computed, language: Language, change: impl FnOnce(&mut ReportOptions)) -> Report {
    let mut options = ReportOptions::usual(&computed.plan);
    change(&mut options);
    Report::new(&computed.material(&[], language), &options)
}

pub fn usual(computed: &Computed, language: Language) -> Report {
    report(computed, language, |_| ())
}

/// The cells of the row that begins so.
fn row(document: &Document<'_>, first: &str) -> Vec<String> {
    let rows = document
        .descendants()
        .filter(|node| node.tag_name().name() == "tr");
    let cells = |row: Node<'_, '_>| -> Vec<String> { row.children().map(all_text).collect() };
    rows.map(cells)
        .find(|cells| cells[0] == first)
        .unwrap_or_else(|| panic!("no row {first}"))
}

#[test]
fn both_say_the_same_in_the_order_of_the_sections() {
    for example in &EXAMPLES {
        let computed = Computed::example(example.id);
        for language in Language::ALL {
            let report = usual(&computed, language);
            let text = report.html().unwrap();
            let html = page(&text);
            let package = Package::open(&report.docx().unwrap());
            let word = Document::parse(package.text("word/document.xml")).unwrap();

            let headings = texts(&html, &["h2"]);
            assert_eq!(headings.len(), Part::ALL.len());
            for (heading, part) in headings.iter().zip(Part::ALL) {
                assert!(heading.ends_with(&*say(language, part.heading())), "{heading}");
            }
            let said = texts(
                &html,
                &["h1", "h2", "h3", "p", "li", "th", "td", "caption", "figcaption"],
            );
            // A chart is a paragraph without text in the one, and none in the other.
            let written = paragraphs(&word)
                .into_iter()
                .filter(|(style, _)| style != "Figure");
            let written: Vec<String> = written.map(|(_, text)| text).collect();
            assert_eq!(said, written, "{} {language}", example.id);
            let level = |style: &str| -> Vec<String> {
                let all = paragraphs(&word).into_iter();
                all.filter(|(found, _)| found == style)
                    .map(|(_, text)| text)
                    .collect()
            };
            assert_eq!(headings, level("Heading1"));
            assert_eq!(texts(&html, &["h3"]), level("Heading2"));
            assert!(
                !text.contains("{$") && !text.contains("report-"),
                "a message is missing"
            );
        }
    }
}

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

    // The counts of the summary are those of the rows.
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
    // Names stand in the first column of the section on progress as well.
    let text = report(&computed, Language::English, |options| {
        options.parts.retain(|part| *part != Part::Progress);
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
    // The note on the figures stands with them.
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

#[test]
fn names_of_any_kind_do_no_harm() {
    for name in awkward() {
        let computed = Computed::named(&name);
        for language in Language::ALL {
            // One small chart is enough: names on charts have tests of their own.
            let report = report(&computed, language, |options| {
                options.charts.truncate(1);
                options.size = Size::HALF;
            });
            let text = report.html().unwrap();
            let html = page(&text);
            assert!(
                html.descendants().all(|node| node.tag_name().name() != "script"),
                "{name:?}"
            );
            let shown: String = name.split_whitespace().collect();
            let shown = shown.replace(['\u{1}', '\u{202E}'], "");
            let package = Package::open(&report.docx().unwrap());
            let word = Document::parse(package.text("word/document.xml")).unwrap();
            let core = Document::parse(package.text("docProps/core.xml")).unwrap();
            for found in [
                texts(&html, &["p"]).concat(),
                paragraphs(&word).into_iter().map(|(_, text)| text).collect(),
                all_text(core.root()),
            ] {
                let found: String = found.split_whitespace().collect();
                assert!(found.contains(&shown), "{name:?}");
            }
        }
    }
}

/// The rows of a report, without their heads.
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
            options.parts = vec![Part::Charts, Part::Sources];
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
            options.parts = vec![Part::Charts, Part::Sources];
        });
        report.html().unwrap()
    };
    // An indicator without actuals has no line, whatever is said of its series.
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
            .any(|caption| caption.ends_with("Where the actuals come from"))
    };
    assert!(has_table(&html));
    assert!(texts(&html, &["figcaption"])[0].contains("actuals as given under Sources"));
    // Where nothing at all is known there is no table.
    let text = scenario("");
    assert!(!has_table(&page(&text)));
}

#[test]
fn what_is_switched_off_is_absent_and_charts_keep_their_order() {
    let computed = Computed::example("mid-term-2013");
    let charts = ["steel-cr10", "energy-intensity"].map(|id| computed.plan.find(id).unwrap());
    let report = report(&computed, Language::English, |options| {
        options.parts = vec![Part::Charts, Part::Summary];
        options.charts = charts.to_vec();
        options.mode = Mode::Progress;
        options.provenance = false;
    });
    let text = report.html().unwrap();
    let html = page(&text);
    assert_eq!(texts(&html, &["h2"]), ["1. Charts", "2. Summary"]);
    assert_eq!(texts(&html, &["table"]).len(), 0);
    let captions = texts(&html, &["figcaption"]);
    assert_eq!(captions.len(), 2);
    assert!(captions[0].starts_with("Figure 1. Steel, top-10"), "{captions:?}");
    assert!(
        captions[0].contains("Scope: ") && captions[0].contains("Source: "),
        "{captions:?}"
    );
    assert!(
        captions[1].starts_with("Figure 2. Energy intensity"),
        "{captions:?}"
    );
    assert!(text.contains("% of the way to the target"));
    // The hash is left to the metadata.
    let visible: String = texts(&html, &["body"]).concat();
    let hash = &computed.material(&[], Language::English).sha256[..8];
    assert!(!visible.contains(hash));
    assert_eq!(text.matches(hash).count(), 1);
}

#[test]
fn every_chart_and_table_says_where_it_comes_from() {
    let computed = Computed::example("growth-first");
    let hash = computed.material(&[], Language::Chinese).sha256[..8].to_owned();
    for language in Language::ALL {
        let text = usual(&computed, language).html().unwrap();
        let html = page(&text);
        let figures: Vec<Node<'_, '_>> = html
            .descendants()
            .filter(|node| node.tag_name().name() == "figure")
            .collect();
        assert_eq!(figures.len(), computed.plan.headline.len());
        for figure in figures {
            assert!(all_text(figure).contains(&hash));
        }
        for table in html
            .descendants()
            .filter(|node| node.tag_name().name() == "table")
        {
            let below: String = table
                .next_siblings()
                .skip(1)
                .filter(Node::is_element)
                .take_while(|node| node.attribute("class") == Some("note"))
                .map(all_text)
                .collect();
            let name = computed.scenario.name.get(language);
            for part in [&hash, name, env!("CARGO_PKG_VERSION")] {
                assert!(below.contains(part), "{part} is not in {below}");
            }
        }
    }
}

#[test]
fn the_page_needs_nothing_else_and_runs_nothing() {
    let computed = Computed::example("mid-term-2013");
    for (language, tag) in [(Language::English, "en"), (Language::Chinese, "zh-CN")] {
        let text = usual(&computed, language).html().unwrap();
        let html = page(&text);
        assert_eq!(html.root_element().attribute("lang"), Some(tag));
        let mut ids = BTreeSet::new();
        for node in html.descendants().filter(Node::is_element) {
            for outside in ["src", "href", "onload", "onclick"] {
                assert!(node.attribute(outside).is_none(), "{}", node.tag_name().name());
            }
            if let Some(id) = node.attribute("id") {
                assert!(ids.insert(id.to_owned()), "{id} is there twice");
            }
        }
        for node in html.descendants().filter(Node::is_element) {
            let labels = node.attribute("aria-labelledby").unwrap_or_default();
            assert!(labels.split_whitespace().all(|id| ids.contains(id)), "{labels}");
        }
        assert!(!text.contains("url(") && !text.contains("@import"));
        // Charts keep their title and description; every heading of a table says what it is the heading of.
        for svg in html.descendants().filter(|node| node.tag_name().name() == "svg") {
            for name in ["title", "desc"] {
                let inside = svg
                    .children()
                    .find(|node| node.tag_name().name() == name)
                    .unwrap();
                assert!(!all_text(inside).is_empty());
            }
        }
        let mut headings = html.descendants().filter(|node| node.tag_name().name() == "th");
        assert!(headings.all(|node| node.attribute("scope").is_some()));
        let tables = texts(&html, &["table"]).len();
        assert_eq!(texts(&html, &["caption"]).len(), tables);
    }
}

#[test]
fn word_finds_every_part_and_picture_in_its_size() {
    let computed = Computed::example("mid-term-2013");
    let bytes = usual(&computed, Language::Chinese).docx().unwrap();
    let package = Package::open(&bytes);
    for (name, content) in &package.0 {
        if !is_picture(name) {
            Document::parse(std::str::from_utf8(content).unwrap()).unwrap_or_else(|e| panic!("{name}: {e}"));
        }
    }
    let types = package.text("[Content_Types].xml");
    let relations = Document::parse(package.text("word/_rels/document.xml.rels")).unwrap();
    let mut targets = BTreeMap::new();
    for relation in relations
        .descendants()
        .filter(|node| node.tag_name().name() == "Relationship")
    {
        let target = relation.attribute("Target").unwrap();
        assert!(package.0.contains_key(&format!("word/{target}")), "{target}");
        assert!(
            is_picture(target) || types.contains(&format!("/word/{target}")),
            "{target}"
        );
        targets.insert(relation.attribute("Id").unwrap(), target);
    }
    let text = package.text("word/document.xml");
    let word = Document::parse(text).unwrap();
    let named = |name: &'static str| {
        word.descendants()
            .filter(move |node| node.tag_name().name() == name)
    };
    // The headline charts; where the six targets with data stand, and a chart of each.
    let charts = computed.plan.headline.len() + 1 + 6;
    let mut ids = BTreeSet::new();
    for (about, extent) in named("docPr").zip(named("extent")) {
        ids.insert(about.attribute("id").unwrap());
        assert!(
            about.attribute("descr").unwrap().contains("2015"),
            "alternative text has figures"
        );
        // 16 cm are 5 760 000 of the format's units.
        assert_eq!(extent.attribute("cx"), Some("5760000"));
    }
    assert_eq!(ids.len(), charts);
    for blip in named("blip") {
        let id = blip.attributes().next().unwrap().value();
        let picture = &package.0[&format!("word/{}", targets[id])];
        // Width in dots, from the header: 16 cm at 300 to the inch.
        assert_eq!(u32::from_be_bytes(picture[16..20].try_into().unwrap()), 1890);
    }
    for table in named("tbl") {
        let rows: Vec<Node<'_, '_>> = table
            .children()
            .filter(|node| node.has_tag_name((WORD, "tr")))
            .collect();
        let has = |row: Node<'_, '_>, name| row.descendants().any(|node| node.has_tag_name((WORD, name)));
        assert!(rows.len() > 2 && has(rows[0], "tblHeader"));
        assert!(rows.iter().all(|row| has(*row, "cantSplit")));
        assert!(rows[1..].iter().all(|row| !has(*row, "tblHeader")));
    }
    let styles = package.text("word/styles.xml");
    assert!(styles.contains("w:eastAsia=\"Microsoft YaHei\"") && styles.contains("w:firstLineChars"));
    assert!(!package.text("docProps/core.xml").contains("dcterms"), "no dates");
    // Every style that is used exists.
    let styles = Document::parse(styles).unwrap();
    let known: BTreeSet<&str> = styles
        .descendants()
        .filter_map(|n| n.attribute((WORD, "styleId")))
        .collect();
    for (style, _) in paragraphs(&word) {
        assert!(known.contains(style.as_str()), "{style}");
    }
}

#[test]
fn the_same_report_has_the_same_bytes() {
    let bytes = || {
        let computed = Computed::example("mid-term-2013");
        let report = usual(&computed, Language::Chinese);
        (report.html().unwrap(), report.docx().unwrap())
    };
    let (first, second) = (bytes(), bytes());
    assert!(first == second);
}

#[test]
fn charts_that_cannot_be_drawn_are_named_in_the_report() {
    let computed = Computed::example("mid-term-2013");
    let ix = computed.plan.find("gross-output").unwrap();
    let report = report(&computed, Language::English, |options| {
        options.charts = vec![ix];
        options.parts = vec![Part::Charts];
    });
    let text = report.html().unwrap();
    let html = page(&text);
    let name = computed.plan.get(ix).name.get(Language::English);
    let said = texts(&html, &["p"]);
    assert!(
        said.iter()
            .any(|p| p.starts_with("Not drawn") && p.contains(name)),
        "{said:?}"
    );
    assert_eq!(texts(&html, &["figure"]).len(), 0);
}
