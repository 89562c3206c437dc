//! Column headings: the year of each column, and what lines around it say.

use std::collections::{BTreeMap, BTreeSet};

use super::remarks::{Remark, is_line_of_headings, remarks};
use super::{SAMPLE, TableView};
use crate::file::GridCell;
use crate::plan::Plan;
use crate::scenario::import::around::{self, CaveatKind};
use crate::scenario::import::saying::{IndexBase, Statements};
use crate::scenario::import::when::YearLabel;
use crate::scenario::import::words::{self, ColumnType};
use crate::scenario::import::year;

/// The meaning of one place in each line.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Heading {
    pub year: i32,
    pub is_part: bool,
    is_day: bool,
    /// Text beside the year, as written; empty for a bare year.
    pub text: String,
    pub said: Statements,
    /// Finality of its figures.
    pub state: i8,
    /// Whether it only describes figures, the year coming from another heading.
    is_statement: bool,
    /// Labels such as a region, by label heading.
    pub labels: BTreeMap<String, String>,
}

/// The headings of all places.
#[derive(Clone, Debug, Default)]
pub(super) struct Headings {
    places: Vec<Option<Heading>>,
    /// The first and the last line of headings.
    pub first_line: usize,
    pub last_line: usize,
}

/// Lines above and below the years that may belong to headings.
const ABOVE: usize = 2;
const BELOW: usize = 2;

impl Headings {
    /// Headings for figures without years, starting at a place with the anchor's year.
    pub fn from(places: usize, first: usize, year: Option<i32>) -> Self {
        let heading = |place: usize| {
            let later = i32::try_from(place.checked_sub(first)?).ok()?;
            Some(Heading {
                year: year?.checked_add(later)?,
                ..Heading::default()
            })
        };
        Self {
            places: (0..places).map(heading).collect(),
            ..Self::default()
        }
    }

