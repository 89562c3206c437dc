//! The arguments of `planpath sensitivity`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgGroup, ArgMatches, Command, value_parser};

use super::{Method, SensitivityArgs};
use crate::cli::output::OutputFormat;
use crate::text::{Language, say};

/// The grammar of `sensitivity`, without shared arguments.
pub(in crate::cli) fn grammar(language: Language) -> Command {
    let text = |id: &'static str| say(language, id).into_owned();
    let id = |name: &'static str, help| Arg::new(name).long(name).value_name("ID").help(text(help));
    Command::new("sensitivity")
        .about(text("cli-about-sensitivity"))
        .arg(id("target", "cli-arg-moved-target"))
        .arg(id("indicator", "cli-arg-moved-indicator"))
        .group(
            ArgGroup::new("outcome")
                .args(["target", "indicator"])
                .required(true),
        )
        .arg(
            Arg::new("year")
                .long("year")
                .value_name("YEAR")
                .value_parser(value_parser!(i32))
                .conflicts_with("target")
                .help(text("cli-arg-moved-year")),
        )
        .arg(
            Arg::new("method")
                .long("method")
                .value_name("METHOD")
                .value_parser(PossibleValuesParser::new(Method::ALL.map(Method::name)))
                .default_value(Method::ALL[0].name())
                .help(text("cli-arg-method")),
        )
}

/// What was requested.
pub(in crate::cli) fn asked(matches: &ArgMatches, format: OutputFormat) -> SensitivityArgs {
    let word = |name: &str| matches.get_one::<String>(name).cloned();
    let method = word("method").unwrap_or_default();
    let method = Method::ALL.into_iter().find(|known| known.name() == method);
    SensitivityArgs {
        file: matches
            .get_one::<PathBuf>("scenario")
            .cloned()
            .unwrap_or_default(),
        target: word("target"),
        indicator: word("indicator").unwrap_or_default(),
        year: matches.get_one::<i32>("year").copied(),
        method: method.unwrap_or(Method::ALL[0]),
        format,
    }
}
