//! The lines and marks of a chart.

use eframe::egui::{Color32, Painter, Pos2, Shape, Stroke, Vec2, vec2};

use super::dodge::PlotObstacles;
use super::scale::PlotScale;
use crate::figure::{self, Chart, ChartSeries, LineStretch, MarkShape, Milestone, Role};
use crate::text::{Language, numbers};
use crate::ui::pieces::{SMALL, line};
use crate::ui::theme::Colours;
use crate::wording::percent;

/// How much thinner lines are on screen than on paper.
const THINNER: f32 = 0.88;
/// The gap between dashes, and the distance of dots, in points.
const GAP: f32 = 4.0;
const DOTS: f32 = 5.0;
/// The width of the path before an edit, in points, and how much of its colour it keeps.
const GHOST: f32 = 2.0;
const GHOST_INK: f32 = 0.38;
/// The gap between a milestone and its figure, in points.
const BESIDE: Vec2 = Vec2::new(4.0, 2.0);
/// The least width and height at which milestones and their figures are shown, in points.
const ROOM_FOR_MILESTONES: f32 = 340.0;

/// Where lines and marks are drawn.
#[derive(Clone, Copy)]
pub(super) struct Canvas<'a> {
    pub painter: &'a Painter,
    pub scale: &'a PlotScale,
    pub colours: &'a Colours,
}

impl Canvas<'_> {
    pub fn line(&self, points: &[Pos2], stroke: Stroke, dash: Option<f32>) {
        match dash {
            None => {
                self.painter.add(Shape::line(points.to_vec(), stroke));
            }
            Some(dash) => {
                self.painter.extend(Shape::dashed_line(points, stroke, dash, GAP));
            }
        }
    }

    pub fn on_screen(&self, points: &[(f64, f64)]) -> Vec<Pos2> {
        points.iter().map(|point| self.scale.at(*point)).collect()
    }
}

/// The colour of the path before an edit.
pub(super) fn ghost_ink(colours: &Colours) -> Color32 {
    colours.scenario.gamma_multiply(GHOST_INK)
}

/// Everything that lies behind the scenario's own line.
pub(super) fn behind(canvas: Canvas<'_>, chart: &Chart, ghost: &[(f64, f64)]) {
    history(canvas, chart);
    for series in chart.series.iter().filter(|series| series.role != Role::Scenario) {
        if chart.is_marks {
            continue;
        }
        let points: Vec<Pos2> = points(series).map(|at| canvas.scale.at(at)).collect();
        let stroke = Stroke::new(series.role.width(), canvas.colours.role(series.role));
        canvas.line(&points, stroke, series.role.dash());
    }
    if ghost.len() > 1 {
        let stroke = Stroke::new(GHOST, ghost_ink(canvas.colours));
        canvas.line(&canvas.on_screen(ghost), stroke, None);
    }
}

/// The scenario's line, each stretch styled by what it rests on, and its marks.
pub(super) fn scenario(canvas: Canvas<'_>, chart: &Chart) {
    let Some(series) = chart.scenario() else { return };
    if !chart.is_marks {
        for (strand, points) in series.strands() {
            let colour = canvas.colours.ink(strand.ink());
            stretch(canvas, &canvas.on_screen(&points), strand, colour);
        }
    }
    for dot in series.dots(chart.is_marks) {
        let inside = dot.is_hollow.then_some(canvas.colours.surface);
        mark(
            canvas.painter,
            canvas.scale.at(dot.at()),
            dot.form,
            canvas.colours.ink(dot.ink),
            inside,
        );
    }
}

/// A stretch of a scenario's line.
pub(super) fn stretch(canvas: Canvas<'_>, points: &[Pos2], strand: LineStretch, colour: Color32) {
    let stroke = Stroke::new(strand.width() * THINNER, colour);
    match strand.stroke() {
        figure::Stroke::Solid => canvas.line(points, stroke, None),
        figure::Stroke::Dashed(dash) => canvas.line(points, stroke, Some(dash)),
        // A dot's radius is half the width of the line.
        figure::Stroke::Dotted => {
            let dots = Shape::dotted_line(points, colour, DOTS, stroke.width * 0.5);
            canvas.painter.extend(dots);
        }
    }
}

