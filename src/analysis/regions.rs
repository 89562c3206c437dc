//! The regions of a feasibility map: which targets are met where, where a name has the most room, and the shortest
//! way from a point to where all of them are met.

use super::feasibility::{Axis, Feasibility, Point};

/// A part of the map in which the same targets are met.
#[derive(Clone, Debug, PartialEq)]
pub struct Region {
    /// Whether each of the map's targets is met; `None` where a level would leave its bounds.
    pub met: Option<Vec<bool>>,
    /// Its share of the map.
    pub share: f64,
    /// The point with the most room for a name.
    pub middle: Point,
    /// The room on either side of the middle, as shares of the map's width and of its height.
    pub room: (f64, f64),
}

/// The aspect ratio of a name, in shares of a roughly square map.
const SHAPE: usize = 5;

/// The regions of a map, largest first.
#[must_use]
pub fn regions(map: &Feasibility) -> Vec<Region> {
    let kinds: Vec<Option<Vec<bool>>> = (0..map.holds.len())
        .map(|point| {
            let (row, column) = (point / map.x_values.len(), point % map.x_values.len());
            let met = |target| map.margin(target, column, row) >= 0.0;
            map.possible[point].then(|| map.targets.iter().map(met).collect())
        })
        .collect();
    let room = room_around(&kinds, map.x_values.len());
    let mut found: Vec<(Region, usize, usize)> = Vec::new();
    for (point, kind) in kinds.iter().enumerate() {
        let known = found.iter().position(|(region, ..)| region.met == *kind);
        let place = known.unwrap_or_else(|| {
            let region = Region {
                met: kind.clone(),
                share: 0.0,
                middle: (0.0, 0.0),
                room: (0.0, 0.0),
            };
            found.push((region, point, 0));
            found.len() - 1
        });
        let (_, middle, count) = &mut found[place];
        *count += 1;
        if room[point] > room[*middle] {
            *middle = point;
        }
    }
    // Among points with equal room, the one in their middle.
    for (_, middle, _) in &mut found {
        let alike: Vec<usize> = (0..kinds.len())
            .filter(|point| room[*point] == room[*middle] && kinds[*point] == kinds[*middle])
            .collect();
        *middle = alike.get(alike.len() / 2).copied().unwrap_or(*middle);
    }
    let (width, height) = (map.x_values.len(), map.y_values.len());
    let mut regions: Vec<Region> = found
        .into_iter()
        .map(|(region, middle, count)| Region {
            share: count as f64 / kinds.len() as f64,
            middle: (map.x_values[middle % width], map.y_values[middle / width]),
            room: (
                room[middle] as f64 / width as f64,
                (room[middle] / SHAPE) as f64 / height as f64,
            ),
            ..region
        })
        .collect();
    regions.sort_by(|one, other| other.share.total_cmp(&one.share));
    regions
}

/// How many columns to either side, and rows above and below in the proportion of [`SHAPE`], are of the same kind;
/// two passes over the map.
fn room_around(kinds: &[Option<Vec<bool>>], width: usize) -> Vec<usize> {
    let height = kinds.len() / width.max(1);
    let mut room = vec![usize::MAX / 2; kinds.len()];
    let steps = [(-1, -1), (0, -1), (1, -1), (-1, 0)];
    for is_back in [false, true] {
        for n in 0..kinds.len() {
            let point = if is_back { kinds.len() - 1 - n } else { n };
            let (column, row) = (point % width, point / width);
            for (across, up) in steps {
                let (across, up) = if is_back { (-across, -up) } else { (across, up) };
                let step = if up == 0 { 1 } else { SHAPE };
                let beside = column
                    .checked_add_signed(across)
                    .zip(row.checked_add_signed(up))
                    .filter(|(column, row)| *column < width && *row < height)
                    .map(|(column, row)| row * width + column);
                let from = match beside {
                    Some(beside) if kinds[beside] == kinds[point] => room[beside],
                    _ => 0,
                };
                room[point] = room[point].min(from + step);
            }
        }
    }
    room
}

/// Whether each of the map's targets is met at a point; `None` outside the map, or where a level leaves its bounds.
#[must_use]
pub fn met_at(map: &Feasibility, at: Point) -> Option<Vec<bool>> {
    let (column, row) = (place_on(&map.x, at.0)?, place_on(&map.y, at.1)?);
    let nearest = row.round() as usize * map.x_values.len() + column.round() as usize;
    if !*map.possible.get(nearest)? {
        return None;
    }
    Some(
        margins_at(map, (column, row))
            .map(|margin| margin >= 0.0)
            .collect(),
    )
}

/// The position of a value on an axis, in steps.
fn place_on(axis: &Axis, value: f64) -> Option<f64> {
    let (low, high) = axis.range;
    let place = (value - low) / (high - low) * (axis.count - 1) as f64;
    let last = (axis.count - 1) as f64;
    // Rounding may place the ends slightly outside.
    (-1e-6..=last + 1e-6)
        .contains(&place)
        .then(|| place.clamp(0.0, last))
}

