//! A chart's targets: brackets in the years they are due, and their labels.

use eframe::egui::{Color32, Pos2, Rect, Stroke, StrokeKind, pos2, vec2};

use super::dodge::PlotObstacles;
use super::labels::Tag;
use super::lines::{Canvas, points};
use crate::figure::{Chart, Mode, Role, TargetLine};
use crate::plan::Form;
use crate::session::Session;
use crate::text::Message;
use crate::ui::pieces::{NOTE, line, parts_in_rows, rows};
use crate::ui::theme::Colours;
use crate::wording::{mark_in_words, mark_level, shortfall};

/// The length of the bent ends of a target's bracket, half its width in the last year, and the gap to a label in the
/// plot, in points.
const BENT: f32 = 4.0;
const HALF: f32 = 9.0;
const BESIDE_BRACKET: f32 = 5.0;

/// Draws the brackets, open to the side on which the targets are met.
pub(super) fn brackets(canvas: Canvas<'_>, chart: &Chart) {
    let stroke = Stroke::new(2.0, canvas.colours.text);
    for target in &chart.targets {
        if target.is_done {
            let at = canvas.scale.at((f64::from(target.years.1), target.value));
            let place = Rect::from_center_size(at, vec2(12.0, 12.0));
            canvas.painter.rect_stroke(place, 0.0, stroke, StrokeKind::Middle);
            continue;
        }
        for ((left, right), low) in across(canvas, target) {
            let y = canvas.scale.y(low);
            if let Some(upper) = target.upper {
                let band = Rect::from_min_max(pos2(left, canvas.scale.y(upper)), pos2(right, y));
                let shade = canvas.colours.text.gamma_multiply(0.1);
                canvas.painter.rect_filled(band, 0.0, shade);
                bracket(canvas, (left, right), canvas.scale.y(upper), false, stroke);
            }
            let opens_up = !target.is_ceiling || target.upper.is_some();
            bracket(canvas, (left, right), y, opens_up, stroke);
        }
    }
}

/// The extent of each bracket on screen, and its value. A year's own bracket is never wider than drawn on paper.
fn across(canvas: Canvas<'_>, target: &TargetLine) -> Vec<((f32, f32), f64)> {
    let brackets = target.brackets().into_iter().map(|((from, to), value)| {
        let (from, to) = (canvas.scale.x(from), canvas.scale.x(to));
        let middle = f32::midpoint(from, to);
        let is_of_year = target.years.0 == target.years.1;
        let half = if is_of_year { HALF } else { (to - from) / 2.0 };
        ((middle - half, middle + half), value)
    });
    brackets.collect()
}

fn bracket(canvas: Canvas<'_>, (left, right): (f32, f32), y: f32, opens_up: bool, stroke: Stroke) {
    let end = if opens_up { y - BENT } else { y + BENT };
    let corners = [pos2(left, end), pos2(left, y), pos2(right, y), pos2(right, end)];
    canvas.line(&corners, stroke, None);
}

/// The labels of targets due in the last year, for the margin.
pub(super) fn tags(canvas: Canvas<'_>, session: &Session, chart: &Chart, width: f32) -> Vec<Tag> {
    let due_last = chart
        .targets
        .iter()
        .filter(|target| target.years.1 == chart.years.1);
    let tags = due_last.map(|target| {
        let words = words(session, chart, target);
        let text = match odds(session, canvas.colours, target) {
            None => rows(canvas.painter, &words, NOTE, canvas.colours.text, (width, 3)),
            Some((odds, ink)) => {
                let parts = [(words + "\n", canvas.colours.text), (odds, ink)];
                parts_in_rows(canvas.painter, &parts, NOTE, (width, 4))
            }
        };
        let middle = target
            .upper
            .map_or(target.value, |upper| f64::midpoint(target.value, upper));
        let right = across(canvas, target)
            .last()
            .map_or(0.0, |((_, right), _)| *right);
        Tag {
            at: pos2(right + 2.0, canvas.scale.y(middle)),
            text,
            ink: canvas.colours.text,
        }
    });
    tags.collect()
}

