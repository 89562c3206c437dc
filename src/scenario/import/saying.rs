//! Statements about figures in a name, heading or title: unit, base, direction.

use super::bases;
pub(super) use super::bases::{IndexBase, SignMeaning};
use super::clauses::{is_parting, parts};
use super::plain::{as_written, compact, has, spaced};
use super::unit::{Prices, Unit, without_prices};
use super::words::{self, Meaning};

/// Statements about figures.
#[derive(Clone, Debug, Default, PartialEq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "what a text may say, each by itself"
)]
pub(super) struct Statements {
    pub unit: Option<Unit>,
    /// The unit as written.
    pub unit_text: String,
    /// Text in place of a unit that is not a known unit.
    pub unknown_unit: Option<String>,
    /// Price basis, even without a unit.
    pub prices: Option<Prices>,
    pub basis: Option<IndexBase>,
    /// Whether an index with base 1 instead of 100.
    pub is_ratio: bool,
    /// Whether "cumulative" may mean year to date.
    pub is_running: bool,
    pub sense: Option<SignMeaning>,
    /// Whether changes of some kind.
    pub is_change: bool,
    /// Whether levels.
    pub is_level: bool,
    /// Whether multi-year averages.
    pub is_average: bool,
    /// Whether targets or forecasts.
    pub is_promised: bool,
    /// Whether limits.
    pub is_limit: bool,
    /// Whether both a rise and a fall are mentioned.
    pub is_contradictory: bool,
    /// Whether changes for the better.
    pub is_better: bool,
    /// Whether the index base is not a single full year.
    pub is_odd_base: bool,
    /// Whether calculated from other figures.
    pub is_worked_out: bool,
    /// The part of the text not understood.
    pub leftover: String,
}

/// Limits in bytes and parts. Longer texts are paragraphs that would never be fully understood, and matching every
/// known word in each part is expensive.
const LONGEST: usize = 4000;
const MOST_PARTS: usize = 40;

const VALUE_ADDED: &str = "增加值";

impl Statements {
    /// The statements in a text.
    pub fn of(raw: &str) -> Self {
        let mut saying = Self::default();
        let plain = if raw.len() > LONGEST {
            String::new()
        } else {
            compact(raw)
        };
        if raw.len() > LONGEST || plain.matches(is_parting).count() > MOST_PARTS {
            raw.clone_into(&mut saying.leftover);
            return saying;
        }
        let (text, prices) = without_prices(&plain);
        saying.prices = prices;
        let text = saying.take_years(bases::without_zeros(text));
        for part in parts(&text) {
            saying.take(part);
        }
        saying.settle_ways(raw);
        if !saying.unit_text.is_empty()
            && let Some(written) = as_written(raw, &saying.unit_text)
        {
            written.clone_into(&mut saying.unit_text);
        }
        saying
    }

    /// "增长(+)或下降(-)" means that figures are signed.
    pub fn settle_ways(&mut self, text: &str) {
        if self.is_contradictory && (text.contains(['+', '±', '或', '＋']) || has(&spaced(text), "or")) {
            self.is_contradictory = false;
            self.sense = Some(SignMeaning::Signed);
        }
    }

    /// The statements in a translation: whole words only ("rise" is in "enterprise"), and nothing about levels
    /// ("value" is in "value added").
    pub fn of_translation(text: &str) -> Self {
        let mut saying = Self::default();
        let phrases = words::phrases().iter();
        for (_, meaning) in phrases.filter(|(phrase, _)| phrase.is_ascii() && has(text, phrase)) {
            if !matches!(meaning, Meaning::Level | Meaning::Neutral) {
                saying.note(*meaning);
            }
        }
        saying
    }

    /// The statements in a status column, where E and F mean estimate and forecast.
    pub fn of_status(text: &str) -> Self {
        let mut saying = Self::of(text);
        if words::is_mark_of_promise(&compact(text)) {
            saying.is_promised = true;
            saying.leftover.clear();
        }
        saying
    }

    /// The statements in a unit column.
    pub fn of_unit(text: &str) -> Self {
        let mut saying = Self::of(text);
        let is_blank = compact(text).chars().all(|c| matches!(c, '-' | '/' | '.'));
        if saying.unit.is_none() && !saying.is_clear() && !is_blank {
            saying.unknown_unit = Some(text.trim().to_owned());
        }
        saying.leftover.clear();
        saying
    }

    /// Fills gaps from a more distant text.
    pub fn or(mut self, farther: &Self) -> Self {
        // "单位：亿元" above a table is not the unit of growth rates in it.
        let says_change = self.basis.is_some() || self.is_change;
        let fits = |unit: &Unit| unit.is_share() || unit.is_points();
        // Nor do prices of amounts apply to growth, which is usually real.
        if says_change && self.prices.is_none() && farther.prices.is_some() {
            let farther = Self {
                prices: None,
                ..farther.clone()
            };
            return self.or(&farther);
        }
        if says_change && !farther.unit.as_ref().is_none_or(fits) {
            let unit = (self.unit.take(), std::mem::take(&mut self.unit_text));
            let mut both = self.and(farther);
            (both.unit, both.unit_text) = unit;
            return both;
        }
        self.and(farther)
    }

