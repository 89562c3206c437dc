//! Years as written in tables: 2011, 2011年, FY2011, 2011.0, a date, 2011年实际, 2013年1-9月.

use super::marks::is_raised;
use super::months;
use super::period;
use super::plain::{CALENDAR, compact, number_at_end, number_at_start};
use super::saying::Statements;
use super::when::YearLabel;
use super::words;
use crate::file::GridCell;

/// In characters; longer headings are not searched.
const LONGEST: usize = 40;

/// The year of a cell; `None` for figures and other text.
pub(super) fn of(cell: &GridCell) -> Option<YearLabel> {
    match cell {
        GridCell::Number { value, is_percent } if !is_percent && value.fract().abs() <= 0.0 => {
            let year = format!("{value}").parse().ok()?;
            known(year, "", true)
        }
        GridCell::Date { year, month, day } => {
            // The first and last day stand for the year; a month does not, not even December.
            let is_year = day.is_some_and(|day| (*month, day) == (1, 1) || *month == 12);
            known(*year, "", false).map(|when| YearLabel {
                is_part: !is_year,
                is_day: true,
                ..when
            })
        }
        GridCell::Text(text) if text.chars().count() <= LONGEST => of_text(text).or_else(|| period::of(text)),
        _ => None,
    }
}

fn of_text(text: &str) -> Option<YearLabel> {
    let plain = compact(text);
    let plain = plain.trim_start_matches(['\'', '(']);
    let in_words = in_digits(plain);
    let plain = in_words.as_deref().unwrap_or(plain);
    let plain = match words::behind_relative_year(plain) {
        Some(rest) if rest.starts_with('(') => rest.trim_start_matches('(').trim_end_matches(')'),
        _ => plain,
    };
    let bare = plain.strip_prefix("fy").unwrap_or(plain);
    let in_full = in_four_digits(bare, bare.len() < plain.len()).or_else(|| turned(bare));
    let bare = in_full.as_deref().unwrap_or(bare);
    let (year, rest) = number_at_start(bare)?;
    known(
        year,
        rest,
        rest.is_empty() && bare.len() == plain.len() && in_full.is_none(),
    )
}

/// Two-digit years accepted.
const SHORT: std::ops::RangeInclusive<i32> = 0..=49;

/// Expands 11年 and FY11; `None` for other text.
fn in_four_digits(text: &str, is_marked: bool) -> Option<String> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = text.get(2..).filter(|_| digits == 2)?;
    let year: i32 = text[..2].parse().ok()?;
    let is_year = SHORT.contains(&year) && (is_marked || rest.starts_with('年'));
    is_year.then(|| format!("{}{rest}", 2000 + year))
}

/// Moves the year first: Q1 2011 becomes 2011q1, Actual 2011 becomes 2011actual; `None` for other text.
fn turned(text: &str) -> Option<String> {
    let text = text.strip_suffix('年').unwrap_or(text);
    // Without the space, "Q1 2011" ends in five digits.
    let (before, year) = match text.get(2..).and_then(number_at_start) {
        Some((year, "")) if text.starts_with(['q', 'h']) => (&text[..2], year),
        _ => number_at_end(text)?,
    };
    let before = before.trim_end_matches(['-', '/', '\'', ',', '.']);
    let quarter = match before.as_bytes() {
        [part @ (b'q' | b'h'), digit @ b'1'..=b'4'] | [digit @ b'1'..=b'4', part @ (b'q' | b'h')] => {
            Some(format!("{}{}", char::from(*part), char::from(*digit)))
        }
        _ => None,
    };
    let month = months::named(before).map(|month| format!("年{month}月"));
    let is_mark = words::is_mark_of_promise(before)
        || words::is_mark_of_actual(before)
        || words::is_happened(before)
        || words::is_forecast(before);
    let behind = quarter.or(month).or_else(|| is_mark.then(|| before.to_owned()))?;
    Some(format!("{year}{behind}"))
}

/// Converts 二〇一一年 to digits; `None` for other text.
fn in_digits(text: &str) -> Option<String> {
    let digit = |c: char| match c {
        '〇' | '○' | '零' => Some('0'),
        _ => "一二三四五六七八九"
            .chars()
            .zip('1'..='9')
            .find(|(sign, _)| *sign == c)
            .map(|(_, digit)| digit),
    };
    let digits: String = text.chars().map_while(digit).collect();
    let rest: String = text.chars().skip(4).collect();
    (digits.len() == 4 && rest.starts_with('年')).then(|| digits + &rest)
}

