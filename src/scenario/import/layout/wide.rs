//! Tables with a line for each indicator and a place for each year, or the other way round.

use super::headings::Headings;
use super::{Cell, Found, LOOK_AT, SAMPLE, Strand, View};
use crate::file::GridCell;
use crate::plan::IndicatorIx;
use crate::scenario::import::names::Names;
use crate::scenario::import::number::{self, Reading};
use crate::scenario::import::saying::{Basis, Saying};
use crate::scenario::import::words::{self, Head};
use crate::scenario::import::year;

/// A table seen so that each line is about one indicator and each place in it about one year.
pub(super) struct Wide<'g> {
    names: &'g Names<'g>,
    view: View<'g>,
    /// The line that has the years.
    pub year_line: Option<usize>,
    /// The place in each line that has the name.
    pub name_place: Option<usize>,
    /// Further places with names, to the right of years: tables side by side.
    further_names: Vec<usize>,
    /// The first line that has figures.
    first_line: usize,
    headings: Headings,
    anchor: Option<(IndicatorIx, i32)>,
}

impl<'g> Wide<'g> {
    pub fn seen(names: &'g Names<'g>, view: View<'g>, anchor: Option<(IndicatorIx, i32)>) -> Self {
        let mut wide = Self {
            names,
            view,
            year_line: None,
            name_place: None,
            further_names: Vec::new(),
            first_line: 0,
            headings: Headings::default(),
            anchor,
        };
        wide.year_line = wide.find_years();
        wide.name_place = wide.find_names();
        if let Some(line) = wide.year_line {
            let is_name = |line: usize| {
                let text = wide.name_place.and_then(|place| view.text(line, place));
                text.is_some_and(|text| names.has(text))
            };
            wide.headings = Headings::read(view, line, wide.name_place, is_name);
            wide.first_line = wide.headings.last_line + 1;
            wide.further_names = wide.find_further_names();
        } else {
            // Titles above figures that have no years above them.
            wide.first_line = (0..view.lines().min(SAMPLE))
                .find(|line| wide.has_figures(*line))
                .unwrap_or(0);
            let first = wide.name_place.map_or(0, |place| place + 1);
            wide.headings = Headings::from(view.places(), first, anchor.map(|(_, year)| year));
        }
        wide
    }

    /// Whether years and names were found.
    pub const fn is_placed(&self) -> bool {
        self.year_line.is_some() && self.name_place.is_some()
    }

    fn sampled_lines(&self) -> usize {
        self.view.lines().min(SAMPLE)
    }

    fn sampled_places(&self) -> usize {
        self.view.places().min(SAMPLE)
    }

    /// The line with the most years in it, if years are what it is about.
    fn find_years(&self) -> Option<usize> {
        let known = self.known_names();
        let count = |line: usize| {
            let cells = || (0..self.sampled_places()).map(|place| self.view.cell(line, place));
            let years: Vec<(i32, bool)> = cells()
                .filter_map(year::of)
                .map(|when| (when.year, when.said.is_some()))
                .collect();
            let others = cells().filter(|cell| **cell != GridCell::Empty).count() - years.len();
            let is_changing = years.windows(2).all(|pair| pair[0] != pair[1]);
            if is_changing && others <= years.len() + 2 {
                years.len()
            } else {
                0
            }
        };
        let lines = (0..self.view.lines().min(LOOK_AT)).rev();
        lines
            .filter(|line| self.anchor.is_none() || self.is_header(*line, known))
            .map(|line| (line, count(line)))
            .filter(|(_, count)| *count > 0)
            .max_by_key(|(_, count)| *count)
            .map(|(line, _)| line)
    }

    /// Whether a line's years are clearly such, and not levels that look like years. An anchor says which years figures
    /// belong to, so that a table need not name them, and a first row of figures must not be lost.
    fn is_header(&self, line: usize, known: Option<usize>) -> bool {
        let places = 0..self.sampled_places();
        let is_year = |place: usize| year::of(self.view.cell(line, place));
        let has_name = (places.clone()).any(|place| {
            let text = self.view.text(line, place);
            text.is_some_and(|text| self.names.has(text))
        });
        let has_other_figure =
            (places.clone()).any(|place| is_year(place).is_none() && self.view.is_figure(line, place));
        let is_first = (0..line).all(|other| !self.has_figures(other))
            && (line + 1..self.sampled_lines()).any(|other| self.has_figures(other));
        if has_name || has_other_figure || !is_first {
            return false;
        }
        let years: Vec<i32> = (places.clone())
            .filter_map(|place| is_year(place).map(|when| when.year))
            .collect();
        let is_run = years.len() > 1 && years.windows(2).all(|pair| pair[1] == pair[0] + 1);
        // 2011年 is no number.
        let is_marked = (places.clone()).any(|place| is_year(place).is_some_and(|when| !when.is_bare));
        // Where lines have names, one without is no line of figures.
        is_run || is_marked || known.is_some()
    }

