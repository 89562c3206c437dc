//! How targets stand against the progress due, counted in a sentence.

use crate::model::{Ledger, Standing};
use crate::plan::Plan;
use crate::text::{Language, Message, say};

/// The message that counts targets of a standing; `None` for those without data, which a report lists by name.
const fn counted(standing: Standing) -> Option<&'static str> {
    Some(match standing {
        Standing::Reached => "report-progress-reached",
        Standing::Holds => "report-progress-holds",
        Standing::Ahead => "report-progress-ahead",
        Standing::OnSchedule => "report-progress-on-schedule",
        Standing::Behind => "report-progress-behind",
        Standing::BeyondLimit => "report-progress-beyond-limit",
        Standing::NotReached => "report-progress-not-reached",
        Standing::WrongDirection => "report-progress-wrong",
        Standing::Open => "report-progress-open",
        Standing::Unknown => return None,
    })
}

/// How many targets have each standing, and how many of these are binding, for a paragraph of a report.
#[must_use]
pub fn standings_counted(plan: &Plan, ledgers: &[Ledger], language: Language) -> String {
    let clauses = Standing::ALL.into_iter().filter_map(|standing| {
        let id = counted(standing)?;
        let alike = || ledgers.iter().filter(|ledger| ledger.standing() == standing);
        let count = alike().count();
        let binding = alike()
            .filter(|ledger| plan.target(ledger.target).binding)
            .count();
        let counted = (count > 0).then(|| Message::new(id).with("count", count).say_in_full(language))?;
        if binding == 0 {
            return Some(counted);
        }
        let both = Message::new("report-progress-binding")
            .with("counted", counted)
            .with("binding", binding);
        Some(both.say_in_full(language))
    });
    let counts = clauses
        .collect::<Vec<_>>()
        .join(&say(language, "report-clause-separator"));
    Message::new("report-progress-counts")
        .with("counts", counts)
        .say_in_full(language)
}
