//! Number formats of workbooks, as far as they change what a person reads: percentages, dates, shifted decimal points.

use super::{GridCell, date};

/// A number format. The default shows numbers as they are.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct NumberFormat {
    /// For positive numbers, negative ones and zero, as far as they differ.
    sections: Vec<Section>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Section {
    is_percent: bool,
    calendar: Calendar,
    /// What the number is divided by before it is shown: a comma at the end divides by a thousand.
    divisor: Option<f64>,
    /// For which numbers this is, where that is said: [<100].
    condition: Option<Condition>,
    /// Whether a minus, or an arrow that points down, is painted before the digits.
    falls: bool,
    /// What is painted behind the digits: a unit, perhaps.
    behind: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Calendar {
    #[default]
    None,
    Date,
    /// A time of day, or a time that has passed.
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
    /// One of those that have a number instead of a text, the same in .xlsx and .xls; 27 to 58 as in Chinese versions.
    pub(super) fn built_in(id: u16) -> Self {
        let section = match id {
            9 | 10 => Section {
                is_percent: true,
                ..Section::default()
            },
            14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => Section {
                calendar: Calendar::Date,
                ..Section::default()
            },
            18..=21 | 32..=35 | 45..=47 | 55 | 56 => Section {
                calendar: Calendar::Time,
                ..Section::default()
            },
            _ => return Self::default(),
        };
        Self {
            sections: vec![section],
        }
    }

    /// One that is written out: `0.0%`, `yyyy"年"`.
    pub(super) fn of_code(code: &str) -> Self {
        let sections = sections(code).iter().map(|signs| section(signs)).collect();
        Self { sections }
    }

    /// What a number of this format shows.
    pub(super) fn cell(&self, value: f64, is_1904: bool) -> GridCell {
        let Some(section) = self.section(value) else {
            return number(value, false);
        };
        match section.calendar {
            Calendar::None => {
                let percent = if section.is_percent { 100.0 } else { 1.0 };
                // Of a negative number, the section says how its minus looks.
                let sign = if section.falls && value > 0.0 { -1.0 } else { 1.0 };
                number(
                    sign * value * percent / section.divisor.unwrap_or(1.0),
                    section.is_percent,
                )
            }
            // Spreadsheets show ##### for days before their calendar begins.
            Calendar::Date => {
                date::of_serial(value, is_1904).unwrap_or_else(|| GridCell::Failed("#####".to_owned()))
            }
            Calendar::Time => GridCell::Text(time(value)),
        }
    }

    /// What a number of this format shows behind its digits; empty for most.
    pub(super) fn behind(&self, value: f64) -> &str {
        let plain = self
            .section(value)
            .filter(|section| section.calendar == Calendar::None);
        plain.map_or("", |section| section.behind.trim())
    }

    fn section(&self, value: f64) -> Option<&Section> {
        let (first, rest) = self.sections.split_first()?;
        if self.sections.iter().any(|section| section.condition.is_some()) {
            let applies = |section: &&Section| section.condition.is_none_or(|known| known.holds(value));
            return self.sections.iter().find(applies).or(Some(first));
        }
        match rest {
            [negative, ..] if value < 0.0 => Some(negative),
            [_, zero, ..] if value == 0.0 => Some(zero),
            _ => Some(first),
        }
    }
}

/// A sign of a format: a text in quotation marks, or escaped, means nothing but itself.
#[derive(Clone, Debug, PartialEq)]
enum Sign {
    Plain(char),
    Literal(char),
    Bracket(String),
}

/// The signs of a format, in its sections.
fn sections(code: &str) -> Vec<Vec<Sign>> {
    let mut found = vec![Vec::new()];
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        let mut add = |sign| {
            if let Some(section) = found.last_mut() {
                section.push(sign);
            }
        };
        match c {
            '"' => chars
                .by_ref()
                .take_while(|c| *c != '"')
                .for_each(|c| add(Sign::Literal(c))),
            '\\' | '!' => chars.next().into_iter().for_each(|c| add(Sign::Literal(c))),
            // The width of a sign, and a sign that fills the cell: neither is read.
            '_' | '*' => drop(chars.next()),
            '[' => add(Sign::Bracket(chars.by_ref().take_while(|c| *c != ']').collect())),
            ';' => found.push(Vec::new()),
            c => add(Sign::Plain(c)),
        }
    }
    found
}

fn section(signs: &[Sign]) -> Section {
    let plain = |wanted: char| signs.contains(&Sign::Plain(wanted));
    let condition = signs.iter().find_map(|sign| match sign {
        Sign::Bracket(text) => Condition::of(text),
        _ => None,
    });
    Section {
        is_percent: plain('%'),
        calendar: calendar(signs),
        divisor: divisor(signs),
        condition,
        falls: falls(signs),
        behind: behind(signs),
    }
}

