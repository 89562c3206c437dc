//! How reports, figures and tables are made.

use std::borrow::Cow;

use eframe::egui::{ComboBox, Label, RichText, Role, TextEdit, Ui};

use super::files;
use crate::export::Format;
use crate::figure::Mode;
use crate::session::{Command, FigureSize, ReportCommand, ReportDraft, Session};
use crate::text::{Language, say};
use crate::ui::name_control;
use crate::ui::pieces::{NOTE, SMALL, segments, segments_width};
use crate::ui::theme::Colours;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    let mut draft = session.report().clone();
    heading(ui, "report-language", language);
    languages(ui, &mut draft, language);
    heading(ui, "report-size", language);
    let sizes = FigureSize::ALL.map(|size| say(language, size.label()));
    let chosen = FigureSize::ALL.iter().position(|size| *size == draft.size);
    if let Some(clicked) = segments(ui, &sizes, chosen) {
        draft.size = FigureSize::ALL[clicked];
    }
    heading(ui, "report-mode", language);
    modes(ui, session, send);
    heading(ui, "report-files", language);
    files::draw(ui, session, &mut draft);
    ui.add_space(6.0);
    ui.checkbox(&mut draft.provenance, say(language, "report-provenance"));
    compare(ui, session, &mut draft, language);
    if draft.formats.contains(&Format::Iamc) {
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(say(language, "report-region"));
            ui.add(TextEdit::singleline(&mut draft.region).desired_width(90.0))
                .labelled_by(label.id);
        });
    }
    if draft != *session.report() {
        send.push(Command::Report(ReportCommand::Choose(Box::new(draft))));
    }
}

fn heading(ui: &mut Ui, id: &'static str, language: Language) {
    ui.add_space(6.0);
    let weak = Colours::of(ui).text_weak;
    ui.label(RichText::new(say(language, id)).size(NOTE).color(weak));
}

fn languages(ui: &mut Ui, draft: &mut ReportDraft, language: Language) {
    let names = Language::ALL.map(Language::own_name);
    let chosen = draft.language.unwrap_or(language);
    let chosen = Language::ALL.iter().position(|other| *other == chosen);
    if let Some(clicked) = segments(ui, &names, chosen) {
        draft.language = Some(Language::ALL[clicked]);
    }
}

/// What the charts show, here as on the other screens.
fn modes(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let (language, mode) = (session.view().language, session.view().mode);
    let names: Vec<Cow<'_, str>> = Mode::ALL
        .iter()
        .map(|mode| say(language, mode.short_label()))
        .collect();
    if segments_width(ui, &names) <= ui.available_width() {
        let chosen = Mode::ALL.iter().position(|other| *other == mode);
        if let Some(clicked) = segments(ui, &names, chosen) {
            send.push(Command::SetMode(Mode::ALL[clicked]));
        }
        return;
    }
    let list = ComboBox::from_id_salt("report chart mode")
        .selected_text(say(language, mode.label()))
        .show_ui(ui, |ui| {
            for other in Mode::ALL {
                let name = say(language, other.label());
                if ui.selectable_label(other == mode, name).clicked() {
                    send.push(Command::SetMode(other));
                }
            }
        });
    name_control(&list.response, Role::ComboBox, &say(language, "report-mode"));
}

/// Whether pinned scenarios are drawn too, or why there are none.
fn compare(ui: &mut Ui, session: &Session, draft: &mut ReportDraft, language: Language) {
    let document = session.document();
    let lacks = if session.documents().len() < 2 {
        Some("report-lacks-second")
    } else if !session.pinned().any(|other| document.shares_plan_with(other)) {
        Some("report-lacks-pinned")
    } else {
        None
    };
    ui.add_enabled_ui(lacks.is_none(), |ui| {
        ui.checkbox(&mut draft.compare, say(language, "report-compare"));
    });
    if let Some(why) = lacks {
        let weak = Colours::of(ui).text_weak;
        let words = RichText::new(say(language, why)).size(SMALL).color(weak);
        // Below the words of the switch, not its box.
        ui.horizontal(|ui| {
            ui.add_space(ui.spacing().icon_width + ui.spacing().icon_spacing);
            ui.add(Label::new(words).wrap());
        });
    }
}
