//! Drawing and exporting, as work for other threads.

use std::sync::atomic::AtomicBool;

use super::snapshot::Snapshot;
use super::{PreviewKey, ReportEvent};
use crate::export::figure::{Figure, FigureOptions};
use crate::export::{self, Request};
use crate::figure::Mode;
use crate::plan::IndicatorIx;

/// Dots to the inch of a preview: about as many as it has on screen, so that it stays sharp and small.
const PREVIEW: f64 = 144.0;
/// Dots to the inch of a picture on the clipboard: for print.
const CLIPBOARD: f64 = 300.0;

pub(super) fn preview(snapshot: &Snapshot, key: PreviewKey) -> ReportEvent {
    let options = key.draft.figure();
    let pixels = snapshot.with_material(|material| {
        let figure = Figure::of_chart(material, key.chart, key.mode, &options);
        figure.picture()?.pixels(PREVIEW)
    });
    ReportEvent::Drawn(key, pixels)
}

pub(super) fn picture(snapshot: &Snapshot, chart: IndicatorIx, mode: Mode) -> ReportEvent {
    let pixels = snapshot.with_material(|material| {
        let figure = Figure::of_chart(material, chart, mode, &FigureOptions::default());
        figure.picture()?.pixels(CLIPBOARD)
    });
    ReportEvent::Copied(pixels)
}

/// `tell` hears of every file that is made.
pub(super) fn export(
    snapshot: &Snapshot,
    request: Request,
    cancel: &AtomicBool,
    tell: impl Fn(ReportEvent),
) -> ReportEvent {
    let mut progress = |progress: export::Progress<'_>| {
        let file = progress.file.to_owned();
        tell(ReportEvent::Progressed(progress.done, progress.total, file));
    };
    let result = snapshot.with_material(|material| export::export(material, &request, &mut progress, cancel));
    ReportEvent::Exported(request, result)
}
