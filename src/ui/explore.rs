//! The Explore screen (推演): levers, charts, scorecard.

use eframe::egui::{self, CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

use super::theme::Colours;
use super::{charts, levers, scorecard};
use crate::session::{Command, Session};

/// Below this width of the window, in points, panels start narrower.
const NARROW: f32 = 1150.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let is_narrow = ui.ctx().content_rect().width() < NARROW;
    let (left, right) = if is_narrow { (270.0, 240.0) } else { (330.0, 300.0) };
    Panel::left("levers")
        .default_size(left)
        .size_range(230.0..=460.0)
        .frame(panel_frame(ui))
        .show(ui, |ui| levers::draw(ui, session, send));
    Panel::right("scorecard")
        .default_size(right)
        .size_range(220.0..=460.0)
        .frame(panel_frame(ui))
        .show(ui, |ui| scorecard::draw(ui, session));
    CentralPanel::default()
        .frame(panel_frame(ui).inner_margin(Margin::same(6)))
        .show(ui, |ui| charts::draw(ui, session));
}

fn panel_frame(ui: &Ui) -> Frame {
    Frame::new().fill(Colours::of(ui).ground).inner_margin(Margin {
        left: 10,
        right: 4,
        top: 6,
        bottom: 4,
    })
}

/// A column that scrolls, with a heading above that stays.
pub(super) fn column(ui: &mut Ui, heading: &str, beside: &str, contents: impl FnOnce(&mut Ui)) {
    let weak = Colours::of(ui).text_weak;
    ui.horizontal(|ui| {
        ui.heading(heading);
        ui.label(egui::RichText::new(beside).color(weak));
    });
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        // Room for the scroll bar, which would otherwise lie over figures.
        ui.set_max_width(ui.available_width() - 10.0);
        contents(ui);
    });
}