/// The radius of a mark, in points. Shapes with corners cover less than a disc of the same radius.
const fn radius(form: MarkShape) -> f32 {
    match form {
        MarkShape::Tick => 2.0,
        MarkShape::Circle => 3.5,
        MarkShape::Square | MarkShape::Triangle | MarkShape::Diamond | MarkShape::Tip => 4.5,
    }
}

/// A mark; hollow if the colour of its inside is given.
pub(super) fn mark(painter: &Painter, at: Pos2, form: MarkShape, colour: Color32, inside: Option<Color32>) {
    let radius = radius(form);
    match (corners(form), inside) {
        (Some(corners), _) => {
            let corners = corners.iter().map(|(x, y)| at + radius * vec2(*x, *y));
            painter.add(Shape::convex_polygon(corners.collect(), colour, Stroke::NONE));
        }
        // The line must not show through a hollow mark.
        (None, Some(inside)) => {
            painter.circle(at, radius - 0.75, inside, Stroke::new(1.5, colour));
        }
        (None, None) => {
            painter.circle_filled(at, radius, colour);
        }
    }
}

/// A mark outside of plots.
pub(in crate::ui) fn shape(painter: &Painter, at: Pos2, form: MarkShape, colour: Color32) {
    mark(painter, at, form, colour, None);
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

/// The points of a series, year and value.
pub(super) fn points(series: &ChartSeries) -> impl Iterator<Item = (f64, f64)> {
    series
        .points
        .iter()
        .map(|point| (f64::from(point.year), point.value))
}

/// Values before the base year: thin and grey, because nothing follows from them.
fn history(canvas: Canvas<'_>, chart: &Chart) {
    let past = chart.past_points();
    if past.is_empty() {
        return;
    }
    let weak = canvas.colours.text_weak;
    let points = canvas.on_screen(&past);
    for point in &points[..points.len() - 1] {
        canvas.painter.circle_filled(*point, 2.0, weak);
    }
    canvas.line(&points, Stroke::new(1.0, weak), None);
}

/// Where official progress should be at the end of each year, where there is room: the points and their figures. The last
/// one is the target, which is marked and labelled as such.
fn milestones_shown<'c>(
    canvas: Canvas<'c>,
    chart: &'c Chart,
) -> impl DoubleEndedIterator<Item = (&'c Milestone, Pos2)> {
    let size = canvas.scale.area.size();
    let has_room = size.x >= ROOM_FOR_MILESTONES && size.y >= ROOM_FOR_MILESTONES;
    let shown = if has_room { chart.milestones.len() } else { 0 };
    let at = move |milestone: &Milestone| canvas.scale.at((f64::from(milestone.year), milestone.value));
    let before_target = chart.milestones.iter().take(shown.saturating_sub(1));
    before_target.map(move |milestone| (milestone, at(milestone)))
}

/// The milestones' points.
pub(super) fn milestones(canvas: Canvas<'_>, chart: &Chart) {
    for (_, at) in milestones_shown(canvas, chart) {
        mark(canvas.painter, at, MarkShape::Diamond, canvas.colours.plan, None);
    }
}

/// The milestones' figures, each where it covers no line and no mark; the readout has those for which there is no place.
pub(super) fn milestone_figures(
    canvas: Canvas<'_>,
    chart: &Chart,
    obstacles: &mut PlotObstacles,
    language: Language,
) {
    let colour = canvas.colours.plan;
    let falls = match (chart.milestones.first(), chart.milestones.last()) {
        (Some(first), Some(last)) => last.value < first.value,
        _ => return,
    };
    for (milestone, at) in milestones_shown(canvas, chart) {
        let share = percent(numbers::shortest(milestone.share.round()), language);
        let text = line(canvas.painter, share, SMALL, colour, f32::INFINITY);
        let beside = BESIDE + text.size() / 2.0;
        // First on the side that the even path turns away from.
        let down = if falls { -1.0 } else { 1.0 };
        let near = [(1.0, down), (-1.0, -down), (1.0, 2.0 * down), (-1.0, -2.0 * down)];
        let near = near.map(|(across, up)| at + vec2(across * beside.x, up * beside.y));
        if let Some(place) = obstacles.free(text.size(), near.into_iter()) {
            canvas.painter.galley(place.min, text, colour);
        }
    }
}
