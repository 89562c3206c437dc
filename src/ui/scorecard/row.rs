//! One target: its mark, name and figures, what they rest on, and what is still needed.

use eframe::egui::{self, Label, RichText, Sense, Ui, UiBuilder, vec2};

use super::ScoredTarget;
use crate::model::{Assessment, Basis, Required, Status};
use crate::session::{Command, Document, View};
use crate::text::{Message, say, say_with};
use crate::ui::name_control;
use crate::ui::standing::{MARK, has_numbers, ink, mark};
use crate::ui::theme::Colours;
use crate::wording::{
    assessed, evidence, in_unit, promise, required_in_words, status_word, target_in_words, verdict,
};

/// The gap between mark and name, in points.
const GAP: f32 = 5.0;

pub(super) fn draw(
    ui: &mut Ui,
    document: &Document,
    score: &ScoredTarget<'_>,
    view: &View,
    send: &mut Vec<Command>,
) {
    let language = view.language;
    let ScoredTarget {
        indicator,
        target,
        assessment,
    } = *score;
    let colours = Colours::of(ui);
    let colour = ink(colours, assessment);
    // An area that did not sense clicks at first would not keep keyboard focus.
    let clickable = UiBuilder::new().sense(Sense::click());
    let response = ui
        .scope_builder(clickable, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            // Selectable text would take the row's clicks.
            ui.style_mut().interaction.selectable_labels = false;
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                mark(ui, assessment);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    let status = status_word(assessment, language);
                    ui.label(RichText::new(status).small().color(colour));
                    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                        let name =
                            RichText::new(target_in_words(document.plan(), assessment.target, language));
                        let name = if target.binding { name.strong() } else { name };
                        let name = if assessment.is_judged() {
                            name
                        } else {
                            name.color(colours.text_weak)
                        };
                        ui.add(Label::new(name).truncate().show_tooltip_when_elided(false));
                    });
                });
            });
            ui.horizontal(|ui| {
                ui.add_space(MARK + GAP);
                let figures = RichText::new(figures(document, score, view)).small();
                let figures = if assessment.is_judged() {
                    figures
                } else {
                    figures.color(colours.text_weak)
                };
                ui.label(figures);
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.add(
                        Label::new(
                            RichText::new(promise(indicator, target, language))
                                .small()
                                .color(colours.text_weak),
                        )
                        .truncate(),
                    );
                });
            });
            if assessment.is_judged() {
                let rests_on = evidence(document.plan(), assessment, language);
                let needed =
                    required(document, assessment, view).filter(|_| assessment.status != Status::Met);
                for line in std::iter::once(rests_on).chain(needed) {
                    ui.horizontal(|ui| {
                        ui.add_space(MARK + GAP);
                        let text = RichText::new(line).small().color(colours.text_weak);
                        ui.add(Label::new(text).truncate().show_tooltip_when_elided(false));
                    });
                }
                progress_bar(ui, assessment, colour);
            }
            ui.add_space(5.0);
        })
        .response;
    let mut words = in_words(document, score, view);
    if let Some(required) = required(document, assessment, view) {
        words = say_with(
            language,
            "score-and-required",
            &[("words", &words), ("required", &required)],
        );
    }
    name_control(&response, egui::Role::ListItem, &words);
    if response.clicked() {
        crate::ui::lead_to(ui, assessment.indicator(), send);
    }
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

/// The rate needed in the years left, if the target is judged and not already reached.
fn required(document: &Document, assessment: &Assessment, view: &View) -> Option<String> {
    let language = view.language;
    let ledger = document.evaluation().ledger(assessment.target)?;
    let is_asked = matches!(ledger.required, Required::Rate(_))
        && assessment.is_judged()
        && has_numbers(document, assessment.indicator());
    if !is_asked {
        return None;
    }
    let rate = required_in_words(
        document.plan(),
        document.projection(),
        ledger,
        view.decimals,
        language,
    );
    Some(say_with(language, "score-required", &[("required", &rate)]))
}

/// Projected figure, gap and progress; `None` without levels, or if they are not numbers.
fn shown(document: &Document, score: &ScoredTarget<'_>, view: &View) -> Option<[String; 3]> {
    let ScoredTarget {
        indicator,
        target,
        assessment,
    } = *score;
    let figures = assessed(indicator, target, assessment, view.decimals, view.language);
    figures.filter(|_| has_numbers(document, assessment.indicator()))
}

/// Projected figure and gap; no gap on the line, nor on the plan's own path, where it means nothing.
fn figures(document: &Document, score: &ScoredTarget<'_>, view: &View) -> String {
    match shown(document, score, view) {
        Some([projected, ..]) if score.assessment.is_on_line || !score.assessment.is_judged() => projected,
        Some([projected, gap, _]) => in_unit(&projected, &gap, view.language),
        None => "–".to_owned(),
    }
}

/// How much of the way is done; an empty bar if that is unknown or leads backwards.
fn progress_bar(ui: &mut Ui, assessment: &Assessment, colour: egui::Color32) {
    let colours = Colours::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 4.0), Sense::hover());
    let bar = rect.with_min_x(rect.left() + MARK + GAP);
    ui.painter().rect_filled(bar, 2.0, colours.control);
    let share = assessment.progress.filter(|share| share.is_finite());
    let share = share.unwrap_or(0.0).clamp(0.0, 1.0) as f32;
    if share > 0.0 {
        ui.painter()
            .rect_filled(bar.with_max_x(bar.left() + bar.width() * share), 2.0, colour);
    }
}

/// The row as text, for screen readers and on hover.
fn in_words(document: &Document, score: &ScoredTarget<'_>, view: &View) -> String {
    let language = view.language;
    let ScoredTarget {
        indicator,
        target,
        assessment,
    } = *score;
    let promised = promise(indicator, target, language);
    let is_plain = assessment.is_on_line || !assessment.is_judged();
    let id = match assessment.basis {
        Basis::None => "score-unknown-in-words",
        _ if is_plain => "score-plain-in-words",
        _ => "score-in-full",
    };
    let figures = shown(document, score, view).unwrap_or_else(|| [(); 3].map(|()| "–".to_owned()));
    let [projected, gap, progress] = figures;
    Message::new(id)
        .with(
            "name",
            target_in_words(document.plan(), assessment.target, language),
        )
        .with(
            "verdict",
            verdict(document.plan(), assessment, &promised, language),
        )
        .with("evidence", evidence(document.plan(), assessment, language))
        .with("projected", projected)
        .with("target", promised)
        .with("gap", gap)
        .with("progress", progress)
        .say(language)
}
