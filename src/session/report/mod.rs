//! The Report screen: what to export, its preview, and the export under way.

mod draft;
mod exporting;
mod making;
mod preview;
mod snapshot;

pub use draft::{FigureSize, ReportCommand, ReportDraft, ReportItem, ReportPage};
pub use exporting::{Exported, Exporting};

use std::sync::Arc;

use super::analysis::{Analysis, Asked};
use super::document::State;
use super::job_key::JobKey;
use super::jobs::JobLane;
use super::{Effect, PathUse, Session};
use crate::export::figure::{FigureOptions, Pixels};
use crate::export::report::{ReportOptions, Section, SectionKind};
use crate::export::{ExportDraws, ExportOutcome, ExportRequest};
use crate::figure::Mode;
use crate::file::Failure;
use crate::plan::IndicatorIx;
use crate::text::{Language, Message};
use snapshot::Snapshot;

/// Everything about reports that is not on disk.
#[derive(Default)]
pub(super) struct Reporting {
    pub draft: ReportDraft,
    page: ReportPage,
    /// What is being previewed.
    looked_at: Option<ReportItem>,
    preview: Analysis<PreviewQuestion, ReportPreview>,
    /// How many previews there have been.
    previews: u64,
    contents: Analysis<ExportQuestion, ExportContents>,
    running: Option<Exporting>,
    /// What the export under way is of.
    asked: Option<Asked<ExportQuestion>>,
    /// The last export, and what it is of.
    exported: Option<(Exported, Asked<ExportQuestion>)>,
    /// The export awaiting permission to replace files.
    refused: Option<ExportRequest>,
}

/// Everything that a preview depends on besides the document.
#[derive(Clone, PartialEq)]
pub(super) struct PreviewQuestion {
    item: ReportItem,
    report: ReportOptions,
    figure: FigureOptions,
    language: Language,
    pinned: Vec<State>,
}

/// Everything that an export depends on besides the document.
#[derive(Clone, PartialEq)]
pub(super) struct ExportQuestion {
    draft: ReportDraft,
    charts: Vec<IndicatorIx>,
    mode: Mode,
    draws: ExportDraws,
    language: Language,
    pinned: Vec<State>,
}

/// A part of a report as it will be exported.
pub struct ReportPreview {
    /// The section; `None` for a single chart, and for a section that reports are without.
    pub section: Option<Arc<Section>>,
    /// Its first charts in their order, or the figure of the single chart.
    pub pictures: Vec<Arc<Pixels>>,
    /// Distinguishes it from every other preview.
    pub number: u64,
}

/// What an export would consist of.
pub struct ExportContents {
    /// Its files, relative to the folder, or why there would be none.
    pub files: Result<Vec<String>, Failure>,
    /// Sections without content, each with the message id of the reason.
    pub lacks: Vec<(SectionKind, &'static str)>,
}

impl Session {
    /// What is to be exported.
    #[must_use]
    pub const fn report(&self) -> &ReportDraft {
        &self.reporting.draft
    }

    /// What the Report screen shows where there is no room for all of it.
    #[must_use]
    pub const fn report_page(&self) -> ReportPage {
        self.reporting.page
    }

    /// The charts of the report, in order.
    #[must_use]
    pub fn report_charts(&self) -> Vec<IndicatorIx> {
        let plan = self.document().plan();
        self.reporting
            .draft
            .charts(plan)
            .unwrap_or_else(|| self.view.charts(plan))
    }

    pub(super) fn on_report(&mut self, command: ReportCommand) {
        match command {
            ReportCommand::Choose(draft) => self.reporting.draft = *draft,
            ReportCommand::TogglePart(part) => self.reporting.draft.toggle(part),
            ReportCommand::PlacePart(part, to) => self.reporting.draft.place(part, to),
            ReportCommand::ToggleChart(ix) => {
                self.edit_report_charts(|charts| {
                    let position = charts.iter().position(|other| *other == ix);
                    if let Some(position) = position {
                        charts.remove(position);
                    } else {
                        charts.push(ix);
                    }
                });
            }
            ReportCommand::PlaceChart(ix, to) => self.edit_report_charts(|charts| {
                let from = charts.iter().position(|other| *other == ix);
                draft::place(charts, from, to);
            }),
            ReportCommand::LookAt(item) => self.reporting.looked_at = Some(item),
            ReportCommand::ShowPage(page) => self.reporting.page = page,
            ReportCommand::Export => self.ask_for_path(PathUse::ExportTo),
            ReportCommand::ExportTo(folder) => self.export_to(&folder),
            ReportCommand::Cancel => self.cancel_export(),
            ReportCommand::OpenFolder => self.open_exported(|exported| Some(exported.folder.clone())),
            ReportCommand::OpenReport => self.open_exported(Exported::report),
            ReportCommand::CopyPath => self.copy_export_path(),
            ReportCommand::NotOpened { path, reason } => self.not_opened_outside(&path, reason),
        }
    }

    /// An indicator was selected: if the report has its chart, that is the one to look at.
    pub(super) fn look_at_selected(&mut self, ix: IndicatorIx) {
        if self.report_charts().contains(&ix) {
            self.reporting.looked_at = Some(ReportItem::Chart(ix));
        }
    }

    fn edit_report_charts(&mut self, edit: impl FnOnce(&mut Vec<IndicatorIx>)) {
        let mut charts = self.report_charts();
        edit(&mut charts);
        let plan = self.documents.active().plan();
        self.reporting.draft.set_charts(plan, &charts);
    }

    /// Copies a chart to the clipboard as a picture, once it is drawn.
    pub(super) fn copy_picture(&mut self, chart: IndicatorIx) {
        let mode = self.view.mode;
        match Snapshot::of(self) {
            Ok(snapshot) => self
                .jobs
                .start(JobKey::CopyPicture, JobLane::Computing, move |watch| {
                    making::picture(&snapshot, chart, mode, watch)
                }),
            Err(failure) => self.notices.failed(failure),
        }
    }

    pub(super) fn on_report_event(&mut self, event: ReportEvent) {
        match event {
            ReportEvent::Drawn(asked, result) => self.drawn(asked, result),
            ReportEvent::Contents(asked, contents) => {
                self.reporting.contents.answer(asked, contents);
            }
            ReportEvent::Progressed(done, total, file) => self.progressed(done, total, file),
            ReportEvent::Exported(request, result) => self.exported_to(request, result),
            ReportEvent::Copied(result) => self.copied(result),
        }
    }

    fn copied(&mut self, result: Result<Pixels, Failure>) {
        match result {
            Ok(pixels) => {
                self.effects.push(Effect::CopyPicture(pixels));
                self.notices.done(Message::new("notice-copied"));
            }
            Err(failure) => self.notices.failed(failure),
        }
    }
}

/// Results of report jobs.
pub(super) enum ReportEvent {
    Drawn(Asked<PreviewQuestion>, Result<making::Drawn, Failure>),
    Contents(Asked<ExportQuestion>, ExportContents),
    /// Files done, files in all, and the one made last.
    Progressed(usize, usize, String),
    Exported(ExportRequest, Result<ExportOutcome, Failure>),
    Copied(Result<Pixels, Failure>),
}
