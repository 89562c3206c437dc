//! A drawing: axes, and layers on them in the chart's own values. The only route to paper: every kind of chart becomes
//! a drawing and every file format renders drawings, so neither needs to know about the other.

use super::{Palette, Role};
use crate::model::Status;

/// An axis and what it measures.
#[derive(Clone, Debug, PartialEq)]
pub enum FigureAxis {
    /// Calendar years, first and last; always whole numbers.
    Years(i32, i32),
    /// Values, lowest and highest shown.
    Values(f64, f64),
    /// Names, one per position: the first at 0, the next at 1.
    Names(Vec<String>),
}

/// Margin before the first and after the last year, in years.
const BESIDE_YEARS: f64 = 0.25;

impl FigureAxis {
    /// The ends of the axis.
    #[must_use]
    pub fn range(&self) -> (f64, f64) {
        match self {
            Self::Years(first, last) => (f64::from(*first) - BESIDE_YEARS, f64::from(*last) + BESIDE_YEARS),
            Self::Values(low, high) => (*low, *high),
            Self::Names(names) => (-0.5, names.len() as f64 - 0.5),
        }
    }
}

/// What a colour stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColorRole {
    /// A line of a chart.
    Role(Role),
    /// A target.
    Target,
    /// A judgement's status.
    Status(Status),
    /// Reference marks, in the text colour.
    Text,
    /// Assumed values, in the secondary text colour.
    Weak,
}

impl<C: Copy> Palette<C> {
    /// The colour of an ink.
    #[must_use]
    pub const fn ink(&self, ink: ColorRole) -> C {
        match ink {
            ColorRole::Role(role) => self.role(role),
            ColorRole::Target => self.target,
            ColorRole::Status(status) => self.status(status),
            ColorRole::Text => self.text,
            ColorRole::Weak => self.text_weak,
        }
    }
}

/// The shape of a mark; shapes differ so that marks can be told apart without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkShape {
    /// A disc.
    Circle,
    /// A square.
    Square,
    /// A triangle pointing up.
    Triangle,
    /// A square standing on a corner.
    Diamond,
    /// A triangle pointing down.
    Tip,
    /// A small disc, for context.
    Tick,
}

impl MarkShape {
    /// The mark of a compared scenario, by its letter counted from 0; there are five.
    #[must_use]
    pub const fn compared(slot: usize) -> Self {
        match slot % 5 {
            0 => Self::Circle,
            1 => Self::Square,
            2 => Self::Triangle,
            3 => Self::Diamond,
            _ => Self::Tip,
        }
    }
}

/// A line's dashes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stroke {
    /// Unbroken.
    Solid,
    /// Dashes of this length in points, as on screen.
    Dashed(f32),
    /// A dotted line.
    Dotted,
}

/// A shape, in axis values.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A line through points.
    Line {
        /// Its points.
        points: Vec<(f64, f64)>,
        /// Its dashes.
        stroke: Stroke,
        /// Its width in points, as on screen.
        width: f32,
    },
    /// A mark at each point.
    Marks {
        /// Where they are.
        points: Vec<(f64, f64)>,
        /// Their shape.
        form: MarkShape,
        /// Whether only the outline is drawn.
        is_hollow: bool,
    },
    /// Filled outlines: bands, regions, bars.
    Areas {
        /// The corners of each.
        outlines: Vec<Vec<(f64, f64)>>,
        /// Opacity: 0 is transparent, 1 opaque.
        strength: f32,
    },
    /// A bar at a value of the vertical axis, its ends bent towards the side on which the target is met.
    Bracket {
        /// Its extent on the horizontal axis.
        across: (f64, f64),
        /// The value.
        at: f64,
        /// Whether it opens towards higher values.
        opens_up: bool,
    },
}

/// The label at the end of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where the line ends.
    pub at: (f64, f64),
    /// The text: a name, and the value there.
    pub text: String,
}

/// Shapes that belong together: one colour, one legend entry.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// Its colour.
    pub ink: ColorRole,
    /// Its name in the legend, if it needs one. A layer without shapes only labels a line that other layers draw; where
    /// there is no room for labels, its name is used instead of theirs.
    pub name: Option<String>,
    /// A label that may stand beside the plot in place of a legend entry.
    pub label: Option<Label>,
    /// Its shapes, back to front.
    pub shapes: Vec<Shape>,
}

/// A thin vertical line and its label.
#[derive(Clone, Debug, PartialEq)]
pub struct Divider {
    /// Its position on the horizontal axis.
    pub at: f64,
    /// What lies to the left of it, such as "actual to 2013".
    pub text: String,
}

/// A text pinned to a place of the horizontal axis.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnFlag {
    /// Its position.
    pub at: f64,
    /// What it says, with its year.
    pub text: String,
}

/// A drawing, ready for paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// What it shows.
    pub title: String,
    /// The unit of its values.
    pub unit: String,
    /// A text alternative for readers who cannot see it.
    pub description: String,
    /// The horizontal axis.
    pub across: FigureAxis,
    /// The vertical axis.
    pub up: FigureAxis,
    /// Layers, back to front.
    pub layers: Vec<Layer>,
    /// A line between what has happened and what has not; its label goes above the plot.
    pub divider: Option<Divider>,
    /// Annotations in the order of their places: numbered flags above the plot, their texts below it.
    pub flags: Vec<DrawnFlag>,
    /// Shown in the middle of the plot when nothing can be drawn.
    pub notice: Option<String>,
}
