//! The Compare screen: which scenarios are compared with which, and on what figure. Kept while the window is open, and in
//! no file.

mod answer;
mod copying;
mod files;
mod member;
mod take_over;

use std::path::Path;

pub use answer::ComparedScenarios;
pub(super) use answer::{ComparedEvent, ComparedQuestion};
pub(super) use files::ComparedFileRead;
pub use member::{ComparedContent, ComparedMember, ComparedSource, MOST_COMPARED};

use super::{DocumentId, PathUse, Screen, Session};
use crate::analysis::Outcome;
use crate::file::Failure;
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::{self, EXAMPLES};
use crate::text::Message;

/// Commands of the Compare screen. Scenarios are named by their slots.
#[derive(Clone, Debug, PartialEq)]
pub enum CompareCommand {
    /// Compare this scenario as well.
    Add(ComparedSource),
    /// Choose a file to compare as well.
    ChooseFile,
    /// Compare an open scenario with another one, on the Compare screen.
    With(DocumentId, ComparedSource),
    /// No longer compare this scenario.
    Remove(usize),
    /// Compare the others with this scenario.
    SetReference(usize),
    /// Sort levers by what they add to this figure of the reference's plan, and say why it differs.
    SetFigure(Outcome),
    /// Say why this scenario differs from the reference.
    Explain(usize),
    /// Keep what differs in the plan's order, or sort it by effect.
    KeepOrder(bool),
    /// Show the levers and outcomes that are equal as well.
    ShowEqual(bool),
    /// Give each scenario a small chart of its own, all on one scale, or draw all of them in one.
    Apart(bool),
    /// Open a copy of the reference with one lever taken over from another scenario.
    TakeOver {
        /// Which lever, in the reference's plan.
        lever: IndicatorIx,
        /// From which scenario.
        from: usize,
    },
    /// Copy what differs to the clipboard as a table.
    CopyTable,
}

/// A figure by names, because scenarios of other plans may become the reference.
#[derive(Clone, Debug, PartialEq, Eq)]
enum FigureName {
    /// The level of an indicator in the last year, by id.
    Level(String),
    /// A target's figure, by the target's name.
    Target(String),
}

/// What is compared, and how it is shown.
#[derive(Default)]
pub(super) struct Comparing {
    members: Vec<ComparedMember>,
    /// The slot of the reference.
    reference: usize,
    figure: Option<FigureName>,
    /// The slot of the scenario whose difference is explained.
    explained: Option<usize>,
    keeps_order: bool,
    shows_equal: bool,
    is_apart: bool,
    asked: Option<ComparedQuestion>,
    shown: Option<ComparedScenarios>,
}

impl Comparing {
    fn has(&self, source: &ComparedSource) -> bool {
        self.members.iter().any(|member| member.source == *source)
    }

    /// The first letter that no scenario has.
    fn free_slot(&self) -> Option<usize> {
        (0..MOST_COMPARED).find(|slot| self.members.iter().all(|member| member.slot != *slot))
    }

    /// Removes the members that do not meet a condition; another takes the place of a reference that is gone.
    fn keep(&mut self, is_kept: impl Fn(&ComparedMember) -> bool) {
        self.members.retain(is_kept);
        let has = |slot: usize| self.members.iter().any(|member| member.slot == slot);
        if !has(self.reference) {
            self.reference = self.members.first().map_or(0, |member| member.slot);
        }
    }
}

impl Session {
    /// The slot of the scenario with which the others are compared.
    #[must_use]
    pub const fn compared_reference(&self) -> usize {
        self.comparing.reference
    }

    /// Whether what differs stays in the plan's order.
    #[must_use]
    pub const fn keeps_compared_order(&self) -> bool {
        self.comparing.keeps_order
    }

    /// Whether what is equal is shown as well.
    #[must_use]
    pub const fn shows_equal(&self) -> bool {
        self.comparing.shows_equal
    }

    /// Whether each scenario has small charts of its own.
    #[must_use]
    pub const fn is_compared_apart(&self) -> bool {
        self.comparing.is_apart
    }

    /// The slot of the scenario whose difference from the reference is explained: the chosen one, or the first other one.
    #[must_use]
    pub fn explained(&self) -> Option<usize> {
        let others = || {
            let slots = self.comparing.members.iter().map(|member| member.slot);
            slots.filter(|slot| *slot != self.comparing.reference)
        };
        let chosen = self.comparing.explained;
        others()
            .find(|slot| Some(*slot) == chosen)
            .or_else(|| others().next())
    }

