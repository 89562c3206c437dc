//! The row of a target.

use rust_xlsxwriter::utility::{row_col_to_cell, row_col_to_cell_absolute};
use rust_xlsxwriter::{ColNum, Format, RowNum};

use super::{BINDING, GOAL, LAST, LEVEL, LINEAR, PROGRESS, SHARE_DUE, STANDING, behind};
use crate::export::xlsx::layout::{DueTarget, Layout, ScoreColumn, column};
use crate::export::xlsx::official::{ProgressCells, TargetCells};
use crate::export::xlsx::page::{Done, NOTHING, SheetPage, quoted};
use crate::export::xlsx::scorecard::promise_formula;
use crate::export::xlsx::workings::each_year::{PastCells, Year};
use crate::export::xlsx::{look, style};
use crate::model::Ledger;
use crate::plan::Form;
use crate::text::say;
use crate::wording::{self, promise, target_in_words};

/// A target on its row.
pub(super) struct Tracked<'a> {
    pub layout: &'a Layout<'a>,
    pub promised: DueTarget<'a>,
    pub ledger: &'a Ledger,
    pub row: RowNum,
}

impl Tracked<'_> {
    pub(super) fn write(&self, page: &mut SheetPage<'_>) -> Done {
        let language = self.layout.input.language;
        let DueTarget { ix, target, .. } = self.promised;
        let binding = if target.binding {
            "binding-yes"
        } else {
            "binding-no"
        };
        let name = target_in_words(self.layout.input.plan, ix, language);
        page.name(self.row, &name, self.layout.name_width)?;
        let [figure, upper] =
            [ScoreColumn::Figure, ScoreColumn::Upper].map(|score| self.layout.score_from_afar(ix, score));
        let words = promise_formula(&self.promised, &figure, &upper, language);
        let promise = promise(self.promised.indicator, target, language);
        page.words(self.row, 1, &words, &promise, &style::name())?;
        page.text(self.row, BINDING, &say(language, binding), &style::name())?;
        let (start, mark) = (self.start(), self.mark());
        let is_possible = self.layout.is_possible(ix.indicator);
        for (step, year) in self.ledger.years.iter().enumerate().skip(1) {
            let formula = if target.is_each_year() {
                let year = Year::new(self.layout, &self.promised, step);
                let way = ProgressCells {
                    start: &year.start,
                    level: &year.level,
                    mark: &year.mark,
                };
                way.progress(self.promised.indicator, target)
            } else {
                let way = ProgressCells {
                    start: &start,
                    level: &self.layout.level_from_afar(ix.indicator, step),
                    mark: &mark,
                };
                way.progress(self.promised.indicator, target)
            };
            let formula = format!("IF({is_possible},{formula},{})", quoted(NOTHING));
            page.ratio(self.row, column(step), &formula, year.progress, &style::percent())?;
        }
        look::watch_origins(page, self.layout, ix.indicator, self.row)?;
        self.at_last_actual(page)?;
        self.needed(page)
    }

    pub(super) fn place(&self, offset: ColNum) -> ColNum {
        behind(self.layout, offset)
    }

    /// A cell of this row.
    pub(super) fn cell(&self, column: ColNum) -> String {
        row_col_to_cell(self.row, column)
    }

    pub(super) fn start(&self) -> String {
        self.layout.level_from_afar(self.promised.ix.indicator, 0)
    }

    /// The step of the last data up to the due year.
    pub(super) fn last_actual(&self) -> String {
        let last = self.layout.last_actual_from_afar(self.promised.ix.indicator);
        if self.promised.due < self.layout.input.plan.steps() {
            format!("MIN({last},{})", self.promised.due)
        } else {
            last
        }
    }

    /// What the levels of the whole period are held against.
    pub(super) fn mark(&self) -> TargetCells {
        let DueTarget { ix, target, .. } = self.promised;
        let figure = self.layout.figure_from_afar(ix);
        match target.form {
            Form::Between(..) => {
                TargetCells::Band(figure, self.layout.score_from_afar(ix, ScoreColumn::Upper))
            }
            // The same in every year; the goal on the scorecard is that of the worst one.
            _ if target.is_each_year() => TargetCells::Line(figure),
            _ => TargetCells::Line(self.layout.goal_from_afar(ix)),
        }
    }

    /// The level of a step, counted from the given first one, that stands in a cell.
    pub(super) fn level_at(&self, first: usize, step: &str) -> String {
        let steps = self.layout.input.plan.steps();
        let levels = self
            .layout
            .levels_from_afar(self.promised.ix.indicator, first, steps);
        format!("INDEX({levels},{step})")
    }

    /// The level to be reached from the last data on: the next year's where growth is asked of every year, and of a band
    /// the edge nearer to the last data.
    pub(super) fn goal(&self) -> String {
        let (begun, due) = (self.last_actual(), self.promised.due);
        if self.promised.starts_anew() {
            let before = self.level_at(0, &format!("MIN({begun}+1,{due})"));
            let figure = self.layout.figure_from_afar(self.promised.ix);
            return format!("{before}*(1+{figure}/100)");
        }
        self.mark().nearest(&self.level_at(0, &format!("({begun}+1)")))
    }

    /// What the years up to the last data say of what is due in every year.
    pub(super) fn past(&self) -> PastCells<'_> {
        PastCells {
            layout: self.layout,
            ix: self.promised.ix,
            last: self.last_actual(),
        }
    }

    /// Whether the levels at the last data meet the target.
    pub(super) fn is_met(&self) -> String {
        let (level, target) = (self.cell(self.place(LEVEL)), self.promised.target);
        if !target.is_each_year() {
            return self.mark().is_met(target, &level);
        }
        let past = self.past();
        let failed = past.has_missed();
        if !self.promised.starts_anew() {
            return format!("AND(NOT({failed}),{})", past.last_meets());
        }
        // Standing still may do for the next year, or not.
        let still = TargetCells::Line(self.cell(self.place(GOAL))).is_met(target, &level);
        format!(
            "AND(NOT({failed}),IF({}>={},{},{still}))",
            self.last_actual(),
            self.promised.due,
            past.last_meets()
        )
    }

    /// Whether the base year meets the target.
    pub(super) fn starts_met(&self) -> String {
        let target = self.promised.target;
        if self.promised.starts_anew() {
            let year = Year::new(self.layout, &self.promised, 1);
            return year.mark.is_met(target, &year.start);
        }
        self.mark().is_met(target, &self.start())
    }

    /// Whether nothing is said of how far the target is: there are no data, or levels that cannot be.
    pub(super) fn says_nothing(&self) -> String {
        let is_possible = self.layout.is_possible(self.promised.ix.indicator);
        format!("OR({}=0,NOT({is_possible}))", self.last_actual())
    }

    /// Writes a formula that has a figure once there is an actual.
    pub(super) fn once_begun(
        &self,
        page: &mut SheetPage<'_>,
        offset: ColNum,
        formula: &str,
        value: f64,
        format: &Format,
    ) -> Done {
        let formula = format!("IF({},{},{formula})", self.says_nothing(), quoted(NOTHING));
        // A dash where there is none.
        let value = if self.ledger.last_actual == 0 {
            f64::NAN
        } else {
            value
        };
        page.ratio(self.row, self.place(offset), &formula, value, format)
    }

    /// Where the target stands.
    fn at_last_actual(&self, page: &mut SheetPage<'_>) -> Done {
        let input = self.layout.input;
        let (ledger, row) = (self.ledger, self.row);
        let Some(last) = ledger.last() else {
            return Ok(());
        };
        let target = self.promised.target;
        let begun = self.last_actual();
        let judged = ledger.judged().unwrap_or(last);
        let at_judged = format!("INDEX({},{})", self.years(), self.judged_step());
        let figures = style::figure(style::largest(&[last.level, ledger.goal]));
        let level = self.level_at(1, &begun);
        self.once_begun(page, LEVEL, &level, last.level, &figures)?;
        page.formula(row, self.place(GOAL), &self.goal(), ledger.goal, &figures)?;
        let year = format!("{}+{begun}", input.plan.base_year);
        self.once_begun(page, LAST, &year, f64::from(last.year), &style::year_right())?;
        look::watch_year(
            page,
            self.layout,
            self.promised.ix.indicator,
            (row, self.place(LAST)),
        )?;
        let percent = style::percent();
        self.once_begun(page, PROGRESS, &at_judged, judged.progress, &percent)?;
        let share_due = if target.is_each_year() {
            "1".to_owned()
        } else if target.form == Form::Done {
            format!("IF({begun}>={},1,0)", self.promised.due)
        } else {
            format!("{begun}/{}", self.promised.due)
        };
        self.once_begun(page, SHARE_DUE, &share_due, last.scheduled, &percent)?;
        self.once_begun(page, LINEAR, &self.linear(), judged.linear, &percent)?;
        let word = say(input.language, wording::standing(ledger.standing()));
        page.words(
            row,
            self.place(STANDING),
            &self.standing(),
            &word,
            &style::centred(),
        )
    }

    /// Progress at the last data, counted linearly.
    /// The cells of this row that have the progress of each year.
    fn years(&self) -> String {
        let first = row_col_to_cell_absolute(self.row, column(1));
        let end = row_col_to_cell_absolute(self.row, column(self.layout.input.plan.steps()));
        format!("{first}:{end}")
    }

    /// The step whose progress tells how far the target has come, see [`Ledger::judged`].
    fn judged_step(&self) -> String {
        let (years, last) = (self.years(), self.last_actual());
        if self.promised.target.is_each_year() {
            let first = row_col_to_cell_absolute(self.row, column(1));
            format!("MATCH(MIN({first}:INDEX({years},{last})),{years},0)")
        } else {
            last
        }
    }

    fn linear(&self) -> String {
        let (mut start, mut mark) = (self.start(), self.mark());
        let judged = self.judged_step();
        if self.promised.starts_anew() {
            start = self.level_at(0, &judged);
            let figure = self.layout.figure_from_afar(self.promised.ix);
            mark = TargetCells::Line(format!("({start}*(1+{figure}/100))"));
        }
        let way = ProgressCells {
            start: &start,
            level: &self.level_at(1, &judged),
            mark: &mark,
        };
        way.linear(self.promised.target)
    }
}
