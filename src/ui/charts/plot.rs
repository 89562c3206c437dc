//! One chart: axes, lines, target, reading, and points to drag.

use std::ops::RangeInclusive;

use eframe::egui::{self, Id, Rangef, RichText, Sense, Stroke, Ui};
use egui_plot::{
    AxisHints, GridMark, HLine, Line, LineStyle, MarkerShape, Plot, PlotBounds, PlotPoints, PlotTransform,
    PlotUi, Points, Polygon, VLine,
};

use crate::figure::{Chart, Mark, Measure, Point, Role, Series, TargetLine, tick_decimals, ticks};
use crate::plan::IndicatorIx;
use crate::scenario::Rates;
use crate::session::{Command, Phase, Session};
use crate::text::{Language, numbers, say};
use crate::ui::name_control;
use crate::ui::theme::Colours;

/// Between marks of the vertical axis, in points.
const LEAST_TICK_SPACING: f32 = 45.0;

/// A drag under way: which year is dragged, and the axis as it was at the start. An axis that followed the drag would
/// run away under the pointer.
#[derive(Clone, Copy)]
struct Drag {
    step: usize,
    range: (f64, f64),
}

pub(super) fn draw(ui: &mut Ui, session: &Session, chart: &Chart, send: &mut Vec<Command>) {
    let language = session.view().language;
    let drag_id = Id::unique(("drag", chart.indicator));
    let drag = ui.data(|data| data.get_temp::<Drag>(drag_id));
    let (low, high) = drag.map_or_else(|| chart.value_range(), |drag| drag.range);
    let hovered = ui.data(|data| data.get_temp::<i32>(Id::unique("hovered year")));
    let plotted = show(ui, chart, (low, high), hovered);
    let response = plotted.response.interact(Sense::click_and_drag());
    name_control(&response, egui::Role::Image, &chart.in_words(language));
    let year = response
        .hover_pos()
        .map(|pos| nearest_year(chart, &plotted.transform, pos));
    read(ui, chart, &response, year, language);
    drag_point(ui, session, chart, &response, &plotted.transform, drag, send);
}

/// Tells every chart which year the pointer is on, and reads out this chart's values in that year.
fn read(ui: &Ui, chart: &Chart, response: &egui::Response, year: Option<i32>, language: Language) {
    let id = Id::unique("hovered year");
    let owner = Id::unique("hovered chart");
    if let Some(year) = year {
        ui.data_mut(|data| {
            data.insert_temp(id, year);
            data.insert_temp(owner, chart.indicator);
        });
        response
            .clone()
            .on_hover_ui_at_pointer(|ui| reading(ui, chart, year, language));
    } else if ui.data(|data| data.get_temp::<IndicatorIx>(owner)) == Some(chart.indicator) {
        ui.data_mut(|data| {
            data.remove::<i32>(id);
            data.remove::<IndicatorIx>(owner);
        });
    }
}

/// Lets the scenario's points be dragged, for indicators that have rates and for years that are not past.
fn drag_point(
    ui: &Ui,
    session: &Session,
    chart: &Chart,
    response: &egui::Response,
    transform: &PlotTransform,
    drag: Option<Drag>,
    send: &mut Vec<Command>,
) {
    let document = session.document();
    let ix = chart.indicator;
    if !document.plan().get(ix).is_lever() {
        return;
    }
    let id = Id::unique(("drag", ix));
    if response.drag_started()
        && let Some(pos) = response.interact_pointer_pos()
    {
        let step = usize::try_from(nearest_year(chart, transform, pos) - chart.years.0).unwrap_or(0);
        if step > document.projection().last_actual(ix) {
            ui.data_mut(|data| {
                data.insert_temp(
                    id,
                    Drag {
                        step,
                        range: chart.value_range(),
                    },
                )
            });
        }
    }
    if response.dragged()
        && let (Some(drag), Some(pos)) = (drag, response.interact_pointer_pos())
        && let Some(rates) = rates_at(session, chart, drag, transform.value_from_position(pos).y)
        // A pointer that is held still asks for nothing new, and so for no new frame.
        && document.scenario().rates.get(ix) != Some(&rates)
    {
        send.push(Command::SetRates {
            lever: ix,
            rates,
            phase: Phase::Live,
        });
    }
    if response.drag_stopped() && drag.is_some() {
        ui.data_mut(|data| data.remove::<Drag>(id));
        send.push(Command::FinishEdit);
    }
}

/// The rates that bring the dragged point to `value` on the axis.
fn rates_at(session: &Session, chart: &Chart, drag: Drag, value: f64) -> Option<Rates> {
    let document = session.document();
    let ix = chart.indicator;
    let projection = document.projection();
    let levels = projection.levels(ix)?;
    let measure = Measure::new(
        document.plan(),
        ix,
        projection.basis(ix),
        levels[0],
        session.view().mode,
    )?;
    let before = drag.step.checked_sub(1).map(|before| levels[before]);
    let level = measure.level(value, before)?;
    // What a drag can reach stays within the indicator's bounds.
    let (lowest, highest) = document
        .plan()
        .get(ix)
        .bounds
        .unwrap_or((f64::NEG_INFINITY, f64::INFINITY));
    document.rates_to(ix, drag.step, level.clamp(lowest, highest))
}

fn nearest_year(chart: &Chart, transform: &PlotTransform, pos: egui::Pos2) -> i32 {
    let year = transform.value_from_position(pos).x.round() as i32;
    year.clamp(chart.years.0, chart.years.1)
}

