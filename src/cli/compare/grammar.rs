//! The arguments of `planpath compare`.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::CompareArgs;
use crate::cli::output::OutputFormat;
use crate::text::{Language, say};

/// The grammar of `compare`, without shared arguments.
pub(in crate::cli) fn grammar(language: Language) -> Command {
    let text = |id: &'static str| say(language, id).into_owned();
    Command::new("compare")
        .about(text("cli-about-compare"))
        .arg(
            Arg::new("scenarios")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .required(true)
                .action(ArgAction::Append)
                .num_args(1..)
                .help(text("cli-arg-compared")),
        )
        .arg(
            Arg::new("reference")
                .long("reference")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help(text("cli-arg-reference")),
        )
        .arg(
            Arg::new("by")
                .long("by")
                .value_name("TARGET")
                .help(text("cli-arg-by")),
        )
}

/// What was requested. A reference that is not among the files comes first.
pub(in crate::cli) fn asked(matches: &ArgMatches, format: OutputFormat) -> CompareArgs {
    let mut files: Vec<PathBuf> = matches
        .get_many("scenarios")
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    let reference = matches.get_one::<PathBuf>("reference").map(|path| {
        let place = files.iter().position(|file| file == path);
        place.unwrap_or_else(|| {
            files.insert(0, path.clone());
            0
        })
    });
    CompareArgs {
        files,
        reference: reference.unwrap_or_default(),
        by: matches.get_one::<String>("by").cloned(),
        format,
    }
}
