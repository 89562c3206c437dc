//! A chart in words, and the names of the targets and data in it.

use super::evidence::origin;
use super::rates::open_years;
use crate::model::Origin;
use crate::text::{Language, Message, say_with};

/// A line's name, with its first and last values and their years.
#[must_use]
pub fn series(name: &str, [first, last]: &[(i32, String); 2], language: Language) -> String {
    say_with(
        language,
        "chart-series-in-words",
        &[
            ("name", name),
            ("first", &first.1),
            ("firstyear", &first.0.to_string()),
            ("last", &last.1),
            ("lastyear", &last.0.to_string()),
        ],
    )
}

/// What the last value of a line rests on.
#[must_use]
pub fn rests_on(last: Origin, language: Language) -> String {
    say_with(
        language,
        "chart-origin-in-words",
        &[("origin", &origin(last, language))],
    )
}

/// Up to when a line has data, in the words of [`data_until`].
#[must_use]
pub fn has_data(until: &str, language: Language) -> String {
    say_with(language, "chart-data-in-words", &[("data", until)])
}

/// What lies before the last year of data: "actual to 2013", "derived from data to 2013", or both in turn. `own` is the
/// year of the indicator's own last actual; what follows it is interpolated if so marked, otherwise derived.
#[must_use]
pub fn data_until(year: i32, own: Option<i32>, is_interpolated: bool, language: Language) -> String {
    let message = match own {
        Some(own) if own >= year => Message::new("legend-data-until"),
        Some(own) if is_interpolated => Message::new("legend-data-then-interpolated").with("own", own),
        Some(own) => Message::new("legend-data-then-derived").with("own", own),
        None if is_interpolated => Message::new("legend-interpolated-until"),
        None => Message::new("legend-derived-until"),
    };
    message.with("year", year).say(language)
}

/// From when to when there are figures before the base year.
#[must_use]
pub fn history((first, last): (i32, i32), language: Language) -> String {
    let years = open_years(first, last, language);
    say_with(language, "chart-history-in-words", &[("years", &years)])
}

/// An annotation as it stands alone: "Annotation 2013: new scope".
#[must_use]
pub fn annotation(year: i32, text: &str, language: Language) -> String {
    Message::new("annotation-of-year")
        .with("year", year)
        .with("text", text)
        .say(language)
}

/// An annotation with its year alone, as in a list of them: "2013: new scope".
#[must_use]
pub fn of_year(year: i32, text: &str, language: Language) -> String {
    Message::new("annotation-in-list")
        .with("year", year)
        .with("text", text)
        .say(language)
}

/// The same with the number of its flag.
#[must_use]
pub fn numbered(number: &str, text: &str, language: Language) -> String {
    say_with(
        language,
        "figure-annotation",
        &[("number", number), ("text", text)],
    )
}

/// An annotation within a chart in words.
#[must_use]
pub fn annotated(year: i32, text: &str, language: Language) -> String {
    Message::new("chart-annotation-in-words")
        .with("annotation", annotation(year, text, language))
        .say(language)
}

/// Announces a target in the chart whose name states its figure.
#[must_use]
pub fn target(name: &str, language: Language) -> String {
    say_with(language, "chart-target-in-words", &[("target", name)])
}

/// What is promised, for which year or for every year, and the level it means.
#[must_use]
pub fn target_at(promise: &str, level: &str, due: Option<i32>, language: Language) -> String {
    let message = match due {
        None => Message::new("chart-target-each-year-in-words"),
        Some(year) => Message::new("chart-target-due-in-words").with("year", year),
    };
    message
        .with("promise", promise)
        .with("level", level)
        .say(language)
}

/// A target by its promise alone.
#[must_use]
pub fn promised(promise: &str, language: Language) -> String {
    say_with(language, "legend-target-promise", &[("promise", promise)])
}

/// A target promised as an average over the years from first to last.
#[must_use]
pub fn on_average(promise: &str, (first, last): (i32, i32), language: Language) -> String {
    Message::new("legend-target-average")
        .with("years", open_years(first, last, language))
        .with("promise", promise)
        .say(language)
}

/// A target with the rate it needs.
#[must_use]
pub fn with_need(target: &str, needed: &str, language: Language) -> String {
    say_with(
        language,
        "legend-target-needed",
        &[("target", target), ("needed", needed)],
    )
}

/// The rate needed in the years from first to last: "needed in 2014–15: +10.30 points a year".
#[must_use]
pub fn needed(rate: &str, (first, last): (i32, i32), language: Language) -> String {
    let years = open_years(first, last, language);
    say_with(language, "target-needed", &[("years", &years), ("rate", rate)])
}

/// The rate needed, if it names its own year.
#[must_use]
pub fn required(rate: &str, language: Language) -> String {
    say_with(language, "score-required", &[("required", rate)])
}
