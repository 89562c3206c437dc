//! Questions put to the core: which rate leads to a target, which lever moves it most, where two levers may stand together, what the years left
//! take, and what else follows. Each answer is data; what is said of it stands in `wording`.

pub mod attribution;
mod bracket;
pub mod comparison;
pub mod decomposition;
pub mod feasibility;
pub mod findings;
mod observed;
mod outcome;
pub mod regions;
mod remaining;
mod sensitivity;
mod setting;
pub mod solver;

pub use findings::{Contributions, Implication, Stance, contributions, implications};
pub use observed::{ObservedRates, observed_rates};
pub use outcome::Outcome;
pub use remaining::{RateRule, Remaining, RemainingError, at_rate, open_rate, remaining, scheduled_rates};
pub use sensitivity::{Sensitivity, by_effect, outcome_sensitivities, sensitivities};
pub use setting::set_parameter;
