//! A report as one self-contained HTML file without scripts. It is also well-formed XML, so that any program can check
//! and read it.

use std::io;

use super::cannot_write;
use super::content::{Cell, FigureBlock, Item, Report, ReportBlock, Section, SpanPosition, Table, TableRow};
use super::xml::XmlWriter;
use crate::export::figure::PROGRAM;
use crate::figure::Palette;
use crate::file::Failure;
use crate::model::Status;
use crate::text::{Language, WebAddress};

const STYLE: &str = include_str!("style.css");
/// Nothing is fetched or run, whatever names contain.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

pub(super) fn write(report: &Report) -> Result<String, Failure> {
    let mut pictures = Vec::new();
    for block in report.sections.iter().flat_map(|section| &section.blocks) {
        if let ReportBlock::Chart(plate) = block {
            pictures.push(
                plate
                    .figure
                    .inline_svg(&format!("figure-{}-", plate.caption.number))?,
            );
        }
    }
    let page = HtmlPage {
        report,
        pictures: &pictures,
    };
    page.write().map_err(|error| cannot_write(&error))
}

struct HtmlPage<'a> {
    report: &'a Report,
    /// The charts in their order.
    pictures: &'a [String],
}

impl HtmlPage<'_> {
    fn write(&self) -> io::Result<String> {
        let language = match self.report.language {
            Language::English => "en",
            Language::Chinese => "zh-CN",
        };
        let mut xml = XmlWriter::new();
        xml.raw("<!DOCTYPE html>\n");
        let attributes = [("xmlns", "http://www.w3.org/1999/xhtml"), ("lang", language)];
        xml.element("html", &attributes, |xml| {
            xml.element("head", &[], |xml| self.head(xml))?;
            xml.raw("\n");
            xml.element("body", &[], |xml| self.body(xml))
        })?;
        xml.raw("\n");
        xml.finish()
    }

    fn head(&self, xml: &mut XmlWriter) -> io::Result<()> {
        xml.empty("meta", &[("charset", "utf-8")])?;
        xml.empty(
            "meta",
            &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)],
        )?;
        let view = [
            ("name", "viewport"),
            ("content", "width=device-width, initial-scale=1"),
        ];
        xml.empty("meta", &view)?;
        xml.with_text(
            "title",
            &[],
            &format!("{} – {}", self.report.title, self.report.subtitle),
        )?;
        xml.empty("meta", &[("name", "generator"), ("content", PROGRAM)])?;
        let source = [
            ("name", "description"),
            ("content", self.report.origin_in_full.as_str()),
        ];
        xml.empty("meta", &source)?;
        xml.raw("\n");
        // A style sheet has no &, < or > that would have to be escaped; tests/documents/export/report reads the page as XML.
        xml.element("style", &[], |xml| {
            xml.raw("\n");
            xml.raw(&colours());
            xml.raw(STYLE);
            Ok(())
        })
    }

    fn body(&self, xml: &mut XmlWriter) -> io::Result<()> {
        xml.element("main", &[], |xml| {
            xml.element("header", &[], |xml| {
                xml.with_text("h1", &[], &self.report.title)?;
                xml.with_text("p", &[("class", "subtitle")], &self.report.subtitle)?;
                match &self.report.origin {
                    Some(origin) => xml.with_text("p", &[("class", "origin")], origin),
                    None => Ok(()),
                }
            })?;
            let mut pictures = self.pictures.iter();
            for section in &self.report.sections {
                xml.raw("\n");
                part(xml, section, &mut pictures)?;
            }
            Ok(())
        })
    }
}

fn part<'p>(
    xml: &mut XmlWriter,
    section: &Section,
    pictures: &mut impl Iterator<Item = &'p String>,
) -> io::Result<()> {
    let id = section.part.name();
    xml.element("section", &[("aria-labelledby", id)], |xml| {
        xml.with_text("h2", &[("id", id)], &section.heading)?;
        for (block, leads) in section.with_leads() {
            xml.raw("\n");
            match block {
                ReportBlock::Heading(text) => xml.with_text("h3", &[], text)?,
                ReportBlock::Paragraph(text) => {
                    let class = if leads { "text lead" } else { "text" };
                    xml.with_text("p", &[("class", class)], text)?;
                }
                ReportBlock::List(items) => list(xml, items)?,
                ReportBlock::Formula(spans) => xml.element("p", &[("class", "formula")], |xml| {
                    spans.iter().try_for_each(|span| match span.place {
                        SpanPosition::Line => xml.text(&span.text),
                        SpanPosition::Index => xml.with_text("sub", &[], &span.text),
                        SpanPosition::Power => xml.with_text("sup", &[], &span.text),
                    })
                })?,
                ReportBlock::Table(table) => self::table(xml, table)?,
                ReportBlock::Chart(plate) => {
                    let picture = pictures.next().map_or("", String::as_str);
                    chart(xml, plate, picture)?;
                }
            }
        }
        Ok(())
    })
}

