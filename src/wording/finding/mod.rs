//! Findings in words, with their figures.

mod phrasing;

use super::{evidence, rates, reason};
use crate::analysis::findings::{
    Conflict, Factor, Finding, Implication, OutgrowthGoal, PartGrowth, SufficientRate, Trend,
};
use crate::model::{Basis, Discrepancy};
use crate::plan::{Change, IndicatorIx, Plan};
use crate::text::{Language, Message, listed, numbers};
use phrasing::{Phrasing, a_year, decimals_beside, in_all, moving, sentence, sentences, with_direction};

/// A finding, with what it rests on unless that is only data or stated rates.
#[must_use]
pub fn finding(plan: &Plan, implication: &Implication, language: Language) -> String {
    let statement = statement(plan, implication, language);
    let all_along = implication.on_plan_all_along();
    let (after_data, from) = implication.on_plan_after_data();
    let names = |id, levers: &[IndicatorIx]| {
        (!levers.is_empty()).then(|| Message::new(id).with("names", evidence::named(plan, levers, language)))
    };
    let remarks = if implication.basis == Basis::Assumed && implication.is_of_a_path() {
        [Some(Message::new("finding-assumed")), None]
    } else {
        let after = match from {
            Some(year) => names("finding-after-data", after_data).map(|said| said.with("year", year)),
            None => names("finding-after-each", after_data),
        };
        [names("finding-nothing-entered", all_along), after]
    };
    let said = remarks.into_iter().flatten().fold(statement, |said, next| {
        Message::new("implication-sentences")
            .with("first", said)
            .with("next", next)
    });
    said.say(language)
}

/// An implication in one to four sentences with their figures, in `language`.
#[must_use]
pub fn statement(plan: &Plan, implication: &Implication, language: Language) -> Message {
    let speaker = Phrasing { plan, language };
    let missed = implication
        .also_missed
        .iter()
        .map(|target| speaker.target_in_short(*target));
    let missed = listed(missed.map(Into::into));
    let id = if names_target(&implication.finding) {
        "implication-also-missed"
    } else {
        "implication-missed"
    };
    let missed = missed.map(|names| Message::new(id).with("names", names));
    sentences(
        speaker.main_statement(implication.subject, &implication.finding),
        [missed],
    )
}

/// Whether it says how one target stands, which may have others beside it.
const fn names_target(finding: &Finding) -> bool {
    match finding {
        Finding::Derived { verdict, .. }
        | Finding::Part { verdict, .. }
        | Finding::Outgrowth { verdict, .. } => verdict.is_some(),
        Finding::EvenRate { .. } => true,
        Finding::OutOfBounds(_) | Finding::Discrepancy { .. } | Finding::Ratio { .. } => false,
    }
}

fn with_growth(message: Message, growth: PartGrowth) -> Message {
    message
        .with("partrate", a_year(growth.part))
        .with("restrate", a_year(growth.rest))
}

fn outgrowth_goal(goal: OutgrowthGoal) -> Message {
    let first =
        with_direction(Message::new("implication-outgrowth-goal"), goal.annual).with("year", goal.from);
    let growth = goal.growth.map(|(all, largest)| {
        Message::new("implication-outgrowth-growth")
            .with("all", a_year(all))
            .with("largest", a_year(largest))
    });
    sentences(first, [growth])
}

