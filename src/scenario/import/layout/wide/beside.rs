//! Texts around figures of a wide table: beside, above, below and between them.

use std::rc::Rc;

use super::WideTable;
use crate::file::GridCell;
use crate::plan::Plan;
use crate::scenario::import::around::{Caveat, caution};
use crate::scenario::import::column_name;
use crate::scenario::import::direction::speaks_of_falls;
use crate::scenario::import::layout::outside::{TableContext, unit_behind};
use crate::scenario::import::layout::{LOOK_AT, SAMPLE, SeriesStrand, parts};
use crate::scenario::import::names::without_numbering;
use crate::scenario::import::plain::spaced;
use crate::scenario::import::saying::Statements;
use crate::scenario::import::unit::Unit;
use crate::scenario::import::words::{self, ColumnType};
use crate::scenario::import::year;

/// In characters.
const LONGEST_FLAG: usize = 12;

/// Statements of a section heading.
#[derive(Default)]
pub(super) struct SectionStatements {
    /// Statements that apply to all names.
    pub said: Statements,
    pub cautions: Vec<Rc<Caveat>>,
    /// Whether it mentions a fall.
    pub falls: bool,
}

impl SectionStatements {
    pub fn of(plan: &Plan, text: &str) -> Self {
        let whole = spaced(text);
        let mut said = Statements::of(without_numbering(&whole));
        if !said.is_clear() {
            // "单位产品能耗（千克标准煤/吨）" gives the unit of its section.
            said = unit_behind(text).unwrap_or_default();
        }
        let found = caution(plan, text, false);
        // "规划目标完成情况" is about outcomes.
        said.is_promised &= found.is_some();
        Self {
            said: if said.is_clear() {
                said
            } else {
                Statements::default()
            },
            cautions: found.map(Rc::new).into_iter().collect(),
            falls: speaks_of_falls(text, false),
        }
    }
}

impl SectionStatements {
    /// Doubts about a line, from its section, its table and the text beside it.
    pub fn cautions(&self, beside: &LineContext, block: Option<&TableContext>) -> Vec<Rc<Caveat>> {
        let of_block = block.into_iter().flat_map(|block| &block.cautions);
        let all = self.cautions.iter().chain(&beside.cautions).chain(of_block);
        all.cloned().collect()
    }
}

/// A strand on a sub-line of the name above.
pub(super) fn of_sub_line(strand: SeriesStrand, sub: Option<&(&str, Statements)>) -> SeriesStrand {
    let Some((text, said)) = sub else {
        return strand;
    };
    let is_alone = strand.heading.is_empty();
    SeriesStrand {
        above: strand.above.or(said),
        heading: if is_alone {
            text.trim().to_owned()
        } else {
            format!("{} {}", text.trim(), strand.heading)
        },
        ..strand
    }
}

/// Texts in a line beside name and figures.
#[derive(Default)]
pub(super) struct LineContext {
    pub said: Statements,
    /// Unit column.
    pub unit: Option<(Unit, String)>,
    pub labels: std::collections::BTreeMap<String, String>,
    /// Doubts raised by remarks.
    pub cautions: Vec<Rc<Caveat>>,
    /// Whether a column states the kind.
    pub has_kind: bool,
    /// Whether a remark mentions a fall.
    pub falls: bool,
}

impl<'g> WideTable<'g> {
    /// Texts in a line beside name and figures.
    pub(super) fn beside(&self, line: usize) -> LineContext {
        let mut beside = LineContext::default();
        let Some(head_line) = self.year_line else {
            return beside;
        };
        let places = (0..self.view.places())
            .filter(|place| Some(*place) != self.name_place && self.headings.at(*place).is_none());
        // A line of a long transposed table has only years and figures.
        for place in places.take(SAMPLE) {
            let Some(text) = self.view.text(line, place) else {
                continue;
            };
            self.names.meet(text);
            let head = self.view.text(head_line, place).unwrap_or("");
            match words::head(head) {
                Some(ColumnType::Remark) => {
                    let found = caution(self.names.plan, text, true);
                    beside.cautions.extend(found.map(Rc::new));
                    beside.falls |= speaks_of_falls(text, true);
                }
                // Each figure has its own.
                Some(ColumnType::Direction) if self.ways.places.contains(&place) => {}
                Some(ColumnType::Label) => {
                    beside.labels.insert(head.trim().to_owned(), text.to_owned());
                    // Model data are levels.
                    beside.said.is_level |= head.trim().eq_ignore_ascii_case("model");
                }
                Some(ColumnType::Unit) => {
                    beside.said = beside.said.clone().or(&Statements::of_unit(text));
                    let unit = Unit::parse(text).map(|unit| (unit, text.trim().to_owned()));
                    beside.unit = beside.unit.or(unit);
                }
                // Flags are per year.
                Some(ColumnType::Kind) if self.is_of_flags(place) => {}
                Some(ColumnType::Kind) => {
                    beside.has_kind = true;
                    beside.said = beside.said.clone().or(&Statements::of_status(text));
                }
                _ => {
                    let said = Statements::of(text);
                    if said.is_clear() {
                        beside.said = beside.said.clone().or(&said);
                    } else if self.may_part(line, place) && parts::is_part(head, text) {
                        beside.labels.insert(self.label(place), text.to_owned());
                    } else if !self.view.is_turned {
                        let found = caution(self.names.plan, text, true);
                        beside.cautions.extend(found.map(Rc::new));
                    }
                }
            }
        }
        beside
    }

