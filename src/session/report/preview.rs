//! What the Report screen shows of a report that is not written yet.

use std::sync::Arc;

use super::super::analysis::Asked;
use super::super::document::State;
use super::super::job_key::JobKey;
use super::super::jobs::JobLane;
use super::super::{Screen, Session};
use super::snapshot::Snapshot;
use super::{
    ExportContents, ExportQuestion, PreviewQuestion, ReportEvent, ReportItem, ReportPreview, making,
};
use crate::export::report::SectionKind;
use crate::export::{ExportDraws, ExportRequest};
use crate::file::Failure;

impl Session {
    /// The part or chart that is looked at. Nothing if the outline is empty.
    #[must_use]
    pub fn previewed(&self) -> Option<ReportItem> {
        let charts = self.report_charts();
        let is_there = |item: &ReportItem| match item {
            ReportItem::Chart(ix) => charts.contains(ix),
            ReportItem::Part(_) => true,
        };
        let first = || {
            self.report()
                .outline
                .first()
                .map(|(part, _)| ReportItem::Part(*part))
        };
        self.reporting.looked_at.filter(is_there).or_else(first)
    }

    /// The previewed part or chart, as it will be exported. `None` while it is drawn for the first time.
    #[must_use]
    pub fn preview(&self) -> Option<&ReportPreview> {
        let document = self.document();
        let question = self.reporting.preview.last_question(document)?;
        let shown = self.reporting.preview.last(document);
        shown.filter(|_| Some(question.item) == self.previewed())
    }

    /// Which files an export would write, and which sections would be empty. `None` while that is found out for the first
    /// time.
    #[must_use]
    pub fn export_contents(&self) -> Option<&ExportContents> {
        self.reporting.contents.last(self.document())
    }

    /// The message id of why a section has nothing to say.
    #[must_use]
    pub fn report_lacks(&self, part: SectionKind) -> Option<&'static str> {
        if part == SectionKind::Implications {
            let found = self.implications_now();
            return found
                .is_some_and(<[_]>::is_empty)
                .then_some("report-lacks-implications");
        }
        let lacks = &self.export_contents()?.lacks;
        lacks
            .iter()
            .find(|(other, _)| *other == part)
            .map(|(_, why)| *why)
    }

    pub(super) fn export_request(&self, folder: std::path::PathBuf) -> ExportRequest {
        let charts = self.report_charts();
        self.reporting
            .draft
            .request(charts, (self.view.mode, self.export_draws()), folder)
    }

    /// As many draws as the Uncertainty screen makes, from the same points, so that both say the same.
    const fn export_draws(&self) -> ExportDraws {
        let choice = self.draw_choice();
        ExportDraws {
            size: choice.size,
            sampling: choice.sampling,
        }
    }

    pub(super) fn export_asked(&self) -> Asked<ExportQuestion> {
        let pinned = if self.reporting.draft.compare {
            self.pinned().map(State::of).collect()
        } else {
            Vec::new()
        };
        let question = ExportQuestion {
            draft: self.reporting.draft.clone(),
            charts: self.report_charts(),
            mode: self.view.mode,
            draws: self.export_draws(),
            language: self.view.language,
            pinned,
        };
        Asked::new(self.document(), question)
    }

    /// Redraws the preview if anything about it has changed.
    pub(in crate::session) fn refresh_report(&mut self) {
        if self.view.screen != Screen::Report {
            for key in [JobKey::Preview, JobKey::ExportContents] {
                self.jobs.cancel(&key);
            }
            // No longer on screen; the next visit asks again.
            self.reporting.preview.ask_again();
            self.reporting.contents.ask_again();
            return;
        }
        let asked = self.export_asked();
        if self
            .reporting
            .exported
            .as_ref()
            .is_some_and(|(_, of)| *of != asked)
        {
            self.reporting.exported = None;
        }
        if let Err(failure) = self
            .refresh_contents(&asked)
            .and_then(|()| self.refresh_preview())
        {
            self.notices.failed(failure);
        }
    }

    fn refresh_contents(&mut self, asked: &Asked<ExportQuestion>) -> Result<(), Failure> {
        if !self.reporting.contents.ask(asked) {
            return Ok(());
        }
        let snapshot = Snapshot::of(self)?;
        let request = self.export_request(std::path::PathBuf::new());
        let asked = asked.clone();
        self.jobs
            .start(JobKey::ExportContents, JobLane::Computing, move |_| {
                Some(ReportEvent::Contents(
                    asked,
                    making::contents(&snapshot, &request),
                ))
            });
        Ok(())
    }

    /// A drawing under way is finished first, then the newest state is drawn: if each were cut short by the next, dragging
    /// a slider would show no drawing at all.
    fn refresh_preview(&mut self) -> Result<(), Failure> {
        let (false, Some(item)) = (self.jobs.watch(&JobKey::Preview).is_some(), self.previewed()) else {
            return Ok(());
        };
        let draft = &self.reporting.draft;
        let language = draft.language.unwrap_or(self.view.language);
        let question = PreviewQuestion {
            item,
            report: draft.report(self.report_charts(), self.view.mode),
            figure: draft.figure(),
            language,
            pinned: self.pinned().filter(|_| draft.compare).map(State::of).collect(),
        };
        let asked = Asked::new(self.document(), question.clone());
        if !self.reporting.preview.ask(&asked) {
            return Ok(());
        }
        let snapshot = Snapshot::of(self)?;
        self.jobs
            .start(JobKey::Preview, JobLane::Computing, move |watch| {
                let drawn = making::preview(&snapshot, &question, watch)?;
                Some(ReportEvent::Drawn(asked, drawn))
            });
        Ok(())
    }

    pub(super) fn drawn(&mut self, asked: Asked<PreviewQuestion>, result: Result<making::Drawn, Failure>) {
        match result {
            Ok((section, pictures)) => {
                self.reporting.previews += 1;
                let preview = ReportPreview {
                    section: section.map(Arc::new),
                    pictures,
                    number: self.reporting.previews,
                };
                self.reporting.preview.answer(asked, preview);
            }
            Err(failure) => self.notices.failed(failure),
        }
    }
}
