//! The Report screen (报告): what to export on the left, a preview of a chart beside it.

mod options;
mod preview;

use eframe::egui::{CentralPanel, Frame, Margin, Panel, ProgressBar, Ui};

use super::theme::Colours;
use crate::session::{Command, ReportCommand, Session};
use crate::text::{Message, say};

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let frame = |ui: &Ui| {
        Frame::new()
            .fill(Colours::of(ui).ground)
            .inner_margin(Margin::same(8))
    };
    Panel::bottom("report actions")
        .frame(frame(ui))
        .show(ui, |ui| actions(ui, session, send));
    let width = ui.ctx().content_rect().width();
    Panel::left("report options")
        .default_size(360.0_f32.min(width * 0.45))
        .size_range(240.0..=460.0_f32.min(width * 0.5))
        .frame(frame(ui))
        .show(ui, |ui| options::draw(ui, session, send));
    CentralPanel::default()
        .frame(frame(ui))
        .show(ui, |ui| preview::draw(ui, session));
}

/// The export button; during an export, its progress and a way to stop it.
fn actions(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    ui.horizontal(|ui| {
        let Some(running) = session.exporting() else {
            let has_any = !session.report().formats.is_empty();
            let export = ui
                .add_enabled_ui(has_any, |ui| ui.button(say(language, "report-export")))
                .inner;
            if export.clicked() {
                send.push(Command::Report(ReportCommand::Export));
            }
            let charts = session.report_charts().len();
            ui.label(Message::new("report-count").with("count", charts).say(language));
            return;
        };
        if ui.button(say(language, "answer-cancel")).clicked() {
            send.push(Command::Report(ReportCommand::Cancel));
        }
        let text = format!("{} / {}  {}", running.done, running.total, running.file);
        ui.add(ProgressBar::new(running.share()).text(text));
    });
}
