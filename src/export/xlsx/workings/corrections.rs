//! What leads from the identities of derived indicators to their published figures: k in the guide, nothing in the base
//! year, in even steps from one published figure to the next, the same after the last, as
//! [`crate::model::Discrepancies`] has it.

use rust_xlsxwriter::RowNum;

use crate::export::xlsx::layout::{CorrectionRow, Layout, Working, column};
use crate::export::xlsx::page::{Done, NOTHING, SheetPage, quoted};
use crate::export::xlsx::style;
use crate::export::xlsx::trajectories::identity;
use crate::model::Discrepancy;
use crate::plan::{Dynamics, Expression, Indicator, IndicatorIx};
use crate::text::say;
use crate::wording::unit;

pub(super) fn fill(page: &mut SheetPage<'_>, layout: &Layout<'_>) -> Done {
    let input = layout.input;
    let (heading, all) = layout.corrections();
    if all.is_empty() {
        return Ok(());
    }
    let title = say(input.language, "workings-corrections");
    page.header(heading, &[&title, &say(input.language, "column-unit")], 2)?;
    page.fit(heading, [(&*title, layout.name_width)])?;
    for (step, year) in input.plan.years().enumerate() {
        page.figure(heading, column(step), f64::from(year), &style::header_year())?;
    }
    for ix in all {
        let indicator = input.plan.get(*ix);
        if let Dynamics::Derived(expression) = &indicator.dynamics {
            let derived = Derived {
                layout,
                ix: *ix,
                indicator,
                expression,
            };
            derived.write(page)?;
        }
    }
    Ok(())
}

struct Derived<'a> {
    layout: &'a Layout<'a>,
    ix: IndicatorIx,
    indicator: &'a Indicator,
    expression: &'a Expression,
}

/// The values that the formulas have, by step.
struct Corrected {
    identity: Vec<f64>,
    next: Vec<Option<f64>>,
    years: Vec<f64>,
    applied: Vec<f64>,
}

