//! Target names as charts show them.

use super::{Chart, TargetLine, TargetMeaning};
use crate::text::{Language, say};
use crate::wording::{chart, promise_due};

impl Chart {
    /// A target's name, with its year if that is not the plan's last.
    #[must_use]
    pub fn target_name(&self, target: &TargetLine, language: Language) -> String {
        match (&target.asks, target.due) {
            (TargetMeaning::Average, due) => {
                let years = (self.years.0 + 1, due.unwrap_or(self.years.1));
                chart::on_average(&target.promise, years, language)
            }
            (_, Some(year)) if year == self.years.1 => chart::promised(&target.promise, language),
            (_, due) => promise_due(&target.promise, due, language),
        }
    }

    /// A target's name, with the rate it needs where the chart shows that in its place.
    #[must_use]
    pub fn target_in_full(&self, target: &TargetLine, language: Language) -> String {
        let name = self.target_name(target, language);
        match target.needed() {
            Some(needed) => chart::with_need(&name, needed, language),
            None => name,
        }
    }

    /// The legend text explaining brackets; nothing if the chart has none.
    #[must_use]
    pub fn brackets_in_words(charts: &[Self], language: Language) -> Option<String> {
        let lines = || charts.iter().flat_map(|chart| &chart.targets);
        let is_needed = |line: &TargetLine| matches!(line.asks, TargetMeaning::Needed(_));
        let id = match (lines().any(|line| !is_needed(line)), lines().any(is_needed)) {
            (false, false) => return None,
            (true, false) => "legend-target",
            (false, true) => "legend-needed",
            (true, true) => "legend-target-or-needed",
        };
        Some(say(language, id).into_owned())
    }
}
