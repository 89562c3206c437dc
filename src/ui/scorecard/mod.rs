//! The plan's targets: how many rest on what was entered, where the scenario takes each, and its judgement.

mod row;

use eframe::egui::{self, ComboBox, RichText, Ui};

use super::{column, name_control, standing};
use crate::model::Assessment;
use crate::plan::{Indicator, Plan, Target};
use crate::session::{Command, Document, ScoreFilter, Session, View};
use crate::text::say;

/// Below this window height, in points, the counts scroll with the targets.
const LOW: f32 = 560.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let view = session.view();
    let document = session.document();
    let is_low = ui.ctx().content_rect().height() < LOW;
    if !is_low {
        standing::summary(ui, session);
    }
    choices(ui, document.plan(), view, send);
    column::scrolling(ui, |ui| {
        if is_low {
            standing::summary(ui, session);
        }
        for score in chosen(document, view) {
            row::draw(ui, document, &score, view, send);
        }
    });
}

/// A target with everything shown about it.
struct ScoredTarget<'a> {
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

/// The plan's headings, one of which can be chosen.
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

fn chosen<'a>(document: &'a Document, view: &View) -> Vec<ScoredTarget<'a>> {
    let category = category(document.plan(), view);
    let mut scores: Vec<ScoredTarget<'_>> = document
        .plan()
        .targets()
        .zip(document.assessments())
        .map(|((_, indicator, target), assessment)| ScoredTarget {
            indicator,
            target,
            assessment,
        })
        .filter(|score| category.is_none_or(|category| score.indicator.category == category))
        .filter(|score| view.score_filter.lets_through(score.target, score.assessment))
        .collect();
    if view.score_by_progress {
        // Targets not judged come last; a stable sort keeps the plan's order among equals.
        let key = |score: &ScoredTarget<'_>| {
            let progress = score.assessment.progress.filter(|_| score.assessment.is_judged());
            progress.unwrap_or(f64::INFINITY)
        };
        scores.sort_by(|a, b| key(a).total_cmp(&key(b)));
    }
    scores
}
