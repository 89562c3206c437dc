//! Figures for reports: SVG, PNG and PDF of any chart, all drawn from one layout.
//!
//! A chart becomes a drawing ([`crate::figure::Drawing`]), then a laid-out sheet, then SVG. PNG and PDF are rendered
//! from that SVG, so all three agree.

mod axes;
mod flags;
mod fonts;
mod labels;
mod layout;
mod legend;
mod origin;
mod picture;
mod plot;
mod sheet;
mod size;
mod spread;
mod style;
mod svg;
mod uncertain;
mod wrap;

pub use origin::OriginLine;
pub(in crate::export) use origin::PROGRAM;
pub use picture::{Picture, Pixels};
pub use size::Size;
pub use uncertain::DrawnFigure;
pub(in crate::export) use wrap::clean;

use resvg::usvg::Tree;

use super::ExportInput;
use crate::figure::{Chart, Drawing, Mode, Path, Role, tracking, trajectory};
use crate::file::Failure;
use crate::model::{Ledger, Projection};
use crate::plan::IndicatorIx;
use crate::text::{Language, say};
use fonts::TextMeasure;
use picture::cannot_draw;
use sheet::{FigureSheet, SheetItem};

/// How figures are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FigureOptions {
    /// Their size.
    pub size: Size,
    /// Whether to show the source line. Metadata always have it.
    pub provenance: bool,
    /// Whether SVG text is converted to outlines.
    pub outlines: bool,
}

impl Default for FigureOptions {
    fn default() -> Self {
        Self {
            size: Size::FULL,
            provenance: true,
            outlines: false,
        }
    }
}

/// A laid-out figure, ready for any format.
pub struct Figure {
    title: String,
    description: String,
    origin: OriginLine,
    language: Language,
    outlines: bool,
    sheet: FigureSheet,
}

impl Figure {
    /// The figure of any drawing.
    #[must_use]
    pub fn new(drawing: &Drawing, origin: OriginLine, options: &FigureOptions, language: Language) -> Self {
        let line = options.provenance.then(|| origin.line(language));
        Self {
            title: drawing.title.clone(),
            description: drawing.description.clone(),
            sheet: layout::lay_out(drawing, options.size, line.as_deref(), language),
            origin,
            language,
            outlines: options.outlines,
        }
    }

    /// The figure of an indicator's path: scenario, compared scenarios, plan path.
    #[must_use]
    pub fn of_chart(input: &ExportInput<'_>, ix: IndicatorIx, mode: Mode, options: &FigureOptions) -> Self {
        let drawing = drawing(input, ix, mode);
        Self::new(&drawing, OriginLine::of(input, ix), options, input.language)
    }

    /// The figure of a target under way: actuals, plan path, projection and catch-up path.
    #[must_use]
    pub fn of_tracking(
        input: &ExportInput<'_>,
        ledger: &Ledger,
        mode: Mode,
        options: &FigureOptions,
    ) -> Self {
        let language = input.language;
        let chart = with_paths(input, &[], |paths| {
            tracking(input.plan, paths, ledger, mode, language)
        });
        let chart = with_own(chart, input);
        let drawing = chart.drawing(input.plan, language);
        Self::new(
            &drawing,
            OriginLine::of(input, ledger.indicator()),
            options,
            language,
        )
    }

    /// Title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Description for screen readers.
    #[must_use]
    pub fn description(&self) -> &str {
        &self.description
    }

    /// Width and height in centimetres. Long legends increase the height, row labels determine it.
    #[must_use]
    pub fn centimetres(&self) -> (f64, f64) {
        (self.sheet.width / size::POINTS, self.sheet.height / size::POINTS)
    }

    /// SVG for embedding in HTML: ids start with `prefix` to avoid clashes, text is live, and metadata are left to the
    /// page.
    ///
    /// # Errors
    /// [`Failure::Other`] where it cannot be drawn.
    pub fn inline_svg(&self, prefix: &str) -> Result<String, Failure> {
        svg::write_inline(self, prefix).map_err(|error| cannot_draw(&error))
    }

