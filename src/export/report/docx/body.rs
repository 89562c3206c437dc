//! The document itself: paragraphs, lists, formulas, pictures.

use std::io;

use super::package::{FOOTER_ID, picture_id};
use super::tables;
use crate::export::report::content::{Block, Caption, Item, Place, Plate, Report, Span};
use crate::export::report::xml::Xml;
use crate::text::Language;

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
    let body = Body {
        language: report.language,
    };
    let mut xml = Xml::declared()?;
    xml.element("w:document", &NAMESPACES, |xml| {
        xml.element("w:body", &[], |xml| {
            body.paragraph(xml, Look::plain("Title"), &report.title)?;
            body.paragraph(xml, Look::plain("Subtitle"), &report.subtitle)?;
            if let Some(origin) = &report.origin {
                body.paragraph(xml, Look::plain("Origin"), origin)?;
            }
            for section in &report.sections {
                body.paragraph(xml, Look::plain("Heading1"), &section.heading)?;
                for (block, leads) in section.with_leads() {
                    body.block(xml, block, leads)?;
                }
            }
            page(xml)
        })
    })?;
    xml.finish()
}

/// How a paragraph looks.
#[derive(Clone, Copy)]
pub(super) struct Look<'a> {
    /// The id of its style.
    pub style: &'a str,
    /// Whether it stays on the page of what follows.
    pub keeps_next: bool,
    /// Whether it stands to the right.
    pub is_right: bool,
    /// Six hexadecimal digits, where it is not the style's.
    pub colour: Option<&'a str>,
}

impl<'a> Look<'a> {
    pub const fn plain(style: &'a str) -> Self {
        Self {
            style,
            keeps_next: false,
            is_right: false,
            colour: None,
        }
    }

    pub const fn kept(style: &'a str) -> Self {
        Self {
            keeps_next: true,
            ..Self::plain(style)
        }
    }
}

/// What stands out in a run of text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Weight {
    Plain,
    Strong,
    Index,
    Power,
}

impl Weight {
    /// Where it stands, if not on the line.
    const fn place(self) -> Option<&'static str> {
        match self {
            Self::Plain | Self::Strong => None,
            Self::Index => Some("subscript"),
            Self::Power => Some("superscript"),
        }
    }
}

pub(super) struct Body {
    pub language: Language,
}

impl Body {
    fn block(&self, xml: &mut Xml, block: &Block, leads: bool) -> io::Result<()> {
        match block {
            Block::Heading(text) => self.paragraph(xml, Look::plain("Heading2"), text),
            Block::Paragraph(text) => {
                let look = Look {
                    keeps_next: leads,
                    ..Look::plain("BodyText")
                };
                self.paragraph(xml, look, text)
            }
            Block::List(items) => items.iter().try_for_each(|item| self.item(xml, item)),
            Block::Formula(spans) => self.formula(xml, spans),
            Block::Table(table) => tables::write(self, xml, table),
            Block::Chart(plate) => self.chart(xml, plate),
        }
    }

    pub(super) fn paragraph(&self, xml: &mut Xml, look: Look<'_>, text: &str) -> io::Result<()> {
        xml.element("w:p", &[], |xml| {
            properties(xml, look)?;
            self.run(xml, Weight::Plain, look.colour, text)
        })
    }

    fn item(&self, xml: &mut Xml, item: &Item) -> io::Result<()> {
        xml.element("w:p", &[], |xml| {
            properties(xml, Look::plain("ListBullet"))?;
            self.run(xml, Weight::Strong, None, &item.about)?;
            self.run(xml, Weight::Plain, None, &item.text)
        })
    }

    fn formula(&self, xml: &mut Xml, spans: &[Span]) -> io::Result<()> {
        xml.element("w:p", &[], |xml| {
            properties(xml, Look::plain("Formula"))?;
            spans.iter().try_for_each(|span| {
                let weight = match span.place {
                    Place::Line => Weight::Plain,
                    Place::Index => Weight::Index,
                    Place::Power => Weight::Power,
                };
                self.run(xml, weight, None, &span.text)
            })
        })
    }

    fn run(&self, xml: &mut Xml, weight: Weight, colour: Option<&str>, text: &str) -> io::Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        xml.element("w:r", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                if self.language == Language::Chinese && weight.place().is_none() {
                    // Use the Chinese font for quotation marks, dashes and dots.
                    xml.empty("w:rFonts", &[("w:hint", "eastAsia")])?;
                }
                if weight == Weight::Strong {
                    xml.empty("w:b", &[])?;
                }
                if let Some(colour) = colour {
                    xml.empty("w:color", &[("w:val", colour)])?;
                }
                if let Some(place) = weight.place() {
                    xml.empty("w:vertAlign", &[("w:val", place)])?;
                }
                Ok(())
            })?;
            xml.with_text("w:t", &[("xml:space", "preserve")], text)
        })
    }

    /// A caption whose number is a field, so that Word can list tables and figures and refer to them.
    pub(super) fn caption(&self, xml: &mut Xml, caption: &Caption, style: &str) -> io::Result<()> {
        let look = Look::plain(style);
        xml.element("w:p", &[], |xml| {
            properties(xml, look)?;
            self.run(xml, Weight::Plain, None, &format!("{} ", caption.label))?;
            let field = format!(" SEQ {} \\* ARABIC ", caption.label);
            xml.element("w:fldSimple", &[("w:instr", &field)], |xml| {
                self.run(xml, Weight::Plain, None, &caption.number.to_string())
            })?;
            self.run(
                xml,
                Weight::Plain,
                None,
                &format!("{}{}", caption.separator, caption.text),
            )
        })
    }

    fn chart(&self, xml: &mut Xml, plate: &Plate) -> io::Result<()> {
        xml.element("w:p", &[], |xml| {
            properties(xml, Look::kept("Figure"))?;
            xml.element("w:r", &[], |xml| {
                xml.element("w:drawing", &[], |xml| drawing(xml, plate))
            })
        })?;
        self.caption(xml, &plate.caption, "Caption")
    }
}

fn properties(xml: &mut Xml, look: Look<'_>) -> io::Result<()> {
    xml.element("w:pPr", &[], |xml| {
        xml.empty("w:pStyle", &[("w:val", look.style)])?;
        if look.keeps_next {
            xml.empty("w:keepNext", &[])?;
        }
        if look.is_right {
            xml.empty("w:jc", &[("w:val", "right")])?;
        }
        Ok(())
    })
}

/// A picture at print size, with alternative text.
fn drawing(xml: &mut Xml, plate: &Plate) -> io::Result<()> {
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

fn picture(xml: &mut Xml, plate: &Plate, name: &str, extent: &[(&str, &str); 2]) -> io::Result<()> {
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

fn page(xml: &mut Xml) -> io::Result<()> {
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
