//! The Explore screen (推演): levers, charts, targets.

use eframe::egui::{CentralPanel, Frame, Margin, Panel, Ui};

use super::room::Room;
use super::theme::Colours;
use super::{charts, compact, levers, rail, side};
use crate::session::{Command, Session};

/// Widths of levers and targets at first, in points.
const LEVERS: f32 = 306.0;
const NARROW_LEVERS: f32 = 290.0;
const TARGETS: f32 = 322.0;
/// The space around the charts, in points.
const GAP: i8 = 8;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let room = Room::here(ui);
    if room == Room::Compact {
        return compact::draw(ui, session, send);
    }
    let width = ui.available_width();
    let levers = if room == Room::Wide { LEVERS } else { NARROW_LEVERS };
    let (surface, ground) = (Colours::of(ui).surface, Colours::of(ui).ground);
    // A panel remembers its width, which suits only windows of that size; so each layout has its own panels.
    Panel::left(("levers", room))
        .default_size(levers)
        .size_range(240.0..=460.0_f32.min(width * 0.45))
        .frame(Frame::new().fill(surface).inner_margin(Margin {
            left: 10,
            right: 4,
            top: 6,
            bottom: 4,
        }))
        .show(ui, |ui| levers::draw(ui, session, send));
    if room == Room::Wide {
        Panel::right(("side", room))
            .default_size(TARGETS)
            .size_range(260.0..=520.0_f32.min(width * 0.4))
            .frame(Frame::new().fill(surface))
            .show(ui, |ui| side::draw(ui, session, send));
    } else {
        rail::draw(ui, session, send);
    }
    let frame = Frame::new().fill(ground).inner_margin(Margin::same(GAP));
    let charts = CentralPanel::default().frame(frame).show(ui, |ui| {
        if session.view().rates_table {
            levers::table(ui, session, send);
        } else {
            charts::draw(ui, session, send);
        }
    });
    if room == Room::Narrow {
        rail::drawer(ui, session, charts.response.rect, send);
    }
}
