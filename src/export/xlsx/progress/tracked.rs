//! The row of a target.

use rust_xlsxwriter::utility::{row_col_to_cell, row_col_to_cell_absolute};
use rust_xlsxwriter::{ColNum, Format, RowNum};

use super::{
    ACHIEVED, BINDING, DUE, GOAL, LAST, LEVEL, LINEAR, PROGRESS, REMAINING, REQUIRED, SHARE_DUE, STANDING,
    behind,
};
use crate::export::xlsx::layout::{Layout, Promised, column};
use crate::export::xlsx::official::{self, Way};
use crate::export::xlsx::page::{Done, NOTHING, Page, quoted};
use crate::export::xlsx::scorecard::promise_formula;
use crate::export::xlsx::trajectories::largest;
use crate::export::xlsx::{look, style};
use crate::figure::{change_in_words, promise, rate_in_words, required_in_words};
use crate::model::{Change, Ledger, Required, Standing};
use crate::text::say;

/// A target on its row.
pub(super) struct Tracked<'a> {
    pub layout: &'a Layout<'a>,
    pub promised: Promised<'a>,
    pub ledger: &'a Ledger,
    pub row: RowNum,
}

impl Tracked<'_> {
    pub(super) fn write(&self, page: &mut Page<'_>) -> Done {
        let language = self.layout.material.language;
        let Promised { ix, target, .. } = self.promised;
        let binding = if target.binding {
            "binding-yes"
        } else {
            "binding-no"
        };
        let name = self.promised.indicator.name.get(language);
        page.name(self.row, name, self.layout.name_width)?;
        let words = promise_formula(&self.promised, &self.layout.figure_from_afar(ix), language);
        let promise = promise(self.promised.indicator, target, language);
        page.words(self.row, 1, &words, &promise, &style::name())?;
        page.text(self.row, BINDING, &say(language, binding), &style::name())?;
        let (start, goal) = (self.start(), self.layout.goal_from_afar(ix));
        for (step, year) in self.ledger.years.iter().enumerate().skip(1) {
            let level = self.layout.level_from_afar(ix.indicator, step);
            let way = Way {
                start: &start,
                level: &level,
                goal: &goal,
            };
            let place = column(step);
            if self.promised.follows() {
                let formula = way.progress(self.promised.indicator, target);
                page.ratio(self.row, place, &formula, year.progress, &style::percent())?;
            } else {
                page.figure(self.row, place, year.progress, &style::percent())?;
            }
        }
        look::watch_origins(page, self.layout, ix.indicator, self.row)?;
        self.at_last_actual(page)?;
        self.needed(page)
    }

    fn place(&self, offset: ColNum) -> ColNum {
        behind(self.layout, offset)
    }

    /// A cell of this row.
    fn cell(&self, column: ColNum) -> String {
        row_col_to_cell(self.row, column)
    }

    fn start(&self) -> String {
        self.layout.level_from_afar(self.promised.ix.indicator, 0)
    }

    /// The step of the last data up to the due year.
    fn last_actual(&self) -> String {
        let last = self.layout.last_actual_from_afar(self.promised.ix.indicator);
        if self.promised.due < self.layout.material.plan.steps() {
            format!("MIN({last},{})", self.promised.due)
        } else {
            last
        }
    }

    /// Whether the level of a cell meets the target.
    fn is_met(&self, level: &str, goal: &str) -> String {
        official::holds(self.promised.target.on_levels(), level, goal)
    }

    /// Writes a formula that has a figure once there is an actual.
    fn once_begun(
        &self,
        page: &mut Page<'_>,
        offset: ColNum,
        formula: &str,
        value: f64,
        format: &Format,
    ) -> Done {
        let formula = format!("IF({}=0,{},{formula})", self.last_actual(), quoted(NOTHING));
        // A dash where there is none.
        let value = if self.ledger.last_actual == 0 {
            f64::NAN
        } else {
            value
        };
        page.ratio(self.row, self.place(offset), &formula, value, format)
    }

    /// Where the target stands.
    fn at_last_actual(&self, page: &mut Page<'_>) -> Done {
        let material = self.layout.material;
        let (ledger, row) = (self.ledger, self.row);
        let Some(last) = ledger.last() else {
            return Ok(());
        };
        let Promised { ix, target, .. } = self.promised;
        let begun = self.last_actual();
        // A cell of a row with years, at the last actual.
        let then = |row: RowNum| {
            let first = row_col_to_cell_absolute(row, column(1));
            let end = row_col_to_cell_absolute(row, column(material.plan.steps()));
            format!("INDEX({first}:{end},{begun})")
        };
        let figures = style::figure(largest(&[last.level, ledger.goal]));
        let first = self.layout.level_from_afar(ix.indicator, 1);
        let end = row_col_to_cell(self.layout.level_row(ix.indicator), column(material.plan.steps()));
        let level = format!("INDEX({first}:{end},{begun})");
        self.once_begun(page, LEVEL, &level, last.level, &figures)?;
        if self.promised.follows() {
            let goal = self.layout.goal_from_afar(ix);
            page.formula(row, self.place(GOAL), &goal, ledger.goal, &figures)?;
        } else {
            page.figure(row, self.place(GOAL), ledger.goal, &figures)?;
        }
        let year = format!("{}+{begun}", material.plan.base_year);
        self.once_begun(page, LAST, &year, f64::from(last.year), &style::year_right())?;
        let percent = style::percent();
        self.once_begun(page, PROGRESS, &then(row), last.progress, &percent)?;
        self.once_begun(page, SHARE_DUE, &then(DUE), last.scheduled, &percent)?;
        let (start, level, goal) = (
            self.start(),
            self.cell(self.place(LEVEL)),
            self.cell(self.place(GOAL)),
        );
        let way = Way {
            start: &start,
            level: &level,
            goal: &goal,
        };
        let word = say(material.language, ledger.standing().message());
        if !self.promised.follows() {
            page.figure(row, self.place(LINEAR), last.linear, &percent)?;
            return page.text(row, self.place(STANDING), &word, &style::centred());
        }
        self.once_begun(page, LINEAR, &way.linear(target), last.linear, &percent)?;
        page.words(
            row,
            self.place(STANDING),
            &self.standing(),
            &word,
            &style::centred(),
        )
    }

    /// The standing in words, as [`Ledger::standing`] has it.
    fn standing(&self) -> String {
        let language = self.layout.material.language;
        let word = |standing: Standing| quoted(&say(language, standing.message()));
        let (progress, due) = (self.cell(self.place(PROGRESS)), self.cell(self.place(SHARE_DUE)));
        let slack = format!("1E-9*MAX(ABS({due}),ABS({progress}))");
        format!(
            "IF({begun}=0,{},IF({met},{},IF(NOT(ISNUMBER({progress})),{},IF(AND({progress}<0,NOT({base_meets})),{},\
             IF({progress}>{due}+{slack},{},IF({progress}<{due}-{slack},{},{}))))))",
            word(Standing::Unknown),
            word(Standing::Reached),
            word(Standing::WrongDirection),
            word(Standing::WrongDirection),
            word(Standing::Ahead),
            word(Standing::Behind),
            word(Standing::OnSchedule),
            begun = self.last_actual(),
            base_meets = self.is_met(&self.start(), &self.cell(self.place(GOAL))),
            met = self.is_met(&self.cell(self.place(LEVEL)), &self.cell(self.place(GOAL))),
        )
    }

    /// What is achieved and still to do, and the rate that the years left need.
    fn needed(&self, page: &mut Page<'_>) -> Done {
        let language = self.layout.material.language;
        let (ledger, convention) = (self.ledger, self.ledger.change);
        let (level, goal) = (self.cell(self.place(LEVEL)), self.cell(self.place(GOAL)));
        let Some(last) = ledger.last() else {
            return Ok(());
        };
        let format = style::in_words(2, |one| change_in_words(convention, one, Some(2), language));
        let formula = change(convention, &self.start(), &level);
        let achieved = ledger.achieved().unwrap_or(f64::NAN);
        self.once_begun(page, ACHIEVED, &formula, achieved, &format)?;
        let formula = change(convention, &level, &goal);
        self.once_begun(page, REMAINING, &formula, last.remaining, &format)?;
        let format = style::in_words(2, |one| rate_in_words(convention, one, Some(2), language));
        let place = self.place(REQUIRED);
        let formula = self.required();
        let material = self.layout.material;
        let why = || required_in_words(material.plan, material.projection, ledger, None, language);
        match ledger.required {
            Required::Rate(rate) if !self.promised.follows() => page.figure(self.row, place, rate, &format),
            _ if !self.promised.follows() => page.text(self.row, place, &why(), &style::header_right()),
            _ if ledger.last_actual == 0 => page.words(self.row, place, &formula, NOTHING, &format),
            Required::Rate(rate) => page.formula(self.row, place, &formula, rate, &format),
            _ => page.words(self.row, place, &formula, &why(), &format),
        }
    }

    /// The rate of the years left, or in words why there is none; as [`crate::model::required_rate`] has it.
    fn required(&self) -> String {
        let language = self.layout.material.language;
        let word = |id| quoted(&say(language, id));
        let (level, goal) = (self.cell(self.place(LEVEL)), self.cell(self.place(GOAL)));
        let begun = self.last_actual();
        let left = format!("({}-{begun})", self.promised.due);
        let unreachable = word("why-not-reachable");
        let rate = match self.ledger.change {
            Change::Growth => {
                format!("IF({goal}/{level}>0,(({goal}/{level})^(1/{left})-1)*100,{unreachable})")
            }
            Change::Decline => {
                format!("IF({goal}/{level}>0,(1-({goal}/{level})^(1/{left}))*100,{unreachable})")
            }
            Change::Points => format!("({goal}-{level})/{left}"),
        };
        format!(
            "IF({begun}=0,{},IF({},{},IF({left}<=0,{},IFERROR({rate},{unreachable}))))",
            quoted(NOTHING),
            self.is_met(&level, &goal),
            word(Standing::Reached.message()),
            word("track-too-late"),
        )
    }
}

/// The change from one cell to another, as the convention counts it.
fn change(convention: Change, from: &str, to: &str) -> String {
    match convention {
        Change::Growth => format!("({to}/{from}-1)*100"),
        Change::Decline => format!("(1-{to}/{from})*100"),
        Change::Points => format!("{to}-{from}"),
    }
}
