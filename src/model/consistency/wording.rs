//! Findings in words, with their figures.

use super::Implication;
use super::finder::growth;
use super::findings::{Conflict, Factor, Finding, Limit, OutgrowthGoal, PartGrowth, Trend};
use super::speaker::{Speaker, a_year, in_all, is_slight, list, sentence, sentences, with_direction};
use crate::model::Discrepancy;
use crate::plan::{Change, IndicatorIx, Plan};
use crate::text::{Language, Message, numbers};

impl Implication {
    /// What it says: one to four sentences with their figures, for readers of `language`.
    #[must_use]
    pub fn statement(&self, plan: &Plan, language: Language) -> Message {
        let speaker = Speaker { plan, language };
        let subject = self.subject;
        match &self.finding {
            Finding::OutOfBounds(violation) => sentence(violation.message(plan, language)),
            Finding::Discrepancy(found) => sentence(speaker.discrepancy(*found)),
            Finding::Derived {
                trend,
                factors,
                verdict,
                conflict,
            } => {
                let verdict = verdict.and_then(|verdict| speaker.verdict(verdict));
                let conflict = conflict.as_ref().map(|conflict| speaker.conflict(conflict));
                sentences(speaker.derived(subject, *trend, factors), [verdict, conflict])
            }
            Finding::Ratio {
                annual,
                faster,
                slower,
            } => speaker.ratio(subject, *annual, *faster, *slower),
            Finding::Part {
                whole,
                share,
                levels,
                growth,
                verdict,
                goal,
            } => {
                let first = Message::new("implication-part")
                    .with("part", speaker.name(subject))
                    .with("whole", speaker.name_inside(*whole))
                    .with("from", speaker.level(*share, levels.0))
                    .with("to", speaker.level(*share, levels.1));
                let verdict = verdict.and_then(|verdict| speaker.verdict(verdict));
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
                    .with("name", speaker.name(subject))
                    .with("from", speaker.level(subject, levels.0))
                    .with("to", speaker.level(subject, levels.1));
                let verdict = verdict.and_then(|verdict| speaker.verdict(verdict));
                sentences(first, [verdict, goal.map(outgrowth_goal)])
            }
            Finding::EvenRate {
                fall,
                annual,
                levers,
                missed,
            } => speaker.even_rate(*fall, *annual, levers, missed),
        }
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

impl Speaker<'_> {
    fn derived(&self, ix: IndicatorIx, trend: Trend, factors: &[Factor]) -> Message {
        let statement = match trend {
            Trend::Total(change) => with_direction(Message::new("implication-total"), change),
            Trend::Annual(change) => with_direction(Message::new("implication-annual"), change),
            Trend::Times { annual, factor } => with_direction(Message::new("implication-times"), annual)
                .with("factor", numbers::decimal(factor, 4)),
            Trend::Levels(from, to) => Message::new("implication-from-to")
                .with("from", self.level(ix, from))
                .with("to", self.level(ix, to)),
        };
        let statement = statement
            .with("name", self.name(ix))
            .with("base", self.plan.base_year)
            .with("end", self.plan.end_year);
        match list(factors.iter().map(|factor| self.factor(trend, *factor).into())) {
            Some(factors) => Message::new("implication-by-factors")
                .with("statement", statement)
                .with("factors", factors),
            None => sentence(statement),
        }
    }

    /// A factor with its change in the terms of the product's; that of its square where it enters squared.
    fn factor(&self, trend: Trend, factor: Factor) -> Message {
        let power = factor.power.unsigned_abs();
        let ratio = libm::pow(factor.ratio, f64::from(power));
        let name = self.name_inside(factor.indicator);
        let change = match trend {
            Trend::Total(_) => Some(in_all(Change::Growth.between(1.0, ratio))),
            Trend::Annual(_) => Some(a_year(growth(ratio, self.plan.steps()))),
            Trend::Times { .. } | Trend::Levels(..) => None,
        };
        let id = match (factor.power < 0, &change) {
            (false, Some(_)) => "implication-factor-change",
            (true, Some(_)) => "implication-divisor-change",
            (false, None) => "implication-factor",
            (true, None) => "implication-divisor",
        };
        let multiple = || Message::new("implication-multiple").with("value", numbers::decimal(ratio, 4));
        let change = change.unwrap_or_else(multiple);
        Message::new(id)
            .with(
                "name",
                if power > 1 {
                    format!("{name} ^ {power}")
                } else {
                    name
                },
            )
            .with("change", change)
    }

    /// What was published beside what the identity gives, and the difference.
    fn discrepancy(&self, found: Discrepancy) -> Message {
        let id = if found.in_points {
            "implication-discrepancy-points"
        } else {
            "implication-discrepancy"
        };
        Message::new(id)
            .with("name", self.name(found.indicator))
            .with("year", found.year)
            .with("entered", numbers::level(found.entered))
            .with("identity", numbers::level(found.identity))
            .with("size", numbers::signed(found.size, 2))
    }

    fn ratio(
        &self,
        ix: IndicatorIx,
        annual: f64,
        faster: (IndicatorIx, f64),
        slower: (IndicatorIx, f64),
    ) -> Message {
        with_direction(Message::new("implication-ratio"), annual)
            .with("name", self.name(ix))
            .with("faster", self.name_inside(faster.0))
            .with("fasterrate", a_year(faster.1))
            .with("slower", self.name_inside(slower.0))
            .with("slowerrate", a_year(slower.1))
    }

    fn even_rate(&self, fall: f64, annual: f64, levers: &[IndicatorIx], missed: &[IndicatorIx]) -> Message {
        let first = Message::new("implication-even")
            .with("fall", numbers::shortest(fall))
            .with("end", self.plan.end_year)
            // Three decimals, because two would fall short: 4.60 % a year does not make 21 % in five years.
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
        match (&conflict.free[..], conflict.limit) {
            ([], _) => Message::new("implication-conflict"),
            ([lever], Some(limit)) => Message::new("implication-conflict-one")
                .with("name", self.name(*lever))
                .with("need", self.need(*lever, limit)),
            (free, _) => self.with_names(Message::new("implication-conflict-other"), free),
        }
    }

    /// Which yearly change of a lever would do.
    fn need(&self, lever: IndicatorIx, limit: Limit) -> Message {
        let unit = Message::new(if self.plan.get(lever).is_compound() {
            "rate-percent"
        } else {
            "rate-points"
        });
        let is_rise = limit.change > 0.0;
        let id = match (is_slight(limit.change), limit.is_ceiling, is_rise) {
            (true, true, _) => "implication-need-slight-fall",
            (true, false, _) => "implication-need-slight-rise",
            (false, _, false) => "implication-need-fall",
            (false, _, true) => "implication-need-rise",
        };
        // A rise under a ceiling has to be smaller than the limit; so has a fall above a floor.
        let bound = match (is_rise == limit.is_ceiling, limit.is_strict) {
            (false, true) => "implication-more-than",
            (false, false) => "implication-at-least",
            (true, true) => "implication-less-than",
            (true, false) => "implication-at-most",
        };
        let bound = Message::new(bound)
            .with("rate", numbers::decimal(limit.change.abs(), 2))
            .with("unit", unit.clone());
        Message::new(id).with("bound", bound).with("unit", unit)
    }
}
