//! The row of a target.

use rust_xlsxwriter::{Format, RowNum};

use super::{BASIS_COLUMN, STATUS_COLUMN, promise_formula};
use crate::export::xlsx::layout::{FIGURE_COLUMN, Layout, Promised};
use crate::export::xlsx::look::{DRAWN, look};
use crate::export::xlsx::official::{self, Way};
use crate::export::xlsx::page::{Done, Page, quoted};
use crate::export::xlsx::{style, trajectories};
use crate::figure::{amount_in_words, gap_beside, promise, wording};
use crate::model::{Assessment, Origin, Status};
use crate::plan::Form;
use crate::text::{numbers, say};
use crate::wording::{status_word, would_be};

/// A target on its row.
pub(super) struct Judged<'a> {
    pub layout: &'a Layout<'a>,
    pub promised: Promised<'a>,
    pub assessment: &'a Assessment,
    pub row: RowNum,
}

impl Judged<'_> {
    pub(super) fn write(&self, page: &mut Page<'_>) -> Done {
        let language = self.layout.material.language;
        let target = self.promised.target;
        let binding = if target.binding {
            "binding-yes"
        } else {
            "binding-no"
        };
        page.name(
            self.row,
            self.promised.indicator.name.get(language),
            self.layout.name_width,
        )?;
        let indicator = self.promised.indicator;
        let promise = promise(indicator, target, language);
        let figures = self.in_own_terms();
        if self.promised.follows() {
            let words = promise_formula(&self.promised, &self.cell('C'), language);
            page.words(self.row, 1, &words, &promise, &style::name())?;
            let format = style::changeable(figures);
            page.figure(self.row, FIGURE_COLUMN, self.assessment.figure, &format)?;
        } else {
            page.text(self.row, 1, &promise, &style::name())?;
            page.figure(self.row, FIGURE_COLUMN, self.assessment.figure, &figures)?;
        }
        page.text(self.row, 7, &say(language, binding), &style::beside_figures())?;
        let wording = wording(indicator, target, language);
        page.text(self.row, 8, &wording, &style::beside_figures())?;
        if let Some(projected) = self.assessment.projected {
            return self.formulas(page, projected);
        }
        let word = say(language, Status::Unknown.message());
        page.text(self.row, STATUS_COLUMN, &word, &style::centred())
    }

    fn formulas(&self, page: &mut Page<'_>, projected: f64) -> Done {
        let material = self.layout.material;
        let (ix, due) = (self.promised.ix.indicator, self.step());
        let Some(levels) = material.projection.levels(ix) else {
            return Ok(());
        };
        let (base, last) = (levels[0], levels[due]);
        let goal = self.promised.target.form.level(base, due);
        let figures = style::figure(trajectories::largest(levels));
        let level = self.layout.level_from_afar(ix, due);
        let row = self.row;
        self.basis(page)?;
        let gap = self.assessment.gap.unwrap_or(f64::NAN);
        let way = self.assessment.progress.unwrap_or(f64::NAN);
        let word = status_word(self.assessment, material.language);
        if !self.promised.follows() {
            page.figure(row, 9, last, &figures)?;
            page.figure(row, 10, goal, &figures)?;
            page.figure(row, 3, projected, &self.in_own_terms())?;
            page.figure(row, 4, gap, &self.of_gaps())?;
            page.figure(row, 5, way, &style::percent())?;
            return page.text(row, STATUS_COLUMN, &word, &style::centred());
        }
        page.formula(row, 9, &level, last, &figures)?;
        page.formula(row, 10, &self.goal(due), goal, &figures)?;
        page.ratio(row, 3, &self.projected(due), projected, &self.in_own_terms())?;
        page.ratio(row, 4, &self.gap(), gap, &self.of_gaps())?;
        page.ratio(row, 5, &self.progress(), way, &style::percent())?;
        page.words(row, STATUS_COLUMN, &self.status(), &word, &style::centred())
    }

    /// The step whose level is judged.
    fn step(&self) -> usize {
        let plan = self.layout.material.plan;
        usize::try_from(self.assessment.year - plan.base_year).unwrap_or(self.promised.due)
    }

    /// Levels with the decimals that suit their size, percentages and points with two; in words, with their unit.
    fn in_own_terms(&self) -> Format {
        let (form, language) = (self.promised.target.form, self.layout.material.language);
        let decimals = match form {
            Form::Level(level) => numbers::decimals_for(level),
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
        let decimals = match target.form {
            Form::Count(_) | Form::Done => 0,
            _ => 2,
        };
        style::in_words(decimals, |one| {
            gap_beside(indicator, target, one, true, None, self.layout.material.language)
        })
    }

    /// What the level that is judged rests on, in words.
    fn basis(&self, page: &mut Page<'_>) -> Done {
        let material = self.layout.material;
        let word = |origin| say(material.language, look(origin).message);
        let (ix, step) = (self.promised.ix.indicator, self.step());
        let cell = self.layout.origin_from_afar(ix, step);
        let mut ranked = DRAWN;
        ranked.sort_by_key(|origin| look(*origin).rank);
        let words: Vec<String> = ranked.iter().map(|origin| quoted(&word(*origin))).collect();
        let formula = format!("CHOOSE(1+{cell},{})", words.join(","));
        let shown = word(material.projection.origins(ix)[step]);
        page.words(self.row, BASIS_COLUMN, &formula, &shown, &style::beside_figures())
    }

    /// A cell of this row.
    fn cell(&self, column: char) -> String {
        format!("{column}{}", self.row + 1)
    }

    fn base(&self) -> String {
        self.layout.level_from_afar(self.promised.ix.indicator, 0)
    }

    /// The level that meets the target: the inverse of [`Self::projected`].
    fn goal(&self, due: usize) -> String {
        let (base, target) = (self.base(), self.cell('C'));
        match self.promised.target.form {
            Form::AverageGrowth(_) => format!("{base}*(1+{target}/100)^{due}"),
            Form::CumulativeDecline(_) => format!("{base}*(1-{target}/100)"),
            Form::CumulativeGrowth(_) => format!("{base}*(1+{target}/100)"),
            Form::Level(_) | Form::Between(..) | Form::Count(_) | Form::Done => target,
            Form::Change(_) => format!("{base}+{target}"),
        }
    }

    /// The projected figure in the target's own terms.
    fn projected(&self, due: usize) -> String {
        let (base, last) = (self.base(), self.cell('J'));
        match self.promised.target.form {
            Form::AverageGrowth(_) => format!("(({last}/{base})^(1/{due})-1)*100"),
            Form::CumulativeDecline(_) => format!("(1-{last}/{base})*100"),
            Form::CumulativeGrowth(_) => format!("({last}/{base}-1)*100"),
            Form::Level(_) | Form::Between(..) => last,
            Form::Count(_) | Form::Done => format!("INT({last}+1E-9)"),
            Form::Change(_) => format!("{last}-{base}"),
        }
    }

    fn gap(&self) -> String {
        format!("{}-{}", self.cell('D'), self.cell('C'))
    }

    /// Whether the projected figure meets the target.
    fn holds(&self) -> String {
        official::holds(self.promised.target.comparator, &self.cell('D'), &self.cell('C'))
    }

    fn progress(&self) -> String {
        let way = Way {
            start: &self.base(),
            level: &self.cell('J'),
            goal: &self.cell('K'),
        };
        way.progress(self.promised.indicator, self.promised.target)
    }

    /// The status in words, as [`status_word`] has it.
    fn status(&self) -> String {
        let language = self.layout.material.language;
        let ix = self.promised.ix.indicator;
        let word = |id| quoted(&say(language, id));
        let last_actual = self.layout.last_actual_from_afar(ix);
        let is_open = format!("{last_actual}<{}", self.promised.due);
        let said = |now, later| format!("IF({is_open},{},{})", word(later), word(now));
        let [met, close, missed, wrong] =
            [Status::Met, Status::Close, Status::Missed, Status::WrongDirection]
                .map(|status| said(status.message(), would_be(status)));
        let on_line = if self.promised.target.comparator.is_strict() {
            official::is_same(&self.cell('J'), &self.cell('K'))
        } else {
            "FALSE".to_owned()
        };
        // A dash stands where progress has no figure.
        format!(
            "IF(AND({last_actual}=0,{}={}),{},IF(AND(ISNUMBER({}),{}),{met},IF({on_line},{},\
             IF(AND(ISNUMBER({way}),{way}>=0.9),{close},IF(AND(ISNUMBER({way}),OR({way}>=0,{base_meets})),{missed},{wrong})))))",
            self.layout.origin_from_afar(ix, self.promised.due),
            look(Origin::Assumed).rank,
            word("status-assumed"),
            self.cell('D'),
            self.holds(),
            said("status-on-line", "status-would-be-on-line"),
            base_meets = official::holds(self.promised.target.on_levels(), &self.base(), &self.cell('K')),
            way = self.cell('F'),
        )
    }
}
