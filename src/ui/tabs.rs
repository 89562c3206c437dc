//! The open scenarios as tabs, and the plan they belong to.

use eframe::egui::{
    Align, CornerRadius, Frame, Id, Label, Layout, Margin, Panel, Pos2, Response, RichText, Role, ScrollArea,
    Sense, Stroke, Ui, vec2,
};

use super::compare;
use super::name_control;
use super::pieces::{BODY, Icon, SMALL, line};
use super::room::Room;
use super::short::short;
use super::theme::Colours;
use super::titles::title;
use crate::session::{Command, Document, DocumentId, Session};
use crate::text::{say, say_with};

const HEIGHT: f32 = 30.0;
/// The most of the row that the plan's title takes.
const TITLE: f32 = 0.36;

/// Always shown, even for one scenario; a window without room has a list instead.
pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    if Room::of_window(ui.ctx()) == Room::Compact {
        return;
    }
    let colours = Colours::of(ui);
    let frame = Frame::new().fill(colours.surface).inner_margin(Margin {
        left: 10,
        right: 14,
        top: 0,
        bottom: 0,
    });
    Panel::top("tabs").exact_size(HEIGHT).frame(frame).show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            plan(ui, session);
            ui.add_space(8.0);
            ui.with_layout(Layout::left_to_right(Align::Max), |ui| tabs(ui, session, send));
        });
    });
}

/// The plan's title, and on hover what the scenario in front is.
fn plan(ui: &mut Ui, session: &Session) {
    let language = session.view().language;
    let document = session.document();
    let title = document.plan().title.get(language);
    let colours = Colours::of(ui);
    let room = ui.available_width() * TITLE;
    let shown = line(ui.painter(), title, SMALL + 0.5, colours.text_weak, room);
    let text = RichText::new(title).size(SMALL + 0.5).color(colours.text_weak);
    let size = vec2(shown.size().x + 1.0, shown.size().y);
    ui.add_sized(size, Label::new(text).truncate().show_tooltip_when_elided(false))
        .on_hover_ui(|ui| {
            ui.set_max_width(360.0);
            ui.label(title);
            ui.label(document.scenario().description.get(language));
        });
}

fn tabs(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    ScrollArea::horizontal()
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.set_height(HEIGHT - 4.0);
            ui.spacing_mut().item_spacing.x = 4.0;
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                for document in session.documents() {
                    tab(ui, session, document, send);
                }
                let duplicate = say(language, "tab-copy");
                if Icon::Plus.button(ui, &duplicate, true).clicked() {
                    send.push(Command::Duplicate);
                }
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

/// The dot of what is unsaved.
pub(super) fn dot(ui: &Ui, at: Pos2) {
    ui.painter().circle_filled(at, 3.5, Colours::of(ui).accent);
}

fn tab(ui: &mut Ui, session: &Session, document: &Document, send: &mut Vec<Command>) {
    let language = session.view().language;
    let id = document.id();
    let is_front = id == session.document().id();
    let colours = Colours::of(ui);
    let whole = title(session, document);
    let shown = short(&whole);
    let top = CornerRadius {
        nw: 4,
        ne: 4,
        ..CornerRadius::ZERO
    };
    let (fill, edge) = if is_front {
        (colours.ground, colours.outline)
    } else {
        (colours.surface, colours.surface)
    };
    Frame::new()
        .fill(fill)
        .stroke(Stroke::new(1.0, edge))
        .corner_radius(top)
        .inner_margin(Margin::symmetric(8, 0))
        .show(ui, |ui| {
            ui.set_height(HEIGHT - 6.0);
            ui.spacing_mut().item_spacing.x = 4.0;
            if document.is_changed() {
                let (place, _) = ui.allocate_exact_size(vec2(9.0, 9.0), Sense::hover());
                dot(ui, place.center());
            }
            let ink = if is_front { colours.text } else { colours.text_weak };
            let text = RichText::new(shown.as_ref()).size(BODY).color(ink);
            let label = ui.add(Label::new(text).selectable(false).sense(Sense::click()));
            let name = if document.is_changed() {
                say_with(language, "tab-unsaved", &[("name", &shown)])
            } else {
                shown.clone().into_owned()
            };
            name_control(&label, Role::Button, &name);
            if label.clicked() {
                send.push(Command::Show(id));
            }
            if is_front {
                scroll_to_front(&label, session.documents().len(), id);
            }
            label.context_menu(|ui| {
                ui.menu_button(say(language, "compare-with"), |ui| {
                    compare::menu_for(ui, session, id, send);
                });
            });
            label.on_hover_ui(|ui| about(ui, session, document, &whole));
            if session.documents().len() > 1 {
                pin(ui, session, document, &shown, send);
            }
            let close = say_with(language, "tab-close", &[("name", &shown)]);
            let ink = (18.0, colours.text_weak);
            if Icon::Cross.button_in(ui, &close, true, ink).clicked() {
                send.push(Command::Close(id));
            }
        });
}

/// The whole name, and the file.
fn about(ui: &mut Ui, session: &Session, document: &Document, whole: &str) {
    ui.set_max_width(420.0);
    let language = session.view().language;
    let beginning: String = whole.chars().take(600).collect();
    ui.label(beginning);
    let file = document.path().map_or_else(
        || say(language, "tab-no-file").into_owned(),
        |path| path.display().to_string(),
    );
    ui.label(RichText::new(file).color(Colours::of(ui).text_weak));
}

/// Shows a document's paths on the charts of the others.
fn pin(ui: &mut Ui, session: &Session, document: &Document, shown: &str, send: &mut Vec<Command>) {
    let colours = Colours::of(ui);
    let (id, icon, colour) = if document.is_pinned() {
        ("tab-unpin", Icon::Pinned, colours.accent)
    } else {
        ("tab-pin", Icon::Unpinned, colours.text_weak)
    };
    let name = say_with(session.view().language, id, &[("name", shown)]);
    if icon.button_in(ui, &name, true, (18.0, colour)).clicked() {
        send.push(Command::TogglePin(document.id()));
    }
}
