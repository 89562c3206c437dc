//! A target in full sentences, for screen readers and on hover; and its figures, as rows show them.

use super::ScoredTarget;
use crate::model::{Assessment, Basis, Required};
use crate::session::{Document, View};
use crate::text::{Message, say_with};
use crate::ui::standing::has_numbers;
use crate::wording::{assessed, evidence, promise, required_in_words, target_in_words, verdict};

/// The row as text: name, verdict, figures, what they rest on, and what is still needed.
pub(in crate::ui) fn in_words(document: &Document, score: &ScoredTarget<'_>, view: &View) -> String {
    let words = judged(document, score, view);
    match required(document, score.assessment, view) {
        Some(required) => say_with(
            view.language,
            "score-and-required",
            &[("words", &words), ("required", &required)],
        ),
        None => words,
    }
}

fn judged(document: &Document, score: &ScoredTarget<'_>, view: &View) -> String {
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

/// Projected figure, gap and progress; `None` without levels, or if they are not numbers.
pub(super) fn shown(document: &Document, score: &ScoredTarget<'_>, view: &View) -> Option<[String; 3]> {
    let ScoredTarget {
        indicator,
        target,
        assessment,
    } = *score;
    let figures = assessed(indicator, target, assessment, view.decimals, view.language);
    figures.filter(|_| has_numbers(document, assessment.indicator()))
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
