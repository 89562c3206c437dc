//! What stands around the figures of such a table: beside them, above and below them, and between them.

use std::rc::Rc;

use super::Wide;
use crate::file::GridCell;
use crate::plan::Plan;
use crate::scenario::import::around::{Caution, caution};
use crate::scenario::import::column_name;
use crate::scenario::import::direction::speaks_of_falls;
use crate::scenario::import::layout::outside::{Outside, unit_behind};
use crate::scenario::import::layout::{LOOK_AT, SAMPLE, Strand, parts};
use crate::scenario::import::names::without_numbering;
use crate::scenario::import::plain::spaced;
use crate::scenario::import::saying::Saying;
use crate::scenario::import::unit::Unit;
use crate::scenario::import::words::{self, Head};
use crate::scenario::import::year;

/// Characters of the longest flag.
const LONGEST_FLAG: usize = 12;

/// What a line says that parts a table, of the lines below it.
#[derive(Default)]
pub(super) struct Section {
    /// What is as good as said in their names.
    pub said: Saying,
    pub cautions: Vec<Rc<Caution>>,
    /// Whether it speaks of a fall.
    pub falls: bool,
}

impl Section {
    pub fn of(plan: &Plan, text: &str) -> Self {
        let whole = spaced(text);
        let mut said = Saying::of(without_numbering(&whole));
        if !said.is_clear() {
            // "单位产品能耗（千克标准煤/吨）" has the unit of what is below it.
            said = unit_behind(text).unwrap_or_default();
        }
        let found = caution(plan, text, false);
        // "规划目标完成情况" speaks of what has happened.
        said.is_promised &= found.is_some();
        Self {
            said: if said.is_clear() { said } else { Saying::default() },
            cautions: found.map(Rc::new).into_iter().collect(),
            falls: speaks_of_falls(text, false),
        }
    }
}

impl Section {
    /// What is doubtful of a line: by the sections and the further table that it is in, and by what stands beside it.
    pub fn cautions(&self, beside: &Beside, block: Option<&Outside>) -> Vec<Rc<Caution>> {
        let of_block = block.into_iter().flat_map(|block| &block.cautions);
        let all = self.cautions.iter().chain(&beside.cautions).chain(of_block);
        all.cloned().collect()
    }
}

/// A series of a line that says more of the name above it.
pub(super) fn of_sub_line(strand: Strand, sub: Option<&(&str, Saying)>) -> Strand {
    let Some((text, said)) = sub else {
        return strand;
    };
    let is_alone = strand.heading.is_empty();
    Strand {
        above: strand.above.or(said),
        heading: if is_alone {
            text.trim().to_owned()
        } else {
            format!("{} {}", text.trim(), strand.heading)
        },
        ..strand
    }
}

/// What stands in a line beside its name and figures.
#[derive(Default)]
pub(super) struct Beside {
    pub said: Saying,
    /// What a column of units says.
    pub unit: Option<(Unit, String)>,
    pub labels: std::collections::BTreeMap<String, String>,
    /// What remarks make doubtful.
    pub cautions: Vec<Rc<Caution>>,
    /// Whether a column says how the line's figures are published.
    pub has_kind: bool,
    /// Whether a remark speaks of a fall.
    pub falls: bool,
}

