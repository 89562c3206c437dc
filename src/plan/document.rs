//! The structure of plan files; fields are documented in `seeds/README.md`.

use serde::{Deserialize, Deserializer};

use super::{Comparator, Due, Form, Scale};
use crate::text::LocalizedText;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PlanDocument {
    /// Checked before the rest of the file is read.
    #[serde(rename = "format")]
    pub _format: u32,
    pub id: String,
    pub title: LocalizedText,
    pub base_year: i32,
    pub end_year: i32,
    pub source: LocalizedText,
    #[serde(default, deserialize_with = "given")]
    pub url: Option<String>,
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
    pub name: LocalizedText,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct IndicatorDocument {
    pub id: String,
    pub name: LocalizedText,
    #[serde(default)]
    pub short: LocalizedText,
    #[serde(default)]
    pub definition: Option<LocalizedText>,
    pub category: String,
    #[serde(default)]
    pub scope: LocalizedText,
    pub unit: LocalizedText,
    #[serde(default)]
    pub absolute_unit: Option<LocalizedText>,
    #[serde(default)]
    pub base: Option<f64>,
    pub dynamics: DynamicsDocument,
    #[serde(default)]
    pub rate_range: Option<(f64, f64)>,
    #[serde(default)]
    pub bounds: Option<(f64, f64)>,
    /// Left out where the indicator's dynamics or unit decide.
    #[serde(default, deserialize_with = "given")]
    pub scale: Option<Scale>,
    #[serde(default)]
    pub target: Option<TargetDocument>,
    #[serde(default)]
    pub targets: Vec<TargetDocument>,
    #[serde(default)]
    pub source: LocalizedText,
    #[serde(default, deserialize_with = "given")]
    pub url: Option<String>,
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TargetDocument {
    pub form: Form,
    /// Bands and what is to be done need none.
    #[serde(default, deserialize_with = "given")]
    pub comparator: Option<Comparator>,
    pub wording: String,
    #[serde(default)]
    pub table: Option<String>,
    #[serde(default)]
    pub about: bool,
    #[serde(default)]
    pub binding: bool,
    #[serde(default)]
    pub due: Due,
}

/// Reads `AtLeast`, not `Some(AtLeast)`: what is not needed is left out.
fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}
