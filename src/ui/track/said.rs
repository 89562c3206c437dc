//! What is said of a row of the ledger and of its years, on hover and to screen readers.

use crate::model::{Ledger, Origin, ProgressYear};
use crate::plan::TargetIx;
use crate::session::Session;
use crate::text::{say, say_with};
use crate::ui::standing::has_numbers;
use crate::wording::{
    self, evidence, labelled, named, origin, promise, required_in_words, share, target_in_words, verdict,
};

/// What a year's level rests on, naming the levers without entries if only some have none.
pub(super) fn rests_on(session: &Session, ix: TargetIx, year: &ProgressYear) -> String {
    let language = session.view().language;
    let word = match year.origin {
        Origin::Projected => say(language, "lever-set").into_owned(),
        other => origin(other, language),
    };
    let assessment = session.document().evaluation().assessment(ix);
    let assumed = assessment.map_or(&[][..], |assessment| &assessment.assumed);
    if year.origin != Origin::PartlyAssumed || assumed.is_empty() {
        return word;
    }
    let names = named(session.document().plan(), assumed, language);
    say_with(
        language,
        "origin-with-names",
        &[("origin", &word), ("names", &names)],
    )
}

/// The row as text, for screen readers and on hover.
pub(super) fn in_words(session: &Session, ix: TargetIx, ledger: Option<&Ledger>) -> String {
    let (language, decimals) = (session.view().language, session.view().decimals);
    let document = session.document();
    let (plan, projection) = (document.plan(), document.projection());
    let (indicator, target) = (plan.get(ix.indicator), plan.target(ix));
    let name = target_in_words(plan, ix, language);
    let promised = promise(indicator, target, language);
    if !has_numbers(document, ix.indicator) {
        return labelled(&name, &say(language, "lever-no-number"), language);
    }
    let (Some(ledger), Some(assessment)) = (ledger, document.evaluation().assessment(ix)) else {
        return labelled(&name, &say(language, "status-unknown"), language);
    };
    let standing = say(language, wording::standing(ledger.standing()));
    let progress = ledger
        .judged()
        .map_or_else(|| "–".to_owned(), |judged| share(judged.progress, language));
    let row = say_with(
        language,
        "track-row-in-words",
        &[
            ("name", &name),
            ("target", &promised),
            ("standing", &standing),
            ("progress", &progress),
            (
                "required",
                &required_in_words(plan, projection, ledger, decimals, language),
            ),
        ],
    );
    let outcome = say_with(
        language,
        "track-verdict",
        &[
            ("verdict", &verdict(plan, assessment, &promised, language)),
            ("evidence", &evidence(plan, assessment, language)),
        ],
    );
    say_with(language, "words-and-more", &[("words", &row), ("more", &outcome)])
}
