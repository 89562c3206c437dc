//! The top row: menus, screens, undo and redo, language.

use eframe::egui::containers::menu::MenuButton;
use eframe::egui::{
    Align, Button, CornerRadius, Frame, Layout, MenuBar, Panel, Rect, Role, Sense, Stroke, Ui, UiBuilder,
    WidgetInfo, vec2,
};

use super::menu;
use super::pieces::{BODY, Icon, line};
use super::room::Room;
use super::short::short;
use super::theme::Colours;
use super::{focus_ring, name_control, tabs, titles};
use crate::session::{Command, Screen, Session};
use crate::text::{Language, say, say_with};

const HEIGHT: f32 = 36.0;
const COMPACT_HEIGHT: f32 = 32.0;
/// The space beside the name of a screen, and the height of the line under the one in front, in points.
const PADDING: f32 = 13.0;
const UNDERLINE: f32 = 3.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let is_compact = Room::of_window(ui.ctx()) == Room::Compact;
    let frame = Frame::new().fill(Colours::of(ui).control);
    let height = if is_compact { COMPACT_HEIGHT } else { HEIGHT };
    Panel::top("menu")
        .exact_size(height)
        .show_separator_line(false)
        .frame(frame)
        .show(ui, |ui| {
            let row = ui.max_rect();
            let inside = row.shrink2(vec2(8.0, 0.0));
            let left = Layout::left_to_right(Align::Center);
            let menus = part(ui, inside, left, |ui| {
                if is_compact {
                    lists(ui, session, send);
                    return ui.min_rect();
                }
                // The bar itself is as wide as the row.
                let bar = MenuBar::new().ui(ui, |ui| {
                    menu::draw(ui, session, send);
                    ui.cursor().left()
                });
                inside.with_max_x(bar.inner)
            });
            let right = Layout::right_to_left(Align::Center);
            let actions = part(ui, inside, right, |ui| {
                actions(ui, session, send);
                ui.min_rect()
            });
            if !is_compact {
                let between = row
                    .with_min_x(menus.right() + 8.0)
                    .with_max_x(actions.left() - 8.0);
                screens(ui, session, (row, between), send);
            }
        });
}

/// Contents in a rectangle of their own.
fn part<R>(ui: &mut Ui, place: Rect, layout: Layout, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let place = UiBuilder::new().max_rect(place).layout(layout);
    ui.scope_builder(place, contents).inner
}

/// The screens as tabs in the middle of the row, or as near to it as the rest of the row allows.
fn screens(ui: &mut Ui, session: &Session, (row, between): (Rect, Rect), send: &mut Vec<Command>) {
    let view = session.view();
    let colours = Colours::of(ui);
    let names = Screen::ALL.map(|screen| {
        let name = say(view.language, screen.label());
        line(
            ui.painter(),
            name.as_ref(),
            BODY + 1.0,
            colours.text,
            f32::INFINITY,
        )
    });
    let width: f32 = names.iter().map(|name| name.size().x + 2.0 * PADDING).sum();
    let latest = (between.right() - width).max(between.left());
    let mut left = (row.center().x - width / 2.0).clamp(between.left(), latest);
    for (screen, name) in Screen::ALL.into_iter().zip(names) {
        let size = vec2(name.size().x + 2.0 * PADDING, row.height() - 5.0);
        let place = Rect::from_min_size(row.left_top() + vec2(left - row.left(), 5.0), size);
        left = place.right();
        let id = ui.scope_id().with(screen.label());
        let tab = ui.interact(place, id, Sense::click());
        let is_front = view.screen == screen;
        let words = say(view.language, screen.label());
        tab.widget_info(|| WidgetInfo::selected(Role::Button, true, is_front, words.as_ref()));
        let top = CornerRadius {
            nw: 4,
            ne: 4,
            ..CornerRadius::ZERO
        };
        let painter = ui.painter();
        if is_front {
            painter.rect_filled(place, top, colours.surface);
            let under = place
                .with_min_y(place.bottom() - UNDERLINE)
                .shrink2(vec2(9.0, 0.0));
            painter.rect_filled(under, 0.0, colours.accent);
        } else if tab.hovered() {
            painter.rect_filled(place, top, colours.control_hovered);
        }
        focus_ring(&tab);
        painter.galley(place.center() - name.size() / 2.0, name, colours.text);
        if tab.clicked() {
            send.push(Command::ShowScreen(screen));
        }
    }
}

