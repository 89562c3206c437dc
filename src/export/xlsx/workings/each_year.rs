//! Targets that are due in every year: which years meet them, and which is the worst.

use rust_xlsxwriter::utility::{row_col_to_cell, row_col_to_cell_absolute};
use rust_xlsxwriter::{Format, RowNum};

use crate::export::xlsx::layout::{DueTarget, Layout, ScoreColumn, column};
use crate::export::xlsx::look::look;
use crate::export::xlsx::official::{ProgressCells, TargetCells};
use crate::export::xlsx::page::{Done, SheetPage};
use crate::export::xlsx::style;
use crate::model::{Ledger, Origin};
use crate::plan::{Form, TargetIx};
use crate::text::say;
use crate::wording::target_in_words;

/// A year of a target that is due in every year, as cells.
pub(in crate::export::xlsx) struct Year {
    /// The level from which the way is counted.
    pub start: String,
    pub level: String,
    pub mark: TargetCells,
}

impl Year {
    pub(in crate::export::xlsx) fn new(layout: &Layout<'_>, promised: &DueTarget<'_>, step: usize) -> Self {
        let ix = promised.ix.indicator;
        let from = if promised.starts_anew() { step - 1 } else { 0 };
        let start = layout.level_from_afar(ix, from);
        let figure = layout.figure_from_afar(promised.ix);
        let mark = match promised.target.form {
            Form::Between(..) => {
                TargetCells::Band(figure, layout.score_from_afar(promised.ix, ScoreColumn::Upper))
            }
            _ if promised.starts_anew() => TargetCells::Line(format!("({start}*(1+{figure}/100))")),
            _ => TargetCells::Line(figure),
        };
        Self {
            start,
            level: layout.level_from_afar(ix, step),
            mark,
        }
    }
}

/// What the years up to the last data say of a target that is due in every year, as formulas.
pub(in crate::export::xlsx) struct PastCells<'a> {
    pub layout: &'a Layout<'a>,
    pub ix: TargetIx,
    /// The step of the last data.
    pub last: String,
}

impl PastCells<'_> {
    /// Whether data have missed it.
    pub(in crate::export::xlsx) fn has_missed(&self) -> String {
        let [first, last] = [Origin::Actual, Origin::Implied].map(|origin| look(origin).rank);
        self.misses_at(first, last)
    }

    /// Whether levels between data miss it.
    pub(in crate::export::xlsx) fn misses_between(&self) -> String {
        let rank = look(Origin::Interpolated).rank;
        self.misses_at(rank, rank)
    }

    /// Whether the year of the last data meets it.
    pub(in crate::export::xlsx) fn last_meets(&self) -> String {
        format!("(INDEX({},MAX({},1))=1)", self.met(), self.last)
    }

    fn misses_at(&self, first: u8, last: u8) -> String {
        let steps = self.layout.input.plan.steps();
        let origins = self.layout.origins_from_afar(self.ix.indicator, 1, steps);
        let each: Vec<String> = (1..=steps).map(|step| step.to_string()).collect();
        format!(
            "(SUMPRODUCT(({}=0)*({{{}}}<={})*({origins}>={first})*({origins}<={last}))>0)",
            self.met(),
            each.join(","),
            self.last
        )
    }

    /// The row of years that meet it.
    fn met(&self) -> String {
        let steps = self.layout.input.plan.steps();
        let end = row_col_to_cell(self.layout.each_year_row(self.ix), column(steps));
        format!("{}:{end}", self.layout.met_from_afar(self.ix, 1))
    }
}

pub(super) fn fill(page: &mut SheetPage<'_>, layout: &Layout<'_>) -> Done {
    let input = layout.input;
    let (heading, targets) = layout.each_year();
    if targets.is_empty() {
        return Ok(());
    }
    let title = say(input.language, "workings-each-year");
    page.header(heading, &[&title, ""], 2)?;
    page.fit(heading, [(&*title, layout.name_width)])?;
    for (step, year) in input.plan.years().enumerate() {
        page.figure(heading, column(step), f64::from(year), &style::header_year())?;
    }
    let worst = say(input.language, "workings-worst");
    let behind = column(input.plan.steps()) + 1;
    page.text(heading, behind, &worst, &style::header_right())?;
    page.sheet.set_column_width(behind, 22)?;
    for ix in targets {
        write(page, layout, *ix)?;
    }
    Ok(())
}

fn write(page: &mut SheetPage<'_>, layout: &Layout<'_>, ix: TargetIx) -> Done {
    let input = layout.input;
    let plan = input.plan;
    let promised = layout.promised(ix);
    let row = layout.each_year_row(ix);
    let name = target_in_words(plan, ix, input.language);
    for (row, id) in (row..).zip(["workings-met", "column-progress", "workings-worth"]) {
        page.text(row, 0, &name, &style::name())?;
        page.text(row, 1, &say(input.language, id), &style::quiet().set_text_wrap())?;
    }
    let Some(levels) = input.projection.levels(ix.indicator) else {
        return Ok(());
    };
    let ledgers = input.evaluation.ledgers();
    let ledger = ledgers.iter().find(|ledger| ledger.target == ix);
    for step in 1..=plan.steps() {
        let year = Year::new(layout, &promised, step);
        let is_met = is_met(layout, &promised, levels, step);
        let progress = ledger.map_or(f64::NAN, |ledger: &Ledger| ledger.years[step].progress);
        let place = column(step);
        let cell = |row: RowNum| row_col_to_cell(row, place);
        let formula = format!("IF({},1,0)", year.mark.is_met(promised.target, &year.level));
        page.formula(row, place, &formula, is_met, &style::whole())?;
        let way = ProgressCells {
            start: &year.start,
            level: &year.level,
            mark: &year.mark,
        };
        let formula = way.progress(promised.indicator, promised.target);
        page.ratio(row + 1, place, &formula, progress, &style::percent())?;
        // What is missed has a progress of 1 at most, so that this sorts missed years before others.
        let formula = format!("{}+{}", cell(row), cell(row + 1));
        page.ratio(row + 2, place, &formula, is_met + progress, &style::factor())?;
    }
    worst(page, layout, row, ix)
}

/// 1 or 0.
fn is_met(layout: &Layout<'_>, promised: &DueTarget<'_>, levels: &[f64], step: usize) -> f64 {
    let (start, years) = if promised.starts_anew() {
        (levels[step - 1], 1)
    } else {
        (levels[0], layout.input.plan.steps())
    };
    f64::from(u8::from(promised.target.holds(start, levels[step], years)))
}

/// The step of the worst year, the first of those that are equally bad.
fn worst(page: &mut SheetPage<'_>, layout: &Layout<'_>, row: RowNum, ix: TargetIx) -> Done {
    let plan = layout.input.plan;
    let steps = plan.steps();
    let (heading, _) = layout.each_year();
    let cells = |row| {
        let first = row_col_to_cell_absolute(row, column(1));
        format!("{first}:{}", row_col_to_cell_absolute(row, column(steps)))
    };
    let (worth, years) = (cells(row + 2), cells(heading));
    let after = plan.end_year + 1;
    let formula = format!(
        "{after}-{}-SUMPRODUCT(MAX(({worth}<=MIN({worth})+1E-9)*({after}-{years})))",
        plan.base_year
    );
    let judged = layout
        .input
        .evaluation
        .assessment(ix)
        .map_or(1, |judged| judged.year - plan.base_year);
    let format: Format = style::whole();
    page.formula(row + 2, column(steps) + 1, &formula, f64::from(judged), &format)
}
