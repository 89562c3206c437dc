//! Vocabulary of tables, from `assets/tables/words.ron`.

use std::sync::LazyLock;

use serde::Deserialize;

pub(super) use super::heads::{ColumnType, HeadWords};
use super::plain::compact;

/// Meaning of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    Previous100,
    AgainstPrevious,
    /// The same, unsigned figures being rises.
    Growth,
    Cumulative,
    /// Cumulative, or year to date.
    Running,
    Previous1,
    /// A change for the better, a fall for falling indicators.
    Better,
    Average,
    Change,
    Level,
    Index,
    Signed,
    Falls,
    Rises,
    Promised,
    /// A limit.
    Limit,
    WorkedOut,
    Neutral,
}

/// Vocabulary of texts around figures.
#[derive(Default, Deserialize)]
pub(super) struct ContextWords {
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
struct Vocabulary {
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
    heads: HeadWords,
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
    around: ContextWords,
}

/// Words for the finality of figures.
#[derive(Default, Deserialize)]
struct States {
    early: Vec<String>,
    late: Vec<String>,
}

/// Marks after a year.
#[derive(Default, Deserialize)]
struct Marks {
    promised: Vec<String>,
    actual: Vec<String>,
}

/// Empty if the asset is broken, which a test rules out.
static WORDS: LazyLock<Vocabulary> =
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
    // Longest first: "上升或下降" before "下降".
    phrases.sort_by_key(|(word, _)| std::cmp::Reverse(word.chars().count()));
    phrases
});

/// All phrases, longest first.
pub(super) fn phrases() -> &'static [(String, Meaning)] {
    &PHRASES
}

/// The column type of a heading, if known as a whole, ignoring a bracketed unit.
pub(super) fn head(text: &str) -> Option<ColumnType> {
    WORDS.heads.find(text)
}

/// The table-wide unit of a line: "单位：%".
pub(super) fn unit_line(text: &str) -> Option<String> {
    let plain = compact(text);
    let plain = plain.trim_matches(['(', ')']);
    WORDS.unit_line.iter().find_map(|word| {
        let rest = plain.strip_prefix(word.as_str())?;
        rest.strip_prefix(':').map(ToOwned::to_owned)
    })
}

/// Whether a text starts with the number of a new table: 表二, Table 2.
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

/// Vocabulary of texts around figures.
pub(super) fn around() -> &'static ContextWords {
    &WORDS.around
}

fn is_among(list: &[String], text: &str) -> bool {
    let plain = compact(text);
    list.contains(&plain)
}

/// Name endings that tables may omit.
pub(super) fn name_endings() -> &'static [String] {
    &WORDS.name_endings
}

/// Whether the rest of a note only says that it applies to all figures.
pub(super) fn is_said_of_all(leftover: &str) -> bool {
    let mut words: Vec<&String> = WORDS.of_all.iter().collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let rest = words
        .into_iter()
        .fold(leftover.to_owned(), |rest, word| rest.replace(word.as_str(), ""));
    !rest.contains(char::is_alphabetic)
}

/// Synonyms of substances.
pub(super) fn substances() -> &'static [Vec<String>] {
    &WORDS.substances
}

/// Qualifiers of names: total or part.
pub(super) fn qualifiers() -> impl Iterator<Item = &'static str> {
    let around = &WORDS.around;
    let all = WORDS.qualifiers.iter().chain(&around.scopes).chain(&around.firms);
    all.map(String::as_str)
}

/// The text after "本年" and the like.
pub(super) fn behind_relative_year(text: &str) -> Option<&str> {
    let mut words = WORDS.relative_years.iter();
    words.find_map(|word| text.strip_prefix(word.as_str()))
}

/// Whether a text only says that figures are targets or forecasts, with a year or plan.
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

/// Whether a mark after a year means a forecast or target.
pub(super) fn is_mark_of_promise(text: &str) -> bool {
    WORDS.marks.promised.iter().any(|mark| mark == text)
}

