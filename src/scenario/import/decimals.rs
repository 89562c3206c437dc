//! Detecting a table's decimal separator.

use super::number::{Decimal, unit_behind, value};
use crate::file::{Grid, GridCell};
use crate::text::half_width;

/// Evidence for a decimal separator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Evidence {
    /// A number only with this separator.
    Only(Decimal),
    /// A number with either, but different ones.
    Either,
}

/// Evidence in a text; `None` if it is not a number or has neither comma nor point.
fn evidence(text: &str) -> Option<Evidence> {
    if !text.contains([',', '.', '，', '．']) {
        return None;
    }
    let plain: String = text.trim().chars().map(half_width).collect();
    let (figure, ..) = unit_behind(&plain);
    let [point, comma] = [Decimal::Point, Decimal::Comma].map(|decimal| value(figure, decimal));
    match (point, comma) {
        (Some(_), Some(_)) if figure.starts_with(['0', '.']) || figure.starts_with("-0") => {
            let decimal = if figure.contains('.') {
                Decimal::Point
            } else {
                Decimal::Comma
            };
            Some(Evidence::Only(decimal))
        }
        (Some(_), Some(_)) => Some(Evidence::Either),
        (Some(_), None) => Some(Evidence::Only(Decimal::Point)),
        (None, Some(_)) => Some(Evidence::Only(Decimal::Comma)),
        (None, None) => None,
    }
}

/// Combined evidence from a table's numbers.
#[derive(Clone, Copy, Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "what was seen, each by itself")]
pub(super) struct DecimalSigns {
    points: bool,
    commas: bool,
    /// Ambiguous numbers such as 17,664 and 17.664.
    open_commas: bool,
    open_points: bool,
}

/// Maximum number of cells examined.
const LOOK_AT: usize = 50_000;

impl DecimalSigns {
    pub fn of(grid: &Grid) -> Self {
        let mut signs = Self::default();
        let cells = (0..grid.height()).flat_map(|row| grid.row(row));
        for cell in cells.take(LOOK_AT) {
            let GridCell::Text(text) = cell else { continue };
            match evidence(text) {
                Some(Evidence::Only(Decimal::Point)) => signs.points = true,
                Some(Evidence::Only(Decimal::Comma)) => signs.commas = true,
                Some(Evidence::Either) if text.contains([',', '，']) => signs.open_commas = true,
                Some(Evidence::Either) => signs.open_points = true,
                None => {}
            }
        }
        signs
    }

    const fn is_open_either_way(self) -> bool {
        self.open_commas || self.open_points
    }

    /// Whether evidence is contradictory.
    pub const fn is_mixed(self) -> bool {
        self.points && self.commas && self.is_open_either_way()
    }

    /// Semicolon-separated text suggests decimal commas.
    pub fn usual(self, separator: Option<char>) -> Decimal {
        let by_separator = separator == Some(';') && self.open_commas && !self.open_points;
        if !self.points && (self.commas || by_separator) {
            Decimal::Comma
        } else {
            Decimal::Point
        }
    }

    /// Whether figures such as 17,664 remain ambiguous.
    pub fn is_open(self, separator: Option<char>) -> bool {
        let is_by_separator = separator == Some(';') && self.open_commas && !self.open_points;
        let is_told = self.points != self.commas || (is_by_separator && !self.points);
        self.is_open_either_way() && !is_told
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_tell_the_sign_before_their_decimals() {
        use Evidence::{Either, Only};

        for (text, expected) in [
            ("17,664", Some(Either)),
            ("17.664", Some(Either)),
            ("49.2", Some(Only(Decimal::Point))),
            ("49,2", Some(Only(Decimal::Comma))),
            ("1,234.5", Some(Only(Decimal::Point))),
            ("1.234,5", Some(Only(Decimal::Comma))),
            ("0.602", Some(Only(Decimal::Point))),
            ("0,602", Some(Only(Decimal::Comma))),
            ("17", None),
            ("Steel, top-10", None),
        ] {
            assert_eq!(evidence(text), expected, "{text}");
        }
    }
}
