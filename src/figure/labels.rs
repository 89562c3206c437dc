//! How figures are named: units, targets, amounts.

use std::borrow::Cow;

use crate::model::{Basis, Origin};
use crate::plan::{Form, Indicator, Plan, Target};
use crate::text::{Language, Message, numbers, say};

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

/// A target in words, such as "about ≥ 60" or "fall > 21 %".
#[must_use]
pub fn promise(target: &Target, language: Language) -> String {
    let id = match target.form {
        Form::AverageGrowth(_) => "target-average-growth",
        Form::CumulativeDecline(_) => "target-cumulative-decline",
        Form::Level(_) => "target-level",
        Form::Change(_) => "target-change",
    };
    let words = Message::new(id)
        .with("sign", target.comparator.sign())
        .with("value", numbers::shortest(target.form.value()));
    if target.about {
        Message::new("target-about").with("target", words).say(language)
    } else {
        words.say(language)
    }
}

/// A projected figure in a target's own terms, with as many decimals as wanted; otherwise percentages have two, and
/// levels as many as their size needs.
#[must_use]
pub fn amount(form: Form, value: f64, decimals: Option<usize>) -> String {
    let usual = match form {
        Form::AverageGrowth(_) | Form::CumulativeDecline(_) | Form::Change(_) => 2,
        Form::Level(target) => numbers::decimals_for(target),
    };
    numbers::decimal(value, decimals.unwrap_or(usual))
}

/// The unit of a lever's rate: percent a year, or points a year.
#[must_use]
pub fn points_or_percent(indicator: &Indicator, language: Language) -> Cow<'static, str> {
    say(
        language,
        if indicator.dynamics.is_compound() {
            "rate-percent"
        } else {
            "rate-points"
        },
    )
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
