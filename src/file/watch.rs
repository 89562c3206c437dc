//! Long work watched from another thread: how far it has come, and whether anybody still wants it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Shared by whoever works and whoever waits: a clone is the same watch.
#[derive(Clone, Debug, Default)]
pub struct Watch {
    shared: Arc<Shared>,
}

#[derive(Debug, Default)]
struct Shared {
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
}

impl Watch {
    /// Nobody wants the work any more. Whoever does it stops at the next opportunity.
    pub fn cancel(&self) {
        self.shared.cancelled.store(true, Ordering::Relaxed);
    }

    /// Whether nobody wants the work any more.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.shared.cancelled.load(Ordering::Relaxed)
    }

    /// How much there is to do, in whatever the work counts: bytes, cells.
    pub fn expect(&self, total: u64) {
        self.shared.total.store(total, Ordering::Relaxed);
    }

    /// How much of it is done.
    pub fn reached(&self, done: u64) {
        self.shared.done.store(done, Ordering::Relaxed);
    }

    /// The part that is done, from 0 to 1; nothing while nobody knows how much there is.
    #[must_use]
    pub fn progress(&self) -> Option<f64> {
        let total = self.shared.total.load(Ordering::Relaxed);
        let done = self.shared.done.load(Ordering::Relaxed);
        (total > 0).then(|| (done as f64 / total as f64).min(1.0))
    }
}
