//! The actuals page: published figures, typed, pasted and imported.

mod cell;
mod grid;
mod preview;
mod series;

pub(super) use preview::draw as preview;

use eframe::egui::{CentralPanel, Event, Label, Panel, RichText, Ui, ViewportCommand};

use super::frame;
use crate::session::{ActualsCommand, Command, Session};
use crate::text::say;
use crate::ui::room::Room;
use crate::ui::theme::Colours;
use crate::ui::working;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    if session.import().is_none() {
        take_pasted_tables(ui, session, send);
    }
    Panel::top("actuals tools")
        .frame(frame(ui))
        .show(ui, |ui| tools(ui, session, send));
    if Room::here(ui) != Room::Compact {
        let width = ui.ctx().content_rect().width();
        Panel::right("series")
            .default_size((width * 0.24).min(310.0))
            .size_range(200.0..=420.0)
            .frame(frame(ui))
            .show(ui, |ui| series::draw(ui, session, send));
    }
    CentralPanel::default()
        .frame(frame(ui))
        .show(ui, |ui| grid::draw(ui, session, send));
}

/// Buttons for importing tables.
fn tools(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    ui.horizontal_wrapped(|ui| {
        if ui.button(say(language, "actuals-import")).clicked() {
            send.push(Command::Actuals(ActualsCommand::ChooseFile));
        }
        if ui.button(say(language, "actuals-paste")).clicked() {
            // egui answers with a paste event, as if the keys had been pressed.
            ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
        }
        if working::reading(ui, session, send) {
            return;
        }
        let hint = RichText::new(say(language, "actuals-hint")).small();
        ui.add(Label::new(hint.color(Colours::of(ui).text_weak)).wrap());
    });
    if Room::here(ui) == Room::Compact {
        // On a wide window they stand beside the grid.
        series::discrepancies(ui, session);
        series::refusals(ui, session, send);
    }
}

/// Intercepts pasted tables before the focused field turns them into one line. A single figure is left to that field.
fn take_pasted_tables(ui: &Ui, session: &Session, send: &mut Vec<Command>) {
    let focused = ui.memory(eframe::egui::Memory::focused);
    let at = focused.and_then(|id| cell::cell_of(ui, id));
    let is_elsewhere = focused.is_some() && at.is_none();
    let mut pasted = None;
    ui.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Paste(text) if is_table(text) || (focused.is_none() && !text.trim().is_empty()) => {
                if is_elsewhere && !is_table(text) {
                    return true;
                }
                pasted = Some(text.clone());
                false
            }
            _ => true,
        });
    });
    let Some(text) = pasted else { return };
    if let Some(id) = focused {
        ui.memory_mut(|memory| memory.surrender_focus(id));
    }
    let at = at.filter(|(ix, _)| session.document().plan().has(*ix));
    send.push(Command::Actuals(ActualsCommand::Paste { text, at }));
}

/// Whether a text has more than one cell.
fn is_table(text: &str) -> bool {
    text.trim_matches(['\r', '\n']).contains(['\t', '\n', '\r'])
}
