//! Keyboard shortcuts, as the commands define them.

use eframe::egui::text_edit::TextEditState;
use eframe::egui::{self, Id, Key, KeyboardShortcut, Modifiers, Ui};

use crate::session::{Command, Session, Shortcut};

/// Sends the commands whose keys were pressed. Nothing while a question waits: it must be answered first.
pub(super) fn read(ui: &Ui, session: &Session, send: &mut Vec<Command>) {
    if session.question().is_some()
        || session.path_prompt().is_some()
        || session.view().palette
        || session.import().is_some()
        || session.shows_reach_all()
        || !session.offers().is_empty()
    {
        return;
    }
    // The toolkit matches keys with fewer modifiers too (Ctrl+Z for Ctrl+Shift+Z), so the richer ones come first.
    let mut keys: Vec<(Shortcut, &Command)> = Command::IN_MENUS
        .iter()
        .flat_map(|command| {
            command
                .shortcuts()
                .iter()
                .map(move |shortcut| (*shortcut, command))
        })
        .collect();
    keys.sort_by_key(|(shortcut, _)| !shortcut.shift);
    let typing_in = being_typed_in(ui);
    let pending_id = Id::unique("command after typing");
    for (shortcut, command) in keys {
        let Some(keys) = in_toolkit_terms(shortcut) else {
            continue;
        };
        // While something is typed, undo and redo are about the text.
        if typing_in.is_some() && matches!(command, Command::Undo | Command::Redo) {
            continue;
        }
        if !ui.input_mut(|input| input.consume_shortcut(&keys)) {
            continue;
        }
        if let Some(field) = typing_in {
            // What is typed counts first: the field is left, and the command follows once its figure is taken.
            ui.memory_mut(|memory| memory.surrender_focus(field));
            ui.data_mut(|data| data.insert_temp(pending_id, (command.clone(), FRAMES_TO_COMMIT)));
        } else if session.is_enabled(command) {
            send.push(command.clone());
        }
    }
    send_pending(ui, pending_id, session, send);
}

/// The toolkit takes a field's text within two frames after it was left.
const FRAMES_TO_COMMIT: u8 = 3;

fn send_pending(ui: &Ui, id: Id, session: &Session, send: &mut Vec<Command>) {
    let Some((command, frames)) = ui.data(|data| data.get_temp::<(Command, u8)>(id)) else {
        return;
    };
    ui.data_mut(|data| data.remove::<(Command, u8)>(id));
    if frames > 0 {
        ui.data_mut(|data| data.insert_temp(id, (command, frames - 1)));
        draw_once_more(ui);
    } else if session.is_enabled(&command) {
        send.push(command);
    }
}

#[allow(
    clippy::disallowed_methods,
    reason = "counted: three frames after a shortcut, none without one"
)]
fn draw_once_more(ui: &Ui) {
    ui.ctx().request_repaint();
}

/// The text or number field that has the keyboard.
fn being_typed_in(ui: &Ui) -> Option<Id> {
    let focused = ui.memory(egui::Memory::focused)?;
    TextEditState::load(ui.ctx(), focused).map(|_| focused)
}

fn in_toolkit_terms(shortcut: Shortcut) -> Option<KeyboardShortcut> {
    let control = if shortcut.control {
        Modifiers::COMMAND
    } else {
        Modifiers::NONE
    };
    let shift = if shortcut.shift {
        Modifiers::SHIFT
    } else {
        Modifiers::NONE
    };
    Some(KeyboardShortcut::new(
        control | shift,
        Key::from_name(shortcut.key)?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shortcut_names_a_key() {
        for command in Command::IN_MENUS {
            for shortcut in command.shortcuts() {
                assert!(in_toolkit_terms(*shortcut).is_some(), "{shortcut}");
            }
        }
    }
}
