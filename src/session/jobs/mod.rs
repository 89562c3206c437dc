//! Jobs off the drawing thread. Each has a key; if a job is started several times, the last start counts.
//!
//! A key never holds more than one thread. A job started under a busy key waits until the running one notices that it
//! was cancelled, so a share that does not respond costs one thread, however often the user retries.

mod pool;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::file::WorkMonitor;
pub(super) use pool::JobLane;
use pool::Pool;

/// Called from another thread when there is something to poll, so that the window redraws.
pub type WakeFn = Arc<dyn Fn() + Send + Sync>;

/// The outcome of a job that is still wanted.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum JobResult<K, M> {
    /// Its result, or a message from a thread that serves the session.
    Brought(M),
    /// It panicked, or no thread was available.
    Broken(K),
}

/// Running jobs: each has a key and produces a message.
pub(super) struct Jobs<K: Key, M: Send + 'static> {
    pool: Pool,
    reporter: Reporter<K, M>,
    receiver: Receiver<JobMessage<K, M>>,
    slots: HashMap<K, Slot<M>>,
}

/// A job key.
pub(super) trait Key: Clone + Eq + Hash + Send + 'static {}

impl<K: Clone + Eq + Hash + Send + 'static> Key for K {}

/// The job of a key that is with the pool, and those waiting for it.
struct Slot<M> {
    watch: WorkMonitor,
    is_kept: bool,
    waiting: VecDeque<Job<M>>,
}

struct Job<M> {
    lane: JobLane,
    watch: WorkMonitor,
    /// Never cancelled or replaced.
    is_kept: bool,
    work: JobWork<M>,
}

type JobWork<M> = Box<dyn FnOnce(&WorkMonitor) -> Option<M> + Send>;

/// Messages from threads to the session.
enum JobMessage<K, M> {
    Done(K, JobOutcome<M>),
    News(M),
}

enum JobOutcome<M> {
    Brought(M),
    /// It noticed that it was cancelled.
    Stopped,
    Broken,
}

/// A channel for threads to report while they work.
pub(super) struct Reporter<K, M> {
    wake: WakeFn,
    sender: Sender<JobMessage<K, M>>,
}

impl<K, M> Clone for Reporter<K, M> {
    fn clone(&self) -> Self {
        Self {
            wake: Arc::clone(&self.wake),
            sender: self.sender.clone(),
        }
    }
}

impl<K, M> Reporter<K, M> {
    /// Delivers a message that is not a job's result, and that nothing waits for.
    pub(super) fn report(&self, news: impl Into<M>) {
        self.say(JobMessage::News(news.into()));
    }

    fn say(&self, said: JobMessage<K, M>) {
        // The receiver is gone only when the program is ending, and then the answer is not needed.
        let _ = self.sender.send(said);
        (self.wake)();
    }
}