    /// Whether a place holds flags of the preceding figures: its heading is blank or follows several years.
    fn is_of_flags(&self, place: usize) -> bool {
        let head = |place: usize| {
            self.year_line
                .map_or("", |line| self.view.text(line, place).unwrap_or(""))
        };
        let is_behind_year = |place: usize| {
            place > 0 && self.headings.at(place).is_none() && self.headings.at(place - 1).is_some()
        };
        is_behind_year(place)
            && match words::head(head(place)) {
                Some(ColumnType::Kind) => {
                    let is_other = |other: &usize| {
                        *other != place
                            && is_behind_year(*other)
                            && words::head(head(*other)) == Some(ColumnType::Kind)
                    };
                    (0..self.view.places().min(SAMPLE)).any(|other| is_other(&other))
                }
                _ => head(place).trim().is_empty(),
            }
    }

    /// Whether the flag after a figure marks a forecast or target.
    pub(super) fn is_flagged(&self, line: usize, place: usize) -> bool {
        // Fast path: most places are followed by a year.
        self.headings.at(place + 1).is_none()
            && self.view.text(line, place + 1).is_some_and(|flag| {
                flag.chars().count() <= LONGEST_FLAG
                    && self.is_of_flags(place + 1)
                    && Statements::of_status(flag).is_promised
            })
    }

    /// Whether a text may name a part of the total: before the years, and neither a name nor a group.
    fn may_part(&self, line: usize, place: usize) -> bool {
        let first_year = self.headings.all().next().map_or(0, |(place, _)| place);
        let text = self.view.text(line, place).unwrap_or("");
        let is_group = self.name_place.is_some_and(|name| place < name)
            && (self.view.merged_from(line, place).is_some()
                || (self.is_named(line + 1) && *self.view.cell(line + 1, place) == GridCell::Empty));
        place < first_year && self.name_place.is_some() && !is_group && !self.names.has(text)
    }

    /// Label of a breakdown column: its heading, else its letters.
    fn label(&self, place: usize) -> String {
        let head = self.year_line.and_then(|line| self.view.text(line, place));
        match head.map(str::trim).filter(|head| !head.is_empty()) {
            Some(head) => head.to_owned(),
            None if self.view.is_turned => (place + 1).to_string(),
            None => column_name(place),
        }
    }

    /// Statements about the whole table, from rows above and below it in either orientation.
    pub(super) fn outside(&self) -> TableContext {
        let mut outside = TableContext::default();
        let (plan, grid) = (self.names.plan, self.view.grid);
        let Some(year_line) = self.year_line else {
            outside.take_titles(plan, grid, self.first_line);
            return outside;
        };
        let first_row = match self.name_place {
            Some(place) if self.view.is_turned => place,
            _ => self.headings.first_line,
        };
        outside.take_titles(plan, grid, first_row);
        if let Some(corner) = self.name_place.and_then(|place| self.view.text(year_line, place)) {
            outside.take(plan, corner, false);
        }
        // With years down, "十二五目标" and "合计" may follow.
        let is_row = |row: usize| {
            let mut lines = 0..self.sampled_lines();
            self.view.is_turned && lines.any(|line| self.is_named(line) && self.view.is_figure(line, row))
        };
        outside.take_notes(self.names, grid, self.end_of_figures(), is_row);
        outside
    }

    /// Statements of a further table's titles. A separately numbered table inherits nothing; a continuation inherits
    /// table-wide statements.
    pub(super) fn titled(&self, lines: &[usize], above: &TableContext) -> TableContext {
        let mut own = TableContext::default();
        let mut is_numbered = false;
        let cells = lines
            .iter()
            .flat_map(|line| self.view.grid.row(*line).take(LOOK_AT));
        for cell in cells {
            let GridCell::Text(text) = cell else { continue };
            if words::head(text.split([':', '：']).next().unwrap_or("")) != Some(ColumnType::Remark) {
                is_numbered |= words::numbers_table(text);
                own.take(self.names.plan, text, false);
            }
        }
        if !is_numbered {
            own.said = own.said.or(&above.said);
        }
        own
    }

