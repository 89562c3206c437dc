//! A comparison as printed tables: levers, outcomes, targets, scenarios across.

use crate::analysis::comparison::{ComparedLever, Comparison};
use crate::cli::input::OpenedScenario;
use crate::cli::output;
use crate::cli::plans::header;
use crate::model::{Assessment, Basis, Origin};
use crate::plan::Plan;
use crate::text::{Language, Message, numbers, safe, say};
use crate::wording::{
    assessed, attributed_figure, attribution_in_words, bare_rate, compared_in_words, in_unit, labelled,
    origin_mark, outcome_in_brief, points_or_percent, promise, scenario_letter, status, target_in_words,
    unattributable, unit, with_year,
};

pub(super) fn tables(opened: &[OpenedScenario], found: &Comparison, language: Language) -> String {
    let plan = &*opened[found.reference].0.plan;
    let mut parts = vec![names(opened, found, language)];
    if !found.levers.is_empty() {
        parts.push(levers(opened, plan, found, language));
    }
    if !found.outcomes.is_empty() {
        parts.push(outcomes(opened, plan, found, language));
    }
    if !found.targets.is_empty() {
        parts.push(targets(opened, plan, found, language));
    }
    let names: Vec<&str> = opened
        .iter()
        .map(|(of, _)| of.scenario.name.get(language))
        .collect();
    let mut sentences = differences(plan, &names, found, language);
    sentences.extend(compared_in_words(&names, found, language));
    parts.push(sentences.into_iter().map(|said| said + "\n").collect());
    parts.join("\n")
}

/// Which letter stands for which scenario.
fn names(opened: &[OpenedScenario], found: &Comparison, language: Language) -> String {
    let lines = opened.iter().enumerate().map(|(place, (of, _))| {
        let name = of.scenario.name.get(language);
        let name = if place == found.reference {
            Message::new("compare-reference").with("name", name).say(language)
        } else {
            name.to_owned()
        };
        safe::line(&labelled(&scenario_letter(place), &name, language)).into_owned() + "\n"
    });
    lines.collect()
}

fn with_letters(ids: &[&'static str], count: usize, language: Language) -> Vec<String> {
    let mut columns = header(ids, language);
    columns.extend((0..count).map(scenario_letter));
    columns
}

/// A figure, or a dash.
fn or_dash(figure: Option<String>) -> String {
    figure.unwrap_or_else(|| "–".to_owned())
}

fn levers(opened: &[OpenedScenario], plan: &Plan, found: &Comparison, language: Language) -> String {
    let mut columns = with_letters(&["compare-lever", "compare-rate"], opened.len(), language);
    let others: Vec<usize> = (0..opened.len())
        .filter(|place| *place != found.reference)
        .collect();
    if let Some(by) = found.by {
        let outcome = outcome_in_brief(plan, by, language);
        columns.extend(others.iter().map(|place| {
            let message = Message::new("compare-effect").with("outcome", outcome.as_str());
            message.with("scenario", scenario_letter(*place)).say(language)
        }));
    }
    let effect = |lever: &ComparedLever, place: usize| {
        let Some(Ok(attribution)) = &found.attributions[place] else {
            return None;
        };
        lever.effects[place].map(|effect| attributed_figure(attribution, effect))
    };
    let rows = found.levers.iter().map(|lever| {
        let indicator = plan.get(lever.indicator);
        let mut row = vec![
            indicator.name.get(language).to_owned(),
            points_or_percent(indicator, language).into_owned(),
        ];
        row.extend(
            lever
                .average
                .iter()
                .zip(&lever.assumed)
                .map(|(rate, is_assumed)| {
                    let mark = if *is_assumed {
                        origin_mark(Origin::Assumed)
                    } else {
                        ""
                    };
                    or_dash(rate.map(|rate| bare_rate(indicator, rate, 2) + mark))
                }),
        );
        if found.by.is_some() {
            row.extend(others.iter().map(|place| or_dash(effect(lever, *place))));
        }
        row
    });
    output::table(&columns, &rows.collect::<Vec<_>>(), 2)
}

fn outcomes(opened: &[OpenedScenario], plan: &Plan, found: &Comparison, language: Language) -> String {
    let year = found.years.1;
    let mut columns = vec![Message::new("compare-level").with("year", year).say(language)];
    columns.extend((0..opened.len()).map(scenario_letter));
    let others: Vec<usize> = (0..opened.len())
        .filter(|place| *place != found.reference)
        .collect();
    let minus = |place: &usize| {
        format!(
            "{} − {}",
            scenario_letter(*place),
            scenario_letter(found.reference)
        )
    };
    columns.extend(others.iter().map(minus));
    let projection = opened[found.reference].1.projection();
    let rows = found.outcomes.iter().map(|outcome| {
        let indicator = plan.get(outcome.indicator);
        let unit = unit(plan, indicator, projection.kind(outcome.indicator), language);
        let decimals = outcome
            .end
            .iter()
            .flatten()
            .fold(0, |most, level| numbers::decimals_for(*level).max(most));
        let mut row = vec![in_unit(indicator.name.get(language), &unit, language)];
        row.extend(
            outcome
                .end
                .iter()
                .map(|level| or_dash(level.map(|level| numbers::decimal(level, decimals)))),
        );
        row.extend(others.iter().map(|place| {
            or_dash(outcome.difference[*place].map(|difference| {
                let decimals = numbers::decimals_to_see(difference, decimals).unwrap_or(decimals);
                numbers::signed(difference, decimals)
            }))
        }));
        row
    });
    output::table(&columns, &rows.collect::<Vec<_>>(), 1)
}

fn targets(opened: &[OpenedScenario], plan: &Plan, found: &Comparison, language: Language) -> String {
    let columns = with_letters(&["compare-target", "column-target"], opened.len(), language);
    let rows = found.targets.iter().map(|compared| {
        let (target, indicator) = (plan.target(compared.target), plan.get(compared.target.indicator));
        let cell = |assessment: &Assessment| {
            let [projected, ..] = assessed(indicator, target, assessment, None, language)?;
            let projected = with_year(target, assessment, projected, language);
            let id = if assessment.basis == Basis::Assumed {
                "origin-assumed"
            } else {
                status(assessment.status)
            };
            Some(in_unit(&projected, &say(language, id), language))
        };
        let mut row = vec![
            target_in_words(plan, compared.target, language),
            promise(indicator, target, language),
        ];
        row.extend(
            compared
                .assessments
                .iter()
                .map(|it| or_dash(it.as_ref().and_then(cell))),
        );
        row
    });
    output::table(&columns, &rows.collect::<Vec<_>>(), 2)
}

/// For each scenario, why the figure that was asked about differs from the reference's.
fn differences(plan: &Plan, names: &[&str], found: &Comparison, language: Language) -> Vec<String> {
    let said = found
        .attributions
        .iter()
        .enumerate()
        .filter_map(|(place, attribution)| {
            let sentence = match attribution.as_ref()? {
                Ok(attribution) => attribution_in_words(
                    plan,
                    attribution,
                    (names[found.reference], found.years.1),
                    language,
                ),
                Err(why) => Message::new("compare-not-attributed")
                    .with("reason", unattributable(plan, why))
                    .say(language),
            };
            Some(labelled(&scenario_letter(place), &sentence, language))
        });
    said.collect()
}
