//! How likely a target is met, as it stands beside the target on every screen.

use super::super::Session;
use crate::analysis::ensemble::Likelihood;
use crate::plan::TargetIx;
use crate::text::{Language, Message};
use crate::wording::{ChanceBasis, chance, chance_told};

/// How likely a target is met, and which draws say so.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TargetOdds {
    /// The share of draws, with its standard error.
    pub likelihood: Likelihood,
    /// How many draws.
    pub size: u64,
    /// Whether they are as many as chosen, of the scenario as it is.
    pub basis: ChanceBasis,
}

impl TargetOdds {
    /// Whether nothing more is drawn for it.
    #[must_use]
    pub fn is_settled(&self) -> bool {
        self.basis == ChanceBasis::Settled
    }

    /// On a chart, beside the target: "P 33.2 %".
    #[must_use]
    pub fn mark(&self, language: Language) -> String {
        self.put_in("likely-mark", language)
    }

    /// In a list, where Chinese has room for the word.
    #[must_use]
    pub fn in_brief(&self, language: Language) -> String {
        self.put_in("likely-row", language)
    }

    /// With its standard error, as a sentence.
    #[must_use]
    pub fn told(&self, language: Language) -> String {
        chance_told(self.likelihood, self.size, self.basis, language)
    }

    fn put_in(&self, id: &'static str, language: Language) -> String {
        Message::new(id)
            .with("share", chance(self.likelihood, language))
            .say(language)
    }
}

impl Session {
    /// How likely a target is met, once rates are uncertain: on cards, in the list of targets and on Track. Nothing for a
    /// target that draws do not reach, or that is assumed.
    #[must_use]
    pub fn chance(&self, target: TargetIx) -> Option<TargetOdds> {
        let ensemble = self.ensemble()?;
        let found = ensemble.targets.iter().find(|chance| chance.target == target)?;
        Some(TargetOdds {
            likelihood: found.met.filter(|_| found.is_reached)?,
            size: ensemble.size,
            basis: self.basis_of_draws(),
        })
    }
}
