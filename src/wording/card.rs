//! The words of a chart's card: its answer, its readout, what stands beside its plot.

use super::beside::{Directed, figure_beside, gap_decimals};
use super::evidence::origin;
use super::labels::{Terms, bare_figure, comparison, promise, target_figure};
use super::ledger::{ChangeTerms, change_in_words, rate_in_words};
use super::rates::open_years;
use super::verdict::status_word;
use crate::analysis::Contributions;
use crate::model::{Assessment, Origin, Status};
use crate::plan::{Form, IndicatorIx, Plan, TargetIx};
use crate::text::{Arg, Language, Message, listed, numbers, say, say_with};

/// What a card says at its head.
#[derive(Clone, Debug, PartialEq)]
pub struct CardAnswer {
    /// Where the path leads, in the target's own terms: "falls 20.12 %".
    pub result: String,
    /// What is asked: "target about 21 %"; without a target the year.
    pub target: String,
    /// The same where there is less room: "about 21 %".
    pub brief: String,
    /// The judgement in a word or two; empty without a target.
    pub status: String,
}

impl CardAnswer {
    /// The whole in one phrase, to be copied and read aloud.
    #[must_use]
    pub fn in_words(&self, language: Language) -> String {
        let id = if self.status.is_empty() {
            "card-result"
        } else {
            "card-answer"
        };
        Message::new(id)
            .with("result", self.result.as_str())
            .with("target", self.target.as_str())
            .with("status", self.status.as_str())
            .say(language)
    }
}

/// The answer to a target. Nothing if it could not be judged.
#[must_use]
pub fn card_answer(
    plan: &Plan,
    assessment: &Assessment,
    decimals: Option<usize>,
    language: Language,
) -> Option<CardAnswer> {
    let (indicator, target) = (plan.get(assessment.indicator()), plan.target(assessment.target));
    let value = assessment.projected.filter(|value| value.is_finite())?;
    let is_met = assessment.status == Status::Met;
    let directed: Directed = as_result;
    let result = figure_beside((indicator, target), (value, is_met), decimals, directed, language);
    // A target to fall, beside a rise, must say that it asks for a fall.
    let is_same_way = (value < 0.0) == (target.form.value() < 0.0);
    let has_direction = Terms::of(indicator, target.form).has_direction();
    let asked = if is_same_way || !has_direction {
        target_figure(indicator, target, language)
    } else {
        promise(indicator, target, language)
    };
    let due = plan.due_year(target);
    let id = match (target.is_each_year(), due == plan.end_year) {
        (true, _) => "card-target-each-year",
        (false, true) => "card-target",
        (false, false) => "card-target-of-year",
    };
    Some(CardAnswer {
        result,
        brief: comparison(indicator, target)
            .filter(|_| is_same_way || !has_direction)
            .map_or_else(
                || asked.clone(),
                |id| {
                    let figure = bare_figure(indicator, target, language);
                    Message::new(brief_id(id)).with("figure", figure).say(language)
                },
            ),
        target: Message::new(id)
            .with("target", asked)
            .with("year", due)
            .say(language),
        status: status_word(assessment, language),
    })
}

/// The answer without a target: the last value.
#[must_use]
pub fn card_end(value: &str, year: i32, language: Language) -> CardAnswer {
    let year = Message::new("card-in-year").with("year", year).say(language);
    CardAnswer {
        result: value.to_owned(),
        brief: year.clone(),
        target: year,
        status: String::new(),
    }
}

/// The direction of a result: "falls 20.12 %" where the target says "fall".
fn as_result(terms: Terms, said: String, is_negative: bool, language: Language) -> String {
    let id = match (terms, is_negative) {
        (Terms::PercentAYear, false) => "result-growth-a-year",
        (Terms::PercentAYear, true) => "result-fall-a-year",
        (Terms::PercentFall, false) | (Terms::PercentRise, true) => "result-fall",
        (Terms::PercentFall, true) | (Terms::PercentRise, false) => "result-rise",
        _ => return terms.with_direction(said, is_negative, language),
    };
    Message::new(id).with("said", said).say(language)
}

