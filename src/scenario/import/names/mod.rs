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
use crate::scenario::figures::Fault;
use crate::scenario::import::plain::{compact, is_same_unit, spaced};
use crate::scenario::import::saying::Saying;
use crate::scenario::import::scopes;
use crate::scenario::import::words;
use crate::text::{Message, Words, numbers};
pub(in crate::scenario::import) use texts::without_numbering;
use texts::{brackets, explained, in_one, is_nothing, of_any_substance, place, without_brackets, words};
use unknown::with_commas;

/// The indicator that a name means, and what the name says of the figures.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::scenario::import) struct Subject {
    pub indicator: IndicatorIx,
    pub saying: Saying,
    pub doubt: Option<Doubt>,
}

/// Why a name might mean something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::scenario::import) enum Doubt {
    /// Something in brackets that nobody understands: another scope, perhaps.
    Brackets(String),
    /// It is the beginning of one indicator's name, and of no other's.
    Beginning,
    /// A translation stands beside it that is not the plan's own.
    Translation,
}

/// Every name that a plan's indicators have.
pub(in crate::scenario::import) struct Names<'p> {
    pub plan: &'p Plan,
    /// Ids, names in both languages and variables of models, without blanks.
    known: HashMap<String, IndicatorIx>,
    /// The same with blanks between words, longest first.
    longest: Vec<(String, IndicatorIx)>,
    /// Tables have thousands of cells and dozens of names.
    found: RefCell<HashMap<String, Option<Rc<Subject>>>>,
    /// How many different texts name nothing.
    strangers: Cell<usize>,
    /// Texts that were met beside figures.
    met: RefCell<HashSet<String>>,
    /// Characters of the longest name.
    longest_known: usize,
    /// How many texts that name nothing were compared with every name.
    compared: Cell<usize>,
}

/// No name of an indicator, with all that is said of its figures, has so many bytes; a longer one is not looked for.
const LONGEST_NAME: usize = 4000;

/// So many texts that name nothing are compared with every name; in a table that has more of them, nobody looks for slips.
const MOST_COMPARED: usize = 1000;

/// Before it is known that a text names nothing, much is tried. Tables of the plan's figures, with all that stands around
/// them, have far fewer such texts; one that has more is none.
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
                // Of two that share a name, the first has it.
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

    /// The indicator that a text names, by its id, its name in either language or its variable; blanks, case, width and
    /// what is said of the figures do not matter.
    ///
    /// # Errors
    /// What is wrong, with the nearest name there is.
    pub fn find(&self, text: &str) -> Result<Rc<Subject>, Fault> {
        self.named(text).ok_or_else(|| self.unknown(text))
    }

    /// Whether a text names an indicator, derived ones included.
    pub fn has(&self, text: &str) -> bool {
        self.named(text).is_some()
    }

    /// The indicator that a person named for a text. What else the text says of its figures stays true.
    pub fn settled(&self, text: &str, indicator: IndicatorIx) -> Subject {
        let saying = match self.named(text) {
            Some(subject) => subject.saying.clone(),
            None => self.beside_name(text),
        };
        Subject {
            indicator,
            saying,
            doubt: None,
        }
    }

    /// Takes note of a text that stands beside figures, and names nothing itself: what it says is worked out at some length.
    pub fn meet(&self, text: &str) {
        if !self.met.borrow().contains(text) {
            self.met.borrow_mut().insert(text.to_owned());
            self.strangers.set(self.strangers.get() + 1);
        }
    }

    /// That so many texts name nothing that no more are looked at. What was made of the table until then is not all of it.
    pub fn overrun(&self) -> Option<Failure> {
        (self.strangers.get() > MOST_STRANGERS).then(|| Failure::Other {
            what: Message::new("import-strangers")
                .with("plan", self.plan.id.as_str())
                .with("limit", numbers::decimal(MOST_STRANGERS as f64, 0)),
            help: Some(Message::new("import-strangers-help")),
        })
    }

    fn named(&self, text: &str) -> Option<Rc<Subject>> {
        // Most cells are figures; and where a whole book stands in one, it names none.
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

    fn look(&self, text: &str) -> Option<Subject> {
        let clear = |indicator| Subject {
            indicator,
            saying: Saying::default(),
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

    /// What the plan itself writes as the indicator's unit is no foreign word in brackets.
    fn in_own_unit(&self, subject: Subject) -> Subject {
        let own = &self.plan.get(subject.indicator).unit;
        match &subject.doubt {
            Some(Doubt::Brackets(text)) if own.texts().any(|own| is_same_unit(own, text)) => Subject {
                saying: Saying {
                    unknown_unit: subject.saying.unknown_unit.clone().or_else(|| Some(text.clone())),
                    ..subject.saying
                },
                doubt: None,
                ..subject
            },
            _ => subject,
        }
    }

    /// A name without the word that all of its kind end with: 氨氮 for 氨氮排放量, with what is said behind it.
    fn without_ending(&self, plain: &str) -> Option<Subject> {
        let bare = plain.split(['(', ',']).next().unwrap_or("");
        let full = |name: &str| {
            let mut endings = words::name_endings().iter();
            endings.find_map(|ending| self.known.get(&format!("{name}{ending}")))
        };
        // What is longer than every name is none without its ending.
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
        // "排放总量" is another word for it.
        let rest = &plain[name.len()..];
        let ending = words::name_endings()
            .iter()
            .find_map(|ending| rest.strip_prefix(ending.as_str()));
        let mut subject = explained(*indicator, ending.unwrap_or(rest))?;
        subject.doubt = subject.doubt.or(Some(Doubt::Beginning));
        Some(self.of_country(plain, subject))
    }

    /// A total of the country is no figure of its industry, where the plan's indicator is of industry without saying so in
    /// its name.
    fn of_country(&self, text: &str, subject: Subject) -> Subject {
        match words::nationwide(text) {
            // 全国工业二氧化硫排放量 is one of its industry.
            Some(word) if self.is_silent_on_industry(subject.indicator) && !words::is_of_industry(text) => {
                Subject {
                    doubt: subject.doubt.or_else(|| Some(Doubt::Brackets(word.to_owned()))),
                    ..subject
                }
            }
            _ => subject,
        }
    }

    /// Whether the plan's indicator is of industry without saying so in its name.
    pub fn is_silent_on_industry(&self, ix: IndicatorIx) -> bool {
        let indicator = self.plan.get(ix);
        let is_of_industry = |words: &Words| words.texts().any(words::is_of_industry);
        is_of_industry(&indicator.scope) && !is_of_industry(&indicator.name)
    }

    /// A name cut short: words with which one indicator's name begins, and no other's.
    fn beginning(&self, plain: &str) -> Option<Subject> {
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
