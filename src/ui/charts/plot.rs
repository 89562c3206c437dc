//! One chart: axes, lines, targets.

use std::ops::RangeInclusive;

use eframe::egui::{self, Align2, Id, Rangef, Rect, RichText, Sense, Stroke, Ui};
use egui_plot::{
    AxisHints, GridMark, Line, LineStyle, MarkerShape, Plot, PlotBounds, PlotPoint, PlotUi, Points, Text,
    VLine,
};

use super::{moving, reading, targets};
use crate::figure::{self, Chart, ChartSeries, DataPoint, FigureAxis, MarkShape, Role, tick_decimals, ticks};
use crate::session::{Command, Session};
use crate::text::{Language, numbers};
use crate::ui::name_control;
use crate::ui::theme::Colours;
use crate::wording::percent;

/// Least distance between ticks of the vertical axis, in points.
const LEAST_TICK_SPACING: f32 = 45.0;
/// The height of a line of small text, in points.
const LINE_OF_TEXT: f32 = 15.0;
/// The spacing of dots in a dotted line, in points.
const DOTS: f32 = 6.0;
/// The gap between the divider and its label, in points.
const BESIDE_DIVIDER: f32 = 4.0;
/// The least height at which milestones show their figures, in points.
const ROOM_FOR_MILESTONES: f32 = 340.0;

pub(in crate::ui) fn draw(ui: &mut Ui, session: &Session, chart: &Chart, send: &mut Vec<Command>) {
    let view = session.view();
    let drag = moving::under_way(ui, chart);
    let plotted = show(
        ui,
        chart,
        drag.map(|drag| drag.range),
        (reading::year_pointed_at(ui), view.language),
    );
    let response = plotted.response.interact(Sense::click_and_drag());
    let words = chart.in_words(view.language, view.decimals);
    name_control(&response, egui::Role::Image, &words);
    reading::by_pointer(ui, chart, &response, &plotted.transform, view);
    moving::by_pointer(ui, session, chart, &response, &plotted.transform, drag, send);
    if response.has_focus() {
        let year = moving::by_keys(ui, session, chart, &response, send);
        reading::of_year(ui, chart, &response, &plotted.transform, (year, view));
    }
}

fn show(
    ui: &mut Ui,
    chart: &Chart,
    held: Option<(f64, f64)>,
    (hovered, language): (Option<i32>, Language),
) -> egui_plot::PlotResponse<()> {
    let colours = Colours::of(ui);
    let years = (f64::from(chart.first_year()), f64::from(chart.years.1));
    let height = ui.available_height();
    // The divider's label has the top of the plot to itself.
    let over = if chart.last_data.is_some_and(|last| last.year < chart.years.1) {
        LINE_OF_TEXT
    } else {
        0.0
    };
    let up = chart.up(language);
    let (low, high) = held.unwrap_or_else(|| up.range());
    let high = high + (high - low) * f64::from(over / (height - over).max(1.0));
    let marks = match &up {
        FigureAxis::Names(names) => (0..names.len()).map(|place| place as f64).collect(),
        _ => value_marks((low, high), height),
    };
    let decimals = tick_decimals(&marks);
    let grid: Vec<GridMark> = marks
        .iter()
        .map(|value| GridMark {
            value: *value,
            step_size: high - low,
        })
        .collect();
    // The ticks are chosen above, so the axes need not thin them out; only years on a very narrow chart must give way.
    let x_axis = AxisHints::new_x()
        .formatter(whole_year)
        .label_spacing(Rangef::new(30.0, 31.0));
    let y_axis = AxisHints::new_y()
        .formatter(move |mark, _| match &up {
            FigureAxis::Names(names) => names.get(mark.value as usize).cloned().unwrap_or_default(),
            _ => numbers::decimal(mark.value, decimals),
        })
        .label_spacing(Rangef::new(1.0, 2.0));
    let shown_years = (chart.first_year(), chart.years.1);
    still(Plot::new((chart.indicator, chart.mode)), colours)
        .height(height)
        .x_grid_spacer(move |_| year_marks(shown_years))
        .y_grid_spacer(move |_| grid.clone())
        .custom_x_axes(vec![x_axis])
        .custom_y_axes(vec![y_axis])
        .show(ui, |plot| {
            plot.set_plot_bounds(PlotBounds::from_min_max(
                [years.0 - 0.2, low],
                [years.1 + (0.07 * (years.1 - years.0)).max(0.35), high],
            ));
            if let Some(year) = hovered {
                let line = VLine::new("", f64::from(year))
                    .id(Id::unique((chart.indicator, "year")))
                    .stroke(Stroke::new(1.0, colours.outline))
                    .allow_hover(false);
                plot.vline(line);
            }
            let taken = draw_divider(plot, chart, language, colours);
            draw_history(plot, chart, colours);
            targets::draw(plot, chart, height, taken, colours);
            for series in &chart.series {
                draw_series(plot, chart, series, colours);
            }
            draw_milestones(plot, chart, (height, language), colours);
        })
}

