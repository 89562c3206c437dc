//! The window's panels: one file each. They read the session, send commands, and change nothing themselves.

mod charts;
mod column;
mod explore;
mod fonts;
mod guide;
mod history;
mod implications;
mod keys;
mod levers;
mod menu;
mod notices;
mod palette;
mod path_prompt;
mod questions;
mod scorecard;
mod side;
mod tabs;
mod theme;
mod typed;

pub use fonts::{definitions, supported};
pub(crate) use theme::preference;
pub use theme::{Colours, apply_theme};

use eframe::egui::{self, Response, Role, WidgetInfo};

use crate::session::{Command, Session};

/// Draws everything. Commands come back in the order in which they were given.
#[must_use]
pub fn draw(ui: &mut egui::Ui, session: &Session) -> Vec<Command> {
    let mut send = Vec::new();
    keys::read(ui, session, &mut send);
    egui::Panel::top("menu").show(ui, |ui| menu::draw(ui, session, &mut send));
    tabs::draw(ui, session, &mut send);
    notices::draw(ui, session, &mut send);
    explore::draw(ui, session, &mut send);
    path_prompt::draw(ui, session, &mut send);
    guide::draw(ui, session, &mut send);
    palette::draw(ui, session, &mut send);
    questions::draw(ui, session, &mut send);
    send
}

/// What a control is called by those who cannot see it, where its own text does not say.
fn name_control(control: &Response, role: Role, name: &str) {
    control.widget_info(|| WidgetInfo::labeled(role, control.enabled(), name));
}
