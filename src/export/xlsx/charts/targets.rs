//! The lines of an indicator's targets: a mark in its due year, one line across the years for what is due in every year,
//! two for the edges of a band.

use rust_xlsxwriter::{Format, RowNum};

use super::hide_gaps;
use crate::export::xlsx::layout::{DueTarget, Layout, ScoreColumn, column};
use crate::export::xlsx::official::TargetCells;
use crate::export::xlsx::page::{Done, SheetPage, quoted};
use crate::export::xlsx::style;
use crate::export::xlsx::workings::each_year::Year;
use crate::plan::{Form, IndicatorIx};
use crate::text::{Message, say};
use crate::wording::promise;

/// An edge of a band, or the one level that another target has.
#[derive(Clone, Copy, PartialEq, Eq)]
enum BandEdge {
    Only,
    Lower,
    Upper,
}

/// One line of a target.
pub(super) struct TargetChartLine<'a> {
    layout: &'a Layout<'a>,
    promised: DueTarget<'a>,
    edge: BandEdge,
    /// Whether the indicator has no other target, so that its line needs no further name.
    is_alone: bool,
}

/// The lines of an indicator's targets, in the plan's order.
pub(super) fn lines<'a>(layout: &'a Layout<'a>, ix: IndicatorIx) -> Vec<TargetChartLine<'a>> {
    let plan = layout.input.plan;
    let targets: Vec<DueTarget<'a>> = plan.targets_of(ix).map(|(at, _)| layout.promised(at)).collect();
    let is_alone = targets.len() == 1;
    let edges = |promised: DueTarget<'a>| {
        let edges: &[BandEdge] = match promised.target.form {
            Form::Between(..) => &[BandEdge::Lower, BandEdge::Upper],
            _ => &[BandEdge::Only],
        };
        let at = promised.ix;
        edges.iter().map(move |edge| TargetChartLine {
            layout,
            promised: layout.promised(at),
            edge: *edge,
            is_alone,
        })
    };
    targets.into_iter().flat_map(edges).collect()
}

impl TargetChartLine<'_> {
    /// Whether it is a mark in a single year.
    pub(super) fn is_mark(&self) -> bool {
        let (first, last) = self.years();
        first == last
    }

    /// First and last step of the line.
    fn years(&self) -> (usize, usize) {
        if self.promised.target.is_each_year() {
            (1, self.layout.input.plan.steps())
        } else {
            (self.promised.due, self.promised.due)
        }
    }

    pub(super) fn write(&self, page: &mut SheetPage<'_>, row: RowNum, format: &Format) -> Done {
        let (formula, name) = self.name();
        if formula.is_empty() {
            page.name(row, &name, self.layout.name_width)?;
        } else {
            page.words(row, 0, &formula, &name, &style::name())?;
            page.fit(row, [(name.as_str(), self.layout.name_width)])?;
        }
        let steps = self.layout.input.plan.steps();
        let (first, last) = self.years();
        for step in 0..=steps {
            if (first..=last).contains(&step) {
                let (cell, level) = self.level(step);
                page.formula(row, column(step), &cell, level, format)?;
            } else {
                page.words(row, column(step), "NA()", "#N/A", format)?;
            }
        }
        hide_gaps(page, row, steps)
    }

    /// The level to be reached in a year.
    fn level(&self, step: usize) -> (String, f64) {
        let input = self.layout.input;
        let ix = self.promised.ix;
        let levels = input.projection.levels(ix.indicator).unwrap_or_default();
        let form = self.promised.target.form;
        match (self.edge, form) {
            (BandEdge::Upper, Form::Between(_, high)) => {
                (self.layout.score_from_afar(ix, ScoreColumn::Upper), high)
            }
            (_, Form::Between(low, _)) => (self.layout.figure_from_afar(ix), low),
            _ if self.promised.target.is_each_year() => {
                let year = Year::new(self.layout, &self.promised, step);
                let from = if self.promised.starts_anew() { step - 1 } else { 0 };
                let goal = match year.mark {
                    TargetCells::Line(goal) => goal,
                    TargetCells::Band(low, _) => low,
                };
                (goal, form.level(levels[from], 1))
            }
            _ => (
                self.layout.goal_from_afar(ix),
                form.level(levels[0], self.promised.due),
            ),
        }
    }

    /// The name in the legend, as a formula where it follows the promise on the scorecard, and in words.
    fn name(&self) -> (String, String) {
        let input = self.layout.input;
        let (language, plan) = (input.language, input.plan);
        let DueTarget {
            ix,
            indicator,
            target,
            ..
        } = self.promised;
        if self.is_alone && self.edge == BandEdge::Only && self.promised.is_due_at_end(plan) {
            return (String::new(), say(language, "legend-target").into_owned());
        }
        let id = if target.is_each_year() {
            "legend-target-promise-each-year"
        } else {
            "legend-target-promise-year"
        };
        let named = |promise: &str| {
            let promised = Message::new(id)
                .with("year", plan.due_year(target))
                .with("promise", promise)
                .say(language);
            let edge = match self.edge {
                BandEdge::Only => return promised,
                BandEdge::Lower => "legend-lower-limit",
                BandEdge::Upper => "legend-upper-limit",
            };
            Message::new(edge).with("target", promised).say(language)
        };
        let name = named(&promise(indicator, target, language));
        // A private-use character, which no message has and every message leaves as it is.
        let around = named("\u{E000}");
        let formula = around
            .split_once('\u{E000}')
            .map_or_else(String::new, |(before, after)| {
                let promise = self.layout.promise_from_afar(ix);
                format!("{}&{promise}&{}", quoted(before), quoted(after))
            });
        (formula, name)
    }
}
