//! One chart: axes, band, lines, targets, labels, and what the pointer does to them.

use eframe::egui::{Id, Key, Painter, Pos2, Rect, Response, Role as A11y, Sense, Ui, pos2, vec2};

use super::axes::{self, AxisLayout};
use super::dodge::PlotObstacles;
use super::ghost::ghost;
use super::labels::{self, Tag};
use super::lines::{self, Canvas, points};
use super::{band, chip, flags, moving, reading, targets};
use crate::figure::{Chart, Role};
use crate::session::{Command, Session};
use crate::text::say;
use crate::ui::name_control;
use crate::ui::pieces::{NOTE, SMALL, line};
use crate::ui::theme::Colours;
use crate::wording::{end_now, end_was};

/// Lines nearer to each other than this need no names of their own, in points.
const ON_TOP: f32 = 4.0;

/// Draws a chart in all the room there is.
pub(in crate::ui) fn draw(
    ui: &mut Ui,
    session: &Session,
    chart: &Chart,
    send: &mut Vec<Command>,
) -> Response {
    let whole = ui.available_rect_before_wrap();
    let id = Id::unique(("plot", chart.indicator, chart.mode));
    let response = ui.interact(whole, id, Sense::click_and_drag());
    ui.advance_cursor_after_rect(whole);
    let view = session.view();
    let words = chart.in_words(view.language, view.decimals);
    name_control(&response, A11y::Image, &words);
    let colours = Colours::of(ui);
    let ghost = ghost(session, chart);
    let range = axes::range(ui, session, chart, &ghost);
    let painter = ui
        .painter()
        .with_clip_rect(whole.expand(4.0).intersect(ui.clip_rect()));
    let layout = axes::draw(&painter, chart, (whole, range), view.language, colours);
    let key = (chart.indicator, chart.mode);
    let pointed = response.hover_pos().map(|pos| layout.scale.year_at(pos.x));
    let by_keys = response
        .has_focus()
        .then(|| moving::by_keys(ui, session, chart, &response, send));
    let on_flag = || flags::pointed_at(ui, chart);
    reading::link(ui, key, pointed.or_else(on_flag).or(by_keys));
    above(ui, session, chart, (&painter, &layout), colours);
    moving::by_pointer(ui, session, chart, (&response, &layout.scale), send);
    contents(ui, session, chart, (&layout, &ghost), colours, send);
    response
}

/// The band above the plot; while a year with an annotation is marked, that stands in its place.
fn above(
    ui: &Ui,
    session: &Session,
    chart: &Chart,
    (painter, layout): (&Painter, &AxisLayout),
    colours: &Colours,
) {
    let scale = &layout.scale;
    let text = reading::linked_year(ui).and_then(|year| chart.annotation(year));
    let top = match text {
        Some(_) => scale.area.top(),
        None => layout.band.top(),
    };
    band::divider(painter, chart, (top, scale), colours);
    let Some(text) = text else {
        let after = band::after_data(session, chart, colours);
        let language = session.view().language;
        return band::draw(painter, chart, (layout.band, scale), after, language, colours);
    };
    let canvas = Canvas {
        painter,
        scale,
        colours,
    };
    flags::in_band(canvas, layout.band, text);
}

/// Lines, brackets, labels and, during a drag, the chip.
fn contents(
    ui: &Ui,
    session: &Session,
    chart: &Chart,
    (layout, ghost): (&AxisLayout, &[(f64, f64)]),
    colours: &Colours,
    send: &mut Vec<Command>,
) {
    let scale = &layout.scale;
    let clipped = ui.painter().with_clip_rect(scale.clip(ui));
    let inside = Canvas {
        painter: &clipped,
        scale,
        colours,
    };
    if let Some(year) = reading::linked_year(ui) {
        reading::mark(inside, chart, year);
    }
    lines::behind(inside, chart, ghost);
    lines::milestones(inside, chart);
    targets::brackets(inside, chart);
    lines::scenario(inside, chart);
    let outside = Canvas {
        painter: ui.painter(),
        ..inside
    };
    let mut obstacles = targets::obstacles(inside, chart);
    let language = session.view().language;
    flags::draw(ui, outside, chart, (&mut obstacles, language), send);
    targets::labels_inside(outside, session, chart, &mut obstacles);
    lines::milestone_figures(inside, chart, &mut obstacles, language);
    let tags = tags(outside, session, chart, (layout, ghost), &mut obstacles);
    labels::draw(outside.painter, layout.margin, tags, colours);
    let dragged = moving::dragged(ui, chart);
    let point = dragged.and_then(|step| {
        let year = chart.years.0 + i32::try_from(step).ok()?;
        let value = chart.scenario()?.at(year)?.value;
        Some((
            moving::in_words(session, chart, step)?,
            scale.at((f64::from(year), value)),
        ))
    });
    if let Some((words, at)) = point {
        let room = Rect::from_min_max(
            pos2(layout.band.left(), scale.area.top() - 4.0),
            pos2(layout.margin.right(), scale.area.bottom()),
        );
        chip::draw(outside, &words, at, (room, &obstacles));
    }
}

