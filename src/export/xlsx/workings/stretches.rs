//! Even paths that go from one due year to the next: the levels that are reached there, as the program's own even path has
//! them, and of levers the rates in between.

use rust_xlsxwriter::RowNum;
use rust_xlsxwriter::utility::row_col_to_cell;

use crate::export::xlsx::layout::{DueTarget, EvenStretch, Layout, ScoreColumn, column};
use crate::export::xlsx::official::{self, TargetCells};
use crate::export::xlsx::page::{Done, SheetPage};
use crate::export::xlsx::style;
use crate::model::even_rates;
use crate::plan::{Change, Form, Indicator, first_due, years};
use crate::text::say;
use crate::wording::{points_or_percent, target_in_words, unit};

pub(super) fn fill(page: &mut SheetPage<'_>, layout: &Layout<'_>) -> Done {
    let input = layout.input;
    let (heading, all) = layout.all_stretches();
    if all.is_empty() {
        return Ok(());
    }
    let title = say(input.language, "workings-stretches");
    page.header(heading, &[&title, ""], 2)?;
    page.fit(heading, [(&*title, layout.name_width)])?;
    for (step, year) in input.plan.years().enumerate() {
        page.figure(heading, column(step), f64::from(year), &style::header_year())?;
    }
    all.iter()
        .try_for_each(|stretch| EvenPath { layout, stretch }.write(page))
}

/// The even path of an indicator.
struct EvenPath<'a> {
    layout: &'a Layout<'a>,
    stretch: &'a EvenStretch,
}

/// The levels at both ends of a stretch, as the program has them.
struct Ends {
    from: f64,
    to: f64,
}

