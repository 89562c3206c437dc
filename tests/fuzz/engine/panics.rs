//! Panics as findings.

use std::cell::{Cell, RefCell};
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

thread_local! {
    static IS_TRYING: Cell<bool> = const { Cell::new(false) };
    static LAST: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The result of `work`, or where and why it panicked.
pub fn caught<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    static HOOKED: Once = Once::new();
    HOOKED.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |info| {
            if IS_TRYING.get() {
                LAST.set(info.to_string());
            } else {
                usual(info);
            }
        }));
    });
    IS_TRYING.set(true);
    let result = catch_unwind(AssertUnwindSafe(work));
    IS_TRYING.set(false);
    result.unwrap_or_else(|_| Err(LAST.take()))
}
