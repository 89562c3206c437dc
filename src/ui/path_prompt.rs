//! Typing a path. The system's dialog is open at the same time; whichever answers first wins.

use eframe::egui::{Id, Key, Modal, RichText, TextEdit, Ui};

use super::theme::Colours;
use crate::session::{
    ActualsCommand, Command, CompareCommand, ComparedSource, PathPrompt, PathUse, ReportCommand, Session,
};
use crate::text::say;

pub(super) fn draw(ui: &Ui, session: &Session, send: &mut Vec<Command>) {
    let (Some(prompt), None) = (session.path_prompt(), session.question()) else {
        return;
    };
    let language = session.view().language;
    // The text belongs to no document, so egui keeps it, one per purpose.
    let id = Id::unique(("path prompt", prompt.purpose));
    let mut text = ui
        .data_mut(|data| data.get_temp::<String>(id))
        .unwrap_or_else(|| first_text(prompt));
    let mut finished = None;
    Modal::new(Id::unique("path prompt")).show(ui.ctx(), |ui| {
        ui.set_width(460.0);
        let (title, confirm) = match prompt.purpose {
            PathUse::Open => ("path-open-title", "path-open"),
            PathUse::Compare => ("path-compare-title", "path-compare"),
            PathUse::SaveAs => ("path-save-title", "path-save"),
            PathUse::NewFromPlan => ("path-plan-title", "path-open"),
            PathUse::Import => ("path-import-title", "path-open"),
            PathUse::ExportTo => ("path-export-title", "report-export"),
        };
        ui.strong(say(language, title));
        let hint = if prompt.system_gave_nothing {
            "path-no-dialog"
        } else {
            "path-dialog-open"
        };
        ui.label(RichText::new(say(language, hint)).color(Colours::of(ui).text_weak));
        let label = ui.label(say(language, "path-label"));
        let field = ui
            .add(TextEdit::singleline(&mut text).desired_width(f32::INFINITY))
            .labelled_by(label.id);
        // Checked before focus is restored, which would hide that it was lost.
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if ui.memory(|memory| memory.focused().is_none()) {
            field.request_focus();
        }
        ui.add_space(6.0);
        ui.horizontal(|ui| {
            let is_given = !text.trim().is_empty();
            let confirmed = ui
                .add_enabled_ui(is_given, |ui| ui.button(say(language, confirm)))
                .inner
                .clicked();
            if is_given && (confirmed || entered) {
                let path = text.trim().trim_matches('"').into();
                finished = Some(match prompt.purpose {
                    PathUse::Open => Command::OpenPath(path),
                    PathUse::Compare => Command::Compare(CompareCommand::Add(ComparedSource::File(path))),
                    PathUse::SaveAs => Command::SaveTo(path),
                    PathUse::NewFromPlan => Command::NewFromPlanPath(path),
                    PathUse::Import => Command::Actuals(ActualsCommand::ImportPath(path)),
                    PathUse::ExportTo => Command::Report(ReportCommand::ExportTo(path)),
                });
            }
            let escaped = ui.input(|input| input.key_pressed(Key::Escape));
            if ui.button(say(language, "answer-cancel")).clicked() || escaped {
                finished = Some(Command::CancelPath);
            }
        });
    });
    ui.data_mut(|data| {
        if finished.is_some() {
            data.remove::<String>(id);
        } else {
            data.insert_temp(id, text);
        }
    });
    send.extend(finished);
}

fn first_text(prompt: &PathPrompt) -> String {
    match prompt.purpose {
        PathUse::Open | PathUse::Compare | PathUse::NewFromPlan | PathUse::Import => String::new(),
        PathUse::SaveAs | PathUse::ExportTo => prompt.suggestion.display().to_string(),
    }
}
