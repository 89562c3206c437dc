//! Reads every cell of a recognised table.

mod asked;
mod comments;
mod conflicts;
mod doubts;
mod labels;
mod odd;
mod painted;
mod series;
mod shares;
mod sizes;
mod spread;

use std::cell::{OnceCell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;
use std::sync::Arc;

use super::around::{Caveat, CaveatKind};
use super::direction::speaks_of_falls;
use super::layout::{CellPosition, DetectedTable, SeriesStrand};
use super::names::{NamedSubject, Names};
use super::number::Decimal;
use super::unit::OwnUnits;
use super::words;
use super::{CellContent, FigureKind, Note, Options, Preview, PreviewCell, PreviewLine, Question};
use crate::file::{Grid, GridCell};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::figures::{FigureFault, figure_fault, unbased_fault, year_fault};
use crate::scenario::{Actual, Scenario, footing};
use crate::text::Message;
use comments::Comments;

pub(super) struct Reader<'a> {
    pub names: &'a Names<'a>,
    pub plan: &'a Plan,
    pub scenario: &'a Scenario,
    pub options: &'a Options,
    grid: &'a Grid,
    decimal: Decimal,
    pub found: DetectedTable,
    pub cells: Vec<PreviewCell>,
    pub kinds: Vec<(IndicatorIx, FigureKind)>,
    pub lines: Vec<PreviewLine>,
    pub questions: Vec<Question>,
    pub notes: Vec<Note>,
    /// Doubts with the first cell concerned.
    doubts: Vec<(Rc<Caveat>, CellPosition)>,
    /// All such texts, answered or not.
    doubted: BTreeSet<String>,
    /// Whether brackets are explained, and so do not mean minus.
    brackets: bool,
    /// Cell comments.
    comments: Comments,
    /// Figures in cells merged across years or names.
    spread: HashSet<CellPosition>,
    /// Lines already reported.
    told: HashSet<usize>,
    /// Cache: whether a restricting text applies to an indicator.
    limits: HashMap<(String, IndicatorIx), bool>,
    /// The plan's units by indicator, computed lazily.
    units: Vec<OnceCell<OwnUnits>>,
    /// Cache of year faults, by indicator, year and whether it is an annual change.
    years: RefCell<HashMap<(IndicatorIx, i32, bool), Option<SharedFault>>>,
}

impl<'a> Reader<'a> {
    pub fn new(
        names: &'a Names<'a>,
        scenario: &'a Scenario,
        options: &'a Options,
        grid: &'a Grid,
        decimal: Decimal,
        found: DetectedTable,
    ) -> Self {
        Self {
            names,
            plan: names.plan,
            scenario,
            options,
            grid,
            decimal,
            found,
            cells: Vec::new(),
            kinds: Vec::new(),
            lines: Vec::new(),
            questions: Vec::new(),
            notes: Vec::new(),
            doubts: Vec::new(),
            doubted: BTreeSet::new(),
            brackets: explains_brackets(grid),
            comments: Comments::default(),
            spread: HashSet::new(),
            told: HashSet::new(),
            limits: HashMap::new(),
            units: names.plan.indicators.iter().map(|_| OnceCell::new()).collect(),
            years: RefCell::default(),
        }
    }

    /// Reads all cells.
    pub fn preview(mut self) -> Preview {
        for (at, year) in std::mem::take(&mut self.found.years) {
            self.push(at, None, CellContent::Year(year));
        }
        for (at, heading) in std::mem::take(&mut self.found.yearless) {
            let fault = (
                Message::new("import-no-single-year").with("found", heading),
                Message::new("import-part-year-help"),
            );
            self.push(at, None, refused(None, None, fault));
        }
        for (at, year) in std::mem::take(&mut self.found.superseded) {
            let fault = (
                Message::new("import-superseded").with("year", year),
                Message::new("import-superseded-help"),
            );
            if *self.grid.get(at.0, at.1) != GridCell::Empty {
                self.push(at, None, refused(None, Some(year), fault));
            }
        }
        for (at, year, region) in std::mem::take(&mut self.found.elsewhere) {
            let fault = Caveat::new(CaveatKind::Region, &region, None).fault();
            self.push(at, None, refused(None, Some(year), fault));
        }
        let mut strands = std::mem::take(&mut self.found.strands);
        // The sheet name is a title too.
        let sheet = self.options.sheet.as_deref();
        if sheet.is_some_and(|name| speaks_of_falls(name, false)) {
            for strand in &mut strands {
                strand.title.falls = true;
            }
        }
        self.spread = spread::figures(self.grid, &strands);
        self.comments = Comments::of(self.plan, self.grid, &strands);
        self.look_at_sheet();
        let mut labels: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (heading, value) in strands.iter().flat_map(|strand| &strand.labels) {
            let values = labels.entry(heading.clone()).or_default();
            if !values.contains(value) {
                values.insert(value.clone());
            }
        }
        let taken = self.choose_records(&strands);
        for (series, strand) in strands.iter().enumerate() {
            if taken[series] {
                self.read(series, strand);
            }
        }
        self.settle_conflicts(&strands);
        self.ask_doubts();
        self.count();
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        // Names and years are shared by several series.
        self.cells
            .dedup_by(|next, first| (next.row, next.column) == (first.row, first.column));
        self.add_ignored();
        Preview {
            cells: self.cells,
            kinds: self.kinds,
            is_turned: self.found.is_turned,
            lines: self.lines,
            questions: self.questions,
            notes: self.notes,
            labels,
            doubts: self.doubted,
        }
    }

