//! The command line: one file per subcommand. Data goes to standard output, messages to standard error.

mod args;
mod check;
mod closed;
mod compare;
mod decompose;
mod discrepancies;
mod draws;
mod export;
mod head;
mod help;
mod import;
mod input;
mod named;
mod output;
mod plans;
mod run;
mod sample;
mod sensitivity;
mod solve;
mod track;
mod usage;

pub use check::check_file;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::file::Failure;
use crate::text::{Language, Message, say};
use args::{Action, ArgsError, Invocation};

/// Input or processing failed.
const FAILED: u8 = 1;
/// The command line is invalid.
const MISUSED: u8 = 2;
/// A target was not met and `--require-met` was given.
const NOT_MET: u8 = 3;

/// What is left to do after reading the command line.
pub enum Startup {
    /// Open the window.
    Window {
        /// With this scenario, if one was named.
        file: Option<PathBuf>,
        /// In this language, if one was requested.
        language: Option<Language>,
    },
    /// All done.
    Exit(ExitCode),
}

/// Parses the arguments (the first is the program's name) and runs them.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Startup {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let Invocation { language, action } = match args::read(&arguments) {
        Ok(invocation) => invocation,
        Err(refusal) => {
            let spoken = args::language_hint(&arguments).unwrap_or_else(Language::of_system);
            return Startup::Exit(match refusal {
                ArgsError::Help(answer) => exit(output::help(&answer).map(|()| 0), spoken),
                ArgsError::Usage(failure) => {
                    output::report(&failure, spoken);
                    ExitCode::from(MISUSED)
                }
            });
        }
    };
    let spoken = language.unwrap_or_else(Language::of_system);
    let result = match action {
        Action::Window { file } => return Startup::Window { file, language },
        Action::Plans { format } => plans::list(format, spoken),
        Action::Plan { id, format } => plans::show(&id, format, spoken),
        Action::Check { files } => check::check(&files, spoken),
        Action::Run {
            file,
            format,
            require_met,
        } => run::run(&file, format, require_met, spoken),
        Action::Track { file, format } => track::track(&file, format, spoken),
        Action::Solve(question) => solve::solve(&question, spoken),
        Action::Sample(asked) => sample::sample(&asked, spoken),
        Action::Sensitivity(asked) => sensitivity::sensitivity(&asked, spoken),
        Action::Compare(asked) => compare::compare(&asked, spoken),
        Action::Decompose(asked) => decompose::decompose(&asked, spoken),
        Action::Import(asked) => import::import(&asked, spoken),
        Action::Export(wanted) => export::export(*wanted, spoken),
    };
    Startup::Exit(exit(result, spoken))
}

/// Reports a failure, and turns a subcommand's answer into an exit code.
fn exit(answer: CommandResult, language: Language) -> ExitCode {
    match answer {
        Ok(code) => ExitCode::from(code),
        Err(failure) => {
            output::report(&failure, language);
            ExitCode::from(FAILED)
        }
    }
}

/// What happens if no window can open: says why, and prints the scorecard of the requested scenario, or of the default
/// one.
pub fn without_window(reason: &Message, file: Option<&Path>, language: Option<Language>) -> ExitCode {
    let language = language.unwrap_or_else(Language::of_system);
    let reason = Message::new("cli-no-window").with("reason", reason.clone());
    output::message(&reason.say(language));
    let next = if file.is_some() {
        "cli-no-window-file"
    } else {
        "cli-no-window-next"
    };
    output::message(&say(language, next));
    exit(run::scorecard_of(file, language).map(|()| 0), language)
}

/// The exit code of a subcommand.
type CommandResult = Result<u8, Failure>;
