//! Records of .xls streams, and strings that span several of them ([MS-XLS] 2.1.4, 2.5.293).

use encoding_rs::{BIG5, EUC_KR, Encoding, GBK, SHIFT_JIS, WINDOWS_1252};

use super::super::text::{close_note, open_note};

/// One record.
#[derive(Clone, Copy)]
pub(super) struct BiffRecord<'b> {
    pub(super) kind: u16,
    pub(super) data: &'b [u8],
}

/// The continuation of the record before.
pub(super) const CONTINUE: u16 = 0x003C;

/// The records of a stream.
pub(super) struct Records<'b> {
    stream: &'b [u8],
    /// Bytes read so far.
    pub(super) at: usize,
}

impl<'b> Records<'b> {
    pub(super) const fn new(stream: &'b [u8], at: usize) -> Self {
        Self { stream, at }
    }

    fn peek(&self) -> Option<BiffRecord<'b>> {
        let rest = self.stream.get(self.at..)?;
        let length = usize::from(u16_at(rest, 2)?);
        Some(BiffRecord {
            kind: u16_at(rest, 0)?,
            data: rest.get(4..4 + length)?,
        })
    }

    /// The next record with its continuations.
    pub(super) fn next_whole(&mut self) -> Option<(BiffRecord<'b>, RecordData<'b>)> {
        let first = self.next()?;
        let mut pieces = vec![first.data];
        while let Some(more) = self.peek().filter(|more| more.kind == CONTINUE) {
            pieces.push(more.data);
            self.at += 4 + more.data.len();
        }
        Some((first, RecordData::new(pieces)))
    }
}

impl<'b> Iterator for Records<'b> {
    type Item = BiffRecord<'b>;

    fn next(&mut self) -> Option<BiffRecord<'b>> {
        let found = self.peek()?;
        self.at += 4 + found.data.len();
        Some(found)
    }
}

pub(super) fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    let bytes = data.get(at..at + 2)?;
    Some(u16::from_le_bytes(bytes.try_into().ok()?))
}

pub(super) fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    let bytes = data.get(at..at + 4)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

pub(super) fn f64_at(data: &[u8], at: usize) -> Option<f64> {
    let bytes = data.get(at..at + 8)?;
    Some(f64::from_le_bytes(bytes.try_into().ok()?))
}

/// String encoding of a workbook.
#[derive(Clone, Copy)]
pub(super) enum Spelling {
    /// UTF-16, possibly compressed to low bytes: Excel 97 and later.
    Unicode,
    /// Bytes of a code page: Excel 5 and 95.
    Bytes(&'static Encoding),
}

impl Spelling {
    /// Encoding of Excel 95 for a Windows code page.
    pub(super) fn of_page(page: u16) -> Self {
        Self::Bytes(match page {
            932 => SHIFT_JIS,
            936 => GBK,
            949 => EUC_KR,
            950 => BIG5,
            _ => WINDOWS_1252,
        })
    }
}

/// Width of a string's length field.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Length {
    Byte,
    Short,
}

/// Data of a record and its continuations.
pub(super) struct RecordData<'b> {
    parts: Vec<&'b [u8]>,
    part: usize,
    at: usize,
}

impl<'b> RecordData<'b> {
    pub(super) const fn new(parts: Vec<&'b [u8]>) -> Self {
        Self {
            parts,
            part: 0,
            at: 0,
        }
    }

