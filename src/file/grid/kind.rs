//! Detecting file types by content, not by name.

use super::encoding;

/// File type.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum FileType {
    /// Empty file.
    Nothing,
    /// A ZIP archive: .xlsx, .xlsm, .ods or something else.
    Archive,
    /// A compound file: .xls or something else.
    Compound,
    /// A bare .xls stream without compound file.
    Stream,
    /// An HTML page.
    Page,
    /// A flat OpenDocument spreadsheet.
    Flat,
    /// Delimited text.
    Text,
    /// Anything else, with the message id of its name.
    Other(&'static str),
}

/// Signatures of binary files.
const SIGNATURES: [(&[u8], FileType); 24] = [
    (b"PK\x03\x04", FileType::Archive),
    (b"PK\x05\x06", FileType::Archive),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", FileType::Compound),
    (b"\x09\x08\x10\x00\x00\x06", FileType::Stream),
    (b"\x09\x08\x08\x00\x00\x05", FileType::Stream),
    (b"\x09\x00\x04\x00", FileType::Other("kind-old-excel")),
    (b"\x09\x02\x06\x00", FileType::Other("kind-old-excel")),
    (b"\x09\x04\x06\x00", FileType::Other("kind-old-excel")),
    (b"%PDF-", FileType::Other("kind-pdf")),
    (b"{\\rtf", FileType::Other("kind-word")),
    (b"\x89PNG", FileType::Other("kind-picture")),
    (b"\xFF\xD8\xFF", FileType::Other("kind-picture")),
    (b"GIF8", FileType::Other("kind-picture")),
    (b"II*\x00", FileType::Other("kind-picture")),
    (b"MM\x00*", FileType::Other("kind-picture")),
    (b"RIFF", FileType::Other("kind-picture")),
    (b"\x1F\x8B", FileType::Other("kind-archive")),
    (b"7z\xBC\xAF\x27\x1C", FileType::Other("kind-archive")),
    (b"Rar!\x1A\x07", FileType::Other("kind-archive")),
    (b"BZh", FileType::Other("kind-archive")),
    (b"\xFD7zXZ\x00", FileType::Other("kind-archive")),
    (b"PAR1", FileType::Other("kind-data")),
    (b"SQLite format 3\x00", FileType::Other("kind-data")),
    (b"$FL2", FileType::Other("kind-data")),
];

pub(super) fn of(bytes: &[u8]) -> FileType {
    if bytes.is_empty() {
        return FileType::Nothing;
    }
    let known = SIGNATURES.iter().find(|(start, _)| bytes.starts_with(start));
    if let Some((_, kind)) = known {
        return *kind;
    }
    if bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]) {
        return FileType::Other("kind-picture");
    }
    of_text(&encoding::beginning(bytes))
}

fn of_text(beginning: &str) -> FileType {
    let text = beginning.trim_start().to_ascii_lowercase();
    let is_mail = text.starts_with("mime-version:")
        || (text.starts_with("from:") && text.contains("content-type: multipart/related"));
    if is_mail {
        return FileType::Other("kind-mhtml");
    }
    if !text.starts_with('<') {
        return FileType::Text;
    }
    let has = |part: &str| text.contains(part);
    if has("urn:schemas-microsoft-com:office:spreadsheet") && !has("<html") {
        FileType::Other("kind-xml-spreadsheet")
    } else if has("<office:document") {
        FileType::Flat
    } else if has("<html") || has("<table") || has("<!doctype html") || has("<head") || has("<body") {
        FileType::Page
    } else if has("<?xml") || has("<!doctype") {
        FileType::Other("kind-xml")
    } else {
        // "<5" may be cell content.
        FileType::Text
    }
}

/// Names an archive that is not a workbook, by its parts and mimetype.
pub(super) fn of_archive(has: impl Fn(&str) -> bool, kind: &str) -> &'static str {
    if has("xl/workbook.bin") {
        "kind-xlsb"
    } else if has("word/document.xml") || kind.contains("opendocument.text") {
        "kind-word"
    } else if has("ppt/presentation.xml") || kind.contains("opendocument") {
        "kind-slides"
    } else if has("index/document.iwa") || has("index.zip") {
        "kind-numbers"
    } else {
        "kind-archive"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_told_from_pages() {
        assert_eq!(of(b""), FileType::Nothing);
        assert_eq!(of(b"  <HTML><table>"), FileType::Page);
        assert_eq!(of(b"\xEF\xBB\xBF<!-- x --><table>"), FileType::Page);
        assert_eq!(of(b"<5,2011\n"), FileType::Text);
        assert_eq!(of(b"a,b\n"), FileType::Text);
        assert_eq!(of(b"<?xml version=\"1.0\"?><plan/>"), FileType::Other("kind-xml"));
        assert_eq!(of(b"BMI,2011\n"), FileType::Text);
        let wide: Vec<u8> = "<table><tr>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(of(&wide), FileType::Page);
    }
}
