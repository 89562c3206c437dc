//! Judging levels against targets and bounds, many lanes at once.

use crate::analysis::judge::TargetJudge;
use crate::plan::IndicatorIx;

/// Lanes per block: one row of the default map of 101 columns, rounded up to whole vectors.
pub(super) const LANES: usize = 104;

/// A flag per lane, cleared when something fails. As wide as a level, so that loops over both vectorise.
pub(super) type LaneMarks = [u64; LANES];

/// Which of the two parameters something depends on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Along {
    X,
    Y,
    Both,
}

/// A target that depends on one of the parameters.
pub(super) struct Held<'a> {
    pub judge: TargetJudge<'a>,
    pub along: Along,
}

/// An indicator's bounds, which apply after its last actual.
pub(super) struct Bounded {
    pub ix: IndicatorIx,
    pub from: usize,
    pub low: f64,
    pub high: f64,
    pub along: Along,
}

impl Bounded {
    #[inline(always)]
    pub fn mark(&self, levels: &[[f64; LANES]], possible: &mut LaneMarks) {
        for level in &levels[self.from..] {
            for lane in 0..LANES {
                possible[lane] &= u64::from(level[lane] >= self.low) & u64::from(level[lane] <= self.high);
            }
        }
    }
}
