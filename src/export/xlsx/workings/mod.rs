//! From figures as published to levels that are known and the gaps between them, step by step, as
//! [`crate::scenario`] resolves actuals. The trajectories take their levels from here.

pub(super) mod between;
mod corrections;
pub(super) mod counts;
pub(super) mod each_year;
mod stretches;

use rust_xlsxwriter::FormatAlign;

use super::layout::{FIRST_ROW, GroupedLine, Input, Layout, Working, column};
use super::page::{Done, NOTHING, SheetPage, quoted};
use super::style;
use super::trajectories::changed;
use crate::model::Origin;
use crate::plan::{Indicator, IndicatorIx};
use crate::scenario::{Actual, ActualEntry};
use crate::text::{Message, say};
use crate::wording::{points_or_percent, unit};

/// Width of the column that says what a row is, in characters.
const KIND_WIDTH: f64 = 44.0;

/// The published figures of an indicator, by step; step 0 has none.
pub(super) struct PublishedFigures {
    figures: [Vec<Option<f64>>; 3],
    /// Levels beside a change against the base year that was entered first, which is the one that counts.
    pub set_aside: Vec<(usize, f64)>,
}

impl PublishedFigures {
    pub(super) fn new(layout: &Layout<'_>, ix: IndicatorIx) -> Self {
        let plan = layout.input.plan;
        let none = || vec![None; plan.steps() + 1];
        let mut published = Self {
            figures: [none(), none(), none()],
            set_aside: Vec::new(),
        };
        for ActualEntry { year, figure } in layout.input.scenario.actuals.get(ix).into_iter().flatten() {
            let Ok(step) = usize::try_from(year - plan.base_year) else {
                continue;
            };
            let input = match figure {
                Actual::Level(level) if published.get(Input::Cumulative, step).is_some() => {
                    published.set_aside.push((step, *level));
                    continue;
                }
                Actual::Level(_) => Input::Level,
                Actual::CumulativeChange(_) => Input::Cumulative,
                Actual::AnnualChange(_) => Input::Annual,
            };
            let place = published.figures[input as usize].get_mut(step);
            if let Some(place) = place {
                place.get_or_insert(figure.value());
            }
        }
        published
    }

    pub(super) fn get(&self, input: Input, step: usize) -> Option<f64> {
        self.figures[input as usize].get(step).copied().flatten()
    }
}

/// The values that the formulas for one indicator have, by step; of a derived one, those in the first two tables.
struct Worked {
    forward: Vec<Option<f64>>,
    known: Vec<Option<f64>>,
    next: Vec<Option<f64>>,
    given: Vec<f64>,
    open: Vec<f64>,
}

impl Worked {
    fn new(layout: &Layout<'_>, ix: IndicatorIx, indicator: &Indicator) -> Self {
        let projection = layout.input.projection;
        let published = PublishedFigures::new(layout, ix);
        let levels = projection.levels(ix).unwrap_or_default();
        let is_known = |origin: &Origin| matches!(origin, Origin::Base | Origin::Actual);
        let known: Vec<Option<f64>> = levels
            .iter()
            .zip(projection.origins(ix))
            .map(|(level, origin)| is_known(origin).then_some(*level))
            .collect();
        let mut forward = known.clone();
        for step in 1..forward.len() {
            let own = [Input::Level, Input::Cumulative]
                .into_iter()
                .any(|input| published.get(input, step).is_some());
            let follows = published.get(Input::Annual, step).is_some() && forward[step - 1].is_some();
            if !(own || follows) {
                forward[step] = None;
            }
        }
        let mut next = known.clone();
        let neutral = if indicator.is_compound() { 1.0 } else { 0.0 };
        let (mut given, mut open) = (vec![neutral; known.len()], vec![0.0; known.len()]);
        for step in (1..known.len()).rev() {
            let later = (known[step].is_none() && step + 1 < known.len()).then_some(step + 1);
            if let Some(later) = later {
                (next[step], given[step], open[step]) = (next[later], given[later], open[later]);
            }
            match published.get(Input::Annual, step) {
                Some(change) if indicator.is_compound() => given[step] *= 1.0 + change / 100.0,
                Some(change) => given[step] += change,
                None => open[step] += 1.0,
            }
        }
        Self {
            forward,
            known,
            next,
            given,
            open,
        }
    }
}

