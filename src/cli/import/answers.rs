//! Flags that answer questions about a table.

use super::ImportArgs;
use super::grammar::{SIGNS, kind};
use crate::file::{Failure, nearest};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::import::{Choice, Decimal, Options, Preview, Question, Topic, is_unit};
use crate::text::Message;

/// Leaves a line or series out.
const NOTHING: &str = "-";

/// The choices that flags settle before the table is read.
///
/// # Errors
/// A flag that names an unknown indicator or kind of figure.
pub(super) fn options(asked: &ImportArgs, plan: &Plan) -> Result<Options, Failure> {
    let options = Options {
        decimal: asked.decimal,
        sign: asked.sign,
        takes_hidden: asked.takes_hidden,
        lacks_scenario: asked.into.is_none(),
        only: asked.only.iter().cloned().collect(),
        despite: asked
            .despite
            .iter()
            .map(|(text, is)| (text.clone(), is != "no"))
            .collect(),
        ..Options::default()
    };
    for (id, name) in &asked.read {
        indicator(plan, id)?;
        if name != NOTHING && kind(name).is_none() {
            return Err(unknown("cli-unknown-kind", name, "cli-unknown-kind-help"));
        }
    }
    // So that a misspelt id is reported even if no question comes up.
    for (id, _) in asked.take.iter().chain(&asked.fractions).chain(&asked.unit) {
        indicator(plan, id)?;
    }
    Ok(options)
}

/// Answers what the flags can of a preview's questions; false if that settled nothing new.
///
/// # Errors
/// A flag that fits none of the answers.
pub(super) fn settle(
    asked: &ImportArgs,
    plan: &Plan,
    preview: &Preview,
    options: &mut Options,
) -> Result<bool, Failure> {
    let before = options.clone();
    for (text, id) in &asked.name {
        let about = match id.as_str() {
            NOTHING => None,
            id => Some(indicator(plan, id)?),
        };
        let mut lines = preview
            .lines
            .iter()
            .filter(|line| line.raw.trim() == text)
            .peekable();
        if lines.peek().is_none() {
            return Err(unknown("cli-no-such-name", text, "cli-no-such-name-help"));
        }
        for line in lines {
            options.settle(Choice::About(line.line, about));
        }
    }
    read_as(asked, plan, preview, options);
    for (text, is) in &asked.despite {
        if let Some(meant) = meant(preview, text) {
            options.settle(Choice::Despite(meant.clone(), is != "no"));
        }
    }
    for question in &preview.questions {
        let answer = match question.topic {
            Topic::Take => take(asked, plan, preview, question)?,
            Topic::Fractions => fractions(asked, plan, preview, question),
            Topic::Unit => unit(asked, plan, preview, question),
            _ => None,
        };
        if let Some(choice) = answer {
            options.settle(choice);
        }
    }
    Ok(*options != before)
}

/// Checks for flags that match nothing in the table: they would store something other than intended.
///
/// # Errors
/// The first of them, and what is possible.
pub(super) fn checked(
    asked: &ImportArgs,
    plan: &Plan,
    preview: &Preview,
    options: &Options,
) -> Result<(), Failure> {
    let named = |what: &'static str, found: &str, allowed: Vec<String>| Failure::Other {
        what: Message::new(what).with("found", found),
        help: Some(if allowed.is_empty() {
            Message::new("cli-none-possible")
        } else {
            Message::new("cli-possible").with("allowed", allowed.join(", "))
        }),
    };
    for (heading, value) in &asked.only {
        let Some(values) = preview.labels.get(heading) else {
            let headings = preview.labels.keys().cloned().collect();
            return Err(named("cli-no-such-label", heading, headings));
        };
        if value != "*" && !values.contains(value) {
            let values = values.iter().take(MOST_NAMED).cloned().collect();
            return Err(named("cli-no-such-value", value, values));
        }
    }
    for (text, _) in &asked.despite {
        if meant(preview, text).is_none() {
            let texts = preview.doubts.iter().take(MOST_NAMED).cloned().collect();
            return Err(named("cli-no-such-text", text, texts));
        }
    }
    for (id, column) in &asked.take {
        let series = || preview.lines.iter().map(|line| line.series);
        if !series().any(|series| preview.is_called(series, column)) {
            let ix = plan.find(id);
            let own = preview.lines.iter().filter(|line| line.indicator == ix);
            let columns = own.filter_map(|line| preview.column_of(line.series));
            let columns = columns.take(MOST_NAMED).collect();
            return Err(named("cli-no-such-column", column, columns));
        }
    }
    for (id, unit) in &asked.unit {
        if !is_unit(plan, unit) {
            return Err(unknown("cli-unknown-unit", unit, "cli-unknown-unit-help"));
        }
        let is_open = options
            .units
            .keys()
            .any(|series| indicator_of(preview, *series) == plan.find(id));
        if !is_open {
            return Err(unknown("cli-unit-not-asked", id, "cli-unit-not-asked-help"));
        }
    }
    Ok(())
}

