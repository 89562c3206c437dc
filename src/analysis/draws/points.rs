//! Sobol' points, scrambled as Owen (1995) proposed: nested uniform, by hashing.

use super::directions::{DIGITS, Directions};
use crate::model::LANES;
use crate::model::wide::widely;

/// Digits of a point's number that tell it from others of its block.
const LOW_DIGITS: usize = LANES.trailing_zeros() as usize;

/// 2⁻³², the width of an interval of points that cannot be told apart.
const RESOLUTION: f64 = 1.0 / 4_294_967_296.0;

/// One dimension of a scrambled net. Words have their lowest bit as first binary digit, so that what is nested in
/// digits is what a product or a sum leaves below.
#[derive(Clone, Debug)]
pub(super) struct Dimension {
    directions: Directions,
    /// The points of the first block.
    low: [u32; LANES],
    seeds: [u32; 2],
}

impl Dimension {
    pub fn new(directions: Directions, seed: u64) -> Self {
        let low = std::array::from_fn(|lane| combine(&directions, lane as u64));
        Self {
            directions,
            low,
            seeds: [seed as u32, (seed >> 32) as u32],
        }
    }

    /// Coordinates of the points with numbers 64 · block, 64 · block + 1, …: each the middle of its interval of 2⁻³², so
    /// neither 0 nor 1.
    pub fn fill(&self, block: u64, lanes: &mut [f64; LANES]) {
        let high = combine(&self.directions[LOW_DIGITS..], block);
        let [first, second] = self.seeds;
        widely(
            #[inline(always)]
            || {
                for (lane, low) in lanes.iter_mut().zip(&self.low) {
                    let word = scramble(scramble(low ^ high, first), second);
                    *lane = (f64::from(word.reverse_bits()) + 0.5) * RESOLUTION;
                }
            },
        );
    }

    /// The number of the point that comes at a place, counted from 0, if the first 2^digits are put in order: in each interval
    /// of that width lies one of them. Digit by digit, because a digit of a word depends on those before it alone.
    pub fn in_place(&self, place: u64, digits: u32) -> u64 {
        let digits = digits.min(DIGITS as u32);
        if digits == 0 {
            return 0;
        }
        let wanted = (place as u32).reverse_bits() >> (DIGITS as u32 - digits);
        let [first, second] = self.seeds;
        let mut word = 0_u32;
        for digit in 0..digits {
            let found = scramble(scramble(word, first), second);
            word |= (found ^ wanted) & (1 << digit);
        }
        // The last digit of the n-th direction is its n-th.
        let mut number = 0;
        for digit in (0..digits as usize).rev() {
            if word >> digit & 1 == 1 {
                number |= 1 << digit;
                word ^= self.directions[digit];
            }
        }
        number
    }
}

/// The exclusive sum of the directions of a number's digits.
fn combine(directions: &[u32], number: u64) -> u32 {
    let digits = directions.iter().enumerate().take(DIGITS);
    let set = digits.filter(|(place, _)| number >> place & 1 == 1);
    set.fold(0, |sum, (_, direction)| sum ^ direction)
}

/// A permutation of words in which a bit depends on those below alone: of Laine and Karras (2011), with the constants that
/// Vegdahl (2021) found to be close to a uniform choice. Done twice, with 32 bits of the seed each.
#[inline(always)]
fn scramble(word: u32, seed: u32) -> u32 {
    let mut x = word;
    x ^= x.wrapping_mul(0x3d20_adea);
    x = x.wrapping_add(seed);
    x = x.wrapping_mul((seed >> 16) | 1);
    x ^= x.wrapping_mul(0x0552_6c56);
    x ^ x.wrapping_mul(0x53a2_2864)
}

/// A seed made of several numbers, each of which changes all of it: the finaliser of SplitMix64 (Steele, Lea and
/// Flood 2014).
pub(super) fn mixed(numbers: &[u64]) -> u64 {
    numbers.iter().fold(0, |seed, number| {
        let mut z = (seed ^ number).wrapping_add(0x9e37_79b9_7f4a_7c15);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    })
}