impl EvenPath<'_> {
    fn indicator(&self) -> &Indicator {
        self.layout.input.plan.get(self.stretch.ix)
    }

    fn write(&self, page: &mut SheetPage<'_>) -> Done {
        let input = self.layout.input;
        let ix = self.stretch.ix;
        let Some(even) = input.plan_path.levels(ix) else {
            return Ok(());
        };
        let figures = style::figure(style::largest(even));
        let kind = input.projection.kind(ix);
        let unit = unit(input.plan, self.indicator(), kind, input.language);
        self.head(page, self.stretch.reached, "workings-reached", &unit)?;
        let base = self.layout.level_from_afar(ix, 0);
        page.formula(self.stretch.reached, column(0), &base, even[0], &figures)?;
        let mut level = even[0];
        let mut all = Vec::new();
        for (from, to) in &self.stretch.spans {
            let mut goal = (self.reached(*from), level);
            for (row, promised) in self.due(*to) {
                let name = target_in_words(input.plan, promised.ix, input.language);
                page.text(row, 0, &name, &style::name())?;
                let wanted = say(input.language, "workings-wanted");
                page.text(row, 1, &wanted, &style::quiet().set_text_wrap())?;
                let formula = self.next(&promised, &goal.0, *to);
                let value = next_value(&promised, even[0], goal.1, *to);
                page.formula(row, column(*to), &formula, value, &figures)?;
                goal = (row_col_to_cell(row, column(*to)), value);
            }
            let formula = self.if_possible(&goal.0, &self.reached(*from));
            let is_possible = !self.indicator().is_compound() || goal.1 / level > 0.0;
            let reached = if is_possible { goal.1 } else { level };
            page.formula(self.stretch.reached, column(*to), &formula, reached, &figures)?;
            all.push(Ends {
                from: level,
                to: reached,
            });
            level = reached;
        }
        if self.indicator().is_lever() {
            self.rates(page, &all)?;
        }
        Ok(())
    }

    /// What multiplies does not get to zero or below: such a target has no path.
    fn if_possible(&self, goal: &str, from: &str) -> String {
        if self.indicator().is_compound() {
            format!("IF({goal}/{from}>0,{goal},{from})")
        } else {
            goal.to_owned()
        }
    }

    fn head(&self, page: &mut SheetPage<'_>, row: RowNum, id: &'static str, unit: &str) -> Done {
        let language = self.layout.input.language;
        page.text(row, 0, self.indicator().name.get(language), &style::name())?;
        page.text(row, 1, &say(language, id), &style::quiet().set_text_wrap())?;
        let behind = column(self.layout.input.plan.steps()) + 1;
        page.text(row, behind, unit, &style::beside_figures())
    }

    /// The level that is reached in a due year.
    fn reached(&self, step: usize) -> String {
        row_col_to_cell(self.stretch.reached, column(step))
    }

    /// The targets that are due in a step, in the plan's order, with their rows.
    fn due(&self, step: usize) -> Vec<(RowNum, DueTarget<'_>)> {
        let plan = self.layout.input.plan;
        (self.stretch.reached + 1..)
            .zip(plan.targets_of(self.stretch.ix))
            .filter(|(_, (_, target))| first_due(plan.period(), target) == step)
            .map(|(row, (ix, _))| (row, self.layout.promised(ix)))
            .collect()
    }

    /// The level after a target was seen to: the one before where that satisfies it.
    fn next(&self, promised: &DueTarget<'_>, before: &str, to: usize) -> String {
        let base = self.layout.level_from_afar(self.stretch.ix, 0);
        let figure = self.layout.figure_from_afar(promised.ix);
        let goal = match promised.target.form {
            Form::AverageGrowth(_) => format!("({base}*(1+{figure}/100)^{to})"),
            Form::CumulativeDecline(_) => format!("({base}*(1-{figure}/100))"),
            Form::CumulativeGrowth(_) => format!("({base}*(1+{figure}/100))"),
            Form::Level(_) | Form::Count(_) | Form::Done => figure,
            Form::Change(_) => format!("({base}+{figure})"),
            Form::Between(..) => {
                let upper = self.layout.score_from_afar(promised.ix, ScoreColumn::Upper);
                return format!("MIN(MAX({before},{figure}),{upper})");
            }
        };
        let is_met = TargetCells::Line(goal.clone()).is_met(promised.target, before);
        format!("IF({is_met},{before},{goal})")
    }

    /// The rates of a lever.
    fn rates(&self, page: &mut SheetPage<'_>, all: &[Ends]) -> Done {
        let input = self.layout.input;
        let steps = input.plan.steps();
        let Some(even) = even_rates(input.plan, input.scenario, self.stretch.ix) else {
            return Ok(());
        };
        let is_kept = self.stretch.rates != self.stretch.on_the_way;
        let unit = points_or_percent(self.indicator(), input.language);
        self.head(page, self.stretch.on_the_way, "column-even-rate", &unit)?;
        if is_kept {
            self.head(page, self.stretch.rates, "workings-kept", &unit)?;
        }
        let format = style::two_decimals();
        for step in 1..=steps {
            let (formula, value) = self.rate(step, all);
            let value = if is_kept { value } else { even[step - 1] };
            let place = column(step);
            page.formula(self.stretch.on_the_way, place, &formula, value, &format)?;
            if is_kept {
                let formula = self.kept(&row_col_to_cell(self.stretch.on_the_way, place));
                page.formula(self.stretch.rates, place, &formula, even[step - 1], &format)?;
            }
        }
        Ok(())
    }

    /// The even rate of a year, from the levels at both ends of its stretch; none after the last due year.
    fn rate(&self, step: usize, all: &[Ends]) -> (String, f64) {
        let inside = |(span, _): &(&(usize, usize), &Ends)| span.0 < step && step <= span.1;
        let found = self.stretch.spans.iter().zip(all).find(inside);
        let (Some(((from, to), ends)), Some(change)) = (found, self.indicator().change()) else {
            return ("0".to_owned(), 0.0);
        };
        let (start, end, left) = (self.reached(*from), self.reached(*to), to - from);
        if self
            .indicator()
            .targets
            .iter()
            .any(|target| target.form == Form::Done)
        {
            // Done at once, in the due year.
            return if step == *to {
                (format!("{end}-{start}"), ends.to - ends.from)
            } else {
                ("0".to_owned(), 0.0)
            };
        }
        let formula = match change {
            Change::Growth => format!("(({end}/{start})^(1/{left})-1)*100"),
            Change::Decline => format!("(1-({end}/{start})^(1/{left}))*100"),
            Change::Points => format!("({end}-{start})/{}", years(left)),
        };
        // Nothing to do is exactly nothing.
        let formula = format!("IF({end}={start},0,{formula})");
        (formula, change.rate(ends.from, ends.to, left))
    }

    /// A rate that is not below the growth that is asked of every year.
    fn kept(&self, rate: &str) -> String {
        let falls = self.indicator().change() == Some(Change::Decline);
        let mut kept = rate.to_owned();
        for (ix, target) in self.layout.input.plan.targets_of(self.stretch.ix) {
            let promised = self.layout.promised(ix);
            if !promised.starts_anew() {
                continue;
            }
            let figure = self.layout.figure_from_afar(ix);
            let sign = if falls { "-" } else { "" };
            let factor = format!("(1+{sign}({kept})/100)");
            let is_met = official::holds(target.on_levels(), &factor, &format!("(1+{figure}/100)"));
            kept = format!("IF({is_met},{kept},{sign}{figure})");
        }
        kept
    }
}

/// The value of [`EvenPath::next`].
fn next_value(promised: &DueTarget<'_>, base: f64, before: f64, to: usize) -> f64 {
    match promised.target.form {
        _ if promised.target.holds(base, before, to) => before,
        Form::Between(low, high) => before.max(low).min(high),
        form => form.level(base, to),
    }
}
