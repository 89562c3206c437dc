//! The session and the window: opening and editing, keeping and recovering, and what the panels show.
#![cfg(feature = "window")]
#![allow(
    clippy::disallowed_methods,
    reason = "files made for a test need not be saved atomically"
)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "tests"
)]

#[path = "../fuzz/mod.rs"]
mod fuzz;
mod glyphs;
#[path = "../documents/hostile.rs"]
mod hostile;
mod keeping;
#[path = "../documents/large/long_texts.rs"]
mod long_texts;
#[path = "../documents/own_text.rs"]
mod own_text;
mod panels;
mod recovery;
mod session;

/// A session with the plan on schedule in front, where nothing is entered and every figure is the plan's own.
fn on_plan(mut session: planpath::session::Session) -> planpath::session::Session {
    session.apply(planpath::session::Command::OpenExample("plan-on-schedule"));
    session
}

/// The same for a whole window.
fn app_on_plan(mut app: planpath::app::App) -> planpath::app::App {
    let open = planpath::session::Command::OpenExample("plan-on-schedule");
    app.session_mut().apply(open);
    app
}
