//! Previewing a table: open questions, what will be stored, and what is left out and why.

mod lines;
mod questions;
mod reasons;
mod stored;
mod table;

use eframe::egui::{self, ComboBox, Id, Key, Label, Modal, RichText, Ui};

use crate::scenario::import::Preview;
use crate::session::{ActualsCommand, Command, Import, ImportCommand, JobKey, Session};
use crate::text::{Language, Message, say, say_with};
use crate::ui::theme::Colours;
use crate::ui::{focus_first, name_control, working};

/// Height of a table row, in points.
const ROW: f32 = 20.0;
/// The dialog's greatest width, and the margin it leaves at the sides, in points.
const DIALOG: f32 = 1040.0;
const BESIDE: f32 = 60.0;
/// Height of the dialog's heading, page tabs and buttons, and the least that is left for a page; in points.
const AROUND: f32 = 190.0;
const LEAST: f32 = 160.0;

/// The width of the dialog.
fn window_room(ui: &Ui) -> f32 {
    (ui.ctx().content_rect().width() - BESIDE).min(DIALOG)
}

/// The pages of the preview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum PreviewPage {
    #[default]
    Stored,
    LeftOut,
    Lines,
    Table,
}

pub(in crate::ui::track) fn draw(ui: &Ui, session: &Session, send: &mut Vec<Command>) {
    let Some(import) = session.import() else {
        return;
    };
    let language = session.view().language;
    let window = ui.ctx().content_rect();
    let mut say_to = |command| send.push(Command::Actuals(ActualsCommand::Import(command)));
    Modal::new(Id::unique("import")).show(ui.ctx(), |ui| {
        ui.set_width(window_room(ui));
        let room = (window.height() - AROUND).max(LEAST);
        heading(ui, session, import, &mut say_to);
        match &import.seen.preview {
            Ok(preview) => {
                let asked = questions::draw(ui, session, import, preview, room * 0.5, &mut say_to);
                let page = pages(ui, import, preview, language);
                let room = (room - asked).max(LEAST * 0.5);
                match page {
                    PreviewPage::Stored => stored::draw(ui, session, import, preview, room),
                    PreviewPage::LeftOut => reasons::draw(ui, import, room, language),
                    PreviewPage::Lines => lines::draw(ui, session, preview, room, &mut say_to),
                    PreviewPage::Table => table::draw(ui, import, preview, room, language),
                }
            }
            Err(failure) => {
                ui.label(RichText::new(failure.headline(language)).color(Colours::of(ui).missed));
                if let Some(remedy) = failure.remedy(language) {
                    ui.add(Label::new(remedy).wrap());
                }
                anchor(ui, session, import, &mut say_to);
            }
        }
        ui.add_space(6.0);
        answers(ui, session, import, &mut say_to);
    });
}

/// The page tabs, each with a count; returns the current page.
fn pages(ui: &mut Ui, import: &Import, preview: &Preview, language: Language) -> PreviewPage {
    let id = Id::unique(("import page", &import.path, import.chosen));
    // If nothing can be stored, there are only the rows and columns to settle.
    let is_empty = import.accepted() == 0 && !import.is_open();
    let usual = if is_empty {
        PreviewPage::Lines
    } else {
        PreviewPage::Stored
    };
    let mut shown = ui.data(|data| data.get_temp(id)).unwrap_or(usual);
    ui.horizontal_wrapped(|ui| {
        for (page, label, count) in [
            (PreviewPage::Stored, "import-page-stored", import.accepted()),
            (PreviewPage::LeftOut, "import-page-left-out", import.seen.refused),
            (PreviewPage::Lines, "import-page-lines", preview.lines.len()),
            (PreviewPage::Table, "import-page-table", 0),
        ] {
            let label = Message::new(label).with("count", count).say(language);
            if ui.selectable_label(shown == page, label).clicked() {
                shown = page;
                ui.data_mut(|data| data.insert_temp(id, shown));
            }
        }
    });
    ui.separator();
    shown
}

