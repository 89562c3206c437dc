//! An ensemble: what the draws of a scenario's uncertain rates lead to. Quantiles of every indicator and year, how likely each
//! target is, how likely all of them are together, and how many draws leave what is possible.
//!
//! Draws are lanes of one compiled program, in blocks. What is counted is merged in the order of the blocks, and quantiles are
//! exact order statistics, so that the number of threads changes no bit.

mod apart;
mod errors;
mod monotone;
mod outcome;
mod paired;
mod part;
mod select;
mod sieve;
mod study;
mod tally;
mod watch;
mod whole;
mod work;

pub use apart::{ApartMedians, Paths};
pub use errors::scramble_size;
pub use outcome::{Ensemble, Fan, Likelihood, TargetChance, Together};
pub use paired::{BetterChance, DrawsDifference, PairedDraws};
pub use part::EnsemblePart;
pub use select::{PROBABILITIES, Quantiles, position};
pub use study::Study;
pub use work::CancellableDraws;
