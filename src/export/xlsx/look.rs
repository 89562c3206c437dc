//! What a level rests on: how the workbook counts it, and how its charts draw it.

use rust_xlsxwriter::{ChartLineDashType, Color, ConditionalFormatFormula, Format, RowNum};

use super::layout::{BASE_COLUMN, Layout, column};
use super::page::{Done, Page};
use super::style;
use crate::model::Origin;
use crate::plan::IndicatorIx;

/// The kinds of level that a chart draws apart, the weakest first, so that stronger ones lie on top.
pub(super) const DRAWN: [Origin; 7] = [
    Origin::Assumed,
    Origin::PartlyAssumed,
    Origin::Projected,
    Origin::Interpolated,
    Origin::Implied,
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
    use ChartLineDashType::{Dash, RoundDot, Solid};
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
        Origin::Implied => (
            (2, "origin-implied", "origin-implied"),
            (style::ACTUAL, 1.25, Solid),
            Mark::None,
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
        Origin::PartlyAssumed => (
            (5, "origin-partly-assumed", "origin-partly-assumed"),
            (style::SCENARIO, 1.25, Dash),
            Mark::None,
        ),
        Origin::Assumed => (
            (6, "origin-assumed", "origin-assumed"),
            (style::EVEN_PATH, 1.5, RoundDot),
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

/// The rank of what is derived from levels with the given ranks, as [`Origin::derived`] has it.
pub(super) fn derived_rank(inputs: &[String]) -> String {
    let all = inputs.join(",");
    let [implied, partly, assumed] =
        [Origin::Implied, Origin::PartlyAssumed, Origin::Assumed].map(|origin| look(origin).rank);
    format!("IF(MIN({all})={assumed},{assumed},IF(MAX({all})>={partly},{partly},MAX({implied},{all})))")
}

/// The name that the workbook gives to the table of what levels rest on. Conditional formats reach other sheets by name
/// in every version of Excel, which they do not by address.
pub(super) const TABLE: &str = "LevelOrigins";

/// Has the fonts of a row with years follow what the levels rest on.
pub(super) fn watch_origins(page: &mut Page<'_>, layout: &Layout<'_>, ix: IndicatorIx, row: RowNum) -> Done {
    let line = layout.origin_row(ix) - layout.origins_heading;
    let own = format!("INDEX({TABLE},{line},COLUMN()-{BASE_COLUMN})");
    follow(page, layout, row, |rank| format!("{own}={rank}"))
}

/// The same for a row with changes from year to year, which are actual only where both ends are base or actual.
pub(super) fn watch_change_origins(
    page: &mut Page<'_>,
    layout: &Layout<'_>,
    ix: IndicatorIx,
    row: RowNum,
) -> Done {
    let line = layout.origin_row(ix) - layout.origins_heading;
    let [before, own] =
        [BASE_COLUMN + 1, BASE_COLUMN].map(|offset| format!("INDEX({TABLE},{line},COLUMN()-{offset})"));
    let [actual, between] = [Origin::Actual, Origin::Interpolated].map(|origin| look(origin).rank);
    follow(page, layout, row, |rank| match rank {
        rank if rank == actual => format!("AND({own}={actual},{before}<={actual})"),
        rank if rank == between => {
            format!("OR({own}={between},AND({own}={actual},{before}>{actual}))")
        }
        rank => format!("{own}={rank}"),
    })
}

/// Has the fonts of a row with years follow the rank for which a rule holds.
fn follow(page: &mut Page<'_>, layout: &Layout<'_>, row: RowNum, rule: impl Fn(u8) -> String) -> Done {
    let last = column(layout.material.plan.steps());
    for origin in [
        Origin::Actual,
        Origin::Interpolated,
        Origin::Implied,
        Origin::PartlyAssumed,
        Origin::Assumed,
    ] {
        let rule = rule(look(origin).rank);
        let condition = ConditionalFormatFormula::new()
            .set_rule(rule.as_str())
            .set_format(style::by_origin(Format::new(), origin));
        page.sheet
            .add_conditional_format(row, column(1), row, last, &condition)?;
    }
    Ok(())
}
