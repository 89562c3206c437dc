//! What a level rests on: how the workbook counts it, and how its charts draw it.

use rust_xlsxwriter::{ChartLineDashType, Color, ConditionalFormatFormula, Format, RowNum};

use super::layout::{BASE_COLUMN, Layout, column};
use super::page::{Done, Page};
use super::style;
use crate::model::Origin;
use crate::plan::IndicatorIx;
use crate::scenario::Scenario;

/// The kinds of level that a chart draws apart, the weakest first, so that stronger ones lie on top.
pub(super) const DRAWN: [Origin; 4] = [
    Origin::Projected,
    Origin::Interpolated,
    Origin::Actual,
    Origin::Base,
];

/// The mark of a year on a line.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    None,
    Filled,
    Hollow,
}

/// How a kind of level is counted and drawn. The kinds can be told apart without colour: by dashes and marks.
pub(super) struct Look {
    /// Its number in formulas. What rests on several levels is as weak as the weakest, which has the highest number.
    /// Numbers are spaced for kinds between these.
    pub rank: u8,
    /// The id of its name.
    pub message: &'static str,
    /// The id of its name in the legend of a chart.
    pub legend: &'static str,
    pub colour: Color,
    /// Width in points.
    pub width: f64,
    pub dash: ChartLineDashType,
    pub mark: Mark,
}

/// The one place that tells the kinds apart.
pub(super) const fn look(origin: Origin) -> Look {
    use ChartLineDashType::{Dash, Solid};
    let ((rank, message, legend), (colour, width, dash), mark) = match origin {
        Origin::Base => (
            (0, "origin-base", "origin-base"),
            (style::ACTUAL, 2.25, Solid),
            Mark::Filled,
        ),
        Origin::Actual => (
            (1, "origin-actual", "legend-actual"),
            (style::ACTUAL, 2.25, Solid),
            Mark::Filled,
        ),
        Origin::Interpolated => (
            (3, "origin-interpolated", "legend-interpolated"),
            (style::INTERPOLATED, 1.25, Solid),
            Mark::Hollow,
        ),
        Origin::Projected => (
            (4, "origin-projected", "legend-projected"),
            (style::SCENARIO, 2.25, Dash),
            Mark::None,
        ),
    };
    Look {
        rank,
        message,
        legend,
        colour,
        width,
        dash,
        mark,
    }
}

/// What the years after the last actual of a lever rest on where the scenario gives it no rates.
const UNSET: Origin = Origin::Projected;

/// What the years after the last actual of a lever rest on.
pub(super) fn open_years(scenario: &Scenario, lever: IndicatorIx) -> Origin {
    match scenario.rates.get(lever) {
        Some(_) => Origin::Projected,
        None => UNSET,
    }
}

/// The rank of what is derived from levels with the given ranks: as weak as the weakest, and never a base year.
pub(super) fn derived_rank(inputs: &[String]) -> String {
    format!("MAX({},{})", look(Origin::Actual).rank, inputs.join(","))
}

/// The name that the workbook gives to the table of what levels rest on. Conditional formats reach other sheets by name
/// in every version of Excel, which they do not by address.
pub(super) const TABLE: &str = "LevelOrigins";

/// Has the fonts of a row with years follow what the levels rest on.
pub(super) fn watch_origins(page: &mut Page<'_>, layout: &Layout<'_>, ix: IndicatorIx, row: RowNum) -> Done {
    let line = layout.origin_row(ix) - layout.origins_heading;
    let last = column(layout.material.plan.steps());
    for origin in [Origin::Actual, Origin::Interpolated] {
        let rule = format!(
            "INDEX({TABLE},{line},COLUMN()-{BASE_COLUMN})={}",
            look(origin).rank
        );
        let condition = ConditionalFormatFormula::new()
            .set_rule(rule.as_str())
            .set_format(style::by_origin(Format::new(), origin));
        page.sheet
            .add_conditional_format(row, column(1), row, last, &condition)?;
    }
    Ok(())
}
