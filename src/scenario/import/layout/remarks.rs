//! Texts above or below a year.

use std::collections::HashMap;

use super::{SAMPLE, TableView};
use crate::plan::Plan;
use crate::scenario::import::around::{self, CaveatKind};
use crate::scenario::import::saying::Statements;
use crate::scenario::import::words;
use crate::scenario::import::year;

/// What a text above or below a year says of the figures there.
#[derive(Clone)]
pub(super) enum Remark {
    Said(Box<Statements>),
    WholeYear,
    Part,
    Region,
}

impl Remark {
    pub fn of(plan: &Plan, text: &str) -> Option<Self> {
        let said = Statements::of(text);
        if said.is_clear() {
            return Some(Self::Said(Box::new(said)));
        }
        if around::is_whole_year(text) {
            return Some(Self::WholeYear);
        }
        if words::is_whole(text) || words::is_country(text) {
            return Some(Self::Region);
        }
        Some(match around::caution(plan, text, false)?.matter {
            CaveatKind::Part => Self::Part,
            CaveatKind::Region | CaveatKind::Scope | CaveatKind::Limit => Self::Region,
            CaveatKind::Year
            | CaveatKind::Said
            | CaveatKind::Sample
            | CaveatKind::Shifted
            | CaveatKind::Size
            | CaveatKind::Rate => {
                return None;
            }
            CaveatKind::Promised => Self::Said(Box::new(Statements {
                is_promised: true,
                ..Statements::default()
            })),
        })
    }
}

/// Text of a heading cell, or of its merged area.
fn text_at(view: TableView<'_>, line: usize, place: usize) -> Option<&str> {
    view.text(line, place).or_else(|| {
        let (line, place) = view.merged_from(line, place)?;
        view.text(line, place)
    })
}

/// A heading text with a statement about figures.
fn remark<'g>((plan, view): (&Plan, TableView<'g>), line: usize, place: usize) -> Option<(&'g str, Remark)> {
    let text = text_at(view, line, place)?;
    Some((text, Remark::of(plan, text)?))
}

/// Distinct texts read per line; real headings have dozens.
const MOST_TEXTS: usize = 1000;

/// Remarks in a line, by place; each distinct text is read once.
pub(super) fn remarks<'g>(
    (plan, view): (&Plan, TableView<'g>),
    line: usize,
    places: usize,
) -> Vec<Option<(&'g str, Remark)>> {
    let mut known: HashMap<&str, Option<Remark>> = HashMap::new();
    let of_place = |place: usize| {
        let text = text_at(view, line, place)?;
        if !known.contains_key(text) {
            let said = (known.len() < MOST_TEXTS)
                .then(|| Remark::of(plan, text))
                .flatten();
            known.insert(text, said);
        }
        Some((text, known[text].clone()?))
    };
    (0..places).map(of_place).collect()
}

/// Whether a line below the years holds headings: statements, no figures.
pub(super) fn is_line_of_headings(
    (plan, view): (&Plan, TableView<'_>),
    years: usize,
    line: usize,
    name_place: Option<usize>,
) -> bool {
    // A long transposed table has a place per row; a sample suffices.
    let places = || (0..view.places().min(SAMPLE)).filter(|place| Some(*place) != name_place);
    let has_figure = places().any(|place| view.is_figure(line, place));
    let is_stated = |place: &usize| remark((plan, view), line, *place).is_some();
    let above_figures = |place: &usize| {
        let is_year = |place: usize| year::of(view.cell(years, place)).is_some();
        is_year(*place) || (0..*place).any(is_year)
    };
    !has_figure && places().filter(above_figures).any(|place| is_stated(&place))
}
