//! Where a table has its years and its names: across or down, in the first rows or not at all.

use super::names::{Names, Subject};
use super::number::{self, Reading};
use crate::file::{Failure, Grid, GridCell};
use crate::plan::IndicatorIx;
use crate::scenario::figures::Fault;
use crate::text::{Message, half_width};

/// A table seen so that each line is about one indicator and each place in it about one year.
pub(super) struct Layout<'g> {
    names: &'g Names<'g>,
    grid: &'g Grid,
    /// Whether lines are columns.
    pub is_turned: bool,
    /// The line that has the years.
    pub year_line: Option<usize>,
    /// The place in each line that has the name.
    pub name_place: Option<usize>,
    /// The first line that has figures.
    pub first_line: usize,
    years: Vec<Option<i32>>,
    anchor: Option<(IndicatorIx, i32)>,
}

/// Lines and places in which years and names are looked for.
const LOOK_AT: usize = 30;

impl<'g> Layout<'g> {
    pub fn find(
        names: &'g Names<'g>,
        grid: &'g Grid,
        anchor: Option<(IndicatorIx, i32)>,
    ) -> Result<Self, Failure> {
        let [across, down] = [false, true].map(|is_turned| Self::seen(names, grid, is_turned, anchor));
        // Without an anchor, a table that is not placed cannot be read at all.
        let rank = |layout: &Self| (anchor.is_some() || layout.is_placed(), layout.score());
        let found = if rank(&down) > rank(&across) { down } else { across };
        if found.is_placed() || anchor.is_some() {
            return Ok(found);
        }
        let missing = match (found.year_line, found.name_place) {
            (Some(_), None) => "import-no-names",
            (None, Some(_)) => "import-no-years",
            _ => "import-no-headers",
        };
        Err(Failure::Other {
            what: Message::new(missing),
            help: Some(Message::new("import-no-headers-help").with("first", names.plan.base_year + 1)),
        })
    }

    fn seen(
        names: &'g Names<'g>,
        grid: &'g Grid,
        is_turned: bool,
        anchor: Option<(IndicatorIx, i32)>,
    ) -> Self {
        let mut layout = Self {
            names,
            grid,
            is_turned,
            year_line: None,
            name_place: None,
            first_line: 0,
            years: Vec::new(),
            anchor,
        };
        layout.year_line = layout.find_years();
        layout.name_place = layout.find_names();
        layout.first_line = match layout.year_line {
            Some(line) => line + 1,
            // Titles above figures that have no years above them.
            None => (0..layout.lines())
                .find(|line| layout.has_figures(*line))
                .unwrap_or(0),
        };
        layout.years = layout.all_years();
        layout
    }

    /// Whether years and names were found.
    const fn is_placed(&self) -> bool {
        self.year_line.is_some() && self.name_place.is_some()
    }

    pub fn lines(&self) -> usize {
        if self.is_turned {
            self.grid.width()
        } else {
            self.grid.height()
        }
    }

    pub fn places(&self) -> usize {
        if self.is_turned {
            self.grid.height()
        } else {
            self.grid.width()
        }
    }

    /// Row and column of a place in a line. It is its own inverse: line and place of a column in a row.
    pub const fn position(&self, line: usize, place: usize) -> (usize, usize) {
        if self.is_turned {
            (place, line)
        } else {
            (line, place)
        }
    }

