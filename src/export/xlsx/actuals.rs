//! Actuals as published: cells per indicator, year and kind of figure.
//!
//! # How a program reads this sheet back
//!
//! Names of sheets, indicators and kinds are localised. The last two columns are language-independent: a row with
//! `indicator` and `entered_as` there heads a table, whose years are the whole numbers in that row. Below it, a row
//! with an indicator's id and `level`, `cumulative_change` or `annual_change` has figures of that kind under the
//! years, as entered and signed as in scenario files; cells without a number are empty. Rows without these words, such
//! as calculated levels, have no entered figures. No other sheet has such a head.
//!
//! There may be several tables: the first has the editable cells, the others all further entered figures (see
//! [`further`]).
//!
//! Both columns lie outside the print area.

mod further;

use rust_xlsxwriter::utility::{row_col_to_cell, row_col_to_cell_absolute};
use rust_xlsxwriter::{
    ColNum, ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, DataValidationRule, Format,
    Note, RowNum,
};

use super::layout::{BASE_COLUMN, FIRST_ROW, GroupedLine, Input, Layout, column};
use super::look;
use super::page::{Done, NOTHING, SheetPage, quoted};
use super::style;
use super::workings::PublishedFigures;
use crate::export::entered;
use crate::plan::{Indicator, IndicatorIx};
use crate::scenario::Actual;
use crate::text::{Message, say};

/// Widths of the columns for kinds of figure, units, remarks, source, scope, confidence, id and name of the kind, in
/// characters.
const KIND_WIDTH: f64 = 32.0;
const WIDTHS: [f64; 7] = [28.0, 30.0, 44.0, 30.0, 12.0, 24.0, 20.0];

/// The name of the column with ids, which with [`entered::KIND`] beside it marks the head of a table.
const ID: &str = "indicator";

/// The id column; kinds are in the next one.
fn marks(layout: &Layout<'_>) -> ColNum {
    column(layout.input.plan.steps()) + 6
}

/// Writes a row's machine-readable marks.
fn marked(page: &mut SheetPage<'_>, layout: &Layout<'_>, row: RowNum, marks: [&str; 2]) -> Done {
    for (place, mark) in (self::marks(layout)..).zip(marks) {
        page.text(row, place, mark, &style::quiet().set_indent(1))?;
    }
    Ok(())
}

pub(super) fn fill(page: &mut SheetPage<'_>, layout: &Layout<'_>) -> Done {
    let input = layout.input;
    let language = input.language;
    let steps = input.plan.steps();
    page.text(0, 0, &layout.names.actuals, &style::title())?;
    let help = Message::new("sheet-actuals-help").with("year", input.plan.base_year);
    let width = layout.name_width + KIND_WIDTH + 11.0 * crate::plan::years(steps + 1);
    page.paragraph(1, column(steps), width, &help.say(language))?;
    page.text(2, 0, &say(language, "sheet-actuals-input"), &style::input())?;
    let unused = say(language, "sheet-actuals-unused");
    page.text(2, 1, &unused, &style::unused())?;
    let head = ["column-indicator", "column-kind"].map(|id| say(language, id));
    page.header(FIRST_ROW - 1, &head.each_ref().map(AsRef::as_ref), 2)?;
    for (step, year) in input.plan.years().enumerate() {
        let place = column(step);
        page.figure(FIRST_ROW - 1, place, f64::from(year), &style::header_year())?;
    }
    for (place, id) in (column(steps) + 1..).zip([
        "column-unit",
        "column-remark",
        "column-source",
        "column-scope",
        "column-confidence",
    ]) {
        page.text(
            FIRST_ROW - 1,
            place,
            &say(language, id),
            &style::header_beside_figures(),
        )?;
    }
    marked(page, layout, FIRST_ROW - 1, [ID, entered::KIND])?;
    page.sheet.set_freeze_panes(FIRST_ROW, BASE_COLUMN)?;
    page.widths(&[layout.name_width, KIND_WIDTH])?;
    page.sheet
        .set_column_range_width(BASE_COLUMN, column(steps), 11)?;
    for (place, width) in (column(steps) + 1..).zip(WIDTHS) {
        page.sheet.set_column_width(place, width)?;
    }
    let mut row = FIRST_ROW;
    for line in layout.with_levels() {
        match line {
            GroupedLine::Heading(name) => {
                page.text(row, 0, name, &style::heading())?;
                row += 1;
            }
            GroupedLine::Indicator(ix, indicator) => {
                let entry = IndicatorCells {
                    layout,
                    ix,
                    indicator,
                };
                entry.inputs(page)?;
                entry.follows(page)?;
                entry.remarks(page)?;
                entry.series(page)?;
                row += super::layout::ACTUAL_ROWS;
            }
        }
    }
    let last = further::fill(page, layout, row)?;
    page.sheet.set_print_area(0, 0, last, marks(layout) - 1)?;
    page.printed(FIRST_ROW - 1)
}