fn show(
    ui: &mut Ui,
    chart: &Chart,
    (low, high): (f64, f64),
    hovered: Option<i32>,
) -> egui_plot::PlotResponse<()> {
    let colours = Colours::of(ui);
    let years = (f64::from(chart.years.0), f64::from(chart.years.1));
    let height = ui.available_height();
    let mut marks = ticks(low, high, ((height / LEAST_TICK_SPACING) as usize).max(3));
    // A mark at the very bottom would stand on the years.
    marks.retain(|value| *value > low + (high - low) * 0.04);
    let decimals = tick_decimals(&marks);
    let value_marks: Vec<GridMark> = marks
        .iter()
        .map(|value| GridMark {
            value: *value,
            step_size: high - low,
        })
        .collect();
    // The marks are chosen above, so the axes need not thin them out; only years on a very narrow chart must give way.
    let x_axis = AxisHints::new_x()
        .formatter(whole_year)
        .label_spacing(Rangef::new(30.0, 31.0));
    let y_axis = AxisHints::new_y()
        .formatter(move |mark, _| numbers::decimal(mark.value, decimals))
        .label_spacing(Rangef::new(1.0, 2.0));
    Plot::new(chart.indicator)
        .height(height)
        .show_background(false)
        .grid_color(colours.grid)
        .grid_fade(1.0)
        .show_crosshair(false)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .x_grid_spacer(move |_| year_marks(chart.years))
        .y_grid_spacer(move |_| value_marks.clone())
        .custom_x_axes(vec![x_axis])
        .custom_y_axes(vec![y_axis])
        .label_formatter(move |_| None)
        .show(ui, |plot| {
            plot.set_plot_bounds(PlotBounds::from_min_max(
                [years.0 - 0.2, low],
                [years.1 + 0.35, high],
            ));
            if let Some(year) = hovered {
                let line = VLine::new("", f64::from(year))
                    .id(Id::unique((chart.indicator, "year")))
                    .stroke(Stroke::new(1.0, colours.outline))
                    .allow_hover(false);
                plot.vline(line);
            }
            if let Some(target) = chart.target {
                draw_target(plot, chart, target, colours);
            }
            for series in &chart.series {
                draw_series(plot, chart, series, colours);
            }
        })
}

/// A mark for every year, all alike.
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

/// A line at the target's level and a faint region where it is met in the last year.
fn draw_target(plot: &mut PlotUi<'_>, chart: &Chart, target: TargetLine, colours: &Colours) {
    let bounds = plot.plot_bounds();
    let last = f64::from(chart.years.1);
    let edge = if target.is_ceiling {
        bounds.min()[1]
    } else {
        bounds.max()[1]
    };
    let (from, to) = (last - 0.18, last + 0.18);
    let region = vec![[from, target.value], [to, target.value], [to, edge], [from, edge]];
    plot.polygon(
        Polygon::new("", PlotPoints::from(region))
            .id(Id::unique((chart.indicator, "region")))
            .fill_color(colours.target.gamma_multiply(0.18))
            .stroke(Stroke::NONE)
            .allow_hover(false),
    );
    plot.hline(
        HLine::new("", target.value)
            .id(Id::unique((chart.indicator, "target")))
            .stroke(Stroke::new(1.5, colours.target))
            .style(LineStyle::Dotted { spacing: 5.0 })
            .allow_hover(false),
    );
}

fn draw_series(plot: &mut PlotUi<'_>, chart: &Chart, series: &Series, colours: &Colours) {
    let colour = colours.role(series.role);
    let positions = |wanted: &dyn Fn(&Point) -> bool| -> Vec<[f64; 2]> {
        let chosen = series.points.iter().filter(|point| wanted(point));
        chosen.map(|point| [f64::from(point.year), point.value]).collect()
    };
    let style = match series.role.dash() {
        None => LineStyle::Solid,
        Some(length) => LineStyle::Dashed { length },
    };
    let id = |part: &str| Id::unique((chart.indicator, series.role, part.to_owned()));
    plot.line(
        Line::new("", positions(&|_| true))
            .id(id("line"))
            .color(colour)
            .width(series.role.width())
            .style(style)
            .allow_hover(false),
    );
    if series.role != Role::Scenario {
        return;
    }
    for (mark, shape, radius, filled) in [
        (Mark::Plain, MarkerShape::Circle, 3.0, true),
        (Mark::Actual, MarkerShape::Square, 4.0, true),
        (Mark::Interpolated, MarkerShape::Square, 4.0, false),
    ] {
        let points = positions(&|point| point.mark == mark);
        if !points.is_empty() {
            plot.points(
                Points::new("", points)
                    .id(id(&format!("{mark:?}")))
                    .shape(shape)
                    .radius(radius)
                    .filled(filled)
                    .color(colour)
                    .allow_hover(false),
            );
        }
    }
}

/// Every series' value in one year.
fn reading(ui: &mut Ui, chart: &Chart, year: i32, language: Language) {
    ui.strong(format!("{} {year}", chart.title));
    egui::Grid::new("reading").spacing([14.0, 2.0]).show(ui, |ui| {
        for series in chart.series.iter().rev() {
            ui.label(RichText::new(&series.name).small());
            let value = series
                .at(year)
                .map_or_else(|| "–".to_owned(), |point| numbers::level(point.value));
            ui.label(value);
            ui.end_row();
        }
        if let Some(target) = chart.target {
            ui.label(RichText::new(say(language, "legend-target")).small());
            ui.label(numbers::level(target.value));
            ui.end_row();
        }
    });
}