/// A year's figures: "2014: 82.4, fall 3.00 %", with what they rest on if that is to be said.
#[must_use]
pub fn card_readout(
    year: i32,
    value: &str,
    change: Option<&str>,
    rests_on: Option<Origin>,
    language: Language,
) -> String {
    let id = if change.is_some() {
        "card-readout-change"
    } else {
        "card-readout"
    };
    let said = Message::new(id)
        .with("year", year)
        .with("value", value)
        .with("change", change.unwrap_or_default())
        .say(language);
    match rests_on {
        Some(rests_on) => say_with(
            language,
            "card-readout-origin",
            &[("readout", &said), ("origin", &origin(rests_on, language))],
        ),
        None => said,
    }
}

/// The message id of a comparison where there is little room.
fn brief_id(comparison: &'static str) -> &'static str {
    match comparison {
        "target-at-least" => "mark-at-least",
        "target-more-than" => "mark-more-than",
        "target-at-most" => "mark-at-most",
        "target-smaller-than" | "target-less-than" => "mark-less-than",
        other => other,
    }
}

/// A target as it stands beside its bracket, brief: "≥ 8 % a year". A plan's "about" is never a sign.
#[must_use]
pub fn mark_in_words(plan: &Plan, ix: TargetIx, language: Language) -> String {
    let (indicator, target) = (plan.get(ix.indicator), plan.target(ix));
    let terms = Terms::of(indicator, target.form);
    let Some(id) = comparison(indicator, target) else {
        return target_figure(indicator, target, language);
    };
    let said = Message::new(brief_id(id))
        .with("figure", bare_figure(indicator, target, language))
        .say(language);
    let id = match (terms, target.form.value() < 0.0) {
        (Terms::PercentAYear, false) => "mark-growth-a-year",
        (Terms::PercentAYear, true) => "mark-fall-a-year",
        (Terms::PercentFall, false) | (Terms::PercentRise, true) => "mark-fall",
        (Terms::PercentFall, true) | (Terms::PercentRise, false) => "mark-rise",
        _ => return terms.with_direction(said, target.form.value() < 0.0, language),
    };
    Message::new(id).with("said", said).say(language)
}

/// How much a level target is short by, or exceeded; nothing where it is met, or asks for no level.
#[must_use]
pub fn shortfall(
    plan: &Plan,
    assessment: &Assessment,
    decimals: Option<usize>,
    language: Language,
) -> Option<String> {
    let target = plan.target(assessment.target);
    let is_level = matches!(target.form, Form::Level(_) | Form::Between(..) | Form::Count(_));
    let is_short = !matches!(assessment.status, Status::Met | Status::Unknown);
    let gap = assessment
        .gap
        .filter(|gap| is_level && is_short && gap.is_finite())?;
    let usual = decimals.unwrap_or_else(|| match target.form {
        Form::Count(_) => 0,
        form => gap_decimals(form).min(numbers::decimals_for(gap)),
    });
    let decimals = numbers::decimals_to_see(gap, usual)?;
    let id = if gap < 0.0 { "mark-short" } else { "mark-over" };
    let size = numbers::decimal(gap.abs(), decimals);
    Some(Message::new(id).with("size", size).say(language))
}

/// The value that meets a target, below its words: "→ 23.5".
#[must_use]
pub fn mark_level(value: &str, language: Language) -> String {
    say_with(language, "mark-level", &[("value", value)])
}

/// What the years after the divider rest on by way of these indicators: "via energy intensity".
#[must_use]
pub fn band_via(plan: &Plan, inputs: &[IndicatorIx], language: Language) -> String {
    let names = inputs
        .iter()
        .map(|ix| Arg::from(plan.get(*ix).short_name(language)));
    listed(names).map_or_else(String::new, |names| {
        Message::new("band-via").with("names", names).say(language)
    })
}

/// What moved a derived indicator: "Energy intensity × 0.799 · Carbon factor of energy × 1.000".
#[must_use]
pub fn moved_by(plan: &Plan, moved: &Contributions, language: Language) -> String {
    let name = |ix: IndicatorIx| plan.get(ix).short_name(language);
    let part = |id: &'static str, name: &str, figure: String| {
        Message::new(id)
            .with("name", name)
            .with("figure", figure)
            .say(language)
    };
    let published = say(language, "moved-published");
    let parts: Vec<String> = match moved {
        Contributions::Product {
            factors,
            published: own,
        } => factors
            .iter()
            .map(|factor| match factor.power {
                -1 => part(
                    "moved-divided",
                    name(factor.indicator),
                    numbers::decimal(factor.ratio, 3),
                ),
                _ => part(
                    "moved-times",
                    name(factor.indicator),
                    numbers::decimal(factor.contribution(), 3),
                ),
            })
            .chain(own.map(|own| part("moved-times", &published, numbers::decimal(own, 3))))
            .collect(),
        Contributions::Sum {
            terms,
            published: own,
        } => {
            let signed = |term: f64| numbers::signed(term, numbers::decimals_for(term));
            terms
                .iter()
                .map(|(ix, term)| part("moved-adds", name(*ix), signed(*term)))
                .chain(own.map(|own| part("moved-adds", &published, signed(own))))
                .collect()
        }
    };
    parts.join(&say(language, "moved-and"))
}

