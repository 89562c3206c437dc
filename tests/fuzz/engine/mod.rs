//! Fuzzing on stable Rust: inputs are generated from a corpus, tried, and judged.
//!
//! Shared by the short run in `cargo test` (`tests/fuzz/mod.rs`) and the long one by command (`benches/fuzz.rs`); see
//! `tests/fuzz/README.md`. The same seed generates the same inputs on every machine.
//!
//! Coverage would need a nightly compiler or a fuzzer's own build. The program's responses stand in for it: an input
//! with a new response joins the corpus.

mod archive;
mod compound;
mod corpus;
mod dictionary;
mod minimise;
mod mutate;
mod oracle;
mod panics;
mod structure;
mod targets;

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use fastrand::Rng;

pub use corpus::{found, root};
pub use minimise::minimise;
pub use targets::{PlotObstacles, Target};

/// The outcome of one input that broke nothing.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Whether it was accepted as a document or a table.
    pub accepted: bool,
    /// The program's response, as message ids and names of judgements.
    pub marks: Vec<&'static str>,
    /// The same where only the words are known; see [`Outcome::also`].
    words: u64,
}

impl Outcome {
    /// Records the program's words, without names and numbers.
    fn also(&mut self, said: &str) {
        let mut hasher = DefaultHasher::new();
        for part in said.split('"').step_by(2) {
            part.chars()
                .filter(|c| c.is_alphabetic())
                .for_each(|c| c.hash(&mut hasher));
        }
        self.words = hasher.finish();
    }

    fn signature(&self) -> u64 {
        let mut marks = self.marks.clone();
        marks.sort_unstable();
        marks.dedup();
        let mut hasher = DefaultHasher::new();
        (self.accepted, self.words, marks).hash(&mut hasher);
        hasher.finish()
    }
}

/// Tries one input: nothing may panic, and every promise must hold. `thorough` also draws and exports accepted inputs.
///
/// # Errors
/// What the program did wrong.
pub fn attempt(
    ground: &PlotObstacles,
    target: Target,
    input: &[u8],
    thorough: bool,
) -> Result<Outcome, String> {
    panics::caught(|| ground.judge(target, input, thorough))
}

/// Longer inputs are cut: time is better spent on many inputs than on long ones.
const LONGEST: usize = 64 * 1024;
/// The most inputs with new responses kept beside the corpus.
const MOST_KEPT: usize = 3000;
/// One in this many inputs is also drawn and exported, if accepted.
const THOROUGH: u64 = 256;

/// Generates inputs for one target.
pub struct Source {
    rng: Rng,
    corpus: Vec<Vec<u8>>,
    start: usize,
    /// Which corpus entries are accepted.
    sound: Vec<usize>,
    words: Vec<Vec<u8>>,
    signatures: HashSet<u64>,
    made: u64,
}

impl Source {
    /// The whole corpus of a target, and the inputs generated from it and the seed.
    pub fn new(target: Target, seed: u64) -> Self {
        let corpus = corpus::of(target);
        let words = dictionary::words(target, &corpus);
        Self {
            rng: Rng::with_seed(seed ^ (target as u64) << 32),
            start: corpus.len(),
            corpus,
            sound: Vec::new(),
            words,
            signatures: HashSet::new(),
            made: 0,
        }
    }

    /// The next input, and whether to try it thoroughly: first the corpus itself, then inputs generated from it.
    pub fn next(&mut self) -> (Vec<u8>, bool) {
        let position = usize::try_from(self.made).unwrap_or(usize::MAX);
        self.made += 1;
        if position < self.start {
            return (self.corpus[position].clone(), true);
        }
        let thorough = self.made.is_multiple_of(THOROUGH);
        let entry = self.entry();
        let mut input = mutate::mutated(&mut self.rng, &entry, &self.words, &self.corpus);
        input.truncate(LONGEST);
        // It would look like a variable left open in a message.
        while let Some(at) = input.windows(2).position(|pair| pair == b"{$") {
            input[at] = b'(';
        }
        (input, thorough)
    }

    /// Every other entry is one that was accepted: most of the corpus is broken. Short entries are more likely: they
    /// are quicker, and a change in them is more likely to matter.
    fn entry(&mut self) -> Vec<u8> {
        let among_sound = self.rng.bool() && !self.sound.is_empty();
        let mut pick = || {
            if among_sound {
                self.sound[self.rng.usize(0..self.sound.len())]
            } else {
                self.rng.usize(0..self.corpus.len())
            }
        };
        let (one, other) = (pick(), pick());
        let shorter = if self.corpus[one].len() <= self.corpus[other].len() {
            one
        } else {
            other
        };
        let chosen = if self.rng.u8(..) < 200 { shorter } else { one };
        self.corpus[chosen].clone()
    }

    /// Records the outcome of an input.
    pub fn learn(&mut self, input: &[u8], outcome: &Outcome) {
        let is_new = self.signatures.insert(outcome.signature());
        let position = usize::try_from(self.made).unwrap_or(usize::MAX) - 1;
        if position < self.start {
            self.sound.extend(outcome.accepted.then_some(position));
        } else if is_new && self.corpus.len() < self.start + MOST_KEPT {
            self.sound.extend(outcome.accepted.then_some(self.corpus.len()));
            self.corpus.push(input.to_vec());
        }
    }

    /// How many inputs the run began with, and how many had new responses.
    pub fn sizes(&self) -> (usize, usize) {
        (self.start, self.corpus.len() - self.start)
    }
}
