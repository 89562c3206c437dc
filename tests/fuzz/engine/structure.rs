//! Groups and lines: text between brackets, quotes or tags is removed, doubled, nested or swapped.

use std::ops::Range;

use fastrand::Rng;

/// The word at a position, or the run of blanks, or the single character.
pub fn token(bytes: &[u8], at: usize) -> Range<usize> {
    let class = |byte: u8| match byte {
        b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'-' | b'+' | b'.' | 128.. => 0,
        b' ' | b'\n' | b'\r' => 1,
        _ => 2,
    };
    let Some(byte) = bytes.get(at) else {
        return bytes.len()..bytes.len();
    };
    let kind = class(*byte);
    if kind == 2 {
        return at..at + 1;
    }
    let before = bytes[..at]
        .iter()
        .rev()
        .take_while(|byte| class(**byte) == kind)
        .count();
    let after = bytes[at..]
        .iter()
        .take_while(|byte| class(**byte) == kind)
        .count();
    at - before..at + after
}

/// A group that begins somewhere after a position, including its brackets.
fn group(bytes: &[u8], from: usize) -> Option<Range<usize>> {
    let is_open = |byte: &u8| matches!(byte, b'(' | b'[' | b'{' | b'"' | b'<');
    let start = from + bytes.get(from..)?.iter().position(is_open)?;
    let rest = &bytes[start + 1..];
    let end = match bytes[start] {
        b'"' => rest.iter().position(|byte| *byte == b'"')?,
        b'<' => element(&bytes[start..])?,
        open => {
            let close = closing(open);
            let mut depth = 1;
            rest.iter().position(|byte| {
                depth += i32::from(*byte == open) - i32::from(*byte == close);
                depth == 0
            })?
        }
    };
    Some(start..start + end + 2)
}

/// The end of an element, counted from after its first character: a self-contained tag, or everything up to the closing
/// tag.
fn element(bytes: &[u8]) -> Option<usize> {
    let tag = bytes.iter().position(|byte| *byte == b'>')?;
    let name = token(bytes, 1);
    if bytes.get(tag.checked_sub(1)?) == Some(&b'/') || name.is_empty() {
        return Some(tag - 1);
    }
    let closes = [b"</", &bytes[name]].concat();
    let found = bytes.windows(closes.len()).position(|part| part == closes);
    let end = found.and_then(|at| Some(at + bytes[at..].iter().position(|byte| *byte == b'>')?));
    Some(end.unwrap_or(tag) - 1)
}

const fn closing(open: u8) -> u8 {
    match open {
        b'(' => b')',
        b'[' => b']',
        b'{' => b'}',
        b'<' => b'>',
        other => other,
    }
}

/// Removes, doubles, empties, nests or replaces one group.
pub fn groups(rng: &mut Rng, bytes: &mut Vec<u8>, others: &[Vec<u8>]) {
    let Some(found) = group(bytes, rng.usize(0..=bytes.len())) else {
        return;
    };
    let (open, close) = (bytes[found.start], bytes[found.end - 1]);
    match rng.u8(0..10) {
        0 => {
            bytes.drain(found);
        }
        1 => {
            // With the word before it and everything up to the next entry.
            let name = token(bytes, found.start.saturating_sub(1));
            let end = (found.end + 2).min(bytes.len());
            let twin = bytes[name.start..end].to_vec();
            bytes.splice(name.start..name.start, twin);
        }
        2 => {
            let twin = bytes[found.clone()].to_vec();
            bytes.splice(found.end..found.end, twin);
        }
        3 if found.len() > 2 => {
            bytes.drain(found.start + 1..found.end - 1);
        }
        4 => {
            let depth = 1 << rng.u8(0..9);
            bytes.splice(found.end..found.end, vec![close; depth]);
            bytes.splice(found.start..found.start, vec![open; depth]);
        }
        5 => {
            // Inside itself.
            let twin = bytes[found.clone()].to_vec();
            if let Some(inner) = group(bytes, found.start + 1).filter(|inner| inner.end <= found.end) {
                bytes.splice(inner, twin);
            }
        }
        6 => {
            // Inside the syntax of sums, options and forms.
            let word = ["Some", "Derived", "Yearly", "Level", "-", "", "Constant", "zh:"][rng.usize(0..8)];
            let inside = [word.as_bytes(), b"(", &bytes[found.clone()], b")"].concat();
            bytes.splice(found, inside);
        }
        _ => {
            let other = &others[rng.usize(0..others.len())];
            if let Some(new) = group(other, rng.usize(0..=other.len())) {
                bytes.splice(found, other[new].iter().copied());
            }
        }
    }
}

fn line(bytes: &[u8], at: usize) -> Range<usize> {
    let start = bytes[..at]
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |before| before + 1);
    let end = bytes[at..]
        .iter()
        .position(|byte| *byte == b'\n')
        .map_or(bytes.len(), |end| at + end + 1);
    start..end
}

/// Removes, doubles or moves one line.
pub fn lines(rng: &mut Rng, bytes: &mut Vec<u8>) {
    let found = line(bytes, rng.usize(0..=bytes.len()));
    let text = bytes[found.clone()].to_vec();
    match rng.u8(0..3) {
        0 => {
            bytes.drain(found);
        }
        1 => {
            bytes.splice(found.end..found.end, text);
        }
        _ => {
            bytes.drain(found);
            let at = line(bytes, rng.usize(0..=bytes.len())).start;
            bytes.splice(at..at, text);
        }
    }
}
