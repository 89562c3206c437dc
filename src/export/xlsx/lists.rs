//! What the figures stand on: actuals as published, definitions, sources, notes.

use rust_xlsxwriter::RowNum;

use super::layout::{Layout, Line, grouped};
use super::page::{Done, Page};
use super::style;
use crate::figure::{unit, wording};
use crate::plan::{Dynamics, Indicator, IndicatorIx};
use crate::scenario::Actual;
use crate::text::{Message, say};

pub(super) fn actuals(page: &mut Page<'_>, layout: &Layout<'_>) -> Done {
    let material = layout.material;
    let language = material.language;
    page.text(0, 0, &layout.names.actuals, &style::title())?;
    let head = [
        "column-indicator",
        "column-year",
        "column-kind",
        "column-figure",
        "column-unit",
        "column-level",
        "column-unit",
        "column-source",
        "column-scope",
        "column-confidence",
    ]
    .map(|id| say(language, id));
    page.header(2, &head.each_ref().map(AsRef::as_ref), 3)?;
    for column in [4, 6, 7, 8, 9] {
        page.text(
            2,
            column,
            &head[usize::from(column)],
            &style::header_beside_figures(),
        )?;
    }
    page.sheet.set_freeze_panes(3, 1)?;
    page.widths(&[layout.name_width, 8.0, 30.0, 16.0, 22.0, 12.0, 30.0])?;
    for (column, width) in (7..).zip(SERIES_WIDTHS) {
        page.sheet.set_column_width(column, width)?;
    }
    if material.scenario.actuals.is_empty() {
        page.text(3, 0, &say(language, "sheet-no-actuals"), &style::quiet())?;
        return page.printed(2);
    }
    let mut row: RowNum = 3;
    for (ix, entries) in material.scenario.actuals.iter() {
        let indicator = material.plan.get(ix);
        let basis = material.projection.kind(ix);
        let levels = material.projection.levels(ix).unwrap_or_default();
        let format = style::figure(super::trajectories::largest(levels));
        for entry in entries {
            let unit = unit(material.plan, indicator, basis, language);
            let (kind, own_unit) = published(entry.figure, indicator);
            let in_words = |id| {
                Message::new(id)
                    .with("year", material.plan.base_year)
                    .say(language)
            };
            let own_unit = own_unit.map_or_else(|| unit.clone().into_owned(), in_words);
            page.text(row, 0, indicator.name.get(language), &style::name())?;
            page.figure(row, 1, f64::from(entry.year), &style::year())?;
            page.text(row, 2, &in_words(kind), &style::name())?;
            let as_published = match entry.figure {
                Actual::Level(_) => style::two_decimals(),
                Actual::AnnualChange(_) | Actual::CumulativeChange(_) => {
                    style::of_changes(indicator.is_compound(), language)
                }
            };
            page.figure(row, 3, entry.figure.value(), &as_published)?;
            page.text(row, 4, &own_unit, &style::quiet().set_indent(1))?;
            let step = usize::try_from(entry.year - material.plan.base_year).unwrap_or(0);
            if let Some(level) = levels.get(step) {
                page.formula(row, 5, &layout.level_from_afar(ix, step), *level, &format)?;
            }
            page.text(row, 6, &unit, &style::quiet().set_indent(1))?;
            series(page, layout, row, ix)?;
            row += 1;
        }
    }
    page.printed(2)
}

/// Widths of the columns for source, scope and confidence of a series, in characters.
const SERIES_WIDTHS: [f64; 3] = [36.0, 26.0, 12.0];

/// Source, scope and confidence beside a figure, in a row as high as these and its name need.
fn series(page: &mut Page<'_>, layout: &Layout<'_>, row: RowNum, ix: IndicatorIx) -> Done {
    let (scenario, language) = (layout.material.scenario, layout.material.language);
    let info = scenario.series.get(ix);
    let confidence = info.and_then(|info| info.confidence);
    let confidence = confidence.map_or_else(String::new, |confidence| {
        say(language, confidence.message()).into_owned()
    });
    let texts = [
        info.map_or("", |info| info.source.get(language)),
        info.map_or("", |info| info.scope.get(language)),
        confidence.as_str(),
    ];
    for (column, text) in (7..).zip(texts) {
        page.text(row, column, text, &style::beside_figures())?;
    }
    let name = layout.material.plan.get(ix).name.get(language);
    let beside = texts.into_iter().zip(SERIES_WIDTHS);
    page.fit(row, std::iter::once((name, layout.name_width)).chain(beside))
}

