//! Placing labels in a plot around its marks, lines and other labels.

use eframe::egui::{Pos2, Rect, Vec2, pos2, vec2};

/// The cost of a label lying on a mark, a line or a thin line, of each step away, and of the less preferred side.
const ON_MARK: f32 = 20.0;
const ON_LINE: f32 = 8.0;
const ON_PATH: f32 = 2.5;
const PER_STEP: f32 = 0.6;
const OTHER_SIDE: f32 = 0.5;
/// The distance labels move per step, in points, and the number of steps.
const STEP: f32 = 8.0;
const STEPS: u8 = 16;
/// The space a mark takes around its centre, in points.
const AROUND_MARK: f32 = 4.5;

/// The contents of a plot, in screen points.
pub(super) struct PlotObstacles {
    /// Where labels may go at all.
    pub area: Rect,
    /// The centres of marks.
    pub marks: Vec<Pos2>,
    /// Line segments.
    pub lines: Vec<[Pos2; 2]>,
    /// Segments of thin lines: the even path, the divider.
    pub path: Vec<[Pos2; 2]>,
    /// Labels already placed.
    pub taken: Vec<Rect>,
}

impl PlotObstacles {
    /// The best place for a label of this size that ends at `right`, above or below; `None` if there is no room. Placed
    /// labels block later ones.
    pub fn place(
        &mut self,
        size: Vec2,
        right: f32,
        (above, below): (f32, f32),
        wants_above: bool,
    ) -> Option<Rect> {
        let mut best: Option<(f32, Rect)> = None;
        for step in 0..STEPS {
            for is_above in [wants_above, !wants_above] {
                let away = f32::from(step) * STEP;
                let middle = if is_above {
                    above - away - size.y / 2.0
                } else {
                    below + away + size.y / 2.0
                };
                let place = Rect::from_center_size(pos2(right - size.x / 2.0, middle), size);
                let turned = if is_above == wants_above { 0.0 } else { OTHER_SIDE };
                let Some(cost) = self
                    .cost(place)
                    .map(|cost| cost + turned + f32::from(step) * PER_STEP)
                else {
                    continue;
                };
                if best.is_none_or(|(least, _)| cost < least) {
                    best = Some((cost, place));
                }
            }
        }
        let (_, place) = best?;
        self.taken.push(place);
        Some(place)
    }

    /// A place for a label of this size near the given ones, the first where it covers nothing at all. Placed labels block
    /// later ones.
    pub fn free(&mut self, size: Vec2, near: impl Iterator<Item = Pos2>) -> Option<Rect> {
        let place = near
            .map(|middle| Rect::from_center_size(middle, size))
            .find(|place| {
                let is_inside = place.left() >= self.area.left() && place.right() <= self.area.right();
                is_inside && self.cost(*place) == Some(0.0)
            })?;
        self.taken.push(place);
        Some(place)
    }

    /// How many marks and lines something would cover.
    pub fn covered_by(&self, place: Rect) -> f32 {
        let marks = self
            .marks
            .iter()
            .filter(|mark| place.expand(AROUND_MARK).contains(**mark));
        let lines = self.lines.iter().filter(|line| crosses(**line, place));
        (marks.count() + lines.count()) as f32
    }

    /// The cost of a label there; `None` if it cannot go there at all.
    fn cost(&self, place: Rect) -> Option<f32> {
        let is_inside = place.top() >= self.area.top() && place.bottom() <= self.area.bottom();
        if !is_inside || self.taken.iter().any(|other| other.intersects(place)) {
            return None;
        }
        let room = vec2(AROUND_MARK, AROUND_MARK);
        let marks = self
            .marks
            .iter()
            .filter(|mark| place.expand2(room).contains(**mark));
        let crossed = |lines: &[[Pos2; 2]]| lines.iter().any(|line| crosses(*line, place));
        let mut cost = marks.count() as f32 * ON_MARK;
        if crossed(&self.lines) {
            cost += ON_LINE;
        }
        if crossed(&self.path) {
            cost += ON_PATH;
        }
        Some(cost)
    }
}

/// Whether a line segment intersects a rectangle.
fn crosses([from, to]: [Pos2; 2], place: Rect) -> bool {
    let way = to - from;
    let (mut enters, mut leaves) = (0.0_f32, 1.0_f32);
    for (start, along, low, high) in [
        (from.x, way.x, place.left(), place.right()),
        (from.y, way.y, place.top(), place.bottom()),
    ] {
        if along.abs() < f32::EPSILON {
            if start < low || start > high {
                return false;
            }
            continue;
        }
        let (one, other) = ((low - start) / along, (high - start) / along);
        enters = enters.max(one.min(other));
        leaves = leaves.min(one.max(other));
    }
    enters <= leaves
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ground() -> PlotObstacles {
        PlotObstacles {
            area: Rect::from_min_max(pos2(0.0, 0.0), pos2(300.0, 200.0)),
            marks: Vec::new(),
            lines: Vec::new(),
            path: Vec::new(),
            taken: Vec::new(),
        }
    }

    const SIZE: Vec2 = vec2(90.0, 14.0);

    #[test]
    fn words_stand_at_the_wanted_side_where_nothing_is_in_the_way() {
        let place = ground().place(SIZE, 280.0, (95.0, 105.0), false).unwrap();
        assert_eq!((place.right_top(), place.size()), (pos2(280.0, 105.0), SIZE));
    }

    #[test]
    fn words_do_not_lie_on_a_mark_or_a_line() {
        // The last point is just below the target, where its label would go, and its line comes from above.
        let mut ground = ground();
        ground.marks = vec![pos2(270.0, 112.0)];
        ground.lines = vec![[pos2(200.0, 60.0), pos2(270.0, 112.0)]];
        let place = ground.place(SIZE, 280.0, (95.0, 105.0), false).unwrap();
        assert!(!place.expand(AROUND_MARK).contains(ground.marks[0]), "{place:?}");
        assert!(!crosses(ground.lines[0], place), "{place:?}");
    }

    #[test]
    fn words_do_not_lie_on_words_or_outside() {
        let mut ground = ground();
        let first = ground.place(SIZE, 280.0, (190.0, 195.0), false).unwrap();
        let second = ground.place(SIZE, 280.0, (190.0, 195.0), false).unwrap();
        assert!(first.bottom() <= 190.0, "there is no room below");
        assert!(!first.intersects(second.shrink(0.1)));
    }

    #[test]
    fn a_line_is_seen_where_it_only_passes() {
        let place = Rect::from_min_max(pos2(10.0, 10.0), pos2(20.0, 20.0));
        assert!(crosses([pos2(0.0, 0.0), pos2(30.0, 30.0)], place));
        assert!(crosses([pos2(15.0, 0.0), pos2(15.0, 30.0)], place));
        assert!(!crosses([pos2(0.0, 25.0), pos2(30.0, 21.0)], place));
        assert!(!crosses([pos2(0.0, 0.0), pos2(9.0, 9.0)], place));
    }
}
