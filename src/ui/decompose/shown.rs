//! The last answer as the screen shows it.

use crate::analysis::attribution::Player;
use crate::analysis::decomposition::{Decomposition, DecompositionFactor};
use crate::figure::{StackedYears, Waterfall, WaterfallBetween};
use crate::plan::{IndicatorIx, Plan};
use crate::session::{DecomposeFault, Decomposed, DecomposedChange, Session};
use crate::text::{Language, Message, say};
use crate::wording::{
    DecomposedAnswer, DecomposedTable, attributed_answer, decomposed_answer, decomposed_unit, unattributable,
    unattributable_help, undecomposable, undecomposable_help,
};

/// A change taken apart, as charts and as a table.
pub(super) struct ShownChange<'a> {
    pub decomposed: &'a Decomposed,
    pub waterfall: Waterfall,
    /// Between years only.
    pub stacked: Option<StackedYears>,
    pub table: DecomposedTable,
    pub answer: DecomposedAnswer,
    pub unit: String,
}

/// Why there is nothing to show.
pub(super) struct WhyNot {
    pub indicator: IndicatorIx,
    pub reason: String,
    pub help: String,
}

impl<'a> ShownChange<'a> {
    /// Nothing before the first answer, and in a plan without derived indicators.
    pub fn of(session: &'a Session) -> Option<Result<Self, WhyNot>> {
        session.decompose_choice()?;
        let decomposed = session.decomposed()?;
        let (plan, language) = (session.document().plan(), session.view().language);
        Some(match &decomposed.result {
            Ok(change) => Ok(Self::of_change(session, decomposed, change)),
            Err(fault) => Err(WhyNot {
                indicator: decomposed.choice.indicator,
                reason: reason(session, decomposed, fault),
                help: help(plan, fault).say(language),
            }),
        })
    }

    fn of_change(session: &'a Session, decomposed: &'a Decomposed, change: &DecomposedChange) -> Self {
        let (plan, language) = (session.document().plan(), session.view().language);
        let choice = &decomposed.choice;
        let unit = decomposed_unit(plan, choice.indicator, decomposed.kind, language);
        let own = session.document().name(language);
        let other = choice
            .against
            .map(|against| session.decompose_name(against, language));
        match change {
            DecomposedChange::Factors(found) => {
                let between = match &other {
                    Some(other) => WaterfallBetween::Scenarios(other, &own),
                    None => WaterfallBetween::Years { via: choice.via },
                };
                Self {
                    decomposed,
                    waterfall: Waterfall::of_decomposition(plan, found, decomposed.kind, between, language),
                    stacked: (!found.years.is_empty())
                        .then(|| StackedYears::of(plan, found, decomposed.kind, language)),
                    table: DecomposedTable::of_decomposition(plan, found, choice.via, language),
                    answer: decomposed_answer(plan, found, language),
                    unit,
                }
            }
            DecomposedChange::Levers(found) => {
                let names = (other.as_deref().unwrap_or_default(), own.as_str());
                let terms = (choice.to, unit.clone());
                Self {
                    decomposed,
                    waterfall: Waterfall::of_attribution(plan, found, names, terms, language),
                    stacked: None,
                    table: DecomposedTable::of_attribution(plan, found, language),
                    answer: attributed_answer(plan, found, language),
                    unit,
                }
            }
        }
    }

    pub fn decomposition(&self) -> Option<&'a Decomposition> {
        match &self.decomposed.result {
            Ok(DecomposedChange::Factors(found)) => Some(found),
            _ => None,
        }
    }

    /// The lever that a factor is, by its place.
    pub fn lever(&self, place: usize) -> Option<IndicatorIx> {
        match &self.decomposed.result {
            Ok(DecomposedChange::Factors(found)) => match &found.effects.get(place)?.factor {
                DecompositionFactor::Lever(ix) | DecompositionFactor::Discrepancy(ix) => Some(*ix),
                DecompositionFactor::Sum(sum) => sum.inputs().next(),
            },
            Ok(DecomposedChange::Levers(found)) => match found.effects.get(place)?.player {
                Player::Lever(ix) | Player::Discrepancy(ix) => Some(ix),
            },
            Err(_) => None,
        }
    }
}

fn reason(session: &Session, decomposed: &Decomposed, fault: &DecomposeFault) -> String {
    let (plan, language) = (session.document().plan(), session.view().language);
    match fault {
        DecomposeFault::Factors(why) => undecomposable(plan, why, language).say(language),
        DecomposeFault::Levers(why) => unattributable(plan, why).say(language),
        DecomposeFault::OtherPlan(other) => {
            let against = decomposed.choice.against;
            let name = against.map_or_else(String::new, |against| session.decompose_name(against, language));
            Message::new("decompose-other-plan")
                .with("path", name)
                .with("found", other.as_str())
                .with("own", plan.id.as_str())
                .say(language)
        }
        DecomposeFault::Unread(_) => unread(language),
    }
}

fn unread(language: Language) -> String {
    say(language, "decompose-unread").into_owned()
}

fn help(plan: &Plan, fault: &DecomposeFault) -> Message {
    match fault {
        DecomposeFault::Factors(why) => undecomposable_help(plan, why),
        DecomposeFault::Levers(why) => unattributable_help(plan, why),
        DecomposeFault::OtherPlan(_) | DecomposeFault::Unread(_) => Message::new("decompose-other-plan-help"),
    }
}
