//! The annotations of a chart: a flag at each year, its text on hover and while the year is marked.

use eframe::egui::{Id, Pos2, Rect, Role as A11y, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::dodge::PlotObstacles;
use super::lines::Canvas;
use crate::figure::{Chart, PinnedText};
use crate::plan::IndicatorIx;
use crate::session::{AnnotationCommand, Command};
use crate::text::Language;
use crate::ui::name_control;
use crate::ui::pieces::{SMALL, line};
use crate::wording::chart::annotation;

/// The width and height of a flag, the gap between its pole and its year, and how far it moves per step, in points.
const SIZE: eframe::egui::Vec2 = vec2(9.0, 12.0);
const BESIDE_YEAR: f32 = 2.5;
const STEP: f32 = 6.0;
/// How much larger than the flag the place is that the pointer finds, in points.
const AROUND: f32 = 3.0;
/// The gap between the flag in the band and its words, in points.
const BEFORE_WORDS: f32 = 4.0;

fn flag_id(ix: IndicatorIx, year: i32) -> Id {
    Id::unique(("flag", ix, year))
}

/// The year of the flag that the pointer or the keyboard is on.
pub(super) fn pointed_at(ui: &Ui, chart: &Chart) -> Option<i32> {
    let is_on = |one: &&PinnedText| {
        let response = ui.ctx().read_response(flag_id(chart.indicator, one.year));
        response.is_some_and(|flag| flag.hovered() || flag.has_focus())
    };
    chart.annotations.iter().find(is_on).map(|one| one.year)
}

/// Draws the flags where they cover no line, mark or label, as high up as can be; a click opens the annotation.
pub(super) fn draw(
    ui: &Ui,
    canvas: Canvas<'_>,
    chart: &Chart,
    (obstacles, language): (&mut PlotObstacles, Language),
    send: &mut Vec<Command>,
) {
    let (first, last) = canvas.scale.years;
    let shown = chart
        .annotations
        .iter()
        .filter(|one| (first..=last).contains(&one.year));
    for one in shown {
        let (place, is_right) = placed(canvas, one.year, obstacles);
        let id = flag_id(chart.indicator, one.year);
        let response = ui.interact(place.expand(AROUND), id, Sense::click());
        let ink = if response.hovered() {
            canvas.colours.accent
        } else {
            canvas.colours.text
        };
        flag(canvas, place, is_right, ink);
        let words = annotation(one.year, &one.text, language);
        name_control(&response, A11y::Button, &words);
        let response = response.on_hover_text(words);
        if response.clicked() {
            let write = AnnotationCommand::Write(chart.indicator, Some(one.year));
            send.push(Command::Select(chart.indicator));
            send.push(Command::Annotation(write));
        }
    }
}

/// Where the flag of a year stands, and whether it waves to the right. Where everything is taken, at the very top.
fn placed(canvas: Canvas<'_>, year: i32, obstacles: &mut PlotObstacles) -> (Rect, bool) {
    let area = canvas.scale.area;
    let x = canvas.scale.x(f64::from(year));
    let beside = BESIDE_YEAR + SIZE.x / 2.0;
    let steps = ((area.height() - SIZE.y) / STEP).max(0.0) as u16;
    let near = (0..=steps).flat_map(|step| {
        let y = area.top() + SIZE.y / 2.0 + f32::from(step) * STEP;
        [x + beside, x - beside].map(|x| pos2(x, y))
    });
    let free = obstacles.free(SIZE, near);
    let place = free.unwrap_or_else(|| {
        let right = x + beside + SIZE.x / 2.0 <= area.right();
        let x = if right { x + beside } else { x - beside };
        Rect::from_center_size(pos2(x, area.top() + SIZE.y / 2.0), SIZE)
    });
    (place, place.center().x > x)
}

/// A pole with a pennant, at the side of its year.
fn flag(canvas: Canvas<'_>, place: Rect, is_right: bool, ink: eframe::egui::Color32) {
    let (pole, tip) = if is_right {
        (place.left(), place.right())
    } else {
        (place.right(), place.left())
    };
    let top = place.top();
    let ends = [pos2(pole, top), pos2(pole, place.bottom())];
    canvas.painter.line_segment(ends, Stroke::new(1.3, ink));
    let pennant = vec![pos2(pole, top), pos2(tip, top + 3.5), pos2(pole, top + 7.0)];
    canvas
        .painter
        .add(Shape::convex_polygon(pennant, ink, Stroke::NONE));
}

/// The text of a marked year, in the band above the plot, where it covers no line.
pub(super) fn in_band(canvas: Canvas<'_>, band: Rect, text: &str) {
    let ink = canvas.colours.accent;
    let place = Rect::from_min_size(Pos2::new(band.left(), band.center().y - SIZE.y / 2.0), SIZE);
    flag(canvas, place, true, ink);
    let left = place.right() + BEFORE_WORDS;
    let galley = line(canvas.painter, text, SMALL, ink, band.right() - left);
    let at = pos2(left, band.center().y - galley.size().y / 2.0);
    canvas.painter.galley(at, galley, ink);
}
