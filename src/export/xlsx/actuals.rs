//! What has already happened, as published: cells for every lever and year, one per way to publish a figure.

use rust_xlsxwriter::utility::{row_col_to_cell, row_col_to_cell_absolute};
use rust_xlsxwriter::{
    ColNum, ConditionalFormatCell, ConditionalFormatCellRule, ConditionalFormatFormula, DataValidation,
    DataValidationErrorStyle, DataValidationRule, Note, RowNum,
};

use super::layout::{BASE_COLUMN, FIRST_ROW, Input, Layout, Line, column};
use super::look;
use super::page::{Done, NOTHING, Page, quoted};
use super::style;
use super::workings::Published;
use crate::figure::unit;
use crate::plan::{Indicator, IndicatorIx};
use crate::text::{Message, say};

/// Widths of the columns for kinds of figure, units, remarks, source, scope and confidence, in characters.
const KIND_WIDTH: f64 = 32.0;
const WIDTHS: [f64; 5] = [28.0, 30.0, 44.0, 30.0, 12.0];

pub(super) fn fill(page: &mut Page<'_>, layout: &Layout<'_>) -> Done {
    let material = layout.material;
    let language = material.language;
    let steps = material.plan.steps();
    page.text(0, 0, &layout.names.actuals, &style::title())?;
    let help = Message::new("sheet-actuals-help").with("year", material.plan.base_year);
    let width = layout.name_width + KIND_WIDTH + 11.0 * crate::plan::years(steps + 1);
    page.paragraph(1, column(steps), width, &help.say(language))?;
    page.text(2, 0, &say(language, "sheet-actuals-input"), &style::input())?;
    let unused = say(language, "sheet-actuals-unused");
    page.text(2, 1, &unused, &style::unused())?;
    let head = ["column-indicator", "column-kind"].map(|id| say(language, id));
    page.header(FIRST_ROW - 1, &head.each_ref().map(AsRef::as_ref), 2)?;
    for (step, year) in material.plan.years().enumerate() {
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
    page.sheet.set_freeze_panes(FIRST_ROW, BASE_COLUMN)?;
    page.widths(&[layout.name_width, KIND_WIDTH])?;
    page.sheet
        .set_column_range_width(BASE_COLUMN, column(steps), 11)?;
    for (place, width) in (column(steps) + 1..).zip(WIDTHS) {
        page.sheet.set_column_width(place, width)?;
    }
    let mut row = FIRST_ROW;
    for line in layout.with_actuals() {
        match line {
            Line::Heading(name) => {
                page.text(row, 0, name, &style::heading())?;
                row += 1;
            }
            Line::Indicator(ix, indicator) => {
                let lever = Lever {
                    layout,
                    ix,
                    indicator,
                };
                lever.inputs(page)?;
                lever.follows(page)?;
                lever.series(page)?;
                row += super::layout::ACTUAL_ROWS;
            }
        }
    }
    page.printed(FIRST_ROW - 1)
}

/// The cells of one lever.
struct Lever<'a> {
    layout: &'a Layout<'a>,
    ix: IndicatorIx,
    indicator: &'a Indicator,
}

