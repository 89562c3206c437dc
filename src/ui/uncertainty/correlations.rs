//! Correlations between uncertain rates: those given, and the matrix in which they are set.

use eframe::egui::{Frame, Id, Label, Margin, Modal, RichText, Ui};

use super::refusal::Refusal;
use super::{matrix, matrix_cell};
use crate::plan::IndicatorIx;
use crate::session::{Command, Session};
use crate::text::{Message, say};
use crate::ui::name_control;
use crate::ui::pieces::NOTE;
use crate::ui::theme::Colours;
use crate::wording::{correlation_in_brief, labelled};

/// So many are named in the list.
const NAMED: usize = 2;
/// The fewest uncertain rates between which there can be a correlation.
const FEWEST: usize = 2;
/// The space around the dialog, in points.
const AROUND: f32 = 60.0;

fn place() -> Id {
    Id::unique("correlations")
}

/// In the column of rates: what is given, and the way to the matrix.
pub(super) fn draw(ui: &mut Ui, session: &Session) {
    let language = session.view().language;
    let document = session.document();
    let uncertain = document.uncertain().count();
    if uncertain == 0 {
        return;
    }
    let heading = say(language, "correlations-title");
    let weak = Colours::of(ui).text_weak;
    let note = |text: &str| RichText::new(text).size(NOTE).color(weak);
    Frame::new()
        .inner_margin(Margin::symmetric(12, 8))
        .show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.label(RichText::new(heading.as_ref()).size(NOTE));
                ui.add(Label::new(note(&given(session))).wrap());
                if uncertain >= FEWEST {
                    let edit = say(language, "correlations-edit");
                    let link = ui.link(RichText::new(edit.as_ref()).size(NOTE));
                    let name = labelled(&heading, &edit, language);
                    name_control(&link, eframe::egui::Role::Button, &name);
                    if link.clicked() {
                        ui.data_mut(|data| data.insert_temp(place(), true));
                        let mut levers = document.uncertain();
                        if let (Some(one), Some(other)) = (levers.next(), levers.next()) {
                            matrix_cell::go_to(ui, session, [one, other]);
                        }
                    }
                }
            });
        });
}

/// The strongest correlations, and how many more there are; that there are none, or cannot be any yet.
fn given(session: &Session) -> String {
    let (language, document) = (session.view().language, session.document());
    let mut all = document.scenario().correlations.clone();
    if document.uncertain().count() < FEWEST {
        return say(language, "correlations-too-few").into_owned();
    }
    if all.is_empty() {
        return say(language, "correlations-none").into_owned();
    }
    all.sort_by(|one, other| other.rho.abs().total_cmp(&one.rho.abs()));
    let named = all.iter().take(NAMED);
    let named: Vec<String> = named
        .map(|one| correlation_in_brief(document.plan(), one, language))
        .collect();
    let named = named.join(&say(language, "plan-targets-separator"));
    match all.len().saturating_sub(NAMED) {
        0 => named,
        more => Message::new("correlations-more")
            .with("named", named)
            .with("count", more)
            .say(language),
    }
}

/// The matrix, while it is open. Esc closes it, unless that discards what is being typed.
pub(super) fn dialog(ui: &Ui, session: &Session, send: &mut Vec<Command>) {
    let is_open = ui.data(|data| data.get_temp::<bool>(place())).unwrap_or(false);
    let levers: Vec<IndicatorIx> = session.document().uncertain().collect();
    if !is_open || levers.len() < FEWEST || session.question().is_some() {
        return;
    }
    let language = session.view().language;
    let window = ui.ctx().content_rect();
    let is_typed = matrix_cell::is_typed_in(ui);
    let shown = Modal::new(place().with("dialog")).show(ui.ctx(), |ui| {
        ui.set_max_width(window.width() - AROUND);
        ui.label(say(language, "correlations-of-rates"));
        let help = RichText::new(say(language, "correlations-help")).size(NOTE);
        ui.add(Label::new(help.color(Colours::of(ui).text_weak)).wrap());
        ui.add_space(4.0);
        matrix::draw(ui, session, &levers, send);
        ui.add_space(4.0);
        said(ui, session, &levers);
        ui.add_space(4.0);
        ui.button(say(language, "correlations-close")).clicked()
    });
    let is_closed = shown.inner || shown.should_close() && !is_typed;
    if is_closed {
        ui.data_mut(|data| data.insert_temp(place(), false));
        Refusal::forget(ui);
    }
}

/// Below the matrix: why the last figure was refused, or else the pair that is focused.
fn said(ui: &mut Ui, session: &Session, levers: &[IndicatorIx]) {
    let colours = Colours::of(ui);
    let (words, ink) = match Refusal::known(ui, session) {
        Some(refusal) => (refusal.reason, colours.missed),
        None => (matrix::focused(ui, session, levers), colours.text_weak),
    };
    ui.add(Label::new(RichText::new(words).color(ink)).wrap());
}
