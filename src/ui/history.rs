//! What was changed: step by step, and in total against the plan and the saved file.

use eframe::egui::{Label, RichText, Ui};

use super::column;
use super::theme::Colours;
use crate::scenario::Scenario;
use crate::session::{Command, Document, Session};
use crate::text::{Language, Message, say};
use crate::wording::differences;

/// Beyond this many, a step's changes are counted rather than listed: a pasted table may change every lever.
const MOST_SENTENCES: usize = 3;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    let document = session.document();
    column::scrolling(ui, |ui| {
        steps(ui, document, language, send);
        ui.add_space(10.0);
        let against = [
            ("history-against-file", document.saved().clone(), "lever-revert"),
            ("history-against-plan", document.on_plan(), "command-reset-lever"),
        ];
        for (heading, before, back) in against {
            all_in_all(ui, document, &before, (heading, back), language, send);
            ui.add_space(10.0);
        }
    });
}

/// Every step from the first to the last that can be redone; a click goes to the state just after it.
fn steps(ui: &mut Ui, document: &Document, language: Language, send: &mut Vec<Command>) {
    let history = document.history();
    let states = history.states(document.scenario());
    ui.label(RichText::new(say(language, "history-steps")).strong());
    if ui
        .selectable_label(history.position() == 0, say(language, "history-beginning"))
        .clicked()
    {
        send.push(Command::GoToStep(0));
    }
    for (n, pair) in states.windows(2).enumerate() {
        let found = differences(document.plan(), pair[0], pair[1], language);
        let mut sentences: Vec<String> = found
            .iter()
            .take(MOST_SENTENCES)
            .map(|difference| difference.sentence.say(language))
            .collect();
        if found.len() > sentences.len() {
            let more = Message::new("history-more").with("count", found.len() - sentences.len());
            sentences.push(more.say(language));
        }
        let is_undone = n >= history.position();
        let mut text = RichText::new(sentences.join("; "));
        if is_undone {
            text = text.color(Colours::of(ui).text_weak);
        }
        if ui.selectable_label(history.position() == n + 1, text).clicked() {
            send.push(Command::GoToStep(n + 1));
        }
    }
}

/// Everything that differs from another state, with a way to revert each lever.
fn all_in_all(
    ui: &mut Ui,
    document: &Document,
    before: &Scenario,
    (heading, back): (&'static str, &'static str),
    language: Language,
    send: &mut Vec<Command>,
) {
    ui.label(RichText::new(say(language, heading)).strong());
    let found = differences(document.plan(), before, document.scenario(), language);
    if found.is_empty() {
        ui.label(RichText::new(say(language, "history-nothing")).color(Colours::of(ui).text_weak));
    }
    for difference in found {
        ui.horizontal_wrapped(|ui| {
            ui.add(Label::new(difference.sentence.say(language)).wrap());
            if ui.small_button(say(language, back)).clicked() {
                send.push(if back == "lever-revert" {
                    Command::RevertLever(difference.lever)
                } else {
                    Command::ResetLever(difference.lever)
                });
            }
        });
    }
}
