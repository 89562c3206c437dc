//! What is said of a point while it is dragged, in a free corner of its plot.

use eframe::egui::{Pos2, Rect, Stroke, pos2, vec2};

use super::dodge::PlotObstacles;
use super::lines::Canvas;
use crate::ui::pieces::{BODY, NOTE, line};

/// The space inside the chip, in points.
const PADDING: f32 = 9.0;
const ACROSS: f32 = 5.0;
/// What points beyond the plot are marked with.
const ABOVE: &str = "↑ ";
const BELOW: &str = "↓ ";

/// Draws the two lines of a chip with a stem to the point; within `room`, above or below the point, whichever side covers
/// less.
pub(super) fn draw(
    canvas: Canvas<'_>,
    [first, second]: &[String; 2],
    at: Pos2,
    (room, obstacles): (Rect, &PlotObstacles),
) {
    let area = canvas.scale.area;
    let beyond = match at.y {
        y if y < area.top() => ABOVE,
        y if y > area.bottom() => BELOW,
        _ => "",
    };
    let at = pos2(at.x, at.y.min(area.bottom()).max(area.top()));
    let (painter, colours) = (canvas.painter, canvas.colours);
    let width = room.width() - 2.0 * PADDING;
    let first = line(painter, format!("{beyond}{first}"), BODY, colours.surface, width);
    let second = line(painter, second, NOTE, colours.outline, width);
    let size = vec2(
        first.size().x.max(second.size().x) + 2.0 * PADDING,
        first.size().y + second.size().y + 2.0 * ACROSS,
    );
    let half = size.x / 2.0;
    let middle = at.x.min(room.right() - half).max(room.left() + half);
    let near = |y: f32| Rect::from_center_size(pos2(middle, y), size);
    let (upper, lower) = (
        near(room.top() + size.y / 2.0),
        near(room.bottom() - size.y / 2.0),
    );
    let covered = |place: Rect| {
        obstacles.covered_by(place)
            + if place.expand(8.0).contains(at) {
                100.0
            } else {
                0.0
            }
    };
    let place = if covered(upper) <= covered(lower) {
        upper
    } else {
        lower
    };
    let end = if place.center().y < at.y {
        place.bottom()
    } else {
        place.top()
    };
    painter.line_segment([pos2(at.x, end), at], Stroke::new(1.0, colours.text));
    painter.circle_filled(at, 5.5, colours.scenario);
    painter.rect_filled(place, 3.0, colours.text);
    let left = place.left() + PADDING;
    let below = place.top() + ACROSS + first.size().y;
    painter.galley(pos2(left, place.top() + ACROSS), first, colours.surface);
    painter.galley(pos2(left, below), second, colours.outline);
}
