//! A decomposition as JSON and CSV.

use serde::Serialize;

use crate::analysis::decomposition::{
    DecomposedYear, Decomposition, DecompositionEnd, DecompositionFactor, FactorEffect,
};
use crate::cli::head::Head;
use crate::export::csv::CsvField;
use crate::model::Origin;
use crate::plan::Plan;
use crate::scenario::Loaded;
use crate::text::Language;

#[derive(Serialize)]
pub(super) struct DecompositionReport<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    indicator: &'a str,
    method: &'static str,
    from: EndPart<'a>,
    to: EndPart<'a>,
    from_value: f64,
    to_value: f64,
    effects: Vec<EffectPart<'a>>,
    residual: f64,
    chained: bool,
    /// The last year with data, where it is among the years decomposed.
    last_actual: Option<i32>,
    /// Chained only: the years one by one, which sum to the effects above.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    by_year: Vec<DecomposedYearPart<'a>>,
    /// Chained only: sums up to the last year with data and after it, where both exist.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    by_period: Vec<PeriodPart<'a>>,
}

#[derive(Serialize)]
struct EndPart<'a> {
    year: i32,
    /// Of two scenarios, which.
    #[serde(skip_serializing_if = "Option::is_none")]
    scenario: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<&'a str>,
}

#[derive(Serialize)]
struct EffectPart<'a> {
    #[serde(flatten)]
    factor: FactorPart<'a>,
    change: f64,
    /// What the factor's change rests on; nothing between two scenarios.
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<&'static str>,
    /// Nothing was entered for it, so it was held unchanged.
    held: bool,
}

#[derive(Serialize)]
struct FactorPart<'a> {
    /// A lever's id, a sum as an expression, or "discrepancy".
    factor: &'a str,
    /// The derived indicator whose entered figures differ from its identity.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'a str>,
}

#[derive(Serialize)]
struct DecomposedYearPart<'a> {
    year: i32,
    from_value: f64,
    to_value: f64,
    origin: Option<&'static str>,
    effects: Vec<EffectPart<'a>>,
    residual: f64,
}

#[derive(Serialize)]
struct PeriodPart<'a> {
    from: i32,
    to: i32,
    /// Whether these are the years with data.
    actual: bool,
    effects: Vec<PeriodEffectPart<'a>>,
}

#[derive(Serialize)]
struct PeriodEffectPart<'a> {
    #[serde(flatten)]
    factor: FactorPart<'a>,
    change: f64,
}

fn factor<'a>(plan: &'a Plan, factor: &'a DecompositionFactor) -> FactorPart<'a> {
    match factor {
        DecompositionFactor::Lever(ix) => FactorPart {
            factor: &plan.get(*ix).id,
            of: None,
        },
        DecompositionFactor::Sum(sum) => FactorPart {
            factor: sum.text(),
            of: None,
        },
        DecompositionFactor::Discrepancy(ix) => FactorPart {
            factor: "discrepancy",
            of: Some(&plan.get(*ix).id),
        },
    }
}

fn effects<'a>(plan: &'a Plan, effects: &'a [FactorEffect]) -> Vec<EffectPart<'a>> {
    let part = |effect: &'a FactorEffect| EffectPart {
        factor: factor(plan, &effect.factor),
        change: effect.change,
        origin: effect.origin.map(Origin::name),
        held: effect.is_held,
    };
    effects.iter().map(part).collect()
}

fn year<'a>(plan: &'a Plan, year: &'a DecomposedYear) -> DecomposedYearPart<'a> {
    DecomposedYearPart {
        year: year.year,
        from_value: year.from,
        to_value: year.to,
        origin: year.origin.map(Origin::name),
        effects: effects(plan, &year.effects),
        residual: year.residual,
    }
}

fn periods<'a>(plan: &'a Plan, found: &'a Decomposition) -> Vec<PeriodPart<'a>> {
    let periods = found.periods().into_iter().map(|(from, to, actual)| {
        let changes = found.between_years(from, to);
        let effects = found.effects.iter().zip(changes);
        let effects = effects.map(|(effect, change)| PeriodEffectPart {
            factor: factor(plan, &effect.factor),
            change,
        });
        PeriodPart {
            from,
            to,
            actual,
            effects: effects.collect(),
        }
    });
    periods.collect()
}

pub(super) fn report<'a>(
    loaded: &'a Loaded,
    against: Option<&'a Loaded>,
    found: &'a Decomposition,
    language: Language,
) -> DecompositionReport<'a> {
    let plan = &*loaded.plan;
    let end = |end: DecompositionEnd, of: Option<&'a Loaded>| EndPart {
        year: end.year,
        scenario: of.map(|loaded| loaded.scenario.name.get(language)),
        sha256: of.map(|loaded| loaded.sha256.as_str()),
    };
    let years = if found.is_chained { &found.years[..] } else { &[] };
    DecompositionReport {
        head: Head::new(loaded, language),
        indicator: &plan.get(found.indicator).id,
        method: "lmdi",
        from: end(found.from, against),
        to: end(found.to, against.map(|_| loaded)),
        from_value: found.from.value,
        to_value: found.to.value,
        effects: effects(plan, &found.effects),
        residual: found.residual,
        chained: found.is_chained,
        last_actual: found.last_actual,
        by_year: years.iter().map(|found| year(plan, found)).collect(),
        by_period: periods(plan, found),
    }
}

/// One row per factor: of the whole change, then of each year if chained; residuals last.
pub(super) fn rows(plan: &Plan, found: &Decomposition) -> Vec<Vec<CsvField>> {
    let header = ["from", "to", "factor", "of", "change", "origin", "held"];
    let mut rows = vec![header.map(CsvField::text).to_vec()];
    let mut add = |(from, to): (i32, i32), effects: &[FactorEffect], residual: f64| {
        for effect in effects {
            let factor = factor(plan, &effect.factor);
            rows.push(vec![
                CsvField::Year(from),
                CsvField::Year(to),
                CsvField::text(factor.factor),
                CsvField::text(factor.of.unwrap_or_default()),
                CsvField::Figure(effect.change),
                CsvField::text(effect.origin.map_or("", Origin::name)),
                CsvField::text(effect.is_held.to_string()),
            ]);
        }
        rows.push(vec![
            CsvField::Year(from),
            CsvField::Year(to),
            CsvField::text("residual"),
            CsvField::Empty,
            CsvField::Figure(residual),
            CsvField::Empty,
            CsvField::Empty,
        ]);
    };
    add((found.from.year, found.to.year), &found.effects, found.residual);
    if found.is_chained {
        for year in &found.years {
            add((year.year - 1, year.year), &year.effects, year.residual);
        }
    }
    rows
}
