//! One sheet of an .xls: cells, merged areas, hidden rows and columns.

use super::super::blanks::trimmed;
use super::super::format::{NumberFormat, number};
use super::super::limits::{ReadBudget, ReadError};
use super::super::painted::FormatText;
use super::super::{Grid, GridCell};
use super::records::{BiffRecord, Length, RecordData, Records, f64_at, u16_at, u32_at};
use super::{BOF, EOF, XlsWorkbook};

/// A sheet being read.
struct CellsReader<'b> {
    book: &'b XlsWorkbook,
    grid: Grid,
    /// The formula cell awaiting its string record.
    awaits: Option<(usize, usize)>,
}

pub(super) fn read(
    mut records: Records<'_>,
    book: &XlsWorkbook,
    budget: &mut ReadBudget<'_>,
) -> Result<Grid, ReadError> {
    let cut = |budget: &ReadBudget<'_>| budget.broken("a sheet is cut off");
    let first = records.next().filter(|first| first.kind == BOF);
    first.ok_or_else(|| cut(budget))?;
    let mut reading = CellsReader {
        book,
        grid: Grid::default(),
        awaits: None,
    };
    // Skip embedded charts, whose records look like cells.
    let mut depth = 0_usize;
    let mut count = 0_usize;
    while let Some((record, mut pieces)) = records.next_whole() {
        count += 1;
        if count.is_multiple_of(1024) {
            budget.ask()?;
            budget.watch.reached(records.at as u64);
        }
        match (record.kind, depth) {
            (BOF, _) => depth += 1,
            (EOF, 0) => {
                reading.grid.clear_covered(budget)?;
                return Ok(reading.grid);
            }
            (EOF, _) => depth -= 1,
            (_, 0) => reading
                .record(&record, &mut pieces, budget)
                .ok_or_else(|| cut(budget))??,
            _ => {}
        }
    }
    Err(cut(budget))
}

