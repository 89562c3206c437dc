//! The session's jobs: their results, one event type per part that starts jobs, and how each is handled.

use super::actuals::ImportEvent;
use super::compare::{ComparedEvent, ComparedFileRead};
use super::decompose::DecomposeEvent;
use super::implications::Implied;
use super::job_key::JobKey;
use super::jobs::{JobResult, Jobs};
use super::opening::OpeningEvent;
use super::persistence::PersistenceEvent;
use super::report::ReportEvent;
use super::saving::Saved;
use super::track::TrackEvent;
use super::uncertainty::{DrawEvent, RankEvent};
use super::{DocumentId, Session};
use crate::file::Failure;
use crate::text::Message;

/// The jobs of the window.
pub(super) type SessionJobs = Jobs<JobKey, Event>;

/// A job's result, or a message from a thread that serves the session.
pub(super) enum Event {
    Opening(OpeningEvent),
    Saved(Box<Saved>),
    Import(ImportEvent),
    Track(TrackEvent),
    Implied(Implied),
    Drawn(DrawEvent),
    Ranked(RankEvent),
    Decomposed(DecomposeEvent),
    Compared(Box<ComparedEvent>),
    ComparedFile(ComparedFileRead),
    Report(Box<ReportEvent>),
    Persistence(PersistenceEvent),
}

impl From<OpeningEvent> for Event {
    fn from(event: OpeningEvent) -> Self {
        Self::Opening(event)
    }
}

impl From<Saved> for Event {
    fn from(event: Saved) -> Self {
        Self::Saved(Box::new(event))
    }
}

impl From<ImportEvent> for Event {
    fn from(event: ImportEvent) -> Self {
        Self::Import(event)
    }
}

impl From<TrackEvent> for Event {
    fn from(event: TrackEvent) -> Self {
        Self::Track(event)
    }
}

impl From<Implied> for Event {
    fn from(event: Implied) -> Self {
        Self::Implied(event)
    }
}

impl From<DrawEvent> for Event {
    fn from(event: DrawEvent) -> Self {
        Self::Drawn(event)
    }
}

impl From<RankEvent> for Event {
    fn from(event: RankEvent) -> Self {
        Self::Ranked(event)
    }
}

impl From<DecomposeEvent> for Event {
    fn from(event: DecomposeEvent) -> Self {
        Self::Decomposed(event)
    }
}

impl From<ComparedEvent> for Event {
    fn from(event: ComparedEvent) -> Self {
        Self::Compared(Box::new(event))
    }
}

impl From<ComparedFileRead> for Event {
    fn from(event: ComparedFileRead) -> Self {
        Self::ComparedFile(event)
    }
}

impl From<ReportEvent> for Event {
    fn from(event: ReportEvent) -> Self {
        Self::Report(Box::new(event))
    }
}

impl From<PersistenceEvent> for Event {
    fn from(event: PersistenceEvent) -> Self {
        Self::Persistence(event)
    }
}

/// A running job.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RunningJob {
    /// The fraction done, from 0 to 1; `None` while the total is unknown.
    pub progress: Option<f64>,
}

impl Session {
    /// This key's job, while its result is still to come.
    #[must_use]
    pub fn job(&self, key: &JobKey) -> Option<RunningJob> {
        self.jobs.watch(key).map(|watch| RunningJob {
            progress: watch.progress(),
        })
    }

    /// The same for a job about the document in front.
    #[must_use]
    pub fn is_at_work(&self, key: impl FnOnce(DocumentId) -> JobKey) -> bool {
        self.job(&key(self.document().id())).is_some()
    }

    /// Handles what other threads have finished. Cheap if there is nothing.
    pub fn poll(&mut self) {
        while let Some(delivery) = self.jobs.next_finished() {
            self.take_in(delivery);
        }
    }

    /// Waits until nothing is being computed, read or written, for tests and for the end of the program.
    pub fn wait_for_jobs(&mut self) {
        while let Some(delivery) = self.jobs.wait_for_one() {
            self.take_in(delivery);
        }
    }

    /// Waits for saves under way: they were requested, however the program ends.
    pub(super) fn end_saves(&mut self) {
        while self.jobs.is_any(|key| matches!(key, JobKey::Save(_))) {
            match self.jobs.wait_for_one() {
                Some(delivery) => self.take_in(delivery),
                None => return,
            }
        }
    }

