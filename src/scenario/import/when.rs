//! Which year a heading is about, and what else it says.

use super::saying::Statements;

/// A year above or beside figures.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct YearLabel {
    pub year: i32,
    /// Other text of the cell: "实际", "同比增长(%)".
    pub said: Option<Statements>,
    /// Whether only part of the year.
    pub is_part: bool,
    /// Whether a bare number, possibly a figure.
    pub is_bare: bool,
    /// Whether a date, which may stand for a month or quarter if the year has several.
    pub is_day: bool,
}

impl YearLabel {
    /// A year from the title, for a heading without one.
    pub fn titled(year: i32, heading: &str) -> Self {
        Self {
            year,
            said: Some(Statements::of(heading)),
            is_part: false,
            is_bare: false,
            is_day: false,
        }
    }
}
