//! Judging levels against a target, many lanes at once.

use std::ops::Range;

use crate::model::Projection;
use crate::model::criterion::Criterion;
use crate::plan::{Plan, Scale, Target, TargetIx};

/// A target, ready to judge lanes of levels.
#[derive(Clone, Debug)]
pub(super) struct TargetJudge<'a> {
    pub ix: TargetIx,
    pub target: &'a Target,
    pub scale: Scale,
    pub due: usize,
    /// The criterion from the base year's level; `None` if that varies.
    pub criterion: Option<Criterion>,
}

impl<'a> TargetJudge<'a> {
    /// Of a target whose base level is that of a projection, or varies.
    pub fn of(plan: &'a Plan, projection: &Projection, ix: TargetIx, is_base_fixed: bool) -> Self {
        let target = plan.target(ix);
        let is_fixed = is_base_fixed && projection.levels(ix.indicator).is_some();
        Self {
            ix,
            target,
            scale: plan.get(ix.indicator).scale,
            due: plan.due_step(target),
            criterion: is_fixed.then(|| *projection.criterion(ix)),
        }
    }

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
    pub fn hold<const LANES: usize>(
        &self,
        levels: &[[f64; LANES]],
        margins: &mut [f64; LANES],
        met: &mut [u64; LANES],
    ) {
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
    fn hold_in<const LANES: usize>(
        &self,
        step: usize,
        levels: &[[f64; LANES]],
        margins: &mut [f64; LANES],
        met: &mut [u64; LANES],
    ) {
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
