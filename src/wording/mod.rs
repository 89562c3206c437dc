//! Sentences about results, in both languages: how many targets are judged, what a judgement rests on, what it depends
//! on. Nothing is said here that was not entered or does not follow.

mod called;
mod counts;
mod evidence;
mod finding;
mod rates;
mod reason;
mod verdict;

pub use called::{pace, stance, standing, status, would_be};
pub use counts::{binding_counts, counts, plan_itself, plan_itself_id};
pub use evidence::{evidence, named, origin};
pub use finding::{finding, statement};
pub use rates::open_years;
pub use reason::{stop, unsolvable, violation, violation_help, why_not};
pub use verdict::{status_word, verdict};
