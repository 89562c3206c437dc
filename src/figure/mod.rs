//! Charts as data, drawn by the screen and by exports, so that they agree.

mod called;
mod colours;
mod data;
mod density;
mod drawing;
mod fan;
mod histogram;
mod indices;
mod mode;
mod on_paper;
mod overview;
mod said;
mod stack;
mod strand;
mod targets;
mod ticks;
mod tornado;
mod tracking;
mod trajectory;
mod waterfall;

pub use colours::{Palette, Rgb, tone};
pub use data::{LastData, rests_on_data};
pub use density::{Density, NORMAL_REACH};
pub use drawing::{
    ColorRole, Divider, Drawing, DrawnFlag, FigureAxis, Label, Layer, MarkShape, Shape, Stroke,
};
pub use fan::{FAN_BANDS, FAN_MEDIAN, FAN_QUANTILES, FanFigure, FanYear};
pub use histogram::{Histogram, HistogramBin, HistogramTarget};
pub use indices::{IndexBar, IndexRow, IndicesFigure, indices_figure};
pub use mode::{Measure, Mode};
pub use overview::{Overview, OverviewMark, overview};
pub use stack::{StackedFactor, StackedYears, factor_ink};
pub use strand::{Dot, LineStretch};
pub use targets::{TargetLine, TargetMeaning};
pub use ticks::{tick_decimals, ticks};
pub use tornado::{TornadoFigure, TornadoRow, tornado_figure};
pub use tracking::tracking;
pub use trajectory::{Chart, ChartSeries, DataPoint, Milestone, Path, PinnedText, Role, trajectory};
pub use waterfall::{Waterfall, WaterfallBetween, WaterfallRow, WaterfallStep};