/// Whether a mark after a year means an actual.
pub(super) fn is_mark_of_actual(text: &str) -> bool {
    WORDS.marks.actual.iter().any(|mark| mark == text)
}

/// Whether a text explains brackets.
pub(super) fn explains_brackets(text: &str) -> bool {
    // Fast path: most cells are short.
    text.len() >= 9 && {
        let plain = compact(text);
        WORDS.brackets.iter().any(|word| plain.contains(word.as_str()))
    }
}

/// Finality of figures by heading: negative for preliminary, positive for final.
pub(super) fn state(text: &str) -> i8 {
    let plain = compact(text);
    let has = |list: &[String]| list.iter().any(|word| plain.contains(word.as_str()));
    i8::from(has(&WORDS.states.late)) - i8::from(has(&WORDS.states.early))
}

/// Whether a text names a publication year.
pub(super) fn is_publication(text: &str) -> bool {
    mentions(&WORDS.publications, text)
}

fn mentions(words: &[String], text: &str) -> bool {
    let plain = compact(text);
    words.iter().any(|word| plain.contains(word.as_str()))
}

/// The word for the whole country in a text, if any.
pub(super) fn nationwide(text: &str) -> Option<&'static str> {
    let plain = compact(text);
    let mut words = WORDS.nationwide.iter();
    words
        .find(|word| plain.contains(word.as_str()))
        .map(String::as_str)
}

/// Whether a text mentions industry.
pub(super) fn is_of_industry(text: &str) -> bool {
    mentions(&WORDS.industry, text)
}

/// Whether a text names a part of the preceding total: 其中：工业.
pub(super) fn is_among_it(text: &str) -> bool {
    let plain = compact(text);
    WORDS.among.iter().any(|word| plain.starts_with(word.as_str()))
}

/// Whether a heading says that figures are actuals.
pub(super) fn says_actual(heading: &str) -> bool {
    mentions(&WORDS.actual, heading)
}

/// Whether a column with this heading is not a breakdown.
pub(super) fn is_free_label(heading: &str) -> bool {
    is_among(&WORDS.free_labels, heading)
}

/// Whether a text names an agency, a source rather than a subject.
pub(super) fn is_office(text: &str) -> bool {
    let plain = compact(text);
    WORDS
        .offices
        .iter()
        .any(|ending| plain.ends_with(ending.as_str()))
}

/// Whether a heading is for scenarios.
pub(super) fn is_of_scenarios(heading: &str) -> bool {
    is_among(&WORDS.scenarios, heading)
}

/// Whether a value means the total.
pub(super) fn is_whole(value: &str) -> bool {
    is_among(&WORDS.whole, value)
}

/// Whether a region is all of China.
pub(super) fn is_country(value: &str) -> bool {
    is_among(&WORDS.countries, value)
}

/// Whether a scenario value means actuals.
pub(super) fn is_happened(value: &str) -> bool {
    is_among(&WORDS.happened, value)
}

/// Whether a sheet's name marks a draft.
pub(super) fn is_draft(sheet: &str) -> bool {
    let plain = compact(sheet);
    WORDS.drafts.iter().any(|word| {
        // "old" matches, "gold" does not.
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
        assert_eq!(head("指　标"), Some(ColumnType::Indicator));
        assert_eq!(head("单位"), Some(ColumnType::Unit));
        assert_eq!(head("数值（亿元）"), Some(ColumnType::Value));
        assert_eq!(head("工业增加值"), None);
        assert_eq!(unit_line("单位：%").as_deref(), Some("%"));
        assert_eq!(unit_line("（单位: 亿元）").as_deref(), Some("亿元"));
        assert_eq!(unit_line("单位工业增加值能耗"), None);
        assert!(is_draft("草稿2") && is_draft("old") && !is_draft("gold"));
    }
}