/// Where the table comes from, and its sheets.
fn heading(ui: &mut Ui, session: &Session, import: &Import, say_to: &mut impl FnMut(ImportCommand)) {
    let language = session.view().language;
    ui.horizontal_wrapped(|ui| {
        let name = match &import.path {
            Some(path) => path.file_name().unwrap_or(path.as_os_str()).to_string_lossy(),
            None => say(language, "import-pasted"),
        };
        ui.strong(say_with(language, "import-title", &[("name", &name)]));
        if import.sheets.sheets.len() > 1 {
            let chosen = &import.sheets.sheets[import.chosen].name;
            let combo = ComboBox::from_id_salt("sheet")
                .selected_text(chosen)
                .show_ui(ui, |ui| {
                    for (n, sheet) in import.sheets.sheets.iter().enumerate() {
                        if ui.selectable_label(n == import.chosen, &sheet.name).clicked() {
                            say_to(ImportCommand::ChooseSheet(n));
                        }
                    }
                });
            name_control(
                &combo.response,
                egui::Role::ComboBox,
                &say(language, "import-sheet"),
            );
        }
        working::note(ui, language, session.is_at_work(JobKey::Import));
    });
    if import.seen.has_hidden {
        let mut takes = import.options.takes_hidden;
        if ui
            .checkbox(&mut takes, say(language, "import-hidden-too"))
            .changed()
        {
            say_to(ImportCommand::TakeHidden(takes));
        }
    }
    for sheet in &import.passed_over {
        let note =
            Message::new("import-note-passed-over").with("name", import.sheets.sheets[*sheet].name.as_str());
        ui.label(RichText::new(note.say(language)).small());
    }
    if let Some(remark) = &import.remark {
        let colour = Colours::of(ui).close;
        ui.label(RichText::new(remark.say(language)).small().color(colour));
    }
}

/// The position of the first figure, for a table that names neither indicators nor years.
fn anchor(ui: &mut Ui, session: &Session, import: &Import, say_to: &mut impl FnMut(ImportCommand)) {
    let language = session.view().language;
    let plan = session.document().plan();
    let (Some((first, _)), first_year) = (plan.iter().next(), plan.base_year + 1) else {
        return;
    };
    let (ix, year) = import.options.anchor.unwrap_or((first, first_year));
    ui.horizontal_wrapped(|ui| {
        let label = ui.label(say(language, "import-first-figure"));
        let combo = ComboBox::from_id_salt("anchor lever")
            .selected_text(plan.get(ix).name.get(language))
            .width(240.0)
            .truncate()
            .show_ui(ui, |ui| {
                for (other, indicator) in plan.iter() {
                    if ui
                        .selectable_label(other == ix, indicator.name.get(language))
                        .clicked()
                    {
                        say_to(ImportCommand::Anchor(other, year));
                    }
                }
            });
        combo.response.labelled_by(label.id);
        let combo = ComboBox::from_id_salt("anchor year")
            .selected_text(year.to_string())
            .width(70.0)
            .show_ui(ui, |ui| {
                let earlier = session.earlier_years();
                for other in earlier.into_iter().chain(plan.years().skip(1)) {
                    if ui.selectable_label(other == year, other.to_string()).clicked() {
                        say_to(ImportCommand::Anchor(ix, other));
                    }
                }
            });
        name_control(&combo.response, egui::Role::ComboBox, &say(language, "seek-year"));
    });
}

fn answers(ui: &mut Ui, session: &Session, import: &Import, say_to: &mut impl FnMut(ImportCommand)) {
    let language = session.view().language;
    let count = import.accepted();
    // Nothing is stored that was not shown.
    let can_be_taken = count > 0 && session.is_import_current();
    ui.horizontal(|ui| {
        let label = Message::new("import-take").with("count", count).say(language);
        let take = ui.add_enabled_ui(can_be_taken, |ui| ui.button(label)).inner;
        if take.clicked() {
            say_to(ImportCommand::TakeOver);
        }
        let cancel = ui.button(say(language, "answer-cancel"));
        // While a question is open, Enter takes nothing by mistake; while a preview is being computed, it does nothing.
        if !session.is_at_work(JobKey::Import) {
            let takes = can_be_taken && !import.is_open();
            focus_first(ui, if takes { &take } else { &cancel });
        }
        if import.is_settled() && ui.button(say(language, "import-start-over")).clicked() {
            say_to(ImportCommand::StartOver);
        }
        if import.seen.waiting > 0 {
            let waiting = Message::new("import-waiting")
                .with("count", import.seen.waiting)
                .say(language);
            ui.label(RichText::new(waiting).small().color(Colours::of(ui).close));
        }
        if cancel.clicked() || ui.input(|input| input.key_pressed(Key::Escape)) {
            say_to(ImportCommand::Discard);
        }
    });
}
