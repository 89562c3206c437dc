//! The Uncertainty screen: which rates are uncertain, and by how much.

mod beside;
mod chances;
mod correlating;
mod everywhere;
mod kind;
mod proposing;
mod ranking;

pub use beside::TargetOdds;
pub(super) use chances::{Chances, DrawEvent};
pub use chances::{DRAWS_OFFERED, DrawChoice, DrawnScenario, QUICK_DRAWS};
pub(super) use correlating::with_correlation;
pub use everywhere::SpreadScope;
pub use kind::SpreadKind;
pub(super) use ranking::RankEvent;
pub use ranking::Ranking;

use super::{Document, Edit, Phase, Session};
use crate::file::Failure;
use crate::plan::{Form, IndicatorIx};
use crate::scenario::{LeverRole, Rates, Scenario, Spread, Uncertainty, Years};
use crate::text::Message;
use crate::wording::{ChangeTerms, rate_in_words};

/// Commands of the Uncertainty screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum UncertaintyCommand {
    /// Give a lever a spread. If the scenario states no rate for it, the rate it has is stated as well.
    Set {
        /// Which lever.
        lever: IndicatorIx,
        /// Its spread.
        uncertainty: Uncertainty,
        /// Whether more edits follow.
        phase: Phase,
    },
    /// Give a lever a spread to begin with, and select it.
    Begin(IndicatorIx),
    /// A lever's rate is certain again.
    Clear(IndicatorIx),
    /// Who decides a lever's rate.
    SetRole(IndicatorIx, LeverRole),
    /// Correlate the rates of two levers, or no longer: 0 is no correlation.
    Correlate {
        /// Two different levers, both uncertain.
        levers: [IndicatorIx; 2],
        /// Between −1 and 1.
        rho: Option<f64>,
    },
    /// Draw like this from now on.
    Draw(DrawChoice),
    /// Uniform ± this percentage of each rate, on many levers at once.
    Everywhere {
        /// Percent of each rate's size.
        percent: f64,
        /// Which levers.
        scope: SpreadScope,
    },
}

impl Document {
    /// Whether a lever may have a spread: a year is open, its rate is a number that can lie between others (neither a
    /// count nor a task), and it has levels.
    #[must_use]
    pub fn may_vary(&self, lever: IndicatorIx) -> bool {
        let indicator = self.plan().get(lever);
        indicator.is_lever()
            && !indicator.targets.iter().any(|target| target.form == Form::Done)
            && self.projection().levels(lever).is_some()
            && self.projection().last_actual(lever) < self.plan().steps()
    }

    /// A lever's spread, if its rate is uncertain.
    #[must_use]
    pub fn spread(&self, lever: IndicatorIx) -> Option<Uncertainty> {
        let found = self.scenario().uncertainty.get(lever).copied();
        found.filter(|found| found.spread != Spread::Fixed)
    }

    /// The levers whose rates are uncertain in a year that is still open, in the plan's order.
    pub fn uncertain(&self) -> impl Iterator<Item = IndicatorIx> {
        let levers = self.plan().levers().map(|(ix, _)| ix);
        levers.filter(|ix| self.spread(*ix).is_some() && self.may_vary(*ix))
    }
}

impl Session {
    pub(super) fn on_uncertainty(&mut self, command: UncertaintyCommand) {
        match command {
            UncertaintyCommand::Set {
                lever,
                uncertainty,
                phase,
            } => self.set_spread(lever, uncertainty, phase),
            UncertaintyCommand::Begin(lever) => {
                let uncertainty = first_spread(self.document(), lever);
                self.set_spread(lever, uncertainty, Phase::Done);
                self.view.select(self.documents.active().plan(), lever);
            }
            UncertaintyCommand::Clear(lever) => {
                let document = self.documents.active_mut();
                document.edit(Edit::Spread(lever), Phase::Done, |scenario| {
                    scenario.set_spread(lever, None);
                });
            }
            UncertaintyCommand::SetRole(lever, role) => {
                let document = self.documents.active_mut();
                document.edit(Edit::Role(lever), Phase::Done, |scenario| match role {
                    LeverRole::Policy => scenario.roles.remove(lever),
                    LeverRole::Assumption => {
                        scenario.roles.set(lever, role);
                    }
                });
            }
            UncertaintyCommand::Correlate { levers, rho } => self.correlate(levers, rho),
            UncertaintyCommand::Draw(choice) => self.set_draws(choice),
            UncertaintyCommand::Everywhere { percent, scope } => self.spread_everywhere(percent, scope),
        }
    }