    /// Adds statements from another part of the same text.
    pub fn and(mut self, farther: &Self) -> Self {
        if self.unit.is_none() && self.unknown_unit.is_none() {
            self.unit.clone_from(&farther.unit);
            self.unit_text.clone_from(&farther.unit_text);
            self.unknown_unit.clone_from(&farther.unknown_unit);
        }
        self.prices = self.prices.or(farther.prices);
        let says_change = |saying: &Self| saying.basis.is_some() || saying.is_change;
        // "指标值" in a heading is weaker than "增速" in a name.
        if says_change(farther) && !says_change(&self) {
            self.basis = farther.basis;
            self.is_ratio = farther.is_ratio;
            self.is_running = farther.is_running;
            self.is_change = farther.is_change;
            self.is_level = false;
        } else if !says_change(&self) {
            self.is_level |= farther.is_level;
        } else if self.basis.is_none() && farther.is_against() {
            // "下降" in the name, "比2010年" in the heading.
            self.basis = farther.basis;
            self.is_running = farther.is_running;
        }
        // "指数（上年=100）": an index with its base.
        let says_base = matches!(
            farther.basis,
            Some(IndexBase::Previous100 | IndexBase::Year100(_))
        );
        if self.basis == Some(IndexBase::Index) && says_base {
            self.basis = farther.basis;
            self.is_ratio = farther.is_ratio;
        }
        let senses = (self.sense, farther.sense);
        self.is_contradictory |= farther.is_contradictory
            || matches!(
                senses,
                (Some(SignMeaning::Rises), Some(SignMeaning::Falls))
                    | (Some(SignMeaning::Falls), Some(SignMeaning::Rises))
            );
        self.sense = self.sense.or(farther.sense);
        self.is_average |= farther.is_average;
        self.is_promised |= farther.is_promised;
        self.is_limit |= farther.is_limit;
        self.is_better |= farther.is_better;
        self.is_odd_base |= farther.is_odd_base;
        self.is_worked_out |= farther.is_worked_out;
        self
    }

    /// Whether the base of changes is stated, and not an index.
    pub const fn is_against(&self) -> bool {
        matches!(
            self.basis,
            Some(IndexBase::Against(_) | IndexBase::AgainstPrevious | IndexBase::Cumulative)
        )
    }

    /// Whether no unit, base or change is stated.
    pub const fn leaves_all_open(&self) -> bool {
        self.unit.is_none() && self.basis.is_none() && !self.is_change
    }

    /// Whether anything is stated.
    pub fn says_something(&self) -> bool {
        let nothing = Self {
            leftover: self.leftover.clone(),
            ..Self::default()
        };
        *self != nothing
    }

    /// Whether the text states something and was fully understood.
    pub fn is_clear(&self) -> bool {
        self.leftover.is_empty() && self.says_something()
    }

    fn take(&mut self, part: &str) {
        // Also "in thousands of tonnes".
        let unit = part.strip_prefix("in").unwrap_or(part);
        if self.take_unit(part) || self.take_unit(unit) {
            return;
        }
        // As parts of words these mean something else: 规模以上.
        if matches!(part, "以上" | "以下" | "以内" | "及以上" | "及以下") {
            self.note(Meaning::Limit);
            return;
        }
        // "增加值" does not mean a rise.
        let mut rest = part.replace(VALUE_ADDED, "\u{2}");
        for (word, meaning) in words::phrases() {
            if rest.contains(word.as_str()) {
                rest = rest.replace(word.as_str(), "\u{1}");
                self.note(*meaning);
            }
        }
        for piece in rest
            .split(['\u{1}', '\'', '"', '“', '”'])
            .filter(|piece| !piece.is_empty())
        {
            if !self.take_unit(piece) {
                self.leftover.push_str(&piece.replace('\u{2}', VALUE_ADDED));
            }
        }
    }

    fn take_unit(&mut self, text: &str) -> bool {
        let Some(unit) = Unit::parse(text) else {
            return false;
        };
        if self.unit.is_none() {
            self.prices = self.prices.or(unit.prices);
            self.unit = Some(unit);
            text.clone_into(&mut self.unit_text);
        }
        true
    }

