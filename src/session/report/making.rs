//! Drawing and exporting on other threads.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::snapshot::Snapshot;
use super::{PreviewKey, ReportFinished};
use crate::export::figure::{Figure, FigureOptions};
use crate::export::{self, Request};
use crate::figure::Mode;
use crate::plan::IndicatorIx;
use crate::session::finished::SessionJobs;
use crate::session::job_key::JobKey;
use crate::session::jobs::Lane;

/// Dots to the inch of a preview: about as many as it has on screen, so that it stays sharp and small.
const PREVIEW: f64 = 144.0;
/// Dots to the inch of a picture on the clipboard: for print.
const CLIPBOARD: f64 = 300.0;

pub(super) fn preview(jobs: &mut SessionJobs, snapshot: Snapshot, key: PreviewKey) {
    jobs.start(JobKey::Preview, Lane::Computing, move |_| {
        let options = key.draft.figure();
        let pixels = snapshot.with_material(|material| {
            let figure = Figure::of_chart(material, key.chart, key.mode, &options);
            figure.picture()?.pixels(PREVIEW)
        });
        Some(ReportFinished::Drawn(key, pixels))
    });
}

pub(super) fn copy(jobs: &mut SessionJobs, snapshot: Snapshot, chart: IndicatorIx, mode: Mode) {
    jobs.start(JobKey::CopyPicture, Lane::Computing, move |_| {
        let pixels = snapshot.with_material(|material| {
            let figure = Figure::of_chart(material, chart, mode, &FigureOptions::default());
            figure.picture()?.pixels(CLIPBOARD)
        });
        Some(ReportFinished::Copied(pixels))
    });
}

pub(super) fn export(jobs: &mut SessionJobs, snapshot: Snapshot, request: Request, cancel: Arc<AtomicBool>) {
    let reporter = jobs.reporter();
    jobs.start(JobKey::Export, Lane::Files, move |_| {
        let mut progress = |progress: export::Progress<'_>| {
            let file = progress.file.to_owned();
            reporter.report(ReportFinished::Progressed(progress.done, progress.total, file));
        };
        let result =
            snapshot.with_material(|material| export::export(material, &request, &mut progress, &cancel));
        Some(ReportFinished::Exported(request, result))
    });
}
