//! The scenario file as it is written.

use serde::{Deserialize, Serialize};

use super::{Actual, LeverRole, Rates, SeriesInfo, Uncertainty};
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
    pub series: Entries<String, SeriesInfo>,
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub uncertainty: Entries<String, Uncertainty>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub correlations: Vec<(String, String, f64)>,
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub roles: Entries<String, LeverRole>,
    #[serde(default, skip_serializing_if = "Entries::is_empty")]
    pub notes: Entries<String, LocalizedText>,
}