    pub fn cell(&self, line: usize, place: usize) -> &'g GridCell {
        let (row, column) = self.position(line, place);
        self.grid.get(row, column)
    }

    /// The year that a place is about.
    pub fn year(&self, place: usize) -> Option<i32> {
        self.years.get(place).copied().flatten()
    }

    fn all_years(&self) -> Vec<Option<i32>> {
        if let Some(line) = self.year_line {
            return (0..self.places())
                .map(|place| year(self.cell(line, place)).filter(|_| Some(place) != self.name_place))
                .collect();
        }
        // Without years above them, figures begin behind the name, in the anchor's year.
        let first = self.name_place.map_or(0, |place| place + 1);
        let places = 0..self.places();
        places
            .map(|place| {
                let later = i32::try_from(place.checked_sub(first)?).ok()?;
                self.anchor.and_then(|(_, year)| year.checked_add(later))
            })
            .collect()
    }

    /// The line with the most years in it, if years are what it is about.
    fn find_years(&self) -> Option<usize> {
        let known = self.known_names();
        let count = |line: usize| {
            let cells = || (0..self.places()).map(|place| self.cell(line, place));
            let years: Vec<i32> = cells().filter_map(year).collect();
            let others = cells().filter(|cell| **cell != GridCell::Empty).count() - years.len();
            let is_rising = years.windows(2).all(|pair| pair[0] != pair[1]);
            if is_rising && others <= years.len() + 2 {
                years.len()
            } else {
                0
            }
        };
        let lines = (0..self.lines().min(LOOK_AT)).rev();
        lines
            .filter(|line| self.anchor.is_none() || self.is_header(*line, known))
            .max_by_key(|line| count(*line))
            .filter(|line| count(*line) > 0)
    }

    /// Whether a line's years are clearly such, and not levels that look like years. An anchor says which years figures
    /// belong to, so that a table need not name them, and a first row of figures must not be lost.
    fn is_header(&self, line: usize, known: Option<usize>) -> bool {
        let cells = || (0..self.places()).map(|place| self.cell(line, place));
        let has_name = cells().any(|cell| matches!(cell, GridCell::Text(text) if self.names.has(text)));
        let has_other_figure =
            cells().any(|cell| year(cell).is_none() && matches!(number::read(cell), Reading::Number { .. }));
        let is_first = (0..line).all(|other| !self.has_figures(other))
            && (line + 1..self.lines()).any(|other| self.has_figures(other));
        if has_name || has_other_figure || !is_first {
            return false;
        }
        let years: Vec<i32> = cells().filter_map(year).collect();
        let is_run = years.len() > 1 && years.windows(2).all(|pair| pair[1] == pair[0] + 1);
        // 2011年 is no number.
        let is_marked =
            cells().any(|cell| year(cell).is_some() && matches!(number::read(cell), Reading::Refused(..)));
        // Where lines have names, one without is no line of figures.
        is_run || is_marked || known.is_some()
    }

    /// The place with the most names of indicators; failing that, the first with text that is no number.
    fn find_names(&self) -> Option<usize> {
        self.known_names().or_else(|| {
            let is_text = |place: &usize| {
                self.texts(*place).any(|text| {
                    matches!(
                        number::read(&GridCell::Text(text.to_owned())),
                        Reading::Refused(..)
                    )
                })
            };
            let first_year = self
                .year_line
                .and_then(|line| (0..self.places()).find(|place| year(self.cell(line, *place)).is_some()));
            (0..first_year.unwrap_or(1).min(self.places())).find(is_text)
        })
    }

    /// The place with the most names of indicators.
    fn known_names(&self) -> Option<usize> {
        let known = |place: usize| self.texts(place).filter(|text| self.names.has(text)).count();
        let places = (0..self.places().min(LOOK_AT)).rev();
        places
            .max_by_key(|place| known(*place))
            .filter(|place| known(*place) > 0)
    }

    /// The texts at one place in all lines but that of the years.
    fn texts(&self, place: usize) -> impl Iterator<Item = &'g str> {
        let lines = (0..self.lines()).filter(|line| Some(*line) != self.year_line);
        lines.filter_map(move |line| match self.cell(line, place) {
            GridCell::Text(text) => Some(text.as_str()),
            _ => None,
        })
    }

    fn has_figures(&self, line: usize) -> bool {
        (0..self.places())
            .filter(|place| Some(*place) != self.name_place)
            .any(|place| matches!(number::read(self.cell(line, place)), Reading::Number { .. }))
    }

    /// How well a table fits when seen so: figures that have both a name and a year, then names, then years.
    fn score(&self) -> usize {
        let is_named = |line: usize| match self.name_place.map(|place| self.cell(line, place)) {
            Some(GridCell::Text(text)) => self.names.has(text),
            _ => false,
        };
        // Years that an anchor gives say nothing for a table.
        let mut score = self.year_line.map_or(0, |_| self.years.iter().flatten().count());
        for line in (0..self.lines()).filter(|line| Some(*line) != self.year_line && is_named(*line)) {
            let figures = (0..self.places()).filter(|place| {
                let is_figure = matches!(number::read(self.cell(line, *place)), Reading::Number { .. });
                is_figure && self.year(*place).is_some()
            });
            score += 2 + 4 * figures.count();
        }
        score
    }

    /// The indicator that a line is about.
    pub fn subject(&self, line: usize) -> Result<Subject, Fault> {
        let Some(place) = self.name_place else {
            return self.anchored(line);
        };
        match self.cell(line, place) {
            GridCell::Text(text) | GridCell::Failed(text) => self.names.find(text),
            GridCell::Empty => Err((
                Message::new("import-no-name"),
                Message::new("import-unknown-help"),
            )),
            other => self.names.find(&other.written()),
        }
    }

    /// Without names, lines are the plan's indicators from the anchor's on.
    fn anchored(&self, line: usize) -> Result<Subject, Fault> {
        let nothing = || {
            (
                Message::new("import-no-name"),
                Message::new("import-unknown-help"),
            )
        };
        let (first, _) = self.anchor.ok_or_else(nothing)?;
        let later = line.checked_sub(self.first_line).ok_or_else(nothing)?;
        let mut indicators = self
            .names
            .plan
            .iter()
            .map(|(ix, _)| ix)
            .skip_while(|ix| *ix < first);
        let indicator = indicators.nth(later).ok_or_else(nothing)?;
        Ok(Subject {
            indicator,
            kind: None,
            falls: false,
        })
    }
}

/// Characters of FY2011年.
const LONGEST_YEAR: usize = 7;

/// A calendar year: 2011, 2011年, FY2011.
fn year(cell: &GridCell) -> Option<i32> {
    let year: i32 = match cell {
        GridCell::Number { value, is_percent } if !is_percent && value.fract().abs() <= 0.0 => {
            format!("{value}").parse().ok()?
        }
        GridCell::Text(text) => {
            let text = text.trim();
            if text.chars().count() > LONGEST_YEAR {
                return None;
            }
            let plain: String = text.chars().map(half_width).collect();
            let plain = plain.strip_prefix("FY").unwrap_or(&plain);
            let plain = plain.strip_suffix('年').unwrap_or(plain);
            (plain.len() == 4).then(|| plain.parse().ok()).flatten()?
        }
        _ => return None,
    };
    (1900..=2200).contains(&year).then_some(year)
}