impl Phrasing<'_> {
    /// The statement of a finding, apart from the targets it leaves out.
    fn main_statement(&self, subject: IndicatorIx, finding: &Finding) -> Message {
        match finding {
            Finding::OutOfBounds(violation) => {
                sentence(reason::violation(self.plan, violation, self.language))
            }
            Finding::Discrepancy {
                found,
                assumed,
                interpolated,
            } => {
                let beside = |id, names: &[IndicatorIx]| {
                    (!names.is_empty()).then(|| self.with_names(Message::new(id), names))
                };
                let between = beside("implication-discrepancy-between", interpolated);
                let on_plan = beside("implication-discrepancy-plan", assumed);
                sentences(sentence(self.discrepancy(*found)), [between, on_plan])
            }
            Finding::Derived {
                trend,
                factors,
                beyond,
                is_past,
                verdict,
                conflict,
            } => {
                let verdict = verdict.and_then(|verdict| self.verdict(verdict));
                let conflict = conflict.as_ref().map(|conflict| self.conflict(conflict));
                let trend = (*trend, *is_past);
                sentences(
                    self.derived(subject, trend, (factors, *beyond)),
                    [verdict, conflict],
                )
            }
            Finding::Ratio {
                annual,
                is_past,
                faster,
                slower,
            } => self.ratio(subject, (*annual, *is_past), *faster, *slower),
            Finding::Part {
                whole,
                share,
                levels,
                growth,
                verdict,
                goal,
            } => {
                let first = Message::new("implication-part")
                    .with("part", self.name(subject))
                    .with("whole", self.name_inside(*whole))
                    .with("from", self.level(*share, levels.0))
                    .with("to", self.level_beside_target(*share, *levels));
                let verdict = verdict.and_then(|verdict| self.verdict(verdict));
                let goal = goal.map(|(year, growth)| {
                    with_growth(Message::new("implication-part-goal").with("year", year), growth)
                });
                sentences(with_growth(first, *growth), [verdict, goal])
            }
            Finding::Outgrowth {
                levels,
                annual,
                verdict,
                goal,
            } => {
                let first = with_direction(Message::new("implication-outgrowth"), *annual)
                    .with("name", self.name(subject))
                    .with("from", self.level(subject, levels.0))
                    .with("to", self.level_beside_target(subject, *levels));
                let verdict = verdict.and_then(|verdict| self.verdict(verdict));
                sentences(first, [verdict, goal.map(outgrowth_goal)])
            }
            Finding::EvenRate {
                fall,
                is_strict,
                annual,
                levers,
                missed,
            } => self.even_rate((*fall, *is_strict), *annual, levers, missed),
        }
    }

    fn derived(
        &self,
        ix: IndicatorIx,
        (trend, is_past): (Trend, bool),
        (factors, beyond): (&[Factor], Option<f64>),
    ) -> Message {
        let told = |id, change| {
            let decimals = decimals_beside(change, self.change_asked(ix), 2);
            moving(Message::new(id), change, decimals, is_past)
        };
        let statement = match trend {
            Trend::Total(change) => told("implication-total", change),
            Trend::Annual(change) => told("implication-annual", change),
            Trend::Times { annual, factor } => moving(Message::new("implication-times"), annual, 2, is_past)
                .with("factor", numbers::decimal(factor, 4)),
            Trend::Levels(from, to) => Message::new("implication-from-to")
                .with("tense", if is_past { "past" } else { "future" })
                .with("from", self.level(ix, from))
                .with("to", self.level_beside_target(ix, (from, to))),
        };
        let statement = statement
            .with("name", self.name(ix))
            .with("base", self.plan.base_year)
            .with("end", self.plan.end_year);
        let beyond = beyond.map(|ratio| {
            Message::new("implication-factor-change")
                .with("name", Message::new("implication-beyond"))
                .with("change", self.factor_change(trend, ratio))
        });
        let factors = factors.iter().map(|factor| self.factor(trend, *factor));
        match listed(factors.chain(beyond).map(Into::into)) {
            Some(factors) => Message::new("implication-by-factors")
                .with("statement", statement)
                .with("factors", factors),
            None => sentence(statement),
        }
    }

    /// A factor and its change, in the terms of the product's; of its square where it enters squared.
    fn factor(&self, trend: Trend, factor: Factor) -> Message {
        let power = factor.power.unsigned_abs();
        let ratio = libm::pow(factor.ratio, f64::from(power));
        let name = self.name_inside(factor.indicator);
        let is_change = matches!(trend, Trend::Total(_) | Trend::Annual(_));
        let id = match (factor.power < 0, is_change) {
            (false, true) => "implication-factor-change",
            (true, true) => "implication-divisor-change",
            (false, false) => "implication-factor",
            (true, false) => "implication-divisor",
        };
        Message::new(id)
            .with(
                "name",
                if power > 1 {
                    format!("{name} ^ {power}")
                } else {
                    name
                },
            )
            .with("change", self.factor_change(trend, ratio))
    }

    fn factor_change(&self, trend: Trend, ratio: f64) -> Message {
        match trend {
            Trend::Total(_) => in_all(Change::Growth.between(1.0, ratio)),
            Trend::Annual(_) => a_year(Change::Growth.rate(1.0, ratio, self.plan.steps())),
            Trend::Times { .. } | Trend::Levels(..) => {
                Message::new("implication-multiple").with("value", numbers::decimal(ratio, 4))
            }
        }
    }

    /// The published figure next to the one from the identity, and the difference.
    fn discrepancy(&self, found: Discrepancy) -> Message {
        let id = match (found.in_points, self.is_percentage(found.indicator)) {
            (false, _) => "implication-discrepancy",
            (true, true) => "implication-discrepancy-points",
            (true, false) => "implication-discrepancy-units",
        };
        let decimals = numbers::decimals_to_see(found.size, 2).unwrap_or(2);
        // With enough decimals to show that the two differ.
        let places = numbers::decimals_for(found.entered);
        let differ = |places: &usize| {
            numbers::decimal(found.entered, *places) != numbers::decimal(found.identity, *places)
        };
        let places = (places..=numbers::MOST_DECIMALS).find(differ).unwrap_or(places);
        Message::new(id)
            .with("name", self.name(found.indicator))
            .with("year", found.year)
            .with("entered", numbers::decimal(found.entered, places))
            .with("identity", numbers::decimal(found.identity, places))
            .with("size", numbers::signed(found.size, decimals))
            .with("unit", self.unit(found.indicator))
    }

    fn ratio(
        &self,
        ix: IndicatorIx,
        (annual, is_past): (f64, bool),
        faster: (IndicatorIx, f64),
        slower: (IndicatorIx, f64),
    ) -> Message {
        moving(Message::new("implication-ratio"), annual, 2, is_past)
            .with("name", self.name(ix))
            .with("faster", self.name_inside(faster.0))
            .with("fasterrate", a_year(faster.1))
            .with("slower", self.name_inside(slower.0))
            .with("slowerrate", a_year(slower.1))
    }

    fn even_rate(
        &self,
        (fall, is_strict): (f64, bool),
        annual: f64,
        levers: &[IndicatorIx],
        missed: &[IndicatorIx],
    ) -> Message {
        let id = if is_strict {
            "implication-even-strict"
        } else {
            "implication-even"
        };
        let first = Message::new(id)
            .with("fall", numbers::shortest(fall))
            .with("base", self.plan.base_year)
            .with("end", self.plan.end_year)
            // Rounded so that it is enough: 4.605 % a year does not make 21 % in five years.
            .with("rate", numbers::decimal(annual, 3));
        let judgement = if missed.is_empty() {
            None
        } else if missed.len() == levers.len() {
            Some(Message::new("implication-even-missed-all"))
        } else {
            Some(self.with_names(Message::new("implication-even-missed"), missed))
        };
        sentences(self.with_names(first, levers), [judgement])
    }

    fn conflict(&self, conflict: &Conflict) -> Message {
        let (ways, [one, any]) = match conflict {
            Conflict::Impossible => return Message::new("implication-conflict"),
            Conflict::Open => return Message::new("implication-conflict-open"),
            Conflict::Together(ways) => (ways, ["implication-together", "implication-together-any"]),
            Conflict::Alone(ways) => (ways, ["implication-alone", "implication-alone-any"]),
        };
        let id = if ways.len() > 1 { any } else { one };
        match listed(ways.iter().map(|way| self.way_out(*way).into())) {
            Some(ways) => Message::new(id).with("ways", ways),
            None => Message::new("implication-conflict-open"),
        }
    }

    /// A lever with the rate that would do, and the years that would have it.
    fn way_out(&self, way: SufficientRate) -> Message {
        let ((first, last), rate) = (way.years, way.change);
        let years = rates::open_years(first, last, self.language);
        let id = match (
            self.plan.get(way.lever).is_compound(),
            self.is_percentage(way.lever),
        ) {
            (true, _) => "implication-rate",
            (false, true) => "implication-rate-points",
            (false, false) => "implication-rate-units",
        };
        let rate = moving(Message::new(id), rate, way.decimals, false).with("unit", self.unit(way.lever));
        Message::new("implication-way")
            .with("name", self.name_inside(way.lever))
            .with("rate", rate)
            .with("years", years)
    }
}
