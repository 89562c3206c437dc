//! The data format of the Integrated Assessment Modeling Consortium, read by pyam and scenario databases.
//!
//! Columns, their names and the meaning of `|` follow the consortium's convention. Texts that such programs would not
//! read back as text are quoted (see [`label`]).
//!
//! A column `Origin` states the origins of a variable's values by run of years: `2010 base, 2011-2013 actual,
//! 2014-2015 assumed`. It is the same on all rows of a variable, so that pyam, which treats it as an extra column,
//! still sees one series: `df.filter(origin="*actual*")` selects variables with actuals. The program's own long CSV
//! has one row per year and origin. Years before the base year are included if entered.
//!
//! Actuals appear again under the scenario [`HISTORICAL`], as in model comparisons, with the same model, region,
//! variables and units. These rows have the levels that were entered or follow from an entered change, in the unit of
//! the variable, which may be an index; neither the base year nor anything interpolated, implied, projected or
//! assumed. Without entries there are none. A user's scenario of that name is quoted, see [`scenario_label`].

use std::collections::{BTreeSet, HashSet};

use super::csv::{CsvField, to_bytes};
use super::{ExportInput, record};
use crate::file::Failure;
use crate::model::{Origin, history};
use crate::plan::IndicatorIx;
use crate::text::{Language, safe};

/// Default region.
pub const DEFAULT_REGION: &str = "China";

/// Scenario name of actuals.
pub const HISTORICAL: &str = "historical";

/// A row per variable and year: Model, Scenario, Region, Variable, Unit, Origin, Year, Value.
///
/// # Errors
/// As [`super::csv::to_bytes`].
pub fn long(input: &ExportInput<'_>, region: &str) -> Result<Vec<u8>, Failure> {
    let mut header = head();
    header.extend(["Year", "Value"].map(CsvField::text));
    let mut rows = vec![header];
    for (labels, values) in series(input, region) {
        for value in values {
            let mut row = labels.clone();
            row.extend([CsvField::Year(value.year), CsvField::Figure(value.level)]);
            rows.push(row);
        }
    }
    to_bytes(&rows)
}

/// A row per variable with a column per year: Model, Scenario, Region, Variable, Unit, Origin, 2010, 2011, …
///
/// # Errors
/// As [`super::csv::to_bytes`].
pub fn wide(input: &ExportInput<'_>, region: &str) -> Result<Vec<u8>, Failure> {
    let all = series(input, region);
    let years = all
        .iter()
        .flat_map(|(_, values)| values.iter().map(|value| value.year));
    // Years before the base year without data get no columns.
    let years: BTreeSet<i32> = years.chain(input.plan.years()).collect();
    let mut header = head();
    header.extend(years.iter().copied().map(CsvField::Year));
    let mut rows = vec![header];
    for (mut row, values) in all {
        row.extend(years.iter().map(|year| {
            let found = values.iter().find(|value| value.year == *year);
            CsvField::from(found.map(|value| value.level))
        }));
        rows.push(row);
    }
    to_bytes(&rows)
}

/// A level with its origin.
#[derive(Clone, Copy)]
struct IamcValue {
    year: i32,
    level: f64,
    origin: Origin,
}

/// Levels of an indicator with origins, earlier years first; empty without levels.
fn values(input: &ExportInput<'_>, ix: IndicatorIx) -> Vec<IamcValue> {
    let (plan, projection) = (input.plan, input.projection);
    let past = history(plan, input.scenario, projection, ix);
    let past = past.into_iter().map(|(year, level)| IamcValue {
        year,
        level,
        origin: Origin::Actual,
    });
    let levels = projection.levels(ix).unwrap_or_default();
    let origins = projection.origins(ix);
    let own = plan.years().zip(levels).zip(origins);
    past.chain(own.map(|((year, level), origin)| IamcValue {
        year,
        level: *level,
        origin: *origin,
    }))
    .collect()
}

/// Origins by run of years, such as "2010 base, 2011-2013 actual, 2014-2015 assumed".
fn runs(values: &[IamcValue]) -> String {
    let alike = values.chunk_by(|one, next| one.origin == next.origin && one.year + 1 == next.year);
    let runs = alike.filter_map(|run| {
        let (first, last) = (run.first()?, run.last()?);
        let name = first.origin.name();
        Some(if first.year == last.year {
            format!("{} {name}", first.year)
        } else {
            format!("{}-{} {name}", first.year, last.year)
        })
    });
    runs.collect::<Vec<_>>().join(", ")
}

