//! The answer of a card of draws: where the median leads, and between what most draws lie.

use super::beside::amount_in_words;
use super::labels::{Terms, target_figure};
use crate::plan::{Indicator, Target};
use crate::text::{Language, Message, numbers, say};

/// The answer in its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DrawsAnswer {
    /// "median falls 20.1 %".
    pub median: String,
    /// "nine of ten draws between 16.7 % and 23.4 %".
    pub between: String,
    /// "target more than 21 %", if there is one.
    pub target: Option<String>,
}

impl DrawsAnswer {
    /// In the terms of a target: figures at 5, 50 and 95 %, the lowest first, with so many decimals.
    #[must_use]
    pub fn of_target(
        indicator: &Indicator,
        target: &Target,
        figures: [f64; 3],
        decimals: usize,
        language: Language,
    ) -> Self {
        let form = target.form;
        let terms = Terms::of(indicator, form);
        let in_words = |figure: f64| amount_in_words(indicator, form, figure, decimals, language);
        let [low, median, high] = figures;
        let has_verb = matches!(
            terms,
            Terms::PercentAYear | Terms::PercentFall | Terms::PercentRise
        );
        // Where all go one way, and none is nothing, the median alone says which.
        let goes = |figure: &f64| figure.is_sign_negative() == median.is_sign_negative();
        let is_seen = |figure: &f64| numbers::decimals_to_see(*figure, decimals) == Some(decimals);
        let is_one_way = has_verb && figures.iter().all(|figure| goes(figure) && is_seen(figure));
        let between = if is_certain(&figures) {
            say(language, "likely-certain").into_owned()
        } else if is_one_way {
            let size = |figure: f64| terms.with_unit(numbers::decimal(figure.abs(), decimals), language);
            let mut sizes = [low.abs(), high.abs()];
            sizes.sort_by(f64::total_cmp);
            nine_tenths(&size(sizes[0]), &size(sizes[1]), language)
        } else {
            nine_tenths(&in_words(low), &in_words(high), language)
        };
        let median = if is_one_way {
            let id = match (terms, median < 0.0) {
                (Terms::PercentAYear, false) => "likely-median-rises-a-year",
                (Terms::PercentAYear, true) => "likely-median-falls-a-year",
                (Terms::PercentFall, false) | (Terms::PercentRise, true) => "likely-median-falls",
                _ => "likely-median-rises",
            };
            let size = terms.with_unit(numbers::decimal(median.abs(), decimals), language);
            Message::new(id).with("value", size)
        } else {
            Message::new("likely-median").with("value", in_words(median))
        };
        let asked = Message::new("card-target").with("target", target_figure(indicator, target, language));
        Self {
            median: median.say(language),
            between,
            target: Some(asked.say(language)),
        }
    }

    /// As levels at 5, 50 and 95 % in the indicator's unit; without `decimals`, as many as usual.
    #[must_use]
    pub fn of_levels(levels: [f64; 3], decimals: Option<usize>, language: Language) -> Self {
        let [low, median, high] = levels;
        let level = |level: f64| numbers::level_with(level, decimals);
        Self {
            median: Message::new("likely-median")
                .with("value", level(median))
                .say(language),
            between: if is_certain(&levels) {
                say(language, "likely-certain").into_owned()
            } else {
                nine_tenths(&level(low), &level(high), language)
            },
            target: None,
        }
    }

    /// What stands beside the median.
    #[must_use]
    pub fn rest(&self, language: Language) -> String {
        let parts = [Some(&self.between), self.target.as_ref()];
        let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        parts.join(&say(language, "likely-separator"))
    }

    /// All of it: "median falls 20.1 %, nine of ten draws between 16.7 % and 23.4 % · target more than 21 %".
    #[must_use]
    pub fn in_words(&self, language: Language) -> String {
        Message::new("likely-answer")
            .with("median", self.median.as_str())
            .with("rest", self.rest(language))
            .say(language)
    }
}

/// Whether draws change nothing but the last bits.
fn is_certain([low, median, high]: &[f64; 3]) -> bool {
    (high - low).abs() <= 1e-9 * median.abs().max(1.0)
}

/// Between which figures nine tenths of all draws lie.
fn nine_tenths(low: &str, high: &str, language: Language) -> String {
    Message::new("likely-nine-tenths")
        .with("low", low)
        .with("high", high)
        .say(language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::built_in;

    fn answer(id: &str, figures: [f64; 3], language: Language) -> String {
        let plan = built_in("industrial-upgrading-2011-2015").unwrap().unwrap();
        let (target, _) = plan.main_target(plan.find(id).unwrap()).unwrap();
        let (indicator, target) = (plan.get(target.indicator), plan.target(target));
        DrawsAnswer::of_target(indicator, target, figures, 1, language).in_words(language)
    }

    #[test]
    fn a_median_says_which_way_all_draws_go() {
        let fall = |language| answer("co2-intensity", [16.71, 20.12, 23.43], language);
        assert_eq!(
            fall(Language::English),
            "median falls 20.1 %, nine of ten draws between 16.7 % and 23.4 % · target more than 21 %"
        );
        assert_eq!(
            fall(Language::Chinese),
            "中位数下降20.1%，九成落在16.7%与23.4%之间・目标超过21%"
        );
    }

    #[test]
    fn where_draws_go_both_ways_each_says_which() {
        let said = answer("co2-intensity", [-1.2, 2.0, 5.0], Language::English);
        assert!(
            said.starts_with("median fall 2.0 %, nine of ten draws between rise 1.2 % and fall 5.0 %"),
            "{said}"
        );
        // Rounded to nothing, no direction is left.
        let said = answer("co2-intensity", [0.01, 2.0, 5.0], Language::English);
        assert!(said.starts_with("median fall 2.0 %"), "{said}");
    }

    #[test]
    fn growth_a_year_is_said_once() {
        let said = answer("value-added", [6.2, 8.0, 9.3], Language::English);
        assert!(
            said.starts_with("median rises 8.0 % a year, nine of ten draws between 6.2 % and 9.3 %"),
            "{said}"
        );
    }
}
