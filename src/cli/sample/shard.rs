//! One part of several: `3/16`.

use serde::{Deserialize, Serialize};

use crate::analysis::ensemble::Study;

/// The most parts of a run.
const MOST_PARTS: u64 = 10_000;

/// The n-th of so many parts, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(in crate::cli) struct Shard {
    pub number: u64,
    pub of: u64,
}

impl Shard {
    /// From `3/16`; `None` for anything that is no part.
    pub fn parse(text: &str) -> Option<Self> {
        let (number, of) = text.split_once('/')?;
        let shard = Self {
            number: number.trim().parse().ok()?,
            of: of.trim().parse().ok()?,
        };
        shard.is_sound().then_some(shard)
    }

    pub const fn is_sound(self) -> bool {
        1 <= self.number && self.number <= self.of && self.of <= MOST_PARTS
    }

    /// Its blocks among those of so many draws.
    pub fn blocks(self, size: u64) -> std::ops::Range<u64> {
        Study::blocks(size, self.number - 1, self.of)
    }
}

impl std::fmt::Display for Shard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}
