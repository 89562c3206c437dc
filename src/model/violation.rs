//! Paths that leave what is possible.

use crate::plan::{IndicatorIx, Plan};
use crate::text::{Language, Message, numbers};

/// A level outside its indicator's bounds. It is reported, never clamped.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Violation {
    /// The indicator.
    pub indicator: IndicatorIx,
    /// The first year in which it is out of bounds.
    pub year: i32,
    /// The level it would have.
    pub level: f64,
    /// What is possible, lowest and highest.
    pub bounds: (f64, f64),
}

impl Violation {
    /// The sentence that names lever and year.
    #[must_use]
    pub fn message(&self, plan: &Plan, language: Language) -> Message {
        let indicator = plan.get(self.indicator);
        Message::new("path-leaves-bounds")
            .with("name", indicator.name.get(language))
            .with("id", indicator.id.as_str())
            .with("year", self.year)
            .with("level", numbers::level(self.level))
            .with("low", numbers::shortest(self.bounds.0))
            .with("high", numbers::shortest(self.bounds.1))
    }
}
