//! The Uncertainty screen (不确定性): how uncertain each rate is, and what follows.

mod card;
mod chooser;
mod correlations;
mod editor;
mod empty;
mod ends;
mod everywhere;
mod fixed;
mod likely;
mod matrix;
mod matrix_cell;
mod proposal;
mod rank;
mod rank_columns;
mod rank_years;
mod refusal;
mod row;
mod settings;
mod shown;
mod spreads;
mod whole;

use eframe::egui::{CentralPanel, Frame, Margin, Panel, Ui};

use super::room::Room;
use super::strip;
use super::theme::Colours;
use crate::session::{Command, Page, Session};

/// Widths of the list of rates at first, in points.
const RATES: f32 = 306.0;
const NARROW_RATES: f32 = 270.0;
/// Widths of the probabilities at first, in points.
const CHANCES: f32 = 296.0;
const NARROW_CHANCES: f32 = 226.0;
/// From this height on there is room for which rates matter below the fan, in points, and the part it takes.
const ROOM_FOR_RANK: f32 = 430.0;
const RANK: f32 = 0.42;
/// The space around what stands in the middle, in points.
const GAP: i8 = 8;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let room = Room::here(ui);
    let surface = Frame::new().fill(Colours::of(ui).surface);
    let shown = session.drawn_indicator();
    if shown.is_some() {
        settings::strip(ui, session, send);
    }
    correlations::dialog(ui, session, send);
    if room == Room::Compact {
        strip::pages_row(ui, session, send);
        let page = session.view().page;
        if page != Page::Charts {
            CentralPanel::default().frame(surface).show(ui, |ui| match page {
                Page::Rates => spreads::draw(ui, session, send),
                _ if shown.is_none() => empty::draw(ui, session, send),
                _ => likely::draw(ui, session, send),
            });
            return;
        }
    } else {
        let is_wide = room == Room::Wide;
        let width = ui.available_width();
        Panel::left(("spreads", room))
            .default_size(if is_wide { RATES } else { NARROW_RATES })
            .size_range(250.0..=460.0_f32.min(width * 0.45))
            .frame(surface)
            .show(ui, |ui| spreads::draw(ui, session, send));
        if shown.is_some() {
            Panel::right(("chances", room))
                .default_size(if is_wide { CHANCES } else { NARROW_CHANCES })
                .size_range(200.0..=420.0_f32.min(width * 0.4))
                .frame(surface)
                .show(ui, |ui| likely::draw(ui, session, send));
        }
    }
    let ground = Frame::new()
        .fill(Colours::of(ui).ground)
        .inner_margin(Margin::same(GAP));
    CentralPanel::default().frame(ground).show(ui, |ui| match shown {
        Some(ix) => {
            let height = ui.available_height();
            if height >= ROOM_FOR_RANK {
                Panel::bottom("rank")
                    .show_separator_line(false)
                    .default_size(height * RANK)
                    .size_range(150.0..=height * 0.6)
                    .resizable(true)
                    .frame(Frame::new().inner_margin(Margin {
                        top: GAP,
                        ..Margin::ZERO
                    }))
                    .show(ui, |ui| rank::draw(ui, session, send));
            }
            CentralPanel::default()
                .frame(Frame::new())
                .show(ui, |ui| card::draw(ui, session, ix, send));
        }
        None => empty::draw(ui, session, send),
    });
}
