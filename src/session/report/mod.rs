//! The Report screen: what to export, its preview, and the export under way.

mod draft;
mod making;
mod snapshot;

pub use draft::{FigureSize, ReportCommand, ReportDraft};

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::job_key::JobKey;
use super::jobs::JobLane;
use super::{DocumentId, Effect, PathUse, Prompt, PromptAnswer, Session};
use crate::export::figure::Pixels;
use crate::export::{ExportOutcome, ExportRequest};
use crate::figure::Mode;
use crate::file::Failure;
use crate::plan::IndicatorIx;
use crate::text::Message;
use snapshot::Snapshot;

/// Everything about reports that is not on disk.
#[derive(Default)]
pub(super) struct Reporting {
    draft: ReportDraft,
    /// The chart being previewed.
    looked_at: Option<IndicatorIx>,
    shown: Option<FigurePreview>,
    /// What is being drawn, or was drawn last.
    asked: Option<PreviewKey>,
    running: Option<Exporting>,
    /// The export awaiting permission to replace files.
    refused: Option<ExportRequest>,
}

/// Everything a preview depends on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PreviewKey {
    document: DocumentId,
    revision: u64,
    chart: IndicatorIx,
    mode: Mode,
    draft: ReportDraft,
    language: crate::text::Language,
    pinned: Vec<(DocumentId, u64)>,
}

/// A figure as it will be exported.
#[derive(Clone)]
pub struct FigurePreview {
    key: PreviewKey,
    /// Its pixels.
    pub pixels: Arc<Pixels>,
    /// Distinguishes it from every other preview.
    pub number: u64,
}

/// An export under way.
#[derive(Clone, Debug)]
pub struct Exporting {
    /// Files made so far.
    pub done: usize,
    /// Total files; 0 until known.
    pub total: usize,
    /// The file made last.
    pub file: String,
    cancel: Arc<AtomicBool>,
}

impl Exporting {
    /// The fraction done, from 0 to 1.
    #[must_use]
    pub fn share(&self) -> f32 {
        self.done as f32 / self.total.max(1) as f32
    }
}

