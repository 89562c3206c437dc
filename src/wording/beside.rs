//! Projected figures shown beside a target: the display never contradicts the judgement.
//!
//! Judgements use unrounded figures, so a rounded one may land on the wrong side: 59.996 against a floor of 60 would
//! read 60.00 and yet be missed. Decimals are added until figure and target differ the right way, up to six; beyond
//! that, words say so.

use super::labels::Terms;
use crate::model::{Assessment, Status};
use crate::plan::{Comparator, Form, Indicator, Target};
use crate::text::{Language, Message, numbers, say};

/// How a figure is distinguished from the one beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    /// By this many decimals.
    By(usize),
    /// Not by any number of decimals shown.
    JustUnder,
    JustOver,
}

/// How `value` is distinguished from `goal`, starting with `decimals`. If the two may be equal, as on a floor that is
/// met, showing the same figure is fine.
fn told(value: f64, goal: f64, may_be_equal: bool, decimals: usize) -> Told {
    let is_equal = Comparator::AtLeast.holds(value, goal) && Comparator::AtMost.holds(value, goal);
    // As readers see them.
    let shown_goal = numbers::parse(&numbers::shortest(goal)).unwrap_or(goal);
    let as_shown = |places: usize| numbers::parse(&numbers::decimal(value, places)).unwrap_or(value);
    if is_equal {
        // With the target's own decimals: 65.0 would not meet 65.04.
        let mut places = decimals..=numbers::MOST_DECIMALS.max(decimals);
        return Told::By(
            places
                .find(|places| (as_shown(*places) - shown_goal).abs() <= 0.0)
                .unwrap_or(decimals),
        );
    }
    let is_right = |places: &usize| {
        let shown = as_shown(*places);
        let is_same = (shown - shown_goal).abs() <= 0.0;
        if is_same {
            may_be_equal
        } else {
            (shown > shown_goal) == (value > goal)
        }
    };
    // Small figures start with more decimals, and need room beyond them.
    let found = (decimals..=numbers::MOST_DECIMALS.max(decimals + 2)).find(is_right);
    found.map_or(
        if value < goal {
            Told::JustUnder
        } else {
            Told::JustOver
        },
        Told::By,
    )
}

/// The decimals, `decimals` or more, at which a figure that misses `goal` is visibly on the right side of it.
#[must_use]
pub fn decimals_beside(value: f64, goal: f64, decimals: usize) -> usize {
    match told(value, goal, false, decimals) {
        Told::By(decimals) => decimals,
        Told::JustUnder | Told::JustOver => numbers::MOST_DECIMALS.max(decimals),
    }
}

/// Whether a figure may read the same as the target: one that meets a floor or ceiling may, one under a strict
/// comparator may not.
const fn may_be_equal(target: &Target, is_met: bool) -> bool {
    is_met && matches!(target.comparator, Comparator::AtLeast | Comparator::AtMost)
}

/// The target figure a projected one is compared with; for a band, the nearer edge.
fn goal_beside(form: Form, value: f64) -> f64 {
    match form {
        Form::Between(low, high) if (value - low).abs() > (high - value).abs() => high,
        form => form.value(),
    }
}

/// Two decimals for percentages and points; for levels, as many as their size needs.
pub(super) fn usual_decimals(form: Form) -> usize {
    match form {
        Form::AverageGrowth(_) | Form::CumulativeDecline(_) | Form::CumulativeGrowth(_) | Form::Change(_) => {
            2
        }
        Form::Level(target) | Form::Between(target, _) => numbers::decimals_for(target),
        Form::Count(_) | Form::Done => 0,
    }
}

/// The decimals of a gap: two, or more for levels that need more, since small differences matter for small values.
#[must_use]
pub fn gap_decimals(form: Form) -> usize {
    match form {
        Form::Count(_) | Form::Done => 0,
        Form::Level(_) | Form::Between(..) => usual_decimals(form).max(2),
        _ => 2,
    }
}

/// A projected figure in a target's own terms, in words where it has a direction: "8.45 % a year", "fall 20.12 %",
/// "+2.28 points", "44.0 %". Uses the given number of decimals, or the usual one, and more where the target would
/// otherwise look met when it is not, or the reverse; see the module.
fn amount_beside(
    indicator: &Indicator,
    target: &Target,
    value: f64,
    is_met: bool,
    decimals: Option<usize>,
    language: Language,
) -> String {
    let directed: Directed = Terms::with_direction;
    figure_beside((indicator, target), (value, is_met), decimals, directed, language)
}

/// How a figure's direction is said.
pub(super) type Directed = fn(Terms, String, bool, Language) -> String;

