//! Tables: heading rows that repeat on every page, rows that no page break splits.

use std::io;

use super::paragraph::{ParagraphStyle, Paragraphs};
use crate::export::report::content::{Cell, Column, Table, TableRow};
use crate::export::report::xml::XmlWriter;
use crate::figure::Palette;

/// The width of the text, 16 cm, in twentieths of a point.
const WIDTH: f64 = 9072.0;
/// Final rows kept together.
const LAST_ROWS: usize = 3;
/// Background of group headings.
const GROUP_GROUND: &str = "F1F4F8";
/// The line below headings, in eighths of a point.
const RULE: [(&str, &str); 4] = [
    ("w:val", "single"),
    ("w:sz", "6"),
    ("w:space", "0"),
    ("w:color", "1C2024"),
];

pub(super) fn write(xml: &mut XmlWriter, text: Paragraphs, table: &Table) -> io::Result<()> {
    text.caption(xml, &table.caption, "TableCaption")?;
    let all: f64 = table.columns.iter().map(|column| column.width).sum();
    let widths: Vec<String> = table
        .columns
        .iter()
        .map(|column| format!("{:.0}", column.width / all * WIDTH))
        .collect();
    xml.element("w:tbl", &[], |xml| {
        xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblStyle", &[("w:val", "ReportTable")])?;
            xml.empty("w:tblW", &[("w:w", &format!("{WIDTH}")), ("w:type", "dxa")])?;
            xml.empty("w:tblLayout", &[("w:type", "fixed")])?;
            xml.empty("w:tblLook", &[("w:val", "0020"), ("w:firstRow", "1")])?;
            xml.empty("w:tblCaption", &[("w:val", &table.caption.text)])
        })?;
        xml.element("w:tblGrid", &[], |xml| {
            widths
                .iter()
                .try_for_each(|width| xml.empty("w:gridCol", &[("w:w", width)]))
        })?;
        headings(xml, text, &table.columns, &widths)?;
        for (n, row) in table.rows.iter().enumerate() {
            // Avoid single rows on a page, and keep notes with the table's end.
            let stays = table.is_short() || n + LAST_ROWS >= table.rows.len();
            match row {
                TableRow::Group(name) => group(xml, text, name, table.columns.len())?,
                TableRow::Cells(cells) => cells_of(xml, text, cells, (&table.columns, &widths), stays)?,
            }
        }
        Ok(())
    })?;
    for (n, note) in table.notes.iter().enumerate() {
        let is_last = n + 1 == table.notes.len();
        let look = ParagraphStyle {
            keeps_next: !is_last,
            ..ParagraphStyle::plain(if is_last { "TableNoteLast" } else { "TableNote" })
        };
        text.paragraph(xml, look, note)?;
    }
    if table.notes.is_empty() {
        text.paragraph(xml, ParagraphStyle::plain("TableNoteLast"), "")?;
    }
    Ok(())
}

fn row(
    xml: &mut XmlWriter,
    is_heading: bool,
    inside: impl FnOnce(&mut XmlWriter) -> io::Result<()>,
) -> io::Result<()> {
    xml.element("w:tr", &[], |xml| {
        xml.element("w:trPr", &[], |xml| {
            xml.empty("w:cantSplit", &[])?;
            if is_heading {
                xml.empty("w:tblHeader", &[])?;
            }
            Ok(())
        })?;
        inside(xml)
    })
}

fn headings(xml: &mut XmlWriter, text: Paragraphs, columns: &[Column], widths: &[String]) -> io::Result<()> {
    row(xml, true, |xml| {
        for (column, width) in columns.iter().zip(widths) {
            xml.element("w:tc", &[], |xml| {
                xml.element("w:tcPr", &[], |xml| {
                    xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")])?;
                    xml.element("w:tcBorders", &[], |xml| xml.empty("w:bottom", &RULE))?;
                    xml.empty("w:vAlign", &[("w:val", "bottom")])
                })?;
                let look = ParagraphStyle {
                    is_right: column.is_figures,
                    ..ParagraphStyle::kept("TableHeading")
                };
                text.paragraph(xml, look, &column.name)
            })?;
        }
        Ok(())
    })
}

fn group(xml: &mut XmlWriter, text: Paragraphs, name: &str, columns: usize) -> io::Result<()> {
    row(xml, false, |xml| {
        xml.element("w:tc", &[], |xml| {
            xml.element("w:tcPr", &[], |xml| {
                xml.empty("w:tcW", &[("w:w", &format!("{WIDTH}")), ("w:type", "dxa")])?;
                xml.empty("w:gridSpan", &[("w:val", &columns.to_string())])?;
                let shade = [("w:val", "clear"), ("w:color", "auto"), ("w:fill", GROUP_GROUND)];
                xml.empty("w:shd", &shade)
            })?;
            text.paragraph(xml, ParagraphStyle::kept("TableHeading"), name)
        })
    })
}

fn cells_of(
    xml: &mut XmlWriter,
    text: Paragraphs,
    cells: &[Cell],
    (columns, widths): (&[Column], &[String]),
    keeps_next: bool,
) -> io::Result<()> {
    row(xml, false, |xml| {
        for ((cell, column), width) in cells.iter().zip(columns).zip(widths) {
            let palette = Palette::of_ground(false);
            let colour = match cell.status {
                Some(status) => Some(palette.status(status)),
                None => cell.is_assumed.then_some(palette.text_weak),
            };
            let colour = colour.map(|colour| colour.to_string().trim_start_matches('#').to_owned());
            let look = ParagraphStyle {
                style: "TableText",
                keeps_next,
                is_right: column.is_figures,
                colour: colour.as_deref(),
            };
            xml.element("w:tc", &[], |xml| {
                xml.element("w:tcPr", &[], |xml| {
                    xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")])
                })?;
                text.linked(xml, look, (&cell.text, cell.link.as_ref()))
            })?;
        }
        Ok(())
    })
}
