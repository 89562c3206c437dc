//! What a row of targets says in a few characters. The same row says it in full on hover and to screen readers.

use super::evidence::named_short;
use super::ledger::ChangeTerms;
use crate::model::{Assessment, Change, Ledger, Origin, Projection, Required, Status, enough_rate};
use crate::plan::{IndicatorIx, Plan, TargetIx};
use crate::text::{Language, Message, numbers, say};

/// The most decimals by which two rates are told apart.
const MOST: usize = 6;

/// A rate whose direction is that of its indicator without words: "3.00 %", "+2.28 pt"; one that goes the other way says
/// so, "rise 1.20 %".
#[must_use]
pub fn rate_in_brief(
    counted: ChangeTerms<'_>,
    rate: f64,
    decimals: Option<usize>,
    language: Language,
) -> String {
    let Some(decimals) = numbers::decimals_to_see(rate, decimals.unwrap_or(2)) else {
        return say(language, "change-none").into_owned();
    };
    let message = match (counted.convention, counted.unit) {
        (Change::Points, None) => {
            Message::new("brief-points").with("change", numbers::signed(rate, decimals))
        }
        (Change::Points, Some(_)) => return numbers::signed(rate, decimals),
        (Change::Growth, _) if rate < 0.0 => {
            Message::new("change-fall").with("change", numbers::decimal(-rate, decimals))
        }
        (Change::Decline, _) if rate < 0.0 => {
            Message::new("change-rise").with("change", numbers::decimal(-rate, decimals))
        }
        (Change::Growth | Change::Decline, _) => {
            Message::new("figure-percent").with("value", numbers::decimal(rate, decimals))
        }
    };
    message.say(language)
}

/// The rate that the years left need a year, or that still suffices; a dash where no year is left or none is asked for.
/// Rounded so that the figure shown is enough.
#[must_use]
pub fn needed_in_brief(
    plan: &Plan,
    projection: &Projection,
    ledger: &Ledger,
    decimals: Option<usize>,
    language: Language,
) -> String {
    let counted = ChangeTerms::in_ledger(plan, ledger, language);
    if let Some((rate, places)) = needed(plan, projection, ledger, decimals) {
        return rate_in_brief(counted, rate, Some(places), language);
    }
    match ledger.required {
        Required::OutOfReach => say(language, "brief-out-of-reach").into_owned(),
        Required::ToBeDone => say(language, "track-to-be-done").into_owned(),
        _ => "–".to_owned(),
    }
}

fn needed(
    plan: &Plan,
    projection: &Projection,
    ledger: &Ledger,
    decimals: Option<usize>,
) -> Option<(f64, usize)> {
    let is_open = ledger.years_left() > 0;
    is_open.then(|| enough_rate(plan, projection, ledger, decimals.unwrap_or(2)))?
}

/// The rate at which the scenario goes on, as one rate for the years that the needed one is for: "now 3.00 %". With as
/// many decimals as tell a rate that is not enough from the one needed. Nothing where no year is left, or no such rate
/// exists.
#[must_use]
pub fn going_in_brief(
    plan: &Plan,
    projection: &Projection,
    (ledger, assessment): (&Ledger, &Assessment),
    decimals: Option<usize>,
    language: Language,
) -> Option<String> {
    let levels = projection.levels(ledger.indicator())?;
    let from = ledger.last_actual;
    let steps = if ledger.is_at_once() {
        1
    } else {
        ledger.years_left()
    };
    let (start, end) = (levels.get(from)?, levels.get(from + steps)?);
    if steps == 0 {
        return None;
    }
    let rate = ledger.change.rate(*start, *end, steps);
    if !rate.is_finite() {
        return None;
    }
    let wanted = decimals.unwrap_or(2);
    let shown = |places: usize| numbers::decimal(rate, places);
    let told = needed(plan, projection, ledger, decimals)
        .filter(|_| assessment.status != Status::Met)
        .map(|(needed, places)| numbers::decimal(needed, places));
    let places = (wanted..=MOST).find(|places| {
        let same = told.as_ref().and_then(|told| numbers::parse(told));
        same.is_none_or(|needed| {
            numbers::parse(&shown(*places)).is_some_and(|now| (now - needed).abs() > 0.0)
        })
    });
    let counted = ChangeTerms::in_ledger(plan, ledger, language);
    let rate = rate_in_brief(counted, rate, Some(places.unwrap_or(MOST)), language);
    Some(Message::new("brief-now").with("rate", rate).say(language))
}

/// Where data come from, in few characters: the years with actuals, "2011–13"; of a derived indicator without any the
/// levers with data behind it, "via energy intensity"; else that rates are set.
#[must_use]
pub fn sources_in_brief(plan: &Plan, projection: &Projection, ix: TargetIx, language: Language) -> String {
    let origins = projection.origins(ix.indicator);
    let is_actual = |origin: &Origin| *origin == Origin::Actual;
    let (first, last) = (
        origins.iter().position(is_actual),
        origins.iter().rposition(is_actual),
    );
    if let (Some(first), Some(last)) = (first, last) {
        return if first == last {
            plan.year(first).to_string()
        } else {
            // As the axis of a chart has them, in every language.
            format!("{}–{:02}", plan.year(first), plan.year(last).rem_euclid(100))
        };
    }
    let behind = plan.levers_behind(ix.indicator).iter().copied();
    let known: Vec<IndicatorIx> = behind
        .filter(|lever| *lever != ix.indicator && projection.last_actual(*lever) > 0)
        .collect();
    if known.is_empty() {
        return say(language, "lever-set").into_owned();
    }
    Message::new("brief-via")
        .with("names", named_short(plan, &known, language))
        .say(language)
}
