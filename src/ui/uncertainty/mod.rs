//! The Uncertainty screen (不确定性): how uncertain each rate is, and what follows.

mod editor;
mod empty;
mod ends;
mod everywhere;
mod fixed;
mod row;
mod shown;
mod spreads;

use eframe::egui::{CentralPanel, Frame, Margin, Panel, Ui};

use super::room::Room;
use super::theme::Colours;
use super::{charts, strip};
use crate::plan::IndicatorIx;
use crate::session::{Command, Page, Session};

/// Widths of the list of rates at first, in points.
const RATES: f32 = 306.0;
const NARROW_RATES: f32 = 290.0;
/// The space around what stands in the middle, in points.
const GAP: i8 = 8;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let room = Room::here(ui);
    let surface = Frame::new().fill(Colours::of(ui).surface);
    if room == Room::Compact {
        strip::pages_row(ui, session, send);
        if session.view().page == Page::Rates {
            CentralPanel::default()
                .frame(surface)
                .show(ui, |ui| spreads::draw(ui, session, send));
            return;
        }
    } else {
        let width = if room == Room::Wide { RATES } else { NARROW_RATES };
        Panel::left(("spreads", room))
            .default_size(width)
            .size_range(260.0..=460.0_f32.min(ui.available_width() * 0.45))
            .frame(surface)
            .show(ui, |ui| spreads::draw(ui, session, send));
    }
    let ground = Frame::new()
        .fill(Colours::of(ui).ground)
        .inner_margin(Margin::same(GAP));
    CentralPanel::default()
        .frame(ground)
        .show(ui, |ui| match shown(session) {
            Some(ix) => charts::one(ui, session, Some(ix), send),
            None => empty::draw(ui, session, send),
        });
}

/// The indicator in the middle: the selected one, or else the first whose rate is uncertain; none while nothing is.
fn shown(session: &Session) -> Option<IndicatorIx> {
    let document = session.document();
    let first = document.uncertain().next()?;
    Some(session.view().selected(document.plan()).unwrap_or(first))
}
