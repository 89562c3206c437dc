//! The map itself: areas, boundaries, and the scenario's point.

use eframe::egui::{Align2, EventFilter, Id, Key, Rangef, RichText, Role, Sense, Stroke, Ui};
use egui_plot::{
    AxisHints, HLine, Line, MarkerShape, Plot, PlotBounds, PlotImage, PlotPoint, PlotPoints, PlotUi, Points,
    Text, VLine,
};

use super::{colour, nearest, picture};
use crate::analysis::feasibility::{Axis, Feasibility, Point};
use crate::model::{LevelKind, ParameterKind};
use crate::session::{Command, MapShown, Phase, Session, TrackCommand};
use crate::text::{Message, numbers, say};
use crate::ui::charts::{aimed, still};
use crate::ui::name_control;
use crate::ui::theme::Colours;
use crate::wording::{
    counted_in, in_unit, labelled, parameter_in_words, percent, points_or_percent, rate_in_words, unit,
};

pub(super) fn draw(
    ui: &mut Ui,
    session: &Session,
    shown: &MapShown,
    map: &Feasibility,
    send: &mut Vec<Command>,
) {
    let colours = Colours::of(ui);
    let texture = picture::texture(ui, shown, map);
    let plotted = still(Plot::new("feasibility"), colours)
        .height(ui.available_height())
        .custom_x_axes(vec![axis(AxisHints::new_x(), session, &map.x)])
        .custom_y_axes(vec![axis(AxisHints::new_y(), session, &map.y)])
        .show(ui, |plot| {
            let (low, high) = (step_around(&map.x), step_around(&map.y));
            plot.set_plot_bounds(PlotBounds::from_min_max([low.0, high.0], [low.1, high.1]));
            let centre = PlotPoint::new(f64::midpoint(low.0, low.1), f64::midpoint(high.0, high.1));
            let size = [(low.1 - low.0) as f32, (high.1 - high.0) as f32];
            plot.image(PlotImage::new("", texture.id(), centre, size).allow_hover(false));
            boundaries(plot, map, colours);
            present(plot, at_present(session, map), colours);
        });
    let response = plotted.response.interact(Sense::click_and_drag());
    name_control(&response, Role::Image, &in_words(session, map));
    if (response.dragged() || response.clicked())
        && let Some(pos) = response.interact_pointer_pos()
    {
        let value = plotted.transform.value_from_position(pos);
        let phase = if response.dragged() {
            Phase::Live
        } else {
            Phase::Done
        };
        move_to(session, map, (value.x, value.y), phase, send);
    }
    if response.drag_stopped() {
        send.push(Command::FinishEdit);
    }
    if response.has_focus() {
        by_keys(ui, session, map, response.id, send);
    }
    if let Some(pos) = response.hover_pos() {
        let value = plotted.transform.value_from_position(pos);
        let text = pair(session, map, (value.x, value.y));
        response.on_hover_text_at_pointer(text);
    }
}

/// The ends of an axis, half a step beyond the first and last rate, so that every pixel of the image has room.
fn step_around(axis: &Axis) -> (f64, f64) {
    let (low, high) = axis.range;
    let half = (high - low) / (axis.count.max(2) - 1) as f64 / 2.0;
    (low - half, high + half)
}

fn axis<'a>(hints: AxisHints<'a>, session: &Session, axis: &Axis) -> AxisHints<'a> {
    hints
        .label(axis_name(session, axis))
        .formatter(|mark, _| numbers::shortest(mark.value))
        .label_spacing(Rangef::new(30.0, 60.0))
}

fn axis_name(session: &Session, axis: &Axis) -> String {
    let language = session.view().language;
    let plan = session.document().plan();
    let indicator = plan.get(axis.parameter.indicator);
    let name = parameter_in_words(plan, axis.parameter, language);
    match axis.parameter.kind {
        ParameterKind::Rate => in_unit(&name, &points_or_percent(indicator, language), language),
        // Its name includes its unit.
        ParameterKind::Numerator | ParameterKind::Denominator => name,
        ParameterKind::Base => {
            let unit = unit(plan, indicator, LevelKind::Absolute, language);
            in_unit(&name, &unit, language)
        }
    }
}

