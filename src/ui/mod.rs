//! The window's panels, one file each. They read the session, send commands, and change nothing themselves.

mod annotation;
mod arrows;
mod bar;
mod charts;
mod column;
mod compact;
mod compare;
mod decompose;
mod explore;
mod fonts;
mod footer;
mod grip;
mod guide;
mod history;
mod implications;
mod keys;
mod levers;
mod links;
mod menu;
mod notices;
mod palette;
mod path_prompt;
mod pieces;
mod questions;
mod rail;
mod recovery_offers;
mod report;
mod room;
mod scorecard;
mod selection;
mod short;
mod side;
mod standing;
mod strip;
mod tabs;
mod theme;
mod titles;
mod track;
mod typed;
mod typing;
mod uncertainty;
mod working;

pub use fonts::{definitions, supported};
use room::Room;
pub(crate) use short::short;
pub(crate) use theme::preference;
pub use theme::{Colours, apply_theme};

use eframe::egui::{self, Response, Role, Stroke, StrokeKind, WidgetInfo};

use crate::plan::IndicatorIx;
use crate::session::{Command, Page, Screen, Session};

/// Draws everything. Returns commands in the order given.
#[must_use]
pub fn draw(ui: &mut egui::Ui, session: &Session) -> Vec<Command> {
    let mut send = Vec::new();
    // Keys are read first, so that no control sees them, but sent last, so that edits of this frame come before a save
    // or before quitting.
    let mut by_keys = Vec::new();
    typed::note_document(ui, session);
    keys::read(ui, session, &mut by_keys);
    bar::draw(ui, session, &mut send);
    tabs::draw(ui, session, &mut send);
    if Room::of_window(ui.ctx()) != Room::Compact {
        footer::draw(ui, session, &mut send);
    }
    notices::draw(ui, session, &mut send);
    let is_covered = guide::draw(ui, session, &mut send);
    if !is_covered {
        Room::note(ui);
        match session.view().screen {
            Screen::Explore => {
                strip::draw(ui, session, &mut send);
                explore::draw(ui, session, &mut send);
            }
            Screen::Compare => compare::draw(ui, session, &mut send),
            Screen::Track => track::draw(ui, session, &mut send),
            Screen::Uncertainty => uncertainty::draw(ui, session, &mut send),
            Screen::Decompose => decompose::draw(ui, session, &mut send),
            Screen::Report => report::draw(ui, session, &mut send),
        }
    }
    path_prompt::draw(ui, session, &mut send);
    recovery_offers::draw(ui, session, &mut send);
    annotation::draw(ui, session, &mut send);
    palette::draw(ui, session, &mut send);
    questions::draw(ui, session, &mut send);
    typing::tell(ui, session, &mut send);
    send.extend(by_keys.into_iter().map(|command| charts::meant(ui, command)));
    send
}

/// Names a control for screen readers if its own text does not. Such controls are drawn without a frame, so this also
/// shows which of them has focus.
fn name_control(control: &Response, role: Role, name: &str) {
    control.widget_info(|| WidgetInfo::labeled(role, control.enabled(), name));
    focus_ring(control);
}

/// Shows that a control without a frame of its own has focus, if it has.
fn focus_ring(control: &Response) {
    if control.has_focus() {
        let is_dark = control.ctx.global_style().visuals.dark_mode;
        control
            .ctx
            .layer_painter(control.layer_id)
            .with_clip_rect(control.interact_rect.expand(2.0))
            .rect_stroke(
                control.rect,
                3.0,
                Stroke::new(2.0, Colours::on(is_dark).accent),
                StrokeKind::Inside,
            );
    }
}

/// Focuses a control of a dialog, unless another already has focus: the first to ask gets it.
fn focus_first(ui: &egui::Ui, control: &Response) {
    let focused = ui.memory(egui::Memory::focused);
    let is_here = focused
        .and_then(|id| ui.ctx().read_response(id))
        .is_some_and(|focused| focused.layer_id == control.layer_id);
    if !is_here {
        control.request_focus();
    }
}

/// Goes to an indicator's chart and lever; if the charts take turns with other pages, they are shown.
fn lead_to(ui: &egui::Ui, ix: IndicatorIx, send: &mut Vec<Command>) {
    send.push(Command::Select(ix));
    if Room::here(ui) == Room::Compact {
        send.push(Command::ShowPage(Page::Charts));
    }
}
