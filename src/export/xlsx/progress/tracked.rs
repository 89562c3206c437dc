//! The row of a target.

use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{ColNum, RowNum};

use super::{
    ACHIEVED, BINDING, DUE, GOAL, LAST, LEVEL, LINEAR, PROGRESS, REMAINING, REQUIRED, SHARE_DUE, STANDING,
    behind,
};
use crate::export::xlsx::layout::{Layout, column};
use crate::export::xlsx::official::{self, Way};
use crate::export::xlsx::page::{Done, Page, quoted};
use crate::export::xlsx::style;
use crate::export::xlsx::trajectories::largest;
use crate::figure::{change_in_words, promise, rate_in_words, required_in_words};
use crate::model::{Change, Ledger, Required, Standing};
use crate::plan::{Indicator, Target};
use crate::text::say;

/// A target on its row.
pub(super) struct Tracked<'a> {
    pub layout: &'a Layout<'a>,
    pub indicator: &'a Indicator,
    pub target: &'a Target,
    pub ledger: &'a Ledger,
    pub row: RowNum,
}

impl Tracked<'_> {
    pub(super) fn write(&self, page: &mut Page<'_>) -> Done {
        let language = self.layout.material.language;
        let binding = if self.target.binding {
            "binding-yes"
        } else {
            "binding-no"
        };
        let name = self.indicator.name.get(language);
        page.name(self.row, name, self.layout.name_width)?;
        page.text(
            self.row,
            1,
            &promise(self.indicator, self.target, language),
            &style::name(),
        )?;
        page.text(self.row, BINDING, &say(language, binding), &style::name())?;
        for (step, year) in self.ledger.years.iter().enumerate().skip(1) {
            let formula = self.way(step).official;
            let format = style::share(year.origin);
            page.formula(self.row, column(step), &formula, year.progress, &format)?;
        }
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
        self.layout.level_from_afar(self.ledger.indicator(), 0)
    }

    /// Whether the level of a cell meets the target.
    fn is_met(&self, level: &str, goal: &str) -> String {
        official::holds(self.target.on_levels(), level, goal)
    }

    /// Progress at a step, officially and counted linearly.
    fn way(&self, step: usize) -> Formulas {
        let ix = self.ledger.indicator();
        let (start, level) = (self.start(), self.layout.level_from_afar(ix, step));
        let goal = self.layout.goal_from_afar(ix);
        let way = Way {
            start: &start,
            level: &level,
            goal: &goal,
        };
        let base = self.ledger.years[0].level;
        let plan = self.layout.material.plan;
        let there_already = official::nowhere_to_go(plan, self.ledger.target, base);
        let is_met = there_already.then(|| self.is_met(&level, &goal));
        let official = way.progress(self.indicator, self.target, is_met);
        Formulas {
            linear: if there_already {
                official.clone()
            } else {
                way.linear()
            },
            official,
        }
    }

    /// Where the target stands.
    fn at_last_actual(&self, page: &mut Page<'_>) -> Done {
        let language = self.layout.material.language;
        let (ledger, row, step) = (self.ledger, self.row, self.ledger.last_actual);
        let Some(last) = ledger.last() else {
            return Ok(());
        };
        let ix = ledger.indicator();
        let figures = style::figure(largest(&[last.level, ledger.goal]));
        let level = self.layout.level_from_afar(ix, step);
        page.formula(row, self.place(LEVEL), &level, last.level, &figures)?;
        let goal = self.layout.goal_from_afar(ix);
        page.formula(row, self.place(GOAL), &goal, ledger.goal, &figures)?;
        page.figure(row, self.place(LAST), f64::from(last.year), &style::year_right())?;
        let percent = style::percent();
        let progress = self.cell(column(step));
        page.formula(row, self.place(PROGRESS), &progress, last.progress, &percent)?;
        let due = row_col_to_cell(DUE, column(step));
        page.formula(row, self.place(SHARE_DUE), &due, last.scheduled, &percent)?;
        let linear = self.way(step).linear;
        page.formula(row, self.place(LINEAR), &linear, last.linear, &percent)?;
        let word = say(language, ledger.standing().message());
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
            "IF({met},{},IF({progress}<0,{},IF({progress}>{due}+{slack},{},IF({progress}<{due}-{slack},{},{}))))",
            word(Standing::Reached),
            word(Standing::WrongDirection),
            word(Standing::Ahead),
            word(Standing::Behind),
            word(Standing::OnSchedule),
            met = self.is_met(&self.cell(self.place(LEVEL)), &self.cell(self.place(GOAL))),
        )
    }

    /// What is achieved and still to do, and the rate that the years left need.
    fn needed(&self, page: &mut Page<'_>) -> Done {
        let material = self.layout.material;
        let language = material.language;
        let (ledger, convention) = (self.ledger, self.ledger.change);
        let (level, goal) = (self.cell(self.place(LEVEL)), self.cell(self.place(GOAL)));
        let (Some(last), Some(achieved)) = (ledger.last(), ledger.achieved()) else {
            return Ok(());
        };
        let format = style::in_words(2, |one| change_in_words(convention, one, Some(2), language));
        let formula = change(convention, &self.start(), &level);
        page.formula(self.row, self.place(ACHIEVED), &formula, achieved, &format)?;
        let formula = change(convention, &level, &goal);
        page.formula(self.row, self.place(REMAINING), &formula, last.remaining, &format)?;
        let format = style::in_words(2, |one| rate_in_words(convention, one, Some(2), language));
        let place = self.place(REQUIRED);
        if let Required::Rate(rate) = ledger.required {
            return page.formula(self.row, place, &self.required(), rate, &format);
        }
        let why = required_in_words(material.plan, material.projection, ledger, None, language);
        page.words(self.row, place, &self.required(), &why, &format)
    }

    /// The rate of the years left, or in words why there is none; as [`crate::model::required_rate`] has it.
    fn required(&self) -> String {
        let language = self.layout.material.language;
        let word = |id| quoted(&say(language, id));
        let (level, goal) = (self.cell(self.place(LEVEL)), self.cell(self.place(GOAL)));
        let left = self.ledger.years_left();
        let otherwise = if left == 0 {
            word("track-too-late")
        } else {
            let unreachable = word("why-not-reachable");
            match self.ledger.change {
                Change::Growth => {
                    format!("IF({goal}/{level}>0,(({goal}/{level})^(1/{left})-1)*100,{unreachable})")
                }
                Change::Decline => {
                    format!("IF({goal}/{level}>0,(1-({goal}/{level})^(1/{left}))*100,{unreachable})")
                }
                Change::Points => format!("({goal}-{level})/{left}"),
            }
        };
        format!(
            "IF({},{},{otherwise})",
            self.is_met(&level, &goal),
            word(Standing::Reached.message())
        )
    }
}

/// Both counts of progress.
struct Formulas {
    official: String,
    linear: String,
}

/// The change from one cell to another, as the convention counts it.
fn change(convention: Change, from: &str, to: &str) -> String {
    match convention {
        Change::Growth => format!("({to}/{from}-1)*100"),
        Change::Decline => format!("(1-{to}/{from})*100"),
        Change::Points => format!("{to}-{from}"),
    }
}
