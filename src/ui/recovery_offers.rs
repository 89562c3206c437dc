//! Unsaved work left by a crash, with its content.

use eframe::egui::{Frame, Id, Key, Label, Margin, Modal, RichText, ScrollArea, Ui};

use super::short::{in_full, short};
use super::theme::Colours;
use crate::session::{Command, RecoveryOffer, Session};
use crate::text::{Language, Message, say, say_with};

/// Height of heading, explanation, button and margins, in points.
const AROUND: f32 = 200.0;

/// Beyond this many, changes are counted rather than listed.
const MOST_SENTENCES: usize = 6;

pub(super) fn draw(ui: &Ui, session: &Session, send: &mut Vec<Command>) {
    let is_asked = session.question().is_some() || session.path_prompt().is_some();
    if session.offers().is_empty() || is_asked {
        return;
    }
    let language = session.view().language;
    let room = ui.ctx().content_rect().height();
    Modal::new(Id::unique("offers")).show(ui.ctx(), |ui| {
        ui.set_width(480.0);
        ui.heading(say(language, "recovery-title"));
        ui.label(say(language, "recovery-explained"));
        ui.add_space(6.0);
        // About the height of what stands above and below; the buttons below are always visible.
        ScrollArea::vertical()
            .max_height((room - AROUND).clamp(80.0, 360.0))
            .show(ui, |ui| {
                for (position, offer) in session.offers().iter().enumerate() {
                    one(ui, position, offer, language, send);
                }
            });
        ui.add_space(6.0);
        let later = ui.button(say(language, "recovery-later"));
        // If nothing can be opened, focus goes where nothing is deleted.
        if session.offers().iter().all(|offer| offer.failure().is_some()) {
            super::focus_first(ui, &later);
        }
        // Whatever is wrong with a copy, there is a way past it that keeps it for the next start.
        if later.clicked() || ui.input(|input| input.key_pressed(Key::Escape)) {
            send.push(Command::PutOffOffers);
        }
    });
}

fn one(ui: &mut Ui, position: usize, offer: &RecoveryOffer, language: Language, send: &mut Vec<Command>) {
    let colours = Colours::of(ui);
    let weak = |text: String| RichText::new(text).small().color(colours.text_weak);
    Frame::new()
        .fill(colours.ground)
        .corner_radius(4)
        .inner_margin(Margin::same(8))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            let whole = offer.name(language);
            let name = short(&whole);
            in_full(ui.strong(name.as_ref()), &whole);
            if let Some(failure) = offer.failure() {
                ui.colored_label(colours.missed, failure.headline(language));
            } else {
                ui.label(weak(offer.age(language)));
            }
            if let Some(file) = offer.file() {
                ui.add(Label::new(weak(file.display().to_string())).wrap());
            }
            if offer.has_moved_on() {
                let warning = if offer.is_older() {
                    "recovery-older"
                } else {
                    "recovery-moved-on"
                };
                ui.colored_label(colours.close, say(language, warning));
            }
            let sentences = offer.sentences(language);
            for sentence in sentences.iter().take(MOST_SENTENCES) {
                ui.label(format!("· {sentence}"));
            }
            if let Some(more) = sentences.len().checked_sub(MOST_SENTENCES + 1) {
                let more = Message::new("recovery-more").with("count", more + 1);
                ui.label(weak(more.say(language)));
            }
            // Two buttons with a long name wrap onto two lines.
            ui.horizontal_wrapped(|ui| {
                let named = |id| say_with(language, id, &[("name", &name)]);
                if offer.failure().is_none() {
                    let open = ui.button(named("recovery-open"));
                    super::focus_first(ui, &open);
                    if open.clicked() {
                        send.push(Command::Recover(position));
                    }
                }
                if ui.button(named("recovery-delete")).clicked() {
                    send.push(Command::DiscardOffer(position));
                }
            });
        });
    ui.add_space(6.0);
}
