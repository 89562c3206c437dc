//! The row of a target.

use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{ColNum, Format, RowNum};

use super::{promise_formula, rests_on};
use crate::export::xlsx::layout::{DueTarget, Layout, ScoreColumn};
use crate::export::xlsx::look::look;
use crate::export::xlsx::official::{self, ProgressCells, TargetCells, nearer};
use crate::export::xlsx::page::{Done, NOTHING, SheetPage, quoted};
use crate::export::xlsx::style;
use crate::export::xlsx::workings::between;
use crate::export::xlsx::workings::each_year::PastCells;
use crate::model::{Assessment, Origin, Status};
use crate::plan::Form;
use crate::text::{numbers, say};
use crate::wording::{
    self, amount_in_words, evidence, gap_beside, gap_decimals, printed, promise, status_word,
    target_in_words, would_be,
};

/// A target on its row.
pub(super) struct Judged<'a> {
    pub layout: &'a Layout<'a>,
    pub promised: DueTarget<'a>,
    pub assessment: &'a Assessment,
    pub row: RowNum,
}

impl Judged<'_> {
    pub(super) fn write(&self, page: &mut SheetPage<'_>) -> Done {
        let input = self.layout.input;
        let language = input.language;
        let DueTarget { ix, target, .. } = self.promised;
        let name = target_in_words(input.plan, ix, language);
        page.name(self.row, &name, self.layout.name_width)?;
        self.figures(page)?;
        let binding = if target.binding {
            "binding-yes"
        } else {
            "binding-no"
        };
        let words = say(language, binding);
        page.text(
            self.row,
            self.column(ScoreColumn::Binding),
            &words,
            &style::beside_figures(),
        )?;
        // What the target asks for in words stands in a column that follows its figure.
        if let Some(wording) = printed(target, language) {
            let place = self.column(ScoreColumn::Wording);
            page.text(self.row, place, wording, &style::beside_figures())?;
        }
        if let Some(projected) = self.assessment.projected {
            return self.formulas(page, projected);
        }
        let word = say(language, wording::status(Status::Unknown));
        page.text(
            self.row,
            self.column(ScoreColumn::Status),
            &word,
            &style::centred(),
        )
    }

    /// The target in words, and its figures, which can be changed.
    fn figures(&self, page: &mut SheetPage<'_>) -> Done {
        let language = self.layout.input.language;
        let promise = promise(self.promised.indicator, self.promised.target, language);
        let words = promise_formula(
            &self.promised,
            &self.cell(ScoreColumn::Figure),
            &self.cell(ScoreColumn::Upper),
            language,
        );
        page.words(self.row, 1, &words, &promise, &style::name())?;
        let place = self.column(ScoreColumn::Figure);
        if self.promised.target.form == Form::Done {
            // Done is done: there is no figure to change.
            return page.figure(self.row, place, self.assessment.figure, &self.in_own_terms());
        }
        let format = style::changeable(self.in_own_terms());
        page.figure(self.row, place, self.assessment.figure, &format)?;
        match self.assessment.upper {
            Some(upper) => page.figure(self.row, self.column(ScoreColumn::Upper), upper, &format),
            None => Ok(()),
        }
    }

    fn formulas(&self, page: &mut SheetPage<'_>, projected: f64) -> Done {
        let input = self.layout.input;
        let (ix, step) = (self.promised.ix.indicator, self.step());
        let Some(levels) = input.projection.levels(ix) else {
            return Ok(());
        };
        let figures = style::figure(style::largest(levels));
        let (row, at) = (self.row, |score| self.column(score));
        self.year(page)?;
        self.basis(page)?;
        page.formula(row, at(ScoreColumn::Level), &self.level(), levels[step], &figures)?;
        page.formula(
            row,
            at(ScoreColumn::Goal),
            &self.goal(),
            self.goal_value(levels),
            &figures,
        )?;
        let in_own_terms = self.in_own_terms();
        page.ratio(
            row,
            at(ScoreColumn::Projected),
            &self.if_possible(&self.projected()),
            projected,
            &in_own_terms,
        )?;
        let gap = self.assessment.gap.unwrap_or(f64::NAN);
        page.ratio(row, at(ScoreColumn::Gap), &self.gap(), gap, &self.of_gaps())?;
        let way = self.assessment.progress.unwrap_or(f64::NAN);
        let progress = self.if_possible(&self.progress());
        page.ratio(row, at(ScoreColumn::Progress), &progress, way, &style::percent())?;
        let word = status_word(self.assessment, input.language);
        page.words(
            row,
            at(ScoreColumn::Status),
            &self.status(),
            &word,
            &style::centred(),
        )
    }

    /// A formula of what is judged: a dash where the levels cannot be.
    fn if_possible(&self, formula: &str) -> String {
        let is_possible = self.layout.is_possible(self.promised.ix.indicator);
        format!("IF({is_possible},{formula},{})", quoted(NOTHING))
    }

    /// The step whose level is judged.
    fn step(&self) -> usize {
        let plan = self.layout.input.plan;
        usize::try_from(self.assessment.year - plan.base_year).unwrap_or(self.promised.due)
    }

    /// The year that is judged: where a target is due in every year, the worst one.
    fn year(&self, page: &mut SheetPage<'_>) -> Done {
        let plan = self.layout.input.plan;
        let (place, year) = (self.column(ScoreColumn::Year), f64::from(self.assessment.year));
        if self.promised.target.is_each_year() {
            let worst = self.layout.worst_from_afar(self.promised.ix);
            let formula = format!("{}+{worst}", plan.base_year);
            page.formula(self.row, place, &formula, year, &style::year_right())
        } else if self.layout.judges_other_years() {
            page.figure(self.row, place, year, &style::year_right())
        } else {
            Ok(())
        }
    }

    /// The judged one of a row's cells, the first of which is that of a step.
    fn judged(&self, cells: &str) -> String {
        let year = self.cell(ScoreColumn::Year);
        format!("INDEX({cells},{year}-{})", self.layout.input.plan.base_year)
    }

    /// The level that is judged.
    fn level(&self) -> String {
        let (layout, ix) = (self.layout, self.promised.ix.indicator);
        if self.promised.target.is_each_year() {
            self.judged(&layout.levels_from_afar(ix, 1, layout.input.plan.steps()))
        } else {
            layout.level_from_afar(ix, self.promised.due)
        }
    }

    fn goal_value(&self, levels: &[f64]) -> f64 {
        let step = self.step();
        match self.promised.target.form {
            Form::Between(low, high) => nearer(levels[step], low, high),
            form if self.promised.starts_anew() => form.level(levels[step - 1], 1),
            form => form.level(levels[0], self.promised.due),
        }
    }

    /// Levels with the decimals that suit their size, percentages and points with two; in words, with their unit.
    fn in_own_terms(&self) -> Format {
        let (form, language) = (self.promised.target.form, self.layout.input.language);
        let decimals = match form {
            Form::Level(level) | Form::Between(_, level) => numbers::decimals_for(level),
            Form::Count(_) | Form::Done => 0,
            _ => 2,
        };
        style::in_words(decimals, |one| {
            amount_in_words(self.promised.indicator, form, one, decimals, language)
        })
    }

    /// A gap with its sign and its unit.
    fn of_gaps(&self) -> Format {
        let (indicator, target) = (self.promised.indicator, self.promised.target);
        style::in_words(gap_decimals(target.form), |one| {
            gap_beside(indicator, target, one, true, None, self.layout.input.language)
        })
    }

    /// What the judgement rests on, in words.
    fn basis(&self, page: &mut SheetPage<'_>) -> Done {
        let input = self.layout.input;
        let formula = rests_on::formula(self.layout, &self.promised);
        let shown = evidence(input.plan, self.assessment, input.language);
        let place = self.column(ScoreColumn::Basis);
        page.words(self.row, place, &formula, &shown, &style::beside_figures())
    }

    fn column(&self, what: ScoreColumn) -> ColNum {
        self.layout.score_column(what)
    }

    /// A cell of this row.
    fn cell(&self, what: ScoreColumn) -> String {
        row_col_to_cell(self.row, self.column(what))
    }

    /// The level from which the way to the target is counted.
    fn start(&self) -> String {
        let (layout, ix) = (self.layout, self.promised.ix.indicator);
        if self.promised.starts_anew() {
            self.judged(&layout.levels_from_afar(ix, 0, layout.input.plan.steps() - 1))
        } else {
            layout.level_from_afar(ix, 0)
        }
    }

    /// What the level is held against.
    fn mark(&self) -> TargetCells {
        match self.promised.target.form {
            Form::Between(..) => {
                TargetCells::Band(self.cell(ScoreColumn::Figure), self.cell(ScoreColumn::Upper))
            }
            _ => TargetCells::Line(self.cell(ScoreColumn::Goal)),
        }
    }

    /// The years over which the target's figure is counted.
    const fn years(&self) -> usize {
        if self.promised.starts_anew() {
            1
        } else {
            self.promised.due
        }
    }

    /// The level that meets the target: the inverse of [`Self::projected`].
    fn goal(&self) -> String {
        let (start, target) = (self.start(), self.cell(ScoreColumn::Figure));
        match self.promised.target.form {
            Form::AverageGrowth(_) => format!("{start}*(1+{target}/100)^{}", self.years()),
            Form::CumulativeDecline(_) => format!("{start}*(1-{target}/100)"),
            Form::CumulativeGrowth(_) => format!("{start}*(1+{target}/100)"),
            Form::Level(_) | Form::Count(_) | Form::Done => target,
            Form::Between(..) => self.mark().nearest(&self.cell(ScoreColumn::Level)),
            Form::Change(_) => format!("{start}+{target}"),
        }
    }

    /// The projected figure in the target's own terms.
    fn projected(&self) -> String {
        let (start, last) = (self.start(), self.cell(ScoreColumn::Level));
        match self.promised.target.form {
            Form::AverageGrowth(_) => format!("(({last}/{start})^(1/{})-1)*100", self.years()),
            Form::CumulativeDecline(_) => format!("(1-{last}/{start})*100"),
            Form::CumulativeGrowth(_) => format!("({last}/{start}-1)*100"),
            Form::Level(_) | Form::Between(..) => last,
            Form::Count(_) | Form::Done => format!("INT({last}+1E-9)"),
            Form::Change(_) => format!("{last}-{start}"),
        }
    }

    fn gap(&self) -> String {
        let asked = match self.promised.target.form {
            Form::Between(..) => ScoreColumn::Goal,
            _ => ScoreColumn::Figure,
        };
        format!("{}-{}", self.cell(ScoreColumn::Projected), self.cell(asked))
    }

    /// Whether the projected figure meets the target.
    fn holds(&self) -> String {
        match self.mark() {
            TargetCells::Line(_) => {
                let [figure, asked] =
                    [ScoreColumn::Projected, ScoreColumn::Figure].map(|score| self.cell(score));
                official::holds(self.promised.target.comparator, &figure, &asked)
            }
            band @ TargetCells::Band(..) => band.is_met(self.promised.target, &self.cell(ScoreColumn::Level)),
        }
    }

    fn progress(&self) -> String {
        let way = ProgressCells {
            start: &self.start(),
            level: &self.cell(ScoreColumn::Level),
            mark: &self.mark(),
        };
        way.progress(self.promised.indicator, self.promised.target)
    }

    /// The status in words, as [`status_word`] has it.
    fn status(&self) -> String {
        let language = self.layout.input.language;
        let (ix, target) = (self.promised.ix.indicator, self.promised.target);
        let word = |id| quoted(&say(language, id));
        let last_actual = self.layout.last_actual_from_afar(ix);
        let due = self.promised.due;
        let known = look(Origin::Interpolated).rank;
        let is_unknown = format!("{}>{known}", self.layout.origin_from_afar(ix, due));
        let is_between = between::lies_between(self.layout, &self.promised);
        // What data have missed cannot be mended in the years that are left; what levels between data miss can.
        let is_open = if target.is_each_year() {
            let steps = self.layout.input.plan.steps();
            let judged = self.judged(&self.layout.origins_from_afar(ix, 1, steps));
            let past = PastCells {
                layout: self.layout,
                ix: self.promised.ix,
                last: last_actual.clone(),
            };
            let failed = past.has_missed();
            format!("AND(NOT({failed}),OR({is_unknown},{judged}={known}))")
        } else {
            format!("OR({is_unknown},{is_between})")
        };
        // What never falls stays reached.
        let is_reached = between::is_reached(self.layout, &self.promised);
        let is_met_open = format!("OR(AND({is_unknown},NOT({is_reached})),{is_between})");
        let said = |open: &str, now, later| format!("IF({open},{},{})", word(later), word(now));
        let met = said(&is_met_open, wording::status(Status::Met), would_be(Status::Met));
        let [close, missed, wrong] = [Status::Close, Status::Missed, Status::WrongDirection]
            .map(|status| said(&is_open, wording::status(status), would_be(status)));
        let on_line = if target.comparator.is_strict() {
            official::is_same(&self.cell(ScoreColumn::Level), &self.cell(ScoreColumn::Goal))
        } else {
            "FALSE".to_owned()
        };
        // A dash stands where progress has no figure.
        format!(
            "IF(NOT({}),{},IF(AND({last_actual}=0,{}={}),{},IF(AND(ISNUMBER({}),{}),{met},IF({on_line},{},\
             IF(AND(ISNUMBER({way}),{way}>=0.9-1E-9),{close},IF(AND(ISNUMBER({way}),OR({way}>=-1E-9,{base_meets})),{missed},{wrong}))))))",
            self.layout.is_possible(ix),
            word("status-impossible"),
            self.layout.origin_from_afar(ix, self.promised.due),
            look(Origin::Assumed).rank,
            word("status-assumed"),
            self.cell(ScoreColumn::Projected),
            self.holds(),
            said(&is_open, "status-on-line", "status-would-be-on-line"),
            base_meets = self.mark().is_met(target, &self.start()),
            way = self.cell(ScoreColumn::Progress),
        )
    }
}
