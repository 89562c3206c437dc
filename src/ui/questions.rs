//! Questions that must be answered before the work goes on.

use eframe::egui::{Id, Key, Modal, Ui};

use crate::session::{Answer, Command, Question, Session};
use crate::text::{say, say_with};

pub(super) fn draw(ui: &Ui, session: &Session, send: &mut Vec<Command>) {
    let Some(question) = session.question() else {
        return;
    };
    let language = session.view().language;
    let (text, subject, yes, no) = match question {
        Question::UnsavedChanges(ids) => {
            let names: Vec<String> = session
                .documents()
                .iter()
                .filter(|document| ids.contains(&document.id()))
                .map(|document| document.name(language))
                .collect();
            (
                "question-unsaved",
                names.join(say(language, "list-separator").as_ref()),
                "answer-save",
                "answer-discard",
            )
        }
        Question::CommentsWouldBeLost(path) => (
            "question-comments",
            path.display().to_string(),
            "answer-save-anyway",
            "answer-other-name",
        ),
        Question::Overwrite(path) => (
            "question-overwrite",
            path.display().to_string(),
            "answer-replace",
            "answer-other-name",
        ),
        Question::ReplaceExport(path) => (
            "question-replace-export",
            path.display().to_string(),
            "answer-replace",
            "answer-other-folder",
        ),
        Question::OverwriteChanged(path) => (
            "question-overwrite-changed",
            path.display().to_string(),
            "answer-replace",
            "answer-other-name",
        ),
        Question::ChangedOutside { document, .. } => {
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
    let modal = Modal::new(Id::unique("question")).show(ui.ctx(), |ui| {
        ui.set_max_width(420.0);
        ui.label(say_with(language, text, &[("name", &subject)]));
        ui.add_space(10.0);
        ui.horizontal(|ui| {
            for (answer, label) in [
                (Answer::Yes, yes),
                (Answer::No, no),
                (Answer::Cancel, "answer-cancel"),
            ] {
                let button = ui.button(say(language, label));
                // Enter does what loses nothing.
                super::focus_first(ui, &button);
                if button.clicked() {
                    send.push(Command::Answer(answer));
                }
            }
        });
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            send.push(Command::Answer(Answer::Cancel));
        }
    });
    // A click beside the question answers nothing: it would be too easy to lose work that way.
    let _ = modal;
}