impl CellsReader<'_> {
    /// Reads a record; `None` if truncated.
    fn record(
        &mut self,
        record: &BiffRecord<'_>,
        pieces: &mut RecordData<'_>,
        budget: &mut ReadBudget<'_>,
    ) -> Option<Result<(), ReadError>> {
        let data = record.data;
        match record.kind {
            // Row: hidden or of zero height.
            0x0208 if u16_at(data, 12)? & 0x20 != 0 || u16_at(data, 6)? == 0 => {
                self.grid.hide_row(usize::from(u16_at(data, 0)?), budget);
            }
            // Columns.
            0x007D => {
                let (first, last) = (u16_at(data, 0)?, u16_at(data, 2)?);
                if u16_at(data, 8)? & 1 != 0 || u16_at(data, 4)? == 0 {
                    self.grid.hide_columns(usize::from(first)..=usize::from(last));
                }
            }
            0x00E5 => return self.merged(data, budget),
            0x00BD => return self.several(data, budget),
            // String result of the preceding formula.
            0x0207 => {
                if let Some((row, column)) = self.awaits.take() {
                    let found = pieces.text(Length::Short, self.book.spelling, &|_| false)?;
                    return Some(self.grid.put(row, column, text(&found), budget));
                }
            }
            0x0203 | 0x0204 | 0x00D6 | 0x0205 | 0x027E | 0x00FD | 0x0006 => {
                let (row, column) = (usize::from(u16_at(data, 0)?), usize::from(u16_at(data, 2)?));
                let (cell, painted) = self.cell(record, pieces, (row, column))?;
                return Some(self.grid.put_painted((row, column), cell, painted, budget));
            }
            _ => {}
        }
        Some(Ok(()))
    }

    fn cell(
        &mut self,
        record: &BiffRecord<'_>,
        pieces: &mut RecordData<'_>,
        at: (usize, usize),
    ) -> Option<(GridCell, Option<FormatText>)> {
        let data = record.data;
        let style = u16_at(data, 4)?;
        let cell = match record.kind {
            0x0203 => return Some(self.number(f64_at(data, 6)?, style)),
            0x027E => return Some(self.number(packed(u32_at(data, 6)?), style)),
            // Inline string, plain or rich.
            0x0204 | 0x00D6 => {
                pieces.skip(6)?;
                text(&pieces.text(Length::Short, self.book.spelling, &|_| false)?)
            }
            0x00FD => match self.book.texts.get(usize::try_from(u32_at(data, 6)?).ok()?)? {
                found if found.is_empty() => GridCell::Empty,
                found => GridCell::Text(found.clone()),
            },
            0x0205 => match (*data.get(6)?, *data.get(7)?) {
                (code, 1) => GridCell::Failed(error(code).to_owned()),
                (value, _) => truth(value),
            },
            _ => return self.formula(data, style, at),
        };
        Some((cell, None))
    }

    /// Cached result of a formula.
    fn formula(
        &mut self,
        data: &[u8],
        style: u16,
        at: (usize, usize),
    ) -> Option<(GridCell, Option<FormatText>)> {
        self.awaits = None;
        if u16_at(data, 12)? != 0xFFFF {
            return Some(self.number(f64_at(data, 6)?, style));
        }
        let cell = match (*data.get(6)?, *data.get(8)?) {
            (0, _) => {
                self.awaits = Some(at);
                GridCell::Empty
            }
            (1, value) => truth(value),
            (2, code) => GridCell::Failed(error(code).to_owned()),
            // An empty result may also mean that it was never calculated.
            _ if !self.book.is_calculated => GridCell::Failed("=…".to_owned()),
            _ => GridCell::Empty,
        };
        Some((cell, None))
    }

    /// Numbers side by side.
    fn several(&mut self, data: &[u8], budget: &mut ReadBudget<'_>) -> Option<Result<(), ReadError>> {
        let (row, first) = (usize::from(u16_at(data, 0)?), usize::from(u16_at(data, 2)?));
        let numbers = data.get(4..data.len().checked_sub(2)?)?;
        for (column, cell) in (first..).zip(numbers.chunks_exact(6)) {
            let (value, painted) = self.number(packed(u32_at(cell, 2)?), u16_at(cell, 0)?);
            if let Err(stop) = self.grid.put_painted((row, column), value, painted, budget) {
                return Some(Err(stop));
            }
        }
        Some(Ok(()))
    }

    fn merged(&mut self, data: &[u8], budget: &mut ReadBudget<'_>) -> Option<Result<(), ReadError>> {
        for index in 0..usize::from(u16_at(data, 0)?) {
            let side = |side: usize| u16_at(data, 2 + 8 * index + 2 * side).map(usize::from);
            let (first, last) = ((side(0)?, side(2)?), (side(1)?, side(3)?));
            if let Err(stop) = self.grid.merge(first, last, budget) {
                return Some(Err(stop));
            }
        }
        Some(Ok(()))
    }

    /// A number as displayed, with its format text.
    fn number(&self, value: f64, style: u16) -> (GridCell, Option<FormatText>) {
        let format: Option<&NumberFormat> = self.book.formats.get(usize::from(style));
        format.map_or_else(
            || (number(value, false), None),
            |format| (format.cell(value, self.book.is_1904), format.painted(value)),
        )
    }
}

fn text(found: &str) -> GridCell {
    match trimmed(found) {
        "" => GridCell::Empty,
        found => GridCell::Text(found.to_owned()),
    }
}

fn truth(value: u8) -> GridCell {
    GridCell::Text(if value == 0 { "FALSE" } else { "TRUE" }.to_owned())
}

/// An RK number: the upper half of a float or an integer, possibly in hundredths ([MS-XLS] 2.5.217).
fn packed(bits: u32) -> f64 {
    let value = if bits & 2 == 0 {
        f64::from_bits(u64::from(bits & !3) << 32)
    } else {
        f64::from(bits.cast_signed() >> 2)
    };
    if bits & 1 == 0 { value } else { value / 100.0 }
}

/// Text of an error value.
const fn error(code: u8) -> &'static str {
    match code {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    }
}

#[cfg(test)]
mod tests {
    use super::packed;

    #[test]
    fn packed_numbers_are_whole_or_halves_of_floats_or_hundredths() {
        let bits = |value: f64| (value.to_bits() >> 32) as u32;
        let whole = |value: i32| (value << 2).cast_unsigned();
        let expected = [1.5, 20.11, 2011.0, -349.0, -3.49].map(f64::to_bits);
        let found = [
            bits(1.5),
            bits(2011.0) | 1,
            whole(2011) | 2,
            whole(-349) | 2,
            whole(-349) | 3,
        ];
        assert_eq!(found.map(packed).map(f64::to_bits), expected);
    }
}
