//! The scorecard: every target, projected, gap, progress, status, and the rate still needed.

use super::content::{Cell, ReportBlock, TableRow};
use super::draft::{Draft, figure};
use crate::model::{Assessment, Basis};
use crate::plan::{IndicatorIx, Target};
use crate::wording::{assessed, evidence, promise, status_word, with_year};

impl Draft<'_> {
    pub(super) fn scorecard(&mut self) -> Vec<ReportBlock> {
        let plan = self.input.plan;
        let targets = || plan.targets().zip(self.input.assessments);
        let mut rows = Vec::new();
        for (category, inside) in self.by_category(|ix| !plan.get(ix).targets.is_empty()) {
            rows.push(TableRow::Group(category));
            for ((ix, _, target), assessment) in targets() {
                if inside.contains(&ix.indicator) {
                    rows.push(TableRow::Cells(self.score(target, assessment)));
                }
            }
        }
        let columns = vec![
            self.column("column-indicator", 20.0, false),
            self.column("column-target", 12.0, false),
            self.column("column-projected", 12.0, true),
            self.column("column-gap", 10.5, true),
            self.column("column-progress", 10.5, true),
            self.column("column-status", 10.0, false),
            self.column("column-required", 11.5, true),
            self.column("column-rests-on", 13.5, false),
        ];
        let about: Vec<IndicatorIx> = targets().map(|((ix, ..), _)| ix.indicator).collect();
        let mut table = self.table("report-scorecard-table", columns, rows, &about);
        table.notes.insert(0, self.say("report-scorecard-note"));
        vec![ReportBlock::Table(table)]
    }

    fn score(&self, target: &Target, assessment: &Assessment) -> Vec<Cell> {
        let (plan, ix) = (self.input.plan, assessment.indicator());
        let name = self.judged_name(assessment.target);
        let name = if target.binding {
            self.say_with("report-binding-name", |message| message.with("name", name))
        } else {
            name
        };
        let status = assessment.status;
        let is_assumed = assessment.basis == Basis::Assumed;
        let indicator = plan.get(ix);
        let figures = assessed(indicator, target, assessment, None, self.language);
        let [projected, gap, progress] = match figures {
            Some([projected, gap, progress]) => {
                let projected = with_year(target, assessment, projected, self.language);
                [projected, gap, progress].map(Some)
            }
            None => [None, None, None],
        };
        let cells = vec![
            name.into(),
            promise(indicator, target, self.language).into(),
            figure(projected),
            figure(gap),
            figure(progress),
            Cell {
                text: if is_assumed {
                    status_word(assessment, self.language)
                } else {
                    format!("{} {}", status.sign(), status_word(assessment, self.language))
                },
                status: (!is_assumed).then_some(status),
                is_assumed,
                link: None,
            },
            figure(self.required(assessment.target)),
            evidence(plan, assessment, self.language).into(),
        ];
        if is_assumed {
            cells.into_iter().map(Cell::assumed).collect()
        } else {
            cells
        }
    }
}
