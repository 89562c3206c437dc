//! A solved rate as JSON, CSV and a printed table.

use serde::Serialize;

use crate::analysis::solver::Answer;
use crate::cli::head::{Head, TargetPart, heading, target};
use crate::cli::output;
use crate::export::csv::CsvField;
use crate::plan::Plan;
use crate::scenario::{Loaded, Rates};
use crate::text::{Language, numbers, say};
use crate::wording::{
    self, assessed, evidence, parameter_in_words, promise, remark_in_words, target_in_words, value_in_words,
    verdict, way_in_words, with_year,
};

#[derive(Serialize)]
pub(super) struct SolveReport<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    lever: &'a str,
    part: &'static str,
    way: &'static str,
    from: i32,
    /// The last year changed, in which the target is due.
    to: i32,
    /// The rate in percent or points a year; `None` for a factor.
    rate: Option<f64>,
    /// What the schedule is multiplied by; `None` for a rate.
    factor: Option<f64>,
    /// The lever's schedule, one rate a year from the first after the base year.
    rates: RatesPart<'a>,
    reached: bool,
    stopped_by: Option<String>,
    goal_level: f64,
    level: f64,
    target: TargetPart<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum RatesPart<'a> {
    Yearly(Vec<f64>),
    OutputGrowth { top: &'a [f64], all: &'a [f64] },
}

impl<'a> RatesPart<'a> {
    fn new(plan: &Plan, rates: &'a Rates) -> Self {
        match rates {
            Rates::OutputGrowth { top, all } => Self::OutputGrowth { top, all },
            rates => Self::Yearly((0..plan.steps()).filter_map(|step| rates.in_year(step)).collect()),
        }
    }
}

pub(super) fn report<'a>(loaded: &'a Loaded, answer: &'a Answer, language: Language) -> SolveReport<'a> {
    let plan = &*loaded.plan;
    SolveReport {
        head: Head::new(loaded, language),
        lever: &plan.get(answer.request.parameter.indicator).id,
        part: answer.request.parameter.kind.name(),
        way: answer.request.way.name(),
        from: answer.from,
        to: answer.to,
        rate: (!answer.is_factor()).then_some(answer.value),
        factor: answer.is_factor().then_some(answer.value),
        rates: RatesPart::new(plan, &answer.rates),
        reached: answer.is_reached(),
        stopped_by: answer
            .stopped_by
            .as_ref()
            .map(|stop| wording::stop(plan, stop, language).say(language)),
        goal_level: answer.goal,
        level: answer.level,
        target: target(plan, &answer.assessment),
    }
}

/// One row per year with the rates to set.
pub(super) fn rows(plan: &Plan, answer: &Answer) -> Vec<Vec<CsvField>> {
    let columns: Vec<(&str, Vec<f64>)> = match RatesPart::new(plan, &answer.rates) {
        RatesPart::Yearly(rates) => vec![("rate", rates)],
        RatesPart::OutputGrowth { top, all } => vec![("top", top.to_vec()), ("all", all.to_vec())],
    };
    let mut header = vec![CsvField::text("lever"), CsvField::text("year")];
    header.extend(columns.iter().map(|(name, _)| CsvField::text(*name)));
    let mut rows = vec![header];
    rows.extend(plan.years().skip(1).enumerate().map(|(step, year)| {
        let lever = &plan.get(answer.request.parameter.indicator).id;
        let mut row = vec![CsvField::text(lever), CsvField::Year(year)];
        row.extend(
            columns
                .iter()
                .map(|(_, rates)| CsvField::from(rates.get(step).copied())),
        );
        row
    }));
    rows
}

pub(super) fn table(loaded: &Loaded, answer: &Answer, language: Language) -> String {
    let plan = &*loaded.plan;
    let indicator = plan.get(answer.request.target.indicator);
    let promised = &answer.target;
    let [projected, _, progress] = assessed(indicator, promised, &answer.assessment, None, language)
        .unwrap_or_else(|| [(); 3].map(|()| "–".to_owned()));
    let lever = plan.get(answer.request.parameter.indicator);
    let mut rows = vec![
        (
            "column-indicator",
            target_in_words(plan, answer.request.target, language),
        ),
        ("column-target", promise(indicator, promised, language)),
        (
            "solve-lever",
            parameter_in_words(plan, answer.request.parameter, language),
        ),
        (
            "solve-way",
            way_in_words(answer.request.way, (answer.from, answer.to), language),
        ),
        ("solve-value", value_in_words(plan, answer, None, language)),
        (
            "column-projected",
            with_year(promised, &answer.assessment, projected, language),
        ),
        ("column-progress", progress),
        (
            "column-status",
            verdict(
                plan,
                &answer.assessment,
                &promise(indicator, promised, language),
                language,
            ),
        ),
        ("column-basis", evidence(plan, &answer.assessment, language)),
    ];
    rows.push(("solve-rates", for_file(&lever.id, &answer.rates)));
    let rows: Vec<Vec<String>> = rows
        .into_iter()
        .map(|(id, text)| vec![say(language, id).into_owned(), text])
        .collect();
    let mut text = heading(loaded, language) + "\n" + &output::list(&rows);
    // What stops an answer goes to standard error.
    let remark = remark_in_words(plan, answer, language).filter(|_| answer.is_reached());
    if let Some(remark) = remark {
        text += &remark;
        text.push('\n');
    }
    text
}

/// The entry as written in a scenario file. Figures have at most twelve significant digits: the rest is binary
/// rounding, a thousand times below what decides whether a target is met.
fn for_file(id: &str, rates: &Rates) -> String {
    let list = |rates: &[f64]| {
        let rates: Vec<String> = rates.iter().map(|rate| numbers::plain(*rate)).collect();
        format!("[{}]", rates.join(", "))
    };
    match rates {
        Rates::Constant(rate) => format!("\"{id}\": Constant({}),", numbers::plain(*rate)),
        Rates::Yearly(rates) => format!("\"{id}\": Yearly({}),", list(rates)),
        Rates::OutputGrowth { top, all } => {
            format!("\"{id}\": OutputGrowth(top: {}, all: {}),", list(top), list(all))
        }
    }
}
