//! The levers: what was set, year by year, and why.

use super::content::{Cell, Column, Item, ReportBlock, TableRow};
use super::draft::{Draft, NONE, figure};
use super::options::SectionKind;
use crate::export::figure::clean;
use crate::model::enough_even_rates;
use crate::plan::{Dynamics, IndicatorIx};
use crate::scenario::Rates;
use crate::text::numbers;
use crate::wording::{origin_mark, points_or_percent};

impl Draft<'_> {
    pub(super) fn levers(&mut self, section: usize) -> Vec<ReportBlock> {
        let plan = self.input.plan;
        let levers: Vec<IndicatorIx> = plan.levers().map(|(ix, _)| ix).collect();
        let mut rows = Vec::new();
        for (category, inside) in self.by_category(|ix| plan.get(ix).is_lever()) {
            rows.push(TableRow::Group(category));
            rows.extend(inside.into_iter().map(|ix| TableRow::Cells(self.lever(ix))));
        }
        let columns = self.lever_columns();
        let mut table = self.table("report-levers-table", columns, rows, &levers);
        table.notes.insert(0, self.say("report-levers-note"));
        let mut blocks = vec![
            ReportBlock::Paragraph(self.say("report-levers-intro")),
            ReportBlock::Table(table),
        ];
        let mut headings = 0;
        for (id, items) in [
            ("report-output-growth", self.output_growth()),
            ("report-lever-notes", self.lever_notes()),
        ] {
            if !items.is_empty() {
                headings += 1;
                blocks.extend([self.heading(section, headings, id), ReportBlock::List(items)]);
            }
        }
        blocks
    }

    fn lever_columns(&self) -> Vec<Column> {
        let mut columns = vec![
            self.column("column-indicator", 23.0, false),
            self.column("column-unit", 12.5, false),
        ];
        columns.extend(self.year_columns("column-rates", 44.0));
        columns.push(self.column("column-even-rate", 9.5, true));
        columns.push(self.column("column-set", 11.0, false));
        columns
    }

    fn lever(&self, ix: IndicatorIx) -> Vec<Cell> {
        let plan = self.input.plan;
        let indicator = plan.get(ix);
        let rates: Vec<String> = (1..=plan.steps()).map(|step| self.rate(ix, step)).collect();
        let mut cells: Vec<Cell> = vec![
            self.name(indicator).into(),
            points_or_percent(indicator, self.language).into_owned().into(),
        ];
        cells.extend(self.year_cells(rates));
        // Rounded like needed rates, so that it is enough.
        let even =
            enough_even_rates(plan, self.input.scenario, ix, 2).filter(|_| !indicator.targets.is_empty());
        cells.push(figure(even.map(|rates| self.even(&rates))));
        cells.push(self.say(how_set(self.input.scenario.rates.get(ix))).into());
        cells
    }

    /// The even rate, or its range if several targets follow each other.
    fn even(&self, rates: &[f64]) -> String {
        let (low, high) = rates
            .iter()
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), rate| {
                (low.min(*rate), high.max(*rate))
            });
        let (low, high) = (numbers::visible(low, 2), numbers::visible(high, 2));
        if low == high {
            low
        } else {
            self.say_with("implication-band", |message| {
                message.with("low", low).with("high", high)
            })
        }
    }

    /// The rate of a step in the lever's terms, marked unless projected.
    fn rate(&self, ix: IndicatorIx, step: usize) -> String {
        let (plan, projection) = (self.input.plan, self.input.projection);
        let Some(change) = projection.annual_change(plan, ix, step) else {
            // Without a base value there are no levels, but there may be rates.
            let rate = self
                .input
                .scenario
                .rates
                .get(ix)
                .and_then(|rates| rates.in_year(step - 1));
            return rate.map_or_else(|| NONE.to_owned(), |rate| numbers::visible(rate, 2));
        };
        let is_fall = plan.get(ix).dynamics == Dynamics::Decline;
        let rate = if is_fall { -change } else { change };
        let mark = projection.change_origin(ix, step).map_or("", origin_mark);
        numbers::visible(rate, 2) + mark
    }

    fn output_growth(&self) -> Vec<Item> {
        let list = |rates: &[f64]| {
            let rates: Vec<String> = rates.iter().map(|rate| numbers::shortest(*rate)).collect();
            rates.join(&self.say("list-separator"))
        };
        let rates = self
            .input
            .plan
            .levers()
            .map(|(ix, _)| (ix, self.input.scenario.rates.get(ix)));
        let items = rates.filter_map(|(ix, rates)| {
            let Some(Rates::OutputGrowth { top, all }) = rates else {
                return None;
            };
            Some(self.item(
                ix,
                self.say_with("report-output-growth-text", |message| {
                    message.with("top", list(top)).with("all", list(all))
                }),
            ))
        });
        items.collect()
    }

    /// Notes on levers; those on actuals go to their own section, if present.
    fn lever_notes(&self) -> Vec<Item> {
        let with_sources = self.options.has(SectionKind::Sources);
        self.notes(|ix| !with_sources || self.input.scenario.actuals.get(ix).is_none())
    }

    /// The notes on some indicators, in the plan's order.
    pub(super) fn notes(&self, wanted: impl Fn(IndicatorIx) -> bool) -> Vec<Item> {
        let noted = self.input.plan.iter().filter(|(ix, _)| wanted(*ix));
        let items = noted.filter_map(|(ix, _)| {
            let note = clean(self.input.scenario.notes.get(ix)?.get(self.language));
            (!note.is_empty()).then(|| self.item(ix, note))
        });
        items.collect()
    }

    pub(super) fn item(&self, ix: IndicatorIx, text: String) -> Item {
        let name = self.name(self.input.plan.get(ix));
        Item {
            about: self.say_with("report-item", |message| message.with("name", name)),
            text,
            link: None,
        }
    }
}

const fn how_set(rates: Option<&Rates>) -> &'static str {
    match rates {
        None => "report-set-plan",
        Some(Rates::Constant(_)) => "schedule-constant",
        Some(Rates::Yearly(_)) => "lever-yearly",
        Some(Rates::OutputGrowth { .. }) => "lever-output-growth",
    }
}