    fn note(&mut self, meaning: Meaning) {
        let stronger = |old: Option<IndexBase>, new: IndexBase| match old {
            None | Some(IndexBase::Index | IndexBase::Cumulative) => Some(new),
            other => other,
        };
        match meaning {
            Meaning::Previous100 => self.basis = Some(IndexBase::Previous100),
            Meaning::Previous1 => {
                self.basis = Some(IndexBase::Previous100);
                self.is_ratio = true;
            }
            Meaning::AgainstPrevious => self.basis = stronger(self.basis, IndexBase::AgainstPrevious),
            Meaning::Cumulative => self.basis = self.basis.or(Some(IndexBase::Cumulative)),
            Meaning::Running => {
                self.is_running |= self.basis.is_none();
                self.basis = self.basis.or(Some(IndexBase::Cumulative));
            }
            Meaning::Index => self.basis = self.basis.or(Some(IndexBase::Index)),
            Meaning::Better => {
                self.is_better = true;
                self.is_change = true;
            }
            Meaning::Average => self.is_average = true,
            Meaning::Change => self.is_change = true,
            Meaning::Level => self.is_level = true,
            Meaning::Signed => {
                self.sense = Some(SignMeaning::Signed);
                self.is_change = true;
            }
            Meaning::Growth => {
                self.basis = stronger(self.basis, IndexBase::AgainstPrevious);
                self.go(SignMeaning::Rises);
            }
            Meaning::Falls => {
                self.go(SignMeaning::Falls);
                self.is_change = true;
            }
            Meaning::Rises => {
                self.go(SignMeaning::Rises);
                self.is_change = true;
            }
            Meaning::Promised => self.is_promised = true,
            Meaning::Limit => self.is_limit = true,
            Meaning::WorkedOut => self.is_worked_out = true,
            Meaning::Neutral => {}
        }
    }

    /// Records a direction. Statements that both are possible come first.
    fn go(&mut self, sense: SignMeaning) {
        match self.sense {
            None => self.sense = Some(sense),
            Some(SignMeaning::Signed) => {}
            Some(other) => self.is_contradictory |= other != sense,
        }
    }

    /// Extracts "2010年=100" and "比2010年" from a text.
    fn take_years(&mut self, text: String) -> String {
        let mut text = text;
        while let Some((start, end, basis)) = bases::stated_year(&text) {
            self.basis = Some(basis);
            self.is_ratio = text[..end].ends_with("=1");
            self.is_odd_base |= matches!(basis, IndexBase::Year100(_)) && bases::is_odd_base(&text[..start]);
            text.replace_range(start..end, "\u{1}");
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_say_what_figures_are() {
        use IndexBase::{Against, AgainstPrevious, Cumulative, Index, Previous100, Year100};
        use SignMeaning::{Falls, Rises, Signed};
        for (text, basis, sense) in [
            ("上年=100", Some(Previous100), None),
            ("（以上年为100）", Some(Previous100), None),
            ("Previous year = 100", Some(Previous100), None),
            ("2010年=100", Some(Year100(2010)), None),
            ("指数（1978年＝100）", Some(Year100(1978)), None),
            ("指数", Some(Index), None),
            ("比2010年下降（%）", Some(Against(2010)), Some(Falls)),
            ("较2010年±%", Some(Against(2010)), Some(Signed)),
            ("change since 2010 (%)", Some(Against(2010)), None),
            ("比上年增长(%)", Some(AgainstPrevious), Some(Rises)),
            ("1-12月累计同比增长", Some(AgainstPrevious), Some(Rises)),
            ("累计下降", Some(Cumulative), Some(Falls)),
            ("上升或下降(±%)", None, Some(Signed)),
            ("降低率（%）", None, Some(Falls)),
            ("decline", None, Some(Falls)),
            ("rate of decline, %", None, Some(Falls)),
            ("增长（%）", None, Some(Rises)),
            ("annual growth (%)", Some(AgainstPrevious), Some(Rises)),
            ("增速", Some(AgainstPrevious), Some(Rises)),
        ] {
            let saying = Statements::of(text);
            assert_eq!((saying.basis, saying.sense), (basis, sense), "{text}: {saying:?}");
        }
    }

    #[test]
    fn paragraphs_say_nothing_and_take_no_time() {
        // The first of these used to hang.
        for text in ["\u{1B}[31m".repeat(200_000), "[1m".repeat(1000)] {
            let said = Statements::of(&text);
            assert!(!said.says_something() && said.leftover == text);
        }
        assert_eq!(
            Statements::of(&"（增长）".repeat(10)).sense,
            Some(SignMeaning::Rises)
        );
    }

    #[test]
    fn what_is_not_understood_is_kept() {
        assert_eq!(Statements::of("规模以上").leftover, "规模以上");
        assert!(Statements::of("（%）").is_clear());
        assert!(Statements::of("亿元，2010年价格").is_clear());
        assert!(!Statements::of("").is_clear());
        assert!(Statements::of("2015年目标").is_promised);
        assert!(Statements::of("年均增长").is_average);
    }
}
