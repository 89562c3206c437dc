//! Charts as data, and the labels of figures. Drawn by the screen and by exports, so that they agree.

mod answer;
mod astray;
mod beside;
mod called;
mod colours;
mod data;
mod drawing;
mod entered;
mod labels;
mod ledger;
mod mode;
mod on_paper;
mod overview;
mod said;
mod schedule;
mod scores;
mod strand;
mod targets;
mod ticks;
mod tracking;
mod trajectory;

pub use answer::{handle_in_words, remark_in_words, value_in_words, way_in_words};
pub use astray::{behind_schedule, off_course};
pub use beside::{amount_beside, amount_in_words, assessed, gap_beside, gap_decimals, progress_beside};
pub use colours::{Palette, Rgb, tone};
pub use data::{LastData, rests_on_data};
pub use drawing::{Axis, Divider, Drawing, Form, Ink, Label, Layer, Shape, Stroke};
pub use entered::entered;
pub use labels::{
    in_unit, labelled, origin_mark, points_or_percent, printed, promise, target_in_words, unit, unit_beside,
    wording,
};
pub use ledger::{
    Counted, achieved_in_words, change_in_words, last_year, percent, rate_in_words, remaining_in_words,
    required_in_words, share,
};
pub use mode::{Measure, Mode};
pub use overview::{Overview, Stand, overview};
pub use schedule::{DueRow, due_rows};
pub use scores::{score_table, with_year};
pub use strand::{Dot, Strand};
pub use targets::{Asks, TargetLine};
pub use ticks::{tick_decimals, ticks};
pub use tracking::tracking;
pub use trajectory::{Chart, Milestone, Path, Point, Role, Series, trajectory};
