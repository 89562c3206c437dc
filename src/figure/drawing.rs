//! A drawing: axes, and layers on them in the chart's own values. The one door to paper: every kind of chart becomes a
//! drawing, and every file format draws drawings, so neither needs to know of the other.

use super::{Palette, Role};
use crate::model::Status;

/// An axis and what it counts.
#[derive(Clone, Debug, PartialEq)]
pub enum Axis {
    /// Calendar years, first and last; always whole numbers.
    Years(i32, i32),
    /// Values, lowest and highest to be seen.
    Values(f64, f64),
    /// Names, each with a place of its own: the first at 0, the next at 1.
    Names(Vec<String>),
}

/// Room before the first and after the last year, in years.
const BESIDE_YEARS: f64 = 0.25;

impl Axis {
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
pub enum Ink {
    /// A line of a chart.
    Role(Role),
    /// A target.
    Target,
    /// A judgement.
    Status(Status),
    /// What is held against everything else, in the colour of text.
    Text,
    /// What is only assumed, in the colour of secondary text.
    Weak,
}

impl<C: Copy> Palette<C> {
    /// The colour of an ink.
    #[must_use]
    pub const fn ink(&self, ink: Ink) -> C {
        match ink {
            Ink::Role(role) => self.role(role),
            Ink::Target => self.target,
            Ink::Status(status) => self.status(status),
            Ink::Text => self.text,
            Ink::Weak => self.text_weak,
        }
    }
}

/// The form of a mark; forms differ so that marks can be told apart without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A disc.
    Circle,
    /// A square.
    Square,
    /// A triangle on its base.
    Triangle,
    /// A square on its corner.
    Diamond,
    /// A triangle on its tip.
    Tip,
    /// A small disc, for what is only context.
    Tick,
}

/// A line's dashes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stroke {
    /// Unbroken.
    Solid,
    /// Dashes of this length in points, as on the screen.
    Dashed(f32),
    /// A row of dots.
    Dotted,
}

/// Something to be drawn, in the values of the axes.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A line through points.
    Line {
        /// Where it runs.
        points: Vec<(f64, f64)>,
        /// Its dashes.
        stroke: Stroke,
        /// Its width in points, as on the screen.
        width: f32,
    },
    /// A mark at each point.
    Marks {
        /// Where they are.
        points: Vec<(f64, f64)>,
        /// Their form.
        form: Form,
        /// Whether only their outline is drawn.
        is_hollow: bool,
    },
    /// Filled outlines: bands, regions, bars.
    Areas {
        /// The corners of each.
        outlines: Vec<Vec<(f64, f64)>>,
        /// How much of the ground they cover: 0 nothing, 1 all.
        strength: f32,
    },
    /// A bar at a value of the upward axis with its ends bent to one side: what is asked for lies on that side.
    Bracket {
        /// From where to where on the axis from left to right.
        across: (f64, f64),
        /// The value.
        at: f64,
        /// Whether it opens to higher values.
        opens_up: bool,
    },
}

/// What is said at the end of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where the line ends.
    pub at: (f64, f64),
    /// What is said: a name, and the value there.
    pub text: String,
}

/// Shapes that belong together: one colour, one entry in the legend.
#[derive(Clone, Debug, PartialEq)]
pub struct Layer {
    /// Its colour.
    pub ink: Ink,
    /// Its name in the legend; nothing where it needs none. A layer that draws nothing is the label of a line that is
    /// drawn by others: where there is no room for labels, its name goes before theirs.
    pub name: Option<String>,
    /// A label that may stand beside the plot, in place of an entry in the legend.
    pub label: Option<Label>,
    /// What is drawn, those at the back first.
    pub shapes: Vec<Shape>,
}

/// A thin upright line, and what lies before it.
#[derive(Clone, Debug, PartialEq)]
pub struct Divider {
    /// The value of the axis from left to right.
    pub at: f64,
    /// What lies before it, such as "actual to 2013".
    pub text: String,
}

/// A drawing, ready for paper.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// What it shows.
    pub title: String,
    /// The unit of its values.
    pub unit: String,
    /// The same in words, for those who cannot see it.
    pub description: String,
    /// The axis from left to right.
    pub across: Axis,
    /// The axis from bottom to top.
    pub up: Axis,
    /// What is drawn, those at the back first.
    pub layers: Vec<Layer>,
    /// A line that parts what has happened from what has not; its text stands over the plot.
    pub divider: Option<Divider>,
    /// What is said in the middle of the plot, where nothing can be drawn.
    pub notice: Option<String>,
}
