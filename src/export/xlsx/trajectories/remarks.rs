//! What the program refuses, the workbook remarks beside the levels and judges no more: levels out of their bounds, and
//! those that are no number that can be used, as [`crate::model::Violation`] has them.

use rust_xlsxwriter::utility::row_col_to_cell;

use crate::export::xlsx::layout::{FIRST_ROW, Layout, column};
use crate::export::xlsx::page::{Done, NOTHING, SheetPage, quoted};
use crate::export::xlsx::{look, style};
use crate::model::BOUND_SLACK;
use crate::plan::{Dynamics, Indicator, IndicatorIx, LARGEST_MULTIPLE, LevelKind};
use crate::text::{Message, numbers, say};

/// Width of the column with remarks, in characters.
const WIDTH: f64 = 40.0;

/// The head of the column with remarks.
pub(super) fn head(page: &mut SheetPage<'_>, layout: &Layout<'_>) -> Done {
    let place = column(layout.input.plan.steps()) + 1;
    let words = say(layout.input.language, "column-remark");
    page.text(FIRST_ROW - 1, place, &words, &style::header_beside_figures())?;
    page.sheet.set_column_width(place, WIDTH)?;
    Ok(())
}

/// The remark on one indicator: a dash as long as its levels can be.
pub(super) fn write(
    page: &mut SheetPage<'_>,
    layout: &Layout<'_>,
    ix: IndicatorIx,
    indicator: &Indicator,
) -> Done {
    let (row, place) = (layout.level_row(ix), column(layout.input.plan.steps()) + 1);
    look::warn_unless_nothing(page, row, place)?;
    let formula = formula(layout, ix, indicator);
    page.words(row, place, &formula, NOTHING, &style::beside_figures())
}

fn formula(layout: &Layout<'_>, ix: IndicatorIx, indicator: &Indicator) -> String {
    let language = layout.input.language;
    let word = |id| quoted(&say(language, id));
    let behind = match &indicator.dynamics {
        Dynamics::Derived(expression) => expression
            .distinct_inputs()
            .into_iter()
            .map(|input| format!("{}<>{}", layout.remark(input), quoted(NOTHING)))
            .collect(),
        _ => Vec::new(),
    };
    let mut remark = quoted(NOTHING);
    if let Some((low, high)) = bounds(layout, ix, indicator) {
        let words = Message::new("sheet-remark-bounds")
            .with("low", numbers::shortest(low))
            .with("high", numbers::shortest(high))
            .say(language);
        let slack = BOUND_SLACK * (high - low);
        let years = years(layout, ix, 0, layout.input.plan.steps());
        remark = format!(
            "IF(OR(MIN({years})<{},MAX({years})>{}),{},{remark})",
            low - slack,
            high + slack,
            quoted(&words)
        );
    }
    remark = format!(
        "IF(IFERROR({},TRUE),{},{remark})",
        is_no_number(layout, ix, indicator),
        word("sheet-remark-number")
    );
    // What an indicator follows from is to be mended first.
    if behind.is_empty() {
        remark
    } else {
        format!(
            "IF(OR({}),{},{remark})",
            behind.join(","),
            word("sheet-remark-behind")
        )
    }
}

/// The bounds that the program holds levels to.
fn bounds(layout: &Layout<'_>, ix: IndicatorIx, indicator: &Indicator) -> Option<(f64, f64)> {
    let is_absolute = layout.input.projection.kind(ix) == LevelKind::Absolute;
    indicator.bounds.filter(|_| is_absolute)
}

/// Whether a level is no number, or beyond so many times the larger of its base and 1, or of the year before where changes
/// are ratios.
fn is_no_number(layout: &Layout<'_>, ix: IndicatorIx, indicator: &Indicator) -> String {
    let steps = layout.input.plan.steps();
    let (all, base) = (years(layout, ix, 0, steps), layout.level(ix, 0));
    let is_beyond = format!("MAX(MAX({all}),-MIN({all}))>{LARGEST_MULTIPLE:E}*MAX(1,ABS({base}))");
    let lacks = format!("COUNT({all})<{}", steps + 1);
    if !indicator.is_compound() {
        return format!("OR({lacks},{is_beyond})");
    }
    let (before, after) = (years(layout, ix, 0, steps - 1), years(layout, ix, 1, steps));
    let is_sudden = format!("SUMPRODUCT(({before}<>0)*(ABS({after})>{LARGEST_MULTIPLE:E}*ABS({before})))>0");
    format!("OR({lacks},{is_beyond},{is_sudden})")
}

/// The levels of some steps.
fn years(layout: &Layout<'_>, ix: IndicatorIx, first: usize, last: usize) -> String {
    let row = layout.level_row(ix);
    let end = row_col_to_cell(row, column(last));
    format!("{}:{end}", layout.level(ix, first))
}
