//! Zero contours of a function of two values: marching squares over the grid, with each crossing refined on the function
//! itself.
//!
//! Contour crates interpolate between grid points, which is visible as soon as a line is compared with a solved rate.

use super::Point;
use crate::analysis::bracket::{Bracket, MOST_STEPS};
use crate::model::wide::widely;

/// Accuracy of a crossing, as a fraction of a grid step.
const TOLERANCE: f64 = 1e-6;

/// A grid edge: twice the number of the point it starts at, plus one if it is vertical.
type Edge = usize;

/// Marks an edge that no line has met yet.
const UNMET: u32 = u32::MAX;

/// A point with its value.
type Known = (Point, f64);

/// The values of a function at many points, in their order.
pub(super) type Values<'a> = &'a mut dyn FnMut(&[Point]) -> Vec<f64>;

/// The sign changes of a function of one value, in ascending order, each refined by `f`.
pub(super) fn crossings(points: &[Point], values: &[f64], f: Values<'_>) -> Vec<Point> {
    let ends = points.windows(2).zip(values.windows(2));
    let crossed = ends.filter(|(_, values)| differs(values[0], values[1]));
    let crossed = crossed.map(|(points, values)| ((points[0], values[0]), (points[1], values[1])));
    exact(&crossed.collect::<Vec<_>>(), f)
}

fn differs(one: f64, other: f64) -> bool {
    side_of(one) | side_of(other) == BELOW | NOT_BELOW
}

/// Side of zero as a bit, with a third one for NaN. Branchless and as wide as a value, so that it vectorises.
#[inline(always)]
fn side_of(value: f64) -> u64 {
    NOT_BELOW - u64::from(value < 0.0) + NO_NUMBER * u64::from(value.is_nan())
}

const BELOW: u64 = 1;
const NOT_BELOW: u64 = 2;
const NO_NUMBER: u64 = 4;

/// Roots between pairs of points with known values, all refined together.
fn exact(between: &[(Known, Known)], f: Values<'_>) -> Vec<Point> {
    let on_the_way = |n: usize, part: f64| {
        let ((from, _), (to, _)) = between[n];
        (from.0 + part * (to.0 - from.0), from.1 + part * (to.1 - from.1))
    };
    let mut brackets: Vec<(usize, Bracket)> = between
        .iter()
        .enumerate()
        .map(|(n, ((_, first), (_, last)))| {
            (
                n,
                Bracket::nearly_straight((0.0, *first), (1.0, *last), TOLERANCE),
            )
        })
        .collect();
    let mut found = vec![(f64::NAN, f64::NAN); between.len()];
    let mut tried = Vec::with_capacity(between.len());
    for _ in 0..MOST_STEPS {
        if brackets.is_empty() {
            break;
        }
        tried.clear();
        tried.extend(brackets.iter().map(|(n, bracket)| on_the_way(*n, bracket.next())));
        let mut values = f(&tried).into_iter();
        brackets.retain_mut(
            |(n, bracket)| match bracket.tell(values.next().unwrap_or(f64::NAN)) {
                Some(part) => {
                    found[*n] = on_the_way(*n, part);
                    false
                }
                None => true,
            },
        );
    }
    for (n, bracket) in brackets {
        found[n] = on_the_way(n, bracket.best().0);
    }
    found
}

/// The zero contours of `f`, from its values at the grid points, row by row.
pub(super) fn lines(xs: &[f64], ys: &[f64], values: &[f64], f: Values<'_>) -> Vec<Vec<Point>> {
    let grid = ContourGrid { xs, ys, values };
    let segments = grid.segments(f);
    // From here on, edges are numbered in the order in which they are met.
    let mut edges: Vec<Edge> = Vec::with_capacity(2 * segments.len());
    let mut numbers = vec![UNMET; 2 * values.len()];
    let mut number = |edge: Edge| {
        if numbers[edge] == UNMET {
            // A map has far fewer edges than this can count.
            numbers[edge] = edges.len() as u32;
            edges.push(edge);
        }
        numbers[edge] as usize
    };
    let segments: Vec<_> = segments
        .iter()
        .map(|(from, to)| [number(*from), number(*to)])
        .collect();
    let mut joined = Joined(vec![[None; 2]; edges.len()]);
    for [from, to] in &segments {
        joined.join(*from, *to);
        joined.join(*to, *from);
    }
    // Open lines begin at an edge with one neighbour; what remains then are rings.
    let mut walks = Vec::new();
    for is_open in [true, false] {
        for edge in segments.iter().flatten() {
            let begins = match joined.0[*edge] {
                [None, None] => false,
                [Some(_), Some(_)] => !is_open,
                _ => is_open,
            };
            if begins {
                walks.push(joined.walk(*edge));
            }
        }
    }
    let ends: Vec<_> = walks
        .iter()
        .flatten()
        .map(|place| grid.ends(edges[*place]))
        .collect();
    let mut points = exact(&ends, f).into_iter();
    walks
        .into_iter()
        .map(|walk| points.by_ref().take(walk.len()).collect())
        .collect()
}

/// The edges joined to each edge by a segment.
struct Joined(Vec<[Option<usize>; 2]>);

impl Joined {
    fn join(&mut self, edge: usize, other: usize) {
        if let Some(free) = self.0[edge].iter_mut().find(|end| end.is_none()) {
            *free = Some(other);
        }
    }

    /// Removes and returns one end at an edge: the one that leads to `to`, or any.
    fn take(&mut self, edge: usize, to: Option<usize>) -> Option<usize> {
        let end = self.0[edge]
            .iter_mut()
            .find(|end| end.is_some() && (to.is_none() || **end == to))?;
        end.take()
    }