    /// Cancels jobs about closed documents.
    pub(super) fn forget_closed(&mut self) {
        let documents = &self.documents;
        let is_closed = |id| documents.get(id).is_none();
        self.jobs
            .cancel_where(|key| key.document().is_some_and(is_closed));
        self.forget_questions_of_closed();
    }

    fn take_in(&mut self, delivery: JobResult<JobKey, Event>) {
        match delivery {
            JobResult::Brought(event) => self.on_event(event),
            JobResult::Broken(key) => self.on_broken(&key),
        }
        self.settle();
    }

    fn on_event(&mut self, event: Event) {
        match event {
            Event::Opening(event) => self.on_opening(event),
            Event::Saved(saved) => self.saved(*saved),
            Event::Import(event) => self.on_import_event(event),
            Event::Track(event) => self.on_track_event(event),
            Event::Implied(event) => self.implied(event),
            Event::Drawn(event) => self.on_drawn(event),
            Event::Ranked(event) => self.on_ranked(event),
            Event::Decomposed(event) => self.on_decomposed(event),
            Event::Compared(event) => self.on_compared(*event),
            Event::ComparedFile(event) => self.on_compared_file(event),
            Event::Report(event) => self.on_report_event(*event),
            Event::Persistence(event) => self.on_keeping_event(event),
        }
    }

    /// A job panicked. Its question stays unanswered, and is not asked again automatically.
    fn on_broken(&mut self, key: &JobKey) {
        let failure = Failure::Other {
            what: Message::new("job-broken"),
            help: Some(Message::new("job-broken-help")),
        };
        match key {
            JobKey::Save(_) => return self.save_broken(key, failure),
            JobKey::Export => self.export_broken(),
            _ => {}
        }
        self.notices.failed(failure);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::jobs::JobLane;
    use super::*;
    use crate::session::{Command, Screen, TrackCommand, TrackPage};
    use crate::text::Language;

    #[test]
    fn a_job_that_panics_is_told_and_nothing_hangs() {
        let mut session = Session::new(Language::English, Arc::new(|| ())).unwrap();
        let id = session.document().id();
        // A preview is only drawn while visible.
        session.apply(Command::ShowScreen(Screen::Report));
        for key in [
            JobKey::Map(id),
            JobKey::Export,
            JobKey::Preview,
            JobKey::ReadTable(id),
        ] {
            session.jobs.start(key, JobLane::Computing, |watch| {
                assert!(watch.is_cancelled(), "a panic of this test's own making");
                None::<TrackEvent>
            });
        }
        session.wait_for_jobs();
        assert_eq!(session.notices().len(), 4);
        assert!(session.exporting().is_none());
        session.apply(Command::ShowScreen(Screen::Track));
        session.apply(Command::Track(TrackCommand::ShowPage(TrackPage::Map)));
        session.wait_for_jobs();
        assert!(session.map().is_some(), "the threads go on");
    }

    #[test]
    fn a_save_that_panics_gives_up_what_was_to_follow() {
        let mut session = Session::new(Language::English, Arc::new(|| ())).unwrap();
        let key = JobKey::Save("nowhere.ron".into());
        session.jobs.queue(key, JobLane::Saves, || -> PersistenceEvent {
            panic!("a panic of this test's own making")
        });
        session.end_saves();
        assert_eq!(session.notices().len(), 1);
        assert!(session.take_effects().is_empty());
    }

    #[test]
    fn what_is_about_a_closed_document_is_cancelled() {
        let mut session = Session::new(Language::English, Arc::new(|| ())).unwrap();
        session.apply(Command::Duplicate);
        let id = session.document().id();
        // It ends only when cancelled.
        session.jobs.start(JobKey::Look(id), JobLane::Computing, |watch| {
            while !watch.is_cancelled() {
                std::thread::yield_now();
            }
            None::<TrackEvent>
        });
        assert!(session.is_at_work(JobKey::Look));
        session.apply(Command::Close(id));
        assert!(session.job(&JobKey::Look(id)).is_none());
        session.wait_for_jobs();
    }
}
