//! The guide (F1), beside the work: one Markdown file per language in `assets/guide`.

use std::cell::RefCell;

use eframe::egui::{
    Align, CentralPanel, Frame, Key, Layout, Margin, Modifiers, Panel, Popup, RichText, ScrollArea, Ui,
};
use egui_commonmark::{CommonMarkCache, CommonMarkViewer};

use super::pieces::Icon;
use super::room::Room;
use super::theme::Colours;
use crate::session::{Command, Session};
use crate::text::{Language, say};

/// Its width at first, in points.
const WIDTH: f32 = 380.0;

thread_local! {
    /// egui_commonmark's cache of rendered text, needed between frames. Drawing happens on one thread.
    static CACHE: RefCell<CommonMarkCache> = RefCell::new(CommonMarkCache::default());
}

/// Docks at the right. Without room beside it, it takes the place of the screen; returns whether it does.
pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) -> bool {
    if !session.view().guide {
        return false;
    }
    let frame = Frame::new().fill(Colours::of(ui).surface).inner_margin(Margin {
        left: 14,
        right: 4,
        top: 4,
        bottom: 4,
    });
    let is_alone = Room::of_window(ui.ctx()) == Room::Compact;
    if is_alone {
        CentralPanel::default()
            .frame(frame)
            .show(ui, |ui| pages(ui, session, send));
    } else {
        let most = (ui.available_width() - 560.0).clamp(280.0, 760.0);
        Panel::right("guide")
            .default_size(WIDTH)
            .size_range(280.0..=most)
            .frame(frame)
            .show(ui, |ui| pages(ui, session, send));
    }
    let is_free = !Popup::is_any_open(ui.ctx()) && !session.view().palette && session.question().is_none();
    if is_free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        send.push(Command::ShowGuide(false));
    }
    is_alone
}

fn pages(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    ui.horizontal(|ui| {
        ui.label(RichText::new(say(language, "command-guide")).size(15.0));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(6.0);
            if Icon::Cross
                .button(ui, &say(language, "guide-close"), true)
                .clicked()
            {
                send.push(Command::ShowGuide(false));
            }
        });
    });
    ScrollArea::vertical()
        .id_salt(language.code())
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.set_max_width(ui.available_width() - 12.0);
            CACHE.with_borrow_mut(|cache| CommonMarkViewer::new().show(ui, cache, text(language)));
        });
}

const fn text(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../assets/guide/en.md"),
        Language::Chinese => include_str!("../../assets/guide/zh-CN.md"),
    }
}
