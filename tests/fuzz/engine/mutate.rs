//! Inputs generated from other inputs: bytes, dictionary words, groups and lines, splices.
//!
//! Written here after looking at alternatives. libFuzzer and AFL need a nightly compiler or their own; bolero brings
//! its engines as thirty packages; fuzzcheck needs nightly too. mutatis 0.5 is well maintained and runs on stable Rust,
//! but mutates values of Rust types: for bytes it would only replace, insert and remove single ones, the least of what
//! follows. byte-mutator and fuzzmutator do no more than that and have not been touched since 2020.

use fastrand::Rng;

use super::dictionary::EXTREMES;
use super::{archive, compound, structure};

/// The most one step may add, in bytes.
const LONGEST_STEP: usize = 48 * 1024;

/// An input generated from `entry`: inside an archive or an old workbook, or as it is.
pub fn mutated(rng: &mut Rng, entry: &[u8], words: &[Vec<u8>], others: &[Vec<u8>]) -> Vec<u8> {
    let inside = match rng.u8(0..8) {
        0 => None,
        _ => archive::mutated(rng, entry, words, others)
            .or_else(|| compound::mutated(rng, entry, words, others)),
    };
    inside.unwrap_or_else(|| changed(rng, entry, words, others))
}

/// The bytes after one or more steps; usually few, so that much of a valid input stays valid.
pub fn changed(rng: &mut Rng, entry: &[u8], words: &[Vec<u8>], others: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = entry.to_vec();
    let most = 1 << rng.u8(0..10).saturating_sub(5);
    for _ in 0..rng.usize(1..=most) {
        step(rng, &mut bytes, words, others);
        bytes.truncate(2 * LONGEST_STEP);
    }
    bytes
}

/// The same without words and groups, for binary input.
pub fn bytes_changed(rng: &mut Rng, entry: &[u8], words: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = entry.to_vec();
    for _ in 0..rng.usize(1..=3) {
        byte_step(rng, &mut bytes);
    }
    if rng.u8(..) < 16 {
        insert_word(rng, &mut bytes, words);
    }
    bytes
}

fn step(rng: &mut Rng, bytes: &mut Vec<u8>, words: &[Vec<u8>], others: &[Vec<u8>]) {
    match rng.u8(0..32) {
        0..=2 => byte_step(rng, bytes),
        3..=5 => insert_word(rng, bytes, words),
        6..=11 => replace_word(rng, bytes, words),
        12..=16 => replace_number(rng, bytes),
        17 => swap_words(rng, bytes),
        18..=19 => splice(rng, bytes, others),
        20..=22 => structure::lines(rng, bytes),
        23 => {
            let at = rng.usize(0..=bytes.len());
            bytes.truncate(at);
        }
        24 => repeat(rng, bytes),
        _ => structure::groups(rng, bytes, others),
    }
}

fn byte_step(rng: &mut Rng, bytes: &mut Vec<u8>) {
    if bytes.is_empty() {
        bytes.push(rng.u8(..));
        return;
    }
    let at = rng.usize(0..bytes.len());
    let end = (at + rng.usize(1..=16)).min(bytes.len());
    match rng.u8(0..6) {
        0 => bytes[at] ^= 1 << rng.u8(0..8),
        1 => bytes[at] = rng.u8(..),
        2 => bytes[at] = [0, 1, 9, 10, 13, 27, 34, 92, 127, 128, 254, 255][rng.usize(0..12)],
        3 => {
            bytes.drain(at..end);
        }
        4 => {
            let twin = bytes[at..end].to_vec();
            bytes.splice(at..at, twin);
        }
        _ => bytes.insert(at, rng.u8(..)),
    }
}

fn word<'w>(rng: &mut Rng, words: &'w [Vec<u8>]) -> &'w [u8] {
    words
        .get(rng.usize(0..words.len().max(1)))
        .map_or(b"x", Vec::as_slice)
}

fn insert_word(rng: &mut Rng, bytes: &mut Vec<u8>, words: &[Vec<u8>]) {
    let at = structure::token(bytes, rng.usize(0..=bytes.len())).start;
    bytes.splice(at..at, word(rng, words).iter().copied());
}

fn replace_word(rng: &mut Rng, bytes: &mut Vec<u8>, words: &[Vec<u8>]) {
    let token = structure::token(bytes, rng.usize(0..=bytes.len()));
    bytes.splice(token, word(rng, words).iter().copied());
}

/// Replaces the next number by an extreme one, or one slightly off.
fn replace_number(rng: &mut Rng, bytes: &mut Vec<u8>) {
    let from = rng.usize(0..=bytes.len());
    let Some(at) = bytes[from..].iter().position(u8::is_ascii_digit) else {
        return;
    };
    let token = structure::token(bytes, from + at);
    let number = std::str::from_utf8(&bytes[token.clone()])
        .ok()
        .and_then(|text| text.parse::<f64>().ok());
    let new = match (number, rng.u8(0..5)) {
        (Some(number), 0) => format!("{:?}", number + 1.0),
        (Some(number), 1) => format!("{}", -number),
        (Some(number), 2) => format!("{:?}", number * [10.0, 100.0, 0.01, 1e6, 1e-6][rng.usize(0..5)]),
        _ => EXTREMES[rng.usize(0..EXTREMES.len())].to_owned(),
    };
    bytes.splice(token, new.into_bytes());
}

fn swap_words(rng: &mut Rng, bytes: &mut Vec<u8>) {
    let (one, other) = (rng.usize(0..=bytes.len()), rng.usize(0..=bytes.len()));
    let (first, second) = (
        structure::token(bytes, one.min(other)),
        structure::token(bytes, one.max(other)),
    );
    if first.end > second.start {
        return;
    }
    let (a, b) = (bytes[first.clone()].to_vec(), bytes[second.clone()].to_vec());
    bytes.splice(second, a);
    bytes.splice(first, b);
}

/// Joins the beginning of one input and the end of another.
fn splice(rng: &mut Rng, bytes: &mut Vec<u8>, others: &[Vec<u8>]) {
    let Some(other) = others.get(rng.usize(0..others.len().max(1))) else {
        return;
    };
    let at = structure::token(bytes, rng.usize(0..=bytes.len())).start;
    let from = structure::token(other, rng.usize(0..=other.len())).start;
    bytes.truncate(at);
    bytes.extend(other[from..].iter().take(LONGEST_STEP));
}

/// Repeats a part many times.
fn repeat(rng: &mut Rng, bytes: &mut Vec<u8>) {
    let start = rng.usize(0..=bytes.len());
    let end = (start + rng.usize(1..=64)).min(bytes.len());
    let piece = bytes[start..end].to_vec();
    let most = (LONGEST_STEP / piece.len().max(1)).min(1 << rng.u8(1..12));
    bytes.splice(end..end, piece.repeat(most));
}
