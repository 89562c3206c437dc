//! A comparison as JSON and CSV.

use serde::Serialize;

use crate::analysis::Outcome;
use crate::analysis::attribution::{Attribution, AttributionError};
use crate::analysis::comparison::{ComparedLever, ComparedTarget, Comparison};
use crate::cli::head::DuePart;
use crate::export::csv::CsvField;
use crate::model::Assessment;
use crate::plan::Plan;
use crate::scenario::Loaded;
use crate::text::Language;
use crate::wording::unattributable;

#[derive(Serialize)]
pub(super) struct ComparisonReport<'a> {
    planpath: &'static str,
    scenarios: Vec<ComparedPart<'a>>,
    reference: usize,
    /// The years of the rates below.
    years: Vec<i32>,
    /// The figure that effects are of.
    by: Option<ByPart<'a>>,
    levers: Vec<DifferingLeverPart<'a>>,
    outcomes: Vec<OutcomePart<'a>>,
    targets: Vec<ComparedTargetPart<'a>>,
    /// What not all plans have.
    not_shared: Vec<NotSharedPart<'a>>,
}

#[derive(Serialize)]
struct ComparedPart<'a> {
    name: &'a str,
    sha256: &'a str,
    plan: &'a str,
    /// Whether it is the same as the reference in all that they have in common.
    same: bool,
}

#[derive(Serialize)]
struct ByPart<'a> {
    indicator: &'a str,
    /// The target's name; nothing for a level.
    target: Option<String>,
    values: Vec<Option<f64>>,
    /// Why a difference is not attributed, by scenario.
    refused: Vec<Option<String>>,
}

#[derive(Serialize)]
struct DifferingLeverPart<'a> {
    indicator: &'a str,
    rates: Vec<&'a [Option<f64>]>,
    average: &'a [Option<f64>],
    base: &'a [Option<f64>],
    assumed: &'a [bool],
    /// What it adds to the differences from the reference; nothing without `--by`.
    effects: Option<&'a [Option<f64>]>,
    notes: Vec<Option<&'a str>>,
}

#[derive(Serialize)]
struct OutcomePart<'a> {
    indicator: &'a str,
    end: &'a [Option<f64>],
    difference: &'a [Option<f64>],
}

#[derive(Serialize)]
struct ComparedTargetPart<'a> {
    indicator: &'a str,
    form: &'static str,
    due: DuePart,
    projected: Vec<Option<f64>>,
    status: Vec<Option<&'static str>>,
    basis: Vec<Option<&'static str>>,
}

#[derive(Serialize)]
struct NotSharedPart<'a> {
    indicator: &'a str,
    lacking: &'a [usize],
}

pub(super) fn report<'a>(
    loaded: &[&'a Loaded],
    found: &'a Comparison,
    language: Language,
) -> ComparisonReport<'a> {
    let plan = &*loaded[found.reference].plan;
    let scenarios = loaded.iter().enumerate().map(|(place, of)| ComparedPart {
        name: of.scenario.name.get(language),
        sha256: &of.sha256,
        plan: &of.plan.id,
        same: found.is_same(place),
    });
    let outcomes = found.outcomes.iter().map(|outcome| OutcomePart {
        indicator: &plan.get(outcome.indicator).id,
        end: &outcome.end,
        difference: &outcome.difference,
    });
    let not_shared = found.not_shared.iter().map(|it| NotSharedPart {
        indicator: &it.id,
        lacking: &it.lacking,
    });
    ComparisonReport {
        planpath: env!("CARGO_PKG_VERSION"),
        scenarios: scenarios.collect(),
        reference: found.reference,
        years: (found.years.0 + 1..=found.years.1).collect(),
        by: found.by.map(|by| by_part(plan, by, found, language)),
        levers: found
            .levers
            .iter()
            .map(|it| lever(loaded, plan, it, found, language))
            .collect(),
        outcomes: outcomes.collect(),
        targets: found.targets.iter().map(|it| target(plan, it)).collect(),
        not_shared: not_shared.collect(),
    }
}

