//! Lines of text in the sizes of the window, cut where there is no more room.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Color32, FontId, Galley, Painter, Pos2, pos2};

/// Sizes of text, in points: an answer, running text, notes beside it, marks of axes.
pub(in crate::ui) const ANSWER: f32 = 17.0;
pub(in crate::ui) const BODY: f32 = 13.0;
pub(in crate::ui) const NOTE: f32 = 12.0;
pub(in crate::ui) const SMALL: f32 = 11.0;

/// One line of text, elided at `width`.
pub(in crate::ui) fn line(
    painter: &Painter,
    text: impl Into<String>,
    size: f32,
    colour: Color32,
    width: f32,
) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(text.into(), FontId::proportional(size), colour);
    job.wrap = TextWrapping::truncate_at_width(width.max(1.0));
    painter.layout_job(job)
}

/// Text wrapped at `width` into at most so many rows.
pub(in crate::ui) fn rows(
    painter: &Painter,
    text: &str,
    size: f32,
    colour: Color32,
    (width, most): (f32, usize),
) -> Arc<Galley> {
    let mut job = LayoutJob::simple(
        text.to_owned(),
        FontId::proportional(size),
        colour,
        width.max(1.0),
    );
    job.wrap.max_rows = most;
    painter.layout_job(job)
}

/// Parts in inks of their own, one after the other, wrapped at `width` into at most so many rows.
pub(in crate::ui) fn parts_in_rows(
    painter: &Painter,
    parts: &[(String, Color32)],
    size: f32,
    (width, most): (f32, usize),
) -> Arc<Galley> {
    let mut job = LayoutJob::default();
    for (text, colour) in parts {
        job.append(text, 0.0, TextFormat::simple(FontId::proportional(size), *colour));
    }
    job.wrap.max_width = width.max(1.0);
    job.wrap.max_rows = most;
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
