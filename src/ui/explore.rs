//! The Explore screen (推演): levers, charts, scorecard.

use eframe::egui::{CentralPanel, Frame, Margin, Panel, Ui};

use super::theme::Colours;
use super::{charts, levers, side};
use crate::session::{Command, Page, Session};

/// Below this window width, in points, panels start narrower.
const NARROW: f32 = 1150.0;
/// Below this width, charts and scorecard take turns; 1280 pixels at 200 % are 640 points.
const COMPACT: f32 = 860.0;

/// Whether the window is too narrow for charts beside the other pages.
pub(super) fn is_compact(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() < COMPACT
}

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let width = ui.ctx().content_rect().width();
    let is_compact = is_compact(ui);
    let (left, right) = if width < NARROW {
        (270.0, 240.0)
    } else {
        (330.0, 300.0)
    };
    // A panel remembers its width, which suits only windows of that size; so each layout has its own panels.
    let layout = (width < NARROW, is_compact);
    Panel::left(("levers", layout))
        .default_size(left)
        .size_range(230.0..=460.0_f32.min(width * 0.45))
        .frame(panel_frame(ui))
        .show(ui, |ui| levers::draw(ui, session, send));
    if !is_compact {
        Panel::right(("side", layout))
            .default_size(right)
            .size_range(220.0..=460.0)
            .frame(panel_frame(ui))
            .show(ui, |ui| side::draw(ui, session, send));
    }
    CentralPanel::default()
        .frame(panel_frame(ui).inner_margin(Margin::same(6)))
        .show(ui, |ui| {
            if is_compact {
                side::tabs(ui, session, &Page::ALL, send);
            }
            if is_compact && session.view().page != Page::Charts {
                side::page(ui, session, send);
            } else if session.view().rates_table {
                levers::table(ui, session, send);
            } else {
                charts::draw(ui, session, send);
            }
        });
}

fn panel_frame(ui: &Ui) -> Frame {
    Frame::new().fill(Colours::of(ui).ground).inner_margin(Margin {
        left: 10,
        right: 4,
        top: 6,
        bottom: 4,
    })
}
