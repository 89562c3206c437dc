//! Workbook-wide data: sheet list, shared strings, number formats, calendar.

use std::collections::HashMap;

use quick_xml::events::Event;

use super::super::blanks::trimmed;
use super::super::format::NumberFormat;
use super::super::limits::{MOST_SHEETS, ReadBudget, ReadError, too_many_sheets};
use super::super::xml::{XmlReader, attribute, says_yes};
use super::{Archive, text, with_part};

/// Spreadsheets allow 65,490.
const MOST_STYLES: usize = 100_000;

/// Allows for empty sheets.
const MOST_LISTED: usize = 5 * MOST_SHEETS;

/// An entry of the sheet list.
pub(super) struct SheetEntry {
    pub(super) name: String,
    /// Archive part.
    pub(super) part: String,
    pub(super) is_hidden: bool,
}

/// Data needed to read sheets.
#[derive(Default)]
pub(super) struct XlsxWorkbook {
    pub(super) sheets: Vec<SheetEntry>,
    pub(super) texts: Vec<String>,
    /// By style index.
    pub(super) formats: Vec<NumberFormat>,
    /// Whether a style is struck through, by index.
    pub(super) is_struck: Vec<bool>,
    pub(super) is_1904: bool,
}

/// A relationship to another part.
pub(super) struct Relation {
    id: String,
    pub(super) kind: String,
    pub(super) target: String,
}

pub(super) fn read(
    archive: &mut Archive<'_>,
    budget: &mut ReadBudget<'_>,
) -> Result<XlsxWorkbook, ReadError> {
    let start = with_part(archive, "_rels/.rels", budget, relations)?.unwrap_or_default();
    let main = start
        .iter()
        .find(|relation| relation.kind.ends_with("/officeDocument"))
        .map_or_else(
            || "xl/workbook.xml".to_owned(),
            |relation| resolved("", &relation.target),
        );
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
    let beside = format!("{folder}/_rels/{file}.rels");
    let links = with_part(archive, beside.trim_start_matches('/'), budget, relations)?.unwrap_or_default();
    let Some((listed, is_1904)) = with_part(archive, &main, budget, list)? else {
        return Err(budget.broken(format!("{main} is missing")));
    };
    let mut book = XlsxWorkbook {
        is_1904,
        ..XlsxWorkbook::default()
    };
    if listed.len() > MOST_LISTED {
        return Err(too_many_sheets(budget.name).into());
    }
    // The first of duplicate ids wins.
    let by_id: HashMap<&str, &Relation> = links.iter().rev().map(|link| (link.id.as_str(), link)).collect();
    for (name, id, is_hidden) in listed {
        let link = by_id.get(id.as_str());
        // Chart and macro sheets have no cells.
        if let Some(link) = link.filter(|link| link.kind.ends_with("/worksheet")) {
            let part = resolved(folder, &link.target);
            book.sheets.push(SheetEntry {
                name,
                part,
                is_hidden,
            });
        }
    }
    let part = |kind: &str| {
        let link = links.iter().find(|link| link.kind.ends_with(kind));
        link.map(|link| resolved(folder, &link.target))
    };
    if let Some(part) = part("/sharedStrings") {
        book.texts = with_part(archive, &part, budget, texts)?.unwrap_or_default();
    }
    if let Some(part) = part("/styles") {
        let styles = with_part(archive, &part, budget, styles)?.unwrap_or_default();
        (book.formats, book.is_struck) = styles.into_iter().unzip();
    }
    Ok(book)
}

/// Resolves a target relative to a folder of the archive.
pub(super) fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let mut parts: Vec<&str> = if target.starts_with('/') {
        Vec::new()
    } else {
        folder.split('/').collect()
    };
    for step in target.split('/') {
        match step {
            ".." => drop(parts.pop()),
            "." => {}
            step => parts.push(step),
        }
    }
    parts.retain(|part| !part.is_empty());
    parts.join("/")
}

