//! Excel 5 to 2003 workbooks (.xls): values, number formats, merged and hidden cells. Formulas are not recalculated
//! and macros never run. Record numbers are those of [MS-XLS] 2.3.

mod records;
mod sheet;

use std::collections::HashMap;
use std::io::{Cursor, Read};

use cfb::CompoundFile;

use super::blanks::trimmed;
use super::format::NumberFormat;
use super::limits::{ReadBudget, ReadError, other};
use super::{Sheet, Sheets};
use records::{BiffRecord, Length, RecordData, Records, Spelling, u16_at, u32_at};

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000A;

/// A workbook in a compound file.
pub(super) fn read(bytes: &[u8], budget: &mut ReadBudget<'_>) -> Result<Sheets, ReadError> {
    let mut file =
        CompoundFile::open(Cursor::new(bytes)).map_err(|error| budget.broken(error.to_string()))?;
    // An encrypted .xlsx is a compound file too.
    if file.exists("/EncryptedPackage") {
        return Err(budget.refusal("table-password", "table-password-help"));
    }
    let Some(path) = ["/Workbook", "/Book"]
        .into_iter()
        .find(|path| file.is_stream(path))
    else {
        let what = if file.exists("/WordDocument") {
            "kind-word"
        } else if file.exists("/PowerPoint Document") {
            "kind-slides"
        } else {
            "kind-document"
        };
        return Err(other(budget.name, what));
    };
    let has_macros = file.exists("/_VBA_PROJECT_CUR");
    let mut stream = Vec::new();
    // The stream is no longer than its file.
    file.open_stream(path)
        .and_then(|found| found.take(bytes.len() as u64).read_to_end(&mut stream))
        .map_err(|error| budget.broken(error.to_string()))?;
    let sheets = read_stream(&stream, budget)?;
    Ok(Sheets { sheets, has_macros })
}

/// Workbook-wide data.
struct XlsWorkbook {
    spelling: Spelling,
    sheets: Vec<Bound>,
    texts: Vec<String>,
    /// By style index.
    formats: Vec<NumberFormat>,
    is_1904: bool,
    /// Whether the writer calculates formulas; those that do not omit the calculation record.
    is_calculated: bool,
    /// Indices of superscript fonts.
    raised: Vec<u16>,
}

/// An entry of the sheet list.
struct Bound {
    start: usize,
    name: String,
    is_hidden: bool,
}

/// Reads a workbook stream.
pub(super) fn read_stream(stream: &[u8], budget: &mut ReadBudget<'_>) -> Result<Vec<Sheet>, ReadError> {
    budget.watch.expect(stream.len() as u64);
    let book = globals(stream, budget)?;
    let mut sheets = Vec::new();
    for bound in &book.sheets {
        let grid = sheet::read(Records::new(stream, bound.start), &book, budget)?;
        sheets.push(Sheet {
            name: bound.name.clone(),
            grid,
            is_hidden: bound.is_hidden,
        });
    }
    Ok(sheets)
}

/// Reads the records before the first sheet.
fn globals(stream: &[u8], budget: &mut ReadBudget<'_>) -> Result<XlsWorkbook, ReadError> {
    let cut = |budget: &ReadBudget<'_>| budget.broken("the list of sheets is cut off");
    let mut records = Records::new(stream, 0);
    let version = records.next().filter(|first| first.kind == BOF);
    let version = version.and_then(|first| u16_at(first.data, 0));
    let mut book = XlsWorkbook {
        spelling: match version {
            Some(0x0600) => Spelling::Unicode,
            Some(0x0500) => Spelling::of_page(1252),
            Some(_) => return Err(other(budget.name, "kind-old-excel")),
            None => return Err(cut(budget)),
        },
        sheets: Vec::new(),
        texts: Vec::new(),
        formats: Vec::new(),
        is_1904: false,
        is_calculated: false,
        raised: Vec::new(),
    };
    let (mut custom, mut styles) = (HashMap::new(), Vec::new());
    while let Some((record, mut pieces)) = records.next_whole() {
        match record.kind {
            EOF => {
                book.formats = styles.iter().map(|id| known(&custom, *id)).collect();
                return Ok(book);
            }
            0x002F => return Err(budget.refusal("table-password", "table-password-help")),
            _ => {}
        }
        budget.entry()?;
        global(
            &record,
            &mut pieces,
            &mut book,
            (&mut custom, &mut styles),
            budget,
        )
        .ok_or_else(|| cut(budget))??;
    }
    Err(cut(budget))
}

fn known(custom: &HashMap<u16, NumberFormat>, id: u16) -> NumberFormat {
    let own = custom.get(&id).cloned();
    own.unwrap_or_else(|| NumberFormat::built_in(id))
}

/// Custom formats by number, and the format number of each style.
type Formats<'f> = (&'f mut HashMap<u16, NumberFormat>, &'f mut Vec<u16>);

/// Reads a global record; `None` if truncated.
fn global(
    record: &BiffRecord<'_>,
    pieces: &mut RecordData<'_>,
    book: &mut XlsWorkbook,
    (custom, styles): Formats<'_>,
    budget: &mut ReadBudget<'_>,
) -> Option<Result<(), ReadError>> {
    let data = record.data;
    match record.kind {
        // Code page.
        0x0042 if !matches!(book.spelling, Spelling::Unicode) => {
            book.spelling = Spelling::of_page(u16_at(data, 0)?);
        }
        // 1904 calendar.
        0x0022 => book.is_1904 = u16_at(data, 0)? == 1,
        0x01C1 => book.is_calculated = true,
        // Font: index 4 is skipped.
        0x0031 => {
            let count = u16::try_from(book.raised.len()).ok()?;
            let number = count + u16::from(count >= 4);
            let is_raised = u16_at(data, 8)? == 1;
            book.raised.push(if is_raised { number } else { u16::MAX });
        }
        // Number format.
        0x041E => {
            let id = u16_at(data, 0)?;
            let length = match book.spelling {
                Spelling::Unicode => Length::Short,
                Spelling::Bytes(_) => Length::Byte,
            };
            pieces.skip(2)?;
            let code = pieces.text(length, book.spelling, &|_| false)?;
            custom.insert(id, NumberFormat::of_code(&code));
        }
        // Style.
        0x00E0 => styles.push(u16_at(data, 2)?),
        // Sheet; chart and macro sheets are skipped.
        0x0085 if *data.get(5)? == 0 => {
            pieces.skip(6)?;
            book.sheets.push(Bound {
                start: usize::try_from(u32_at(data, 0)?).ok()?,
                name: pieces.text(Length::Byte, book.spelling, &|_| false)?,
                is_hidden: data.get(4)? & 3 != 0,
            });
        }
        // Shared strings.
        0x00FC => {
            pieces.skip(4)?;
            let count = pieces.long()?;
            for _ in 0..count {
                if let Err(stop) = budget.entry() {
                    return Some(Err(stop));
                }
                let text = pieces.text(Length::Short, book.spelling, &|font| book.raised.contains(&font))?;
                book.texts.push(trimmed(&text).to_owned());
            }
        }
        _ => {}
    }
    Some(Ok(()))
}
