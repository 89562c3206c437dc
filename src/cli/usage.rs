//! Command-line errors in the program's own words and in the requested language, as clap has only English.

use std::ffi::OsString;

use clap::Command;
use clap::error::{ContextKind, ErrorKind};

use crate::file::{Failure, nearest};
use crate::text::Message;

/// Converts a clap error to a failure.
pub(super) fn failure(answer: &clap::Error, grammar: &Command, arguments: &[OsString]) -> Failure {
    Failure::Other {
        what: what(answer),
        help: Some(remedy(answer, grammar, arguments)),
    }
}

/// The failure for arguments that exclude each other without the grammar saying so.
pub(super) fn conflict(what: &'static str, grammar: &Command, arguments: &[OsString]) -> Failure {
    Failure::Other {
        what: Message::new(what),
        help: Some(Message::new("usage-help").with("help", help_of(command(grammar, arguments)))),
    }
}

fn known(answer: &clap::Error, kind: ContextKind) -> Option<String> {
    answer.get(kind).map(ToString::to_string)
}

fn what(answer: &clap::Error) -> Message {
    let text = |kind| known(answer, kind).unwrap_or_default();
    let argument = text(ContextKind::InvalidArg);
    match answer.kind() {
        ErrorKind::UnknownArgument => Message::new("usage-unknown").with("found", argument),
        ErrorKind::InvalidSubcommand => {
            Message::new("usage-unknown").with("found", text(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => Message::new("usage-missing").with("names", argument),
        ErrorKind::ArgumentConflict => two(&argument, &text(ContextKind::PriorArg)),
        ErrorKind::InvalidValue if text(ContextKind::InvalidValue).is_empty() => {
            Message::new("usage-no-value").with("name", argument)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Message::new("usage-bad-value")
            .with("found", text(ContextKind::InvalidValue))
            .with("name", argument),
        // No command line tried so far leads here; if one does, clap's own words are better than none.
        _ => Message::new("usage-other").with("text", in_english(answer)),
    }
}

/// Two arguments that exclude each other, or one given twice.
fn two(one: &str, other: &str) -> Message {
    if one == other || other.is_empty() {
        Message::new("usage-twice").with("name", one)
    } else {
        Message::new("usage-conflict")
            .with("one", one)
            .with("other", other)
    }
}

/// The first paragraph of clap's message.
fn in_english(answer: &clap::Error) -> String {
    let rendered = answer.render().to_string();
    let paragraph = rendered.split("\n\n").next().unwrap_or_default();
    paragraph.trim_start_matches("error: ").to_owned()
}

/// The remedy: the name probably meant or the possible values, and where to read more.
fn remedy(answer: &clap::Error, grammar: &Command, arguments: &[OsString]) -> Message {
    let command = command(grammar, arguments);
    let help = help_of(command);
    let kinds = [ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let mut suggested = kinds.into_iter().filter_map(|kind| known(answer, kind));
    let kinds = [ErrorKind::UnknownArgument, ErrorKind::InvalidSubcommand];
    let is_too_much = kinds.contains(&answer.kind()) && command.is_none();
    let meant = suggested
        .next()
        .or_else(|| misspelt(grammar, arguments).filter(|_| is_too_much));
    let values = known(answer, ContextKind::ValidValue);
    let message = match (&meant, &values) {
        (Some(name), _) => Message::new("usage-meant").with("name", name.as_str()),
        (None, Some(values)) => Message::new("usage-values").with("values", values.as_str()),
        (None, None) => Message::new("usage-help"),
    };
    message.with("help", help)
}

fn help_of(command: Option<&str>) -> String {
    command.map_or_else(
        || "planpath --help".to_owned(),
        |command| format!("planpath {command} --help"),
    )
}

/// The command among the arguments.
fn command<'g>(grammar: &'g Command, arguments: &[OsString]) -> Option<&'g str> {
    let mut words = arguments.iter().skip(1).filter_map(|word| word.to_str());
    words.find_map(|word| names(grammar).find(|name| *name == word))
}

fn names(grammar: &Command) -> impl Iterator<Item = &str> {
    grammar.get_subcommands().map(Command::get_name)
}

/// The command that the first argument almost matches: it was taken for a file, and what follows for surplus arguments.
fn misspelt(grammar: &Command, arguments: &[OsString]) -> Option<String> {
    let mut words = arguments.iter().skip(1).filter_map(|word| word.to_str());
    let first = words.find(|word| !word.starts_with('-') && !matches!(*word, "en" | "zh"))?;
    nearest(first, names(grammar)).map(ToOwned::to_owned)
}

#[cfg(test)]
mod tests {
    use super::super::args::{ArgsError, read};
    use super::*;
    use crate::text::Language;

    fn said(line: &str, language: Language) -> String {
        let words = line.split(' ').map(OsString::from).collect::<Vec<_>>();
        match read(&words) {
            Err(ArgsError::Usage(failure)) => failure.report(language, false),
            Err(ArgsError::Help(help)) => panic!("{line}: {help}"),
            Ok(_) => panic!("{line} was understood"),
        }
    }

    #[test]
    fn what_is_wrong_is_said_in_the_language_asked_for() {
        for (line, english, chinese) in [
            ("run", "missing: <FILE>", "缺少：<FILE>"),
            ("runn a.ron", "did you mean \"run\"?", "是否指“run”？"),
            (
                "run a.ron b.ron",
                "unexpected argument \"b.ron\"",
                "无法识别参数“b.ron”",
            ),
            (
                "run a.ron --formatt=csv",
                "did you mean \"--format\"?",
                "是否指“--format”？",
            ),
            (
                "run a.ron --format xml",
                "possible values: table, json, csv",
                "可选：table, json, csv",
            ),
            (
                "run a.ron --format",
                "--format <FORMAT> requires a value",
                "--format <FORMAT> 缺少取值",
            ),
            (
                "run a.ron --format csv --format csv",
                "--format <FORMAT> is given more than once",
                "--format <FORMAT> 重复给出",
            ),
            ("solve a.ron", "missing: --target <ID>", "缺少：--target <ID>"),
            (
                "check --lang fr a.ron",
                "invalid value \"fr\" for --lang",
                "“fr”不是 --lang",
            ),
        ] {
            let line = format!("planpath {line}");
            let report = said(&line, Language::English);
            assert!(report.contains(english), "{line}: {report}");
            let report = said(&line, Language::Chinese);
            assert!(report.contains(chinese), "{line}: {report}");
            let foreign = ["error", "argument", "usage", "Usage"];
            assert!(
                foreign.iter().all(|word| !report.contains(word)),
                "{line}: {report}"
            );
        }
    }

    #[test]
    fn a_remedy_names_the_help_of_the_command() {
        assert!(said("planpath run", Language::English).contains("planpath run --help"));
        assert!(said("planpath --no-such", Language::English).contains("for all options: planpath --help"));
    }
}
