//! Actuals typed, pasted and imported into the scenario. Whatever is refused is kept with the reason, so that nothing
//! typed is lost.

mod importing;
mod open_tables;
mod table;

pub use importing::{ImportCommand, TABLE_ENDINGS, TableReading};
pub(super) use importing::{ImportEvent, is_table};
use open_tables::OpenTables;
pub use table::{Import, RefusedCell};

use std::path::PathBuf;

use super::document::write_info;
use super::{Document, DocumentId, Edit, PathUse, Phase, RefusedFigure, Session};
use crate::model::{history, measured_in};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::import::{self, FigureKind};
use crate::scenario::{Actual, ActualEntry, SeriesInfo};
use crate::text::Message;

/// Commands about actuals.
#[derive(Clone, Debug, PartialEq)]
pub enum ActualsCommand {
    /// Select this indicator's series.
    Look(IndicatorIx),
    /// Show and type an indicator's figures in this form.
    SetKind(IndicatorIx, FigureKind),
    /// A figure was typed; empty text removes the year's figures.
    Type {
        /// Indicator.
        indicator: IndicatorIx,
        /// In this year.
        year: i32,
        /// The text typed.
        text: String,
    },
    /// Discard refused text.
    Forget(IndicatorIx, i32),
    /// Record an indicator's data source.
    SetInfo(IndicatorIx, SeriesInfo),
    /// A table was pasted: into this cell and its neighbours, or by the names in it.
    Paste {
        /// The text on the clipboard.
        text: String,
        /// The cell.
        at: Option<(IndicatorIx, i32)>,
    },
    /// Choose a table file.
    ChooseFile,
    /// Import from this file.
    ImportPath(PathBuf),
    /// Something about the previewed table.
    Import(ImportCommand),
}

/// A refused entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    document: DocumentId,
    /// The indicator.
    pub indicator: IndicatorIx,
    /// The year.
    pub year: i32,
    /// The text typed.
    pub text: String,
    /// What is wrong with it.
    pub what: Message,
    /// Remedy.
    pub help: Message,
}

/// Everything about actuals that is not in a scenario yet.
#[derive(Default)]
pub(super) struct ActualsEditor {
    /// The id of the selected indicator.
    row: Option<String>,
    /// Forms chosen, by indicator id.
    kinds: Vec<(String, FigureKind)>,
    refused: Vec<Refused>,
    /// Counts changes to refused entries.
    changes: u64,
    import: Option<Import>,
    tables: OpenTables,
    /// The table being read, or read last: for which document, and from which file.
    reading: Option<(DocumentId, Option<PathBuf>)>,
}

impl ActualsEditor {
    /// Counts changes to refused entries; `None` for a document without any.
    pub(super) fn number_in(&self, id: DocumentId) -> Option<u64> {
        let is_any = self.refused.iter().any(|cell| cell.document == id);
        is_any.then_some(self.changes)
    }

    /// Undecided tables.
    pub(super) const fn tables(&self) -> &OpenTables {
        &self.tables
    }

    /// Refused entries of a document, for its recovery copy.
    pub(super) fn refused_in(&self, document: &Document) -> Vec<RefusedFigure> {
        let plan = document.plan();
        let of_it = |cell: &&Refused| cell.document == document.id() && plan.has(cell.indicator);
        let refused = self.refused.iter().filter(of_it);
        let figure = |cell: &Refused| RefusedFigure {
            indicator: plan.get(cell.indicator).id.clone(),
            year: cell.year,
            text: cell.text.clone(),
        };
        refused.map(figure).collect()
    }
}

impl Session {
    /// The selected indicator: the one chosen, or else the first that has figures, or the plan's first.
    #[must_use]
    pub fn actuals_row(&self) -> Option<IndicatorIx> {
        let document = self.document();
        let plan = document.plan();
        let chosen = self.entering.row.as_ref().and_then(|id| plan.find(id));
        let with_figures = || document.scenario().actuals.iter().next().map(|(ix, _)| ix);
        chosen
            .or_else(with_figures)
            .or_else(|| plan.iter().next().map(|(ix, _)| ix))
    }

