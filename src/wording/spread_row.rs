//! How uncertain a rate is, beside the rate: in the rate's own terms and decimals.

use super::rates::bare_rate;
use crate::plan::Indicator;
use crate::scenario::{Spread, Uncertainty, Years};
use crate::text::{Language, Message, numbers, say};

/// Kind and width: "normal, sd 1.00", "uniform, 4.00 to 5.00". The ends are rates, not deviations.
#[must_use]
pub fn spread_in_brief(
    indicator: &Indicator,
    rate: f64,
    spread: Spread,
    decimals: usize,
    language: Language,
) -> String {
    let end = |deviation: f64| bare_rate(indicator, rate + deviation, decimals);
    let between = |id, min, max| Message::new(id).with("low", end(min)).with("high", end(max));
    let message = match spread {
        Spread::Fixed => return say(language, "spread-fixed").into_owned(),
        Spread::Normal { sd } => {
            // A width that would round to none is shown.
            let decimals = numbers::decimals_to_see(sd, decimals).unwrap_or(decimals);
            Message::new("spread-is-normal").with("sd", numbers::decimal(sd, decimals))
        }
        Spread::Triangular { min, max, .. } => between("spread-is-triangular", min, max),
        Spread::Uniform { min, max } => between("spread-is-uniform", min, max),
    };
    message.say(language)
}

/// How the deviations of different years depend on each other: "years alike".
#[must_use]
pub fn years_in_brief(years: Years, language: Language) -> String {
    match years {
        Years::SameDraw => say(language, "years-alike").into_owned(),
        Years::Independent => say(language, "spread-years-independent").into_owned(),
        Years::Correlated(rho) => Message::new("spread-years-correlated")
            .with("rho", numbers::decimal(rho, 2))
            .say(language),
    }
}

/// The whole of it: "normal, sd 1.20, years alike; nine tenths between 1.0 and 5.0".
#[must_use]
pub fn spread_in_full(
    indicator: &Indicator,
    rate: f64,
    uncertainty: Uncertainty,
    (low, high): (f64, f64),
    decimals: usize,
    language: Language,
) -> String {
    let spread = spread_in_brief(indicator, rate, uncertainty.spread, decimals, language);
    Message::new("spread-in-full")
        .with("spread", spread)
        .with("years", years_in_brief(uncertainty.years, language))
        .with("low", bare_rate(indicator, rate + low, decimals))
        .with("high", bare_rate(indicator, rate + high, decimals))
        .say(language)
}