    /// Reads the headings around the year line. `is_name` marks lines that name an indicator.
    pub fn read(
        (plan, view): (&Plan, TableView<'_>),
        line: usize,
        name_place: Option<usize>,
        is_name: impl Fn(usize) -> bool,
    ) -> Self {
        let is_below = |below: &usize| {
            *below < view.lines()
                && !is_name(*below)
                && is_line_of_headings((plan, view), line, *below, name_place)
        };
        let last_line = (line + 1..=line + BELOW)
            .take_while(is_below)
            .last()
            .unwrap_or(line);
        let mut headings = Self {
            places: Vec::new(),
            first_line: line,
            last_line,
        };
        let mut last: Option<Heading> = None;
        // With years side by side, a change after them belongs to the latest.
        let mut years: Vec<Heading> = Vec::new();
        for place in 0..view.places() {
            let own = own((plan, view), line, place).filter(|_| Some(place) != name_place);
            match &own {
                Some(own) => {
                    if last.as_ref().is_some_and(|last| last.is_statement) {
                        years.clear();
                    }
                    years.push(own.clone());
                }
                None if last.is_none() => years.clear(),
                None => {}
            }
            let heading = if Some(place) == name_place || has_directions(view, (line, last_line), place) {
                None
            } else {
                own.or_else(|| continued((plan, view), (line, last_line), place, (last.as_ref(), &years)))
            };
            // A rank between a year and its change does not separate them.
            let is_passed_over = || {
                let head = view.text(line, place).and_then(words::head);
                matches!(head, Some(ColumnType::Other | ColumnType::Direction)) && heading.is_none()
            };
            if !is_passed_over() {
                last.clone_from(&heading);
            }
            headings.places.push(heading);
        }
        headings.tell_days_apart();
        for below in line + 1..=last_line {
            headings.add((plan, view), below, below == last_line);
        }
        for above in (line.saturating_sub(ABOVE)..line).rev() {
            if !headings.add((plan, view), above, false) {
                break;
            }
            headings.first_line = above;
        }
        headings
    }

    /// 1 January stands for a quarter if 1 April occurs too, for the year if alone.
    fn tell_days_apart(&mut self) {
        let in_parts: BTreeSet<i32> = self
            .all()
            .filter(|(_, heading)| heading.is_day && heading.is_part)
            .map(|(_, heading)| heading.year)
            .collect();
        for heading in self.places.iter_mut().flatten() {
            heading.is_part |= heading.is_day && in_parts.contains(&heading.year);
        }
    }

    /// Adds a line to the headings; false if it says nothing. Except in the last line, a text may also apply to places
    /// on its right.
    fn add(&mut self, (plan, view): (&Plan, TableView<'_>), line: usize, is_last: bool) -> bool {
        let is_above = line < self.first_line;
        let texts = remarks((plan, view), line, self.places.len());
        let is_stated = |place: &usize| self.places[*place].is_some() && texts[*place].is_some();
        // A title above a single column is not a heading, unless it says what changes to its right are.
        let count = (0..self.places.len()).filter(is_stated).count();
        if count == 0 || (is_above && count < 2 && !self.spans(view, line, &texts)) {
            return false;
        }
        let mut carried: Option<(&str, Remark)> = None;
        for (heading, text) in self.places.iter_mut().zip(texts) {
            let Some(heading) = heading else { continue };
            // CSV loses merging, leaving blanks on the right.
            if text.is_some() || is_last {
                carried = text;
            }
            if let Some((text, remark)) = &carried {
                heading.take(text, remark);
            }
        }
        true
    }

    /// Whether a line has only a statement above the first year, which then covers all years (CSV loses merging).
    fn spans(&self, view: TableView<'_>, line: usize, texts: &[Option<(&str, Remark)>]) -> bool {
        let Some((first, _)) = self.all().next() else {
            return false;
        };
        let is_alone = (first + 1..view.places()).all(|place| *view.cell(line, place) == GridCell::Empty);
        let Some((_, Remark::Said(said))) = &texts[first] else {
            return false;
        };
        is_alone && (said.is_change || said.is_against())
    }

    /// Adds a line named like a column of regions, months and the like.
    pub fn take_aside(&mut self, plan: &Plan, view: TableView<'_>, line: usize, name_place: Option<usize>) {
        let name = name_place.and_then(|place| view.text(line, place)).unwrap_or("");
        let head = words::head(name);
        for (place, heading) in self.places.iter_mut().enumerate() {
            let cell = view.cell(line, place);
            let (Some(heading), false) = (heading, *cell == GridCell::Empty) else {
                continue;
            };
            let text = cell.written();
            match head {
                Some(ColumnType::Part) => heading.is_part |= !around::is_whole_year(&text),
                Some(ColumnType::Label) | None => {
                    heading
                        .labels
                        .insert(name.trim().to_owned(), text.trim().to_owned());
                    heading.say(&text);
                }
                // Of remarks on single figures, only plain forecasts are understood.
                Some(ColumnType::Remark) if !words::is_forecast(&text) => {}
                _ if words::is_mark_of_promise(&text.to_lowercase()) => {
                    heading.take(&text, &Remark::Said(Box::new(Statements::of_status(&text))));
                }
                _ => heading.take(&text, &Remark::of(plan, &text).unwrap_or(Remark::WholeYear)),
            }
        }
    }

    /// The heading of a place.
    pub fn at(&self, place: usize) -> Option<&Heading> {
        self.places.get(place).and_then(Option::as_ref)
    }

    /// All places with a year.
    pub fn all(&self) -> impl Iterator<Item = (usize, &Heading)> {
        let places = self.places.iter().enumerate();
        places.filter_map(|(place, heading)| Some((place, heading.as_ref()?)))
    }

    /// Whether a year has headings of more than one state.
    pub fn has_states(&self) -> bool {
        let states: Vec<(i32, i8)> = self
            .all()
            .map(|(_, heading)| (heading.year, heading.state))
            .collect();
        states.iter().any(|(_, state)| *state != 0)
    }

    pub fn years(&self) -> impl Iterator<Item = i32> {
        self.all().map(|(_, heading)| heading.year)
    }
}

/// Whether a place holds directions, not figures: 升降, with ↓ below.
fn has_directions(view: TableView<'_>, (first, last): (usize, usize), place: usize) -> bool {
    let mut heads = (first..=last).filter_map(|line| view.text(line, place).and_then(words::head));
    let is_head = heads.any(|head| head == ColumnType::Direction);
    is_head && !(first + 1..view.lines().min(SAMPLE)).any(|below| view.is_figure(below, place))
}

/// The heading of a place whose cell names the year.
fn own((plan, view): (&Plan, TableView<'_>), line: usize, place: usize) -> Option<Heading> {
    let cell = view.cell(line, place);
    let when = year::of(cell).or_else(|| {
        let year = view.title_year.filter(|_| stands_below_title(cell))?;
        Some(YearLabel::titled(year, &cell.written()))
    })?;
    let written = cell.written();
    // Text repeated above every year does not distinguish columns.
    let beside = written.replacen(&when.year.to_string(), "", 1);
    let text = when.said.as_ref().map_or("", |_| beside.trim()).to_owned();
    let mut heading = Heading {
        year: when.year,
        is_part: when.is_part,
        is_day: when.is_day,
        text,
        said: when.said.unwrap_or_default(),
        state: words::state(&beside),
        ..Heading::default()
    };
    // "2018年全国" among the years of a province.
    if !when.is_bare && is_elsewhere(plan, &beside) {
        heading.take(&beside, &Remark::Region);
    }
    Some(heading)
}

/// Whether a heading puts figures outside the plan's scope.
fn is_elsewhere(plan: &Plan, text: &str) -> bool {
    let found = text
        .contains(char::is_alphabetic)
        .then(|| around::caution(plan, text, false))
        .flatten();
    found.is_some_and(|found| {
        matches!(
            found.matter,
            CaveatKind::Region | CaveatKind::Scope | CaveatKind::Limit
        )
    })
}

/// Name for a region column, in the language of a text.
fn label_of(text: &str) -> String {
    if text.is_ascii() { "Region" } else { "地区" }.to_owned()
}

/// The heading of a place right of a year: part of the same merged cell, blank above its own heading, or a statement
/// such as "比上年增长(%)" about the latest preceding year.
fn continued(
    (plan, view): (&Plan, TableView<'_>),
    (line, last_line): (usize, usize),
    place: usize,
    (last, years): (Option<&Heading>, &[Heading]),
) -> Option<Heading> {
    if let Some((from_line, from_place)) = view.merged_from(line, place)
        && from_place != place
    {
        return own((plan, view), from_line, from_place);
    }
    let last = last?;
    let bare = |of: &Heading| Heading {
        year: of.year,
        is_part: of.is_part,
        ..Heading::default()
    };
    match view.cell(line, place) {
        GridCell::Empty if (line + 1..=last_line).any(|below| view.text(below, place).is_some()) => {
            Some(bare(last))
        }
        GridCell::Text(text) => {
            let said = Statements::of(text);
            let is_statement = said.is_clear() && (said.basis.is_some() || said.is_change);
            if !is_statement {
                return None;
            }
            // Actuals, rather than a target for a later year.
            let happened = years.iter().filter(|heading| !heading.said.is_promised);
            let of = happened.max_by_key(|heading| heading.year).unwrap_or(last);
            let mut said = said;
            said.is_promised |= of.said.is_promised;
            // "名义增长" of an amount is not real growth.
            if said.basis.is_none() && said.prices.is_none() {
                said.basis = between(years);
            }
            let mut heading = Heading {
                text: text.clone(),
                said,
                is_statement: true,
                ..bare(of)
            };
            // "全国增速" after the levels of a province.
            if is_elsewhere(plan, text) {
                heading.labels.insert(label_of(text), text.trim().to_owned());
            }
            Some(heading)
        }
        _ => None,
    }
}

/// A change after two years is from the earlier one.
fn between(years: &[Heading]) -> Option<IndexBase> {
    let [one, other] = years else { return None };
    let is_clear = !one.said.is_promised && !other.said.is_promised;
    let (first, last) = (one.year.min(other.year), one.year.max(other.year));
    match last - first {
        _ if !is_clear => None,
        0 => None,
        1 => Some(IndexBase::AgainstPrevious),
        _ => Some(IndexBase::Against(first)),
    }
}

impl Heading {
    /// Adds a text's statements.
    fn take(&mut self, text: &str, remark: &Remark) {
        match remark {
            Remark::WholeYear => return,
            Remark::Part => self.is_part = true,
            Remark::Said(said) => self.said = self.said.clone().or(said),
            Remark::Region => {
                self.labels.insert(label_of(text), text.trim().to_owned());
            }
        }
        self.say(text);
    }

    fn say(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(text.trim());
    }
}

/// Whether a cell without a year is a heading for figures.
pub(super) fn stands_below_title(cell: &GridCell) -> bool {
    let GridCell::Text(text) = cell else {
        return false;
    };
    if let Some(head) = words::head(text) {
        return head == ColumnType::Value;
    }
    let said = Statements::of(text);
    said.is_clear() && said.says_something()
}
