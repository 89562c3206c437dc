//! Names qualified as total or partial: 全部工业增加值.

use super::{Doubt, NamedSubject, Names, brackets, explained, in_one, is_nothing, place};
use crate::plan::IndicatorIx;
use crate::scenario::import::plain::{compact, spaced};
use crate::scenario::import::saying::Statements;
use crate::scenario::import::words::qualifiers;

impl Names<'_> {
    /// A qualified name, asked about unless it matches the plan's scope.
    pub(super) fn qualified(&self, plain: &str) -> Option<NamedSubject> {
        let (rest, indicator) = self.without_name(plain)?;
        let (outside, _) = brackets(&rest);
        let mut leftover = Statements::of(&outside).leftover;
        let mut found: Vec<&str> = Vec::new();
        for word in qualifiers() {
            if leftover.contains(word) {
                leftover = leftover.replace(word, "");
                found.push(word);
            }
        }
        if found.is_empty() || !is_nothing(&leftover) {
            return None;
        }
        let said_without = found.iter().fold(rest, |rest, word| rest.replace(word, ""));
        let mut subject = explained(indicator, &said_without)?;
        let scope = &self.plan.get(indicator).scope;
        let is_own = |word: &&str| scope.texts().any(|scope| compact(scope).contains(*word));
        if !found.iter().all(is_own) {
            subject.doubt = Some(Doubt::Brackets(found.join(", ")));
        }
        Some(subject)
    }

    /// The text around the longest name in it, and its indicator.
    fn without_name(&self, plain: &str) -> Option<(String, IndicatorIx)> {
        self.longest.iter().find_map(|(name, indicator)| {
            let at = place(plain, name)?;
            let rest = format!("{}\u{1}{}", &plain[..at], &plain[at + name.len()..]);
            Some((rest, *indicator))
        })
    }

    /// Indicators mentioned in a text.
    pub fn mentioned(&self, text: &str) -> Vec<IndicatorIx> {
        let mut rest = in_one(&spaced(text));
        let mut found = Vec::new();
        while let Some((without, indicator)) = self.without_name(&rest) {
            found.push(indicator);
            rest = without;
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Statements of a text outside indicator names: "增加" in 增加值 is not a rise.
    pub fn beside_name(&self, text: &str) -> Statements {
        let plain = in_one(&spaced(text));
        let rest = self.without_name(&plain).map_or(plain, |(rest, _)| rest);
        let (outside, inside) = brackets(&rest);
        let inside = inside.iter().map(|text| Statements::of(text));
        let mut saying = inside.fold(Statements::of(&outside), |saying, said| saying.and(&said));
        saying.leftover.clear();
        saying
    }
}
