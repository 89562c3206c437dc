//! A whole export: all requested files, made in parallel and put in place together.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread;

use super::figure::{Figure, Picture};
use super::folder::Staging;
use super::report::Report;
use super::request::ExportRequest;
use super::uncertain::UncertainExport;
use super::work::{ExportJob, ExportWork, charts, left_out, names, wanted};
use super::{ExportInput, FigureFormat, File, csv, iamc, xlsx};
use crate::file::Failure;
use crate::plan::IndicatorIx;
use crate::text::Message;

/// Progress of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress<'a> {
    /// Files made so far, and steps of drawing before them.
    pub done: usize,
    /// Total number of both.
    pub total: usize,
    /// Latest file, relative to the folder; empty while drawing.
    pub file: &'a str,
}

/// Result of an export.
#[derive(Clone, Debug, PartialEq)]
pub enum ExportOutcome {
    /// All files are in place.
    Written {
        /// Files relative to the folder, in no particular order.
        files: Vec<String>,
        /// Charts not drawn, for lack of a base value or because of the mode.
        left_out: Vec<IndicatorIx>,
        /// Folders where interrupted exports left the user's original files, because other files have taken their
        /// place.
        kept: Vec<PathBuf>,
    },
    /// Cancelled; the folder is unchanged.
    Cancelled,
}

/// A finished file.
struct OutputFile {
    name: String,
    bytes: Vec<u8>,
}

impl OutputFile {
    /// The file, or which file could not be made, and why.
    fn made(name: String, bytes: Result<Vec<u8>, Failure>) -> Result<Self, Failure> {
        let failure = match bytes {
            Ok(bytes) => return Ok(Self { name, bytes }),
            Err(failure) => failure,
        };
        let Some(reason) = failure.message() else {
            return Err(failure);
        };
        let what = Message::new("export-file-failed")
            .with("file", name)
            .with("reason", reason);
        let help = match failure {
            Failure::Other { help, .. } => help,
            Failure::Io { .. } | Failure::Invalid(_) => None,
        };
        Err(Failure::Other { what, help })
    }
}

/// Exports a scenario, using all cores. Uncertain rates are drawn first, once for all files. `progress` is called after each
/// file and each step of drawing, on the caller's thread; `cancel` is checked between files and while drawing.
///
/// # Errors
/// [`Failure`] if a file cannot be made or written, would be overwritten without permission, or no chart can be drawn.
/// The folder is then unchanged.
pub fn export(
    input: &ExportInput<'_>,
    request: &ExportRequest,
    progress: &mut dyn FnMut(Progress<'_>),
    cancel: &AtomicBool,
) -> Result<ExportOutcome, Failure> {
    let ExportWork { jobs, uncertain } = wanted(input, request)?;
    let names = names(input, &jobs);
    let mut staging = Staging::begin(&request.folder, &names, request.replace)?;
    let steps = uncertain.as_ref().map_or(0, UncertainExport::steps);
    let total = names.len() + steps;
    let drawn = match &uncertain {
        Some(uncertain) => {
            let mut done = 0;
            let drawn = uncertain.draw(&|| !cancel.load(Ordering::Relaxed), &mut || {
                done += 1;
                progress(Progress {
                    done,
                    total,
                    file: "",
                });
            })?;
            if drawn.is_none() {
                return Ok(ExportOutcome::Cancelled);
            }
            drawn
        }
        None => None,
    };
    let input = &ExportInput {
        drawn: drawn.as_ref(),
        ..*input
    };
    let mut files = Vec::new();
    let mut keep = |made: OutputFile| -> Result<(), Failure> {
        staging.write(&made.name, &made.bytes)?;
        files.push(made.name);
        progress(Progress {
            done: steps + files.len(),
            total,
            file: files.last().map_or("", String::as_str),
        });
        Ok(())
    };
    make_all(input, request, &jobs, cancel, &mut keep)?;
    if cancel.load(Ordering::Relaxed) {
        return Ok(ExportOutcome::Cancelled);
    }
    let kept = staging.finish()?;
    Ok(ExportOutcome::Written {
        files,
        left_out: left_out(input, request, &charts(input, request)),
        kept,
    })
}

/// The names of the files that an export would write.
///
/// # Errors
/// [`Failure`] as from [`export`] if there would be none, or too many.
pub fn file_names(input: &ExportInput<'_>, request: &ExportRequest) -> Result<Vec<String>, Failure> {
    Ok(names(input, &wanted(input, request)?.jobs))
}

/// Makes files in parallel and hands them over one by one through a short queue, to bound memory.
fn make_all(
    input: &ExportInput<'_>,
    request: &ExportRequest,
    jobs: &[ExportJob],
    cancel: &AtomicBool,
    keep: &mut dyn FnMut(OutputFile) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let cores = thread::available_parallelism()
        .map_or(1, usize::from)
        .min(jobs.len());
    let next = AtomicUsize::new(0);
    let (sender, receiver) = sync_channel(cores);
    thread::scope(|scope| {
        for _ in 0..cores {
            let sender = sender.clone();
            let next = &next;
            scope.spawn(move || {
                while let Some(job) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    // Stop once the receiver is gone.
                    let mut hand_over = |made| sender.send(made).is_ok();
                    if !make(input, request, job, cancel, &mut hand_over) {
                        return;
                    }
                }
            });
        }
        drop(sender);
        for made in receiver {
            if cancel.load(Ordering::Relaxed) {
                break;
            }
            keep(made?)?;
        }
        Ok(())
    })
}

