//! Names on the map: its regions, the targets' lines, where the scenario stands and what would be enough.

use std::sync::Arc;

use eframe::egui::{Color32, Galley, Painter, Pos2, Rect, Ui, Vec2, pos2, vec2};

use super::kept;
use super::scale::MapScale;
use crate::analysis::feasibility::{Axis, Feasibility, Point, TargetMap};
use crate::analysis::regions::Region;
use crate::session::{MapShown, Session};
use crate::text::{Message, say};
use crate::ui::pieces::{BODY, SMALL, line, rows};
use crate::ui::theme::Colours;
use crate::wording::{
    boundary, parameter_brief, parameter_labelled, promise, region, region_at, region_lines,
};

/// With more targets than this, only the region at the pointer is named.
pub(super) const MOST_NAMED: usize = 3;
/// The gap between a name and its line or point, in points.
const GAP: f32 = 7.0;

/// Paints names where they cover neither each other nor a line.
struct MapNames<'a> {
    painter: &'a Painter,
    area: Rect,
    taken: Vec<Rect>,
    lines: Vec<Vec<Pos2>>,
}

impl MapNames<'_> {
    /// Whether a name fits a place.
    fn is_free(&self, place: Rect, may_cross: bool) -> bool {
        let crosses = |line: &Vec<Pos2>| line.windows(2).any(|ends| meets(place, (ends[0], ends[1])));
        self.area.contains_rect(place)
            && !self.taken.iter().any(|other| other.intersects(place))
            && (may_cross || !self.lines.iter().any(crosses))
    }

    /// Paints rows of text in the first of some places that is free. Returns whether there is one.
    fn put(&mut self, text: &[Arc<Galley>], places: &[Pos2], may_cross: bool) -> bool {
        let size = size_of(text);
        let free = places
            .iter()
            .map(|at| Rect::from_min_size(*at, size))
            .find(|place| self.is_free(*place, may_cross));
        let Some(place) = free else {
            return false;
        };
        self.taken.push(place.expand(2.0));
        let mut at = place.min;
        for row in text {
            self.painter.galley(at, row.clone(), Color32::PLACEHOLDER);
            at.y += row.size().y;
        }
        true
    }
}

fn size_of(text: &[Arc<Galley>]) -> Vec2 {
    text.iter().fold(Vec2::ZERO, |size, row| {
        vec2(size.x.max(row.size().x), size.y + row.size().y)
    })
}

/// Whether a segment passes through a rectangle.
fn meets(place: Rect, (from, to): (Pos2, Pos2)) -> bool {
    let place = place.expand(1.0);
    let steps = 1.0 + ((to - from).length() / 4.0).ceil();
    (0..=steps as usize).any(|step| place.contains(from + (to - from) * (step as f32 / steps)))
}

pub(super) fn draw(
    ui: &Ui,
    painter: &Painter,
    session: &Session,
    (shown, map, scale): (&MapShown, &Feasibility, &MapScale),
    (now, way, even): (Point, Option<Point>, Option<Point>),
) {
    let colours = Colours::of(ui);
    let language = session.view().language;
    let on_screen = |line: &Vec<Point>| line.iter().map(|point| scale.at(*point)).collect::<Vec<_>>();
    let dot = scale.at(now);
    let mut names = MapNames {
        painter,
        area: scale.area.shrink(3.0),
        taken: vec![Rect::from_center_size(dot, Vec2::splat(16.0))],
        lines: map
            .targets
            .iter()
            .flat_map(|target| target.boundary.iter().map(on_screen))
            .collect(),
    };
    if let Some(to) = way {
        names.lines.push(vec![dot, scale.at(to)]);
    }
    if map.targets.is_empty() {
        let text = line(
            painter,
            say(language, "map-moves-nothing"),
            BODY,
            colours.text,
            scale.area.width(),
        );
        let at = scale.area.center() - vec2(text.size().x / 2.0, 40.0);
        names.put(&[text], &[at, at + vec2(0.0, 60.0)], true);
    }
    names
        .taken
        .extend(even.map(|even| Rect::from_center_size(scale.at(even), Vec2::splat(12.0))));
    present(ui, &mut names, session, (shown, map, scale), (now, way));
    if let Some(even) = even {
        let words = at_point(session, map, "map-even", even, None);
        let width = scale.area.width() * 0.6;
        let text = [line(names.painter, words, SMALL, colours.text_weak, width)];
        let spot = Rect::from_center_size(scale.at(even), Vec2::splat(8.0));
        names.put(&text, &around(spot, size_of(&text)), false);
    }
    for target in &map.targets {
        of_line(&mut names, session, (map, scale), target, colours);
    }
    if map.targets.len() <= MOST_NAMED {
        for found in kept::regions_of(ui, shown.number, map).iter() {
            of_region(&mut names, session, (map, scale), found, colours);
        }
    } else {
        at_pointer(ui, &mut names, session, (map, scale), colours);
    }
}

