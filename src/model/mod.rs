//! The pure core: from a plan and a scenario to levels, and from levels to judgements. No files, no clock, no window.

mod assessment;
mod counts;
pub(crate) mod criterion;
mod discrepancy;
mod enough;
mod evaluation;
mod evaluator;
mod even;
mod frame;
mod history;
mod open;
mod parameter;
mod program;
mod progress;
mod project;
mod projection;
mod reference;
pub(crate) mod required;
pub(crate) mod rounding;
mod standing;
mod support;
mod violation;
pub(crate) mod wide;

pub use assessment::{Assessment, Status, assess, assess_target};
pub(crate) use assessment::{figure_on, worst_step};
pub use counts::{Count, Counts};
pub use discrepancy::{Discrepancies, Discrepancy};
pub use enough::{enough_rate, enough_remaining};
pub use evaluation::Evaluation;
pub use evaluator::Evaluator;
pub use even::even_rates;
pub use history::history;
pub use open::OpenLevers;
pub use parameter::{ParameterId, ParameterKind};
pub use program::{Block, LANES, Program};
pub use progress::{Ledger, ProgressYear, RemainingChange, ledger, ledgers, progress_in_year, share_due};
pub use project::{plan_path, project};
pub use projection::{Projection, measured_in};
pub use required::{Required, enough_even_rates, required_rate, stated_in};
pub use standing::Standing;
pub use support::{Basis, RemainingBasis};
pub(crate) use violation::BOUND_SLACK;
pub use violation::{Limit, Violation};

/// Asked from time to time by work that takes long: whether anybody still waits for what comes of it. Once nobody does,
/// nobody will again.
pub type IsWanted<'a> = &'a dyn Fn() -> bool;

pub use crate::plan::{Change, LevelKind, Scale};
pub use crate::scenario::Origin;
