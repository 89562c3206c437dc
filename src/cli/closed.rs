//! Whether there is a standard output at all.
//!
//! Before `main`, Rust replaces a closed standard stream (`planpath run FILE >&-`) with the null device, so that no
//! file opened later gets its number. Output then goes nowhere and every write succeeds. Only code that runs earlier
//! can tell, which the operating system offers at program start.

use std::sync::atomic::{AtomicBool, Ordering};

static WAS_CLOSED: AtomicBool = AtomicBool::new(false);

/// Whether standard output was closed when the program started. Always false if the system does not say.
pub(super) fn was_closed() -> bool {
    WAS_CLOSED.load(Ordering::Relaxed)
}

/// Runs before everything else, and so must do little.
#[cfg(unix)]
#[ctor::ctor]
fn look() {
    // Lists a process's open files; in some containers it is empty.
    let list = if cfg!(target_os = "linux") {
        "/proc/self/fd"
    } else {
        "/dev/fd"
    };
    let is_there = |path: &str| match std::fs::metadata(path) {
        Ok(_) => Some(true),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Some(false),
        Err(_) => None,
    };
    let is_closed = is_there(list) == Some(true) && is_there(&format!("{list}/1")) == Some(false);
    WAS_CLOSED.store(is_closed, Ordering::Relaxed);
}
