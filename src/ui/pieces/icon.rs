//! Signs on buttons, painted so that they look alike with every font.

use std::f32::consts::TAU;

use eframe::egui::{
    Color32, Painter, Pos2, Response, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::ui::focus_ring;
use crate::ui::theme::Colours;

/// The width of lines in a sign, in points.
const LINE: f32 = 1.5;
/// The width and height of a button with a sign, in points.
const BUTTON: f32 = 24.0;

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Icon {
    Undo,
    Redo,
    Funnel,
    Menu,
    Left,
    Right,
    Down,
    Cross,
    Plus,
    /// A diamond: shown on every chart, or not.
    Pinned,
    Unpinned,
}

impl Icon {
    /// Paints it around a point.
    pub fn paint(self, painter: &Painter, at: Pos2, colour: Color32) {
        let stroke = Stroke::new(LINE, colour);
        let line = |points: &[(f32, f32)]| {
            let points = points.iter().map(|(x, y)| at + vec2(*x, *y)).collect();
            painter.add(Shape::line(points, stroke));
        };
        match self {
            Self::Undo => turn(painter, at, stroke, 1.0),
            Self::Redo => turn(painter, at, stroke, -1.0),
            Self::Funnel => {
                line(&[
                    (-5.0, -4.5),
                    (5.0, -4.5),
                    (1.3, 0.5),
                    (1.3, 5.0),
                    (-1.3, 3.5),
                    (-1.3, 0.5),
                    (-5.0, -4.5),
                ]);
            }
            Self::Menu => {
                for y in [-4.5, 0.0, 4.5] {
                    line(&[(-6.0, y), (6.0, y)]);
                }
            }
            Self::Left => line(&[(2.0, -4.0), (-2.0, 0.0), (2.0, 4.0)]),
            Self::Right => line(&[(-2.0, -4.0), (2.0, 0.0), (-2.0, 4.0)]),
            Self::Down => line(&[(-4.0, -2.0), (0.0, 2.0), (4.0, -2.0)]),
            Self::Cross => {
                line(&[(-3.5, -3.5), (3.5, 3.5)]);
                line(&[(-3.5, 3.5), (3.5, -3.5)]);
            }
            Self::Plus => {
                line(&[(-4.5, 0.0), (4.5, 0.0)]);
                line(&[(0.0, -4.5), (0.0, 4.5)]);
            }
            Self::Pinned | Self::Unpinned => {
                let corners = [(0.0, -4.5), (4.5, 0.0), (0.0, 4.5), (-4.5, 0.0)];
                let corners = corners.map(|(x, y)| pos2(at.x + x, at.y + y)).to_vec();
                painter.add(if self == Self::Pinned {
                    Shape::convex_polygon(corners, colour, Stroke::NONE)
                } else {
                    Shape::closed_line(corners, Stroke::new(1.2, colour))
                });
            }
        }
    }

    /// A button with it; `name` is for screen readers, and on hover.
    pub fn button(self, ui: &mut Ui, name: &str, is_enabled: bool) -> Response {
        let colours = Colours::of(ui);
        let colour = if is_enabled { colours.text } else { colours.outline };
        self.button_in(ui, name, is_enabled, (BUTTON, colour))
    }

    /// The same of another width, in another colour.
    pub fn button_in(
        self,
        ui: &mut Ui,
        name: &str,
        is_enabled: bool,
        (width, colour): (f32, Color32),
    ) -> Response {
        let colours = Colours::of(ui);
        let sense = if is_enabled {
            Sense::click()
        } else {
            Sense::hover()
        };
        let size = vec2(width, BUTTON.min(ui.available_height().max(18.0)));
        let (place, response) = ui.allocate_exact_size(size, sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, is_enabled, name));
        focus_ring(&response);
        if response.hovered() && is_enabled {
            ui.painter().rect_filled(place, 4.0, colours.control_hovered);
        }
        self.paint(ui.painter(), place.center(), colour);
        response.on_hover_text(name)
    }
}

/// Three quarters of a turn back (1) or forward (−1), with a head.
fn turn(painter: &Painter, at: Pos2, stroke: Stroke, side: f32) {
    let point = |x: f32, y: f32| pos2(at.x + side * x, at.y + y);
    let middle = point(0.5, 1.5);
    let arc = (0..=12u8).map(|n| {
        let angle = TAU * (0.25 - 0.5 * f32::from(n) / 12.0);
        let by = 3.5 * Vec2::angled(angle);
        pos2(middle.x + side * by.x, middle.y + by.y)
    });
    let mut path: Vec<Pos2> = vec![point(-2.5, 5.0)];
    path.extend(arc);
    path.push(point(-5.0, -2.0));
    painter.add(Shape::line(path, stroke));
    let head = [point(-2.0, -5.0), point(-5.0, -2.0), point(-2.0, 1.0)];
    painter.add(Shape::line(head.to_vec(), stroke));
}
