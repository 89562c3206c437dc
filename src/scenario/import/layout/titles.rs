//! Tables of one indicator, which their title names: 地区生产总值指数（上年=100） above 年份 and 指数.

use super::{At, Found, LOOK_AT};
use crate::file::{Grid, GridCell};
use crate::scenario::import::names::Names;
use crate::scenario::import::saying::Saying;
use crate::scenario::import::words::{self, Head};

/// Gives figures the name that stands in a title, where no heading of theirs names anything.
pub(super) fn name(names: &Names<'_>, grid: &Grid, found: &mut Found) {
    let text = |at: At| grid.text(at.0, at.1).unwrap_or("");
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
    let (Some(title), None) = (titles.next(), titles.next()) else {
        return;
    };
    for strand in &mut found.strands {
        let heading = strand.name.map_or("", |at| text(at).trim()).to_owned();
        let said = Saying::of(&heading);
        strand.above = std::mem::take(&mut strand.above).or(&said);
        strand.name = Some(title);
        if said.says_something() && strand.heading.is_empty() {
            strand.heading = heading;
        }
    }
}

/// Whether a heading says no more than that figures are below it, or how they are published.
fn is_general(names: &Names<'_>, heading: &str) -> bool {
    let is_word = words::head(heading) == Some(Head::Value) || words::is_whole(heading);
    !names.has(heading) && (is_word || Saying::of(heading).is_clear())
}
