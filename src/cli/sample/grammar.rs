//! The arguments of `planpath sample`.

use std::path::PathBuf;

use clap::{Arg, ArgGroup, ArgMatches, Command, value_parser};

use super::SampleArgs;
use super::shard::Shard;
use crate::cli::draws;
use crate::cli::output::OutputFormat;
use crate::text::{Language, say};

/// The grammar of `sample`, without shared arguments.
pub(in crate::cli) fn grammar(language: Language) -> Command {
    let text = |id: &'static str| say(language, id).into_owned();
    Command::new("sample")
        .about(text("cli-about-sample"))
        .args(draws::arguments(language))
        .arg(
            Arg::new("draws-out")
                .long("draws-out")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help(text("cli-arg-draws-out")),
        )
        .arg(
            Arg::new("shard")
                .long("shard")
                .value_name("K/N")
                .requires("written")
                .value_parser(|text: &str| Shard::parse(text).ok_or("no part"))
                .help(text("cli-arg-shard")),
        )
        .arg(
            Arg::new("output")
                .short('o')
                .long("output")
                .value_name("PART")
                .requires("shard")
                .value_parser(value_parser!(PathBuf))
                .help(text("cli-arg-shard-output")),
        )
        .arg(
            Arg::new("merge")
                .long("merge")
                .value_name("PART")
                .num_args(1..)
                .conflicts_with_all(["scenario", "draws", "seed", "sampler", "shard"])
                .value_parser(value_parser!(PathBuf))
                .help(text("cli-arg-merge")),
        )
        .group(
            ArgGroup::new("written")
                .args(["output", "draws-out"])
                .multiple(true),
        )
}

/// What was requested.
pub(in crate::cli) fn asked(matches: &ArgMatches, format: OutputFormat) -> SampleArgs {
    let path = |name: &str| matches.get_one::<PathBuf>(name).cloned();
    let draws = draws::draws(matches);
    SampleArgs {
        file: path("scenario").unwrap_or_default(),
        size: draws.size,
        sampling: draws.sampling,
        draws_out: path("draws-out"),
        shard: matches.get_one::<Shard>("shard").copied(),
        output: path("output"),
        merge: matches.get_many("merge").into_iter().flatten().cloned().collect(),
        format,
    }
}
