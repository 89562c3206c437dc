//! A spread proposed from the actuals of a lever.

use super::super::Document;
use crate::analysis::{NoProposal, SpreadProposal, propose_spread};
use crate::plan::IndicatorIx;
use crate::scenario::Spread;

/// So many digits of a proposed width are kept.
const DIGITS: i32 = 4;

impl Document {
    /// The spread that a lever's actuals suggest, its width in round figures.
    ///
    /// # Errors
    /// Why there is none.
    pub fn proposed_spread(&self, lever: IndicatorIx) -> Result<SpreadProposal, NoProposal> {
        let mut proposal = propose_spread(self.plan(), self.scenario(), self.projection(), lever)?;
        if let Spread::Normal { sd } = &mut proposal.uncertainty.spread {
            *sd = rounded(*sd);
        }
        Ok(proposal)
    }
}

/// A width above 0 with so many digits.
fn rounded(width: f64) -> f64 {
    let places = DIGITS - 1 - libm::floor(libm::log10(width)) as i32;
    let unit = libm::pow(10.0, f64::from(places));
    let found = (width * unit).round() / unit;
    if found > 0.0 && found.is_finite() {
        found
    } else {
        width
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_width_keeps_four_digits() {
        for (width, expected) in [(1.154_700_538, 1.155), (0.012_345_6, 0.012_35), (12.345_6, 12.35)] {
            assert!((rounded(width) - expected).abs() < 1e-12, "{width}");
        }
        assert!(rounded(1e-300) > 0.0);
    }
}