/// What is said of a point while it is dragged.
#[derive(Clone, Debug, PartialEq)]
pub struct DraggedPoint<'a> {
    /// Its calendar year, and the plan's last.
    pub years: (i32, i32),
    /// The first calendar year whose rate can still be set.
    pub first_open: i32,
    /// Its value in the chart's terms.
    pub value: &'a str,
    /// The lever's rates from its year to the last; in the last year, the rate of all open years alone.
    pub rates: &'a [f64],
    /// The rate that the target still needs, in words, if it needs one.
    pub needs: Option<&'a str>,
}

impl DraggedPoint<'_> {
    /// The two lines of the chip.
    #[must_use]
    pub fn in_words(
        &self,
        counted: ChangeTerms<'_>,
        decimals: Option<usize>,
        language: Language,
    ) -> [String; 2] {
        let (year, last) = self.years;
        let rate = self.rates.first().copied().unwrap_or(0.0);
        let is_last = year == last;
        let rate = if is_last {
            rate_in_words(counted, rate, decimals, language)
        } else {
            change_in_words(counted, rate, decimals, language)
        };
        let first = Message::new("chip-point")
            .with("year", year)
            .with("value", self.value)
            .with("rate", rate)
            .say(language);
        let second = if is_last {
            self.of_all_years(language)
        } else {
            self.of_later_years(counted, decimals, language)
        };
        [first, second]
    }

    fn of_all_years(&self, language: Language) -> String {
        let (_, last) = self.years;
        let id = match (self.first_open < last, self.needs.is_some()) {
            (true, true) => "chip-alike-needs",
            (true, false) => "chip-alike",
            (false, true) => "chip-needs",
            (false, false) => "chip-alone",
        };
        Message::new(id)
            .with("years", open_years(self.first_open, last, language))
            .with("needed", self.needs.unwrap_or_default())
            .say(language)
    }

    fn of_later_years(
        &self,
        counted: ChangeTerms<'_>,
        decimals: Option<usize>,
        language: Language,
    ) -> String {
        let (year, last) = self.years;
        let years = open_years(year + 1, last, language);
        let count = last - year;
        let later = self.rates.get(1..).unwrap_or_default();
        let is_even = later.windows(2).all(|pair| (pair[0] - pair[1]).abs() <= 0.0);
        let message = match later.first().filter(|_| is_even) {
            Some(rate) => {
                Message::new("chip-goes-on").with("rate", change_in_words(counted, *rate, decimals, language))
            }
            None => Message::new("chip-rates-stay"),
        };
        message.with("years", years).with("count", count).say(language)
    }
}

/// The value a line ends with now, while it is dragged.
#[must_use]
pub fn end_now(value: &str, language: Language) -> String {
    say_with(language, "end-now", &[("value", value)])
}

/// The value it ended with before.
#[must_use]
pub fn end_was(value: &str, language: Language) -> String {
    say_with(language, "end-was", &[("value", value)])
}
