//! Workbook layout and cross-sheet references.

mod cells;
mod further;
mod score;

use rust_xlsxwriter::{ColNum, RowNum};

use super::page::width_for;
use crate::export::ExportInput;
use crate::model::LevelKind;
use crate::plan::{Indicator, IndicatorIx, Plan, Target, TargetIx};
use crate::scenario::Rates;
use crate::text::say;
use further::WorkingTables;
pub(super) use further::{CorrectionRow, EvenStretch, TargetCount};
pub(super) use score::ScoreColumn;
use score::Scores;

/// The base year's column on every sheet with years; the following years stand to the right of it, so that a rate
/// and the level it leads to are in the same column.
pub(super) const BASE_COLUMN: ColNum = 2;

/// The first row under the header on the sheets for levers and trajectories.
pub(super) const FIRST_ROW: RowNum = 5;

/// The first row under the header on the scorecard.
pub(super) const FIRST_TARGET: RowNum = 8;

/// Rows that an indicator takes on the sheet of actuals: one per way to publish a figure, and the level that follows.
pub(super) const ACTUAL_ROWS: RowNum = 4;

/// The ways to publish an actual, in the order in which they count: the first that is filled in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Input {
    Level,
    Cumulative,
    Annual,
}

/// The tables on the sheet of workings, in their order. The first two have every indicator, the others levers alone:
/// between its published figures, a derived indicator follows its identity (see [`CorrectionRow`]).
#[derive(Clone, Copy)]
pub(super) enum Working {
    /// Levels known from figures of their own year or the years before.
    Forward,
    /// Levels known at all, also from a change in the year after.
    Known,
    /// The level of the next year that is known, this one included.
    Next,
    /// What annual changes given from here to that year come to: a factor, or points.
    Given,
    /// Years from here to that year without a change of their own.
    Open,
}

impl Working {
    pub(super) const ALL: [Self; 5] = [Self::Forward, Self::Known, Self::Next, Self::Given, Self::Open];
    /// Those that every indicator has.
    pub(super) const OF_ALL: [Self; 2] = [Self::Forward, Self::Known];
}

/// A target and its due step.
pub(super) struct DueTarget<'a> {
    pub ix: TargetIx,
    pub indicator: &'a Indicator,
    pub target: &'a Target,
    pub due: usize,
}

impl DueTarget<'_> {
    /// Whether it asks for growth in every year, each counted from the year before.
    pub(super) const fn starts_anew(&self) -> bool {
        self.target.starts_anew()
    }

    /// Whether it is due at the plan's end, and in no other year.
    pub(super) fn is_due_at_end(&self, plan: &Plan) -> bool {
        !self.target.is_each_year() && self.due == plan.steps()
    }
}

/// A line of a table that is grouped by the plan's categories.
pub(super) enum GroupedLine<'a> {
    Heading(&'a str),
    Indicator(IndicatorIx, &'a Indicator),
}

/// The indicators that `wanted` picks, under their headings.
pub(super) fn grouped<'a>(
    input: &ExportInput<'a>,
    wanted: impl Fn(IndicatorIx, &Indicator) -> bool,
) -> Vec<GroupedLine<'a>> {
    let plan: &Plan = input.plan;
    let mut lines = Vec::new();
    for (position, category) in plan.categories.iter().enumerate() {
        let mut members = plan
            .iter()
            .filter(|(ix, indicator)| indicator.category == position && wanted(*ix, indicator))
            .peekable();
        if members.peek().is_some() {
            lines.push(GroupedLine::Heading(category.name.get(input.language)));
        }
        lines.extend(members.map(|(ix, indicator)| GroupedLine::Indicator(ix, indicator)));
    }
    lines
}

/// The indicators with a target, under their headings: the lines of the scorecard.
pub(super) fn grouped_targets<'a>(input: &ExportInput<'a>) -> Vec<GroupedLine<'a>> {
    grouped(input, |_, indicator| !indicator.targets.is_empty())
}

