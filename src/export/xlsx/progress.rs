//! Official progress of every target with actuals, year by year, and what is still needed: formulas over the
//! trajectories. Which year has the last actual is fixed, as it is on the sheet of trajectories.

use rust_xlsxwriter::{
    Chart, ChartAxisCrossing, ChartAxisLabelPosition, ChartFont, ChartLegendPosition, ChartLine,
    ChartSolidFill, ColNum, Color, ConditionalFormatCell, ConditionalFormatCellRule, RowNum,
};

use super::layout::{Layout, column};
use super::official::{self, Way};
use super::page::{Done, Page, printable, quoted, width_for};
use super::style;
use crate::figure::{change_in_words, promise, rate_in_words, required_in_words, tone};
use crate::model::{Convention, Ledger, Origin, Required, Standing, ledgers, on_levels};
use crate::plan::{Indicator, Target};
use crate::text::{Message, say};

/// The row of the table's head, of the shares due, and of the first target.
const HEAD: RowNum = 4;
const DUE: RowNum = HEAD + 1;
const FIRST: RowNum = DUE + 1;
/// The column that tells binding targets from others; progress by year stands to the right of it, as levels do on the
/// sheet of trajectories.
const BINDING: ColNum = 2;
/// Columns behind the years, counted from the first of them.
const STANDING: ColNum = 0;
const LAST: ColNum = 1;
const PROGRESS: ColNum = 2;
const SHARE_DUE: ColNum = 3;
const LINEAR: ColNum = 4;
const ACHIEVED: ColNum = 5;
const REMAINING: ColNum = 6;
const REQUIRED: ColNum = 7;
const LEVEL: ColNum = 8;
const GOAL: ColNum = 9;
/// Their widths, in characters.
const WIDTHS: [f64; 10] = [18.0, 11.0, 11.0, 12.0, 13.0, 19.0, 19.0, 22.0, 12.0, 15.0];

pub(super) fn fill(page: &mut Page<'_>, layout: &Layout<'_>) -> Done {
    let material = layout.material;
    let language = material.language;
    let mut tracked = ledgers(material.plan, material.projection);
    tracked.retain(|ledger| ledger.last_actual > 0);
    page.text(0, 0, &layout.names.progress, &style::title())?;
    page.widths(&[layout.name_width])?;
    if tracked.is_empty() {
        return page.text(1, 0, &say(language, "report-progress-none"), &style::quiet());
    }
    let help = Message::new("sheet-progress-help").with("trajectories", layout.names.trajectories.as_str());
    page.text(1, 0, &help.say(language), &style::quiet())?;
    for (place, origin, id) in [
        (0, Origin::Actual, "origin-actual"),
        (1, Origin::Interpolated, "origin-interpolated"),
        (2, Origin::Projected, "origin-projected"),
    ] {
        page.text(2, place, &say(language, id), &style::level(0.0, origin))?;
    }
    head(page, layout)?;
    for (row, ledger) in (FIRST..).zip(&tracked) {
        if let Some(target) = &material.plan.get(ledger.indicator).target {
            let tracked = Tracked {
                layout,
                indicator: material.plan.get(ledger.indicator),
                target,
                ledger,
                row,
            };
            tracked.write(page)?;
        }
    }
    let rows = RowNum::try_from(tracked.len()).unwrap_or(RowNum::MAX - FIRST);
    conditions(page, layout, FIRST + rows - 1)?;
    let end = missing(page, layout, &tracked, FIRST + rows + 1)?;
    let chart = chart(layout, rows);
    page.sheet.insert_chart(end + 1, 0, &chart)?;
    page.printed(HEAD)
}

/// The first column behind the years, plus an offset.
fn behind(layout: &Layout<'_>, offset: ColNum) -> ColNum {
    column(layout.material.plan.steps()) + 1 + offset
}

