//! What is said where there is nothing to take apart: no derived indicator, or no answer, and what to do about it.

use eframe::egui::{Align, Frame, Label, Layout, Margin, RichText, Ui};

use super::shown::WhyNot;
use crate::session::{Command, Session};
use crate::text::{Message, say};
use crate::ui::pieces::{ANSWER, BODY};
use crate::ui::theme::Colours;

/// The most of the width that the text takes, in points.
const WIDTH: f32 = 520.0;

/// Before the first answer nothing is said: it takes less than a blink.
pub(super) fn draw(ui: &mut Ui, session: &Session) {
    if session.decompose_choice().is_none() {
        let language = session.view().language;
        said(
            ui,
            &say(language, "decompose-none"),
            &say(language, "decompose-none-help"),
            |_| (),
        );
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
    said(ui, &what, &help, |ui| {
        // What the refusal is about can be looked at: its levers, their bases and actuals.
        for ix in plan.levers_behind(why.indicator) {
            let name = plan.get(*ix).name.get(language);
            if ui.button(name).clicked() {
                send.push(Command::Select(*ix));
            }
        }
    });
}

fn said(ui: &mut Ui, what: &str, help: &str, below: impl FnOnce(&mut Ui)) {
    let colours = Colours::of(ui);
    let frame = Frame::new()
        .fill(colours.surface)
        .stroke((1.0, colours.outline))
        .corner_radius(4)
        .inner_margin(Margin::symmetric(16, 14));
    frame.show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.set_max_width(WIDTH.min(ui.available_width()));
            ui.spacing_mut().item_spacing.y = 8.0;
            ui.add(Label::new(RichText::new(what).size(ANSWER)).wrap());
            let help = RichText::new(help).size(BODY).color(colours.text_weak);
            ui.add(Label::new(help).wrap());
            below(ui);
        });
    });
}
