//! The Decompose screen (分解): what moved a derived indicator between two years, or why it differs between two scenarios.

mod columns;
mod empty;
mod lists;
mod sentence;
mod shown;
mod table;
mod waterfall;
mod years;

use eframe::egui::{CentralPanel, Frame, Margin, Rect, RichText, ScrollArea, Ui, UiBuilder, pos2, vec2};

use super::column;
use super::pieces::{BODY, NOTE};
use super::room::Room;
use super::theme::Colours;
use crate::session::{Command, Session};
use shown::ShownChange;

/// The space between cards, in points.
const GAP: f32 = 8.0;
/// The part of the width that the waterfall takes beside the years, and of the height that both take above the table.
const WATERFALL: f32 = 0.605;
const CHARTS: f32 = 0.56;
/// The least height of the charts and of the table, in points; with less room the screen scrolls.
const CHART: f32 = 210.0;
const TABLE: f32 = 150.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    sentence::draw(ui, session, send);
    let ground = Frame::new()
        .fill(Colours::of(ui).ground)
        .inner_margin(Margin::same(GAP as i8));
    CentralPanel::default().frame(ground).show(ui, |ui| {
        let Some(shown) = ShownChange::of(session) else {
            return empty::draw(ui, session);
        };
        match shown {
            Ok(shown) => cards(ui, session, &shown, send),
            Err(fault) => empty::refused(ui, session, &fault, send),
        }
    });
}

/// The charts above the table; one below the other where there is no room beside each other.
fn cards(ui: &mut Ui, session: &Session, shown: &ShownChange<'_>, send: &mut Vec<Command>) {
    let is_compact = Room::here(ui) == Room::Compact;
    let has_years = shown.stacked.is_some();
    let rows = if is_compact && has_years { 2.0 } else { 1.0 };
    let least = rows * (CHART + GAP) + TABLE;
    let size = ui.available_size();
    let height = size.y.max(least);
    let charts = if is_compact {
        CHART
    } else {
        ((height - GAP) * CHARTS).max(CHART)
    };
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let (whole, _) =
            ui.allocate_exact_size(vec2(ui.available_width(), height), eframe::egui::Sense::hover());
        let mut top = whole.top();
        let width = if has_years && !is_compact {
            whole.width() * WATERFALL - GAP / 2.0
        } else {
            whole.width()
        };
        let first = Rect::from_min_size(whole.min, vec2(width, charts));
        card(ui, first, |ui| waterfall::draw(ui, session, shown, send));
        if let Some(stacked) = &shown.stacked {
            let place = if is_compact {
                top += charts + GAP;
                Rect::from_min_size(pos2(whole.left(), top), vec2(width, charts))
            } else {
                Rect::from_min_max(
                    pos2(first.right() + GAP, top),
                    pos2(whole.right(), first.bottom()),
                )
            };
            card(ui, place, |ui| years::draw(ui, session, (shown, stacked), send));
        }
        top += charts + GAP;
        let below = Rect::from_min_max(pos2(whole.left(), top), whole.max);
        card(ui, below, |ui| table::draw(ui, session, shown, send));
        column::keep_focus_in_sight(ui);
    });
}

fn card(ui: &mut Ui, place: Rect, contents: impl FnOnce(&mut Ui)) {
    let colours = Colours::of(ui);
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        Frame::new()
            .fill(colours.surface)
            .stroke((1.0, colours.outline))
            .corner_radius(4)
            .inner_margin(Margin::symmetric(11, 7))
            .show(ui, |ui| {
                let inside = place.size() - vec2(24.0, 16.0);
                ui.set_min_size(inside);
                ui.set_max_size(inside);
                ui.spacing_mut().item_spacing.y = 4.0;
                contents(ui);
            });
    });
}

/// A card's title, and at the right what its figures are counted in.
fn head(ui: &mut Ui, title: &str, unit: &str) {
    let weak = Colours::of(ui).text_weak;
    ui.horizontal(|ui| {
        ui.label(RichText::new(title).size(BODY + 1.0));
        ui.with_layout(
            eframe::egui::Layout::right_to_left(eframe::egui::Align::Center),
            |ui| {
                let unit = RichText::new(unit).size(NOTE).color(weak);
                ui.add(eframe::egui::Label::new(unit).truncate());
            },
        );
    });
}
