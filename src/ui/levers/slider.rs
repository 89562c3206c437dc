//! A slider painted for levers: a hollow thumb for what is assumed, a filled one for what is set, a tick at the even
//! rate below the track, a triangle at the rate still needed above it.
//!
//! It is exact: a press on the thumb moves nothing, a drag moves the rate by the pointer's travel, and a rate beyond the
//! range stays until it is moved.

use eframe::egui::accesskit::{Action, ActionData};
use eframe::egui::{
    EventFilter, Id, Key, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, remap,
    remap_clamp, vec2,
};

use super::lever::Lever;
use super::setting::{counts, range, step};
use crate::session::{Command, Phase};
use crate::ui::pieces::hump;
use crate::ui::theme::Colours;
use crate::ui::{arrows, grip};

/// Radius of the thumb, and how far from its centre a press still takes hold of it, in points.
const THUMB: f32 = 6.0;
const HOLD: f32 = 9.0;
/// Width of the track, and the distance within which a drag snaps to a mark, in points.
const TRACK: f32 = 4.0;
const SNAP: f32 = 3.0;
/// What an arrow key adds; ten times that with Shift.
const NUDGE: f64 = 0.01;
/// Height of the curve of a spread above the middle of the track, in points.
const HUMP: f32 = 11.0;

/// A track on screen.
#[derive(Clone, Copy)]
pub(super) struct Track {
    pub rect: Rect,
    pub low: f64,
    pub high: f64,
}

impl Track {
    pub fn new(lever: &Lever<'_>, rect: Rect) -> Self {
        let (low, high) = range(lever.indicator);
        Self { rect, low, high }
    }

    /// The place of a rate, at the end nearest to it if it is beyond the range.
    pub fn x(&self, rate: f64) -> f32 {
        let span = self.low as f32..=self.high as f32;
        remap_clamp(rate as f32, span, self.rect.left()..=self.rect.right())
    }

    pub fn contains(&self, rate: f64) -> bool {
        (self.low..=self.high).contains(&rate)
    }

    fn rate_at(&self, x: f32) -> f64 {
        let rate = remap(
            x.clamp(self.rect.left(), self.rect.right()),
            self.rect.left()..=self.rect.right(),
            0.0..=1.0,
        );
        self.low + f64::from(rate) * (self.high - self.low)
    }
}

/// Draws the slider on its track and sends what it is told by hand, keys and screen readers.
pub(super) fn draw(ui: &Ui, lever: &Lever<'_>, track: Track, send: &mut Vec<Command>) -> Response {
    let setting = &lever.setting;
    let id = ui.scope_id().with("slider");
    let sense = if setting.is_open {
        Sense::click_and_drag()
    } else {
        Sense::hover()
    };
    let response = ui.interact(track.rect.expand2(vec2(THUMB, HOLD)), id, sense);
    response.widget_info(|| WidgetInfo {
        value: Some(setting.rate),
        ..WidgetInfo::labeled(Role::Slider, setting.is_open, lever.full_name())
    });
    if setting.is_open {
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_min_numeric_value(track.low);
            node.set_max_numeric_value(track.high);
            node.set_numeric_value_step(NUDGE);
            for action in [Action::SetValue, Action::Increment, Action::Decrement] {
                node.add_action(action);
            }
        });
        by_hand(ui, lever, track, &response, send);
        by_keys(ui, lever, &response, send);
    }
    paint(ui, lever, track, &response);
    response
}

fn by_hand(ui: &Ui, lever: &Lever<'_>, track: Track, response: &Response, send: &mut Vec<Command>) {
    let now = lever.setting.rate;
    // Beside the thumb, a press moves it there first.
    let begin = |at: Pos2| {
        if (at.x - track.x(now)).abs() <= HOLD {
            now
        } else {
            wanted(ui, lever, track, track.rate_at(at.x))
        }
    };
    let per_point = (track.high - track.low) / f64::from(track.rect.width());
    let moved = |rate: f64, from: Pos2, to: Pos2| {
        let travel = to.x - from.x;
        if travel.abs() < 0.5 {
            return rate;
        }
        let moved = wanted(ui, lever, track, rate + f64::from(travel) * per_point);
        // The range ends a drag, unless it began beyond it.
        moved.clamp(track.low.min(rate), track.high.max(rate))
    };
    let set = |rate, phase| lever.set(rate, phase);
    grip::follow(ui, response, now, (begin, moved), set, send);
}

/// A dragged rate: at a mark close by, unless Alt is down, else in steps that one might also type.
fn wanted(ui: &Ui, lever: &Lever<'_>, track: Track, rate: f64) -> f64 {
    let setting = &lever.setting;
    let even = setting.has_even.then_some(setting.plan_rate);
    let marks = even.into_iter().chain(setting.needed.map(|(rate, _)| rate));
    let is_near = |mark: &f64| track.contains(*mark) && (track.x(*mark) - track.x(rate)).abs() <= SNAP;
    if !ui.input(|input| input.modifiers.alt)
        && let Some(mark) = marks.into_iter().find(is_near)
    {
        return mark;
    }
    let step = step(lever.indicator);
    // Multiples of a tenth are not exact in binary; files should not contain 1.3000000000000003.
    tidy((rate / step).round() * step)
}

