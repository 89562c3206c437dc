//! The program: a window, or the command line.

// No `windows_subsystem` here: without a console, the command line would print nothing on Windows.
#![forbid(unsafe_code)]

use std::process::ExitCode;

use planpath::cli::{self, Outcome};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Outcome::Exit(code) => code,
        Outcome::Window { file, language } => match planpath::app::open(file.clone(), language) {
            Ok(()) => ExitCode::SUCCESS,
            Err(reason) => cli::without_window(&reason, file.as_deref(), language),
        },
    }
}
