//! Old workbooks: records of a stream, taken out of its compound file, changed and put back.

use std::io::{Cursor, Read as _, Write as _};

use cfb::CompoundFile;
use fastrand::Rng;

use super::mutate;

/// The signatures of compound files and of old workbook streams.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
const STREAMS: [&[u8]; 2] = [b"\x09\x08\x10\x00\x00\x06", b"\x09\x08\x08\x00\x00\x05"];

/// The stream of an old workbook; `None` if there is none.
pub fn stream(bytes: &[u8]) -> Option<Vec<u8>> {
    if STREAMS.iter().any(|start| bytes.starts_with(start)) {
        return Some(bytes.to_vec());
    }
    if !bytes.starts_with(COMPOUND) {
        return None;
    }
    let mut file = CompoundFile::open(Cursor::new(bytes)).ok()?;
    let mut content = Vec::new();
    for name in ["/Workbook", "/Book"] {
        if let Ok(mut found) = file.open_stream(name) {
            found.read_to_end(&mut content).ok()?;
            return Some(content);
        }
    }
    None
}

fn wrapped(stream: &[u8], name: &str) -> Option<Vec<u8>> {
    let mut file = CompoundFile::create(Cursor::new(Vec::new())).ok()?;
    file.create_stream(name).ok()?.write_all(stream).ok()?;
    file.flush().ok()?;
    Some(file.into_inner().into_inner())
}

type Record = (u16, Vec<u8>);

fn records(stream: &[u8]) -> Vec<Record> {
    let mut rest = stream;
    let mut found = Vec::new();
    while let [a, b, c, d, more @ ..] = rest {
        let length = usize::from(u16::from_le_bytes([*c, *d])).min(more.len());
        found.push((u16::from_le_bytes([*a, *b]), more[..length].to_vec()));
        rest = &more[length..];
    }
    found
}

fn joined(rng: &mut Rng, records: &[Record]) -> Vec<u8> {
    // One length in a few thousand is false.
    let liar = if rng.u8(..) < 24 {
        rng.usize(0..records.len().max(1))
    } else {
        usize::MAX
    };
    let mut stream = Vec::new();
    for (n, (kind, content)) in records.iter().enumerate() {
        let length = u16::try_from(content.len()).unwrap_or(u16::MAX);
        let length = if n == liar {
            length.wrapping_add(rng.u16(..))
        } else {
            length
        };
        stream.extend(kind.to_le_bytes());
        stream.extend(length.to_le_bytes());
        stream.extend(content);
    }
    stream
}

/// The workbook with some of its records changed; `None` if it is not one.
pub fn mutated(rng: &mut Rng, bytes: &[u8], words: &[Vec<u8>], others: &[Vec<u8>]) -> Option<Vec<u8>> {
    let mut all = records(&stream(bytes)?);
    if all.is_empty() {
        return None;
    }
    for _ in 0..rng.usize(1..=4) {
        let n = rng.usize(0..all.len());
        match rng.u8(0..12) {
            0 if all.len() > 1 => {
                all.remove(n);
            }
            1 => {
                let twin = all[n].clone();
                all.insert(rng.usize(0..=all.len()), twin);
            }
            2 => {
                let other = rng.usize(0..all.len());
                all.swap(n, other);
            }
            3 => {
                let other = &others[rng.usize(0..others.len())];
                if let Some(found) = stream(other)
                    .map(|stream| records(&stream))
                    .filter(|all| !all.is_empty())
                {
                    all.insert(n, found[rng.usize(0..found.len())].clone());
                }
            }
            4 => {
                let cut = rng.usize(0..=all[n].1.len());
                let rest = all[n].1.split_off(cut);
                all.insert(n + 1, (0x3C, rest));
            }
            5 => all[n].0 = [0x3C, 0x0A, 0x85, 0xFC, 0xE5, 0x06, 0x27E, 0xBD, 0x09][rng.usize(0..9)],
            6 => {
                let more = rng.usize(0..9000);
                let fill = rng.u8(..);
                all[n].1.resize(more, fill);
            }
            7 if all[n].1.len() >= 2 => {
                // Most fields have two bytes.
                let at = rng.usize(0..all[n].1.len() - 1);
                let value = [0_u16, 1, 0x7FFF, 0x8000, 0xFFFF, 0xFFFE, 256, 255][rng.usize(0..8)];
                all[n].1[at..at + 2].copy_from_slice(&value.to_le_bytes());
            }
            _ => all[n].1 = mutate::bytes_changed(rng, &all[n].1, words),
        }
        let last = all.len() - 1;
        all[n.min(last)].1.truncate(8224);
    }
    let stream = joined(rng, &all);
    match rng.u8(0..4) {
        0 => wrapped(&stream, "/Workbook"),
        1 if rng.bool() => wrapped(&stream, "/Book"),
        _ => Some(stream),
    }
}
