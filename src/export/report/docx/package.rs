//! The package: its parts, how they relate, and the archive they are in.

use std::io::{self, Cursor, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::DocxPicture;
use crate::export::figure::PROGRAM;
use crate::export::report::content::Report;
use crate::export::report::xml::XmlWriter;
use crate::text::Language;

const STYLES: &str = include_str!("styles.xml");
const SETTINGS: &str = include_str!("settings.xml");
const NUMBERING: &str = include_str!("numbering.xml");
const FONTS: &str = include_str!("fonts.xml");
const FOOTER: &str = include_str!("footer.xml");
/// Placeholder in the style sheet for the body indent.
const INDENT: &str = "<!-- indent -->";
/// Chinese paragraphs begin two characters in.
const CHINESE_INDENT: &str = r#"<w:ind w:firstLineChars="200" w:firstLine="420"/>"#;

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

/// Parts of the document's own folder: name, kind of relationship, content type.
const PARTS: [(&str, &str, &str); 5] = [
    ("styles.xml", "styles", "wordprocessingml.styles+xml"),
    ("settings.xml", "settings", "wordprocessingml.settings+xml"),
    ("numbering.xml", "numbering", "wordprocessingml.numbering+xml"),
    ("fontTable.xml", "fontTable", "wordprocessingml.fontTable+xml"),
    ("footer.xml", "footer", "wordprocessingml.footer+xml"),
];

/// The relationship of the footer, and of a picture counted from 1.
pub(super) const FOOTER_ID: &str = "rId5";
pub(super) fn picture_id(number: usize) -> String {
    format!("rIdFigure{number}")
}
fn picture_name(number: usize) -> String {
    format!("media/figure-{number}.png")
}

pub(super) fn write(report: &Report, document: &str, pictures: &[DocxPicture]) -> io::Result<Vec<u8>> {
    let styles = match report.language {
        Language::English => STYLES.replace(INDENT, ""),
        Language::Chinese => STYLES.replace(INDENT, CHINESE_INDENT),
    };
    let texts = [
        // Must be the first part, for type detection.
        ("[Content_Types].xml", types()?),
        ("_rels/.rels", relationships()?),
        ("docProps/core.xml", core(report)?),
        ("word/document.xml", document.to_owned()),
        (
            "word/_rels/document.xml.rels",
            document_relationships(pictures.len())?,
        ),
        ("word/styles.xml", styles),
        ("word/settings.xml", SETTINGS.to_owned()),
        ("word/numbering.xml", NUMBERING.to_owned()),
        ("word/fontTable.xml", FONTS.to_owned()),
        ("word/footer.xml", FOOTER.to_owned()),
    ];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // A fixed timestamp, for reproducible output.
    let plain = SimpleFileOptions::default()
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let packed = plain.compression_method(CompressionMethod::Deflated);
    for (name, text) in texts {
        archive.start_file(name, packed)?;
        archive.write_all(text.as_bytes())?;
    }
    for (n, picture) in pictures.iter().enumerate() {
        // PNG is already compressed.
        let stored = plain.compression_method(CompressionMethod::Stored);
        archive.start_file(format!("word/{}", picture_name(n + 1)), stored)?;
        archive.write_all(&picture.png)?;
    }
    Ok(archive.finish()?.into_inner())
}

fn types() -> io::Result<String> {
    let mut xml = XmlWriter::declared()?;
    let namespace = "http://schemas.openxmlformats.org/package/2006/content-types";
    xml.element("Types", &[("xmlns", namespace)], |xml| {
        for (extension, kind) in [
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("png", "image/png"),
        ] {
            xml.empty("Default", &[("Extension", extension), ("ContentType", kind)])?;
        }
        let core = "application/vnd.openxmlformats-package.core-properties+xml";
        xml.empty(
            "Override",
            &[("PartName", "/docProps/core.xml"), ("ContentType", core)],
        )?;
        let document = ("document.xml", "", "wordprocessingml.document.main+xml");
        for (name, _, kind) in std::iter::once(document).chain(PARTS) {
            let name = format!("/word/{name}");
            let kind = format!("application/vnd.openxmlformats-officedocument.{kind}");
            xml.empty("Override", &[("PartName", &name), ("ContentType", &kind)])?;
        }
        Ok(())
    })?;
    xml.finish()
}

fn relationship(xml: &mut XmlWriter, id: &str, kind: &str, target: &str) -> io::Result<()> {
    xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)])
}

fn relationships() -> io::Result<String> {
    let mut xml = XmlWriter::declared()?;
    xml.element("Relationships", &[("xmlns", RELATIONSHIPS)], |xml| {
        relationship(
            xml,
            "rId1",
            &format!("{OFFICE}/officeDocument"),
            "word/document.xml",
        )?;
        let core = format!("{RELATIONSHIPS}/metadata/core-properties");
        relationship(xml, "rId2", &core, "docProps/core.xml")
    })?;
    xml.finish()
}

fn document_relationships(pictures: usize) -> io::Result<String> {
    let mut xml = XmlWriter::declared()?;
    xml.element("Relationships", &[("xmlns", RELATIONSHIPS)], |xml| {
        for (n, (name, kind, _)) in PARTS.iter().enumerate() {
            relationship(xml, &format!("rId{}", n + 1), &format!("{OFFICE}/{kind}"), name)?;
        }
        for number in 1..=pictures {
            let kind = format!("{OFFICE}/image");
            relationship(xml, &picture_id(number), &kind, &picture_name(number))?;
        }
        Ok(())
    })?;
    xml.finish()
}

/// Title and origin, without the optional dates.
fn core(report: &Report) -> io::Result<String> {
    let mut xml = XmlWriter::declared()?;
    let attributes = [
        ("xmlns:cp", CORE),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    let language = match report.language {
        Language::English => "en",
        Language::Chinese => "zh-CN",
    };
    xml.element("cp:coreProperties", &attributes, |xml| {
        for (name, text) in [
            ("dc:title", report.title.as_str()),
            ("dc:subject", &report.subtitle),
            ("dc:creator", PROGRAM),
            ("dc:description", &report.origin_in_full),
            ("dc:language", language),
        ] {
            xml.with_text(name, &[], text)?;
        }
        Ok(())
    })?;
    xml.finish()
}
