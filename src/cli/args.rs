//! The grammar of the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::compare::{self, CompareArgs};
use super::decompose::{self, DecomposeArgs};
use super::export::{self, Wanted};
use super::help;
use super::import::{self, ImportArgs};
use super::output::OutputFormat;
use super::sample::{self, SampleArgs};
use super::sensitivity::{self, SensitivityArgs};
use super::solve::{self, SolveArgs};
use super::usage;
use crate::file::Failure;
use crate::text::{Language, say};

/// The requested action.
pub(super) enum Action {
    Window {
        file: Option<PathBuf>,
    },
    Plans {
        format: OutputFormat,
    },
    Plan {
        id: String,
        format: OutputFormat,
    },
    Check {
        files: Vec<PathBuf>,
    },
    Run {
        file: PathBuf,
        format: OutputFormat,
        require_met: bool,
    },
    Track {
        file: PathBuf,
        format: OutputFormat,
    },
    Solve(SolveArgs),
    Sample(Box<SampleArgs>),
    Sensitivity(SensitivityArgs),
    Compare(CompareArgs),
    Decompose(DecomposeArgs),
    Import(Box<ImportArgs>),
    Export(Box<Wanted>),
}

/// A parsed command line.
pub(super) struct Invocation {
    /// From `--lang`; `None` for the system's language.
    pub language: Option<Language>,
    pub action: Action,
}

/// Why there is nothing to run.
#[derive(Debug)]
pub(super) enum ArgsError {
    /// Help or the version was requested.
    Help(Box<clap::Error>),
    /// The arguments are invalid.
    Usage(Failure),
}

/// Parses the arguments, the first of which is the program's name.
///
/// # Errors
/// See [`ArgsError`].
pub(super) fn read(arguments: &[OsString]) -> Result<Invocation, ArgsError> {
    let language = language_hint(arguments);
    let mut grammar = grammar(language.unwrap_or_else(Language::of_system));
    let matches = grammar.try_get_matches_from_mut(arguments).map_err(|answer| {
        if answer.use_stderr() {
            ArgsError::Usage(usage::failure(&answer, &grammar, arguments))
        } else {
            ArgsError::Help(Box::new(answer))
        }
    })?;
    if let Some(conflict) = conflict(&matches) {
        return Err(ArgsError::Usage(usage::conflict(conflict, &grammar, arguments)));
    }
    Ok(Invocation {
        language: language_of(&matches).or(language),
        action: action(&matches),
    })
}

/// A rule the grammar cannot express. clap's own `args_conflicts_with_subcommands` treats the options shared by all
/// subcommands as arguments of the window, so `--lang zh plans` would conflict; only a file should.
fn conflict(matches: &ArgMatches) -> Option<&'static str> {
    let (name, sub) = matches.subcommand()?;
    if matches.contains_id("file") {
        return Some("cli-file-and-command");
    }
    match name {
        "solve" => solve::conflict(sub),
        "decompose" => decompose::conflict(sub),
        _ => None,
    }
}

/// The language for help must be known before the arguments are parsed.
pub(super) fn language_hint(arguments: &[OsString]) -> Option<Language> {
    let words = arguments.iter().map(|word| word.to_str().unwrap_or(""));
    let mut previous = "";
    for word in words {
        let value = if previous == "--lang" {
            Some(word)
        } else {
            word.strip_prefix("--lang=")
        };
        if let Some(language) = value.and_then(|value| value.parse().ok()) {
            return Some(language);
        }
        previous = word;
    }
    None
}

