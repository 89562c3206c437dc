//! Every target judged, as formulas over the trajectories.

use rust_xlsxwriter::{ConditionalFormatCell, ConditionalFormatCellRule, Format, RowNum, XlsxError};

use super::layout::{FIGURE_COLUMN, FIRST_TARGET, Layout, Line, Promised, grouped_targets};
use super::look::{DRAWN, look};
use super::official::{self, Way};
use super::page::{Done, Page, quoted, words_with};
use super::style;
use crate::export::Material;
use crate::figure::{amount_in_words, gap_beside, promise, wording};
use crate::model::{Assessment, Origin, Status};
use crate::plan::Form;
use crate::text::{Language, Message, numbers, say};
use crate::wording::{status_word, would_be};

/// The row of the table's head.
const HEAD: RowNum = FIRST_TARGET - 1;
/// Columns from the indicator's name to the level that meets its target.
const LAST_COLUMN: u16 = 11;
/// Widths of the columns behind the name, in characters.
const WIDTHS: [f64; 11] = [24.0, 16.0, 17.0, 17.0, 11.0, 20.0, 12.0, 24.0, 13.0, 14.0, 18.0];
const STATUS_COLUMN: u16 = 6;
const BASIS_COLUMN: u16 = 11;

pub(super) fn fill(page: &mut Page<'_>, layout: &Layout<'_>) -> Done {
    let material = layout.material;
    let language = material.language;
    let (plan, scenario) = (material.plan, material.scenario);
    page.widths(&[&[layout.name_width], WIDTHS.as_slice()].concat())?;
    page.text(0, 0, scenario.name.get(language), &style::title())?;
    page.text(1, 0, plan.title.get(language), &style::subtitle())?;
    let width = layout.name_width + WIDTHS.iter().sum::<f64>();
    page.paragraph(2, LAST_COLUMN, width, scenario.description.get(language))?;
    page.text(3, 0, &provenance(material), &style::quiet())?;
    let year = Message::new("column-last-level")
        .with("year", plan.end_year)
        .say(language);
    let head = [
        "column-indicator",
        "column-target",
        "column-target-value",
        "column-projected",
        "column-gap",
        "column-progress",
        "column-status",
        "column-binding",
        "column-wording",
    ]
    .map(|id| say(language, id));
    let level = say(language, "column-target-level");
    let mut head: Vec<&str> = head.iter().map(AsRef::as_ref).collect();
    let basis = say(language, "column-rests-on");
    head.extend([year.as_str(), &level, &basis]);
    page.text(
        5,
        0,
        &say(language, "sheet-scorecard-input"),
        &style::changeable(style::name()),
    )?;
    page.header(HEAD, &head, 2)?;
    page.text(HEAD, STATUS_COLUMN, head[6], &style::header_centred())?;
    for column in [7, 8, BASIS_COLUMN] {
        page.text(
            HEAD,
            column,
            head[usize::from(column)],
            &style::header_beside_figures(),
        )?;
    }
    // Two lines, because some of the heads are longer than the figures below them.
    page.sheet.set_row_height(HEAD, 32)?;
    page.sheet.set_freeze_panes(HEAD + 1, 1)?;
    let last = targets(page, layout)?;
    conditions(page, layout, last)?;
    met(page, layout, last)?;
    page.printed(HEAD)
}

/// What made the workbook, from what.
pub(super) fn provenance(material: &Material<'_>) -> String {
    Message::new("export-provenance")
        .with("version", env!("CARGO_PKG_VERSION"))
        .with("plan", material.plan.id.as_str())
        .with("hash", material.sha256)
        .say(material.language)
}

/// A promise in words, with its figure from a cell: the words follow when the figure is changed.
pub(super) fn promise_formula(promised: &Promised<'_>, figure: &str, language: Language) -> String {
    let form = promised.target.form;
    // A fall is said in words, so that its figure has no sign.
    let shown = numbers::shortest(form.value().abs());
    let cell = if form.value() < 0.0 {
        format!("-{figure}")
    } else {
        figure.to_owned()
    };
    let words = promise(promised.indicator, promised.target, language);
    words_with(&words, &[(shown, cell)])
}

