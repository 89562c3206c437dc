//! Spreads, rules for years and roles in a few words.

use crate::scenario::{LeverRole, Spread, Uncertainty, Years};
use crate::text::{Message, numbers};

/// A spread with its rule for years: "normal, standard deviation 0.5; years alike", or "none".
#[must_use]
pub fn spread_in_words(uncertainty: Option<&Uncertainty>) -> Message {
    let figure = numbers::shortest;
    let Some(Uncertainty { spread, years }) = uncertainty else {
        return Message::new("spread-none");
    };
    let spread = match *spread {
        Spread::Fixed => return Message::new("spread-fixed"),
        Spread::Normal { sd } => Message::new("spread-normal").with("sd", figure(sd)),
        Spread::Triangular { min, mode, max } => Message::new("spread-triangular")
            .with("min", figure(min))
            .with("mode", figure(mode))
            .with("max", figure(max)),
        Spread::Uniform { min, max } => Message::new("spread-uniform")
            .with("min", figure(min))
            .with("max", figure(max)),
    };
    Message::new("spread-with-years")
        .with("spread", spread)
        .with("years", years_in_words(*years))
}

/// A rule for years: "years alike".
#[must_use]
pub fn years_in_words(years: Years) -> Message {
    match years {
        Years::SameDraw => Message::new("years-alike"),
        Years::Independent => Message::new("years-independent"),
        Years::Correlated(rho) => Message::new("years-autocorrelated").with("rho", numbers::shortest(rho)),
    }
}

/// Who decides a lever's rate; policy where nothing is said.
#[must_use]
pub fn role_in_words(role: Option<&LeverRole>) -> Message {
    Message::new(match role.copied().unwrap_or_default() {
        LeverRole::Policy => "role-policy",
        LeverRole::Assumption => "role-assumption",
    })
}
