//! What is being typed, told to the session with every key: until a field is left, its text is nowhere else.

use eframe::egui::{Id, Ui};

use crate::session::{Command, Session};

/// What the field with the keyboard has said in this frame.
#[derive(Clone, Default)]
enum Said {
    /// Left now, it would bring this.
    Brings(Box<Command>),
    /// It brings nothing, or has sent its command already.
    #[default]
    Nothing,
}

fn place() -> Id {
    Id::unique("being typed")
}

/// The field with the keyboard would bring this if it was left now.
pub(super) fn brings(ui: &Ui, command: Command) {
    ui.data_mut(|data| data.insert_temp(place(), Said::Brings(Box::new(command))));
}

/// Nothing is being typed any more: the field was left, which sends its own command, or holds what is there already.
pub(super) fn nothing(ui: &Ui) {
    ui.data_mut(|data| data.insert_temp(place(), Said::Nothing));
}

/// Once everything is drawn: tells the session. A field that was typed in and is not drawn any more was left all the
/// same, whatever has taken it away.
pub(super) fn tell(ui: &Ui, session: &Session, send: &mut Vec<Command>) {
    let said = ui.data_mut(|data| data.remove_temp::<Said>(place()));
    let known = session.typing();
    match said {
        Some(Said::Brings(command)) => {
            if known != Some(command.as_ref()) {
                send.push(Command::Typing(Some(command)));
            }
        }
        // First, so that the field's own command does not come twice.
        Some(Said::Nothing) if known.is_some() => send.insert(0, Command::Typing(None)),
        None if known.is_some() => send.push(Command::TakeTyped),
        Some(Said::Nothing) | None => {}
    }
}
