//! Every target judged, as formulas over the trajectories.

mod counted;
mod judged;
mod rests_on;

use rust_xlsxwriter::{ConditionalFormatCell, ConditionalFormatCellRule, RowNum, XlsxError};

use super::layout::{DueTarget, FIRST_TARGET, GroupedLine, Layout, ScoreColumn, grouped_targets};
use super::page::{Done, MARKS, SheetPage, figure_in_words_to, quoted, width_for, words_around};
use super::style;
use crate::export::ExportInput;
use crate::model::Status;
use crate::plan::Form;
use crate::text::{Language, Message, numbers, say};
use crate::wording::{self, promise, would_be};
use judged::Judged;

/// The row of the table's head.
const HEAD: RowNum = FIRST_TARGET - 1;
/// Width of the column with what is promised, in characters.
const PROMISE_WIDTH: f64 = 24.0;

pub(super) fn fill(page: &mut SheetPage<'_>, layout: &Layout<'_>) -> Done {
    let input = layout.input;
    let language = input.language;
    let (plan, scenario) = (input.plan, input.scenario);
    let mut widths = vec![layout.name_width, PROMISE_WIDTH];
    widths.extend(layout.scores().map(|what| width(what, language)));
    page.widths(&widths)?;
    page.text(0, 0, scenario.name.get(language), &style::title())?;
    page.text(1, 0, plan.title.get(language), &style::subtitle())?;
    let width = widths.iter().sum::<f64>();
    let last_column = layout.score_column(ScoreColumn::Basis);
    page.paragraph(2, last_column, width, scenario.description.get(language))?;
    page.text(3, 0, &provenance(input), &style::quiet())?;
    let hint = say(language, "sheet-scorecard-input");
    page.text(6, 0, &hint, &style::changeable(style::name()))?;
    page.fit(6, [(&*hint, layout.name_width)])?;
    head(page, layout)?;
    page.sheet.set_freeze_panes(HEAD + 1, 1)?;
    let last = targets(page, layout)?;
    conditions(page, layout, last)?;
    counted::write(page, layout)?;
    page.printed(HEAD)
}

fn width(what: ScoreColumn, language: Language) -> f64 {
    match what {
        ScoreColumn::Figure | ScoreColumn::Upper => 16.0,
        ScoreColumn::Projected | ScoreColumn::Gap => 17.0,
        ScoreColumn::Progress => 11.0,
        ScoreColumn::Status => {
            let words = statuses().map(|(id, _)| say(language, id)).collect::<Vec<_>>();
            width_for(words.iter().map(AsRef::as_ref), 20.0, 36.0)
        }
        ScoreColumn::Binding => 12.0,
        ScoreColumn::Wording => 24.0,
        ScoreColumn::Year => 8.0,
        ScoreColumn::Level => 13.0,
        ScoreColumn::Goal => 14.0,
        ScoreColumn::Basis => 44.0,
    }
}

fn head(page: &mut SheetPage<'_>, layout: &Layout<'_>) -> Done {
    let language = layout.input.language;
    for (column, id) in [(0, "column-indicator"), (1, "column-target")] {
        page.text(HEAD, column, &say(language, id), &style::header())?;
    }
    let year = Message::new("column-last-level").with("year", layout.input.plan.end_year);
    for what in layout.scores() {
        let (name, format) = match what {
            ScoreColumn::Figure => (say(language, "column-target-value"), style::header_right()),
            ScoreColumn::Upper => (say(language, "column-target-upper"), style::header_right()),
            ScoreColumn::Projected => (say(language, "column-projected"), style::header_right()),
            ScoreColumn::Gap => (say(language, "column-gap"), style::header_right()),
            ScoreColumn::Progress => (say(language, "column-progress"), style::header_right()),
            ScoreColumn::Status => (say(language, "column-status"), style::header_centred()),
            ScoreColumn::Binding => (say(language, "column-binding"), style::header_beside_figures()),
            ScoreColumn::Wording => (say(language, "column-wording"), style::header_beside_figures()),
            ScoreColumn::Year => (say(language, "column-year"), style::header_right()),
            ScoreColumn::Level if layout.judges_other_years() => {
                (say(language, "sheet-progress-level"), style::header_right())
            }
            ScoreColumn::Level => (year.say(language).into(), style::header_right()),
            ScoreColumn::Goal => (say(language, "column-target-level"), style::header_right()),
            ScoreColumn::Basis => (say(language, "column-rests-on"), style::header_beside_figures()),
        };
        page.text(HEAD, layout.score_column(what), &name, &format)?;
    }
    // Two lines, because some of the heads are longer than the figures below them.
    page.sheet.set_row_height(HEAD, 32)?;
    Ok(())
}

