//! The lines of a chart: what they are and how they look, in colour and in grey print.

use rust_xlsxwriter::{
    ChartFormat, ChartLine, ChartLineDashType, ChartMarker, ChartMarkerType, ChartSolidFill, Color,
};

use crate::export::xlsx::look::{Mark, look};
use crate::export::xlsx::style;
use crate::model::Origin;

/// What a line of a chart is.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Even,
    Compared(usize),
    /// The how manieth line of a target, and whether it is a mark in a single year.
    Target(usize, bool),
    /// The years of the scenario whose levels rest on this; of actuals, one stretch of them, counted from 0.
    Scenario(Origin, usize),
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
fn drawn(kind: Kind) -> (Color, f64, ChartLineDashType, Option<(ChartMarkerType, u8, Mark)>) {
    match kind {
        Kind::Even => (style::EVEN_PATH, 1.25, ChartLineDashType::LongDash, None),
        Kind::Target(n, is_mark) => {
            let dash = TARGET_DASHES[n % TARGET_DASHES.len()];
            let mark = is_mark.then_some((TARGET_MARKS[n % TARGET_MARKS.len()], 9, Mark::Hollow));
            (style::TARGET, 1.5, dash, mark)
        }
        Kind::Compared(n) => {
            let colour = style::COMPARED[n % style::COMPARED.len()];
            let mark = (ChartMarkerType::Triangle, 5, Mark::Filled);
            (colour, 1.5, ChartLineDashType::Solid, Some(mark))
        }
        Kind::Scenario(origin, _) => {
            let look = look(origin);
            // Another shape as well, because not every program draws marks hollow.
            let mark = match look.mark {
                Mark::None => None,
                Mark::Filled => Some((ChartMarkerType::Circle, 7, look.mark)),
                Mark::Hollow => Some((ChartMarkerType::Diamond, 7, look.mark)),
            };
            (look.colour, look.width, look.dash, mark)
        }
    }
}

pub(super) fn line(kind: Kind) -> ChartFormat {
    let (colour, width, dash, _) = drawn(kind);
    let mut line = ChartLine::new();
    line.set_color(colour).set_width(width).set_dash_type(dash);
    let mut format = ChartFormat::new();
    format.set_line(&line);
    format
}

pub(super) fn marker(kind: Kind) -> ChartMarker {
    let mut marker = ChartMarker::new();
    let (colour, _, _, mark) = drawn(kind);
    let Some((shape, size, mark)) = mark else {
        marker.set_none();
        return marker;
    };
    let fill = if mark == Mark::Hollow {
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
