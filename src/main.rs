//! The program: a window, or the command line.

// No `windows_subsystem` here: without a console, the command line would print nothing on Windows.
#![forbid(unsafe_code)]

#[cfg(not(feature = "window"))]
use std::path::PathBuf;
use std::process::ExitCode;

#[cfg(feature = "window")]
use planpath::app::open;
use planpath::cli::{self, Startup};
#[cfg(not(feature = "window"))]
use planpath::text::{Language, Message};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Startup::Exit(code) => code,
        Startup::Window { file, language } => match open(file.clone(), language) {
            Ok(()) => ExitCode::SUCCESS,
            Err(reason) => cli::without_window(&reason, file.as_deref(), language),
        },
    }
}

#[cfg(not(feature = "window"))]
fn open(_: Option<PathBuf>, _: Option<Language>) -> Result<(), Message> {
    Err(Message::new("no-window-built"))
}
