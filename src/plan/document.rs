//! The plan file as it is written: see `seeds/README.md` for the format field by field.

use serde::Deserialize;

use super::Target;
use crate::text::Words;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlanDocument {
    /// Checked before the rest of the file is read.
    #[serde(rename = "format")]
    pub _format: u32,
    pub id: String,
    pub title: Words,
    pub base_year: i32,
    pub end_year: i32,
    pub source: Words,
    #[serde(default)]
    pub categories: Vec<CategoryDocument>,
    #[serde(default)]
    pub headline: Vec<String>,
    pub indicators: Vec<IndicatorDocument>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CategoryDocument {
    pub id: String,
    pub name: Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IndicatorDocument {
    pub id: String,
    pub name: Words,
    #[serde(default)]
    pub definition: Option<Words>,
    pub category: String,
    #[serde(default)]
    pub scope: Words,
    pub unit: Words,
    #[serde(default)]
    pub absolute_unit: Option<Words>,
    #[serde(default)]
    pub base: Option<f64>,
    pub dynamics: DynamicsDocument,
    #[serde(default)]
    pub rate_range: Option<(f64, f64)>,
    #[serde(default)]
    pub bounds: Option<(f64, f64)>,
    #[serde(default)]
    pub target: Option<Target>,
    #[serde(default)]
    pub source: Words,
    #[serde(default)]
    pub iamc: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum DynamicsDocument {
    Growth,
    Decline,
    Additive,
    Concentration,
    Derived(String),
}
