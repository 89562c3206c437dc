//! Archives: parts taken out, changed and put back, so that fuzzing gets past the archive reader.

use std::io::{Cursor, Read as _, Write as _};

use fastrand::Rng;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::mutate;

/// Name and content.
pub type SectionKind = (String, Vec<u8>);

/// Larger than any part of the corpus.
const LARGEST_PART: u64 = 1 << 20;
const MOST_PARTS: usize = 100;

/// The parts of an archive; `None` if it is not one.
pub fn unpack(bytes: &[u8]) -> Option<Vec<SectionKind>> {
    if !bytes.starts_with(b"PK") {
        return None;
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut parts = Vec::new();
    for n in 0..archive.len().min(MOST_PARTS) {
        let Ok(file) = archive.by_index(n) else { continue };
        let Ok(name) = file.name().map(std::borrow::Cow::into_owned) else {
            continue;
        };
        let mut content = Vec::new();
        // A truncated part is kept as far as it goes.
        let _ = file.take(LARGEST_PART).read_to_end(&mut content);
        parts.push((name, content));
    }
    Some(parts)
}

/// An archive of these parts.
pub fn pack(parts: &[SectionKind], deflated: bool) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let method = if deflated {
        CompressionMethod::Deflated
    } else {
        CompressionMethod::Stored
    };
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, content) in parts {
        // The second of two parts with the same name is refused, which is fine.
        if writer.start_file(name.as_str(), options).is_ok() {
            let _ = writer.write_all(content);
        }
    }
    writer.finish().map(Cursor::into_inner).unwrap_or_default()
}

/// Parts that describe cells and their content.
fn matters(name: &str) -> bool {
    ["sheet", "workbook", "Strings", "styles", "content"]
        .iter()
        .any(|part| name.contains(part))
}

/// The archive with something changed inside; `None` if it is not one.
pub fn mutated(rng: &mut Rng, bytes: &[u8], words: &[Vec<u8>], others: &[Vec<u8>]) -> Option<Vec<u8>> {
    let mut parts = unpack(bytes)?;
    if parts.is_empty() {
        return None;
    }
    let n = match rng.u8(..) {
        0..=230 => {
            let matter: Vec<usize> = (0..parts.len()).filter(|n| matters(&parts[*n].0)).collect();
            if matter.is_empty() {
                rng.usize(0..parts.len())
            } else {
                matter[rng.usize(0..matter.len())]
            }
        }
        _ => rng.usize(0..parts.len()),
    };
    match rng.u8(0..20) {
        0 => {
            parts.remove(n);
        }
        1 => {
            let other = &others[rng.usize(0..others.len())];
            if let Some(others) = unpack(other).filter(|parts| !parts.is_empty()) {
                let (name, content) = &others[rng.usize(0..others.len())];
                let same = others.iter().find(|(name, _)| *name == parts[n].0);
                match same {
                    Some((_, content)) => parts[n].1.clone_from(content),
                    None => parts.push((name.clone(), content.clone())),
                }
            }
        }
        2 => {
            let name = parts[n].0.clone();
            parts[n].0 = match rng.u8(0..4) {
                0 => name.to_uppercase(),
                1 => name.replace('/', "\\"),
                2 => format!("/{name}"),
                _ => name.replace("sheet1", "sheet2"),
            };
        }
        3 => {
            let twin = parts[n].1.clone();
            let other = rng.usize(0..parts.len());
            parts[other].1 = twin;
        }
        _ => {
            let inner: Vec<Vec<u8>> = parts.iter().map(|(_, content)| content.clone()).collect();
            parts[n].1 = mutate::changed(rng, &parts[n].1, words, &inner);
        }
    }
    Some(pack(&parts, rng.u8(..) < 32))
}
