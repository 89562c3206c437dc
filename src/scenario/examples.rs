//! Example scenarios, compiled in so that the executable is all it takes to start.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::file::parse;
use crate::text::{Language, LocalizedText};

/// A scenario compiled into the program.
pub struct Example {
    /// File name without extension.
    pub id: &'static str,
    /// The RON text.
    pub text: &'static str,
}

/// In menu order; the first is the default scenario.
pub const EXAMPLES: [Example; 5] = [
    Example {
        id: "plan-on-schedule",
        text: include_str!("../../scenarios/plan-on-schedule.ron"),
    },
    Example {
        id: "trend-continues",
        text: include_str!("../../scenarios/trend-continues.ron"),
    },
    Example {
        id: "softer-draft-2010",
        text: include_str!("../../scenarios/softer-draft-2010.ron"),
    },
    Example {
        id: "growth-first",
        text: include_str!("../../scenarios/growth-first.ron"),
    },
    Example {
        id: "mid-term-2013",
        text: include_str!("../../scenarios/mid-term-2013.ron"),
    },
];

/// Only the field that menus need.
#[derive(Deserialize)]
struct ExampleTitle {
    name: LocalizedText,
}

impl Example {
    /// Display name, from the file.
    #[must_use]
    pub fn name(&self, language: Language) -> &str {
        static NAMES: LazyLock<Vec<LocalizedText>> = LazyLock::new(|| {
            EXAMPLES
                .iter()
                .map(|example| {
                    let title: Result<ExampleTitle, _> = parse(example.id, example.text);
                    // Tests parse every example; the id is a usable fallback.
                    title.map_or_else(|_| LocalizedText::from(example.id), |title| title.name)
                })
                .collect()
        });
        EXAMPLES
            .iter()
            .position(|example| example.id == self.id)
            .map_or(self.id, |position| NAMES[position].get(language))
    }
}
