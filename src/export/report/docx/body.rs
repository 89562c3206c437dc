//! The document itself: its blocks one after the other, pictures, the page.

use std::io;

use super::package::{FOOTER_ID, picture_id};
use super::paragraph::{ParagraphStyle, Paragraphs, around};
use super::tables;
use crate::export::report::content::{FigureBlock, Report, ReportBlock};
use crate::export::report::xml::XmlWriter;

const NAMESPACES: [(&str, &str); 5] = [
    (
        "xmlns:w",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        "xmlns:r",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        "xmlns:wp",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    ),
    ("xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main"),
    (
        "xmlns:pic",
        "http://schemas.openxmlformats.org/drawingml/2006/picture",
    ),
];
/// A4 and its margins in twentieths of a point: 2.5 cm at the sides leave 16 cm for text, the width of a figure.
const PAGE: (&str, &str) = ("11906", "16838");
const SIDE: &str = "1417";
const TOP: &str = "1304";
/// Drawings are measured in 360 000ths of a centimetre.
const EMU_PER_CM: f64 = 360_000.0;

pub(super) fn write(report: &Report) -> io::Result<String> {
    let text = Paragraphs {
        language: report.language,
    };
    let mut xml = XmlWriter::declared()?;
    xml.element("w:document", &NAMESPACES, |xml| {
        xml.element("w:body", &[], |xml| {
            text.paragraph(xml, ParagraphStyle::plain("Title"), &report.title)?;
            text.paragraph(xml, ParagraphStyle::plain("Subtitle"), &report.subtitle)?;
            if let Some(origin) = &report.origin {
                text.paragraph(xml, ParagraphStyle::plain("Origin"), origin)?;
            }
            for section in &report.sections {
                text.paragraph(xml, ParagraphStyle::plain("Heading1"), &section.heading)?;
                for (block, leads) in section.with_leads() {
                    self::block(xml, text, block, leads)?;
                }
            }
            page(xml)
        })
    })?;
    xml.finish()
}

/// `leads` says whether a paragraph stays with what follows.
fn block(xml: &mut XmlWriter, text: Paragraphs, block: &ReportBlock, leads: bool) -> io::Result<()> {
    match block {
        ReportBlock::Heading(heading) => text.paragraph(xml, ParagraphStyle::plain("Heading2"), heading),
        ReportBlock::Paragraph(words) => {
            let look = ParagraphStyle {
                keeps_next: leads,
                ..ParagraphStyle::plain("BodyText")
            };
            text.paragraph(xml, look, words)
        }
        ReportBlock::List(items) => items.iter().try_for_each(|item| text.item(xml, item)),
        ReportBlock::Formula(spans) => text.formula(xml, spans),
        ReportBlock::Table(table) => tables::write(xml, text, table),
        ReportBlock::Chart(plate) => chart(xml, text, plate),
    }
}

fn chart(xml: &mut XmlWriter, text: Paragraphs, plate: &FigureBlock) -> io::Result<()> {
    around(xml, ParagraphStyle::kept("Figure"), |xml| {
        xml.element("w:r", &[], |xml| {
            xml.element("w:drawing", &[], |xml| drawing(xml, plate))
        })
    })?;
    text.caption(xml, &plate.caption, "Caption")
}

/// A picture at print size, with alternative text.
fn drawing(xml: &mut XmlWriter, plate: &FigureBlock) -> io::Result<()> {
    let (width, height) = plate.figure.centimetres();
    let emu = |centimetres: f64| format!("{:.0}", centimetres * EMU_PER_CM);
    let extent = [("cx", emu(width)), ("cy", emu(height))];
    let extent = [("cx", extent[0].1.as_str()), ("cy", extent[1].1.as_str())];
    let id = plate.caption.number.to_string();
    let name = format!("Figure {id}");
    let around = [("distT", "0"), ("distB", "0"), ("distL", "0"), ("distR", "0")];
    xml.element("wp:inline", &around, |xml| {
        xml.empty("wp:extent", &extent)?;
        let about = [
            ("id", id.as_str()),
            ("name", &name),
            ("descr", plate.figure.description()),
            ("title", plate.figure.title()),
        ];
        xml.empty("wp:docPr", &about)?;
        xml.element("wp:cNvGraphicFramePr", &[], |xml| {
            xml.empty("a:graphicFrameLocks", &[("noChangeAspect", "1")])
        })?;
        xml.element("a:graphic", &[], |xml| {
            let uri = [("uri", NAMESPACES[4].1)];
            xml.element("a:graphicData", &uri, |xml| {
                xml.element("pic:pic", &[], |xml| picture(xml, plate, &name, &extent))
            })
        })
    })
}

fn picture(
    xml: &mut XmlWriter,
    plate: &FigureBlock,
    name: &str,
    extent: &[(&str, &str); 2],
) -> io::Result<()> {
    let number = plate.caption.number;
    xml.element("pic:nvPicPr", &[], |xml| {
        let id = number.to_string();
        let about = [
            ("id", id.as_str()),
            ("name", name),
            ("descr", plate.figure.description()),
        ];
        xml.empty("pic:cNvPr", &about)?;
        xml.empty("pic:cNvPicPr", &[])
    })?;
    xml.element("pic:blipFill", &[], |xml| {
        xml.empty("a:blip", &[("r:embed", &picture_id(number))])?;
        xml.element("a:stretch", &[], |xml| xml.empty("a:fillRect", &[]))
    })?;
    xml.element("pic:spPr", &[], |xml| {
        xml.element("a:xfrm", &[], |xml| {
            xml.empty("a:off", &[("x", "0"), ("y", "0")])?;
            xml.empty("a:ext", extent)
        })?;
        xml.element("a:prstGeom", &[("prst", "rect")], |xml| xml.empty("a:avLst", &[]))
    })
}

fn page(xml: &mut XmlWriter) -> io::Result<()> {
    xml.element("w:sectPr", &[], |xml| {
        xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", FOOTER_ID)])?;
        xml.empty("w:pgSz", &[("w:w", PAGE.0), ("w:h", PAGE.1)])?;
        xml.empty(
            "w:pgMar",
            &[
                ("w:top", TOP),
                ("w:right", SIDE),
                ("w:bottom", TOP),
                ("w:left", SIDE),
                ("w:header", "708"),
                ("w:footer", "708"),
                ("w:gutter", "0"),
            ],
        )
    })
}
