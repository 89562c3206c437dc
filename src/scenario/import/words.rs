//! The words that tables use, from `assets/tables/words.ron`.

use std::sync::LazyLock;

use serde::Deserialize;

pub(super) use super::heads::{Head, Heads};
use super::plain::compact;

/// What a phrase says of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Previous100,
    AgainstPrevious,
    /// The same, and figures without a sign are rises.
    Growth,
    Cumulative,
    /// Cumulative, or a running total of the year.
    Running,
    Previous1,
    /// A change for the better, which is a fall of what is to fall.
    Better,
    Average,
    Change,
    Level,
    Index,
    Signed,
    Falls,
    Rises,
    Promised,
    /// What figures must not go beyond.
    Limit,
    WorkedOut,
    Neutral,
}

/// What texts around figures may say of them.
#[derive(Default, Deserialize)]
pub(super) struct Around {
    pub samples: Vec<String>,
    pub promised: Vec<String>,
    pub plans: Vec<String>,
    pub achieved: Vec<String>,
    pub towards: Vec<String>,
    pub parts: Vec<String>,
    pub whole_year: Vec<String>,
    pub yearly: Vec<String>,
    pub not_of_figures: Vec<String>,
    pub offices: Vec<String>,
    pub regions: Vec<String>,
    pub country: Vec<String>,
    pub countries: Vec<String>,
    pub no_places: Vec<String>,
    pub foreign_money: Vec<String>,
    pub towns: Vec<String>,
    pub no_towns: Vec<String>,
    pub scopes: Vec<String>,
    pub firms: Vec<String>,
    pub referring: Vec<String>,
    pub from_then_on: Vec<String>,
    pub up_to_then: Vec<String>,
}

#[derive(Default, Deserialize)]
struct Words {
    previous_100: Vec<String>,
    against_previous: Vec<String>,
    growth: Vec<String>,
    cumulative: Vec<String>,
    running: Vec<String>,
    previous_1: Vec<String>,
    better: Vec<String>,
    brackets: Vec<String>,
    average: Vec<String>,
    change: Vec<String>,
    level: Vec<String>,
    index: Vec<String>,
    signed: Vec<String>,
    falls: Vec<String>,
    rises: Vec<String>,
    promised: Vec<String>,
    limits: Vec<String>,
    worked_out: Vec<String>,
    neutral: Vec<String>,
    states: States,
    heads: Heads,
    unit_line: Vec<String>,
    table: Vec<String>,
    continued: Vec<String>,
    drafts: Vec<String>,
    name_endings: Vec<String>,
    of_all: Vec<String>,
    substances: Vec<Vec<String>>,
    qualifiers: Vec<String>,
    relative_years: Vec<String>,
    marks: Marks,
    nationwide: Vec<String>,
    industry: Vec<String>,
    among: Vec<String>,
    actual: Vec<String>,
    scenarios: Vec<String>,
    whole: Vec<String>,
    countries: Vec<String>,
    happened: Vec<String>,
    free_labels: Vec<String>,
    offices: Vec<String>,
    publications: Vec<String>,
    around: Around,
}

/// Words for how final a figure is.
#[derive(Default, Deserialize)]
struct States {
    early: Vec<String>,
    late: Vec<String>,
}

/// Signs and abbreviations behind a year.
#[derive(Default, Deserialize)]
struct Marks {
    promised: Vec<String>,
    actual: Vec<String>,
}

/// A broken asset would leave no words; a test reads it.
static WORDS: LazyLock<Words> =
    LazyLock::new(|| ron::from_str(include_str!("../../../assets/tables/words.ron")).unwrap_or_default());

static PHRASES: LazyLock<Vec<(String, Meaning)>> = LazyLock::new(|| {
    let words = &*WORDS;
    let lists = [
        (&words.previous_100, Meaning::Previous100),
        (&words.against_previous, Meaning::AgainstPrevious),
        (&words.growth, Meaning::Growth),
        (&words.cumulative, Meaning::Cumulative),
        (&words.running, Meaning::Running),
        (&words.previous_1, Meaning::Previous1),
        (&words.better, Meaning::Better),
        (&words.average, Meaning::Average),
        (&words.change, Meaning::Change),
        (&words.level, Meaning::Level),
        (&words.index, Meaning::Index),
        (&words.signed, Meaning::Signed),
        (&words.falls, Meaning::Falls),
        (&words.rises, Meaning::Rises),
        (&words.promised, Meaning::Promised),
        (&words.limits, Meaning::Limit),
        (&words.worked_out, Meaning::WorkedOut),
        (&words.neutral, Meaning::Neutral),
    ];
    let mut phrases: Vec<(String, Meaning)> = lists
        .into_iter()
        .flat_map(|(list, meaning)| list.iter().map(move |word| (word.clone(), meaning)))
        .collect();
    // "上升或下降" before "下降".
    phrases.sort_by_key(|(word, _)| std::cmp::Reverse(word.chars().count()));
    phrases
});

