//! Headings for a change over several years: 2011—2013年累计下降（%）.

use super::bases::IndexBase;
use super::plain::{compact, number_at_start};
use super::saying::Statements;
use super::when::YearLabel;

/// The last year of a period, with the statements on its change; `None` for other texts. "2011—2013年累计" is relative to
/// 2010.
pub(super) fn of(text: &str) -> Option<YearLabel> {
    let plain = compact(text);
    let (first, rest) = number_at_start(&plain)?;
    let rest = rest.strip_prefix('年').unwrap_or(rest);
    let (last, behind) = number_at_start(rest.strip_prefix(['-', '~', '至', '到', '—', '–'])?)?;
    let behind = behind.strip_prefix('年').unwrap_or(behind);
    let said = Statements::of(behind);
    let is_over_all = said.basis == Some(IndexBase::Cumulative) && said.is_clear() && !said.is_average;
    (is_over_all && first < last).then(|| YearLabel {
        said: Some(Statements {
            basis: Some(IndexBase::Against(first - 1)),
            is_running: false,
            ..said
        }),
        ..YearLabel::titled(last, "")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_over_several_years_is_one_against_the_year_before_them() {
        for text in [
            "2011—2013年累计下降（%）",
            "2011-2013年累计下降%",
            "2011年至2013年累计降低（%）",
        ] {
            let when = of(text).unwrap_or_else(|| panic!("{text}"));
            let said = when.said.unwrap();
            assert_eq!(
                (when.year, said.basis),
                (2013, Some(IndexBase::Against(2010))),
                "{text}"
            );
        }
        for text in [
            "2011-2013",
            "2011-2013年",
            "2011—2013年年均下降（%）",
            "2011-2013年均增长",
            "2013-2011年累计下降",
            "2011-2013年累计下降目标完成率",
            "2013年累计下降（%）",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
