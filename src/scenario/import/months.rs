//! Month names.

/// Number of an English month name, full or abbreviated.
pub(super) fn named(text: &str) -> Option<usize> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let mut months = MONTHS.iter();
    let at = months.position(|month| {
        *month == text || month.get(..3) == Some(text) || (text == "sept" && month.starts_with(text))
    });
    at.map(|at| at + 1)
}
