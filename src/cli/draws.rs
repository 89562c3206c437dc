//! The arguments that say how rates are drawn, the same for every subcommand that draws.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, value_parser};

use crate::analysis::draws::{Sampler, Sampling};
use crate::export::ExportDraws;
use crate::text::{Language, say};

/// Number of draws, seed and kind of points.
pub(super) fn arguments(language: Language) -> [Arg; 3] {
    let text = |id: &'static str| say(language, id).into_owned();
    let number = |name: &'static str, usual, help| {
        Arg::new(name)
            .long(name)
            .value_name("N")
            .value_parser(value_parser!(u64))
            .default_value(usual)
            .help(text(help))
    };
    [
        number("draws", "131072", "cli-arg-draws"),
        number("seed", "0", "cli-arg-seed"),
        Arg::new("sampler")
            .long("sampler")
            .value_name("SAMPLER")
            .value_parser(PossibleValuesParser::new(Sampler::ALL.map(Sampler::name)))
            .default_value(Sampler::ALL[0].name())
            .help(text("cli-arg-sampler")),
    ]
}

/// What was requested.
pub(super) fn draws(matches: &ArgMatches) -> ExportDraws {
    let number = |name: &str| matches.get_one::<u64>(name).copied().unwrap_or_default();
    let sampler = matches.get_one::<String>("sampler");
    let known = |name: &String| Sampler::ALL.into_iter().find(|known| known.name() == name);
    ExportDraws {
        size: number("draws"),
        sampling: Sampling {
            sampler: sampler.and_then(known).unwrap_or_default(),
            seed: number("seed"),
        },
    }
}