fn head() -> Vec<CsvField> {
    ["Model", "Scenario", "Region", "Variable", "Unit", "Origin"]
        .map(CsvField::text)
        .to_vec()
}

/// Labels and values of indicators with levels, followed by their actuals.
fn series(input: &ExportInput<'_>, region: &str) -> Vec<(Vec<CsvField>, Vec<IamcValue>)> {
    let plan = input.plan;
    let model = format!("Planpath {}", env!("CARGO_PKG_VERSION"));
    let scenario = scenario_label(&safe::label(input.scenario.name.get(input.language)));
    let region = label(region);
    let (mut own, mut historical) = (Vec::new(), Vec::new());
    for ((ix, _), variable) in plan.iter().zip(variables(input)) {
        let values = values(input, ix);
        // Units, like variables, are the same in every language of an export.
        let unit = record(plan, None, input.projection, ix, Language::English).unit;
        let unit = plain_unit(&safe::label(&unit));
        let labelled = |scenario: &str, values: Vec<IamcValue>| {
            let origins = runs(&values);
            let labels = [&model, scenario, &region, &variable, &unit, &origins];
            (labels.map(CsvField::text).to_vec(), values)
        };
        let mut happened = values.clone();
        happened.retain(|value| value.origin == Origin::Actual);
        if !happened.is_empty() {
            historical.push(labelled(HISTORICAL, happened));
        }
        if !values.is_empty() {
            own.push(labelled(&scenario, values));
        }
    }
    own.append(&mut historical);
    own
}

/// The variable of every indicator, each its own: the plan's choice, else its English name in brackets.
fn variables(input: &ExportInput<'_>) -> Vec<String> {
    let plan = input.plan;
    let mut taken: HashSet<String> = plan.iter().filter_map(|(_, i)| i.iamc.clone()).collect();
    plan.iter()
        .map(|(_, indicator)| {
            if let Some(name) = &indicator.iamc {
                return name.clone();
            }
            // The sign between levels, and the one that stands for any text in a search.
            let name = safe::label(indicator.name.get(Language::English)).replace(['|', '*'], "/");
            let mut variable = format!("Indicator [{name}]");
            if taken.contains(&variable) {
                variable = format!("Indicator [{name}, {}]", indicator.id);
            }
            taken.insert(variable.clone());
            variable
        })
        .collect()
}

/// Words that pandas, on which pyam stands, reads as a missing value, in quotation marks or not.
const MISSING: [&str; 19] = [
    "", "#N/A", "#N/A N/A", "#NA", "-1.#IND", "-1.#QNAN", "-NaN", "-nan", "1.#IND", "1.#QNAN", "<NA>", "N/A",
    "NA", "NULL", "NaN", "None", "n/a", "nan", "null",
];

/// A name as IAMC files give it: itself, or in quotation marks that belong to the text where programs would read
/// something else. pandas takes `None` and `NA` for missing, and pyam then refuses the file; it turns `2015` into a
/// number and `true` into a truth value; a spreadsheet takes `=…` for a formula. CSV's own quotation marks do not
/// help with any of these, and the reader would have to know of `keep_default_na=False`.
#[must_use]
pub fn label(name: &str) -> String {
    let bare = name.trim();
    let is_number = bare.parse::<f64>().is_ok();
    let is_truth = ["true", "false"].contains(&bare.to_ascii_lowercase().as_str());
    if MISSING.contains(&bare) || is_number || is_truth || safe::acts_as_formula(name) {
        format!("\"{name}\"")
    } else {
        name.to_owned()
    }
}

/// A scenario's name in IAMC files: its [`label`], quoted if it is [`HISTORICAL`] in any case, so that projections are
/// not mistaken for actuals.
#[must_use]
pub fn scenario_label(name: &str) -> String {
    if name.trim().eq_ignore_ascii_case(HISTORICAL) {
        format!("\"{name}\"")
    } else {
        label(name)
    }
}

/// A unit without signs that programs stumble over: raised and lowered figures are written on the line.
fn plain_unit(unit: &str) -> String {
    let plain: String = unit
        .chars()
        .map(|c| match c {
            '²' | '₂' => '2',
            '³' | '₃' => '3',
            '–' | '—' | '−' => '-',
            '·' | '×' => '*',
            other => other,
        })
        .collect();
    label(&plain)
}
