//! How a plan's targets stand at their last data, in words.

use super::called;
use super::ledger::share;
use crate::model::{Origin, Standing};
use crate::text::{Language, Message};

/// The title of the overview, given the year in which all of its targets fall due, if there is one.
#[must_use]
pub fn title(end: Option<i32>, language: Language) -> String {
    let message = match end {
        Some(end) => Message::new("overview-title").with("end", end),
        None => Message::new("overview-title-years"),
    };
    message.say(language)
}

/// One target: official progress, given as a fraction, and the share due by that year.
#[must_use]
pub fn stand(
    name: &str,
    (progress, due): (f64, f64),
    year: i32,
    standing: (Standing, Origin),
    language: Language,
) -> String {
    Message::new("overview-stand")
        .with("name", name)
        .with("progress", share(progress, language))
        .with("year", year)
        .with("due", share(due, language))
        .with("standing", with_origin(standing))
        .say(language)
}

/// Progress and standing beside a bar; with the year if the years differ.
#[must_use]
pub fn label(progress: f64, year: Option<i32>, standing: (Standing, Origin), language: Language) -> String {
    let message = match year {
        None => Message::new("overview-label"),
        Some(year) => Message::new("overview-label-year").with("year", year),
    };
    message
        .with("progress", share(progress, language))
        .with("standing", with_origin(standing))
        .say(language)
}

/// How progress compares with schedule, and whether that rests only partly on data.
fn with_origin((standing, origin): (Standing, Origin)) -> Message {
    let standing = Message::new(called::standing(standing));
    match origin {
        Origin::PartlyAssumed => Message::new("overview-partly-assumed").with("standing", standing),
        Origin::Projected => Message::new("overview-partly-set").with("standing", standing),
        _ => standing,
    }
}
