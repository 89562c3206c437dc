//! Where everything stands, and how a formula on one sheet names a cell on another.

use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{ColNum, RowNum};

use super::page::width_for;
use crate::export::Material;
use crate::model::LevelKind;
use crate::plan::{Indicator, IndicatorIx, Plan};
use crate::scenario::Rates;
use crate::text::say;

/// The base year's column on every sheet with years; the following years stand to the right of it, so that a rate
/// and the level it leads to are in the same column.
pub(super) const BASE_COLUMN: ColNum = 2;

/// The first row under the header on the sheets for levers and trajectories.
pub(super) const FIRST_ROW: RowNum = 5;

/// The first row under the header on the scorecard, and the column with the level that meets a target.
pub(super) const FIRST_TARGET: RowNum = 7;
pub(super) const GOAL_COLUMN: ColNum = 10;

/// A line of a table that is grouped by the plan's categories.
pub(super) enum Line<'a> {
    Heading(&'a str),
    Indicator(IndicatorIx, &'a Indicator),
}

/// The indicators that `wanted` picks, under their headings.
pub(super) fn grouped<'a>(
    material: &Material<'a>,
    wanted: impl Fn(IndicatorIx, &Indicator) -> bool,
) -> Vec<Line<'a>> {
    let plan: &Plan = material.plan;
    let mut lines = Vec::new();
    for (position, category) in plan.categories.iter().enumerate() {
        let mut members = plan
            .iter()
            .filter(|(ix, indicator)| indicator.category == position && wanted(*ix, indicator))
            .peekable();
        if members.peek().is_some() {
            lines.push(Line::Heading(category.name.get(material.language)));
        }
        lines.extend(members.map(|(ix, indicator)| Line::Indicator(ix, indicator)));
    }
    lines
}

/// The indicators with a target, under their headings: the lines of the scorecard.
pub(super) fn grouped_targets<'a>(material: &Material<'a>) -> Vec<Line<'a>> {
    grouped(material, |_, indicator| !indicator.targets.is_empty())
}

/// The sheets' names in the language of the export.
pub(super) struct Names {
    pub scorecard: String,
    pub progress: String,
    pub levers: String,
    pub trajectories: String,
    pub charts: String,
    pub actuals: String,
    pub sources: String,
}

/// Where each indicator stands on each sheet.
pub(super) struct Layout<'a> {
    pub material: &'a Material<'a>,
    pub names: Names,
    /// Width of the columns with indicators' names, in characters.
    pub name_width: f64,
    /// Rows of targets on the scorecard, by position in the plan; those of indicators without target unused.
    targets: Vec<RowNum>,
    /// Rows of levels, by position in the plan.
    levels: Vec<RowNum>,
    /// Rows of changes against the year before, by position in the plan; those of indicators without levels unused.
    changes: Vec<RowNum>,
    /// Rows of rates, by position in the plan; two rows from here where a lever follows output growth.
    rates: Vec<RowNum>,
    /// The row of the heading over the annual changes.
    pub changes_heading: RowNum,
    /// The row of the heading over the even path.
    pub even_heading: RowNum,
}

impl<'a> Layout<'a> {
    pub(super) fn new(material: &'a Material<'a>) -> Self {
        let name = |id| say(material.language, id).into_owned();
        let count = material.plan.indicators.len();
        let indicators = material.plan.iter().map(|(_, i)| i.name.get(material.language));
        let mut layout = Self {
            material,
            names: Names {
                scorecard: name("panel-scorecard"),
                progress: name("sheet-progress"),
                levers: name("panel-levers"),
                trajectories: name("sheet-trajectories"),
                charts: name("page-charts"),
                actuals: name("sheet-actuals"),
                sources: name("sheet-sources"),
            },
            name_width: width_for(indicators, 24.0, 54.0),
            targets: vec![0; count],
            levels: vec![0; count],
            changes: vec![0; count],
            rates: vec![0; count],
            changes_heading: 0,
            even_heading: 0,
        };
        for (row, line) in (FIRST_TARGET..).zip(grouped_targets(material)) {
            if let Line::Indicator(ix, _) = line {
                layout.targets[ix.position()] = row;
            }
        }
        let mut row = FIRST_ROW;
        for line in grouped(material, |_, _| true) {
            if let Line::Indicator(ix, _) = line {
                layout.levels[ix.position()] = row;
            }
            row += 1;
        }
        layout.changes_heading = row + 1;
        row = layout.changes_heading + 1;
        for line in layout.with_levels() {
            if let Line::Indicator(ix, _) = line {
                layout.changes[ix.position()] = row;
            }
            row += 1;
        }
        layout.even_heading = row + 1;
        let mut row = FIRST_ROW;
        for line in grouped(material, |_, indicator| indicator.is_lever()) {
            if let Line::Indicator(ix, _) = line {
                layout.rates[ix.position()] = row;
                row += RowNum::from(layout.follows_output(ix));
            }
            row += 1;
        }
        layout
    }

    /// The indicators that have levels, under their headings.
    pub(super) fn with_levels(&self) -> Vec<Line<'a>> {
        let material = self.material;
        grouped(material, |ix, _| {
            material.projection.kind(ix) != LevelKind::Unknown
        })
    }

    /// Whether a lever has two rates, the growth of the largest firms' output and that of all.
    pub(super) fn follows_output(&self, ix: IndicatorIx) -> bool {
        let rates = self.material.scenario.rates.get(ix);
        matches!(rates, Some(Rates::OutputGrowth { .. }))
    }

    pub(super) fn level_row(&self, ix: IndicatorIx) -> RowNum {
        self.levels[ix.position()]
    }

    pub(super) fn change_row(&self, ix: IndicatorIx) -> RowNum {
        self.changes[ix.position()]
    }

    pub(super) fn rate_row(&self, ix: IndicatorIx) -> RowNum {
        self.rates[ix.position()]
    }

    /// A level, as the sheet with the trajectories names it.
    pub(super) fn level(&self, ix: IndicatorIx, step: usize) -> String {
        row_col_to_cell(self.level_row(ix), column(step))
    }

    /// A level, as other sheets name it.
    pub(super) fn level_from_afar(&self, ix: IndicatorIx, step: usize) -> String {
        self::afar(&self.names.trajectories, self.level_row(ix), column(step))
    }

    /// The level that meets a target, as other sheets name it.
    pub(super) fn goal_from_afar(&self, ix: IndicatorIx) -> String {
        self::afar(&self.names.scorecard, self.targets[ix.position()], GOAL_COLUMN)
    }

    /// The change against the year before, as other sheets name it.
    pub(super) fn change_from_afar(&self, ix: IndicatorIx, step: usize) -> String {
        self::afar(&self.names.trajectories, self.change_row(ix), column(step))
    }

    /// A rate, as other sheets name it. `second` is the growth of the whole industry, for levers that follow output.
    pub(super) fn rate_from_afar(&self, ix: IndicatorIx, step: usize, second: bool) -> String {
        let row = self.rate_row(ix) + RowNum::from(second);
        self::afar(&self.names.levers, row, column(step))
    }
}

/// The column of a step; step 0 is the base year.
pub(super) fn column(step: usize) -> ColNum {
    BASE_COLUMN + ColNum::try_from(step).unwrap_or(ColNum::MAX - BASE_COLUMN)
}

/// A cell of another sheet.
fn afar(sheet: &str, row: RowNum, column: ColNum) -> String {
    format!("'{}'!{}", sheet.replace('\'', "''"), row_col_to_cell(row, column))
}
