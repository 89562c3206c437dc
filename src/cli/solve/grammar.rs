//! The arguments of `planpath solve`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command, value_parser};

use super::SolveArgs;
use crate::analysis::solver::SolveMode;
use crate::cli::output::OutputFormat;
use crate::text::{Language, say};

const CATCH_UP: &str = "catch-up";
const WAYS: [&str; 4] = ["constant", "one-year", "scale", CATCH_UP];

/// The grammar of `solve`, without shared arguments.
pub(in crate::cli) fn grammar(language: Language) -> Command {
    let text = |id: &'static str| say(language, id).into_owned();
    let id = |name: &'static str, help| Arg::new(name).long(name).value_name("ID").help(text(help));
    Command::new("solve")
        .about(text("cli-about-solve"))
        .arg(id("target", "cli-arg-target").required(true))
        .arg(id("lever", "cli-arg-lever"))
        .arg(
            Arg::new("from")
                .long("from")
                .value_name("YEAR")
                .value_parser(value_parser!(i32))
                .help(text("cli-arg-from")),
        )
        .arg(
            Arg::new("way")
                .long("way")
                .value_name("WAY")
                .value_parser(PossibleValuesParser::new(WAYS))
                .default_value(WAYS[0])
                .help(text("cli-arg-way")),
        )
}

/// What was requested.
pub(in crate::cli) fn question(matches: &ArgMatches, format: OutputFormat) -> SolveArgs {
    let word = |name: &str| matches.get_one::<String>(name).cloned();
    let year = matches.get_one::<i32>("from").copied();
    SolveArgs {
        file: matches
            .get_one::<PathBuf>("scenario")
            .cloned()
            .unwrap_or_default(),
        target: word("target").unwrap_or_default(),
        lever: word("lever"),
        way: match word("way").as_deref() {
            Some("one-year") => SolveMode::OneYear { year },
            Some("scale") => SolveMode::Scale { from: year },
            Some(CATCH_UP) => SolveMode::CatchUp,
            _ => SolveMode::Constant { from: year },
        },
        format,
    }
}

/// A rule the grammar cannot express: even catch-up begins after the last actual, so it takes no year.
pub(in crate::cli) fn conflict(matches: &ArgMatches) -> Option<&'static str> {
    let catches_up = matches
        .get_one::<String>("way")
        .is_some_and(|way| way == CATCH_UP);
    (catches_up && matches.contains_id("from")).then_some("cli-catch-up-from")
}