/// Every phrase with its meaning, longest first.
pub(super) fn phrases() -> &'static [(String, Meaning)] {
    &PHRASES
}

/// What a column holds, if the whole heading is a known one; a unit in brackets behind it does not matter.
pub(super) fn head(text: &str) -> Option<Head> {
    WORDS.heads.find(text)
}

/// The unit that a line above a table states for all of it: "单位：%".
pub(super) fn unit_line(text: &str) -> Option<String> {
    let plain = compact(text);
    let plain = plain.trim_matches(['(', ')']);
    WORDS.unit_line.iter().find_map(|word| {
        let rest = plain.strip_prefix(word.as_str())?;
        rest.strip_prefix(':').map(ToOwned::to_owned)
    })
}

/// Whether a text begins with the number of a table, and not of one that goes on: 表二, Table 2.
pub(super) fn numbers_table(text: &str) -> bool {
    let plain = compact(text);
    if WORDS.continued.iter().any(|word| plain.contains(word.as_str())) {
        return false;
    }
    let rest = WORDS
        .table
        .iter()
        .find_map(|word| plain.strip_prefix(word.as_str()));
    rest.is_some_and(|rest| {
        rest.starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
    })
}

/// What texts around figures may say of them.
pub(super) fn around() -> &'static Around {
    &WORDS.around
}

fn is_among(list: &[String], text: &str) -> bool {
    let plain = compact(text);
    list.contains(&plain)
}

/// With what names may end that tables leave out.
pub(super) fn name_endings() -> &'static [String] {
    &WORDS.name_endings
}

/// Whether nothing is left of a note, beside what was understood of it, but that it is about all figures.
pub(super) fn is_said_of_all(leftover: &str) -> bool {
    let mut words: Vec<&String> = WORDS.of_all.iter().collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let rest = words
        .into_iter()
        .fold(leftover.to_owned(), |rest, word| rest.replace(word.as_str(), ""));
    !rest.contains(char::is_alphabetic)
}

/// Names of the same substance, in lists.
pub(super) fn substances() -> &'static [Vec<String>] {
    &WORDS.substances
}

/// Words that say of a name whether it counts all or a part.
pub(super) fn qualifiers() -> impl Iterator<Item = &'static str> {
    let around = &WORDS.around;
    let all = WORDS.qualifiers.iter().chain(&around.scopes).chain(&around.firms);
    all.map(String::as_str)
}

/// What stands behind "本年" and the like.
pub(super) fn behind_relative_year(text: &str) -> Option<&str> {
    let mut words = WORDS.relative_years.iter();
    words.find_map(|word| text.strip_prefix(word.as_str()))
}

/// Whether a text says that figures are targets or forecasts, and of which year or plan, and nothing else.
pub(super) fn is_forecast(text: &str) -> bool {
    let plain = compact(text);
    let plain = plain.trim_matches(['(', ')', '“', '”', '"', '\'']);
    let is_of_plan = |c: char| c.is_ascii_digit() || "年“”\"".contains(c);
    let bare = plain.trim_start_matches(is_of_plan);
    let plans = ["十一五", "十二五", "十三五", "十四五"];
    let bare = plans
        .iter()
        .find_map(|plan| bare.strip_prefix(plan))
        .unwrap_or(bare);
    let bare = bare.trim_start_matches(is_of_plan);
    WORDS.promised.iter().any(|word| word == plain || word == bare)
}

/// Whether what stands behind a year marks a forecast or a target.
pub(super) fn is_mark_of_promise(text: &str) -> bool {
    WORDS.marks.promised.iter().any(|mark| mark == text)
}

/// Whether what stands behind a year marks what has happened.
pub(super) fn is_mark_of_actual(text: &str) -> bool {
    WORDS.marks.actual.iter().any(|mark| mark == text)
}