/// Makes the files of a job; returns whether to continue.
fn make(
    input: &ExportInput<'_>,
    request: &ExportRequest,
    job: &ExportJob,
    cancel: &AtomicBool,
    hand_over: &mut dyn FnMut(Result<OutputFile, Failure>) -> bool,
) -> bool {
    if cancel.load(Ordering::Relaxed) {
        return false;
    }
    match job {
        ExportJob::File(file) => {
            let made = OutputFile::made(file.name().to_owned(), make_file(*file, input, request));
            let is_made = made.is_ok();
            hand_over(made) && is_made
        }
        ExportJob::Chart(chart, formats) => {
            let figure = Figure::of_chart(input, *chart, request.mode, &request.figure);
            let name = |format: FigureFormat| format.file(input.plan, *chart);
            draw(&figure, &name, formats, cancel, hand_over)
        }
        ExportJob::Drawn(chart, kind, formats) => {
            let found = input
                .drawn
                .and_then(|all| Some((all, all.of_chart(input.plan, *chart)?)));
            // Asked for only where draws reach the chart.
            let Some(found) = found else { return true };
            let figure = Figure::of_draws(input, found, *kind, &request.figure);
            let name = |format: FigureFormat| format.drawn_file(input.plan, *chart, *kind);
            draw(&figure, &name, formats, cancel, hand_over)
        }
    }
}

fn make_file(file: File, input: &ExportInput<'_>, request: &ExportRequest) -> Result<Vec<u8>, Failure> {
    match file {
        File::WideCsv => csv::wide(input, request.byte_order_mark),
        File::LongCsv => csv::long(input, request.byte_order_mark),
        File::ScorecardCsv => csv::scorecard(input, request.byte_order_mark),
        File::ChancesCsv | File::QuantilesCsv | File::TornadoCsv | File::SharesCsv => {
            let write = match file {
                File::ChancesCsv => csv::chances,
                File::QuantilesCsv => csv::quantiles,
                File::TornadoCsv => csv::tornado,
                _ => csv::shares,
            };
            // Asked for only where something is drawn.
            let drawn = input
                .drawn
                .map(|drawn| write(input, drawn, request.byte_order_mark));
            drawn.unwrap_or_else(|| Ok(Vec::new()))
        }
        File::Workbook => xlsx::workbook(input),
        File::IamcLong => iamc::long(input, &request.region),
        File::IamcWide => iamc::wide(input, &request.region),
        File::HtmlReport => Ok(Report::new(input, &request.report).html()?.into_bytes()),
        File::WordReport => Report::new(input, &request.report).docx(),
    }
}

/// Makes the files of a figure; returns whether to continue.
fn draw(
    figure: &Figure,
    name: &dyn Fn(FigureFormat) -> String,
    formats: &[FigureFormat],
    cancel: &AtomicBool,
    hand_over: &mut dyn FnMut(Result<OutputFile, Failure>) -> bool,
) -> bool {
    let mut picture = None;
    for format in formats {
        if cancel.load(Ordering::Relaxed) {
            return false;
        }
        let mut bytes = || -> Result<Vec<u8>, Failure> {
            let as_bytes = match format {
                FigureFormat::Svg => return Ok(figure.svg()?.into_bytes()),
                FigureFormat::Png => Picture::png,
                FigureFormat::Pdf => Picture::pdf,
            };
            as_bytes(match &picture {
                Some(picture) => picture,
                None => picture.insert(figure.picture()?),
            })
        };
        let made = OutputFile::made(name(*format), bytes());
        let is_made = made.is_ok();
        if !hand_over(made) || !is_made {
            return false;
        }
    }
    true
}
