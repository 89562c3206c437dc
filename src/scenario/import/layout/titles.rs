//! Tables whose indicator is named by title or sheet: 地区生产总值指数（上年=100） above 年份 and 指数.

use super::{CellPosition, DetectedTable, LOOK_AT, SeriesStrand};
use crate::file::{Grid, GridCell};
use crate::scenario::import::around::{CaveatKind, is_region, is_whole};
use crate::scenario::import::names::Names;
use crate::scenario::import::saying::Statements;
use crate::scenario::import::words::{self, ColumnType};

/// Names figures after the title, if no heading names anything.
pub(super) fn name(names: &Names<'_>, (grid, sheet): (&Grid, Option<&str>), found: &mut DetectedTable) {
    name_country(names, grid, found);
    let text = |at: CellPosition| grid.text(at.0, at.1).unwrap_or("");
    let are_nameless = found
        .strands
        .iter()
        .all(|strand| strand.name.is_some_and(|at| is_general(names, text(at))));
    let rows = found.strands.iter().flat_map(|strand| {
        let cells = strand.cells.iter().map(|cell| cell.at);
        cells.chain(strand.name).map(|at| at.0)
    });
    let years = found.years.iter().map(|(at, _)| at.0);
    let first = rows.chain(years).min().unwrap_or(0);
    if !are_nameless || found.strands.is_empty() {
        return;
    }
    let places = (0..first.min(LOOK_AT)).flat_map(|row| {
        let columns = grid.row(row).take(LOOK_AT).enumerate();
        columns.filter_map(move |(column, cell)| match cell {
            GridCell::Text(title) => Some(((row, column), title)),
            _ => None,
        })
    });
    let mut titles = places.filter(|(_, title)| names.has(title)).map(|(at, _)| at);
    let title = match (titles.next(), titles.next()) {
        (Some(title), None) => title,
        (None, _) => return name_by_sheet(names, sheet, found),
        _ => return,
    };
    for strand in &mut found.strands {
        let heading = strand.name.map_or("", |at| text(at).trim()).to_owned();
        let said = Statements::of(&heading);
        strand.above = std::mem::take(&mut strand.above).or(&said);
        strand.name = Some(title);
        if said.says_something() && strand.heading.is_empty() {
            strand.heading = heading;
        }
    }
}

/// Regional rows under a title that names the indicator: only the national row is used.
fn name_country(names: &Names<'_>, grid: &Grid, found: &mut DetectedTable) {
    let plan = names.plan;
    let text = |at: CellPosition| grid.text(at.0, at.1).unwrap_or("").trim();
    let region = |strand: &SeriesStrand| strand.name.map(text).filter(|name| !name.is_empty());
    let is_whole = |name: &str| is_whole(plan, name) && !names.has(name);
    let are_regions = found
        .strands
        .iter()
        .all(|strand| region(strand).is_some_and(|name| is_whole(name) || is_region(plan, name)));
    let mut countries = found
        .strands
        .iter()
        .filter_map(region)
        .filter(|name| is_whole(name));
    if !are_regions || countries.next().is_none() {
        return;
    }
    let first = found.years.iter().map(|(at, _)| at.0).min().unwrap_or(0);
    let titles = (0..=first.min(LOOK_AT)).flat_map(|row| grid.row(row).take(LOOK_AT));
    let mut telling = titles.filter_map(|cell| match cell {
        GridCell::Text(title) => match names.mentioned(title).as_slice() {
            [] => None,
            about => Some((about.to_vec(), title)),
        },
        _ => None,
    });
    let (Some((about, title)), None) = (telling.next(), telling.next()) else {
        return;
    };
    let [indicator] = about.as_slice() else { return };
    let said = names.beside_name(title);
    let (mut own, others): (Vec<SeriesStrand>, Vec<SeriesStrand>) = std::mem::take(&mut found.strands)
        .into_iter()
        .partition(|strand| region(strand).is_some_and(is_whole));
    for strand in &mut own {
        strand.anchored = Some(*indicator);
        strand.above = std::mem::take(&mut strand.above).or(&said);
    }
    let others = others.into_iter().flat_map(|strand| {
        let name = region(&strand).unwrap_or("").to_owned();
        let filled = strand
            .cells
            .into_iter()
            .filter(|cell| *grid.get(cell.at.0, cell.at.1) != GridCell::Empty);
        filled
            .map(move |cell| (cell.at, cell.year, name.clone()))
            .collect::<Vec<_>>()
    });
    found.elsewhere.extend(others);
    found.strands = own;
    // The row settles the title's region.
    found
        .cautions
        .retain(|caution| caution.matter != CaveatKind::Region);
}

/// Names figures after the sheet, if nothing on it names an indicator.
fn name_by_sheet(names: &Names<'_>, sheet: Option<&str>, found: &mut DetectedTable) {
    let subject = sheet.and_then(|sheet| names.find(sheet).ok());
    let Some(subject) = subject.filter(|subject| subject.doubt.is_none()) else {
        return;
    };
    for strand in &mut found.strands {
        strand.anchored = Some(subject.indicator);
        strand.above = std::mem::take(&mut strand.above).or(&subject.saying);
    }
}

/// Whether a heading is generic: figures, or their kind.
fn is_general(names: &Names<'_>, heading: &str) -> bool {
    let is_word = words::head(heading) == Some(ColumnType::Value) || words::is_whole(heading);
    !names.has(heading) && (is_word || Statements::of(heading).is_clear())
}
