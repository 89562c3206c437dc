//! A copy of the reference in which one lever is as in another scenario.

use std::sync::Arc;

use super::super::{DocumentSource, Edit, Phase, Session};
use super::{ComparedContent, ComparedSource};
use crate::file::Failure;
use crate::plan::IndicatorIx;
use crate::scenario::{Loaded, Scenario};
use crate::text::Message;

impl Session {
    /// Opens a copy of the reference, with everything that another scenario says of one lever: its base value, actuals and
    /// their source, rates and the reason for them. It is compared as well while there is room.
    pub(super) fn take_lever_over(&mut self, lever: IndicatorIx, from: usize) {
        let member = |slot: usize| {
            let mut members = self.comparing.members.iter();
            let member = members.find(|member| member.slot == slot)?;
            Some((member, self.content_of(member)?))
        };
        let (Some((reference, own)), Some((_, other))) = (member(self.comparing.reference), member(from))
        else {
            return;
        };
        if !own.plan.has(lever) {
            return;
        }
        let years = |of: &ComparedContent| (of.plan.base_year, of.plan.end_year);
        let twin = other.plan.find(&own.plan.get(lever).id);
        let Some(twin) = twin.filter(|_| years(&own) == years(&other)) else {
            self.notices.failed(Failure::Other {
                what: Message::new("compare-take-years"),
                help: Some(Message::new("compare-shared-help")),
            });
            return;
        };
        match reference.source.clone() {
            ComparedSource::Open(id) => self.documents.duplicate_of(id),
            ComparedSource::Example(id) => self.documents.add_copy(DocumentSource::Example(id), loaded(&own)),
            ComparedSource::File(path) => self.documents.add_copy(DocumentSource::File(path), loaded(&own)),
        }
        let document = self.documents.active_mut();
        document.edit(Edit::Rates(lever), Phase::Done, |scenario| {
            take(scenario, lever, (&other.scenario, twin));
        });
        let id = document.id();
        self.view.select(self.documents.active().plan(), lever);
        if self.has_room_to_compare() {
            self.add_compared(ComparedSource::Open(id));
        }
    }
}

fn loaded(content: &ComparedContent) -> Loaded {
    Loaded {
        plan: Arc::clone(&content.plan),
        scenario: Scenario::clone(&content.scenario),
        sha256: String::new(),
        has_comments: false,
        text: String::new(),
    }
}

fn take(scenario: &mut Scenario, lever: IndicatorIx, (other, twin): (&Scenario, IndicatorIx)) {
    macro_rules! take {
        ($($part:ident),*) => {$(
            match other.$part.get(twin) {
                Some(value) => { scenario.$part.set(lever, value.clone()); }
                None => scenario.$part.remove(lever),
            }
        )*};
    }
    take!(rates, bases, actuals, series, notes);
}
