//! Which indicator a text names.

mod bilingual;
mod qualified;
mod texts;
mod unknown;

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::file::Failure;
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::figures::FigureFault;
use crate::scenario::import::plain::{compact, is_same_unit, spaced};
use crate::scenario::import::saying::Statements;
use crate::scenario::import::scopes;
use crate::scenario::import::words;
use crate::text::{LocalizedText, Message, numbers};
pub(in crate::scenario::import) use texts::without_numbering;
use texts::{brackets, explained, in_one, is_nothing, of_any_substance, place, without_brackets, words};
use unknown::with_commas;

/// The indicator meant by a name, and what the name says about the figures.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::scenario::import) struct NamedSubject {
    pub indicator: IndicatorIx,
    pub saying: Statements,
    pub doubt: Option<Doubt>,
}

/// Why a name might mean something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scenario::import) enum Doubt {
    /// Unknown text in brackets, perhaps another scope.
    Brackets(String),
    /// A prefix of exactly one indicator's name.
    Beginning,
    /// Accompanied by a translation other than the plan's.
    Translation,
}

/// All names of a plan's indicators.
pub(in crate::scenario::import) struct Names<'p> {
    pub plan: &'p Plan,
    /// Ids, names in both languages and IAMC variables, without spaces.
    known: HashMap<String, IndicatorIx>,
    /// The same with spaces, longest first.
    longest: Vec<(String, IndicatorIx)>,
    /// Cache: tables have thousands of cells but dozens of names.
    found: RefCell<HashMap<String, Option<Rc<NamedSubject>>>>,
    /// Number of distinct unknown texts.
    strangers: Cell<usize>,
    /// Texts seen beside figures.
    met: RefCell<HashSet<String>>,
    /// Length of the longest name, in characters.
    longest_known: usize,
    /// Number of unknown texts compared with every name.
    compared: Cell<usize>,
}

/// In bytes; longer texts cannot be names.
const LONGEST_NAME: usize = 4000;

/// Limit on comparing unknown texts with every name, to suggest corrections.
const MOST_COMPARED: usize = 1000;

/// Establishing that a text is unknown is expensive. Real tables have far fewer of them; a table with more is
/// rejected.
const MOST_STRANGERS: usize = 20_000;

impl<'p> Names<'p> {
    pub fn new(plan: &'p Plan) -> Self {
        let mut known = HashMap::new();
        let mut longest = Vec::new();
        for (ix, indicator) in plan.iter() {
            let texts = std::iter::once(indicator.id.as_str())
                .chain(indicator.name.texts())
                .chain(indicator.iamc.as_deref())
                .filter(|text| text.len() <= LONGEST_NAME);
            for text in texts {
                // If two share a name, the first gets it.
                for text in [Some(spaced(text)), without_brackets(text)].into_iter().flatten() {
                    for text in of_any_substance(text) {
                        known.entry(text.replace(' ', "")).or_insert(ix);
                        longest.push((text, ix));
                    }
                }
            }
            // "Value added rate" for "Value-added rate".
            for name in indicator
                .name
                .texts()
                .filter(|name| name.len() <= LONGEST_NAME && name.is_ascii() && name.contains('-'))
            {
                longest.push((spaced(&name.replace('-', " ")), ix));
            }
        }
        longest.sort_by_key(|(name, _)| std::cmp::Reverse(name.chars().count()));
        let longest_known = known.keys().map(|name| name.chars().count()).max().unwrap_or(0);
        Self {
            plan,
            known,
            longest,
            found: RefCell::default(),
            strangers: Cell::default(),
            met: RefCell::default(),
            longest_known,
            compared: Cell::default(),
        }
    }

    /// The indicator named by a text: by id, name in either language or variable, ignoring spaces, case, width and
    /// statements about the figures.
    ///
    /// # Errors
    /// The fault, with the nearest name.
    pub fn find(&self, text: &str) -> Result<Rc<NamedSubject>, FigureFault> {
        self.named(text).ok_or_else(|| self.unknown(text))
    }

    /// Whether a text names an indicator, including derived ones.
    pub fn has(&self, text: &str) -> bool {
        self.named(text).is_some()
    }

    /// The indicator chosen by the user for a text, keeping the text's statements.
    pub fn settled(&self, text: &str, indicator: IndicatorIx) -> NamedSubject {
        let saying = match self.named(text) {
            Some(subject) => subject.saying.clone(),
            None => self.beside_name(text),
        };
        NamedSubject {
            indicator,
            saying,
            doubt: None,
        }
    }

    /// Counts a text beside figures that names nothing, because reading it is expensive.
    pub fn meet(&self, text: &str) {
        if !self.met.borrow().contains(text) {
            self.met.borrow_mut().insert(text.to_owned());
            self.strangers.set(self.strangers.get() + 1);
        }
    }

    /// The failure for too many unknown texts; the table was not read completely.
    pub fn overrun(&self) -> Option<Failure> {
        (self.strangers.get() > MOST_STRANGERS).then(|| Failure::Other {
            what: Message::new("import-strangers")
                .with("plan", self.plan.id.as_str())
                .with("limit", numbers::decimal(MOST_STRANGERS as f64, 0)),
            help: Some(Message::new("import-strangers-help")),
        })
    }

