//! An ensemble as JSON, CSV and printed tables.

use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};

use crate::analysis::ensemble::{Ensemble, Fan, Likelihood};
use crate::cli::head::{DuePart, Head, heading};
use crate::cli::output;
use crate::cli::plans::header;
use crate::export::csv::CsvField;
use crate::plan::Plan;
use crate::scenario::Loaded;
use crate::text::{Language, Message, numbers};
use crate::wording::{
    chance, chance_error, drawn_in_words, outside_in_words, promise, target_in_words, together_in_words,
    unit, year_by_year,
};

/// The names of quantiles, in the order of [`crate::analysis::ensemble::PROBABILITIES`].
const NAMES: [&str; 5] = ["p5", "p25", "p50", "p75", "p95"];

#[derive(Serialize)]
pub(super) struct SampleReport<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    years: Vec<i32>,
    draws: u64,
    seed: u64,
    sampler: &'static str,
    indicators: FansPart<'a>,
    targets: Vec<ChancePart<'a>>,
    p_met_all: Option<f64>,
    p_met_all_se: Option<f64>,
    p_met_binding: Option<f64>,
    p_met_binding_se: Option<f64>,
    p_met_open: Option<f64>,
    p_met_open_se: Option<f64>,
    excluded: usize,
    decided: usize,
    out_of_bounds: OutsidePart<'a>,
}

#[derive(Serialize)]
struct ChancePart<'a> {
    indicator: &'a str,
    form: &'static str,
    due: DuePart,
    p_met: Option<f64>,
    p_met_se: Option<f64>,
}

/// Quantiles by indicator, in the plan's order.
struct FansPart<'a> {
    plan: &'a Plan,
    fans: &'a [Fan],
}

impl Serialize for FansPart<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.fans.len()))?;
        for fan in self.fans {
            map.serialize_entry(&self.plan.get(fan.indicator).id, &FanPart(fan))?;
        }
        map.end()
    }
}

struct FanPart<'a>(&'a Fan);

impl Serialize for FanPart<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(NAMES.len()))?;
        for (n, name) in NAMES.iter().enumerate() {
            let levels: Vec<f64> = self.0.quantiles.iter().map(|quantiles| quantiles[n]).collect();
            map.serialize_entry(name, &levels)?;
        }
        map.end()
    }
}

/// Draws out of bounds by indicator.
struct OutsidePart<'a> {
    plan: &'a Plan,
    ensemble: &'a Ensemble,
}

impl Serialize for OutsidePart<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let all = &self.ensemble.out_of_bounds;
        serializer.collect_map(all.iter().map(|(ix, count)| (&self.plan.get(*ix).id, count)))
    }
}

pub(super) fn report<'a>(loaded: &'a Loaded, ensemble: &'a Ensemble, language: Language) -> SampleReport<'a> {
    let plan = &*loaded.plan;
    let together = &ensemble.together;
    let p = |likelihood: Option<Likelihood>| likelihood.map(|likelihood| likelihood.p);
    let se = |likelihood: Option<Likelihood>| likelihood.and_then(|likelihood| likelihood.se);
    let targets = ensemble.targets.iter().map(|chance| {
        let target = plan.target(chance.target);
        ChancePart {
            indicator: &plan.get(chance.target.indicator).id,
            form: target.form.name(),
            due: DuePart::of(plan, target),
            p_met: p(chance.met),
            p_met_se: se(chance.met),
        }
    });
    SampleReport {
        head: Head::new(loaded, language),
        years: plan.years().collect(),
        draws: ensemble.size,
        seed: ensemble.sampling.seed,
        sampler: ensemble.sampling.sampler.name(),
        indicators: FansPart {
            plan,
            fans: &ensemble.fans,
        },
        targets: targets.collect(),
        p_met_all: p(together.judged),
        p_met_all_se: se(together.judged),
        p_met_binding: p(together.binding),
        p_met_binding_se: se(together.binding),
        p_met_open: p(together.open),
        p_met_open_se: se(together.open),
        excluded: together.excluded,
        decided: together.decided,
        out_of_bounds: OutsidePart { plan, ensemble },
    }
}

/// One row per indicator and year.
pub(super) fn rows(plan: &Plan, ensemble: &Ensemble) -> Vec<Vec<CsvField>> {
    let mut header = vec![CsvField::text("indicator"), CsvField::text("year")];
    header.extend(NAMES.map(CsvField::text));
    let mut rows = vec![header];
    for fan in &ensemble.fans {
        rows.extend(plan.years().zip(&fan.quantiles).map(|(year, quantiles)| {
            let mut row = vec![CsvField::text(&plan.get(fan.indicator).id), CsvField::Year(year)];
            row.extend(quantiles.map(CsvField::Figure));
            row
        }));
    }
    rows
}

pub(super) fn tables(loaded: &Loaded, ensemble: &Ensemble, language: Language) -> String {
    let plan = &*loaded.plan;
    let lines = |sentences: Vec<String>| sentences.into_iter().map(|said| said + "\n").collect::<String>();
    let mut after = outside_in_words(plan, ensemble, language);
    after.push(year_by_year(language));
    after.push(drawn_in_words(ensemble.size, ensemble.sampling, language));
    [
        heading(loaded, language),
        chances(plan, ensemble, language)
            + &lines(together_in_words(&ensemble.together, ensemble.size, language)),
        Message::new("sample-end")
            .with("year", plan.end_year)
            .say(language)
            + "\n"
            + &ends(loaded, ensemble, language),
        lines(after),
    ]
    .join("\n")
}

/// The judged targets, with how likely each is met.
fn chances(plan: &Plan, ensemble: &Ensemble, language: Language) -> String {
    let header = header(
        &[
            "column-indicator",
            "column-target",
            "sample-chance",
            "sample-error",
        ],
        language,
    );
    let judged = ensemble
        .targets
        .iter()
        .filter_map(|found| Some((found.target, found.met?)));
    let rows: Vec<Vec<String>> = judged
        .map(|(ix, met)| {
            vec![
                target_in_words(plan, ix, language),
                promise(plan.get(ix.indicator), plan.target(ix), language),
                chance(met, language),
                chance_error(met, ensemble.size, language).unwrap_or_else(|| "–".to_owned()),
            ]
        })
        .collect();
    output::table(&header, &rows, 2)
}

/// The quantiles of the last year.
fn ends(loaded: &Loaded, ensemble: &Ensemble, language: Language) -> String {
    let plan = &*loaded.plan;
    let mut header = header(&["column-indicator", "column-unit"], language);
    header.extend(
        crate::analysis::ensemble::PROBABILITIES
            .map(|probability| crate::wording::percent(numbers::decimal(probability * 100.0, 0), language)),
    );
    let projection = crate::model::project(plan, &loaded.scenario);
    let rows: Vec<Vec<String>> = ensemble
        .fans
        .iter()
        .filter_map(|fan| {
            let indicator = plan.get(fan.indicator);
            let last = fan.quantiles.last()?;
            let mut row = vec![
                indicator.name.get(language).to_owned(),
                unit(plan, indicator, projection.kind(fan.indicator), language).into_owned(),
            ];
            row.extend(last.map(numbers::level));
            Some(row)
        })
        .collect();
    output::table(&header, &rows, 2)
}