    /// The place with the most names of indicators; failing that, the first with text that is no number.
    fn find_names(&self) -> Option<usize> {
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
    fn known_names(&self) -> Option<usize> {
        let known = |place: usize| self.texts(place).filter(|(_, text)| self.names.has(text)).count();
        let places = (0..self.view.places().min(LOOK_AT)).rev();
        places
            .map(|place| (place, known(place)))
            .filter(|(_, known)| *known > 0)
            .max_by_key(|(_, known)| *known)
            .map(|(place, _)| place)
    }

    /// Places behind years that have names of indicators as well.
    fn find_further_names(&self) -> Vec<usize> {
        let first_year = self.headings.all().next().map_or(usize::MAX, |(place, _)| place);
        let places = (0..self.view.places().min(LOOK_AT)).filter(|place| {
            *place > first_year && Some(*place) != self.name_place && self.headings.at(*place).is_none()
        });
        places
            .filter(|place| self.texts(*place).any(|(_, text)| self.names.has(text)))
            .collect()
    }

    /// The texts at one place in all lines but that of the years.
    fn texts(&self, place: usize) -> impl Iterator<Item = (usize, &'g str)> {
        let lines = (0..self.sampled_lines()).filter(|line| Some(*line) != self.year_line);
        lines.filter_map(move |line| Some((line, self.view.text(line, place)?)))
    }

    fn has_figures(&self, line: usize) -> bool {
        (0..self.sampled_places())
            .filter(|place| Some(*place) != self.name_place)
            .any(|place| self.view.is_figure(line, place))
    }

    /// How well a table fits when seen so: figures that have both a name and a year, then names, then years.
    pub fn score(&self) -> usize {
        let is_named = |line: usize| {
            let text = self.name_place.and_then(|place| self.view.text(line, place));
            text.is_some_and(|text| self.names.has(text))
        };
        // Years that an anchor gives say nothing for a table.
        let mut score = self.year_line.map_or(0, |_| self.headings.years().count());
        for line in (0..self.sampled_lines()).filter(|line| Some(*line) != self.year_line && is_named(*line))
        {
            let figures = (0..self.sampled_places())
                .filter(|place| self.headings.at(*place).is_some() && self.view.is_figure(line, *place));
            score += 2 + 4 * figures.count();
        }
        score
    }

    /// The figures of every line.
    pub fn strands(&self) -> Found {
        let (above, title) = self.above();
        let mut strands = Vec::new();
        let mut last_name = None;
        for line in self.first_line..self.view.lines() {
            let beside = self.beside(line);
            let goes_on = beside.has_kind || beside.said.says_something();
            let name = self.name_of(line, goes_on, &mut last_name);
            strands.extend(self.strands_of(line, name, &beside, (&above, title)));
        }
        let years = self.year_line.map(|line| {
            let own = (0..self.view.places()).filter_map(|place| {
                let when = year::of(self.view.cell(line, place))?;
                let is_used = self.headings.at(place).is_some();
                is_used.then(|| (self.view.at(line, place), when.year))
            });
            own.collect()
        });
        Found {
            is_turned: self.view.is_turned,
            strands,
            years: years.unwrap_or_default(),
            score: self.score(),
        }
    }

    fn strands_of(
        &self,
        line: usize,
        name: Option<(usize, usize)>,
        beside: &Beside,
        (above, title): (&Saying, Option<Basis>),
    ) -> Vec<Strand> {
        let mut strands: Vec<Strand> = Vec::new();
        for (place, heading) in self.headings.all() {
            // Tables side by side: the name is the nearest one to the left.
            let before = self.further_names.iter().filter(|name| **name < place);
            let (block, name) = match before.clone().next_back() {
                Some(further) => (before.count(), Some((line, *further))),
                None => (0, name),
            };
            let line = line + block * self.view.lines();
            let cell = Cell {
                at: self.view.at(line % self.view.lines(), place),
                year: heading.year,
                is_part: heading.is_part,
            };
            let goes_on = |strand: &&mut Strand| (strand.line, &strand.heading) == (line, &heading.text);
            match strands.iter_mut().find(goes_on) {
                Some(strand) => {
                    strand.cells.push(cell);
                    strand.value_place = None;
                }
                None => strands.push(Strand {
                    line,
                    name: name.map(|(line, place)| self.view.at(line, place)),
                    above: heading.said.clone(),
                    beside: beside.said.clone().or(above),
                    title,
                    heading: heading.text.clone(),
                    value_place: Some(place),
                    labels: beside.labels.clone(),
                    cells: vec![cell],
                    exact: None,
                    anchored: self.anchored(line),
                }),
            }
        }
        strands
    }

    /// Where a line's name stands. Cells merged into one have the name of the first, and so have lines that only say in
    /// another way what the line above says.
    fn name_of(
        &self,
        line: usize,
        goes_on: bool,
        last: &mut Option<(usize, usize)>,
    ) -> Option<(usize, usize)> {
        let place = self.name_place?;
        if *self.view.cell(line, place) != GridCell::Empty {
            *last = Some((line, place));
            return *last;
        }
        let merged = self.view.merged_from(line, place);
        merged.or(if goes_on { *last } else { Some((line, place)) })
    }

    /// What stands in a line beside its name and figures.
    fn beside(&self, line: usize) -> Beside {
        let mut beside = Beside::default();
        let Some(head_line) = self.year_line else {
            return beside;
        };
        let places = (0..self.view.places())
            .filter(|place| Some(*place) != self.name_place && self.headings.at(*place).is_none());
        // Down a long table, nothing but years and figures stands in a line.
        for place in places.take(SAMPLE) {
            let Some(text) = self.view.text(line, place) else {
                continue;
            };
            let head = self.view.text(head_line, place).unwrap_or("");
            match words::head(head) {
                Some(Head::Remark) => {}
                Some(Head::Label) => {
                    beside.labels.insert(head.trim().to_owned(), text.to_owned());
                    // Data of models have levels.
                    beside.said.is_level |= head.trim().eq_ignore_ascii_case("model");
                }
                Some(Head::Unit) => beside.said = beside.said.clone().or(&Saying::of_unit(text)),
                Some(Head::Kind) => {
                    beside.has_kind = true;
                    beside.said = beside.said.clone().or(&Saying::of(text));
                }
                _ => {
                    let said = Saying::of(text);
                    if said.is_clear() {
                        beside.said = beside.said.clone().or(&said);
                    }
                }
            }
        }
        beside
    }

    /// What lines above the table say of all of it: its unit, and what figures are measured against.
    fn above(&self) -> (Saying, Option<Basis>) {
        let mut said = Saying::default();
        let mut title = None;
        for line in 0..self.headings.first_line.min(LOOK_AT) {
            for place in 0..self.view.places().min(LOOK_AT) {
                let Some(text) = self.view.text(line, place) else {
                    continue;
                };
                match words::unit_line(text) {
                    Some(unit) => said = said.or(&Saying::of_unit(&unit)),
                    None => match Saying::of(text).basis {
                        Some(basis @ (Basis::Previous100 | Basis::Year100(_))) => {
                            said.basis = said.basis.or(Some(basis));
                        }
                        basis => title = title.or(basis),
                    },
                }
            }
        }
        (said, title)
    }

    /// Without names, lines are the plan's indicators from the anchor's on.
    fn anchored(&self, line: usize) -> Option<IndicatorIx> {
        let (first, _) = self.anchor.filter(|_| self.name_place.is_none())?;
        let later = line.checked_sub(self.first_line)?;
        let indicators = self.names.plan.iter().map(|(ix, _)| ix);
        indicators.skip_while(|ix| *ix < first).nth(later)
    }
}

/// What stands in a line beside its name and figures.
#[derive(Default)]
struct Beside {
    said: Saying,
    labels: std::collections::BTreeMap<String, String>,
    /// Whether a column says how the line's figures are published.
    has_kind: bool,
}
