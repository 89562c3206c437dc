//! A decomposition as a printed table: factors down, years across where they are chained.

use crate::analysis::decomposition::Decomposition;
use crate::cli::head::heading;
use crate::cli::input::OpenedScenario;
use crate::cli::output;
use crate::cli::plans::header;
use crate::model::Origin;
use crate::plan::Plan;
use crate::scenario::Loaded;
use crate::text::{Language, Message, numbers, safe, say};
use crate::wording::{
    decomposition_in_words, effect_figure, factor_in_words, factors_held, in_unit, open_years, origin, unit,
};

pub(super) fn tables(
    opened: &OpenedScenario,
    against: Option<&Loaded>,
    found: &Decomposition,
    language: Language,
) -> String {
    let (loaded, evaluation) = opened;
    let plan = &*loaded.plan;
    let mut parts = vec![heading(loaded, language)];
    let name = against.map(|loaded| loaded.scenario.name.get(language));
    if let Some(name) = name {
        let said = Message::new("decompose-against").with("name", name).say(language);
        parts[0] += &(safe::line(&said).into_owned() + "\n");
    }
    let kind = evaluation.projection().kind(found.indicator);
    let indicator = plan.get(found.indicator);
    let unit = unit(plan, indicator, kind, language);
    parts.push(in_unit(indicator.name.get(language), &unit, language) + "\n");
    parts.push(if found.is_chained {
        by_year(plan, found, language)
    } else {
        whole(plan, found, language)
    });
    let sentences = [
        Some(decomposition_in_words(plan, found, name, language)),
        factors_held(plan, found, language),
        Some(say(language, method(found)).into_owned()),
    ];
    parts.push(sentences.into_iter().flatten().map(|said| said + "\n").collect());
    parts.join("\n")
}

/// How the figures were worked out.
fn method(found: &Decomposition) -> &'static str {
    match (found.is_chained, found.from.year == found.to.year) {
        (true, _) => "decompose-chained",
        (false, true) => "decompose-difference",
        (false, false) => "decompose-direct",
    }
}

/// What a change rests on; nothing between two scenarios.
fn rests_on(found: Option<Origin>, language: Language) -> String {
    found.map_or_else(String::new, |found| origin(found, language))
}

/// Factors, residual and change, each with its share.
fn whole(plan: &Plan, found: &Decomposition, language: Language) -> String {
    let columns = [
        "decompose-effect-of",
        "decompose-change",
        "decompose-share",
        "column-basis",
    ];
    let change = found.change();
    let row = |name: String, effect: f64, basis: String| {
        let share = 100.0 * effect / change;
        let share = if share.is_finite() {
            let share = numbers::decimal(share, 0);
            Message::new("figure-percent").with("value", share).say(language)
        } else {
            "–".to_owned()
        };
        vec![name, effect_figure(found, effect), share, basis]
    };
    let mut rows: Vec<Vec<String>> = found
        .effects
        .iter()
        .map(|effect| {
            let name = factor_in_words(plan, &effect.factor, language);
            row(name, effect.change, rests_on(effect.origin, language))
        })
        .collect();
    let said = |id| say(language, id).into_owned();
    rows.push(row(said("decompose-residual"), found.residual, String::new()));
    rows.push(row(said("decompose-change"), change, String::new()));
    output::table(&header(&columns, language), &rows, 1)
}

/// Factors, residual, change and level, year by year, and in sums.
fn by_year(plan: &Plan, found: &Decomposition, language: Language) -> String {
    let mut columns = header(&["decompose-effect-of"], language);
    columns.extend(found.years.iter().map(|year| year.year.to_string()));
    let mut spans: Vec<(i32, i32)> = found
        .periods()
        .into_iter()
        .map(|(from, to, _)| (from, to))
        .collect();
    spans.push((found.from.year, found.to.year));
    columns.extend(spans.iter().map(|(from, to)| open_years(*from, *to, language)));
    let sums: Vec<Vec<f64>> = spans
        .iter()
        .map(|(from, to)| found.between_years(*from, *to))
        .collect();
    let figures = |all: Vec<f64>| all.into_iter().map(|value| effect_figure(found, value));
    let mut rows = Vec::new();
    for (n, effect) in found.effects.iter().enumerate() {
        let mut row = vec![factor_in_words(plan, &effect.factor, language)];
        let years = found.years.iter().map(|year| year.effects[n].change);
        row.extend(figures(years.chain(sums.iter().map(|sums| sums[n])).collect()));
        rows.push(row);
    }
    let level = |year: i32| {
        let later = found.years.iter().find(|found| found.year == year);
        later.map_or(found.from.value, |found| found.to)
    };
    let changes = |(from, to): &(i32, i32)| level(*to) - level(*from);
    let residuals = spans
        .iter()
        .zip(&sums)
        .map(|(span, sums)| changes(span) - sums.iter().sum::<f64>());
    let said = |id| vec![say(language, id).into_owned()];
    let mut row = said("decompose-residual");
    row.extend(figures(
        found
            .years
            .iter()
            .map(|year| year.residual)
            .chain(residuals)
            .collect(),
    ));
    rows.push(row);
    let mut row = said("decompose-change");
    let years = found.years.iter().map(|year| year.to - year.from);
    row.extend(figures(years.chain(spans.iter().map(changes)).collect()));
    rows.push(row);
    let mut row = said("decompose-level");
    let years = found.years.iter().map(|year| year.to);
    row.extend(
        years
            .chain(spans.iter().map(|(_, to)| level(*to)))
            .map(numbers::level),
    );
    rows.push(row);
    let mut row = said("decompose-rests-on");
    row.extend(found.years.iter().map(|year| rests_on(year.origin, language)));
    row.extend(spans.iter().map(|_| String::new()));
    rows.push(row);
    output::table(&columns, &rows, 1)
}
