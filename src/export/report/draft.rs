//! A report while it is put together: what all sections need.

use super::content::{Block, Caption, Cell, Column, Section, Table};
use super::options::{Part, ReportOptions};
use crate::export::Material;
use crate::export::figure::{Origin, clean};
use crate::model::Required;
use crate::plan::{Indicator, IndicatorIx, TargetIx};
use crate::text::{Language, Message, say};
use crate::wording::{in_unit, required_in_words, target_in_words};

/// More years have no room for columns of their own.
const MOST_YEARS: usize = 7;

/// Nobody reads on after so many names in a sentence.
const MOST_LISTED: usize = 40;

/// Stands where there is no figure.
pub(super) const NONE: &str = "–";

pub(super) struct Draft<'a> {
    pub material: &'a Material<'a>,
    pub options: &'a ReportOptions,
    pub language: Language,
    tables: usize,
    pub figures: usize,
}

impl<'a> Draft<'a> {
    pub fn new(material: &'a Material<'a>, options: &'a ReportOptions) -> Self {
        Self {
            material,
            options,
            language: material.language,
            tables: 0,
            figures: 0,
        }
    }

    pub fn section(&mut self, part: Part, number: usize) -> Section {
        let heading = self.say(part.heading());
        let blocks = match part {
            Part::Summary => self.summary(),
            Part::Scorecard => self.scorecard(),
            Part::Progress => self.progress(number),
            Part::Levers => self.levers(number),
            Part::Charts => self.charts(),
            Part::Implications => self.implications(),
            Part::Methods => self.methods(number),
            Part::Sources => self.sources(number),
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
    pub fn heading(&self, section: usize, number: usize, id: &'static str) -> Block {
        let heading = self.say(id);
        Block::Heading(self.say_with("report-subsection", |message| {
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

    pub fn paragraph(&self, id: &'static str, values: impl FnOnce(Message) -> Message) -> Block {
        Block::Paragraph(self.say_with(id, values))
    }

    pub fn plan_title(&self) -> String {
        clean(self.material.plan.title.get(self.language))
    }

    /// The scenario's name; a word for it where it has none.
    pub fn scenario_name(&self) -> String {
        let name = clean(self.material.scenario.name.get(self.language));
        if name.is_empty() {
            self.say("legend-scenario")
        } else {
            name
        }
    }

    pub fn name(&self, indicator: &Indicator) -> String {
        clean(indicator.name.get(self.language))
    }

    /// An indicator's name; with the unit where its target is a level, because that has none of its own.
    pub fn name_with_unit(&self, ix: IndicatorIx) -> String {
        let indicator = self.material.plan.get(ix);
        let is_level = indicator.targets.iter().any(|target| target.form.is_level());
        let name = self.name(indicator);
        if !is_level {
            return name;
        }
        let basis = self.material.projection.kind(ix);
        let unit = crate::wording::unit(self.material.plan, indicator, basis, self.language);
        self.say_with("figure-in-unit", |message| {
            message.with("name", name).with("unit", clean(&unit))
        })
    }

    /// The name of a target where it is listed among others: with its due year, as [`Self::target_name`] has it, and with
    /// the unit where it is a level.
    pub fn judged_name(&self, ix: TargetIx) -> String {
        let (plan, own) = (self.material.plan, self.target_name(ix));
        if own == self.name(plan.get(ix.indicator)) {
            return self.name_with_unit(ix.indicator);
        }
        if !plan.target(ix).form.is_level() {
            return own;
        }
        let basis = self.material.projection.kind(ix.indicator);
        let unit = crate::wording::unit(plan, plan.get(ix.indicator), basis, self.language);
        in_unit(&own, &clean(&unit), self.language)
    }

    /// A target's name: its indicator's, with the due year where that has several or is not the plan's last.
    pub fn target_name(&self, ix: TargetIx) -> String {
        clean(&target_in_words(self.material.plan, ix, self.language))
    }

    /// The rate that the years left must have, in words and rounded so that it is enough; nothing where the target is met
    /// by what has happened.
    pub fn required(&self, ix: TargetIx) -> Option<String> {
        let evaluation = self.material.evaluation;
        let ledger = evaluation.ledger(ix)?;
        matches!(ledger.required, Required::Rate(_)).then(|| {
            required_in_words(
                self.material.plan,
                evaluation.projection(),
                ledger,
                None,
                self.language,
            )
        })
    }

    /// The indicators under each of the plan's headings, those without any left out.
    pub fn by_category(&self, wanted: impl Fn(IndicatorIx) -> bool) -> Vec<(String, Vec<IndicatorIx>)> {
        let plan = self.material.plan;
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
        rows: Vec<super::content::Row>,
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
            let mut origin = Origin::of_all(self.material);
            origin.scope = self.scope(about);
            table.notes.push(origin.line(self.language));
        }
        table
    }

    /// The scope that these indicators share; else where to find those they have.
    fn scope(&self, about: &[IndicatorIx]) -> String {
        let scope = |ix: &IndicatorIx| self.material.plan.get(*ix).scope.get(self.language);
        match about.first() {
            _ if about.iter().all(|ix| clean(scope(ix)).is_empty()) => self.say("report-unstated"),
            Some(first) if about.iter().all(|ix| scope(ix) == scope(first)) => clean(scope(first)),
            _ if self.options.has(Part::Sources) => self.say("report-scopes-in-sources"),
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

    /// Columns of figures for every year after the base year, together so wide. Where there are too many years for that,
    /// one column of this name has them all.
    pub fn year_columns(&self, id: &'static str, width: f64) -> Vec<Column> {
        let steps = self.material.plan.steps();
        if steps > MOST_YEARS {
            return vec![self.column(id, width, false)];
        }
        let years = self.material.plan.years().skip(1).map(|year| Column {
            name: year.to_string(),
            width: width / steps as f64,
            is_figures: true,
        });
        years.collect()
    }

    /// What stands in [`Self::year_columns`], given the figure of each year.
    pub fn year_cells(&self, figures: Vec<String>) -> Vec<Cell> {
        if figures.len() > MOST_YEARS {
            return vec![figures.join(&self.say("list-separator")).into()];
        }
        figures.into_iter().map(Cell::from).collect()
    }

    /// A list of names in a sentence.
    pub fn names(&self, indicators: impl Iterator<Item = IndicatorIx>) -> String {
        self.listed(indicators.map(|ix| self.name(self.material.plan.get(ix))))
    }

    /// What a sentence lists: of very much the first, and how much more there is.
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