/// Labels of targets due earlier, in the plot beside their brackets where they cover nothing.
pub(super) fn labels_inside(
    canvas: Canvas<'_>,
    session: &Session,
    chart: &Chart,
    obstacles: &mut PlotObstacles,
) {
    for target in chart
        .targets
        .iter()
        .filter(|target| target.years.1 < chart.years.1)
    {
        let message = Message::new("mark-of-year").with("year", target.years.1);
        let words = message.with("mark", words(session, chart, target).replace('\n', " "));
        let words = words.say(session.view().language);
        let width = canvas.scale.area.width();
        let text = line(canvas.painter, &words, NOTE, canvas.colours.text, width);
        let Some(((_, right), _)) = across(canvas, target).last().copied() else {
            continue;
        };
        let beside = (
            canvas.scale.y(target.upper.unwrap_or(target.value)) - BESIDE_BRACKET,
            canvas.scale.y(target.value) + BESIDE_BRACKET,
        );
        let wants_above = !target.is_ceiling || target.upper.is_some();
        let right = right.max(canvas.scale.area.left() + text.size().x);
        // A figure without its label is still in the chart's text.
        if let Some(place) = obstacles.place(text.size(), right, beside, wants_above) {
            canvas.painter.galley(place.min, text, canvas.colours.text);
        }
    }
}

/// A target in its own terms, and in a second row in the chart's: the level that meets it, or how much it is short by.
fn words(session: &Session, chart: &Chart, target: &TargetLine) -> String {
    let document = session.document();
    let (view, plan) = (session.view(), document.plan());
    let language = view.language;
    if let Some(needed) = target.needed() {
        return needed.to_owned();
    }
    let mark = mark_in_words(plan, target.target, language);
    let assessment = document.evaluation().assessment(target.target);
    let short = assessment
        .filter(|assessment| assessment.is_judged())
        .and_then(|assessment| shortfall(plan, assessment, view.decimals, language));
    let second = match (chart.mode, short, plan.target(target.target).form) {
        _ if target.is_done => None,
        (Mode::Level, short, Form::Level(_) | Form::Between(..) | Form::Count(_)) => short,
        // The axis counts what the target asks for.
        (Mode::Cumulative, _, Form::CumulativeDecline(_) | Form::CumulativeGrowth(_) | Form::Change(_))
        | (Mode::Annual | Mode::Progress, ..) => None,
        _ => {
            let level = chart.edges_in_words(target, view.decimals, language);
            Some(mark_level(&level, language))
        }
    };
    match second {
        Some(second) => format!("{mark}\n{second}"),
        None => mark,
    }
}

/// How likely the target is met, and the ink for it: pale until all draws are made.
fn odds(session: &Session, colours: &Colours, target: &TargetLine) -> Option<(String, Color32)> {
    let odds = session.chance(target.target)?;
    let ink = if odds.is_settled() {
        colours.text
    } else {
        colours.text_weak
    };
    Some((odds.mark(session.view().language), ink))
}

/// What labels in the plot must avoid: marks, lines, the divider, brackets.
pub(super) fn obstacles(canvas: Canvas<'_>, chart: &Chart) -> PlotObstacles {
    let (mut marks, mut lines, mut path) = (Vec::new(), Vec::new(), Vec::new());
    for series in &chart.series {
        let points: Vec<Pos2> = points(series).map(|at| canvas.scale.at(at)).collect();
        let stretches = points.windows(2).map(|pair| [pair[0], pair[1]]);
        if series.role == Role::Plan {
            path.extend(stretches);
        } else {
            lines.extend(stretches);
            marks.extend(points);
        }
    }
    let area = canvas.scale.area;
    if let Some(last) = chart.last_data.filter(|last| last.year < chart.years.1) {
        let x = canvas.scale.x(f64::from(last.year));
        path.push([pos2(x, area.top()), pos2(x, area.bottom())]);
    }
    for target in &chart.targets {
        for ((left, right), low) in across(canvas, target) {
            for edge in [Some(low), target.upper].into_iter().flatten() {
                let y = canvas.scale.y(edge);
                lines.push([pos2(left, y), pos2(right, y)]);
            }
        }
    }
    PlotObstacles {
        area,
        marks,
        lines,
        path,
        taken: Vec::new(),
    }
}
