//! Which places of such a table have names, and which lines say of each place what it is about.

use super::Wide;
use crate::file::GridCell;
use crate::scenario::import::layout::{LOOK_AT, parts};
use crate::scenario::import::number::{self, Reading};
use crate::scenario::import::words::{self, Head};
use crate::scenario::import::year;

impl<'g> Wide<'g> {
    /// The place with the most names of indicators; failing that, the first with text that is no number.
    pub(super) fn find_names(&self) -> Option<usize> {
        self.known_names().or_else(|| {
            let is_text = |place: &usize| {
                let mut texts = self.texts(*place);
                texts.any(|(line, _)| {
                    let reading = number::read(self.view.cell(line, *place), self.view.decimal);
                    matches!(reading, Reading::Refused(..))
                })
            };
            let first_year = self.year_line.and_then(|line| {
                (0..self.sampled_places()).find(|place| year::of(self.view.cell(line, *place)).is_some())
            });
            (0..first_year.unwrap_or(1).min(self.sampled_places())).find(is_text)
        })
    }

    /// The place with the most names of indicators.
    pub(super) fn known_names(&self) -> Option<usize> {
        let known = |place: usize| self.texts(place).filter(|(_, text)| self.names.has(text)).count();
        let places = (0..self.view.places().min(LOOK_AT)).rev();
        places
            .map(|place| (place, known(place)))
            .filter(|(_, known)| *known > 0)
            .max_by_key(|(_, known)| *known)
            .map(|(place, _)| place)
    }

    /// Lines whose name is that of a column of regions, scenarios, months and the like.
    pub(super) fn find_asides(&self, year_line: usize) -> Vec<usize> {
        let Some(place) = self.name_place else {
            return Vec::new();
        };
        let is_aside = |line: &usize| {
            let name = self.view.text(*line, place);
            let head = name.and_then(words::head);
            let is_known = matches!(head, Some(Head::Label | Head::Part | Head::Kind | Head::Remark));
            *line != year_line && (is_known || self.parts_years(*line, (year_line, place)))
        };
        (0..self.sampled_lines()).filter(is_aside).collect()
    }

    /// Whether a line has nothing but names of parts in it, one for each year: a column of sectors beside one of years.
    fn parts_years(&self, line: usize, (year_line, name_place): (usize, usize)) -> bool {
        let heading = self.view.text(line, name_place).unwrap_or("");
        if heading.is_empty() || self.names.has(heading) {
            return false;
        }
        let is_year = |place: &usize| year::of(self.view.cell(year_line, *place)).is_some();
        let mut texts = Vec::new();
        for place in (0..self.sampled_places()).filter(is_year) {
            match self.view.cell(line, place) {
                GridCell::Empty => {}
                GridCell::Text(text) if parts::is_part(heading, text) => texts.push(text.as_str()),
                _ => return false,
            }
        }
        parts::come_again(texts.into_iter())
    }

    /// Places behind years that have names of indicators as well.
    pub(super) fn find_further_names(&self) -> Vec<usize> {
        let first_year = self.headings.all().next().map_or(usize::MAX, |(place, _)| place);
        let places = (0..self.view.places().min(LOOK_AT)).filter(|place| {
            *place > first_year && Some(*place) != self.name_place && self.headings.at(*place).is_none()
        });
        places
            .filter(|place| self.texts(*place).any(|(_, text)| self.names.has(text)))
            .collect()
    }

    /// The texts at one place in all lines but that of the years.
    pub(super) fn texts(&self, place: usize) -> impl Iterator<Item = (usize, &'g str)> {
        let lines = (0..self.sampled_lines()).filter(|line| Some(*line) != self.year_line);
        lines.filter_map(move |line| Some((line, self.view.text(line, place)?)))
    }
}
