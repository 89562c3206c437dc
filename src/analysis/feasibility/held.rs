//! What targets and bounds say of levels, many lanes side by side.

use std::ops::Range;

use crate::model::criterion::Criterion;
use crate::plan::{IndicatorIx, Scale, Target, TargetIx};

/// Lanes that are worked out together: a row of the usual map, with little left over.
pub(super) const LANES: usize = 104;

/// A mark in each lane, 1 until something takes it away. As wide as levels, so that both are worked on alike.
pub(super) type Marks = [u64; LANES];

/// On which of the two parameters something depends.
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
    /// From the base year's level; nothing where that varies.
    pub criterion: Option<Criterion>,
    pub along: Along,
}

impl Held<'_> {
    /// The steps whose levels it is judged by.
    pub fn steps(&self) -> Range<usize> {
        let last = self.due + 1;
        match &self.criterion {
            _ if self.target.starts_anew() => 0..last,
            None => 0..last,
            Some(_) if self.target.is_each_year() => 1..last,
            Some(_) => self.due..last,
        }
    }

    /// By how much each lane is on the right side of the target; lanes that do not meet it lose their mark.
    #[inline(always)]
    pub fn hold(&self, levels: &[[f64; LANES]], margins: &mut [f64; LANES], met: &mut Marks) {
        if !self.target.is_each_year() {
            self.hold_in(self.due, levels, margins, met);
            return;
        }
        // What is due in every year is as good as its worst year.
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
    fn hold_in(&self, step: usize, levels: &[[f64; LANES]], margins: &mut [f64; LANES], met: &mut Marks) {
        let bases = match &self.criterion {
            _ if self.target.starts_anew() => (&levels[step - 1], 1),
            None => (&levels[0], self.due),
            Some(criterion) => return criterion.hold(&levels[step], margins, met),
        };
        Criterion::hold_from((self.target, self.scale), bases, &levels[step], margins, met);
    }
}

/// The smaller of two margins; no number where either is none.
fn least(a: f64, b: f64) -> f64 {
    if a.is_nan() || b.is_nan() {
        f64::NAN
    } else {
        a.min(b)
    }
}

/// What bounds allow an indicator after its last actual.
pub(super) struct Bounded {
    pub ix: IndicatorIx,
    pub from: usize,
    pub low: f64,
    pub high: f64,
    pub along: Along,
}

impl Bounded {
    #[inline(always)]
    pub fn mark(&self, levels: &[[f64; LANES]], possible: &mut Marks) {
        for level in &levels[self.from..] {
            for lane in 0..LANES {
                possible[lane] &= u64::from(level[lane] >= self.low) & u64::from(level[lane] <= self.high);
            }
        }
    }
}
