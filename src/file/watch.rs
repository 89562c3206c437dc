//! Progress and cancellation of long work across threads.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Shared by worker and caller; clones are the same watch.
#[derive(Clone, Debug, Default)]
pub struct WorkMonitor {
    shared: Arc<MonitorState>,
}

#[derive(Debug, Default)]
struct MonitorState {
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
}

impl WorkMonitor {
    /// Cancels the work at its next check.
    pub fn cancel(&self) {
        self.shared.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether the work was cancelled.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.shared.cancelled.load(Ordering::Relaxed)
    }

    /// Sets the total, in units of the work such as bytes or cells.
    pub fn expect(&self, total: u64) {
        self.shared.total.store(total, Ordering::Relaxed);
    }

    /// Sets the amount done.
    pub fn reached(&self, done: u64) {
        self.shared.done.store(done, Ordering::Relaxed);
    }

    /// Fraction done, 0 to 1; `None` while the total is unknown.
    #[must_use]
    pub fn progress(&self) -> Option<f64> {
        let total = self.shared.total.load(Ordering::Relaxed);
        let done = self.shared.done.load(Ordering::Relaxed);
        (total > 0).then(|| (done as f64 / total as f64).min(1.0))
    }
}