/// Gives back the last row.
fn targets(page: &mut Page<'_>, layout: &Layout<'_>) -> Result<RowNum, XlsxError> {
    let material = layout.material;
    let mut last = HEAD;
    for line in grouped_targets(material) {
        let ix = match line {
            Line::Heading(name) => {
                last += 1;
                page.text(last, 0, name, &style::heading())?;
                continue;
            }
            Line::Indicator(ix, _) => ix,
        };
        for (at, _) in material.plan.targets_of(ix) {
            last = layout.target_row(at);
            if let Some(assessment) = material.evaluation.assessment(at) {
                let judged = Judged {
                    layout,
                    promised: layout.promised(at),
                    assessment,
                    row: last,
                };
                judged.write(page)?;
            }
        }
    }
    Ok(last)
}

/// A target on its row.
struct Judged<'a> {
    layout: &'a Layout<'a>,
    promised: Promised<'a>,
    assessment: &'a Assessment,
    row: RowNum,
}

impl Judged<'_> {
    fn write(&self, page: &mut Page<'_>) -> Done {
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
        let figures = style::figure(super::trajectories::largest(levels));
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
             IF(AND(ISNUMBER({way}),{way}>=0.9),{close},IF(AND(ISNUMBER({way}),{way}>=0),{missed},{wrong})))))",
            self.layout.origin_from_afar(ix, self.promised.due),
            look(Origin::Assumed).rank,
            word("status-assumed"),
            self.cell('D'),
            self.holds(),
            said("status-on-line", "status-would-be-on-line"),
            way = self.cell('F'),
        )
    }
}

/// Colours that follow the words.
fn conditions(page: &mut Page<'_>, layout: &Layout<'_>, last: RowNum) -> Done {
    let coloured = [
        Status::Met,
        Status::Close,
        Status::Missed,
        Status::WrongDirection,
        Status::Unknown,
    ]
    .into_iter()
    .flat_map(|status| [(status.message(), status), (would_be(status), status)]);
    let others = [
        ("status-on-line", Status::Close),
        ("status-would-be-on-line", Status::Close),
        ("status-assumed", Status::Unknown),
    ];
    for (id, status) in coloured.chain(others) {
        let word = say(layout.material.language, id).into_owned();
        let condition = ConditionalFormatCell::new()
            .set_rule(ConditionalFormatCellRule::EqualTo(word))
            .set_format(style::status(status));
        page.sheet.add_conditional_format(
            HEAD + 1,
            STATUS_COLUMN,
            last.max(HEAD + 1),
            STATUS_COLUMN,
            &condition,
        )?;
    }
    Ok(())
}

/// How many targets rest on something that was entered, and how many of these are met, in words around the counts.
fn met(page: &mut Page<'_>, layout: &Layout<'_>, last: RowNum) -> Done {
    let material = layout.material;
    let language = material.language;
    let counts = material.evaluation.counts(material.plan).all;
    let sentence = |judged: &str, met: &str| {
        Message::new("sheet-met")
            .with("judged", judged)
            .with("met", met)
            .with("all", counts.targets)
            .say(language)
    };
    let [here, there] = ["\u{1E}", "\u{1F}"];
    let range = format!("G{}:G{}", HEAD + 2, last + 1);
    let counted = |ids: &[&'static str]| {
        let cells = ids
            .iter()
            .map(|id| format!("COUNTIF({range},{})", quoted(&say(language, id))));
        cells.collect::<Vec<_>>()
    };
    let without = counted(&["status-assumed", "status-unknown"]).join("-");
    let judged = format!("({}-{without})", counts.targets);
    let is_met = format!("({})", counted(&["status-met", would_be(Status::Met)]).join("+"));
    let cells = [(here.to_owned(), judged.clone()), (there.to_owned(), is_met)];
    let nothing = say(language, "counts-plan-itself");
    let formula = format!(
        "IF({judged}=0,{},{})",
        quoted(&nothing),
        words_with(&sentence(here, there), &cells)
    );
    let shown = if counts.is_plan_itself() {
        nothing.into_owned()
    } else {
        sentence(&counts.judged.to_string(), &counts.met.to_string())
    };
    page.words(4, 0, &formula, &shown, &style::section())
}
