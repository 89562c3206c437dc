//! Base statements: 2010年=100, 比2010年, since 2010.

use std::sync::LazyLock;

use super::plain::CALENDAR;
use super::words;

/// What figures are relative to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum IndexBase {
    /// Index, previous year = 100.
    Previous100,
    /// Index, this year = 100.
    Year100(i32),
    /// Change from this year.
    Against(i32),
    /// Change on the year before.
    AgainstPrevious,
    /// Change from the base year.
    Cumulative,
    /// Index with unknown base.
    Index,
}

/// Direction of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SignMeaning {
    /// By their signs.
    Signed,
    /// Sizes of falls.
    Falls,
    /// Rises, unless signed.
    Rises,
}

/// "=1.00" and "=100.0" without trailing zeros.
pub(super) fn without_zeros(text: String) -> String {
    let mut text = text;
    for whole in ["=100.", "=1."] {
        while let Some(at) = text.find(whole) {
            let start = at + whole.len() - 1;
            let zeros = text[start + 1..].bytes().take_while(|c| *c == b'0').count();
            let end = start + 1 + zeros;
            if zeros == 0 || text[end..].starts_with(|c: char| c.is_ascii_digit()) {
                break;
            }
            text.replace_range(start..end, "");
        }
    }
    text
}

/// Whether the text before a year makes it a month, a quarter or the end of a range.
pub(super) fn is_odd_base(before: &str) -> bool {
    let range = before.strip_suffix(['-', '~', '至', '–']);
    let is_range = range.is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit() || c == '年'));
    let mut parts = words::around().parts.iter();
    let is_average = before.ends_with("average") || before.ends_with("averageof") || before.ends_with("平均");
    // "4q2010" and "h22010": quarters and halves come in both orders.
    let is_quarter = before
        .strip_suffix(['q', 'h'])
        .is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()));
    is_range || is_average || is_quarter || parts.any(|part| before.ends_with(part.as_str()))
}

/// Words before a base year, longest first.
static BEFORE: LazyLock<[&str; 14]> = LazyLock::new(|| {
    [
        "comparedwith",
        "comparedto",
        "relativeto",
        "against",
        "since",
        "versus",
        "from",
        "over",
        "vs.",
        "vs",
        "on",
        "比",
        "较",
        "与",
    ]
});

/// The first base statement in a text: start, end and meaning.
pub(super) fn stated_year(text: &str) -> Option<(usize, usize, IndexBase)> {
    let starts = text.char_indices().filter(|(at, c)| {
        let is_start = c.is_ascii_digit() && !text[..*at].ends_with(|c: char| c.is_ascii_digit());
        is_start && text[*at..].bytes().take_while(u8::is_ascii_digit).count() == 4
    });
    for (start, _) in starts {
        let year: i32 = text[start..start + 4].parse().ok()?;
        if !CALENDAR.contains(&year) {
            continue;
        }
        let behind = &text[start + 4..];
        let after = behind.strip_prefix('年').unwrap_or(behind);
        let hundred = ["=100.0", "=100", "为100", "等于100", "为基期"];
        let one =
            after.starts_with("=1") && !after[2..].starts_with(|c: char| c.is_ascii_digit() || c == '.');
        let one = one.then_some(&"=1");
        if let Some(sign) = hundred.iter().find(|sign| after.starts_with(**sign)).or(one) {
            let from = if text[..start].ends_with('以') {
                start - '以'.len_utf8()
            } else {
                start
            };
            let end = text.len() - after.len() + sign.len();
            return Some((from, end, IndexBase::Year100(year)));
        }
        if let Some(word) = BEFORE.iter().find(|word| text[..start].ends_with(**word)) {
            let after = after.strip_prefix("相比").unwrap_or(after);
            return Some((
                start - word.len(),
                text.len() - after.len(),
                IndexBase::Against(year),
            ));
        }
    }
    None
}
