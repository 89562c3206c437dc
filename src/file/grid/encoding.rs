//! From bytes to text: UTF-8, UTF-16 and GBK, with or without a word on which of them it is.

use std::borrow::Cow;

use encoding_rs::{Encoding, GBK, UTF_8, UTF_16BE, UTF_16LE};

use super::super::Failure;
use super::limits::refusal;

/// Bytes that are looked at for what a file is.
const LOOK_AT: usize = 4096;

/// The text of a file in UTF-8, in UTF-16, or in GBK, which spreadsheets on Chinese Windows write.
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
        // UTF-8 whose last character is cut might pass for GBK, and would come out as other characters.
        Err(fault) if fault.error_len().is_none() && !bytes[..fault.valid_up_to()].is_ascii() => {
            return Err(refusal("table-cut-text", name, "table-cut-text-help"));
        }
        Err(_) => {}
    }
    with(GBK, name, bytes)
}

/// As [`decode`], for a web page, which may say in its head how it is written.
pub(super) fn decode_page<'b>(name: &str, bytes: &'b [u8]) -> Result<Cow<'b, str>, Failure> {
    let is_told_otherwise = Encoding::for_bom(bytes).is_some() || unmarked(bytes).is_some();
    match said(bytes) {
        // UTF-8 is found out anyway, and many pages say so wrongly.
        Some(encoding) if !is_told_otherwise && encoding != UTF_8 => with(encoding, name, bytes),
        _ => decode(name, bytes),
    }
}

/// The beginning of a file as text, as far as it is any.
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

/// UTF-16 without its mark: half the bytes of its digits and line ends are zeros, always the same half.
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

/// What follows `charset=` or `encoding=` near the beginning.
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
