//! Report content. Writers use nothing else, so they agree.

use crate::export::figure::Figure;
use crate::model::Status;
use crate::text::{Language, WebAddress};

use super::options::SectionKind;

/// A report, ready to be written.
pub struct Report {
    /// Its title.
    pub title: String,
    /// The scenario it is about.
    pub subtitle: String,
    /// Source line with scenario, plan, version and hash, if wanted.
    pub origin: Option<String>,
    /// The same with full name and hash, for metadata.
    pub origin_in_full: String,
    /// Language.
    pub language: Language,
    /// Its sections, in order.
    pub sections: Vec<Section>,
}

/// A section of a report.
pub struct Section {
    /// Which one.
    pub part: SectionKind,
    /// Its heading, with its number.
    pub heading: String,
    /// Content.
    pub blocks: Vec<ReportBlock>,
}

/// A block of a section.
pub enum ReportBlock {
    /// A heading below the section's.
    Heading(String),
    /// Running text.
    Paragraph(String),
    /// Items of a list.
    List(Vec<Item>),
    /// A formula on a line of its own.
    Formula(Vec<Span>),
    /// A table.
    Table(Table),
    /// A chart.
    Chart(Box<FigureBlock>),
}

/// A list item: subject and text.
pub struct Item {
    /// Highlighted lead-in; may be empty.
    pub about: String,
    /// The text.
    pub text: String,
    /// Where the text leads.
    pub link: Option<WebAddress>,
}

/// A piece of a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// Its text.
    pub text: String,
    /// Position.
    pub place: SpanPosition,
}

/// Position of a span in a formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanPosition {
    /// On the line.
    Line,
    /// Subscript.
    Index,
    /// Superscript.
    Power,
}

/// The caption of a table or chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caption {
    /// "Table" or "Figure".
    pub label: String,
    /// Number within the report.
    pub number: usize,
    /// Separator between number and text.
    pub separator: String,
    /// What it says.
    pub text: String,
}

impl std::fmt::Display for Caption {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}{}{}", self.label, self.number, self.separator, self.text)
    }
}

/// A table.
pub struct Table {
    /// What it shows.
    pub caption: Caption,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<TableRow>,
    /// Notes below: marks, source.
    pub notes: Vec<String>,
}

impl Section {
    /// Blocks, with whether to keep them with the next: a paragraph before a non-paragraph.
    pub(super) fn with_leads(&self) -> impl Iterator<Item = (&ReportBlock, bool)> {
        self.blocks.iter().enumerate().map(|(n, block)| {
            let next = self.blocks.get(n + 1);
            let leads = matches!(block, ReportBlock::Paragraph(_))
                && next
                    .is_some_and(|next| !matches!(next, ReportBlock::Paragraph(_) | ReportBlock::Heading(_)));
            (block, leads)
        })
    }
}

impl Table {
    /// Maximum rows kept on one page.
    const SHORT: usize = 16;

    /// Whether it has to stay on one page.
    #[must_use]
    pub const fn is_short(&self) -> bool {
        self.rows.len() <= Self::SHORT
    }
}

/// A column of a table.
pub struct Column {
    /// Its heading.
    pub name: String,
    /// Relative width, adding up to about 100.
    pub width: f64,
    /// Whether it holds figures, right-aligned.
    pub is_figures: bool,
}

/// A row of a table.
pub enum TableRow {
    /// A heading over the rows that follow.
    Group(String),
    /// One cell per column; the first is the row header.
    Cells(Vec<Cell>),
}

/// A cell of a table.
pub struct Cell {
    /// Its text.
    pub text: String,
    /// Status for its colour; the text states it too.
    pub status: Option<Status>,
    /// Whether greyed as assumed.
    pub is_assumed: bool,
    /// Where its text leads.
    pub link: Option<WebAddress>,
}

impl Cell {
    /// The same in grey.
    #[must_use]
    pub fn assumed(self) -> Self {
        Self {
            status: None,
            is_assumed: true,
            ..self
        }
    }
}

impl Cell {
    /// The same, leading to a source.
    #[must_use]
    pub fn linked(self, link: Option<&WebAddress>) -> Self {
        Self {
            link: link.cloned(),
            ..self
        }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self {
            text,
            status: None,
            is_assumed: false,
            link: None,
        }
    }
}

/// A chart with its caption.
pub struct FigureBlock {
    /// What it shows, of what scope, from which source.
    pub caption: Caption,
    /// The chart.
    pub figure: Figure,
}

/// Parses a formula: `x_{t}` has a subscript, `x^{n}` a superscript.
pub(super) fn formula(text: &str) -> ReportBlock {
    let mut spans = Vec::new();
    let mut push = |text: &str, place| {
        if !text.is_empty() {
            spans.push(Span {
                text: text.to_owned(),
                place,
            });
        }
    };
    let mut rest = text;
    while let Some(at) = rest.find("_{").into_iter().chain(rest.find("^{")).min() {
        let (line, marked) = rest.split_at(at);
        let place = if marked.starts_with('_') {
            SpanPosition::Index
        } else {
            SpanPosition::Power
        };
        let (inside, after) = marked[2..].split_once('}').unwrap_or((&marked[2..], ""));
        push(line, SpanPosition::Line);
        push(inside, place);
        rest = after;
    }
    push(rest, SpanPosition::Line);
    ReportBlock::Formula(spans)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn indices_and_powers_are_told_from_the_line() {
        let ReportBlock::Formula(spans) = formula("x_{t} = y^{1 / n} + r") else {
            panic!("a formula")
        };
        let told: Vec<(&str, SpanPosition)> = spans
            .iter()
            .map(|span| (span.text.as_str(), span.place))
            .collect();
        assert_eq!(
            told,
            [
                ("x", SpanPosition::Line),
                ("t", SpanPosition::Index),
                (" = y", SpanPosition::Line),
                ("1 / n", SpanPosition::Power),
                (" + r", SpanPosition::Line),
            ]
        );
    }
}
