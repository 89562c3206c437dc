//! The building blocks of statements: names, figures with units, judgements, sentences.

use crate::analysis::findings::{Verdict, is_slight};
use crate::plan::{Comparator, Form, IndicatorIx, Plan, Target, TargetIx};
use crate::text::{Language, Message, listed, numbers};

/// Phrases about a plan's indicators in one language.
pub(super) struct Phrasing<'a> {
    pub plan: &'a Plan,
    pub language: Language,
}

impl Phrasing<'_> {
    /// A name at the start of a sentence.
    pub fn name(&self, ix: IndicatorIx) -> &str {
        self.plan.get(ix).name.get(self.language)
    }

    /// A name inside a sentence.
    pub fn name_inside(&self, ix: IndicatorIx) -> String {
        self.plan.name_inside(ix, self.language)
    }

    /// A message about several indicators.
    pub fn with_names(&self, message: Message, indicators: &[IndicatorIx]) -> Message {
        match listed(indicators.iter().map(|ix| self.name_inside(*ix).into())) {
            Some(names) => message.with("names", names),
            None => message,
        }
    }

    /// An absolute level with its unit.
    pub fn level(&self, ix: IndicatorIx, level: f64) -> Message {
        self.with_unit(ix, numbers::level(level))
    }

    /// The later of two levels with its unit, and enough decimals not to look equal to its target unless it is.
    pub fn level_beside_target(&self, ix: IndicatorIx, (first, last): (f64, f64)) -> Message {
        let form = self.final_target(ix).map(|target| target.form);
        let asked = match form {
            Some(Form::Level(level) | Form::Count(level)) => Some(level),
            Some(Form::Change(change)) => Some(first + change),
            Some(Form::Between(low, high)) if last > f64::midpoint(low, high) => Some(high),
            Some(Form::Between(low, _)) => Some(low),
            _ => None,
        };
        let decimals = decimals_beside(last, asked, numbers::decimals_for(last));
        self.with_unit(ix, numbers::decimal(last, decimals))
    }

    /// The change asked for by an indicator's target, over the period or a year, in percent; positive for a rise.
    pub fn change_asked(&self, ix: IndicatorIx) -> Option<f64> {
        match self.final_target(ix)?.form {
            Form::CumulativeDecline(fall) => Some(-fall),
            Form::CumulativeGrowth(rise) | Form::AverageGrowth(rise) => Some(rise),
            _ => None,
        }
    }

    /// Whether levels are percentages, so that differences between them are points.
    pub fn is_percentage(&self, ix: IndicatorIx) -> bool {
        self.unit(ix) == "%"
    }

    /// The unit of absolute levels.
    pub fn unit(&self, ix: IndicatorIx) -> &str {
        let indicator = self.plan.get(ix);
        let unit = indicator.absolute_unit.as_ref().unwrap_or(&indicator.unit);
        unit.get(self.language)
    }

    fn with_unit(&self, ix: IndicatorIx, figure: String) -> Message {
        with_unit(figure, self.unit(ix))
    }

    fn final_target(&self, ix: IndicatorIx) -> Option<&Target> {
        let mut targets = self.plan.targets_of(ix).map(|(_, target)| target);
        targets.find(|target| !target.is_each_year() && self.plan.due_step(target) == self.plan.steps())
    }

    /// A target by its indicator and due year alone.
    pub fn target_in_short(&self, target: TargetIx) -> Message {
        let name = self.name_inside(target.indicator);
        let target = self.plan.target(target);
        if target.is_each_year() {
            return Message::new("implication-target-each-year").with("name", name);
        }
        Message::new("implication-target-of-year")
            .with("name", name)
            .with("year", self.plan.due_year(target))
    }

    /// A change with its direction, which the figure alone does not show; nothing for other targets.
    fn directed(form: Form) -> Option<Message> {
        let (id, value) = match form {
            Form::CumulativeDecline(fall) => ("implication-fall-of", fall),
            Form::CumulativeGrowth(rise) => ("implication-rise-of", rise),
            Form::AverageGrowth(rate) if rate > 0.0 => ("implication-rise-a-year", rate),
            Form::AverageGrowth(rate) if rate < 0.0 => ("implication-fall-a-year", -rate),
            _ => return None,
        };
        Some(Message::new(id).with("value", numbers::shortest(value)))
    }

    /// A target's figure with its unit, as the plan states it.
    fn target(&self, ix: IndicatorIx) -> Option<Message> {
        let form = self.final_target(ix)?.form;
        let value = numbers::shortest(form.value());
        let value = match form {
            // A change beside a level.
            Form::Change(change) if change > 0.0 => format!("+{value}"),
            _ => value,
        };
        Some(match form {
            Form::AverageGrowth(_) => Message::new("implication-percent-a-year").with("value", value),
            Form::CumulativeDecline(_) | Form::CumulativeGrowth(_) => {
                Message::new("figure-percent").with("value", value)
            }
            Form::Change(_) if self.is_percentage(ix) => Message::new("figure-points").with("value", value),
            Form::Between(_, upper) => {
                let upper = numbers::shortest(upper);
                let both = Message::new("implication-band")
                    .with("low", value)
                    .with("high", upper);
                self.with_unit(ix, both.say(self.language))
            }
            Form::Level(_) | Form::Change(_) | Form::Count(_) | Form::Done => self.with_unit(ix, value),
        })
    }

    /// The sentence that says whether a target is met.
    pub fn verdict(&self, verdict: Verdict) -> Option<Message> {
        let target = self.final_target(verdict.indicator)?;
        let id = match (target.comparator, verdict.is_met) {
            (_, false) if matches!(target.form, Form::Between(..)) => "implication-outside",
            (Comparator::AtLeast, true) => "implication-reaches",
            (Comparator::AtLeast, false) => "implication-reaches-not",
            (Comparator::MoreThan, true) => "implication-exceeds",
            (Comparator::MoreThan, false) => "implication-exceeds-not",
            (Comparator::AtMost, true) => "implication-within",
            (Comparator::AtMost, false) => "implication-within-not",
            (Comparator::LessThan, true) => "implication-below",
            (Comparator::LessThan, false) => "implication-below-not",
        };
        let directed = Self::directed(target.form).filter(|_| verdict.names_direction);
        let figure = directed.or_else(|| self.target(verdict.indicator))?;
        Some(Message::new(id).with("target", figure))
    }
}

