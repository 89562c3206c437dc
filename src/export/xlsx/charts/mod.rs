//! Native charts of the headline indicators, over a table of their figures on the same sheet.

mod own;
mod series;
mod targets;

use rust_xlsxwriter::{
    Chart, ChartEmptyCells, ChartFont, ChartLegendPosition, ChartLine, ColNum, Color, ConditionalFormatError,
    Format, RowNum, XlsxError,
};

use super::layout::{BASE_COLUMN, Layout, column};
use super::page::{Done, SheetPage};
use super::style;
use crate::figure::{Mode, Path, Role, tick_decimals, ticks, trajectory};
use crate::model::Projection;
use crate::plan::{Indicator, IndicatorIx};
use crate::text::{safe, say};
use crate::wording::unit;
use own::Own;
use series::{LineSegment, PlottedLine, line, marker};

/// Size of a chart in pixels, and how many rows it takes.
const WIDTH: u32 = 620;
const HEIGHT: u32 = 340;
const ROWS: RowNum = 18;
/// The first row with charts.
const TOP: RowNum = 2;

pub(super) fn fill(page: &mut SheetPage<'_>, layout: &Layout<'_>) -> Done {
    let input = layout.input;
    let language = input.language;
    page.text(0, 0, &layout.names.charts, &style::title())?;
    page.text(1, 0, &say(language, "sheet-charts-key"), &style::quiet())?;
    page.widths(&[layout.name_width, 26.0])?;
    page.sheet
        .set_column_range_width(BASE_COLUMN, column(input.plan.steps()), 11)?;
    let shown: Vec<IndicatorIx> = input
        .plan
        .headline
        .iter()
        .copied()
        .filter(|ix| input.projection.levels(*ix).is_some())
        .collect();
    let lines = RowNum::try_from(shown.len().div_ceil(2)).unwrap_or(0);
    let mut row = TOP + lines * ROWS + 1;
    page.text(row, 0, &say(language, "sheet-charts-data"), &style::section())?;
    row += 1;
    for (place, ix) in (0..).zip(shown) {
        let table = ChartTable { layout, ix, top: row };
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

/// The figures of one chart: a row with the indicator's name, its unit and the years, and a row per line.
struct ChartTable<'a> {
    layout: &'a Layout<'a>,
    ix: IndicatorIx,
    top: RowNum,
}

impl ChartTable<'_> {
    fn indicator(&self) -> &Indicator {
        self.layout.input.plan.get(self.ix)
    }

    fn steps(&self) -> usize {
        self.layout.input.plan.steps()
    }

    /// Writes the table, and gives back what its lines are, from the first row under the head.
    fn write(&self, page: &mut SheetPage<'_>) -> Result<Vec<PlottedLine>, XlsxError> {
        let input = self.layout.input;
        let language = input.language;
        let basis = input.projection.kind(self.ix);
        let unit = unit(input.plan, self.indicator(), basis, language);
        page.text(self.top, 0, self.indicator().name.get(language), &style::header())?;
        page.text(self.top, 1, &unit, &style::header())?;
        for (step, year) in input.plan.years().enumerate() {
            page.figure(self.top, column(step), f64::from(year), &style::header_year())?;
        }
        let format = self.format();
        let comparable = |other: &Projection| other.kind(self.ix) == basis;
        let mut kinds = Vec::new();
        let mut row = self.top;
        if self.layout.promise_of(self.ix).is_some()
            && comparable(input.plan_path)
            && let Some(levels) = input.plan_path.levels(self.ix)
        {
            row += 1;
            kinds.push(PlottedLine::Even);
            page.text(row, 0, &say(language, "legend-plan"), &style::name())?;
            for (step, level) in levels.iter().enumerate() {
                let cell = self.layout.even_from_afar(self.ix, step);
                page.formula(row, column(step), &cell, *level, &format)?;
            }
        }
        for (n, line) in targets::lines(self.layout, self.ix).iter().enumerate() {
            row += 1;
            kinds.push(PlottedLine::Target(n, line.is_mark()));
            line.write(page, row, &format)?;
        }
        for (n, (name, other)) in input.compared.iter().enumerate() {
            if comparable(other)
                && let Some(levels) = other.levels(self.ix)
            {
                row += 1;
                kinds.push(PlottedLine::Compared(n));
                page.name(row, name, self.layout.name_width)?;
                for (step, level) in levels.iter().enumerate() {
                    page.figure(row, column(step), *level, &format)?;
                }
            }
        }
        let own = Own {
            layout: self.layout,
            ix: self.ix,
            years: self.top,
        };
        for part in LineSegment::ALL {
            for stretch in 0..own.stretches(part) {
                row += 1;
                kinds.push(PlottedLine::Scenario(part, stretch));
                own.write(page, row, (part, stretch), &format)?;
            }
        }
        Ok(kinds)
    }

    fn format(&self) -> Format {
        let levels = self.layout.input.projection.levels(self.ix);
        style::figure(style::largest(levels.unwrap_or_default()))
    }

    fn chart(&self, kinds: &[PlottedLine]) -> Chart {
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
            .set_font(&small)
            .delete_entries(&own::unnamed(self.layout, self.ix, kinds));
        // What most programs do with #N/A anyway; LibreOffice draws zeros unless told.
        chart.show_empty_cells_as(ChartEmptyCells::Connected);
        chart
            .set_width(WIDTH)
            .set_height(HEIGHT)
            .set_alt_text(safe::workbook(
                self.indicator().name.get(self.layout.input.language),
            ));
        chart
    }

    /// Where the vertical axis begins, and the decimals of its marks. There is air below the lowest figure, because
    /// a changed rate must not lead out of the chart at once.
    fn scale(&self) -> (Option<f64>, usize) {
        let input = self.layout.input;
        let paths =
            [(Role::Plan, input.plan_path), (Role::Scenario, input.projection)].map(|(role, projection)| {
                Path {
                    role,
                    name: "",
                    projection,
                }
            });
        let chart = trajectory(input.plan, &paths, self.ix, Mode::Level, input.language);
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

/// Has the years that a line leaves out look empty.
fn hide_gaps(page: &mut SheetPage<'_>, row: RowNum, steps: usize) -> Done {
    let hidden = ConditionalFormatError::new().set_format(style::left_out());
    page.sheet
        .add_conditional_format(row, column(0), row, column(steps), &hidden)?;
    Ok(())
}

fn quiet_font(size: f64) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_size(size).set_color(Color::RGB(0x0040_4652));
    font
}