impl Derived<'_> {
    fn write(&self, page: &mut SheetPage<'_>) -> Done {
        let Some(corrected) = self.corrected() else {
            return Ok(());
        };
        let language = self.layout.input.language;
        for (correction, unit) in CorrectionRow::ALL.into_iter().zip(self.units()) {
            let row = self.row(correction);
            page.text(row, 0, self.indicator.name.get(language), &style::name())?;
            page.text(row, 1, &unit, &style::quiet().set_text_wrap())?;
        }
        let figures = style::figure(style::largest(&corrected.identity));
        let factors = style::factor();
        for step in 0..=self.layout.input.plan.steps() {
            let place = column(step);
            let (row, value) = (self.row(CorrectionRow::Identity), corrected.identity[step]);
            match self.identity(step) {
                Some(formula) => page.formula(row, place, &formula, value, &figures)?,
                None => page.figure(row, place, value, &figures)?,
            }
            let value = corrected.applied[step];
            page.formula(
                self.row(CorrectionRow::Applied),
                place,
                &self.applied(step),
                value,
                &factors,
            )?;
            if step == 0 {
                continue;
            }
            page.perhaps(
                self.row(CorrectionRow::Next),
                place,
                &self.next(step),
                corrected.next[step],
                &factors,
            )?;
            let left = corrected.years[step];
            page.formula(
                self.row(CorrectionRow::Years),
                place,
                &self.years(step),
                left,
                &style::whole(),
            )?;
        }
        Ok(())
    }

    fn row(&self, correction: CorrectionRow) -> RowNum {
        self.layout.correction_row(self.ix, correction)
    }

    /// What each row is, with its unit.
    fn units(&self) -> [String; 4] {
        let input = self.layout.input;
        let language = input.language;
        let basis = input.projection.kind(self.ix);
        let unit = unit(input.plan, self.indicator, basis, language);
        let what = |id| say(language, id).into_owned();
        [
            format!("{} ({unit})", what("workings-identity")),
            what("workings-correction-next"),
            what("workings-correction-years"),
            what("workings-correction"),
        ]
    }

    fn cell(&self, correction: CorrectionRow, step: usize) -> String {
        self.layout.correction(self.ix, correction, step)
    }

    fn known(&self, step: usize) -> String {
        self.layout.working(self.ix, Working::Known, step)
    }

    /// Nothing where the identity is longer than a formula may be.
    fn identity(&self, step: usize) -> Option<String> {
        identity(self.layout, self.ix, self.expression, step, &|input, step| {
            self.layout.level_from_afar(input, step)
        })
    }

    /// What corrects the level of the next year with a published figure.
    fn next(&self, step: usize) -> String {
        let (known, identity) = (self.known(step), self.cell(CorrectionRow::Identity, step));
        let own = if self.indicator.is_compound() {
            format!("{known}/{identity}")
        } else {
            format!("{known}-{identity}")
        };
        let later = if step < self.layout.input.plan.steps() {
            self.cell(CorrectionRow::Next, step + 1)
        } else {
            quoted(NOTHING)
        };
        format!("IF(ISNUMBER({known}),{own},{later})")
    }

    fn years(&self, step: usize) -> String {
        let known = self.known(step);
        let later = if step < self.layout.input.plan.steps() {
            format!("{}+1", self.cell(CorrectionRow::Years, step + 1))
        } else {
            "0".to_owned()
        };
        format!("IF(ISNUMBER({known}),0,{later})")
    }

    /// One step of as many as are left: the steps are even.
    fn applied(&self, step: usize) -> String {
        let Some(before) = step.checked_sub(1) else {
            return if self.indicator.is_compound() { "1" } else { "0" }.to_owned();
        };
        let before = self.cell(CorrectionRow::Applied, before);
        let (next, left) = (
            self.cell(CorrectionRow::Next, step),
            self.cell(CorrectionRow::Years, step),
        );
        let further = if self.indicator.is_compound() {
            format!("{before}*({next}/{before})^(1/({left}+1))")
        } else {
            format!("{before}+({next}-{before})/({left}+1)")
        };
        format!("IF(ISNUMBER({next}),{further},{before})")
    }

    /// The same figures as the program has them; nothing without levels.
    fn corrected(&self) -> Option<Corrected> {
        let input = self.layout.input;
        let (plan, projection) = (input.plan, input.projection);
        let levels = projection.levels(self.ix)?;
        let found: Vec<&Discrepancy> = projection.discrepancies().of(self.ix).collect();
        let published = |step: usize| found.iter().find(|found| found.year == plan.year(step));
        let is_ratio = self.indicator.is_compound();
        let size = |found: &Discrepancy| {
            if is_ratio {
                found.entered / found.identity
            } else {
                found.entered - found.identity
            }
        };
        let steps = plan.steps();
        let (mut next, mut left) = (vec![None; steps + 1], vec![0.0; steps + 1]);
        for step in (1..=steps).rev() {
            if let Some(found) = published(step) {
                next[step] = Some(size(found));
            } else if step < steps {
                next[step] = next[step + 1];
                left[step] = left[step + 1] + 1.0;
            }
        }
        let mut applied = vec![if is_ratio { 1.0 } else { 0.0 }];
        let mut identity = vec![levels[0]];
        for step in 1..=steps {
            let before = applied[step - 1];
            let own = match next[step] {
                Some(next) if is_ratio => before * libm::pow(next / before, 1.0 / (left[step] + 1.0)),
                Some(next) => before + (next - before) / (left[step] + 1.0),
                None => before,
            };
            applied.push(own);
            identity.push(match published(step) {
                Some(found) => found.identity,
                None if is_ratio => levels[step] / own,
                None => levels[step] - own,
            });
        }
        Some(Corrected {
            identity,
            next,
            years: left,
            applied,
        })
    }
}
