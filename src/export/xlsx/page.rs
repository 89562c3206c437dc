//! A sheet being filled: cells that are safe to write, widths, print settings.

use rust_xlsxwriter::{ColNum, Format, Formula, RowNum, Url, Worksheet, XlsxError};

use super::style;
use crate::text::{WebAddress, safe};

/// Excel's limit in UTF-16 units; longer texts are truncated with an ellipsis.
pub(super) const LONGEST_TEXT: usize = 32_767;
/// Excel's limit in characters; a longer formula makes the file invalid.
pub(super) const LONGEST_FORMULA: usize = 8_192;

/// Excel's limit for a text within a formula, in UTF-16 units.
const LONGEST_LITERAL: usize = 255;

/// Placeholder for a missing figure.
pub(super) const NOTHING: &str = "–";

pub(super) type Done = Result<(), XlsxError>;

/// A sheet being filled.
pub(super) struct SheetPage<'a> {
    pub sheet: &'a mut Worksheet,
}

impl SheetPage<'_> {
    /// Writes text, never a formula.
    pub(super) fn text(&mut self, row: RowNum, column: ColNum, text: &str, format: &Format) -> Done {
        let text = fitting(text);
        self.sheet.write_string_with_format(row, column, text, format)?;
        Ok(())
    }

    /// Writes text that leads to a source, which a click opens.
    pub(super) fn linked(
        &mut self,
        row: RowNum,
        column: ColNum,
        (text, link): (&str, Option<&WebAddress>),
        format: &Format,
    ) -> Done {
        let Some(link) = link else {
            return self.text(row, column, text, format);
        };
        let (address, format) = (link.encoded(), style::link(format));
        let text = fitting(if text.is_empty() { link.as_str() } else { text });
        if !address.contains('%') {
            let url = Url::new(address).set_text(text);
            self.sheet.write_url_with_format(row, column, url, &format)?;
            return Ok(());
        }
        // The library would encode the signs of encoding once more, a formula takes them as they are.
        let fits = |text: &str| text.encode_utf16().count() <= LONGEST_LITERAL;
        if fits(&address) && fits(&text) {
            let formula = format!("HYPERLINK({},{})", quoted(&address), quoted(&text));
            return self.words(row, column, &formula, &text, &format);
        }
        self.text(row, column, &text, &style::prose())
    }

    /// Writes an indicator's name into the first column, in a row as high as it needs.
    pub(super) fn name(&mut self, row: RowNum, name: &str, width: f64) -> Done {
        self.text(row, 0, name, &style::name())?;
        self.fit(row, [(name, width)])
    }

    /// Writes a figure as it is.
    pub(super) fn figure(&mut self, row: RowNum, column: ColNum, value: f64, format: &Format) -> Done {
        // Turns −0 into 0.
        self.sheet
            .write_number_with_format(row, column, value + 0.0, format)?;
        Ok(())
    }

    /// Writes an empty input cell.
    pub(super) fn blank(&mut self, row: RowNum, column: ColNum, format: &Format) -> Done {
        self.sheet.write_blank(row, column, format)?;
        Ok(())
    }

    /// Writes a formula with its cached value, for viewers that do not calculate.
    pub(super) fn formula(
        &mut self,
        row: RowNum,
        column: ColNum,
        formula: &str,
        value: f64,
        format: &Format,
    ) -> Done {
        if !value.is_finite() {
            // Spreadsheets have no "inf" or "NaN".
            return self.words(row, column, formula, NOTHING, format);
        }
        if is_too_long(formula) {
            return self.figure(row, column, value, format);
        }
        let formula = Formula::new(format!("={formula}")).set_result((value + 0.0).to_string());
        self.sheet
            .write_formula_with_format(row, column, formula, format)?;
        Ok(())
    }

    /// Writes a formula that may have no value, such as a ratio to zero, shown as a dash.
    pub(super) fn ratio(
        &mut self,
        row: RowNum,
        column: ColNum,
        formula: &str,
        value: f64,
        format: &Format,
    ) -> Done {
        let formula = format!("IFERROR({formula},{})", quoted(NOTHING));
        self.formula(row, column, &formula, value, format)
    }

    /// Writes a formula yielding a figure or a dash.
    pub(super) fn perhaps(
        &mut self,
        row: RowNum,
        column: ColNum,
        formula: &str,
        value: Option<f64>,
        format: &Format,
    ) -> Done {
        match value {
            Some(value) => self.formula(row, column, formula, value, format),
            None => self.words(row, column, formula, NOTHING, format),
        }
    }

    /// Writes a formula whose value is words; the words alone where there is none.
    pub(super) fn words(
        &mut self,
        row: RowNum,
        column: ColNum,
        formula: &str,
        value: &str,
        format: &Format,
    ) -> Done {
        if formula.is_empty() || is_too_long(formula) {
            return self.text(row, column, value, format);
        }
        let formula = Formula::new(format!("={formula}")).set_result(value);
        self.sheet
            .write_formula_with_format(row, column, formula, format)?;
        Ok(())
    }

    /// Writes the words of a table's head.
    pub(super) fn header(&mut self, row: RowNum, names: &[&str], figures_from: ColNum) -> Done {
        for (column, name) in (0..).zip(names) {
            let format = if column < figures_from {
                style::header()
            } else {
                style::header_right()
            };
            self.text(row, column, name, &format)?;
        }
        Ok(())
    }

    /// Writes a long text over several columns, in a row as high as it needs.
    pub(super) fn paragraph(&mut self, row: RowNum, last: ColNum, width: f64, text: &str) -> Done {
        let text = fitting(text);
        self.sheet
            .merge_range(row, 0, row, last, &text, &style::quiet_wrapped())?;
        self.fit(row, [(text.as_str(), width)])
    }

    /// Makes a row as high as its wrapped texts need, each given with the width of its column in characters. Not
    /// every program does so by itself.
    pub(super) fn fit<'t>(&mut self, row: RowNum, texts: impl IntoIterator<Item = (&'t str, f64)>) -> Done {
        let lines = texts
            .into_iter()
            .map(|(text, width)| lines(text, width))
            .fold(1.0, f64::max);
        if lines > 1.0 {
            // Excel's tallest row has 409 points; longer texts are read in the cell.
            self.sheet.set_row_height(row, (lines * 15.0 + 2.0).min(400.0))?;
        }
        Ok(())
    }

    /// Sets the widths of columns, in characters.
    pub(super) fn widths(&mut self, widths: &[f64]) -> Done {
        for (column, width) in (0..).zip(widths) {
            self.sheet.set_column_width(column, *width)?;
        }
        Ok(())
    }

    /// Prints on A4, across, as wide as a page, with the table's head on each.
    pub(super) fn printed(&mut self, head: RowNum) -> Done {
        const A4: u8 = 9;
        self.sheet
            .set_paper_size(A4)
            .set_landscape()
            .set_print_fit_to_pages(1, 0)
            .set_footer("&L&A&R&P / &N");
        self.sheet.set_repeat_rows(head, head)?;
        Ok(())
    }
}

