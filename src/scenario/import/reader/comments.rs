//! Cell comments. On a figure they concern that figure; on a name, heading or title all figures under it.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

use super::super::around::{Caveat, CaveatKind, caution, of_some_years};
use super::super::layout::{FigureCell, SeriesStrand};
use super::super::saying::Statements;
use super::super::words;
use super::{CellPosition, Reader};
use crate::file::{Area, Grid};
use crate::plan::Plan;
use crate::text::Message;

/// A comment and its statements.
struct Comment {
    at: CellPosition,
    text: String,
    /// Statements that count as part of the name, if fully understood.
    said: Option<Statements>,
    /// Doubts it raises.
    cautions: Vec<Rc<Caveat>>,
}

/// Comments of a table by subject.
#[derive(Default)]
pub(super) struct Comments {
    all: Vec<Comment>,
    /// By figure.
    own: HashMap<CellPosition, usize>,
    /// By row or column, for names and headings.
    rows: BTreeMap<usize, Vec<usize>>,
    columns: BTreeMap<usize, Vec<usize>>,
    /// Comments above and left of all figures.
    titles: Vec<usize>,
    /// Comments on a whole series, with their statements.
    of_series: HashMap<usize, (Vec<usize>, Statements)>,
    /// Comments already reported.
    told: HashSet<usize>,
}

impl Comments {
    pub fn of(plan: &Plan, grid: &Grid, strands: &[SeriesStrand]) -> Self {
        let mut comments = Self::default();
        if grid.comments().is_empty() {
            return comments;
        }
        let cells = || {
            strands
                .iter()
                .flat_map(|strand| &strand.cells)
                .map(|cell| cell.at)
        };
        let figures: HashSet<CellPosition> = cells().collect();
        let first = cells().fold((usize::MAX, usize::MAX), |first, at| {
            (first.0.min(at.0), first.1.min(at.1))
        });
        let merged: HashMap<CellPosition, &Area> =
            grid.merged().iter().map(|area| (area.first, area)).collect();
        for (at, text) in grid.comments() {
            let index = comments.all.len();
            comments.all.push(Comment::new(plan, *at, text));
            if figures.contains(at) {
                comments.own.insert(*at, index);
                continue;
            }
            let last = merged.get(at).map_or(*at, |area| area.last);
            for row in at.0..=last.0 {
                comments.rows.entry(row).or_default().push(index);
            }
            for column in at.1..=last.1 {
                comments.columns.entry(column).or_default().push(index);
            }
            if at.0 < first.0 && at.1 < first.1 {
                comments.titles.push(index);
            }
        }
        comments
    }

    /// Comments on a figure.
    fn about(&self, at: CellPosition) -> impl Iterator<Item = usize> {
        let beside = self.rows.get(&at.0).into_iter().flatten();
        let above = self.columns.get(&at.1).into_iter().flatten();
        let above = above.filter(move |index| self.all[**index].at.0 < at.0);
        let all = self.own.get(&at).into_iter().chain(beside).chain(above);
        let all: HashSet<usize> = all.chain(&self.titles).copied().collect();
        all.into_iter()
    }
}

impl Comment {
    fn new(plan: &Plan, at: CellPosition, text: &str) -> Self {
        let mut comment = Self {
            at,
            text: text.split_whitespace().collect::<Vec<_>>().join(" "),
            said: None,
            cautions: Vec::new(),
        };
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            comment.take(plan, line);
        }
        comment
    }

    fn take(&mut self, plan: &Plan, line: &str) {
        if let Some(found) = of_some_years(plan, line).or_else(|| caution(plan, line, true)) {
            self.cautions.push(Rc::new(found));
            return;
        }
        let said = match words::unit_line(line) {
            Some(unit) => Statements::of_unit(&unit),
            None => Statements::of(line),
        };
        let says_nothing = Statements {
            is_level: false,
            leftover: String::new(),
            ..said.clone()
        } == Statements::default();
        if says_nothing {
            return;
        }
        if said.leftover.is_empty() {
            self.said = Some(self.said.take().unwrap_or_default().or(&said));
        } else {
            self.cautions
                .push(Rc::new(Caveat::new(CaveatKind::Said, line, None)));
        }
    }
}

impl Reader<'_> {
    /// Collects comments that apply to a whole series.
    pub(super) fn hear_comments(&mut self, series: usize, strand: &SeriesStrand) {
        let mut cells = strand.cells.iter();
        let Some(first) = cells.next().filter(|_| self.has_comments(strand)) else {
            return;
        };
        let mut of_all: Vec<usize> = self.comments.about(first.at).collect();
        for cell in cells {
            of_all.retain(|index| self.comments.about(cell.at).any(|other| other == *index));
        }
        of_all.sort_unstable();
        let said = of_all
            .iter()
            .filter_map(|index| self.comments.all[*index].said.as_ref());
        let said = said.fold(Statements::default(), Statements::or);
        self.comments.of_series.insert(series, (of_all, said));
    }

    /// Statements of comments on a series.
    pub(super) fn commented(&self, series: usize) -> Option<&Statements> {
        self.comments.of_series.get(&series).map(|(_, said)| said)
    }

    /// Doubts about a single figure from its comments.
    pub(super) fn doubts_of_comments(
        &mut self,
        series: usize,
        strand: &SeriesStrand,
        cell: &FigureCell,
    ) -> Vec<Rc<Caveat>> {
        if !self.has_comments(strand) {
            return Vec::new();
        }
        let mut about: Vec<usize> = self.comments.about(cell.at).collect();
        about.sort_unstable();
        let mut found = Vec::new();
        for index in about {
            let comment = &self.comments.all[index];
            let of_series = self.comments.of_series.get(&series);
            let is_of_all = of_series.is_some_and(|(all, _)| all.contains(&index));
            // On a figure or year it concerns that year only.
            let of_year = |caution: &Rc<Caveat>| match caution.years {
                None if comment.at == cell.at || !is_of_all => Rc::new(Caveat {
                    years: Some((cell.year, cell.year)),
                    ..Caveat::clone(caution)
                }),
                _ => Rc::clone(caution),
            };
            found.extend(comment.cautions.iter().map(of_year));
            if comment.said.is_some() && !is_of_all {
                found.push(Rc::new(Caveat::new(CaveatKind::Said, &comment.text, None)));
            }
            if self.comments.told.insert(index) {
                let says = Message::new("import-note-comment").with("text", comment.text.as_str());
                let at = comment.at;
                self.note(Some(at), series, says);
            }
        }
        found
    }

    /// Tables written by this program are unambiguous.
    fn has_comments(&self, strand: &SeriesStrand) -> bool {
        !self.comments.all.is_empty() && strand.exact.is_none()
    }
}
