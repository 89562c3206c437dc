//! Text that number formats add around figures, part of what the reader sees.

use std::rc::Rc;

use super::super::CellContent;
use super::super::around::{Caveat, CaveatKind};
use super::super::layout::FigureCell;
use super::super::number::{self, CellReading, Decimal, Number, NumberScaling};
use super::super::saying::Statements;
use super::super::unit::{self, Unit};
use super::{CellPosition, Reader, refused};
use crate::file::{FormatText, GridCell};
use crate::plan::IndicatorIx;
use crate::text::{Message, numbers};

impl Reader<'_> {
    /// Reads a cell including its format's text.
    pub(super) fn reading(&self, (row, column): CellPosition) -> CellReading {
        let cell = self.grid.get(row, column);
        let reading = number::read(cell, self.decimal);
        match (reading, self.grid.painted(row, column)) {
            (CellReading::Number(number), Some(painted)) => painted_number(number, cell, painted),
            (reading, _) => reading,
        }
    }

    /// Resolves scaling by number format. Returns the cell's content if that is not possible.
    pub(super) fn unscaled(
        &mut self,
        number: &mut Number,
        said: &Statements,
        (ix, cell): (IndicatorIx, &FigureCell),
    ) -> Option<CellContent> {
        let scale = number.scale.take()?;
        let size = said.unit.as_ref().map(|_| unit::size_of(&said.unit_text));
        let is = |one: f64, other: f64| (one / other - 1.0).abs() < 1e-9;
        match &scale.times {
            // 3.82亿 under 亿吨 repeats the unit; 3.4万 under 元 multiplies.
            Some((times, _)) if scale.divisor.is_none() && size.is_some_and(|size| is(size, *times)) => None,
            Some((times, _))
                if size.is_some_and(|size| is(size, 1.0))
                    && scale.divisor.is_none_or(|divisor| is(divisor, *times)) =>
            {
                number.value *= times;
                None
            }
            Some((_, text)) => {
                let what = Message::new("import-painted")
                    .with("found", format!("{}{text}", numbers::plain(number.value)));
                let fault = (what, Message::new("import-painted-help"));
                Some(refused(Some(ix), Some(cell.year), fault))
            }
            // "千元" above, and the format divides by a thousand.
            None => match scale.divisor {
                Some(divisor) if size.is_none_or(|size| !is(size, divisor)) => {
                    self.shifted(number, divisor, (ix, cell))
                }
                _ => None,
            },
        }
    }

    /// A number scaled down without explanation: asks whether the stored value is meant.
    fn shifted(
        &mut self,
        number: &mut Number,
        divisor: f64,
        (ix, cell): (IndicatorIx, &FigureCell),
    ) -> Option<CellContent> {
        let stored = numbers::plain(number.value * divisor);
        let caution = Caveat {
            matter: CaveatKind::Shifted,
            text: format!("÷{}", numbers::plain(divisor)),
            years: None,
        };
        match self.despite(&caution.text) {
            Some(true) => {
                number.value = stored.parse().unwrap_or(number.value);
                None
            }
            Some(false) => Some(refused(Some(ix), Some(cell.year), caution.fault())),
            None => {
                self.doubt(Rc::new(caution), cell.at);
                let indicator = Some(ix);
                Some(CellContent::Asked {
                    indicator,
                    year: cell.year,
                })
            }
        }
    }
}

/// A number with its format's text: a unit, a direction, or something unknown.
fn painted_number(number: Number, cell: &GridCell, painted: &FormatText) -> CellReading {
    // The plan's own currency adds nothing.
    let before = painted.before.trim_matches(['¥', '￥']).trim();
    let behind = painted.behind.as_str();
    let is_nothing = !behind.contains(|c: char| c.is_alphanumeric() || "%‰()（）".contains(c));
    let shifted = painted.divisor.map(|divisor| NumberScaling {
        divisor: Some(divisor),
        times: None,
    });
    match times(behind, painted.divisor) {
        _ if before.is_empty() && is_nothing => CellReading::Number(Number {
            scale: shifted,
            ..number
        }),
        Some(times) if before.is_empty() => CellReading::Number(Number {
            scale: Some(NumberScaling {
                divisor: painted.divisor,
                times: Some((times, behind.to_owned())),
            }),
            ..number
        }),
        _ => match Unit::parse(behind).filter(|_| before.is_empty()) {
            Some(unit) => CellReading::Number(Number {
                painted: Some((unit, behind.to_owned())),
                ..number
            }),
            None => in_words(before, cell, behind, shifted),
        },
    }
}

/// Multiplier of a suffix. A single letter counts only if the format divides accordingly.
fn times(behind: &str, divisor: Option<f64>) -> Option<f64> {
    let letter = match behind {
        "k" | "K" => 1e3,
        "m" | "M" => 1e6,
        "b" | "B" => 1e9,
        _ => return unit::multiplier(behind),
    };
    divisor.filter(|divisor| (divisor - letter).abs() < 0.5)
}

/// Reads a number together with the words around it.
fn in_words(before: &str, cell: &GridCell, behind: &str, shifted: Option<NumberScaling>) -> CellReading {
    let shown = format!("{before}{}{behind}", cell.written().replace('−', "-"));
    match number::read_text(&shown, Decimal::Point) {
        CellReading::Number(number) => CellReading::Number(Number {
            scale: shifted,
            ..number
        }),
        _ => CellReading::Refused(
            Message::new("import-painted").with("found", shown),
            Message::new("import-painted-help"),
        ),
    }
}
