//! What time it is.

use std::time::{SystemTime, UNIX_EPOCH};

/// Seconds since 1970 began; 0 on a computer whose clock is before that.
pub(super) fn now() -> u64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs())
}
