//! A bounded number of threads that carry out what is queued for them.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

/// What kind of work a job is. Each kind has threads of its own, because a file on a share that does not answer holds its
/// thread for minutes: neither a map nor a save to another disk may wait for that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::session) enum Lane {
    /// Works on what is in memory.
    Computing,
    /// Reads files, or writes many.
    Files,
    /// Saves a document.
    Saves,
}

impl Lane {
    /// The most threads it has. Computing has no use for more than there are cores, and drawing wants one of many;
    /// threads for files do little but wait, so their number only limits what a dead share can hold.
    fn most_threads(self) -> usize {
        match self {
            Self::Computing => thread::available_parallelism().map_or(2, |cores| cores.get().clamp(2, 4)),
            Self::Files => 4,
            Self::Saves => 2,
        }
    }
}

pub(super) type Task = Box<dyn FnOnce() + Send>;

/// The threads of all lanes. They start when they are needed and then wait for more, which costs nothing.
pub(super) struct Pool {
    computing: Workers,
    files: Workers,
    saves: Workers,
}

impl Pool {
    pub fn new() -> Self {
        Self {
            computing: Workers::new(Lane::Computing),
            files: Workers::new(Lane::Files),
            saves: Workers::new(Lane::Saves),
        }
    }

    /// Has a task carried out after those before it; whether there is a thread to do so. A task must not panic.
    pub fn submit(&self, lane: Lane, task: Task) -> bool {
        match lane {
            Lane::Computing => self.computing.submit(task),
            Lane::Files => self.files.submit(task),
            Lane::Saves => self.saves.submit(task),
        }
    }
}

/// The threads of one lane.
struct Workers {
    most: usize,
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    has_news: Condvar,
}

#[derive(Default)]
struct State {
    tasks: VecDeque<Task>,
    threads: usize,
    idle: usize,
    is_closed: bool,
}

impl Workers {
    fn new(lane: Lane) -> Self {
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
    /// Threads end once they have done what is queued. Nobody waits for them: one may hang on a share for ever.
    fn drop(&mut self) {
        self.shared.lock().is_closed = true;
        self.shared.has_news.notify_all();
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        // No task runs under the lock, so what it guards is whole even if a thread has died.
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
