//! The ends of a curve, held by the pointer or moved by keys: they set how wide a spread is.

use eframe::egui::accesskit::Action;
use eframe::egui::{EventFilter, Key, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::shown::SpreadRow;
use crate::figure::NORMAL_REACH;
use crate::scenario::{Spread, Uncertainty};
use crate::session::{Command, Phase, UncertaintyCommand};
use crate::text::say_with;
use crate::ui::pieces::CurveScale;
use crate::ui::theme::Colours;
use crate::ui::{arrows, grip};

/// How far around an end a press takes hold of it, in points.
const HOLD: f32 = 9.0;
/// The radius of an end, in points.
const RADIUS: f32 = 3.5;

/// Which end.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum CurveEnd {
    Low,
    High,
}

/// Draws both ends and sends what they are told. Returns whether one of them is held.
pub(super) fn draw(ui: &Ui, row: &SpreadRow<'_>, scale: &CurveScale, send: &mut Vec<Command>) -> bool {
    let ends = [CurveEnd::Low, CurveEnd::High].map(|end| one(ui, row, end, scale, send));
    ends.iter().any(Response::is_pointer_button_down_on)
}

fn one(ui: &Ui, row: &SpreadRow<'_>, end: CurveEnd, scale: &CurveScale, send: &mut Vec<Command>) -> Response {
    let (low, high) = row.density.ends();
    let now = row.rate() + if end == CurveEnd::Low { low } else { high };
    let edges = scale.place.x_range();
    let at = pos2(scale.x(now).clamp(edges.min, edges.max), scale.place.bottom());
    let (salt, label) = match end {
        CurveEnd::Low => ("low end", "spread-low-end"),
        CurveEnd::High => ("high end", "spread-high-end"),
    };
    let place = Rect::from_center_size(at, vec2(2.0 * HOLD, 2.0 * HOLD));
    let response = ui.interact(place, ui.scope_id().with(salt), Sense::click_and_drag());
    let name = say_with(row.lever.language, label, &[("name", row.lever.full_name())]);
    response.widget_info(|| WidgetInfo {
        value: Some(now),
        ..WidgetInfo::labeled(Role::Slider, true, &name)
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
    });
    let per_point = scale.per_point();
    let moved = |from: f64, start: eframe::egui::Pos2, to: eframe::egui::Pos2| {
        from + f64::from(to.x - start.x) * per_point
    };
    let set = |rate: f64, phase| row.set(with_end(row, end, rate), phase);
    grip::follow(ui, &response, now, (|_| now, moved), set, send);
    by_keys(ui, row, (end, now), &response, send);
    let colours = Colours::of(ui);
    let is_held = response.hovered() || response.dragged() || response.has_focus();
    let ink = if is_held {
        colours.accent
    } else {
        colours.text_weak
    };
    ui.painter()
        .circle(at, RADIUS, colours.surface, Stroke::new(1.3, ink));
    if response.has_focus() {
        ui.painter()
            .circle_stroke(at, RADIUS + 3.0, Stroke::new(2.0, colours.accent));
    }
    response.on_hover_text(name)
}

/// Arrow keys move the end, ten times as far with Shift; Delete makes the rate certain again.
fn by_keys(
    ui: &Ui,
    row: &SpreadRow<'_>,
    (end, now): (CurveEnd, f64),
    response: &Response,
    send: &mut Vec<Command>,
) {
    let is_focused = response.has_focus();
    if is_focused {
        let sideways = EventFilter {
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, sideways));
        if ui.input(|input| input.key_pressed(Key::Delete) || input.key_pressed(Key::Backspace)) {
            send.push(Command::Uncertainty(UncertaintyCommand::Clear(row.lever.ix)));
            return;
        }
    }
    let step = row.step() * row.reach();
    let steps = ui.input(|input| {
        let asked = |action| input.num_accesskit_action_requests(response.id, action) as f64;
        let pressed = if is_focused {
            arrows::moved(input, (Key::ArrowRight, Key::ArrowLeft), (1.0, 10.0))
        } else {
            0.0
        };
        pressed + asked(Action::Increment) - asked(Action::Decrement)
    });
    if steps.abs() > 0.0 {
        send.push(row.set(with_end(row, end, now + steps * step), Phase::Done));
    }
}

/// The spread with one end of its curve at a rate, in steps that one might also type; as wide as one step at least.
fn with_end(row: &SpreadRow<'_>, end: CurveEnd, rate: f64) -> Uncertainty {
    let step = row.step();
    let round = |figure: f64| (figure / step).round() * step;
    let tidy = |figure: f64| (round(figure) * 1e6).round() / 1e6 + 0.0;
    let deviation = rate - row.rate();
    let spread = match (row.uncertainty.spread, end) {
        (Spread::Fixed, _) => Spread::Fixed,
        (Spread::Normal { .. }, _) => {
            let outwards = if end == CurveEnd::Low {
                -deviation
            } else {
                deviation
            };
            Spread::Normal {
                sd: tidy(outwards / NORMAL_REACH).max(step),
            }
        }
        (Spread::Uniform { max, .. }, CurveEnd::Low) => Spread::Uniform {
            min: tidy(deviation).min(max - step),
            max,
        },
        (Spread::Uniform { min, .. }, CurveEnd::High) => Spread::Uniform {
            min,
            max: tidy(deviation).max(min + step),
        },
        (Spread::Triangular { mode, max, .. }, CurveEnd::Low) => Spread::Triangular {
            min: tidy(deviation).min(mode).min(max - step),
            mode,
            max,
        },
        (Spread::Triangular { min, mode, .. }, CurveEnd::High) => Spread::Triangular {
            min,
            mode,
            max: tidy(deviation).max(mode).max(min + step),
        },
    };
    Uncertainty {
        spread,
        years: row.uncertainty.years,
    }
}
