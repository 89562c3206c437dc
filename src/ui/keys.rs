//! Keyboard shortcuts, as defined by the commands.

use eframe::egui::text_edit::TextEditState;
use eframe::egui::{self, Event, Id, Key, KeyboardShortcut, Modifiers, Ui};

use crate::session::{Command, Session, Shortcut};

/// Sends the commands whose keys were pressed. Nothing while a question is open: it must be answered first.
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
    let typing_in = being_typed_in(ui);
    let pending_id = Id::unique("commands after typing");
    let pressed = pressed(ui, typing_in.is_some());
    let mut pending = ui
        .data_mut(|data| data.remove_temp::<Option<PendingCommands>>(pending_id))
        .flatten();
    if let (None, Some(field), false) = (&pending, typing_in, pressed.is_empty()) {
        // Text being typed is submitted first, in this frame too: the field loses focus in the next one, and the
        // commands follow once its figure is taken. After a save, typing goes on: what the field would submit is saved,
        // and it keeps focus.
        let is_left = pressed.iter().any(|command| *command != Command::Save);
        pending = Some(PendingCommands {
            commands: pressed,
            field: is_left.then_some(field),
            frames: if is_left { FRAMES_TO_COMMIT } else { 0 },
        });
        ui.data_mut(|data| data.insert_temp(pending_id, pending));
        return draw_once_more(ui);
    }
    let Some(mut pending) = pending else {
        return send.extend(pressed.into_iter().filter(|command| session.is_enabled(command)));
    };
    // Keys pressed meanwhile come after it.
    pending.commands.extend(pressed);
    if let Some(field) = pending.field.take() {
        ui.memory_mut(|memory| memory.surrender_focus(field));
    }
    if pending.frames > 0 {
        pending.frames -= 1;
        ui.data_mut(|data| data.insert_temp(pending_id, Some(pending)));
        draw_once_more(ui);
    } else {
        let commands = pending.commands.into_iter();
        send.extend(commands.filter(|command| session.is_enabled(command)));
    }
}

/// The commands whose keys were pressed, in order: on a slow computer several may share a frame, and save then
/// duplicate is not the same as duplicate then save.
fn pressed(ui: &Ui, is_typing: bool) -> Vec<Command> {
    let mut keys: Vec<(KeyboardShortcut, &Command)> = Vec::new();
    for command in &Command::IN_MENUS {
        // While text is being typed, undo and redo apply to it.
        if is_typing && matches!(command, Command::Undo | Command::Redo) {
            continue;
        }
        let shortcuts = command.shortcuts().iter().copied();
        keys.extend(
            shortcuts
                .filter_map(in_toolkit_terms)
                .map(|shortcut| (shortcut, command)),
        );
    }
    // egui also matches keys with fewer modifiers (Ctrl+Z for Ctrl+Shift+Z), so the richer ones come first.
    keys.sort_by_key(|(shortcut, _)| !shortcut.modifiers.shift);
    let mut pressed = Vec::new();
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } = event
            else {
                return true;
            };
            let meant = keys.iter().find(|(shortcut, _)| {
                shortcut.logical_key == *key && modifiers.matches_logically(shortcut.modifiers)
            });
            pressed.extend(meant.map(|(_, command)| Command::clone(command)));
            meant.is_none()
        });
    });
    pressed
}

/// Commands waiting until the text being typed is submitted.
#[derive(Clone)]
struct PendingCommands {
    commands: Vec<Command>,
    /// The field, until it loses focus.
    field: Option<Id>,
    frames: u8,
}

/// egui takes a field's text within two frames of losing focus.
const FRAMES_TO_COMMIT: u8 = 3;

#[allow(
    clippy::disallowed_methods,
    reason = "counted: three frames after a shortcut, none without one"
)]
fn draw_once_more(ui: &Ui) {
    ui.ctx().request_repaint();
}

/// The focused text or number field.
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
        for command in &Command::IN_MENUS {
            for shortcut in command.shortcuts() {
                assert!(in_toolkit_terms(*shortcut).is_some(), "{shortcut}");
            }
        }
    }
}
