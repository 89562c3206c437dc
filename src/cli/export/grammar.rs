//! The arguments of `planpath export`.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::Wanted;
use crate::cli::draws;
use crate::export::Format as ExportFormat;
use crate::export::figure::{FigureOptions, Size};
use crate::export::iamc::DEFAULT_REGION;
use crate::export::report::SectionKind;
use crate::figure::Mode;
use crate::text::{Language, Message, say, say_with};

/// The grammar of `export`, without the scenario file.
pub(in crate::cli) fn grammar(language: Language) -> Command {
    let text = |id: &'static str| say(language, id).into_owned();
    let switch = |name: &'static str, help| {
        Arg::new(name)
            .long(name)
            .action(ArgAction::SetTrue)
            .help(text(help))
    };
    let formats = ExportFormat::ALL.map(ExportFormat::name);
    let known = formats.join(&say(language, "list-separator"));
    let parts = SectionKind::ALL.map(SectionKind::name);
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
        .args(draws::arguments(language))
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
        let headline = failure.headline(language);
        say_with(
            language,
            "implication-list",
            &[("first", &headline), ("next", &remedy)],
        )
    })
}

/// What was requested.
pub(in crate::cli) fn wanted(matches: &ArgMatches) -> Wanted {
    let words = |name: &str| matches.get_many::<String>(name).into_iter().flatten();
    let named = |name: &String| Mode::ALL.into_iter().find(|mode| mode.name() == name);
    let formats: Vec<ExportFormat> = words("formats")
        .filter_map(|name| ExportFormat::named(name))
        .collect();
    let mut parts = Vec::new();
    for part in words("sections").filter_map(|name| SectionKind::named(name)) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    Wanted {
        parts: if parts.is_empty() {
            SectionKind::ALL.to_vec()
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
        draws: draws::draws(matches),
        region: matches.get_one::<String>("region").cloned().unwrap_or_default(),
        byte_order_mark: matches.get_flag("bom"),
        force: matches.get_flag("force"),
    }
}