impl Lever<'_> {
    fn row(&self, input: Input) -> RowNum {
        self.layout.input_row(self.ix, input)
    }

    /// The first column behind the years, plus an offset.
    fn behind(&self, offset: ColNum) -> ColNum {
        column(self.layout.material.plan.steps()) + 1 + offset
    }

    fn in_words(&self, id: &'static str) -> String {
        let material = self.layout.material;
        Message::new(id)
            .with("year", material.plan.base_year)
            .say(material.language)
    }

    /// How the figures of a row were published, and the id of their unit where that is not the unit of levels.
    fn kind(&self, input: Input) -> (&'static str, Option<&'static str>) {
        let in_percent = self.indicator.is_compound();
        match input {
            Input::Level => ("actual-kind-level", None),
            Input::Annual if in_percent => ("actual-kind-annual", Some("rate-percent")),
            Input::Annual => ("actual-kind-annual", Some("rate-points")),
            Input::Cumulative if in_percent => ("actual-kind-cumulative", Some("unit-percent-since")),
            Input::Cumulative => ("actual-kind-cumulative", Some("unit-points")),
        }
    }

    fn unit(&self) -> String {
        let material = self.layout.material;
        let basis = material.projection.kind(self.ix);
        unit(material.plan, self.indicator, basis, material.language).into_owned()
    }

    fn inputs(&self, page: &mut Page<'_>) -> Done {
        let material = self.layout.material;
        let steps = material.plan.steps();
        let published = Published::new(self.layout, self.ix);
        let first = self.row(Input::Level);
        page.text(
            first,
            0,
            self.indicator.name.get(material.language),
            &style::name(),
        )?;
        for input in [Input::Level, Input::Cumulative, Input::Annual] {
            let row = self.row(input);
            let (kind, own_unit) = self.kind(input);
            page.text(row, 1, &self.in_words(kind), &style::name())?;
            let own_unit = own_unit.map_or_else(|| self.unit(), |id| self.in_words(id));
            page.text(row, self.behind(0), &own_unit, &style::quiet().set_indent(1))?;
            for step in 1..=steps {
                match published.get(input, step) {
                    Some(figure) => page.figure(row, column(step), figure, &style::published())?,
                    None => page.blank(row, column(step), &style::published())?,
                }
            }
        }
        for (step, level) in published.set_aside {
            let words = Message::new("sheet-actuals-set-aside")
                .with("level", crate::text::numbers::shortest(level))
                .say(material.language);
            page.sheet
                .insert_note(first, column(step), &Note::new(words).add_author_prefix(false))?;
        }
        self.only_numbers(page)?;
        self.grey_unused(page)
    }

    /// Words would be left out of account in silence.
    fn only_numbers(&self, page: &mut Page<'_>) -> Done {
        let language = self.layout.material.language;
        let refusal = say(language, "sheet-actuals-number");
        let last = column(self.layout.material.plan.steps());
        let validation = DataValidation::new()
            .allow_decimal_number(DataValidationRule::Between(-1e15, 1e15))
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_message(&*refusal)?;
        let rows = (self.row(Input::Level), self.row(Input::Annual));
        page.sheet
            .add_data_validation(rows.0, column(1), rows.1, last, &validation)?;
        Ok(())
    }

    /// Figures that another one of the same year comes before.
    fn grey_unused(&self, page: &mut Page<'_>) -> Done {
        let last = column(self.layout.material.plan.steps());
        let level = row_col_to_cell(self.row(Input::Level), column(1));
        let cumulative = row_col_to_cell(self.row(Input::Cumulative), column(1));
        for (input, rule) in [
            (Input::Cumulative, format!("ISNUMBER({level})")),
            (
                Input::Annual,
                format!("OR(ISNUMBER({level}),ISNUMBER({cumulative}))"),
            ),
        ] {
            let condition = ConditionalFormatFormula::new()
                .set_rule(rule.as_str())
                .set_format(style::unused());
            let row = self.row(input);
            page.sheet
                .add_conditional_format(row, column(1), row, last, &condition)?;
        }
        Ok(())
    }

    /// The level that follows, and what is wrong with the figures.
    fn follows(&self, page: &mut Page<'_>) -> Done {
        let (layout, ix) = (self.layout, self.ix);
        let material = layout.material;
        let language = material.language;
        let row = self.row(Input::Annual) + 1;
        page.text(row, 1, &say(language, "sheet-actuals-follows"), &style::quiet())?;
        page.text(row, self.behind(0), &self.unit(), &style::quiet().set_indent(1))?;
        let levels = material.projection.levels(ix).unwrap_or_default();
        let format = style::figure(super::trajectories::largest(levels));
        for (step, level) in levels.iter().enumerate() {
            let cell = layout.level_from_afar(ix, step);
            page.formula(row, column(step), &cell, *level, &format)?;
        }
        look::watch_origins(page, layout, ix, row)?;
        // A change after the last known level has nothing to start from; the program refuses such figures.
        let (first, last) = (column(1), column(material.plan.steps()));
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
        let until = format!("{}+{}", material.plan.base_year, layout.last_actual_from_afar(ix));
        let formula = format!(
            "IF(SUMPRODUCT(ISNUMBER({changes})*({years}>{until}))>0,{},{})",
            quoted(&say(language, "sheet-actuals-from-nowhere")),
            quoted(NOTHING)
        );
        let place = self.behind(1);
        let wrong = ConditionalFormatCell::new()
            .set_rule(ConditionalFormatCellRule::NotEqualTo(NOTHING))
            .set_format(style::warning());
        page.sheet
            .add_conditional_format(annual, place, annual, place, &wrong)?;
        page.words(annual, place, &formula, NOTHING, &style::beside_figures())
    }

    /// Source, scope and confidence.
    fn series(&self, page: &mut Page<'_>) -> Done {
        let (layout, language) = (self.layout, self.layout.material.language);
        let info = layout.material.scenario.series.get(self.ix);
        let confidence = info.and_then(|info| info.confidence);
        let confidence = confidence.map_or_else(String::new, |confidence| {
            say(language, confidence.message()).into_owned()
        });
        let texts = [
            info.map_or("", |info| info.source.get(language)),
            info.map_or("", |info| info.scope.get(language)),
            confidence.as_str(),
        ];
        // As high as the rows of the lever together, so that long ones fit.
        let row = self.row(Input::Level);
        let last = row + super::layout::ACTUAL_ROWS - 1;
        for (place, text) in (self.behind(2)..).zip(texts) {
            let text = super::page::printable(text);
            let format = style::prose().set_indent(1);
            page.sheet.merge_range(row, place, last, place, &text, &format)?;
        }
        let name = self.indicator.name.get(language);
        page.fit(row, [(name, layout.name_width)])
    }
}
