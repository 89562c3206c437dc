//! The pure core: from a plan and a scenario to levels, and from levels to judgements. No files, no clock, no window.

mod assessment;
mod bracket;
mod consistency;
mod counts;
mod criterion;
mod discrepancy;
mod evaluation;
pub mod feasibility;
mod history;
mod progress;
mod projection;
mod reference;
mod remaining;
mod required;
mod rounding;
pub mod solver;
mod standing;
mod support;
mod violation;

pub use assessment::{Assessment, Status, assess, assess_target};
pub use consistency::{Implication, Stance, implications};
pub use counts::{Count, Counts};
pub use discrepancy::{Discrepancies, Discrepancy};
pub use evaluation::Evaluation;
pub use history::history;
pub use progress::{Ledger, ProgressYear, StillToDo, ledger, ledgers, progress_in_year, share_due};
pub(crate) use projection::BOUND_SLACK;
pub use projection::{Projection, even_rates, measured_in, plan_path, project};
pub use remaining::{Pace, Remaining, WhyNot, at_rate, open_rate, remaining, scheduled_rates};
pub use required::{Required, enough_even_rates, enough_rate, enough_remaining, required_rate, stated_in};
pub use standing::Standing;
pub use support::{Basis, OpenLevers, Rest};
pub use violation::{Limit, Violation};

/// Asked from time to time by work that takes long: whether anybody still waits for what comes of it. Once nobody does,
/// nobody will again.
pub type IsWanted<'a> = &'a dyn Fn() -> bool;

pub use crate::plan::{Change, LevelKind, Scale};
pub use crate::scenario::Origin;
