//! The map's axes, and where its values lie on screen.

use eframe::egui::{FontId, Painter, Pos2, Rect, Stroke, pos2};

use crate::analysis::feasibility::{Axis, Feasibility, Point};
use crate::figure::{tick_decimals, ticks};
use crate::model::{Change, LevelKind, ParameterKind, stated_in};
use crate::session::Session;
use crate::text::{Message, numbers};
use crate::ui::pieces::{NOTE, SMALL, line};
use crate::ui::theme::Colours;
use crate::wording::{
    change_in_words, counted_in, open_years, parameter_in_words, points_or_percent, round_rate, unit,
};

/// The height of a row of text, and the gap between marks and the map, in points.
const ROW: f32 = 17.0;
const GAP: f32 = 6.0;
/// The usual distance of marks, in points.
const BETWEEN: f32 = 70.0;

/// Converts between values and points.
pub(super) struct MapScale {
    /// The map without its axes.
    pub area: Rect,
    x: (f64, f64),
    y: (f64, f64),
}

impl MapScale {
    /// Draws the axes in `whole`, and leaves the rest for the map.
    pub fn draw(
        painter: &Painter,
        session: &Session,
        map: &Feasibility,
        whole: Rect,
        colours: &Colours,
    ) -> Self {
        let font = FontId::proportional(SMALL);
        let height = (whole.height() - 3.0 * ROW).max(20.0);
        let up: Vec<_> = marks(session, &map.y, height)
            .into_iter()
            .map(|(value, text)| {
                (
                    value,
                    painter.layout_no_wrap(text, font.clone(), colours.text_weak),
                )
            })
            .collect();
        let widest = up.iter().map(|(_, text)| text.size().x).fold(20.0, f32::max);
        let area = Rect::from_min_max(
            pos2(whole.left() + widest + GAP, whole.top() + ROW + 2.0),
            pos2(
                (whole.right() - 12.0).max(whole.left() + widest + 40.0),
                whole.top() + ROW + 2.0 + height,
            ),
        );
        let scale = Self {
            area,
            x: map.x.range,
            y: map.y.range,
        };
        painter.rect_filled(area, 0.0, colours.surface);
        for (value, text) in up {
            let y = scale.at((map.x.range.0, value)).y;
            painter.hline(
                area.left() - 3.0..=area.left(),
                y,
                Stroke::new(1.0, colours.outline),
            );
            // The first and the last stay clear of what is above and below.
            let top = (y - text.size().y / 2.0).clamp(area.top(), area.bottom() - text.size().y);
            let at = pos2(area.left() - GAP - text.size().x, top);
            painter.galley(at, text, colours.text_weak);
        }
        for (value, text) in marks(session, &map.x, area.width()) {
            let x = scale.at((value, map.y.range.0)).x;
            painter.vline(
                x,
                area.bottom()..=area.bottom() + 3.0,
                Stroke::new(1.0, colours.outline),
            );
            let text = painter.layout_no_wrap(text, font.clone(), colours.text_weak);
            let left = (x - text.size().x / 2.0).clamp(area.left(), whole.right() - text.size().x);
            painter.galley(pos2(left, area.bottom() + 3.0), text, colours.text_weak);
        }
        let title = |axis: &Axis| {
            line(
                painter,
                axis_name(session, axis),
                NOTE,
                colours.text,
                whole.width(),
            )
        };
        painter.galley(whole.left_top(), title(&map.y), colours.text);
        let across = title(&map.x);
        let at = pos2(area.right() - across.size().x, area.bottom() + ROW + 1.0);
        painter.galley(at, across, colours.text);
        scale
    }

    pub fn at(&self, (x, y): Point) -> Pos2 {
        let share = |(low, high): (f64, f64), value: f64| ((value - low) / (high - low)) as f32;
        pos2(
            self.area.left() + share(self.x, x) * self.area.width(),
            self.area.bottom() - share(self.y, y) * self.area.height(),
        )
    }

    pub fn value_at(&self, at: Pos2) -> Point {
        let part = |(low, high): (f64, f64), share: f32| low + (high - low) * f64::from(share);
        (
            part(self.x, (at.x - self.area.left()) / self.area.width().max(1.0)),
            part(self.y, (self.area.bottom() - at.y) / self.area.height().max(1.0)),
        )
    }

    /// Where the image of the map lies: half a step beyond the first and last value, so that each has a pixel around it.
    pub fn image(&self, map: &Feasibility) -> Rect {
        let half = |axis: &Axis| (axis.range.1 - axis.range.0) / (axis.count.max(2) - 1) as f64 / 2.0;
        let (across, up) = (half(&map.x), half(&map.y));
        Rect::from_two_pos(
            self.at((self.x.0 - across, self.y.0 - up)),
            self.at((self.x.1 + across, self.y.1 + up)),
        )
    }
}

/// Round values with their names. What goes against the direction that the title names says so in words.
fn marks(session: &Session, axis: &Axis, length: f32) -> Vec<(f64, String)> {
    let language = session.view().language;
    let plan = session.document().plan();
    let found = ticks(axis.range.0, axis.range.1, ((length / BETWEEN) as usize).max(3));
    let decimals = tick_decimals(&found);
    let indicator = plan.get(axis.parameter.indicator);
    let counted = counted_in(plan, axis.parameter, language);
    let is_output = matches!(
        axis.parameter.kind,
        ParameterKind::Numerator | ParameterKind::Denominator
    );
    let name = |value: f64| match (axis.parameter.kind, stated_in(indicator, None)) {
        (ParameterKind::Base, _) => numbers::shortest(value),
        _ if value.abs() < 1e-9 => numbers::decimal(0.0, 0),
        _ if is_output => change_in_words(counted, value, Some(decimals), language),
        (_, Change::Points) => numbers::signed(value, decimals),
        _ => round_rate(indicator, value, language),
    };
    found.into_iter().map(|value| (value, name(value))).collect()
}

/// A parameter with its unit and the years that it governs.
fn axis_name(session: &Session, axis: &Axis) -> String {
    let language = session.view().language;
    let document = session.document();
    let (plan, projection) = (document.plan(), document.projection());
    let indicator = plan.get(axis.parameter.indicator);
    let name = match axis.parameter.kind {
        ParameterKind::Rate => indicator.short_name(language).to_owned(),
        _ => parameter_in_words(plan, axis.parameter, language),
    };
    let unit = match axis.parameter.kind {
        ParameterKind::Rate => points_or_percent(indicator, language).into_owned(),
        // Its name includes its unit.
        ParameterKind::Numerator | ParameterKind::Denominator => return name,
        ParameterKind::Base => unit(plan, indicator, LevelKind::Absolute, language).into_owned(),
    };
    let years = if axis.parameter.kind == ParameterKind::Base {
        open_years(plan.base_year, plan.base_year, language)
    } else {
        let first = projection.last_actual(axis.parameter.indicator) + 1;
        open_years(plan.year(first), plan.end_year, language)
    };
    Message::new("map-axis-years")
        .with("name", name)
        .with("unit", unit)
        .with("years", years)
        .say(language)
}
