//! Probabilities from draws, and how sure they are.

use super::ledger::percent;
use crate::analysis::draws::{Sampler, Sampling};
use crate::analysis::ensemble::{Ensemble, Likelihood, Together};
use crate::analysis::importance::{INDEX_SCRAMBLES, TORNADO_DRAWS};
use crate::plan::Plan;
use crate::text::{Language, Message, numbers, say};

/// From here to certainty no more digits are told.
const NEARLY: f64 = 0.001;

/// A probability in percent with one decimal; ">99.9 %" and "<0.1 %" close to certainty, which is told only where no draw
/// changes anything.
#[must_use]
pub fn chance(likelihood: Likelihood, language: Language) -> String {
    let Likelihood { p, is_certain, .. } = likelihood;
    let figure = |p: f64, decimals| percent(numbers::decimal(p * 100.0, decimals), language);
    if is_certain {
        figure(p, 0)
    } else if !is_bound(likelihood) {
        figure(p, 1)
    } else if p > 0.5 {
        Message::new("chance-above")
            .with("share", figure(1.0 - NEARLY, 1))
            .say(language)
    } else {
        Message::new("chance-below")
            .with("share", figure(NEARLY, 1))
            .say(language)
    }
}

/// Whether a probability is so close to certainty that only a bound is told.
pub(super) fn is_bound(likelihood: Likelihood) -> bool {
    !(NEARLY..=1.0 - NEARLY).contains(&likelihood.p)
}

/// The standard error of a probability from so many draws, in points; that it is less than what one draw changes, where it
/// is. Nothing before it was worked out, or where there is none.
#[must_use]
pub fn chance_error(likelihood: Likelihood, size: u64, language: Language) -> Option<String> {
    let se = likelihood.se.filter(|_| !likelihood.is_certain)?;
    let one = 1.0 / size as f64;
    Some(if se < one {
        Message::new("chance-error-below-one")
            .with("size", numbers::decimal(size as f64, 0))
            .say(language)
    } else {
        Message::new("chance-error")
            .with("points", numbers::visible(se * 100.0, 2))
            .say(language)
    })
}

/// A probability with its standard error, where that is known.
#[must_use]
pub fn chance_with_error(likelihood: Likelihood, size: u64, language: Language) -> String {
    let share = chance(likelihood, language);
    match chance_error(likelihood, size, language) {
        None => share,
        Some(error) => Message::new("chance-with-error")
            .with("share", share)
            .with("error", error)
            .say(language),
    }
}

/// How likely all binding targets are met in one draw, all judged ones, and those that are not decided; then what is left out
/// and what is decided. A sentence each.
#[must_use]
pub fn together_in_words(together: &Together, size: u64, language: Language) -> Vec<String> {
    let said = |id, likelihood: Option<Likelihood>| {
        let likelihood = likelihood?;
        let share = chance_with_error(likelihood, size, language);
        Some(Message::new(id).with("share", share).say(language))
    };
    let has_decided = together.decided > 0;
    let counted = |id, count: usize| (count > 0).then(|| Message::new(id).with("count", count).say(language));
    [
        said("chance-binding", together.binding),
        said("chance-judged", together.judged),
        said("chance-open", together.open.filter(|_| has_decided)),
        counted("chance-decided", together.decided),
        counted("chance-excluded", together.excluded),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// How many draws of what kind were made, from which seed.
#[must_use]
pub fn drawn_in_words(size: u64, sampling: Sampling, language: Language) -> String {
    let id = match sampling.sampler {
        Sampler::Sobol => "chance-drawn-sobol",
        Sampler::Random => "chance-drawn-random",
    };
    Message::new(id)
        .with("size", numbers::decimal(size as f64, 0))
        .with("seed", sampling.seed.to_string())
        .say(language)
}

/// The same under a figure: "131 072 draws, scrambled Sobol' points, seed 42".
#[must_use]
pub fn draws_on_figure(size: u64, sampling: Sampling, language: Language) -> String {
    Message::new("figure-draws")
        .with("size", numbers::decimal(size as f64, 0))
        .with("points", points(sampling, language))
        .say(language)
}

/// Under a tornado: how its bars are found.
#[must_use]
pub fn alone_on_figure(sampling: Sampling, language: Language) -> String {
    Message::new("figure-draws-alone")
        .with("size", numbers::decimal(TORNADO_DRAWS as f64, 0))
        .with("points", points(sampling, language))
        .say(language)
}

/// Under shares of variance: what they are estimated from.
#[must_use]
pub fn shares_on_figure(base: usize, sampling: Sampling, language: Language) -> String {
    Message::new("figure-draws-shares")
        .with("scrambles", INDEX_SCRAMBLES.to_string())
        .with("base", base.to_string())
        .with("points", points(sampling, language))
        .say(language)
}

/// What the two axes of a histogram count: "index, 2010 = 100; bars: % of draws".
#[must_use]
pub fn bars_of_draws(unit: &str, language: Language) -> String {
    Message::new("figure-bars").with("unit", unit).say(language)
}

/// What kind of points, from which seed.
fn points(sampling: Sampling, language: Language) -> String {
    let id = match sampling.sampler {
        Sampler::Sobol => "figure-points-sobol",
        Sampler::Random => "figure-points-random",
    };
    Message::new(id)
        .with("seed", sampling.seed.to_string())
        .say(language)
}

/// That a number of Sobol' points which is no power of two is less exact; nothing otherwise.
#[must_use]
pub fn uneven_size(size: u64, sampler: Sampler, language: Language) -> Option<String> {
    let is_uneven = sampler == Sampler::Sobol && !size.is_power_of_two();
    let uneven = Message::new("chance-uneven")
        .with("size", numbers::decimal(size as f64, 0))
        .with("next", numbers::decimal(size.next_power_of_two() as f64, 0));
    is_uneven.then(|| uneven.say(language))
}

/// Which indicators some draws take out of what is possible, and how many draws do. A sentence each.
#[must_use]
pub fn outside_in_words(plan: &Plan, ensemble: &Ensemble, language: Language) -> Vec<String> {
    let some = ensemble.out_of_bounds.iter().filter(|(_, count)| *count > 0);
    some.map(|(ix, count)| {
        let share = *count as f64 / ensemble.size as f64;
        let decimals = if share < NEARLY { 3 } else { 1 };
        Message::new("chance-outside")
            .with("name", plan.name_inside(*ix, language))
            .with("count", numbers::decimal(*count as f64, 0))
            .with(
                "share",
                percent(numbers::decimal(share * 100.0, decimals), language),
            )
            .say(language)
    })
    .collect()
}

/// That quantiles hold year by year.
#[must_use]
pub fn year_by_year(language: Language) -> String {
    say(language, "chance-year-by-year").into_owned()
}
