//! Drawing and exporting, on other threads.

use std::sync::atomic::AtomicBool;

use super::snapshot::Snapshot;
use super::{PreviewKey, ReportEvent};
use crate::export::figure::{Figure, FigureOptions, Pixels};
use crate::export::{self, ExportRequest};
use crate::figure::Mode;
use crate::file::{Failure, WorkMonitor};
use crate::plan::IndicatorIx;

/// Dots per inch of a preview: about the screen's resolution, so that it is sharp and small.
const PREVIEW: f64 = 144.0;
/// Dots per inch of a picture on the clipboard: print resolution.
const CLIPBOARD: f64 = 300.0;

/// `None` if cancelled.
pub(super) fn preview(snapshot: &Snapshot, key: PreviewKey, watch: &WorkMonitor) -> Option<ReportEvent> {
    let pixels = drawn(snapshot, key.chart, key.mode, &key.draft.figure(), PREVIEW, watch)?;
    Some(ReportEvent::Drawn(key, pixels))
}

/// `None` if cancelled.
pub(super) fn picture(
    snapshot: &Snapshot,
    chart: IndicatorIx,
    mode: Mode,
    watch: &WorkMonitor,
) -> Option<ReportEvent> {
    let options = FigureOptions::default();
    let pixels = drawn(snapshot, chart, mode, &options, CLIPBOARD, watch)?;
    Some(ReportEvent::Copied(pixels))
}

/// A chart as pixels. Between steps, each of which is short, it checks for cancellation.
fn drawn(
    snapshot: &Snapshot,
    chart: IndicatorIx,
    mode: Mode,
    options: &FigureOptions,
    dots_per_inch: f64,
    watch: &WorkMonitor,
) -> Option<Result<Pixels, Failure>> {
    let is_wanted = || !watch.is_cancelled();
    snapshot.with_material(&[], |material| {
        let figure = is_wanted().then(|| Figure::of_chart(material, chart, mode, options))?;
        let picture = match is_wanted().then(|| figure.picture())? {
            Ok(picture) => picture,
            Err(failure) => return Some(Err(failure)),
        };
        is_wanted().then(|| picture.pixels(dots_per_inch))
    })
}

/// `tell` is called for every file made.
pub(super) fn export(
    snapshot: &Snapshot,
    request: ExportRequest,
    cancel: &AtomicBool,
    tell: impl Fn(ReportEvent),
) -> ReportEvent {
    let mut progress = |progress: export::Progress<'_>| {
        let file = progress.file.to_owned();
        tell(ReportEvent::Progressed(progress.done, progress.total, file));
    };
    let implications = snapshot.implications();
    let result = snapshot.with_material(&implications, |material| {
        export::export(material, &request, &mut progress, cancel)
    });
    ReportEvent::Exported(request, result)
}
