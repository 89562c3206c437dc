//! The files as browsers and word processors see them.

use std::collections::{BTreeMap, BTreeSet};

use planpath::export::figure::Size;
use planpath::text::Language;
use resvg::usvg::roxmltree::{Document, Node};

use super::{Package, WORD, all_text, is_picture, page, paragraphs, report, texts, usual};
use crate::export::material::Computed;
use crate::export::names::awkward;

#[test]
fn names_of_any_kind_do_no_harm() {
    for name in awkward() {
        let computed = Computed::named(&name);
        for language in Language::ALL {
            // One small chart is enough: names on charts have their own tests.
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
        // Charts keep their title and description; every table header has a scope.
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
    // The headline charts; the overview of the six targets with data, and a chart for each.
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
    // Every style used exists.
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
