//! Help in one language: clap's own headings, and its notes on defaults and on itself, exist only in English.

use clap::{Arg, Command};

use crate::text::{Language, Message, say};

/// A grammar whose help is entirely in one language.
pub(super) fn in_language(mut grammar: Command, language: Language) -> Command {
    // Adds clap's automatic arguments now, so that they can be reworded.
    grammar.build();
    translated(grammar, language)
}

fn translated(command: Command, language: Language) -> Command {
    let names: Vec<String> = command
        .get_subcommands()
        .map(|sub| sub.get_name().to_owned())
        .collect();
    let template = template(&command, language);
    let command = command
        .help_template(template)
        .mut_args(|arg| argument(arg, language));
    names.into_iter().fold(command, |command, name| {
        command.mut_subcommand(&name, |sub| {
            let sub = translated(sub, language);
            if name == "help" {
                sub.about(say(language, "cli-about-help").into_owned())
            } else {
                sub
            }
        })
    })
}

/// clap's own template, in the same order, with headings in the language.
fn template(command: &Command, language: Language) -> String {
    let usage = Message::new("cli-heading-usage").with("usage", "{usage}");
    let mut template = format!("{{about-with-newline}}\n{}", usage.say(language));
    let has_commands = command.get_subcommands().next().is_some();
    let has_arguments = command.get_positionals().next().is_some();
    for (heading, tag, is_there) in [
        ("cli-heading-commands", "subcommands", has_commands),
        ("cli-heading-arguments", "positionals", has_arguments),
        ("cli-heading-options", "options", true),
    ] {
        if is_there {
            let heading = say(language, heading);
            template = format!("{template}\n\n{heading}\n{{{tag}}}");
        }
    }
    template
}

/// An argument with its default described in words. Possible values are listed in its own help.
fn argument(arg: Arg, language: Language) -> Arg {
    let text = |id: &'static str| say(language, id).into_owned();
    let arg = arg.hide_possible_values(true).hide_default_value(true);
    let arg = match arg.get_id().as_str() {
        "help" => arg.help(text("cli-arg-help")),
        "version" => arg.help(text("cli-arg-version")),
        _ => arg,
    };
    let usual: Vec<String> = arg
        .get_default_values()
        .iter()
        .map(|value| value.to_string_lossy().into_owned())
        .collect();
    if usual.is_empty() || !arg.get_action().takes_values() {
        return arg;
    }
    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
    let said = Message::new("cli-usual-value")
        .with("help", help)
        .with("value", usual.join(", "));
    arg.help(said.say(language))
}