/// Whether digits follow a minus or an arrow.
fn falls(signs: &[Sign]) -> bool {
    let first = signs.iter().position(is_digit).unwrap_or(0);
    let is_fall = |sign: &Sign| match sign {
        Sign::Plain(c) | Sign::Literal(c) => matches!(c, '-' | '−' | '–' | '－' | '▼' | '↓'),
        Sign::Bracket(_) => false,
    };
    signs[..first].iter().any(is_fall)
}

/// The literal text behind the last digit.
fn behind(signs: &[Sign]) -> String {
    let last = signs.iter().rposition(is_digit).map_or(signs.len(), |at| at + 1);
    let literal = |sign: &Sign| match sign {
        Sign::Literal(c) => Some(*c),
        _ => None,
    };
    signs[last..].iter().filter_map(literal).collect()
}

fn is_digit(sign: &Sign) -> bool {
    matches!(sign, Sign::Plain('0' | '#' | '?'))
}

fn calendar(signs: &[Sign]) -> Calendar {
    let mut letters: String = signs
        .iter()
        .filter_map(|sign| match sign {
            Sign::Plain(c) => Some(c.to_ascii_lowercase()),
            _ => None,
        })
        .collect();
    for other in ["general", "am/pm", "a/p", "e+", "e-"] {
        letters = letters.replace(other, "");
    }
    let elapsed = signs.iter().any(|sign| match sign {
        Sign::Bracket(text) => {
            !text.is_empty()
                && text
                    .chars()
                    .all(|c| matches!(c.to_ascii_lowercase(), 'h' | 'm' | 's'))
        }
        _ => false,
    });
    let has = |wanted: &[char]| letters.contains(wanted);
    if elapsed || (has(&['h', 's']) && !has(&['y', 'd', 'e'])) {
        Calendar::Time
    } else if has(&['y', 'd', 'm', 'e']) {
        // A lone e is the year of an era.
        Calendar::Date
    } else {
        Calendar::None
    }
}

/// A thousand for each comma behind the last digit, and ten for each digit behind a decimal point that is only painted:
/// `0!.0,` shows 123456 as 12.3, which is how Chinese tables show 万.
fn divisor(signs: &[Sign]) -> Option<f64> {
    let last = signs.iter().rposition(is_digit)?;
    let commas = signs[last + 1..]
        .iter()
        .take_while(|sign| **sign == Sign::Plain(','))
        .count();
    let painted = signs[..last].iter().rposition(|sign| *sign == Sign::Literal('.'));
    let has_digits_before = painted.is_some_and(|at| signs[..at].iter().any(is_digit));
    let shifted = painted.filter(|_| has_digits_before).map_or(0, |at| {
        signs[at..=last].iter().filter(|sign| is_digit(sign)).count()
    });
    let tens = i32::try_from(3 * commas + shifted).unwrap_or(0);
    (tens > 0).then(|| (0..tens).fold(1.0, |divisor, _| divisor * 10.0))
}

/// A number as it is shown.
pub(super) fn number(value: f64, is_percent: bool) -> GridCell {
    GridCell::Number {
        value: as_shown(value),
        is_percent,
    }
}

/// The 15 digits that spreadsheets show and keep: 0.082 · 100 is 8.2 there.
fn as_shown(value: f64) -> f64 {
    // Whole numbers have no digits that could be dust, and most cells are whole numbers.
    if value.fract() == 0.0 && value.abs() < 1e15 {
        return value;
    }
    format!("{value:.14e}").parse().unwrap_or(value)
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
        let behind = |code| NumberFormat::of_code(code).behind(602.0).to_owned();
        assert_eq!(behind("0.0\" kgce/t\""), "kgce/t");
        assert_eq!(behind("#,##0\"万元\";[Red]-#,##0"), "万元");
        assert_eq!(behind("yyyy\"年\""), "");
        assert_eq!(behind("0.0"), "");
    }

    #[test]
    fn dates_are_told_from_numbers() {
        for code in [
            "yyyy",
            "yyyy\"年\"",
            "m/d/yy",
            "mmm-yy",
            "[$-804]yyyy\"年\"m\"月\"d\"日\";@",
            "e",
            "yyyy-mm-dd hh:mm",
        ] {
            assert_eq!(shown(code, 40_544.0), "2011-01-01", "{code}");
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
        assert_eq!(built_in(57, 39_082.0).written(), "2011-01-01");
        assert_eq!(built_in(10, 0.492).written(), "49.2%");
        assert_eq!(built_in(0, 0.492).written(), "0.492");
    }
}