/// A region's name where it has the most room, in one line or one for each target; not where it is too small for either.
fn of_region(
    names: &mut MapNames<'_>,
    session: &Session,
    (map, scale): (&Feasibility, &MapScale),
    found: &Region,
    colours: &Colours,
) {
    if map.targets.is_empty() {
        return;
    }
    let language = session.view().language;
    let plan = session.document().plan();
    let met = found.met.as_ref().map(|met| map.by_target(met));
    let is_all = found.met.as_ref().is_some_and(|met| met.iter().all(|met| *met));
    let ink = if is_all { colours.met } else { colours.text };
    let said = region(plan, met.as_deref(), language);
    let middle = scale.at(found.middle);
    let by_target = met.as_ref().map(|met| region_lines(plan, met, language));
    let mut ways: Vec<Vec<Arc<Galley>>> = Vec::new();
    for (said, size) in [Some(vec![said.clone()]), by_target.clone(), by_target]
        .into_iter()
        .flatten()
        .zip([BODY, BODY, SMALL])
    {
        let measure = |text: &String| line(names.painter, text.as_str(), size, ink, f32::INFINITY);
        ways.push(said.iter().map(measure).collect());
    }
    // Long names in as many rows as it takes.
    for share in [0.4, 0.28] {
        let room = (scale.area.width() * share, 6);
        ways.push(vec![rows(names.painter, &said, SMALL, ink, room)]);
    }
    for text in ways {
        let size = size_of(&text);
        let usual = middle - size / 2.0;
        let shifts = [0.0, -1.0, 1.0, -2.0, 2.0, -3.0, 3.0].map(|n: f32| vec2(0.0, n * size.y * 0.7));
        let aside = [-1.0, 1.0].map(|n: f32| vec2(n * size.x * 0.4, 0.0));
        let places: Vec<Pos2> = shifts.iter().chain(&aside).map(|shift| usual + *shift).collect();
        if names.put(&text, &places, false) {
            return;
        }
    }
}

/// The region at the pointer, beside it.
fn at_pointer(
    ui: &Ui,
    names: &mut MapNames<'_>,
    session: &Session,
    (map, scale): (&Feasibility, &MapScale),
    colours: &Colours,
) {
    let Some(at) = kept::pointer(ui) else {
        return;
    };
    let words = region_at(session.document().plan(), map, at, session.view().language);
    let text = rows(
        names.painter,
        &words,
        BODY,
        colours.text,
        (scale.area.width() * 0.45, 5),
    );
    let places = around(
        Rect::from_center_size(scale.at(at), Vec2::splat(18.0)),
        text.size(),
    );
    names.taken.clear();
    if let Some(place) = places.iter().find(|place| {
        let place = Rect::from_min_size(**place, text.size());
        names.area.contains_rect(place)
    }) {
        let ground = Rect::from_min_size(*place, text.size()).expand(4.0);
        names.painter.rect_filled(ground, 3.0, colours.surface);
        names.put(&[text], &[*place], true);
    }
}

/// A target's name beside its line; with the rate where the line is one rate, else with what the target asks for.
fn of_line(
    names: &mut MapNames<'_>,
    session: &Session,
    (map, scale): (&Feasibility, &MapScale),
    target: &TargetMap,
    colours: &Colours,
) {
    let language = session.view().language;
    let plan = session.document().plan();
    let ix = target.target;
    let Some(points) = target.boundary.iter().max_by_key(|line| line.len()) else {
        return;
    };
    let first = line_name(session, map, target, points);
    let asked = promise(plan.get(ix.indicator), plan.target(ix), language);
    // From the ends inwards, on either side of the line.
    let shares = [0.98, 0.9, 0.8, 0.7, 0.55, 0.4, 0.3, 0.2, 0.1, 0.02];
    let spots: Vec<Point> = shares
        .iter()
        .filter_map(|share| between(points, *share))
        .collect();
    // Long names in rows, before they lie across a line.
    for (share, most) in [(0.6, 1), (0.4, 3), (0.25, 5)] {
        let width = scale.area.width() * share;
        let text = [
            rows(names.painter, &first, SMALL, colours.text, (width, most)),
            line(names.painter, &asked, SMALL, colours.text_weak, width),
        ];
        if most == 1 && text[0].elided {
            continue;
        }
        let size = size_of(&text);
        let beside = |point: &Point| around(Rect::from_center_size(scale.at(*point), Vec2::ZERO), size);
        let places: Vec<Pos2> = spots.iter().flat_map(beside).collect();
        if names.put(&text, &places, false) {
            return;
        }
    }
    let text = line(
        names.painter,
        first,
        SMALL,
        colours.text,
        scale.area.width() * 0.6,
    );
    let beside = |point: &Point| around(Rect::from_center_size(scale.at(*point), Vec2::ZERO), text.size());
    let places: Vec<Pos2> = spots.iter().flat_map(beside).collect();
    names.put(&[text], &places, true);
}