/// A line for each target, with its number in the middle.
fn boundaries(plot: &mut PlotUi<'_>, map: &Feasibility, colours: &Colours) {
    for (n, target) in map.targets.iter().enumerate() {
        for (part, line) in target.boundary.iter().enumerate() {
            let points: Vec<[f64; 2]> = line.iter().map(|(x, y)| [*x, *y]).collect();
            // Staggers the numbers of neighbouring lines.
            let share = [0.5, 0.3, 0.7, 0.15, 0.85][n % 5];
            let place = between(line, share);
            plot.line(
                Line::new("", PlotPoints::from(points))
                    .id(Id::unique(("boundary", n, part)))
                    .color(colour(colours, n))
                    .width(2.0)
                    .allow_hover(false),
            );
            if let Some((x, y)) = place {
                let text = RichText::new((n + 1).to_string()).size(16.0).strong();
                let text = Text::new("", PlotPoint::new(x, y), text.color(colour(colours, n)))
                    .anchor(Align2::LEFT_BOTTOM)
                    .allow_hover(false);
                plot.text(text);
            }
        }
    }
}

/// The point at a share of a line, counted in its points; interpolated if it has only its ends.
fn between(line: &[(f64, f64)], share: f64) -> Option<(f64, f64)> {
    let place = share * (line.len().checked_sub(1)? as f64);
    let from = *line.get(place.floor() as usize)?;
    let to = *line.get(place.ceil() as usize)?;
    let rest = place.fract();
    Some((from.0 + (to.0 - from.0) * rest, from.1 + (to.1 - from.1) * rest))
}

/// The scenario's position now. While the map is being recomputed, the map lags behind, but not the dragged point.
fn at_present(session: &Session, map: &Feasibility) -> Point {
    session.map_present().unwrap_or(map.present)
}

fn present(plot: &mut PlotUi<'_>, (x, y): Point, colours: &Colours) {
    let thin = Stroke::new(1.0, colours.text_weak);
    plot.vline(
        VLine::new("", x)
            .id(Id::unique("present across"))
            .stroke(thin)
            .allow_hover(false),
    );
    plot.hline(
        HLine::new("", y)
            .id(Id::unique("present up"))
            .stroke(thin)
            .allow_hover(false),
    );
    for (radius, colour, part) in [(8.0, colours.surface, "ground"), (6.0, colours.text, "point")] {
        plot.points(
            Points::new("", vec![[x, y]])
                .id(Id::unique(("present", part)))
                .shape(MarkerShape::Circle)
                .radius(radius)
                .color(colour)
                .allow_hover(false),
        );
    }
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

/// Arrows move the point by a hundredth of the map, finer with Shift.
fn by_keys(ui: &Ui, session: &Session, map: &Feasibility, id: Id, send: &mut Vec<Command>) {
    let arrows = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
    let (across, up) = ui.input(|input| {
        let presses = |key| f64::from(u32::try_from(input.num_presses(key)).unwrap_or(u32::MAX));
        let fine = if input.modifiers.shift { 0.1 } else { 1.0 };
        (
            (presses(Key::ArrowRight) - presses(Key::ArrowLeft)) * fine,
            (presses(Key::ArrowUp) - presses(Key::ArrowDown)) * fine,
        )
    });
    if across.abs() > 0.0 || up.abs() > 0.0 {
        let step = |axis: &Axis| (axis.range.1 - axis.range.0) / 100.0;
        let (x, y) = at_present(session, map);
        let to = (x + across * step(&map.x), y + up * step(&map.y));
        move_to(session, map, to, Phase::Done, send);
    }
}

fn pair(session: &Session, map: &Feasibility, (x, y): (f64, f64)) -> String {
    let language = session.view().language;
    let plan = session.document().plan();
    let one = |axis: &Axis, rate: f64| {
        let indicator = plan.get(axis.parameter.indicator);
        let value = match axis.parameter.kind {
            ParameterKind::Base => {
                let unit = unit(plan, indicator, LevelKind::Absolute, language);
                format!("{} {unit}", numbers::level(rate))
            }
            _ => rate_in_words(counted_in(plan, axis.parameter, language), rate, None, language),
        };
        labelled(
            &parameter_in_words(plan, axis.parameter, language),
            &value,
            language,
        )
    };
    format!("{}\n{}", one(&map.x, x), one(&map.y, y))
}

/// The map as text for screen readers: the scenario's position, and how much of the map meets all targets.
fn in_words(session: &Session, map: &Feasibility) -> String {
    let language = session.view().language;
    let hold = map.holds.iter().filter(|holds| **holds).count();
    let share = hold as f64 / map.holds.len().max(1) as f64 * 100.0;
    let present = at_present(session, map);
    let here = nearest(map, present).is_some_and(|point| map.holds[point]);
    Message::new("map-in-words")
        .with(
            "point",
            pair(session, map, present).replace('\n', &say(language, "list-separator")),
        )
        .with("share", percent(numbers::decimal(share, 0), language))
        .with(
            "here",
            Message::new(if here { "map-here-holds" } else { "map-here-fails" }),
        )
        .say(language)
}
