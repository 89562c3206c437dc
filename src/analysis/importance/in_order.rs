//! Work on several threads whose results come in a fixed order.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use crate::model::IsWanted;

/// The results of `work` for 0 to `count`, in this order whichever thread found them; nothing once they are no longer
/// wanted. The calling thread asks whether they are, and works as well.
pub(super) fn in_order<T: Send>(
    count: usize,
    threads: usize,
    is_wanted: IsWanted<'_>,
    work: impl Fn(usize) -> T + Sync,
) -> Option<Vec<T>> {
    let next = AtomicUsize::new(0);
    let take = || {
        let n = next.fetch_add(1, Ordering::Relaxed);
        (n < count).then_some(n)
    };
    let mut found = thread::scope(|scope| {
        let others: Vec<_> = (1..threads.min(count))
            .map(|_| {
                scope.spawn(|| {
                    let mut found = Vec::new();
                    while let Some(n) = take() {
                        found.push((n, work(n)));
                    }
                    found
                })
            })
            .collect();
        let mut found = Vec::new();
        while let Some(n) = take() {
            if !is_wanted() {
                next.store(count, Ordering::Relaxed);
                break;
            }
            found.push((n, work(n)));
        }
        // A thread that panicked has nothing to give; the count tells.
        found.extend(others.into_iter().filter_map(|other| other.join().ok()).flatten());
        found
    });
    found.sort_by_key(|(n, _)| *n);
    (found.len() == count).then(|| found.into_iter().map(|(_, result)| result).collect())
}