/// The sheets' names in the language of the export.
pub(super) struct SheetNames {
    pub scorecard: String,
    pub progress: String,
    pub levers: String,
    pub trajectories: String,
    pub charts: String,
    pub actuals: String,
    pub workings: String,
    pub sources: String,
    pub uncertainty: String,
}

/// Row of each indicator on each sheet.
pub(super) struct Layout<'a> {
    pub input: &'a ExportInput<'a>,
    pub names: SheetNames,
    /// Width of the columns with indicators' names, in characters.
    pub name_width: f64,
    /// Which columns the scorecard has.
    scores: Scores,
    /// Rows of first targets on the scorecard, by position in the plan; those of indicators without target unused.
    targets: Vec<RowNum>,
    /// Rows of levels, by position in the plan.
    levels: Vec<RowNum>,
    /// Rows of changes against the year before, by position in the plan; those of indicators without levels unused.
    changes: Vec<RowNum>,
    /// Rows of rates, by position in the plan; two rows from here where a lever follows output growth.
    rates: Vec<RowNum>,
    /// Rows of the even path, by position in the plan; those of indicators without one unused.
    evens: Vec<RowNum>,
    /// Rows that say what levels rest on, by position in the plan.
    origins: Vec<RowNum>,
    /// First rows of indicators on the sheet of actuals, by position in the plan.
    inputs: Vec<RowNum>,
    /// Rows in a table of workings that has every indicator, and in one that has levers alone, as if it were the first on
    /// the sheet; by position in the plan.
    workings: [Vec<RowNum>; 2],
    /// How many lines such tables have, headings included: asked for with every cell.
    working_lines: [RowNum; 2],
    /// Where further tables stand on the sheet of workings.
    further: WorkingTables,
    /// The row of the heading over the annual changes.
    pub changes_heading: RowNum,
    /// The row of the heading over the even path.
    pub even_heading: RowNum,
    /// The row of the heading over what levels rest on.
    pub origins_heading: RowNum,
    /// The row of the heading over rates as they come out.
    pub outcome_heading: RowNum,
}

impl<'a> Layout<'a> {
    pub(super) fn new(input: &'a ExportInput<'a>) -> Self {
        let name = |id| say(input.language, id).into_owned();
        let count = input.plan.indicators.len();
        let indicators = input.plan.iter().map(|(_, i)| i.name.get(input.language));
        let mut layout = Self {
            input,
            names: SheetNames {
                scorecard: name("panel-scorecard"),
                progress: name("sheet-progress"),
                levers: name("panel-levers"),
                trajectories: name("sheet-trajectories"),
                charts: name("page-charts"),
                actuals: name("sheet-actuals"),
                workings: name("sheet-workings"),
                sources: name("sheet-sources"),
                uncertainty: name("screen-uncertainty"),
            },
            name_width: width_for(indicators, 24.0, 54.0),
            scores: Scores::new(input.plan, promises(input.plan)),
            targets: vec![0; count],
            levels: vec![0; count],
            changes: vec![0; count],
            rates: vec![0; count],
            evens: vec![0; count],
            origins: vec![0; count],
            inputs: vec![0; count],
            workings: [vec![0; count], vec![0; count]],
            working_lines: [0; 2],
            further: WorkingTables::default(),
            changes_heading: 0,
            even_heading: 0,
            origins_heading: 0,
            outcome_heading: 0,
        };
        place(
            FIRST_TARGET,
            grouped_targets(input),
            |ix| RowNum::try_from(input.plan.get(ix).targets.len()).unwrap_or(1),
            &mut layout.targets,
        );
        let all = grouped(input, |_, _| true);
        let end = place(FIRST_ROW, all, |_| 1, &mut layout.levels);
        layout.changes_heading = end + 1;
        let first = layout.changes_heading + 1;
        let end = place(first, layout.with_levels(), |_| 1, &mut layout.changes);
        layout.even_heading = end + 1;
        let even = layout.with_even_path();
        let first = layout.even_heading + 1;
        let end = place(first, even, |_| 1, &mut layout.evens);
        layout.origins_heading = end + 1;
        let first = layout.origins_heading + 1;
        place(first, layout.with_levels(), |_| 1, &mut layout.origins);
        let levers = grouped(input, |_, indicator| indicator.is_lever());
        let height = |ix| 1 + RowNum::from(follows_output(input, ix));
        let end = place(FIRST_ROW, levers, height, &mut layout.rates);
        layout.outcome_heading = end + 1;
        let height = |_| ACTUAL_ROWS;
        place(FIRST_ROW, layout.with_levels(), height, &mut layout.inputs);
        for (n, lines) in [layout.with_levels(), layout.with_rates()]
            .into_iter()
            .enumerate()
        {
            let end = place(FIRST_ROW, lines, |_| 1, &mut layout.workings[n]);
            layout.working_lines[n] = end - FIRST_ROW;
        }
        layout.further = WorkingTables::new(&layout);
        layout
    }

