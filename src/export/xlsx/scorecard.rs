//! Every target judged, as formulas over the trajectories.

use rust_xlsxwriter::{ConditionalFormatCell, ConditionalFormatCellRule, Format, RowNum, XlsxError};

use super::layout::{FIRST_TARGET, Layout, Line, grouped_targets};
use super::official::{self, Way};
use super::page::{Done, Page, quoted};
use super::style;
use crate::export::Material;
use crate::figure::{amount_in_words, gap_beside, promise, wording};
use crate::model::{Assessment, Status};
use crate::plan::{Form, Indicator, Target};
use crate::text::{Message, numbers, say};

/// The row of the table's head.
const HEAD: RowNum = FIRST_TARGET - 1;
/// Columns from the indicator's name to the level that meets its target.
const LAST_COLUMN: u16 = 10;
/// Widths of the columns behind the name, in characters.
const WIDTHS: [f64; 10] = [24.0, 16.0, 17.0, 17.0, 11.0, 17.0, 12.0, 24.0, 13.0, 14.0];
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

/// Gives back the last row.
fn targets(page: &mut Page<'_>, layout: &Layout<'_>) -> Result<RowNum, XlsxError> {
    let material = layout.material;
    let mut last = HEAD;
    for (row, line) in (FIRST_TARGET..).zip(grouped_targets(material)) {
        last = row;
        let (ix, indicator) = match line {
            Line::Heading(name) => {
                page.text(row, 0, name, &style::heading())?;
                continue;
            }
            Line::Indicator(ix, indicator) => (ix, indicator),
        };
        let main = material.plan.main_target(ix);
        if let Some((at, target)) = main
            && let Some(assessment) = material.evaluation.assessment(at)
        {
            let judged = Judged {
                layout,
                indicator,
                target,
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
    indicator: &'a Indicator,
    target: &'a Target,
    assessment: &'a Assessment,
    row: RowNum,
}

impl Judged<'_> {
    fn write(&self, page: &mut Page<'_>) -> Done {
        let language = self.layout.material.language;
        let binding = if self.target.binding {
            "binding-yes"
        } else {
            "binding-no"
        };
        page.name(
            self.row,
            self.indicator.name.get(language),
            self.layout.name_width,
        )?;
        page.text(
            self.row,
            1,
            &promise(self.indicator, self.target, language),
            &style::name(),
        )?;
        page.figure(self.row, 2, self.assessment.figure, &self.in_own_terms())?;
        page.text(self.row, 7, &say(language, binding), &style::beside_figures())?;
        page.text(
            self.row,
            8,
            &wording(self.indicator, self.target, language),
            &style::beside_figures(),
        )?;
        if let Some(projected) = self.assessment.projected {
            return self.formulas(page, projected);
        }
        let word = say(language, Status::Unknown.message());
        page.text(self.row, STATUS_COLUMN, &word, &style::centred())
    }

    fn formulas(&self, page: &mut Page<'_>, projected: f64) -> Done {
        let material = self.layout.material;
        let (ix, steps) = (self.assessment.indicator(), material.plan.due_step(self.target));
        let Some(levels) = material.projection.levels(ix) else {
            return Ok(());
        };
        let (base, last) = (levels[0], levels[steps]);
        let goal = self.target.form.level(base, steps);
        let figures = style::figure(super::trajectories::largest(levels));
        let level = self.layout.level_from_afar(ix, steps);
        let row = self.row;
        page.formula(row, 9, &level, last, &figures)?;
        page.formula(row, 10, &self.goal(steps), goal, &figures)?;
        page.formula(row, 3, &self.projected(steps), projected, &self.in_own_terms())?;
        let gap = self.assessment.gap.unwrap_or(f64::NAN);
        page.formula(row, 4, &self.gap(), gap, &self.of_gaps())?;
        let way = self.assessment.progress.unwrap_or(f64::NAN);
        page.formula(row, 5, &self.progress(base), way, &style::percent())?;
        let word = say(material.language, self.assessment.status.message());
        page.words(row, STATUS_COLUMN, &self.status(), &word, &style::centred())
    }

    /// Levels with the decimals that suit their size, percentages and points with two; in words, with their unit.
    fn in_own_terms(&self) -> Format {
        let (form, language) = (self.target.form, self.layout.material.language);
        let decimals = match form {
            Form::Level(level) => numbers::decimals_for(level),
            _ => 2,
        };
        style::in_words(decimals, |one| {
            amount_in_words(self.indicator, form, one, decimals, language)
        })
    }

    /// A gap with its sign and its unit.
    fn of_gaps(&self) -> Format {
        style::in_words(2, |one| {
            gap_beside(
                self.indicator,
                self.target,
                one,
                true,
                None,
                self.layout.material.language,
            )
        })
    }

    /// A cell of this row.
    fn cell(&self, column: char) -> String {
        format!("{column}{}", self.row + 1)
    }

    fn base(&self) -> String {
        self.layout.level_from_afar(self.assessment.indicator(), 0)
    }

    /// The level that meets the target: the inverse of [`Self::projected`].
    fn goal(&self, steps: usize) -> String {
        let (base, target) = (self.base(), self.cell('C'));
        match self.target.form {
            Form::AverageGrowth(_) => format!("{base}*(1+{target}/100)^{steps}"),
            Form::CumulativeDecline(_) => format!("{base}*(1-{target}/100)"),
            Form::CumulativeGrowth(_) => format!("{base}*(1+{target}/100)"),
            Form::Level(_) | Form::Between(..) | Form::Count(_) | Form::Done => target,
            Form::Change(_) => format!("{base}+{target}"),
        }
    }

    /// The projected figure in the target's own terms.
    fn projected(&self, steps: usize) -> String {
        let (base, last) = (self.base(), self.cell('J'));
        match self.target.form {
            Form::AverageGrowth(_) => format!("(({last}/{base})^(1/{steps})-1)*100"),
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
        official::holds(self.target.comparator, &self.cell('D'), &self.cell('C'))
    }

    fn progress(&self, base: f64) -> String {
        let way = Way {
            start: &self.base(),
            level: &self.cell('J'),
            goal: &self.cell('K'),
        };
        let there_already = official::nowhere_to_go(self.layout.material.plan, self.assessment.target, base);
        way.progress(self.indicator, self.target, there_already.then(|| self.holds()))
    }

    fn status(&self) -> String {
        let language = self.layout.material.language;
        let word = |status: Status| quoted(&say(language, status.message()));
        format!(
            "IF({},{},IF({way}>=0.9,{},IF({way}>=0,{},{})))",
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