/// How a figure was published, and the id of its unit where that is not the unit of levels.
const fn published(figure: Actual, indicator: &Indicator) -> (&'static str, Option<&'static str>) {
    let in_percent = indicator.is_compound();
    match figure {
        Actual::Level(_) => ("actual-kind-level", None),
        Actual::AnnualChange(_) if in_percent => ("actual-kind-annual", Some("rate-percent")),
        Actual::AnnualChange(_) => ("actual-kind-annual", Some("rate-points")),
        Actual::CumulativeChange(_) if in_percent => ("actual-kind-cumulative", Some("unit-percent-since")),
        Actual::CumulativeChange(_) => ("actual-kind-cumulative", Some("unit-points")),
    }
}

/// Widths of the columns for name, dynamics, scope, definition, wording, source and note, in characters.
const SOURCE_WIDTHS: [f64; 7] = [30.0, 26.0, 24.0, 60.0, 20.0, 26.0, 60.0];

pub(super) fn sources(page: &mut Page<'_>, layout: &Layout<'_>) -> Done {
    let material = layout.material;
    let language = material.language;
    page.text(0, 0, &layout.names.sources, &style::title())?;
    page.text(1, 0, material.plan.title.get(language), &style::subtitle())?;
    page.text(2, 0, material.plan.source.get(language), &style::quiet())?;
    let head = [
        "column-indicator",
        "column-dynamics",
        "column-scope",
        "column-definition",
        "column-wording",
        "column-source",
        "lever-note-heading",
    ]
    .map(|id| say(language, id));
    page.header(4, &head.each_ref().map(AsRef::as_ref), 7)?;
    page.sheet.set_freeze_panes(5, 1)?;
    page.widths(&SOURCE_WIDTHS)?;
    for (row, line) in (5..).zip(grouped(material, |_, _| true)) {
        match line {
            Line::Heading(name) => page.text(row, 0, name, &style::heading())?,
            Line::Indicator(ix, indicator) => source(page, layout, row, ix, indicator)?,
        }
    }
    page.printed(4)
}

fn source(
    page: &mut Page<'_>,
    layout: &Layout<'_>,
    row: RowNum,
    ix: IndicatorIx,
    indicator: &Indicator,
) -> Done {
    let language = layout.material.language;
    let definition = indicator.definition.as_ref().map_or("", |d| d.get(language));
    let target = indicator.targets.first();
    let wording = target.map(|target| wording(indicator, target, language));
    let note = layout.material.scenario.notes.get(ix);
    let dynamics = dynamics(layout, indicator);
    let texts = [
        indicator.name.get(language),
        &dynamics,
        indicator.scope.get(language),
        definition,
        wording.as_deref().unwrap_or_default(),
        indicator.source.get(language),
        note.map_or("", |note| note.get(language)),
    ];
    for (column, text) in (0..).zip(texts) {
        page.text(row, column, text, &style::prose())?;
    }
    page.fit(row, texts.into_iter().zip(SOURCE_WIDTHS))
}

/// How an indicator moves; an identity with the names of its inputs.
fn dynamics(layout: &Layout<'_>, indicator: &Indicator) -> String {
    let material = layout.material;
    let id = match &indicator.dynamics {
        Dynamics::Growth => "dynamics-growth",
        Dynamics::Decline => "dynamics-decline",
        Dynamics::Additive => "dynamics-additive",
        Dynamics::Concentration => "dynamics-concentration",
        Dynamics::Derived(expression) => {
            let name = |ix| material.plan.get(ix).name.get(material.language).to_owned();
            return Message::new("dynamics-derived")
                .with("expression", expression.notation(name))
                .say(material.language);
        }
    };
    say(material.language, id).into_owned()
}