impl<K: Key, M: Send + 'static> Jobs<K, M> {
    pub(super) fn new(wake: WakeFn) -> Self {
        let (sender, receiver) = channel();
        Self {
            pool: Pool::new(),
            reporter: Reporter { wake, sender },
            receiver,
            slots: HashMap::new(),
        }
    }

    pub(super) fn reporter(&self) -> Reporter<K, M> {
        self.reporter.clone()
    }

    /// Starts a job. An earlier one with this key is cancelled, and its result dropped even if it has already arrived.
    /// A job that notices its cancellation returns `None`.
    pub(super) fn start<T: Into<M>>(
        &mut self,
        key: K,
        lane: JobLane,
        work: impl FnOnce(&WorkMonitor) -> Option<T> + Send + 'static,
    ) {
        self.cancel(&key);
        self.add(key, Job::new(lane, false, work));
    }

    /// Starts a job once all earlier ones with this key are done. It is never cancelled.
    pub(super) fn queue<T: Into<M>>(
        &mut self,
        key: K,
        lane: JobLane,
        work: impl FnOnce() -> T + Send + 'static,
    ) {
        self.add(key, Job::new(lane, true, move |_| Some(work())));
    }

    /// Discards the results of this key. Queued jobs carry on.
    pub(super) fn cancel(&mut self, key: &K) {
        if let Some(slot) = self.slots.get_mut(key) {
            slot.cancel();
        }
    }

    /// Cancels the jobs of all matching keys.
    pub(super) fn cancel_where(&mut self, is_meant: impl Fn(&K) -> bool) {
        for (key, slot) in &mut self.slots {
            if is_meant(key) {
                slot.cancel();
            }
        }
    }

    /// The progress of this key's latest job, if its result is still wanted.
    pub(super) fn watch(&self, key: &K) -> Option<&WorkMonitor> {
        let slot = self.slots.get(key)?;
        let waiting = slot.waiting.back().map(|job| &job.watch);
        waiting.or_else(|| slot.is_wanted().then_some(&slot.watch))
    }

    /// Whether a result of a matching key is still to come.
    pub(super) fn is_any(&self, is_meant: impl Fn(&K) -> bool) -> bool {
        let mut slots = self.slots.iter();
        slots.any(|(key, slot)| is_meant(key) && (slot.is_wanted() || !slot.waiting.is_empty()))
    }

    /// The next finished result, without waiting.
    pub(super) fn next_finished(&mut self) -> Option<JobResult<K, M>> {
        loop {
            let said = self.receiver.try_recv().ok()?;
            if let Some(delivery) = self.take(said) {
                return Some(delivery);
            }
        }
    }

    /// Waits for the next result; `None` once none is still to come. Does not wait for cancelled jobs.
    pub(super) fn wait_for_one(&mut self) -> Option<JobResult<K, M>> {
        while self.is_any(|_| true) {
            let said = self.receiver.recv().ok()?;
            if let Some(delivery) = self.take(said) {
                return Some(delivery);
            }
        }
        self.next_finished()
    }

    fn take(&mut self, said: JobMessage<K, M>) -> Option<JobResult<K, M>> {
        let (key, outcome) = match said {
            JobMessage::News(news) => return Some(JobResult::Brought(news)),
            JobMessage::Done(key, outcome) => (key, outcome),
        };
        let mut slot = self.slots.remove(&key)?;
        if let Some(next) = slot.waiting.pop_front() {
            self.run(key.clone(), next, std::mem::take(&mut slot.waiting));
        }
        match outcome {
            _ if !slot.is_wanted() => None,
            JobOutcome::Brought(message) => Some(JobResult::Brought(message)),
            JobOutcome::Stopped => None,
            JobOutcome::Broken => Some(JobResult::Broken(key)),
        }
    }

    fn add(&mut self, key: K, job: Job<M>) {
        match self.slots.get_mut(&key) {
            Some(slot) => slot.waiting.push_back(job),
            None => self.run(key, job, VecDeque::new()),
        }
    }

    fn run(&mut self, key: K, job: Job<M>, waiting: VecDeque<Job<M>>) {
        let slot = Slot {
            watch: job.watch.clone(),
            is_kept: job.is_kept,
            waiting,
        };
        self.slots.insert(key.clone(), slot);
        let (reporter, of) = (self.reporter.clone(), key.clone());
        let Job { watch, work, .. } = job;
        let task = Box::new(move || {
            let outcome = if watch.is_cancelled() {
                JobOutcome::Stopped
            } else {
                // Whatever it was working on is lost with it; everything else is behind messages.
                catch_unwind(AssertUnwindSafe(|| work(&watch))).map_or(JobOutcome::Broken, |brought| {
                    brought.map_or(JobOutcome::Stopped, JobOutcome::Brought)
                })
            };
            reporter.say(JobMessage::Done(of, outcome));
        });
        if !self.pool.submit(job.lane, task) {
            self.reporter.say(JobMessage::Done(key, JobOutcome::Broken));
        }
    }
}

impl<K: Key, M: Send + 'static> Drop for Jobs<K, M> {
    fn drop(&mut self) {
        self.cancel_where(|_| true);
    }
}

impl<M> Slot<M> {
    fn cancel(&mut self) {
        if !self.is_kept {
            self.watch.cancel();
        }
        self.waiting.retain(|job| job.is_kept);
    }

    fn is_wanted(&self) -> bool {
        !self.watch.is_cancelled()
    }
}

impl<M> Job<M> {
    fn new<T: Into<M>>(
        lane: JobLane,
        is_kept: bool,
        work: impl FnOnce(&WorkMonitor) -> Option<T> + Send + 'static,
    ) -> Self {
        Self {
            lane,
            watch: WorkMonitor::default(),
            is_kept,
            work: Box::new(move |watch| work(watch).map(Into::into)),
        }
    }
}
