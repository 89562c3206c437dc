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
    send_pending(ui, pending_id, session, send);
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
            // What is typed counts first, in this very frame too: the field is left in the next one, and the command
            // follows once its figure is taken.
            let pending = Pending {
                command: command.clone(),
                field: Some(field),
                frames: FRAMES_TO_COMMIT,
            };
            ui.data_mut(|data| data.insert_temp(pending_id, Some(pending)));
            draw_once_more(ui);
        } else if session.is_enabled(command) {
            send.push(command.clone());
        }
    }
}

/// A command that waits until what was being typed is taken.
#[derive(Clone)]
struct Pending {
    command: Command,
    /// The field, until it is left.
    field: Option<Id>,
    frames: u8,
}

/// The toolkit takes a field's text within two frames after it was left.
const FRAMES_TO_COMMIT: u8 = 3;

fn send_pending(ui: &Ui, id: Id, session: &Session, send: &mut Vec<Command>) {
    let Some(mut pending) = ui
        .data_mut(|data| data.remove_temp::<Option<Pending>>(id))
        .flatten()
    else {
        return;
    };
    if let Some(field) = pending.field.take() {
        ui.memory_mut(|memory| memory.surrender_focus(field));
    }
    if pending.frames > 0 {
        pending.frames -= 1;
        ui.data_mut(|data| data.insert_temp(id, Some(pending)));
        draw_once_more(ui);
    } else if session.is_enabled(&pending.command) {
        send.push(pending.command);
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
