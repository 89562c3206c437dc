//! Source, scope and confidence of an indicator's actuals.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::text::LocalizedText;

/// Each field may be left empty.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SeriesInfo {
    /// Who publishes the figures, and where.
    #[serde(skip_serializing_if = "LocalizedText::is_unset")]
    pub source: LocalizedText,
    /// What they cover, possibly less than the plan's indicator, such as above-scale firms only.
    #[serde(skip_serializing_if = "LocalizedText::is_unset")]
    pub scope: LocalizedText,
    /// Confidence in the figures, if stated.
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "bare",
        deserialize_with = "given"
    )]
    pub confidence: Option<Confidence>,
}

impl SeriesInfo {
    /// Whether nothing is stated.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.source.is_empty() && self.scope.is_empty() && self.confidence.is_none()
    }
}

/// Confidence in figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Confidence {
    /// Official statistics of exactly this scope.
    High,
    /// Derived, rounded, or of a slightly different scope.
    Medium,
    /// Second hand, estimated, or of another scope.
    Low,
}

impl Confidence {
    /// All levels, best first.
    pub const ALL: [Self; 3] = [Self::High, Self::Medium, Self::Low];

    /// Message id of the name.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::High => "confidence-high",
            Self::Medium => "confidence-medium",
            Self::Low => "confidence-low",
        }
    }
}

/// Writes `Medium`, not `Some(Medium)`; `None` is skipped, so there is no ambiguity.
#[allow(
    clippy::ref_option,
    clippy::trivially_copy_pass_by_ref,
    reason = "the signature that serde calls"
)]
fn bare<S: Serializer>(confidence: &Option<Confidence>, serializer: S) -> Result<S::Ok, S::Error> {
    match confidence {
        Some(confidence) => confidence.serialize(serializer),
        None => serializer.serialize_none(),
    }
}

/// Reads what [`bare`] writes.
fn given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Confidence>, D::Error> {
    Confidence::deserialize(deserializer).map(Some)
}
