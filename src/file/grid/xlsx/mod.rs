//! .xlsx and .xlsm workbooks: values only. Formulas are not recalculated and macros never run.

mod book;
mod comments;
mod sheet;
mod text;

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::Cursor;

use zip::ZipArchive;
use zip::result::ZipError;

use super::limits::{MOST_SHEETS, MOST_UNPACKED, ReadBudget, ReadError, too_many_sheets};
use super::xml::XmlReader;
use super::{Sheet, Sheets};

/// An archive in memory.
pub(super) type Archive<'b> = ZipArchive<Cursor<&'b [u8]>>;

/// A workbook in an opened archive.
pub(super) fn read(archive: &mut Archive<'_>, budget: &mut ReadBudget<'_>) -> Result<Sheets, ReadError> {
    let book = book::read(archive, budget)?;
    let (mut sheets, mut filled) = (Vec::new(), 0);
    for entry in &book.sheets {
        let grid = with_part(archive, &entry.part, budget, |xml, budget| {
            sheet::read(xml, &book, budget)
        })?;
        let Some(mut grid) = grid else {
            return Err(budget.broken(format!("{} is missing", entry.part)));
        };
        if let Some(part) = comments::part(archive, &entry.part, budget)? {
            with_part(archive, &part, budget, |xml, budget| {
                comments::read(xml, &mut grid, budget)
            })?;
        }
        filled += usize::from(!grid.is_empty());
        if filled > MOST_SHEETS {
            return Err(too_many_sheets(budget.name).into());
        }
        sheets.push(Sheet {
            name: entry.name.clone(),
            grid,
            is_hidden: entry.is_hidden,
        });
    }
    let has_macros = names(archive).any(|name| name.ends_with("vbaProject.bin"));
    Ok(Sheets { sheets, has_macros })
}

/// The actual part name for one that may differ in case or slashes.
pub(super) fn real_name(archive: &Archive<'_>, wanted: &str) -> Option<String> {
    if archive.index_for_name(wanted).is_some() {
        return Some(wanted.to_owned());
    }
    let wanted = folded(wanted);
    let same = |name: &Cow<'_, str>| folded(name) == wanted;
    names(archive).find(same).map(Cow::into_owned)
}

/// The same with an index, for repeated lookups.
fn own_name(archive: &Archive<'_>, wanted: &str, budget: &mut ReadBudget<'_>) -> Option<String> {
    if archive.index_for_name(wanted).is_some() {
        return Some(wanted.to_owned());
    }
    let parts = budget.parts.get_or_insert_with(|| {
        let mut parts = HashMap::new();
        for name in names(archive) {
            // The first of duplicates wins.
            parts.entry(folded(&name)).or_insert_with(|| name.into_owned());
        }
        parts
    });
    parts.get(&folded(wanted)).cloned()
}

/// Normalises case and slashes.
fn folded(name: &str) -> String {
    name.replace('\\', "/").to_ascii_lowercase()
}

/// Part names that are valid text.
pub(super) fn names<'a>(archive: &'a Archive<'_>) -> impl Iterator<Item = Cow<'a, str>> {
    archive.file_names().flatten()
}

/// Reads a part of the archive; `None` if missing.
pub(super) fn with_part<T>(
    archive: &mut Archive<'_>,
    wanted: &str,
    budget: &mut ReadBudget<'_>,
    read: impl FnOnce(&mut XmlReader<'_>, &mut ReadBudget<'_>) -> Result<T, ReadError>,
) -> Result<Option<T>, ReadError> {
    let Some(name) = own_name(archive, wanted, budget) else {
        return Ok(None);
    };
    let mut file = match archive.by_name(&name) {
        Ok(file) => file,
        Err(ZipError::InvalidPassword | ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => {
            return Err(budget.refusal("table-password", "table-password-help"));
        }
        Err(error) => return Err(budget.broken(format!("{name}: {error}"))),
    };
    // The declared size allows an early exit; the stream is bounded anyway.
    if file.size() > MOST_UNPACKED {
        return Err(budget.unpacks(&name, MOST_UNPACKED));
    }
    let mut xml = XmlReader::new(&name, &mut file, budget);
    let found = read(&mut xml, budget)?;
    xml.finish(budget);
    Ok(Some(found))
}

/// Announces the decompressed size of the parts to be read.
pub(super) fn expect(archive: &mut Archive<'_>, budget: &ReadBudget<'_>, is_read: impl Fn(&str) -> bool) {
    let sizes = (0..archive.len()).filter_map(|index| {
        let file = archive.by_index_raw(index).ok()?;
        let name = file.name().ok()?.to_lowercase();
        is_read(&name).then_some(file.size())
    });
    budget.watch.expect(sizes.fold(0, u64::saturating_add));
}
