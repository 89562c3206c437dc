//! Native charts of the headline indicators, over a table of their figures on the same sheet.

mod series;

use rust_xlsxwriter::{
    Chart, ChartEmptyCells, ChartFont, ChartLegendPosition, ChartLine, ColNum, Color, ConditionalFormatError,
    Format, RowNum, XlsxError,
};

use super::layout::{BASE_COLUMN, Layout, Promised, column};
use super::look::{DRAWN, look};
use super::page::{Done, Page, printable};
use super::style;
use crate::figure::{Mode, Path, Role, tick_decimals, ticks, trajectory, unit};
use crate::model::{Origin, Projection};
use crate::plan::{Indicator, IndicatorIx};
use crate::text::{Message, say};
use series::{Kind, line, marker};

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
    page.text(1, 0, &say(language, "sheet-charts-key"), &style::quiet())?;
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
        let basis = material.projection.basis(self.ix);
        let unit = unit(material.plan, self.indicator(), basis, language);
        page.text(self.top, 0, self.indicator().name.get(language), &style::header())?;
        page.text(self.top, 1, &unit, &style::header())?;
        for (step, year) in material.plan.years().enumerate() {
            page.figure(self.top, column(step), f64::from(year), &style::header_year())?;
        }
        let format = self.format();
        let comparable = |other: &Projection| other.basis(self.ix) == basis;
        let mut kinds = Vec::new();
        let mut row = self.top;
        if let Some(promised) = self.layout.promise_of(self.ix) {
            if comparable(material.plan_path)
                && let Some(levels) = material.plan_path.levels(self.ix)
            {
                row += 1;
                kinds.push(Kind::Even);
                page.text(row, 0, &say(language, "legend-plan"), &style::name())?;
                for (step, level) in levels.iter().enumerate() {
                    let cell = self.layout.even_from_afar(self.ix, step);
                    page.formula(row, column(step), &cell, *level, &format)?;
                }
            }
            row += 1;
            kinds.push(Kind::Target);
            self.target(page, row, &promised)?;
        }
        for (n, (name, other)) in material.compared.iter().enumerate() {
            if comparable(other)
                && let Some(levels) = other.levels(self.ix)
            {
                row += 1;
                kinds.push(Kind::Compared(n));
                page.name(row, name, self.layout.name_width)?;
                for (step, level) in levels.iter().enumerate() {
                    page.figure(row, column(step), *level, &format)?;
                }
            }
        }
        for origin in DRAWN {
            row += 1;
            kinds.push(Kind::Scenario(origin));
            self.scenario(page, row, origin)?;
        }
        Ok(kinds)
    }

    fn format(&self) -> Format {
        let levels = self.layout.material.projection.levels(self.ix);
        style::figure(super::trajectories::largest(levels.unwrap_or_default()))
    }

    /// A level line at the level that meets the target.
    fn target(&self, page: &mut Page<'_>, row: RowNum, promised: &Promised<'_>) -> Done {
        let material = self.layout.material;
        page.text(row, 0, &say(material.language, "legend-target"), &style::name())?;
        let base = material.projection.levels(self.ix).unwrap_or_default()[0];
        let goal = promised.target.form.level(base, promised.due);
        let cell = self.layout.goal_from_afar(self.ix);
        for step in 0..=self.steps() {
            page.formula(row, column(step), &cell, goal, &self.format())?;
        }
        Ok(())
    }

    /// The years of one kind, and the years before and after to which its line leads. A line between two years is of the
    /// weaker kind of both, so that every year is connected once.
    fn scenario(&self, page: &mut Page<'_>, row: RowNum, origin: Origin) -> Done {
        let material = self.layout.material;
        let language = material.language;
        let look = look(origin);
        let kind = say(language, look.legend);
        let name = if origin == Origin::Projected {
            Message::new("legend-kind-of")
                .with("scenario", material.scenario.name.get(language))
                .with("kind", &*kind)
                .say(language)
        } else {
            kind.into_owned()
        };
        page.name(row, &name, self.layout.name_width)?;
        let levels = material.projection.levels(self.ix).unwrap_or_default();
        let ranks: Vec<u8> = self.ranks();
        for (step, level) in levels.iter().enumerate() {
            let near = step.saturating_sub(1)..=(step + 1).min(self.steps());
            let others = near.filter(|other| *other != step);
            let cell = |step| self.layout.origin_from_afar(self.ix, step);
            let mut belongs = vec![format!("{}={}", cell(step), look.rank)];
            let mut is_there = ranks[step] == look.rank;
            for other in others {
                belongs.push(format!("MAX({},{})={}", cell(step), cell(other), look.rank));
                is_there |= ranks[step].max(ranks[other]) == look.rank;
            }
            let at = self.layout.level_from_afar(self.ix, step);
            let formula = format!("IF(OR({}),{at},NA())", belongs.join(","));
            if is_there {
                page.formula(row, column(step), &formula, *level, &self.format())?;
            } else {
                page.words(row, column(step), &formula, "#N/A", &self.format())?;
            }
        }
        let hidden = ConditionalFormatError::new().set_format(style::left_out());
        page.sheet
            .add_conditional_format(row, column(0), row, column(self.steps()), &hidden)?;
        Ok(())
    }

    fn ranks(&self) -> Vec<u8> {
        let origins = self.layout.material.projection.origins(self.ix);
        origins.iter().map(|origin| look(*origin).rank).collect()
    }

    /// Lines that the legend leaves out: kinds that do not occur, and the base year, which is where each line begins.
    fn unnamed(&self, kinds: &[Kind]) -> Vec<usize> {
        let ranks = self.ranks();
        let is_unnamed = |kind: &Kind| match kind {
            Kind::Scenario(Origin::Base) => true,
            Kind::Scenario(origin) => !ranks.contains(&look(*origin).rank),
            _ => false,
        };
        (0..kinds.len())
            .filter(|place| is_unnamed(&kinds[*place]))
            .collect()
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
            .set_font(&small)
            .delete_entries(&self.unnamed(kinds));
        // Years that do not belong to a line leave a gap. Programs differ in what they do unless told.
        chart
            .show_empty_cells_as(ChartEmptyCells::Gaps)
            .show_na_as_empty_cell();
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
