//! Native charts of the headline indicators, over a table of their figures on the same sheet.

use rust_xlsxwriter::{
    Chart, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartLineDashType, ChartMarker,
    ChartMarkerType, ChartSolidFill, ColNum, Color, RowNum, XlsxError,
};

use super::layout::{BASE_COLUMN, Layout, column};
use super::page::{Done, Page, printable};
use super::style;
use crate::figure::{Mode, Path, Role, tick_decimals, ticks, trajectory, unit};
use crate::model::{Origin, Projection};
use crate::plan::{Indicator, IndicatorIx};
use crate::text::say;

/// Size of a chart in pixels, and how many rows it takes.
const WIDTH: u32 = 620;
const HEIGHT: u32 = 340;
const ROWS: RowNum = 18;
/// The first row with charts.
const TOP: RowNum = 2;

pub(super) fn fill(page: &mut Page<'_>, layout: &Layout<'_>) -> Done {
    let material = layout.material;
    let language = material.language;
    page.text(0, 0, &layout.names.charts, &style::title())?;
    page.widths(&[layout.name_width, 26.0])?;
    page.sheet
        .set_column_range_width(BASE_COLUMN, column(material.plan.steps()), 11)?;
    let shown: Vec<IndicatorIx> = material
        .plan
        .headline
        .iter()
        .copied()
        .filter(|ix| material.projection.levels(*ix).is_some())
        .collect();
    let lines = RowNum::try_from(shown.len().div_ceil(2)).unwrap_or(0);
    let mut row = TOP + lines * ROWS + 1;
    page.text(row, 0, &say(language, "sheet-charts-data"), &style::section())?;
    row += 1;
    for (place, ix) in (0..).zip(shown) {
        let table = Table { layout, ix, top: row };
        let series = table.write(page)?;
        let chart = table.chart(&series);
        let (line, side) = (place / 2, place % 2);
        page.sheet
            .insert_chart_with_offset(TOP + line * ROWS, 0, &chart, side * (WIDTH + 16), 0)?;
        row += RowNum::try_from(series.len()).unwrap_or(0) + 2;
    }
    page.printed(0)?;
    page.sheet.set_print_fit_to_pages(1, 1);
    Ok(())
}

/// What a line of a chart is.
#[derive(Clone, Copy)]
enum Kind {
    Even,
    Compared(usize),
    Scenario,
    Actual,
    Target,
}

/// The figures of one chart: a row with the indicator's name, its unit and the years, and a row per line.
struct Table<'a> {
    layout: &'a Layout<'a>,
    ix: IndicatorIx,
    top: RowNum,
}

