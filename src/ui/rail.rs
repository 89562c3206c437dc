//! The targets where there is no room for their panel: a rail of marks in the plan's order, and a drawer that opens over
//! the charts.

use eframe::egui::{
    Area, Frame, Id, Key, Modifiers, Order, Panel, Popup, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind,
    Ui, WidgetInfo, vec2,
};

use super::pieces::{Icon, Mark};
use super::theme::Colours;
use super::{scorecard, side};
use crate::session::{Command, Page, Session};
use crate::text::say;

/// The widths of the rail and the drawer, and the height of a mark with the space around it, in points.
const RAIL: f32 = 32.0;
const DRAWER: f32 = 322.0;
const SLOT: f32 = 20.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let frame = Frame::new().fill(Colours::of(ui).surface);
    let language = session.view().language;
    Panel::right("rail").exact_size(RAIL).frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let (icon, id) = if is_open(session) {
            (Icon::Right, "rail-close")
        } else {
            (Icon::Left, "rail-open")
        };
        let ink = (RAIL - 2.0, Colours::of(ui).text);
        if icon.button_in(ui, &say(language, id), true, ink).clicked() {
            send.push(Command::ShowPage(if is_open(session) {
                Page::Charts
            } else {
                Page::Scorecard
            }));
        }
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            marks(ui, session, send);
            super::column::keep_focus_in_sight(ui);
        });
    });
}

/// Whether the drawer is open: a page is in front that the drawer shows.
fn is_open(session: &Session) -> bool {
    !matches!(session.view().page, Page::Charts | Page::Rates)
}

fn marks(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let document = session.document();
    let view = session.view();
    let colours = Colours::of(ui);
    let chosen = view.selected(document.plan());
    for score in scorecard::chosen(session, scorecard::Order::Plan) {
        let ix = score.assessment.indicator();
        let size = vec2(ui.available_width(), SLOT);
        let (place, slot) = ui.allocate_exact_size(size, Sense::click());
        slot.widget_info(|| {
            let words = score.in_words(document, view);
            WidgetInfo::selected(Role::Button, true, chosen == Some(ix), words)
        });
        let inside = place.shrink2(vec2(4.0, 0.0));
        if chosen == Some(ix) {
            ui.painter().rect_filled(inside, 3.0, colours.selection);
        } else if slot.hovered() {
            ui.painter().rect_filled(inside, 3.0, colours.control);
        }
        if slot.has_focus() {
            let edge = Stroke::new(2.0, colours.accent);
            ui.painter().rect_stroke(inside, 3.0, edge, StrokeKind::Inside);
        }
        Mark::of(score.assessment).paint(ui.painter(), place.center(), colours);
        if slot.clicked() {
            send.push(Command::Select(ix));
            send.push(Command::ShowPage(Page::Scorecard));
        }
        slot.on_hover_ui(|ui| {
            ui.set_max_width(320.0);
            ui.label(score.in_words(document, view));
        });
    }
}

/// The panel, over the charts beside the rail, while it is open. Esc closes it.
pub(super) fn drawer(ui: &Ui, session: &Session, charts: Rect, send: &mut Vec<Command>) {
    if !is_open(session) {
        return;
    }
    let colours = Colours::of(ui);
    let right = charts.right();
    let width = DRAWER.min(right - charts.left());
    Area::new(Id::unique("drawer"))
        .order(Order::Middle)
        .fixed_pos(eframe::egui::pos2(right - width, charts.top()))
        .show(ui.ctx(), |ui| {
            Frame::new()
                .fill(colours.surface)
                .stroke(Stroke::new(1.0, colours.outline))
                .show(ui, |ui| {
                    // Inside the edge.
                    let size = vec2(width, charts.height()) - vec2(2.0, 2.0);
                    ui.set_min_size(size);
                    ui.set_max_size(size);
                    side::draw(ui, session, send);
                });
        });
    let is_free = !Popup::is_any_open(ui.ctx()) && !session.view().palette;
    if is_free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        send.push(Command::ShowPage(Page::Charts));
    }
}
