//! Bilingual names, as in yearbooks: 能源消费总量 Total energy consumption.

use super::{Doubt, NamedSubject, Names, brackets, explained, is_nothing, place, words};
use crate::plan::IndicatorIx;
use crate::scenario::import::around::caution;
use crate::scenario::import::plain::spaced;
use crate::scenario::import::saying::Statements;
use crate::scenario::import::words::is_of_industry;

/// Words that do not change which indicator is meant.
const PLAIN: [&str; 8] = ["rate", "ratio", "total", "annual", "the", "of", "in", "amount"];

impl Names<'_> {
    /// A Chinese name with a translation before or after it. Statements in the translation count too.
    pub(super) fn bilingual(&self, plain: &str) -> Option<NamedSubject> {
        if plain.is_ascii() {
            return None;
        }
        self.longest
            .iter()
            .filter(|(name, _)| !name.is_ascii())
            .find_map(|(name, indicator)| {
                let at = place(plain, name)?;
                let rest = format!("{}\u{1}{}", &plain[..at], &plain[at + name.len()..]);
                self.translated(*indicator, &rest)
            })
    }

    /// A name with a bracketed translation.
    pub(super) fn with_translation(&self, subject: NamedSubject) -> NamedSubject {
        let Some(Doubt::Brackets(text)) = &subject.doubt else {
            return subject;
        };
        let known = self
            .named(text)
            .filter(|other| other.indicator == subject.indicator);
        match known {
            Some(other) => NamedSubject {
                saying: subject.saying.and(&other.saying),
                doubt: other.doubt.clone(),
                ..subject
            },
            None => subject,
        }
    }

    /// The subject, if everything beside its Chinese name is understood or a translation.
    fn translated(&self, indicator: IndicatorIx, rest: &str) -> Option<NamedSubject> {
        let (outside, inside) = brackets(rest);
        let is_latin = |c: char| c.is_ascii() && c != '\u{1}';
        let foreign: Vec<&str> = outside
            .split(|c| !is_latin(c))
            .map(|part| part.trim_matches(|c: char| !c.is_alphanumeric()))
            .filter(|part| part.chars().filter(char::is_ascii_alphabetic).count() > 1)
            .collect();
        let foreign = match foreign[..] {
            [foreign] => foreign,
            // In brackets.
            [] => return Some(self.with_translation(explained(indicator, rest)?)),
            _ => return None,
        };
        let native = outside.replacen(foreign, "\u{1}", 1).replace('/', "");
        let brackets: Vec<String> = inside.iter().map(|text| format!("({text})")).collect();
        let subject = explained(indicator, &format!("{native}{}", brackets.concat()))?;
        let known = self.named(foreign);
        let doubt = match &known {
            // Names something else.
            Some(other) if other.indicator != indicator => return None,
            Some(_) => None,
            None if !self.shares_words(indicator, foreign) => return None,
            // A translation must not be narrower than the name.
            None if self.says_more(indicator, foreign) => Some(Doubt::Brackets(foreign.to_owned())),
            None => Some(Doubt::Translation),
        };
        let said = known.map_or_else(
            || Statements::of_translation(foreign),
            |other| other.saying.clone(),
        );
        Some(NamedSubject {
            saying: subject.saying.and(&said),
            doubt: subject.doubt.or(doubt),
            ..subject
        })
    }

    /// Whether the text beside a name is more than a translation: it names a part, or extends the plan's own name.
    fn says_more(&self, indicator: IndicatorIx, foreign: &str) -> bool {
        let own = self.plan.get(indicator);
        let of_industry = || own.name.texts().chain(own.scope.texts()).any(is_of_industry);
        let beside = own.name.texts().find_map(|name| {
            let name = spaced(name);
            let at = place(foreign, &name)?;
            Some(format!("{} {}", &foreign[..at], &foreign[at + name.len()..]))
        });
        let has_more = beside.is_some_and(|beside| words(&beside).iter().any(|word| !PLAIN.contains(word)));
        caution(self.plan, foreign, false).is_some()
            || (is_of_industry(foreign) && !of_industry())
            || has_more
    }

    /// Whether a translation shares a word with the plan's.
    fn shares_words(&self, indicator: IndicatorIx, foreign: &str) -> bool {
        let indicator = self.plan.get(indicator);
        let id = std::iter::once(indicator.id.as_str());
        let own: Vec<String> = id
            .chain(indicator.name.texts())
            .flat_map(words)
            .map(str::to_lowercase)
            .filter(|word| word.is_ascii())
            .collect();
        // "wastes" matches "waste"; "of" and "in" do not count.
        let is_same = |one: &str, other: &str| one.starts_with(other) || other.starts_with(one);
        let long = |word: &&str| word.len() > 2 && !is_nothing(word);
        words(foreign)
            .into_iter()
            .filter(long)
            .any(|word| own.iter().any(|other| other.len() > 2 && is_same(word, other)))
    }
}
