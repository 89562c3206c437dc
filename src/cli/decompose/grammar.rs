//! The arguments of `planpath decompose`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::DecomposeArgs;
use crate::cli::output::OutputFormat;
use crate::text::{Language, say};

const SHAPLEY: &str = "shapley";
const METHODS: [&str; 2] = ["lmdi", SHAPLEY];

/// The grammar of `decompose`, without shared arguments.
pub(in crate::cli) fn grammar(language: Language) -> Command {
    let text = |id: &'static str| say(language, id).into_owned();
    let year = |name: &'static str, help| {
        Arg::new(name)
            .long(name)
            .value_name("YEAR")
            .value_parser(value_parser!(i32))
            .help(text(help))
    };
    Command::new("decompose")
        .about(text("cli-about-decompose"))
        .arg(
            Arg::new("indicator")
                .long("indicator")
                .value_name("ID")
                .required(true)
                .help(text("cli-arg-indicator")),
        )
        .arg(
            Arg::new("against")
                .long("against")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .conflicts_with_all(["from", "chained"])
                .help(text("cli-arg-against")),
        )
        .arg(year("from", "cli-arg-decompose-from"))
        .arg(year("to", "cli-arg-decompose-to"))
        .arg(
            Arg::new("method")
                .long("method")
                .value_name("METHOD")
                .value_parser(PossibleValuesParser::new(METHODS))
                .default_value(METHODS[0])
                .help(text("cli-arg-decompose-method")),
        )
        .arg(
            Arg::new("chained")
                .long("chained")
                .action(ArgAction::SetTrue)
                .help(text("cli-arg-chained")),
        )
}

/// What was requested.
pub(in crate::cli) fn asked(matches: &ArgMatches, format: OutputFormat) -> DecomposeArgs {
    let path = |name: &str| matches.get_one::<PathBuf>(name).cloned();
    let year = |name: &str| matches.get_one::<i32>(name).copied();
    DecomposeArgs {
        file: path("scenario").unwrap_or_default(),
        indicator: matches
            .get_one::<String>("indicator")
            .cloned()
            .unwrap_or_default(),
        against: path("against"),
        from: year("from"),
        to: year("to"),
        is_chained: matches.get_flag("chained"),
        is_shapley: is_shapley(matches),
        format,
    }
}

fn is_shapley(matches: &ArgMatches) -> bool {
    matches
        .get_one::<String>("method")
        .is_some_and(|method| method == SHAPLEY)
}

/// A rule the grammar cannot express: only what was entered in two scenarios can be attributed.
pub(in crate::cli) fn conflict(matches: &ArgMatches) -> Option<&'static str> {
    (is_shapley(matches) && !matches.contains_id("against")).then_some("cli-shapley-alone")
}
