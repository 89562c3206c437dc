//! The scorecard: every target, where the scenario leads, and how that is judged.

use eframe::egui::{self, ComboBox, Label, RichText, Sense, Ui, UiBuilder, vec2};

use super::theme::Colours;
use super::{column, name_control};
use crate::figure::{assessed, in_unit, promise, required_in_words, target_figure};
use crate::model::{Assessment, Required, Status};
use crate::plan::{Indicator, Plan, Target};
use crate::session::{Command, Document, ScoreFilter, Session, View};
use crate::text::{Message, say, say_with};

/// Width of the column of marks, in points.
const MARK: f32 = 14.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let view = session.view();
    let document = session.document();
    let met = document
        .assessments()
        .iter()
        .filter(|a| a.status == Status::Met)
        .count();
    let summary = Message::new("cli-summary")
        .with("met", met)
        .with("all", document.assessments().len())
        .say(view.language);
    choices(ui, document.plan(), view, send);
    column::draw(ui, &say(view.language, "panel-scorecard"), &summary, |ui| {
        for score in chosen(document, view) {
            row(ui, document, &score, view, send);
        }
    });
}

/// A target with everything the card says about it.
struct Score<'a> {
    indicator: &'a Indicator,
    target: &'a Target,
    assessment: &'a Assessment,
}

/// Which targets are shown, and in which order.
fn choices(ui: &mut Ui, plan: &Plan, view: &View, send: &mut Vec<Command>) {
    categories(ui, plan, view, send);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        for filter in ScoreFilter::ALL {
            let label = RichText::new(say(view.language, filter.label())).small();
            if ui.selectable_label(view.score_filter == filter, label).clicked() {
                send.push(Command::FilterScores(filter));
            }
        }
        ui.separator();
        let mut by_progress = view.score_by_progress;
        let label = RichText::new(say(view.language, "sort-by-progress")).small();
        if ui.checkbox(&mut by_progress, label).clicked() {
            send.push(Command::SortScores(by_progress));
        }
    });
}

/// The plan's headings, of which one can be chosen.
fn categories(ui: &mut Ui, plan: &Plan, view: &View, send: &mut Vec<Command>) {
    let all = say(view.language, "filter-all-categories");
    let chosen = category(plan, view).map_or(all.as_ref(), |position| {
        plan.categories[position].name.get(view.language)
    });
    let small = |text: &str| RichText::new(text).small();
    let combo = ComboBox::from_id_salt("score category")
        .selected_text(small(chosen))
        .width(ui.available_width() - 12.0)
        .show_ui(ui, |ui| {
            if ui
                .selectable_label(view.score_category.is_none(), small(&all))
                .clicked()
            {
                send.push(Command::FilterCategory(None));
            }
            for category in &plan.categories {
                let is_chosen = view.score_category.as_ref() == Some(&category.id);
                let name = category.name.get(view.language);
                if ui.selectable_label(is_chosen, small(name)).clicked() {
                    send.push(Command::FilterCategory(Some(category.id.clone())));
                }
            }
        });
    name_control(
        &combo.response,
        egui::Role::ComboBox,
        &say(view.language, "filter-category"),
    );
}

/// The chosen heading's position, if the plan has it.
fn category(plan: &Plan, view: &View) -> Option<usize> {
    let id = view.score_category.as_ref()?;
    plan.categories.iter().position(|category| category.id == *id)
}

fn chosen<'a>(document: &'a Document, view: &View) -> Vec<Score<'a>> {
    let category = category(document.plan(), view);
    let mut scores: Vec<Score<'_>> = document
        .plan()
        .targets()
        .zip(document.assessments())
        .map(|((_, indicator, target), assessment)| Score {
            indicator,
            target,
            assessment,
        })
        .filter(|score| category.is_none_or(|category| score.indicator.category == category))
        .filter(|score| match view.score_filter {
            ScoreFilter::All => true,
            ScoreFilter::NotMet => score.assessment.status != Status::Met,
            ScoreFilter::Binding => score.target.binding,
        })
        .collect();
    if view.score_by_progress {
        // What cannot be told comes last; a stable sort keeps the plan's order among equals.
        let key = |score: &Score<'_>| score.assessment.progress.unwrap_or(f64::INFINITY);
        scores.sort_by(|a, b| key(a).total_cmp(&key(b)));
    }
    scores
}

fn row(ui: &mut Ui, document: &Document, score: &Score<'_>, view: &View, send: &mut Vec<Command>) {
    let language = view.language;
    let Score {
        indicator,
        target,
        assessment,
    } = *score;
    let colours = Colours::of(ui);
    let colour = colours.status(assessment.status);
    let status = say(language, assessment.status.message());
    // A place that took no clicks first would not keep the keyboard's focus.
    let clickable = UiBuilder::new().sense(Sense::click());
    let response = ui
        .scope_builder(clickable, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            // Text that can be selected would take the clicks on the row.
            ui.style_mut().interaction.selectable_labels = false;
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 5.0;
                // The marks differ in width; the names behind them should not dance.
                let size = vec2(MARK, ui.spacing().interact_size.y);
                let mark = RichText::new(assessment.status.sign()).color(colour);
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
                ui.label(RichText::new(figures(score, view)).small());
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.add(
                        Label::new(
                            // The projected figure beside it says the direction.
                            RichText::new(target_figure(indicator, target, language))
                                .small()
                                .color(colours.text_weak),
                        )
                        .truncate(),
                    );
                });
            });
            if assessment.status != Status::Met
                && let Some(required) = required(document, assessment, view)
            {
                ui.horizontal(|ui| {
                    ui.add_space(MARK + 5.0);
                    ui.label(RichText::new(required).small().color(colours.text_weak));
                });
            }
            progress_bar(ui, assessment, colour);
            ui.add_space(5.0);
        })
        .response;
    let mut words = in_words(indicator, target, assessment, view);
    if let Some(required) = required(document, assessment, view) {
        words = say_with(
            language,
            "score-and-required",
            &[("words", &words), ("required", &required)],
        );
    }
    name_control(&response, egui::Role::ListItem, &words);
    if response.clicked() {
        super::lead_to(ui, assessment.indicator(), send);
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

/// The rate that the remaining years must have, where the target is not met by what has happened.
fn required(document: &Document, assessment: &Assessment, view: &View) -> Option<String> {
    let language = view.language;
    let ledger = document.evaluation().ledger(assessment.target)?;
    if !matches!(ledger.required, Required::Rate(_)) {
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

/// Projected figure and gap.
fn figures(score: &Score<'_>, view: &View) -> String {
    let Score {
        indicator,
        target,
        assessment,
    } = *score;
    match assessed(indicator, target, assessment, view.decimals, view.language) {
        Some([projected, gap, _]) => in_unit(&projected, &gap, view.language),
        None => "–".to_owned(),
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

fn in_words(indicator: &Indicator, target: &Target, assessment: &Assessment, view: &View) -> String {
    let language = view.language;
    let figures = assessed(indicator, target, assessment, view.decimals, language);
    let [projected, gap, progress] = figures.unwrap_or_else(|| [(); 3].map(|()| "–".to_owned()));
    say_with(
        language,
        "score-in-words",
        &[
            ("name", indicator.name.get(language)),
            ("status", &say(language, assessment.status.message())),
            ("projected", &projected),
            ("target", &promise(indicator, target, language)),
            ("gap", &gap),
            ("progress", &progress),
        ],
    )
}