/// The labelled values of the vertical axis. One at the very bottom would overlap the years, one at the very top the
/// unit.
fn value_marks((low, high): (f64, f64), height: f32) -> Vec<f64> {
    let mut marks = ticks(low, high, ((height / LEAST_TICK_SPACING) as usize).max(3));
    let half_line = (high - low) * 9.0 / f64::from(height.max(1.0));
    marks.retain(|value| *value > low + (high - low) * 0.04 && *value < high - half_line);
    marks
}

/// A plot fixed in place, whatever the pointer does: the pointer moves the scenario instead.
pub(in crate::ui) fn still<'a>(plot: Plot<'a>, colours: &Colours) -> Plot<'a> {
    plot.show_background(false)
        .grid_color(colours.grid)
        .grid_fade(1.0)
        .show_crosshair(false)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .label_formatter(|_| None)
}

/// A tick for every year, all alike.
fn year_marks((first, last): (i32, i32)) -> Vec<GridMark> {
    (first..=last)
        .map(|year| GridMark {
            value: f64::from(year),
            step_size: 1.0,
        })
        .collect()
}

fn whole_year(mark: GridMark, _range: &RangeInclusive<f64>) -> String {
    format!("{:.0}", mark.value)
}

/// Values before the base year: thin and grey, because nothing follows from them.
fn draw_history(plot: &mut PlotUi<'_>, chart: &Chart, colours: &Colours) {
    let points: Vec<[f64; 2]> = chart.past_points().into_iter().map(<[f64; 2]>::from).collect();
    if points.is_empty() {
        return;
    }
    let id = |part| Id::unique((chart.indicator, chart.mode, part));
    plot.points(
        Points::new("", points[..points.len() - 1].to_vec())
            .id(id("history marks"))
            .radius(2.0)
            .color(colours.text_weak)
            .allow_hover(false),
    );
    plot.line(
        Line::new("", points)
            .id(id("history"))
            .stroke(Stroke::new(1.0, colours.text_weak))
            .allow_hover(false),
    );
}

/// A thin line at the last data, labelled with the year up to which there are any; on its other side if there is no
/// room, and across it if neither side has any. Returns the label's place.
fn draw_divider(plot: &mut PlotUi<'_>, chart: &Chart, language: Language, colours: &Colours) -> Option<Rect> {
    let last = chart.last_data.filter(|last| last.year < chart.years.1)?;
    let width = plot.response().rect.width();
    let bounds = plot.plot_bounds();
    let at = f64::from(last.year);
    plot.vline(
        VLine::new("", at)
            .id(Id::unique((chart.indicator, chart.mode, "divider")))
            .stroke(Stroke::new(1.0, colours.text_weak))
            .allow_hover(false),
    );
    let text = last.in_words(language);
    let share = ((at - bounds.min()[0]) / (bounds.max()[0] - bounds.min()[0])) as f32;
    let air = (bounds.max()[0] - bounds.min()[0]) * f64::from(BESIDE_DIVIDER / width.max(1.0));
    let size = targets::size_of_text(plot, &text, colours);
    let room = size.x + 2.0 * BESIDE_DIVIDER;
    let (x, anchor) = if share * width > room {
        (at - air, Align2::RIGHT_TOP)
    } else if (1.0 - share) * width > room {
        (at + air, Align2::LEFT_TOP)
    } else {
        // Across the divider, because neither side has room for it.
        (bounds.max()[0] - air, Align2::RIGHT_TOP)
    };
    let top = bounds.max()[1];
    plot.text(
        Text::new("", PlotPoint::new(x, top), RichText::new(text).small())
            .color(colours.text_weak)
            .anchor(anchor)
            .allow_hover(false),
    );
    let corner = targets::ScreenTransform::of(plot).at(x, top);
    Some(anchor.anchor_size(corner, size))
}

