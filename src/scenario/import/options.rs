//! What a person settles about a table: the answers to its questions, and what the table need not be asked.

use serde::{Deserialize, Serialize};

use std::collections::{BTreeMap, BTreeSet};

use super::Kind;
use super::number::Decimal;
use crate::plan::IndicatorIx;
use crate::scenario::ByIndicator;

/// How the signs of figures are read that a name calls falls, or that might be falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Sign {
    /// As they stand: −3.49 is a fall, 3.49 a rise.
    AsWritten,
    /// As the sizes of falls: 3.49 is a fall, −3.49 a rise.
    Falls,
}

/// What a person may settle before or after looking at a preview.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// The indicator and year of the first cell, for a table that does not name them: the next rows are the plan's next
    /// levers, the next columns the next years.
    pub anchor: Option<(IndicatorIx, i32)>,
    /// As what an indicator's figures are read, whatever the table says.
    pub kinds: ByIndicator<Kind>,
    /// As what an indicator's figures are read where neither `kinds` nor the table says; without it, as what they look
    /// like.
    pub usual: ByIndicator<Kind>,
    /// What a line ([`super::PreviewLine::line`]) is about, whatever name it has; none: leave it out.
    pub subjects: BTreeMap<usize, Option<IndicatorIx>>,
    /// The sign before decimals.
    pub decimal: Option<Decimal>,
    /// How signs are read in every series that asks.
    pub sign: Option<Sign>,
    /// How signs are read in one series ([`super::PreviewLine::series`]).
    pub signs: BTreeMap<usize, Sign>,
    /// As what one series is read.
    pub read_as: BTreeMap<usize, Kind>,
    /// Whether the figures of one series are fractions of which each is a hundredth: 0.492 for 49.2 %.
    pub fractions: BTreeMap<usize, bool>,
    /// The unit of one series, whatever the table says.
    pub units: BTreeMap<usize, String>,
    /// Series that are left out, because another has the same figures.
    pub left_out: BTreeSet<usize>,
    /// Of the records of several regions, scenarios and the like, those that are taken: heading and value.
    pub only: BTreeMap<String, String>,
    /// Whether figures are taken in spite of a text around them.
    pub despite: BTreeMap<String, bool>,
    /// The name of the sheet that the table stands on, which may speak of its figures.
    pub sheet: Option<String>,
    /// Whether hidden rows and columns are taken too.
    pub takes_hidden: bool,
    /// Whether it is not known yet which scenario figures are for, so that a base value may still come with it.
    pub lacks_scenario: bool,
}

/// An answer to a question.
#[derive(Clone, Debug, PartialEq)]
pub enum Choice {
    /// Decimals stand behind this sign.
    Decimal(Decimal),
    /// The signs of a series are read so.
    Sign(usize, Sign),
    /// A series is read as this.
    ReadAs(usize, Kind),
    /// The figures of a series are fractions, or are not.
    Fractions(usize, bool),
    /// The figures of a series are in this unit.
    Unit(usize, String),
    /// This series is taken, those left out.
    Take(usize, Vec<usize>),
    /// A series is left out.
    LeaveOut(usize),
    /// A line is about this indicator, or is left out.
    About(usize, Option<IndicatorIx>),
    /// Only records with this value below this heading are taken.
    Only(String, String),
    /// The figures that a text makes doubtful are taken in spite of it, or are left out.
    Despite(String, bool),
}

impl Options {
    /// Settles what a question asked.
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

    /// Forgets what was settled about one sheet's lines, for another sheet.
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
