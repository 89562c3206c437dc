//! Reading table files.

use std::io::{Cursor, Read};
use std::path::Path;

use zip::ZipArchive;

use super::super::read::{cannot_read, open};
use super::super::{Failure, WorkMonitor};
use super::kind::{self, FileType};
use super::limits::{LARGEST_TABLE, MOST_SHEETS, ReadBudget, ReadError, other, refusal, too_many_sheets};
use super::{Grid, Sheet, Sheets, encoding, html, ods, text, xls, xlsx};
use crate::text::Message;

/// Reads a table file: delimited text, a workbook (.xlsx, .xlsm, .xls, .ods) or a web page, detected by content.
///
/// # Errors
/// [`Failure`] for system errors, and for files that are not tables, unreadable, too large, damaged,
/// password-protected, empty, or of unknown encoding.
pub fn read_sheets(path: &Path) -> Result<Sheets, Failure> {
    let name = path.display().to_string();
    finished(&name, read_sheets_watched(path, &WorkMonitor::default()))
}

/// As [`read_sheets`], reporting progress to `watch`; `None` if cancelled.
///
/// # Errors
/// As [`read_sheets`].
pub fn read_sheets_watched(path: &Path, watch: &WorkMonitor) -> Result<Option<Sheets>, Failure> {
    match table_bytes(path, watch)? {
        Some(bytes) => sheets_of_bytes_watched(&path.display().to_string(), &bytes, watch),
        None => Ok(None),
    }
}

/// Reads a table file's bytes, reporting progress to `watch`; `None` if cancelled.
///
/// # Errors
/// [`Failure`] for system errors and for files that are too large.
pub fn table_bytes(path: &Path, watch: &WorkMonitor) -> Result<Option<Vec<u8>>, Failure> {
    let name = path.display().to_string();
    let (file, size) = open(path)?;
    let too_large = || refusal("table-too-large", &name, "table-too-large-help");
    if size > LARGEST_TABLE {
        return Err(too_large());
    }
    let mut file = file.take(LARGEST_TABLE + 1);
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    watch.expect(size);
    // In chunks: network files may be slow.
    loop {
        let read = file
            .by_ref()
            .take(1 << 20)
            .read_to_end(&mut bytes)
            .map_err(|source| cannot_read(path, source))?;
        watch.reached(bytes.len() as u64);
        if watch.is_cancelled() {
            return Ok(None);
        }
        if read == 0 {
            break;
        }
    }
    // The file may have grown.
    if bytes.len() as u64 > LARGEST_TABLE {
        return Err(too_large());
    }
    Ok(Some(bytes))
}

/// As [`read_sheets`], from a file's bytes; `name` is for messages.
///
/// # Errors
/// As [`read_sheets`].
pub fn sheets_of_bytes(name: &str, bytes: &[u8]) -> Result<Sheets, Failure> {
    finished(
        name,
        sheets_of_bytes_watched(name, bytes, &WorkMonitor::default()),
    )
}

/// As [`sheets_of_bytes`], reporting progress to `watch`; `None` if cancelled.
///
/// # Errors
/// As [`read_sheets`].
pub fn sheets_of_bytes_watched(
    name: &str,
    bytes: &[u8],
    watch: &WorkMonitor,
) -> Result<Option<Sheets>, Failure> {
    let mut budget = ReadBudget::new(name, watch);
    let mut found = match of_kind(kind::of(bytes), bytes, &mut budget) {
        Ok(found) => found,
        Err(ReadError::Cancelled) => return Ok(None),
        Err(ReadError::Refused(failure)) => return Err(failure),
    };
    found.sheets.retain(|sheet| !sheet.grid.is_empty());
    if found.sheets.is_empty() {
        return Err(refusal("table-empty", name, "table-empty-help"));
    }
    if found.sheets.len() > MOST_SHEETS {
        return Err(too_many_sheets(name));
    }
    Ok(Some(found))
}

/// Cells of pasted text: tab-separated as from spreadsheets; without tabs, as in files.
///
/// # Errors
/// [`Failure`] for empty text or too many cells.
pub fn pasted(text: &str) -> Result<Grid, Failure> {
    let watch = WorkMonitor::default();
    let mut budget = ReadBudget::new("…", &watch);
    let grid = match text::pasted(text, &mut budget) {
        Ok(grid) => grid,
        Err(ReadError::Cancelled) => Grid::default(),
        Err(ReadError::Refused(failure)) => return Err(failure),
    };
    if grid.is_empty() {
        return Err(Failure::Other {
            what: Message::new("paste-empty"),
            help: Some(Message::new("paste-empty-help")),
        });
    }
    Ok(grid)
}

/// Unwraps a result that cannot have been cancelled.
fn finished(name: &str, read: Result<Option<Sheets>, Failure>) -> Result<Sheets, Failure> {
    read?.ok_or_else(|| refusal("table-empty", name, "table-empty-help"))
}

fn of_kind(kind: FileType, bytes: &[u8], budget: &mut ReadBudget<'_>) -> Result<Sheets, ReadError> {
    let sheets = match kind {
        FileType::Nothing => return Err(budget.refusal("table-nothing", "table-nothing-help")),
        FileType::Archive => return archive(bytes, budget),
        FileType::Compound => return xls::read(bytes, budget),
        FileType::Stream => xls::read_stream(bytes, budget)?,
        FileType::Flat => return ods::read_flat(bytes, budget),
        FileType::Other(what) => return Err(other(budget.name, what)),
        FileType::Page => html::read(&encoding::decode_page(budget.name, bytes)?, budget)?,
        FileType::Text => {
            let text = encoding::decode(budget.name, bytes)?;
            vec![Sheet {
                name: budget.name.to_owned(),
                grid: text::grid(&text, budget)?,
                is_hidden: false,
            }]
        }
    };
    Ok(Sheets {
        sheets,
        has_macros: false,
    })
}

fn archive(bytes: &[u8], budget: &mut ReadBudget<'_>) -> Result<Sheets, ReadError> {
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|error| budget.broken(error.to_string()))?;
    if is_there(&archive, "xl/workbook.xml") || is_workbook(&archive) {
        xlsx::expect(&mut archive, budget, |name| {
            is_xml(name) && !name.contains("theme") && !name.contains("drawing")
        });
        return xlsx::read(&mut archive, budget);
    }
    let mut mimetype = String::new();
    if let Ok(file) = archive.by_name("mimetype") {
        // A non-text mimetype is ignored.
        let _ = file.take(200).read_to_string(&mut mimetype);
    }
    if mimetype.contains("opendocument.spreadsheet") {
        xlsx::expect(&mut archive, budget, |name| name == "content.xml");
        return ods::read(&mut archive, budget);
    }
    let what = kind::of_archive(|name| is_there(&archive, name), &mimetype);
    Err(other(budget.name, what))
}

fn is_xml(name: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("xml"))
}

fn is_there(archive: &xlsx::Archive<'_>, name: &str) -> bool {
    xlsx::real_name(archive, name).is_some()
}

/// Whether an archive has sheets under a non-standard workbook name.
fn is_workbook(archive: &xlsx::Archive<'_>) -> bool {
    let is_sheet = |name: &str| name.contains("worksheets/") && is_xml(name);
    xlsx::names(archive).any(|name| is_sheet(&name.to_lowercase()))
}
