//! The guide (F1): one Markdown file per language in `assets/guide`.

use std::cell::RefCell;

use eframe::egui::{Align2, Id, Ui, Window};
use egui_commonmark::{CommonMarkCache, CommonMarkViewer};

use crate::session::{Command, Session};
use crate::text::{Language, say};

thread_local! {
    /// egui_commonmark's cache of rendered text, needed between frames. Drawing happens on one thread.
    static CACHE: RefCell<CommonMarkCache> = RefCell::new(CommonMarkCache::default());
}

pub(super) fn draw(ui: &Ui, session: &Session, send: &mut Vec<Command>) {
    if !session.view().guide {
        return;
    }
    let language = session.view().language;
    let mut is_open = true;
    let room = ui.ctx().content_rect().size();
    Window::new(say(language, "command-guide"))
        .id(Id::unique("guide"))
        .open(&mut is_open)
        .pivot(Align2::CENTER_CENTER)
        .default_pos(ui.ctx().content_rect().center())
        .default_size([room.x.min(760.0) - 40.0, room.y.min(700.0) - 60.0])
        .vscroll(true)
        .show(ui.ctx(), |ui| {
            CACHE.with_borrow_mut(|cache| CommonMarkViewer::new().show(ui, cache, text(language)));
        });
    if !is_open {
        send.push(Command::ShowGuide(false));
    }
}

const fn text(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../assets/guide/en.md"),
        Language::Chinese => include_str!("../../assets/guide/zh-CN.md"),
    }
}