/// The margins of all targets between the map's points.
fn margins_at(map: &Feasibility, (column, row): (f64, f64)) -> impl Iterator<Item = f64> {
    let (left, below) = (column.floor() as usize, row.floor() as usize);
    let right = (left + 1).min(map.x_values.len() - 1);
    let above = (below + 1).min(map.y_values.len() - 1);
    let (across, up) = (column.fract(), row.fract());
    map.targets.iter().map(move |target| {
        let along = |row| {
            let (from, to) = (map.margin(target, left, row), map.margin(target, right, row));
            if across > 0.0 {
                from + (to - from) * across
            } else {
                from
            }
        };
        let (low, high) = (along(below), along(above));
        if up > 0.0 { low + (high - low) * up } else { low }
    })
}

/// The point nearest to another at which all of the map's targets are met, with distance as drawn. `None` if they are
/// met there already, or nowhere.
#[must_use]
pub fn shortest_way(map: &Feasibility, from: Point) -> Option<Point> {
    if map.targets.is_empty() || met_at(map, from).is_some_and(|met| met.iter().all(|met| *met)) {
        return None;
    }
    let spans = (map.x.range.1 - map.x.range.0, map.y.range.1 - map.y.range.0);
    let distance = |to: &Point| ((to.0 - from.0) / spans.0).hypot((to.1 - from.1) / spans.1);
    let lines: Vec<&[Point]> = map
        .targets
        .iter()
        .flat_map(|target| target.boundary.iter().map(Vec::as_slice))
        .collect();
    let segments = || {
        lines
            .iter()
            .flat_map(|line| line.windows(2).map(|ends| (ends[0], ends[1])))
    };
    let on_lines = segments().map(|ends| nearest_on(ends, from, spans));
    let corners = lines.iter().enumerate().flat_map(|(n, line)| {
        let others = lines[n + 1..].iter();
        others.flat_map(|other| crossings(line, other))
    });
    let points = map
        .holds
        .iter()
        .enumerate()
        .filter(|(_, holds)| **holds)
        .map(|(point, _)| {
            let width = map.x_values.len();
            (map.x_values[point % width], map.y_values[point / width])
        });
    let on_border = on_lines.chain(corners).filter(|to| holds_nearly(map, *to));
    on_border
        .chain(points)
        .min_by(|one, other| distance(one).total_cmp(&distance(other)))
}

/// Whether all targets are met at a point, up to the error of interpolating between the map's points.
fn holds_nearly(map: &Feasibility, at: Point) -> bool {
    let Some(place) = place_on(&map.x, at.0).zip(place_on(&map.y, at.1)) else {
        return false;
    };
    let nearest = place.1.round() as usize * map.x_values.len() + place.0.round() as usize;
    let far = (map.x_values.len() - 1, map.y_values.len() - 1);
    let mut margins = map.targets.iter().zip(margins_at(map, place));
    map.possible.get(nearest) == Some(&true)
        && margins.all(|(target, margin)| {
            let span = map.margin(target, far.0, far.1) - map.margin(target, 0, 0);
            margin >= -SLACK * span.abs()
        })
}

/// The error allowed for an interpolated margin, as a fraction of its span over the map.
const SLACK: f64 = 1e-3;

/// The point of a segment nearest to another point, in shares of the map.
fn nearest_on((start, end): (Point, Point), from: Point, (width, height): (f64, f64)) -> Point {
    let along = ((end.0 - start.0) / width, (end.1 - start.1) / height);
    let beside = ((from.0 - start.0) / width, (from.1 - start.1) / height);
    let length = along.0 * along.0 + along.1 * along.1;
    let part = if length > 0.0 {
        ((along.0 * beside.0 + along.1 * beside.1) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (
        start.0 + part * (end.0 - start.0),
        start.1 + part * (end.1 - start.1),
    )
}

/// Where two lines cross.
fn crossings(one: &[Point], other: &[Point]) -> Vec<Point> {
    let mut found = Vec::new();
    for first in one.windows(2) {
        for second in other.windows(2) {
            let (a, b) = (first[0], (first[1].0 - first[0].0, first[1].1 - first[0].1));
            let (c, d) = (second[0], (second[1].0 - second[0].0, second[1].1 - second[0].1));
            let area = b.0 * d.1 - b.1 * d.0;
            let (part, rest) = (
                ((c.0 - a.0) * d.1 - (c.1 - a.1) * d.0) / area,
                ((c.0 - a.0) * b.1 - (c.1 - a.1) * b.0) / area,
            );
            // Parallel lines have no area, and so no part.
            if (0.0..=1.0).contains(&part) && (0.0..=1.0).contains(&rest) {
                found.push((a.0 + part * b.0, a.1 + part * b.1));
            }
        }
    }
    found
}