/// Truncates text to fit a cell.
pub(super) fn fitting(text: &str) -> String {
    let text = safe::workbook(text).into_owned();
    if text.encode_utf16().count() <= LONGEST_TEXT {
        return text;
    }
    let mut units = 0;
    let mut cut: String = text
        .chars()
        .take_while(|c| {
            units += c.len_utf16();
            units < LONGEST_TEXT
        })
        .collect();
    cut.push('…');
    cut
}

/// Display width in characters; Chinese ones count double.
fn shown_width(text: &str) -> f64 {
    text.chars()
        .map(|c| if c >= '\u{2E80}' { 2.0 } else { 1.0 })
        .sum()
}

/// How many lines a wrapped text takes. Words do not fill a line to its end, which the margin allows for.
fn lines(text: &str, width: f64) -> f64 {
    text.lines()
        .map(|line| match shown_width(line) {
            shown if shown < width => 1.0,
            shown => (shown * 1.08 / (width - 1.0)).ceil(),
        })
        .sum()
}

/// A column as wide as its texts, within reason.
pub(super) fn width_for<'t>(texts: impl IntoIterator<Item = &'t str>, least: f64, most: f64) -> f64 {
    texts
        .into_iter()
        .map(|text| shown_width(text) + 2.0)
        .fold(least, f64::max)
        .min(most)
}

/// A string literal for formulas.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

/// A cell's figure in words, as [`crate::text::numbers::shortest`] writes it: no decimals that say nothing, at most as many as `most`.
/// FIXED uses the separators of the reader's own settings, which a pattern for TEXT would not.
pub(super) fn figure_in_words_to(cell: &str, most: usize) -> String {
    let decimals = (0..most).rev().fold(most.to_string(), |more, decimals| {
        format!("IF(ROUND({cell},{decimals})=ROUND({cell},{most}),{decimals},{more})")
    });
    format!("SUBSTITUTE(FIXED({cell},{decimals}),\"-\",\"\u{2212}\")")
}

/// Stand for formulas in words, until [`words_around`] puts these in. Private-use characters: no message has them, and
/// messages leave them as they are.
pub(super) const MARKS: [&str; 2] = ["\u{E000}", "\u{E001}"];

/// Whether a formula exceeds the limit, including its equals sign.
fn is_too_long(formula: &str) -> bool {
    formula.chars().count() >= LONGEST_FORMULA
}

/// A formula for words in which marks stand for formulas, in whatever order a language has them.
pub(super) fn words_around<'a>(words: &str, marks: impl IntoIterator<Item = (&'a str, &'a str)>) -> String {
    let marks: Vec<(&str, &str)> = marks.into_iter().collect();
    let mut parts = Vec::new();
    let mut rest = words;
    while let Some((at, (mark, formula))) = marks
        .iter()
        .filter_map(|one| Some((rest.find(one.0)?, one)))
        .min_by_key(|(at, _)| *at)
    {
        parts.push(quoted(&rest[..at]));
        parts.push((*formula).to_owned());
        rest = &rest[at + mark.len()..];
    }
    parts.push(quoted(rest));
    parts.retain(|part| part != "\"\"");
    parts.join("&")
}
