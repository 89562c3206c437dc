//! Labels for figures: units, targets, origins.

use std::borrow::Cow;

use crate::model::{Change, LevelKind, Origin, stated_in};
use crate::plan::{Comparator, Due, Form, Indicator, Plan, Target, TargetIx};
use crate::text::{Language, Message, numbers, say, say_with};

/// The unit of an indicator's levels on their present basis.
#[must_use]
pub fn unit<'a>(plan: &Plan, indicator: &'a Indicator, kind: LevelKind, language: Language) -> Cow<'a, str> {
    let relative = |id| Cow::Owned(Message::new(id).with("year", plan.base_year).say(language));
    match kind {
        LevelKind::Index => relative("unit-index"),
        LevelKind::Change if is_percentage(indicator) => relative("unit-points"),
        LevelKind::Change => Cow::Owned(
            Message::new("unit-since")
                .with("unit", indicator.unit.get(language))
                .with("year", plan.base_year)
                .say(language),
        ),
        LevelKind::Absolute | LevelKind::Unknown => {
            let unit = indicator.absolute_unit.as_ref().unwrap_or(&indicator.unit);
            Cow::Borrowed(unit.get(language))
        }
    }
}

/// A unit as it follows a figure. Chinese puts no space between a figure and a word, but one before a unit in Latin
/// letters; other languages have theirs in the message.
#[must_use]
pub fn unit_beside(unit: &str, language: Language) -> Cow<'_, str> {
    if language == Language::Chinese && unit.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        Cow::Owned(format!(" {unit}"))
    } else {
        Cow::Borrowed(unit)
    }
}

/// Whether an indicator's levels are percentages, so that differences between them are points.
#[must_use]
pub fn is_percentage(indicator: &Indicator) -> bool {
    indicator.unit.texts().all(|unit| unit == "%")
}

/// What a target's figure is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Terms {
    /// Percent a year, positive for growth.
    PercentAYear,
    /// Percent over the whole period, positive for a fall.
    PercentFall,
    /// Percent over the whole period, positive for a rise.
    PercentRise,
    /// Points over the whole period, positive for a rise.
    Points,
    /// The same for a level in another unit, which is shown with the figure: without it a change would look like a
    /// level.
    Amount,
    /// A level in percent.
    Percent,
    /// A level in another unit, which is not repeated with the figure.
    Bare,
}

impl Terms {
    pub(super) fn of(indicator: &Indicator, form: Form) -> Self {
        let is_percent = is_percentage(indicator);
        match form {
            Form::AverageGrowth(_) => Self::PercentAYear,
            Form::CumulativeDecline(_) => Self::PercentFall,
            Form::CumulativeGrowth(_) => Self::PercentRise,
            Form::Change(_) if is_percent => Self::Points,
            Form::Change(_) => Self::Amount,
            Form::Level(_) | Form::Between(..) if is_percent => Self::Percent,
            Form::Level(_) | Form::Between(..) | Form::Count(_) | Form::Done => Self::Bare,
        }
    }

    /// Whether words before the figure give its direction, so that the figure itself is unsigned.
    pub(super) const fn has_direction(self) -> bool {
        matches!(
            self,
            Self::PercentAYear | Self::PercentFall | Self::PercentRise | Self::Points | Self::Amount
        )
    }

    /// Digits with the matching unit.
    pub(super) fn with_unit(self, digits: String, language: Language) -> String {
        let id = match self {
            Self::Bare | Self::Amount => return digits,
            Self::PercentAYear | Self::PercentFall | Self::PercentRise | Self::Percent => "figure-percent",
            Self::Points => "figure-points",
        };
        Message::new(id).with("value", digits).say(language)
    }

    /// The same, with the indicator's own unit after a change of amounts.
    pub(super) fn in_unit_of(self, indicator: &Indicator, digits: String, language: Language) -> String {
        if self != Self::Amount {
            return self.with_unit(digits, language);
        }
        let unit = unit_beside(indicator.unit.get(language), language);
        Message::new("figure-with-unit")
            .with("value", digits)
            .with("unit", unit.as_ref())
            .say(language)
    }

