//! A report under construction: helpers for all sections.

use super::content::{Caption, Cell, Column, ReportBlock, Section, Table};
use super::options::{ReportOptions, SectionKind};
use crate::export::ExportInput;
use crate::export::figure::{OriginLine, clean};
use crate::model::Required;
use crate::plan::{Indicator, IndicatorIx, TargetIx};
use crate::text::{Language, Message, say};
use crate::wording::{in_unit, required_in_words, target_in_words};

/// Maximum years with separate columns.
const MOST_YEARS: usize = 7;

/// Maximum names listed in a sentence.
const MOST_LISTED: usize = 40;

/// Placeholder for a missing figure.
pub(super) const NONE: &str = "–";

pub(super) struct Draft<'a> {
    pub input: &'a ExportInput<'a>,
    pub options: &'a ReportOptions,
    pub language: Language,
    tables: usize,
    pub figures: usize,
}

impl<'a> Draft<'a> {
    pub fn new(input: &'a ExportInput<'a>, options: &'a ReportOptions) -> Self {
        Self {
            input,
            options,
            language: input.language,
            tables: 0,
            figures: 0,
        }
    }

    pub fn section(&mut self, part: SectionKind, number: usize) -> Section {
        let heading = self.say(part.heading());
        let blocks = match part {
            SectionKind::Summary => self.summary(),
            SectionKind::Scorecard => self.scorecard(),
            SectionKind::Progress => self.progress(number),
            SectionKind::Levers => self.levers(number),
            SectionKind::Charts => self.charts(),
            SectionKind::Implications => self.implications(),
            SectionKind::Methods => self.methods(number),
            SectionKind::Sources => self.sources(number),
        };
        Section {
            part,
            heading: self.say_with("report-section", |message| {
                message.with("number", number).with("heading", heading)
            }),
            blocks,
        }
    }

    /// A heading inside a section; both are counted from 1.
    pub fn heading(&self, section: usize, number: usize, id: &'static str) -> ReportBlock {
        let heading = self.say(id);
        ReportBlock::Heading(self.say_with("report-subsection", |message| {
            message
                .with("section", section)
                .with("number", number)
                .with("heading", heading)
        }))
    }

    pub fn say(&self, id: &'static str) -> String {
        say(self.language, id).into_owned()
    }

    pub fn say_with(&self, id: &'static str, values: impl FnOnce(Message) -> Message) -> String {
        values(Message::new(id)).say_in_full(self.language)
    }

    pub fn paragraph(&self, id: &'static str, values: impl FnOnce(Message) -> Message) -> ReportBlock {
        ReportBlock::Paragraph(self.say_with(id, values))
    }

    pub fn plan_title(&self) -> String {
        clean(self.input.plan.title.get(self.language))
    }

    /// The scenario's name, or a default.
    pub fn scenario_name(&self) -> String {
        let name = clean(self.input.scenario.name.get(self.language));
        if name.is_empty() {
            self.say("legend-scenario")
        } else {
            name
        }
    }

    pub fn name(&self, indicator: &Indicator) -> String {
        clean(indicator.name.get(self.language))
    }

    /// An indicator's name, with the unit if its target is a level.
    pub fn name_with_unit(&self, ix: IndicatorIx) -> String {
        let indicator = self.input.plan.get(ix);
        let is_level = indicator.targets.iter().any(|target| target.form.is_level());
        let name = self.name(indicator);
        if !is_level {
            return name;
        }
        let basis = self.input.projection.kind(ix);
        let unit = crate::wording::unit(self.input.plan, indicator, basis, self.language);
        self.say_with("figure-in-unit", |message| {
            message.with("name", name).with("unit", clean(&unit))
        })
    }

    /// A target's name in lists: [`Self::target_name`], with the unit if it is a level.
    pub fn judged_name(&self, ix: TargetIx) -> String {
        let (plan, own) = (self.input.plan, self.target_name(ix));
        if own == self.name(plan.get(ix.indicator)) {
            return self.name_with_unit(ix.indicator);
        }
        if !plan.target(ix).form.is_level() {
            return own;
        }
        let basis = self.input.projection.kind(ix.indicator);
        let unit = crate::wording::unit(plan, plan.get(ix.indicator), basis, self.language);
        in_unit(&own, &clean(&unit), self.language)
    }

    /// A target's name: the indicator's, with the due year if there are several or it is not the plan's last.
    pub fn target_name(&self, ix: TargetIx) -> String {
        clean(&target_in_words(self.input.plan, ix, self.language))
    }

