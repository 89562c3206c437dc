//! What is being typed and not taken yet. It is in the recovery copy like anything else that is unsaved, and it is taken
//! before anything else happens: a field that is folded away, or whose window is closed, loses nothing.

use std::sync::Arc;

use super::document::{write_info, write_note};
use super::{ActualsCommand, Command, Document, DocumentId, RefusedFigure, RefusedRate, Session};
use crate::plan::Plan;
use crate::scenario::{Rates, Scenario, import};
use crate::text::numbers;

/// What the field with the keyboard would bring if it was left now.
pub(super) struct Typed {
    document: DocumentId,
    plan: Arc<Plan>,
    command: Command,
    /// The document with it; nothing where it would be refused.
    scenario: Option<Scenario>,
}

/// What is being typed.
#[derive(Default)]
pub(super) struct Typing {
    now: Option<Typed>,
    /// Counts what was typed.
    number: u64,
}

impl Typing {
    /// Counts what was typed, to notice that a recovery copy is out of date.
    pub(super) fn number_in(&self, document: DocumentId) -> Option<u64> {
        self.of(document).map(|_| self.number)
    }

    /// A document's scenario with what is being typed.
    pub(super) fn scenario_of(&self, document: DocumentId) -> Option<&Scenario> {
        self.of(document)?.scenario.as_ref()
    }

    /// A figure that is being typed and would be refused, for the document's recovery copy.
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

    /// What is being typed as a lever's rate and would not be taken, for the document's recovery copy.
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

    fn of(&self, document: DocumentId) -> Option<&Typed> {
        self.now.as_ref().filter(|typed| typed.document == document)
    }
}

impl Session {
    /// What the field with the keyboard would bring if it was left now.
    #[must_use]
    pub fn typing(&self) -> Option<&Command> {
        self.typing.now.as_ref().map(|typed| &typed.command)
    }

    pub(super) fn on_typing(&mut self, command: Option<Command>) {
        let document = self.document();
        let now = command.map(|command| Typed {
            document: document.id(),
            plan: document.shared_plan(),
            scenario: self.typed_into(document, &command),
            command,
        });
        self.typing.now = now;
        self.typing.number += 1;
    }

    /// Carries out what was being typed, as if its field had been left.
    pub(super) fn take_typed(&mut self) {
        let Some(typed) = self.typing.now.take() else {
            return;
        };
        let front = self.document().id();
        self.documents.show(typed.document);
        // Its document may have been closed, or read again with another plan; indices are then wrong.
        let document = self.document();
        if document.id() == typed.document && Arc::ptr_eq(&document.shared_plan(), &typed.plan) {
            self.carry_out(typed.command);
        }
        self.documents.show(front);
    }

    /// What is typed counts before whatever comes next, unless that is about the window alone, or is it itself.
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

/// Commands that come by themselves, or that a field sends while it is typed in.
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
