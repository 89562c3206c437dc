//! Native charts of the headline indicators, over a table of their figures on the same sheet.

mod series;
mod targets;

use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{
    Chart, ChartEmptyCells, ChartFont, ChartLegendPosition, ChartLine, ColNum, Color, ConditionalFormatError,
    Format, RowNum, XlsxError,
};

use super::layout::{BASE_COLUMN, Layout, column};
use super::look::{DRAWN, look};
use super::page::{Done, Page};
use super::style;
use crate::figure::{Mode, Path, Role, tick_decimals, ticks, trajectory, unit};
use crate::model::{Origin, Projection};
use crate::plan::{Indicator, IndicatorIx};
use crate::text::{Message, safe, say};
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
        let basis = material.projection.kind(self.ix);
        let unit = unit(material.plan, self.indicator(), basis, language);
        page.text(self.top, 0, self.indicator().name.get(language), &style::header())?;
        page.text(self.top, 1, &unit, &style::header())?;
        for (step, year) in material.plan.years().enumerate() {
            page.figure(self.top, column(step), f64::from(year), &style::header_year())?;
        }
        let format = self.format();
        let comparable = |other: &Projection| other.kind(self.ix) == basis;
        let mut kinds = Vec::new();
        let mut row = self.top;
        if self.layout.promise_of(self.ix).is_some()
            && comparable(material.plan_path)
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
        for (n, line) in targets::lines(self.layout, self.ix).iter().enumerate() {
            row += 1;
            kinds.push(Kind::Target(n, line.is_mark()));
            line.write(page, row, &format)?;
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
            for stretch in 0..self.stretches(origin) {
                row += 1;
                kinds.push(Kind::Scenario(origin, stretch));
                self.scenario(page, row, origin, stretch)?;
            }
        }
        Ok(kinds)
    }

    /// Into how many lines the years of a kind are divided. Spreadsheets connect a line across years that it leaves out,
    /// so actuals with interpolated years between them need a line for each stretch; those beyond the third share one.
    fn stretches(&self, origin: Origin) -> usize {
        match origin {
            Origin::Actual => self.steps().div_ceil(2).min(3),
            _ => 1,
        }
    }

    fn format(&self) -> Format {
        let levels = self.layout.material.projection.levels(self.ix);
        style::figure(super::trajectories::largest(levels.unwrap_or_default()))
    }

    /// The years of one kind, and the years before and after to which its line leads. A line between two years is of the
    /// weaker kind of both, so that every year is connected once.
    fn scenario(&self, page: &mut Page<'_>, row: RowNum, origin: Origin, stretch: usize) -> Done {
        let material = self.layout.material;
        page.name(row, &self.name(origin, stretch), self.layout.name_width)?;
        let levels = material.projection.levels(self.ix).unwrap_or_default();
        let rank = look(origin).rank;
        let ranks = self.ranks();
        for (step, level) in levels.iter().enumerate() {
            let cell = |step| self.layout.origin_from_afar(self.ix, step);
            let mut reasons = vec![format!("{}={rank}", cell(step))];
            let mut is_there = ranks[step] == rank;
            for other in step.saturating_sub(1)..=(step + 1).min(self.steps()) {
                if other != step {
                    reasons.push(format!("MAX({},{})={rank}", cell(step), cell(other)));
                    is_there |= ranks[step].max(ranks[other]) == rank;
                }
            }
            let mut belongs = format!("OR({})", reasons.join(","));
            if self.stretches(origin) > 1 {
                let sign = if stretch + 1 == self.stretches(origin) {
                    ">="
                } else {
                    "="
                };
                belongs = format!("AND({belongs},{}{sign}{stretch})", self.gaps_before(step));
                let before = gaps(&ranks[..=step]);
                is_there &= before == stretch || (sign == ">=" && before > stretch);
            }
            let at = self.layout.level_from_afar(self.ix, step);
            let formula = format!("IF({belongs},{at},NA())");
            if is_there {
                page.formula(row, column(step), &formula, *level, &self.format())?;
            } else {
                page.words(row, column(step), &formula, "#N/A", &self.format())?;
            }
        }
        hide_gaps(page, row, self.steps())
    }

    fn name(&self, origin: Origin, stretch: usize) -> String {
        let material = self.layout.material;
        let kind = say(material.language, look(origin).legend);
        match (origin, stretch) {
            (Origin::Projected, _) => Message::new("legend-kind-of")
                .with("scenario", material.scenario.name.get(material.language))
                .with("kind", &*kind)
                .say(material.language),
            (_, 0) => kind.into_owned(),
            _ => Message::new("legend-stretch")
                .with("kind", &*kind)
                .with("number", stretch + 1)
                .say(material.language),
        }
    }

    /// How many stretches of interpolated years have begun by a step.
    fn gaps_before(&self, step: usize) -> String {
        let Some(before) = step.checked_sub(1) else {
            return "0".to_owned();
        };
        let rank = look(Origin::Interpolated).rank;
        let row = self.layout.origin_row(self.ix);
        let until = |first, last| {
            let first = self.layout.origin_from_afar(self.ix, first);
            format!("{first}:{}", row_col_to_cell(row, column(last)))
        };
        format!(
            "SUMPRODUCT(({}={rank})*({}<>{rank}))",
            until(1, step),
            until(0, before)
        )
    }

    fn ranks(&self) -> Vec<u8> {
        let origins = self.layout.material.projection.origins(self.ix);
        origins.iter().map(|origin| look(*origin).rank).collect()
    }

    /// Lines that the legend leaves out: kinds that do not occur, further stretches, and the base year, which is where each
    /// line begins.
    fn unnamed(&self, kinds: &[Kind]) -> Vec<usize> {
        let ranks = self.ranks();
        let is_unnamed = |kind: &Kind| match kind {
            Kind::Scenario(Origin::Base, _) => true,
            Kind::Scenario(origin, stretch) => *stretch > 0 || !ranks.contains(&look(*origin).rank),
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
        // What most programs do with #N/A anyway; LibreOffice draws zeros unless told.
        chart.show_empty_cells_as(ChartEmptyCells::Connected);
        chart
            .set_width(WIDTH)
            .set_height(HEIGHT)
            .set_alt_text(safe::workbook(
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

/// Has the years that a line leaves out look empty.
fn hide_gaps(page: &mut Page<'_>, row: RowNum, steps: usize) -> Done {
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

/// How many stretches of interpolated years there are.
fn gaps(ranks: &[u8]) -> usize {
    let rank = look(Origin::Interpolated).rank;
    let begins = |pair: &&[u8]| pair[0] != rank && pair[1] == rank;
    ranks.windows(2).filter(begins).count()
}
