//! The open documents as tabs.

use eframe::egui::{Align, Button, Frame, Id, Margin, Panel, Response, RichText, Role, ScrollArea, Ui};

use super::name_control;
use super::short::{in_full, short};
use super::theme::Colours;
use crate::session::{Command, Document, DocumentId, Session};
use crate::text::{Language, say, say_with};

/// Shown if there is more than one document; a single one has its name in the menu bar.
pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    if session.documents().len() < 2 {
        return;
    }
    let language = session.view().language;
    let frame = Frame::new()
        .fill(Colours::of(ui).ground)
        .inner_margin(Margin::symmetric(8, 3));
    Panel::top("tabs").frame(frame).show(ui, |ui| {
        ScrollArea::horizontal().show(ui, |ui| {
            ui.horizontal(|ui| {
                for document in session.documents() {
                    tab(ui, session, document, language, send);
                }
                let duplicate = say(language, "command-duplicate");
                let button = ui
                    .add(Button::new("+").frame(false))
                    .on_hover_text(duplicate.as_ref());
                name_control(&button, Role::Button, &duplicate);
                if button.clicked() {
                    send.push(Command::Duplicate);
                }
            });
        });
    });
}

/// Scrolls to the front tab once: when another document comes to the front, or their number changes.
fn scroll_to_front(tab: &Response, count: usize, id: DocumentId) {
    let place = Id::unique("tab in front");
    let seen = Some((id, count));
    let last = tab
        .ctx
        .data(|data| data.get_temp::<Option<(DocumentId, usize)>>(place))
        .flatten();
    if last != seen {
        tab.ctx.data_mut(|data| data.insert_temp(place, seen));
        tab.scroll_to_me(Some(Align::Center));
    }
}

fn tab(ui: &mut Ui, session: &Session, document: &Document, language: Language, send: &mut Vec<Command>) {
    let id = document.id();
    let is_front = id == session.document().id();
    let colours = Colours::of(ui);
    let whole = document.name(language);
    let title = short(&whole);
    let fill = if is_front {
        colours.surface
    } else {
        colours.control
    };
    Frame::new()
        .fill(fill)
        .corner_radius(4)
        .inner_margin(Margin::symmetric(6, 1))
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let mark = if document.is_changed() { "● " } else { "" };
            let label = ui.selectable_label(is_front, format!("{mark}{title}"));
            let label = in_full(label, &whole);
            if label.clicked() {
                send.push(Command::Show(id));
            }
            if is_front {
                scroll_to_front(&label, session.documents().len(), id);
            }
            let pin = if document.is_pinned() {
                "tab-unpin"
            } else {
                "tab-pin"
            };
            let pin = say_with(language, pin, &[("name", &title)]);
            let colour = if document.is_pinned() {
                colours.accent
            } else {
                colours.text_weak
            };
            let sign = if document.is_pinned() { "◆" } else { "◇" };
            let button = ui
                .add(Button::new(RichText::new(sign).color(colour)).frame(false))
                .on_hover_text(&pin);
            name_control(&button, Role::Button, &pin);
            if button.clicked() {
                send.push(Command::TogglePin(id));
            }
            let close = say_with(language, "tab-close", &[("name", &title)]);
            let button = ui.add(Button::new("×").frame(false)).on_hover_text(&close);
            name_control(&button, Role::Button, &close);
            if button.clicked() {
                send.push(Command::Close(id));
            }
        });
}
