//! The native chart of the sheet.

use rust_xlsxwriter::{
    Chart, ChartAxisCrossing, ChartAxisLabelPosition, ChartFont, ChartLegendPosition, ChartLine,
    ChartSolidFill, Color, RowNum,
};

use super::{HEAD, PROGRESS, SHARE_DUE, behind};
use crate::export::xlsx::layout::Layout;
use crate::export::xlsx::style;
use crate::text::{safe, say};

/// Bars of progress beside bars of the share due, the first target at the top.
pub(super) fn chart(layout: &Layout<'_>, first: RowNum, rows: RowNum) -> Chart {
    let sheet = layout.names.progress.as_str();
    let language = layout.input.language;
    let last = first + rows - 1;
    let mut chart = Chart::new_bar();
    for (offset, colour) in [(PROGRESS, style::SCENARIO), (SHARE_DUE, style::EVEN_PATH)] {
        let place = behind(layout, offset);
        let series = chart.add_series();
        series
            .set_name((sheet, HEAD, place))
            .set_categories((sheet, first, 0, last, 0))
            .set_values((sheet, first, place, last, place))
            .set_gap(60)
            .set_format(ChartSolidFill::new().set_color(colour));
    }
    let mut small = ChartFont::new();
    small.set_size(9).set_color(Color::RGB(0x0040_4652));
    let title = say(language, "sheet-progress-chart");
    chart
        .title()
        .set_name(&*title)
        .set_font(ChartFont::new().set_size(13));
    // The first target stands at the top, and names stand beside the plot even where bars go below zero.
    chart
        .y_axis()
        .set_font(&small)
        .set_reverse()
        .set_crossing(ChartAxisCrossing::Max)
        .set_label_position(ChartAxisLabelPosition::Low)
        .set_major_gridlines(false);
    chart
        .x_axis()
        .set_font(&small)
        .set_num_format("0%")
        .set_major_gridlines(true)
        .set_major_gridlines_line(ChartLine::new().set_color(Color::RGB(0x00DD_E1E8)));
    chart
        .legend()
        .set_position(ChartLegendPosition::Bottom)
        .set_font(&small);
    chart
        .set_width(860)
        .set_height(140 + 30 * rows)
        .set_alt_text(safe::workbook(&title));
    chart
}
