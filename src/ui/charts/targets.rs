//! A chart's targets, each in the year it is due.

use eframe::egui::{Align2, Id, Pos2, Rect, RichText, Stroke, TextStyle, Vec2, pos2};
use egui_plot::{Line, MarkerShape, PlotPoint, PlotPoints, PlotUi, Points, Polygon, Text};

use super::dodge::PlotObstacles;
use crate::figure::{Chart, Role, TargetLine};
use crate::ui::theme::Colours;

/// The length of the bent ends of a target's bracket, and the gap to its label, in points.
const BENT: f32 = 4.0;
const BESIDE_BRACKET: f32 = 5.0;

/// Brackets in the years targets are due, open to the side on which they are met, with what the plan promises or what
/// the years left need. `taken` holds labels already placed.
pub(super) fn draw(
    plot: &mut PlotUi<'_>,
    chart: &Chart,
    height: f32,
    taken: Option<Rect>,
    colours: &Colours,
) {
    let bounds = plot.plot_bounds();
    let in_values = |points: f32| f64::from(points / height.max(1.0)) * (bounds.max()[1] - bounds.min()[1]);
    let line = |name: (usize, &str, usize), points: Vec<[f64; 2]>| {
        Line::new("", points)
            .id(Id::unique((chart.indicator, chart.mode, name)))
            .stroke(Stroke::new(2.0, colours.text))
            .allow_hover(false)
    };
    let screen = ScreenTransform::of(plot);
    let mut ground = screen.ground(chart);
    ground.taken.extend(taken);
    for (n, target) in chart.targets.iter().enumerate() {
        let brackets = target.brackets();
        let to = brackets
            .last()
            .map_or(f64::from(target.years.1), |((_, to), _)| *to);
        if target.is_done {
            let mark = Points::new("", vec![[f64::from(target.years.1), target.value]])
                .id(Id::unique((chart.indicator, chart.mode, n, "done")))
                .shape(MarkerShape::Square)
                .radius(6.0)
                .filled(false)
                .color(colours.text)
                .allow_hover(false);
            plot.points(mark);
        }
        for (place, ((from, to), low)) in brackets.into_iter().enumerate().filter(|_| !target.is_done) {
            if let Some(upper) = target.upper {
                let band = vec![[from, low], [to, low], [to, upper], [from, upper]];
                plot.polygon(
                    Polygon::new("", PlotPoints::from(band))
                        .id(Id::unique((chart.indicator, chart.mode, n, "band")))
                        .fill_color(colours.text.gamma_multiply(0.1))
                        .stroke(Stroke::NONE)
                        .allow_hover(false),
                );
            }
            let edges = [
                (Some(low), !target.is_ceiling || target.upper.is_some(), "target"),
                (target.upper, false, "upper edge"),
            ];
            for (at, opens_up, part) in edges {
                let Some(at) = at else { continue };
                let end = at + if opens_up { 1.0 } else { -1.0 } * in_values(BENT);
                // Separately: a single line through all four corners would be filled.
                let sides = [
                    [[from, at], [to, at]],
                    [[from, end], [from, at]],
                    [[to, at], [to, end]],
                ];
                for (side, ends) in sides.into_iter().enumerate() {
                    plot.line(line((n, part, 3 * place + side), ends.to_vec()));
                }
            }
        }
        let words = target.needed().unwrap_or(&target.promise);
        draw_words(plot, (target, words), to, (&screen, &mut ground), colours);
    }
}

/// Converts between values and screen points.
pub(super) struct ScreenTransform {
    low: [f64; 2],
    high: [f64; 2],
    rect: Rect,
}

impl ScreenTransform {
    pub fn of(plot: &PlotUi<'_>) -> Self {
        let bounds = plot.plot_bounds();
        Self {
            low: bounds.min(),
            high: bounds.max(),
            rect: plot.response().rect,
        }
    }

    pub fn at(&self, x: f64, y: f64) -> Pos2 {
        let share =
            |value: f64, axis: usize| ((value - self.low[axis]) / (self.high[axis] - self.low[axis])) as f32;
        pos2(
            self.rect.left() + share(x, 0) * self.rect.width(),
            self.rect.bottom() - share(y, 1) * self.rect.height(),
        )
    }

    fn back(&self, at: Pos2) -> PlotPoint {
        let value =
            |share: f32, axis: usize| self.low[axis] + f64::from(share) * (self.high[axis] - self.low[axis]);
        PlotPoint::new(
            value((at.x - self.rect.left()) / self.rect.width().max(1.0), 0),
            value((self.rect.bottom() - at.y) / self.rect.height().max(1.0), 1),
        )
    }

    /// What labels must avoid in a chart: the marks and lines of its series, the divider, the milestones, and the
    /// targets' brackets.
    fn ground(&self, chart: &Chart) -> PlotObstacles {
        let (mut marks, mut lines, mut path) = (Vec::new(), Vec::new(), Vec::new());
        for series in &chart.series {
            let points: Vec<Pos2> = series
                .points
                .iter()
                .map(|point| self.at(f64::from(point.year), point.value))
                .collect();
            let stretches = points.windows(2).map(|pair| [pair[0], pair[1]]);
            if series.role == Role::Plan {
                path.extend(stretches);
            } else {
                lines.extend(stretches);
                marks.extend(points);
            }
        }
        let milestones = chart.milestones.iter();
        marks.extend(milestones.map(|milestone| self.at(f64::from(milestone.year), milestone.value)));
        if let Some(last) = chart.last_data.filter(|last| last.year < chart.years.1) {
            path.push([self.low[1], self.high[1]].map(|value| self.at(f64::from(last.year), value)));
        }
        for target in &chart.targets {
            for ((from, to), low) in target.brackets() {
                for edge in [Some(low), target.upper].into_iter().flatten() {
                    lines.push([self.at(from, edge), self.at(to, edge)]);
                }
            }
        }
        PlotObstacles {
            area: self.rect,
            marks,
            lines,
            path,
            taken: Vec::new(),
        }
    }
}

/// What a target promises or still needs, on the side where it is met, away from the even path; further off or on the
/// other side if something is in the way.
fn draw_words(
    plot: &mut PlotUi<'_>,
    (target, words): (&TargetLine, &str),
    right: f64,
    (screen, ground): (&ScreenTransform, &mut PlotObstacles),
    colours: &Colours,
) {
    let size = size_of_text(plot, words, colours);
    let upper = screen.at(right, target.upper.unwrap_or(target.value));
    let lower = screen.at(right, target.value);
    let beside = (upper.y - BESIDE_BRACKET, lower.y + BESIDE_BRACKET);
    let wants_above = !target.is_ceiling || target.upper.is_some();
    // A figure without its label is still shown under the pointer.
    let Some(place) = ground.place(size, upper.x, beside, wants_above) else {
        return;
    };
    plot.text(
        Text::new(
            "",
            screen.back(place.right_center()),
            RichText::new(words).small(),
        )
        .color(colours.text)
        .anchor(Align2::RIGHT_CENTER)
        .allow_hover(false),
    );
}

/// The size of small text, in points.
pub(super) fn size_of_text(plot: &PlotUi<'_>, text: &str, colours: &Colours) -> Vec2 {
    let font = TextStyle::Small.resolve(&plot.ctx().global_style());
    let galley = plot
        .ctx()
        .fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font, colours.text));
    galley.size()
}
