//! The scenario file as it is written.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Actual, Confidence, LeverRole, Rates, Uncertainty};
use crate::file::Entries;
use crate::text::LocalizedText;

/// The file's structure: ids are unchecked text, and empty sections are not written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ScenarioDocument {
    pub format: u32,
    pub name: LocalizedText,
    #[serde(default, skip_serializing_if = "LocalizedText::is_unset")]
    pub description: LocalizedText,
    pub plan: String,
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub rates: Entries<String, Rates>,
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub bases: Entries<String, f64>,
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub actuals: Entries<String, Entries<i32, Actual>>,
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub series: Entries<String, SeriesDocument>,
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub uncertainty: Entries<String, Uncertainty>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub correlations: Vec<(String, String, f64)>,
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub roles: Entries<String, LeverRole>,
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub notes: Entries<String, LocalizedText>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub annotations: Vec<AnnotationDocument>,
}

/// Each field may be left out.
#[derive(Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct SeriesDocument {
    #[serde(skip_serializing_if = "LocalizedText::is_unset")]
    pub source: LocalizedText,
    #[serde(skip_serializing_if = "LocalizedText::is_unset")]
    pub scope: LocalizedText,
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "bare",
        deserialize_with = "given"
    )]
    pub confidence: Option<Confidence>,
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "bare",
        deserialize_with = "given"
    )]
    pub url: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AnnotationDocument {
    pub indicator: String,
    pub year: i32,
    pub text: LocalizedText,
}

/// Writes `Medium`, not `Some(Medium)`; `None` is skipped, so there is no ambiguity.
#[allow(clippy::ref_option, reason = "the signature that serde calls")]
fn bare<S: Serializer, T: Serialize>(value: &Option<T>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => value.serialize(serializer),
        None => serializer.serialize_none(),
    }
}

/// Reads what [`bare`] writes.
fn given<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}
