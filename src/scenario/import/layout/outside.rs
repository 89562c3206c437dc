//! Texts around a table: titles above, notes below, its corner.

use std::rc::Rc;

use super::{LOOK_AT, Title};
use crate::file::{Grid, GridCell};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::import::around::{Caveat, CaveatKind, caution, of_some_years, sentences};
use crate::scenario::import::direction::speaks_of_falls;
use crate::scenario::import::names::Names;
use crate::scenario::import::plain::spaced;
use crate::scenario::import::saying::{IndexBase, Statements};
use crate::scenario::import::words;

/// Statements about the whole table.
#[derive(Default)]
pub(super) struct TableContext {
    /// Statements that apply to every name: unit, index base, prices.
    pub said: Statements,
    /// What a title says of figures as a whole; not every figure below it need be so.
    pub title: Title,
    /// A title about the whole country rather than its industry.
    pub nationwide: Option<String>,
    /// Doubts about the table.
    pub cautions: Vec<Rc<Caveat>>,
    /// Notes about some indicators only.
    pub notes: Vec<(Vec<IndicatorIx>, Statements)>,
    /// Notes of unclear subject that would affect figures with no other statement.
    pub unclear: Vec<Rc<Caveat>>,
}

impl TableContext {
    /// Reads the rows above a table.
    pub fn take_titles(&mut self, plan: &Plan, grid: &Grid, rows: usize) {
        for row in 0..rows.min(LOOK_AT) {
            for text in texts(grid, row) {
                self.take(plan, text, false);
            }
        }
    }

    /// Reads the rows below a table that are not part of it.
    pub fn take_notes(
        &mut self,
        names: &Names<'_>,
        grid: &Grid,
        from: usize,
        is_row_of_table: impl Fn(usize) -> bool,
    ) {
        let rows = (from..grid.height()).take(LOOK_AT);
        for row in rows.filter(|row| !is_row_of_table(*row)) {
            for sentence in texts(grid, row).flat_map(sentences) {
                if let Some(caution) = of_some_years(names.plan, sentence) {
                    self.cautions.push(Rc::new(caution));
                } else if !self.take_of_some(names, sentence) {
                    self.take(names.plan, sentence, true);
                }
            }
        }
    }

    /// Reads a note on unit or index base; false if it applies to all figures or says neither.
    fn take_of_some(&mut self, names: &Names<'_>, sentence: &str) -> bool {
        let said = match words::unit_line(sentence) {
            Some(unit) => Statements::of_unit(&unit),
            None => Statements::of(sentence),
        };
        let is_index = matches!(said.basis, Some(IndexBase::Previous100 | IndexBase::Year100(_)));
        if !is_index || words::is_said_of_all(&said.leftover) {
            return false;
        }
        match names.mentioned(sentence) {
            about if about.is_empty() => {
                let caution = Caveat::new(CaveatKind::Said, sentence, None);
                self.unclear.push(Rc::new(caution));
            }
            about => {
                let said = Statements {
                    basis: said.basis,
                    is_ratio: said.is_ratio,
                    is_odd_base: said.is_odd_base,
                    ..Statements::default()
                };
                self.notes.push((about, said));
            }
        }
        true
    }

    /// Reads one text.
    pub fn take(&mut self, plan: &Plan, text: &str, is_note: bool) {
        if let Some(caution) = caution(plan, text, is_note) {
            self.cautions.push(Rc::new(caution));
        }
        if !is_note && words::nationwide(text).is_some() && !words::is_of_industry(text) {
            self.nationwide.get_or_insert_with(|| text.trim().to_owned());
        }
        if let Some(unit) = words::unit_line(text) {
            self.said = std::mem::take(&mut self.said).or(&Statements::of_unit(&unit));
            return;
        }
        let said = Statements::of(text);
        self.said.prices = self.said.prices.or(said.prices);
        if !is_note {
            self.take_unit(text, &said);
        }
        let is_index = matches!(said.basis, Some(IndexBase::Previous100 | IndexBase::Year100(_)));
        if is_index && self.said.basis.is_none() {
            self.said.basis = said.basis;
            self.said.is_ratio = said.is_ratio;
        } else if !is_index && !is_note {
            // Only text above figures is a title.
            self.title.basis = self.title.basis.or(said.basis);
        }
        self.title.falls |= speaks_of_falls(text, is_note);
    }

    /// Bracketed unit after a title or heading: "指标（万吨）".
    fn take_unit(&mut self, text: &str, said: &Statements) {
        let is_alone = said.leftover.is_empty() && said.unit.is_some();
        let alone = || is_alone.then(|| of_unit_only(said.clone()));
        if let Some(unit) = unit_behind(text).or_else(alone) {
            self.said = std::mem::take(&mut self.said).or(&unit);
        }
    }
}

/// Bracketed unit at the end of a text.
pub(super) fn unit_behind(text: &str) -> Option<Statements> {
    let plain = spaced(text);
    let (_, inside) = plain.strip_suffix(')')?.rsplit_once('(')?;
    let unit = Statements::of(inside);
    (unit.leftover.is_empty() && unit.unit.is_some()).then(|| of_unit_only(unit))
}

fn of_unit_only(said: Statements) -> Statements {
    Statements {
        unit: said.unit,
        unit_text: said.unit_text,
        ..Statements::default()
    }
}

/// The texts of a row.
fn texts(grid: &Grid, row: usize) -> impl Iterator<Item = &str> {
    grid.row(row).take(LOOK_AT).filter_map(|cell| match cell {
        GridCell::Text(text) => Some(text.as_str()),
        _ => None,
    })
}
