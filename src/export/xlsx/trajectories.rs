//! Levels, year by year, as formulas over rates and over each other; changes against the year before; the even path.

use rust_xlsxwriter::{ConditionalFormatCell, ConditionalFormatCellRule, RowNum};

use super::layout::{BASE_COLUMN, FIRST_ROW, Layout, Line, column, grouped};
use super::page::{Done, Page, width_for};
use super::style;
use crate::figure::unit;
use crate::model::{BOUND_SLACK, LevelKind, Origin};
use crate::plan::{Dynamics, Indicator, IndicatorIx};
use crate::scenario::Rates;
use crate::text::{Message, say};

/// Units longer than this many characters are wrapped.
const WIDEST_UNIT: f64 = 30.0;

pub(super) fn fill(page: &mut Page<'_>, layout: &Layout<'_>) -> Done {
    let material = layout.material;
    let language = material.language;
    page.text(0, 0, &layout.names.trajectories, &style::title())?;
    let help = Message::new("sheet-trajectories-help").with("levers", layout.names.levers.as_str());
    page.text(1, 0, &help.say(language), &style::quiet())?;
    for (place, origin, id) in [
        (0, Origin::Base, "origin-base"),
        (1, Origin::Actual, "origin-actual"),
        (2, Origin::Interpolated, "origin-interpolated"),
        (3, Origin::Projected, "origin-projected"),
    ] {
        page.text(2, place, &say(language, id), &style::level(0.0, origin))?;
    }
    page.text(
        2,
        4,
        &say(language, "lever-out-of-bounds"),
        &style::out_of_bounds(),
    )?;
    head(page, layout, FIRST_ROW - 1, &say(language, "column-indicator"))?;
    page.sheet.set_freeze_panes(FIRST_ROW, BASE_COLUMN)?;
    let units: Vec<String> = material
        .plan
        .iter()
        .map(|(ix, i)| unit(material.plan, i, material.projection.kind(ix), language).into_owned())
        .collect();
    page.widths(&[
        layout.name_width,
        width_for(units.iter().map(String::as_str), 10.0, WIDEST_UNIT),
    ])?;
    page.sheet
        .set_column_range_width(BASE_COLUMN, column(material.plan.steps()), 15)?;
    levels(page, layout)?;
    changes(page, layout)?;
    even_path(page, layout)?;
    page.printed(FIRST_ROW - 1)
}

/// The head of a block: its name, the unit, the years.
fn head(page: &mut Page<'_>, layout: &Layout<'_>, row: RowNum, name: &str) -> Done {
    let unit = say(layout.material.language, "column-unit");
    page.header(row, &[name, &unit], 2)?;
    for (step, year) in layout.material.plan.years().enumerate() {
        page.figure(row, column(step), f64::from(year), &style::header_year())?;
    }
    Ok(())
}

fn levels(page: &mut Page<'_>, layout: &Layout<'_>) -> Done {
    for (row, line) in (FIRST_ROW..).zip(grouped(layout.material, |_, _| true)) {
        match line {
            Line::Heading(name) => page.text(row, 0, name, &style::heading())?,
            Line::Indicator(ix, indicator) => levels_of(page, layout, ix, indicator)?,
        }
    }
    Ok(())
}

fn levels_of(page: &mut Page<'_>, layout: &Layout<'_>, ix: IndicatorIx, indicator: &Indicator) -> Done {
    let material = layout.material;
    let projection = material.projection;
    let row = layout.level_row(ix);
    name_and_unit(page, layout, row, ix, indicator)?;
    let Some(levels) = projection.levels(ix) else {
        return page.text(
            row,
            BASE_COLUMN,
            &say(material.language, "status-unknown"),
            &style::quiet(),
        );
    };
    let largest = largest(levels);
    for ((step, level), origin) in levels.iter().enumerate().zip(projection.origins(ix)) {
        let format = style::level(largest, *origin);
        match formula(layout, ix, indicator, step) {
            Some(formula) => page.formula(row, column(step), &formula, *level, &format)?,
            None => page.figure(row, column(step), *level, &format)?,
        }
    }
    watch_bounds(page, layout, ix, indicator)
}

/// Marks levels that a changed rate takes out of their bounds, which the program itself would refuse.
fn watch_bounds(page: &mut Page<'_>, layout: &Layout<'_>, ix: IndicatorIx, indicator: &Indicator) -> Done {
    let material = layout.material;
    let Some((low, high)) = indicator.bounds else {
        return Ok(());
    };
    if material.projection.kind(ix) != LevelKind::Absolute {
        return Ok(());
    }
    let slack = BOUND_SLACK * (high - low);
    let condition = ConditionalFormatCell::new()
        .set_rule(ConditionalFormatCellRule::NotBetween(low - slack, high + slack))
        .set_format(style::out_of_bounds());
    let (row, last) = (layout.level_row(ix), column(material.plan.steps()));
    page.sheet
        .add_conditional_format(row, BASE_COLUMN, row, last, &condition)?;
    Ok(())
}

