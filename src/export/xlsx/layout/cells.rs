//! Cell references for formulas, within a sheet and across sheets (`_from_afar`).

use rust_xlsxwriter::utility::{row_col_to_cell, row_col_to_cell_absolute};
use rust_xlsxwriter::{ColNum, RowNum};

use super::{
    CorrectionRow, EvenStretch, FIRST_ROW, FIRST_TARGET, Input, Layout, ScoreColumn, Working, column,
};
use crate::export::xlsx::page::{NOTHING, quoted};
use crate::plan::{Form, IndicatorIx, TargetIx};

impl Layout<'_> {
    pub(in crate::export::xlsx) fn level_row(&self, ix: IndicatorIx) -> RowNum {
        self.levels[ix.position()]
    }

    pub(in crate::export::xlsx) fn change_row(&self, ix: IndicatorIx) -> RowNum {
        self.changes[ix.position()]
    }

    pub(in crate::export::xlsx) fn rate_row(&self, ix: IndicatorIx) -> RowNum {
        self.rates[ix.position()]
    }

    /// Reference to a level within the trajectories sheet.
    pub(in crate::export::xlsx) fn level(&self, ix: IndicatorIx, step: usize) -> String {
        row_col_to_cell(self.level_row(ix), column(step))
    }

    /// Reference to a level from other sheets.
    pub(in crate::export::xlsx) fn level_from_afar(&self, ix: IndicatorIx, step: usize) -> String {
        afar(&self.names.trajectories, self.level_row(ix), column(step))
    }

    /// A cell of a target's row on the scorecard, as other sheets name it.
    pub(in crate::export::xlsx) fn score_from_afar(&self, ix: TargetIx, what: ScoreColumn) -> String {
        afar(
            &self.names.scorecard,
            self.target_row(ix),
            self.score_column(what),
        )
    }

    /// A column of the table of targets, as other sheets name it.
    pub(in crate::export::xlsx) fn scores_from_afar(&self, what: ScoreColumn) -> String {
        let column = self.score_column(what);
        let last = self.promises().map(|promised| self.target_row(promised.ix)).max();
        let last = row_col_to_cell(last.unwrap_or(FIRST_TARGET), column);
        format!("{}:{last}", afar(&self.names.scorecard, FIRST_TARGET, column))
    }

    /// What a target promises in words, as other sheets name it.
    pub(in crate::export::xlsx) fn promise_from_afar(&self, ix: TargetIx) -> String {
        afar(&self.names.scorecard, self.target_row(ix), 1)
    }

    /// A target's figure, as other sheets name it.
    pub(in crate::export::xlsx) fn figure_from_afar(&self, ix: TargetIx) -> String {
        self.score_from_afar(ix, ScoreColumn::Figure)
    }

    /// The level that meets a target, as other sheets name it. Of a band it is the edge nearer to the level judged.
    pub(in crate::export::xlsx) fn goal_from_afar(&self, ix: TargetIx) -> String {
        self.score_from_afar(ix, ScoreColumn::Goal)
    }

    /// The row of a target on the scorecard.
    pub(in crate::export::xlsx) fn target_row(&self, ix: TargetIx) -> RowNum {
        let before = self
            .input
            .plan
            .targets_of(ix.indicator)
            .take_while(|(other, _)| *other != ix);
        self.targets[ix.indicator.position()] + RowNum::try_from(before.count()).unwrap_or(0)
    }

    /// The change against the year before, as other sheets name it.
    pub(in crate::export::xlsx) fn change_from_afar(&self, ix: IndicatorIx, step: usize) -> String {
        afar(&self.names.trajectories, self.change_row(ix), column(step))
    }

    pub(in crate::export::xlsx) fn even_row(&self, ix: IndicatorIx) -> RowNum {
        self.evens[ix.position()]
    }

    /// A level of the even path, as other sheets name it.
    pub(in crate::export::xlsx) fn even_from_afar(&self, ix: IndicatorIx, step: usize) -> String {
        afar(&self.names.trajectories, self.even_row(ix), column(step))
    }

    pub(in crate::export::xlsx) fn origin_row(&self, ix: IndicatorIx) -> RowNum {
        self.origins[ix.position()]
    }

    /// What a level rests on, as the sheet with the trajectories names it.
    pub(in crate::export::xlsx) fn origin(&self, ix: IndicatorIx, step: usize) -> String {
        row_col_to_cell(self.origin_row(ix), column(step))
    }

    /// What a level rests on, as other sheets name it.
    pub(in crate::export::xlsx) fn origin_from_afar(&self, ix: IndicatorIx, step: usize) -> String {
        afar(&self.names.trajectories, self.origin_row(ix), column(step))
    }

    /// What the levels of the given steps rest on, as other sheets name it.
    pub(in crate::export::xlsx) fn origins_from_afar(
        &self,
        ix: IndicatorIx,
        first: usize,
        last: usize,
    ) -> String {
        let end = row_col_to_cell(self.origin_row(ix), column(last));
        format!("{}:{end}", self.origin_from_afar(ix, first))
    }

    /// The table of what levels rest on, as a name stands for it.
    pub(in crate::export::xlsx) fn origins_table(&self) -> String {
        let first = self.origins_heading + 1;
        let lines = RowNum::try_from(self.with_levels().len()).unwrap_or(0);
        let last = self.origins_heading + lines.max(1);
        let sheet = self.names.trajectories.replace('\'', "''");
        format!(
            "'{sheet}'!{}:{}",
            row_col_to_cell_absolute(first, column(0)),
            row_col_to_cell_absolute(last, column(self.input.plan.steps()))
        )
    }

    /// The step of an indicator's last data, 0 without any, as other sheets name it.
    pub(in crate::export::xlsx) fn last_actual_from_afar(&self, ix: IndicatorIx) -> String {
        let behind = column(self.input.plan.steps()) + 1;
        afar(&self.names.trajectories, self.origin_row(ix), behind)
    }

    /// Whether one rate leads from the base year to an indicator's only target at the plan's end. Other even paths are
    /// worked out stretch by stretch.
    pub(in crate::export::xlsx) fn is_even_throughout(&self, ix: IndicatorIx) -> bool {
        let plan = self.input.plan;
        let Some(promised) = self.promise_of(ix) else {
            return false;
        };
        plan.get(ix).targets.len() == 1
            && promised.is_due_at_end(plan)
            && !matches!(promised.target.form, Form::Between(..) | Form::Done)
            && self.input.plan_path.levels(ix).is_some()
    }

    /// The levels of an indicator in the given steps, as other sheets name them.
    pub(in crate::export::xlsx) fn levels_from_afar(
        &self,
        ix: IndicatorIx,
        first: usize,
        last: usize,
    ) -> String {
        let end = row_col_to_cell(self.level_row(ix), column(last));
        format!("{}:{end}", self.level_from_afar(ix, first))
    }

    /// A cell of the tables behind the workings of levers, as other sheets name it.
    pub(in crate::export::xlsx) fn further_from_afar(&self, row: RowNum, step: usize) -> String {
        afar(&self.names.workings, row, column(step))
    }

    /// The rates of a lever in all years, as other sheets name them.
    pub(in crate::export::xlsx) fn rates_from_afar(&self, ix: IndicatorIx) -> String {
        let row = self.rate_row(ix);
        let last = row_col_to_cell(row, column(self.input.plan.steps()));
        format!("{}:{last}", afar(&self.names.levers, row, column(1)))
    }

    /// The even rate of a lever in a year, as other sheets name it.
    pub(in crate::export::xlsx) fn even_rate_from_afar(&self, ix: IndicatorIx, step: usize) -> String {
        if let Some(stretch) = self.stretches(ix) {
            return self.further_from_afar(stretch.rates, step);
        }
        let behind = column(self.input.plan.steps()) + 1;
        afar(&self.names.levers, self.rate_row(ix), behind)
    }

    /// The even rates of a lever in all years, as other sheets name them: one cell where one rate leads all the way.
    pub(in crate::export::xlsx) fn even_rates_from_afar(&self, ix: IndicatorIx) -> String {
        let first = self.even_rate_from_afar(ix, 1);
        match self.stretches(ix) {
            Some(EvenStretch { rates, .. }) => {
                let last = row_col_to_cell(*rates, column(self.input.plan.steps()));
                format!("{first}:{last}")
            }
            None => first,
        }
    }

    pub(in crate::export::xlsx) fn input_row(&self, ix: IndicatorIx, input: Input) -> RowNum {
        self.inputs[ix.position()] + input as RowNum
    }

    /// A published figure, as other sheets name it.
    pub(in crate::export::xlsx) fn input_from_afar(
        &self,
        ix: IndicatorIx,
        input: Input,
        step: usize,
    ) -> String {
        afar(&self.names.actuals, self.input_row(ix, input), column(step))
    }

    /// The row of the heading over a table of workings.
    pub(in crate::export::xlsx) fn working_heading(&self, working: Working) -> RowNum {
        self.below_workings(working as RowNum)
    }

    /// The row below so many tables of workings.
    pub(super) fn below_workings(&self, tables: RowNum) -> RowNum {
        let of_all = tables.min(Working::OF_ALL.len() as RowNum);
        let [all, levers] = self.working_lines;
        FIRST_ROW - 1 + of_all * (all + 2) + (tables - of_all) * (levers + 2)
    }

    /// The row of an indicator in a table of workings.
    pub(in crate::export::xlsx) fn working_row(&self, ix: IndicatorIx, working: Working) -> RowNum {
        let of_levers = usize::from(working as usize >= Working::OF_ALL.len());
        self.workings[of_levers][ix.position()] + self.working_heading(working) + 1 - FIRST_ROW
    }

    /// A cell of the workings, as their own sheet names it.
    pub(in crate::export::xlsx) fn working(&self, ix: IndicatorIx, working: Working, step: usize) -> String {
        row_col_to_cell(self.working_row(ix, working), column(step))
    }

    /// A cell of the workings, as other sheets name it.
    pub(in crate::export::xlsx) fn working_from_afar(
        &self,
        ix: IndicatorIx,
        working: Working,
        step: usize,
    ) -> String {
        afar(&self.names.workings, self.working_row(ix, working), column(step))
    }

    /// The levels of an indicator that are known from published figures, from a step on, as other sheets name them; in
    /// other years there is a dash.
    pub(in crate::export::xlsx) fn known_from_afar(&self, ix: IndicatorIx, first: usize) -> String {
        let last = column(self.input.plan.steps());
        let last = row_col_to_cell(self.working_row(ix, Working::Known), last);
        format!("{}:{last}", self.working_from_afar(ix, Working::Known, first))
    }

    /// The step of an indicator's own last actual, 0 without any: what was published of others does not count.
    pub(in crate::export::xlsx) fn own_last_actual(&self, ix: IndicatorIx) -> String {
        let plan = self.input.plan;
        if plan.get(ix).is_lever() {
            return self.last_actual_from_afar(ix);
        }
        let steps: Vec<String> = (1..=plan.steps()).map(|step| step.to_string()).collect();
        format!(
            "SUMPRODUCT(MAX(ISNUMBER({})*{{{}}}))",
            self.known_from_afar(ix, 1),
            steps.join(",")
        )
    }

    /// A cell about what leads from the identity of a derived indicator to its published figures, as its own sheet names it.
    pub(in crate::export::xlsx) fn correction(
        &self,
        ix: IndicatorIx,
        correction: CorrectionRow,
        step: usize,
    ) -> String {
        row_col_to_cell(self.correction_row(ix, correction), column(step))
    }

    /// The same, as other sheets name it.
    pub(in crate::export::xlsx) fn correction_from_afar(
        &self,
        ix: IndicatorIx,
        correction: CorrectionRow,
        step: usize,
    ) -> String {
        self.further_from_afar(self.correction_row(ix, correction), step)
    }

    /// What is said of levels that cannot be, as the sheet with the trajectories names it; a dash where all can.
    pub(in crate::export::xlsx) fn remark(&self, ix: IndicatorIx) -> String {
        row_col_to_cell(self.level_row(ix), column(self.input.plan.steps()) + 1)
    }

    /// The same, as other sheets name it.
    pub(in crate::export::xlsx) fn remark_from_afar(&self, ix: IndicatorIx) -> String {
        let behind = column(self.input.plan.steps()) + 1;
        afar(&self.names.trajectories, self.level_row(ix), behind)
    }

    /// Whether an indicator's levels can be, theirs included from which they follow. Nothing else is judged.
    pub(in crate::export::xlsx) fn is_possible(&self, ix: IndicatorIx) -> String {
        format!("{}={}", self.remark_from_afar(ix), quoted(NOTHING))
    }

    /// A rate, as other sheets name it. `second` is the growth of the whole industry, for levers that follow output.
    pub(in crate::export::xlsx) fn rate_from_afar(
        &self,
        ix: IndicatorIx,
        step: usize,
        second: bool,
    ) -> String {
        let row = self.rate_row(ix) + RowNum::from(second);
        afar(&self.names.levers, row, column(step))
    }
}

/// A cell of another sheet.
fn afar(sheet: &str, row: RowNum, column: ColNum) -> String {
    format!("'{}'!{}", sheet.replace('\'', "''"), row_col_to_cell(row, column))
}