    /// Counts each series' figures by outcome.
    fn count(&mut self) {
        let mut places = vec![usize::MAX; 1 + self.lines.iter().map(|line| line.series).max().unwrap_or(0)];
        for (at, line) in self.lines.iter().enumerate() {
            places[line.series] = at;
        }
        for cell in &self.cells {
            let Some(line) = cell
                .series
                .and_then(|series| self.lines.get_mut(*places.get(series)?))
            else {
                continue;
            };
            match cell.content {
                CellContent::Value { .. } => line.accepted += 1,
                CellContent::Asked { .. } => line.asked += 1,
                CellContent::Refused { year: Some(_), .. } => line.refused += 1,
                _ => {}
            }
        }
    }

    pub fn push(&mut self, at: CellPosition, series: Option<usize>, content: CellContent) {
        self.cells.push(PreviewCell {
            row: at.0,
            column: at.1,
            raw: self.grid.get(at.0, at.1).written().into(),
            series,
            content,
        });
    }

    /// Adds remaining cells, up to a limit.
    fn add_ignored(&mut self) {
        const MOST: usize = 2_000;
        let near = self.cells.iter().filter(|cell| cell.row < MOST);
        let known: HashSet<CellPosition> = near.map(|cell| (cell.row, cell.column)).collect();
        let mut others = Vec::new();
        for row in 0..self.grid.height().min(MOST) {
            for (column, cell) in self.grid.row(row).enumerate() {
                if *cell != GridCell::Empty && !known.contains(&(row, column)) && others.len() < MOST {
                    others.push((row, column));
                }
            }
        }
        if others.is_empty() {
            return;
        }
        for at in others {
            self.push(at, None, CellContent::Ignored);
        }
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
    }

    /// Subject of a series, by name or user choice.
    pub fn subject(&self, strand: &SeriesStrand) -> Result<Rc<NamedSubject>, FigureFault> {
        let raw = self.raw(strand);
        let settled = self.options.subjects.get(&strand.line);
        if let Some(Some(ix)) = settled {
            return Ok(Rc::new(self.names.settled(&raw, *ix)));
        }
        if let (None, Some(ix)) = (settled, strand.anchored) {
            return Ok(Rc::new(self.names.settled(&raw, ix)));
        }
        if raw.trim().is_empty() {
            return Err((
                Message::new("import-no-name"),
                Message::new("import-unknown-help"),
            ));
        }
        self.names.find(&raw)
    }

    pub fn raw(&self, strand: &SeriesStrand) -> String {
        strand.name.map_or_else(String::new, |(row, column)| {
            self.grid.get(row, column).written().into_owned()
        })
    }

    pub fn note(&mut self, at: Option<CellPosition>, series: usize, says: Message) {
        self.notes.push(Note {
            at,
            says,
            series: Some(series),
        });
    }

    fn fault(&self, ix: IndicatorIx, year: i32, figure: Actual) -> Option<FigureFault> {
        let indicator = self.plan.get(ix);
        let footing = footing(self.plan, &self.scenario.bases, ix);
        year_fault(
            self.plan,
            indicator,
            year,
            matches!(figure, Actual::AnnualChange(_)),
        )
        .or_else(|| figure_fault(indicator, figure))
        .or_else(|| {
            let fault = unbased_fault(indicator, footing, figure);
            fault.filter(|_| !self.options.lacks_scenario)
        })
    }

    /// Whether a figure needs a base value from the scenario.
    fn needs_base(&self, ix: IndicatorIx, figure: Actual) -> bool {
        let footing = footing(self.plan, &self.scenario.bases, ix);
        self.options.lacks_scenario && unbased_fault(self.plan.get(ix), footing, figure).is_some()
    }

    /// Why a year cannot have an actual, cached for long tables.
    fn year_refusal(&self, ix: IndicatorIx, year: i32, figure: Actual) -> Option<SharedFault> {
        let is_annual = matches!(figure, Actual::AnnualChange(_));
        let mut known = self.years.borrow_mut();
        let fault = known.entry((ix, year, is_annual)).or_insert_with(|| {
            year_fault(self.plan, self.plan.get(ix), year, is_annual).map(SharedFault::from)
        });
        fault.clone()
    }

    fn value(&self, ix: IndicatorIx, year: i32, figure: Actual) -> CellContent {
        if let Some(fault) = self.year_refusal(ix, year, figure) {
            return refused(Some(ix), Some(year), fault);
        }
        match self.fault(ix, year, figure) {
            Some(fault) => refused(Some(ix), Some(year), fault),
            None => CellContent::Value {
                indicator: ix,
                year,
                figure,
                replaces: self
                    .scenario
                    .actuals
                    .get(ix)
                    .into_iter()
                    .flatten()
                    .filter(|entry| entry.year == year)
                    .map(|entry| entry.figure)
                    .collect(),
            },
        }
    }
}

/// Rows at either end searched for an explanation of brackets.
const EXPLAINED: usize = 40;

/// Whether a table explains its brackets: "括号内为增速".
fn explains_brackets(grid: &Grid) -> bool {
    let height = grid.height();
    let rows = (0..height.min(EXPLAINED)).chain(height.saturating_sub(EXPLAINED).max(EXPLAINED)..height);
    let texts = rows.flat_map(|row| grid.row(row)).filter_map(|cell| match cell {
        GridCell::Text(text) => Some(text),
        _ => None,
    });
    texts.into_iter().any(|text| words::explains_brackets(text))
}

fn refused(indicator: Option<IndicatorIx>, year: Option<i32>, fault: impl Into<SharedFault>) -> CellContent {
    let SharedFault(what, help) = fault.into();
    CellContent::Refused {
        indicator,
        year,
        what,
        help,
    }
}

/// A fault shared by many cells.
#[derive(Clone)]
struct SharedFault(Arc<Message>, Arc<Message>);

impl From<FigureFault> for SharedFault {
    fn from((what, help): FigureFault) -> Self {
        Self(Arc::new(what), Arc::new(help))
    }
}