/// Where official progress should be at the end of each year; with figures if there is room.
fn draw_milestones(
    plot: &mut PlotUi<'_>,
    chart: &Chart,
    (height, language): (f32, Language),
    colours: &Colours,
) {
    let points: Vec<[f64; 2]> = chart
        .milestones
        .iter()
        .map(|milestone| [f64::from(milestone.year), milestone.value])
        .collect();
    if points.is_empty() {
        return;
    }
    plot.points(
        Points::new("", points)
            .id(Id::unique((chart.indicator, "milestones")))
            .shape(MarkerShape::Diamond)
            .radius(3.0)
            .filled(true)
            .color(colours.plan)
            .allow_hover(false),
    );
    if height < ROOM_FOR_MILESTONES {
        return;
    }
    // Beside the line, on the side it turns away from.
    let falls = chart
        .milestones
        .first()
        .zip(chart.milestones.last())
        .is_some_and(|(first, last)| last.value < first.value);
    let anchor = if falls {
        Align2::LEFT_BOTTOM
    } else {
        Align2::LEFT_TOP
    };
    for milestone in &chart.milestones {
        let share = percent(numbers::shortest(milestone.share.round()), language);
        let at = PlotPoint::new(f64::from(milestone.year) + 0.03, milestone.value);
        let text = Text::new("", at, RichText::new(share).small())
            .color(colours.plan)
            .anchor(anchor)
            .allow_hover(false);
        plot.text(text);
    }
}

fn draw_series(plot: &mut PlotUi<'_>, chart: &Chart, series: &ChartSeries, colours: &Colours) {
    let id = |part: String| Id::unique((chart.indicator, series.role, part));
    if series.role == Role::Scenario {
        if !chart.is_marks {
            draw_strands(plot, series, colours, &id);
        }
        draw_dots(plot, (series, chart.is_marks), colours, &id);
        return;
    }
    if chart.is_marks {
        return;
    }
    let style = match series.role.dash() {
        None => LineStyle::Solid,
        Some(length) => LineStyle::Dashed { length },
    };
    let all: Vec<[f64; 2]> = series.points.iter().map(place).collect();
    plot.line(
        Line::new("", all)
            .id(id("line".to_owned()))
            .color(colours.role(series.role))
            .width(series.role.width())
            .style(style)
            .allow_hover(false),
    );
}

fn place(point: &DataPoint) -> [f64; 2] {
    [f64::from(point.year), point.value]
}

/// The scenario's line, each stretch styled by what it rests on.
fn draw_strands(plot: &mut PlotUi<'_>, series: &ChartSeries, colours: &Colours, id: &dyn Fn(String) -> Id) {
    for (n, (strand, points)) in series.strands().into_iter().enumerate() {
        let (style, width) = match strand.stroke() {
            figure::Stroke::Solid => (LineStyle::Solid, strand.width()),
            figure::Stroke::Dashed(length) => (LineStyle::Dashed { length }, strand.width()),
            // A dot's radius is the width given: as wide as the line, dots would close the gaps.
            figure::Stroke::Dotted => (LineStyle::Dotted { spacing: DOTS }, strand.width() * 0.5),
        };
        let points: Vec<[f64; 2]> = points.into_iter().map(<[f64; 2]>::from).collect();
        plot.line(
            Line::new("", points)
                .id(id(format!("strand {n}")))
                .color(colours.ink(strand.ink()))
                .width(width)
                .style(style)
                .allow_hover(false),
        );
    }
}

/// The egui_plot marker for a shape.
const fn shape(form: MarkShape) -> MarkerShape {
    match form {
        MarkShape::Circle | MarkShape::Tick => MarkerShape::Circle,
        MarkShape::Square => MarkerShape::Square,
        MarkShape::Triangle => MarkerShape::Up,
        MarkShape::Diamond => MarkerShape::Diamond,
        MarkShape::Tip => MarkerShape::Down,
    }
}

/// The radius of a mark, in points. Shapes with corners cover less than a disc of the same radius.
pub(super) const fn radius(form: MarkShape) -> f32 {
    match form {
        MarkShape::Tick => 2.0,
        MarkShape::Circle => 3.5,
        MarkShape::Square | MarkShape::Triangle | MarkShape::Diamond | MarkShape::Tip => 4.5,
    }
}

fn draw_dots(
    plot: &mut PlotUi<'_>,
    (series, all): (&ChartSeries, bool),
    colours: &Colours,
    id: &dyn Fn(String) -> Id,
) {
    for dot in series.dots(all) {
        let drawn = |part: &str, radius: f32, colour| {
            Points::new("", vec![place(&dot.point)])
                .id(id(format!("{part} {}", dot.point.year)))
                .shape(shape(dot.form))
                .radius(radius)
                .filled(true)
                .color(colour)
                .allow_hover(false)
        };
        plot.points(drawn("dot", radius(dot.form), colours.ink(dot.ink)));
        if dot.is_hollow {
            // Nor should the line show through a hollow mark.
            plot.points(drawn("inside", 2.0, colours.surface));
        }
    }
}
