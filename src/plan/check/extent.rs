//! Size limits of plans. Time and memory grow with pairs of indicators: an indicator and its levers, a heading and its
//! members.

use crate::file::{Problem, ValuePath};
use crate::plan::document::PlanDocument;
use crate::text::Message;

/// National plans have dozens; forty sectors by thirty provinces make 1,200.
pub(super) const MOST_INDICATORS: usize = 2_000;
/// Across all indicators.
const MOST_TARGETS: usize = 4_000;
const MOST_CATEGORIES: usize = 1_000;
/// Headline charts, which go into every report.
const MOST_HEADLINES: usize = 100;

/// The first list beyond its limit.
pub(super) fn beyond(document: &PlanDocument) -> Option<Problem> {
    let indicators = &document.indicators;
    let of_one = indicators.iter();
    let of_one = of_one.map(|one| one.targets.len() + usize::from(one.target.is_some()));
    let targets: usize = of_one.sum();
    [
        ("indicators", "indicators", indicators.len(), MOST_INDICATORS),
        (
            "categories",
            "categories",
            document.categories.len(),
            MOST_CATEGORIES,
        ),
        ("headline", "headline", document.headline.len(), MOST_HEADLINES),
        ("targets", "indicators", targets, MOST_TARGETS),
    ]
    .into_iter()
    .find(|(.., count, most)| count > most)
    .map(|(what, field, count, most)| {
        let said = Message::new("plan-too-many")
            .with("what", what)
            .with("count", count)
            .with("limit", most);
        Problem::new(ValuePath::top().field(field), said).help(Message::new("plan-too-many-help"))
    })
}
