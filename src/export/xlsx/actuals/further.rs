//! Entered figures without a cell above that anything follows from, for the record: of years before the base year and of
//! that year itself, of indicators without levels, and levels that another figure of their year comes before.

use std::collections::BTreeSet;

use rust_xlsxwriter::{RowNum, XlsxError};

use super::{ID, kind, marked, with_its_decimals};
use crate::export::entered::{self, EnteredSeries};
use crate::export::xlsx::layout::{BASE_COLUMN, Input, Layout, column};
use crate::export::xlsx::page::{Done, SheetPage};
use crate::export::xlsx::style;
use crate::export::xlsx::workings::PublishedFigures;
use crate::plan::{Indicator, IndicatorIx, LevelKind};
use crate::scenario::{Actual, ActualEntry};
use crate::text::{Message, say};

/// Writes tables with heads of their own from `row` on, each with as many years as the table above; gives back the last row
/// that has anything.
pub(super) fn fill(page: &mut SheetPage<'_>, layout: &Layout<'_>, row: RowNum) -> Result<RowNum, XlsxError> {
    let input = layout.input;
    let indicators = input.plan.iter();
    let further: Vec<(IndicatorIx, &Indicator, Vec<ActualEntry>)> = indicators
        .map(|(ix, indicator)| (ix, indicator, without_cell(layout, ix)))
        .collect();
    let entries = further.iter().flat_map(|(.., entries)| entries);
    let years: BTreeSet<i32> = entries.map(|entry| entry.year).collect();
    if years.is_empty() {
        return Ok(row.saturating_sub(1));
    }
    let words = Message::new("sheet-actuals-further").with("year", input.plan.base_year);
    let mut row = row + 1;
    page.text(row, 0, &words.say(input.language), &style::quiet())?;
    let years: Vec<i32> = years.into_iter().collect();
    for years in years.chunks(input.plan.steps() + 1) {
        row += 1;
        head(page, layout, row, years)?;
        for (ix, indicator, entries) in &further {
            let of_these = entries.iter().filter(|entry| years.contains(&entry.year));
            for line in entered::lines(of_these) {
                row += 1;
                figures(page, layout, row, (*ix, indicator), &line, years)?;
            }
        }
    }
    Ok(row)
}

/// The entered figures of an indicator that are in no cell of the table above.
fn without_cell(layout: &Layout<'_>, ix: IndicatorIx) -> Vec<ActualEntry> {
    let input = layout.input;
    let is_above = input.projection.kind(ix) != LevelKind::Unknown;
    let published = is_above.then(|| PublishedFigures::new(layout, ix));
    let has_cell = |entry: &&ActualEntry| {
        let step = usize::try_from(entry.year - input.plan.base_year);
        let line = match entry.figure {
            Actual::Level(_) => Input::Level,
            Actual::CumulativeChange(_) => Input::Cumulative,
            Actual::AnnualChange(_) => Input::Annual,
        };
        let (Some(published), Ok(step @ 1..)) = (&published, step) else {
            return false;
        };
        // The very figure that was put there.
        let found = published.get(line, step);
        found.is_some_and(|found| found.total_cmp(&entry.figure.value()).is_eq())
    };
    let entries = entered::entries(input, ix).iter();
    entries.filter(|entry| !has_cell(entry)).copied().collect()
}

fn head(page: &mut SheetPage<'_>, layout: &Layout<'_>, row: RowNum, years: &[i32]) -> Done {
    let language = layout.input.language;
    let names = ["column-indicator", "column-kind"].map(|id| say(language, id));
    page.header(row, &names.each_ref().map(AsRef::as_ref), 2)?;
    for (place, year) in (BASE_COLUMN..).zip(years) {
        page.figure(row, place, f64::from(*year), &style::header_year())?;
    }
    let unit = column(layout.input.plan.steps()) + 1;
    let words = say(language, "column-unit");
    page.text(row, unit, &words, &style::header_beside_figures())?;
    marked(page, layout, row, [ID, entered::KIND])
}

fn figures(
    page: &mut SheetPage<'_>,
    layout: &Layout<'_>,
    row: RowNum,
    (ix, indicator): (IndicatorIx, &Indicator),
    line: &EnteredSeries,
    years: &[i32],
) -> Done {
    let input = layout.input;
    page.name(row, indicator.name.get(input.language), layout.name_width)?;
    let words = Message::new(kind(line.sample)).with("year", input.plan.base_year);
    page.text(row, 1, &words.say(input.language), &style::name())?;
    for (place, year) in (BASE_COLUMN..).zip(years) {
        if let Some(figure) = line.figures.get(year) {
            page.figure(row, place, *figure, &with_its_decimals(style::whole()))?;
        }
    }
    let unit = entered::unit_of(input, ix, indicator, line.sample);
    let place = column(input.plan.steps()) + 1;
    page.text(row, place, &unit, &style::quiet().set_indent(1))?;
    marked(page, layout, row, [&indicator.id, line.sample.name()])
}