fn by_part<'a>(plan: &'a Plan, by: Outcome, found: &Comparison, language: Language) -> ByPart<'a> {
    let attributed = |of: &Option<Result<Attribution, AttributionError>>| match of {
        Some(Ok(found)) => Some((found.from, found.to)),
        _ => None,
    };
    let own = found.attributions.iter().find_map(attributed).map(|(own, _)| own);
    let values = found.attributions.iter().enumerate().map(|(place, of)| {
        if place == found.reference {
            own
        } else {
            attributed(of).map(|(_, value)| value)
        }
    });
    let refused = found.attributions.iter().map(|of| match of {
        Some(Err(why)) => Some(unattributable(plan, why).say(language)),
        _ => None,
    });
    ByPart {
        indicator: &plan.get(by.indicator()).id,
        target: match by {
            Outcome::Target(target) => Some(plan.target_name(target)),
            Outcome::Level { .. } => None,
        },
        values: values.collect(),
        refused: refused.collect(),
    }
}

fn lever<'a>(
    loaded: &[&'a Loaded],
    plan: &'a Plan,
    lever: &'a ComparedLever,
    found: &Comparison,
    language: Language,
) -> DifferingLeverPart<'a> {
    let id = plan.get(lever.indicator).id.as_str();
    let notes = loaded.iter().map(|of| {
        let note = of.scenario.notes.get(of.plan.find(id)?)?;
        Some(note.get(language))
    });
    DifferingLeverPart {
        indicator: id,
        rates: lever.rates.iter().map(Vec::as_slice).collect(),
        average: &lever.average,
        base: &lever.bases,
        assumed: &lever.assumed,
        effects: found.by.map(|_| &lever.effects[..]),
        notes: notes.collect(),
    }
}

fn target<'a>(plan: &'a Plan, found: &ComparedTarget) -> ComparedTargetPart<'a> {
    let target = plan.target(found.target);
    let all = || found.assessments.iter().map(Option::as_ref);
    let of = |value: fn(&Assessment) -> &'static str| all().map(|it| it.map(value)).collect();
    ComparedTargetPart {
        indicator: &plan.get(found.target.indicator).id,
        form: target.form.name(),
        due: DuePart::of(plan, target),
        projected: all().map(|it| it.and_then(|it| it.projected)).collect(),
        status: of(|it| it.status.name()),
        basis: of(|it| it.basis.name()),
    }
}

/// One row per lever, year and scenario; per outcome and scenario; per target and scenario.
pub(super) fn rows(loaded: &[&Loaded], found: &Comparison, language: Language) -> Vec<Vec<CsvField>> {
    let plan = &*loaded[found.reference].plan;
    let header = [
        "kind",
        "indicator",
        "year",
        "scenario",
        "value",
        "difference",
        "effect",
        "status",
    ];
    let mut rows = vec![header.map(CsvField::text).to_vec()];
    let name = |place: usize| CsvField::text(loaded[place].scenario.name.get(language));
    for lever in &found.levers {
        for (place, rates) in lever.rates.iter().enumerate() {
            for ((year, rate), own) in (found.years.0 + 1..)
                .zip(rates)
                .zip(&lever.rates[found.reference])
            {
                rows.push(vec![
                    CsvField::text("rate"),
                    CsvField::text(&plan.get(lever.indicator).id),
                    CsvField::Year(year),
                    name(place),
                    (*rate).into(),
                    rate.zip(*own).map(|(rate, own)| rate - own).into(),
                    lever.effects[place].into(),
                    CsvField::Empty,
                ]);
            }
        }
    }
    for outcome in &found.outcomes {
        for (place, level) in outcome.end.iter().enumerate() {
            rows.push(vec![
                CsvField::text("level"),
                CsvField::text(&plan.get(outcome.indicator).id),
                CsvField::Year(found.years.1),
                name(place),
                (*level).into(),
                outcome.difference[place].into(),
                CsvField::Empty,
                CsvField::Empty,
            ]);
        }
    }
    for target in &found.targets {
        for (place, assessment) in target.assessments.iter().enumerate() {
            let Some(assessment) = assessment else { continue };
            let own = target.assessments[found.reference].as_ref();
            let own = own.and_then(|own| own.projected).zip(assessment.projected);
            rows.push(vec![
                CsvField::text("target"),
                CsvField::text(plan.target_name(target.target)),
                CsvField::Year(assessment.year),
                name(place),
                assessment.projected.into(),
                own.map(|(own, value)| value - own).into(),
                CsvField::Empty,
                CsvField::text(assessment.status.name()),
            ]);
        }
    }
    rows
}