fn grammar(language: Language) -> Command {
    let text = |id: &'static str| say(language, id).into_owned();
    let lang = Arg::new("lang")
        .long("lang")
        .value_name("LANG")
        .global(true)
        .value_parser(["en", "zh"])
        .help(text("cli-arg-lang"));
    let format = Arg::new("format")
        .long("format")
        .value_name("FORMAT")
        .value_parser(PossibleValuesParser::new(["table", "json", "csv"]))
        .default_value("table")
        .help(text("cli-arg-format"));
    let path = |name: &'static str, help| {
        Arg::new(name)
            .value_name("FILE")
            .value_parser(value_parser!(PathBuf))
            .help(text(help))
    };
    let grammar = Command::new("planpath")
        .version(env!("CARGO_PKG_VERSION"))
        .about(text("cli-about"))
        .override_usage("planpath [OPTIONS] [FILE]\n       planpath [OPTIONS] <COMMAND>")
        .arg(lang)
        .arg(path("file", "cli-arg-file"))
        .subcommand(
            Command::new("plans")
                .about(text("cli-about-plans"))
                .arg(format.clone()),
        )
        .subcommand(
            Command::new("plan")
                .about(text("cli-about-plan"))
                .arg(
                    Arg::new("id")
                        .value_name("ID")
                        .required(true)
                        .help(text("cli-arg-plan")),
                )
                .arg(format.clone()),
        )
        .subcommand(
            Command::new("check").about(text("cli-about-check")).arg(
                path("files", "cli-arg-files")
                    .required(true)
                    .action(ArgAction::Append)
                    .num_args(1..),
            ),
        )
        .subcommand(
            Command::new("run")
                .about(text("cli-about-run"))
                .arg(path("scenario", "cli-arg-scenario").required(true))
                .arg(format.clone())
                .arg(
                    Arg::new("require-met")
                        .long("require-met")
                        .action(ArgAction::SetTrue)
                        .help(text("cli-arg-require-met")),
                ),
        )
        .subcommand(
            Command::new("track")
                .about(text("cli-about-track"))
                .arg(path("scenario", "cli-arg-scenario").required(true))
                .arg(format.clone()),
        )
        .subcommand(
            solve::grammar(language)
                .arg(path("scenario", "cli-arg-scenario").required(true))
                .arg(format.clone()),
        )
        .subcommand(
            sample::grammar(language)
                .arg(path("scenario", "cli-arg-scenario").required_unless_present("merge"))
                .arg(format.clone()),
        )
        .subcommand(
            sensitivity::grammar(language)
                .arg(path("scenario", "cli-arg-scenario").required(true))
                .arg(format.clone()),
        )
        .subcommand(compare::grammar(language).arg(format.clone()))
        .subcommand(
            decompose::grammar(language)
                .arg(path("scenario", "cli-arg-scenario").required(true))
                .arg(format.clone()),
        )
        .subcommand(import::grammar(language).arg(format))
        .subcommand(export::grammar(language).arg(path("scenario", "cli-arg-scenario").required(true)));
    help::in_language(grammar, language)
}

fn action(matches: &ArgMatches) -> Action {
    match matches.subcommand() {
        Some(("plans", sub)) => Action::Plans {
            format: format_of(sub),
        },
        Some(("plan", sub)) => Action::Plan {
            id: sub.get_one::<String>("id").cloned().unwrap_or_default(),
            format: format_of(sub),
        },
        Some(("check", sub)) => Action::Check {
            files: sub.get_many("files").into_iter().flatten().cloned().collect(),
        },
        Some(("run", sub)) => Action::Run {
            file: sub.get_one::<PathBuf>("scenario").cloned().unwrap_or_default(),
            format: format_of(sub),
            require_met: sub.get_flag("require-met"),
        },
        Some(("track", sub)) => Action::Track {
            file: sub.get_one::<PathBuf>("scenario").cloned().unwrap_or_default(),
            format: format_of(sub),
        },
        Some(("solve", sub)) => Action::Solve(solve::question(sub, format_of(sub))),
        Some(("sample", sub)) => Action::Sample(Box::new(sample::asked(sub, format_of(sub)))),
        Some(("sensitivity", sub)) => Action::Sensitivity(sensitivity::asked(sub, format_of(sub))),
        Some(("compare", sub)) => Action::Compare(compare::asked(sub, format_of(sub))),
        Some(("decompose", sub)) => Action::Decompose(decompose::asked(sub, format_of(sub))),
        Some(("import", sub)) => Action::Import(Box::new(import::asked(sub, format_of(sub)))),
        Some(("export", sub)) => Action::Export(Box::new(export::wanted(sub))),
        _ => Action::Window {
            file: matches.get_one("file").cloned(),
        },
    }
}

fn format_of(matches: &ArgMatches) -> OutputFormat {
    match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => OutputFormat::Json,
        Some("csv") => OutputFormat::Csv,
        _ => OutputFormat::Table,
    }
}

