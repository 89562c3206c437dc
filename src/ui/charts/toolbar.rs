//! What the charts measure, and which are shown.

use std::borrow::Cow;

use eframe::egui::{Align, ComboBox, Layout, ScrollArea, Ui};

use crate::figure::Mode;
use crate::session::{Command, ScoreFilter, Session};
use crate::text::{Message, say};
use crate::ui::pieces::{segments, segments_width};
use crate::ui::theme::Colours;

/// The width of what stands beside the modes, in points.
const BESIDE: f32 = 130.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let view = session.view();
    let language = view.language;
    ui.horizontal(|ui| {
        let names: Vec<Cow<'_, str>> = Mode::ALL
            .iter()
            .map(|mode| say(language, mode.short_label()))
            .collect();
        let words: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
        if segments_width(ui, &words) + BESIDE <= ui.available_width() {
            let chosen = Mode::ALL.iter().position(|mode| *mode == view.mode);
            if let Some(clicked) = segments(ui, &words, chosen) {
                send.push(Command::SetMode(Mode::ALL[clicked]));
            }
        } else {
            combo(ui, session, send);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            choose(ui, session, send);
        });
    });
}

/// The modes where there is no room for them side by side.
fn combo(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let view = session.view();
    let language = view.language;
    let response = ComboBox::from_id_salt("chart mode")
        .selected_text(say(language, view.mode.short_label()))
        .show_ui(ui, |ui| {
            for mode in Mode::ALL {
                if ui
                    .selectable_label(mode == view.mode, say(language, mode.short_label()))
                    .clicked()
                {
                    send.push(Command::SetMode(mode));
                }
            }
        })
        .response;
    response.on_hover_text(say(language, "chart-mode"));
}

fn choose(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let (view, plan) = (session.view(), session.document().plan());
    let language = view.language;
    ui.menu_button(say(language, "chart-choose"), |ui| {
        ui.set_min_width(260.0);
        ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            let shown = view.charts(plan);
            for (ix, indicator) in plan.iter() {
                let mut is_shown = shown.contains(&ix);
                if ui.checkbox(&mut is_shown, indicator.name.get(language)).clicked() {
                    send.push(Command::ToggleChart(ix));
                }
            }
        });
    });
}

/// Says that the charts are those of the targets chosen in the answer strip, with a way back.
pub(super) fn filtered(ui: &mut Ui, session: &Session, count: usize, send: &mut Vec<Command>) {
    let view = session.view();
    let language = view.language;
    let id = match (view.score_filter, count) {
        (_, 0) => "chart-filtered-none",
        (ScoreFilter::Binding, _) => "chart-filtered-binding",
        _ => "chart-filtered",
    };
    let words = Message::new(id)
        .with("filter", say(language, view.score_filter.label()).as_ref())
        .with("count", count)
        .say(language);
    ui.horizontal_wrapped(|ui| {
        ui.colored_label(Colours::of(ui).text_weak, words);
        if ui.link(say(language, "chart-filtered-back")).clicked() {
            send.push(Command::FilterScores(ScoreFilter::All));
        }
    });
}
