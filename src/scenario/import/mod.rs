//! Importing actuals from foreign tables: a preview of what each cell would become, before anything changes.
//!
//! No files and no window: a [`Grid`] in, a [`Preview`] out. [`crate::file`] turns pasted text, CSV and workbooks into
//! grids. A table is read in four steps: where its figures are (`layout`), which indicator a name means (`names`),
//! what names, headings and units say about the figures (`saying`), and what the figures are (`judge`). Nothing is
//! guessed: if two readings remain, a [`Question`] is asked, with the figures that each answer gives.

mod address;
mod around;
mod bases;
mod changes;
mod clauses;
mod decimals;
mod direction;
mod entry;
mod fit;
mod heads;
mod judge;
mod kind;
mod layout;
mod marks;
mod months;
mod names;
mod number;
mod options;
mod period;
mod plain;
mod preview;
mod question;
mod reader;
mod saying;
mod scopes;
mod sheets;
mod transform;
mod unit;
mod when;
mod words;
mod year;

use super::Scenario;
use crate::file::{Failure, Grid};
use crate::plan::{Indicator, Plan};
pub use address::{cell_name, column_name};
use decimals::DecimalSigns;
pub use entry::typed;
pub use kind::FigureKind;
use names::Names;
pub use number::Decimal;
pub use options::{Choice, Options, SignRule};
pub(crate) use preview::merged;
pub use preview::{CellContent, Note, Preview, PreviewCell, PreviewLine};
pub use question::{AnswerOption, Question, Topic};
use reader::Reader;
pub use sheets::{Look, look, look_at};

/// Previews what each cell would become in a scenario of the plan.
///
/// # Errors
/// [`Failure::Other`] if the table names no indicators or years and there is no anchor, or has too many unknown names.
pub fn preview(plan: &Plan, scenario: &Scenario, grid: &Grid, options: &Options) -> Result<Preview, Failure> {
    preview_with(&Names::new(plan), scenario, grid, options)
}

/// As [`preview`], with the plan's names shared between tables.
fn preview_with(
    names: &Names<'_>,
    scenario: &Scenario,
    grid: &Grid,
    options: &Options,
) -> Result<Preview, Failure> {
    let signs = DecimalSigns::of(grid);
    let read_with = |decimal, options: &Options| {
        let found = layout::find(names, grid, decimal, options);
        if let Some(overrun) = names.overrun() {
            return Err(overrun);
        }
        Ok(Reader::new(names, scenario, options, grid, decimal, found?).preview())
    };
    let read = |decimal| read_with(decimal, options);
    let usual = options.decimal.unwrap_or_else(|| signs.usual(grid.separator()));
    if let Some(answered) = answered_for_all(options, |options| read_with(usual, options)) {
        return preview_with(names, scenario, grid, &answered);
    }
    let mut first: Preview = read(usual)?;
    if options.decimal.is_none() && signs.is_open(grid.separator()) {
        let other = match usual {
            Decimal::Point => Decimal::Comma,
            Decimal::Comma => Decimal::Point,
        };
        let second = read(other).unwrap_or_default();
        if signs.is_mixed() || second.fits_better_than(&first) {
            first.ask_for_decimal([(usual, None), (other, Some(&second))]);
        }
    }
    show_answers(&mut first, options, |options| {
        let found = layout::find(names, grid, usual, options)?;
        Ok(Reader::new(names, scenario, options, grid, usual, found).preview())
    });
    // The reader also counts unknown names.
    names.overrun().map_or(Ok(first), Err)
}

/// Expands the answer for all series that ask about signs into one per series; `None` if none asks.
fn answered_for_all(
    options: &Options,
    read: impl Fn(&Options) -> Result<Preview, Failure>,
) -> Option<Options> {
    let sign = options.sign?;
    let mut answered = Options {
        sign: None,
        ..options.clone()
    };
    let asked = read(&answered).ok()?.questions.into_iter();
    let series = asked.filter_map(|question| question.series.filter(|_| question.topic == Topic::Sign));
    let asking: Vec<usize> = series.collect();
    answered.signs.extend(asking.iter().map(|series| (*series, sign)));
    (!asking.is_empty()).then_some(answered)
}

/// Whether a text is a known unit or the unit of one of the plan's indicators.
#[must_use]
pub fn is_unit(plan: &Plan, text: &str) -> bool {
    let is_own = |indicator: &Indicator| {
        let mut own = indicator.unit.texts();
        own.any(|own| plain::compact(own) == plain::compact(text))
    };
    unit::Unit::parse(text).is_some() || text == PREVIOUS_100 || plan.indicators.iter().any(is_own)
}

/// In place of a unit, for an index with the previous year at 100.
const PREVIOUS_100: &str = "上年=100";

/// Beyond this many answers, or in large tables, the effect of an answer is not previewed.
const SHOWN_ANSWERS: usize = 12;
const SHOWN_CELLS: usize = 20_000;

/// Previews each answer to questions on records, columns and doubtful texts by rereading the table with it, because
/// skipped figures affect others.
fn show_answers(first: &mut Preview, options: &Options, read: impl Fn(&Options) -> Result<Preview, Failure>) {
    if first.cells.len() > SHOWN_CELLS {
        return;
    }
    let mut questions = std::mem::take(&mut first.questions);
    for question in &mut questions {
        // For a choice of columns, show only what it decides.
        let about = match question.topic {
            Topic::Only | Topic::Despite => None,
            Topic::Take => first.indicator_of(question.series),
            _ => continue,
        };
        for answer in question.answers.iter_mut().take(SHOWN_ANSWERS) {
            let mut options = options.clone();
            options.settle(answer.choice.clone());
            if let Ok(found) = read(&options) {
                let taken = found.accepted();
                answer.figures = taken
                    .filter(|(ix, _)| about.is_none_or(|about| about == *ix))
                    .collect();
            }
        }
    }
    first.questions = questions;
}
