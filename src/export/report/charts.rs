//! Charts and implications.

use super::content::{FigureBlock, Item, ReportBlock};
use super::draft::Draft;
use crate::analysis::Stance;
use crate::export::figure::{Figure, FigureOptions, Size, can_draw, clean};
use crate::figure::{LineStretch, rests_on_data};
use crate::plan::IndicatorIx;
use crate::wording::{self, finding, open_years, origin};

impl Draft<'_> {
    pub(super) fn charts(&mut self) -> Vec<ReportBlock> {
        let (drawn, left_out): (Vec<_>, Vec<_>) = self
            .options
            .charts
            .iter()
            .copied()
            .partition(|ix| can_draw(self.input, *ix, self.options.mode));
        let mut blocks = Vec::new();
        if drawn.is_empty() {
            blocks.push(ReportBlock::Paragraph(self.say("report-no-charts")));
        } else {
            blocks.push(ReportBlock::Paragraph(self.say("report-charts-intro")));
        }
        for ix in drawn {
            blocks.push(self.chart(ix));
        }
        if !left_out.is_empty() {
            let names = self.names(left_out.into_iter());
            blocks.push(self.paragraph("report-not-drawn", |message| message.with("names", names)));
        }
        blocks
    }

    fn chart(&mut self, ix: IndicatorIx) -> ReportBlock {
        let figure = Figure::of_chart(self.input, ix, self.options.mode, &self.figure_options());
        let caption = self.chart_caption(ix, self.name(self.input.plan.get(ix)));
        self.plate(caption, figure)
    }

    /// Chart options: at most the text width.
    pub(super) fn figure_options(&self) -> FigureOptions {
        let options = &self.options;
        let is_wider = options.size.centimetres().0 > Size::FULL.centimetres().0;
        FigureOptions {
            size: if is_wider { Size::FULL } else { options.size },
            provenance: options.provenance,
            // Keep text searchable.
            outlines: false,
        }
    }

    /// Caption of an indicator's chart: name, scope, source.
    pub(super) fn chart_caption(&self, ix: IndicatorIx, name: String) -> String {
        let indicator = self.input.plan.get(ix);
        let text = |words: &crate::text::LocalizedText| clean(words.get(self.language));
        let (scope, source) = (text(&indicator.scope), text(&indicator.source));
        let scenario = self.input.scenario;
        let has_actuals = scenario.actuals.get(ix).is_some();
        let actuals = scenario
            .series
            .get(ix)
            .map_or_else(String::new, |info| text(&info.source));
        let unstated = || self.say("report-unstated");
        self.say_with(
            match (has_actuals, actuals.is_empty()) {
                (true, false) => "report-caption-series",
                (true, true) => "report-caption-actuals",
                (false, _) => "report-caption",
            },
            |message| {
                message
                    .with("name", name)
                    .with("scope", if scope.is_empty() { unstated() } else { scope })
                    .with("source", if source.is_empty() { unstated() } else { source })
                    .with("actuals", actuals)
                    .with("basis", self.basis_of_years(ix))
            },
        )
    }

    /// Origins by year, such as "2011–13 actual, 2014–15 assumed".
    fn basis_of_years(&self, ix: IndicatorIx) -> String {
        let (plan, projection) = (self.input.plan, self.input.projection);
        let origins = projection.origins(ix);
        let steps: Vec<usize> = (1..=plan.steps()).collect();
        let strand = |step: usize| LineStretch::of(origins[step], rests_on_data(plan, projection, ix, step));
        let alike =
            steps.chunk_by(|one, next| origins[*one] == origins[*next] && strand(*one) == strand(*next));
        let runs = alike.filter_map(|run| {
            let (first, last) = (*run.first()?, *run.last()?);
            let basis = match strand(first) {
                strand @ (LineStretch::DerivedInPart | LineStretch::SetInPart) => self.say(strand.message()),
                _ => origin(origins[first], self.language),
            };
            Some(self.say_with("report-caption-run", |message| {
                message
                    .with(
                        "years",
                        open_years(plan.year(first), plan.year(last), self.language),
                    )
                    .with("basis", basis)
            }))
        });
        runs.collect::<Vec<_>>()
            .join(&self.say("report-clause-separator"))
    }

    /// A chart with its caption and the next number.
    pub(super) fn plate(&mut self, caption: String, figure: Figure) -> ReportBlock {
        self.figures += 1;
        ReportBlock::Chart(Box::new(FigureBlock {
            caption: self.caption("report-figure-label", self.figures, caption),
            figure,
        }))
    }

    /// Findings: conflicts first, then notable ones, then the rest.
    pub(super) fn implications(&mut self) -> Vec<ReportBlock> {
        let statements = self.input.implications;
        if statements.is_empty() {
            return vec![ReportBlock::Paragraph(self.say("report-no-implications"))];
        }
        let count = |stance| statements.iter().filter(|i| i.stance == stance).count();
        let intro = self.paragraph("report-implications-intro", |message| {
            message
                .with("all", statements.len())
                .with("conflicts", count(Stance::Conflicts))
                .with("notable", count(Stance::Notable))
        });
        let items = statements.iter().map(|implication| Item {
            about: self.say_with("report-stance", |message| {
                message.with("stance", self.say(wording::stance(implication.stance)))
            }),
            text: finding(self.input.plan, implication, self.language),
            link: None,
        });
        vec![intro, ReportBlock::List(items.collect())]
    }
}
