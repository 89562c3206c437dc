//! A whole export: all requested files, made in parallel and put in place together.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::sync_channel;
use std::thread;

use super::figure::{Figure, FigureOptions, Picture, can_draw};
use super::folder::Staging;
use super::report::{Report, ReportOptions, SectionKind};
use super::{ExportInput, FigureFormat, File, Format, Writes, csv, iamc, xlsx};
use crate::figure::Mode;
use crate::file::Failure;
use crate::plan::{IndicatorIx, Plan};
use crate::text::Message;

/// What to export, and where.
#[derive(Clone, Debug)]
pub struct ExportRequest {
    /// Formats to write.
    pub formats: Vec<Format>,
    /// Charts to draw; all possible ones by default.
    pub charts: Option<Vec<IndicatorIx>>,
    /// What the charts measure.
    pub mode: Mode,
    /// How figures are drawn.
    pub figure: FigureOptions,
    /// How reports are put together.
    pub report: ReportOptions,
    /// Region name for IAMC data.
    pub region: String,
    /// Whether CSV starts with a byte-order mark, for Excel on Chinese Windows.
    pub byte_order_mark: bool,
    /// Output folder, created if missing.
    pub folder: PathBuf,
    /// Whether to overwrite existing files.
    pub replace: bool,
}

/// Progress of an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress<'a> {
    /// Files made so far.
    pub done: usize,
    /// Total number of files.
    pub total: usize,
    /// Latest file, relative to the folder.
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

/// Maximum charts per export.
const MOST_CHARTS: usize = 300;

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

/// Files made together.
enum ExportJob {
    /// Formats of one chart, because they share its layout.
    Chart(IndicatorIx, Vec<FigureFormat>),
    /// A single file.
    File(File),
}

impl ExportJob {
    fn names(&self, plan: &Plan) -> Vec<String> {
        match self {
            Self::Chart(chart, formats) => formats.iter().map(|format| format.file(plan, *chart)).collect(),
            Self::File(file) => vec![file.name().to_owned()],
        }
    }
}

/// Exports a scenario, using all cores. `progress` is called after each file, on the caller's thread; `cancel` is
/// checked between files.
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
    let jobs = wanted(input, request)?;
    let names = names(input, &jobs);
    let mut staging = Staging::begin(&request.folder, &names, request.replace)?;
    let mut files = Vec::new();
    let mut keep = |made: OutputFile| -> Result<(), Failure> {
        staging.write(&made.name, &made.bytes)?;
        files.push(made.name);
        progress(Progress {
            done: files.len(),
            total: names.len(),
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
    Ok(names(input, &wanted(input, request)?))
}

fn names(input: &ExportInput<'_>, jobs: &[ExportJob]) -> Vec<String> {
    jobs.iter().flat_map(|job| job.names(input.plan)).collect()
}

fn charts(input: &ExportInput<'_>, request: &ExportRequest) -> Vec<IndicatorIx> {
    let all = || input.plan.iter().map(|(ix, _)| ix).collect();
    request.charts.clone().unwrap_or_else(all)
}

/// Everything that is to be made.
fn wanted(input: &ExportInput<'_>, request: &ExportRequest) -> Result<Vec<ExportJob>, Failure> {
    let drawn: Vec<_> = charts(input, request)
        .into_iter()
        .filter(|ix| can_draw(input, *ix, request.mode))
        .collect();
    not_too_many(request, drawn.len())?;
    let jobs = jobs(request, &drawn);
    if jobs.is_empty() {
        return Err(Failure::Other {
            what: Message::new("export-nothing"),
            help: Some(Message::new("export-nothing-help")),
        });
    }
    Ok(jobs)
}

/// Rejects too many charts.
fn not_too_many(request: &ExportRequest, charts: usize) -> Result<(), Failure> {
    let draws = |is_kind: fn(Format) -> bool| request.formats.iter().any(|format| is_kind(*format));
    let of_report = request.report.charts.len();
    let in_report = draws(Format::is_report) && request.report.has(SectionKind::Charts);
    let count = [(draws(Format::is_figure), charts), (in_report, of_report)]
        .into_iter()
        .filter_map(|(is_drawn, count)| is_drawn.then_some(count))
        .max();
    if count.is_none_or(|count| count <= MOST_CHARTS) {
        return Ok(());
    }
    Err(Failure::Other {
        what: Message::new("export-too-many")
            .with("count", count.unwrap_or_default())
            .with("limit", MOST_CHARTS),
        help: Some(Message::new("export-too-many-help")),
    })
}

/// Requested charts that could not be drawn, without duplicates.
fn left_out(input: &ExportInput<'_>, request: &ExportRequest, charts: &[IndicatorIx]) -> Vec<IndicatorIx> {
    let has = |is_kind: fn(Format) -> bool| request.formats.iter().any(|format| is_kind(*format));
    let mut asked = Vec::new();
    if has(Format::is_figure) {
        asked.extend(charts.iter().map(|ix| (*ix, request.mode)));
    }
    if has(Format::is_report) && request.report.has(SectionKind::Charts) {
        asked.extend(request.report.charts.iter().map(|ix| (*ix, request.report.mode)));
    }
    let mut left_out = Vec::new();
    for (ix, mode) in asked {
        if !left_out.contains(&ix) && !can_draw(input, ix, mode) {
            left_out.push(ix);
        }
    }
    left_out
}

/// Slowest first, for balanced load.
fn jobs(request: &ExportRequest, charts: &[IndicatorIx]) -> Vec<ExportJob> {
    let wanted = Format::ALL
        .into_iter()
        .filter(|format| request.formats.contains(format));
    let (mut figures, mut jobs) = (Vec::new(), Vec::new());
    for writes in wanted.map(Format::writes) {
        if let Writes::Figures(format) = writes {
            figures.push(format);
        }
        jobs.extend(writes.files().iter().copied().map(ExportJob::File));
    }
    if !figures.is_empty() {
        jobs.extend(
            charts
                .iter()
                .map(|chart| ExportJob::Chart(*chart, figures.clone())),
        );
    }
    jobs
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
        ExportJob::Chart(chart, formats) => draw(input, request, *chart, formats, cancel, hand_over),
    }
}

fn make_file(file: File, input: &ExportInput<'_>, request: &ExportRequest) -> Result<Vec<u8>, Failure> {
    match file {
        File::WideCsv => csv::wide(input, request.byte_order_mark),
        File::LongCsv => csv::long(input, request.byte_order_mark),
        File::ScorecardCsv => csv::scorecard(input, request.byte_order_mark),
        File::Workbook => xlsx::workbook(input),
        File::IamcLong => iamc::long(input, &request.region),
        File::IamcWide => iamc::wide(input, &request.region),
        File::HtmlReport => Ok(Report::new(input, &request.report).html()?.into_bytes()),
        File::WordReport => Report::new(input, &request.report).docx(),
    }
}

/// Makes the figures of a chart; returns whether to continue.
fn draw(
    input: &ExportInput<'_>,
    request: &ExportRequest,
    chart: IndicatorIx,
    formats: &[FigureFormat],
    cancel: &AtomicBool,
    hand_over: &mut dyn FnMut(Result<OutputFile, Failure>) -> bool,
) -> bool {
    let figure = Figure::of_chart(input, chart, request.mode, &request.figure);
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
        let made = OutputFile::made(format.file(input.plan, chart), bytes());
        let is_made = made.is_ok();
        if !hand_over(made) || !is_made {
            return false;
        }
    }
    true
}