    /// Follows a line from an edge, consuming its segments; a ring ends where it began.
    fn walk(&mut self, start: usize) -> Vec<usize> {
        let mut line = vec![start];
        let mut edge = start;
        while let Some(next) = self.take(edge, None) {
            self.take(next, Some(edge));
            line.push(next);
            edge = next;
        }
        line
    }
}

struct ContourGrid<'a> {
    xs: &'a [f64],
    ys: &'a [f64],
    values: &'a [f64],
}

impl ContourGrid<'_> {
    /// The segments of the lines, cell by cell, each from edge to edge.
    fn segments(&self, f: Values<'_>) -> Vec<(Edge, Edge)> {
        let columns = self.xs.len();
        let mut found = Vec::new();
        let mut sides = [vec![0; columns], vec![0; columns]];
        let mut cells = vec![0; columns - 1];
        for (row, values) in self.values.chunks_exact(columns).enumerate() {
            sides.swap(0, 1);
            let [below, above] = &mut sides;
            widely(
                #[inline(always)]
                || {
                    for (side, value) in above.iter_mut().zip(values) {
                        *side = side_of(*value);
                    }
                    let corners = below.windows(2).zip(above.windows(2));
                    for (cell, (below, above)) in cells.iter_mut().zip(corners) {
                        *cell = below[0] | below[1] | above[0] | above[1];
                    }
                },
            );
            // Nearly all cells lie on one side of the line; no cell lies below the first row.
            let is_crossed = |cell: &u64| *cell == BELOW | NOT_BELOW;
            let chunks = cells.chunks(8).enumerate();
            let columns_crossed = chunks
                .filter(|(_, cells)| cells.iter().fold(false, |any, cell| any | is_crossed(cell)))
                .flat_map(|(n, cells)| (8 * n..).zip(cells))
                .filter(|(_, cell)| row > 0 && is_crossed(cell));
            for (column, _) in columns_crossed {
                let at = |point: usize| self.values[(row - 1) * columns + column + point];
                let corners = [at(0), at(1), at(columns + 1), at(columns)];
                found.extend(
                    self.segments_of(row - 1, column, corners, f)
                        .into_iter()
                        .flatten(),
                );
            }
        }
        found
    }

    /// At most two segments through a cell, whose corners go round from the lowest of both.
    fn segments_of(
        &self,
        row: usize,
        column: usize,
        corners: [f64; 4],
        f: Values<'_>,
    ) -> [Option<(Edge, Edge)>; 2] {
        let corner = row * self.xs.len() + column;
        let above = corner + self.xs.len();
        let is_below = corners.map(|value| value < 0.0);
        // Bottom, right, top, left, as the corners go round.
        let edges: [Edge; 4] = [2 * corner, 2 * (corner + 1) + 1, 2 * above, 2 * corner + 1];
        let mut crossed = (0..4).filter(|side| is_below[*side] != is_below[(*side + 1) % 4]);
        let (Some(first), Some(second)) = (crossed.next(), crossed.next()) else {
            return [None; 2];
        };
        let (Some(third), Some(fourth)) = (crossed.next(), crossed.next()) else {
            return [Some((edges[first], edges[second])), None];
        };
        // A saddle: the value at its centre decides which corners are connected.
        let middle = (
            f64::midpoint(self.xs[column], self.xs[column + 1]),
            f64::midpoint(self.ys[row], self.ys[row + 1]),
        );
        let is_middle_below = f(&[middle]).first().is_some_and(|value| *value < 0.0);
        if is_middle_below == is_below[0] {
            [
                Some((edges[first], edges[second])),
                Some((edges[third], edges[fourth])),
            ]
        } else {
            [
                Some((edges[fourth], edges[first])),
                Some((edges[second], edges[third])),
            ]
        }
    }

    /// The two points of an edge with their values.
    fn ends(&self, edge: Edge) -> (Known, Known) {
        let (from, goes_up) = (edge / 2, edge % 2 == 1);
        let to = if goes_up { from + self.xs.len() } else { from + 1 };
        let at = |point: usize| {
            let place = (self.xs[point % self.xs.len()], self.ys[point / self.xs.len()]);
            (place, self.values[point])
        };
        (at(from), at(to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grid(f: impl Fn(f64, f64) -> f64 + Copy) -> Vec<Vec<Point>> {
        let axis: Vec<f64> = (0..=20_i32).map(|n| f64::from(n) / 10.0 - 1.0).collect();
        let values: Vec<f64> = axis
            .iter()
            .flat_map(|y| axis.iter().map(move |x| f(*x, *y)))
            .collect();
        lines(&axis, &axis, &values, &mut |points| {
            points.iter().map(|(x, y)| f(*x, *y)).collect()
        })
    }

    #[test]
    fn a_circle_is_one_ring() {
        let lines = grid(|x, y| x * x + y * y - 0.49);
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].first(), lines[0].last());
        for (x, y) in &lines[0] {
            assert!((x.hypot(*y) - 0.7).abs() < 1e-6, "({x}, {y})");
        }
    }

    #[test]
    fn a_slanted_line_goes_from_border_to_border() {
        let lines = grid(|x, y| x + 2.0 * y - 0.31);
        assert_eq!(lines.len(), 1);
        for (x, y) in &lines[0] {
            assert!((x + 2.0 * y - 0.31).abs() < 1e-6);
        }
        let ends = [lines[0][0].0, lines[0][lines[0].len() - 1].0];
        assert!((ends[0] - ends[1]).abs() > 1.9, "{ends:?}");
    }

    #[test]
    fn a_saddle_has_two_lines_and_nothing_has_none() {
        assert_eq!(grid(|x, y| (x - 0.03) * (y + 0.02) - 1e-4).len(), 2);
        assert!(grid(|_, _| 1.0).is_empty());
        assert!(grid(|_, _| f64::NAN).is_empty());
    }
}
