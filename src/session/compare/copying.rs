//! What differs as a table for the clipboard.

use super::super::Session;
use crate::text::safe;
use crate::wording::{
    ComparedRow, compared_level, compared_lever, compared_table, compared_target, labelled, outcome_in_brief,
    scenario_letter,
};

impl Session {
    /// Copies the levers that differ, the targets, and the levels of indicators without targets.
    pub(super) fn copy_compared(&mut self) {
        let Some(text) = self.compared_text() else { return };
        self.copy_text(text);
    }

    fn compared_text(&self) -> Option<String> {
        let shown = self.compared_scenarios()?;
        let (plan, found) = (shown.plan()?, shown.result.as_ref().ok()?);
        let (language, decimals) = (self.view.language, self.view.decimals);
        let own = shown.scenarios.get(shown.reference)?;
        let mut rows: Vec<ComparedRow> = found
            .levers
            .iter()
            .map(|lever| compared_lever(plan, found, lever, language))
            .collect();
        let targets = found.targets.iter();
        rows.extend(
            targets.map(|target| compared_target(plan, (found, target), &shown.slots, decimals, language)),
        );
        let without = |ix| plan.get(ix).targets.is_empty() && !plan.get(ix).is_lever();
        let levels = found.outcomes.iter().filter(|outcome| without(outcome.indicator));
        let projection = own.evaluation.projection();
        rows.extend(levels.map(|outcome| compared_level(plan, projection, outcome, language)));
        let names: Vec<String> = shown
            .slots
            .iter()
            .zip(&shown.scenarios)
            .map(|(slot, of)| labelled(&scenario_letter(*slot), of.scenario.name.get(language), language))
            .collect();
        let by = found.by.map(|by| outcome_in_brief(plan, by, language));
        let table = compared_table(&names, &rows, (shown.reference, by), language);
        Some(safe::pasted_table(&table))
    }
}
