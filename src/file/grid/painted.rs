//! Format text around numbers: words, units, brackets, scaling.

use super::limits::{ReadBudget, ReadError};
use super::{Grid, GridCell};

/// Text and scaling that a number's format adds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FormatText {
    /// Text before the digits.
    pub before: String,
    /// Text after them, such as a unit.
    pub behind: String,
    /// Divisor of the stored number, if any.
    pub divisor: Option<f64>,
    /// Whether the cell displays nothing.
    pub(super) is_unseen: bool,
}

impl FormatText {
    pub(super) fn is_something(&self) -> bool {
        self.is_unseen || self.divisor.is_some() || !self.before.is_empty() || !self.behind.is_empty()
    }

    pub(super) fn without_brackets(mut self) -> Self {
        let inner = self
            .before
            .strip_prefix(['(', '（'])
            .zip(self.behind.strip_suffix([')', '）']));
        if let Some((before, behind)) = inner {
            (self.before, self.behind) = (before.trim().to_owned(), behind.trim().to_owned());
        }
        self
    }

    /// A possible year with its format text: 2018E, 2018年.
    fn year(&self, value: f64) -> Option<GridCell> {
        let is_year = value.fract() == 0.0 && (1900.0..=2200.0).contains(&value);
        let is_plain = self.divisor.is_none() && !self.is_unseen;
        (is_year && is_plain).then(|| GridCell::Text(format!("{}{value}{}", self.before, self.behind)))
    }
}

/// Format text in a displayed number.
pub(super) fn of_shown(text: &str, value: f64, is_percent: bool) -> Option<FormatText> {
    let is_digit = |c: char| c.is_ascii_digit();
    let (first, last) = (text.find(is_digit)?, text.rfind(is_digit)?);
    let (before, digits, behind) = (&text[..first], &text[first..=last], &text[last + 1..]);
    let mut before = before.trim().trim_end_matches(['.', ',']).to_owned();
    if value < 0.0 {
        before = before.replace(['-', '−', '–'], "");
    }
    let behind = behind.trim();
    let behind = behind.strip_prefix('%').filter(|_| is_percent).unwrap_or(behind);
    let look = FormatText {
        before: before.trim().to_owned(),
        behind: behind.trim().to_owned(),
        divisor: divisor(digits, value.abs()),
        is_unseen: false,
    };
    let look = if value < 0.0 {
        look.without_brackets()
    } else {
        look
    };
    look.is_something().then_some(look)
}

/// The power of ten between stored and displayed number.
fn divisor(digits: &str, value: f64) -> Option<f64> {
    let readings = [
        digits.replace([',', ' ', '\u{A0}', '\u{202F}', '\''], ""),
        digits.replace(',', "."),
    ];
    let shown = || {
        readings
            .iter()
            .filter_map(|text| text.parse::<f64>().ok())
            .filter(|shown| *shown > 0.0)
    };
    let is_as_shown = shown().any(|shown| (0.2..5.0).contains(&(value / shown)));
    let tens = [3, 4, 6, 8, 9].into_iter().find(|tens| {
        let size = 10_f64.powi(*tens);
        shown().any(|shown| (0.8..1.25).contains(&(value / shown / size)))
    });
    tens.filter(|_| !is_as_shown).map(|tens| 10_f64.powi(tens))
}

impl Grid {
    /// Adds a number with its format text.
    pub(super) fn put_painted(
        &mut self,
        (row, column): (usize, usize),
        cell: GridCell,
        painted: Option<FormatText>,
        budget: &mut ReadBudget<'_>,
    ) -> Result<(), ReadError> {
        let (Some(painted), GridCell::Number { value, .. }) = (painted, &cell) else {
            return self.put(row, column, cell, budget);
        };
        if let Some(year) = painted.year(*value) {
            return self.put(row, column, year, budget);
        }
        self.put(row, column, cell, budget)?;
        if painted.is_unseen {
            self.unseen.insert((row, column));
        } else {
            self.paint((row, column), painted);
        }
        Ok(())
    }

    /// Records format text.
    fn paint(&mut self, at: (usize, usize), painted: FormatText) {
        let known = self.painted.iter().position(|known| *known == painted);
        let number = known.unwrap_or_else(|| {
            self.painted.push(painted);
            self.painted.len() - 1
        });
        self.painted_at.insert(at, number);
    }

    /// Format text of a number, if any.
    #[must_use]
    pub fn painted(&self, row: usize, column: usize) -> Option<&FormatText> {
        let at = self.painted_at.get(&(row, column))?;
        self.painted.get(*at)
    }
}