pub(super) fn fill(page: &mut SheetPage<'_>, layout: &Layout<'_>) -> Done {
    let input = layout.input;
    let language = input.language;
    let steps = input.plan.steps();
    page.text(0, 0, &layout.names.workings, &style::title())?;
    let help = Message::new("sheet-workings-help").with("actuals", layout.names.actuals.as_str());
    page.text(1, 0, &help.say(language), &style::quiet())?;
    page.sheet.set_freeze_panes(FIRST_ROW - 1, 2)?;
    page.widths(&[layout.name_width, KIND_WIDTH])?;
    page.sheet.set_column_range_width(column(0), column(steps), 11)?;
    for (working, id) in [
        (Working::Forward, "workings-forward"),
        (Working::Known, "workings-known"),
        (Working::Next, "workings-next"),
        (Working::Given, "workings-given"),
        (Working::Open, "workings-open"),
    ] {
        let row = layout.working_heading(working);
        let title = say(language, id);
        page.header(row, &[&title, &say(language, "column-unit")], 2)?;
        page.fit(row, [(&*title, layout.name_width)])?;
        for (step, year) in input.plan.years().enumerate() {
            page.figure(row, column(step), f64::from(year), &style::header_year())?;
        }
        let lines = match working {
            Working::Forward | Working::Known => layout.with_levels(),
            Working::Next | Working::Given | Working::Open => layout.with_rates(),
        };
        for (row, line) in (row + 1..).zip(lines) {
            if let GroupedLine::Heading(name) = line {
                page.text(row, 0, name, &style::heading())?;
            }
        }
    }
    for line in layout.with_levels() {
        if let GroupedLine::Indicator(ix, indicator) = line {
            Workings {
                layout,
                ix,
                indicator,
            }
            .write(page)?;
        }
    }
    corrections::fill(page, layout)?;
    each_year::fill(page, layout)?;
    stretches::fill(page, layout)?;
    counts::fill(page, layout)?;
    // The tables have heads of their own.
    page.printed(0)
}

/// An indicator in every table that has it.
struct Workings<'a> {
    layout: &'a Layout<'a>,
    ix: IndicatorIx,
    indicator: &'a Indicator,
}

