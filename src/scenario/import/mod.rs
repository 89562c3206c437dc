//! Actuals from tables that others made: what each cell would become, cell by cell, before anything is changed.
//!
//! No files and no window: a [`Grid`] in, a [`Preview`] out. [`crate::file`] turns pasted text, CSV and workbooks into
//! grids. What a table says is read in four steps: where it has its figures (`layout`), which indicator a name means
//! (`names`), what names, headings and units say of the figures (`saying`), and what the figures are then
//! (`judge`). Where two readings are left, the table is not guessed at: a [`Question`] is asked, with the figures that
//! each answer gives.

mod address;
mod around;
mod bases;
mod changes;
mod entry;
mod fit;
mod judge;
mod kind;
mod layout;
mod marks;
mod names;
mod number;
mod options;
mod plain;
mod preview;
mod question;
mod reader;
mod saying;
mod sheets;
mod transform;
mod unit;
mod words;
mod year;

use super::Scenario;
use crate::file::{Failure, Grid, GridCell};
use crate::plan::{Indicator, Plan};
pub use address::{cell_name, column_name};
pub use entry::typed;
pub use kind::Kind;
use names::Names;
pub use number::Decimal;
use number::Evidence;
pub use options::{Choice, Options, Sign};
pub(crate) use preview::merged;
pub use preview::{Content, Note, Preview, PreviewCell, PreviewLine};
pub use question::{Answer, Question, Topic};
use reader::Reader;
pub use sheets::{Look, look, look_at};

/// Says of each cell what it would become in a scenario of the plan. Changes nothing.
///
/// # Errors
/// [`Failure::Other`] where the table names neither indicators nor years and no anchor says which they are, and where more
/// texts than tables have name nothing.
pub fn preview(plan: &Plan, scenario: &Scenario, grid: &Grid, options: &Options) -> Result<Preview, Failure> {
    preview_with(&Names::new(plan), scenario, grid, options)
}

/// As [`preview`], with the plan's names, which several tables may share.
fn preview_with(
    names: &Names<'_>,
    scenario: &Scenario,
    grid: &Grid,
    options: &Options,
) -> Result<Preview, Failure> {
    let signs = DecimalSigns::of(grid);
    let read = |decimal| {
        let found = layout::find(names, grid, decimal, options);
        if let Some(overrun) = names.overrun() {
            return Err(overrun);
        }
        Ok(Reader::new(names, scenario, options, grid, decimal, found?).preview())
    };
    let usual = options.decimal.unwrap_or_else(|| signs.usual(grid.separator()));
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
    // The reader looks at names as well.
    names.overrun().map_or(Ok(first), Err)
}

/// Whether a text is a unit that is known, or the one in which an indicator of the plan is counted.
#[must_use]
pub fn is_unit(plan: &Plan, text: &str) -> bool {
    let is_own = |indicator: &Indicator| {
        let mut own = indicator.unit.texts();
        own.any(|own| plain::compact(own) == plain::compact(text))
    };
    unit::Unit::parse(text).is_some() || plan.indicators.iter().any(is_own)
}

/// Answers beyond these, and tables with more cells, are not read once more for what an answer would give.
const SHOWN_ANSWERS: usize = 12;
const SHOWN_CELLS: usize = 20_000;

/// What each answer gives to the questions whose records are meant, and whether figures are taken in spite of a text.
fn show_answers(first: &mut Preview, options: &Options, read: impl Fn(&Options) -> Result<Preview, Failure>) {
    if first.cells.len() > SHOWN_CELLS {
        return;
    }
    let mut questions = std::mem::take(&mut first.questions);
    for question in questions
        .iter_mut()
        .filter(|question| matches!(question.topic, Topic::Only | Topic::Despite))
    {
        for answer in question.answers.iter_mut().take(SHOWN_ANSWERS) {
            let mut options = options.clone();
            options.settle(answer.choice.clone());
            if let Ok(found) = read(&options) {
                answer.figures = found.accepted().collect();
            }
        }
    }
    first.questions = questions;
}

/// What the numbers of a table tell of the sign before their decimals.
#[derive(Clone, Copy, Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "what was seen, each by itself")]
struct DecimalSigns {
    points: bool,
    commas: bool,
    /// Numbers such as 17,664 and such as 17.664, which might be either.
    open_commas: bool,
    open_points: bool,
}

/// Cells that are looked at for the sign before decimals.
const LOOK_AT: usize = 50_000;

impl DecimalSigns {
    fn of(grid: &Grid) -> Self {
        let mut signs = Self::default();
        let cells = (0..grid.height()).flat_map(|row| grid.row(row));
        for cell in cells.take(LOOK_AT) {
            let GridCell::Text(text) = cell else { continue };
            match number::evidence(text) {
                Some(Evidence::Only(Decimal::Point)) => signs.points = true,
                Some(Evidence::Only(Decimal::Comma)) => signs.commas = true,
                Some(Evidence::Either) if text.contains([',', '，']) => signs.open_commas = true,
                Some(Evidence::Either) => signs.open_points = true,
                None => {}
            }
        }
        signs
    }

    const fn is_open_either_way(self) -> bool {
        self.open_commas || self.open_points
    }

    /// Whether some numbers speak for one sign, some for the other.
    const fn is_mixed(self) -> bool {
        self.points && self.commas && self.is_open_either_way()
    }

    /// Semicolons part the cells of a text where commas are inside numbers.
    fn usual(self, separator: Option<char>) -> Decimal {
        let by_separator = separator == Some(';') && self.open_commas && !self.open_points;
        if !self.points && (self.commas || by_separator) {
            Decimal::Comma
        } else {
            Decimal::Point
        }
    }

    /// Whether figures such as 17,664 can be read in two ways, and nothing tells in which.
    fn is_open(self, separator: Option<char>) -> bool {
        let is_by_separator = separator == Some(';') && self.open_commas && !self.open_points;
        let is_told = self.points != self.commas || (is_by_separator && !self.points);
        self.is_open_either_way() && !is_told
    }
}
