//! The axes of a chart: where its plot lies, round values, years.

use eframe::egui::{Align2, FontId, Id, Painter, Rect, Stroke, Ui, pos2};

use super::scale::PlotScale;
use crate::figure::{Chart, FigureAxis, Mode, tick_decimals, ticks};
use crate::plan::IndicatorIx;
use crate::session::{DocumentId, Session};
use crate::text::{Language, numbers};
use crate::ui::pieces::SMALL;
use crate::ui::theme::Colours;

/// The height of the band above the plot and of the years below it, in points.
pub(super) const BAND: f32 = 17.0;
const YEARS: f32 = 17.0;
/// The width of the labels to the right of the plot in either language, and the most of the chart they may take.
const MARGIN: [f32; 2] = [92.0, 102.0];
const MOST_MARGIN: f32 = 0.42;
/// The usual distance of marks on the vertical axis, in points, and the least number of them.
const BETWEEN_MARKS: f32 = 42.0;
const LEAST_MARKS: usize = 3;
/// The least distance of marks at what is due each year, in points.
const LEAST_BETWEEN: f32 = 13.0;
/// The width of a year with the space around it, in points.
const WIDTH_OF_YEAR: f32 = 29.0;
/// The gap between values and plot, in points.
const BESIDE_VALUES: f32 = 6.0;

/// The parts of a chart.
pub(super) struct AxisLayout {
    /// Unit, and what the years rest on.
    pub band: Rect,
    /// The plot with its values.
    pub scale: PlotScale,
    /// What labels may take to the right of the plot.
    pub margin: Rect,
}

/// The range of the vertical axis. It is held while an edit goes on, and moves once at its end: an axis that followed
/// the drag would run away from the pointer.
pub(super) fn range(ui: &Ui, session: &Session, chart: &Chart, besides: &[(f64, f64)]) -> (f64, f64) {
    let id = Id::unique(("axis", chart.indicator, chart.mode));
    held(ui, session, id, || {
        let (low, high) = match chart.up(session.view().language) {
            axis @ FigureAxis::Names(_) => axis.range(),
            _ => chart.value_range(),
        };
        let all = besides.iter().map(|(_, value)| *value);
        all.fold((low, high), |(low, high), value| {
            (low.min(value), high.max(value))
        })
    })
}

/// A range that is held while an edit goes on.
pub(super) fn held(ui: &Ui, session: &Session, id: Id, now: impl FnOnce() -> (f64, f64)) -> (f64, f64) {
    let document = session.document();
    if document.history().is_open()
        && let Some((of, held)) = ui.data(|data| data.get_temp::<(DocumentId, (f64, f64))>(id))
        && of == document.id()
    {
        return held;
    }
    let now = now();
    ui.data_mut(|data| data.insert_temp(id, (document.id(), now)));
    now
}

/// Draws the axes in `whole` and says where everything else goes.
pub(super) fn draw(
    painter: &Painter,
    chart: &Chart,
    (whole, values): (Rect, (f64, f64)),
    language: Language,
    colours: &Colours,
) -> AxisLayout {
    let font = FontId::proportional(SMALL);
    let margin = MARGIN[usize::from(language == Language::English)].min(whole.width() * MOST_MARGIN);
    let (top, bottom) = (whole.top() + BAND + 6.0, whole.bottom() - YEARS);
    let named = named_marks(chart, values, bottom - top, language);
    let galleys: Vec<_> = named
        .into_iter()
        .map(|(value, text)| {
            let galley = painter.layout_no_wrap(text, font.clone(), colours.text_weak);
            (value, galley)
        })
        .collect();
    let widest = galleys
        .iter()
        .map(|(_, galley)| galley.size().x)
        .fold(20.0, f32::max);
    let left = whole.left() + widest + BESIDE_VALUES;
    let scale = PlotScale {
        area: Rect::from_min_max(
            pos2(left, top),
            pos2((whole.right() - margin).max(left + 20.0), bottom),
        ),
        years: (chart.first_year(), chart.years.1),
        values,
    };
    let area = scale.area;
    for (value, galley) in galleys {
        let y = scale.y(value);
        painter.hline(area.x_range(), y, Stroke::new(1.0, colours.grid));
        let at = pos2(
            area.left() - BESIDE_VALUES - galley.size().x,
            y - galley.size().y / 2.0,
        );
        painter.galley(at, galley, colours.text_weak);
    }
    for year in years_named(chart, &scale) {
        let at = pos2(scale.x(f64::from(year)), whole.bottom());
        painter.text(at, Align2::CENTER_BOTTOM, year, font.clone(), colours.text_weak);
    }
    AxisLayout {
        band: whole.with_max_y(whole.top() + BAND),
        margin: Rect::from_min_max(
            pos2(area.right(), whole.top() + BAND),
            pos2(whole.right(), whole.bottom()),
        ),
        scale,
    }
}

