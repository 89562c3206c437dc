//! What several screens are made of: marks, chips, answers.

mod chip;
mod mark;

pub(super) use chip::chip;
pub(super) use mark::{Mark, SIZE as MARK_SIZE};
