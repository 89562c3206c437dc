//! Reports text being typed to the session with every key: until a field loses focus, its text exists nowhere else.

use eframe::egui::{Id, Ui};

use crate::session::{Command, Session};

/// What the focused field has reported in this frame.
#[derive(Clone, Default)]
enum FieldReport {
    /// Losing focus now, it would send this.
    Brings(Box<Command>),
    /// It would send nothing, or has sent its command already.
    #[default]
    Nothing,
}

fn place() -> Id {
    Id::unique("being typed")
}

/// The focused field would send this if it lost focus now.
pub(super) fn brings(ui: &Ui, command: Command) {
    ui.data_mut(|data| data.insert_temp(place(), FieldReport::Brings(Box::new(command))));
}

/// Nothing is being typed any more: the field lost focus, which sends its own command, or holds what is already stored.
pub(super) fn nothing(ui: &Ui) {
    ui.data_mut(|data| data.insert_temp(place(), FieldReport::Nothing));
}

/// After everything is drawn: reports to the session. A field that was being typed in and is no longer drawn counts as
/// having lost focus, whatever removed it.
pub(super) fn tell(ui: &Ui, session: &Session, send: &mut Vec<Command>) {
    let said = ui.data_mut(|data| data.remove_temp::<FieldReport>(place()));
    let known = session.typing();
    match said {
        Some(FieldReport::Brings(command)) => {
            if known != Some(command.as_ref()) {
                send.push(Command::Typing(Some(command)));
            }
        }
        // First, so that the field's own command is not sent twice.
        Some(FieldReport::Nothing) if known.is_some() => send.insert(0, Command::Typing(None)),
        None if known.is_some() => send.push(Command::TakeTyped),
        Some(FieldReport::Nothing) | None => {}
    }
}
