//! What stands around a lever's years: the way it is set, its note, and what is known about it.

use eframe::egui::{Id, RichText, Role, TextEdit, Ui};

use super::about::about;
use super::lever::Lever;
use crate::plan::{Indicator, IndicatorIx};
use crate::scenario::Rates;
use crate::session::{Command, Document, Phase};
use crate::text::{Language, say, say_with};
use crate::ui::name_control;
use crate::ui::typing;

/// Everything known about the indicator, which the name shows only to a pointer.
pub(super) fn about_it(ui: &mut Ui, lever: &Lever<'_>, send: &mut Vec<Command>) {
    send.extend(about(
        ui,
        lever.document(),
        lever.ix,
        lever.indicator,
        lever.language,
    ));
}

/// Points a year, or output growth of the largest firms and of the industry.
pub(super) fn mode(
    ui: &mut Ui,
    document: &Document,
    ix: IndicatorIx,
    rates: Option<&Rates>,
    language: Language,
    send: &mut Vec<Command>,
) {
    let by_output = matches!(rates, Some(Rates::OutputGrowth { .. }));
    let steps = document.plan().steps();
    ui.horizontal_wrapped(|ui| {
        if ui.radio(!by_output, say(language, "mode-points")).clicked() && by_output {
            // The same path, expressed in points.
            let changes = (1..=steps).map(|step| {
                document
                    .projection()
                    .annual_change(document.plan(), ix, step)
                    .unwrap_or(0.0)
            });
            send.push(done(ix, Rates::Yearly(changes.collect())));
        }
        if ui.radio(by_output, say(language, "mode-output")).clicked() && !by_output {
            // The same path again: the industry stands still, and the largest firms grow as their share grows.
            let top = (1..=steps).map(|step| {
                document
                    .projection()
                    .percent_change(ix, step - 1, step)
                    .unwrap_or(0.0)
            });
            send.push(done(
                ix,
                Rates::OutputGrowth {
                    top: top.collect(),
                    all: vec![0.0; steps],
                },
            ));
        }
    });
}

fn done(lever: IndicatorIx, rates: Rates) -> Command {
    Command::SetRates {
        lever,
        rates,
        phase: Phase::Done,
    }
}

/// Why the lever is set as it is. Submitted when the field loses focus.
pub(super) fn note(
    ui: &mut Ui,
    document: &Document,
    ix: IndicatorIx,
    indicator: &Indicator,
    language: Language,
    send: &mut Vec<Command>,
) {
    let stored = document
        .scenario()
        .notes
        .get(ix)
        .map_or("", |note| note.get(language));
    let id = Id::unique(("note", document.id(), ix.position()));
    let mut text = ui
        .data(|data| data.get_temp::<String>(id))
        .unwrap_or_else(|| stored.to_owned());
    let label = say_with(language, "lever-note", &[("name", indicator.name.get(language))]);
    ui.label(RichText::new(say(language, "lever-note-heading")).small());
    let field = ui.add(
        TextEdit::multiline(&mut text)
            .desired_rows(2)
            .desired_width(f32::INFINITY)
            .hint_text(say(language, "lever-note-hint").as_ref()),
    );
    name_control(&field, Role::MultilineTextInput, &label);
    let command = (text != stored).then(|| Command::SetNote {
        lever: ix,
        text: text.clone(),
    });
    if field.has_focus() {
        ui.data_mut(|data| data.insert_temp(id, text));
        match command {
            Some(command) => typing::brings(ui, command),
            None => typing::nothing(ui),
        }
    } else {
        // While not being edited, the field shows what is stored, so that undo is visible.
        ui.data_mut(|data| data.remove::<String>(id));
        if field.lost_focus() {
            typing::nothing(ui);
            send.extend(command);
        }
    }
}
