//! The bottom row: what can be done here, or on the first start a hint; and what is unsaved.

use eframe::egui::{Align, Button, Frame, Label, Layout, Margin, Panel, RichText, Ui};

use super::pieces::{BODY, SMALL, line};
use super::room::Room;
use super::theme::Colours;
use crate::session::{Command, Hint, Page, Screen, Session, TrackPage};
use crate::text::{Message, say};
use crate::wording::unsaved;

/// The height of the row, in points.
pub(super) const HEIGHT: f32 = 26.0;
const SIZE: f32 = SMALL + 0.5;
/// The most of the row that is given to what is unsaved.
const UNSAVED: f32 = 0.5;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let frame = Frame::new()
        .fill(Colours::of(ui).ground)
        .inner_margin(Margin::symmetric(14, 0));
    Panel::bottom("footer")
        .exact_size(HEIGHT)
        .frame(frame)
        .show(ui, |ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                changes(ui, session, send);
                ui.add_space(12.0);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    match session.view().hint() {
                        Some(hint) if session.view().screen == Screen::Explore => {
                            tip(ui, session, hint, send);
                        }
                        _ => can_be_done(ui, session),
                    }
                });
            });
        });
}

/// What differs from the saved file; a click shows all of it.
fn changes(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let document = session.document();
    let language = session.view().language;
    let colours = Colours::of(ui);
    if !document.is_changed() {
        return;
    }
    let found = unsaved(document.plan(), document.saved(), document.scenario(), language);
    let said = found.unwrap_or_else(|| say(language, "unsaved-only-here").into_owned());
    let room = ui.available_width() * UNSAVED;
    let shown = line(ui.painter(), said.as_str(), SIZE, colours.accent, room);
    let text = RichText::new(&said).size(SIZE).color(colours.accent);
    let button = Button::new(text).frame(false).truncate();
    let response = ui.add_sized([shown.size().x + 1.0, HEIGHT], button);
    if response.on_hover_text(&said).clicked() {
        if session.view().screen != Screen::Explore {
            send.push(Command::ShowScreen(Screen::Explore));
        }
        send.push(Command::ShowPage(Page::History));
    }
}

/// One of the hints of the first start, which goes away once its advice is followed.
fn tip(ui: &mut Ui, session: &Session, hint: Hint, send: &mut Vec<Command>) {
    let language = session.view().language;
    let colours = Colours::of(ui);
    let position = Hint::ALL.iter().position(|other| *other == hint).unwrap_or(0);
    let heading = Message::new("hint-heading")
        .with("number", position + 1)
        .with("all", Hint::ALL.len())
        .say(language);
    ui.label(RichText::new(heading).size(SIZE).color(colours.accent));
    let buttons = [
        ("hint-next", Command::HintSeen(hint)),
        ("hint-none", Command::HideHints),
    ];
    let width = |id| {
        let text = say(language, id);
        line(ui.painter(), text.as_ref(), BODY, colours.text, f32::INFINITY)
            .size()
            .x
            + 32.0
    };
    let room = ui.available_width() - buttons.iter().map(|(id, _)| width(id)).sum::<f32>();
    let shown = line(
        ui.painter(),
        say(language, hint.label()).as_ref(),
        SIZE,
        colours.text,
        room,
    );
    let text = RichText::new(say(language, hint.label()))
        .size(SIZE)
        .color(colours.text);
    ui.add_sized([shown.size().x + 1.0, HEIGHT - 4.0], Label::new(text).truncate());
    for (id, command) in buttons {
        let text = RichText::new(say(language, id)).size(SIZE).color(colours.accent);
        if ui.add(Button::new(text).small()).clicked() {
            send.push(command);
        }
    }
}

/// What can be done on this screen.
fn can_be_done(ui: &mut Ui, session: &Session) {
    let id = match (session.view().screen, Room::here(ui)) {
        (Screen::Explore, Room::Wide) => "footer-explore",
        (Screen::Explore, _) => "footer-explore-narrow",
        (Screen::Compare, _) => "footer-compare",
        (Screen::Track, _) if session.track_page() == TrackPage::Map => "footer-map",
        (Screen::Track, _) => "footer-track",
        (Screen::Uncertainty, _) => "footer-uncertainty",
        (Screen::Decompose, _) => "footer-decompose",
        (Screen::Report, _) => "footer-report",
    };
    let text = RichText::new(say(session.view().language, id));
    let text = text.size(SIZE).color(Colours::of(ui).text_weak);
    ui.add(Label::new(text).truncate());
}
