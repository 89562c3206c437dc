//! Levels, year by year, as formulas over actuals, rates and each other; changes against the year before; the even path;
//! what each level rests on.

mod origins;
mod remarks;

use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{ConditionalFormatCell, ConditionalFormatCellRule, RowNum};

use super::layout::{
    BASE_COLUMN, CorrectionRow, EvenStretch, FIRST_ROW, GroupedLine, Input, Layout, Working, column, grouped,
};
use super::look;
use super::official;
use super::page::{Done, LONGEST_FORMULA, SheetPage, width_for};
use super::style;
use crate::model::{BOUND_SLACK, LevelKind, Origin};
use crate::plan::{Dynamics, Expression, Form, Indicator, IndicatorIx};
use crate::text::{Message, say};
use crate::wording::{points_or_percent, unit};

/// Units longer than this many characters are wrapped.
const WIDEST_UNIT: f64 = 30.0;

pub(super) fn fill(page: &mut SheetPage<'_>, layout: &Layout<'_>) -> Done {
    let input = layout.input;
    let language = input.language;
    page.text(0, 0, &layout.names.trajectories, &style::title())?;
    let help = Message::new("sheet-trajectories-follow")
        .with("levers", layout.names.levers.as_str())
        .with("actuals", layout.names.actuals.as_str());
    page.text(1, 0, &help.say(language), &style::quiet())?;
    let has_levels = |ix: &IndicatorIx| input.projection.levels(*ix).is_some();
    let drawn: Vec<IndicatorIx> = input.plan.iter().map(|(ix, _)| ix).filter(has_levels).collect();
    look::name_kinds(page, layout, 2, &Origin::ALL, &drawn)?;
    let out_of_bounds = say(language, "lever-out-of-bounds");
    page.text(2, 7, &out_of_bounds, &style::out_of_bounds())?;
    head(page, layout, FIRST_ROW - 1, &say(language, "column-indicator"))?;
    page.sheet.set_freeze_panes(FIRST_ROW, BASE_COLUMN)?;
    let units: Vec<String> = input
        .plan
        .iter()
        .map(|(ix, i)| unit(input.plan, i, input.projection.kind(ix), language).into_owned())
        .collect();
    page.widths(&[
        layout.name_width,
        width_for(units.iter().map(String::as_str), 10.0, WIDEST_UNIT),
    ])?;
    // Wide enough for what levels rest on, in words, and for changes in points.
    let words = look::DRAWN.map(|origin| say(language, look::look(origin).message));
    let width = width_for(words.iter().map(AsRef::as_ref), 15.0, 24.0);
    page.sheet
        .set_column_range_width(BASE_COLUMN, column(input.plan.steps()), width)?;
    remarks::head(page, layout)?;
    levels(page, layout)?;
    changes(page, layout)?;
    even_path(page, layout)?;
    origins::fill(page, layout)?;
    page.printed(FIRST_ROW - 1)
}

/// The head of a block: its name, the unit, the years.
fn head(page: &mut SheetPage<'_>, layout: &Layout<'_>, row: RowNum, name: &str) -> Done {
    let unit = say(layout.input.language, "column-unit");
    page.header(row, &[name, &unit], 2)?;
    for (step, year) in layout.input.plan.years().enumerate() {
        page.figure(row, column(step), f64::from(year), &style::header_year())?;
    }
    page.fit(row, [(name, layout.name_width)])
}

fn levels(page: &mut SheetPage<'_>, layout: &Layout<'_>) -> Done {
    for (row, line) in (FIRST_ROW..).zip(grouped(layout.input, |_, _| true)) {
        match line {
            GroupedLine::Heading(name) => page.text(row, 0, name, &style::heading())?,
            GroupedLine::Indicator(ix, indicator) => levels_of(page, layout, ix, indicator)?,
        }
    }
    Ok(())
}

fn levels_of(page: &mut SheetPage<'_>, layout: &Layout<'_>, ix: IndicatorIx, indicator: &Indicator) -> Done {
    let input = layout.input;
    let projection = input.projection;
    let row = layout.level_row(ix);
    name_and_unit(page, layout, row, ix, indicator)?;
    let Some(levels) = projection.levels(ix) else {
        return page.text(
            row,
            BASE_COLUMN,
            &say(input.language, "status-unknown"),
            &style::quiet(),
        );
    };
    let largest = style::largest(levels);
    for ((step, level), origin) in levels.iter().enumerate().zip(projection.origins(ix)) {
        let format = match origin {
            Origin::Base => style::level(largest, Origin::Base),
            _ => style::figure(largest),
        };
        match formula(layout, ix, indicator, step) {
            Some(formula) => page.formula(row, column(step), &formula, *level, &format)?,
            None => page.figure(row, column(step), *level, &format)?,
        }
    }
    look::watch_origins(page, layout, ix, row)?;
    remarks::write(page, layout, ix, indicator)?;
    watch_bounds(page, layout, ix, indicator)
}

