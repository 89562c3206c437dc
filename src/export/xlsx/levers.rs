//! Annual rates, a cell per lever and year: what a reviewer changes. Below them, the rates as they come out, in which
//! those of years with actuals follow from the levels.

use rust_xlsxwriter::utility::{column_number_to_name, row_col_to_cell_absolute};
use rust_xlsxwriter::{ConditionalFormatFormula, RowNum};

use super::layout::{BASE_COLUMN, FIRST_ROW, GroupedLine, Layout, column, grouped};
use super::page::{Done, NOTHING, SheetPage, quoted, width_for};
use super::{look, official, style};
use crate::model::even_rates;
use crate::plan::{Dynamics, Form, Indicator, IndicatorIx};
use crate::scenario::Rates;
use crate::text::{Message, say};
use crate::wording::points_or_percent;

pub(super) fn fill(page: &mut SheetPage<'_>, layout: &Layout<'_>) -> Done {
    let input = layout.input;
    let language = input.language;
    page.text(0, 0, &layout.names.levers, &style::title())?;
    let help = Message::new("sheet-levers-follow").with("actuals", layout.names.actuals.as_str());
    page.text(1, 0, &help.say(language), &style::quiet())?;
    page.text(2, 0, &say(language, "sheet-levers-input"), &style::input())?;
    let unused = say(language, "sheet-levers-unused");
    page.sheet.merge_range(2, 1, 2, 2, &unused, &style::unused())?;
    page.text(2, column(1), &say(language, "sheet-levers-past"), &style::past())?;
    head(page, layout, FIRST_ROW - 1, "column-indicator")?;
    for (place, id) in [(1, "column-even-rate"), (2, "track-column-last")] {
        let place = column(input.plan.steps()) + place;
        page.text(FIRST_ROW - 1, place, &say(language, id), &style::header_right())?;
    }
    page.sheet.set_freeze_panes(FIRST_ROW, BASE_COLUMN + 1)?;
    let mut row = FIRST_ROW;
    for line in grouped(input, |_, indicator| indicator.is_lever()) {
        match line {
            GroupedLine::Heading(name) => page.text(row, 0, name, &style::heading())?,
            GroupedLine::Indicator(ix, indicator) => {
                lever(page, layout, row, ix, indicator)?;
                row += RowNum::from(layout.follows_output(ix));
            }
        }
        row += 1;
    }
    outcome(page, layout)?;
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
        .set_column_range_width(column(1), column(input.plan.steps()) + 2, 11)?;
    page.printed(FIRST_ROW - 1)
}

/// The head of a block: its name, units, the years.
fn head(page: &mut SheetPage<'_>, layout: &Layout<'_>, row: RowNum, id: &'static str) -> Done {
    let names = [id, "column-rate-unit", "column-dynamics"].map(|id| say(layout.input.language, id));
    page.header(row, &names.each_ref().map(AsRef::as_ref), 3)?;
    for (step, year) in layout.input.plan.years().enumerate().skip(1) {
        page.figure(row, column(step), f64::from(year), &style::header_year())?;
    }
    Ok(())
}

fn has_output_growth(layout: &Layout<'_>) -> bool {
    let mut levers = layout.input.plan.levers();
    levers.any(|(ix, _)| layout.follows_output(ix))
}

fn lever(
    page: &mut SheetPage<'_>,
    layout: &Layout<'_>,
    row: RowNum,
    ix: IndicatorIx,
    indicator: &Indicator,
) -> Done {
    let input = layout.input;
    let language = input.language;
    page.name(row, indicator.name.get(language), layout.name_width)?;
    page.text(row, 2, &say(language, dynamics(indicator)), &style::quiet())?;
    let steps = input.plan.steps();
    if input.projection.levels(ix).is_some() {
        let cell = layout.last_actual_from_afar(ix);
        let year = format!("IF({cell}>0,{}+{cell},{})", input.plan.base_year, quoted(NOTHING));
        let place = column(steps) + 2;
        match input.projection.last_actual(ix) {
            0 => page.words(row, place, &year, NOTHING, &style::year_right())?,
            step => {
                let value = f64::from(input.plan.year(step));
                page.formula(row, place, &year, value, &style::year_right())?;
            }
        }
    }
    let even = even_rates(input.plan, input.scenario, ix);
    let even_formula = even_rate_formula(layout, ix);
    if let (Some(formula), Some(even)) = (&even_formula, &even) {
        let place = column(steps) + 1;
        page.ratio(row, place, formula, even[0], &style::two_decimals())?;
    }
    if let Some(Rates::OutputGrowth { top, all }) = input.scenario.rates.get(ix) {
        page.text(row, 1, &say(language, "output-top"), &style::quiet())?;
        page.text(row + 1, 1, &say(language, "output-all"), &style::quiet())?;
        for (row, growth) in [(row, top), (row + 1, all)] {
            for (step, rate) in (1..=steps).zip(growth) {
                page.figure(row, column(step), *rate, &style::input())?;
            }
        }
        return unused(page, layout, row, row + 1);
    }
    let unit = points_or_percent(indicator, language);
    page.text(row, 1, &unit, &style::quiet())?;
    for step in 1..=steps {
        match (input.scenario.rates.get(ix), &even) {
            (Some(rates), _) => {
                if let Some(rate) = rates.in_year(step - 1) {
                    page.figure(row, column(step), rate, &style::input())?;
                }
            }
            // The plan's even rate, until a reviewer types another one: it moves with the target.
            (None, Some(even)) => {
                let cell = if even_formula.is_some() {
                    row_col_to_cell_absolute(row, column(steps) + 1)
                } else if layout.stretches(ix).is_some() {
                    layout.even_rate_from_afar(ix, step)
                } else {
                    page.figure(row, column(step), even[step - 1], &style::input())?;
                    continue;
                };
                page.formula(row, column(step), &cell, even[step - 1], &style::input())?;
            }
            (None, None) => {}
        }
    }
    unused(page, layout, row, row)
}

