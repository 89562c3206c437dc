//! Goal-seek: which rates are turned in which way, and what came of it.

use super::super::{Change, DocumentId, Phase, Session};
use crate::model::solver::{Answer, Handle, Request, Unsolvable, Way, default_handle, handles, solve};
use crate::model::{Projection, project};

/// A question about one target, with its answer.
pub struct Sought {
    document: DocumentId,
    revision: u64,
    /// What was asked.
    pub request: Request,
    /// The rates that reach the target, or the nearest; or why there is no question.
    pub result: Result<Answer, Unsolvable>,
    /// Where those rates lead.
    pub projection: Option<Projection>,
}

impl Session {
    /// The rates that can be turned for the target looked at.
    #[must_use]
    pub fn seek_handles(&self) -> Vec<Handle> {
        let document = self.document();
        self.tracked().map_or_else(Vec::new, |target| {
            handles(document.plan(), document.scenario(), target.indicator)
        })
    }

    /// What is asked about the target looked at; nothing where nothing can be turned.
    #[must_use]
    pub fn seek_request(&self) -> Option<Request> {
        let target = self.tracked()?;
        let document = self.document();
        let chosen = self
            .tracking
            .handle
            .filter(|handle| document.plan().has(handle.lever) && self.seek_handles().contains(handle));
        Some(Request {
            target,
            handle: chosen
                .or_else(|| default_handle(document.plan(), document.scenario(), target.indicator))?,
            way: self.tracking.way.unwrap_or(Way::CatchUp),
        })
    }

    /// The answer for the target looked at.
    #[must_use]
    pub fn sought(&self) -> Option<&Sought> {
        self.tracking.sought.as_ref()
    }

    pub(super) fn refresh_answer(&mut self) {
        let Some(request) = self.seek_request() else {
            self.tracking.sought = None;
            return;
        };
        let document = self.document();
        let (id, revision) = (document.id(), document.revision());
        let is_known =
            self.tracking.sought.as_ref().is_some_and(|known| {
                (known.document, known.revision, known.request) == (id, revision, request)
            });
        if is_known {
            return;
        }
        let result = solve(document.plan(), document.scenario(), request);
        let projection = result.as_ref().ok().map(|answer| {
            let mut scenario = document.scenario().clone();
            scenario.rates.set(request.handle.lever, answer.rates.clone());
            project(document.plan(), &scenario)
        });
        self.tracking.sought = Some(Sought {
            document: id,
            revision,
            request,
            result,
            projection,
        });
    }

    /// Sets the rates that were found, also where they are only the nearest.
    pub(super) fn take_answer(&mut self) {
        self.refresh_answer();
        let Some(Sought {
            result: Ok(answer), ..
        }) = &self.tracking.sought
        else {
            return;
        };
        let (lever, rates) = (answer.request.handle.lever, answer.rates.clone());
        self.documents
            .active_mut()
            .edit(Change::Rates(lever), Phase::Done, |scenario| {
                scenario.rates.set(lever, rates);
            });
    }
}