/// Marks levels that a changed rate takes out of their bounds, which the program itself would refuse.
fn watch_bounds(
    page: &mut SheetPage<'_>,
    layout: &Layout<'_>,
    ix: IndicatorIx,
    indicator: &Indicator,
) -> Done {
    let input = layout.input;
    let Some((low, high)) = indicator.bounds else {
        return Ok(());
    };
    if input.projection.kind(ix) != LevelKind::Absolute {
        return Ok(());
    }
    let slack = BOUND_SLACK * (high - low);
    let condition = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::NotBetween(low - slack, high + slack))
        .set_format(style::out_of_bounds());
    let (row, last) = (layout.level_row(ix), column(input.plan.steps()));
    page.sheet
        .add_conditional_format(row, BASE_COLUMN, row, last, &condition)?;
    Ok(())
}

fn name_and_unit(
    page: &mut SheetPage<'_>,
    layout: &Layout<'_>,
    row: RowNum,
    ix: IndicatorIx,
    indicator: &Indicator,
) -> Done {
    let input = layout.input;
    let basis = input.projection.kind(ix);
    let unit = unit(input.plan, indicator, basis, input.language);
    let name = indicator.name.get(input.language);
    page.text(row, 0, name, &style::name())?;
    page.text(row, 1, &unit, &style::quiet().set_text_wrap())?;
    page.fit(row, [(name, layout.name_width), (&unit, WIDEST_UNIT)])
}

/// The formula of a level that is a change away from another.
pub(super) fn changed(indicator: &Indicator, level: &str, change: &str) -> String {
    if indicator.is_compound() {
        format!("{level}*(1+{change}/100)")
    } else {
        format!("{level}+{change}")
    }
}

/// The formula of a level; nothing for the base year, which is given, and for an identity that is too long for any. The same steps as the projection takes.
fn formula(layout: &Layout<'_>, ix: IndicatorIx, indicator: &Indicator, step: usize) -> Option<String> {
    if let Dynamics::Derived(expression) = &indicator.dynamics {
        let identity = identity(layout, ix, expression, step, &|input, step| {
            layout.level(input, step)
        })?;
        return Some(corrected(layout, ix, indicator, step, &identity));
    }
    let before = layout.level(ix, step.checked_sub(1)?);
    let known = layout.working_from_afar(ix, Working::Known, step);
    let next = layout.working_from_afar(ix, Working::Next, step);
    let between = interpolated(layout, ix, indicator, step, &before);
    let further = projected(layout, ix, indicator, step, &before);
    let level = format!("IF(ISNUMBER({known}),{known},IF(ISNUMBER({next}),{between},{further}))");
    let is_to_be_done = indicator.targets.iter().any(|target| target.form == Form::Done);
    // Nothing is done by a third, or twice.
    Some(if is_to_be_done {
        format!("IF({level}>=1-1E-9,1,0)")
    } else {
        level
    })
}

/// What an identity gives in a step, over cells as a sheet names them; nothing where it is longer than a formula may be.
pub(super) fn identity(
    layout: &Layout<'_>,
    ix: IndicatorIx,
    expression: &Expression,
    step: usize,
    level: &dyn Fn(IndicatorIx, usize) -> String,
) -> Option<String> {
    let at = |step| expression.notation(LONGEST_FORMULA, |input| level(input, step));
    Some(match layout.input.projection.kind(ix) {
        LevelKind::Index => format!("({})/({})*100", at(step)?, at(0)?),
        _ => at(step)?,
    })
}

/// What was published of a derived indicator, else what its identity gives, led to what was published of other years.
fn corrected(
    layout: &Layout<'_>,
    ix: IndicatorIx,
    indicator: &Indicator,
    step: usize,
    identity: &str,
) -> String {
    if step == 0 {
        return identity.to_owned();
    }
    let known = layout.working_from_afar(ix, Working::Known, step);
    let by = layout.correction_from_afar(ix, CorrectionRow::Applied, step);
    let corrected = if indicator.is_compound() {
        format!("({identity})*{by}")
    } else {
        format!("{identity}+{by}")
    };
    format!("IF(ISNUMBER({known}),{known},{corrected})")
}

/// A level between two known ones: by the change given for its year, else by the constant rate that is left for the
/// years without one.
fn interpolated(
    layout: &Layout<'_>,
    ix: IndicatorIx,
    indicator: &Indicator,
    step: usize,
    before: &str,
) -> String {
    let annual = layout.input_from_afar(ix, Input::Annual, step);
    let cell = |working| layout.working_from_afar(ix, working, step);
    let (next, given, open) = (cell(Working::Next), cell(Working::Given), cell(Working::Open));
    let evenly = if indicator.is_compound() {
        format!("{before}*({next}/{before}/{given})^(1/{open})")
    } else {
        format!("{before}+({next}-{before}-{given})/{open}")
    };
    let by_change = changed(indicator, before, &annual);
    format!("IF(ISNUMBER({annual}),{by_change},{evenly})")
}

