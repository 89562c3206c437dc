//! What several screens are made of: marks, chips, answers.

mod chip;
mod mark;
mod segments;
mod text;

pub(super) use chip::chip;
pub(super) use mark::{Mark, SIZE as MARK_SIZE};
pub(super) use segments::{segments, segments_width};
pub(super) use text::{ANSWER, BODY, NOTE, SMALL, line, rows};
