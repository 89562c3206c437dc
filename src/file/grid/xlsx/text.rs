//! Rich text in cells.

use quick_xml::events::Event;

use super::super::limits::{ReadBudget, ReadError};
use super::super::text::{close_note, open_note};
use super::super::xml::{XmlReader, attribute, entity};

/// Reads text up to the end tag.
///
/// Phonetic runs are skipped. A superscript after a digit is a footnote: 49.2¹ is not 49.21.
pub(super) fn rich(
    xml: &mut XmlReader<'_>,
    end: &[u8],
    budget: &ReadBudget<'_>,
) -> Result<String, ReadError> {
    let mut text = String::new();
    let (mut is_text, mut is_raised, mut is_note, mut aloud) = (false, false, false, 0_usize);
    loop {
        match xml.next(budget)? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                b"rPh" => aloud += 1,
                b"r" => is_raised = false,
                b"vertAlign" => is_raised = attribute(&tag, "val").is_some_and(|val| val == "superscript"),
                b"t" if aloud == 0 => {
                    is_text = true;
                    is_note = is_raised && open_note(&mut text);
                }
                _ => {}
            },
            Event::Text(found) if is_text => text.push_str(&found.xml10_content().unwrap_or_default()),
            Event::CData(found) if is_text => text.push_str(&found.decode().unwrap_or_default()),
            Event::GeneralRef(found) if is_text => text.extend(entity(&found)),
            Event::End(tag) => match tag.local_name().as_ref() {
                b"rPh" => aloud = aloud.saturating_sub(1),
                b"t" => {
                    is_text = false;
                    if is_note {
                        close_note(&mut text);
                        is_note = false;
                    }
                }
                name if name == end => return Ok(unescaped(text)),
                _ => {}
            },
            Event::Eof => return Err(budget.broken("the text has no end")),
            _ => {}
        }
    }
}

/// Decodes `_x000D_` escapes.
pub(super) fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut found = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("_x") {
        found.push_str(&rest[..at]);
        let code = rest
            .get(at + 2..at + 7)
            .and_then(|code| code.strip_suffix('_'))
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32);
        let length = if let Some(c) = code {
            found.push(c);
            7
        } else {
            found.push_str("_x");
            2
        };
        rest = &rest[at + length..];
    }
    found.push_str(rest);
    found
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn characters_that_xml_cannot_hold_come_back() {
        assert_eq!(unescaped("a_x000D_b".to_owned()), "a\rb");
        assert_eq!(unescaped("_x005F_x000D_".to_owned()), "_x000D_");
        assert_eq!(unescaped("max_x_中文_xyz".to_owned()), "max_x_中文_xyz");
    }
}
