//! The years a rate applies to.

use crate::text::{Language, Message};

/// A range of years as written for a rate: "2014–15", "2015".
#[must_use]
pub fn open_years(first: i32, last: i32, language: Language) -> String {
    if first >= last {
        return Message::new("years-one").with("year", last).say(language);
    }
    // The century is written once if both share it.
    let short = if first.div_euclid(100) == last.div_euclid(100) {
        format!("{:02}", last.rem_euclid(100))
    } else {
        last.to_string()
    };
    Message::new("years-several")
        .with("first", first)
        .with("last", last)
        .with("short", short)
        .say(language)
}
