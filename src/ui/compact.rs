//! The Explore screen where there is room for one thing at a time: a chart with its levers, the rates, or the targets.

use eframe::egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

use super::theme::Colours;
use super::{charts, levers, side};
use crate::plan::IndicatorIx;
use crate::session::{Command, Page, Session};
use crate::ui::pieces::card;

const GAP: i8 = 8;
/// The most of the height that the levers of a chart take.
const LEVERS: f32 = 0.34;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let frame = Frame::new()
        .fill(Colours::of(ui).ground)
        .inner_margin(Margin::same(GAP));
    match session.view().page {
        Page::Charts => {
            let ix = front(session);
            below(ui, session, ix, send);
            CentralPanel::default()
                .frame(frame)
                .show(ui, |ui| charts::one(ui, session, ix, send));
        }
        Page::Rates => {
            let frame = frame.fill(Colours::of(ui).surface);
            CentralPanel::default()
                .frame(frame)
                .show(ui, |ui| levers::draw(ui, session, send));
        }
        _ => {
            let frame = Frame::new().fill(Colours::of(ui).surface);
            CentralPanel::default()
                .frame(frame)
                .show(ui, |ui| side::draw(ui, session, send));
        }
    }
}

/// The chart that is shown: the enlarged one, or the selected one, or the first.
fn front(session: &Session) -> Option<IndicatorIx> {
    let (view, plan) = (session.view(), session.document().plan());
    let charts = view.charts(plan);
    let chosen = view.enlarged(plan).or_else(|| view.selected(plan));
    chosen.or_else(|| charts.first().copied())
}

/// The levers behind the chart.
fn below(ui: &mut Ui, session: &Session, ix: Option<IndicatorIx>, send: &mut Vec<Command>) {
    let Some(ix) = ix else { return };
    let colours = Colours::of(ui);
    let most = ui.available_height() * LEVERS;
    let levers = session.document().plan().levers_behind(ix);
    let outer = Frame::new().fill(colours.ground).inner_margin(Margin {
        left: GAP,
        right: GAP,
        top: 0,
        bottom: GAP,
    });
    Panel::bottom("levers of the chart")
        .show_separator_line(false)
        .frame(outer)
        .show(ui, |ui| {
            card(ui, Margin::symmetric(10, 4)).show(ui, |ui| {
                ScrollArea::vertical()
                    .max_height(most)
                    .auto_shrink([false, true])
                    .show(ui, |ui| {
                        for lever in levers {
                            levers::one(ui, session, *lever, send);
                        }
                    });
            });
        });
}
