//! Lines where a function of two rates is zero: marching squares over the grid, each crossing then made exact on the
//! function itself.
//!
//! Contour crates interpolate between grid points, which is visible as soon as a line is compared with a solved rate.

use super::Point;
use crate::analysis::bracket;

/// How exact a crossing is, as a part of its grid step.
const TOLERANCE: f64 = 1e-6;

/// An edge of the grid: the number of the point it begins at, times two, plus one if it goes up.
type Edge = usize;

/// Where a function of one rate changes sign, lowest first.
pub(super) fn crossings(rates: &[f64], values: &[f64], f: impl Fn(f64) -> f64) -> Vec<f64> {
    let ends = rates.windows(2).zip(values.windows(2));
    ends.filter(|(_, values)| differs(values[0], values[1]))
        .map(|(rates, values)| {
            let tolerance = TOLERANCE * (rates[1] - rates[0]);
            bracket::root((rates[0], values[0]), (rates[1], values[1]), tolerance, &f)
        })
        .collect()
}

fn differs(one: f64, other: f64) -> bool {
    !one.is_nan() && !other.is_nan() && (one < 0.0) != (other < 0.0)
}

/// The lines on which `f` is zero, from its values at the grid points, row by row.
pub(super) fn lines(xs: &[f64], ys: &[f64], values: &[f64], f: impl Fn(f64, f64) -> f64) -> Vec<Vec<Point>> {
    let grid = Grid { xs, ys, values };
    let mut joined: Vec<[Option<Edge>; 2]> = vec![[None; 2]; 2 * values.len()];
    let mut order = Vec::new();
    for row in 0..ys.len() - 1 {
        for column in 0..xs.len() - 1 {
            for (from, to) in grid.segments(row, column, &f).into_iter().flatten() {
                join(&mut joined[from], to);
                join(&mut joined[to], from);
                order.extend([from, to]);
            }
        }
    }
    // Open lines begin at an edge with one neighbour; what remains then are rings.
    let mut lines = Vec::new();
    for is_open in [true, false] {
        for &edge in &order {
            let begins = match joined[edge] {
                [None, None] => false,
                [Some(_), Some(_)] => !is_open,
                _ => is_open,
            };
            if begins {
                let line = walk(&mut joined, edge);
                lines.push(line.into_iter().map(|edge| grid.crossing(edge, &f)).collect());
            }
        }
    }
    lines
}

fn join(ends: &mut [Option<Edge>; 2], other: Edge) {
    if let Some(free) = ends.iter_mut().find(|end| end.is_none()) {
        *free = Some(other);
    }
}

/// Follows a line from one edge, taking up its segments on the way; a ring ends where it began.
fn walk(joined: &mut [[Option<Edge>; 2]], start: Edge) -> Vec<Edge> {
    let mut line = vec![start];
    let mut edge = start;
    while let Some(end) = joined[edge].iter_mut().find(|end| end.is_some())
        && let Some(next) = end.take()
    {
        if let Some(back) = joined[next].iter_mut().find(|end| **end == Some(edge)) {
            *back = None;
        }
        line.push(next);
        edge = next;
    }
    line
}

struct Grid<'a> {
    xs: &'a [f64],
    ys: &'a [f64],
    values: &'a [f64],
}

impl Grid<'_> {
    /// At most two segments of the lines through a cell, from edge to edge.
    fn segments(&self, row: usize, column: usize, f: impl Fn(f64, f64) -> f64) -> [Option<(Edge, Edge)>; 2] {
        let corner = row * self.xs.len() + column;
        let above = corner + self.xs.len();
        let corners = [corner, corner + 1, above + 1, above].map(|point| self.values[point]);
        if corners.iter().any(|value| value.is_nan()) {
            return [None; 2];
        }
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
        // A saddle: its middle tells which two corners belong together.
        let middle = f(
            f64::midpoint(self.xs[column], self.xs[column + 1]),
            f64::midpoint(self.ys[row], self.ys[row + 1]),
        );
        if (middle < 0.0) == is_below[0] {
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

    /// Where a line crosses an edge.
    fn crossing(&self, edge: Edge, f: impl Fn(f64, f64) -> f64) -> Point {
        let (point, goes_up) = (edge / 2, edge % 2 == 1);
        let (row, column) = (point / self.xs.len(), point % self.xs.len());
        let (x, y) = (self.xs[column], self.ys[row]);
        if goes_up {
            let end = (self.ys[row + 1], self.values[point + self.xs.len()]);
            let tolerance = TOLERANCE * (end.0 - y);
            let y = bracket::root((y, self.values[point]), end, tolerance, |y| f(x, y));
            (x, y)
        } else {
            let end = (self.xs[column + 1], self.values[point + 1]);
            let tolerance = TOLERANCE * (end.0 - x);
            let x = bracket::root((x, self.values[point]), end, tolerance, |x| f(x, y));
            (x, y)
        }
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
        lines(&axis, &axis, &values, f)
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
