//! Annual rates, a cell per lever and year: what a reviewer changes.

use rust_xlsxwriter::RowNum;

use super::layout::{BASE_COLUMN, FIRST_ROW, Layout, Line, column, grouped};
use super::page::{Done, Page, width_for};
use super::style;
use crate::figure::points_or_percent;
use crate::model::even_rates;
use crate::plan::{Dynamics, Indicator, IndicatorIx};
use crate::scenario::Rates;
use crate::text::say;

pub(super) fn fill(page: &mut Page<'_>, layout: &Layout<'_>) -> Done {
    let material = layout.material;
    let language = material.language;
    page.text(0, 0, &layout.names.levers, &style::title())?;
    page.text(1, 0, &say(language, "sheet-levers-help"), &style::quiet())?;
    page.text(2, 0, &say(language, "sheet-levers-input"), &style::input())?;
    page.text(2, 1, &say(language, "sheet-levers-past"), &style::past())?;
    let names = ["column-indicator", "column-rate-unit", "column-dynamics"].map(|id| say(language, id));
    page.header(FIRST_ROW - 1, &names.each_ref().map(AsRef::as_ref), 3)?;
    for (step, year) in material.plan.years().enumerate().skip(1) {
        page.figure(
            FIRST_ROW - 1,
            column(step),
            f64::from(year),
            &style::header_year(),
        )?;
    }
    page.sheet.set_freeze_panes(FIRST_ROW, BASE_COLUMN + 1)?;
    let mut row = FIRST_ROW;
    for line in grouped(material, |_, indicator| indicator.is_lever()) {
        match line {
            Line::Heading(name) => page.text(row, 0, name, &style::heading())?,
            Line::Indicator(ix, indicator) => {
                lever(page, layout, row, ix, indicator)?;
                row += RowNum::from(layout.follows_output(ix));
            }
        }
        row += 1;
    }
    let output = say(language, "output-top");
    page.widths(&[
        layout.name_width,
        width_for(
            [output.as_ref()]
                .into_iter()
                .filter(|_| has_output_growth(layout)),
            18.0,
            40.0,
        ),
        20.0,
    ])?;
    page.sheet
        .set_column_range_width(column(1), column(material.plan.steps()), 11)?;
    page.printed(FIRST_ROW - 1)
}

fn has_output_growth(layout: &Layout<'_>) -> bool {
    let mut levers = layout.material.plan.levers();
    levers.any(|(ix, _)| layout.follows_output(ix))
}

fn lever(
    page: &mut Page<'_>,
    layout: &Layout<'_>,
    row: RowNum,
    ix: IndicatorIx,
    indicator: &Indicator,
) -> Done {
    let material = layout.material;
    let language = material.language;
    let dynamics = match indicator.dynamics {
        Dynamics::Growth => "dynamics-growth",
        Dynamics::Decline => "dynamics-decline",
        Dynamics::Concentration => "dynamics-concentration",
        _ => "dynamics-additive",
    };
    page.name(row, indicator.name.get(language), layout.name_width)?;
    page.text(row, 2, &say(language, dynamics), &style::quiet())?;
    if let Some(Rates::OutputGrowth { top, all }) = material.scenario.rates.get(ix) {
        page.text(row, 1, &say(language, "output-top"), &style::quiet())?;
        page.text(row + 1, 1, &say(language, "output-all"), &style::quiet())?;
        for (row, growth) in [(row, top), (row + 1, all)] {
            rates(page, layout, row, ix, |step| growth.get(step).copied())?;
        }
        // Output growth of years that have passed is not known; their levels are on the sheet of trajectories.
        return Ok(());
    }
    let unit = points_or_percent(indicator, language);
    page.text(row, 1, &unit, &style::quiet())?;
    let even = even_rates(material.plan, material.scenario, ix);
    rates(page, layout, row, ix, |step| {
        let given = material.scenario.rates.get(ix);
        match (given, &even) {
            (Some(rates), _) => rates.in_year(step),
            (None, even) => Some(*even.as_ref()?.get(step)?),
        }
    })?;
    past(page, layout, row, ix, indicator)
}

/// The rates of the years to come. `rate` counts from 0 for the first year after the base year.
fn rates(
    page: &mut Page<'_>,
    layout: &Layout<'_>,
    row: RowNum,
    ix: IndicatorIx,
    rate: impl Fn(usize) -> Option<f64>,
) -> Done {
    let material = layout.material;
    for step in material.projection.last_actual(ix)..material.plan.steps() {
        if let Some(rate) = rate(step) {
            page.figure(row, column(step + 1), rate, &style::input())?;
        }
    }
    Ok(())
}

/// The rates of the years that have passed, as the lever counts them: they follow from actuals.
fn past(
    page: &mut Page<'_>,
    layout: &Layout<'_>,
    row: RowNum,
    ix: IndicatorIx,
    indicator: &Indicator,
) -> Done {
    let material = layout.material;
    for step in 1..=material.projection.last_actual(ix) {
        let Some(change) = material.projection.annual_change(material.plan, ix, step) else {
            continue;
        };
        let cell = layout.change_from_afar(ix, step);
        let (formula, rate) = match indicator.dynamics {
            Dynamics::Decline => (format!("-{cell}"), -change),
            _ => (cell, change),
        };
        page.formula(row, column(step), &formula, rate, &style::past())?;
    }
    Ok(())
}