    /// The rate needed in the years left, rounded so that it is enough; `None` if already met by data.
    pub fn required(&self, ix: TargetIx) -> Option<String> {
        let evaluation = self.input.evaluation;
        let ledger = evaluation.ledger(ix)?;
        matches!(ledger.required, Required::Rate(_)).then(|| {
            required_in_words(
                self.input.plan,
                evaluation.projection(),
                ledger,
                None,
                self.language,
            )
        })
    }

    /// Indicators by heading, without empty ones.
    pub fn by_category(&self, wanted: impl Fn(IndicatorIx) -> bool) -> Vec<(String, Vec<IndicatorIx>)> {
        let plan = self.input.plan;
        let categories = plan.categories.iter().enumerate().map(|(position, category)| {
            let inside = plan
                .iter()
                .filter(|(ix, indicator)| indicator.category == position && wanted(*ix))
                .map(|(ix, _)| ix);
            (clean(category.name.get(self.language)), inside.collect())
        });
        categories
            .filter(|(_, inside): &(String, Vec<IndicatorIx>)| !inside.is_empty())
            .collect()
    }

    /// A table about these indicators, with the next number.
    pub fn table(
        &mut self,
        caption: &'static str,
        columns: Vec<Column>,
        rows: Vec<super::content::TableRow>,
        about: &[IndicatorIx],
    ) -> Table {
        self.tables += 1;
        let mut table = Table {
            caption: self.caption("report-table-label", self.tables, self.say(caption)),
            columns,
            rows,
            notes: Vec::new(),
        };
        if self.options.provenance {
            let mut origin = OriginLine::of_all(self.input);
            origin.scope = self.scope(about);
            table.notes.push(origin.line(self.language));
        }
        table
    }

    /// The common scope of these indicators, or a reference to the sources.
    fn scope(&self, about: &[IndicatorIx]) -> String {
        let scope = |ix: &IndicatorIx| self.input.plan.get(*ix).scope.get(self.language);
        match about.first() {
            _ if about.iter().all(|ix| clean(scope(ix)).is_empty()) => self.say("report-unstated"),
            Some(first) if about.iter().all(|ix| scope(ix) == scope(first)) => clean(scope(first)),
            _ if self.options.has(SectionKind::Sources) => self.say("report-scopes-in-sources"),
            _ => self.say("report-scopes-differ"),
        }
    }

    pub fn caption(&self, label: &'static str, number: usize, text: String) -> Caption {
        Caption {
            label: self.say(label),
            number,
            separator: self.say("report-caption-separator"),
            text,
        }
    }

    pub fn column(&self, id: &'static str, width: f64, is_figures: bool) -> Column {
        Column {
            name: self.say(id),
            width,
            is_figures,
        }
    }

    /// Columns for every year after the base year, with this total width. If there are too many, a single column with
    /// this name.
    pub fn year_columns(&self, id: &'static str, width: f64) -> Vec<Column> {
        let steps = self.input.plan.steps();
        if steps > MOST_YEARS {
            return vec![self.column(id, width, false)];
        }
        let years = self.input.plan.years().skip(1).map(|year| Column {
            name: year.to_string(),
            width: width / steps as f64,
            is_figures: true,
        });
        years.collect()
    }

    /// Cells for [`Self::year_columns`].
    pub fn year_cells(&self, figures: Vec<String>) -> Vec<Cell> {
        if figures.len() > MOST_YEARS {
            return vec![figures.join(&self.say("list-separator")).into()];
        }
        figures.into_iter().map(Cell::from).collect()
    }

    /// A list of names in a sentence.
    pub fn names(&self, indicators: impl Iterator<Item = IndicatorIx>) -> String {
        self.listed(indicators.map(|ix| self.name(self.input.plan.get(ix))))
    }

    /// A list in a sentence, truncated with a count.
    pub fn listed(&self, mut all: impl Iterator<Item = String>) -> String {
        let mut said: Vec<String> = all.by_ref().take(MOST_LISTED).collect();
        let more = all.count();
        if more > 0 {
            said.push(self.say_with("and-more", |message| message.with("count", more)));
        }
        said.join(&self.say("report-names-separator"))
    }
}

/// A cell with a figure, or a dash.
pub(super) fn figure(text: Option<String>) -> Cell {
    Cell::from(text.unwrap_or_else(|| NONE.to_owned()))
}
