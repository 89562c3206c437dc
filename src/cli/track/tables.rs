//! The ledger as tables for people: progress year by year, then where each target stands, then what needs words.

use super::Tracked;
use crate::cli::head::heading;
use crate::cli::output;
use crate::cli::plans::header;
use crate::cli::run::mark;
use crate::figure::promise;
use crate::model::{Convention, Ledger, Required, Standing};
use crate::plan::Plan;
use crate::scenario::Loaded;
use crate::text::{Language, Message, numbers, say};

pub(super) fn tables(loaded: &Loaded, tracked: &[Tracked<'_>], language: Language) -> String {
    // Binding targets first; the sort keeps the plan's order within each kind.
    let mut sorted: Vec<&Tracked<'_>> = tracked.iter().collect();
    sorted.sort_by_key(|one| !one.target.binding);
    let mut parts = vec![
        heading(loaded, language),
        by_year(&loaded.plan, &sorted, language),
        standings(&sorted, language),
    ];
    let sentences: String = sorted
        .iter()
        .filter_map(|one| wrong_direction(&loaded.plan, one, language))
        .map(|sentence| sentence + "\n")
        .collect();
    parts.push(sentences);
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

fn percent(fraction: f64) -> String {
    numbers::decimal(fraction * 100.0, 1) + " %"
}

fn binding(one: &Tracked<'_>, language: Language) -> String {
    let id = if one.target.binding {
        "binding-yes"
    } else {
        "binding-no"
    };
    say(language, id).into_owned()
}

/// Official progress in every year, and the share that is due.
fn by_year(plan: &Plan, tracked: &[&Tracked<'_>], language: Language) -> String {
    let mut header = header(&["column-indicator", "column-binding", "column-target"], language);
    header.extend(plan.years().skip(1).map(|year| year.to_string()));
    let dash = || "–".to_owned();
    let mut due = vec![
        say(language, "track-due").into_owned(),
        String::new(),
        String::new(),
    ];
    let steps = crate::plan::years(plan.steps());
    due.extend((1..=plan.steps()).map(|step| percent(crate::plan::years(step) / steps)));
    let mut rows = vec![due];
    rows.extend(tracked.iter().map(|one| {
        let mut row = vec![
            one.indicator.name.get(language).to_owned(),
            binding(one, language),
            promise(one.target, language),
        ];
        match &one.ledger {
            Some(ledger) => {
                let years = ledger.years.iter().skip(1);
                row.extend(years.map(|year| percent(year.progress) + mark(year.origin)));
            }
            None => row.extend((0..plan.steps()).map(|_| dash())),
        }
        row
    }));
    let legend = say(language, "cli-legend");
    output::table(&header, &rows, 2) + &legend + "\n" + &say(language, "track-legend") + "\n"
}

/// Where each target stands at its last actual, and what the years left would take.
fn standings(tracked: &[&Tracked<'_>], language: Language) -> String {
    let header = header(
        &[
            "column-indicator",
            "track-column-standing",
            "track-column-last",
            "column-progress",
            "track-column-linear",
            "track-column-achieved",
            "track-column-remaining",
            "track-column-required",
        ],
        language,
    );
    let rows: Vec<Vec<String>> = tracked
        .iter()
        .map(|one| {
            let name = one.indicator.name.get(language).to_owned();
            match &one.ledger {
                Some(ledger) => standing(name, ledger, language),
                None => vec![name, say(language, one.assessment.status.message()).into_owned()],
            }
        })
        .map(|mut row| {
            row.resize(header.len(), "–".to_owned());
            row
        })
        .collect();
    output::table(&header, &rows, 2)
}

fn standing(name: String, ledger: &Ledger, language: Language) -> Vec<String> {
    let mut row = vec![name, say(language, ledger.standing().message()).into_owned()];
    let (Some(base), Some(last)) = (ledger.years.first(), ledger.last()) else {
        return row;
    };
    if ledger.last_actual > 0 {
        let done = change(ledger.convention, base.level, last.level);
        row.extend([
            last.year.to_string(),
            percent(last.progress),
            percent(last.linear),
            amount(ledger.convention, done, language),
        ]);
    } else {
        row.extend(std::iter::repeat_n("–".to_owned(), 4));
    }
    row.push(amount(ledger.convention, last.remaining, language));
    row.push(required(ledger, language));
    row
}

/// The change between two levels in the terms of the target: a fall is positive where the target is a fall.
fn change(convention: Convention, from: f64, to: f64) -> f64 {
    match convention {
        Convention::Growth => (to / from - 1.0) * 100.0,
        Convention::Decline => (1.0 - to / from) * 100.0,
        Convention::Points => to - from,
    }
}

fn amount(convention: Convention, change: f64, language: Language) -> String {
    let id = match convention {
        Convention::Growth => "track-rise",
        Convention::Decline => "track-fall",
        Convention::Points => "track-points",
    };
    let figure = match convention {
        Convention::Decline => numbers::decimal(change, 2),
        Convention::Growth | Convention::Points => numbers::signed(change, 2),
    };
    Message::new(id).with("change", figure).say(language)
}

fn required(ledger: &Ledger, language: Language) -> String {
    let id = match ledger.required {
        Required::Rate(rate) => return rate_in_words(ledger.convention, rate, language),
        Required::AlreadyMet { .. } | Required::NoYearsLeft { is_met: true } => "standing-reached",
        Required::NoYearsLeft { is_met: false } => "track-too-late",
        Required::OutOfReach => "why-not-reachable",
        Required::NoTarget | Required::NoBase => "status-unknown",
    };
    say(language, id).into_owned()
}

pub(in crate::cli) fn rate_in_words(convention: Convention, rate: f64, language: Language) -> String {
    let unit = match convention {
        Convention::Growth | Convention::Decline => "rate-percent",
        Convention::Points => "rate-points",
    };
    Message::new("track-rate")
        .with("rate", numbers::decimal(rate, 2))
        .with("unit", Message::new(unit))
        .say(language)
}

/// A target whose actuals lead away from it needs more than a negative percentage.
fn wrong_direction(plan: &Plan, one: &Tracked<'_>, language: Language) -> Option<String> {
    let ledger = one.ledger.as_ref()?;
    let (base, last) = (ledger.years.first()?, ledger.last()?);
    if ledger.standing() != Standing::WrongDirection {
        return None;
    }
    let rises = last.level > base.level;
    let message = Message::new(if rises {
        "track-wrong-up"
    } else {
        "track-wrong-down"
    })
    .with("name", one.indicator.name.get(language))
    .with("base", base.year)
    .with("from", numbers::level(base.level))
    .with("year", last.year)
    .with("to", numbers::level(last.level))
    .with("goal", numbers::level(ledger.goal))
    .with("end", plan.end_year);
    let sentence = message.say(language);
    Some(match ledger.required {
        Required::Rate(rate) => {
            let need = Message::new("track-wrong-need")
                .with("rate", rate_in_words(ledger.convention, rate, language))
                .with("first", last.year + 1)
                .with("end", plan.end_year);
            Message::new("implication-sentences")
                .with("first", sentence)
                .with("next", need)
                .say(language)
        }
        _ => sentence,
    })
}
