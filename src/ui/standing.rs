//! The state of targets, as every screen shows it: marks with distinct shapes, counts, and impossible paths.

use eframe::egui::{Color32, Label, Response, RichText, Ui};

use super::pieces::Mark;
use super::theme::Colours;
use crate::model::{Assessment, Counts};
use crate::session::Session;
use crate::text::{Language, Message, say};
use crate::wording::{self, binding_counts, counts, plan_itself, status_word};

/// The colour of a judgement; a target on the plan's own path because nothing was entered is grey, never coloured.
pub(super) fn ink(colours: &Colours, assessment: &Assessment) -> Color32 {
    Mark::of(assessment).colour(colours)
}

/// A judgement's mark, in a slot of fixed width, so that the names after it line up.
pub(super) fn mark(ui: &mut Ui, assessment: &Assessment) -> Response {
    Mark::of(assessment).show(ui)
}

/// A judgement's mark and word, small.
pub(super) fn mark_and_word(ui: &mut Ui, session: &Session, assessment: &Assessment) {
    mark(ui, assessment);
    let word = status_word(assessment, session.view().language);
    let colour = ink(Colours::of(ui), assessment);
    ui.label(RichText::new(word).small().color(colour));
}

/// How many targets are judged, and how; then every impossible path.
pub(super) fn summary(ui: &mut Ui, session: &Session) {
    let document = session.document();
    let found = document.evaluation().counts(document.plan());
    for sentence in sentences(&found, session.view().language) {
        ui.add(Label::new(RichText::new(sentence).small()).wrap());
    }
    impossible(ui, session, usize::MAX);
}

/// How many targets are judged, and how, a sentence each.
pub(super) fn sentences(found: &Counts, language: Language) -> impl Iterator<Item = String> {
    let sentences = [
        plan_itself(found, language),
        Some(counts(found, language)),
        binding_counts(found, language),
    ];
    sentences.into_iter().flatten()
}

/// The impossible paths, and how many are left out beyond `most`.
pub(super) fn impossible(ui: &mut Ui, session: &Session, most: usize) {
    let language = session.view().language;
    let (document, colours) = (session.document(), Colours::of(ui));
    let violations = document.evaluation().violations();
    for violation in violations.iter().take(most) {
        let what = wording::violation(document.plan(), violation, language).say(language);
        let what = RichText::new(format!("✘ {what}")).small().color(colours.missed);
        let help = say(language, wording::violation_help(document.plan(), violation));
        ui.add(Label::new(what).wrap()).on_hover_text(help);
    }
    let rest = violations.len().saturating_sub(most);
    if rest > 0 {
        let more = Message::new("strip-more-impossible")
            .with("count", rest)
            .say(language);
        ui.label(RichText::new(more).small().color(colours.missed));
    }
}
