//! Shapley values: over all coalitions, or over sampled orders.

use super::game::{COALITIONS, Game};

/// The effect of each player, with its standard error where it is an estimate.
type Effects = Vec<(f64, Option<f64>)>;

/// Words that count: bit n of word p is bit p of n, so that 64 coalitions of six players stand side by side.
const COUNTING: [u64; 6] = [
    0xAAAA_AAAA_AAAA_AAAA,
    0xCCCC_CCCC_CCCC_CCCC,
    0xF0F0_F0F0_F0F0_F0F0,
    0xFF00_FF00_FF00_FF00,
    0xFFFF_0000_FFFF_0000,
    0xFFFF_FFFF_0000_0000,
];

/// Over all coalitions: Σ_S |S|! (k − |S| − 1)! / k! · (v(S ∪ i) − v(S)).
pub(super) fn exact(game: &Game<'_>) -> Effects {
    let count = game.players().len();
    let coalitions = 1_usize << count;
    let mut values = Vec::with_capacity(coalitions.next_multiple_of(COALITIONS));
    for block in 0..coalitions.div_ceil(COALITIONS) {
        let word = |player: usize| match COUNTING.get(player) {
            Some(word) => *word,
            None if block >> (player - COUNTING.len()) & 1 == 1 => u64::MAX,
            None => 0,
        };
        let words: Vec<u64> = (0..count).map(word).collect();
        values.extend_from_slice(&game.values(&words));
    }
    let weights = weights(count);
    let effect = |player: usize| {
        let bit = 1 << player;
        let mut by_size = vec![0.0; count];
        for coalition in (0..coalitions).filter(|coalition| coalition & bit == 0) {
            by_size[coalition.count_ones() as usize] += values[coalition | bit] - values[coalition];
        }
        let effects = by_size.iter().zip(&weights);
        (effects.map(|(sum, weight)| sum * weight).sum(), None)
    };
    (0..count).map(effect).collect()
}

/// |S|! (k − |S| − 1)! / k! by size: the reciprocal of k times the number of coalitions of that size among the others.
fn weights(count: usize) -> Vec<f64> {
    let real = |n: usize| u32::try_from(n).map_or(f64::NAN, f64::from);
    let mut weight = 1.0 / real(count);
    let mut found = Vec::with_capacity(count);
    for size in 0..count {
        found.push(weight);
        weight *= real(size + 1) / real(count - size - 1);
    }
    found
}

/// How many pairs of orders are sampled, each order with its reverse: in blocks of 64.
const BLOCKS: usize = 16;

/// Over sampled orders. Each is taken with its reverse, whose errors are opposite as far as players work in pairs (Lomeli
/// and others 2019); the standard error is that of the mean of the pairs. An order depends on the seed and its number
/// alone.
pub(super) fn sampled(game: &Game<'_>, seed: u64) -> (Effects, usize) {
    let count = game.players().len();
    let pairs = BLOCKS * COALITIONS;
    // About the first of each, so that little is lost where all are nearly equal.
    let mut sums = vec![(0.0, 0.0); count];
    let mut first = vec![0.0; count];
    for block in 0..BLOCKS {
        let orders: Vec<Vec<usize>> = (0..COALITIONS)
            .map(|lane| order(count, seed, block * COALITIONS + lane))
            .collect();
        let mut effects = vec![[0.0; COALITIONS]; count];
        for is_reverse in [false, true] {
            walk(game, &orders, is_reverse, &mut effects);
        }
        for ((effects, (sum, squares)), first) in effects.iter().zip(&mut sums).zip(&mut first) {
            if block == 0 {
                *first = effects[0] / 2.0;
            }
            for effect in effects.map(|both| both / 2.0 - *first) {
                *sum += effect;
                *squares += effect * effect;
            }
        }
    }
    let number = u32::try_from(pairs).map_or(f64::NAN, f64::from);
    let effects = sums.into_iter().zip(first).map(|((sum, squares), first)| {
        let mean: f64 = sum / number;
        let variance = (squares / number - mean * mean).max(0.0) / (number - 1.0);
        (first + mean, Some(libm::sqrt(variance)))
    });
    (effects.collect(), 2 * pairs)
}

/// Lets the players move one by one, in 64 orders at once, and adds what each of them changes.
fn walk(game: &Game<'_>, orders: &[Vec<usize>], is_reverse: bool, effects: &mut [[f64; COALITIONS]]) {
    let count = effects.len();
    let mut words = vec![0_u64; count];
    let mut before = [game.ends()[0]; COALITIONS];
    for turn in 0..count {
        let turn = if is_reverse { count - 1 - turn } else { turn };
        for (lane, order) in orders.iter().enumerate() {
            words[order[turn]] |= 1 << lane;
        }
        let after = game.values(&words);
        for (lane, order) in orders.iter().enumerate() {
            effects[order[turn]][lane] += after[lane] - before[lane];
        }
        before = after;
    }
}

/// An order of players at random (Fisher and Yates).
fn order(count: usize, seed: u64, number: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    let mut state = mixed(seed ^ mixed(number as u64));
    for last in (1..count).rev() {
        state = state.wrapping_add(GOLDEN);
        let chosen = (u128::from(mixed(state)) * (last as u128 + 1)) >> 64;
        order.swap(last, usize::try_from(chosen).unwrap_or(last));
    }
    order
}

/// 2^64 over the golden ratio.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

/// The finalizer of SplitMix64 (Steele and others 2014).
const fn mixed(state: u64) -> u64 {
    let state = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let state = (state ^ (state >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    state ^ (state >> 31)
}
