//! The headline charts.

use std::ops::RangeInclusive;

use eframe::egui::{self, Frame, Id, Margin, Rangef, RichText, ScrollArea, Stroke, Ui, WidgetInfo};
use egui_plot::{
    AxisHints, GridMark, HLine, Line, LineStyle, MarkerShape, Plot, PlotBounds, PlotPoints, PlotUi, Points,
    Polygon,
};

use super::theme::Colours;
use crate::figure::{Chart, Mark, Role, Series, TargetLine, tick_decimals, ticks, trajectory};
use crate::session::Session;
use crate::text::{Language, numbers, say, say_with};

/// Smallest useful chart, in points.
const LEAST_SIZE: egui::Vec2 = egui::vec2(225.0, 170.0);
const GAP: f32 = 6.0;
/// Between marks of the level axis, in points.
const LEAST_TICK_SPACING: f32 = 45.0;

pub(super) fn draw(ui: &mut Ui, session: &Session) {
    let language = session.view().language;
    let document = session.document();
    legend(ui, language);
    ui.spacing_mut().item_spacing = egui::vec2(GAP, GAP);
    let headline = &document.plan().headline;
    let columns = if ui.available_width() < 2.0 * LEAST_SIZE.x + GAP {
        1
    } else {
        2
    };
    let rows = headline.len().div_ceil(columns).max(1) as f32;
    let wanted = (ui.available_height() - GAP * (rows - 1.0)) / rows;
    // Where the charts do not fit, they scroll instead of shrinking to nothing.
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let cell = egui::vec2(
            (ui.available_width() - GAP * (columns as f32 - 1.0)) / columns as f32,
            wanted.max(LEAST_SIZE.y),
        );
        for row in headline.chunks(columns) {
            ui.horizontal(|ui| {
                for ix in row {
                    let chart = trajectory(
                        document.plan(),
                        document.projection(),
                        document.plan_path(),
                        *ix,
                        language,
                    );
                    ui.allocate_ui(cell, |ui| card(ui, &chart, cell, language));
                }
            });
        }
    });
}

fn legend(ui: &mut Ui, language: Language) {
    let colours = Colours::of(ui);
    ui.horizontal_wrapped(|ui| {
        for (colour, dash, label) in [
            (colours.scenario, None, "legend-scenario"),
            (colours.plan, Some(4.0), "legend-plan"),
            (colours.target, Some(2.0), "legend-target"),
        ] {
            sample(ui, colour, dash);
            ui.label(RichText::new(say(language, label)).small());
            ui.add_space(6.0);
        }
        let (rect, _) = ui.allocate_exact_size(egui::vec2(10.0, 12.0), egui::Sense::hover());
        ui.painter().rect_filled(
            egui::Rect::from_center_size(rect.center(), egui::vec2(7.0, 7.0)),
            0.0,
            colours.scenario,
        );
        ui.label(RichText::new(say(language, "legend-actual")).small());
    });
}

/// A short piece of line, as in the charts.
fn sample(ui: &mut Ui, colour: egui::Color32, dash: Option<f32>) {
    let (rect, _) = ui.allocate_exact_size(egui::vec2(24.0, 12.0), egui::Sense::hover());
    let line = [rect.left_center(), rect.right_center()];
    let stroke = Stroke::new(2.0, colour);
    match dash {
        None => {
            ui.painter().line_segment(line, stroke);
        }
        Some(dash) => {
            ui.painter()
                .extend(egui::Shape::dashed_line(&line, stroke, dash, 3.0));
        }
    }
}

fn card(ui: &mut Ui, chart: &Chart, size: egui::Vec2, language: Language) {
    let colours = Colours::of(ui);
    Frame::new()
        .fill(colours.surface)
        .stroke(Stroke::new(1.0, colours.outline))
        .corner_radius(6)
        .inner_margin(Margin::same(8))
        .show(ui, |ui| {
            ui.set_min_size(size - egui::vec2(18.0, 18.0));
            ui.set_max_size(size - egui::vec2(18.0, 18.0));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                ui.add(egui::Label::new(RichText::new(&chart.title).strong()).truncate());
                ui.add(
                    egui::Label::new(RichText::new(&chart.unit).small().color(colours.text_weak)).truncate(),
                );
                if chart.series.is_empty() {
                    ui.label(RichText::new(say(language, "chart-no-base")).color(colours.text_weak));
                } else {
                    plot(ui, chart, language);
                }
            });
        });
}

