//! Which year a heading is about, and what else it says.

use super::saying::Saying;

/// A year above or beside figures.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct When {
    pub year: i32,
    /// What else stands there: "实际", "同比增长(%)".
    pub said: Option<Saying>,
    /// Whether it is only a part of the year.
    pub is_part: bool,
    /// Whether it is a bare number, which might as well be a figure.
    pub is_bare: bool,
    /// Whether it is a day, which stands for the month or the quarter that it begins or ends, where others of the year do.
    pub is_day: bool,
}

impl When {
    /// The year that a title gives to figures below a heading without one.
    pub fn titled(year: i32, heading: &str) -> Self {
        Self {
            year,
            said: Some(Saying::of(heading)),
            is_part: false,
            is_bare: false,
            is_day: false,
        }
    }
}
