//! Wide tables: a line per indicator and a place per year, or transposed.

mod beside;
mod places;
mod titled;
mod ways;

use std::borrow::Cow;
use std::rc::Rc;

use super::headings::{Heading, Headings};
use super::outside::TableContext;
use super::{CellPosition, DetectedTable, FigureCell, SAMPLE, SeriesStrand, TableView, Title};
use crate::file::GridCell;
use crate::plan::IndicatorIx;
use crate::scenario::import::around::{Caveat, CaveatKind};
use crate::scenario::import::names::Names;
use crate::scenario::import::year;
use beside::{LineContext, SectionStatements, of_sub_line};
pub(in crate::scenario::import) use titled::TitleYear;
use ways::DirectionCells;

/// A wide table.
#[derive(Clone)]
pub(super) struct WideTable<'g> {
    names: &'g Names<'g>,
    view: TableView<'g>,
    /// Line of the years.
    pub year_line: Option<usize>,
    /// Place of the name in each line.
    pub name_place: Option<usize>,
    title_year: Option<TitleYear>,
    /// Further name places, for tables side by side.
    further_names: Vec<usize>,
    /// First line with figures.
    first_line: usize,
    headings: Headings,
    /// Whether headings distinguish preliminary and final figures.
    has_states: bool,
    /// Lines with a label or part of year per place.
    asides: Vec<usize>,
    /// Direction places and lines.
    ways: DirectionCells,
    anchor: Option<(IndicatorIx, i32)>,
}

