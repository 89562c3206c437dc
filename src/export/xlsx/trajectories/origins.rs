//! What each level rests on.

use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{ConditionalFormatCell, ConditionalFormatCellRule};

use super::head;
use crate::export::xlsx::layout::{BASE_COLUMN, CorrectionRow, GroupedLine, Layout, Working, column};
use crate::export::xlsx::look::{self, look};
use crate::export::xlsx::page::{Done, SheetPage};
use crate::export::xlsx::style;
use crate::model::{Origin, even_rates};
use crate::plan::{Dynamics, Expression, Indicator, IndicatorIx};
use crate::text::say;

/// What each level rests on, as numbers that show as words: formats, charts and progress follow them.
pub(super) fn fill(page: &mut SheetPage<'_>, layout: &Layout<'_>) -> Done {
    let language = layout.input.language;
    let steps = layout.input.plan.steps();
    let title = say(language, "sheet-origins");
    head(page, layout, layout.origins_heading, &title)?;
    page.text(layout.origins_heading, 1, "", &style::header())?;
    let last = say(language, "sheet-last-actual-step");
    page.text(
        layout.origins_heading,
        column(steps) + 1,
        &last,
        &style::header_right(),
    )?;
    let mut end = layout.origins_heading;
    for line in layout.with_levels() {
        end += 1;
        match line {
            GroupedLine::Heading(name) => page.text(end, 0, name, &style::heading())?,
            GroupedLine::Indicator(ix, indicator) => origins_of(page, layout, ix, indicator)?,
        }
    }
    for origin in look::DRAWN {
        let look = look(origin);
        let condition = ConditionalFormatCell::new()
            .set_rule(ConditionalFormatCellRule::EqualTo(look.rank))
            .set_format(style::coded(look.rank, &say(language, look.message)));
        let first = layout.origins_heading + 1;
        page.sheet
            .add_conditional_format(first, BASE_COLUMN, end, column(steps), &condition)?;
    }
    Ok(())
}

fn origins_of(page: &mut SheetPage<'_>, layout: &Layout<'_>, ix: IndicatorIx, indicator: &Indicator) -> Done {
    let input = layout.input;
    let row = layout.origin_row(ix);
    page.name(row, indicator.name.get(input.language), layout.name_width)?;
    let format = style::year_right();
    for (step, origin) in input.projection.origins(ix).iter().enumerate() {
        let rank = f64::from(look(*origin).rank);
        match origin_formula(layout, ix, indicator, step) {
            Some(formula) => page.formula(row, column(step), &formula, rank, &format)?,
            None => page.figure(row, column(step), rank, &format)?,
        }
    }
    let steps = input.plan.steps();
    let cells = |row| {
        let first = row_col_to_cell(row, column(1));
        format!("{first}:{}", row_col_to_cell(row, column(steps)))
    };
    let last = if let Dynamics::Derived(expression) = &indicator.dynamics {
        last_behind(layout, ix, expression)
    } else {
        let is_actual = format!("({}={})", cells(row), look(Origin::Actual).rank);
        let years = cells(layout.origins_heading);
        format!("SUMPRODUCT(MAX({is_actual}*({years}-{})))", input.plan.base_year)
    };
    let step = crate::plan::years(input.projection.last_actual(ix));
    page.formula(row, column(steps) + 1, &last, step, &format)
}

/// The last step with data for what is derived: its own last actual or, if later, the earliest last actual of the inputs
/// that have any.
fn last_behind(layout: &Layout<'_>, ix: IndicatorIx, expression: &Expression) -> String {
    let own = layout.own_last_actual(ix);
    let behind = column(layout.input.plan.steps()) + 1;
    let lasts: Vec<String> = expression
        .distinct_inputs()
        .into_iter()
        .map(|input| row_col_to_cell(layout.origin_row(input), behind))
        .collect();
    if lasts.is_empty() {
        return own;
    }
    let begun: Vec<String> = lasts
        .iter()
        .map(|cell| format!("IF({cell}=0,99,{cell})"))
        .collect();
    let lasts = lasts.join(",");
    format!("MAX({own},IF(MAX({lasts})=0,0,MIN({})))", begun.join(","))
}

/// What the years after the last actual of a lever rest on: on the plan's pace as long as nobody types a rate.
fn open_years(layout: &Layout<'_>, ix: IndicatorIx) -> String {
    let input = layout.input;
    let [projected, assumed] = [Origin::Projected, Origin::Assumed].map(|origin| look(origin).rank);
    if input.scenario.rates.get(ix).is_some() {
        return projected.to_string();
    }
    let rates = layout.rates_from_afar(ix);
    let even = if layout.is_even_throughout(ix) || layout.stretches(ix).is_some() {
        layout.even_rates_from_afar(ix)
    } else {
        // As they were written: a figure typed over one of them is a rate that somebody set.
        let even = even_rates(input.plan, input.scenario, ix).unwrap_or_default();
        let even: Vec<String> = even.iter().map(f64::to_string).collect();
        format!("{{{}}}", even.join(","))
    };
    format!("IF(SUMPRODUCT(--({rates}<>{even}))=0,{assumed},{projected})")
}

/// The formula of what a level rests on; nothing for the base year.
fn origin_formula(
    layout: &Layout<'_>,
    ix: IndicatorIx,
    indicator: &Indicator,
    step: usize,
) -> Option<String> {
    if step == 0 {
        return None;
    }
    let known = layout.working_from_afar(ix, Working::Known, step);
    let [actual, interpolated] = [Origin::Actual, Origin::Interpolated].map(|origin| look(origin).rank);
    let (next, open) = if let Dynamics::Derived(expression) = &indicator.dynamics {
        let inputs: Vec<String> = expression
            .distinct_inputs()
            .into_iter()
            .map(|input| layout.origin(input, step))
            .collect();
        let next = layout.correction_from_afar(ix, CorrectionRow::Next, step);
        let by_identity = if inputs.is_empty() {
            look(Origin::Implied).rank.to_string()
        } else {
            look::derived_rank(&inputs)
        };
        (next, by_identity)
    } else {
        let next = layout.working_from_afar(ix, Working::Next, step);
        (next, open_years(layout, ix))
    };
    Some(format!(
        "IF(ISNUMBER({known}),{actual},IF(ISNUMBER({next}),{interpolated},{open}))"
    ))
}