fn known(year: i32, rest: &str, is_bare: bool) -> Option<YearLabel> {
    if !CALENDAR.contains(&year) {
        return None;
    }
    // "2011.0", as software writes numeric columns.
    let rest = match rest.strip_prefix('.') {
        Some(zeros) if !zeros.is_empty() && zeros.bytes().all(|c| c == b'0') => "",
        _ => rest,
    };
    // "2015 [YR2015]", as in World Bank data.
    let rest = rest.strip_prefix(&format!("(yr{year})")).unwrap_or(rest);
    // "2011/12" and "2011-12" may be a fiscal year or a month.
    let next = format!("{:02}", (year + 1) % 100);
    if rest.strip_prefix(['/', '-']).is_some_and(|rest| rest == next) {
        return None;
    }
    let (rest, promised) = without_mark(rest);
    let is_day = is_day(rest);
    let (is_part, rest) = if is_day && !WHOLE.contains(&rest) {
        (true, "")
    } else {
        within(rest)?
    };
    // After the year: not a base statement ("2010年=100") or a range ("2011-2015").
    let is_statement = rest.starts_with(['=', '为', '-', '/', '至', '~', '相']);
    if is_statement {
        return None;
    }
    let said = (!rest.is_empty() || promised).then(|| {
        let mut said = Statements::of(rest);
        said.is_promised |= promised;
        said
    });
    if said
        .as_ref()
        .is_some_and(|said| !said.leftover.is_empty() && !is_remark(&said.leftover))
    {
        return None;
    }
    Some(YearLabel {
        year,
        said: said.filter(Statements::says_something),
        is_part,
        is_bare,
        is_day,
    })
}

/// Whether the text after a year makes it a date: -04-01, /4/1.
fn is_day(rest: &str) -> bool {
    ['-', '/'].iter().any(|sign| {
        let mut parts = rest.split(*sign);
        let is_number =
            |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|c| c.is_ascii_digit());
        parts.next() == Some("")
            && parts.next().is_some_and(is_number)
            && parts.next().is_some_and(is_number)
            && parts.next().is_none()
    })
}

/// Strips a forecast or target mark after a year, and tells whether there was one: 2013E, 2014 (f).
fn without_mark(rest: &str) -> (&str, bool) {
    let behind_year = rest.strip_prefix('年').unwrap_or(rest);
    let mark = behind_year.trim_start_matches('(').trim_end_matches([')', '.']);
    if words::is_mark_of_promise(mark) {
        ("", true)
    } else if words::is_mark_of_actual(mark) {
        ("", false)
    } else {
        (rest, false)
    }
}

/// Irrelevant marks after a year: footnote numbers, brackets.
fn is_remark(leftover: &str) -> bool {
    let is_mark = |c: char| c.is_ascii_digit() || is_raised(c) || "年度)(apr末底注".contains(c);
    leftover.chars().count() <= 3 && leftover.chars().all(is_mark)
}

/// Full-year suffixes, longest first.
const WHOLE: [&str; 12] = [
    "1-12月",
    "1至12月",
    "1~12月",
    "全年",
    "12月31日",
    "12月末",
    "末",
    "底",
    "-12-31",
    "/12/31",
    "-01-01",
    "/1/1",
];
/// Part-year suffixes.
const PARTS: [&str; 17] = [
    "上半年",
    "下半年",
    "一季度",
    "二季度",
    "三季度",
    "四季度",
    "前三季度",
    "q1",
    "q2",
    "q3",
    "q4",
    "-q1",
    "-q2",
    "-q3",
    "-q4",
    "h1",
    "h2",
];

/// Whether the suffix makes it part of a year, and the remaining text; `None` if not a year.
fn within(rest: &str) -> Option<(bool, &str)> {
    let plain = rest
        .strip_prefix("年度")
        .or_else(|| rest.strip_prefix('年'))
        .unwrap_or(rest);
    // Also "2011年（12月末）".
    let plain = plain.strip_prefix('(').unwrap_or(plain);
    let whole = WHOLE.iter().map(|name| (*name, false));
    for (name, is_part) in whole.chain(PARTS.iter().map(|name| (*name, true))) {
        if let Some(behind) = plain.strip_prefix(name)
            && !behind.starts_with(|c: char| c.is_ascii_digit())
        {
            return Some((is_part, behind));
        }
    }
    // 1-9月, 9月: less than a full year.
    let months = plain.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '至' | '~'));
    if months.len() < plain.len()
        && let Some(behind) = months.strip_prefix('月')
    {
        return Some((true, behind));
    }
    if plain.len() == rest.len() && plain.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    Some((false, plain))
}

#[cfg(test)]
mod tests;
