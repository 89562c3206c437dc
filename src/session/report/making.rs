//! Drawing and exporting, on other threads.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::draft::ReportItem;
use super::snapshot::Snapshot;
use super::{ExportContents, PreviewQuestion, ReportEvent};
use crate::analysis::Implication;
use crate::export::figure::{Figure, FigureOptions, Pixels};
use crate::export::report::{ReportBlock, ReportOptions, Section, SectionKind};
use crate::export::{self, ExportInput, ExportOutcome, ExportRequest};
use crate::figure::Mode;
use crate::file::{Failure, WorkMonitor};
use crate::plan::IndicatorIx;

/// Dots per inch of a preview: about the screen's resolution, so that it is sharp and small.
const PREVIEW: f64 = 144.0;
/// Dots per inch of a picture on the clipboard: print resolution.
const CLIPBOARD: f64 = 300.0;
/// The most charts of a section that are previewed.
const MOST_PICTURES: usize = 12;

/// A part of the report as it is to be exported: a section, or the figure of one chart.
pub(super) type Drawn = (Option<Section>, Vec<Arc<Pixels>>);

/// `None` if cancelled.
pub(super) fn preview(
    snapshot: &Snapshot,
    question: &PreviewQuestion,
    watch: &WorkMonitor,
) -> Option<Result<Drawn, Failure>> {
    let options = &question.report;
    match question.item {
        ReportItem::Chart(ix) => {
            let pixels = drawn(snapshot, ix, options.mode, &question.figure, PREVIEW, watch)?;
            Some(pixels.map(|pixels| (None, vec![Arc::new(pixels)])))
        }
        ReportItem::Part(part) => {
            let implications = match part {
                SectionKind::Implications => snapshot.implications(&|| !watch.is_cancelled())?,
                _ => Vec::new(),
            };
            snapshot.with_input(&implications, |input| section(input, options, part, watch))
        }
    }
}

fn section(
    input: &ExportInput<'_>,
    options: &ReportOptions,
    part: SectionKind,
    watch: &WorkMonitor,
) -> Option<Result<Drawn, Failure>> {
    let section = Section::of_report(input, options, part);
    let mut pictures = Vec::new();
    let blocks = section.iter().flat_map(|section| &section.blocks);
    let figures = blocks.filter_map(|block| match block {
        ReportBlock::Chart(block) => Some(&block.figure),
        _ => None,
    });
    for figure in figures.take(MOST_PICTURES) {
        match pixels(figure, PREVIEW, watch)? {
            Ok(pixels) => pictures.push(Arc::new(pixels)),
            Err(failure) => return Some(Err(failure)),
        }
    }
    Some(Ok((section, pictures)))
}

/// Which files there would be, and which sections would have nothing to say.
pub(super) fn contents(snapshot: &Snapshot, request: &ExportRequest) -> ExportContents {
    let none: &[Implication] = &[];
    snapshot.with_input(none, |input| ExportContents {
        files: export::file_names(input, request),
        lacks: SectionKind::ALL
            .into_iter()
            .filter_map(|part| Some((part, part.lacks(input, &request.report)?)))
            .collect(),
    })
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

/// A chart as pixels.
fn drawn(
    snapshot: &Snapshot,
    chart: IndicatorIx,
    mode: Mode,
    options: &FigureOptions,
    dots_per_inch: f64,
    watch: &WorkMonitor,
) -> Option<Result<Pixels, Failure>> {
    snapshot.with_input(&[], |input| {
        let is_wanted = !watch.is_cancelled();
        let figure = is_wanted.then(|| Figure::of_chart(input, chart, mode, options))?;
        pixels(&figure, dots_per_inch, watch)
    })
}

/// A figure as pixels. Between steps, each of which is short, it checks for cancellation.
fn pixels(figure: &Figure, dots_per_inch: f64, watch: &WorkMonitor) -> Option<Result<Pixels, Failure>> {
    let is_wanted = || !watch.is_cancelled();
    let picture = match is_wanted().then(|| figure.picture())? {
        Ok(picture) => picture,
        Err(failure) => return Some(Err(failure)),
    };
    is_wanted().then(|| picture.pixels(dots_per_inch))
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
    let Some(implications) = snapshot.implications(&|| !cancel.load(Ordering::Relaxed)) else {
        return ReportEvent::Exported(request, Ok(ExportOutcome::Cancelled));
    };
    let result = snapshot.with_input(&implications, |input| {
        export::export(input, &request, &mut progress, cancel)
    });
    ReportEvent::Exported(request, result)
}
