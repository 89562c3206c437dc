//! Modal questions.

use std::borrow::Cow;

use eframe::egui::{Id, Key, Label, Modal, ScrollArea, Ui};

use super::short::{in_full, short};
use crate::session::{Command, FileState, Prompt, PromptAnswer, Session};
use crate::text::{say, say_with};

/// Height of a question apart from its list, in points.
const AROUND: f32 = 220.0;

pub(super) fn draw(ui: &Ui, session: &Session, send: &mut Vec<Command>) {
    let Some(question) = session.question() else {
        return;
    };
    let language = session.view().language;
    let mut names = Vec::new();
    let (text, subject, yes, no) = match question {
        Prompt::UnsavedChanges(ids) => {
            let unsaved = session
                .documents()
                .iter()
                .filter(|document| ids.contains(&document.id()));
            names = unsaved.map(|document| document.name(language)).collect();
            // One name goes in the sentence, several below it.
            let (text, subject) = match names.as_slice() {
                [one] => ("question-unsaved", one.clone()),
                several => ("question-unsaved-several", several.len().to_string()),
            };
            (text, subject, "answer-save", "answer-discard")
        }
        Prompt::CommentsWouldBeLost { path, .. } => (
            "question-comments",
            path.display().to_string(),
            "answer-save-anyway",
            "answer-other-name",
        ),
        Prompt::Overwrite {
            path, found, is_own, ..
        } => (
            match (found, is_own) {
                (FileState::Unknown, _) => "question-overwrite-unknown",
                (_, true) => "question-overwrite-changed",
                (_, false) => "question-overwrite",
            },
            path.display().to_string(),
            "answer-replace",
            "answer-other-name",
        ),
        Prompt::ReplaceExport(path) => (
            "question-replace-export",
            path.display().to_string(),
            "answer-replace",
            "answer-other-folder",
        ),
        Prompt::ChangedOutside { document, .. } => {
            let documents = session.documents().iter();
            let document = documents.clone().find(|other| other.id() == *document);
            let is_changed = document.is_some_and(crate::session::Document::is_changed);
            (
                if is_changed {
                    "question-changed-outside-both"
                } else {
                    "question-changed-outside"
                },
                document
                    .map(|document| document.name(language))
                    .unwrap_or_default(),
                "answer-reload",
                "answer-keep-mine",
            )
        }
    };
    let without_loss = session.answer_without_loss();
    // Each question has its own id, so that it does not inherit the focus of the previous one.
    let modal = Modal::new(Id::unique(("question", session.question_number()))).show(ui.ctx(), |ui| {
        ui.set_max_width(420.0);
        let text = say_with(language, text, &[("name", &as_said(&subject))]);
        in_full(ui.label(text), &subject);
        if names.len() > 1 {
            list(ui, &names);
        }
        ui.add_space(10.0);
        ui.horizontal(|ui| {
            for (answer, label) in [
                (PromptAnswer::Yes, yes),
                (PromptAnswer::No, no),
                (PromptAnswer::Cancel, "answer-cancel"),
            ] {
                let button = ui.button(say(language, label));
                // Enter chooses what loses nothing.
                if answer == without_loss {
                    super::focus_first(ui, &button);
                }
                if button.clicked() {
                    send.push(Command::Answer(answer));
                }
            }
        });
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            send.push(Command::Answer(PromptAnswer::Cancel));
        }
    });
    // A click outside answers nothing: it would be too easy to lose work that way.
    let _ = modal;
}

/// The subject as its sentence names it: for a long path the end, which tells files apart.
fn as_said(subject: &str) -> Cow<'_, str> {
    const MOST: usize = 160;
    let length = subject.chars().count();
    if length <= MOST || !subject.contains(std::path::is_separator) {
        return short(subject);
    }
    let end: String = subject.chars().skip(length - MOST).collect();
    Cow::Owned(format!("…{end}"))
}

/// Names below a sentence. They scroll, so that the buttons stay in the window.
fn list(ui: &mut Ui, names: &[String]) {
    let room = ui.ctx().content_rect().height();
    ui.add_space(4.0);
    ScrollArea::vertical()
        .max_height((room - AROUND).clamp(40.0, 240.0))
        .show(ui, |ui| {
            for name in names {
                in_full(ui.add(Label::new(format!("· {}", short(name))).truncate()), name);
            }
        });
}