impl Table<'_> {
    fn indicator(&self) -> &Indicator {
        self.layout.material.plan.get(self.ix)
    }

    fn steps(&self) -> usize {
        self.layout.material.plan.steps()
    }

    /// Writes the table, and gives back what its lines are, from the first row under the head.
    fn write(&self, page: &mut Page<'_>) -> Result<Vec<Kind>, XlsxError> {
        let material = self.layout.material;
        let language = material.language;
        let basis = material.projection.kind(self.ix);
        let unit = unit(material.plan, self.indicator(), basis, language);
        page.text(self.top, 0, self.indicator().name.get(language), &style::header())?;
        page.text(self.top, 1, &unit, &style::header())?;
        for (step, year) in material.plan.years().enumerate() {
            page.figure(self.top, column(step), f64::from(year), &style::header_year())?;
        }
        let levels = material.projection.levels(self.ix).unwrap_or_default();
        let format = style::figure(super::trajectories::largest(levels));
        let comparable = |other: &Projection| other.kind(self.ix) == basis;
        let mut kinds = Vec::new();
        let mut row = self.top;
        let mut fixed = |page: &mut Page<'_>, kind, name: &str, levels: &[f64]| -> Done {
            row += 1;
            kinds.push(kind);
            page.name(row, name, self.layout.name_width)?;
            for (step, level) in levels.iter().enumerate() {
                page.figure(row, column(step), *level, &format)?;
            }
            Ok(())
        };
        let even = say(language, "legend-plan");
        if !self.indicator().targets.is_empty()
            && comparable(material.plan_path)
            && let Some(levels) = material.plan_path.levels(self.ix)
        {
            fixed(page, Kind::Even, &even, levels)?;
        }
        for (n, (name, other)) in material.compared.iter().enumerate() {
            if comparable(other)
                && let Some(levels) = other.levels(self.ix)
            {
                fixed(page, Kind::Compared(n), name, levels)?;
            }
        }
        row += 1;
        kinds.push(Kind::Scenario);
        page.name(row, material.scenario.name.get(language), self.layout.name_width)?;
        for (step, level) in levels.iter().enumerate() {
            let cell = self.layout.level_from_afar(self.ix, step);
            page.formula(row, column(step), &cell, *level, &format)?;
        }
        let origins = material.projection.origins(self.ix);
        if origins.contains(&Origin::Actual) {
            row += 1;
            kinds.push(Kind::Actual);
            page.text(row, 0, &say(language, "legend-actual"), &style::name())?;
            for ((step, level), origin) in levels.iter().enumerate().zip(origins) {
                if *origin == Origin::Actual {
                    let cell = self.layout.level_from_afar(self.ix, step);
                    page.formula(row, column(step), &cell, *level, &format)?;
                }
            }
        }
        if let Some((_, target)) = material.plan.main_target(self.ix) {
            row += 1;
            kinds.push(Kind::Target);
            page.text(row, 0, &say(language, "legend-target"), &style::name())?;
            let goal = target.form.level(levels[0], material.plan.due_step(target));
            for step in 0..=self.steps() {
                page.figure(row, column(step), goal, &format)?;
            }
        }
        Ok(kinds)
    }

    fn chart(&self, kinds: &[Kind]) -> Chart {
        let sheet = self.layout.names.charts.as_str();
        let last: ColNum = column(self.steps());
        let mut chart = Chart::new_line();
        for (row, kind) in (self.top + 1..).zip(kinds) {
            let series = chart.add_series();
            series
                .set_name((sheet, row, 0))
                .set_categories((sheet, self.top, BASE_COLUMN, self.top, last))
                .set_values((sheet, row, BASE_COLUMN, row, last))
                .set_format(&mut line(*kind))
                .set_marker(&marker(*kind));
        }
        let small = quiet_font(9.0);
        chart
            .title()
            .set_name((sheet, self.top, 0))
            .set_font(ChartFont::new().set_size(13));
        chart.x_axis().set_font(&small).set_text_axis(true);
        let (floor, decimals) = self.scale();
        let axis = chart.y_axis();
        axis.set_name((sheet, self.top, 1))
            .set_name_font(ChartFont::new().set_size(9).unset_bold())
            .set_font(&small)
            .set_num_format(if decimals == 0 {
                "#,##0".to_owned()
            } else {
                format!("#,##0.{}", "0".repeat(decimals))
            })
            .set_major_gridlines_line(ChartLine::new().set_color(Color::RGB(0x00DD_E1E8)));
        if let Some(floor) = floor {
            axis.set_min(floor);
        }
        chart
            .legend()
            .set_position(ChartLegendPosition::Bottom)
            .set_font(&small);
        chart.set_width(WIDTH).set_height(HEIGHT).set_alt_text(printable(
            self.indicator().name.get(self.layout.material.language),
        ));
        chart
    }

    /// Where the vertical axis begins, and the decimals of its marks. There is air below the lowest figure, because
    /// a changed rate must not lead out of the chart at once.
    fn scale(&self) -> (Option<f64>, usize) {
        let material = self.layout.material;
        let paths = [
            (Role::Plan, material.plan_path),
            (Role::Scenario, material.projection),
        ]
        .map(|(role, projection)| Path {
            role,
            name: "",
            projection,
        });
        let chart = trajectory(material.plan, &paths, self.ix, Mode::Level, material.language);
        let (low, high) = chart.value_range();
        let marks = ticks(low - (high - low), high, 8);
        let floor = marks
            .iter()
            .copied()
            .rev()
            .find(|mark| *mark <= low)
            .filter(|mark| *mark >= 0.0 || low < 0.0);
        (floor, tick_decimals(&marks))
    }
}

fn quiet_font(size: f64) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_size(size).set_color(Color::RGB(0x0040_4652));
    font
}

fn colour(kind: Kind) -> Color {
    match kind {
        Kind::Even => style::EVEN_PATH,
        Kind::Compared(n) => style::COMPARED[n % style::COMPARED.len()],
        Kind::Scenario => style::SCENARIO,
        Kind::Actual => style::ACTUAL,
        Kind::Target => style::TARGET,
    }
}

fn line(kind: Kind) -> ChartFormat {
    let mut line = ChartLine::new();
    line.set_color(colour(kind));
    match kind {
        Kind::Scenario => line.set_width(2.5),
        Kind::Compared(_) => line.set_width(1.75),
        Kind::Even => line.set_width(1.5).set_dash_type(ChartLineDashType::Dash),
        Kind::Target => line.set_width(1.5).set_dash_type(ChartLineDashType::LongDash),
        Kind::Actual => line.set_hidden(true),
    };
    let mut format = ChartFormat::new();
    if matches!(kind, Kind::Actual) {
        format.set_no_line();
    } else {
        format.set_line(&line);
    }
    format
}

fn marker(kind: Kind) -> ChartMarker {
    let mut marker = ChartMarker::new();
    let (shape, size) = match kind {
        Kind::Scenario => (ChartMarkerType::Circle, 6),
        Kind::Compared(_) => (ChartMarkerType::Triangle, 5),
        Kind::Actual => (ChartMarkerType::Diamond, 9),
        Kind::Even | Kind::Target => {
            marker.set_none();
            return marker;
        }
    };
    let mut format = ChartFormat::new();
    format
        .set_solid_fill(ChartSolidFill::new().set_color(colour(kind)))
        .set_border(ChartLine::new().set_color(colour(kind)));
    marker.set_type(shape).set_size(size).set_format(&mut format);
    marker
}
