//! Which indicator a text names.

use std::collections::HashMap;

use super::Kind;
use crate::file::nearest;
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::figures::Fault;
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

/// Every name that a plan's indicators have.
pub(super) struct Names<'p> {
    pub plan: &'p Plan,
    /// Ids and names in both languages, in the form in which they are compared. Tables have thousands of texts.
    known: HashMap<String, IndicatorIx>,
}

impl<'p> Names<'p> {
    pub fn new(plan: &'p Plan) -> Self {
        let mut known = HashMap::new();
        for (ix, indicator) in plan.iter() {
            for text in std::iter::once(indicator.id.as_str()).chain(indicator.name.texts()) {
                // Of two that share a name, the first has it.
                known.entry(normal(text)).or_insert(ix);
            }
        }
        Self { plan, known }
    }

    /// The indicator that a text names, by its id or by its name in either language; blanks, case, width and a unit in
    /// brackets do not matter.
    ///
    /// # Errors
    /// What is wrong, with the nearest name there is.
    pub fn find(&self, text: &str) -> Result<Subject, Fault> {
        self.named(text).ok_or_else(|| self.unknown(text))
    }

    /// The indicator that a person named for a text. What else the text says of its figures stays true.
    pub fn settled(&self, text: &str, indicator: IndicatorIx) -> Subject {
        let name = normal(text);
        let (kind, falls) = if self.known.contains_key(&name) {
            (None, false)
        } else {
            let (_, kind, falls) = without_words(&name);
            (kind, falls)
        };
        Subject {
            indicator,
            kind,
            falls,
        }
    }

    /// Whether a text names an indicator, derived ones included.
    pub fn has(&self, text: &str) -> bool {
        self.named(text).is_some()
    }

    fn named(&self, text: &str) -> Option<Subject> {
        let name = normal(text);
        if let Some(indicator) = self.known.get(&name) {
            return Some(Subject {
                indicator: *indicator,
                kind: None,
                falls: false,
            });
        }
        // Most cells are figures.
        if !name.contains(char::is_alphabetic) {
            return None;
        }
        // A name with words behind it that say what its figures are.
        let (rest, kind, falls) = without_words(&name);
        let indicator = kind.and_then(|_| self.known.get(&rest))?;
        Some(Subject {
            indicator: *indicator,
            kind,
            falls,
        })
    }

    fn unknown(&self, text: &str) -> Fault {
        let what = Message::new("unknown-indicator")
            .with("found", text)
            .with("plan", self.plan.id.as_str());
        let indicators = self.plan.indicators.iter();
        let names = indicators
            .flat_map(|indicator| std::iter::once(indicator.id.as_str()).chain(indicator.name.texts()));
        let help = match nearest(text.trim(), names) {
            Some(name) => Message::new("import-did-you-mean").with("name", name),
            None => Message::new("import-unknown-help"),
        };
        (what, help)
    }
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
