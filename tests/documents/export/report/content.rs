//! A report's parts, their order, and the text on its charts and tables.

use planpath::export::report::SectionKind;
use planpath::figure::Mode;
use planpath::scenario::EXAMPLES;
use planpath::text::{Language, say};
use resvg::usvg::roxmltree::{Document, Node};

use super::{Package, all_text, page, paragraphs, report, texts, usual};
use crate::export::material::Computed;

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
            assert_eq!(headings.len(), SectionKind::ALL.len());
            for (heading, part) in headings.iter().zip(SectionKind::ALL) {
                assert!(heading.ends_with(&*say(language, part.heading())), "{heading}");
            }
            let said = texts(
                &html,
                &["h1", "h2", "h3", "p", "li", "th", "td", "caption", "figcaption"],
            );
            // A chart is an empty paragraph in one, and no paragraph in the other.
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
fn what_is_switched_off_is_absent_and_charts_keep_their_order() {
    let computed = Computed::example("mid-term-2013");
    let charts = ["steel-cr10", "energy-intensity"].map(|id| computed.plan.find(id).unwrap());
    let report = report(&computed, Language::English, |options| {
        options.parts = vec![SectionKind::Charts, SectionKind::Summary];
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
    assert!(text.contains("% of target achieved"));
    // The hash appears only in the metadata.
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
fn charts_that_cannot_be_drawn_are_named_in_the_report() {
    let computed = Computed::example("mid-term-2013");
    let ix = computed.plan.find("gross-output").unwrap();
    let report = report(&computed, Language::English, |options| {
        options.charts = vec![ix];
        options.parts = vec![SectionKind::Charts];
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