/// The text in the table that a flag refers to. Shells cannot pass every character, so a flag may have blanks for some.
fn meant<'p>(preview: &'p Preview, text: &str) -> Option<&'p String> {
    let plain = |text: &str| {
        text.replace('"', " ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let mut texts = preview.doubts.iter();
    texts.find(|other| plain(other) == plain(text))
}

/// At most this many names are listed.
const MOST_NAMED: usize = 20;

/// Applies the requested kinds to indicators. If an indicator has several series, this is the one being asked about.
fn read_as(asked: &ImportArgs, plan: &Plan, preview: &Preview, options: &mut Options) {
    for (id, name) in &asked.read {
        let Some(ix) = plan.find(id) else { continue };
        let own = || {
            preview
                .lines
                .iter()
                .filter(move |line| line.indicator == Some(ix))
        };
        let questions = || preview.questions.iter().filter_map(|question| question.series);
        let asked = own()
            .map(|line| line.series)
            .find(|series| questions().any(|other| other == *series));
        match (kind(name), asked, own().count()) {
            (Some(kind), Some(series), 2..) => options.settle(Choice::ReadAs(series, kind)),
            (Some(kind), _, 0..=1) => {
                options.kinds.set(ix, kind);
            }
            (None, Some(series), _) => options.settle(Choice::LeaveOut(series)),
            _ => {}
        }
    }
}

/// The answer that takes the column named for an indicator, by its letters or heading.
fn take(
    asked: &ImportArgs,
    plan: &Plan,
    preview: &Preview,
    question: &Question,
) -> Result<Option<Choice>, Failure> {
    let about = question.series.and_then(|series| indicator_of(preview, series));
    let Some((_, column)) = asked
        .take
        .iter()
        .find(|(id, _)| about.is_some_and(|ix| plan.get(ix).id == *id))
    else {
        return Ok(None);
    };
    let is_it = |choice: &Choice| match choice {
        Choice::Take(series, _) => preview.is_called(*series, column),
        _ => false,
    };
    match question.answers.iter().find(|answer| is_it(&answer.choice)) {
        Some(answer) => Ok(Some(answer.choice.clone())),
        None => Err(unknown("cli-no-such-column", column, "cli-no-such-column-help")),
    }
}

fn fractions(asked: &ImportArgs, plan: &Plan, preview: &Preview, question: &Question) -> Option<Choice> {
    let series = question.series?;
    let about = indicator_of(preview, series)?;
    let (_, answer) = asked.fractions.iter().find(|(id, _)| plan.get(about).id == *id)?;
    Some(Choice::Fractions(series, answer != "no"))
}

fn unit(asked: &ImportArgs, plan: &Plan, preview: &Preview, question: &Question) -> Option<Choice> {
    let series = question.series?;
    let about = indicator_of(preview, series)?;
    let (_, unit) = asked.unit.iter().find(|(id, _)| plan.get(about).id == *id)?;
    Some(Choice::Unit(series, unit.clone()))
}

fn indicator_of(preview: &Preview, series: usize) -> Option<IndicatorIx> {
    let line = preview.lines.iter().find(|line| line.series == series);
    line.and_then(|line| line.indicator)
}

/// An answer as a flag.
pub(super) fn flag(plan: &Plan, preview: &Preview, choice: &Choice) -> String {
    let id =
        |series: usize| indicator_of(preview, series).map_or_else(String::new, |ix| plan.get(ix).id.clone());
    match choice {
        Choice::Decimal(Decimal::Point) => "--decimal .".to_owned(),
        Choice::Decimal(Decimal::Comma) => "--decimal ,".to_owned(),
        Choice::Sign(_, sign) => {
            let name = SIGNS.iter().find(|(_, other)| other == sign);
            format!("--sign {}", name.map_or("", |(name, _)| name))
        }
        Choice::ReadAs(series, kind) => format!("--read {}={}", id(*series), kind.name()),
        Choice::Fractions(series, are) => {
            format!("--fractions {}={}", id(*series), if *are { "yes" } else { "no" })
        }
        Choice::Unit(series, unit) => format!("--unit {}={unit}", id(*series)),
        Choice::Take(series, others) => {
            let column = preview.column_of(*series);
            let is_shared = others.iter().any(|other| preview.column_of(*other) == column);
            let place = if is_shared {
                preview.cell_of(*series)
            } else {
                column
            };
            let place = place.unwrap_or_else(|| preview.heading_of(*series));
            format!("--take {}={place}", id(*series))
        }
        Choice::LeaveOut(series) => format!("--read {}={NOTHING}", id(*series)),
        Choice::About(line, about) => {
            let named = preview.lines.iter().find(|other| other.line == *line);
            let raw = named.map_or("", |line| line.raw.trim());
            let about = about.map_or(NOTHING, |ix| plan.get(ix).id.as_str());
            format!("--name {}", quoted(&format!("{raw}={about}")))
        }
        Choice::Despite(text, are) => {
            format!(
                "--despite {}",
                quoted(&format!("{text}={}", if *are { "yes" } else { "no" }))
            )
        }
        Choice::Only(heading, value) => format!("--only {}", quoted(&format!("{heading}={value}"))),
    }
}

/// A word quoted for a shell.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_=.,:/".contains(c);
    if word.chars().all(is_plain) {
        word.to_owned()
    } else {
        format!("\"{}\"", word.replace(['"', '\n', '\r'], " "))
    }
}

fn indicator(plan: &Plan, id: &str) -> Result<IndicatorIx, Failure> {
    plan.find(id).ok_or_else(|| {
        let known: Vec<&str> = plan.iter().map(|(_, indicator)| indicator.id.as_str()).collect();
        let help = match nearest(id, known.iter().copied()) {
            Some(near) => Message::new("import-did-you-mean").with("name", near),
            None => Message::new("import-unknown-help"),
        };
        Failure::Other {
            what: Message::new("unknown-indicator")
                .with("found", id)
                .with("plan", plan.id.as_str()),
            help: Some(help),
        }
    })
}

fn unknown(what: &'static str, found: &str, help: &'static str) -> Failure {
    Failure::Other {
        what: Message::new(what).with("found", found),
        help: Some(Message::new(help)),
    }
}
