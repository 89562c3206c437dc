//! The map itself: its regions, the targets' lines, and the scenario's point, which can be dragged.

use eframe::egui::{
    EventFilter, Id, Key, Painter, Pos2, Rect, Response, Role, Sense, Stroke, Ui, pos2, vec2,
};

use super::scale::MapScale;
use super::{kept, labels, picture};
use crate::analysis::RateRule;
use crate::analysis::feasibility::{Axis, Feasibility, Point};
use crate::model::ParameterKind;
use crate::session::{Command, MapShown, Phase, Session, TrackCommand};
use crate::text::numbers;
use crate::ui::arrows;
use crate::ui::charts::aimed;
use crate::ui::name_control;
use crate::ui::theme::Colours;
use crate::wording::map_in_words;

/// The radius of the scenario's point, in points.
const DOT: f32 = 5.5;
/// The length of the arrow's head, in points.
const HEAD: f32 = 8.0;
/// A step by keyboard, for rates in percent or points; with Shift, and of base values as a share of the axis.
const STEP: f64 = 0.01;
const LARGE_STEP: f64 = 0.1;

pub(super) fn draw(
    ui: &mut Ui,
    session: &Session,
    (shown, map): (&MapShown, &Feasibility),
    send: &mut Vec<Command>,
) {
    let colours = Colours::of(ui);
    let whole = ui.available_rect_before_wrap();
    let scale = MapScale::draw(ui.painter(), session, map, whole, colours);
    let texture = picture::texture(ui, shown, map);
    let response = ui.interact(scale.area, Id::unique("map"), Sense::click_and_drag());
    ui.advance_cursor_after_rect(whole);
    let painter = ui.painter().with_clip_rect(scale.area.intersect(ui.clip_rect()));
    let all = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    painter.image(texture.id(), scale.image(map), all, eframe::egui::Color32::WHITE);
    lines(&painter, map, &scale, colours);
    let now = at_present(session, map);
    // Between the map's points a margin of none may be a trifle below it.
    let is_there = kept::all_met(&kept::outcomes_now(ui, session, shown.number, now));
    let way = kept::shortest(ui, shown.number, map, now).filter(|_| !is_there);
    let dot = scale.at(now);
    if let Some(to) = way {
        arrow(&painter, dot, scale.at(to), colours);
    }
    let even = even_rates(session, map).filter(|even| scale.at(*even).distance(dot) > 3.0 * DOT);
    if let Some(even) = even {
        let edge = Stroke::new(1.5, colours.text_weak);
        painter.circle(scale.at(even), DOT - 1.0, colours.surface, edge);
    }
    painter.circle_filled(dot, DOT + 1.5, colours.surface);
    painter.circle_filled(dot, DOT, colours.accent);
    let edge = Stroke::new(1.0, colours.outline);
    ui.painter()
        .rect_stroke(scale.area, 0.0, edge, eframe::egui::StrokeKind::Outside);
    labels::draw(ui, &painter, session, (shown, map, &scale), (now, way, even));
    let words = map_in_words(session.document().plan(), map, now, session.view().language);
    name_control(&response, Role::Image, &words);
    by_pointer(ui, session, map, (&response, &scale), send);
    if response.has_focus() {
        by_keys(ui, session, map, response.id, send);
    }
}

/// A line for each target.
fn lines(painter: &Painter, map: &Feasibility, scale: &MapScale, colours: &Colours) {
    for target in &map.targets {
        for line in &target.boundary {
            let points: Vec<Pos2> = line.iter().map(|point| scale.at(*point)).collect();
            painter.line(points, Stroke::new(2.0, colours.text));
        }
    }
}

