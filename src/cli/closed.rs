//! Whether there is a standard output at all.
//!
//! Before `main`, Rust opens the null device in the place of a standard stream that is closed (`planpath run FILE >&-`),
//! so that no file opened later gets its number. Whatever is printed then goes nowhere, and every write succeeds. Only
//! who looks before that can tell, which the operating system does on request as it starts a program.

use std::sync::atomic::{AtomicBool, Ordering};

static WAS_CLOSED: AtomicBool = AtomicBool::new(false);

/// Whether standard output was closed when the program started. Never true where the system does not say.
pub(super) fn was_closed() -> bool {
    WAS_CLOSED.load(Ordering::Relaxed)
}

/// Runs before everything else, and must therefore do little.
#[cfg(unix)]
#[ctor::ctor]
fn look() {
    // Each open file of a program is listed here; in some containers nothing is.
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
