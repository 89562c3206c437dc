//! Which years a rate is about.

use crate::text::{Language, Message};

/// Years from the first to the last, as a rate's governed years are written: "2014–15", "2015".
#[must_use]
pub fn open_years(first: i32, last: i32, language: Language) -> String {
    if first >= last {
        return Message::new("years-one").with("year", last).say(language);
    }
    // The century is said once where both share it.
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