pub(super) fn relations(
    xml: &mut XmlReader<'_>,
    budget: &mut ReadBudget<'_>,
) -> Result<Vec<Relation>, ReadError> {
    let mut found = Vec::new();
    loop {
        match xml.next(budget)? {
            Event::Start(tag) if tag.local_name().as_ref() == b"Relationship" => {
                budget.entry()?;
                let get = |name| attribute(&tag, name).unwrap_or_default();
                found.push(Relation {
                    id: get("Id"),
                    kind: get("Type"),
                    target: get("Target"),
                });
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// Name, relationship id and hidden flag of a sheet.
type Listed = (String, String, bool);

/// The sheet list, and whether dates use the 1904 calendar.
fn list(xml: &mut XmlReader<'_>, budget: &mut ReadBudget<'_>) -> Result<(Vec<Listed>, bool), ReadError> {
    let (mut found, mut is_1904) = (Vec::new(), false);
    loop {
        match xml.next(budget)? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                b"workbookPr" => is_1904 = says_yes(&tag, "date1904"),
                b"sheet" => {
                    budget.entry()?;
                    let state = attribute(&tag, "state");
                    let is_hidden = state.is_some_and(|state| state != "visible");
                    found.push((
                        attribute(&tag, "name").unwrap_or_default(),
                        attribute(&tag, "id").unwrap_or_default(),
                        is_hidden,
                    ));
                }
                _ => {}
            },
            Event::Eof => return Ok((found, is_1904)),
            _ => {}
        }
    }
}

/// Shared strings.
fn texts(xml: &mut XmlReader<'_>, budget: &mut ReadBudget<'_>) -> Result<Vec<String>, ReadError> {
    let mut found = Vec::new();
    loop {
        match xml.next(budget)? {
            Event::Start(tag) if tag.local_name().as_ref() == b"si" => {
                // Bounded by the number of cells.
                budget.entry()?;
                found.push(trimmed(&text::rich(xml, b"si", budget)?).to_owned());
            }
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

/// Number format and strike-through of each style.
fn styles(
    xml: &mut XmlReader<'_>,
    budget: &mut ReadBudget<'_>,
) -> Result<Vec<(NumberFormat, bool)>, ReadError> {
    let mut custom: HashMap<u16, NumberFormat> = HashMap::new();
    let (mut is_struck, mut is_fonts) = (Vec::new(), false);
    let mut found = Vec::new();
    let mut is_cells = false;
    loop {
        match xml.next(budget)? {
            Event::Start(tag) => match tag.local_name().as_ref() {
                b"numFmt" => {
                    budget.entry()?;
                    let id = attribute(&tag, "numFmtId").and_then(|id| id.parse().ok());
                    if let (Some(id), Some(code)) = (id, attribute(&tag, "formatCode")) {
                        custom.insert(id, NumberFormat::of_code(&code));
                    }
                }
                b"fonts" => is_fonts = true,
                b"font" if is_fonts => {
                    budget.entry()?;
                    is_struck.push(false);
                }
                b"strike" if is_fonts => {
                    let is_off = matches!(attribute(&tag, "val").as_deref(), Some("0" | "false"));
                    is_struck
                        .last_mut()
                        .into_iter()
                        .for_each(|struck| *struck = !is_off);
                }
                b"cellXfs" => is_cells = true,
                b"xf" if is_cells => {
                    if found.len() >= MOST_STYLES {
                        return Err(budget.broken(format!("more than {MOST_STYLES} styles")));
                    }
                    let id = attribute(&tag, "numFmtId").and_then(|id| id.parse().ok());
                    let id = id.unwrap_or(0);
                    let own = custom.get(&id).cloned();
                    let font = attribute(&tag, "fontId").and_then(|id| id.parse::<usize>().ok());
                    let struck = font.and_then(|font| is_struck.get(font)).copied();
                    let format = own.unwrap_or_else(|| NumberFormat::built_in(id));
                    found.push((format, struck.unwrap_or_default()));
                }
                _ => {}
            },
            Event::End(tag) if tag.local_name().as_ref() == b"cellXfs" => is_cells = false,
            Event::End(tag) if tag.local_name().as_ref() == b"fonts" => is_fonts = false,
            Event::Eof => return Ok(found),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn targets_are_found_from_where_they_are_named() {
        assert_eq!(
            resolved("xl", "worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml"
        );
        assert_eq!(
            resolved("xl", "/xl/worksheets/sheet1.xml"),
            "xl/worksheets/sheet1.xml"
        );
        assert_eq!(resolved("xl/a", "..\\styles.xml"), "xl/styles.xml");
        assert_eq!(resolved("", "xl/workbook.xml"), "xl/workbook.xml");
    }
}
