//! Paragraphs of text: how they look, and what stands out in them.

use std::io;

use crate::export::report::content::{Caption, Item, Span, SpanPosition};
use crate::export::report::xml::XmlWriter;
use crate::text::{Language, WebAddress};

/// The colour of links.
const LINK: &str = "1F5FA8";

/// How a paragraph looks.
#[derive(Clone, Copy)]
pub(super) struct ParagraphStyle<'a> {
    /// The id of its style.
    pub style: &'a str,
    /// Whether it stays on the page of what follows.
    pub keeps_next: bool,
    /// Whether it stands to the right.
    pub is_right: bool,
    /// Six hexadecimal digits, where it is not the style's.
    pub colour: Option<&'a str>,
}

impl<'a> ParagraphStyle<'a> {
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

/// Writes paragraphs in a language.
#[derive(Clone, Copy)]
pub(super) struct Paragraphs {
    pub language: Language,
}

impl Paragraphs {
    pub fn paragraph(self, xml: &mut XmlWriter, look: ParagraphStyle<'_>, text: &str) -> io::Result<()> {
        around(xml, look, |xml| self.run(xml, Weight::Plain, look.colour, text))
    }

    /// A paragraph that leads to a source, by a field, which needs no part of its own in the package.
    pub fn linked(
        self,
        xml: &mut XmlWriter,
        look: ParagraphStyle<'_>,
        (text, link): (&str, Option<&WebAddress>),
    ) -> io::Result<()> {
        around(xml, look, |xml| self.leading(xml, look.colour, text, link))
    }

    pub fn item(self, xml: &mut XmlWriter, item: &Item) -> io::Result<()> {
        around(xml, ParagraphStyle::plain("ListBullet"), |xml| {
            self.run(xml, Weight::Strong, None, &item.about)?;
            self.leading(xml, None, &item.text, item.link.as_ref())
        })
    }

    fn leading(
        self,
        xml: &mut XmlWriter,
        colour: Option<&str>,
        text: &str,
        link: Option<&WebAddress>,
    ) -> io::Result<()> {
        let Some(link) = link else {
            return self.run(xml, Weight::Plain, colour, text);
        };
        // An address has no quotation marks and no backslashes, which would end it.
        let field = format!(" HYPERLINK \"{}\" ", link.encoded());
        xml.element("w:fldSimple", &[("w:instr", &field)], |xml| {
            self.run(xml, Weight::Plain, Some(LINK), text)
        })
    }

    pub fn formula(self, xml: &mut XmlWriter, spans: &[Span]) -> io::Result<()> {
        around(xml, ParagraphStyle::plain("Formula"), |xml| {
            spans.iter().try_for_each(|span| {
                let weight = match span.place {
                    SpanPosition::Line => Weight::Plain,
                    SpanPosition::Index => Weight::Index,
                    SpanPosition::Power => Weight::Power,
                };
                self.run(xml, weight, None, &span.text)
            })
        })
    }

    fn run(self, xml: &mut XmlWriter, weight: Weight, colour: Option<&str>, text: &str) -> io::Result<()> {
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
    pub fn caption(self, xml: &mut XmlWriter, caption: &Caption, style: &str) -> io::Result<()> {
        let look = ParagraphStyle::plain(style);
        around(xml, look, |xml| {
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
}

/// A paragraph with whatever is inside.
pub(super) fn around(
    xml: &mut XmlWriter,
    look: ParagraphStyle<'_>,
    inside: impl FnOnce(&mut XmlWriter) -> io::Result<()>,
) -> io::Result<()> {
    xml.element("w:p", &[], |xml| {
        properties(xml, look)?;
        inside(xml)
    })
}

fn properties(xml: &mut XmlWriter, look: ParagraphStyle<'_>) -> io::Result<()> {
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