fn plot(ui: &mut Ui, chart: &Chart, language: Language) {
    let colours = Colours::of(ui);
    let (low, high) = chart.level_range();
    let years = (f64::from(chart.years.0), f64::from(chart.years.1));
    let height = ui.available_height();
    let mut marks = ticks(low, high, ((height / LEAST_TICK_SPACING) as usize).max(3));
    // A mark at the very bottom would stand on the years.
    marks.retain(|level| *level > low + (high - low) * 0.04);
    let decimals = tick_decimals(&marks);
    let level_marks: Vec<GridMark> = marks
        .iter()
        .map(|level| GridMark {
            value: *level,
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
    let response = Plot::new(chart.indicator)
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
        .y_grid_spacer(move |_| level_marks.clone())
        .custom_x_axes(vec![x_axis])
        .custom_y_axes(vec![y_axis])
        .label_formatter(move |_| None)
        .show(ui, |plot| {
            plot.set_plot_bounds(PlotBounds::from_min_max(
                [years.0 - 0.2, low],
                [years.1 + 0.35, high],
            ));
            if let Some(target) = chart.target {
                draw_target(plot, chart, target, colours);
            }
            for series in &chart.series {
                draw_series(plot, chart, series, colours);
            }
        });
    response
        .response
        .widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, in_words(chart, language)));
    response.response.on_hover_ui(|ui| reading(ui, chart, language));
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
    let region = vec![[from, target.level], [to, target.level], [to, edge], [from, edge]];
    plot.polygon(
        Polygon::new("", PlotPoints::from(region))
            .id(Id::unique((chart.indicator, "region")))
            .fill_color(colours.target.gamma_multiply(0.18))
            .stroke(Stroke::NONE)
            .allow_hover(false),
    );
    plot.hline(
        HLine::new("", target.level)
            .id(Id::unique((chart.indicator, "target")))
            .stroke(Stroke::new(1.5, colours.target))
            .style(LineStyle::Dotted { spacing: 5.0 })
            .allow_hover(false),
    );
}

fn draw_series(plot: &mut PlotUi<'_>, chart: &Chart, series: &Series, colours: &Colours) {
    let colour = colours.role(series.role);
    let points = |wanted: Option<Mark>| -> Vec<[f64; 2]> {
        let chosen = series
            .points
            .iter()
            .filter(|point| wanted.is_none_or(|mark| point.mark == mark));
        chosen.map(|point| [f64::from(point.year), point.level]).collect()
    };
    let (width, style) = match series.role {
        Role::Scenario => (2.5, LineStyle::Solid),
        Role::Plan => (1.5, LineStyle::Dashed { length: 6.0 }),
    };
    let id = |part: &str| Id::unique((chart.indicator, series.role == Role::Plan, part.to_owned()));
    plot.line(
        Line::new("", points(None))
            .id(id("line"))
            .color(colour)
            .width(width)
            .style(style)
            .allow_hover(false),
    );
    if series.role == Role::Plan {
        return;
    }
    for (mark, shape, radius, filled) in [
        (Mark::Plain, MarkerShape::Circle, 3.0, true),
        (Mark::Actual, MarkerShape::Square, 4.0, true),
        (Mark::Interpolated, MarkerShape::Square, 4.0, false),
    ] {
        let points = points(Some(mark));
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

/// What the chart says, for those who cannot see it.
fn in_words(chart: &Chart, language: Language) -> String {
    let mut text = format!("{} ({})", chart.title, chart.unit);
    for series in &chart.series {
        let (Some(first), Some(last)) = (series.points.first(), series.points.last()) else {
            continue;
        };
        text += &say_with(
            language,
            "chart-series-in-words",
            &[
                ("name", &say(language, role_label(series.role))),
                ("first", &numbers::level(first.level)),
                ("firstyear", &first.year.to_string()),
                ("last", &numbers::level(last.level)),
                ("lastyear", &last.year.to_string()),
            ],
        );
    }
    if let Some(target) = chart.target {
        text += &say_with(
            language,
            "chart-target-in-words",
            &[("level", &numbers::level(target.level))],
        );
    }
    text
}

const fn role_label(role: Role) -> &'static str {
    match role {
        Role::Scenario => "legend-scenario",
        Role::Plan => "legend-plan",
    }
}

/// Every year's levels, on hover.
fn reading(ui: &mut Ui, chart: &Chart, language: Language) {
    ui.strong(&chart.title);
    egui::Grid::new("reading").spacing([14.0, 2.0]).show(ui, |ui| {
        ui.label("");
        for series in chart.series.iter().rev() {
            ui.label(RichText::new(say(language, role_label(series.role))).small());
        }
        ui.end_row();
        let Some(first) = chart.series.first() else { return };
        for (row, point) in first.points.iter().enumerate() {
            ui.label(point.year.to_string());
            for series in chart.series.iter().rev() {
                let level = series.points.get(row).map(|point| numbers::level(point.level));
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.label(level.unwrap_or_default());
                });
            }
            ui.end_row();
        }
    });
}