impl<'g> WideTable<'g> {
    pub fn seen(names: &'g Names<'g>, view: TableView<'g>, anchor: Option<(IndicatorIx, i32)>) -> Self {
        let mut wide = Self {
            names,
            view,
            year_line: None,
            name_place: None,
            title_year: None,
            further_names: Vec::new(),
            first_line: 0,
            headings: Headings::default(),
            has_states: false,
            asides: Vec::new(),
            ways: DirectionCells::default(),
            anchor,
        };
        wide.year_line = wide.find_years();
        wide.name_place = wide.find_names();
        if !view.is_turned
            && anchor.is_none()
            && !wide.has_years_above_figures()
            && let Some((line, title)) = wide.find_title_year()
        {
            wide.year_line = Some(line);
            wide.view.title_year = Some(title.year);
            wide.title_year = Some(title);
            // The first text before the years may have changed.
            wide.name_place = wide.find_names();
        }
        let view = wide.view;
        if let Some(line) = wide.year_line {
            let is_name = |line: usize| {
                let text = wide.name_place.and_then(|place| view.text(line, place));
                text.is_some_and(|text| names.has(text))
            };
            wide.asides = wide.find_asides(line);
            let is_own = |line: usize| is_name(line) || wide.asides.contains(&line);
            let mut headings = Headings::read((names.plan, view), line, wide.name_place, is_own);
            for aside in &wide.asides {
                headings.take_aside(names.plan, view, *aside, wide.name_place);
            }
            wide.has_states = headings.has_states();
            wide.headings = headings;
            wide.first_line = wide.headings.last_line + 1;
            wide.further_names = wide.find_further_names();
            wide.ways = wide.find_ways();
        } else {
            // Skip titles above figures without years.
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

    pub(super) fn has_figures(&self, line: usize) -> bool {
        (0..self.sampled_places())
            .filter(|place| Some(*place) != self.name_place)
            .any(|place| self.view.is_figure(line, place))
    }

    /// Whether a line names an indicator.
    pub(super) fn is_named(&self, line: usize) -> bool {
        let text = self.name_place.and_then(|place| self.view.text(line, place));
        text.is_some_and(|text| self.names.has(text))
    }

    /// Quality of fit: figures with name and year, then names, then years.
    pub fn score(&self) -> usize {
        // Anchored years do not count.
        let mut score = self.year_line.map_or(0, |_| self.headings.years().count());
        for line in
            (0..self.sampled_lines()).filter(|line| Some(*line) != self.year_line && self.is_named(*line))
        {
            let figures = (0..self.sampled_places())
                .filter(|place| self.headings.at(*place).is_some() && self.view.is_figure(line, *place));
            let figures = figures.count();
            // A title may contain a name too.
            if figures > 0 || self.year_line.is_none_or(|years| line > years) {
                score += 2 + 4 * figures;
            }
        }
        score
    }

    /// Strands of all lines.
    pub fn strands(&self) -> DetectedTable {
        let outside = self.outside();
        let mut strands = Vec::new();
        let mut last_name = None;
        let mut section = SectionStatements::default();
        // Statements of a further table's titles, and candidate title lines.
        let (mut block, mut titles): (Option<TableContext>, Vec<usize>) = (None, Vec::new());
        let headings = self.yearless();
        let (mut repeated, mut yearless) = (Vec::new(), Vec::new());
        let (mut wide, mut skip, mut superseded) = (Cow::Borrowed(self), 0, Vec::new());
        for line in self.first_line..self.view.lines() {
            // The whole table is rejected.
            if wide.names.overrun().is_some() {
                break;
            }
            if wide.asides.contains(&line) || wide.ways.lines.contains(&line) {
                continue;
            }
            if let Some(text) = wide.section(line) {
                section = SectionStatements::of(wide.names.plan, text);
                titles.push(line);
                last_name = None;
                continue;
            }
            if line < skip {
                continue;
            }
            let (is_anew, repeats) = (wide.begins_anew(line), wide.repeats_years(line));
            if (is_anew || repeats) && !titles.is_empty() {
                block = Some(wide.titled(&std::mem::take(&mut titles), &outside));
            } else if is_anew {
                section = SectionStatements::default();
            }
            if is_anew {
                let next = wide.with_years(line);
                (skip, last_name) = (next.headings.last_line + 1, None);
                wide = Cow::Owned(next);
            }
            if is_anew || repeats {
                let years = wide.headings.all();
                repeated.extend(years.map(|(place, heading)| (wide.view.at(line, place), heading.year)));
                continue;
            }
            titles.retain(|_| !wide.has_figures(line));
            let is_named = wide.is_named(line);
            let others = headings
                .iter()
                .filter(|(place, _)| is_named && wide.view.is_figure(line, *place));
            yearless.extend(others.map(|(place, heading)| (wide.view.at(line, *place), heading.clone())));
            let mut beside = wide.beside(line);
            beside.said = beside.said.or(&section.said);
            let sub = wide.sub_line(line, last_name);
            let goes_on =
                sub.is_some() || beside.has_kind || beside.said.says_something() || !beside.labels.is_empty();
            let name = match &sub {
                Some(_) => last_name,
                None => wide.name_of(line, goes_on, &mut last_name),
            };
            let around = (&beside, block.as_ref().unwrap_or(&outside));
            let new = wide.strands_of(line, name, around, &mut superseded);
            strands.extend(new.into_iter().map(|strand| SeriesStrand {
                cautions: section.cautions(&beside, block.as_ref()),
                title: Title {
                    falls: strand.title.falls || section.falls || beside.falls,
                    ..strand.title
                },
                ..of_sub_line(strand, sub.as_ref())
            }));
        }
        let years = self.year_line.map(|line| {
            let own = (0..self.view.places()).filter_map(|place| {
                let when = year::of(self.view.cell(line, place))?;
                let is_used = self.headings.at(place).is_some();
                is_used.then(|| (self.view.at(line, place), when.year))
            });
            own.chain(repeated).collect()
        });
        let mut doubts = outside.cautions;
        let unsure = self.title_year.iter().filter(|title| !title.is_sure);
        doubts.extend(unsure.map(|title| Rc::new(Caveat::new(CaveatKind::Year, &title.text, None))));
        DetectedTable {
            is_turned: self.view.is_turned,
            strands,
            years: years.unwrap_or_default(),
            superseded,
            yearless,
            cautions: doubts,
            notes: outside.notes,
            unclear: outside.unclear,
            title_year: self.title_year.clone(),
            nationwide: outside.nationwide,
            score: self.score(),
            ..DetectedTable::default()
        }
    }

    fn strands_of(
        &self,
        line: usize,
        name: Option<(usize, usize)>,
        (beside, outside): (&LineContext, &TableContext),
        superseded: &mut Vec<(CellPosition, i32)>,
    ) -> Vec<SeriesStrand> {
        let mut strands: Vec<SeriesStrand> = Vec::new();
        for (place, heading) in self.headings.all() {
            // Tables side by side: the name is the nearest one to the left.
            let before = self.further_names.iter().filter(|name| **name < place);
            let (block, name) = match before.clone().next_back() {
                Some(further) => (before.count(), Some((line, *further))),
                None => (0, name),
            };
            let line = line + block * self.view.lines();
            let cell = FigureCell {
                at: self.view.at(line % self.view.lines(), place),
                year: heading.year,
                is_part: heading.is_part,
                is_flagged: self.is_flagged(line % self.view.lines(), place),
                way: self.way(line % self.view.lines(), place),
            };
            if self.is_superseded(line % self.view.lines(), (place, heading)) {
                superseded.push((cell.at, cell.year));
                continue;
            }
            let goes_on =
                |strand: &&mut SeriesStrand| (strand.line, &strand.heading) == (line, &heading.text);
            match strands.iter_mut().find(goes_on) {
                Some(strand) => {
                    strand.cells.push(cell);
                    strand.value_place = None;
                }
                None => strands.push(SeriesStrand {
                    line,
                    name: name.map(|(line, place)| self.view.at(line, place)),
                    above: heading.said.clone(),
                    beside: beside.said.clone().or(&outside.said),
                    unit: beside.unit.clone(),
                    title: outside.title,
                    heading: heading.text.clone(),
                    value_place: Some(place),
                    labels: heading.labels.iter().chain(&beside.labels).map(owned).collect(),
                    cautions: Vec::new(),
                    cells: vec![cell],
                    exact: None,
                    anchored: self.anchored(line),
                }),
            }
        }
        strands
    }

    /// Whether a line has a later state of a figure: final beside preliminary.
    fn is_superseded(&self, line: usize, (place, heading): (usize, &Heading)) -> bool {
        if !self.has_states {
            return false;
        }
        let later = |(other, of): (usize, &Heading)| {
            other != place
                && (of.year, &of.text, of.is_part) == (heading.year, &heading.text, heading.is_part)
                && of.state > heading.state
                && *self.view.cell(line, other) != GridCell::Empty
        };
        self.headings.all().any(later)
    }

    /// The same table with the years of a later line.
    fn with_years(&self, line: usize) -> Self {
        let is_own = |line: usize| self.is_named(line) || self.asides.contains(&line);
        let headings = Headings::read((self.names.plan, self.view), line, self.name_place, is_own);
        Self {
            year_line: Some(line),
            has_states: headings.has_states(),
            headings,
            ..self.clone()
        }
    }

    /// The cell of a line's name. Merged cells share the first name, and sub-lines use the name above.
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

    /// Without names, lines follow the plan's indicators from the anchor on.
    fn anchored(&self, line: usize) -> Option<IndicatorIx> {
        let (first, _) = self.anchor.filter(|_| self.name_place.is_none())?;
        let later = line.checked_sub(self.first_line)?;
        let indicators = self.names.plan.iter().map(|(ix, _)| ix);
        indicators.skip_while(|ix| *ix < first).nth(later)
    }
}

fn owned((heading, value): (&String, &String)) -> (String, String) {
    (heading.clone(), value.clone())
}