/// As [`amount_beside`], with the direction in words of the caller's.
pub(super) fn figure_beside(
    (indicator, target): (&Indicator, &Target),
    (value, is_met): (f64, bool),
    decimals: Option<usize>,
    directed: Directed,
    language: Language,
) -> String {
    let terms = Terms::of(indicator, target.form);
    let goal = goal_beside(target.form, value);
    let decimals = match target.form {
        Form::Done => {
            return say(language, if is_met { "figure-done" } else { "figure-not-done" }).into_owned();
        }
        // Whole things.
        Form::Count(_) => 0,
        form => decimals.unwrap_or_else(|| usual_decimals(form)),
    };
    let told = told(value, goal, may_be_equal(target, is_met), decimals);
    match told {
        Told::By(decimals) => amount((indicator, terms), (value, decimals), directed, language),
        Told::JustUnder | Told::JustOver => {
            let is_under = told == Told::JustUnder;
            just((indicator, terms), (goal, is_under), directed, language)
        }
    }
}

/// A figure in a target's own terms, as beside a target, but with exactly the given decimals whatever it stands
/// beside: for formats of numbers yet to be computed.
#[must_use]
pub fn amount_in_words(
    indicator: &Indicator,
    form: Form,
    value: f64,
    decimals: usize,
    language: Language,
) -> String {
    let terms = Terms::of(indicator, form);
    let directed: Directed = Terms::with_direction;
    amount((indicator, terms), (value, decimals), directed, language)
}

fn amount(
    (indicator, terms): (&Indicator, Terms),
    (value, decimals): (f64, usize),
    directed: Directed,
    language: Language,
) -> String {
    if !terms.has_direction() {
        return terms.with_unit(numbers::decimal(value, decimals), language);
    }
    let Some(decimals) = numbers::decimals_to_see(value, decimals) else {
        let id = if terms == Terms::PercentAYear {
            "rate-none"
        } else {
            "change-none"
        };
        return say(language, id).into_owned();
    };
    let signed = || numbers::signed(value, decimals);
    match terms {
        Terms::Points => {
            return Message::new("change-points")
                .with("change", signed())
                .say(language);
        }
        Terms::Amount => return terms.in_unit_of(indicator, signed(), language),
        _ => {}
    }
    let size = terms.with_unit(numbers::decimal(value.abs(), decimals), language);
    directed(terms, size, value < 0.0, language)
}

/// A figure so close to the target's that no decimals shown tell them apart.
fn just(
    (indicator, terms): (&Indicator, Terms),
    (goal, is_under): (f64, bool),
    directed: Directed,
    language: Language,
) -> String {
    let is_negative = terms.has_direction() && goal < 0.0;
    let size = if is_negative { -goal } else { goal };
    let figure = terms.in_unit_of(indicator, numbers::shortest(size), language);
    let id = if is_under == is_negative {
        "figure-just-over"
    } else {
        "figure-just-under"
    };
    let said = Message::new(id).with("figure", figure).say(language);
    directed(terms, said, is_negative, language)
}

/// The projected figure minus the target's, signed: in points between percentages, otherwise in the target's unit. A
/// gap that decides is never shown as zero.
#[must_use]
pub fn gap_beside(
    indicator: &Indicator,
    target: &Target,
    gap: f64,
    is_met: bool,
    decimals: Option<usize>,
    language: Language,
) -> String {
    let usual = match target.form {
        Form::Done => return "–".to_owned(),
        Form::Count(_) => 0,
        form => decimals.unwrap_or_else(|| gap_decimals(form)),
    };
    let goal = target.form.value();
    let is_none = Comparator::AtLeast.holds(goal + gap, goal) && Comparator::AtMost.holds(goal + gap, goal);
    let terms = match Terms::of(indicator, target.form) {
        terms @ (Terms::Bare | Terms::Amount) => terms,
        _ => Terms::Points,
    };
    let decides = !may_be_equal(target, is_met) && !is_none;
    // Two decimals beyond the usual, as beside the target itself.
    let seen = (usual..=numbers::MOST_DECIMALS.max(usual + 2))
        .find(|places| numbers::decimals_to_see(gap, *places) == Some(*places));
    match seen {
        None if decides => {
            let id = if gap < 0.0 {
                "figure-just-under"
            } else {
                "figure-just-over"
            };
            let nothing = terms.in_unit_of(indicator, "0".to_owned(), language);
            Message::new(id).with("figure", nothing).say(language)
        }
        seen => {
            // Zero stays zero, whatever other gaps need.
            let usual = if is_none { usual.min(2) } else { usual };
            let decimals = seen.filter(|_| decides).unwrap_or(usual);
            let figure = numbers::signed(gap, decimals);
            if terms == Terms::Points {
                Message::new("change-points").with("change", figure).say(language)
            } else {
                terms.in_unit_of(indicator, figure, language)
            }
        }
    }
}

/// Progress towards a target, given as a fraction. Never 100 % for a target that is just short of being met.
fn progress_beside(progress: f64, is_met: bool, language: Language) -> String {
    let percent = progress * 100.0;
    let told = told(percent, 100.0, is_met, 1);
    let figure = match told {
        Told::By(decimals) => numbers::decimal(percent, decimals),
        Told::JustUnder | Told::JustOver => "100".to_owned(),
    };
    let figure = Terms::Percent.with_unit(figure, language);
    let id = match told {
        Told::By(_) => return figure,
        Told::JustUnder => "figure-just-under",
        Told::JustOver => "figure-just-over",
    };
    Message::new(id).with("figure", figure).say(language)
}