/// What made the workbook, from what.
pub(super) fn provenance(input: &ExportInput<'_>) -> String {
    Message::new("export-provenance")
        .with("version", env!("CARGO_PKG_VERSION"))
        .with("plan", input.plan.id.as_str())
        .with("hash", input.sha256)
        .say(input.language)
}

/// A promise in words, with its figures from cells: the words follow when a figure is changed. `upper` is the upper limit
/// of a band.
pub(super) fn promise_formula(
    promised: &DueTarget<'_>,
    figure: &str,
    upper: &str,
    language: Language,
) -> String {
    if let Form::Between(low, high) = promised.target.form {
        let words = promise(promised.indicator, promised.target, language);
        let cells = [(low, figure), (high, upper)];
        let cells = cells.map(|(limit, cell)| (numbers::shortest(limit), cell.to_owned()));
        return with_cells(&words, &cells);
    }
    let size = promised.target.form.value().abs();
    let shown = numbers::shortest(size);
    // A fall is said in words, so that its figure has no sign.
    let [rise, fall] = [size, -size].map(|value| {
        let mut target = promised.target.clone();
        target.form = target.form.with_value(value);
        promise(promised.indicator, &target, language)
    });
    let of = |words: &str, cell: String| with_cells(words, &[(shown.clone(), cell)]);
    if rise == fall || size == 0.0 {
        let words = promise(promised.indicator, promised.target, language);
        return of(&words, figure.to_owned());
    }
    format!(
        "IF({figure}<0,{},{})",
        of(&fall, format!("-{figure}")),
        of(&rise, figure.to_owned())
    )
}

/// A formula for words in which the given figures, in their order, are cells; the words as they are where one of them is
/// not found.
fn with_cells(words: &str, figures: &[(String, String)]) -> String {
    let mut marked = String::new();
    let mut rest = words;
    for ((shown, _), mark) in figures.iter().zip(MARKS) {
        let Some((before, after)) = rest.split_once(shown.as_str()) else {
            return quoted(words);
        };
        marked += before;
        marked += mark;
        rest = after;
    }
    marked += rest;
    // As many as the program shows of small figures.
    let decimals = |shown: &str| shown.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let cells: Vec<String> = figures
        .iter()
        .map(|(shown, cell)| figure_in_words_to(cell, decimals(shown).max(numbers::MOST_DECIMALS)))
        .collect();
    words_around(&marked, MARKS.into_iter().zip(cells.iter().map(String::as_str)))
}

/// Gives back the last row.
fn targets(page: &mut SheetPage<'_>, layout: &Layout<'_>) -> Result<RowNum, XlsxError> {
    let input = layout.input;
    let mut last = HEAD;
    for line in grouped_targets(input) {
        let ix = match line {
            GroupedLine::Heading(name) => {
                last += 1;
                page.text(last, 0, name, &style::heading())?;
                continue;
            }
            GroupedLine::Indicator(ix, _) => ix,
        };
        for (at, _) in input.plan.targets_of(ix) {
            last = layout.target_row(at);
            if let Some(assessment) = input.evaluation.assessment(at) {
                let judged = Judged {
                    layout,
                    promised: layout.promised(at),
                    assessment,
                    row: last,
                };
                judged.write(page)?;
            }
        }
    }
    Ok(last)
}

/// The words of a status, and the colour of each.
fn statuses() -> impl Iterator<Item = (&'static str, Status)> {
    let coloured = [
        Status::Met,
        Status::Close,
        Status::Missed,
        Status::WrongDirection,
        Status::Unknown,
    ]
    .into_iter()
    .flat_map(|status| [(wording::status(status), status), (would_be(status), status)]);
    let others = [
        ("status-on-line", Status::Close),
        ("status-would-be-on-line", Status::Close),
        ("status-assumed", Status::Unknown),
        ("status-impossible", Status::Missed),
    ];
    coloured.chain(others)
}

/// Colours that follow the words.
fn conditions(page: &mut SheetPage<'_>, layout: &Layout<'_>, last: RowNum) -> Done {
    let place = layout.score_column(ScoreColumn::Status);
    for (id, status) in statuses() {
        let word = say(layout.input.language, id).into_owned();
        let condition = ConditionalFormatCell::new()
            .set_rule(ConditionalFormatCellRule::EqualTo(word))
            .set_format(style::status(status));
        page.sheet
            .add_conditional_format(HEAD + 1, place, last.max(HEAD + 1), place, &condition)?;
    }
    Ok(())
}
