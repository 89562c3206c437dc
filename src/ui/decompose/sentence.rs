//! The sentence of lists: what is decomposed, from when by way of when to when, against which scenario and how; at the
//! right, or below it, the answer.

use eframe::egui::{Align, Frame, Label, Layout, Margin, Panel, RichText, Ui};

use super::lists;
use super::shown::ShownChange;
use crate::session::{Command, Session};
use crate::text::{Message, say};
use crate::ui::pieces::{ANSWER, BODY, NOTE};
use crate::ui::room::Room;
use crate::ui::theme::Colours;

/// The height of one row, in points.
const HEIGHT: f32 = 42.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let frame = Frame::new()
        .fill(Colours::of(ui).ground)
        .inner_margin(Margin::symmetric(14, 4));
    let is_wide = Room::here(ui) == Room::Wide;
    Panel::top("decompose sentence").frame(frame).show(ui, |ui| {
        if is_wide {
            ui.set_height(HEIGHT - 8.0);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                words(ui, session, send);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    answer(ui, session, true);
                });
            });
        } else {
            ui.horizontal_wrapped(|ui| words(ui, session, send));
            ui.horizontal(|ui| answer(ui, session, false));
        }
    });
}

fn words(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    let Some(choice) = session.decompose_choice() else {
        return;
    };
    ui.spacing_mut().item_spacing.x = 7.0;
    let weak = Colours::of(ui).text_weak;
    let word = |ui: &mut Ui, id: &'static str| {
        ui.label(RichText::new(say(language, id)).size(BODY).color(weak));
    };
    word(ui, "decompose-what");
    lists::indicators(ui, session, choice, send);
    if choice.against.is_none() {
        word(ui, "decompose-from");
        lists::from(ui, session, choice, send);
        word(ui, "decompose-via");
        lists::via(ui, session, choice, send);
        word(ui, "decompose-to");
    } else {
        word(ui, "decompose-in");
    }
    lists::to(ui, session, choice, send);
    lists::against(ui, session, choice, send);
    lists::ways(ui, session, choice, send);
}

/// By how much, and what each factor adds.
fn answer(ui: &mut Ui, session: &Session, is_right: bool) {
    let Some(Ok(shown)) = ShownChange::of(session) else {
        return;
    };
    let (language, colours) = (session.view().language, Colours::of(ui));
    let change = Message::new("decompose-answer")
        .with("year", shown.decomposed.choice.to)
        .with("change", shown.answer.change.as_str())
        .say(language);
    let effects = RichText::new(shown.answer.effects.as_str()).size(NOTE);
    let effects = Label::new(effects.color(colours.text_weak)).truncate();
    let change = Label::new(RichText::new(change).size(ANSWER));
    if is_right {
        // From the right, so that the change is the last to be cut.
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(6.0);
            ui.add(change);
            ui.add(effects);
        });
    } else {
        ui.add(change);
        ui.add(effects);
    }
}
