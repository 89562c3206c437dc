//! Plans, scenarios and everything computed from them. Needs no window and no process.
#![allow(
    clippy::disallowed_methods,
    reason = "expected values are computed independently of the program's own roots, and files for a test need no care"
)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    missing_docs,
    reason = "tests"
)]

mod annotations;
mod attribution;
mod chains;
mod closeness;
mod comparison;
mod consistency;
mod correlations;
mod decomposition;
mod derived_actuals;
mod draws;
mod ensemble;
mod evidence;
mod examples;
mod feasibility;
mod importance;
mod lines;
mod numbers;
mod paired;
mod program;
mod progress;
mod regions;
mod remaining;
mod round_trips;
mod sensitivity;
mod short_names;
mod solver;
mod spread_proposal;
mod targets;