/// Whether a text says what stands in brackets.
pub(super) fn explains_brackets(text: &str) -> bool {
    // Most cells are short.
    text.len() >= 9 && {
        let plain = compact(text);
        WORDS.brackets.iter().any(|word| plain.contains(word.as_str()))
    }
}

/// How final figures are by their heading: less than 0 for those that were published first, more for the last.
pub(super) fn state(text: &str) -> i8 {
    let plain = compact(text);
    let has = |list: &[String]| list.iter().any(|word| plain.contains(word.as_str()));
    i8::from(has(&WORDS.states.late)) - i8::from(has(&WORDS.states.early))
}

/// Whether a text speaks of what came out in a year, rather than of what happened in it.
pub(super) fn is_publication(text: &str) -> bool {
    mentions(&WORDS.publications, text)
}

fn mentions(words: &[String], text: &str) -> bool {
    let plain = compact(text);
    words.iter().any(|word| plain.contains(word.as_str()))
}

/// The word by which a text speaks of the whole country, if there is one.
pub(super) fn nationwide(text: &str) -> Option<&'static str> {
    let plain = compact(text);
    let mut words = WORDS.nationwide.iter();
    words
        .find(|word| plain.contains(word.as_str()))
        .map(String::as_str)
}

/// Whether a text speaks of industry.
pub(super) fn is_of_industry(text: &str) -> bool {
    mentions(&WORDS.industry, text)
}

/// Whether a text names a part of what stands before it: 其中：工业.
pub(super) fn is_among_it(text: &str) -> bool {
    let plain = compact(text);
    WORDS.among.iter().any(|word| plain.starts_with(word.as_str()))
}

/// Whether a heading says that figures are what has happened.
pub(super) fn says_actual(heading: &str) -> bool {
    mentions(&WORDS.actual, heading)
}

/// Whether a column with this heading says nothing of which part figures are.
pub(super) fn is_free_label(heading: &str) -> bool {
    is_among(&WORDS.free_labels, heading)
}

/// Whether a text names an office, which may be responsible for figures and has none of its own.
pub(super) fn is_office(text: &str) -> bool {
    let plain = compact(text);
    WORDS
        .offices
        .iter()
        .any(|ending| plain.ends_with(ending.as_str()))
}

/// Whether a column with this heading says under which assumptions figures are.
pub(super) fn is_of_scenarios(heading: &str) -> bool {
    is_among(&WORDS.scenarios, heading)
}

/// Whether a value of a column stands for all of what the column parts.
pub(super) fn is_whole(value: &str) -> bool {
    is_among(&WORDS.whole, value)
}

/// Whether a value of a column of regions stands for all of China.
pub(super) fn is_country(value: &str) -> bool {
    is_among(&WORDS.countries, value)
}

/// Whether a value of a column of scenarios says that its figures are what has happened.
pub(super) fn is_happened(value: &str) -> bool {
    is_among(&WORDS.happened, value)
}

/// Whether a sheet's name says that it is no final version.
pub(super) fn is_draft(sheet: &str) -> bool {
    let plain = compact(sheet);
    WORDS.drafts.iter().any(|word| {
        // "old" is one, "gold" is none.
        let at = plain.find(word.as_str());
        at.is_some_and(|at| !word.is_ascii() || !plain[..at].ends_with(|c: char| c.is_ascii_alphabetic()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_there() {
        assert!(PHRASES.len() > 100);
        let longest = PHRASES[0].0.chars().count();
        assert!(
            PHRASES
                .iter()
                .all(|(word, _)| !word.is_empty() && word.chars().count() <= longest)
        );
        for (word, _) in phrases() {
            assert_eq!(*word, compact(word), "written as texts are compared");
        }
    }

    #[test]
    fn headings_are_told() {
        assert_eq!(head("指　标"), Some(Head::Indicator));
        assert_eq!(head("单位"), Some(Head::Unit));
        assert_eq!(head("数值（亿元）"), Some(Head::Value));
        assert_eq!(head("工业增加值"), None);
        assert_eq!(unit_line("单位：%").as_deref(), Some("%"));
        assert_eq!(unit_line("（单位: 亿元）").as_deref(), Some("亿元"));
        assert_eq!(unit_line("单位工业增加值能耗"), None);
        assert!(is_draft("草稿2") && is_draft("old") && !is_draft("gold"));
    }
}
