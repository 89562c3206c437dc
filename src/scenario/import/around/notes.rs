//! Notes that apply to some of a table's years only.

use super::{Caveat, CaveatKind, says};
use crate::plan::Plan;
use crate::scenario::import::bases;
use crate::scenario::import::plain::{CALENDAR, compact, spaced};
use crate::scenario::import::saying::{IndexBase, Statements};
use crate::scenario::import::unit::{Prices, Unit, without_prices};
use crate::scenario::import::words;

/// The sentences of a note; each may name its own years.
pub(in crate::scenario::import) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    let ends = text.split(['。', '；', ';', '\n']);
    // A full stop after a word or year ends a sentence; after a number or single letter it does not.
    let sentences = ends.flat_map(|part| {
        let mut rest = Some(part);
        std::iter::from_fn(move || {
            let text = rest?;
            let mut stops = text.match_indices(". ").map(|(at, _)| at);
            let is_word = |at: &usize| {
                let before = &text.as_bytes()[..*at];
                let ends_with = |count: usize, is: fn(&u8) -> bool| {
                    before.len() >= count && before[before.len() - count..].iter().all(is)
                };
                ends_with(2, u8::is_ascii_lowercase) || ends_with(4, u8::is_ascii_digit)
            };
            let end = stops.find(is_word);
            rest = end.map(|at| &text[at + 2..]);
            Some(end.map_or(text, |at| &text[..=at]))
        })
    });
    sentences.map(str::trim).filter(|sentence| !sentence.is_empty())
}

/// A different unit, base or price basis that a note states for the years it names.
pub(in crate::scenario::import) fn of_some_years(plan: &Plan, sentence: &str) -> Option<Caveat> {
    let years = years(&spaced(sentence))?;
    let said = Statements::of(sentence);
    let is_base = matches!(said.basis, Some(IndexBase::Previous100 | IndexBase::Year100(_)));
    let other_prices = match said.prices {
        Some(Prices::Current) => true,
        Some(Prices::Constant(year)) => year.is_some_and(|year| year != plan.base_year),
        None => false,
    };
    let says_otherwise = is_base || other_prices || said.is_worked_out || states_unit(sentence);
    says_otherwise.then(|| Caveat::new(CaveatKind::Said, sentence, Some(years)))
}

/// Whether a sentence states a unit: 2018年单位为百亿千瓦时, 2018 in GWh.
fn states_unit(sentence: &str) -> bool {
    let plain = spaced(sentence);
    let plain = plain.trim_end_matches('.');
    let behind = |sign: &str| plain.rsplit_once(sign).map(|(_, behind)| behind);
    let units = [
        behind("单位"),
        behind(" in "),
        behind(" unit:"),
        behind(" unit is "),
    ];
    let mut units = units.into_iter().flatten();
    units.any(|text| {
        let text = text.trim_start_matches(['为', '是', '均', '改', '用', '按', ':']);
        Unit::parse(text.split([',', '(']).next().unwrap_or("")).is_some()
    })
}

/// First and last year named by a note, not counting base years.
pub(super) fn years(plain: &str) -> Option<(i32, i32)> {
    // "2010年价格" is a price basis, not a year of figures.
    let (mut text, _) = without_prices(&compact(plain));
    while let Some((start, end, _)) = bases::stated_year(&text) {
        text.replace_range(start..end, " ");
    }
    let runs = text.match_indices(|c: char| c.is_ascii_digit());
    let starts = runs.map(|(at, _)| at).filter(|at| {
        let is_digit = |c: char| c.is_ascii_digit();
        !text[..*at].ends_with(is_digit) && text[*at..].chars().take_while(char::is_ascii_digit).count() == 4
    });
    let years: Vec<(usize, i32)> = starts
        .filter_map(|at| Some((at, text[at..at + 4].parse().ok()?)))
        .filter(|(_, year)| CALENDAR.contains(year))
        .collect();
    let around = words::around();
    // "根据2013年普查" is a source for all figures.
    let before = &text[..years.first()?.0];
    let refers = around
        .referring
        .iter()
        .any(|word| before.ends_with(word.as_str()));
    if refers && !before.ends_with("数据") {
        return None;
    }
    let years = years.iter().map(|(_, year)| *year);
    let (first, last) = (years.clone().min()?, years.max()?);
    // "2018年起" extends past the last year named; "2012年以前" starts before the first.
    let goes_on = says(plain, &around.from_then_on);
    let is_before = says(plain, &around.up_to_then);
    Some((
        if is_before { i32::MIN } else { first },
        if goes_on { i32::MAX } else { last },
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::built_in;
    use crate::scenario::import::around::caution;

    #[test]
    fn a_note_speaks_of_the_years_it_names() {
        let plan = built_in("industrial-upgrading-2011-2015").unwrap().unwrap();
        let years = |text| caution(&plan, text, true).and_then(|caution| caution.years);
        assert_eq!(years("注：2013年为预计数。"), Some((2013, 2013)));
        assert_eq!(years("2014–2015 are forecasts"), Some((2014, 2015)));
        assert_eq!(years("注：2013年起为预计数"), Some((2013, i32::MAX)));
        assert_eq!(years("2012年以前不含广东"), Some((i32::MIN, 2012)));
        assert_eq!(years("2013年为1-9月数"), Some((2013, 2013)));
        assert_eq!(years("2013年为预测数（2010年=100）"), Some((2013, 2013)));
        assert_eq!(years("注：均为规划目标值"), None);
        assert_eq!(years("根据2013年普查，不含广东"), None);
        assert_eq!(years("均为预测值（2010年数推算）"), None);
    }

    #[test]
    fn what_is_said_of_some_years_is_not_said_of_all() {
        let plan = built_in("industrial-upgrading-2011-2015").unwrap().unwrap();
        let found = |text: &str| of_some_years(&plan, text).and_then(|caution| caution.years);
        for text in [
            "注：2013年以上年为100",
            "2013 figures: 2012=100",
            "2013年按当年价格计算",
            "2013年单位为亿元",
            "Note: 2013 in GWh.",
            "2013年为插补数",
        ] {
            assert_eq!(found(text), Some((2013, 2013)), "{text}");
        }
        for text in [
            "注：2010年=100",
            "2013年为初步数",
            "2013年比上年增长按可比价格计算",
            "2013年按2010年价格计算",
            "单位：亿元",
            "工业增加值按2005年可比价计算",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
        let all: Vec<&str> =
            sentences("注：1. 2012年为初步数；2013年为预计数。 No. 5 is revised. Source: X, 2014. Y")
                .collect();
        assert_eq!(
            all,
            [
                "注：1. 2012年为初步数",
                "2013年为预计数",
                "No. 5 is revised.",
                "Source: X, 2014.",
                "Y"
            ]
        );
    }
}