/// A level after the last known one.
fn projected(
    layout: &Layout<'_>,
    ix: IndicatorIx,
    indicator: &Indicator,
    step: usize,
    before: &str,
) -> String {
    let rate = layout.rate_from_afar(ix, step, false);
    if layout.follows_output(ix) {
        let all = layout.rate_from_afar(ix, step, true);
        return format!("{before}*(1+{rate}/100)/(1+{all}/100)");
    }
    advanced(&indicator.dynamics, before, &rate)
}

/// One year further.
fn advanced(dynamics: &Dynamics, before: &str, rate: &str) -> String {
    match dynamics {
        Dynamics::Growth => format!("{before}*(1+{rate}/100)"),
        Dynamics::Decline => format!("{before}*(1-{rate}/100)"),
        _ => format!("{before}+{rate}"),
    }
}

fn changes(page: &mut SheetPage<'_>, layout: &Layout<'_>) -> Done {
    let title = say(layout.input.language, "sheet-annual-change");
    head(page, layout, layout.changes_heading, &title)?;
    for (row, line) in (layout.changes_heading + 1..).zip(layout.with_levels()) {
        match line {
            GroupedLine::Heading(name) => page.text(row, 0, name, &style::heading())?,
            GroupedLine::Indicator(ix, indicator) => changes_of(page, layout, ix, indicator)?,
        }
    }
    Ok(())
}

/// Percent, or points where points are what adds up.
fn changes_of(page: &mut SheetPage<'_>, layout: &Layout<'_>, ix: IndicatorIx, indicator: &Indicator) -> Done {
    let input = layout.input;
    let row = layout.change_row(ix);
    let unit = points_or_percent(indicator, input.language);
    page.name(row, indicator.name.get(input.language), layout.name_width)?;
    page.text(row, 1, &unit, &style::quiet())?;
    let format = style::of_changes(indicator, input.language);
    for step in 1..=input.plan.steps() {
        let (before, after) = (layout.level(ix, step - 1), layout.level(ix, step));
        let formula = if indicator.is_compound() {
            format!("({after}/{before}-1)*100")
        } else {
            format!("{after}-{before}")
        };
        let change = input.projection.annual_change(input.plan, ix, step);
        page.ratio(row, column(step), &formula, change.unwrap_or(f64::NAN), &format)?;
    }
    Ok(())
}

/// What would meet each target in even steps, to compare with.
fn even_path(page: &mut SheetPage<'_>, layout: &Layout<'_>) -> Done {
    let input = layout.input;
    let title = say(input.language, "sheet-even-path");
    head(page, layout, layout.even_heading, &title)?;
    for line in layout.with_even_path() {
        let GroupedLine::Indicator(ix, indicator) = line else {
            continue;
        };
        let Some(levels) = input.plan_path.levels(ix) else {
            continue;
        };
        let row = layout.even_row(ix);
        name_and_unit(page, layout, row, ix, indicator)?;
        let format = style::figure(style::largest(levels));
        for (step, level) in levels.iter().enumerate() {
            let formula = on_even_path(layout, ix, indicator, step);
            page.ratio(row, column(step), &formula, *level, &format)?;
        }
    }
    Ok(())
}

/// The formula of a level on the even path. Levers have their even rate; a derived level goes there in even steps of its
/// own, because identities need not lead to its target.
fn on_even_path(layout: &Layout<'_>, ix: IndicatorIx, indicator: &Indicator, step: usize) -> String {
    let base = layout.level(ix, 0);
    let Some(before) = step.checked_sub(1) else {
        return base;
    };
    let before = row_col_to_cell(layout.even_row(ix), column(before));
    if indicator.is_lever() {
        return advanced(
            &indicator.dynamics,
            &before,
            &layout.even_rate_from_afar(ix, step),
        );
    }
    if let Some(stretch) = layout.stretches(ix) {
        return on_stretch(layout, stretch, indicator, (step, &before));
    }
    let Some(promised) = layout.promise_of(ix) else {
        return before;
    };
    let (due, goal) = (promised.due, layout.goal_from_afar(promised.ix));
    let is_there = official::holds(promised.target.on_levels(), &base, &goal);
    let further = if indicator.is_compound() {
        format!("{before}*({goal}/{base})^(1/{due})")
    } else {
        format!("{before}+({goal}-{base})/{due}")
    };
    format!("IF({is_there},{before},{further})")
}

/// The same of a derived level that goes from one due year to the next, and stays where it is after the last.
fn on_stretch(
    layout: &Layout<'_>,
    stretch: &EvenStretch,
    indicator: &Indicator,
    (step, before): (usize, &str),
) -> String {
    let is_inside = |(from, to): &&(usize, usize)| *from < step && step <= *to;
    let Some((from, to)) = stretch.spans.iter().find(is_inside) else {
        return before.to_owned();
    };
    let [start, goal] = [from, to].map(|step| layout.further_from_afar(stretch.reached, *step));
    let left = to - from;
    if indicator.is_compound() {
        format!("{before}*({goal}/{start})^(1/{left})")
    } else {
        format!("{before}+({goal}-{start})/{left}")
    }
}