fn language_of(matches: &ArgMatches) -> Option<Language> {
    matches.get_one::<String>("lang")?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grammar_is_sound_in_both_languages() {
        for language in Language::ALL {
            grammar(language).debug_assert();
        }
    }

    fn asked(line: &str) -> Result<Invocation, String> {
        let said = |refusal| match refusal {
            ArgsError::Help(answer) => answer.to_string(),
            ArgsError::Usage(failure) => failure.report(Language::English, false),
        };
        let invocation = read(&line.split(' ').map(OsString::from).collect::<Vec<_>>());
        invocation.map_err(said)
    }

    /// The name of an action.
    fn named(action: &Action) -> &'static str {
        match action {
            Action::Window { file: None } => "window",
            Action::Window { file: Some(_) } => "window with a file",
            Action::Plans { .. } => "plans",
            Action::Plan { .. } => "plan",
            Action::Check { .. } => "check",
            Action::Run { .. } => "run",
            Action::Track { .. } => "track",
            Action::Solve(_) => "solve",
            Action::Sample(_) => "sample",
            Action::Sensitivity(_) => "sensitivity",
            Action::Compare(_) => "compare",
            Action::Decompose(_) => "decompose",
            Action::Import(_) => "import",
            Action::Export(_) => "export",
        }
    }

    /// A command line for every subcommand.
    const COMMANDS: [&str; 12] = [
        "plans",
        "plan some-plan",
        "check a.ron b.ron",
        "run a.ron --require-met",
        "track a.ron --format json",
        "solve a.ron --target co2",
        "sample a.ron --draws 1024",
        "sensitivity a.ron --target co2",
        "compare a.ron b.ron",
        "decompose a.ron --indicator co2",
        "import a.csv --plan some-plan",
        "export a.ron -o out",
    ];

    #[test]
    fn the_language_may_stand_before_and_after_every_command() {
        let grammar = grammar(Language::English);
        let known = grammar.get_subcommands().map(Command::get_name);
        let known: Vec<&str> = known.filter(|name| *name != "help").collect();
        let tried = COMMANDS.map(|line| line.split(' ').next().unwrap_or_default());
        assert_eq!(known, tried, "every subcommand is tried");
        for (line, command) in COMMANDS.into_iter().zip(tried) {
            for option in ["--lang zh", "--lang=zh"] {
                for line in [
                    format!("planpath {option} {line}"),
                    format!("planpath {line} {option}"),
                    format!("planpath {command} {option}{}", &line[command.len()..]),
                ] {
                    let asked = asked(&line).unwrap_or_else(|error| panic!("{line}: {error}"));
                    assert_eq!(named(&asked.action), command, "{line}");
                    assert_eq!(asked.language, Some(Language::Chinese), "{line}");
                }
            }
            let asked = asked(&format!("planpath {line}")).unwrap_or_else(|error| panic!("{line}: {error}"));
            assert_eq!((named(&asked.action), asked.language), (command, None));
        }
    }

    #[test]
    fn without_a_command_the_window_opens() {
        for (line, action) in [
            ("planpath", "window"),
            ("planpath --lang=zh", "window"),
            ("planpath a.ron", "window with a file"),
            ("planpath --lang zh a.ron", "window with a file"),
            ("planpath a.ron --lang zh", "window with a file"),
        ] {
            let asked = asked(line).unwrap_or_else(|error| panic!("{line}: {error}"));
            assert_eq!(named(&asked.action), action, "{line}");
            let is_asked_for = line.contains("--lang");
            assert_eq!(
                asked.language,
                is_asked_for.then_some(Language::Chinese),
                "{line}"
            );
        }
    }

    #[test]
    fn a_file_for_the_window_and_a_command_exclude_each_other() {
        for line in ["planpath a.ron run b.ron", "planpath --lang zh a.ron plans"] {
            let error = asked(line).err().unwrap_or_else(|| panic!("{line} was taken"));
            assert!(
                error.contains("either a file to open in the window or a command"),
                "{line}: {error}"
            );
        }
        assert!(asked("planpath a.ron b.ron").is_err());
        assert!(asked("planpath a.ron run").is_err());
    }
}