    /// Years before the base year that have figures, in order: context, which nothing is projected from.
    #[must_use]
    pub fn earlier_years(&self) -> Vec<i32> {
        let document = self.document();
        let base_year = document.plan().base_year;
        let entries = document
            .scenario()
            .actuals
            .iter()
            .flat_map(|(_, entries)| entries);
        let years = entries.map(|entry| entry.year).filter(|year| *year < base_year);
        let years: std::collections::BTreeSet<i32> = years.collect();
        years.into_iter().collect()
    }

    /// The form in which an indicator's figures are shown and typed: the one chosen, else that of most of its figures,
    /// else the usual one for its kind: changes where they multiply, levels where they add up.
    #[must_use]
    pub fn actual_kind(&self, ix: IndicatorIx) -> FigureKind {
        let document = self.document();
        let indicator = document.plan().get(ix);
        if let Some(kind) = self.chosen_kind(document.plan(), ix) {
            return kind;
        }
        let entries = document.scenario().actuals.get(ix);
        let count = |kind: &FigureKind| {
            let entries = entries.into_iter().flatten();
            entries
                .filter(|entry| FigureKind::of(entry.figure) == *kind)
                .count()
        };
        // `max_by_key` returns the last of equal maxima.
        let most = FigureKind::ALL.into_iter().rev().max_by_key(count);
        let usual = if indicator.is_compound() {
            FigureKind::AnnualChange
        } else {
            FigureKind::Level
        };
        most.filter(|kind| count(kind) > 0).unwrap_or(usual)
    }

    fn chosen_kind(&self, plan: &Plan, ix: IndicatorIx) -> Option<FigureKind> {
        let id = &plan.get(ix).id;
        let mut chosen = self.entering.kinds.iter();
        chosen.find(|(other, _)| other == id).map(|(_, kind)| *kind)
    }

    /// The figures given for a year.
    #[must_use]
    pub fn given(&self, ix: IndicatorIx, year: i32) -> Vec<Actual> {
        let entries = self.document().scenario().actuals.get(ix).into_iter().flatten();
        let of_year = entries.filter(|entry| entry.year == year);
        of_year.map(|entry| entry.figure).collect()
    }

    /// A year's level in this form, if an actual determines it: the figure given, or one that follows from those given.
    /// `None` for years without actuals.
    #[must_use]
    pub fn actual_as(&self, ix: IndicatorIx, year: i32, kind: FigureKind) -> Option<f64> {
        let given = self.given(ix, year);
        if let Some(figure) = given.iter().find(|figure| FigureKind::of(**figure) == kind) {
            return Some(figure.value());
        }
        let document = self.document();
        let (plan, projection) = (document.plan(), document.projection());
        if year < plan.base_year {
            return self.earlier_as(ix, year, kind);
        }
        let step = usize::try_from(year - plan.base_year).ok()?;
        if step == 0 || step > projection.last_actual(ix) {
            return None;
        }
        match kind {
            FigureKind::Level => projection.levels(ix)?.get(step).copied(),
            FigureKind::AnnualChange => projection.annual_change(plan, ix, step),
            FigureKind::CumulativeChange => projection.cumulative_change(plan, ix, step),
        }
    }

    /// The same for a year before the base year.
    fn earlier_as(&self, ix: IndicatorIx, year: i32, kind: FigureKind) -> Option<f64> {
        let document = self.document();
        let (plan, projection) = (document.plan(), document.projection());
        let known = history(plan, document.scenario(), projection, ix);
        let at = |year: i32| {
            known
                .iter()
                .find(|(other, _)| *other == year)
                .map(|(_, level)| *level)
        };
        let change = measured_in(plan.get(ix), projection.kind(ix));
        match kind {
            FigureKind::Level => at(year),
            FigureKind::AnnualChange => Some(change.between(at(year - 1)?, at(year)?)),
            FigureKind::CumulativeChange => Some(change.between(projection.levels(ix)?[0], at(year)?)),
        }
    }

    /// Every refused entry of the document in front, by row and year.
    pub fn all_refused(&self) -> impl Iterator<Item = &Refused> {
        let document = self.document();
        let (id, plan) = (document.id(), document.plan());
        let mut refused: Vec<&Refused> = self.entering.refused.iter().collect();
        refused.retain(|cell| cell.document == id && plan.has(cell.indicator));
        refused.sort_by_key(|cell| (cell.indicator, cell.year));
        refused.into_iter()
    }

