//! The legend of all charts.

use std::collections::HashSet;

use eframe::egui::{
    Color32, Painter, Rect, Role, Sense, Shape, Stroke, TextStyle, Ui, WidgetInfo, pos2, vec2,
};

use super::plot::radius;
use crate::figure::{Chart, DataPoint, LineStretch, MarkShape, Role as Line};
use crate::model::Origin;
use crate::text::{Language, say};
use crate::ui::theme::Colours;

/// Width of a sample, in points.
const SAMPLE: f32 = 24.0;
/// Line width in samples, in points.
const SAMPLE_WIDTH: f32 = 2.0;

/// What the scenario's line rests on, as far as it occurs in these charts; then the other lines in the order given, and
/// targets.
pub(in crate::ui) fn draw(ui: &mut Ui, language: Language, lines: &[(Line, &str)], charts: &[Chart]) {
    let colours = Colours::of(ui);
    let scenarios = charts.iter().filter_map(Chart::scenario);
    let is_line = |chart: &Chart, strand| !chart.is_marks || has_usual_mark(strand);
    let strands: HashSet<LineStretch> = charts
        .iter()
        .flat_map(|chart| strands(chart).filter(move |strand| is_line(chart, *strand)))
        .collect();
    let origins: Vec<Origin> = scenarios
        .flat_map(|series| series.points.iter().skip(1).map(|point| point.origin))
        .collect();
    let has_interpolated = origins.contains(&Origin::Interpolated);
    // Interpolated values need no actual of the indicator itself.
    let is_named = |strand: &LineStretch| *strand != LineStretch::Known || origins.contains(&Origin::Actual);
    ui.horizontal_wrapped(|ui| {
        for strand in LineStretch::ALL
            .into_iter()
            .filter(|strand| strands.contains(strand))
        {
            let colour = colours.ink(strand.ink());
            if is_named(&strand) {
                entry(ui, &say(language, strand.message()), |painter, place| {
                    stretch(painter, place, colour, strand);
                    if let Some((_, is_hollow)) = strand.mark() {
                        dot(painter, place, colour, is_hollow.then_some(colours.surface));
                    }
                });
            }
            if strand == LineStretch::Known && has_interpolated {
                entry(ui, &say(language, "strand-interpolated"), |painter, place| {
                    stretch(painter, place, colour, strand);
                    dot(painter, place, colour, Some(colours.surface));
                });
            }
        }
        lone_marks(ui, language, charts);
        // The entries above are about the scenario's own line.
        for (role, name) in lines.iter().filter(|(role, _)| *role != Line::Scenario) {
            let colour = colours.role(*role);
            entry(ui, name, |painter, place| {
                line(painter, place, colour, (role.dash(), SAMPLE_WIDTH));
            });
        }
        if charts.iter().any(|chart| !chart.history.is_empty()) {
            entry(ui, &say(language, "legend-history"), |painter, place| {
                let ends = [place.left_center(), place.right_center()];
                painter.line_segment(ends, Stroke::new(1.0, colours.text_weak));
            });
        }
        if let Some(name) = Chart::brackets_in_words(charts, language) {
            entry(ui, &name, |painter, place| {
                let (left, right) = (place.left() + 5.0, place.right() - 5.0);
                let (y, end) = (place.center().y + 2.0, place.center().y - 2.0);
                let corners = [pos2(left, end), pos2(left, y), pos2(right, y), pos2(right, end)];
                painter.line(corners.to_vec(), Stroke::new(2.0, colours.text));
            });
        }
    });
}

