//! Running a program on draws: blocks in ranges, a range for each thread, results merged in the order of the ranges.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};

use super::sieve::{Brackets, Sieve};
use super::study::Study;
use super::tally::{DrawMarks, Tally};
use super::watch::levels;
use crate::analysis::draws::{Half, Net};
use crate::model::{Block, IsWanted, LANES, Program};
use crate::plan::IndicatorIx;

/// On how many threads, and who still waits.
#[derive(Clone, Copy)]
pub struct CancellableDraws<'a> {
    /// At most so many; 1 and more give the same bits.
    pub threads: usize,
    /// Asked between blocks.
    pub is_wanted: IsWanted<'a>,
}

/// Blocks are handed to threads from this many draws on.
const WORTH_A_THREAD: u64 = 2_048;

/// A column to be kept: a number for each draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeptColumn {
    /// An indicator's level in a step.
    Level(IndicatorIx, usize),
    /// A parameter.
    Rate(usize),
}

/// Draws being made, one block at a time.
pub(super) struct Run<'a> {
    study: &'a Study<'a>,
    program: &'a Program,
    net: Net<'a>,
    pub columns: Vec<[f64; LANES]>,
    pub block: Block<LANES>,
}

impl<'a> Run<'a> {
    pub fn new(study: &'a Study<'a>, program: &'a Program, scramble: u32) -> Self {
        Self {
            study,
            program,
            net: study.draws.net(scramble, Half::A),
            columns: vec![[0.0; LANES]; study.draws.parameters().len()],
            block: program.block(),
        }
    }

    /// Draws and evaluates a block.
    pub fn work_out(&mut self, block: u64) {
        self.net.fill(block, &mut self.columns);
        self.program.evaluate(&self.columns, &mut self.block);
    }

    /// The levels of an indicator in the present block; none where draws do not move it.
    pub fn levels(&self, ix: IndicatorIx) -> &[[f64; LANES]] {
        levels(self.program, &self.block, ix)
    }

    /// Counts the draws of a range of blocks below `size`; stops early once it is no longer wanted.
    pub fn tally(&mut self, blocks: Range<u64>, size: u64, is_wanted: IsWanted<'_>) -> Tally {
        let (mut tally, mut marks) = (Tally::of(self.study), DrawMarks::of(self.study));
        for block in blocks {
            if !is_wanted() {
                break;
            }
            self.work_out(block);
            marks.judge(self.study, self.program, &self.block);
            marks.count(self.study, lanes(block, size), &mut tally);
        }
        tally
    }

    /// A column's values in the present block.
    fn lanes_of(&self, column: KeptColumn) -> Option<&[f64; LANES]> {
        match column {
            KeptColumn::Level(ix, step) => self.levels(ix).get(step),
            KeptColumn::Rate(parameter) => self.columns.get(parameter),
        }
    }

    /// Copies what is to be kept of the present block.
    pub fn keep(&self, wanted: &[KeptColumn], from: usize, kept: &mut [&mut [f64]]) {
        for (column, kept) in wanted.iter().zip(kept) {
            let lanes = self.lanes_of(*column);
            let room = kept.get_mut(from..).unwrap_or_default();
            for (to, value) in room.iter_mut().zip(lanes.into_iter().flatten()) {
                *to = *value;
            }
        }
    }
}

/// How many lanes of a block are draws.
pub(super) fn lanes(block: u64, size: u64) -> usize {
    size.saturating_sub(block * LANES as u64).min(LANES as u64) as usize
}

/// How many blocks hold so many draws.
pub(super) const fn blocks(size: u64) -> u64 {
    size.div_ceil(LANES as u64)
}

/// A range in so many contiguous parts of nearly the same length.
pub(super) fn split(range: &Range<u64>, parts: usize) -> Vec<Range<u64>> {
    let (parts, count) = (parts.max(1) as u64, range.end - range.start);
    let bound = |part: u64| range.start + count * part / parts;
    (0..parts).map(|part| bound(part)..bound(part + 1)).collect()
}

/// What is wanted of some draws.
#[derive(Clone, Copy, Default)]
pub(super) struct WantedOfDraws<'w> {
    /// Columns to be kept.
    pub kept: &'w [KeptColumn],
    /// Columns of which quantiles are wanted, and where they lie.
    pub sieved: &'w [(KeptColumn, Brackets)],
    /// Whether draws are judged and counted.
    pub is_counted: bool,
}

