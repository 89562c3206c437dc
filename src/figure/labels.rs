//! How figures are named: units, targets, amounts.

use std::borrow::Cow;

use crate::model::{LevelKind, Origin};
use crate::plan::{Due, Form, Indicator, Plan, Target, TargetIx};
use crate::text::{Language, Message, numbers, say};

/// The unit of an indicator's levels on the basis they have.
#[must_use]
pub fn unit<'a>(plan: &Plan, indicator: &'a Indicator, kind: LevelKind, language: Language) -> Cow<'a, str> {
    let relative = |id| Cow::Owned(Message::new(id).with("year", plan.base_year).say(language));
    match kind {
        LevelKind::Index => relative("unit-index"),
        LevelKind::Change => relative("unit-points"),
        LevelKind::Absolute | LevelKind::Unknown => {
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
        Form::CumulativeGrowth(_) => "target-cumulative-growth",
        Form::Level(_) | Form::Count(_) => "target-level",
        Form::Change(_) => "target-change",
        Form::Between(..) => "target-between",
        Form::Done => "target-done",
    };
    let words = Message::new(id)
        .with("sign", target.comparator.sign())
        .with("value", numbers::shortest(target.form.value()))
        .with(
            "upper",
            target.form.upper().map_or_else(String::new, numbers::shortest),
        );
    if target.about {
        Message::new("target-about").with("target", words).say(language)
    } else {
        words.say(language)
    }
}

/// The name of a target: its indicator's, with the due year where that has several or is not the plan's last.
#[must_use]
pub fn target_in_words(plan: &Plan, ix: TargetIx, language: Language) -> String {
    let (indicator, target) = (plan.get(ix.indicator), plan.target(ix));
    let name = indicator.name.get(language);
    let id = match target.due {
        Due::EachYear => "target-name-each-year",
        _ if plan.due_step(target) == plan.steps() && indicator.targets.len() == 1 => return name.to_owned(),
        Due::End | Due::In(_) => "target-name-year",
    };
    Message::new(id)
        .with("name", name)
        .with("year", plan.due_year(target))
        .say(language)
}

/// A projected figure in a target's own terms, with as many decimals as wanted; otherwise percentages have two, and
/// levels as many as their size needs.
#[must_use]
pub fn amount(form: Form, value: f64, decimals: Option<usize>) -> String {
    let usual = match form {
        Form::AverageGrowth(_) | Form::CumulativeDecline(_) | Form::CumulativeGrowth(_) | Form::Change(_) => {
            2
        }
        Form::Level(target) | Form::Between(target, _) => numbers::decimals_for(target),
        Form::Count(_) | Form::Done => 0,
    };
    numbers::decimal(value, decimals.unwrap_or(usual))
}

/// The unit of a lever's rate: percent a year, or points a year.
#[must_use]
pub fn points_or_percent(indicator: &Indicator, language: Language) -> Cow<'static, str> {
    say(
        language,
        if indicator.is_compound() {
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
        Origin::Implied => "^",
        Origin::PartlyAssumed => "#",
        Origin::Assumed => "°",
        Origin::Base | Origin::Projected => "",
    }
}
