//! Reports: HTML and Word say the same, what they say is true, and other programs can read them.

mod content;
mod figures;
mod files;

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use planpath::export::report::{Report, ReportOptions};
use planpath::text::Language;
use resvg::usvg::roxmltree::{Document, Node, ParsingOptions};
use zip::ZipArchive;

use crate::export::material::Computed;

const WORD: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Everything in a Word document, by name.
struct Package(BTreeMap<String, Vec<u8>>);

impl Package {
    fn open(bytes: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut parts = BTreeMap::new();
        for n in 0..archive.len() {
            let mut file = archive.by_index(n).unwrap();
            // The first day of ZIP's calendar.
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

/// The text of each element with one of these names, in order.
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

/// The cells of the row that begins with this text.
fn row(document: &Document<'_>, first: &str) -> Vec<String> {
    let rows = document
        .descendants()
        .filter(|node| node.tag_name().name() == "tr");
    let cells = |row: Node<'_, '_>| -> Vec<String> { row.children().map(all_text).collect() };
    rows.map(cells)
        .find(|cells| cells[0] == first)
        .unwrap_or_else(|| panic!("no row {first}"))
}
