//! Definitions, sources, notes and annotations.

use rust_xlsxwriter::RowNum;

use super::layout::{GroupedLine, Layout, grouped};
use super::page::{Done, LONGEST_TEXT, SheetPage};
use super::style;
use crate::plan::{Dynamics, Indicator, IndicatorIx};
use crate::text::{Message, say};
use crate::wording::chart::of_year;
use crate::wording::printed;

/// Widths of the columns for name, dynamics, scope, definition, wording, source, note and annotations, in characters.
const SOURCE_WIDTHS: [f64; 8] = [30.0, 26.0, 24.0, 60.0, 20.0, 26.0, 60.0, 40.0];
/// The column of sources.
const SOURCE: usize = 5;

pub(super) fn fill(page: &mut SheetPage<'_>, layout: &Layout<'_>) -> Done {
    let input = layout.input;
    let language = input.language;
    page.text(0, 0, &layout.names.sources, &style::title())?;
    page.text(1, 0, input.plan.title.get(language), &style::subtitle())?;
    let published = (input.plan.source.get(language), input.plan.url.as_ref());
    page.linked(2, 0, published, &style::quiet())?;
    let head = [
        "column-indicator",
        "column-dynamics",
        "column-scope",
        "column-definition",
        "column-wording",
        "column-source",
        "lever-note-heading",
        "column-annotations",
    ]
    .map(|id| say(language, id));
    page.header(4, &head.each_ref().map(AsRef::as_ref), 8)?;
    page.sheet.set_freeze_panes(5, 1)?;
    page.widths(&SOURCE_WIDTHS)?;
    for (row, line) in (5..).zip(grouped(input, |_, _| true)) {
        match line {
            GroupedLine::Heading(name) => page.text(row, 0, name, &style::heading())?,
            GroupedLine::Indicator(ix, indicator) => source(page, layout, row, ix, indicator)?,
        }
    }
    page.printed(4)
}

fn source(
    page: &mut SheetPage<'_>,
    layout: &Layout<'_>,
    row: RowNum,
    ix: IndicatorIx,
    indicator: &Indicator,
) -> Done {
    let language = layout.input.language;
    let definition = indicator.definition.as_ref().map_or("", |d| d.get(language));
    let wordings: Vec<_> = indicator
        .targets
        .iter()
        .filter_map(|target| printed(target, language))
        .collect();
    let wording = wordings.join("; ");
    let note = layout.input.scenario.notes.get(ix);
    let dynamics = dynamics(layout, indicator);
    let own = layout.input.scenario.annotations.of(ix);
    let own = own
        .iter()
        .map(|one| of_year(one.year, one.text.get(language), language));
    let annotations = own.collect::<Vec<_>>().join("\n");
    let texts = [
        indicator.name.get(language),
        &dynamics,
        indicator.scope.get(language),
        definition,
        &wording,
        indicator.source.get(language),
        note.map_or("", |note| note.get(language)),
        &annotations,
    ];
    for (column, text) in (0..).zip(texts) {
        let link = indicator.url.as_ref().filter(|_| usize::from(column) == SOURCE);
        page.linked(row, column, (text, link), &style::prose())?;
    }
    page.fit(row, texts.into_iter().zip(SOURCE_WIDTHS))
}

/// How an indicator moves; an identity with the names of its inputs.
fn dynamics(layout: &Layout<'_>, indicator: &Indicator) -> String {
    let input = layout.input;
    let id = match &indicator.dynamics {
        Dynamics::Growth => "dynamics-growth",
        Dynamics::Decline => "dynamics-decline",
        Dynamics::Additive => "dynamics-additive",
        Dynamics::Concentration => "dynamics-concentration",
        Dynamics::Derived(expression) => {
            let name = |ix| input.plan.get(ix).name.get(input.language).to_owned();
            // With names it may be longer than a cell takes, and than anybody reads; as the plan has it, it is cut.
            let notation = expression.notation(LONGEST_TEXT, name);
            return Message::new("dynamics-derived")
                .with(
                    "expression",
                    notation.unwrap_or_else(|| expression.text().to_owned()),
                )
                .say(input.language);
        }
    };
    say(input.language, id).into_owned()
}
