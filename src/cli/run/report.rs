//! A projection as data for programs: JSON. CSV with the same names comes from the exports.

use serde::Serialize;

use crate::cli::head::{Head, TargetPart, target};
use crate::export::{Record, record};
use crate::file::Entries;
use crate::model::{Assessment, Projection};
use crate::scenario::Loaded;
use crate::text::Language;

#[derive(Serialize)]
pub(super) struct Report<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    years: Vec<i32>,
    indicators: Entries<&'a str, Record>,
    targets: Vec<TargetPart<'a>>,
}

pub(super) fn report<'a>(
    loaded: &'a Loaded,
    projection: &Projection,
    assessments: &[Assessment],
    language: Language,
) -> Report<'a> {
    let plan = &loaded.plan;
    Report {
        head: Head::new(loaded, language),
        years: plan.years().collect(),
        indicators: Entries(
            plan.iter()
                .map(|(ix, indicator)| (indicator.id.as_str(), record(plan, projection, ix, language)))
                .collect(),
        ),
        targets: plan
            .targets()
            .zip(assessments)
            .map(|((_, indicator, promised), assessment)| target(indicator, promised, assessment))
            .collect(),
    }
}
