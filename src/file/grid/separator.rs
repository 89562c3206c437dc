//! Detecting the cell separator: the one that yields most figures and years.

use super::blanks::{is_blank, lines, trimmed};

/// A cell separator.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Separator {
    /// A character; cells may be quoted.
    Sign(char),
    /// Two or more spaces, as in hand-aligned text.
    Blanks,
}

/// In order of preference among equals.
const SIGNS: [char; 5] = ['\t', ';', ',', '|', '，'];

/// Limits on text examined.
const LOOK_AT: usize = 50;
const LONGEST: usize = 20_000;

/// The separator of a text, and the text without Excel's `sep=;` line.
pub(super) fn chosen(text: &str) -> (Separator, &str) {
    let first = lines(text).next().unwrap_or_default();
    let named = trimmed(first).trim_matches('"');
    let named = named.strip_prefix("sep=").or_else(|| named.strip_prefix("SEP="));
    // A tab was trimmed away as white space.
    let named = named.map(|sign| sign.chars().next().unwrap_or('\t'));
    if let Some(sign) = named {
        let after = &text[first.len()..];
        let after = after
            .strip_prefix("\r\n")
            .or_else(|| after.get(1..))
            .unwrap_or("");
        return (Separator::Sign(sign), after);
    }
    (guessed(text), text)
}

fn guessed(text: &str) -> Separator {
    let seen: Vec<&str> = lines(text)
        .filter(|line| !trimmed(line).is_empty())
        .take(LOOK_AT)
        .map(|line| line.get(..LONGEST).unwrap_or(line))
        .collect();
    if is_one_column(&seen) {
        return Separator::Sign('\t');
    }
    let figures = |cut: &dyn Fn(&str) -> (usize, usize)| {
        seen.iter()
            .map(|line| cut(line))
            .fold((0, 0), |sum, found| (sum.0 + found.0, sum.1 + found.1))
    };
    let mut best = (Separator::Sign(','), (0, 0));
    let candidates = SIGNS.iter().map(|sign| Separator::Sign(*sign));
    for candidate in candidates.chain([Separator::Blanks]) {
        let found = match candidate {
            Separator::Sign(sign) => figures(&|line| count(cut(line, sign).into_iter())),
            Separator::Blanks => figures(&|line| count(cut_at_blanks(line))),
        };
        // A separator must split something.
        let is_cut = found.1 > seen.len();
        let is_better = match candidate {
            // Spaces are the last resort, for hand-aligned text.
            Separator::Blanks => found.0 > best.1.0,
            Separator::Sign(_) => found > best.1,
        };
        // Without figures, the character that splits every line.
        if is_cut && is_better {
            best = (candidate, found);
        }
    }
    best.0
}

/// Whether the text is a single column of grouped numbers: 1,234 above 5,678.
fn is_one_column(lines: &[&str]) -> bool {
    let is_grouped = |line: &&str| {
        let line = trimmed(line).trim_start_matches(['-', '+', '−']);
        let whole = line.split_once('.').map_or(line, |(whole, _)| whole);
        let mut groups = whole.split(',');
        let first = groups.next().unwrap_or_default();
        (1..=3).contains(&first.len())
            && whole.contains(',')
            && groups.all(|group| group.len() == 3)
            && line.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
    };
    !lines.is_empty() && lines.iter().all(is_grouped)
}

/// Number of figures and years, and of cells.
fn count<'t>(cells: impl Iterator<Item = &'t str>) -> (usize, usize) {
    cells.fold((0, 0), |(figures, all), cell| {
        (figures + usize::from(is_figure(cell)), all + 1)
    })
}

/// Cells of a single line.
fn cut(line: &str, sign: char) -> Vec<&str> {
    let mut is_quoted = false;
    line.split(|c: char| {
        is_quoted ^= c == '"';
        c == sign && !is_quoted
    })
    .collect()
}

/// Cells of a line separated by two or more spaces.
pub(super) fn cut_at_blanks(line: &str) -> impl Iterator<Item = &str> {
    let mut rest = trimmed(line);
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let gap = rest.char_indices().find(|(at, c)| {
            // A full-width space counts as two.
            is_blank(*c) && (*c == '\u{3000}' || rest[at + c.len_utf8()..].starts_with(is_blank))
        });
        let end = gap.map_or(rest.len(), |(at, _)| at);
        let cell = &rest[..end];
        rest = rest[end..].trim_start_matches(is_blank);
        Some(cell)
    })
}

/// Whether a cell looks like a figure or year.
fn is_figure(cell: &str) -> bool {
    let around: &[char] = &[
        '(', ')', '（', '）', '+', '-', '−', '－', '%', '％', '年', '"', '约',
    ];
    let core = trimmed(cell).trim_matches(|c: char| around.contains(&c) || is_blank(c));
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    core.starts_with(is_digit)
        && core.ends_with(is_digit)
        && core
            .chars()
            .all(|c| is_digit(c) || matches!(c, '.' | ',' | '．' | '，' | ' ' | '\'' | '\u{A0}' | '\u{202F}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sign(text: &str) -> char {
        match chosen(text).0 {
            Separator::Sign(sign) => sign,
            Separator::Blanks => ' ',
        }
    }

    #[test]
    fn the_separator_is_what_makes_figures() {
        for (text, expected) in [
            ("指标\t,2011\t,2012\t\nsteel\t,49.2\t,45.9\t\n", ','),
            ("name\t2011\t2012\na, b\t1,234.5\t5,678.9\n", '\t'),
            ("name;2011;2012\na, b;17,664;19,077\n", ';'),
            ("name,2011\na;b,\"14,100\"\n", ','),
            ("name|2011|2012\na, b|49.2|45.9\n", '|'),
            ("指标，2011年，2012年\n钢铁（前10家），49.2，45.9\n", '，'),
            ("name   2011   2012\nsteel ratio   49,2   45,9\n", ' '),
            ("指标　2011　2012\n钢铁　49.2　45.9\n", ' '),
            ("Steel  ratio,49.2\n", ','),
            ("1,234\n5,678\n", '\t'),
            ("a,b\nc,d\n", ','),
            ("a;b\nc;d\n", ';'),
            ("alone\n", ','),
            ("", ','),
            ("数据来源：统计局，年鉴\n指标,2011,2012\n钢铁,49.2,45.9\n", ','),
            ("name,2011年,2012年\nx,(3.49),-5.9%\n", ','),
        ] {
            assert_eq!(sign(text), expected, "{text}");
        }
    }

    #[test]
    fn a_line_may_name_the_separator() {
        assert_eq!(chosen("sep=;\r\na;b"), (Separator::Sign(';'), "a;b"));
        assert_eq!(chosen("\"sep=|\"\na|b"), (Separator::Sign('|'), "a|b"));
        assert_eq!(chosen("sep=\t\na\tb"), (Separator::Sign('\t'), "a\tb"));
        assert_eq!(chosen("sep=;"), (Separator::Sign(';'), ""));
    }

    #[test]
    fn lined_up_cells_may_have_single_blanks() {
        let cells: Vec<&str> = cut_at_blanks("  steel ratio   49.2 \u{3000}45.9\u{3000}x ").collect();
        assert_eq!(cells, ["steel ratio", "49.2", "45.9", "x"]);
    }
}