    pub(super) fn on_compare(&mut self, command: CompareCommand) {
        match command {
            CompareCommand::Add(source) => {
                self.start_comparing();
                self.compare_also(source);
            }
            CompareCommand::ChooseFile => self.ask_for_path(PathUse::Compare),
            CompareCommand::With(id, source) => self.compare_with(id, source),
            CompareCommand::Remove(slot) => self.comparing.keep(|member| member.slot != slot),
            CompareCommand::SetReference(slot) => {
                if self.comparing.members.iter().any(|member| member.slot == slot) {
                    self.comparing.reference = slot;
                }
            }
            CompareCommand::SetFigure(figure) => self.set_compared_figure(figure),
            CompareCommand::Explain(slot) => self.comparing.explained = Some(slot),
            CompareCommand::KeepOrder(keeps) => self.comparing.keeps_order = keeps,
            CompareCommand::ShowEqual(shows) => self.comparing.shows_equal = shows,
            CompareCommand::Apart(is_apart) => self.comparing.is_apart = is_apart,
            CompareCommand::TakeOver { lever, from } => self.take_lever_over(lever, from),
            CompareCommand::CopyTable => self.copy_compared(),
        }
    }

    /// Without anything compared, the scenario in front and those pinned beside it are.
    fn start_comparing(&mut self) {
        if !self.comparing.members.is_empty() {
            return;
        }
        let front = self.document().id();
        let pinned: Vec<DocumentId> = self.pinned().map(super::Document::id).collect();
        for id in std::iter::once(front).chain(pinned) {
            self.add_compared(ComparedSource::Open(id));
        }
    }

    fn compare_with(&mut self, id: DocumentId, source: ComparedSource) {
        self.comparing.keep(|member| member.source != source);
        let own = ComparedSource::Open(id);
        if !self.comparing.has(&own) {
            self.comparing.members.clear();
            self.add_compared(own.clone());
        }
        self.comparing.explained = self.comparing.free_slot();
        self.compare_also(source);
        let slot = self.comparing.members.iter().find(|member| member.source == own);
        if let Some(slot) = slot.map(|member| member.slot) {
            self.comparing.reference = slot;
        }
        self.view.screen = Screen::Compare;
    }

    /// Compares a scenario as well, or says why it is not.
    pub(super) fn compare_also(&mut self, source: ComparedSource) {
        self.path_prompt = None;
        let source = match source {
            ComparedSource::File(path) => self.source_of_file(&path),
            other => other,
        };
        if self.comparing.has(&source) {
            return self.reread_compared();
        }
        if !self.has_room_to_compare() {
            self.notices.failed(Failure::Other {
                what: Message::new("compare-full").with("most", MOST_COMPARED),
                help: Some(Message::new("compare-full-help")),
            });
            return;
        }
        self.add_compared(source);
    }

    /// A file that is open is compared as it is there.
    fn source_of_file(&self, path: &Path) -> ComparedSource {
        let path = super::app_dirs::absolute(path);
        let mut open = self.documents.all().iter();
        let open =
            open.find(|document| document.path().map(super::app_dirs::absolute).as_ref() == Some(&path));
        open.map_or(ComparedSource::File(path), |document| {
            ComparedSource::Open(document.id())
        })
    }

    fn add_compared(&mut self, source: ComparedSource) {
        let Some(slot) = self.comparing.free_slot() else {
            return;
        };
        let content = match &source {
            ComparedSource::Open(id) if self.documents.get(*id).is_none() => return,
            ComparedSource::Open(_) => None,
            ComparedSource::Example(id) => {
                let Some(example) = EXAMPLES.iter().find(|example| example.id == *id) else {
                    return;
                };
                match scenario::read_text(example.id, example.text, Path::new("")) {
                    Ok(loaded) => Some(ComparedContent::new(loaded).into()),
                    Err(failure) => return self.notices.failed(failure),
                }
            }
            ComparedSource::File(path) => {
                self.read_compared(path.clone());
                None
            }
        };
        self.comparing.members.push(ComparedMember {
            slot,
            source,
            content,
            trouble: None,
        });
        if self.comparing.members.len() == 1 {
            self.comparing.reference = slot;
        }
    }

    fn set_compared_figure(&mut self, figure: Outcome) {
        let Some(plan) = self.reference_plan() else {
            return;
        };
        self.comparing.figure = Some(match figure {
            Outcome::Level { indicator, .. } => FigureName::Level(plan.get(indicator).id.clone()),
            Outcome::Target(target) => FigureName::Target(plan.target_name(target)),
        });
    }

    fn reference_plan(&self) -> Option<std::sync::Arc<Plan>> {
        let reference = self.comparing.reference;
        let mut members = self.comparing.members.iter();
        let member = members.find(|member| member.slot == reference)?;
        Some(self.content_of(member)?.plan)
    }
}