/// The name of a target's line, with the rate where it is one rate.
fn line_name(session: &Session, map: &Feasibility, target: &TargetMap, points: &[Point]) -> String {
    let language = session.view().language;
    let plan = session.document().plan();
    let said = boundary(plan, target.target, language);
    match straight(map, target, points) {
        Some((axis, value)) => Message::new("map-boundary-rate")
            .with("name", said)
            .with(
                "rate",
                parameter_brief(plan, axis.parameter, value, None, language),
            )
            .say(language),
        None => said,
    }
}

/// The axis and the value of a line that is one value of an axis, rounded so that the figure is enough.
fn straight<'a>(map: &'a Feasibility, target: &TargetMap, points: &[Point]) -> Option<(&'a Axis, f64)> {
    let of = |point: &Point, is_x: bool| if is_x { point.0 } else { point.1 };
    [(&map.x, true), (&map.y, false)]
        .into_iter()
        .find_map(|(axis, is_x)| {
            let value = of(points.first()?, is_x);
            let span = axis.range.1 - axis.range.0;
            let is_one = |point| (of(point, is_x) - value).abs() < span * 1e-4;
            points.iter().all(is_one).then_some(())?;
            let last = (map.x_values.len() - 1, map.y_values.len() - 1);
            let rises = map.margin(target, last.0, last.1) > map.margin(target, 0, 0);
            let fine = value * 100.0;
            let is_round = (fine - fine.round()).abs() < 1e-4;
            let enough = match (is_round, rises) {
                (true, _) => fine.round(),
                (false, true) => fine.ceil(),
                (false, false) => fine.floor(),
            };
            Some((axis, enough / 100.0))
        })
}

/// Places beside a spot: to the right and to the left, above and below.
fn around(spot: Rect, size: Vec2) -> [Pos2; 6] {
    let (left, right) = (spot.left() - GAP - size.x, spot.right() + GAP);
    let (above, below) = (spot.top() - GAP * 0.5 - size.y, spot.bottom() + GAP * 0.5);
    let middle = spot.center().x - size.x / 2.0;
    [
        pos2(right, above),
        pos2(right, below),
        pos2(left, above),
        pos2(left, below),
        pos2(middle, above),
        pos2(middle, below),
    ]
}

/// The point at a share of a line, counted in its points; interpolated if it has only its ends.
fn between(line: &[Point], share: f64) -> Option<Point> {
    let place = share * (line.len().checked_sub(1)? as f64);
    let from = *line.get(place.floor() as usize)?;
    let to = *line.get(place.ceil() as usize)?;
    let rest = place.fract();
    Some((from.0 + (to.0 - from.0) * rest, from.1 + (to.1 - from.1) * rest))
}

/// A message about a point of the map, with the values of both parameters there.
fn at_point(
    session: &Session,
    map: &Feasibility,
    id: &'static str,
    (x, y): Point,
    decimals: Option<usize>,
) -> String {
    let language = session.view().language;
    let plan = session.document().plan();
    let brief = |axis: &Axis, value| parameter_brief(plan, axis.parameter, value, decimals, language);
    Message::new(id)
        .with("across", brief(&map.x, x))
        .with("up", brief(&map.y, y))
        .say(language)
}

/// Where the scenario stands, and the least that would be enough.
fn present(
    ui: &Ui,
    names: &mut MapNames<'_>,
    session: &Session,
    (shown, map, scale): (&MapShown, &Feasibility, &MapScale),
    (now, way): (Point, Option<Point>),
) {
    let colours = Colours::of(ui);
    let width = scale.area.width() * 0.6;
    let mut text = vec![line(
        names.painter,
        at_point(session, map, "map-now", now, None),
        SMALL,
        colours.accent,
        width,
    )];
    let enough = way.and_then(|to| kept::enough(ui, session, shown.number, (now, to)));
    if let Some((to, decimals)) = enough {
        let words = at_point(session, map, "map-way", to, Some(decimals));
        text.push(line(names.painter, words, SMALL, colours.text_weak, width));
    }
    let spot = |size| Rect::from_center_size(scale.at(now), Vec2::splat(size));
    let size = size_of(&text);
    let places = [12.0, 40.0, 80.0, 130.0].map(|spread| around(spot(spread), size));
    let places = places.concat();
    if !names.put(&text, &places, false) {
        names.put(&text, &places, true);
    }
}

/// A parameter of the map with a value, named.
pub(super) fn named_value(session: &Session, axis: &Axis, value: f64) -> String {
    let language = session.view().language;
    parameter_labelled(session.document().plan(), axis.parameter, value, language)
}
