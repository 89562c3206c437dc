//! Decoding text: UTF-8, UTF-16, GBK and Windows-1252, declared or detected.

use std::borrow::Cow;

use encoding_rs::{Encoding, GBK, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::super::Failure;
use super::limits::refusal;

/// Bytes examined for detection.
const LOOK_AT: usize = 4096;

/// Decodes UTF-8, UTF-16, or what spreadsheets on Chinese and Western Windows write: GBK and Windows-1252 (a superset
/// of Latin-1).
pub(super) fn decode<'b>(name: &str, bytes: &'b [u8]) -> Result<Cow<'b, str>, Failure> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return with(encoding, name, &bytes[mark..]);
    }
    if let Some(encoding) = unmarked(bytes) {
        return with(encoding, name, bytes);
    }
    if bytes.contains(&0) {
        return Err(refusal("table-no-text", name, "table-no-text-help"));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(Cow::Borrowed(text)),
        // Truncated UTF-8 might pass for GBK and decode as garbage.
        Err(fault) if fault.error_len().is_none() && !bytes[..fault.valid_up_to()].is_ascii() => {
            return Err(refusal("table-cut-text", name, "table-cut-text-help"));
        }
        Err(_) => {}
    }
    if is_western(bytes) {
        return with(WINDOWS_1252, name, bytes);
    }
    if !is_chinese(bytes) {
        return Err(refusal("table-other-text", name, "table-other-text-help"));
    }
    with(GBK, name, bytes)
}

/// Whether non-ASCII bytes are isolated among Latin letters, digits and spaces, as in "Année", "5 °C" and "m³". There
/// are rarely two in a row, and never three, where the first would start a Chinese character.
fn is_western(bytes: &[u8]) -> bool {
    // Unassigned in Windows-1252.
    let is_none = |byte: &u8| matches!(byte, 0x81 | 0x8D | 0x8F | 0x90 | 0x9D);
    let runs = || {
        bytes
            .chunk_by(|one, other| one.is_ascii() == other.is_ascii())
            .filter(|run| !run[0].is_ascii())
            .map(<[u8]>::len)
    };
    let single = runs().filter(|length| *length == 1).count();
    let longest = runs().max().unwrap_or(0);
    !bytes.iter().any(is_none) && longest <= 2 && single * 2 > runs().count()
}

/// Whether most non-ASCII characters are common Chinese. Any byte pair is valid GBK, but mostly a rare character;
/// Big5, used in Taiwan, differs.
fn is_chinese(bytes: &[u8]) -> bool {
    let (mut usual, mut all) = (0_usize, 0_usize);
    let mut rest = bytes;
    while let [first, behind @ ..] = rest {
        rest = behind;
        if first.is_ascii() {
            continue;
        }
        // Four-byte sequences are rare and unique to GB18030.
        if let [b'0'..=b'9', 0x81..=0xFE, b'0'..=b'9', behind @ ..] = rest {
            rest = behind;
            continue;
        }
        all += 1;
        if let [second, behind @ ..] = rest {
            let is_usual = matches!(first, 0xA1..=0xA9 | 0xB0..=0xD7) && *second >= 0xA1;
            usual += usize::from(is_usual);
            rest = behind;
        }
    }
    usual * 5 >= all * 3
}

/// As [`decode`], for a web page that may declare its encoding.
pub(super) fn decode_page<'b>(name: &str, bytes: &'b [u8]) -> Result<Cow<'b, str>, Failure> {
    let is_told_otherwise = Encoding::for_bom(bytes).is_some() || unmarked(bytes).is_some();
    match said(bytes) {
        // UTF-8 is detected anyway, and often declared wrongly.
        Some(encoding) if !is_told_otherwise && encoding != UTF_8 => with(encoding, name, bytes),
        _ => decode(name, bytes),
    }
}

/// The start of a file as lossy text.
pub(super) fn beginning(bytes: &[u8]) -> String {
    let look_at = &bytes[..bytes.len().min(LOOK_AT)];
    let encoding = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let encoding = encoding.or_else(|| unmarked(bytes)).unwrap_or(UTF_8);
    encoding.decode(look_at).0.into_owned()
}

fn with<'b>(encoding: &'static Encoding, name: &str, bytes: &'b [u8]) -> Result<Cow<'b, str>, Failure> {
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .ok_or_else(|| refusal("table-cut-text", name, "table-cut-text-help"))
}

/// UTF-16 without a byte-order mark: alternate bytes of ASCII characters are zero.
fn unmarked(bytes: &[u8]) -> Option<&'static Encoding> {
    let look_at = &bytes[..bytes.len().min(LOOK_AT)];
    let zeros = |odd: usize| {
        look_at
            .iter()
            .skip(odd)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    match (zeros(0), zeros(1)) {
        _ if bytes.len() % 2 == 1 => None,
        (0, 2..) => Some(UTF_16LE),
        (2.., 0) => Some(UTF_16BE),
        _ => None,
    }
}

/// The encoding declared by `charset=` or `encoding=` near the start.
fn said(bytes: &[u8]) -> Option<&'static Encoding> {
    let text = beginning(bytes).to_ascii_lowercase();
    let after = ["charset=", "encoding="]
        .iter()
        .find_map(|label| text.split_once(label).map(|(_, after)| after))?;
    let label: String = after
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c))
        .collect();
    Encoding::for_label(label.as_bytes())
}
