//! The export: the button that says how many files there will be, its progress, and what can be done with the result.

use eframe::egui::{Align, Button, Frame, Label, Layout, Margin, ProgressBar, RichText, Stroke, Ui, vec2};

use crate::model::Status;
use crate::session::{Command, Exported, ReportCommand, Session};
use crate::text::{Language, Message, say};
use crate::ui::pieces::{BODY, Mark, NOTE};
use crate::ui::theme::Colours;

/// The height of the button, in points.
const HEIGHT: f32 = 36.0;
/// Where figures are; the result lists their folder instead of each.
const FIGURES: &str = "figures/";

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    if let Some(running) = session.exporting() {
        let text = format!("{} / {}", running.done, running.total);
        ui.add(ProgressBar::new(running.share()).text(text));
        ui.horizontal(|ui| {
            if ui.button(say(language, "answer-cancel")).clicked() {
                send.push(Command::Report(ReportCommand::Cancel));
            }
            let weak = Colours::of(ui).text_weak;
            let file = match running.file.as_str() {
                "" if running.done > 0 => say(language, "draws-under-way"),
                file => file.into(),
            };
            ui.add(Label::new(RichText::new(file).size(NOTE).color(weak)).truncate());
        });
        return;
    }
    button(ui, session, language, send);
    if let Some(exported) = session.exported() {
        ui.add_space(8.0);
        done(ui, exported, language, send);
    }
}

fn button(ui: &mut Ui, session: &Session, language: Language, send: &mut Vec<Command>) {
    let colours = Colours::of(ui);
    let contents = session.export_contents();
    let count = contents
        .and_then(|contents| contents.files.as_ref().ok())
        .map(Vec::len);
    let words = match count {
        Some(count) => Message::new("report-export-count")
            .with("count", count)
            .say(language),
        None => say(language, "report-export").into_owned(),
    };
    let size = vec2(ui.available_width(), HEIGHT);
    let export = ui.add_enabled_ui(count.is_some(), |ui| {
        let (fill, ink) = if count.is_some() {
            (colours.accent, colours.surface)
        } else {
            (colours.control, colours.text_weak)
        };
        let words = RichText::new(words).size(BODY + 1.0).color(ink);
        ui.add_sized(size, Button::new(words).fill(fill))
    });
    if export.inner.clicked() {
        send.push(Command::Report(ReportCommand::Export));
    }
    if let Some(Err(failure)) = contents.map(|contents| &contents.files) {
        let said = [Some(failure.headline(language)), failure.remedy(language)];
        for said in said.into_iter().flatten() {
            ui.label(RichText::new(said).size(NOTE).color(colours.text_weak));
        }
    }
}

/// What was written, until the next edit, and the ways to it.
fn done(ui: &mut Ui, exported: &Exported, language: Language, send: &mut Vec<Command>) {
    let colours = Colours::of(ui);
    Frame::new()
        .fill(colours.surface)
        .stroke(Stroke::new(1.0, colours.met))
        .corner_radius(4)
        .inner_margin(Margin::symmetric(10, 8))
        .show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            let counted = Message::new("report-exported").with("count", exported.files.len());
            ui.horizontal(|ui| {
                Mark::Judged(Status::Met).show(ui);
                ui.label(RichText::new(counted.say(language)).size(BODY).color(colours.met));
            });
            let (figures, files): (Vec<&String>, Vec<&String>) =
                exported.files.iter().partition(|file| file.starts_with(FIGURES));
            for file in files {
                ui.label(RichText::new(file).size(NOTE));
            }
            if !figures.is_empty() {
                let counted = Message::new("report-files-count").with("count", figures.len());
                ui.horizontal(|ui| {
                    ui.label(RichText::new(FIGURES.trim_end_matches('/')).size(NOTE));
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        let words = RichText::new(counted.say(language)).size(NOTE);
                        ui.label(words.color(colours.text_weak));
                    });
                });
            }
            ui.add_space(6.0);
            ui.horizontal_wrapped(|ui| {
                let report = exported
                    .report()
                    .map(|_| ("report-open-report", ReportCommand::OpenReport));
                let buttons = [
                    Some(("report-open-folder", ReportCommand::OpenFolder)),
                    report,
                    Some(("report-copy-path", ReportCommand::CopyPath)),
                ];
                for (id, command) in buttons.into_iter().flatten() {
                    if ui.button(say(language, id)).clicked() {
                        send.push(Command::Report(command));
                    }
                }
            });
        });
}