    /// The rest of the current piece, or the next non-empty one.
    fn rest(&mut self) -> Option<&'b [u8]> {
        loop {
            let rest = self.parts.get(self.part)?.get(self.at..)?;
            if !rest.is_empty() {
                return Some(rest);
            }
            self.part += 1;
            self.at = 0;
        }
    }

    pub(super) fn skip(&mut self, mut count: usize) -> Option<()> {
        while count > 0 {
            let step = self.rest()?.len().min(count);
            self.at += step;
            count -= step;
        }
        Some(())
    }

    fn byte(&mut self) -> Option<u8> {
        let found = *self.rest()?.first()?;
        self.at += 1;
        Some(found)
    }

    fn short(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    pub(super) fn long(&mut self) -> Option<u32> {
        Some(u32::from(self.short()?) | u32::from(self.short()?) << 16)
    }

    /// A length-prefixed string. `is_raised` identifies superscript fonts by index.
    pub(super) fn text(
        &mut self,
        length: Length,
        spelling: Spelling,
        is_raised: &dyn Fn(u16) -> bool,
    ) -> Option<String> {
        let count = match length {
            Length::Byte => usize::from(self.byte()?),
            Length::Short => usize::from(self.short()?),
        };
        let encoding = match spelling {
            Spelling::Unicode => return self.unicode(count, is_raised),
            Spelling::Bytes(encoding) => encoding,
        };
        let bytes: Option<Vec<u8>> = (0..count).map(|_| self.byte()).collect();
        Some(encoding.decode_without_bom_handling(&bytes?).0.into_owned())
    }

    fn unicode(&mut self, count: usize, is_raised: &dyn Fn(u16) -> bool) -> Option<String> {
        let flags = if count == 0 && self.rest().is_none() {
            0
        } else {
            self.byte()?
        };
        let runs = if flags & 8 != 0 { self.short()? } else { 0 };
        let extra = if flags & 4 != 0 { self.long()? } else { 0 };
        let letters = self.letters(count, flags & 1 != 0)?;
        let mut raised = Vec::new();
        for _ in 0..runs {
            let (start, font) = (usize::from(self.short()?), self.short()?);
            raised.push((start, is_raised(font)));
        }
        self.skip(usize::try_from(extra).ok()?)?;
        Some(with_notes(&letters, &raised))
    }

    /// UTF-16 characters; each continuation starts with its own compression flag.
    fn letters(&mut self, count: usize, mut is_wide: bool) -> Option<Vec<u16>> {
        let mut found = Vec::with_capacity(count);
        while found.len() < count {
            let is_over = self.parts.get(self.part)?.len() == self.at;
            let rest = self.rest()?;
            if is_over {
                is_wide = rest[0] & 1 != 0;
                self.at += 1;
                continue;
            }
            let wanted = count - found.len();
            let before = found.len();
            if is_wide {
                let units = rest.chunks_exact(2).take(wanted);
                found.extend(units.map(|unit| u16::from_le_bytes([unit[0], unit[1]])));
                self.at += 2 * (found.len() - before);
                // Ignore half a character at the end of a piece.
                if found.len() == before {
                    return None;
                }
            } else {
                found.extend(rest.iter().take(wanted).map(|byte| u16::from(*byte)));
                self.at += found.len() - before;
            }
        }
        Some(found)
    }
}

/// Text with superscripts after digits marked as footnotes: 49.2¹ is not 49.21.
fn with_notes(letters: &[u16], runs: &[(usize, bool)]) -> String {
    let mut text = String::new();
    let (mut start, mut is_raised) = (0, false);
    for (end, next_is_raised) in runs.iter().copied().chain([(letters.len(), false)]) {
        let part = letters.get(start..end).unwrap_or_default();
        let is_note = is_raised && !part.is_empty() && open_note(&mut text);
        text.push_str(&String::from_utf16_lossy(part));
        if is_note {
            close_note(&mut text);
        }
        start = start.max(end);
        is_raised = next_is_raised;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(pieces: Vec<&[u8]>) -> Option<String> {
        RecordData::new(pieces).text(Length::Short, Spelling::Unicode, &|font| font == 6)
    }

    #[test]
    fn texts_run_over_records() {
        assert_eq!(text(vec![b"\x02\0\0ab"]).unwrap(), "ab");
        assert_eq!(text(vec![b"\x02\0\x01\x2D\x4E\x87\x65"]).unwrap(), "中文");
        // Two-byte start, one-byte continuation.
        assert_eq!(text(vec![b"\x03\0\x01\x2D\x4E", b"\0ab"]).unwrap(), "中ab");
        assert_eq!(text(vec![b"\0\0"]).unwrap(), "");
        assert_eq!(text(vec![b"\x05\0\0ab"]), None);
        assert_eq!(text(vec![b"\x02\0\x01\x2D\x4E\x87"]), None);
    }

    #[test]
    fn a_raised_digit_is_a_footnote() {
        let raised = b"\x05\0\x08\x01\x0049.21\x04\0\x06\0";
        assert_eq!(text(vec![raised]).unwrap(), "49.2 [1]");
        let square = b"\x02\0\x08\x01\x00m2\x01\0\x06\0";
        assert_eq!(text(vec![square]).unwrap(), "m2");
    }
}
