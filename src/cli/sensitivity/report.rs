//! The common parts of every method's answer.

use serde::Serialize;

use crate::analysis::Outcome;
use crate::cli::head::{Head, TargetPart, heading, target};
use crate::cli::output;
use crate::model::{Evaluation, assess_target};
use crate::scenario::Loaded;
use crate::text::{Language, say};
use crate::wording::{assessed, outcome_unit, promise, target_in_words, with_year};

/// An answer as JSON: of a target, or of an indicator in a year; `found` by method.
#[derive(Serialize)]
pub(super) struct SensitivityReport<'a, F> {
    #[serde(flatten)]
    head: Head<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    target: Option<TargetPart<'a>>,
    #[serde(flatten)]
    level: Option<LevelPart<'a>>,
    method: &'static str,
    #[serde(flatten)]
    found: F,
}

#[derive(Serialize)]
struct LevelPart<'a> {
    indicator: &'a str,
    year: i32,
    /// In the unit of `run`.
    level: Option<f64>,
}

impl<'a, F> SensitivityReport<'a, F> {
    pub fn new(
        (loaded, evaluation, language): (&'a Loaded, &Evaluation, Language),
        outcome: Outcome,
        method: &'static str,
        found: F,
    ) -> Self {
        let plan = &*loaded.plan;
        let (target, level) = match outcome {
            Outcome::Target(ix) => {
                let assessment = assess_target(plan, &loaded.scenario, evaluation.projection(), ix);
                (Some(target(plan, &assessment)), None)
            }
            Outcome::Level { indicator, step } => {
                let levels = evaluation.projection().levels(indicator);
                let part = LevelPart {
                    indicator: &plan.get(indicator).id,
                    year: plan.year(step),
                    level: levels.and_then(|levels| levels.get(step)).copied(),
                };
                (None, Some(part))
            }
        };
        Self {
            head: Head::new(loaded, language),
            target,
            level,
            method,
            found,
        }
    }
}

/// The lines above a table: scenario, plan, the figure that was asked about.
pub(super) fn above(
    loaded: &Loaded,
    evaluation: &Evaluation,
    outcome: Outcome,
    language: Language,
) -> String {
    let plan = &*loaded.plan;
    let rows = match outcome {
        Outcome::Target(ix) => {
            let (indicator, promised) = (plan.get(ix.indicator), plan.target(ix));
            let assessment = assess_target(plan, &loaded.scenario, evaluation.projection(), ix);
            let projected = assessed(indicator, promised, &assessment, None, language)
                .map_or_else(|| "–".to_owned(), |[projected, ..]| projected);
            vec![
                ("column-indicator", target_in_words(plan, ix, language)),
                ("column-target", promise(indicator, promised, language)),
                (
                    "column-projected",
                    with_year(promised, &assessment, projected, language),
                ),
            ]
        }
        Outcome::Level { indicator, step } => vec![
            (
                "column-indicator",
                plan.get(indicator).name.get(language).to_owned(),
            ),
            ("column-year", plan.year(step).to_string()),
            (
                "column-unit",
                outcome_unit(plan, outcome, evaluation.projection().kind(indicator), language),
            ),
        ],
    };
    let rows: Vec<Vec<String>> = rows
        .into_iter()
        .map(|(id, text)| vec![say(language, id).into_owned(), text])
        .collect();
    heading(loaded, language) + "\n" + &output::list(&rows)
}
