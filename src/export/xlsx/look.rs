//! What a level rests on: how the workbook counts it, and how its charts draw it.

use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{
    ChartLineDashType, ColNum, Color, ConditionalFormatCell, ConditionalFormatCellRule,
    ConditionalFormatFormula, Format, RowNum,
};

use super::layout::{BASE_COLUMN, Layout, column};
use super::page::{Done, NOTHING, SheetPage, quoted};
use super::style;
use crate::model::Origin;
use crate::plan::IndicatorIx;
use crate::text::say;
use crate::wording::origin_mark;

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
pub(super) enum MarkerFill {
    None,
    Filled,
    Hollow,
}

/// How a kind of level is counted and drawn. The kinds can be told apart without colour: by dashes and marks.
pub(super) struct LevelStyle {
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
    pub mark: MarkerFill,
}

/// The one place that tells the kinds apart.
pub(super) const fn look(origin: Origin) -> LevelStyle {
    use ChartLineDashType::{Dash, RoundDot, Solid};
    let ((rank, message, legend), (colour, width, dash), mark) = match origin {
        Origin::Base => (
            (0, "origin-base", "origin-base"),
            (style::ACTUAL, 2.25, Solid),
            MarkerFill::Filled,
        ),
        Origin::Actual => (
            (1, "origin-actual", "legend-actual"),
            (style::ACTUAL, 2.25, Solid),
            MarkerFill::Filled,
        ),
        Origin::Implied => (
            (2, "origin-implied", "origin-implied"),
            (style::ACTUAL, 2.25, Solid),
            MarkerFill::None,
        ),
        Origin::Interpolated => (
            (3, "origin-interpolated", "legend-interpolated"),
            (style::INTERPOLATED, 1.25, Solid),
            MarkerFill::Hollow,
        ),
        Origin::Projected => (
            (4, "origin-projected", "legend-projected"),
            (style::SCENARIO, 2.25, Dash),
            MarkerFill::None,
        ),
        Origin::PartlyAssumed => (
            (5, "origin-partly-assumed", "origin-partly-assumed"),
            (style::SCENARIO, 1.25, Dash),
            MarkerFill::None,
        ),
        Origin::Assumed => (
            (6, "origin-assumed", "origin-assumed"),
            (style::EVEN_PATH, 1.5, RoundDot),
            MarkerFill::None,
        ),
    };
    LevelStyle {
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

/// Formulas have an end: kinds are counted in the whole table where more indicators than these are asked for.
const MOST_COUNTED: usize = 100;

/// The narrowest column that names of kinds stand in, in characters.
const NARROWEST: f64 = 9.0;

/// Names the kinds of level that occur in rows of the table, each in its font and a cell of its own, with a dash for those
/// that do not. A kind that an edit brings in is named then.
pub(super) fn name_kinds(
    page: &mut SheetPage<'_>,
    layout: &Layout<'_>,
    row: RowNum,
    kinds: &[Origin],
    indicators: &[IndicatorIx],
) -> Done {
    let projection = layout.input.projection;
    for (place, kind) in (0..).zip(kinds) {
        let LevelStyle { rank, message, .. } = look(*kind);
        let name = say(layout.input.language, message);
        let formula = format!(
            "IF({}=0,{},{})",
            counted(layout, indicators, rank),
            quoted(NOTHING),
            quoted(&name)
        );
        let mut origins = indicators.iter().flat_map(|ix| projection.origins(*ix));
        let shown = if origins.any(|origin| origin == kind) {
            &*name
        } else {
            NOTHING
        };
        page.words(
            row,
            place,
            &formula,
            shown,
            &style::by_origin(style::name(), *kind),
        )?;
    }
    let names: Vec<_> = kinds
        .iter()
        .map(|kind| say(layout.input.language, look(*kind).message))
        .collect();
    page.fit(row, names.iter().map(|name| (&**name, NARROWEST)))
}

/// How many years of some indicators have a rank.
fn counted(layout: &Layout<'_>, indicators: &[IndicatorIx], rank: u8) -> String {
    if indicators.len() > MOST_COUNTED {
        return format!("COUNTIF({TABLE},{rank})");
    }
    let lines = indicators
        .iter()
        .map(|ix| layout.origin_row(*ix) - layout.origins_heading);
    let each: Vec<String> = lines
        .map(|line| format!("COUNTIF(INDEX({TABLE},{line},0),{rank})"))
        .collect();
    each.join("+")
}

/// Has a cell warn as soon as something else than a dash stands in it.
pub(super) fn warn_unless_nothing(page: &mut SheetPage<'_>, row: RowNum, place: ColNum) -> Done {
    let wrong = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::NotEqualTo(NOTHING))
        .set_format(style::warning());
    page.sheet
        .add_conditional_format(row, place, row, place, &wrong)?;
    Ok(())
}

/// Has the font of a cell with a year follow what the level of that year rests on, and the sign behind the year, which
/// the tables of other outputs have as well.
pub(super) fn watch_year(
    page: &mut SheetPage<'_>,
    layout: &Layout<'_>,
    ix: IndicatorIx,
    (row, place): (RowNum, ColNum),
) -> Done {
    let line = layout.origin_row(ix) - layout.origins_heading;
    let step = format!(
        "{}-{}+1",
        row_col_to_cell(row, place),
        layout.input.plan.base_year
    );
    let own = format!("INDEX({TABLE},{line},{step})");
    let format = |origin| match origin_mark(origin) {
        _ if origin == Origin::Actual => Format::new(),
        mark => Format::new().set_num_format(format!("0\"{mark}\"")),
    };
    follow(page, (row, place, place), format, |rank| format!("{own}={rank}"))
}

/// Has the fonts of a row with years follow what the levels rest on.
pub(super) fn watch_origins(
    page: &mut SheetPage<'_>,
    layout: &Layout<'_>,
    ix: IndicatorIx,
    row: RowNum,
) -> Done {
    let line = layout.origin_row(ix) - layout.origins_heading;
    let own = format!("INDEX({TABLE},{line},COLUMN()-{BASE_COLUMN})");
    follow(
        page,
        years(layout, row),
        |_| Format::new(),
        |rank| format!("{own}={rank}"),
    )
}

/// The same for a row with changes from year to year, which are actual only where both ends are base or actual.
pub(super) fn watch_change_origins(
    page: &mut SheetPage<'_>,
    layout: &Layout<'_>,
    ix: IndicatorIx,
    row: RowNum,
) -> Done {
    let line = layout.origin_row(ix) - layout.origins_heading;
    let [before, own] =
        [BASE_COLUMN + 1, BASE_COLUMN].map(|offset| format!("INDEX({TABLE},{line},COLUMN()-{offset})"));
    let [actual, between] = [Origin::Actual, Origin::Interpolated].map(|origin| look(origin).rank);
    follow(
        page,
        years(layout, row),
        |_| Format::new(),
        |rank| match rank {
            rank if rank == actual => format!("AND({own}={actual},{before}<={actual})"),
            rank if rank == between => {
                format!("OR({own}={between},AND({own}={actual},{before}>{actual}))")
            }
            rank => format!("{own}={rank}"),
        },
    )
}

/// The years of a row: the row, its first and its last column.
fn years(layout: &Layout<'_>, row: RowNum) -> (RowNum, ColNum, ColNum) {
    (row, column(1), column(layout.input.plan.steps()))
}

/// Has the fonts of cells in a row follow the rank for which a rule holds.
fn follow(
    page: &mut SheetPage<'_>,
    (row, first, last): (RowNum, ColNum, ColNum),
    format: impl Fn(Origin) -> Format,
    rule: impl Fn(u8) -> String,
) -> Done {
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
            .set_format(style::by_origin(format(origin), origin));
        page.sheet
            .add_conditional_format(row, first, row, last, &condition)?;
    }
    Ok(())
}
