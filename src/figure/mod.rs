//! Charts as data, drawn by the screen and by exports, so that they agree.

mod called;
mod colours;
mod data;
mod drawing;
mod indices;
mod mode;
mod on_paper;
mod overview;
mod said;
mod strand;
mod targets;
mod ticks;
mod tornado;
mod tracking;
mod trajectory;

pub use colours::{Palette, Rgb, tone};
pub use data::{LastData, rests_on_data};
pub use drawing::{ColorRole, Divider, Drawing, FigureAxis, Label, Layer, MarkShape, Shape, Stroke};
pub use indices::{IndexBar, IndexRow, IndicesFigure, indices_figure};
pub use mode::{Measure, Mode};
pub use overview::{Overview, OverviewMark, overview};
pub use strand::{Dot, LineStretch};
pub use targets::{TargetLine, TargetMeaning};
pub use ticks::{tick_decimals, ticks};
pub use tornado::{TornadoFigure, TornadoRow, tornado_figure};
pub use tracking::tracking;
pub use trajectory::{Chart, ChartSeries, DataPoint, Milestone, Path, Role, trajectory};
