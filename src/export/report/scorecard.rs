//! The scorecard: every target, projected, gap, progress, status, and the rate still needed.

use super::content::{Block, Cell, Row};
use super::draft::{Draft, figure};
use crate::figure::{assessed, promise, rate_in_words};
use crate::model::{Assessment, Convention};
use crate::plan::{IndicatorIx, Target};
use crate::text::say;

impl Draft<'_> {
    pub(super) fn scorecard(&mut self) -> Vec<Block> {
        let plan = self.material.plan;
        let targets = || plan.targets().zip(self.material.assessments);
        let mut rows = Vec::new();
        for (category, inside) in self.by_category(|ix| plan.get(ix).target.is_some()) {
            rows.push(Row::Group(category));
            for ((ix, _, target), assessment) in targets() {
                if inside.contains(&ix) {
                    rows.push(Row::Cells(self.score(ix, target, assessment)));
                }
            }
        }
        let columns = vec![
            self.column("column-indicator", 25.0, false),
            self.column("column-target", 15.0, false),
            self.column("column-projected", 13.0, true),
            self.column("column-gap", 13.0, true),
            self.column("column-progress", 9.0, true),
            self.column("column-status", 11.0, false),
            self.column("column-required", 14.0, true),
        ];
        let about: Vec<IndicatorIx> = targets().map(|((ix, ..), _)| ix).collect();
        let mut table = self.table("report-scorecard-table", columns, rows, &about);
        table.notes.insert(0, self.say("report-scorecard-note"));
        vec![Block::Table(table)]
    }

    fn score(&self, ix: IndicatorIx, target: &Target, assessment: &Assessment) -> Vec<Cell> {
        let indicator = self.material.plan.get(ix);
        let name = self.name_with_unit(ix);
        let name = if target.binding {
            self.say_with("report-binding-name", |message| message.with("name", name))
        } else {
            name
        };
        let status = assessment.status;
        let required = self
            .required(ix)
            .map(|rate| rate_in_words(Convention::of(indicator), rate, None, self.language));
        let figures = assessed(indicator, target, assessment, None, self.language);
        let [projected, gap, progress] = match figures {
            Some(figures) => figures.map(Some),
            None => [None, None, None],
        };
        vec![
            name.into(),
            promise(indicator, target, self.language).into(),
            figure(projected),
            figure(gap),
            figure(progress),
            Cell {
                text: format!("{} {}", status.sign(), say(self.language, status.message())),
                status: Some(status),
            },
            figure(required),
        ]
    }
}