/// The marks of charts without lines, if they have shapes of their own.
fn lone_marks(ui: &mut Ui, language: Language, charts: &[Chart]) {
    let colours = Colours::of(ui);
    let alone = charts.iter().filter(|chart| chart.is_marks);
    let strands: HashSet<LineStretch> = alone.flat_map(strands).collect();
    let is_shown = |strand: &LineStretch| strands.contains(strand) && !has_usual_mark(*strand);
    for strand in LineStretch::ALL.into_iter().filter(is_shown) {
        let (form, _) = strand.lone_mark();
        let colour = colours.ink(strand.ink());
        entry(ui, &say(language, strand.message()), |painter, place| {
            let (centre, radius) = (place.center(), radius(form));
            match corners(form) {
                Some(corners) => {
                    let corners = corners.iter().map(|(x, y)| centre + radius * vec2(*x, *y));
                    painter.add(Shape::convex_polygon(corners.collect(), colour, Stroke::NONE));
                }
                None => {
                    painter.circle_filled(centre, radius, colour);
                }
            }
        });
    }
}

/// The strands of the years of a chart's scenario, except the base year.
fn strands(chart: &Chart) -> impl Iterator<Item = LineStretch> {
    let points = chart.scenario().into_iter().flat_map(|series| &series.points);
    points.skip(1).map(DataPoint::strand)
}

/// Whether a strand's mark is the same with a line and without.
fn has_usual_mark(strand: LineStretch) -> bool {
    strand.mark() == Some(strand.lone_mark())
}

/// The corners of a shape, in multiples of its radius; `None` for round ones.
const fn corners(form: MarkShape) -> Option<&'static [(f32, f32)]> {
    Some(match form {
        MarkShape::Circle | MarkShape::Tick => return None,
        MarkShape::Square => &[(-0.7, -0.7), (0.7, -0.7), (0.7, 0.7), (-0.7, 0.7)],
        MarkShape::Diamond => &[(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)],
        MarkShape::Triangle => &[(0.0, -1.0), (0.9, 0.7), (-0.9, 0.7)],
        MarkShape::Tip => &[(0.0, 1.0), (0.9, -0.7), (-0.9, -0.7)],
    })
}

/// A mark in the middle of a sample; hollow if a fill colour is given.
fn dot(painter: &Painter, place: Rect, colour: Color32, inside: Option<Color32>) {
    painter.circle_filled(place.center(), 3.5, colour);
    if let Some(inside) = inside {
        painter.circle_filled(place.center(), 2.0, inside);
    }
}

/// A stretch of the scenario's line.
fn stretch(painter: &Painter, place: Rect, colour: Color32, strand: LineStretch) {
    let ends = [place.left_center(), place.right_center()];
    // Thinner by the same ratio as in the charts.
    let width = SAMPLE_WIDTH * strand.width() / Line::Scenario.width();
    match strand.stroke() {
        crate::figure::Stroke::Solid => line(painter, place, colour, (None, width)),
        crate::figure::Stroke::Dashed(dash) => line(painter, place, colour, (Some(dash), width)),
        crate::figure::Stroke::Dotted => {
            painter.extend(Shape::dotted_line(&ends, colour, 5.0, 1.25));
        }
    }
}

/// A sample and its name, kept together when the legend wraps.
fn entry(ui: &mut Ui, name: &str, sample: impl FnOnce(&Painter, Rect)) {
    let colour = ui.visuals().text_color();
    let font = TextStyle::Small.resolve(ui.style());
    let galley = ui.painter().layout_no_wrap(name.to_owned(), font, colour);
    let size = vec2(SAMPLE + 6.0 + galley.size().x, galley.size().y);
    let (place, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    sample(ui.painter(), place.with_max_x(place.left() + SAMPLE));
    let text = pos2(place.left() + SAMPLE + 6.0, place.top());
    ui.painter().galley(text, galley, colour);
}

/// A short line segment, as in the charts.
fn line(painter: &Painter, place: Rect, colour: Color32, (dash, width): (Option<f32>, f32)) {
    let ends = [place.left_center(), place.right_center()];
    let stroke = Stroke::new(width, colour);
    match dash {
        None => {
            painter.line_segment(ends, stroke);
        }
        Some(dash) => {
            painter.extend(Shape::dashed_line(&ends, stroke, dash, 3.0));
        }
    }
}
