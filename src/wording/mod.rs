//! Sentences about results, in both languages: how many targets are judged, what a judgement rests on, what it depends
//! on. Nothing is said here that was not entered or does not follow.

mod counts;
mod evidence;
mod rates;
mod verdict;

pub use counts::{binding_counts, counts, plan_itself, plan_itself_id};
pub use evidence::{evidence, finding, named, origin};
pub use rates::open_years;
pub use verdict::{status_word, verdict, would_be};
