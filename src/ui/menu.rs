//! The menus.

use std::borrow::Cow;

use eframe::egui::{self, Button, RichText, Ui};

use super::name_control;
use super::theme::Colours;
use crate::plan::{BUILT_IN, built_in};
use crate::scenario::EXAMPLES;
use crate::session::{
    ActualsCommand, AnnotationCommand, Command, EditSubject, MOST_DECIMALS, Session, Theme,
};
use crate::text::{say, say_with};

/// The menus, side by side.
pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    ui.menu_button(say(language, "menu-file"), |ui| file_menu(ui, session, send));
    ui.menu_button(say(language, "menu-edit"), |ui| edit_menu(ui, session, send));
    ui.menu_button(say(language, "menu-view"), |ui| view_menu(ui, session, send));
    ui.menu_button(say(language, "menu-help"), |ui| help_menu(ui, session, send));
}

/// A menu entry for a command, with its keys.
fn entry(ui: &mut Ui, session: &Session, command: &Command, send: &mut Vec<Command>) {
    let Some(label) = command.label() else { return };
    let button = Button::new(say(session.view().language, label)).shortcut_text(keys(command));
    if ui.add_enabled(session.is_enabled(command), button).clicked() {
        send.push(command.clone());
        ui.close();
    }
}

fn file_menu(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    entry(ui, session, &Command::New, send);
    ui.menu_button(say(language, "menu-new"), |ui| {
        for plan in &BUILT_IN {
            // Tests make sure that built-in plans are valid; a faulty one would be missing here and reported elsewhere.
            let Some(Ok(known)) = built_in(plan.id) else {
                continue;
            };
            if ui.button(known.title.get(language)).clicked() {
                send.push(Command::NewFromBuiltIn(plan.id));
                ui.close();
            }
        }
    });
    entry(ui, session, &Command::NewFromPlan, send);
    ui.separator();
    entry(ui, session, &Command::Open, send);
    recent_menu(ui, session, send);
    entry(ui, session, &Command::Actuals(ActualsCommand::ChooseFile), send);
    ui.menu_button(say(language, "menu-examples"), |ui| {
        for example in &EXAMPLES {
            if ui.button(example.name(language)).clicked() {
                send.push(Command::OpenExample(example.id));
                ui.close();
            }
        }
    });
    entry(ui, session, &Command::Duplicate, send);
    ui.separator();
    entry(ui, session, &Command::Save, send);
    entry(ui, session, &Command::SaveAs, send);
    ui.separator();
    entry(ui, session, &Command::CloseFront, send);
    entry(ui, session, &Command::Quit, send);
}

fn recent_menu(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let recent = session.recent().paths();
    let menu = say(session.view().language, "menu-recent");
    ui.add_enabled_ui(!recent.is_empty(), |ui| {
        ui.menu_button(menu, |ui| {
            for path in recent {
                let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
                // Names alone may be ambiguous; the full path is on hover and for screen readers.
                let full = path.display().to_string();
                let button = ui.button(name.as_ref());
                name_control(&button, egui::Role::Button, &full);
                if button.on_hover_text(&full).clicked() {
                    send.push(Command::OpenPath(path.clone()));
                    ui.close();
                }
            }
            ui.separator();
            entry(ui, session, &Command::ForgetRecent, send);
        });
    });
}

fn edit_menu(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    for command in [Command::Undo, Command::Redo] {
        let keys = keys(&command);
        let button = Button::new(step_name(session, &command)).shortcut_text(keys);
        if ui.add_enabled(session.is_enabled(&command), button).clicked() {
            send.push(command);
            ui.close();
        }
    }
    ui.separator();
    entry(ui, session, &Command::CopyScores, send);
    entry(ui, session, &Command::Annotation(AnnotationCommand::Begin), send);
}

/// "Undo: energy intensity": what undo or redo would change, in words.
pub(super) fn step_name(session: &Session, command: &Command) -> String {
    let language = session.view().language;
    let document = session.document();
    let (change, with_step, plain) = match command {
        Command::Redo => (
            document.history().redo_label(),
            "command-redo-step",
            "command-redo",
        ),
        _ => (
            document.history().undo_label(),
            "command-undo-step",
            "command-undo",
        ),
    };
    let Some(change) = change else {
        return say(language, plain).into_owned();
    };
    let name = match change.subject() {
        EditSubject::Indicator(ix) => Cow::Borrowed(document.plan().get(ix).name.get(language)),
        EditSubject::Words(words) => say(language, words),
    };
    say_with(language, with_step, &[("name", &name)])
}

/// The keys of a command, as menus show them.
fn keys(command: &Command) -> String {
    let first = command.shortcuts().first();
    first.map(ToString::to_string).unwrap_or_default()
}

fn view_menu(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let view = session.view();
    entry(ui, session, &Command::ShowPalette(true), send);
    entry(ui, session, &Command::ShowRatesTable(true), send);
    ui.separator();
    entry(ui, session, &Command::ShowNext, send);
    entry(ui, session, &Command::ShowPrevious, send);
    ui.separator();
    for command in [Command::ZoomIn, Command::ZoomOut, Command::ZoomNone] {
        entry(ui, session, &command, send);
    }
    decimals_menu(ui, session, send);
    ui.separator();
    for theme in Theme::ALL {
        if ui
            .radio(view.theme == theme, say(view.language, theme.label()))
            .clicked()
        {
            send.push(Command::SetTheme(theme));
            ui.close();
        }
    }
}

fn help_menu(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    entry(ui, session, &Command::ShowGuide(true), send);
    ui.separator();
    let version = concat!("Planpath 规划轨迹 ", env!("CARGO_PKG_VERSION"));
    ui.label(RichText::new(version).small().color(Colours::of(ui).text_weak));
}

/// Decimals in results.
fn decimals_menu(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let view = session.view();
    ui.menu_button(say(view.language, "menu-decimals"), |ui| {
        let as_needed = std::iter::once(None);
        for decimals in as_needed.chain((0..=MOST_DECIMALS).map(Some)) {
            let label = match decimals {
                None => say(view.language, "decimals-as-needed"),
                Some(decimals) => Cow::Owned(decimals.to_string()),
            };
            if ui.radio(view.decimals == decimals, label).clicked() {
                send.push(Command::SetDecimals(decimals));
                ui.close();
            }
        }
    });
}