/// The plan's even rates of both levers; nothing where one axis is no rate or has no such rate, or where they are beyond
/// the map.
fn even_rates(session: &Session, map: &Feasibility) -> Option<Point> {
    let of = |axis: &Axis| {
        let is_rate = axis.parameter.kind == ParameterKind::Rate;
        let found = session.at_pace(axis.parameter.indicator, RateRule::PlanEven);
        let rate = found.ok().filter(|_| is_rate)?.rate;
        (axis.range.0..=axis.range.1).contains(&rate).then_some(rate)
    };
    of(&map.x).zip(of(&map.y))
}

/// The shortest way to where all targets would be met.
fn arrow(painter: &Painter, from: Pos2, to: Pos2, colours: &Colours) {
    let along = to - from;
    if along.length() < DOT + HEAD {
        return;
    }
    let stroke = Stroke::new(2.0, colours.accent);
    let back = along.normalized() * HEAD;
    let side = vec2(-back.y, back.x) * 0.45;
    painter.line_segment([from, to - back * 0.8], stroke);
    painter.add(eframe::egui::Shape::convex_polygon(
        vec![to, to - back + side, to - back - side],
        colours.accent,
        Stroke::NONE,
    ));
}

fn by_pointer(
    ui: &Ui,
    session: &Session,
    map: &Feasibility,
    (response, scale): (&Response, &MapScale),
    send: &mut Vec<Command>,
) {
    if (response.dragged() || response.clicked())
        && let Some(pos) = response.interact_pointer_pos()
    {
        let phase = if response.dragged() {
            Phase::Live
        } else {
            Phase::Done
        };
        move_to(session, map, scale.value_at(pos), phase, send);
    }
    if response.drag_stopped() {
        send.push(Command::FinishEdit);
    }
    kept::point_at(ui, response.hover_pos().map(|pos| scale.value_at(pos)));
}

/// The scenario's position now. While the map is being recomputed, the map lags behind, but not the dragged point.
pub(super) fn at_present(session: &Session, map: &Feasibility) -> Point {
    session.map_present().unwrap_or(map.present)
}

/// Sets both rates, kept on the map and rounded to what a hand can aim at.
fn move_to(session: &Session, map: &Feasibility, (x, y): (f64, f64), phase: Phase, send: &mut Vec<Command>) {
    let plan = session.document().plan();
    let kept = |axis: &Axis, rate: f64| {
        let kept = rate.clamp(axis.range.0, axis.range.1);
        match axis.parameter.kind {
            ParameterKind::Base => rounded(kept),
            _ => aimed(plan.get(axis.parameter.indicator), kept),
        }
    };
    let rates = (kept(&map.x, x), kept(&map.y, y));
    let (was_x, was_y) = at_present(session, map);
    // A pointer held still must not send the same edit, and so request a frame, again.
    let is_new = (rates.0 - was_x).abs() > 1e-9 || (rates.1 - was_y).abs() > 1e-9;
    if is_new || phase == Phase::Done {
        send.push(Command::Track(TrackCommand::MapTo { rates, phase }));
    }
}

/// A level rounded to the digits shown.
fn rounded(level: f64) -> f64 {
    let shown = numbers::parse(&numbers::level(level));
    shown.unwrap_or(level)
}

/// Arrows move the point as they move a slider; base values by a hundredth of their axis, with Shift by a tenth.
fn by_keys(ui: &Ui, session: &Session, map: &Feasibility, id: Id, send: &mut Vec<Command>) {
    let all_arrows = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, all_arrows));
    let (across, up) = ui.input(|input| {
        let steps = (STEP, LARGE_STEP);
        (
            arrows::moved(input, (Key::ArrowRight, Key::ArrowLeft), steps),
            arrows::moved(input, (Key::ArrowUp, Key::ArrowDown), steps),
        )
    });
    if across.abs() > 0.0 || up.abs() > 0.0 {
        let step = |axis: &Axis| match axis.parameter.kind {
            ParameterKind::Base => axis.range.1 - axis.range.0,
            _ => 1.0,
        };
        let (x, y) = at_present(session, map);
        let to = (x + across * step(&map.x), y + up * step(&map.y));
        move_to(session, map, to, Phase::Done, send);
    }
}
