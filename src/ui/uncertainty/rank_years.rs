//! Shares of variance year by year, as small columns in a lever's row: solid what it explains by itself, outlined with all that
//! it has together with others, and above them that figure.

use eframe::egui::{Id, Painter, Rect, RichText, Stroke, StrokeKind, Ui, pos2};

use crate::analysis::importance::{IndexEstimate, ShareOfVariance};
use crate::session::Ranking;
use crate::text::{Language, say};
use crate::ui::pieces::{NOTE, SMALL, line};
use crate::ui::theme::Colours;
use crate::wording::index_in_words;

/// The most of a year's room that its column takes, and its width at most, in points.
const FILLED: f32 = 0.5;
const WIDEST: f32 = 26.0;
/// The height of the figures above columns, and of the years above all rows, in points.
const FIGURE: f32 = 13.0;
pub(super) const YEARS: f32 = 15.0;
/// The space above and below a row's columns, in points.
const AROUND: f32 = 3.0;

fn place() -> Id {
    Id::unique("shares by year")
}

/// Whether shares are shown year by year.
pub(super) fn is_on(ui: &Ui) -> bool {
    ui.data(|data| data.get_temp::<bool>(place())).unwrap_or(false)
}

/// Turns the years on and off.
pub(super) fn toggle(ui: &mut Ui, language: Language) {
    let mut is_on = is_on(ui);
    let text = RichText::new(say(language, "rank-by-year")).size(NOTE);
    if ui.checkbox(&mut is_on, text).changed() {
        ui.data_mut(|data| data.insert_temp(place(), is_on));
    }
}

/// The years in which something is uncertain.
fn years(ranking: &Ranking) -> Vec<i32> {
    let years = ranking.importance.years.iter();
    years
        .filter_map(|(year, shares)| shares.is_some().then_some(*year))
        .collect()
}

/// The middle of each year's room, and the width of a column.
fn slots(room: Rect, count: usize) -> (impl Iterator<Item = f32>, f32) {
    let each = room.width() / count.max(1) as f32;
    let middles = (0..count).map(move |n| room.left() + (n as f32 + 0.5) * each);
    (middles, (each * FILLED).min(WIDEST))
}

/// The years above the columns.
pub(super) fn heads(painter: &Painter, ranking: &Ranking, room: Rect, colours: &Colours) {
    let years = years(ranking);
    let (middles, _) = slots(room, years.len());
    for (year, x) in years.iter().zip(middles) {
        let text = line(painter, year.to_string(), SMALL, colours.text_weak, f32::INFINITY);
        let at = pos2(x - text.size().x / 2.0, room.center().y - text.size().y / 2.0);
        painter.galley(at, text, colours.text_weak);
    }
}

/// The columns of one lever.
pub(super) fn columns(
    painter: &Painter,
    ranking: &Ranking,
    (shares, room): (&[(i32, ShareOfVariance)], Rect),
    colours: &Colours,
) {
    let years = years(ranking);
    let (middles, width) = slots(room, years.len());
    let bottom = room.bottom() - AROUND;
    let height = room.height() - FIGURE - 2.0 * AROUND;
    let top = |share: f64| bottom - height * share.clamp(0.0, 1.0) as f32;
    painter.hline(room.x_range(), bottom, Stroke::new(1.0, colours.grid));
    for (year, x) in years.iter().zip(middles) {
        let Some((_, share)) = shares.iter().find(|(of, _)| of == year) else {
            continue;
        };
        let (solid, whole): (&IndexEstimate, &IndexEstimate) = match share {
            ShareOfVariance::Sobol { first, total } => (first, total),
            ShareOfVariance::Shapley(effect) => (effect, effect),
        };
        let column =
            |share: f64| Rect::from_x_y_ranges(x - width / 2.0..=x + width / 2.0, top(share)..=bottom);
        painter.rect_filled(column(solid.value), 0.0, colours.accent);
        let edge = Stroke::new(1.0, colours.accent);
        painter.rect_stroke(column(whole.value), 0.0, edge, StrokeKind::Inside);
        let text = line(
            painter,
            index_in_words(*whole),
            SMALL,
            colours.text,
            f32::INFINITY,
        );
        let highest = top(whole.value.max(solid.value));
        let at = pos2(x - text.size().x / 2.0, highest - text.size().y);
        painter.galley(at, text, colours.text);
    }
}
