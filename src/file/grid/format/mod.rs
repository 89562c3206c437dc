//! Workbook number formats, as far as they change the displayed value: percentages, dates, scaling.

mod signs;

use super::painted::FormatText;
use super::{GridCell, date};
use signs::{section, sections};

/// A number format; the default is General.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct NumberFormat {
    /// Sections for positive, negative and zero.
    sections: Vec<FormatSection>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct FormatSection {
    is_percent: bool,
    calendar: Calendar,
    /// Divisor applied for display: a trailing comma divides by a thousand.
    divisor: Option<f64>,
    /// Condition, such as [<100].
    condition: Option<Condition>,
    /// Whether a literal minus or down arrow precedes the digits.
    falls: bool,
    /// Literal text before and after the digits. Without digits, all of the text.
    before: String,
    behind: String,
    digits: Digits,
}

/// Which numbers have digits in a section.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Digits {
    #[default]
    All,
    /// All but zero, as `#` does.
    NotZero,
    /// None: hidden by `;;;` or replaced, as by `"—"`.
    None,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Calendar {
    #[default]
    None,
    Date,
    /// A date shown as a month.
    Month,
    /// A time of day or a duration.
    Time,
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Condition {
    less: bool,
    equal: bool,
    greater: bool,
    than: f64,
}

impl Condition {
    fn of(text: &str) -> Option<Self> {
        let signs: String = text.chars().take_while(|c| "<=>".contains(*c)).collect();
        let than = text[signs.len()..].trim().parse().ok()?;
        (!signs.is_empty()).then_some(Self {
            less: signs.contains('<'),
            equal: signs.contains('='),
            greater: signs.contains('>'),
            than,
        })
    }

    fn holds(self, value: f64) -> bool {
        (self.less && value < self.than)
            || (self.greater && value > self.than)
            || (self.equal && (value - self.than).abs() < f64::EPSILON)
    }
}

impl NumberFormat {
    /// A built-in format by id, shared by .xlsx and .xls; 27 to 58 as in Chinese versions.
    pub(super) fn built_in(id: u16) -> Self {
        let section = match id {
            9 | 10 => FormatSection {
                is_percent: true,
                ..FormatSection::default()
            },
            14..=16 | 22 | 28..=31 | 51 | 53 | 54 | 58 => FormatSection {
                calendar: Calendar::Date,
                ..FormatSection::default()
            },
            17 | 27 | 36 | 50 | 52 | 57 => FormatSection {
                calendar: Calendar::Month,
                ..FormatSection::default()
            },
            18..=21 | 32..=35 | 45..=47 | 55 | 56 => FormatSection {
                calendar: Calendar::Time,
                ..FormatSection::default()
            },
            _ => return Self::default(),
        };
        Self {
            sections: vec![section],
        }
    }

    /// Parses a format code: `0.0%`, `yyyy"年"`.
    pub(super) fn of_code(code: &str) -> Self {
        let sections = sections(code).iter().map(|signs| section(signs)).collect();
        Self { sections }
    }

    /// The cell displayed for a number.
    pub(super) fn cell(&self, value: f64, is_1904: bool) -> GridCell {
        let Some(section) = self.section(value) else {
            return number(value, false);
        };
        match section.calendar {
            // A dash for zero, or nothing.
            Calendar::None if !section.shows(value) => instead(&section.before, value),
            Calendar::None => {
                let percent = if section.is_percent { 100.0 } else { 1.0 };
                // The section determines the minus of negative numbers.
                let sign = if section.falls && value > 0.0 { -1.0 } else { 1.0 };
                number(
                    sign * value * percent / section.divisor.unwrap_or(1.0),
                    section.is_percent,
                )
            }
            // Spreadsheets show ##### before the start of their calendar.
            Calendar::Date => day(value, is_1904),
            Calendar::Month => date::without_day(day(value, is_1904)),
            Calendar::Time => GridCell::Text(time(value)),
        }
    }

    /// Literal text around the digits, if any.
    pub(super) fn painted(&self, value: f64) -> Option<FormatText> {
        let section = self
            .section(value)
            .filter(|section| section.calendar == Calendar::None)?;
        let is_shown = section.shows(value) || !section.before.trim().is_empty();
        let look = FormatText {
            before: section.before.trim().to_owned(),
            behind: section.behind.trim().to_owned(),
            divisor: section.divisor,
            is_unseen: !is_shown && value != 0.0,
        };
        // Brackets are the minus of negative numbers.
        let look = if value < 0.0 {
            look.without_brackets()
        } else {
            look
        };
        look.is_something().then_some(look)
    }

    fn section(&self, value: f64) -> Option<&FormatSection> {
        let (first, rest) = self.sections.split_first()?;
        if self.sections.iter().any(|section| section.condition.is_some()) {
            let applies = |section: &&FormatSection| section.condition.is_none_or(|known| known.holds(value));
            return self.sections.iter().find(applies).or(Some(first));
        }
        match rest {
            [negative, ..] if value < 0.0 => Some(negative),
            [_, zero, ..] if value == 0.0 => Some(zero),
            _ => Some(first),
        }
    }
}

impl FormatSection {
    fn shows(&self, value: f64) -> bool {
        match self.digits {
            Digits::All => true,
            Digits::NotZero => value != 0.0,
            Digits::None => false,
        }
    }
}

/// A number as it is shown.
pub(super) fn number(value: f64, is_percent: bool) -> GridCell {
    GridCell::Number {
        value: as_shown(value),
        is_percent,
    }
}

/// Rounds to the 15 digits of spreadsheets: 0.082 · 100 is 8.2 there.
fn as_shown(value: f64) -> f64 {
    // Fast path: whole numbers need no rounding.
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return value;
    }
    format!("{value:.14e}").parse().unwrap_or(value)
}