/// The table's head, and under it the share due in each year.
fn head(page: &mut Page<'_>, layout: &Layout<'_>) -> Done {
    let plan = layout.material.plan;
    let language = layout.material.language;
    for (place, id) in [
        (0, "column-indicator"),
        (1, "column-target"),
        (BINDING, "column-binding"),
    ] {
        page.text(HEAD, place, &say(language, id), &style::header())?;
    }
    page.text(DUE, 0, &say(language, "track-due"), &style::heading())?;
    for (step, year) in plan.years().enumerate().skip(1) {
        page.figure(HEAD, column(step), f64::from(year), &style::header_year())?;
        let share = crate::plan::years(step) / crate::plan::years(plan.steps());
        let formula = format!("{step}/{}", plan.steps());
        page.formula(DUE, column(step), &formula, share, &style::share(Origin::Base))?;
    }
    for (offset, id) in [
        (LAST, "track-column-last"),
        (PROGRESS, "mode-progress"),
        (SHARE_DUE, "overview-due"),
        (LINEAR, "track-column-linear"),
        (ACHIEVED, "track-column-achieved"),
        (REMAINING, "track-column-remaining"),
        (REQUIRED, "track-column-required"),
        (LEVEL, "sheet-progress-level"),
        (GOAL, "column-target-level"),
    ] {
        let place = behind(layout, offset);
        page.text(HEAD, place, &say(language, id), &style::header_right())?;
    }
    let standing = say(language, "track-column-standing");
    page.text(
        HEAD,
        behind(layout, STANDING),
        &standing,
        &style::header_centred(),
    )?;
    // Two lines, because some of the heads are longer than the figures below them.
    page.sheet.set_row_height(HEAD, 32)?;
    page.sheet.set_freeze_panes(FIRST, 1)?;
    let promises: Vec<String> = plan
        .targets()
        .map(|(.., target)| promise(target, language))
        .collect();
    page.sheet
        .set_column_width(1, width_for(promises.iter().map(String::as_str), 12.0, 24.0))?;
    page.sheet.set_column_width(BINDING, 11)?;
    page.sheet
        .set_column_range_width(column(1), column(plan.steps()), 10)?;
    for (offset, width) in (0..).zip(WIDTHS) {
        page.sheet.set_column_width(behind(layout, offset), width)?;
    }
    Ok(())
}

/// A target on its row.
struct Tracked<'a> {
    layout: &'a Layout<'a>,
    indicator: &'a Indicator,
    target: &'a Target,
    ledger: &'a Ledger,
    row: RowNum,
}

