//! Failures with a remedy, shown until dismissed; and successes, shown for a few seconds.

use eframe::egui::{self, Align2, Area, Frame, Id, Margin, Order, RichText, Ui, vec2};

use super::theme::Colours;
use crate::session::{Command, Notice, NoticeId, Session};
use crate::text::say;

/// How long a success is shown, in seconds.
const SHOWN: f64 = 4.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    if let Some(notice) = session.notices().iter().find(|notice| notice.passes()) {
        // Above the bottom row.
        let lift = super::footer::HEIGHT + 14.0;
        pass(ui, notice, &notice.headline(language), lift, send);
    }
    let mut failures = session
        .notices()
        .iter()
        .filter(|notice| !notice.passes())
        .peekable();
    if failures.peek().is_none() {
        return;
    }
    let colours = Colours::of(ui);
    let frame = Frame::new()
        .fill(colours.surface)
        .inner_margin(Margin::symmetric(10, 6));
    egui::Panel::bottom("notices").frame(frame).show(ui, |ui| {
        for notice in failures {
            ui.horizontal_wrapped(|ui| {
                ui.colored_label(colours.missed, "✘");
                ui.label(RichText::new(notice.headline(language)).strong());
                if let Some(remedy) = notice.remedy(language) {
                    ui.label(RichText::new(remedy).color(colours.text_weak));
                }
                if ui.button(say(language, "notice-copy")).clicked() {
                    send.push(Command::CopyText(notice.details(language)));
                }
                if ui.button(say(language, "notice-dismiss")).clicked() {
                    send.push(Command::DismissNotice(notice.id()));
                }
            });
        }
    });
}

/// A success floats over the lower edge, so that nothing moves when it comes and goes.
fn pass(ui: &Ui, notice: &Notice, text: &str, lift: f32, send: &mut Vec<Command>) {
    let colours = Colours::of(ui);
    let id = Id::unique("passing notice");
    let now = ui.input(|input| input.time);
    let (_, since) = ui
        .data(|data| data.get_temp::<(NoticeId, f64)>(id))
        .filter(|(shown, _)| *shown == notice.id())
        .unwrap_or((notice.id(), now));
    ui.data_mut(|data| data.insert_temp(id, (notice.id(), since)));
    let remaining = SHOWN - (now - since);
    if remaining <= 0.0 {
        send.push(Command::DismissNotice(notice.id()));
        return;
    }
    // A single frame, when it expires.
    ui.ctx().request_repaint_after_secs(remaining as f32);
    Area::new(id)
        .order(Order::Foreground)
        .anchor(Align2::CENTER_BOTTOM, vec2(0.0, -lift))
        .interactable(false)
        .show(ui.ctx(), |ui| {
            let room = ui.ctx().content_rect().width() - 60.0;
            Frame::popup(ui.style()).show(ui, |ui| {
                ui.set_max_width(room);
                ui.horizontal(|ui| {
                    ui.colored_label(colours.met, "✔");
                    ui.add(egui::Label::new(text).wrap());
                });
            });
        });
}
