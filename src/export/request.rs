//! What is asked of an export.

use std::path::PathBuf;

use super::figure::FigureOptions;
use super::report::ReportOptions;
use super::{ExportDraws, Format};
use crate::figure::Mode;
use crate::plan::IndicatorIx;

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
    /// How uncertain rates are drawn.
    pub draws: ExportDraws,
    /// Region name for IAMC data.
    pub region: String,
    /// Whether CSV starts with a byte-order mark, for Excel on Chinese Windows.
    pub byte_order_mark: bool,
    /// Output folder, created if missing.
    pub folder: PathBuf,
    /// Whether to overwrite existing files.
    pub replace: bool,
}