    /// Every promise, in the plan's order.
    pub(super) fn promises(&self) -> impl Iterator<Item = DueTarget<'a>> {
        promises(self.input.plan)
    }

    /// A promise by its position.
    pub(super) fn promised(&self, ix: TargetIx) -> DueTarget<'a> {
        let plan = self.input.plan;
        let target = plan.target(ix);
        DueTarget {
            ix,
            indicator: plan.get(ix.indicator),
            target,
            due: plan.due_step(target),
        }
    }

    /// The promise that stands for an indicator where only one can be shown.
    pub(super) fn promise_of(&self, wanted: IndicatorIx) -> Option<DueTarget<'a>> {
        let (ix, _) = self.input.plan.main_target(wanted)?;
        Some(self.promised(ix))
    }

    /// The indicators that have levels, for which actuals can be entered, under their headings.
    pub(super) fn with_levels(&self) -> Vec<GroupedLine<'a>> {
        let input = self.input;
        grouped(input, |ix, _| input.projection.kind(ix) != LevelKind::Unknown)
    }

    /// The levers that have levels, under their headings.
    pub(super) fn with_rates(&self) -> Vec<GroupedLine<'a>> {
        let input = self.input;
        grouped(input, |ix, indicator| {
            indicator.is_lever() && input.projection.kind(ix) != LevelKind::Unknown
        })
    }

    /// The indicators with an even path to a target, without headings.
    pub(super) fn with_even_path(&self) -> Vec<GroupedLine<'a>> {
        let path = self.input.plan_path;
        let has_path = |ix, indicator: &Indicator| !indicator.targets.is_empty() && path.levels(ix).is_some();
        let all = self.input.plan.iter();
        all.filter(|(ix, indicator)| has_path(*ix, indicator))
            .map(|(ix, indicator)| GroupedLine::Indicator(ix, indicator))
            .collect()
    }

    /// Whether a lever has two rates, the growth of the largest firms' output and that of all.
    pub(super) fn follows_output(&self, ix: IndicatorIx) -> bool {
        follows_output(self.input, ix)
    }
}

fn promises(plan: &Plan) -> impl Iterator<Item = DueTarget<'_>> {
    plan.targets().map(|(ix, indicator, target)| DueTarget {
        ix,
        indicator,
        target,
        due: plan.due_step(target),
    })
}

/// Places lines one below the other and returns the row after the last.
fn place(
    first: RowNum,
    lines: Vec<GroupedLine<'_>>,
    height: impl Fn(IndicatorIx) -> RowNum,
    rows: &mut [RowNum],
) -> RowNum {
    let mut row = first;
    for line in lines {
        row += match line {
            GroupedLine::Heading(_) => 1,
            GroupedLine::Indicator(ix, _) => {
                rows[ix.position()] = row;
                height(ix)
            }
        };
    }
    row
}

fn follows_output(input: &ExportInput<'_>, ix: IndicatorIx) -> bool {
    let rates = input.scenario.rates.get(ix);
    matches!(rates, Some(Rates::OutputGrowth { .. }))
}

/// The column of a step; step 0 is the base year.
pub(super) fn column(step: usize) -> ColNum {
    BASE_COLUMN + ColNum::try_from(step).unwrap_or(ColNum::MAX - BASE_COLUMN)
}
