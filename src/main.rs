//! The program: a window, or the command line.

// No console window beside the real one on Windows.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]
#![forbid(unsafe_code)]

use std::process::ExitCode;

use planpath::cli::{self, Outcome};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Outcome::Exit(code) => code,
        Outcome::Window { file, language } => match planpath::app::open(file, language) {
            Ok(()) => ExitCode::SUCCESS,
            Err(reason) => cli::without_window(&reason, language),
        },
    }
}
