//! Sources section: plan, scenario, indicators, base values, actuals.

use super::content::{Cell, Item, ReportBlock, TableRow};
use super::draft::{Draft, NONE};
use crate::export::figure::clean;
use crate::plan::{Indicator, IndicatorIx};
use crate::scenario::{Actual, ActualEntry, SeriesInfo};
use crate::text::{LocalizedText, numbers};
use crate::wording::{ChangeTerms, change_in_words, entered, percent, unit};

impl Draft<'_> {
    pub(super) fn sources(&mut self, section: usize) -> Vec<ReportBlock> {
        let mut blocks = vec![
            self.heading(section, 1, "report-source-documents"),
            ReportBlock::List(self.documents()),
            self.heading(section, 2, "report-source-indicators"),
            ReportBlock::Table(self.indicators()),
        ];
        let mut headings = 2;
        let bases = self.bases();
        if !bases.is_empty() {
            headings += 1;
            blocks.extend([
                self.heading(section, headings, "report-source-bases"),
                ReportBlock::Paragraph(self.say("report-source-bases-text")),
                ReportBlock::List(bases),
            ]);
        }
        if !self.input.scenario.actuals.is_empty() {
            headings += 1;
            blocks.push(self.heading(section, headings, "report-source-actuals"));
            blocks.push(ReportBlock::Table(self.actuals()));
            blocks.extend(self.series().map(ReportBlock::Table));
            let notes = self.notes(|ix| self.input.scenario.actuals.get(ix).is_some());
            if !notes.is_empty() {
                blocks.extend([
                    ReportBlock::Paragraph(self.say("report-source-actuals-notes")),
                    ReportBlock::List(notes),
                ]);
            }
        }
        blocks
    }

    /// Plan and scenario.
    fn documents(&self) -> Vec<Item> {
        let plan = self.say_with("report-source-plan-text", |message| {
            message
                .with("plan", self.plan_title())
                .with("source", clean(self.input.plan.source.get(self.language)))
                .with("base", self.input.plan.base_year)
                .with("end", self.input.plan.end_year)
        });
        let scenario = self.say_with("report-source-scenario-text", |message| {
            message
                .with("scenario", self.scenario_name())
                .with("hash", self.input.sha256)
                .with("version", env!("CARGO_PKG_VERSION"))
        });
        let url = self.input.plan.url.as_ref();
        let both = [
            ("report-source-plan", plan, url),
            ("report-source-scenario", scenario, None),
        ];
        let items = both.map(|(name, text, link)| Item {
            about: self.say_with("report-item", |message| message.with("name", self.say(name))),
            text,
            link: link.cloned(),
        });
        items.into()
    }

    fn indicators(&mut self) -> super::content::Table {
        let plan = self.input.plan;
        let text = |words: &LocalizedText| {
            let text = clean(words.get(self.language));
            if text.is_empty() { NONE.to_owned() } else { text }
        };
        let mut rows = Vec::new();
        for (category, inside) in self.by_category(|_| true) {
            rows.push(TableRow::Group(category));
            rows.extend(inside.into_iter().map(|ix| {
                let indicator = plan.get(ix);
                TableRow::Cells(vec![
                    self.name(indicator).into(),
                    text(&indicator.scope).into(),
                    Cell::from(text(&indicator.source)).linked(indicator.url.as_ref()),
                ])
            }));
        }
        let columns = vec![
            self.column("column-indicator", 36.0, false),
            self.column("column-scope", 30.0, false),
            self.column("column-source", 34.0, false),
        ];
        self.table("report-source-table", columns, rows, &[])
    }

    fn bases(&self) -> Vec<Item> {
        let bases = self.input.scenario.bases.iter().map(|(ix, base)| {
            let figure = self.with_unit(ix, numbers::shortest(*base));
            self.item(ix, figure)
        });
        bases.collect()
    }

    fn with_unit(&self, ix: IndicatorIx, figure: String) -> String {
        let plan = self.input.plan;
        let unit = unit(plan, plan.get(ix), self.input.projection.kind(ix), self.language);
        if unit == "%" {
            return percent(figure, self.language);
        }
        self.say_with("implication-level", |message| {
            message.with("value", figure).with("unit", clean(&unit))
        })
    }

    fn actuals(&mut self) -> super::content::Table {
        let plan = self.input.plan;
        let actuals = &self.input.scenario.actuals;
        let mut rows = Vec::new();
        let mut about = Vec::new();
        for (ix, indicator) in plan.iter() {
            let Some(entries) = actuals.get(ix) else { continue };
            about.push(ix);
            rows.extend(entries.iter().map(|entry| {
                TableRow::Cells(vec![
                    self.name(indicator).into(),
                    entry.year.to_string().into(),
                    self.kind(entry).into(),
                    self.actual(ix, indicator, entry).into(),
                ])
            }));
        }
        let columns = vec![
            self.column("column-indicator", 42.0, false),
            self.column("column-year", 12.0, false),
            self.column("column-kind", 20.0, false),
            self.column("column-figure", 26.0, true),
        ];
        self.table("report-actuals-table", columns, rows, &about)
    }

    /// Source, scope and confidence of actuals, if stated.
    fn series(&mut self) -> Option<super::content::Table> {
        let scenario = self.input.scenario;
        let unstated = SeriesInfo::default();
        let entered: Vec<(IndicatorIx, &SeriesInfo)> = self
            .input
            .plan
            .iter()
            .filter(|(ix, _)| scenario.actuals.get(*ix).is_some())
            .map(|(ix, _)| (ix, scenario.series.get(ix).unwrap_or(&unstated)))
            .collect();
        if entered.iter().all(|(_, info)| info.is_empty()) {
            return None;
        }
        let stated = |text: String| {
            if text.is_empty() {
                self.say("report-unstated")
            } else {
                text
            }
        };
        // A source of which only the address is known goes by its host.
        let source = |info: &SeriesInfo| {
            let text = clean(info.source.get(self.language));
            match &info.url {
                Some(url) if text.is_empty() => url.host().to_owned(),
                _ => stated(text),
            }
        };
        let rows = entered.iter().map(|(ix, info)| {
            let confidence = info.confidence.map(|confidence| self.say(confidence.message()));
            TableRow::Cells(vec![
                self.name(self.input.plan.get(*ix)).into(),
                Cell::from(source(info)).linked(info.url.as_ref()),
                stated(clean(info.scope.get(self.language))).into(),
                stated(confidence.unwrap_or_default()).into(),
            ])
        });
        let rows = rows.collect();
        let columns = vec![
            self.column("column-indicator", 28.0, false),
            self.column("column-source", 34.0, false),
            self.column("column-scope", 24.0, false),
            self.column("column-confidence", 14.0, false),
        ];
        Some(self.table("report-series-table", columns, rows, &[]))
    }

    /// Whether a figure is relative to a later year: a level above the base year's is then not a rise.
    fn is_against_later(&self, entry: &ActualEntry) -> bool {
        entry.year < self.input.plan.base_year
    }

    /// The name of a figure's kind.
    fn kind(&self, entry: &ActualEntry) -> String {
        match entry.figure {
            Actual::Level(_) => self.say("mode-level"),
            Actual::AnnualChange(_) => self.say("mode-annual"),
            Actual::CumulativeChange(_) if self.is_against_later(entry) => self
                .say_with("report-kind-against", |message| {
                    message.with("year", self.input.plan.base_year)
                }),
            Actual::CumulativeChange(_) => self.say("mode-cumulative"),
        }
    }

    fn actual(&self, ix: IndicatorIx, indicator: &Indicator, entry: &ActualEntry) -> String {
        let value = match entry.figure {
            Actual::Level(level) => return self.with_unit(ix, numbers::shortest(level)),
            Actual::CumulativeChange(_) if self.is_against_later(entry) => {
                let kind = self.input.projection.kind(ix);
                return entered(self.input.plan, ix, kind, entry.figure, self.language);
            }
            Actual::AnnualChange(change) | Actual::CumulativeChange(change) => change,
        };
        let counted = ChangeTerms::of(indicator, indicator.scale.change(), self.language);
        // As many decimals as were entered.
        let decimals = numbers::shortest(value)
            .split_once('.')
            .map_or(0, |(_, fraction)| fraction.len());
        change_in_words(counted, value, Some(decimals), self.language)
    }
}
