//! A bounded number of threads that run queued tasks.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// The kind of work. Each kind has its own threads, because a file on a share that does not respond ties up its thread
/// for minutes, and neither a map nor a save to another disk may wait for that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::session) enum JobLane {
    /// Computing in memory.
    Computing,
    /// Reading files, or writing many.
    Files,
    /// Saving a document.
    Saves,
}

impl JobLane {
    /// The most threads it has. Computing cannot use more than there are cores, one of which should be left for
    /// drawing; file threads mostly wait, so the limit only bounds what a dead share can tie up.
    fn most_threads(self) -> usize {
        match self {
            Self::Computing => thread::available_parallelism().map_or(2, |cores| cores.get().clamp(2, 4)),
            Self::Files => 4,
            Self::Saves => 2,
        }
    }
}

pub(super) type Task = Box<dyn FnOnce() + Send>;

/// The threads of all lanes. They start when needed and then stay idle, which costs nothing.
pub(super) struct Pool {
    computing: Workers,
    files: Workers,
    saves: Workers,
}

impl Pool {
    pub fn new() -> Self {
        Self {
            computing: Workers::new(JobLane::Computing),
            files: Workers::new(JobLane::Files),
            saves: Workers::new(JobLane::Saves),
        }
    }

    /// Queues a task; false if there is no thread to run it. A task must not panic.
    pub fn submit(&self, lane: JobLane, task: Task) -> bool {
        match lane {
            JobLane::Computing => self.computing.submit(task),
            JobLane::Files => self.files.submit(task),
            JobLane::Saves => self.saves.submit(task),
        }
    }
}

/// The threads of one lane.
struct Workers {
    most: usize,
    shared: Arc<PoolShared>,
}

#[derive(Default)]
struct PoolShared {
    state: Mutex<PoolState>,
    has_news: Condvar,
}

#[derive(Default)]
struct PoolState {
    tasks: VecDeque<Task>,
    threads: usize,
    idle: usize,
    is_closed: bool,
}

impl Workers {
    fn new(lane: JobLane) -> Self {
        Self {
            most: lane.most_threads(),
            shared: Arc::default(),
        }
    }

    fn submit(&self, task: Task) -> bool {
        let mut state = self.shared.lock();
        state.tasks.push_back(task);
        if state.idle < state.tasks.len() && state.threads < self.most {
            let shared = Arc::clone(&self.shared);
            let started = thread::Builder::new().spawn(move || shared.serve());
            state.threads += usize::from(started.is_ok());
        }
        let has_threads = state.threads > 0;
        if !has_threads {
            state.tasks.pop_back();
        }
        drop(state);
        self.shared.has_news.notify_one();
        has_threads
    }
}

impl Drop for Workers {
    /// Threads end once the queue is empty. Nothing waits for them: one may hang on a share for ever.
    fn drop(&mut self) {
        self.shared.lock().is_closed = true;
        self.shared.has_news.notify_all();
    }
}

impl PoolShared {
    fn lock(&self) -> MutexGuard<'_, PoolState> {
        // No task runs under the lock, so its data is intact even if a thread has died.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn serve(&self) {
        let mut state = self.lock();
        loop {
            if let Some(task) = state.tasks.pop_front() {
                drop(state);
                task();
                state = self.lock();
            } else if state.is_closed {
                return;
            } else {
                state.idle += 1;
                state = self.has_news.wait(state).unwrap_or_else(PoisonError::into_inner);
                state.idle -= 1;
            }
        }
    }
}
