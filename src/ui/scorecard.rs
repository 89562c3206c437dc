//! The scorecard: every target, where the scenario leads, and how that is judged.

use eframe::egui::{self, Label, RichText, Sense, Ui, WidgetInfo, vec2};

use super::column;
use super::theme::Colours;
use crate::figure::{amount, promise};
use crate::model::{Assessment, Status};
use crate::plan::{Indicator, Target};
use crate::session::Session;
use crate::text::{Language, Message, numbers, say, say_with};

/// Width of the column of marks, in points.
const MARK: f32 = 14.0;

pub(super) fn draw(ui: &mut Ui, session: &Session) {
    let language = session.view().language;
    let document = session.document();
    let met = document
        .assessments()
        .iter()
        .filter(|a| a.status == Status::Met)
        .count();
    let summary = Message::new("cli-summary")
        .with("met", met)
        .with("all", document.assessments().len())
        .say(language);
    column::draw(ui, &say(language, "panel-scorecard"), &summary, |ui| {
        for ((_, indicator, target), assessment) in document.plan().targets().zip(document.assessments()) {
            row(ui, indicator, target, assessment, language);
        }
    });
}

/// A mark that tells the status without colour.
const fn mark(status: Status) -> &'static str {
    match status {
        Status::Met => "✔",
        Status::Close => "◆",
        Status::Missed => "✘",
        Status::WrongDirection => "▼",
        Status::Unknown => "–",
    }
}

fn row(ui: &mut Ui, indicator: &Indicator, target: &Target, assessment: &Assessment, language: Language) {
    let colours = Colours::of(ui);
    let colour = colours.status(assessment.status);
    let status = say(language, assessment.status.message());
    let response = ui
        .scope(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 5.0;
                // The marks differ in width; the names behind them should not dance.
                let size = vec2(MARK, ui.spacing().interact_size.y);
                let mark = RichText::new(mark(assessment.status)).color(colour);
                ui.add_sized(size, Label::new(mark));
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.label(RichText::new(status.as_ref()).small().color(colour));
                    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                        let name = RichText::new(indicator.name.get(language));
                        let name = if target.binding { name.strong() } else { name };
                        ui.add(Label::new(name).truncate().show_tooltip_when_elided(false));
                    });
                });
            });
            ui.horizontal(|ui| {
                ui.add_space(MARK + 5.0);
                ui.label(RichText::new(figures(target, assessment)).small());
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.add(
                        Label::new(
                            RichText::new(promise(target, language))
                                .small()
                                .color(colours.text_weak),
                        )
                        .truncate(),
                    );
                });
            });
            progress_bar(ui, assessment, colour);
            ui.add_space(5.0);
        })
        .response;
    let words = in_words(indicator, target, assessment, language);
    response.widget_info(|| WidgetInfo::labeled(egui::Role::ListItem, true, &words));
    response.on_hover_ui(|ui| {
        ui.set_max_width(320.0);
        ui.label(&words);
        let binding = if target.binding {
            "binding-yes"
        } else {
            "binding-no"
        };
        let weak = colours.text_weak;
        ui.label(RichText::new(say(language, binding)).color(weak));
        let wording = say_with(language, "about-wording", &[("text", &target.wording)]);
        ui.label(RichText::new(wording).color(weak));
    });
}

/// Projected figure and gap.
fn figures(target: &Target, assessment: &Assessment) -> String {
    match (assessment.projected, assessment.gap) {
        (Some(projected), Some(gap)) => {
            format!(
                "{}  ({})",
                amount(target.form, projected),
                numbers::signed(gap, 2)
            )
        }
        _ => "–".to_owned(),
    }
}

/// How much of the way is done; an empty bar where it cannot be told or leads backwards.
fn progress_bar(ui: &mut Ui, assessment: &Assessment, colour: egui::Color32) {
    let colours = Colours::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 4.0), Sense::hover());
    let bar = rect.with_min_x(rect.left() + MARK + 5.0);
    ui.painter().rect_filled(bar, 2.0, colours.control);
    let share = assessment.progress.unwrap_or(0.0).clamp(0.0, 1.0) as f32;
    if share > 0.0 {
        ui.painter()
            .rect_filled(bar.with_max_x(bar.left() + bar.width() * share), 2.0, colour);
    }
}

fn in_words(indicator: &Indicator, target: &Target, assessment: &Assessment, language: Language) -> String {
    let dash = || "–".to_owned();
    say_with(
        language,
        "score-in-words",
        &[
            ("name", indicator.name.get(language)),
            ("status", &say(language, assessment.status.message())),
            (
                "projected",
                &assessment.projected.map_or_else(dash, |p| amount(target.form, p)),
            ),
            ("target", &promise(target, language)),
            (
                "gap",
                &assessment.gap.map_or_else(dash, |gap| numbers::signed(gap, 2)),
            ),
            (
                "progress",
                &assessment
                    .progress
                    .map_or_else(dash, |p| numbers::decimal(p * 100.0, 1)),
            ),
        ],
    )
}
