//! Goal-seek: which rates are turned in which way, and what came of it.

use super::super::finished::Finished;
use super::super::job_key::JobKey;
use super::super::jobs::Lane;
use super::super::{Change, Phase, Session, State};
use crate::model::solver::{Answer, Handle, Request, Unsolvable, Way, default_handle, handles, solve};
use crate::model::{Projection, project};

/// A question about one target, with its answer.
pub struct Sought {
    state: State,
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

    /// The last answer about the document in front. A newer one may be under way ([`JobKey::Seek`]).
    #[must_use]
    pub fn sought(&self) -> Option<&Sought> {
        let sought = self.tracking.sought.as_ref()?;
        sought.state.is_of(self.document()).then_some(sought)
    }

    /// The answer to what is asked now, about the document as it is now.
    fn answer_now(&self) -> Option<&Sought> {
        let state = State::of(self.document());
        let request = self.seek_request();
        self.sought()
            .filter(|sought| sought.state == state && Some(sought.request) == request)
    }

    /// Has the answer worked out, if it is not known.
    pub(super) fn refresh_answer(&mut self) {
        let Some(request) = self.seek_request() else {
            (self.tracking.sought, self.tracking.seek_asked) = (None, None);
            return;
        };
        let document = self.documents.active();
        let asked = (State::of(document), request);
        if self.tracking.seek_asked.as_ref() == Some(&asked) {
            return;
        }
        self.tracking.seek_asked = Some(asked.clone());
        let (id, plan) = (document.id(), document.shared_plan());
        let mut scenario = document.scenario().clone();
        self.jobs.start(JobKey::Seek(id), Lane::Computing, move |_| {
            let result = solve(&plan, &scenario, request);
            let projection = result.as_ref().ok().map(|answer| {
                scenario.rates.set(request.handle.lever, answer.rates.clone());
                project(&plan, &scenario)
            });
            Some(Finished::Sought(Box::new(Sought {
                state: asked.0,
                request,
                result,
                projection,
            })))
        });
    }

    pub(in crate::session) fn sought_found(&mut self, sought: Sought) {
        let asked = self.tracking.seek_asked.as_ref();
        if asked.is_some_and(|(state, request)| (state, *request) == (&sought.state, sought.request)) {
            self.tracking.sought = Some(sought);
        }
    }

    /// Sets the rates that were found, also where they are only the nearest.
    pub(super) fn take_answer(&mut self) {
        // Only what is shown and holds now.
        let Some(Ok(answer)) = self.answer_now().map(|sought| &sought.result) else {
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