fn name_and_unit(
    page: &mut Page<'_>,
    layout: &Layout<'_>,
    row: RowNum,
    ix: IndicatorIx,
    indicator: &Indicator,
) -> Done {
    let material = layout.material;
    let basis = material.projection.kind(ix);
    let unit = unit(material.plan, indicator, basis, material.language);
    let name = indicator.name.get(material.language);
    page.text(row, 0, name, &style::name())?;
    page.text(row, 1, &unit, &style::quiet().set_text_wrap())?;
    page.fit(row, [(name, layout.name_width), (&unit, WIDEST_UNIT)])
}

/// The decimals of a row follow its largest figure.
pub(super) fn largest(levels: &[f64]) -> f64 {
    levels.iter().fold(0.0, |most: f64, level| most.max(level.abs()))
}

/// The formula of a level; nothing for the base year and for actuals, which are given. The same steps as the
/// projection takes.
fn formula(layout: &Layout<'_>, ix: IndicatorIx, indicator: &Indicator, step: usize) -> Option<String> {
    let material = layout.material;
    if let Dynamics::Derived(expression) = &indicator.dynamics {
        let at = |step| expression.notation(|input| layout.level(input, step));
        return Some(match material.projection.kind(ix) {
            LevelKind::Index => format!("({})/({})*100", at(step), at(0)),
            _ => at(step),
        });
    }
    if step <= material.projection.last_actual(ix) {
        return None;
    }
    let before = layout.level(ix, step - 1);
    let rate = layout.rate_from_afar(ix, step, false);
    Some(match (&indicator.dynamics, material.scenario.rates.get(ix)) {
        (_, Some(Rates::OutputGrowth { .. })) => {
            let all = layout.rate_from_afar(ix, step, true);
            format!("{before}*(1+{rate}/100)/(1+{all}/100)")
        }
        (Dynamics::Growth, _) => format!("{before}*(1+{rate}/100)"),
        (Dynamics::Decline, _) => format!("{before}*(1-{rate}/100)"),
        _ => format!("{before}+{rate}"),
    })
}

fn changes(page: &mut Page<'_>, layout: &Layout<'_>) -> Done {
    let title = say(layout.material.language, "sheet-annual-change");
    head(page, layout, layout.changes_heading, &title)?;
    for (row, line) in (layout.changes_heading + 1..).zip(layout.with_levels()) {
        match line {
            Line::Heading(name) => page.text(row, 0, name, &style::heading())?,
            Line::Indicator(ix, indicator) => changes_of(page, layout, ix, indicator)?,
        }
    }
    Ok(())
}

/// Percent, or points where points are what adds up.
fn changes_of(page: &mut Page<'_>, layout: &Layout<'_>, ix: IndicatorIx, indicator: &Indicator) -> Done {
    let material = layout.material;
    let row = layout.change_row(ix);
    page.name(row, indicator.name.get(material.language), layout.name_width)?;
    let is_compound = indicator.is_compound();
    let unit = if is_compound {
        "rate-percent"
    } else {
        "rate-points"
    };
    page.text(row, 1, &say(material.language, unit), &style::quiet())?;
    let format = style::of_changes(is_compound, material.language);
    for step in 1..=material.plan.steps() {
        let (before, after) = (layout.level(ix, step - 1), layout.level(ix, step));
        let formula = if is_compound {
            format!("({after}/{before}-1)*100")
        } else {
            format!("{after}-{before}")
        };
        let change = material.projection.annual_change(material.plan, ix, step);
        if let Some(change) = change.filter(|change| change.is_finite()) {
            page.formula(row, column(step), &formula, change, &format)?;
        }
    }
    Ok(())
}

/// What would meet each target in even steps: fixed figures, to compare with.
fn even_path(page: &mut Page<'_>, layout: &Layout<'_>) -> Done {
    let material = layout.material;
    let title = say(material.language, "sheet-even-path");
    head(page, layout, layout.even_heading, &title)?;
    let mut row = layout.even_heading + 1;
    let targeted = material
        .plan
        .iter()
        .filter(|(_, indicator)| !indicator.targets.is_empty());
    for (ix, indicator) in targeted {
        let Some(levels) = material.plan_path.levels(ix) else {
            continue;
        };
        name_and_unit(page, layout, row, ix, indicator)?;
        let format = style::figure(largest(levels));
        for (step, level) in levels.iter().enumerate() {
            page.figure(row, column(step), *level, &format)?;
        }
        row += 1;
    }
    Ok(())
}
