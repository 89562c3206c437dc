//! The arguments of `planpath import`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::ImportArgs;
use crate::cli::output::OutputFormat;
use crate::scenario::import::{Decimal, FigureKind, SignRule};
use crate::text::{Language, say};

/// The ways of reading signs, on the command line.
pub(super) const SIGNS: [(&str, SignRule); 2] =
    [("as-written", SignRule::AsWritten), ("falls", SignRule::Falls)];

/// The grammar of `import`, without shared arguments.
pub(in crate::cli) fn grammar(language: Language) -> Command {
    let text = |id: &'static str| say(language, id).into_owned();
    let path = |name: &'static str, help| {
        Arg::new(name)
            .value_name("FILE")
            .value_parser(value_parser!(PathBuf))
            .help(text(help))
    };
    let pair = |name: &'static str, value: &'static str, help| {
        Arg::new(name)
            .long(name)
            .value_name(value)
            .action(ArgAction::Append)
            .value_parser(pair)
            .help(text(help))
    };
    Command::new("import")
        .about(text("cli-about-import"))
        .arg(path("table", "cli-arg-table").required(true))
        .arg(
            Arg::new("plan")
                .long("plan")
                .value_name("ID")
                .required_unless_present("into")
                .help(text("cli-arg-import-plan")),
        )
        .arg(
            Arg::new("sheet")
                .long("sheet")
                .value_name("NAME")
                .help(text("cli-arg-sheet")),
        )
        .arg(path("into", "cli-arg-into").long("into").requires("output"))
        .arg(
            path("output", "cli-arg-import-output")
                .short('o')
                .long("output")
                .requires("into"),
        )
        .arg(
            Arg::new("decimal")
                .long("decimal")
                .value_name("SIGN")
                .value_parser(PossibleValuesParser::new([".", ","]))
                .help(text("cli-arg-decimal")),
        )
        .arg(
            Arg::new("sign")
                .long("sign")
                .value_name("HOW")
                .value_parser(PossibleValuesParser::new(SIGNS.map(|(name, _)| name)))
                .help(text("cli-arg-sign")),
        )
        .arg(pair("take", "INDICATOR=COLUMN", "cli-arg-take"))
        .arg(pair("read", "INDICATOR=KIND", "cli-arg-read"))
        .arg(pair("fractions", "INDICATOR=yes|no", "cli-arg-fractions").value_parser(answer))
        .arg(pair("unit", "INDICATOR=UNIT", "cli-arg-unit").value_parser(unit))
        .arg(pair("name", "TEXT=INDICATOR", "cli-arg-name"))
        .arg(pair("only", "HEADING=VALUE", "cli-arg-only"))
        .arg(pair("despite", "TEXT=yes|no", "cli-arg-despite").value_parser(answer))
        .arg(
            Arg::new("hidden")
                .long("hidden")
                .action(ArgAction::SetTrue)
                .help(text("cli-arg-hidden")),
        )
}

/// Splits at the last =, because names may contain one.
fn pair(text: &str) -> Result<(String, String), String> {
    match text.rsplit_once('=') {
        Some((name, value)) if !name.trim().is_empty() => {
            Ok((name.trim().to_owned(), value.trim().to_owned()))
        }
        _ => Err("NAME=VALUE".to_owned()),
    }
}

/// As [`pair`], but splits at the first =: a unit may be 上年=100, and an id has none.
fn unit(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((id, unit)) if !id.trim().is_empty() => Ok((id.trim().to_owned(), unit.trim().to_owned())),
        _ => Err("INDICATOR=UNIT".to_owned()),
    }
}

/// As [`pair`], where the second word must be yes or no; anything else is an error.
fn answer(text: &str) -> Result<(String, String), String> {
    pair(text)
        .ok()
        .filter(|(_, answer)| matches!(answer.as_str(), "yes" | "no"))
        .ok_or_else(|| "NAME=yes|no".to_owned())
}

/// What was requested.
pub(in crate::cli) fn asked(matches: &ArgMatches, format: OutputFormat) -> ImportArgs {
    let word = |name: &str| matches.get_one::<String>(name).cloned();
    let path = |name: &str| matches.get_one::<PathBuf>(name).cloned();
    let pairs = |name: &str| {
        let pairs = matches.get_many::<(String, String)>(name);
        pairs.into_iter().flatten().cloned().collect()
    };
    let sign = word("sign");
    let signs = SIGNS.iter().find(|(name, _)| Some(*name) == sign.as_deref());
    ImportArgs {
        table: path("table").unwrap_or_default(),
        plan: word("plan"),
        sheet: word("sheet"),
        into: path("into").zip(path("output")),
        format,
        decimal: word("decimal").map(|sign| match sign.as_str() {
            "," => Decimal::Comma,
            _ => Decimal::Point,
        }),
        sign: signs.map(|(_, sign)| *sign),
        take: pairs("take"),
        read: pairs("read"),
        fractions: pairs("fractions"),
        unit: pairs("unit"),
        name: pairs("name"),
        only: pairs("only"),
        despite: pairs("despite"),
        takes_hidden: matches.get_flag("hidden"),
    }
}

/// A kind of figure by its name on the command line.
pub(super) fn kind(name: &str) -> Option<FigureKind> {
    let name = name.replace('-', "_");
    FigureKind::ALL.into_iter().find(|kind| kind.name() == name)
}