    fn named(&self, text: &str) -> Option<Rc<NamedSubject>> {
        // Fast path: figures, and texts too long for a name.
        if text.len() > LONGEST_NAME || !text.contains(char::is_alphabetic) {
            return None;
        }
        if let Some(found) = self.found.borrow().get(text) {
            return found.clone();
        }
        if self.strangers.get() > MOST_STRANGERS {
            return None;
        }
        let found = self.look(text).map(Rc::new);
        self.strangers
            .set(self.strangers.get() + usize::from(found.is_none()));
        self.found.borrow_mut().insert(text.to_owned(), found.clone());
        found
    }

    fn look(&self, text: &str) -> Option<NamedSubject> {
        let clear = |indicator| NamedSubject {
            indicator,
            saying: Statements::default(),
            doubt: None,
        };
        if let Some(indicator) = self.known.get(&compact(text)) {
            return Some(clear(*indicator));
        }
        let plain = in_one(&spaced(text));
        let plain = without_numbering(&plain);
        if let Some(indicator) = self.known.get(&plain.replace(' ', "")) {
            return Some(clear(*indicator));
        }
        self.longest
            .iter()
            .find_map(|(name, indicator)| {
                let at = place(plain, name)?;
                Some((at, name, *indicator))
            })
            .and_then(|(at, name, indicator)| {
                let rest = format!("{}\u{1}{}", &plain[..at], &plain[at + name.len()..]);
                let rest = scopes::without_own(self.plan.get(indicator), &rest);
                let subject = explained(indicator, &rest)?;
                Some(self.of_country(plain, self.with_translation(self.in_own_unit(subject))))
            })
            .or_else(|| self.beginning(plain))
            .or_else(|| self.without_ending(plain))
            .or_else(|| self.bilingual(plain))
            .or_else(|| self.qualified(plain))
            .or_else(|| self.look(&with_commas(text)?))
    }

    /// The plan's own unit in brackets raises no doubt.
    fn in_own_unit(&self, subject: NamedSubject) -> NamedSubject {
        let own = &self.plan.get(subject.indicator).unit;
        match &subject.doubt {
            Some(Doubt::Brackets(text)) if own.texts().any(|own| is_same_unit(own, text)) => NamedSubject {
                saying: Statements {
                    unknown_unit: subject.saying.unknown_unit.clone().or_else(|| Some(text.clone())),
                    ..subject.saying
                },
                doubt: None,
                ..subject
            },
            _ => subject,
        }
    }

    /// A name without its usual ending: 氨氮 for 氨氮排放量.
    fn without_ending(&self, plain: &str) -> Option<NamedSubject> {
        let bare = plain.split(['(', ',']).next().unwrap_or("");
        let full = |name: &str| {
            let mut endings = words::name_endings().iter();
            endings.find_map(|ending| self.known.get(&format!("{name}{ending}")))
        };
        // Too long even without an ending.
        let ends: Vec<usize> = bare
            .char_indices()
            .map(|(at, c)| at + c.len_utf8())
            .take(self.longest_known)
            .collect();
        let (name, indicator) = ends
            .into_iter()
            .rev()
            .map(|end| &bare[..end])
            .find_map(|name| Some((name, full(name)?)))?;
        // "排放总量" is a synonym.
        let rest = &plain[name.len()..];
        let ending = words::name_endings()
            .iter()
            .find_map(|ending| rest.strip_prefix(ending.as_str()));
        let mut subject = explained(*indicator, ending.unwrap_or(rest))?;
        subject.doubt = subject.doubt.or(Some(Doubt::Beginning));
        Some(self.of_country(plain, subject))
    }

    /// National totals do not apply to industrial indicators whose name leaves "industrial" implicit.
    fn of_country(&self, text: &str, subject: NamedSubject) -> NamedSubject {
        match words::nationwide(text) {
            // 全国工业二氧化硫排放量 is industrial.
            Some(word) if self.is_silent_on_industry(subject.indicator) && !words::is_of_industry(text) => {
                NamedSubject {
                    doubt: subject.doubt.or_else(|| Some(Doubt::Brackets(word.to_owned()))),
                    ..subject
                }
            }
            _ => subject,
        }
    }

    /// Whether an indicator is industrial by scope but not by name.
    pub fn is_silent_on_industry(&self, ix: IndicatorIx) -> bool {
        let indicator = self.plan.get(ix);
        let is_of_industry = |words: &LocalizedText| words.texts().any(words::is_of_industry);
        is_of_industry(&indicator.scope) && !is_of_industry(&indicator.name)
    }

    /// An abbreviated name: a prefix of exactly one indicator's name.
    fn beginning(&self, plain: &str) -> Option<NamedSubject> {
        let bare = plain.split('(').next().unwrap_or("");
        let words = words(bare);
        if words.len() < 2 || !plain.is_ascii() {
            return None;
        }
        let mut found = None;
        for (name, indicator) in &self.longest {
            let name = name.split('|').next_back().unwrap_or("");
            let begins = self::words(name).starts_with(&words);
            match found {
                _ if !begins => {}
                None => found = Some(*indicator),
                Some(other) if other == *indicator => {}
                Some(_) => return None,
            }
        }
        let mut subject = explained(found?, plain.get(bare.len()..).unwrap_or(""))?;
        subject.doubt = subject.doubt.or(Some(Doubt::Beginning));
        Some(subject)
    }
}
