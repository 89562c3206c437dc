//! The scenario's own line in a chart: a row for each kind of level that it passes, so that each has its look.

use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{Format, RowNum};

use super::hide_gaps;
use super::series::{LineSegment, PlottedLine};
use crate::export::xlsx::layout::{Layout, column};
use crate::export::xlsx::look::look;
use crate::export::xlsx::page::{Done, SheetPage, quoted};
use crate::export::xlsx::style;
use crate::figure::rests_on_data;
use crate::model::Origin;
use crate::plan::{Dynamics, IndicatorIx};
use crate::text::{Message, say};

/// The line of one indicator.
pub(super) struct Own<'a> {
    pub layout: &'a Layout<'a>,
    pub ix: IndicatorIx,
    /// The row with the years.
    pub years: RowNum,
}

impl Own<'_> {
    fn steps(&self) -> usize {
        self.layout.input.plan.steps()
    }

    /// Into how many lines the years of a kind are divided. Spreadsheets connect a line across years that it leaves out,
    /// so actuals with interpolated years between them need a line for each stretch; those beyond the third share one.
    pub fn stretches(&self, part: LineSegment) -> usize {
        match part {
            LineSegment::Of(Origin::Actual) => self.steps().div_ceil(2).min(3),
            _ => 1,
        }
    }

    /// The years of one kind, and the years before and after to which its line leads. A line between two years is of the
    /// weaker kind of both, so that every year is connected once.
    pub fn write(
        &self,
        page: &mut SheetPage<'_>,
        row: RowNum,
        (part, stretch): (LineSegment, usize),
        format: &Format,
    ) -> Done {
        let layout = self.layout;
        let (formula, name) = self.name(part, stretch);
        if formula.is_empty() {
            page.name(row, &name, layout.name_width)?;
        } else {
            page.words(row, 0, &formula, &name, &style::name())?;
            page.fit(row, [(name.as_str(), layout.name_width)])?;
        }
        let levels = layout.input.projection.levels(self.ix).unwrap_or_default();
        let drawn = drawn(layout, self.ix);
        for (step, level) in levels.iter().enumerate() {
            let (belongs, is_there) = self.belongs(part, stretch, step, &drawn);
            let at = layout.level_from_afar(self.ix, step);
            let formula = format!("IF({belongs},{at},NA())");
            if is_there {
                page.formula(row, column(step), &formula, *level, format)?;
            } else {
                page.words(row, column(step), &formula, "#N/A", format)?;
            }
        }
        hide_gaps(page, row, self.steps())
    }

    /// Whether a year is on the line of a kind, as a formula and as it is.
    fn belongs(
        &self,
        part: LineSegment,
        stretch: usize,
        step: usize,
        drawn: &[LineSegment],
    ) -> (String, bool) {
        let rank = part.rank();
        let own = drawn[step].rank();
        let mut reasons = vec![format!("{}={rank}", self.kind(step))];
        let mut is_there = own == rank;
        if part != LineSegment::Marks {
            let beside = drawn.iter().enumerate();
            for (other, part) in beside.filter(|(other, _)| other.abs_diff(step) == 1) {
                reasons.push(format!("MAX({},{})={rank}", self.kind(step), self.kind(other)));
                is_there |= own.max(part.rank()) == rank;
            }
        }
        let belongs = format!("OR({})", reasons.join(","));
        let stretches = self.stretches(part);
        if stretches == 1 {
            return (belongs, is_there);
        }
        let is_last = stretch + 1 == stretches;
        let sign = if is_last { ">=" } else { "=" };
        let before = gaps(&drawn[..=step]);
        (
            format!("AND({belongs},{}{sign}{stretch})", self.gaps_before(step)),
            is_there && (before == stretch || (is_last && before > stretch)),
        )
    }

    /// The rank of what a year rests on, as a formula. What is partly assumed is drawn as known where it rests on data.
    fn kind(&self, step: usize) -> String {
        let plan = self.layout.input.plan;
        let own = self.layout.origin_from_afar(self.ix, step);
        let is_derived = matches!(plan.get(self.ix).dynamics, Dynamics::Derived(_));
        if step == 0 || !is_derived {
            return own;
        }
        let [partly, set] = [Origin::PartlyAssumed, Origin::Projected].map(|origin| look(origin).rank);
        let mut reasons = vec![
            format!("{own}={partly}"),
            format!("{step}<={}", self.layout.last_actual_from_afar(self.ix)),
        ];
        let levers = self.levers_behind(step).into_iter();
        reasons.extend(levers.map(|lever| format!("{}<>{set}", self.layout.origin_from_afar(lever, step))));
        format!(
            "IF(AND({}),{},{own})",
            reasons.join(","),
            LineSegment::PartlyDerived.rank()
        )
    }

    /// The levers that a derived level follows from, but for those behind figures that were entered.
    fn levers_behind(&self, step: usize) -> Vec<IndicatorIx> {
        let (plan, scenario) = (self.layout.input.plan, self.layout.input.scenario);
        let is_entered = |ix: IndicatorIx| {
            let mut entries = scenario.actuals.get(ix).into_iter().flatten();
            entries.any(|entry| entry.year == plan.year(step))
        };
        let mut is_seen = vec![false; plan.indicators.len()];
        let mut levers = Vec::new();
        let mut open = vec![self.ix];
        while let Some(ix) = open.pop() {
            if std::mem::replace(&mut is_seen[ix.position()], true) {
                continue;
            }
            match &plan.get(ix).dynamics {
                Dynamics::Derived(_) if is_entered(ix) => {}
                Dynamics::Derived(expression) => open.extend(expression.inputs()),
                _ => levers.push(ix),
            }
        }
        levers.sort_unstable();
        levers
    }

    /// The name in the legend, as a formula where it says until when there are data, and in words.
    fn name(&self, part: LineSegment, stretch: usize) -> (String, String) {
        let input = self.layout.input;
        let language = input.language;
        let kind = say(language, part.legend()).into_owned();
        if part == LineSegment::Of(Origin::Projected) {
            let name = Message::new("legend-kind-of")
                .with("scenario", input.scenario.name.get(language))
                .with("kind", kind);
            return (String::new(), name.say(language));
        }
        if stretch > 0 {
            let name = Message::new("legend-stretch")
                .with("kind", kind)
                .with("number", stretch + 1);
            return (String::new(), name.say(language));
        }
        let Some(until) = self.until(part) else {
            return (String::new(), kind);
        };
        let dated = |year: &str| {
            let dated = Message::new("legend-kind-until").with("kind", kind.as_str());
            dated.with("year", year).say(language)
        };
        // A private-use character, which no message has and every message leaves as it is.
        let around = dated("\u{E000}");
        let (before, after) = around.split_once('\u{E000}').unwrap_or((&around, ""));
        let formula = format!(
            "IF({until}=0,{},{}&{until}&{})",
            quoted(&kind),
            quoted(before),
            quoted(after)
        );
        let drawn = drawn(self.layout, self.ix);
        let is_of = |step: &usize| drawn[*step].rank() == part.rank();
        let last = match part {
            LineSegment::PartlyDerived => Some(input.projection.last_actual(self.ix)).filter(is_of),
            _ => (1..=self.steps()).rev().find(is_of),
        };
        let name = last.map_or(kind.clone(), |step| dated(&input.plan.year(step).to_string()));
        (formula, name)
    }

    /// The last year of a kind that rests on data, as a formula that gives 0 without any; nothing for other kinds.
    fn until(&self, part: LineSegment) -> Option<String> {
        let plan = self.layout.input.plan;
        let steps = self.steps();
        match part {
            LineSegment::Of(Origin::Actual | Origin::Implied) | LineSegment::Marks => {
                let first = row_col_to_cell(self.years, column(1));
                let years = format!("{first}:{}", row_col_to_cell(self.years, column(steps)));
                let origins = self.layout.origins_from_afar(self.ix, 1, steps);
                Some(format!("SUMPRODUCT(MAX(({origins}={})*{years}))", part.rank()))
            }
            // What is derived in part from data is so up to their last step.
            LineSegment::PartlyDerived if matches!(plan.get(self.ix).dynamics, Dynamics::Derived(_)) => {
                let last = self.layout.last_actual_from_afar(self.ix);
                let at_last = |ix| format!("INDEX({},{last})", self.layout.origins_from_afar(ix, 1, steps));
                let [partly, set] =
                    [Origin::PartlyAssumed, Origin::Projected].map(|origin| look(origin).rank);
                let mut reasons = vec![format!("{}={partly}", at_last(self.ix))];
                let levers = self.levers_behind(0).into_iter();
                reasons.extend(levers.map(|lever| format!("{}<>{set}", at_last(lever))));
                let reasons = reasons.join(",");
                let base = plan.base_year;
                Some(format!("IF({last}=0,0,IF(AND({reasons}),{base}+{last},0))"))
            }
            _ => None,
        }
    }

    /// How many stretches of interpolated years have begun by a step.
    fn gaps_before(&self, step: usize) -> String {
        let Some(before) = step.checked_sub(1) else {
            return "0".to_owned();
        };
        let rank = look(Origin::Interpolated).rank;
        let until = |first, last| self.layout.origins_from_afar(self.ix, first, last);
        format!(
            "SUMPRODUCT(({}={rank})*({}<>{rank}))",
            until(1, step),
            until(0, before)
        )
    }
}