    /// Shows the refused entries of a recovered document in their cells again, with the reason.
    pub(super) fn refuse_again(&mut self, id: DocumentId, figures: Vec<RefusedFigure>) {
        let Some(document) = self.documents.get(id) else {
            return;
        };
        let plan = document.plan();
        for figure in figures {
            let Some(indicator) = plan.find(&figure.indicator) else {
                continue;
            };
            let cell = (indicator, figure.year);
            let fault = FigureKind::ALL
                .into_iter()
                .find_map(|kind| import::typed(plan, document.scenario(), cell, kind, &figure.text).err());
            // It might be accepted in another form, but the user did not ask for that.
            let (what, help) = fault.unwrap_or_else(|| {
                let what = Message::new("actual-refused-before");
                (what, Message::new("actual-refused-before-help"))
            });
            self.entering.refused.push(Refused {
                document: id,
                indicator,
                year: figure.year,
                text: figure.text,
                what,
                help,
            });
        }
        self.entering.changes += 1;
    }

    /// The refused entry of a cell.
    #[must_use]
    pub fn refused(&self, ix: IndicatorIx, year: i32) -> Option<&Refused> {
        let id = self.document().id();
        let mut refused = self.entering.refused.iter();
        refused.find(|cell| (cell.document, cell.indicator, cell.year) == (id, ix, year))
    }

    pub(super) fn on_actuals(&mut self, command: ActualsCommand) {
        match command {
            ActualsCommand::Look(ix) => self.entering.row = Some(self.document().plan().get(ix).id.clone()),
            ActualsCommand::SetKind(ix, kind) => self.set_kind(ix, kind),
            ActualsCommand::Type {
                indicator,
                year,
                text,
            } => self.type_figure(indicator, year, text),
            ActualsCommand::Forget(ix, year) => self.forget(ix, year),
            ActualsCommand::SetInfo(ix, info) => self.set_info(ix, info),
            ActualsCommand::Paste { text, at } => self.paste(text, at),
            ActualsCommand::ChooseFile => self.ask_for_path(PathUse::Import),
            ActualsCommand::ImportPath(path) => self.import_file(path),
            ActualsCommand::Import(command) => self.on_import(command),
        }
    }

    fn set_kind(&mut self, ix: IndicatorIx, kind: FigureKind) {
        let id = self.document().plan().get(ix).id.clone();
        self.entering.kinds.retain(|(other, _)| *other != id);
        self.entering.kinds.push((id, kind));
    }

    fn forget(&mut self, ix: IndicatorIx, year: i32) {
        let id = self.document().id();
        let is_it = |cell: &Refused| (cell.document, cell.indicator, cell.year) == (id, ix, year);
        self.entering.refused.retain(|cell| !is_it(cell));
        self.entering.changes += 1;
    }

    fn type_figure(&mut self, indicator: IndicatorIx, year: i32, text: String) {
        self.forget(indicator, year);
        let kind = self.actual_kind(indicator);
        let document = self.document();
        let result = import::typed(
            document.plan(),
            document.scenario(),
            (indicator, year),
            kind,
            &text,
        );
        match result {
            Ok(actuals) => {
                let change = Edit::Actuals(indicator);
                let document = self.documents.active_mut();
                document.edit(change, Phase::Done, |scenario| scenario.actuals = actuals);
            }
            Err((what, help)) => self.entering.refused.push(Refused {
                document: document.id(),
                indicator,
                year,
                text,
                what,
                help,
            }),
        }
    }

    fn set_info(&mut self, ix: IndicatorIx, info: SeriesInfo) {
        let document = self.documents.active_mut();
        document.edit(Edit::Series(ix), Phase::Done, |scenario| {
            write_info(scenario, ix, info);
        });
    }

    /// Takes over a table's figures as one step.
    fn take_over(&mut self, preview: &import::Preview) {
        let actuals = preview.applied_to(self.document().scenario());
        let taken: Vec<(IndicatorIx, ActualEntry)> = preview.accepted().collect();
        for (ix, entry) in &taken {
            self.forget(*ix, entry.year);
        }
        let document = self.documents.active_mut();
        document.edit(Edit::Pasted, Phase::Done, |scenario| scenario.actuals = actuals);
        self.notices
            .done(Message::new("notice-figures-taken").with("count", taken.len()));
    }
}
