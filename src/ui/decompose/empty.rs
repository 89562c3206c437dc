//! What is said where there is nothing to take apart: no derived indicator, or no answer, and what to do about it.

use eframe::egui::Ui;

use super::shown::WhyNot;
use crate::session::{Command, Session};
use crate::text::{Message, say};
use crate::ui::pieces::beginning;

/// The most of the width that the text takes, in points.
const WIDTH: f32 = 520.0;

/// Before the first answer nothing is said: it takes less than a blink.
pub(super) fn draw(ui: &mut Ui, session: &Session) {
    if session.decompose_choice().is_none() {
        let language = session.view().language;
        let words = ["decompose-none", "decompose-none-help"].map(|id| say(language, id));
        beginning(ui, (&words[0], &words[1]), WIDTH, |_| ());
    }
}

/// Why this change cannot be taken apart.
pub(super) fn refused(ui: &mut Ui, session: &Session, why: &WhyNot, send: &mut Vec<Command>) {
    let (plan, language) = (session.document().plan(), session.view().language);
    let name = plan.get(why.indicator).name.get(language);
    let what = Message::new("decompose-no-answer")
        .with("name", name)
        .with("reason", why.reason.as_str())
        .say(language);
    let help = Message::new("decompose-no-answer-help")
        .with("help", why.help.as_str())
        .say(language);
    beginning(ui, (&what, &help), WIDTH, |ui| {
        // What the refusal is about can be looked at: its levers, their bases and actuals.
        for ix in plan.levers_behind(why.indicator) {
            let name = plan.get(*ix).name.get(language);
            if ui.button(name).clicked() {
                send.push(Command::Select(*ix));
            }
        }
    });
}