/// The labels of the margin, the most important first.
fn tags(
    canvas: Canvas<'_>,
    session: &Session,
    chart: &Chart,
    (layout, ghost): (&AxisLayout, &[(f64, f64)]),
    obstacles: &mut PlotObstacles,
) -> Vec<Tag> {
    let width = labels::width(layout.margin);
    let mut tags: Vec<Tag> = end(canvas, session, chart, !ghost.is_empty(), width)
        .into_iter()
        .collect();
    tags.extend(targets::tags(canvas, session, chart, width));
    tags.extend(was(canvas, session, chart, ghost, width));
    for series in &chart.series {
        let Role::Pinned(_) = series.role else { continue };
        let ink = canvas.colours.role(series.role);
        let last = points(series).last();
        tags.extend(last.map(|last| Tag {
            at: beyond(canvas.scale.at(last)),
            text: line(canvas.painter, &series.name, NOTE, ink, width),
            ink,
        }));
    }
    tags.extend(even_path(canvas, session, chart, obstacles, width));
    tags
}

/// The value that the scenario's line ends with.
fn end(canvas: Canvas<'_>, session: &Session, chart: &Chart, has_moved: bool, width: f32) -> Option<Tag> {
    let view = session.view();
    let last = chart.scenario()?.points.last().filter(|_| !chart.is_marks)?;
    let value = chart.value_at(last.value, last.year, view.decimals, view.language);
    let is_moving = has_moved && session.document().history().is_open();
    let words = if is_moving {
        end_now(&value, view.language)
    } else {
        value
    };
    let ink = canvas.colours.ink(last.strand().ink());
    let at = canvas.scale.at((f64::from(last.year), last.value));
    Some(Tag {
        at: beyond(on_axis(canvas, at)),
        text: line(canvas.painter, beyond_axis(canvas, at, words), NOTE, ink, width),
        ink,
    })
}

/// The value that it ended with before the last edit.
fn was(
    canvas: Canvas<'_>,
    session: &Session,
    chart: &Chart,
    ghost: &[(f64, f64)],
    width: f32,
) -> Option<Tag> {
    let view = session.view();
    let (year, value) = *ghost.last()?;
    let value = chart.value_at(value, chart.years.1, view.decimals, view.language);
    let ink = canvas.colours.scenario;
    let at = canvas.scale.at((year, ghost.last()?.1));
    Some(Tag {
        at: beyond(on_axis(canvas, at)),
        text: line(canvas.painter, end_was(&value, view.language), NOTE, ink, width),
        ink,
    })
}

/// The name of the even path: on it where there is room, else at its end; none where the scenario is on it.
fn even_path(
    canvas: Canvas<'_>,
    session: &Session,
    chart: &Chart,
    obstacles: &mut PlotObstacles,
    width: f32,
) -> Option<Tag> {
    let series = chart.series.iter().find(|series| series.role == Role::Plan)?;
    let own = chart.scenario()?;
    let on_screen = |series| {
        points(series)
            .map(|at| canvas.scale.at(at))
            .collect::<Vec<Pos2>>()
    };
    let (even, own) = (on_screen(series), on_screen(own));
    let is_apart = |(one, other): (&Pos2, &Pos2)| (one.y - other.y).abs() > ON_TOP;
    if chart.is_marks || !even.iter().zip(&own).any(is_apart) {
        return None;
    }
    let words = say(session.view().language, "even-path");
    let ink = canvas.colours.text_weak;
    let text = line(canvas.painter, words.as_ref(), SMALL, ink, width);
    let size = text.size();
    let middles = even.windows(2).map(|pair| pair[0] + (pair[1] - pair[0]) * 0.5);
    let near = middles.flat_map(|middle| {
        [-1.0, 1.0].into_iter().flat_map(move |side| {
            [0.0, 8.0, 16.0].map(move |more| middle + vec2(0.0, side * (size.y / 2.0 + 5.0 + more)))
        })
    });
    let near: Vec<Pos2> = near.collect();
    if let Some(place) = obstacles.free(size, near.into_iter()) {
        canvas.painter.galley(place.min, text, ink);
        return None;
    }
    Some(Tag {
        at: beyond(*even.last()?),
        text,
        ink,
    })
}

/// Just to the right of a line's end.
fn beyond(at: Pos2) -> Pos2 {
    at + vec2(6.0, 0.0)
}

fn on_axis(canvas: Canvas<'_>, at: Pos2) -> Pos2 {
    let area = canvas.scale.area;
    pos2(at.x, at.y.min(area.bottom()).max(area.top()))
}

/// What is said of a value, with an arrow if it lies beyond the axis, which is held while something is dragged.
fn beyond_axis(canvas: Canvas<'_>, at: Pos2, words: String) -> String {
    let area = canvas.scale.area;
    match at.y {
        y if y < area.top() - 1.0 => format!("↑ {words}"),
        y if y > area.bottom() + 1.0 => format!("↓ {words}"),
        _ => words,
    }
}

/// Whether Enter was pressed on a chart, which chooses it as a click does.
pub(super) fn is_chosen(ui: &Ui, response: &Response) -> bool {
    response.clicked() || (response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter)))
}
