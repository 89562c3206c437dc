//! The answer strip: how many targets are judged and how, how many are assumed, and how the binding ones stand. Its chips
//! choose which targets and charts are shown.

use eframe::egui::{Frame, Margin, Panel, RichText, Role, ScrollArea, Ui};

use super::name_control;
use super::pieces::{Mark, chip};
use super::theme::Colours;
use crate::model::{Count, Counts, Status};
use crate::session::{Command, ScoreFilter, Session, View};
use crate::text::{Language, Message, say};
use crate::wording;

/// Below this width, in points, the strip says less, and still less below the other.
const ROOMY: f32 = 1100.0;
const COMPACT: f32 = 860.0;

/// The chips: what each counts, its mark, and the targets it lets through.
const JUDGED: [(Mark, ScoreFilter); 4] = [
    (Mark::Judged(Status::Met), ScoreFilter::Met),
    (Mark::Judged(Status::Close), ScoreFilter::Close),
    (Mark::Judged(Status::Missed), ScoreFilter::Missed),
    (Mark::Judged(Status::WrongDirection), ScoreFilter::WrongDirection),
];
const NOT_JUDGED: [(Mark, ScoreFilter); 2] = [
    (Mark::Assumed, ScoreFilter::Assumed),
    (Mark::NoData, ScoreFilter::Unknown),
];

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let document = session.document();
    let counts = document.evaluation().counts(document.plan());
    let view = session.view();
    let language = view.language;
    let frame = Frame::new()
        .fill(Colours::of(ui).ground)
        .inner_margin(Margin::symmetric(12, 7));
    Panel::top("answers").frame(frame).show(ui, |ui| {
        let width = ui.available_width();
        ui.horizontal(|ui| {
            ScrollArea::horizontal()
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing.x = 7.0;
                    let all = &counts.all;
                    if all.judged == 0 && all.targets > 0 {
                        ui.label(say(language, "strip-none-judged"));
                    }
                    if all.judged > 0 || width >= COMPACT {
                        ui.label(heading(all, width >= ROOMY, language));
                    }
                    for (mark, filter) in JUDGED {
                        count_chip(ui, view, (mark, filter), (all, width < COMPACT), send);
                    }
                    if width >= COMPACT {
                        ui.separator();
                    }
                    if width >= ROOMY && all.judged > 0 {
                        let rest = all.targets - all.judged;
                        ui.label(Message::new("strip-others").with("count", rest).say(language));
                    }
                    for (mark, filter) in NOT_JUDGED {
                        count_chip(ui, view, (mark, filter), (all, width < COMPACT), send);
                    }
                    binding(ui, &counts, (view, width >= ROOMY), send);
                });
        });
    });
}

fn heading(count: &Count, is_long: bool, language: Language) -> String {
    let id = if is_long {
        "strip-judged"
    } else {
        "strip-judged-short"
    };
    Message::new(id)
        .with("all", count.targets)
        .with("judged", count.judged)
        .say(language)
}

fn count_chip(
    ui: &mut Ui,
    view: &View,
    (mark, filter): (Mark, ScoreFilter),
    (count, is_short): (&Count, bool),
    send: &mut Vec<Command>,
) {
    let language = view.language;
    let number = of(count, filter);
    let word = say(language, mark.word());
    let is_chosen = view.score_filter == filter;
    let name = Message::new("strip-chip")
        .with("status", word.as_ref())
        .with("count", number)
        .say(language);
    let shown = if is_short { "" } else { word.as_ref() };
    let response = chip(ui, mark, (shown, number), is_chosen, &name);
    let depend = (filter == ScoreFilter::Met)
        .then(|| wording::met_conditions(count, language))
        .flatten();
    let response = response.on_hover_ui(|ui| {
        ui.set_max_width(320.0);
        ui.label(&name);
        if let Some(depend) = depend {
            ui.label(depend);
        }
    });
    if response.clicked() {
        let chosen = if is_chosen { ScoreFilter::All } else { filter };
        send.push(Command::FilterScores(chosen));
    }
}

/// How many of the counted targets a filter lets through.
const fn of(count: &Count, filter: ScoreFilter) -> usize {
    match filter {
        ScoreFilter::All | ScoreFilter::Binding => count.targets,
        ScoreFilter::NotMet => count.judged - count.met,
        ScoreFilter::Met => count.met,
        ScoreFilter::Close => count.close,
        ScoreFilter::Missed => count.missed,
        ScoreFilter::WrongDirection => count.wrong_direction,
        ScoreFilter::Assumed => count.assumed,
        ScoreFilter::Unknown => count.unknown,
    }
}

/// The binding targets in a few words, which choose them.
fn binding(ui: &mut Ui, counts: &Counts, (view, is_long): (&View, bool), send: &mut Vec<Command>) {
    let language = view.language;
    let Some(words) = wording::binding_in_brief(counts, language) else {
        return;
    };
    let shown = if is_long {
        words.clone()
    } else {
        Message::new("strip-binding-short")
            .with("count", counts.binding.targets)
            .say(language)
    };
    let is_chosen = view.score_filter == ScoreFilter::Binding;
    let text = RichText::new(shown).small().color(Colours::of(ui).text_weak);
    let response = ui.selectable_label(is_chosen, text);
    name_control(&response, Role::Button, &words);
    let sentence = wording::binding_counts(counts, language).unwrap_or_default();
    if response.on_hover_text(sentence).clicked() {
        let chosen = if is_chosen {
            ScoreFilter::All
        } else {
            ScoreFilter::Binding
        };
        send.push(Command::FilterScores(chosen));
    }
}
