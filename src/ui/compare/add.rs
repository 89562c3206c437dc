//! What can be compared as well: open scenarios, examples, files.

use std::borrow::Cow;

use eframe::egui::{RichText, Ui};

use crate::scenario::EXAMPLES;
use crate::session::{Command, CompareCommand, ComparedSource, DocumentId, Session};
use crate::text::say;
use crate::ui::short::{self, short};
use crate::ui::theme::Colours;
use crate::ui::titles;

/// The entries of the menu of a button.
pub(super) fn menu(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let mut chosen = None;
    entries(ui, session, |source| chosen = Some(source));
    let language = session.view().language;
    ui.separator();
    if ui.button(say(language, "compare-add-file")).clicked() {
        send.push(Command::Compare(CompareCommand::ChooseFile));
        ui.close();
    }
    if let Some(source) = chosen {
        send.push(Command::Compare(CompareCommand::Add(source)));
        ui.close();
    }
}

/// What an open scenario can be compared with: other open ones, and examples.
pub(in crate::ui) fn menu_for(ui: &mut Ui, session: &Session, id: DocumentId, send: &mut Vec<Command>) {
    let language = session.view().language;
    let others = session.documents().iter().filter(|document| document.id() != id);
    let open = others.map(|document| {
        (
            ComparedSource::Open(document.id()),
            titles::title(session, document),
        )
    });
    let examples = EXAMPLES.iter().map(|example| {
        (
            ComparedSource::Example(example.id),
            example.name(language).to_owned(),
        )
    });
    for (source, name) in open.chain(examples) {
        if short::in_full(ui.button(short(&name)), &name).clicked() {
            send.push(Command::Compare(CompareCommand::With(id, source)));
            ui.close();
        }
    }
}

/// A heading and the scenarios below it.
fn entries(ui: &mut Ui, session: &Session, mut choose: impl FnMut(ComparedSource)) {
    let language = session.view().language;
    let mut last = None;
    for (source, name) in to_add(session) {
        let heading = match source {
            ComparedSource::Open(_) => "compare-add-open",
            _ => "compare-add-example",
        };
        if last != Some(heading) {
            let words = RichText::new(say(language, heading)).small();
            ui.label(words.color(Colours::of(ui).text_weak));
            last = Some(heading);
        }
        if short::in_full(ui.button(short(&name)), &name).clicked() {
            choose(source);
        }
    }
}

/// What is not compared yet, with its name: open scenarios in tab order, then examples.
pub(super) fn to_add(session: &Session) -> Vec<(ComparedSource, Cow<'_, str>)> {
    let language = session.view().language;
    let open = session.open_to_compare().filter_map(|id| {
        let document = session.documents().iter().find(|document| document.id() == id)?;
        Some((ComparedSource::Open(id), titles::title(session, document).into()))
    });
    let examples = session
        .examples_to_compare()
        .map(|example| (ComparedSource::Example(example.id), example.name(language).into()));
    open.chain(examples).collect()
}
