//! The pure core: from a plan and a scenario to levels, and from levels to judgements. No files, no clock, no window.

mod assessment;
mod bracket;
mod consistency;
pub mod feasibility;
mod progress;
mod projection;
mod remaining;
pub mod solver;
mod violation;

pub use assessment::{Assessment, Status, assess, progress};
pub use consistency::{Implication, Stance, implications};
pub use progress::{
    Convention, Ledger, ProgressYear, Required, Standing, ledger, ledgers, on_levels, required_rate,
};
pub(crate) use projection::BOUND_SLACK;
pub use projection::{Basis, Projection, even_rate, plan_path, project};
pub use remaining::{Pace, Remaining, WhyNot, at_rate, remaining, scheduled_rates};
pub use violation::Violation;

pub use crate::scenario::Origin;
