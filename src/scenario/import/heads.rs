//! Column types by heading.

use serde::Deserialize;

use super::plain::compact;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ColumnType {
    Indicator,
    Year,
    Value,
    Unit,
    Kind,
    /// Region, scenario and the like.
    Label,
    /// Part of the year: month, quarter.
    Part,
    /// Direction: 升降, with ↓ below.
    Direction,
    Remark,
    /// Row numbers, codes, groups: irrelevant to figures.
    Other,
}

/// Heading words by type.
#[derive(Default, Deserialize)]
pub(super) struct HeadWords {
    indicator: Vec<String>,
    year: Vec<String>,
    value: Vec<String>,
    unit: Vec<String>,
    kind: Vec<String>,
    label: Vec<String>,
    part: Vec<String>,
    direction: Vec<String>,
    remark: Vec<String>,
    other: Vec<String>,
}

impl HeadWords {
    /// The type for a heading, if known as a whole; a bracketed unit at its end is ignored.
    pub fn find(&self, text: &str) -> Option<ColumnType> {
        let plain = compact(text);
        let plain = plain.split('(').next().unwrap_or("");
        self.of(plain).or_else(|| {
            // Bilingual headings such as 年份 Year.
            let at = plain.find(|c: char| c.is_ascii())?;
            let (native, foreign) = plain.split_at(at);
            let head = self.of(native.trim_end_matches('/'))?;
            (self.of(foreign.trim_start_matches('/')) == Some(head)).then_some(head)
        })
    }

    fn of(&self, plain: &str) -> Option<ColumnType> {
        [
            (&self.indicator, ColumnType::Indicator),
            (&self.year, ColumnType::Year),
            (&self.value, ColumnType::Value),
            (&self.unit, ColumnType::Unit),
            (&self.kind, ColumnType::Kind),
            (&self.label, ColumnType::Label),
            (&self.part, ColumnType::Part),
            (&self.direction, ColumnType::Direction),
            (&self.remark, ColumnType::Remark),
            (&self.other, ColumnType::Other),
        ]
        .into_iter()
        .find(|(list, _)| list.iter().any(|word| word == plain))
        .map(|(_, head)| head)
    }
}
