//! Work on other threads, shown beside what it will change.

use eframe::egui::{RichText, Ui};

use super::theme::Colours;
use crate::session::{Command, JobKey, Session, TableReading};
use crate::text::{Language, Message, numbers, say};
use crate::wording::percent;

/// How often progress is checked, in seconds.
const LOOK: f32 = 0.1;

/// A note that what is shown here is being recomputed. It takes no space of its own, so that nothing jumps when it
/// comes and goes: it belongs after a heading.
pub(super) fn note(ui: &mut Ui, language: Language, is_at_work: bool) {
    if is_at_work {
        let text = RichText::new(say(language, "job-working")).small();
        ui.label(text.color(Colours::of(ui).text_weak));
    }
}

/// The table being read, its progress, and a cancel button; returns whether there is one.
pub(super) fn reading(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) -> bool {
    let Some(reading) = session.reading() else {
        return false;
    };
    let language = session.view().language;
    // Only while this is on screen: progress does not wake the window.
    ui.ctx().request_repaint_after_secs(LOOK);
    ui.label(RichText::new(in_words(reading, language)).small());
    if ui.small_button(say(language, "answer-cancel")).clicked() {
        send.push(Command::CancelJob(JobKey::ReadTable(reading.document)));
    }
    true
}

fn in_words(reading: TableReading<'_>, language: Language) -> String {
    let name = match reading.path {
        Some(path) => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy(),
        None => say(language, "import-pasted"),
    };
    let message = match reading.progress {
        Some(part) => {
            let share = percent(numbers::decimal((part * 100.0).floor(), 0), language);
            Message::new("job-reading-share").with("share", share)
        }
        None => Message::new("job-reading"),
    };
    message.with("name", name.into_owned()).say(language)
}
