//! Tables of what draws lead to. Every row says how many draws of what kind it is from, and of which scenario.

use super::{CsvField, ExportInput, file, header};
use crate::analysis::ensemble::Likelihood;
use crate::analysis::importance::{
    INDEX_SCRAMBLES, IndexEstimate, LeverShare, ShareOfVariance, TORNADO_DRAWS,
};
use crate::export::{DrawnExport, DrawnTarget};
use crate::file::Failure;
use crate::plan::TargetIx;
use crate::text::safe;
use crate::wording::{unit, worded};

/// The columns that say what rows are from.
const FROM: [&str; 4] = ["draws", "seed", "sampler", "scenario_sha256"];

/// How likely each target is met, then all of them together: `of` is `target`, `binding`, `judged` or `open`. Without a
/// probability where a target is assumed or unknown.
///
/// # Errors
/// As [`super::to_bytes`].
pub fn chances(input: &ExportInput<'_>, drawn: &DrawnExport, bom: bool) -> Result<Vec<u8>, Failure> {
    let own = [
        "of",
        "indicator",
        "name",
        "form",
        "due",
        "wording",
        "binding",
        "decided",
        "p_met",
        "p_met_se",
    ];
    let mut rows = vec![header(&[&own[..], &FROM].concat())];
    let size = drawn.ensemble.size.to_string();
    let from = from(input, drawn, &size);
    let share = |likelihood: Option<Likelihood>| {
        let se = likelihood.and_then(|likelihood| likelihood.se);
        [
            likelihood.map(|likelihood| likelihood.p).into(),
            CsvField::from(se),
        ]
    };
    for chance in &drawn.ensemble.targets {
        let target = input.plan.target(chance.target);
        let indicator = input.plan.get(chance.target.indicator);
        let mut row = vec![CsvField::text("target")];
        row.extend(target_cells(input, chance.target));
        row.extend([
            CsvField::text(worded(indicator, target, input.language)),
            CsvField::text(target.binding.to_string()),
            CsvField::text(chance.is_decided.to_string()),
        ]);
        row.extend(share(chance.met));
        row.extend(from.clone());
        rows.push(row);
    }
    let together = &drawn.ensemble.together;
    for (of, likelihood) in [
        ("binding", together.binding),
        ("judged", together.judged),
        ("open", together.open),
    ] {
        if likelihood.is_some() {
            let mut row = vec![CsvField::text(of)];
            row.resize(own.len() - 2, CsvField::Empty);
            row.extend(share(likelihood));
            row.extend(from.clone());
            rows.push(row);
        }
    }
    file(&rows, bom)
}

/// Quantiles of every indicator's level, a row per year. Each year for itself: no draw need follow a quantile from year to
/// year.
///
/// # Errors
/// As [`super::to_bytes`].
pub fn quantiles(input: &ExportInput<'_>, drawn: &DrawnExport, bom: bool) -> Result<Vec<u8>, Failure> {
    let own = [
        "indicator",
        "name",
        "unit",
        "year",
        "p5",
        "p25",
        "p50",
        "p75",
        "p95",
    ];
    let mut rows = vec![header(&[&own[..], &FROM].concat())];
    let size = drawn.ensemble.size.to_string();
    let from = from(input, drawn, &size);
    for fan in &drawn.ensemble.fans {
        let indicator = input.plan.get(fan.indicator);
        let kind = input.projection.kind(fan.indicator);
        let unit = unit(input.plan, indicator, kind, input.language);
        let name = safe::label(indicator.name.get(input.language));
        for (year, quantiles) in input.plan.years().zip(&fan.quantiles) {
            let mut row = [indicator.id.as_str(), &name, &safe::label(&unit)]
                .map(CsvField::text)
                .to_vec();
            row.push(CsvField::Year(year));
            row.extend(quantiles.map(CsvField::Figure));
            row.extend(from.clone());
            rows.push(row);
        }
    }
    file(&rows, bom)
}