/// A figure with its unit; languages differ in how they set the percent sign.
fn with_unit(figure: String, unit: &str) -> Message {
    if unit == "%" {
        return Message::new("figure-percent").with("value", figure);
    }
    Message::new("implication-level")
        .with("value", figure)
        .with("unit", unit)
}

pub(super) fn sentence(statement: Message) -> Message {
    Message::new("implication-sentence").with("statement", statement)
}

/// Joins sentences.
pub(super) fn sentences<const N: usize>(first: Message, more: [Option<Message>; N]) -> Message {
    more.into_iter().flatten().fold(first, |said, next| {
        Message::new("implication-sentences")
            .with("first", said)
            .with("next", next)
    })
}

/// Figures relatively closer than this are equal.
const SAME: f64 = 1e-9;

/// A change over the whole period, percent.
pub(super) fn in_all(change: f64) -> Message {
    change_in_words(change, ("change", ["change-none", "change-rise", "change-fall"]))
}

/// A change in percent a year.
pub(super) fn a_year(rate: f64) -> Message {
    change_in_words(rate, ("rate", ["rate-none", "rate-rise", "rate-fall"]))
}

fn change_in_words(change: f64, (name, [none, rise, fall]): (&'static str, [&'static str; 3])) -> Message {
    let id = match change {
        slight if is_slight(slight) => return Message::new(none),
        up if up > 0.0 => rise,
        _ => fall,
    };
    Message::new(id).with(name, numbers::decimal(change.abs(), 2))
}

/// The direction of a change, and its size without a sign.
pub(super) fn with_direction(message: Message, change: f64) -> Message {
    moving(message, change, 2, false)
}

/// The same with `decimals` decimals, for a change that is over or one still to come.
pub(super) fn moving(message: Message, change: f64, decimals: usize, is_past: bool) -> Message {
    let size = numbers::decimal(change.abs(), decimals);
    let is_flat = !size.contains(|c: char| c.is_ascii_digit() && c != '0');
    let direction = match (is_flat, change > 0.0, is_past) {
        (true, _, false) => "flat",
        (false, true, false) => "rise",
        (false, false, false) => "fall",
        (true, _, true) => "stayed",
        (false, true, true) => "rose",
        (false, false, true) => "fell",
    };
    message.with("direction", direction).with("rate", size)
}

/// The fewest decimals, from `fewest` up, at which a figure does not look equal to the asked one unless it is.
pub(super) fn decimals_beside(figure: f64, asked: Option<f64>, fewest: usize) -> usize {
    let Some(asked) = asked.filter(|asked| (figure - asked).abs() > SAME * asked.abs().max(1.0)) else {
        return fewest;
    };
    let is_apart = |decimals: &usize| {
        let shown = numbers::parse(&numbers::decimal(figure, *decimals)).unwrap_or(figure);
        // On the same side of the asked figure as the exact one.
        (shown - asked) * (figure - asked) > 0.0
    };
    (fewest..=numbers::MOST_DECIMALS).find(is_apart).unwrap_or(fewest)
}
