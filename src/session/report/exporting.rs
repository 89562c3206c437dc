//! The export under way, and what became of the last one.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::super::app_dirs::absolute;
use super::super::job_key::JobKey;
use super::super::jobs::JobLane;
use super::super::{Effect, PathUse, Prompt, PromptAnswer, Session};
use super::snapshot::Snapshot;
use super::{ReportEvent, making};
use crate::export::{ExportOutcome, ExportRequest, File};
use crate::file::Failure;
use crate::plan::IndicatorIx;
use crate::text::{Message, say};

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

/// An export that is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// Where it is.
    pub folder: PathBuf,
    /// Its files, relative to the folder, sorted.
    pub files: Vec<String>,
}

impl Exported {
    /// The report, if there is one; of several, the one that can be edited.
    #[must_use]
    pub fn report(&self) -> Option<PathBuf> {
        let names = [File::WordReport, File::HtmlReport].map(File::name);
        let is_there = |name: &&str| self.files.iter().any(|file| file == name);
        names
            .into_iter()
            .find(is_there)
            .map(|name| self.folder.join(name))
    }
}

impl Session {
    /// The export under way.
    #[must_use]
    pub const fn exporting(&self) -> Option<&Exporting> {
        self.reporting.running.as_ref()
    }

    /// The last export, until anything is changed that would make another of it.
    #[must_use]
    pub fn exported(&self) -> Option<&Exported> {
        self.reporting.exported.as_ref().map(|(exported, _)| exported)
    }

    /// Stops an export and waits until nothing is left of it.
    pub(in crate::session) fn end_export(&mut self) {
        if let Some(running) = &self.reporting.running {
            running.cancel.store(true, Ordering::Relaxed);
            self.wait_for_jobs();
        }
    }

    pub(super) fn cancel_export(&self) {
        if let Some(running) = &self.reporting.running {
            running.cancel.store(true, Ordering::Relaxed);
        }
    }

    pub(super) fn export_to(&mut self, folder: &Path) {
        self.path_prompt = None;
        let request = self.export_request(absolute(folder));
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
        self.reporting.exported = None;
        self.reporting.asked = Some(self.export_asked());
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
    pub(in crate::session) fn replace_export(&mut self, answer: PromptAnswer) {
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

    /// The export failed.
    pub(in crate::session) fn export_broken(&mut self) {
        self.reporting.running = None;
    }

    pub(super) fn progressed(&mut self, done: usize, total: usize, file: String) {
        if let Some(running) = &mut self.reporting.running {
            (running.done, running.total, running.file) = (done, total, file);
        }
    }

    pub(super) fn exported_to(&mut self, request: ExportRequest, result: Result<ExportOutcome, Failure>) {
        self.reporting.running = None;
        match result {
            Ok(ExportOutcome::Written {
                files,
                left_out,
                kept,
            }) => {
                self.written(request.folder, files);
                self.tell_left_out(&left_out);
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

    fn written(&mut self, folder: PathBuf, mut files: Vec<String>) {
        let done = Message::new("cli-exported")
            .with("count", files.len())
            .with("folder", folder.display().to_string());
        self.notices.done(done);
        files.sort();
        let asked = self.reporting.asked.take();
        self.reporting.exported = asked.map(|asked| (Exported { folder, files }, asked));
    }

    fn tell_left_out(&mut self, left_out: &[IndicatorIx]) {
        if left_out.is_empty() {
            return;
        }
        let plan = self.documents.active().plan();
        let known = left_out.iter().filter(|ix| plan.has(**ix));
        let names: Vec<&str> = known
            .map(|ix| plan.get(*ix).name.get(self.view.language))
            .collect();
        let names = names.join(&say(self.view.language, "list-separator"));
        let what = Message::new("cli-not-drawn").with("ids", names);
        self.notices.failed(Failure::Other { what, help: None });
    }

    /// Has the system open the folder of the last export, or the report in it.
    pub(super) fn open_exported(&mut self, path: impl FnOnce(&Exported) -> Option<PathBuf>) {
        let path = self.exported().and_then(path);
        self.effects.extend(path.map(Effect::OpenPath));
    }

    pub(super) fn copy_export_path(&mut self) {
        if let Some(exported) = self.exported() {
            let path = exported.folder.display().to_string();
            self.copy_text(path);
        }
    }

    pub(super) fn not_opened_outside(&mut self, path: &Path, reason: String) {
        let what = Message::new("report-not-opened")
            .with("path", path.display().to_string())
            .with("reason", reason);
        let help = Some(Message::new("report-not-opened-help"));
        self.notices.failed(Failure::Other { what, help });
    }
}

/// Whether it refuses to replace existing files.
fn is_refusal(failure: &Failure) -> bool {
    matches!(failure, Failure::Other { what, .. } if what.id() == "export-exists")
}
