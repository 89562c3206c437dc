//! Planpath (规划轨迹): a simulator for five-year plans.
//!
//! # Architecture
//!
//! There are two kinds of document and one pure function. A [`plan`] says what is promised; a [`scenario`] says what
//! might happen; [`model::project`] turns the two into levels, and everything else reads those.
//!
//! Each floor uses only floors below it; `tests/architecture` enforces this.
//!
//! | floor | what it is |
//! |---|---|
//! | `app` | the window program: carries out commands, draws. The only place that knows both `session` and `ui` |
//! | `cli`, `ui` | the two ways in: one file per subcommand, one file per panel |
//! | [`session`] | what is open: documents, commands, history, questions. No window needed |
//! | [`export`] | output: figures, tables, workbooks, reports, one file per format |
//! | [`figure`] | charts as data, drawn by the screen and by exports |
//! | [`wording`] | sentences about results, in both languages |
//! | [`analysis`] | questions to the core: goal-seek, feasibility, findings, the years left |
//! | [`model`] | projection, assessment: the pure core |
//! | [`scenario`] | the scenario document |
//! | [`plan`] | the plan document and the built-in plans |
//! | [`mod@file`] | reading, diagnostics, atomic saves: what both documents share |
//! | [`text`] | messages and numbers in both languages |
//!
//! `session`, `ui` and `app` are behind the feature `window`; without it, the rest builds without any window library.

#![forbid(unsafe_code)]

pub mod analysis;
#[cfg(feature = "window")]
pub mod app;
pub mod cli;
pub mod export;
pub mod figure;
pub mod file;
pub mod model;
pub mod plan;
pub mod scenario;
#[cfg(feature = "window")]
pub mod session;
pub mod text;
#[cfg(feature = "window")]
pub mod ui;
pub mod wording;