    /// The row after the last one with figures or years.
    fn end_of_figures(&self) -> usize {
        let (rows, is_turned) = (self.view.grid.height(), self.view.is_turned);
        let has = |row: &usize| {
            if is_turned {
                self.headings.at(*row).is_some()
            } else {
                // A note split at a comma is not a figure.
                *row < self.first_line
                    || self.has_figures(*row)
                    || (self.is_named(*row) && self.has_headed_cells(*row))
            }
        };
        (0..rows).rev().find(has).map_or(rows, |row| row + 1)
    }

    /// Whether a line has content below headings.
    fn has_headed_cells(&self, line: usize) -> bool {
        let mut places = self.headings.all();
        places.any(|(place, _)| *self.view.cell(line, place) != GridCell::Empty)
    }

    /// Places whose heading names no single year: averages, totals, periods, ranks. Those before names are row
    /// numbers.
    pub(super) fn yearless(&self) -> Vec<(usize, String)> {
        let (Some(line), Some(name)) = (self.year_line, self.name_place) else {
            return Vec::new();
        };
        let places = (name + 1..self.view.places().min(SAMPLE))
            .filter(|place| self.headings.at(*place).is_none() && !self.further_names.contains(place));
        let heading = |place: usize| {
            let text = self.view.cell(line, place).written();
            let is_other = !text.trim().is_empty() && words::head(&text).is_none();
            is_other.then(|| (place, text.trim().to_owned()))
        };
        places.filter_map(heading).collect()
    }

    /// A line without a name that describes figures of the name above: "比上年增长（%）".
    pub(super) fn sub_line(
        &self,
        line: usize,
        last_name: Option<(usize, usize)>,
    ) -> Option<(&'g str, Statements)> {
        let text = self.view.text(line, self.name_place?)?;
        let (above, place) = last_name?;
        let has_parent = self
            .view
            .text(above, place)
            .is_some_and(|name| self.names.has(name));
        if !has_parent || self.names.has(text) {
            return None;
        }
        let said = Statements::of(text);
        said.is_clear().then_some((text, said))
    }

    /// Whether a line repeats the years above another block. Not if its name is a figure, which would be lost.
    pub(super) fn repeats_years(&self, line: usize) -> bool {
        let mut places = self.headings.all();
        self.year_line.is_some()
            && self
                .name_place
                .is_none_or(|place| !self.view.is_figure(line, place))
            && places.all(|(place, heading)| {
                let when = year::of(self.view.cell(line, place));
                when.is_some_and(|when| when.year == heading.year)
            })
    }

    /// Whether a line starts a new block with other years: 指标, 2018年, 2019年.
    pub(super) fn begins_anew(&self, line: usize) -> bool {
        let Some(year_line) = self.year_line.filter(|years| *years < line) else {
            return false;
        };
        let mut filled = self
            .headings
            .all()
            .filter(|(place, _)| *self.view.cell(line, *place) != GridCell::Empty);
        let mut whens = Vec::new();
        let are_years = filled.all(|(place, heading)| match year::of(self.view.cell(line, place)) {
            Some(when) => {
                whens.push((when, heading.year));
                true
            }
            None => false,
        });
        if !are_years || whens.is_empty() || whens.iter().all(|(when, above)| when.year == *above) {
            return false;
        }
        let name = self.name_place.and_then(|place| self.view.text(line, place));
        let is_headed =
            name.is_none_or(|name| words::head(name).is_some() || self.is_same_name(name, year_line));
        let are_marked = whens.iter().all(|(when, _)| !when.is_bare);
        let is_run = whens.len() > 1
            && whens
                .windows(2)
                .all(|pair| (pair[1].0.year - pair[0].0.year).abs() == 1);
        let is_figure = self
            .name_place
            .is_some_and(|place| self.view.is_figure(line, place));
        !is_figure && !self.is_named(line) && is_headed && (is_run || are_marked)
    }

    fn is_same_name(&self, name: &str, line: usize) -> bool {
        let above = self.name_place.and_then(|place| self.view.text(line, place));
        above.is_some_and(|above| above.trim() == name.trim())
    }

    /// The text of a section heading: no figures, no indicator.
    pub(super) fn section(&self, line: usize) -> Option<&'g str> {
        if self.view.is_turned || self.year_line.is_none() {
            return None;
        }
        let mut texts = (0..self.view.places().min(LOOK_AT)).filter_map(|place| self.view.text(line, place));
        let text = texts.next()?;
        (!self.names.has(text) && !self.has_headed_cells(line)).then_some(text)
    }
}
