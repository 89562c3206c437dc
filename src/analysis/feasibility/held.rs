//! Judging levels against targets and bounds, many lanes at once.

use std::ops::Range;

use crate::model::criterion::Criterion;
use crate::plan::{IndicatorIx, Scale, Target, TargetIx};

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
    pub ix: TargetIx,
    pub target: &'a Target,
    pub scale: Scale,
    pub due: usize,
    /// The criterion from the base year's level; `None` if that varies.
    pub criterion: Option<Criterion>,
    pub along: Along,
}

impl Held<'_> {
    /// Steps whose levels it reads.
    pub fn steps(&self) -> Range<usize> {
        let last = self.due + 1;
        match &self.criterion {
            _ if self.target.starts_anew() => 0..last,
            None => 0..last,
            Some(_) if self.target.is_each_year() => 1..last,
            Some(_) => self.due..last,
        }
    }

    /// Margins per lane ([`Criterion::margin`]); clears the mark of lanes that miss the target.
    #[inline(always)]
    pub fn hold(&self, levels: &[[f64; LANES]], margins: &mut [f64; LANES], met: &mut LaneMarks) {
        if !self.target.is_each_year() {
            self.hold_in(self.due, levels, margins, met);
            return;
        }
        // A target due every year is judged by its worst year.
        *margins = [f64::INFINITY; LANES];
        let mut found = [0.0; LANES];
        for step in 1..=self.due {
            self.hold_in(step, levels, &mut found, met);
            for lane in 0..LANES {
                margins[lane] = least(margins[lane], found[lane]);
            }
        }
    }

    #[inline(always)]
    fn hold_in(&self, step: usize, levels: &[[f64; LANES]], margins: &mut [f64; LANES], met: &mut LaneMarks) {
        let bases = match &self.criterion {
            _ if self.target.starts_anew() => (&levels[step - 1], 1),
            None => (&levels[0], self.due),
            Some(criterion) => return criterion.hold(&levels[step], margins, met),
        };
        Criterion::hold_from((self.target, self.scale), bases, &levels[step], margins, met);
    }
}

/// The smaller of two margins; NaN if either is.
fn least(a: f64, b: f64) -> f64 {
    if a.is_nan() || b.is_nan() {
        f64::NAN
    } else {
        a.min(b)
    }
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
