//! The grammar of the command line.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::export::Wanted;
use super::solve::{self, Question};
use crate::export::Format as ExportFormat;
use crate::export::figure::{FigureOptions, Size};
use crate::export::iamc::DEFAULT_REGION;
use crate::export::report::Part;
use crate::figure::Mode;
use crate::text::{Language, Message, say};

/// How data is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    Table,
    Json,
    Csv,
}

/// What was asked for.
pub(super) enum Action {
    Window {
        file: Option<PathBuf>,
    },
    Plans {
        format: Format,
    },
    Plan {
        id: String,
        format: Format,
    },
    Check {
        files: Vec<PathBuf>,
    },
    Run {
        file: PathBuf,
        format: Format,
        require_met: bool,
    },
    Track {
        file: PathBuf,
        format: Format,
    },
    Solve(Question),
    Export(Box<Wanted>),
}

/// A command line that was understood.
pub(super) struct Invocation {
    /// From `--lang`; the system's language otherwise.
    pub language: Option<Language>,
    pub action: Action,
}

/// Reads the arguments.
///
/// # Errors
/// clap's answer: help or version for standard output, or a usage error with exit code 2.
pub(super) fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Invocation, clap::Error> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = language_hint(&arguments);
    let spoken = language.unwrap_or_else(Language::of_system);
    let mut grammar = grammar(spoken);
    let matches = grammar.try_get_matches_from_mut(arguments)?;
    if let Some(("solve", sub)) = matches.subcommand()
        && let Some(conflict) = solve::conflict(sub)
    {
        return Err(grammar.error(ErrorKind::ArgumentConflict, say(spoken, conflict)));
    }
    Ok(Invocation {
        language: language_of(&matches).or(language),
        action: action(&matches),
    })
}

/// The language that help should be in must be known before the arguments are read.
fn language_hint(arguments: &[OsString]) -> Option<Language> {
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
    Command::new("planpath")
        .version(env!("CARGO_PKG_VERSION"))
        .about(text("cli-about"))
        .args_conflicts_with_subcommands(true)
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
                .arg(format),
        )
        .subcommand(export_grammar(language).arg(path("scenario", "cli-arg-scenario").required(true)))
}

fn export_grammar(language: Language) -> Command {
    let text = |id: &'static str| say(language, id).into_owned();
    let switch = |name: &'static str, help| {
        Arg::new(name)
            .long(name)
            .action(ArgAction::SetTrue)
            .help(text(help))
    };
    let formats = ExportFormat::ALL.map(ExportFormat::name);
    let known = formats.join(&say(language, "list-separator"));
    let parts = Part::ALL.map(Part::name);
    Command::new("export")
        .about(text("cli-about-export"))
        .arg(
            Arg::new("output")
                .short('o')
                .long("output")
                .value_name("DIR")
                .required(true)
                .value_parser(value_parser!(PathBuf))
                .help(text("cli-arg-output")),
        )
        .arg(
            Arg::new("formats")
                .long("formats")
                .value_name("FORMATS")
                .value_delimiter(',')
                .value_parser(PossibleValuesParser::new(formats))
                .hide_possible_values(true)
                .help(Message::new("cli-arg-formats").with("known", known).say(language)),
        )
        .arg(
            Arg::new("charts")
                .long("charts")
                .value_name("IDS")
                .value_delimiter(',')
                .help(text("cli-arg-charts")),
        )
        .arg(
            Arg::new("sections")
                .long("sections")
                .value_name("SECTIONS")
                .value_delimiter(',')
                .value_parser(PossibleValuesParser::new(parts))
                .hide_possible_values(true)
                .help(
                    Message::new("cli-arg-sections")
                        .with("known", parts.join(&say(language, "list-separator")))
                        .say(language),
                ),
        )
        .arg(
            Arg::new("mode")
                .long("mode")
                .value_name("MODE")
                .value_parser(PossibleValuesParser::new(Mode::ALL.map(Mode::name)))
                .hide_possible_values(true)
                .default_value(Mode::default().name())
                .help(text("cli-arg-mode")),
        )
        .arg(
            Arg::new("width")
                .long("width")
                .value_name("WIDTH")
                .value_parser(move |text: &str| width(text, language))
                .default_value("16")
                .help(text("cli-arg-width")),
        )
        .arg(switch("no-provenance", "cli-arg-no-provenance"))
        .arg(switch("outlines", "cli-arg-outlines"))
        .arg(
            Arg::new("region")
                .long("region")
                .value_name("REGION")
                .default_value(DEFAULT_REGION)
                .help(text("cli-arg-region")),
        )
        .arg(switch("bom", "cli-arg-bom"))
        .arg(switch("force", "cli-arg-force"))
}

fn width(text: &str, language: Language) -> Result<Size, String> {
    if text == "slide" {
        return Ok(Size::SLIDE);
    }
    Size::wide(text.parse().unwrap_or(f64::NAN)).map_err(|failure| {
        let remedy = failure.remedy(language).unwrap_or_default();
        format!("{}; {remedy}", failure.headline(language))
    })
}

fn wanted(matches: &ArgMatches) -> Wanted {
    let words = |name: &str| matches.get_many::<String>(name).into_iter().flatten();
    let named = |name: &String| Mode::ALL.into_iter().find(|mode| mode.name() == name);
    let formats: Vec<ExportFormat> = words("formats")
        .filter_map(|name| ExportFormat::named(name))
        .collect();
    let mut parts = Vec::new();
    for part in words("sections").filter_map(|name| Part::named(name)) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    Wanted {
        parts: if parts.is_empty() {
            Part::ALL.to_vec()
        } else {
            parts
        },
        file: matches
            .get_one::<PathBuf>("scenario")
            .cloned()
            .unwrap_or_default(),
        folder: matches.get_one::<PathBuf>("output").cloned().unwrap_or_default(),
        formats: if formats.is_empty() {
            ExportFormat::ALL.to_vec()
        } else {
            formats
        },
        charts: words("charts").cloned().collect(),
        mode: matches
            .get_one::<String>("mode")
            .and_then(named)
            .unwrap_or_default(),
        figure: FigureOptions {
            size: matches.get_one::<Size>("width").copied().unwrap_or(Size::FULL),
            provenance: !matches.get_flag("no-provenance"),
            outlines: matches.get_flag("outlines"),
        },
        region: matches.get_one::<String>("region").cloned().unwrap_or_default(),
        byte_order_mark: matches.get_flag("bom"),
        force: matches.get_flag("force"),
    }
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
        Some(("export", sub)) => Action::Export(Box::new(wanted(sub))),
        _ => Action::Window {
            file: matches.get_one("file").cloned(),
        },
    }
}

fn format_of(matches: &ArgMatches) -> Format {
    match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => Format::Json,
        Some("csv") => Format::Csv,
        _ => Format::Table,
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

    #[test]
    fn the_language_may_stand_anywhere() {
        let words = |line: &str| line.split(' ').map(OsString::from).collect::<Vec<_>>();
        for line in [
            "planpath --lang zh plans",
            "planpath plans --lang zh",
            "planpath --lang=zh",
        ] {
            assert_eq!(language_hint(&words(line)), Some(Language::Chinese), "{line}");
        }
        assert_eq!(language_hint(&words("planpath plans")), None);
    }
}