/// The values named on the vertical axis.
fn named_marks(
    chart: &Chart,
    (low, high): (f64, f64),
    height: f32,
    language: Language,
) -> Vec<(f64, String)> {
    if let FigureAxis::Names(names) = chart.up(language) {
        let places = (0..names.len()).map(|place| place as f64);
        return places.zip(names).collect();
    }
    let marks = if chart.mode == Mode::Progress {
        due_marks(chart, (low, high), height)
    } else {
        None
    };
    let marks = marks.unwrap_or_else(|| value_marks((low, high), height));
    let decimals = tick_decimals(&marks);
    let named = marks
        .into_iter()
        .map(|value| (value, numbers::decimal(value, decimals)));
    named.collect()
}

/// What is due each year on an even path, such as 20, 40, 60, 80 and 100 %, and 0; nothing where there is no room for it.
fn due_marks(chart: &Chart, (low, high): (f64, f64), height: f32) -> Option<Vec<f64>> {
    let steps = chart.years.1 - chart.years.0;
    let marks: Vec<f64> = (0..=steps)
        .map(|step| 100.0 * f64::from(step) / f64::from(steps.max(1)))
        .filter(|value| (low..=high).contains(value))
        .collect();
    let between = f64::from(height) * 100.0 / f64::from(steps.max(1)) / (high - low).max(f64::MIN_POSITIVE);
    (marks.len() >= LEAST_MARKS && between >= f64::from(LEAST_BETWEEN)).then_some(marks)
}

/// Round values, at least three: fewer do not say how far apart they are. None at the very bottom, where the years are.
fn value_marks((low, high): (f64, f64), height: f32) -> Vec<f64> {
    let usual = ((height / BETWEEN_MARKS) as usize).max(LEAST_MARKS);
    let inside = |wanted: usize| -> Vec<f64> {
        let mut marks = ticks(low, high, wanted);
        marks.retain(|value| *value > low + (high - low) * 0.02);
        marks
    };
    (usual..usual + 8)
        .map(inside)
        .find(|marks| marks.len() >= LEAST_MARKS)
        .unwrap_or_else(|| inside(usual))
}

/// Every year where there is room, else the first, the last with data and the last.
fn years_named(chart: &Chart, scale: &PlotScale) -> Vec<i32> {
    let (first, last) = scale.years;
    let x = |year: i32| scale.x(f64::from(year));
    if last <= first || (x(last) - x(first)) / (last - first) as f32 >= WIDTH_OF_YEAR {
        return (first..=last).collect();
    }
    let data = chart.last_data.map(|data| data.year).filter(|year| {
        let beside = (x(*year) - x(first)).min(x(last) - x(*year));
        beside >= WIDTH_OF_YEAR
    });
    let last = (x(last) - x(first) >= WIDTH_OF_YEAR).then_some(last);
    [Some(first), data, last].into_iter().flatten().collect()
}

/// What tells one chart from another.
pub(super) type ChartKey = (IndicatorIx, Mode);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_has_at_least_three_marks() {
        for (low, high) in [
            (15.2, 24.3),
            (78.0, 101.0),
            (0.61, 1.04),
            (-3.0, 2.0),
            (99.0, 101.0),
        ] {
            for height in [60.0, 76.0, 120.0, 260.0] {
                let marks = value_marks((low, high), height);
                assert!(marks.len() >= 3, "{low}–{high} in {height}: {marks:?}");
            }
        }
    }
}
