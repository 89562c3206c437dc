//! Targets of a chart, each in the year in which it is due.

use eframe::egui::{Align2, Id, RichText, Stroke};
use egui_plot::{Line, MarkerShape, PlotPoint, PlotPoints, PlotUi, Points, Polygon, Text};

use super::plot::LINE_OF_TEXT;
use crate::figure::{Chart, TargetLine};
use crate::ui::theme::Colours;

/// How long the bent ends of a target's bracket are, and from there to its words, in points.
const BENT: f32 = 4.0;
const BESIDE_BRACKET: f32 = 5.0;

/// Brackets in the years in which targets are due, open to the side on which they are met, and what the plan promises.
pub(super) fn draw(plot: &mut PlotUi<'_>, chart: &Chart, height: f32, colours: &Colours) {
    let bounds = plot.plot_bounds();
    let in_values = |points: f32| f64::from(points / height.max(1.0)) * (bounds.max()[1] - bounds.min()[1]);
    let line = |name: (usize, &str, usize), points: Vec<[f64; 2]>| {
        Line::new("", points)
            .id(Id::unique((chart.indicator, chart.mode, name)))
            .stroke(Stroke::new(2.0, colours.text))
            .allow_hover(false)
    };
    // Where texts stand already: year, and the middle of the text.
    let mut taken: Vec<(i32, f64)> = Vec::new();
    for (n, target) in chart.targets.iter().enumerate() {
        let (from, to) = target.span(chart.years.0);
        let edges = [
            (
                Some(target.value),
                !target.is_ceiling || target.upper.is_some(),
                "target",
            ),
            (target.upper, false, "upper edge"),
        ];
        if target.is_done {
            let mark = Points::new("", vec![[f64::from(target.year), target.value]])
                .id(Id::unique((chart.indicator, chart.mode, n, "done")))
                .shape(MarkerShape::Square)
                .radius(6.0)
                .filled(false)
                .color(colours.text)
                .allow_hover(false);
            plot.points(mark);
        } else {
            if let Some(upper) = target.upper {
                let band = vec![
                    [from, target.value],
                    [to, target.value],
                    [to, upper],
                    [from, upper],
                ];
                plot.polygon(
                    Polygon::new("", PlotPoints::from(band))
                        .id(Id::unique((chart.indicator, chart.mode, n, "band")))
                        .fill_color(colours.text.gamma_multiply(0.1))
                        .stroke(Stroke::NONE)
                        .allow_hover(false),
                );
            }
            for (at, opens_up, part) in edges {
                let Some(at) = at else { continue };
                let end = at + if opens_up { 1.0 } else { -1.0 } * in_values(BENT);
                // Each by itself: one line through all four corners would be filled between its ends.
                let sides = [
                    [[from, at], [to, at]],
                    [[from, end], [from, at]],
                    [[to, at], [to, end]],
                ];
                for (side, ends) in sides.into_iter().enumerate() {
                    plot.line(line((n, part, side), ends.to_vec()));
                }
            }
        }
        draw_promise(plot, target, to, &in_values, &mut taken, colours);
    }
}

/// What a target promises, on the side where it is met, where the even path does not come from; on the other where there
/// is no room or a text stands already.
fn draw_promise(
    plot: &mut PlotUi<'_>,
    target: &TargetLine,
    right: f64,
    in_values: &dyn Fn(f32) -> f64,
    taken: &mut Vec<(i32, f64)>,
    colours: &Colours,
) {
    let bounds = plot.plot_bounds();
    let (above, below) = (
        target.upper.unwrap_or(target.value) + in_values(BESIDE_BRACKET),
        target.value - in_values(BESIDE_BRACKET),
    );
    let line = in_values(LINE_OF_TEXT);
    let is_free = |middle: f64, taken: &[(i32, f64)]| {
        middle - line / 2.0 > bounds.min()[1]
            && middle + line / 2.0 < bounds.max()[1]
            && taken
                .iter()
                .all(|(year, other)| (target.year - year).abs() > 2 || (middle - other).abs() >= line)
    };
    let sides = [
        (above + line / 2.0, above, Align2::RIGHT_BOTTOM),
        (below - line / 2.0, below, Align2::RIGHT_TOP),
    ];
    let wanted = usize::from(target.is_ceiling && target.upper.is_none());
    let order = [sides[wanted], sides[1 - wanted]];
    let chosen = order.iter().find(|(middle, ..)| is_free(*middle, taken));
    // A figure without its words is still read out under the pointer.
    let Some((middle, at, anchor)) = chosen else {
        return;
    };
    taken.push((target.year, *middle));
    let promise = RichText::new(&target.promise).small();
    plot.text(
        Text::new("", PlotPoint::new(right, *at), promise)
            .color(colours.text)
            .anchor(*anchor)
            .allow_hover(false),
    );
}