/// A judged target's projected figure, gap and progress in words; nothing if it could not be judged.
#[must_use]
pub fn assessed(
    indicator: &Indicator,
    target: &Target,
    assessment: &Assessment,
    decimals: Option<usize>,
    language: Language,
) -> Option<[String; 3]> {
    let is_met = assessment.status == Status::Met;
    let value = assessment.projected?;
    Some([
        amount_beside(indicator, target, value, is_met, decimals, language),
        gap_beside(indicator, target, assessment.gap?, is_met, decimals, language),
        progress_beside(assessment.progress?, is_met, language),
    ])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// How a level reads beside a target under a comparator.
    fn shown(value: f64, comparator: Comparator, goal: f64) -> String {
        let is_met = comparator.holds(value, goal);
        let may_be_equal = is_met && matches!(comparator, Comparator::AtLeast | Comparator::AtMost);
        match told(value, goal, may_be_equal, 2) {
            Told::By(decimals) => numbers::decimal(value, decimals),
            Told::JustUnder => format!("just under {goal}"),
            Told::JustOver => format!("just over {goal}"),
        }
    }

    #[test]
    fn decimals_are_added_until_figure_and_target_differ_the_right_way() {
        use Comparator::{AtLeast, AtMost, LessThan, MoreThan};
        for (value, comparator, goal, text) in [
            // A floor: missed by a little, met by a little, met exactly.
            (59.996, AtLeast, 60.0, "59.996"),
            (60.004, AtLeast, 60.0, "60.00"),
            (60.0, AtLeast, 60.0, "60.00"),
            (60.0 - 1e-12, AtLeast, 60.0, "60.00"),
            (44.0, AtLeast, 60.0, "44.00"),
            // Strict: met by a little, missed by a little, and on the line, which does not meet it.
            (1.0004, MoreThan, 1.0, "1.0004"),
            (0.9996, MoreThan, 1.0, "0.9996"),
            (1.0, MoreThan, 1.0, "1.00"),
            // Ceilings, the other way round.
            (590.004, AtMost, 590.0, "590.004"),
            (589.996, AtMost, 590.0, "590.00"),
            (590.0, AtMost, 590.0, "590.00"),
            (589.996, LessThan, 590.0, "589.996"),
            (590.0, LessThan, 590.0, "590.00"),
            // Six decimals, and beyond.
            (59.999_999_3, AtLeast, 60.0, "59.999999"),
            (59.999_999_8, AtLeast, 60.0, "just under 60"),
            (590.000_000_9, AtMost, 590.0, "590.000001"),
            (1.000_000_2, MoreThan, 1.0, "just over 1"),
            // A target with more decimals than are shown.
            (33.3331, AtLeast, 33.3333, "33.33"),
            (33.3333, AtLeast, 33.333, "33.333"),
        ] {
            assert_eq!(
                shown(value, comparator, goal),
                text,
                "{value} {comparator:?} {goal}"
            );
        }
    }

    proptest! {
        #[test]
        fn a_shown_figure_is_judged_as_the_figure_itself(
            hundredths in -50_000_i32..50_000, sign in prop::sample::select(vec![-1.0, 1.0]), size in 1.0..10.0_f64,
            exponent in -6_i32..2, decimals in 0_usize..4,
        ) {
            let goal = f64::from(hundredths) / 100.0;
            let value = goal + sign * size * 10_f64.powi(exponent);
            for comparator in [Comparator::AtLeast, Comparator::MoreThan, Comparator::AtMost, Comparator::LessThan] {
                let is_met = comparator.holds(value, goal);
                let may_be_equal = is_met && matches!(comparator, Comparator::AtLeast | Comparator::AtMost);
                match told(value, goal, may_be_equal, decimals) {
                    Told::By(places) => {
                        let shown = numbers::parse(&numbers::decimal(value, places)).unwrap_or(f64::NAN);
                        prop_assert_eq!(comparator.holds(shown, goal), is_met, "{} beside {}", shown, goal);
                        prop_assert!(places <= numbers::MOST_DECIMALS);
                    }
                    Told::JustUnder => prop_assert!(value < goal),
                    Told::JustOver => prop_assert!(value > goal),
                }
            }
        }
    }

    #[test]
    fn progress_is_not_whole_before_the_target_is_met() {
        let english = |progress, is_met| progress_beside(progress, is_met, Language::English);
        assert_eq!(english(0.999_6, false), "99.96 %");
        assert_eq!(
            english(0.999_999_999_99, false),
            "100.0 %",
            "on the line of a strict target"
        );
        assert_eq!(english(0.999_999_998, false), "just under 100 %");
        assert_eq!(english(1.0004, true), "100.0 %");
        assert_eq!(
            progress_beside(0.999_999_998, false, Language::Chinese),
            "略低于100%"
        );
        assert_eq!(english(-0.807, false), "−80.7 %");
    }
}