    /// The figure as SVG.
    ///
    /// # Errors
    /// [`Failure::Other`] where it cannot be drawn.
    pub fn svg(&self) -> Result<String, Failure> {
        let text = svg::write(self).map_err(|error| cannot_draw(&error))?;
        if !self.outlines {
            return Ok(text);
        }
        let tree = self.read(&text)?;
        svg::write_outlines(self, &tree).map_err(|error| cannot_draw(&error))
    }

    /// The figure parsed for PNG, PDF and the clipboard.
    ///
    /// # Errors
    /// [`Failure::Other`] where it cannot be drawn.
    pub fn picture(&self) -> Result<Picture<'_>, Failure> {
        let text = svg::write(self).map_err(|error| cannot_draw(&error))?;
        let tree = self.read(&text)?;
        Ok(Picture { figure: self, tree })
    }

    fn read(&self, text: &str) -> Result<Tree, Failure> {
        let ruler = TextMeasure::new(self.language);
        let is_covered = self.sheet.items.iter().all(|item| match item {
            SheetItem::Text { text, .. } => ruler.covers(text),
            _ => true,
        });
        let options = fonts::options(self.language, is_covered);
        Tree::from_str(text, &options).map_err(|error| cannot_draw(&error))
    }
}

/// The drawing of an indicator's path.
fn drawing(input: &ExportInput<'_>, ix: IndicatorIx, mode: Mode) -> Drawing {
    let chart = with_paths(input, input.compared, |paths| {
        trajectory(input.plan, paths, ix, mode, input.language)
    });
    let chart = with_own(chart, input);
    chart.drawing(input.plan, input.language)
}

/// A chart with what the scenario says of single years.
fn with_own(chart: Chart, input: &ExportInput<'_>) -> Chart {
    chart
        .with_history(input.plan, input.scenario, input.projection)
        .with_annotations(input.scenario, input.language)
}

/// Layers of plan path, other scenarios and scenario, back to front.
fn with_paths(
    input: &ExportInput<'_>,
    compared: &[(String, &Projection)],
    draw: impl FnOnce(&[Path<'_>]) -> Chart,
) -> Chart {
    let language = input.language;
    let own_name = input.scenario.name.get(language);
    let plan_name = say(language, "legend-plan");
    let scenario_name = say(language, "legend-scenario");
    let mut paths = vec![Path {
        role: Role::Plan,
        name: &plan_name,
        projection: input.plan_path,
    }];
    for (n, (name, projection)) in compared.iter().enumerate() {
        paths.push(Path {
            role: Role::Pinned(n),
            name,
            projection,
        });
    }
    paths.push(Path {
        role: Role::Scenario,
        name: if own_name.trim().is_empty() {
            &scenario_name
        } else {
            own_name
        },
        projection: input.projection,
    });
    draw(&paths)
}

/// Whether an indicator can be drawn in a mode: it needs a base value and a suitable mode.
#[must_use]
pub fn can_draw(input: &ExportInput<'_>, ix: IndicatorIx, mode: Mode) -> bool {
    drawing(input, ix, mode).notice.is_none()
}

/// An indicator's path over the years as SVG.
///
/// # Errors
/// [`Failure::Other`] where it cannot be drawn.
pub fn svg(
    input: &ExportInput<'_>,
    ix: IndicatorIx,
    mode: Mode,
    options: &FigureOptions,
) -> Result<String, Failure> {
    Figure::of_chart(input, ix, mode, options).svg()
}

/// The same as PNG, at 300 dots per inch.
///
/// # Errors
/// [`Failure::Other`] where it cannot be drawn.
pub fn png(
    input: &ExportInput<'_>,
    ix: IndicatorIx,
    mode: Mode,
    options: &FigureOptions,
) -> Result<Vec<u8>, Failure> {
    Figure::of_chart(input, ix, mode, options).picture()?.png()
}

/// The same as PDF.
///
/// # Errors
/// [`Failure::Other`] where it cannot be drawn.
pub fn pdf(
    input: &ExportInput<'_>,
    ix: IndicatorIx,
    mode: Mode,
    options: &FigureOptions,
) -> Result<Vec<u8>, Failure> {
    Figure::of_chart(input, ix, mode, options).picture()?.pdf()
}
