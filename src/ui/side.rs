//! The right-hand panel: targets, implications, history.

use eframe::egui::{
    Align, Frame, Layout, Margin, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use super::pieces::{BODY, line};
use super::theme::Colours;
use super::{history, implications, scorecard};
use crate::session::{Command, Page, Session};
use crate::text::say;

/// The pages of the panel.
const PAGES: [Page; 3] = [Page::Scorecard, Page::Implications, Page::History];
/// The height of the tabs, and of the line under the one in front, in points.
const TABS: f32 = 32.0;
const UNDERLINE: f32 = 3.0;
const SIDE: i8 = 12;

/// The page tabs, and the chosen page.
pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let row = Frame::new().inner_margin(Margin::symmetric(SIDE, 0));
    row.show(ui, |ui| {
        ui.allocate_ui(vec2(ui.available_width(), TABS), |ui| {
            ui.set_height(TABS);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if front(session) == Page::Scorecard {
                    scorecard::funnel(ui, session, send);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| tabs(ui, session, send));
            });
        });
    });
    let line = ui.available_rect_before_wrap();
    ui.painter().hline(
        line.x_range(),
        line.top() - 0.5,
        Stroke::new(1.0, Colours::of(ui).outline),
    );
    if front(session) == Page::Scorecard {
        return scorecard::draw(ui, session, send);
    }
    ui.spacing_mut().item_spacing.y = 5.0;
    Frame::new()
        .inner_margin(Margin {
            left: SIDE,
            right: 2,
            top: 8,
            bottom: 4,
        })
        .show(ui, |ui| match front(session) {
            Page::History => history::draw(ui, session, send),
            _ => implications::draw(ui, session, send),
        });
}

/// The page in front; the targets where that is none of the panel's.
fn front(session: &Session) -> Page {
    let page = session.view().page;
    if PAGES.contains(&page) {
        page
    } else {
        Page::Scorecard
    }
}

fn tabs(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let view = session.view();
    let colours = Colours::of(ui);
    ui.spacing_mut().item_spacing.x = 0.0;
    let room = ui.available_width() / PAGES.len() as f32;
    for page in PAGES {
        let words = say(view.language, page.label());
        let is_front = front(session) == page;
        let ink = if is_front { colours.text } else { colours.text_weak };
        let name = line(ui.painter(), words.as_ref(), BODY, ink, room - 4.0);
        let size = vec2(name.size().x + 18.0, TABS);
        let (place, tab) = ui.allocate_exact_size(size, Sense::click());
        tab.widget_info(|| WidgetInfo::selected(Role::Button, true, is_front, words.as_ref()));
        let text = Rect::from_center_size(place.center() - vec2(9.0, 0.0), name.size());
        let painter = ui.painter();
        if is_front {
            let under = text.with_max_y(place.bottom());
            let under = under.with_min_y(place.bottom() - UNDERLINE);
            painter.rect_filled(under, 0.0, colours.accent);
        }
        if tab.has_focus() {
            let edge = Stroke::new(2.0, colours.accent);
            painter.rect_stroke(text.expand2(vec2(5.0, 3.0)), 3.0, edge, StrokeKind::Inside);
        }
        let ink = if tab.hovered() { colours.text } else { ink };
        painter.galley_with_override_text_color(text.min, name, ink);
        if tab.clicked() {
            send.push(Command::ShowPage(page));
        }
    }
}