    fn set_spread(&mut self, lever: IndicatorIx, uncertainty: Uncertainty, phase: Phase) {
        if !uncertainty.spread.is_sound() {
            return self.refuse("spread-fault", "spread-fault-help");
        }
        if !has_usable_correlation(uncertainty.years) {
            return self.refuse("spread-years-fault", "spread-years-fault-help");
        }
        if !self.document().may_vary(lever) {
            return self.refuse("spread-not-here", "spread-not-here-help");
        }
        let language = self.view.language;
        let document = self.documents.active_mut();
        let stated = stated_rates(document, lever);
        let said = stated.is_some().then(|| {
            let indicator = document.plan().get(lever);
            let rate = document.open_rate(lever).unwrap_or(0.0);
            let counted = ChangeTerms::stated(indicator, language);
            Message::new("spread-rate-stated")
                .with("name", indicator.short_name(language))
                .with("rate", rate_in_words(counted, rate, None, language))
        });
        document.edit(Edit::Spread(lever), phase, |scenario| {
            write_spread(scenario, lever, uncertainty, stated);
        });
        if let Some(said) = said {
            self.notices.done(said);
        }
    }

    fn refuse(&mut self, what: &'static str, help: &'static str) {
        self.notices.failed(Failure::Other {
            what: Message::new(what),
            help: Some(Message::new(help)),
        });
    }
}

/// Whether deviations of different years can depend on each other like this.
const fn has_usable_correlation(years: Years) -> bool {
    match years {
        Years::SameDraw | Years::Independent => true,
        Years::Correlated(rho) => rho > -1.0 && rho < 1.0,
    }
}

/// A document's scenario with a spread, if that would not be refused.
pub(super) fn with_spread(
    document: &Document,
    lever: IndicatorIx,
    uncertainty: Uncertainty,
) -> Option<Scenario> {
    let is_taken = uncertainty.spread.is_sound()
        && has_usable_correlation(uncertainty.years)
        && document.may_vary(lever);
    is_taken.then(|| {
        let mut scenario = document.scenario().clone();
        write_spread(&mut scenario, lever, uncertainty, stated_rates(document, lever));
        scenario
    })
}

fn write_spread(scenario: &mut Scenario, lever: IndicatorIx, uncertainty: Uncertainty, rates: Option<Rates>) {
    if let Some(rates) = rates {
        scenario.rates.set(lever, rates);
    }
    scenario.set_spread(lever, Some(uncertainty));
}

/// The rates that a lever has without the scenario stating any, to be stated; `None` if it states some.
fn stated_rates(document: &Document, lever: IndicatorIx) -> Option<Rates> {
    if document.scenario().rates.get(lever).is_some() {
        return None;
    }
    let rates = document.rates(lever);
    let open = rates.get(document.projection().last_actual(lever)..)?;
    let first = *open.first()?;
    let is_even = open.iter().all(|rate| rate.to_bits() == first.to_bits());
    Some(if is_even {
        Rates::Constant(first)
    } else {
        Rates::Yearly(rates)
    })
}

/// A spread to begin with: normal, about a twenty-fifth of the range that the lever's slider offers, in round figures.
fn first_spread(document: &Document, lever: IndicatorIx) -> Uncertainty {
    let (low, high) = document.plan().get(lever).rate_range;
    let sd = match high - low {
        span if span <= 1.0 => 0.05,
        span if span <= 8.0 => 0.5,
        _ => 1.0,
    };
    Uncertainty {
        spread: Spread::Normal { sd },
        years: Years::SameDraw,
    }
}
