//! User choices about a table: answers to questions, and settings that pre-empt them.

use serde::{Deserialize, Serialize};

use std::collections::{BTreeMap, BTreeSet};

use super::FigureKind;
use super::number::Decimal;
use crate::plan::IndicatorIx;
use crate::scenario::ByIndicator;

/// How to read signs of figures that are, or may be, falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum SignRule {
    /// As written: −3.49 is a fall, 3.49 a rise.
    AsWritten,
    /// Sizes of falls: 3.49 is a fall, −3.49 a rise.
    Falls,
}

/// Settings before or after a preview.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// Indicator and year of the first cell, for a table without names or years. Further rows are the plan's next
    /// levers, further columns the next years.
    pub anchor: Option<(IndicatorIx, i32)>,
    /// Kind of an indicator's figures, overriding the table.
    pub kinds: ByIndicator<FigureKind>,
    /// Default kind where neither `kinds` nor the table decides; without it, the best fit.
    pub usual: ByIndicator<FigureKind>,
    /// Indicator of a line ([`super::PreviewLine::line`]), overriding its name; `None` skips it.
    pub subjects: BTreeMap<usize, Option<IndicatorIx>>,
    /// Decimal separator.
    pub decimal: Option<Decimal>,
    /// Sign reading for every series that asks.
    pub sign: Option<SignRule>,
    /// Sign reading of one series ([`super::PreviewLine::series`]).
    pub signs: BTreeMap<usize, SignRule>,
    /// Kind of one series.
    pub read_as: BTreeMap<usize, FigureKind>,
    /// Whether a series holds fractions: 0.492 for 49.2 %.
    pub fractions: BTreeMap<usize, bool>,
    /// Unit of one series, overriding the table.
    pub units: BTreeMap<usize, String>,
    /// Series skipped in favour of another.
    pub left_out: BTreeSet<usize>,
    /// Label filter: heading and value, for tables with several regions or scenarios.
    pub only: BTreeMap<String, String>,
    /// Whether to read figures despite a text around them.
    pub despite: BTreeMap<String, bool>,
    /// Sheet name, which may describe the figures.
    pub sheet: Option<String>,
    /// Whether to include hidden rows and columns.
    pub takes_hidden: bool,
    /// Whether the target scenario is still unknown, so that it may supply a base value.
    pub lacks_scenario: bool,
}

/// An answer to a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// Decimal separator.
    Decimal(Decimal),
    /// Sign reading of a series.
    Sign(usize, SignRule),
    /// Kind of a series.
    ReadAs(usize, FigureKind),
    /// Whether a series holds fractions.
    Fractions(usize, bool),
    /// Unit of a series.
    Unit(usize, String),
    /// Use this series, skip those.
    Take(usize, Vec<usize>),
    /// Skip a series.
    LeaveOut(usize),
    /// Indicator of a line; `None` skips it.
    About(usize, Option<IndicatorIx>),
    /// Only records with this value under this heading.
    Only(String, String),
    /// Whether to read figures despite a text.
    Despite(String, bool),
}

impl Options {
    /// Applies an answer.
    pub fn settle(&mut self, choice: Choice) {
        match choice {
            Choice::Decimal(decimal) => self.decimal = Some(decimal),
            Choice::Sign(series, sign) => {
                self.signs.insert(series, sign);
            }
            Choice::ReadAs(series, kind) => {
                self.read_as.insert(series, kind);
            }
            Choice::Fractions(series, are) => {
                self.fractions.insert(series, are);
            }
            Choice::Unit(series, unit) => {
                self.units.insert(series, unit);
            }
            Choice::Take(series, others) => {
                self.left_out.extend(others);
                self.left_out.remove(&series);
            }
            Choice::LeaveOut(series) => {
                self.left_out.insert(series);
            }
            Choice::About(line, about) => {
                self.subjects.insert(line, about);
            }
            Choice::Only(heading, value) => {
                self.only.insert(heading, value);
            }
            Choice::Despite(text, are_taken) => {
                self.despite.insert(text, are_taken);
            }
        }
    }

    /// Drops choices about a sheet's lines, for another sheet.
    #[must_use]
    pub fn for_another_sheet(&self) -> Self {
        Self {
            anchor: self.anchor,
            usual: self.usual.clone(),
            takes_hidden: self.takes_hidden,
            lacks_scenario: self.lacks_scenario,
            ..Self::default()
        }
    }
}
