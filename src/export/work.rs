//! What an export consists of, decided before anything is made.

use super::figure::{DrawnFigure, can_draw};
use super::report::SectionKind;
use super::request::ExportRequest;
use super::uncertain::UncertainExport;
use super::{ExportInput, FigureFormat, File, Format, Writes};
use crate::file::Failure;
use crate::plan::{IndicatorIx, Plan};
use crate::text::Message;

/// Maximum charts per export.
const MOST_CHARTS: usize = 300;

/// Files made together.
pub(super) enum ExportJob {
    /// Formats of one chart, because they share its layout.
    Chart(IndicatorIx, Vec<FigureFormat>),
    /// Formats of what draws say of a chart's indicator.
    Drawn(IndicatorIx, DrawnFigure, Vec<FigureFormat>),
    /// A single file.
    File(File),
}

impl ExportJob {
    fn names(&self, plan: &Plan) -> Vec<String> {
        match self {
            Self::Chart(chart, formats) => formats.iter().map(|format| format.file(plan, *chart)).collect(),
            Self::Drawn(chart, kind, formats) => formats
                .iter()
                .map(|format| format.drawn_file(plan, *chart, *kind))
                .collect(),
            Self::File(file) => vec![file.name().to_owned()],
        }
    }
}

/// What an export consists of.
pub(super) struct ExportWork<'a> {
    pub jobs: Vec<ExportJob>,
    /// What is drawn first, if anything.
    pub uncertain: Option<UncertainExport<'a>>,
}

pub(super) fn names(input: &ExportInput<'_>, jobs: &[ExportJob]) -> Vec<String> {
    jobs.iter().flat_map(|job| job.names(input.plan)).collect()
}

pub(super) fn charts(input: &ExportInput<'_>, request: &ExportRequest) -> Vec<IndicatorIx> {
    let all = || input.plan.iter().map(|(ix, _)| ix).collect();
    request.charts.clone().unwrap_or_else(all)
}

/// Everything that is to be made.
pub(super) fn wanted<'a>(
    input: &ExportInput<'a>,
    request: &ExportRequest,
) -> Result<ExportWork<'a>, Failure> {
    let drawn: Vec<_> = charts(input, request)
        .into_iter()
        .filter(|ix| can_draw(input, *ix, request.mode))
        .collect();
    not_too_many(request, drawn.len())?;
    let uncertain = if needs_draws(request) {
        UncertainExport::of(input, request.draws)?
    } else {
        None
    };
    let jobs = jobs(request, &drawn, uncertain.as_ref());
    if jobs.is_empty() {
        return Err(Failure::Other {
            what: Message::new("export-nothing"),
            help: Some(Message::new("export-nothing-help")),
        });
    }
    Ok(ExportWork { jobs, uncertain })
}

/// Whether anything that is asked for says what draws lead to.
fn needs_draws(request: &ExportRequest) -> bool {
    request
        .formats
        .iter()
        .any(|format| format.is_figure() || matches!(format, Format::Csv | Format::Xlsx))
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
pub(super) fn left_out(
    input: &ExportInput<'_>,
    request: &ExportRequest,
    charts: &[IndicatorIx],
) -> Vec<IndicatorIx> {
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
fn jobs(
    request: &ExportRequest,
    charts: &[IndicatorIx],
    uncertain: Option<&UncertainExport<'_>>,
) -> Vec<ExportJob> {
    let wanted = Format::ALL
        .into_iter()
        .filter(|format| request.formats.contains(format));
    let (mut figures, mut jobs) = (Vec::new(), Vec::new());
    for format in wanted {
        let writes = format.writes();
        if let Writes::Figures(format) = writes {
            figures.push(format);
        }
        let drawn = uncertain.map_or(&[][..], |_| format.drawn_files());
        let files = writes.files().iter().chain(drawn);
        jobs.extend(files.copied().map(ExportJob::File));
    }
    if !figures.is_empty() {
        jobs.extend(
            charts
                .iter()
                .map(|chart| ExportJob::Chart(*chart, figures.clone())),
        );
        let drawn = charts
            .iter()
            .filter(|chart| uncertain.is_some_and(|uncertain| uncertain.of_chart(**chart).is_some()));
        jobs.extend(
            drawn.flat_map(|chart| {
                DrawnFigure::ALL.map(|kind| ExportJob::Drawn(*chart, kind, figures.clone()))
            }),
        );
    }
    jobs
}