impl Workings<'_> {
    fn write(&self, page: &mut SheetPage<'_>) -> Done {
        let (layout, ix) = (self.layout, self.ix);
        let input = layout.input;
        let worked = Worked::new(layout, ix, self.indicator);
        let levels = input.projection.levels(ix).unwrap_or_default();
        let figures = style::figure(style::largest(levels)).set_align(FormatAlign::Right);
        let tables = if self.indicator.is_lever() {
            &Working::ALL[..]
        } else {
            &Working::OF_ALL[..]
        };
        for working in tables {
            let row = layout.working_row(ix, *working);
            page.text(row, 0, self.indicator.name.get(input.language), &style::name())?;
            page.text(row, 1, &self.unit(*working), &style::quiet().set_text_wrap())?;
        }
        if let Some(base) = levels.first() {
            let cell = layout.level_from_afar(ix, 0);
            for working in [Working::Forward, Working::Known] {
                page.formula(layout.working_row(ix, working), column(0), &cell, *base, &figures)?;
            }
        }
        for step in 1..=input.plan.steps() {
            let row = |working| layout.working_row(ix, working);
            let place = column(step);
            let mut perhaps =
                |working, formula: &str, value| page.perhaps(row(working), place, formula, value, &figures);
            perhaps(Working::Forward, &self.forward(step), worked.forward[step])?;
            perhaps(Working::Known, &self.known(step), worked.known[step])?;
            if !self.indicator.is_lever() {
                continue;
            }
            perhaps(Working::Next, &self.next(step), worked.next[step])?;
            let given = worked.given[step];
            page.formula(
                row(Working::Given),
                place,
                &self.given(step),
                given,
                &style::factor(),
            )?;
            let open = worked.open[step];
            page.formula(row(Working::Open), place, &self.open(step), open, &style::whole())?;
        }
        Ok(())
    }

    fn unit(&self, working: Working) -> String {
        let input = self.layout.input;
        let language = input.language;
        match working {
            Working::Forward | Working::Known | Working::Next => {
                let basis = input.projection.kind(self.ix);
                unit(input.plan, self.indicator, basis, language).into_owned()
            }
            Working::Given if self.indicator.is_compound() => say(language, "workings-factor").into_owned(),
            Working::Given => points_or_percent(self.indicator, language).into_owned(),
            Working::Open => say(language, "workings-years").into_owned(),
        }
    }

    fn input(&self, input: Input, step: usize) -> String {
        self.layout.input_from_afar(self.ix, input, step)
    }

    fn cell(&self, working: Working, step: usize) -> String {
        self.layout.working(self.ix, working, step)
    }

    /// The step after this one, if it is one of the plan's.
    fn after(&self, step: usize) -> Option<usize> {
        (step < self.layout.input.plan.steps()).then_some(step + 1)
    }

    /// A figure of the year itself, else a change from a level known the year before.
    fn forward(&self, step: usize) -> String {
        let (level, cumulative) = (
            self.input(Input::Level, step),
            self.input(Input::Cumulative, step),
        );
        let annual = self.input(Input::Annual, step);
        let before = self.cell(Working::Forward, step - 1);
        let since_base = changed(
            self.indicator,
            &self.layout.level_from_afar(self.ix, 0),
            &cumulative,
        );
        let since_last = changed(self.indicator, &before, &annual);
        format!(
            "IF(ISNUMBER({level}),{level},IF(ISNUMBER({cumulative}),{since_base},\
             IF(AND(ISNUMBER({annual}),ISNUMBER({before})),{since_last},{})))",
            quoted(NOTHING)
        )
    }

    /// The above, else what a change in the year after leads back to.
    fn known(&self, step: usize) -> String {
        let forward = self.cell(Working::Forward, step);
        let otherwise = self.after(step).map_or_else(
            || quoted(NOTHING),
            |after| {
                let (level, change) = (self.cell(Working::Known, after), self.input(Input::Annual, after));
                let back = if self.indicator.is_compound() {
                    format!("{level}/(1+{change}/100)")
                } else {
                    format!("{level}-{change}")
                };
                format!(
                    "IF(AND(ISNUMBER({level}),ISNUMBER({change})),{back},{})",
                    quoted(NOTHING)
                )
            },
        );
        format!("IF(ISNUMBER({forward}),{forward},{otherwise})")
    }

    /// A cell of the year after, as long as the year itself has no known level; otherwise `at_last`.
    fn unless_known(&self, working: Working, step: usize, at_last: &str) -> String {
        let known = self.cell(Working::Known, step);
        self.after(step).map_or_else(
            || at_last.to_owned(),
            |after| format!("IF(ISNUMBER({known}),{at_last},{})", self.cell(working, after)),
        )
    }

    fn next(&self, step: usize) -> String {
        let known = self.cell(Working::Known, step);
        self.unless_known(Working::Next, step, &known)
    }

    fn given(&self, step: usize) -> String {
        let annual = self.input(Input::Annual, step);
        if self.indicator.is_compound() {
            let later = self.unless_known(Working::Given, step, "1");
            format!("IF(ISNUMBER({annual}),1+{annual}/100,1)*{later}")
        } else {
            let later = self.unless_known(Working::Given, step, "0");
            format!("IF(ISNUMBER({annual}),{annual},0)+{later}")
        }
    }

    fn open(&self, step: usize) -> String {
        let annual = self.input(Input::Annual, step);
        let later = self.unless_known(Working::Open, step, "0");
        format!("IF(ISNUMBER({annual}),0,1)+{later}")
    }
}
