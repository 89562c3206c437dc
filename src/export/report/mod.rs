//! Reports: one description ([`Report`]) and two writers, HTML and Word.
//!
//! One file per section. Writers decide layout, never content.

mod charts;
mod content;
mod docx;
mod draft;
mod html;
mod levers;
mod methods;
mod options;
mod progress;
mod scorecard;
mod sources;
mod summary;
mod xml;

pub use content::{
    Caption, Cell, Column, FigureBlock, Item, Report, ReportBlock, Section, Span, SpanPosition, Table,
    TableRow,
};
pub use options::{ReportOptions, SectionKind};

use std::fmt::Display;

use super::ExportInput;
use super::figure::OriginLine;
use crate::file::Failure;
use crate::text::Message;
use draft::Draft;

impl Report {
    /// The report on a scenario.
    #[must_use]
    pub fn new(input: &ExportInput<'_>, options: &ReportOptions) -> Self {
        let mut draft = Draft::new(input, options);
        let sections = sections(&mut draft, options).collect();
        let language = input.language;
        let origin = OriginLine::of_all(input);
        Self {
            title: draft.say_with("report-title", |message| message.with("plan", draft.plan_title())),
            subtitle: draft.scenario_name(),
            origin: options.provenance.then(|| origin.line(language)),
            origin_in_full: origin.in_full(language),
            language,
            sections,
        }
    }

    /// A self-contained HTML file, for screen and A4 print.
    ///
    /// # Errors
    /// [`Failure::Other`] where a chart cannot be drawn.
    pub fn html(&self) -> Result<String, Failure> {
        html::write(self)
    }

    /// The report as a Word document.
    ///
    /// # Errors
    /// [`Failure::Other`] where a chart cannot be drawn.
    pub fn docx(&self) -> Result<Vec<u8>, Failure> {
        docx::write(self)
    }
}

/// The sections in their order, each made when it is asked for.
fn sections<'a>(draft: &'a mut Draft<'_>, options: &'a ReportOptions) -> impl Iterator<Item = Section> + 'a {
    let numbered = options.parts.iter().copied().enumerate();
    numbered.map(|(n, part)| draft.section(part, n + 1))
}

impl Section {
    /// One section as it stands in the report: numbers of tables and figures count on from those before it. `None` if the
    /// report is without it.
    #[must_use]
    pub fn of_report(input: &ExportInput<'_>, options: &ReportOptions, part: SectionKind) -> Option<Self> {
        sections(&mut Draft::new(input, options), options).find(|section| section.part == part)
    }
}

/// A library error that the user can only report.
fn cannot_write(detail: &dyn Display) -> Failure {
    Failure::Other {
        what: Message::new("report-cannot-write").with("detail", detail.to_string()),
        help: Some(Message::new("report-cannot-write-help")),
    }
}
