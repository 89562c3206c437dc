//! The lines of a chart: what they are and how they look, in colour and in grey print.

use std::fmt;

use rust_xlsxwriter::{
    ChartFormat, ChartLine, ChartLineDashType, ChartMarker, ChartMarkerType, ChartSolidFill, Color,
};

use crate::export::xlsx::look::{DRAWN, LevelStyle, MarkerFill, look};
use crate::export::xlsx::style;
use crate::model::Origin;

/// What a line of a chart is.
#[derive(Clone, Copy)]
pub(super) enum PlottedLine {
    Even,
    Compared(usize),
    /// The how manieth line of a target, and whether it is a mark in a single year.
    Target(usize, bool),
    /// A part of the scenario's line; of actuals, one stretch of them, counted from 0.
    Scenario(LineSegment, usize),
}

/// A part of the scenario's line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineSegment {
    /// The years whose levels rest on this.
    Of(Origin),
    /// Those derived from data although another input is assumed.
    PartlyDerived,
    /// The marks of interpolated years, without their line: that leads to years which are not interpolated.
    Marks,
}

impl LineSegment {
    /// All of them, the weakest first, so that stronger ones lie on top.
    pub const ALL: [Self; 9] = [
        Self::Of(DRAWN[0]),
        Self::Of(DRAWN[1]),
        Self::Of(DRAWN[2]),
        Self::PartlyDerived,
        Self::Of(DRAWN[3]),
        Self::Marks,
        Self::Of(DRAWN[4]),
        Self::Of(DRAWN[5]),
        Self::Of(DRAWN[6]),
    ];

    /// Its number in formulas: the weaker, the higher.
    pub const fn rank(self) -> Rank {
        match self {
            Self::Of(origin) => Rank(look(origin).rank * 2),
            // Weaker than what lies between data, stronger than set rates.
            Self::PartlyDerived => Rank(look(Origin::Interpolated).rank * 2 + 1),
            Self::Marks => Rank(look(Origin::Interpolated).rank * 2),
        }
    }

    /// The id of its name in the legend.
    pub const fn legend(self) -> &'static str {
        match self {
            Self::Of(origin) => look(origin).legend,
            Self::PartlyDerived => "strand-derived-in-part",
            Self::Marks => look(Origin::Interpolated).legend,
        }
    }

    /// How it is drawn.
    const fn look(self) -> LevelStyle {
        match self {
            Self::Of(Origin::Interpolated) => LevelStyle {
                mark: MarkerFill::None,
                ..look(Origin::Interpolated)
            },
            Self::Of(origin) => look(origin),
            // Thinner than what is derived from data alone.
            Self::PartlyDerived => LevelStyle {
                width: 1.0,
                ..look(Origin::Implied)
            },
            Self::Marks => look(Origin::Interpolated),
        }
    }
}

/// The number of a part, in halves of the numbers of what levels rest on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Rank(u8);

impl fmt::Display for Rank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", f64::from(self.0) / 2.0)
    }
}

/// Dashes and marks of an indicator's targets, in turn.
const TARGET_DASHES: [ChartLineDashType; 4] = [
    ChartLineDashType::LongDashDot,
    ChartLineDashType::LongDashDotDot,
    ChartLineDashType::DashDot,
    ChartLineDashType::SquareDot,
];
const TARGET_MARKS: [ChartMarkerType; 3] = [
    ChartMarkerType::Square,
    ChartMarkerType::Triangle,
    ChartMarkerType::Diamond,
];

/// Colour, width in points, dashes and mark.
fn drawn(
    kind: PlottedLine,
) -> (
    Color,
    f64,
    ChartLineDashType,
    Option<(ChartMarkerType, u8, MarkerFill)>,
) {
    match kind {
        PlottedLine::Even => (style::EVEN_PATH, 1.25, ChartLineDashType::LongDash, None),
        PlottedLine::Target(n, is_mark) => {
            let dash = TARGET_DASHES[n % TARGET_DASHES.len()];
            let mark = is_mark.then_some((TARGET_MARKS[n % TARGET_MARKS.len()], 9, MarkerFill::Hollow));
            (style::TARGET, 1.5, dash, mark)
        }
        PlottedLine::Compared(n) => {
            let colour = style::COMPARED[n % style::COMPARED.len()];
            let mark = (ChartMarkerType::Triangle, 5, MarkerFill::Filled);
            (colour, 1.5, ChartLineDashType::Solid, Some(mark))
        }
        PlottedLine::Scenario(part, _) => {
            let look = part.look();
            // Another shape as well, because not every program draws marks hollow.
            let mark = match look.mark {
                MarkerFill::None => None,
                MarkerFill::Filled => Some((ChartMarkerType::Circle, 7, look.mark)),
                MarkerFill::Hollow => Some((ChartMarkerType::Diamond, 7, look.mark)),
            };
            (look.colour, look.width, look.dash, mark)
        }
    }
}

pub(super) fn line(kind: PlottedLine) -> ChartFormat {
    let (colour, width, dash, _) = drawn(kind);
    let mut line = ChartLine::new();
    line.set_color(colour).set_width(width).set_dash_type(dash);
    if matches!(kind, PlottedLine::Scenario(LineSegment::Marks, _)) {
        line.set_hidden(true);
    }
    let mut format = ChartFormat::new();
    format.set_line(&line);
    format
}

pub(super) fn marker(kind: PlottedLine) -> ChartMarker {
    let mut marker = ChartMarker::new();
    let (colour, _, _, mark) = drawn(kind);
    let Some((shape, size, mark)) = mark else {
        marker.set_none();
        return marker;
    };
    let fill = if mark == MarkerFill::Hollow {
        Color::White
    } else {
        colour
    };
    let mut format = ChartFormat::new();
    format
        .set_solid_fill(ChartSolidFill::new().set_color(fill))
        .set_border(ChartLine::new().set_color(colour));
    marker.set_type(shape).set_size(size).set_format(&mut format);
    marker
}
