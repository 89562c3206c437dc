//! A target under way: actuals so far, where the scenario leads, and the path that catches up.

use super::trajectory::towards;
use super::{Chart, ChartSeries, DataPoint, Measure, Mode, Path, Role};
use crate::model::{Ledger, Origin};
use crate::plan::Plan;
use crate::text::{Language, say};

/// The chart of a target with the catch-up path behind the scenario's own. Official progress is measured towards that
/// target. `paths` as for [`super::trajectory`].
#[must_use]
pub fn tracking(plan: &Plan, paths: &[Path<'_>], ledger: &Ledger, mode: Mode, language: Language) -> Chart {
    let (ix, target) = (ledger.indicator(), Some(ledger.target));
    let mut chart = towards(plan, paths, (ix, target), mode, language);
    let measure = paths.last().zip(ledger.years.first()).and_then(|(path, base)| {
        Some(Measure::new(plan, ix, path.projection.kind(ix), base.level, mode)?.towards(target))
    });
    let levels = ledger.catch_up();
    let (Some(measure), false) = (measure, levels.is_empty()) else {
        return chart;
    };
    // The year before the first point, for modes that look back.
    let mut before = ledger
        .last_actual
        .checked_sub(1)
        .and_then(|step| Some(ledger.years.get(step)?.level));
    let points = levels.into_iter().filter_map(|(year, level)| {
        let value = measure.show(level, before.replace(level))?;
        Some(DataPoint {
            year,
            value,
            origin: Origin::Projected,
            has_data: false,
        })
    });
    let series = ChartSeries {
        role: Role::CatchUp,
        name: say(language, "legend-catch-up").into_owned(),
        points: points.collect(),
    };
    let front = chart.series.len().saturating_sub(1);
    chart.series.insert(front, series);
    chart
}
