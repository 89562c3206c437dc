//! Text being typed and not yet submitted. It goes into the recovery copy like anything else unsaved, and is submitted
//! before anything else happens: a field that is collapsed, or whose window is closed, loses nothing.

use std::sync::Arc;

use super::annotating::typed_annotation;
use super::document::{write_info, write_note};
use super::uncertainty::{with_correlation, with_spread};
use super::{
    ActualsCommand, Command, Document, DocumentId, RefusedFigure, RefusedRate, Session, UncertaintyCommand,
};
use crate::plan::Plan;
use crate::scenario::{Rates, Scenario, import};
use crate::text::numbers;

/// What the focused field would submit if it lost focus now.
pub(super) struct TypedFigure {
    document: DocumentId,
    plan: Arc<Plan>,
    command: Command,
    /// The document with it applied; `None` if it would be refused.
    scenario: Option<Scenario>,
}

/// What is being typed.
#[derive(Default)]
pub(super) struct Typing {
    now: Option<TypedFigure>,
    /// Counts changes to the text.
    number: u64,
}

impl Typing {
    /// Counts changes to the text, for noticing that a recovery copy is out of date.
    pub(super) fn number_in(&self, document: DocumentId) -> Option<u64> {
        self.of(document).map(|_| self.number)
    }

    /// A document's scenario including text being typed.
    pub(super) fn scenario_of(&self, document: DocumentId) -> Option<&Scenario> {
        self.of(document)?.scenario.as_ref()
    }

    /// Text being typed that would be refused, for the document's recovery copy.
    pub(super) fn refused_in(&self, document: &Document) -> Option<RefusedFigure> {
        let typed = self.of(document.id()).filter(|typed| typed.scenario.is_none())?;
        let Command::Actuals(ActualsCommand::Type {
            indicator,
            year,
            text,
        }) = &typed.command
        else {
            return None;
        };
        Some(RefusedFigure {
            indicator: typed.plan.get(*indicator).id.clone(),
            year: *year,
            text: text.clone(),
        })
    }

    /// Text being typed as a lever's rate that would not be accepted, for the document's recovery copy.
    pub(super) fn misread_in(&self, document: &Document) -> Option<RefusedRate> {
        let typed = self.of(document.id()).filter(|typed| typed.scenario.is_none())?;
        let (lever, text) = match &typed.command {
            Command::Misread { lever, text } => (*lever, text.clone()),
            Command::SetRates { lever, rates, .. } => (*lever, in_figures(rates)),
            _ => return None,
        };
        Some(RefusedRate {
            indicator: typed.plan.get(lever).id.clone(),
            text,
        })
    }

    fn of(&self, document: DocumentId) -> Option<&TypedFigure> {
        self.now.as_ref().filter(|typed| typed.document == document)
    }
}

impl Session {
    /// What the focused field would submit if it lost focus now.
    #[must_use]
    pub fn typing(&self) -> Option<&Command> {
        self.typing.now.as_ref().map(|typed| &typed.command)
    }

    pub(super) fn on_typing(&mut self, command: Option<Command>) {
        let document = self.document();
        let now = command.map(|command| TypedFigure {
            document: document.id(),
            plan: document.shared_plan(),
            scenario: self.typed_into(document, &command),
            command,
        });
        self.typing.now = now;
        self.typing.number += 1;
    }

    /// Submits the text being typed, as if its field had lost focus.
    pub(super) fn take_typed(&mut self) {
        let Some(typed) = self.typing.now.take() else {
            return;
        };
        let front = self.document().id();
        self.documents.show(typed.document);
        // Its document may have been closed, or reloaded with another plan, which invalidates indices.
        let document = self.document();
        if document.id() == typed.document && Arc::ptr_eq(&document.shared_plan(), &typed.plan) {
            self.carry_out(typed.command);
        }
        self.documents.show(front);
    }

    /// Submits the text being typed before `next`, unless that concerns only the window, or is the text itself.
    pub(super) fn take_typed_before(&mut self, next: &Command) {
        if self.typing() == Some(next) {
            self.typing.now = None;
        } else if !leaves_fields_alone(next) {
            self.take_typed();
        }
    }

    fn typed_into(&self, document: &Document, command: &Command) -> Option<Scenario> {
        let plan = document.plan();
        let mut scenario = document.scenario().clone();
        match command {
            Command::SetRates { lever, rates, .. } if rates.fault(plan.get(*lever)).is_none() => {
                scenario.rates.set(*lever, rates.clone());
            }
            Command::SetNote { lever, text } => {
                write_note(&mut scenario, *lever, self.view.language, text.clone());
            }
            Command::Actuals(ActualsCommand::Type {
                indicator,
                year,
                text,
            }) => {
                let (kind, cell) = (self.actual_kind(*indicator), (*indicator, *year));
                scenario.actuals = import::typed(plan, &scenario, cell, kind, text).ok()?;
            }
            Command::Actuals(ActualsCommand::SetInfo(ix, info)) => {
                write_info(&mut scenario, *ix, info.clone());
            }
            Command::Uncertainty(UncertaintyCommand::Set {
                lever, uncertainty, ..
            }) => {
                return with_spread(document, *lever, *uncertainty);
            }
            Command::Uncertainty(UncertaintyCommand::Correlate { levers, rho }) => {
                return with_correlation(document, *levers, *rho);
            }
            Command::Annotation(pin) => return typed_annotation(document, self.view.language, pin),
            _ => return None,
        }
        Some(scenario)
    }
}

fn in_figures(rates: &Rates) -> String {
    let rates: Vec<f64> = match rates {
        Rates::Constant(rate) => vec![*rate],
        Rates::Yearly(rates) => rates.clone(),
        Rates::OutputGrowth { top, all } => top.iter().chain(all).copied().collect(),
    };
    let rates: Vec<String> = rates.iter().map(|rate| numbers::shortest(*rate)).collect();
    rates.join("; ")
}

/// Commands that arise by themselves, or that a field sends while typing.
const fn leaves_fields_alone(command: &Command) -> bool {
    matches!(
        command,
        Command::Typing(_)
            | Command::FinishEdit
            | Command::LookAtFiles
            | Command::DismissNotice(_)
            | Command::HintSeen(_)
            | Command::CancelJob(_)
            | Command::SystemDialogGaveNothing
            | Command::Actuals(ActualsCommand::Look(_))
    )
}
