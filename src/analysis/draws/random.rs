//! Pseudo-random points: ChaCha, keyed by the lever's id, so that a lever's draws do not depend on which others vary.

use chacha20::ChaCha8Rng;
use chacha20::rand_core::{Rng as _, SeedableRng as _};
use sha2::{Digest as _, Sha256};

use crate::model::LANES;

/// Blocks of the cipher that a block of lanes takes: 64 bytes each, 8 a lane.
const CIPHER_BLOCKS: u64 = LANES as u64 * 8 / 64;

/// 2⁻⁵², so that the middle of an interval is a number of its own.
const RESOLUTION: f64 = 1.0 / 4_503_599_627_370_496.0;

/// The numbers of one lever in one slot.
#[derive(Clone, Debug)]
pub(super) struct RandomColumn {
    key: [u8; 32],
    slot: u64,
}

impl RandomColumn {
    pub fn new(lever: &str, slot: usize, [seed, scramble, half]: [u64; 3]) -> Self {
        let mut key = Sha256::new();
        for number in [seed, scramble, half] {
            key.update(number.to_le_bytes());
        }
        key.update(lever.as_bytes());
        Self {
            key: key.finalize().into(),
            slot: slot as u64,
        }
    }

    /// The numbers of draws 64 · block, 64 · block + 1, …, neither 0 nor 1.
    pub fn fill(&self, block: u64, lanes: &mut [f64; LANES]) {
        let mut numbers = ChaCha8Rng::from_seed(self.key);
        numbers.set_stream(self.slot);
        numbers.set_block_pos(block * CIPHER_BLOCKS);
        let mut bytes = [0; LANES * 8];
        numbers.fill_bytes(&mut bytes);
        let (words, _) = bytes.as_chunks::<8>();
        for (lane, word) in lanes.iter_mut().zip(words) {
            *lane = ((u64::from_le_bytes(*word) >> 12) as f64 + 0.5) * RESOLUTION;
        }
    }
}
