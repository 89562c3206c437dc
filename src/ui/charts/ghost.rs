//! The path before the last edit.

use crate::figure::{Chart, Measure};
use crate::session::Session;

/// A difference smaller than this, relatively, is none that shows.
const SAME: f64 = 1e-9;

/// The path before the last edit, year and value; empty where it is the same as now.
pub(super) fn ghost(session: &Session, chart: &Chart) -> Vec<(f64, f64)> {
    let document = session.document();
    let (plan, now) = (document.plan(), document.projection());
    let ix = chart.indicator;
    let Some(before) = document.before_edit() else {
        return Vec::new();
    };
    let (Some(old), Some(new)) = (before.levels(ix), now.levels(ix)) else {
        return Vec::new();
    };
    let is_same = |(old, new): (&f64, &f64)| (old - new).abs() <= SAME * old.abs().max(new.abs());
    if before.kind(ix) != now.kind(ix) || chart.is_marks || old.iter().zip(new).all(is_same) {
        return Vec::new();
    }
    let Some(measure) = Measure::new(plan, ix, before.kind(ix), old[0], chart.mode) else {
        return Vec::new();
    };
    // What did not move is drawn once.
    let pairs = old.iter().zip(new);
    let from = pairs.take_while(|pair| is_same(*pair)).count().saturating_sub(1);
    let shown = plan.years().enumerate().skip(from).filter_map(|(step, year)| {
        let last = step.checked_sub(1).map(|last| old[last]);
        Some((f64::from(year), measure.show(old[step], last)?))
    });
    shown.collect()
}
