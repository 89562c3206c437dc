//! The Decompose screen: what is decomposed, between which years or against which scenario, and the answer, which a job
//! works out.

mod answer;
mod choice;

pub use answer::{DecomposeFault, Decomposed, DecomposedChange};
pub use choice::{DecomposeAgainst, DecomposeChoice, DecomposeWay};

use std::sync::Arc;

use super::analysis::{Analysis, Asked};
use super::document::State;
use super::job_key::JobKey;
use super::jobs::JobLane;
use super::{Document, DocumentId, Screen, Session};
use crate::plan::IndicatorIx;
use crate::scenario::EXAMPLES;
use crate::text::Language;
use answer::{CompareState, CompareWith, answer};
use choice::{WishedVia, Wishes};

/// Commands of the Decompose screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecomposeCommand {
    /// Decompose this derived indicator.
    Of(IndicatorIx),
    /// From this calendar year.
    From(i32),
    /// By way of this calendar year, or without a year in between.
    Via(Option<i32>),
    /// To this calendar year; the year in which scenarios are compared.
    To(i32),
    /// Against this scenario, or between years.
    Against(Option<DecomposeAgainst>),
    /// In this way.
    In(DecomposeWay),
}

/// What is asked: the choice, and the state of the document that is compared with.
#[derive(Clone, PartialEq)]
pub(super) struct DecomposeQuestion {
    choice: DecomposeChoice,
    other: Option<State>,
}

/// The result of a job.
pub(super) struct DecomposeEvent(Asked<DecomposeQuestion>, Box<Decomposed>);

/// What was wished for, and the last answer.
#[derive(Default)]
pub(super) struct Decomposing {
    wishes: Wishes,
    answer: Analysis<DecomposeQuestion, Decomposed>,
}

impl Session {
    /// What is decomposed on the Decompose screen; nothing in a plan without derived indicators.
    #[must_use]
    pub fn decompose_choice(&self) -> Option<DecomposeChoice> {
        let document = self.document();
        let is_open = |id| id != document.id() && self.documents.get(id).is_some();
        let selected = self.view.selected(document.plan());
        self.decomposing.wishes.choice(document, selected, is_open)
    }

    /// The last answer for the document in front. While a new one is worked out ([`JobKey::Decompose`]), it is about an
    /// earlier state or choice.
    #[must_use]
    pub fn decomposed(&self) -> Option<&Decomposed> {
        self.decomposing.answer.last(self.document())
    }

    /// The answer, if it is to the present choice and about the document as it is now.
    #[must_use]
    pub fn decomposed_now(&self) -> Option<&Decomposed> {
        self.decomposing.answer.current(self.document())
    }

    /// The scenarios that can be compared with: what else is open, then the examples.
    #[must_use]
    pub fn decompose_against(&self) -> Vec<DecomposeAgainst> {
        let front = self.document().id();
        let open = self.documents.all().iter().map(Document::id);
        let open = open.filter(|id| *id != front).map(DecomposeAgainst::Document);
        let examples = EXAMPLES
            .iter()
            .map(|example| DecomposeAgainst::Example(example.id));
        open.chain(examples).collect()
    }

    /// The name of a scenario that is compared with.
    #[must_use]
    pub fn decompose_name(&self, against: DecomposeAgainst, language: Language) -> String {
        match against {
            DecomposeAgainst::Document(id) => {
                let document = self.documents.get(id);
                document.map_or_else(String::new, |document| document.name(language))
            }
            DecomposeAgainst::Example(id) => {
                let example = EXAMPLES.iter().find(|example| example.id == id);
                example.map_or(id, |example| example.name(language)).to_owned()
            }
        }
    }

    pub(super) fn on_decompose(&mut self, command: DecomposeCommand) {
        let choice = self.decompose_choice();
        let plan = self.documents.active().plan();
        let wishes = &mut self.decomposing.wishes;
        match command {
            DecomposeCommand::Of(ix) => wishes.indicator = plan.has(ix).then(|| plan.get(ix).id.clone()),
            DecomposeCommand::From(year) => {
                wishes.from = Some(year);
                // A year that is no longer the later one gives way.
                if choice.is_some_and(|choice| choice.to <= year) {
                    wishes.to = None;
                }
            }
            DecomposeCommand::Via(year) => wishes.via = WishedVia::Chosen(year),
            DecomposeCommand::To(year) => {
                wishes.to = Some(year);
                let is_late = choice.is_some_and(|choice| choice.against.is_none() && choice.from >= year);
                if is_late {
                    wishes.from = None;
                }
            }
            DecomposeCommand::Against(against) => wishes.against = against,
            DecomposeCommand::In(way) => wishes.set_way(way),
        }
    }

    /// Works the answer out if it is on screen and out of date.
    pub(super) fn refresh_decomposition(&mut self) {
        if self.view.screen != Screen::Decompose {
            return;
        }
        let Some(choice) = self.decompose_choice() else {
            return;
        };
        let open = |id: DocumentId| self.documents.get(id);
        let document = self.document();
        let other = match choice.against {
            Some(DecomposeAgainst::Document(id)) => open(id).map(State::of),
            _ => None,
        };
        let asked = Asked::new(document, DecomposeQuestion { choice, other });
        let with = match choice.against {
            None => CompareWith::Nothing,
            Some(DecomposeAgainst::Document(id)) => open(id).map_or(CompareWith::Nothing, |other| {
                CompareWith::State(compare_state(other))
            }),
            Some(DecomposeAgainst::Example(id)) => CompareWith::Example(id),
        };
        let own = compare_state(document);
        let id = document.id();
        if !self.decomposing.answer.ask(&asked) {
            return;
        }
        self.jobs.cancel_where(|key| matches!(key, JobKey::Decompose(_)));
        self.jobs
            .start(JobKey::Decompose(id), JobLane::Computing, move |_| {
                Some(DecomposeEvent(asked, Box::new(answer(choice, &own, with))))
            });
    }

    pub(super) fn on_decomposed(&mut self, DecomposeEvent(asked, found): DecomposeEvent) {
        self.decomposing.answer.answer(asked, *found);
    }
}

fn compare_state(document: &Document) -> CompareState {
    CompareState {
        plan: document.shared_plan(),
        scenario: Arc::new(document.scenario().clone()),
        evaluation: document.shared_evaluation(),
    }
}