impl Session {
    /// What is to be exported.
    #[must_use]
    pub const fn report(&self) -> &ReportDraft {
        &self.reporting.draft
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

    /// The chart being previewed.
    #[must_use]
    pub fn previewed(&self) -> Option<IndicatorIx> {
        let charts = self.report_charts();
        let chosen = self.reporting.looked_at.filter(|ix| charts.contains(ix));
        chosen.or_else(|| charts.first().copied())
    }

    /// The previewed chart, as it will be exported. `None` while it is drawn for the first time.
    #[must_use]
    pub fn preview(&self) -> Option<&FigurePreview> {
        let chart = self.previewed();
        let shown = self.reporting.shown.as_ref();
        shown.filter(|preview| {
            Some(preview.key.chart) == chart && preview.key.document == self.document().id()
        })
    }

    /// The export under way.
    #[must_use]
    pub const fn exporting(&self) -> Option<&Exporting> {
        self.reporting.running.as_ref()
    }

    pub(super) fn on_report(&mut self, command: ReportCommand) {
        match command {
            ReportCommand::Choose(draft) => self.reporting.draft = draft,
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
            ReportCommand::MoveChart(ix, direction) => self.edit_report_charts(|charts| {
                let from = charts.iter().position(|other| *other == ix);
                let to = from.and_then(|from| from.checked_add_signed(direction));
                if let (Some(from), Some(to)) = (from, to.filter(|to| *to < charts.len())) {
                    charts.swap(from, to);
                }
            }),
            ReportCommand::LookAt(ix) => self.reporting.looked_at = Some(ix),
            ReportCommand::Export => self.ask_for_path(PathUse::ExportTo),
            ReportCommand::ExportTo(folder) => self.export_to(folder),
            ReportCommand::Cancel => {
                if let Some(running) = &self.reporting.running {
                    running.cancel.store(true, Ordering::Relaxed);
                }
            }
        }
    }

    /// Stops an export and waits until nothing is left of it.
    pub(super) fn end_export(&mut self) {
        if let Some(running) = &self.reporting.running {
            running.cancel.store(true, Ordering::Relaxed);
            self.wait_for_jobs();
        }
    }

    fn edit_report_charts(&mut self, edit: impl FnOnce(&mut Vec<IndicatorIx>)) {
        let mut charts = self.report_charts();
        edit(&mut charts);
        let plan = self.documents.active().plan();
        self.reporting.draft.set_charts(plan, &charts);
    }

    fn export_to(&mut self, folder: PathBuf) {
        self.path_prompt = None;
        let charts = self.report_charts();
        let request = self.reporting.draft.request(charts, self.view.mode, folder);
        self.start_export(request);
    }

    fn start_export(&mut self, request: ExportRequest) {
        if self.reporting.running.is_some() {
            return;
        }
        let snapshot = match Snapshot::of(self) {
            Ok(snapshot) => snapshot,
            Err(failure) => return self.notices.failed(failure),
        };
        let cancel = Arc::new(AtomicBool::new(false));
        self.reporting.running = Some(Exporting {
            done: 0,
            total: 0,
            file: String::new(),
            cancel: Arc::clone(&cancel),
        });
        let reporter = self.jobs.reporter();
        // It ends by its own flag, not by being cancelled: its clean-up must be reported.
        self.jobs.start(JobKey::Export, JobLane::Files, move |_| {
            let tell = |event: ReportEvent| reporter.report(event);
            Some(making::export(&snapshot, request, &cancel, tell))
        });
    }

    /// Handles the answer to whether to replace the files of an earlier export.
    pub(super) fn replace_export(&mut self, answer: PromptAnswer) {
        let Some(request) = self.reporting.refused.take() else {
            return;
        };
        match answer {
            PromptAnswer::Yes => self.start_export(ExportRequest {
                replace: true,
                ..request
            }),
            PromptAnswer::No => self.ask_for_path(PathUse::ExportTo),
            PromptAnswer::Cancel => {}
        }
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

    /// Redraws the preview if anything about it has changed. A drawing under way is finished first, then the newest
    /// state is drawn: if each were cut short by the next, dragging a slider would show no drawing at all.
    pub(super) fn refresh_preview(&mut self) {
        let is_drawing = self.jobs.watch(&JobKey::Preview).is_some();
        if self.view.screen != super::Screen::Report {
            if is_drawing {
                // No longer on screen; the next visit asks again.
                self.jobs.cancel(&JobKey::Preview);
                self.reporting.asked = None;
            }
            return;
        }
        if is_drawing {
            return;
        }
        let Some(chart) = self.previewed() else {
            return;
        };
        let document = self.document();
        let key = PreviewKey {
            document: document.id(),
            revision: document.revision(),
            chart,
            mode: self.view.mode,
            draft: self.reporting.draft.clone(),
            language: self.view.language,
            pinned: self
                .pinned()
                .map(|other| (other.id(), other.revision()))
                .collect(),
        };
        if self.reporting.asked.as_ref() == Some(&key) {
            return;
        }
        match Snapshot::of(self) {
            Ok(snapshot) => {
                self.reporting.asked = Some(key.clone());
                self.jobs
                    .start(JobKey::Preview, JobLane::Computing, move |watch| {
                        making::preview(&snapshot, key, watch)
                    });
            }
            Err(failure) => self.notices.failed(failure),
        }
    }

    pub(super) fn on_report_event(&mut self, event: ReportEvent) {
        match event {
            ReportEvent::Drawn(key, result) => self.drawn(key, result),
            ReportEvent::Progressed(done, total, file) => self.progressed(done, total, file),
            ReportEvent::Exported(request, result) => self.exported(request, result),
            ReportEvent::Copied(result) => self.copied(result),
        }
    }

    /// The export failed.
    pub(super) fn export_broken(&mut self) {
        self.reporting.running = None;
    }

    fn drawn(&mut self, key: PreviewKey, result: Result<Pixels, Failure>) {
        match result {
            Ok(pixels) => {
                let number = self.reporting.shown.as_ref().map_or(0, |shown| shown.number) + 1;
                self.reporting.shown = Some(FigurePreview {
                    key,
                    pixels: Arc::new(pixels),
                    number,
                });
            }
            Err(failure) => self.notices.failed(failure),
        }
    }

    fn progressed(&mut self, done: usize, total: usize, file: String) {
        if let Some(running) = &mut self.reporting.running {
            (running.done, running.total, running.file) = (done, total, file);
        }
    }

    fn exported(&mut self, request: ExportRequest, result: Result<ExportOutcome, Failure>) {
        self.reporting.running = None;
        match result {
            Ok(ExportOutcome::Written {
                files,
                left_out,
                kept,
            }) => {
                let folder = request.folder.display().to_string();
                let done = Message::new("cli-exported")
                    .with("count", files.len())
                    .with("folder", folder);
                self.notices.done(done);
                if !left_out.is_empty() {
                    let plan = self.documents.active().plan();
                    let known = left_out.iter().filter(|ix| plan.has(**ix));
                    let names: Vec<&str> = known
                        .map(|ix| plan.get(*ix).name.get(self.view.language))
                        .collect();
                    let names = names.join(&crate::text::say(self.view.language, "list-separator"));
                    let what = Message::new("cli-not-drawn").with("ids", names);
                    self.notices.failed(Failure::Other { what, help: None });
                }
                for folder in kept {
                    let what = Message::new("export-kept").with("path", folder.display().to_string());
                    self.notices.failed(Failure::Other { what, help: None });
                }
            }
            Ok(ExportOutcome::Cancelled) => self.notices.done(Message::new("report-cancelled")),
            Err(failure) if is_refusal(&failure) => {
                self.ask(Prompt::ReplaceExport(request.folder.clone()));
                self.reporting.refused = Some(request);
            }
            Err(failure) => self.notices.failed(failure),
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

/// Whether it refuses to replace existing files.
fn is_refusal(failure: &Failure) -> bool {
    matches!(failure, Failure::Other { what, .. } if what.id() == "export-exists")
}

/// Results of report jobs.
pub(super) enum ReportEvent {
    Drawn(PreviewKey, Result<Pixels, Failure>),
    /// Files done, files in all, and the one made last.
    Progressed(usize, usize, String),
    Exported(ExportRequest, Result<ExportOutcome, Failure>),
    Copied(Result<Pixels, Failure>),
}
