//! Correlations between rates: in brief, and why one is refused in the window.

use super::spread_row::years_in_brief;
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::{Correlation, CorrelationFault};
use crate::text::{Language, Message, numbers};

/// Two rates and their correlation: "value added and energy intensity −0.3".
#[must_use]
pub fn correlation_in_brief(plan: &Plan, correlation: &Correlation, language: Language) -> String {
    let [one, other] = correlation.levers.map(|ix| plan.get(ix).short_name(language));
    Message::new("correlation-brief")
        .with("one", one)
        .with("other", other)
        .with("rho", numbers::shortest(correlation.rho))
        .say(language)
}

/// What is wrong with a correlation, and what to do about it.
#[must_use]
pub fn correlation_refused(
    plan: &Plan,
    correlation: Correlation,
    fault: &CorrelationFault,
    language: Language,
) -> [Message; 2] {
    let name = |ix: IndicatorIx| plan.get(ix).short_name(language).to_owned();
    // Files name rules for years as they are written there.
    let CorrelationFault::DifferentYears([first, second]) = fault else {
        return [fault.message(correlation, name), fault.help(correlation, name)];
    };
    let [one, other] = correlation.levers;
    let what = Message::new("correlation-window-years")
        .with("one", name(one))
        .with("other", name(other))
        .with("first", years_in_brief(*first, language))
        .with("second", years_in_brief(*second, language));
    [what, Message::new("correlation-window-years-help")]
}
