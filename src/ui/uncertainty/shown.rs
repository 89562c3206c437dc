//! What every part of a row of the Uncertainty screen reads.

use crate::figure::{Density, NORMAL_REACH};
use crate::scenario::{Spread, Uncertainty};
use crate::session::{Command, Phase, UncertaintyCommand};
use crate::ui::levers::{Lever, lever_decimals};
use crate::wording::spread_in_full;

/// An uncertain rate as a row shows it.
pub(super) struct SpreadRow<'a> {
    pub lever: Lever<'a>,
    pub uncertainty: Uncertainty,
    pub density: Density,
}

impl SpreadRow<'_> {
    /// The rate that the spread is around.
    pub fn rate(&self) -> f64 {
        self.lever.setting.rate
    }

    /// One step of a width, as typed.
    pub fn step(&self) -> f64 {
        if lever_decimals(self.lever.indicator) > 2 {
            0.001
        } else {
            0.01
        }
    }

    /// How far the end of the curve moves with one step of the width.
    pub const fn reach(&self) -> f64 {
        match self.uncertainty.spread {
            Spread::Normal { .. } => NORMAL_REACH,
            _ => 1.0,
        }
    }

    pub fn set(&self, uncertainty: Uncertainty, phase: Phase) -> Command {
        Command::Uncertainty(UncertaintyCommand::Set {
            lever: self.lever.ix,
            uncertainty,
            phase,
        })
    }

    /// Everything in a sentence.
    pub fn in_words(&self) -> String {
        spread_in_full(
            self.lever.indicator,
            self.rate(),
            self.uncertainty,
            self.density.within,
            self.lever.decimals(),
            self.lever.language,
        )
    }
}
