//! The matrix of correlations: a cell for every two uncertain rates, whose names stay in sight while it scrolls.

use eframe::egui::{Pos2, Rect, ScrollArea, Sense, Stroke, Ui, pos2, vec2};

use super::matrix_cell::{self, CellAround};
use crate::plan::IndicatorIx;
use crate::session::{Command, Session};
use crate::text::{numbers, say};
use crate::ui::pieces::{NOTE, SMALL, from_left, line, rows};
use crate::ui::theme::Colours;
use crate::wording::labelled;

/// Sizes of a cell, and of the names at the left and above, in points.
const CELL: f32 = 64.0;
const ROW: f32 = 26.0;
const NAME: f32 = 118.0;
const HEAD: f32 = 34.0;
/// What else stands in the dialog, above and below the matrix, in points.
const BESIDE: f32 = 210.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, levers: &[IndicatorIx], send: &mut Vec<Command>) {
    matrix_cell::begin(ui);
    let count = levers.len() as f32;
    let size = vec2(NAME + count * CELL, HEAD + count * ROW);
    let height = (ui.ctx().content_rect().height() - BESIDE).max(3.0 * ROW);
    ScrollArea::both()
        .id_salt("correlations")
        .max_height(height)
        .auto_shrink(true)
        .show(ui, |ui| {
            let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
            let seen = ui.clip_rect().intersect(whole);
            // The names stay at the edges of what is seen.
            let corner = pos2(whole.left().max(seen.left()), whole.top().max(seen.top()));
            let cells = Rect::from_min_max(corner + vec2(NAME, HEAD), seen.max);
            for (row, one) in levers.iter().enumerate() {
                for (column, other) in levers.iter().enumerate() {
                    let at = whole.min + vec2(NAME + column as f32 * CELL, HEAD + row as f32 * ROW);
                    let place = Rect::from_min_size(at, vec2(CELL, ROW));
                    if row == column {
                        diagonal(ui, place.intersect(cells));
                        continue;
                    }
                    let around = CellAround {
                        levers,
                        at: [row, column],
                        place,
                        seen: cells,
                        names: vec2(NAME, HEAD),
                    };
                    matrix_cell::draw(ui, session, [*one, *other], &around, send);
                }
            }
            names(ui, session, levers, (whole.min, corner), seen);
        });
    matrix_cell::go_to_next(ui);
}

/// A rate with itself.
fn diagonal(ui: &Ui, place: Rect) {
    if place.is_positive() {
        let fill = Colours::of(ui).control;
        ui.painter().rect_filled(place.shrink(1.0), 0.0, fill);
    }
}

/// The names at the left and above, over what scrolls below them.
fn names(ui: &Ui, session: &Session, levers: &[IndicatorIx], (origin, corner): (Pos2, Pos2), seen: Rect) {
    let (colours, language) = (Colours::of(ui), session.view().language);
    let plan = session.document().plan();
    let ground = ui.visuals().window_fill();
    let left = Rect::from_min_max(corner, pos2(corner.x + NAME, seen.bottom()));
    let above = Rect::from_min_max(corner, pos2(seen.right(), corner.y + HEAD));
    ui.painter().rect_filled(left.intersect(seen), 0.0, ground);
    let painter = ui
        .painter()
        .with_clip_rect(left.with_min_y(above.bottom()).intersect(seen));
    let short = |ix: &IndicatorIx| plan.get(*ix).short_name(language);
    for (row, ix) in levers.iter().enumerate() {
        let y = origin.y + HEAD + (row as f32 + 0.5) * ROW;
        let name = line(&painter, short(ix), NOTE, colours.text, NAME - 8.0);
        from_left(&painter, name, corner.x, y);
    }
    ui.painter().rect_filled(above.intersect(seen), 0.0, ground);
    let painter = ui
        .painter()
        .with_clip_rect(above.with_min_x(left.right()).intersect(seen));
    for (column, ix) in levers.iter().enumerate() {
        let x = origin.x + NAME + column as f32 * CELL;
        let name = rows(&painter, short(ix), SMALL, colours.text, (CELL - 6.0, 2));
        let y = corner.y + HEAD - 3.0 - name.size().y;
        painter.galley(pos2(x + 3.0, y), name, colours.text);
    }
    let edge = Stroke::new(1.0, colours.outline);
    ui.painter().hline(above.x_range(), above.bottom() - 0.5, edge);
}

/// The two rates of the cell that is focused and their correlation, or else what can be done.
pub(super) fn focused(ui: &Ui, session: &Session, levers: &[IndicatorIx]) -> String {
    let language = session.view().language;
    let document = session.document();
    let Some([one, other]) =
        matrix_cell::focused(ui).filter(|cell| cell.iter().all(|ix| levers.contains(ix)))
    else {
        return say(language, "correlations-hint").into_owned();
    };
    let name = matrix_cell::name(session, [one, other]);
    labelled(
        &name,
        &numbers::shortest(document.scenario().correlation(one, other)),
        language,
    )
}
