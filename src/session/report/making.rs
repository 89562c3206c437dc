//! Drawing and exporting on other threads.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::snapshot::Snapshot;
use super::{PreviewKey, ReportFinished};
use crate::export::figure::{Figure, FigureOptions};
use crate::export::{self, Request};
use crate::figure::Mode;
use crate::plan::IndicatorIx;
use crate::session::jobs::Jobs;

/// Dots to the inch of a preview: about as many as it has on screen, so that it stays sharp and small.
const PREVIEW: f64 = 144.0;
/// Dots to the inch of a picture on the clipboard: for print.
const CLIPBOARD: f64 = 300.0;

pub(super) fn preview(jobs: &mut Jobs, snapshot: Snapshot, key: PreviewKey) {
    jobs.start(move || {
        let options = key.draft.figure();
        let pixels = snapshot.with_material(|material| {
            let figure = Figure::of_chart(material, key.chart, key.mode, &options);
            figure.picture()?.pixels(PREVIEW)
        });
        ReportFinished::Drawn(key, pixels).into()
    });
}

pub(super) fn copy(jobs: &mut Jobs, snapshot: Snapshot, chart: IndicatorIx, mode: Mode) {
    jobs.start(move || {
        let pixels = snapshot.with_material(|material| {
            let figure = Figure::of_chart(material, chart, mode, &FigureOptions::default());
            figure.picture()?.pixels(CLIPBOARD)
        });
        ReportFinished::Copied(pixels).into()
    });
}

pub(super) fn export(jobs: &mut Jobs, snapshot: Snapshot, request: Request, cancel: Arc<AtomicBool>) {
    let reporter = jobs.reporter();
    jobs.start(move || {
        let mut progress = |progress: export::Progress<'_>| {
            let file = progress.file.to_owned();
            reporter.report(ReportFinished::Progressed(progress.done, progress.total, file).into());
        };
        let result =
            snapshot.with_material(|material| export::export(material, &request, &mut progress, &cancel));
        ReportFinished::Exported(request, result).into()
    });
}
