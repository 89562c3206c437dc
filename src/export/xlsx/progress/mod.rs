//! Official progress of every target, year by year, and what is still needed at the last actual: formulas over the
//! trajectories. Targets without actuals have their rows too, because a reviewer may enter some.

mod bars;
mod needed;
mod tracked;

use rust_xlsxwriter::{ColNum, ConditionalFormatCell, ConditionalFormatCellRule, RowNum, XlsxError};

use super::layout::{Layout, column};
use super::look;
use super::page::{Done, NOTHING, SheetPage, width_for};
use super::style;
use crate::figure::tone;
use crate::model::{Ledger, Origin, Standing};
use crate::plan::IndicatorIx;
use crate::text::{Message, say};
use crate::wording::{self, due_rows, promise};
use tracked::Tracked;

/// The row of the table's head; below it are the shares due, and then the targets.
const HEAD: RowNum = 4;
/// The column that tells binding targets from others; progress by year stands to the right of it, as levels do on the
/// sheet of trajectories.
const BINDING: ColNum = 2;
/// Columns behind the years, counted from the first of them.
const STANDING: ColNum = 0;
const LAST: ColNum = 1;
const PROGRESS: ColNum = 2;
const SHARE_DUE: ColNum = 3;
const LINEAR: ColNum = 4;
const ACHIEVED: ColNum = 5;
const REMAINING: ColNum = 6;
const REQUIRED: ColNum = 7;
const LEVEL: ColNum = 8;
const GOAL: ColNum = 9;
/// Their widths, in characters.
const WIDTHS: [f64; 10] = [18.0, 11.0, 11.0, 12.0, 13.0, 19.0, 19.0, 22.0, 12.0, 13.0];

pub(super) fn fill(page: &mut SheetPage<'_>, layout: &Layout<'_>) -> Done {
    let input = layout.input;
    let language = input.language;
    let mut all: Vec<&Ledger> = input.evaluation.ledgers().iter().collect();
    // Those with actuals first; otherwise in the order of ledgers.
    all.sort_by_key(|ledger| ledger.last_actual == 0);
    page.text(0, 0, &layout.names.progress, &style::title())?;
    page.widths(&[layout.name_width])?;
    if all.is_empty() {
        return page.text(1, 0, &say(language, "status-unknown"), &style::quiet());
    }
    let help = Message::new("sheet-progress-follow")
        .with("trajectories", layout.names.trajectories.as_str())
        .with("actuals", layout.names.actuals.as_str());
    page.text(1, 0, &help.say(language), &style::quiet())?;
    let mut tracked: Vec<IndicatorIx> = all.iter().map(|ledger| ledger.indicator()).collect();
    tracked.sort_unstable();
    tracked.dedup();
    // Every row begins in the base year, which is not among its years.
    look::name_kinds(page, layout, 2, &Origin::ALL[1..], &tracked)?;
    let first = head(page, layout)?;
    for (row, ledger) in (first..).zip(&all) {
        let tracked = Tracked {
            layout,
            promised: layout.promised(ledger.target),
            ledger,
            row,
        };
        tracked.write(page)?;
    }
    let rows = RowNum::try_from(all.len()).unwrap_or(RowNum::MAX - first);
    conditions(page, layout, (first, first + rows - 1))?;
    let end = unknown(page, layout, &all, first + rows + 1)?;
    page.sheet
        .insert_chart(end + 2, 0, &bars::chart(layout, first, rows))?;
    page.printed(HEAD)
}

/// The first column after the years, plus an offset.
fn behind(layout: &Layout<'_>, offset: ColNum) -> ColNum {
    column(layout.input.plan.steps()) + 1 + offset
}