impl<'g> Wide<'g> {
    /// What stands in a line beside its name and figures.
    pub(super) fn beside(&self, line: usize) -> Beside {
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
            self.names.meet(text);
            let head = self.view.text(head_line, place).unwrap_or("");
            match words::head(head) {
                Some(Head::Remark) => {
                    let found = caution(self.names.plan, text, true);
                    beside.cautions.extend(found.map(Rc::new));
                    beside.falls |= speaks_of_falls(text, true);
                }
                // Each figure has its own.
                Some(Head::Direction) if self.ways.places.contains(&place) => {}
                Some(Head::Label) => {
                    beside.labels.insert(head.trim().to_owned(), text.to_owned());
                    // Data of models have levels.
                    beside.said.is_level |= head.trim().eq_ignore_ascii_case("model");
                }
                Some(Head::Unit) => {
                    beside.said = beside.said.clone().or(&Saying::of_unit(text));
                    let unit = Unit::parse(text).map(|unit| (unit, text.trim().to_owned()));
                    beside.unit = beside.unit.or(unit);
                }
                // Each year has a flag of its own.
                Some(Head::Kind) if self.is_of_flags(place) => {}
                Some(Head::Kind) => {
                    beside.has_kind = true;
                    beside.said = beside.said.clone().or(&Saying::of_status(text));
                }
                _ => {
                    let said = Saying::of(text);
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

    /// Whether a place has flags of the figures before it: the heading is blank, or stands behind several years.
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
                Some(Head::Kind) => {
                    let is_other = |other: &usize| {
                        *other != place
                            && is_behind_year(*other)
                            && words::head(head(*other)) == Some(Head::Kind)
                    };
                    (0..self.view.places().min(SAMPLE)).any(|other| is_other(&other))
                }
                _ => head(place).trim().is_empty(),
            }
    }

    /// Whether a flag behind a figure says that it is a forecast or a target.
    pub(super) fn is_flagged(&self, line: usize, place: usize) -> bool {
        // Most places have a year behind them, and none of this is asked of their cells.
        self.headings.at(place + 1).is_none()
            && self.view.text(line, place + 1).is_some_and(|flag| {
                flag.chars().count() <= LONGEST_FLAG
                    && self.is_of_flags(place + 1)
                    && Saying::of_status(flag).is_promised
            })
    }

    /// Whether a text at a place may say of which part a line's figures are: it stands before the years, and is no name and
    /// no group of lines.
    fn may_part(&self, line: usize, place: usize) -> bool {
        let first_year = self.headings.all().next().map_or(0, |(place, _)| place);
        let text = self.view.text(line, place).unwrap_or("");
        let is_group = self.name_place.is_some_and(|name| place < name)
            && (self.view.merged_from(line, place).is_some()
                || (self.is_named(line + 1) && *self.view.cell(line + 1, place) == GridCell::Empty));
        place < first_year && self.name_place.is_some() && !is_group && !self.names.has(text)
    }

    /// How a column of parts is called: by its heading or, without one, by its letters.
    fn label(&self, place: usize) -> String {
        let head = self.year_line.and_then(|line| self.view.text(line, place));
        match head.map(str::trim).filter(|head| !head.is_empty()) {
            Some(head) => head.to_owned(),
            None if self.view.is_turned => (place + 1).to_string(),
            None => column_name(place),
        }
    }

    /// What texts around the table say of all of it. Rows are above and below it, whichever way it is turned.
    pub(super) fn outside(&self) -> Outside {
        let mut outside = Outside::default();
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
        // Years down, "十二五目标" and "合计" stand below them.
        let is_row = |row: usize| {
            let mut lines = 0..self.sampled_lines();
            self.view.is_turned && lines.any(|line| self.is_named(line) && self.view.is_figure(line, row))
        };
        outside.take_notes(self.names, grid, self.end_of_figures(), is_row);
        outside
    }

    /// What the titles of a further table say of it. A table of its own number has nothing of the one above; another part of
    /// the same table has what that says of all of it.
    pub(super) fn titled(&self, lines: &[usize], above: &Outside) -> Outside {
        let mut own = Outside::default();
        let mut is_numbered = false;
        let cells = lines
            .iter()
            .flat_map(|line| self.view.grid.row(*line).take(LOOK_AT));
        for cell in cells {
            let GridCell::Text(text) = cell else { continue };
            if words::head(text.split([':', '：']).next().unwrap_or("")) != Some(Head::Remark) {
                is_numbered |= words::numbers_table(text);
                own.take(self.names.plan, text, false);
            }
        }
        if !is_numbered {
            own.said = own.said.or(&above.said);
        }
        own
    }

    /// The first row behind the last one that has figures of an indicator or a year.
    fn end_of_figures(&self) -> usize {
        let (rows, is_turned) = (self.view.grid.height(), self.view.is_turned);
        let has = |row: &usize| {
            if is_turned {
                self.headings.at(*row).is_some()
            } else {
                // The other half of a note that has a comma is no figure.
                *row < self.first_line
                    || self.has_figures(*row)
                    || (self.is_named(*row) && self.has_headed_cells(*row))
            }
        };
        (0..rows).rev().find(has).map_or(rows, |row| row + 1)
    }

    /// Whether anything stands in a line below headings.
    fn has_headed_cells(&self, line: usize) -> bool {
        let mut places = self.headings.all();
        places.any(|(place, _)| *self.view.cell(line, place) != GridCell::Empty)
    }

    /// Places with headings that name no single year: averages, totals, periods, ranks. Those before names are numbers of
    /// lines.
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

    /// What a line says that has no name of its own and says something of the figures of the name above it: "比上年增长（%）".
    pub(super) fn sub_line(
        &self,
        line: usize,
        last_name: Option<(usize, usize)>,
    ) -> Option<(&'g str, Saying)> {
        let text = self.view.text(line, self.name_place?)?;
        let (above, place) = last_name?;
        let has_parent = self
            .view
            .text(above, place)
            .is_some_and(|name| self.names.has(name));
        if !has_parent || self.names.has(text) {
            return None;
        }
        let said = Saying::of(text);
        said.is_clear().then_some((text, said))
    }

    /// Whether a line has the years once more, above a further block of figures. One whose name is a figure does not: it
    /// would be passed over with it.
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

    /// Whether a line has other years than those above it, above a further block of figures: 指标, 2018年, 2019年.
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

    /// The text of a line that has no figures and names no indicator: it parts the table in sections.
    pub(super) fn section(&self, line: usize) -> Option<&'g str> {
        if self.view.is_turned || self.year_line.is_none() {
            return None;
        }
        let mut texts = (0..self.view.places().min(LOOK_AT)).filter_map(|place| self.view.text(line, place));
        let text = texts.next()?;
        (!self.names.has(text) && !self.has_headed_cells(line)).then_some(text)
    }
}
