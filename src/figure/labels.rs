//! How figures are named: units, targets, origins.

use std::borrow::Cow;

use crate::model::{Basis, Convention, Origin};
use crate::plan::{Comparator, Form, Indicator, Plan, Target};
use crate::text::{Language, Message, numbers, say, say_with};

/// The unit of an indicator's levels on the basis they have.
#[must_use]
pub fn unit<'a>(plan: &Plan, indicator: &'a Indicator, basis: Basis, language: Language) -> Cow<'a, str> {
    let relative = |id| Cow::Owned(Message::new(id).with("year", plan.base_year).say(language));
    match basis {
        Basis::Index => relative("unit-index"),
        Basis::Change => relative("unit-points"),
        Basis::Absolute | Basis::Unknown => {
            let unit = indicator.absolute_unit.as_ref().unwrap_or(&indicator.unit);
            Cow::Borrowed(unit.get(language))
        }
    }
}

/// What a target's figure is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Terms {
    /// Percent a year, positive for growth.
    PercentAYear,
    /// Percent over the whole period, positive for a fall.
    PercentFall,
    /// Points over the whole period, positive for a rise.
    Points,
    /// A level in percent.
    Percent,
    /// A level in another unit, which is not repeated with the figure.
    Bare,
}

impl Terms {
    pub(super) fn of(indicator: &Indicator, form: Form) -> Self {
        let is_percent = indicator.unit.texts().all(|unit| unit == "%");
        match form {
            Form::AverageGrowth(_) => Self::PercentAYear,
            Form::CumulativeDecline(_) => Self::PercentFall,
            Form::Change(_) => Self::Points,
            Form::Level(_) if is_percent => Self::Percent,
            Form::Level(_) => Self::Bare,
        }
    }

    /// Whether a direction stands before the figure in words, so that the figure itself has no sign.
    pub(super) const fn has_direction(self) -> bool {
        matches!(self, Self::PercentAYear | Self::PercentFall | Self::Points)
    }

    /// Digits with the unit that belongs to them.
    pub(super) fn with_unit(self, digits: String, language: Language) -> String {
        let id = match self {
            Self::Bare => return digits,
            Self::PercentAYear | Self::PercentFall | Self::Percent => "figure-percent",
            Self::Points => "figure-points",
        };
        Message::new(id).with("value", digits).say(language)
    }

    /// What is said of the size of a figure, with the direction that its sign means.
    pub(super) fn with_direction(self, said: String, is_negative: bool, language: Language) -> String {
        let id = match (self, is_negative) {
            (Self::PercentAYear, false) => "target-growth-a-year",
            (Self::PercentAYear, true) => "target-fall-a-year",
            (Self::PercentFall, false) => "target-fall",
            (Self::PercentFall, true) => "target-rise",
            (Self::Points, false) => "target-points-rise",
            (Self::Points, true) => "target-points-fall",
            (Self::Percent | Self::Bare, _) => return said,
        };
        Message::new(id).with("said", said).say(language)
    }
}

/// The figure of a target with what is asked of it, such as "about 60 %", "more than 1 %" or "at most 590". "About" takes
/// the place of the comparison: the two say different things, and the plan says "about".
///
/// A direction is not part of it: of a fall of at least 21 % this is "at least 21 %".
#[must_use]
pub fn target_figure(indicator: &Indicator, target: &Target, language: Language) -> String {
    let terms = Terms::of(indicator, target.form);
    let value = target.form.value();
    let is_flipped = terms.has_direction() && value < 0.0;
    let size = if is_flipped { -value } else { value };
    let figure = terms.with_unit(numbers::shortest(size), language);
    // At least −3 points is a fall of at most 3.
    let id = match (target.comparator, is_flipped) {
        _ if target.about => "target-about",
        (Comparator::AtLeast, false) | (Comparator::AtMost, true) => "target-at-least",
        (Comparator::MoreThan, false) | (Comparator::LessThan, true) => "target-more-than",
        (Comparator::AtMost, false) | (Comparator::AtLeast, true) => "target-at-most",
        (Comparator::LessThan, false) | (Comparator::MoreThan, true) => "target-less-than",
    };
    Message::new(id).with("figure", figure).say(language)
}

/// A target in words, such as "about 60 %", "at least 8 % a year" or "fall more than 21 %".
#[must_use]
pub fn promise(indicator: &Indicator, target: &Target, language: Language) -> String {
    let figure = target_figure(indicator, target, language);
    Terms::of(indicator, target.form).with_direction(figure, target.form.value() < 0.0, language)
}

/// A target as its plan words it, for readers of that language; [`promise`] for others.
#[must_use]
pub fn wording<'a>(indicator: &Indicator, target: &'a Target, language: Language) -> Cow<'a, str> {
    // A bare figure or sign, such as ">35", is the plan's own notation; other readers are told in words what it means.
    let has_words = language == Language::Chinese || target.wording.contains(char::is_alphabetic);
    if has_words && language.may_be_of(&target.wording) {
        Cow::Borrowed(&target.wording)
    } else {
        Cow::Owned(promise(indicator, target, language))
    }
}

/// The unit of a lever's rate: percent a year, with the direction where falls are positive, or points a year.
#[must_use]
pub fn points_or_percent(indicator: &Indicator, language: Language) -> Cow<'static, str> {
    let id = match Convention::of(indicator) {
        Convention::Growth => "rate-percent",
        Convention::Decline => "rate-percent-fall",
        Convention::Points => "rate-points",
    };
    say(language, id)
}

/// A figure behind its name, such as "Mid-term, 2013: 44.0".
#[must_use]
pub fn labelled(name: &str, value: &str, language: Language) -> String {
    say_with(language, "figure-labelled", &[("name", name), ("value", value)])
}

/// A name with the unit of its figures in brackets.
#[must_use]
pub fn in_unit(name: &str, unit: &str, language: Language) -> String {
    say_with(language, "figure-in-unit", &[("name", name), ("unit", unit)])
}

/// The sign behind a figure that tells where its level comes from; a legend explains it.
#[must_use]
pub const fn origin_mark(origin: Origin) -> &'static str {
    match origin {
        Origin::Actual => "*",
        Origin::Interpolated => "~",
        Origin::Base | Origin::Projected => "",
    }
}
