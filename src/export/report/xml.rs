//! XML writer: closes elements, and escapes and sanitises text.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use crate::text::safe;

/// Attributes: name and text.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

pub(super) struct XmlWriter(Writer<Vec<u8>>);

impl XmlWriter {
    pub fn new() -> Self {
        Self(Writer::new(Vec::new()))
    }

    /// A document with XML declaration, for Word parts.
    pub fn declared() -> io::Result<Self> {
        let mut xml = Self::new();
        let declaration = BytesDecl::new("1.0", Some("UTF-8"), Some("yes"));
        xml.0.write_event(Event::Decl(declaration))?;
        Ok(xml)
    }

    /// An element with content.
    pub fn element(
        &mut self,
        name: &str,
        attributes: Attributes<'_>,
        inside: impl FnOnce(&mut Self) -> io::Result<()>,
    ) -> io::Result<()> {
        self.0.write_event(Event::Start(start(name, attributes)))?;
        inside(self)?;
        self.0.write_event(Event::End(BytesEnd::new(name)))
    }

    /// An element with only text inside.
    pub fn with_text(&mut self, name: &str, attributes: Attributes<'_>, text: &str) -> io::Result<()> {
        self.element(name, attributes, |xml| xml.text(text))
    }

    /// An element without anything inside.
    pub fn empty(&mut self, name: &str, attributes: Attributes<'_>) -> io::Result<()> {
        self.0.write_event(Event::Empty(start(name, attributes)))
    }

    pub fn text(&mut self, text: &str) -> io::Result<()> {
        self.0
            .write_event(Event::Text(BytesText::new(&safe::drawing(text))))
    }

    /// XML as it is.
    pub fn raw(&mut self, xml: &str) {
        self.0.get_mut().extend_from_slice(xml.as_bytes());
    }

    pub fn finish(self) -> io::Result<String> {
        String::from_utf8(self.0.into_inner()).map_err(io::Error::other)
    }
}

fn start<'a>(name: &'a str, attributes: Attributes<'_>) -> BytesStart<'a> {
    let clean: Vec<(&str, String)> = attributes
        .iter()
        .map(|(name, text)| (*name, safe::drawing(text)))
        .collect();
    BytesStart::new(name).with_attributes(clean.iter().map(|(name, text)| (*name, text.as_str())))
}
