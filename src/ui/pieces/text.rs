//! Text painted into given room: what does not fit ends in "…", and is never cut.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{Color32, FontFamily, FontId, Galley, Painter, Pos2, pos2};

/// The sizes of type, in points: answers, counts, text, notes.
pub(in crate::ui) const TEXT: f32 = 13.0;
pub(in crate::ui) const NOTE: f32 = 11.0;

/// One line of text no wider than `room`.
pub(in crate::ui) fn line(
    painter: &Painter,
    text: impl Into<String>,
    size: f32,
    colour: Color32,
    room: f32,
) -> Arc<Galley> {
    let font = FontId::new(size, FontFamily::Proportional);
    let mut job = LayoutJob::simple_singleline(text.into(), font, colour);
    job.wrap = TextWrapping {
        max_width: room.max(0.0),
        max_rows: 1,
        break_anywhere: true,
        ..TextWrapping::default()
    };
    painter.layout_job(job)
}

/// Paints a line with its left end at `x`, its middle at `y`. Returns where it ends.
pub(in crate::ui) fn from_left(painter: &Painter, line: Arc<Galley>, x: f32, y: f32) -> f32 {
    let size = line.size();
    painter.galley(pos2(x, y - size.y / 2.0), line, Color32::PLACEHOLDER);
    x + size.x
}

/// Paints a line with its right end at `at.x`, its middle at `at.y`. Returns where it begins.
pub(in crate::ui) fn to_right(painter: &Painter, line: Arc<Galley>, at: Pos2) -> f32 {
    let left = at.x - line.size().x;
    from_left(painter, line, left, at.y);
    left
}