/// From the right: the other languages, redo, undo.
fn actions(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    ui.spacing_mut().item_spacing.x = 4.0;
    for other in Language::ALL.into_iter().filter(|other| *other != language) {
        let short = say(other, "language-short");
        let button = ui.add(Button::new(short.as_ref()).frame(false));
        // In its own words, for those who read no other.
        name_control(&button, Role::Button, other.own_name());
        if button.on_hover_text(other.own_name()).clicked() {
            send.push(Command::SetLanguage(other));
        }
    }
    ui.add_space(2.0);
    let colours = Colours::of(ui);
    let (place, _) = ui.allocate_exact_size(vec2(1.0, 16.0), Sense::hover());
    ui.painter().vline(
        place.center().x,
        place.y_range(),
        Stroke::new(1.0, colours.outline),
    );
    for (command, icon) in [(Command::Redo, Icon::Redo), (Command::Undo, Icon::Undo)] {
        let is_enabled = session.is_enabled(&command);
        if icon
            .button(ui, &menu::step_name(session, &command), is_enabled)
            .clicked()
        {
            send.push(command);
        }
    }
}

/// Where there is no room: all menus behind one sign, screens and scenarios as lists.
fn lists(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let view = session.view();
    let all = say(view.language, "menu-all");
    let (opener, _) = MenuButton::from_button(Button::new("     ").frame(false)).ui(ui, |ui| {
        menu::draw(ui, session, send);
    });
    Icon::Menu.paint(ui.painter(), opener.rect.center(), Colours::of(ui).text);
    name_control(&opener, Role::Button, &all);
    let screen = say(view.language, view.screen.label());
    let (chosen, _) = MenuButton::from_button(Button::new(format!("{screen}     "))).ui(ui, |ui| {
        for screen in Screen::ALL {
            let name = say(view.language, screen.label());
            if ui.selectable_label(view.screen == screen, name).clicked() {
                send.push(Command::ShowScreen(screen));
                ui.close();
            }
        }
    });
    drop_sign(ui, chosen.rect, 14.0);
    let screens = say_with(view.language, "palette-screen-is", &[("name", &screen)]);
    name_control(&chosen, Role::Button, &screens);
    files(ui, session, send);
}

/// The open scenarios as a list.
fn files(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    let front = session.document();
    let whole = titles::title(session, front);
    let dot = if front.is_changed() { "     " } else { "" };
    // Beside undo, redo and the language.
    let room = ui.available_width() - 150.0;
    let name = line(
        ui.painter(),
        short(&whole),
        BODY,
        Colours::of(ui).text,
        room.max(60.0),
    );
    let shown: String = name
        .rows
        .iter()
        .flat_map(|row| row.glyphs.iter().map(|glyph| glyph.chr))
        .collect();
    let button = Button::new(format!("{dot}{shown}     ")).frame(false);
    let (opener, _) = MenuButton::from_button(button).ui(ui, |ui| {
        for document in session.documents() {
            let title = titles::title(session, document);
            let mark = if document.is_changed() { "● " } else { "" };
            let is_front = document.id() == front.id();
            let entry = ui.selectable_label(is_front, format!("{mark}{}", short(&title)));
            if entry.clicked() {
                send.push(Command::Show(document.id()));
                ui.close();
            }
        }
        ui.separator();
        if ui.button(say(language, "command-duplicate")).clicked() {
            send.push(Command::Duplicate);
            ui.close();
        }
        if ui.button(say(language, "command-close")).clicked() {
            send.push(Command::CloseFront);
            ui.close();
        }
    });
    if front.is_changed() {
        tabs::dot(ui, opener.rect.left_center() + vec2(5.0, 0.0));
    }
    drop_sign(ui, opener.rect, 6.0);
    name_control(&opener, Role::Button, &whole);
}

fn drop_sign(ui: &Ui, button: Rect, from_right: f32) {
    let at = button.right_center() - vec2(from_right, 0.0);
    Icon::Down.paint(ui.painter(), at, Colours::of(ui).text);
}
