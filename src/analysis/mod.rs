//! Questions put to the core: which rate leads to a target, which lever moves it most, where two levers may stand
//! together, what the remaining years require, and what else follows. Answers are data; `wording` puts them into
//! sentences.

pub mod attribution;
mod bracket;
pub mod comparison;
pub mod decomposition;
pub mod draws;
pub mod ensemble;
pub mod feasibility;
pub mod findings;
pub mod importance;
mod judge;
mod observed;
mod outcome;
pub mod regions;
mod remaining;
mod sensitivity;
mod setting;
pub mod solver;
mod spread_proposal;

pub use findings::{Contributions, Implication, Stance, contributions, implications, implications_while};
pub use observed::{ObservedRates, observed_rates};
pub use outcome::Outcome;
pub use remaining::{RateRule, Remaining, RemainingError, at_rate, open_rate, remaining, scheduled_rates};
pub use sensitivity::{Sensitivity, by_effect, outcome_sensitivities, sensitivities};
pub use setting::set_parameter;
pub use spread_proposal::{FEWEST_RATES, NoProposal, SpreadProposal, propose_spread};
