//! A single figure typed by hand.

use super::number::{self, CellReading, Decimal, Number};
use super::{FigureKind, merged};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::figures::{figure_fault, series_fault, unbased_fault, year_fault};
use crate::scenario::{ActualEntry, ByIndicator, Scenario, footing};
use crate::text::Message;

/// A scenario's actuals after typing a figure, which replaces all figures of its year. A blank or a dash removes them;
/// an indicator without figures has no entry.
///
/// Parsing and checks are those of tables.
///
/// # Errors
/// The fault in the figure, or in those left after a removal, with the remedy.
pub fn typed(
    plan: &Plan,
    scenario: &Scenario,
    (ix, year): (IndicatorIx, i32),
    kind: FigureKind,
    text: &str,
) -> Result<ByIndicator<Vec<ActualEntry>>, (Message, Message)> {
    let indicator = plan.get(ix);
    let footing = footing(plan, &scenario.bases, ix);
    if let Some(fault) = year_fault(plan, indicator, year, kind == FigureKind::AnnualChange) {
        return Err(fault);
    }
    let old = scenario.actuals.get(ix);
    let entries = match number::read_text(text, Decimal::Point) {
        CellReading::Refused(what, help) => return Err((what, help)),
        CellReading::Missing => {
            let others = old.into_iter().flatten().filter(|entry| entry.year != year);
            others.copied().collect()
        }
        CellReading::Number(Number { value, .. }) => {
            let figure = kind.figure(value);
            let fault = figure_fault(indicator, figure).or_else(|| unbased_fault(indicator, footing, figure));
            if let Some(fault) = fault {
                return Err(fault);
            }
            merged(old, &[ActualEntry { year, figure }])
        }
    };
    if let Some((_, fault)) = series_fault(plan, indicator, footing, &entries) {
        return Err(fault);
    }
    let mut actuals = scenario.actuals.clone();
    if entries.is_empty() {
        actuals.remove(ix);
    } else {
        actuals.set(ix, entries);
    }
    Ok(actuals)
}