impl Tracked<'_> {
    fn write(&self, page: &mut Page<'_>) -> Done {
        let language = self.layout.material.language;
        let binding = if self.target.binding {
            "binding-yes"
        } else {
            "binding-no"
        };
        let name = self.indicator.name.get(language);
        page.name(self.row, name, self.layout.name_width)?;
        page.text(self.row, 1, &promise(self.target, language), &style::name())?;
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
        rust_xlsxwriter::utility::row_col_to_cell(self.row, column)
    }

    fn start(&self) -> String {
        self.layout.level_from_afar(self.ledger.indicator, 0)
    }

    /// Whether the level of a cell meets the target.
    fn is_met(&self, level: &str, goal: &str) -> String {
        official::holds(on_levels(self.target), level, goal)
    }

    /// Progress at a step, officially and counted linearly.
    fn way(&self, step: usize) -> Formulas {
        let ix = self.ledger.indicator;
        let (start, level) = (self.start(), self.layout.level_from_afar(ix, step));
        let goal = self.layout.goal_from_afar(ix);
        let way = Way {
            start: &start,
            level: &level,
            goal: &goal,
        };
        let steps = self.layout.material.plan.steps();
        let base = self.ledger.years[0].level;
        let there_already = official::nowhere_to_go(self.indicator, self.target, base, steps);
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
        let ix = ledger.indicator;
        let figures = style::figure(super::trajectories::largest(&[last.level, ledger.goal]));
        let level = self.layout.level_from_afar(ix, step);
        page.formula(row, self.place(LEVEL), &level, last.level, &figures)?;
        let goal = self.layout.goal_from_afar(ix);
        page.formula(row, self.place(GOAL), &goal, ledger.goal, &figures)?;
        page.figure(row, self.place(LAST), f64::from(last.year), &style::year_right())?;
        let percent = style::percent();
        let progress = self.cell(column(step));
        page.formula(row, self.place(PROGRESS), &progress, last.progress, &percent)?;
        let due = rust_xlsxwriter::utility::row_col_to_cell(DUE, column(step));
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
        let language = self.layout.material.language;
        let (ledger, convention) = (self.ledger, self.ledger.convention);
        let (level, goal) = (self.cell(self.place(LEVEL)), self.cell(self.place(GOAL)));
        let (Some(last), Some(achieved)) = (ledger.last(), ledger.achieved()) else {
            return Ok(());
        };
        let words = change_in_words(convention, 0.0, Some(2), language);
        let format = style::in_words(around_zero(&words), convention != Convention::Decline);
        let formula = change(convention, &self.start(), &level);
        page.formula(self.row, self.place(ACHIEVED), &formula, achieved, &format)?;
        let formula = change(convention, &level, &goal);
        page.formula(self.row, self.place(REMAINING), &formula, last.remaining, &format)?;
        let words = rate_in_words(convention, 0.0, Some(2), language);
        let format = style::in_words(around_zero(&words), false);
        let place = self.place(REQUIRED);
        match ledger.required {
            Required::Rate(rate) => page.formula(self.row, place, &self.required(), rate, &format),
            _ => {
                let why = required_in_words(ledger, None, language);
                page.words(self.row, place, &self.required(), &why, &format)
            }
        }
    }

    /// The rate of the years left, or in words why there is none; as [`crate::model::required_rate`] has it.
    fn required(&self) -> String {
        let language = self.layout.material.language;
        let word = |id| quoted(&say(language, id));
        let (level, goal) = (self.cell(self.place(LEVEL)), self.cell(self.place(GOAL)));
        let left = self.layout.material.plan.steps() - self.ledger.last_actual;
        let otherwise = if left == 0 {
            word("track-too-late")
        } else {
            let unreachable = word("why-not-reachable");
            match self.ledger.convention {
                Convention::Growth => {
                    format!("IF({goal}/{level}>0,(({goal}/{level})^(1/{left})-1)*100,{unreachable})")
                }
                Convention::Decline => {
                    format!("IF({goal}/{level}>0,(1-({goal}/{level})^(1/{left}))*100,{unreachable})")
                }
                Convention::Points => format!("({goal}-{level})/{left}"),
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
fn change(convention: Convention, from: &str, to: &str) -> String {
    match convention {
        Convention::Growth => format!("({to}/{from}-1)*100"),
        Convention::Decline => format!("(1-{to}/{from})*100"),
        Convention::Points => format!("{to}-{from}"),
    }
}

/// The words before and after a figure of zero.
fn around_zero(words: &str) -> (&str, &str) {
    words.split_once("0.00").unwrap_or(("", ""))
}

/// Colours that follow the words.
fn conditions(page: &mut Page<'_>, layout: &Layout<'_>, last: RowNum) -> Done {
    let place = behind(layout, STANDING);
    for standing in [
        Standing::Reached,
        Standing::Ahead,
        Standing::OnSchedule,
        Standing::Behind,
        Standing::WrongDirection,
    ] {
        let word = say(layout.material.language, standing.message()).into_owned();
        let condition = ConditionalFormatCell::new()
            .set_rule(ConditionalFormatCellRule::EqualTo(word))
            .set_format(style::status(tone(standing)));
        page.sheet
            .add_conditional_format(FIRST, place, last, place, &condition)?;
    }
    Ok(())
}

/// Targets without actuals, by name; gives back the last row.
fn missing(
    page: &mut Page<'_>,
    layout: &Layout<'_>,
    tracked: &[Ledger],
    row: RowNum,
) -> Result<RowNum, rust_xlsxwriter::XlsxError> {
    let language = layout.material.language;
    let all = layout.material.plan.targets();
    let is_lacking = |ix| tracked.iter().all(|ledger| ledger.indicator != ix);
    let mut lacking: Vec<_> = all.filter(|(ix, ..)| is_lacking(*ix)).collect();
    lacking.sort_by_key(|(.., target)| !target.binding);
    let names: Vec<&str> = lacking
        .into_iter()
        .map(|(_, indicator, _)| indicator.name.get(language))
        .collect();
    if names.is_empty() {
        return Ok(row);
    }
    let names = names.join(&say(language, "report-names-separator"));
    let text = Message::new("sheet-progress-missing")
        .with("names", names)
        .say(language);
    let (last, width) = (behind(layout, GOAL), layout.name_width + 200.0);
    page.paragraph(row, last, width, &text)?;
    Ok(row)
}

/// Bars of progress beside bars of the share due, the first target at the top.
fn chart(layout: &Layout<'_>, rows: RowNum) -> Chart {
    let sheet = layout.names.progress.as_str();
    let language = layout.material.language;
    let last = FIRST + rows - 1;
    let mut chart = Chart::new_bar();
    for (offset, colour) in [(PROGRESS, style::SCENARIO), (SHARE_DUE, style::EVEN_PATH)] {
        let place = behind(layout, offset);
        let series = chart.add_series();
        series
            .set_name((sheet, HEAD, place))
            .set_categories((sheet, FIRST, 0, last, 0))
            .set_values((sheet, FIRST, place, last, place))
            .set_gap(60)
            .set_format(ChartSolidFill::new().set_color(colour));
    }
    let mut small = ChartFont::new();
    small.set_size(9).set_color(Color::RGB(0x0040_4652));
    let title = say(language, "sheet-progress-chart");
    chart
        .title()
        .set_name(&*title)
        .set_font(ChartFont::new().set_size(13));
    // The first target stands at the top, and names stand beside the plot even where bars go below zero.
    chart
        .y_axis()
        .set_font(&small)
        .set_reverse()
        .set_crossing(ChartAxisCrossing::Max)
        .set_label_position(ChartAxisLabelPosition::Low)
        .set_major_gridlines(false);
    chart
        .x_axis()
        .set_font(&small)
        .set_num_format("0%")
        .set_major_gridlines(true)
        .set_major_gridlines_line(ChartLine::new().set_color(Color::RGB(0x00DD_E1E8)));
    chart
        .legend()
        .set_position(ChartLegendPosition::Bottom)
        .set_font(&small);
    chart
        .set_width(860)
        .set_height(140 + 44 * rows)
        .set_alt_text(printable(&title));
    chart
}
