//! Cell comments, stored in a separate part.

use quick_xml::events::Event;

use super::super::Grid;
use super::super::limits::{ReadBudget, ReadError};
use super::super::xml::{XmlReader, attribute};
use super::book::{relations, resolved};
use super::sheet::position;
use super::text::rich;
use super::{Archive, with_part};

/// The comments part of a sheet, if any.
pub(super) fn part(
    archive: &mut Archive<'_>,
    sheet: &str,
    budget: &mut ReadBudget<'_>,
) -> Result<Option<String>, ReadError> {
    let (folder, file) = sheet.rsplit_once('/').unwrap_or(("", sheet));
    let beside = format!("{folder}/_rels/{file}.rels");
    let links = with_part(archive, beside.trim_start_matches('/'), budget, relations)?.unwrap_or_default();
    let comments = links.iter().find(|link| link.kind.ends_with("/comments"));
    Ok(comments.map(|link| resolved(folder, &link.target)))
}

pub(super) fn read(
    xml: &mut XmlReader<'_>,
    grid: &mut Grid,
    budget: &mut ReadBudget<'_>,
) -> Result<(), ReadError> {
    loop {
        match xml.next(budget)? {
            Event::Start(tag) if tag.local_name().as_ref() == b"comment" => {
                let at = attribute(&tag, "ref").and_then(|place| position(place.as_bytes()));
                let text = rich(xml, b"comment", budget)?;
                if let Some(at) = at {
                    grid.comment(at, &text, budget)?;
                }
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}
