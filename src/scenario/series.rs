//! Source, scope and confidence of an indicator's actuals.

use serde::{Deserialize, Serialize};

use crate::text::{LocalizedText, WebAddress};

/// Each field may be left empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeriesInfo {
    /// Who publishes the figures, and where.
    pub source: LocalizedText,
    /// What they cover, possibly less than the plan's indicator, such as above-scale firms only.
    pub scope: LocalizedText,
    /// Confidence in the figures, if stated.
    pub confidence: Option<Confidence>,
    /// Where the source can be read.
    pub url: Option<WebAddress>,
}

impl SeriesInfo {
    /// Whether nothing is stated.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.source.is_empty() && self.scope.is_empty() && self.confidence.is_none() && self.url.is_none()
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