    /// The size of a figure, with the direction its sign implies.
    pub(super) fn with_direction(self, said: String, is_negative: bool, language: Language) -> String {
        let id = match (self, is_negative) {
            (Self::PercentAYear, false) => "target-growth-a-year",
            (Self::PercentAYear, true) => "target-fall-a-year",
            (Self::PercentFall, false) | (Self::PercentRise, true) => "target-fall",
            (Self::PercentFall, true) | (Self::PercentRise, false) => "target-rise",
            (Self::Points | Self::Amount, false) => "target-points-rise",
            (Self::Points | Self::Amount, true) => "target-points-fall",
            (Self::Percent | Self::Bare, _) => return said,
        };
        Message::new(id).with("said", said).say(language)
    }
}

/// A target's figure with its comparison, such as "about 60 %", "more than 1 %" or "at most 590". "About" replaces the
/// comparison: the two contradict each other, and the plan says "about".
///
/// The direction is not part of it: for a fall of at least 21 % this is "at least 21 %".
#[must_use]
pub fn target_figure(indicator: &Indicator, target: &Target, language: Language) -> String {
    if target.form == Form::Done {
        return say(language, "target-done").into_owned();
    }
    let figure = bare_figure(indicator, target, language);
    match comparison(indicator, target) {
        Some(id) => Message::new(id).with("figure", figure).say(language),
        None => figure,
    }
}

/// The size of a target's figure with its unit; both figures of a band.
pub(super) fn bare_figure(indicator: &Indicator, target: &Target, language: Language) -> String {
    let terms = Terms::of(indicator, target.form);
    let value = target.form.value();
    if let Some(upper) = target.form.upper() {
        let figure = band(&numbers::shortest(value), &numbers::shortest(upper), language);
        return terms.with_unit(figure, language);
    }
    let size = if terms.has_direction() { value.abs() } else { value };
    terms.in_unit_of(indicator, numbers::shortest(size), language)
}

/// The message id of how a target's figure is compared; nothing for a band and for what is to be done.
pub(super) fn comparison(indicator: &Indicator, target: &Target) -> Option<&'static str> {
    if target.form.upper().is_some() || target.form == Form::Done {
        return None;
    }
    let terms = Terms::of(indicator, target.form);
    let is_flipped = terms.has_direction() && target.form.value() < 0.0;
    // At least −3 points is a fall of at most 3.
    let is_limit = target.comparator.is_ceiling() != is_flipped;
    Some(match (target.comparator, is_flipped) {
        // A change that may be smaller is not a change of about that size.
        _ if target.about && is_limit && terms.has_direction() => "target-at-most-about",
        _ if target.about => "target-about",
        (Comparator::LessThan, false) | (Comparator::MoreThan, true) if terms.has_direction() => {
            "target-smaller-than"
        }
        (Comparator::AtLeast, false) | (Comparator::AtMost, true) => "target-at-least",
        (Comparator::MoreThan, false) | (Comparator::LessThan, true) => "target-more-than",
        (Comparator::AtMost, false) | (Comparator::AtLeast, true) => "target-at-most",
        (Comparator::LessThan, false) | (Comparator::MoreThan, true) => "target-less-than",
    })
}

/// A target in words, such as "about 60 %", "at least 8 % a year" or "fall more than 21 %".
#[must_use]
pub fn promise(indicator: &Indicator, target: &Target, language: Language) -> String {
    let figure = target_figure(indicator, target, language);
    Terms::of(indicator, target.form).with_direction(figure, target.form.value() < 0.0, language)
}

/// A promise with the year it is due, or that it is due in every year.
#[must_use]
pub fn promise_due(promise: &str, due: Option<i32>, language: Language) -> String {
    let message = match due {
        None => Message::new("legend-target-promise-each-year"),
        Some(year) => Message::new("legend-target-promise-year").with("year", year),
    };
    message.with("promise", promise).say(language)
}

/// A band, from its lower to its upper edge.
#[must_use]
pub fn band(low: &str, high: &str, language: Language) -> String {
    say_with(language, "target-band", &[("low", low), ("high", high)])
}

/// A target in the plan's own words, if they are in `language`; otherwise [`promise`].
#[must_use]
pub fn worded<'a>(indicator: &Indicator, target: &'a Target, language: Language) -> Cow<'a, str> {
    let printed = printed(target, language).map(Cow::Borrowed);
    printed.unwrap_or_else(|| Cow::Owned(promise(indicator, target, language)))
}