/// What the levels of an indicator are drawn as, from the base year on.
fn drawn(layout: &Layout<'_>, ix: IndicatorIx) -> Vec<LineSegment> {
    let (plan, projection) = (layout.input.plan, layout.input.projection);
    let origins = projection.origins(ix).iter().enumerate();
    let part = |(step, origin): (usize, &Origin)| match origin {
        Origin::PartlyAssumed if rests_on_data(plan, projection, ix, step) => LineSegment::PartlyDerived,
        origin => LineSegment::Of(*origin),
    };
    origins.map(part).collect()
}

/// Lines that the legend leaves out: kinds that do not occur, further stretches, lines whose marks have a name, and the
/// base year, which is where each line begins.
pub(super) fn unnamed(layout: &Layout<'_>, ix: IndicatorIx, kinds: &[PlottedLine]) -> Vec<usize> {
    let drawn = drawn(layout, ix);
    let occurs = |part: LineSegment| drawn.iter().any(|drawn| drawn.rank() == part.rank());
    let is_unnamed = |kind: &PlottedLine| match kind {
        PlottedLine::Scenario(LineSegment::Of(Origin::Base | Origin::Interpolated), _) => true,
        PlottedLine::Scenario(part, stretch) => *stretch > 0 || !occurs(*part),
        _ => false,
    };
    (0..kinds.len())
        .filter(|place| is_unnamed(&kinds[*place]))
        .collect()
}

/// How many stretches of interpolated years there are.
fn gaps(drawn: &[LineSegment]) -> usize {
    let between = LineSegment::Of(Origin::Interpolated);
    let begins = |pair: &&[LineSegment]| pair[0] != between && pair[1] == between;
    drawn.windows(2).filter(begins).count()
}
