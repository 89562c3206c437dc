//! Summary section: targets met and missed, in sentences.

use super::content::{Item, ReportBlock};
use super::draft::Draft;
use crate::export::figure::clean;
use crate::model::{Assessment, Basis, Status};
use crate::plan::IndicatorIx;
use crate::wording::{binding_counts, counts, plan_itself, shortfall_in_full};

impl Draft<'_> {
    pub(super) fn summary(&mut self) -> Vec<ReportBlock> {
        let mut blocks = vec![self.paragraph("report-about", |message| {
            message
                .with("scenario", self.scenario_name())
                .with("plan", self.plan_title())
                .with("source", clean(self.input.plan.source.get(self.language)))
                .with("base", self.input.plan.base_year)
                .with("end", self.input.plan.end_year)
        })];
        let description = clean(self.input.scenario.description.get(self.language));
        if !description.is_empty() {
            blocks.push(self.paragraph("report-description", |message| message.with("text", description)));
        }
        blocks.extend(self.actuals_in_words());
        blocks.extend(self.counts());
        blocks.extend(self.not_met());
        blocks.extend(self.not_judged());
        blocks
    }

    /// Indicators with actuals, and their last year.
    fn actuals_in_words(&self) -> Option<ReportBlock> {
        let (plan, actuals) = (self.input.plan, &self.input.scenario.actuals);
        // Years before the base year are context.
        let years = actuals
            .iter()
            .flat_map(|(_, entries)| entries)
            .map(|entry| entry.year);
        let last = years.filter(|year| *year > plan.base_year).max()?;
        let has_any = |ix: &IndicatorIx| {
            let entries = actuals.get(*ix);
            entries.is_some_and(|entries| entries.iter().any(|entry| entry.year > plan.base_year))
        };
        let with_actuals: Vec<IndicatorIx> = plan.iter().map(|(ix, _)| ix).filter(has_any).collect();
        Some(self.paragraph("report-actuals-until", |message| {
            message
                .with("year", last)
                .with("count", with_actuals.len())
                .with("names", self.names(with_actuals.into_iter()))
        }))
    }

    /// Counts of targets by status, assumed ones separately.
    fn counts(&self) -> Vec<ReportBlock> {
        let counted = self.input.evaluation.counts(self.input.plan);
        let said = [
            plan_itself(&counted, self.language),
            Some(counts(&counted, self.language)),
            binding_counts(&counted, self.language),
        ];
        said.into_iter().flatten().map(ReportBlock::Paragraph).collect()
    }

    /// Judged targets not met, least progress first. Assumed ones are not included.
    fn not_met(&self) -> Vec<ReportBlock> {
        let assessments = self.input.assessments.iter();
        let mut missed: Vec<&Assessment> = assessments
            .filter(|assessment| assessment.basis != Basis::Assumed)
            .filter(|assessment| !matches!(assessment.status, Status::Met | Status::Unknown))
            .collect();
        if missed.is_empty() {
            return Vec::new();
        }
        // Unknown progress comes last; the sort is stable.
        let key = |assessment: &Assessment| assessment.progress.unwrap_or(f64::INFINITY);
        missed.sort_by(|a, b| key(a).total_cmp(&key(b)));
        let items = missed
            .into_iter()
            .map(|assessment| self.shortfall(assessment))
            .collect();
        vec![
            ReportBlock::Paragraph(self.say("report-not-met")),
            ReportBlock::List(items),
        ]
    }

    /// Targets that could not be judged.
    fn not_judged(&self) -> Vec<ReportBlock> {
        let assessments = self.input.assessments.iter();
        let items: Vec<Item> = assessments
            .filter(|assessment| assessment.status == Status::Unknown)
            .map(|assessment| self.shortfall(assessment))
            .collect();
        if items.is_empty() {
            return Vec::new();
        }
        vec![
            ReportBlock::Paragraph(self.say("report-not-judged")),
            ReportBlock::List(items),
        ]
    }

    fn shortfall(&self, assessment: &Assessment) -> Item {
        let required = self.required(assessment.target);
        Item {
            about: self.say_with("report-item", |message| {
                message.with("name", self.judged_name(assessment.target))
            }),
            text: shortfall_in_full(self.input.plan, assessment, required, self.language),
            link: None,
        }
    }
}