/// What comes of a range of blocks.
pub(super) struct Collected {
    pub tally: Tally,
    /// The columns that were kept.
    pub columns: Vec<Vec<f64>>,
    /// For each part of the range, the sieves of the columns.
    pub sieves: Vec<Vec<Sieve>>,
}

/// Counts the draws of a range of blocks and keeps what is wanted of them. Nothing once it is no longer wanted.
pub(super) fn collect(
    study: &Study<'_>,
    program: &Program,
    (blocks, size): (Range<u64>, u64),
    wanted: WantedOfDraws<'_>,
    how: CancellableDraws<'_>,
) -> Option<Collected> {
    let WantedOfDraws {
        kept,
        sieved,
        is_counted,
    } = wanted;
    let draws = |blocks: &Range<u64>| {
        (size.min(blocks.end * LANES as u64)).saturating_sub(blocks.start * LANES as u64) as usize
    };
    let mut columns = vec![vec![0.0; draws(&blocks)]; kept.len()];
    let ranges = split(&blocks, threads_for(draws(&blocks) as u64, how.threads));
    let mut rooms: Vec<Vec<&mut [f64]>> = ranges.iter().map(|_| Vec::with_capacity(kept.len())).collect();
    for column in &mut columns {
        let mut rest = &mut column[..];
        for (room, range) in rooms.iter_mut().zip(&ranges) {
            let (own, others) = rest.split_at_mut(draws(range).min(rest.len()));
            room.push(own);
            rest = others;
        }
    }
    let of_range = |(range, mut room): (Range<u64>, Vec<&mut [f64]>), is_wanted: IsWanted<'_>| {
        let mut run = Run::new(study, program, 0);
        let (mut tally, mut marks) = (Tally::of(study), DrawMarks::of(study));
        let mut sieves = vec![Sieve::default(); sieved.len()];
        for block in range.clone() {
            if !is_wanted() {
                break;
            }
            run.work_out(block);
            if is_counted {
                marks.judge(study, program, &run.block);
                marks.count(study, lanes(block, size), &mut tally);
            }
            let from = (block - range.start) as usize * LANES;
            run.keep(kept, from, &mut room);
            for ((column, brackets), sieve) in sieved.iter().zip(&mut sieves) {
                if let Some(lanes) = run.lanes_of(*column) {
                    sieve.add(brackets, &lanes[..self::lanes(block, size)]);
                }
            }
        }
        (tally, sieves)
    };
    let parts = side_by_side(ranges.into_iter().zip(rooms).collect(), how.is_wanted, of_range)?;
    let (tallies, sieves): (Vec<Tally>, Vec<Vec<Sieve>>) = parts.into_iter().unzip();
    let mut tally = Tally::of(study);
    for part in &tallies {
        tally.add(part);
    }
    Some(Collected {
        tally,
        columns,
        sieves,
    })
}

/// As many threads as are worth it.
pub(super) fn threads_for(draws: u64, most: usize) -> usize {
    most.clamp(1, (draws / WORTH_A_THREAD).max(1) as usize)
}

/// Does work on several things at once, the first on this thread, which alone asks whether it is still wanted; results in the
/// order of the things. Nothing once it is no longer wanted.
pub(super) fn side_by_side<T: Send, R: Send>(
    things: Vec<T>,
    is_wanted: IsWanted<'_>,
    work: impl Fn(T, IsWanted<'_>) -> R + Sync,
) -> Option<Vec<R>> {
    let goes_on = AtomicBool::new(true);
    let mut things = things.into_iter();
    let first = things.next()?;
    let asks = || {
        let is_wanted = is_wanted();
        if !is_wanted {
            goes_on.store(false, Ordering::Relaxed);
        }
        is_wanted
    };
    let results = std::thread::scope(|scope| {
        let (work, goes_on) = (&work, &goes_on);
        let others: Vec<_> = things
            .map(|thing| scope.spawn(move || work(thing, &|| goes_on.load(Ordering::Relaxed))))
            .collect();
        let mut results = vec![work(first, &asks)];
        for other in others {
            // A thread that panicked has no result; nor has the whole.
            results.push(other.join().ok()?);
        }
        Some(results)
    });
    results.filter(|_| is_wanted())
}
