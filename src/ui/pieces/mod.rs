//! What several screens are made of: marks, chips, signs, lines of text.

mod chip;
mod curve;
mod icon;
mod mark;
mod ribbon;
mod segments;
mod text;

pub(super) use chip::{chip, chip_width};
pub(super) use curve::{CurveScale, curve, hump};
pub(super) use icon::Icon;
pub(super) use mark::{Mark, SIZE as MARK_SIZE};
pub(super) use ribbon::ribbon;
pub(super) use segments::{segments, segments_width};
pub(super) use text::{ANSWER, BODY, NOTE, SMALL, from_left, line, parts_in_rows, rows, to_right};
