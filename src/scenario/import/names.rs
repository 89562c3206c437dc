//! Which indicator a text names.

use super::Kind;
use crate::file::nearest;
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::figures::derived_fault;
use crate::text::{Message, half_width};

/// The indicator that a row or column is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Subject {
    pub indicator: IndicatorIx,
    /// As what its figures are to be read, where the name says so.
    pub kind: Option<Kind>,
    /// Whether the name speaks of a fall, so that its figures have the other sign.
    pub falls: bool,
}

/// Words behind a name that tell what its figures are. Longer ones first, because they contain the shorter.
const KINDS: [(&str, Option<Kind>); 16] = [
    ("cumulativechange", Some(Kind::CumulativeChange)),
    ("cumulative", Some(Kind::CumulativeChange)),
    ("annualchange", Some(Kind::AnnualChange)),
    ("annualgrowth", Some(Kind::AnnualChange)),
    ("growthrate", Some(Kind::AnnualChange)),
    ("growth", Some(Kind::AnnualChange)),
    ("level", Some(Kind::Level)),
    ("累计", Some(Kind::CumulativeChange)),
    ("同比增长", Some(Kind::AnnualChange)),
    ("比上年增长", Some(Kind::AnnualChange)),
    ("增长率", Some(Kind::AnnualChange)),
    ("增长速度", Some(Kind::AnnualChange)),
    ("增速", Some(Kind::AnnualChange)),
    ("同比", Some(Kind::AnnualChange)),
    ("比上年", Some(Kind::AnnualChange)),
    ("水平", Some(Kind::Level)),
];

/// Words that turn the sign: statistics print a fall of 3.49 % as a fall, without one.
const FALLS: [&str; 6] = ["下降率", "降低率", "下降", "降低", "降幅", "decline"];

/// The indicator that a text names, by its id or by its name in either language; blanks, case, width and a unit in
/// brackets do not matter.
///
/// # Errors
/// What is wrong, with the nearest name there is.
pub(super) fn find(plan: &Plan, text: &str) -> Result<Subject, (Message, Message)> {
    let name = normal(text);
    let found = exact(plan, &name).map(|indicator| (indicator, None, false));
    let Some((indicator, kind, falls)) = found.or_else(|| with_words(plan, &name)) else {
        return Err(unknown(plan, text));
    };
    if let Some(fault) = derived_fault(plan.get(indicator)) {
        return Err(fault);
    }
    Ok(Subject {
        indicator,
        kind,
        falls,
    })
}

/// The indicator that a person named for a text. What else the text says of its figures stays true.
///
/// # Errors
/// That the indicator is derived.
pub(super) fn settled(
    plan: &Plan,
    text: &str,
    indicator: IndicatorIx,
) -> Result<Subject, (Message, Message)> {
    if let Some(fault) = derived_fault(plan.get(indicator)) {
        return Err(fault);
    }
    let name = normal(text);
    let (kind, falls) = match exact(plan, &name) {
        Some(_) => (None, false),
        None => {
            let (_, kind, falls) = without_words(&name);
            (kind, falls)
        }
    };
    Ok(Subject {
        indicator,
        kind,
        falls,
    })
}

/// Whether a text names an indicator, derived ones included.
pub(super) fn is_name(plan: &Plan, text: &str) -> bool {
    let name = normal(text);
    exact(plan, &name).is_some() || with_words(plan, &name).is_some()
}

fn exact(plan: &Plan, name: &str) -> Option<IndicatorIx> {
    let matches = |text: &str| normal(text) == *name;
    plan.iter()
        .find(|(_, indicator)| matches(&indicator.id) || indicator.name.texts().any(matches))
        .map(|(ix, _)| ix)
}

/// A name with words behind it that say what its figures are.
fn with_words(plan: &Plan, name: &str) -> Option<(IndicatorIx, Option<Kind>, bool)> {
    let (rest, kind, falls) = without_words(name);
    kind.and_then(|_| exact(plan, &rest)).map(|ix| (ix, kind, falls))
}

/// What is left of a name without the words that say what its figures are, and what they say.
fn without_words(name: &str) -> (String, Option<Kind>, bool) {
    let mut rest = name.to_owned();
    let mut kind = None;
    let mut falls = false;
    for (word, of) in KINDS {
        if rest.contains(word) {
            kind = kind.or(of);
            rest = rest.replace(word, "");
        }
    }
    for word in FALLS {
        if rest.contains(word) {
            falls = true;
            kind = kind.or(Some(Kind::AnnualChange));
            rest = rest.replace(word, "");
        }
    }
    let ends: &[char] = &[',', ':', ';', '-', '–', '—', '、', '。'];
    (rest.trim_matches(ends).to_owned(), kind, falls)
}

/// Lower case, half width, no blanks, no unit in brackets at the end.
fn normal(text: &str) -> String {
    let plain: String = text
        .chars()
        .map(half_width)
        .filter(|c| !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect();
    match plain.rfind('(') {
        Some(start) if start > 0 && plain.ends_with(')') => plain[..start].to_owned(),
        _ => plain,
    }
}

fn unknown(plan: &Plan, text: &str) -> (Message, Message) {
    let what = Message::new("unknown-indicator")
        .with("found", text)
        .with("plan", plan.id.as_str());
    let levers = || plan.levers().map(|(_, indicator)| indicator);
    let names =
        levers().flat_map(|indicator| std::iter::once(indicator.id.as_str()).chain(indicator.name.texts()));
    let help = match nearest(text.trim(), names) {
        Some(name) => Message::new("import-did-you-mean").with("name", name),
        None => Message::new("import-unknown-help"),
    };
    (what, help)
}