fn chart(xml: &mut XmlWriter, plate: &FigureBlock, picture: &str) -> io::Result<()> {
    xml.element("figure", &[], |xml| {
        xml.raw(picture);
        xml.with_text("figcaption", &[], &plate.caption.to_string())
    })
}

fn table(xml: &mut XmlWriter, table: &Table) -> io::Result<()> {
    let class = if table.is_short() { "short" } else { "long" };
    xml.element("table", &[("class", class)], |xml| {
        xml.with_text("caption", &[], &table.caption.to_string())?;
        let all: f64 = table.columns.iter().map(|column| column.width).sum();
        xml.element("colgroup", &[], |xml| {
            table.columns.iter().try_for_each(|column| {
                let width = format!("width:{:.2}%", column.width / all * 100.0);
                xml.empty("col", &[("style", &width)])
            })
        })?;
        xml.element("thead", &[], |xml| {
            xml.element("tr", &[], |xml| {
                table.columns.iter().try_for_each(|column| {
                    let class = if column.is_figures { "figures" } else { "words" };
                    xml.with_text("th", &[("scope", "col"), ("class", class)], &column.name)
                })
            })
        })?;
        // One tbody per group, so that its heading applies to its rows.
        let bodies = table.rows.chunk_by(|_, next| !matches!(next, TableRow::Group(_)));
        for rows in bodies {
            xml.raw("\n");
            xml.element("tbody", &[], |xml| {
                rows.iter().try_for_each(|row| self::row(xml, table, row))
            })?;
        }
        Ok(())
    })?;
    table
        .notes
        .iter()
        .try_for_each(|note| xml.with_text("p", &[("class", "note")], note))
}

fn row(xml: &mut XmlWriter, table: &Table, row: &TableRow) -> io::Result<()> {
    match row {
        TableRow::Group(name) => {
            let span = table.columns.len().to_string();
            xml.element("tr", &[("class", "group")], |xml| {
                xml.with_text("th", &[("scope", "rowgroup"), ("colspan", &span)], name)
            })
        }
        TableRow::Cells(cells) => xml.element("tr", &[], |xml| {
            for (position, (cell, column)) in cells.iter().zip(&table.columns).enumerate() {
                let class = class(cell, column.is_figures);
                let (name, attribute) = if position == 0 {
                    ("th", ("scope", "row"))
                } else {
                    ("td", ("class", class.as_str()))
                };
                xml.element(name, &[attribute], |xml| {
                    linked(xml, cell.link.as_ref(), &cell.text)
                })?;
            }
            Ok(())
        }),
    }
}

fn class(cell: &Cell, is_figures: bool) -> String {
    let kind = if is_figures { "figures" } else { "words" };
    match cell.status {
        Some(status) => format!("{kind} {}", status.name()),
        None if cell.is_assumed => format!("{kind} assumed"),
        None => kind.to_owned(),
    }
}

fn list(xml: &mut XmlWriter, items: &[Item]) -> io::Result<()> {
    xml.element("ul", &[], |xml| {
        items.iter().try_for_each(|item| {
            xml.element("li", &[], |xml| {
                if !item.about.is_empty() {
                    xml.with_text("strong", &[], &item.about)?;
                }
                linked(xml, item.link.as_ref(), &item.text)
            })
        })
    })
}

/// A text that may lead to a source. The page tells nobody from where.
fn linked(xml: &mut XmlWriter, link: Option<&WebAddress>, text: &str) -> io::Result<()> {
    match link {
        Some(link) => {
            let encoded = link.encoded();
            let attributes = [("href", encoded.as_str()), ("rel", "noreferrer")];
            xml.with_text("a", &attributes, text)
        }
        None => xml.text(text),
    }
}

/// Status colours, from the shared palette.
fn colours() -> String {
    let palette = Palette::of_ground(false);
    let every = [
        Status::Met,
        Status::Close,
        Status::Missed,
        Status::WrongDirection,
        Status::Unknown,
    ];
    let rules = every.map(|status| format!(".{} {{ color: {}; }}\n", status.name(), palette.status(status)));
    rules.concat() + &format!(".assumed {{ color: {}; }}\n", palette.text_weak)
}