/// Greys the rates of years up to the last actual, which have no effect.
fn unused(page: &mut SheetPage<'_>, layout: &Layout<'_>, first: RowNum, last: RowNum) -> Done {
    let steps = layout.input.plan.steps();
    let year = column_number_to_name(column(1));
    let last_actual = row_col_to_cell_absolute(first, column(steps) + 2);
    let rule = format!("{year}${FIRST_ROW}<=N({last_actual})");
    let condition = ConditionalFormatFormula::new()
        .set_rule(rule.as_str())
        .set_format(style::unused());
    page.sheet
        .add_conditional_format(first, column(1), last, column(steps), &condition)?;
    Ok(())
}

/// The even rate of a lever, as [`even_rates`] has it where it is the same in every year; nothing elsewhere.
fn even_rate_formula(layout: &Layout<'_>, ix: IndicatorIx) -> Option<String> {
    let promised = layout.promise_of(ix).filter(|_| layout.is_even_throughout(ix))?;
    let (goal, base) = (layout.goal_from_afar(promised.ix), layout.level_from_afar(ix, 0));
    let is_there = official::holds(promised.target.on_levels(), &base, &goal);
    let due = promised.due;
    let further = match (&promised.indicator.dynamics, promised.target.form) {
        (Dynamics::Growth, Form::AverageGrowth(_)) => layout.figure_from_afar(promised.ix),
        (Dynamics::Growth, _) => format!("(({goal}/{base})^(1/{due})-1)*100"),
        (Dynamics::Decline, _) => format!("(1-({goal}/{base})^(1/{due}))*100"),
        _ => format!("({goal}-{base})/{due}"),
    };
    Some(format!("IF({is_there},0,{further})"))
}

/// The rates of all years as the lever counts them: those of years with actuals follow from the levels.
fn outcome(page: &mut SheetPage<'_>, layout: &Layout<'_>) -> Done {
    let input = layout.input;
    let language = input.language;
    head(page, layout, layout.outcome_heading, "sheet-levers-outcome")?;
    let lines = layout.with_rates();
    for (row, line) in (layout.outcome_heading + 1..).zip(lines) {
        match line {
            GroupedLine::Heading(name) => page.text(row, 0, name, &style::heading())?,
            GroupedLine::Indicator(ix, indicator) => {
                page.name(row, indicator.name.get(language), layout.name_width)?;
                page.text(row, 1, &points_or_percent(indicator, language), &style::quiet())?;
                page.text(row, 2, &say(language, dynamics(indicator)), &style::quiet())?;
                came_out(page, layout, row, ix, indicator)?;
            }
        }
    }
    Ok(())
}

fn came_out(
    page: &mut SheetPage<'_>,
    layout: &Layout<'_>,
    row: RowNum,
    ix: IndicatorIx,
    indicator: &Indicator,
) -> Done {
    let input = layout.input;
    for step in 1..=input.plan.steps() {
        let change = input.projection.annual_change(input.plan, ix, step);
        let change = change.unwrap_or(f64::NAN);
        let cell = layout.change_from_afar(ix, step);
        let (formula, rate) = match indicator.dynamics {
            Dynamics::Decline => (format!("-{cell}"), -change),
            _ => (cell, change),
        };
        page.ratio(row, column(step), &formula, rate, &style::two_decimals())?;
    }
    look::watch_change_origins(page, layout, ix, row)
}

const fn dynamics(indicator: &Indicator) -> &'static str {
    match indicator.dynamics {
        Dynamics::Growth => "dynamics-growth",
        Dynamics::Decline => "dynamics-decline",
        Dynamics::Concentration => "dynamics-concentration",
        _ => "dynamics-additive",
    }
}
