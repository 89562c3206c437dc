//! What stands above each column of figures: its year, and what lines above and below the year say.

use super::View;
use crate::file::GridCell;
use crate::scenario::import::saying::Saying;
use crate::scenario::import::year;

/// What a place of each line is about.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Heading {
    pub year: i32,
    pub is_part: bool,
    /// What is said beside the year, as written; empty for a year alone.
    pub text: String,
    pub said: Saying,
}

/// The headings of all places.
#[derive(Debug, Default)]
pub(super) struct Headings {
    places: Vec<Option<Heading>>,
    /// The first and the last line of headings.
    pub first_line: usize,
    pub last_line: usize,
}

/// Lines above the years that may belong to the headings.
const ABOVE: usize = 2;

impl Headings {
    /// Without years above them, figures begin at a place, in an anchor's year.
    pub fn from(places: usize, first: usize, year: Option<i32>) -> Self {
        let heading = |place: usize| {
            let later = i32::try_from(place.checked_sub(first)?).ok()?;
            Some(Heading {
                year: year?.checked_add(later)?,
                is_part: false,
                text: String::new(),
                said: Saying::default(),
            })
        };
        Self {
            places: (0..places).map(heading).collect(),
            ..Self::default()
        }
    }

    /// The headings around the line that has the years. `is_name` tells lines that already name an indicator.
    pub fn read(
        view: View<'_>,
        line: usize,
        name_place: Option<usize>,
        is_name: impl Fn(usize) -> bool,
    ) -> Self {
        let below = line + 1;
        let has_below =
            below < view.lines() && !is_name(below) && is_line_of_headings(view, line, below, name_place);
        let mut headings = Self {
            places: Vec::new(),
            first_line: line,
            last_line: if has_below { below } else { line },
        };
        let mut last: Option<Heading> = None;
        for place in 0..view.places() {
            let heading = if Some(place) == name_place {
                None
            } else {
                own(view, line, place).or_else(|| continued(view, (line, has_below), place, last.as_ref()))
            };
            last.clone_from(&heading);
            headings.places.push(heading);
        }
        if has_below {
            headings.add(view, below, false);
        }
        for above in (line.saturating_sub(ABOVE)..line).rev() {
            if !headings.add(view, above, true) {
                break;
            }
            headings.first_line = above;
        }
        headings
    }

    /// Adds what a line says to the headings; false where it says nothing of them.
    fn add(&mut self, view: View<'_>, line: usize, is_above: bool) -> bool {
        let texts: Vec<Option<(String, Saying)>> = (0..self.places.len())
            .map(|place| stated(view, line, place))
            .collect();
        let is_stated = |place: &usize| self.places[*place].is_some() && texts[*place].is_some();
        // A title above one column is no heading of columns.
        let count = (0..self.places.len()).filter(is_stated).count();
        if count == 0 || (is_above && count < 2) {
            return false;
        }
        let mut carried: Option<(String, Saying)> = None;
        for (heading, text) in self.places.iter_mut().zip(texts) {
            let Some(heading) = heading else { continue };
            // Merged cells lose their merging in CSV, and leave blanks to the right.
            if text.is_some() || !is_above {
                carried = text;
            }
            if let Some((text, said)) = &carried {
                if !heading.text.is_empty() {
                    heading.text.push(' ');
                }
                heading.text.push_str(text);
                heading.said = heading.said.clone().or(said);
            }
        }
        true
    }

    /// What a place is about.
    pub fn at(&self, place: usize) -> Option<&Heading> {
        self.places.get(place).and_then(Option::as_ref)
    }

    /// Every place that has a year.
    pub fn all(&self) -> impl Iterator<Item = (usize, &Heading)> {
        let places = self.places.iter().enumerate();
        places.filter_map(|(place, heading)| Some((place, heading.as_ref()?)))
    }

    pub fn years(&self) -> impl Iterator<Item = i32> {
        self.all().map(|(_, heading)| heading.year)
    }
}

/// The heading of a place whose cell names the year.
fn own(view: View<'_>, line: usize, place: usize) -> Option<Heading> {
    let when = year::of(view.cell(line, place))?;
    let text = when.said.as_ref().map_or_else(String::new, |_| {
        let text = view.cell(line, place).written().into_owned();
        // What is the same above every year tells no columns apart.
        text.replace(&when.year.to_string(), "").trim().to_owned()
    });
    Some(Heading {
        year: when.year,
        is_part: when.is_part,
        text,
        said: when.said.unwrap_or_default(),
    })
}

/// The heading of a place to the right of a year: part of the same merged cell, blank above a heading of its own, or a
/// statement such as "比上年增长(%)", which is about the year before it.
fn continued(
    view: View<'_>,
    (line, has_below): (usize, bool),
    place: usize,
    last: Option<&Heading>,
) -> Option<Heading> {
    if let Some((from_line, from_place)) = view.merged_from(line, place)
        && from_place != place
    {
        return own(view, from_line, from_place);
    }
    let last = last?;
    let bare = || Heading {
        year: last.year,
        is_part: last.is_part,
        text: String::new(),
        said: Saying::default(),
    };
    match view.cell(line, place) {
        GridCell::Empty if has_below && view.text(line + 1, place).is_some() => Some(bare()),
        GridCell::Text(text) => {
            let said = Saying::of(text);
            let is_statement = said.is_clear() && (said.basis.is_some() || said.is_change);
            is_statement.then(|| Heading {
                text: text.clone(),
                said,
                ..bare()
            })
        }
        _ => None,
    }
}

/// A text in a heading that says something of figures, taken from the first of merged cells.
fn stated(view: View<'_>, line: usize, place: usize) -> Option<(String, Saying)> {
    let text = view.text(line, place).or_else(|| {
        let (line, place) = view.merged_from(line, place)?;
        view.text(line, place)
    })?;
    let said = Saying::of(text);
    said.is_clear().then(|| (text.to_owned(), said))
}

/// Whether a line below the years has headings: statements, and nothing that is a figure.
fn is_line_of_headings(view: View<'_>, years: usize, line: usize, name_place: Option<usize>) -> bool {
    let places = || (0..view.places()).filter(|place| Some(*place) != name_place);
    let has_figure = places().any(|place| view.is_figure(line, place));
    let is_stated = |place: &usize| stated(view, line, *place).is_some();
    let above_figures = |place: &usize| {
        let is_year = |place: usize| year::of(view.cell(years, place)).is_some();
        is_year(*place) || (0..*place).any(is_year)
    };
    !has_figure && places().filter(above_figures).any(|place| is_stated(&place))
}