/// The id of what a kind of figure is called.
const fn kind(figure: Actual) -> &'static str {
    match figure {
        Actual::Level(_) => "actual-kind-level",
        Actual::AnnualChange(_) => "actual-kind-annual",
        Actual::CumulativeChange(_) => "actual-kind-cumulative",
    }
}

/// A format that shows a figure with the decimals it was published with.
fn with_its_decimals(format: Format) -> Format {
    format.set_num_format("#,##0.0#####;\u{2212}#,##0.0#####")
}

/// The cells of one indicator.
struct IndicatorCells<'a> {
    layout: &'a Layout<'a>,
    ix: IndicatorIx,
    indicator: &'a Indicator,
}

impl IndicatorCells<'_> {
    fn row(&self, line: Input) -> RowNum {
        self.layout.input_row(self.ix, line)
    }

    /// The first column after the years, plus an offset.
    fn behind(&self, offset: ColNum) -> ColNum {
        column(self.layout.input.plan.steps()) + 1 + offset
    }

    fn in_words(&self, id: &'static str) -> String {
        let input = self.layout.input;
        Message::new(id)
            .with("year", input.plan.base_year)
            .say(input.language)
    }

    fn unit(&self) -> String {
        self.unit_of(Actual::Level(0.0))
    }

    fn unit_of(&self, kind: Actual) -> String {
        entered::unit_of(self.layout.input, self.ix, self.indicator, kind)
    }

    fn inputs(&self, page: &mut SheetPage<'_>) -> Done {
        let input = self.layout.input;
        let steps = input.plan.steps();
        let published = PublishedFigures::new(self.layout, self.ix);
        let first = self.row(Input::Level);
        page.text(first, 0, self.indicator.name.get(input.language), &style::name())?;
        for (line, sample) in [
            (Input::Level, Actual::Level(0.0)),
            (Input::Cumulative, Actual::CumulativeChange(0.0)),
            (Input::Annual, Actual::AnnualChange(0.0)),
        ] {
            let row = self.row(line);
            page.text(row, 1, &self.in_words(kind(sample)), &style::name())?;
            let unit = self.unit_of(sample);
            page.text(row, self.behind(0), &unit, &style::quiet().set_indent(1))?;
            marked(page, self.layout, row, [&self.indicator.id, sample.name()])?;
            for step in 1..=steps {
                match published.get(line, step) {
                    Some(figure) => page.figure(row, column(step), figure, &style::published())?,
                    None => page.blank(row, column(step), &style::published())?,
                }
            }
        }
        for (step, level) in published.set_aside {
            let words = Message::new("sheet-actuals-set-aside")
                .with("level", crate::text::numbers::shortest(level))
                .say(input.language);
            page.sheet
                .insert_note(first, column(step), &Note::new(words).add_author_prefix(false))?;
        }
        self.only_numbers(page)?;
        self.grey_unused(page)
    }

    /// Rejects text, which formulas would silently ignore.
    fn only_numbers(&self, page: &mut SheetPage<'_>) -> Done {
        let language = self.layout.input.language;
        let refusal = say(language, "sheet-actuals-number");
        let last = column(self.layout.input.plan.steps());
        let validation = DataValidation::new()
            .allow_decimal_number(DataValidationRule::Between(-1e15, 1e15))
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_message(&*refusal)?;
        let rows = (self.row(Input::Level), self.row(Input::Annual));
        page.sheet
            .add_data_validation(rows.0, column(1), rows.1, last, &validation)?;
        Ok(())
    }

    /// Greys figures overridden by another one of the same year.
    fn grey_unused(&self, page: &mut SheetPage<'_>) -> Done {
        let last = column(self.layout.input.plan.steps());
        let level = row_col_to_cell(self.row(Input::Level), column(1));
        let cumulative = row_col_to_cell(self.row(Input::Cumulative), column(1));
        for (line, rule) in [
            (Input::Cumulative, format!("ISNUMBER({level})")),
            (
                Input::Annual,
                format!("OR(ISNUMBER({level}),ISNUMBER({cumulative}))"),
            ),
        ] {
            let condition = ConditionalFormatFormula::new()
                .set_rule(rule.as_str())
                .set_format(style::unused());
            let row = self.row(line);
            page.sheet
                .add_conditional_format(row, column(1), row, last, &condition)?;
        }
        Ok(())
    }

    /// The calculated level.
    fn follows(&self, page: &mut SheetPage<'_>) -> Done {
        let (layout, ix) = (self.layout, self.ix);
        let input = layout.input;
        let language = input.language;
        let row = self.row(Input::Annual) + 1;
        page.text(row, 1, &say(language, "sheet-actuals-follows"), &style::quiet())?;
        page.text(row, self.behind(0), &self.unit(), &style::quiet().set_indent(1))?;
        let levels = input.projection.levels(ix).unwrap_or_default();
        let format = style::figure(style::largest(levels));
        for (step, level) in levels.iter().enumerate() {
            let cell = layout.level_from_afar(ix, step);
            page.formula(row, column(step), &cell, *level, &format)?;
        }
        look::watch_origins(page, layout, ix, row)
    }

    /// Remarks on impossible levels and changes without a starting level.
    fn remarks(&self, page: &mut SheetPage<'_>) -> Done {
        let (layout, ix) = (self.layout, self.ix);
        let input = layout.input;
        let language = input.language;
        let remark = layout.remark_from_afar(ix);
        self.remark(page, self.row(Input::Level), &remark)?;
        // A change without a starting level, which the program rejects.
        let (first, last) = (column(1), column(input.plan.steps()));
        let annual = self.row(Input::Annual);
        let changes = format!(
            "{}:{}",
            row_col_to_cell(annual, first),
            row_col_to_cell(annual, last)
        );
        let years = format!(
            "{}:{}",
            row_col_to_cell_absolute(FIRST_ROW - 1, first),
            row_col_to_cell_absolute(FIRST_ROW - 1, last)
        );
        let until = format!("{}+{}", input.plan.base_year, layout.own_last_actual(ix));
        let formula = format!(
            "IF(SUMPRODUCT(ISNUMBER({changes})*({years}>{until}))>0,{},{})",
            quoted(&say(language, "sheet-actuals-from-nowhere")),
            quoted(NOTHING)
        );
        self.remark(page, annual, &formula)
    }

    /// A remark after the years of a row: a formula yielding a dash if all is well.
    fn remark(&self, page: &mut SheetPage<'_>, row: RowNum, formula: &str) -> Done {
        let place = self.behind(1);
        look::warn_unless_nothing(page, row, place)?;
        page.words(row, place, formula, NOTHING, &style::beside_figures())
    }

    /// Source, scope and confidence.
    fn series(&self, page: &mut SheetPage<'_>) -> Done {
        let (layout, language) = (self.layout, self.layout.input.language);
        let info = layout.input.scenario.series.get(self.ix);
        let confidence = info.and_then(|info| info.confidence);
        let confidence = confidence.map_or_else(String::new, |confidence| {
            say(language, confidence.message()).into_owned()
        });
        let texts = [
            info.map_or("", |info| info.source.get(language)),
            info.map_or("", |info| info.scope.get(language)),
            confidence.as_str(),
        ];
        // Merged over the indicator's rows, so that long text fits.
        let row = self.row(Input::Level);
        let last = row + super::layout::ACTUAL_ROWS - 1;
        for (place, text) in (self.behind(2)..).zip(texts) {
            let text = super::page::fitting(text);
            let format = style::prose().set_indent(1);
            page.sheet.merge_range(row, place, last, place, &text, &format)?;
        }
        if let Some(info) = info.filter(|info| info.url.is_some()) {
            // Over the merged cell's own text.
            let source = (info.source.get(language), info.url.as_ref());
            let format = style::prose().set_indent(1);
            page.linked(row, self.behind(2), source, &format)?;
        }
        let name = self.indicator.name.get(language);
        page.fit(row, [(name, layout.name_width)])
    }
}
