//! Keyboard shortcuts, as the commands define them.

use eframe::egui::{Key, KeyboardShortcut, Modifiers, Ui};

use crate::session::{Command, Session, Shortcut};

/// Sends the commands whose keys were pressed. Nothing while a question waits: it must be answered first.
pub(super) fn read(ui: &Ui, session: &Session, send: &mut Vec<Command>) {
    if session.question().is_some() || session.path_prompt().is_some() || session.view().palette {
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
    for (shortcut, command) in keys {
        let Some(keys) = in_toolkit_terms(shortcut) else {
            continue;
        };
        if ui.input_mut(|input| input.consume_shortcut(&keys)) && session.is_enabled(command) {
            send.push(command.clone());
        }
    }
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