/// What each uncertain lever, drawn alone, makes of each judged target that draws reach. Figures are in the target's own terms:
/// a decline of 21 % is 21.
///
/// # Errors
/// As [`super::to_bytes`].
pub fn tornado(input: &ExportInput<'_>, drawn: &DrawnExport, bom: bool) -> Result<Vec<u8>, Failure> {
    let own = [
        "indicator",
        "name",
        "form",
        "due",
        "centre",
        "parameter",
        "low",
        "high",
        "swing",
        "rises",
        "monotone",
        "correlated",
    ];
    let mut rows = vec![header(&[&own[..], &FROM].concat())];
    let size = TORNADO_DRAWS.to_string();
    let from = from(input, drawn, &size);
    for found in &drawn.targets {
        rows.extend(found.tornado.bars.iter().map(|bar| {
            let ids = bar.correlated.iter().map(|ix| input.plan.get(*ix).id.as_str());
            let mut row = target_cells(input, found.target).to_vec();
            row.push(CsvField::Figure(found.tornado.centre));
            row.push(CsvField::text(&input.plan.get(bar.lever).id));
            row.extend([bar.low, bar.high, bar.swing()].map(CsvField::Figure));
            row.extend([bar.rises, bar.is_monotone].map(|is| CsvField::text(is.to_string())));
            row.push(CsvField::text(ids.collect::<Vec<_>>().join(" ")));
            row.extend(from.clone());
            row
        }));
    }
    file(&rows, bom)
}

/// Shares of the variance of each judged target that draws reach, and of its indicator's level year by year: `of` is `target`
/// or `level`. Sobol' indices have `first` and `total`, Shapley effects of correlated levers `effect`; each with its 95 %
/// interval, as estimated.
///
/// # Errors
/// As [`super::to_bytes`].
pub fn shares(input: &ExportInput<'_>, drawn: &DrawnExport, bom: bool) -> Result<Vec<u8>, Failure> {
    let mut own: Vec<String> = ["indicator", "name", "form", "due", "of", "year", "parameter"]
        .map(str::to_owned)
        .to_vec();
    for estimate in ["first", "total", "effect"] {
        own.extend(["", "_low", "_high"].map(|end| format!("{estimate}{end}")));
    }
    let from_columns = ["scrambles", "points", "seed", "sampler", "scenario_sha256"];
    let names: Vec<&str> = own.iter().map(String::as_str).chain(from_columns).collect();
    let mut rows = vec![header(&names)];
    let scrambles = INDEX_SCRAMBLES.to_string();
    let base = drawn.settings.base.to_string();
    let mut from = vec![CsvField::text(scrambles)];
    from.extend(self::from(input, drawn, &base));
    for found in &drawn.targets {
        for (of, year, shares) in of_figure_and_years(found) {
            rows.extend(shares.iter().map(|share| {
                let mut row = target_cells(input, found.target).to_vec();
                row.push(CsvField::text(of));
                row.push(year.map_or(CsvField::Empty, CsvField::Year));
                row.push(CsvField::text(&input.plan.get(share.lever).id));
                row.extend(estimates(share));
                row.extend(from.clone());
                row
            }));
        }
    }
    file(&rows, bom)
}

/// The shares of a target's figure, then of the level in each year in which it varies.
fn of_figure_and_years(
    found: &DrawnTarget,
) -> impl Iterator<Item = (&'static str, Option<i32>, &[LeverShare])> {
    let own = found.importance.shares.as_deref().unwrap_or_default();
    let years = found.importance.years.iter();
    let years = years.filter_map(|(year, shares)| Some(("level", Some(*year), shares.as_deref()?)));
    std::iter::once(("target", None, own)).chain(years)
}

/// First order, total and Shapley effect, each with its interval; empty where there is none.
fn estimates(share: &LeverShare) -> Vec<CsvField> {
    let figures = |estimate: Option<IndexEstimate>| {
        let parts = estimate.map(|estimate| [estimate.value, estimate.low, estimate.high]);
        parts.map_or(vec![CsvField::Empty; 3], |parts| {
            parts.map(CsvField::Figure).to_vec()
        })
    };
    match share.share {
        ShareOfVariance::Sobol { first, total } => {
            [figures(Some(first)), figures(Some(total)), figures(None)].concat()
        }
        ShareOfVariance::Shapley(effect) => [figures(None), figures(None), figures(Some(effect))].concat(),
    }
}

/// Indicator, name, form and due year of a target.
fn target_cells(input: &ExportInput<'_>, ix: TargetIx) -> [CsvField; 4] {
    let (indicator, target) = (input.plan.get(ix.indicator), input.plan.target(ix));
    [
        CsvField::text(&indicator.id),
        CsvField::text(safe::label(indicator.name.get(input.language))),
        CsvField::text(target.form.name()),
        if target.is_each_year() {
            CsvField::text("each_year")
        } else {
            CsvField::Year(input.plan.due_year(target))
        },
    ]
}

/// What stands in the columns of [`FROM`].
fn from(input: &ExportInput<'_>, drawn: &DrawnExport, size: &str) -> Vec<CsvField> {
    let sampling = drawn.ensemble.sampling;
    [
        size,
        &sampling.seed.to_string(),
        sampling.sampler.name(),
        input.sha256,
    ]
    .map(CsvField::text)
    .to_vec()
}
