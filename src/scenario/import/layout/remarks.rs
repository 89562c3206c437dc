//! What a text above or below a year says of the figures there.

use super::View;
use crate::plan::Plan;
use crate::scenario::import::around::{self, Matter};
use crate::scenario::import::saying::Saying;
use crate::scenario::import::words;
use crate::scenario::import::year;

/// What a text above or below a year says of the figures there.
#[derive(Clone)]
pub(super) enum Remark {
    Said(Box<Saying>),
    WholeYear,
    Part,
    Region,
}

impl Remark {
    pub fn of(plan: &Plan, text: &str) -> Option<Self> {
        let said = Saying::of(text);
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
            Matter::Part => Self::Part,
            Matter::Region | Matter::Scope | Matter::Limit => Self::Region,
            Matter::Year | Matter::Said | Matter::Sample | Matter::Shifted | Matter::Size | Matter::Rate => {
                return None;
            }
            Matter::Promised => Self::Said(Box::new(Saying {
                is_promised: true,
                ..Saying::default()
            })),
        })
    }
}

/// A text in a heading that says something of figures, taken from the first of merged cells.
pub(super) fn remark<'g>(
    (plan, view): (&Plan, View<'g>),
    line: usize,
    place: usize,
) -> Option<(&'g str, Remark)> {
    let text = view.text(line, place).or_else(|| {
        let (line, place) = view.merged_from(line, place)?;
        view.text(line, place)
    })?;
    Some((text, Remark::of(plan, text)?))
}

/// Whether a line below the years has headings: statements, and nothing that is a figure.
pub(super) fn is_line_of_headings(
    (plan, view): (&Plan, View<'_>),
    years: usize,
    line: usize,
    name_place: Option<usize>,
) -> bool {
    let places = || (0..view.places()).filter(|place| Some(*place) != name_place);
    let has_figure = places().any(|place| view.is_figure(line, place));
    let is_stated = |place: &usize| remark((plan, view), line, *place).is_some();
    let above_figures = |place: &usize| {
        let is_year = |place: usize| year::of(view.cell(years, place)).is_some();
        is_year(*place) || (0..*place).any(is_year)
    };
    !has_figure && places().filter(above_figures).any(|place| is_stated(&place))
}
