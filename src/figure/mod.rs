//! Charts as data, and the labels of figures. Drawn by the screen and by exports, so that they agree.

mod labels;
mod mode;
mod ticks;
mod trajectory;

pub use labels::{amount, points_or_percent, promise, unit};
pub use mode::{Measure, Mode};
pub use ticks::{tick_decimals, ticks};
pub use trajectory::{Chart, Mark, Milestone, Path, Point, Role, Series, TargetLine, trajectory};
