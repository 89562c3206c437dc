//! Every target judged, as formulas over the trajectories.

use rust_xlsxwriter::{ConditionalFormatCell, ConditionalFormatCellRule, Format, RowNum, XlsxError};

use super::layout::{FIGURE_COLUMN, FIRST_TARGET, Layout, Line, Promised, grouped_targets};
use super::official::{self, Way};
use super::page::{Done, Page, quoted, words_with};
use super::style;
use crate::export::Material;
use crate::figure::promise;
use crate::model::{Assessment, Status};
use crate::plan::{Form, Target};
use crate::text::{Language, Message, numbers, say};

/// The row of the table's head.
const HEAD: RowNum = FIRST_TARGET - 1;
/// Columns from the indicator's name to the level that meets its target.
const LAST_COLUMN: u16 = 10;
/// Widths of the columns behind the name, in characters.
const WIDTHS: [f64; 10] = [20.0, 12.0, 12.0, 11.0, 11.0, 17.0, 12.0, 24.0, 13.0, 14.0];
const STATUS_COLUMN: u16 = 6;

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
    head.extend([year.as_str(), &level]);
    page.text(
        5,
        0,
        &say(language, "sheet-scorecard-input"),
        &style::changeable(style::name()),
    )?;
    page.header(HEAD, &head, 2)?;
    page.text(HEAD, STATUS_COLUMN, head[6], &style::header_centred())?;
    for column in [7, 8] {
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
pub(super) fn promise_formula(target: &Target, figure: &str, language: Language) -> String {
    let shown = numbers::shortest(target.form.value());
    words_with(&promise(target, language), &[(shown, figure.to_owned())])
}

/// Gives back the last row.
fn targets(page: &mut Page<'_>, layout: &Layout<'_>) -> Result<RowNum, XlsxError> {
    let material = layout.material;
    let mut last = HEAD;
    for (row, line) in (FIRST_TARGET..).zip(grouped_targets(material)) {
        last = row;
        let ix = match line {
            Line::Heading(name) => {
                page.text(row, 0, name, &style::heading())?;
                continue;
            }
            Line::Indicator(ix, _) => ix,
        };
        let assessment = material.assessments.iter().find(|a| a.indicator == ix);
        if let (Some(promised), Some(assessment)) = (layout.promise_of(ix), assessment) {
            let judged = Judged {
                layout,
                promised,
                assessment,
                row,
            };
            judged.write(page)?;
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
        let words = promise_formula(target, &self.cell('C'), language);
        page.words(self.row, 1, &words, &promise(target, language), &style::name())?;
        let figure = style::changeable(self.in_own_terms());
        page.figure(self.row, FIGURE_COLUMN, self.assessment.target, &figure)?;
        page.text(self.row, 7, &say(language, binding), &style::beside_figures())?;
        page.text(self.row, 8, &target.wording, &style::beside_figures())?;
        if let Some(projected) = self.assessment.projected {
            return self.formulas(page, projected);
        }
        let word = say(language, Status::Unknown.message());
        page.text(self.row, STATUS_COLUMN, &word, &style::centred())
    }

    fn formulas(&self, page: &mut Page<'_>, projected: f64) -> Done {
        let material = self.layout.material;
        let (ix, due) = (self.promised.ix, self.promised.due);
        let Some(levels) = material.projection.levels(ix) else {
            return Ok(());
        };
        let (base, last) = (levels[0], levels[due]);
        let goal = self.promised.target.form.level(base, due);
        let figures = style::figure(super::trajectories::largest(levels));
        let level = self.layout.level_from_afar(ix, due);
        let row = self.row;
        page.formula(row, 9, &level, last, &figures)?;
        page.formula(row, 10, &self.goal(due), goal, &figures)?;
        page.ratio(row, 3, &self.projected(due), projected, &self.in_own_terms())?;
        let gap = self.assessment.gap.unwrap_or(f64::NAN);
        page.ratio(row, 4, &self.gap(), gap, &style::signed())?;
        let way = self.assessment.progress.unwrap_or(f64::NAN);
        page.ratio(row, 5, &self.progress(), way, &style::percent())?;
        let word = say(material.language, self.assessment.status.message());
        page.words(row, STATUS_COLUMN, &self.status(), &word, &style::centred())
    }

    /// Levels with the decimals that suit their size, percentages and points with two.
    fn in_own_terms(&self) -> Format {
        match self.promised.target.form {
            Form::Level(level) => style::figure(level),
            _ => style::two_decimals(),
        }
    }

    /// A cell of this row.
    fn cell(&self, column: char) -> String {
        format!("{column}{}", self.row + 1)
    }

    fn base(&self) -> String {
        self.layout.level_from_afar(self.promised.ix, 0)
    }

    /// The level that meets the target: the inverse of [`Self::projected`].
    fn goal(&self, due: usize) -> String {
        let (base, target) = (self.base(), self.cell('C'));
        match self.promised.target.form {
            Form::AverageGrowth(_) => format!("{base}*(1+{target}/100)^{due}"),
            Form::CumulativeDecline(_) => format!("{base}*(1-{target}/100)"),
            Form::Level(_) => target,
            Form::Change(_) => format!("{base}+{target}"),
        }
    }

    /// The projected figure in the target's own terms.
    fn projected(&self, due: usize) -> String {
        let (base, last) = (self.base(), self.cell('J'));
        match self.promised.target.form {
            Form::AverageGrowth(_) => format!("(({last}/{base})^(1/{due})-1)*100"),
            Form::CumulativeDecline(_) => format!("(1-{last}/{base})*100"),
            Form::Level(_) => last,
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

    fn status(&self) -> String {
        let language = self.layout.material.language;
        let word = |status: Status| quoted(&say(language, status.message()));
        // A dash stands where progress has no figure.
        format!(
            "IF(AND(ISNUMBER({}),{}),{},IF(AND(ISNUMBER({way}),{way}>=0.9),{},IF(AND(ISNUMBER({way}),{way}>=0),{},{})))",
            self.cell('D'),
            self.holds(),
            word(Status::Met),
            word(Status::Close),
            word(Status::Missed),
            word(Status::WrongDirection),
            way = self.cell('F'),
        )
    }
}

/// Colours that follow the words.
fn conditions(page: &mut Page<'_>, layout: &Layout<'_>, last: RowNum) -> Done {
    for status in [
        Status::Met,
        Status::Close,
        Status::Missed,
        Status::WrongDirection,
        Status::Unknown,
    ] {
        let word = say(layout.material.language, status.message()).into_owned();
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

/// How many targets are met, in words around a count.
fn met(page: &mut Page<'_>, layout: &Layout<'_>, last: RowNum) -> Done {
    let material = layout.material;
    let language = material.language;
    let count = material
        .assessments
        .iter()
        .filter(|a| a.status == Status::Met)
        .count();
    let sentence = |count: &str| {
        Message::new("sheet-met")
            .with("count", count)
            .with("all", material.assessments.len())
            .say(language)
    };
    let gap = "\u{1F}";
    let words = sentence(gap);
    let (before, after) = words.split_once(gap).unwrap_or(("", ""));
    let range = format!("G{}:G{}", HEAD + 2, last + 1);
    let count_met = format!(
        "COUNTIF({range},{})",
        quoted(&say(language, Status::Met.message()))
    );
    let formula = format!("{}&{count_met}&{}", quoted(before), quoted(after));
    page.words(4, 0, &formula, &sentence(&count.to_string()), &style::section())
}