/// A target in the plan's own words; nothing if those are in another language.
#[must_use]
pub fn printed(target: &Target, language: Language) -> Option<&str> {
    // A bare figure or sign, such as ">35", is the plan's own notation; other readers get it in words.
    let has_words = language == Language::Chinese || target.wording.contains(char::is_alphabetic);
    (has_words && language.may_be_of(&target.wording)).then_some(target.wording.as_str())
}

/// The unit of a lever's rate: percent a year, with the direction where falls are positive; points a year for a
/// percentage; or the indicator's unit a year.
#[must_use]
pub fn points_or_percent(indicator: &Indicator, language: Language) -> Cow<'static, str> {
    let id = match stated_in(indicator, None) {
        Change::Growth => "rate-percent",
        Change::Decline => "rate-percent-fall",
        Change::Points => return points_a_year(indicator, language),
    };
    say(language, id)
}

/// The unit of yearly changes that add up: points for a percentage, otherwise the indicator's unit, a year.
#[must_use]
pub fn points_a_year(indicator: &Indicator, language: Language) -> Cow<'static, str> {
    if is_percentage(indicator) {
        return say(language, "rate-points");
    }
    let unit = indicator.unit.get(language);
    Cow::Owned(Message::new("rate-units").with("unit", unit).say(language))
}

/// A named figure, such as "Mid-term, 2013: 44.0".
#[must_use]
pub fn labelled(name: &str, value: &str, language: Language) -> String {
    say_with(language, "figure-labelled", &[("name", name), ("value", value)])
}

/// A name with the unit of its figures in brackets.
#[must_use]
pub fn in_unit(name: &str, unit: &str, language: Language) -> String {
    say_with(language, "figure-in-unit", &[("name", name), ("unit", unit)])
}

/// A target's name: its indicator's, with the due year if the indicator has several or it is not the plan's last, and
/// with its form if two fall due at once.
#[must_use]
pub fn target_in_words(plan: &Plan, ix: TargetIx, language: Language) -> String {
    named_target(plan, ix, plan.get(ix.indicator).name.get(language), language)
}

/// The same with the indicator's short name.
#[must_use]
pub fn short_target_in_words(plan: &Plan, ix: TargetIx, language: Language) -> String {
    named_target(plan, ix, plan.get(ix.indicator).short_name(language), language)
}

fn named_target(plan: &Plan, ix: TargetIx, name: &str, language: Language) -> String {
    let (indicator, target) = (plan.get(ix.indicator), plan.target(ix));
    let is_due_at_end = !target.is_each_year() && plan.due_step(target) == plan.steps();
    if is_due_at_end && indicator.targets.len() == 1 {
        return name.to_owned();
    }
    let is_due_with = |other: &Target| {
        other.is_each_year() == target.is_each_year() && plan.due_step(other) == plan.due_step(target)
    };
    let is_alone = indicator
        .targets
        .iter()
        .filter(|other| is_due_with(other))
        .count()
        == 1;
    let id = match (target.due, is_alone) {
        (Due::EachYear, true) => "target-name-each-year",
        (Due::EachYear, false) => "target-name-each-year-form",
        (Due::End | Due::In(_), true) => "target-name-year",
        (Due::End | Due::In(_), false) => "target-name-year-form",
    };
    let message = Message::new(id)
        .with("name", name)
        .with("year", plan.due_year(target));
    let message = if is_alone {
        message
    } else {
        message.with("form", Message::new(form_in_words(target.form)))
    };
    message.say(language)
}

/// The message id of a form's name.
const fn form_in_words(form: Form) -> &'static str {
    match form {
        Form::AverageGrowth(_) => "form-average-growth",
        Form::CumulativeDecline(_) => "form-cumulative-decline",
        Form::CumulativeGrowth(_) => "form-cumulative-growth",
        Form::Level(_) => "form-level",
        Form::Change(_) => "form-change",
        Form::Between(..) => "form-between",
        Form::Count(_) => "form-count",
        Form::Done => "form-done",
    }
}

/// The sign after a figure that says where its level comes from; a legend explains it.
#[must_use]
pub const fn origin_mark(origin: Origin) -> &'static str {
    match origin {
        Origin::Actual => "*",
        Origin::Interpolated => "~",
        Origin::Implied => "^",
        Origin::PartlyAssumed => "#",
        Origin::Assumed => "°",
        Origin::Base | Origin::Projected => "",
    }
}
