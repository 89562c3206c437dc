//! The summary: how many targets are met, what is missed, in sentences with figures.

use super::content::{Block, Item};
use super::draft::Draft;
use crate::export::figure::clean;
use crate::figure::{assessed, promise, rate_in_words};
use crate::model::{Assessment, Convention, Status};
use crate::plan::{IndicatorIx, Target};
use crate::text::Message;

impl Draft<'_> {
    pub(super) fn summary(&mut self) -> Vec<Block> {
        let mut blocks = vec![self.paragraph("report-about", |message| {
            message
                .with("scenario", self.scenario_name())
                .with("plan", self.plan_title())
                .with("source", clean(self.material.plan.source.get(self.language)))
                .with("base", self.material.plan.base_year)
                .with("end", self.material.plan.end_year)
        })];
        let description = clean(self.material.scenario.description.get(self.language));
        if !description.is_empty() {
            blocks.push(self.paragraph("report-description", |message| message.with("text", description)));
        }
        blocks.extend(self.actuals_in_words());
        blocks.push(self.counts());
        blocks.extend(self.binding_in_words());
        blocks.extend(self.not_met());
        blocks
    }

    /// Which indicators have published figures, and until when.
    fn actuals_in_words(&self) -> Option<Block> {
        let (plan, actuals) = (self.material.plan, &self.material.scenario.actuals);
        let last = actuals
            .iter()
            .flat_map(|(_, entries)| entries)
            .map(|entry| entry.year)
            .max()?;
        let has_any = |ix: &IndicatorIx| actuals.get(*ix).is_some_and(|entries| !entries.is_empty());
        let with_actuals: Vec<IndicatorIx> = plan.iter().map(|(ix, _)| ix).filter(has_any).collect();
        Some(self.paragraph("report-actuals-until", |message| {
            message
                .with("year", last)
                .with("count", with_actuals.len())
                .with("names", self.names(with_actuals.into_iter()))
        }))
    }

    fn counts(&self) -> Block {
        let count = |status| {
            self.material
                .assessments
                .iter()
                .filter(|a| a.status == status)
                .count()
        };
        let counts = self.say_with("report-counts", |message| {
            message
                .with("scenario", self.scenario_name())
                .with("end", self.material.plan.end_year)
                .with("all", self.material.assessments.len())
                .with("met", count(Status::Met))
        });
        let others = [
            (Status::Close, "report-count-close"),
            (Status::Missed, "report-count-missed"),
            (Status::WrongDirection, "report-count-wrong"),
            (Status::Unknown, "report-count-unknown"),
        ];
        let others: Vec<String> = others
            .into_iter()
            .filter(|(status, _)| count(*status) > 0)
            .map(|(status, id)| self.say_with(id, |message| message.with("count", count(status))))
            .collect();
        if others.is_empty() {
            return self.paragraph("report-counts-all", |message| message.with("counts", counts));
        }
        let others = others.join(&self.say("report-clause-separator"));
        self.paragraph("report-counts-others", |message| {
            message.with("counts", counts).with("others", others)
        })
    }

    fn binding_in_words(&self) -> Option<Block> {
        let binding: Vec<&Assessment> = self
            .judged()
            .filter(|(target, _)| target.binding)
            .map(|(_, assessment)| assessment)
            .collect();
        let met = binding.iter().filter(|a| a.status == Status::Met).count();
        (!binding.is_empty()).then(|| {
            self.paragraph("report-binding", |message| {
                message.with("all", binding.len()).with("met", met)
            })
        })
    }

    fn judged(&self) -> impl Iterator<Item = (&Target, &Assessment)> {
        let targets = self.material.plan.targets().map(|(.., target)| target);
        targets.zip(self.material.assessments)
    }

    /// Every target that is not met, furthest from it first.
    fn not_met(&self) -> Vec<Block> {
        let mut missed: Vec<_> = self
            .judged()
            .filter(|(_, assessment)| assessment.status != Status::Met)
            .collect();
        if missed.is_empty() {
            return Vec::new();
        }
        // What cannot be told comes last; a stable sort keeps the plan's order among equals.
        let key = |assessment: &Assessment| assessment.progress.unwrap_or(f64::INFINITY);
        missed.sort_by(|(_, a), (_, b)| key(a).total_cmp(&key(b)));
        let items = missed
            .into_iter()
            .map(|(target, assessment)| self.shortfall(target, assessment))
            .collect();
        vec![Block::Paragraph(self.say("report-not-met")), Block::List(items)]
    }

    fn shortfall(&self, target: &Target, assessment: &Assessment) -> Item {
        let ix = assessment.indicator;
        let indicator = self.material.plan.get(ix);
        let about = self.say_with("report-item", |message| {
            message.with("name", self.name_with_unit(ix))
        });
        let Some([projected, gap, progress]) = assessed(indicator, target, assessment, None, self.language)
        else {
            return Item {
                about,
                text: self.say_with("report-shortfall-unknown", |message| {
                    message.with("target", promise(indicator, target, self.language))
                }),
            };
        };
        let first = self.say_with("report-shortfall", |message| {
            message
                .with("status", Message::new(assessment.status.message()))
                .with("projected", projected)
                .with("target", promise(indicator, target, self.language))
                .with("gap", gap)
                .with("progress", progress)
        });
        let required = self.required(ix).map(|rate| {
            let (from, end) = (
                self.material
                    .plan
                    .year(self.material.projection.last_actual(ix) + 1),
                self.material.plan.end_year,
            );
            let years = self.say_with("report-years", |message| {
                message.with("from", from).with("end", end)
            });
            self.say_with("report-shortfall-required", |message| {
                message
                    .with("years", if from < end { years } else { end.to_string() })
                    .with(
                        "rate",
                        rate_in_words(Convention::of(indicator), rate, None, self.language),
                    )
            })
        });
        Item {
            about,
            text: self.say_with("report-sentences", |message| {
                message
                    .with("first", first)
                    .with("next", required.unwrap_or_default())
            }),
        }
    }
}