/// A rate without binary dust.
pub(super) fn tidy(rate: f64) -> f64 {
    (rate * 1e6).round() / 1e6 + 0.0
}

fn by_keys(ui: &Ui, lever: &Lever<'_>, response: &Response, send: &mut Vec<Command>) {
    let setting = &lever.setting;
    let is_focused = response.has_focus();
    if is_focused {
        let sideways = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: false,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, sideways));
    }
    let pressed = |key| is_focused && ui.input(|input| input.key_pressed(key));
    if pressed(Key::Delete) || pressed(Key::Backspace) {
        let reset = Command::ResetLever(lever.ix);
        send.extend(lever.session.is_enabled(&reset).then_some(reset));
        return;
    }
    let mut rate = setting.rate;
    if pressed(Key::Home) && setting.has_even {
        rate = setting.plan_rate;
    }
    if let (true, Some((needed, _))) = (pressed(Key::End), setting.needed) {
        rate = needed;
    }
    let moved = moved_by_keys(ui, response.id, is_focused);
    if moved.abs() > 0.0 {
        rate = tidy(rate + moved);
    }
    if let Some(asked) = asked_for(ui, response.id) {
        rate = asked;
    }
    if counts(lever.indicator) {
        rate = rate.max(0.0);
    }
    if (rate - setting.rate).abs() > 1e-12 {
        send.push(lever.set(rate, Phase::Done));
    }
}

/// What arrow keys and screen readers add.
fn moved_by_keys(ui: &Ui, id: Id, is_focused: bool) -> f64 {
    ui.input(|input| {
        let asked = |action| input.num_accesskit_action_requests(id, action) as f64 * NUDGE;
        let pressed = if is_focused {
            arrows::moved(input, (Key::ArrowRight, Key::ArrowLeft), (NUDGE, 10.0 * NUDGE))
        } else {
            0.0
        };
        pressed + asked(Action::Increment) - asked(Action::Decrement)
    })
}

/// The rate a screen reader asks for.
fn asked_for(ui: &Ui, id: Id) -> Option<f64> {
    ui.input(|input| {
        let mut requests = input.accesskit_action_requests(id, Action::SetValue);
        requests.find_map(|request| match request.data {
            Some(ActionData::NumericValue(rate)) if rate.is_finite() => Some(rate),
            _ => None,
        })
    })
}

fn paint(ui: &Ui, lever: &Lever<'_>, track: Track, response: &Response) {
    let (setting, colours, painter) = (&lever.setting, Colours::of(ui), ui.painter());
    let y = track.rect.center().y;
    let line = Rect::from_x_y_ranges(track.rect.x_range(), y - TRACK / 2.0..=y + TRACK / 2.0);
    painter.rect_filled(line, TRACK / 2.0, colours.outline);
    if !setting.is_open {
        return;
    }
    if setting.has_even && track.contains(setting.plan_rate) {
        let x = track.x(setting.plan_rate);
        painter.vline(x, y + 5.5..=y + 10.5, Stroke::new(1.5, colours.text_weak));
    }
    let (ink, at) = (lever.ink(ui), pos2(track.x(setting.rate), y));
    if let Some(density) = &lever.density {
        let place = Rect::from_x_y_ranges(track.rect.x_range(), y - HUMP..=y - TRACK / 2.0);
        hump(painter, density, setting.rate, place, |rate| track.x(rate), ink);
    }
    if let Some((low, high)) = setting.spread {
        // The years differ: a bar from the lowest to the highest.
        let span =
            Rect::from_x_y_ranges(track.x(low)..=track.x(high), y - 3.0..=y + 3.0).expand2(vec2(2.0, 0.0));
        painter.rect_filled(span, 3.0, ink);
    }
    if response.has_focus() {
        painter.circle_stroke(at, THUMB + 3.0, Stroke::new(2.0, colours.accent));
    } else if response.hovered() || response.dragged() {
        painter.circle_stroke(at, THUMB + 2.0, Stroke::new(1.0, colours.text_weak));
    }
    if setting.is_assumed && lever.violation.is_none() {
        painter.circle(at, THUMB - 0.75, colours.surface, Stroke::new(1.5, ink));
    } else {
        painter.circle(at, THUMB, ink, Stroke::new(1.0, colours.surface));
    }
    needed(ui, lever, track, y);
}

/// The triangle at the rate still needed; beyond the range, at its end, pointing outwards.
fn needed(ui: &Ui, lever: &Lever<'_>, track: Track, y: f32) {
    let Some((rate, _)) = lever.setting.needed else {
        return;
    };
    let x = track.x(rate);
    let corners: [Pos2; 3] = if track.contains(rate) {
        let top = y - 10.5;
        [pos2(x - 4.0, top), pos2(x + 4.0, top), pos2(x, top + 5.5)]
    } else {
        let side = if rate > track.high { 1.0 } else { -1.0 };
        let x = x + side * (THUMB + 1.0);
        [pos2(x, y - 4.0), pos2(x, y + 4.0), pos2(x + side * 6.0, y)]
    };
    let shape = Shape::convex_polygon(corners.to_vec(), Colours::of(ui).text, Stroke::NONE);
    ui.painter().add(shape);
}
