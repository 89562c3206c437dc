//! What several screens are made of: marks, chips, signs, lines of text.

mod chip;
mod icon;
mod mark;
mod segments;
mod text;

pub(super) use chip::{chip, chip_width};
pub(super) use icon::Icon;
pub(super) use mark::Mark;
pub(super) use segments::{segments, segments_width};
pub(super) use text::{NOTE, TEXT, from_left, line, to_right};