fn day(value: f64, is_1904: bool) -> GridCell {
    date::of_serial(value, is_1904).unwrap_or_else(|| GridCell::Failed("#####".to_owned()))
}

/// Hours, minutes and seconds.
fn time(days: f64) -> String {
    #[allow(clippy::cast_possible_truncation, reason = "a time of day")]
    let seconds = (days * 86_400.0).round() as i64;
    format!(
        "{}:{:02}:{:02}",
        seconds / 3600,
        (seconds / 60 % 60).abs(),
        (seconds % 60).abs()
    )
}

/// Content of a cell whose format shows no digits.
fn instead(text: &str, value: f64) -> GridCell {
    match text.trim() {
        "" if value == 0.0 => GridCell::Empty,
        // Hidden, but still available as a number.
        "" => number(value, false),
        text => GridCell::Text(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(code: &str, value: f64) -> String {
        NumberFormat::of_code(code)
            .cell(value, false)
            .written()
            .into_owned()
    }

    #[test]
    fn a_percentage_is_one_by_its_sign_alone() {
        for code in ["0%", "0.0%", "#,##0.00%;[Red]-#,##0.00%", "[>1]0%;0.0%", "%0"] {
            assert_eq!(shown(code, 0.082), "8.2%", "{code}");
        }
        for code in [
            "0.0\"%\"", "0.0\\%", "0.0!%", "General", "@", "0.0_%", "0.0*%", "",
        ] {
            assert_eq!(shown(code, 8.2), "8.2", "{code}");
        }
        assert_eq!(shown("0%;-0.0", -0.5), "−0.5", "negative numbers have their own");
        assert_eq!(shown("0%;-0%;0", 0.0), "0");
        assert_eq!(shown("[<1]0%;0.0", 0.5), "50%");
        assert_eq!(shown("[<1]0%;0.0", 8.2), "8.2");
    }

    #[test]
    fn numbers_are_those_that_people_see() {
        assert_eq!(shown("0.0", 0.1 + 0.2), "0.3");
        assert_eq!(shown("0.0%", 0.57), "57%");
        assert_eq!(shown("#,##0,", 12_000.0), "12");
        assert_eq!(shown("0.0,,\"M\"", 1_500_000.0), "1.5");
        assert_eq!(shown("0!.0,\"万\"", 123_000.0), "12.3");
        assert_eq!(shown("#\\.0000\"亿\"", 123_000.0), "12.3");
        assert_eq!(shown("\"第1.\"0", 3.0), "3");
    }

    #[test]
    fn signs_and_units_may_be_painted() {
        for code in ["\"-\"0.0", "-0.0", "▼0.0", "\"↓\"0.0;\"↑\"0.0"] {
            assert_eq!(shown(code, 2.2), "−2.2", "{code}");
        }
        assert_eq!(shown("0.0;-0.0", 2.2), "2.2");
        assert_eq!(shown("0.0;-0.0", -2.2), "−2.2");
        assert_eq!(shown("-0.0", 0.0), "0");
        // Replaced and hidden numbers.
        for code in ["0.0;-0.0;\"—\"", "0.0;-0.0;—", "#,##0_ ;-#,##0_ ;\"—\"??"] {
            assert_eq!(shown(code, 0.0), "—", "{code}");
        }
        assert_eq!(shown("0.0;-0.0;", 0.0), "");
        for (code, value) in [(";;;", 61.9), ("0.0;;", -61.9), (";;", 61.9)] {
            let look = NumberFormat::of_code(code).painted(value);
            assert!(look.is_some_and(|look| look.is_unseen), "{code}");
        }
        let around = |code, value: f64| {
            let look = NumberFormat::of_code(code).painted(value).unwrap_or_default();
            format!("{}|{}", look.before, look.behind)
        };
        assert_eq!(around("0.0\" kgce/t\"", 602.0), "|kgce/t");
        assert_eq!(around("#,##0\"万元\";[Red]-#,##0", 602.0), "|万元");
        assert_eq!(around("\"下降\"0.0\"%\"", 3.2), "下降|%");
        assert_eq!(around("(0.0)", 3.2), "(|)");
        assert_eq!(around("0.0‰", 3.2), "|‰");
        assert_eq!(around("[$€-407]0.0", 3.2), "€|");
        for code in [
            "yyyy\"年\"",
            "0.0",
            "General",
            "#,##0_);(#,##0)",
            "0.00E+00",
            "[$-804]0",
            "@",
            "",
        ] {
            assert_eq!(around(code, 602.0), "|", "{code}");
        }
        assert_eq!(around("0.0;(0.0)", -3.2), "|");
    }

    #[test]
    fn dates_are_told_from_numbers() {
        for code in [
            "yyyy",
            "yyyy\"年\"",
            "m/d/yy",
            "[$-804]yyyy\"年\"m\"月\"d\"日\";@",
            "e",
            "yyyy-mm-dd hh:mm",
        ] {
            assert_eq!(shown(code, 40_544.0), "2011-01-01", "{code}");
        }
        for code in ["mmm-yy", "yyyy-mm", "yyyy\"年\"m\"月\"", "[$-409]mmm\\ yyyy"] {
            assert_eq!(shown(code, 40_544.0), "2011-01", "{code}");
        }
        for code in [
            "General",
            "0.00E+00",
            "0 \"days\"",
            "[Red]0",
            "#,##0\\d",
            "[$€-407]0",
            "General\"年\"",
        ] {
            assert_eq!(shown(code, 2011.0), "2011", "{code}");
        }
        assert_eq!(shown("h:mm", 0.5), "12:00:00");
        assert_eq!(shown("[h]:mm", 1.5), "36:00:00");
        assert_eq!(shown("mm:ss", 0.5), "12:00:00");
        assert_eq!(shown("yyyy", -5.0), "#####");
        let built_in = |id, value| NumberFormat::built_in(id).cell(value, true);
        assert_eq!(built_in(14, 39_082.0).written(), "2011-01-01");
        assert_eq!(built_in(57, 39_082.0).written(), "2011-01");
        assert_eq!(built_in(17, 39_082.0).written(), "2011-01");
        assert_eq!(built_in(10, 0.492).written(), "49.2%");
        assert_eq!(built_in(0, 0.492).written(), "0.492");
    }
}