/// The table's head, and under it the share due in each year, a row for each schedule that targets have. Gives back the
/// row below.
fn head(page: &mut SheetPage<'_>, layout: &Layout<'_>) -> Result<RowNum, XlsxError> {
    let plan = layout.input.plan;
    let language = layout.input.language;
    for (place, id) in [
        (0, "column-indicator"),
        (1, "column-target"),
        (BINDING, "column-binding"),
    ] {
        page.text(HEAD, place, &say(language, id), &style::header())?;
    }
    for (step, year) in plan.years().enumerate().skip(1) {
        page.figure(HEAD, column(step), f64::from(year), &style::header_year())?;
    }
    let mut first = HEAD + 1;
    for due in due_rows(plan, plan.targets().map(|(ix, ..)| ix), language) {
        page.text(first, 0, &due.label, &style::heading())?;
        let format = style::by_origin(style::percent(), Origin::Base);
        for (step, share) in (1..).zip(due.shares) {
            match share {
                Some(share) => page.figure(first, column(step), share, &format)?,
                None => page.text(first, column(step), NOTHING, &format)?,
            }
        }
        first += 1;
    }
    for (offset, id) in [
        (LAST, "track-column-data"),
        (PROGRESS, "mode-progress"),
        (SHARE_DUE, "overview-due"),
        (LINEAR, "track-column-linear"),
        (ACHIEVED, "track-column-achieved"),
        (REMAINING, "track-column-remaining"),
        (REQUIRED, "track-column-required"),
        (LEVEL, "sheet-progress-level"),
        (GOAL, "column-target-level"),
    ] {
        let place = behind(layout, offset);
        page.text(HEAD, place, &say(language, id), &style::header_right())?;
    }
    let standing = say(language, "track-column-standing");
    page.text(
        HEAD,
        behind(layout, STANDING),
        &standing,
        &style::header_centred(),
    )?;
    // Two lines, because some of the heads are longer than the figures below them.
    page.sheet.set_row_height(HEAD, 32)?;
    page.sheet.set_freeze_panes(first, 1)?;
    let promises: Vec<String> = plan
        .targets()
        .map(|(_, indicator, target)| promise(indicator, target, language))
        .collect();
    page.sheet
        .set_column_width(1, width_for(promises.iter().map(String::as_str), 12.0, 24.0))?;
    page.sheet.set_column_width(BINDING, 11)?;
    page.sheet
        .set_column_range_width(column(1), column(plan.steps()), 10)?;
    for (offset, width) in (0..).zip(WIDTHS) {
        page.sheet.set_column_width(behind(layout, offset), width)?;
    }
    Ok(first)
}

/// Colours that follow the words.
fn conditions(page: &mut SheetPage<'_>, layout: &Layout<'_>, (first, last): (RowNum, RowNum)) -> Done {
    let place = behind(layout, STANDING);
    for standing in Standing::ALL {
        let word = say(layout.input.language, wording::standing(standing)).into_owned();
        let condition = ConditionalFormatCell::new()
            .set_rule(ConditionalFormatCellRule::EqualTo(word))
            .set_format(style::status(tone(standing)));
        page.sheet
            .add_conditional_format(first, place, last, place, &condition)?;
    }
    Ok(())
}

/// Targets of indicators without a base value, by name; gives back the last row.
fn unknown(
    page: &mut SheetPage<'_>,
    layout: &Layout<'_>,
    all: &[&Ledger],
    row: RowNum,
) -> Result<RowNum, XlsxError> {
    let language = layout.input.language;
    let is_lacking = |ix| all.iter().all(|ledger| ledger.target != ix);
    let names: Vec<&str> = layout
        .promises()
        .filter(|promised| is_lacking(promised.ix))
        .map(|promised| promised.indicator.name.get(language))
        .collect();
    if names.is_empty() {
        return Ok(row);
    }
    let names = names.join(&say(language, "report-names-separator"));
    let text = Message::new("sheet-progress-unknown")
        .with("names", names)
        .say(language);
    let (last, width) = (behind(layout, GOAL), layout.name_width + 200.0);
    page.paragraph(row, last, width, &text)?;
    Ok(row)
}
