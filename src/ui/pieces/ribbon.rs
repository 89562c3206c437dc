//! The ground between two lines, filled strip by strip: the whole need not be convex.

use eframe::egui::epaint::Mesh;
use eframe::egui::{Color32, Painter, Pos2, Shape};

/// Fills what lies between two lines with as many points each.
pub(in crate::ui) fn ribbon(painter: &Painter, one: &[Pos2], other: &[Pos2], colour: Color32) {
    let mut mesh = Mesh::default();
    for (one, other) in one.iter().zip(other) {
        mesh.colored_vertex(*one, colour);
        mesh.colored_vertex(*other, colour);
    }
    let pairs = (mesh.vertices.len() / 2) as u32;
    for n in 1..pairs {
        let (left, right) = (2 * (n - 1), 2 * n);
        mesh.add_triangle(left, left + 1, right);
        mesh.add_triangle(left + 1, right, right + 1);
    }
    painter.add(Shape::mesh(mesh));
}
