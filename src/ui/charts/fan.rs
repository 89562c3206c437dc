//! A fan of draws on the chart of its indicator, and beside it on the same axis how often draws end where.

use std::sync::Arc;

use eframe::egui::{Galley, Id, Painter, Rect, Response, Role as A11y, Sense, Stroke, Ui, pos2, vec2};

use super::labels::{self, Tag};
use super::lines::{self, Canvas};
use super::scale::PlotScale;
use super::{axes, band, targets};
use crate::figure::{FAN_BANDS, FAN_MEDIAN, FanFigure, Histogram};
use crate::session::Session;
use crate::text::{Message, say};
use crate::ui::name_control;
use crate::ui::pieces::{NOTE, SMALL, line, ribbon, to_right};
use crate::ui::theme::Colours;

/// From this width on there is room for a histogram beside the fan, in points.
const ROOM_FOR_HISTOGRAM: f32 = 430.0;
/// The part of the width it takes; of its own width, the most that words take and the least that the longest bar does.
const HISTOGRAM: f32 = 0.29;
const MOST_WORDS: f32 = 0.64;
const LEAST_BARS: f32 = 0.28;
/// The gap between the longest bar and words, in points.
const BESIDE_BARS: f32 = 8.0;
/// Widths of the median and of single draws, in points.
const MEDIAN: f32 = 2.0;
const SAMPLE: f32 = 0.6;
const DASH: f32 = 7.0;
/// The least height of a line beside the target, and the gap between words and the target's line, in points.
const LINE: f32 = 16.0;
const FREE: f32 = 2.0;

/// Draws a fan in all the room there is, with the histogram of its last year where there is room for that.
pub(in crate::ui) fn draw(
    ui: &mut Ui,
    session: &Session,
    fan: &FanFigure,
    histogram: Option<&Histogram>,
) -> Response {
    let whole = ui.available_rect_before_wrap();
    let id = Id::unique(("fan", fan.chart.indicator));
    let response = ui.interact(whole, id, Sense::click());
    ui.advance_cursor_after_rect(whole);
    let language = session.view().language;
    let mut words = fan.in_words(language);
    if let Some(histogram) = histogram {
        words += &histogram.in_words(language);
    }
    name_control(&response, A11y::Image, &words);
    let colours = Colours::of(ui);
    let histogram = histogram.filter(|_| whole.width() >= ROOM_FOR_HISTOGRAM);
    let split = whole.right() - histogram.map_or(0.0, |_| whole.width() * HISTOGRAM);
    let range = axes::held(ui, session, id, || fan.value_range());
    let painter = ui
        .painter()
        .with_clip_rect(whole.expand(4.0).intersect(ui.clip_rect()));
    let place = whole.with_max_x(split);
    let layout = axes::draw(&painter, &fan.chart, (place, range), language, colours);
    let drawn = (say(language, "band-drawn").into_owned(), colours.scenario);
    let at = (layout.band, &layout.scale);
    band::draw(&painter, &fan.chart, at, Some(drawn), language, colours);
    let clipped = painter.with_clip_rect(
        layout
            .scale
            .area
            .expand2(vec2(10.0, 5.0))
            .intersect(ui.clip_rect()),
    );
    let inside = Canvas {
        painter: &clipped,
        scale: &layout.scale,
        colours,
    };
    contents(inside, fan);
    let outside = Canvas {
        painter: &painter,
        ..inside
    };
    let mut tags = ends(outside, session, fan, labels::width(layout.margin));
    if histogram.is_none() {
        tags.extend(targets::tags(
            outside,
            session,
            &fan.chart,
            labels::width(layout.margin),
        ));
    }
    labels::draw(&painter, layout.margin, tags, colours);
    if let Some(histogram) = histogram {
        let bars = Rect::from_x_y_ranges(split + 8.0..=whole.right(), layout.scale.area.y_range());
        beside(&painter, session, histogram, (bars, &layout.scale), colours);
    }
    response
}

/// Bands, single draws, the even path, what is certain, the median, targets: back to front.
fn contents(canvas: Canvas<'_>, fan: &FanFigure) {
    let ink = canvas.colours.scenario;
    let quantile = |position: usize| canvas.on_screen(&fan.quantile(position));
    for ((low, high), strength) in FAN_BANDS {
        ribbon(
            canvas.painter,
            &quantile(low),
            &quantile(high),
            ink.gamma_multiply(strength),
        );
    }
    let years = || fan.years.iter().map(|year| f64::from(year.year));
    for sample in &fan.samples {
        let points: Vec<(f64, f64)> = years().zip(sample.iter().copied()).collect();
        let stroke = Stroke::new(SAMPLE, canvas.colours.text_weak.gamma_multiply(0.6));
        canvas.line(&canvas.on_screen(&points), stroke, None);
    }
    lines::behind(canvas, &fan.chart, &[]);
    targets::brackets(canvas, &fan.chart);
    lines::scenario(canvas, &fan.chart);
    canvas.line(&quantile(FAN_MEDIAN), Stroke::new(MEDIAN, ink), Some(DASH));
}

/// What the quantiles end with, the median first.
fn ends(canvas: Canvas<'_>, session: &Session, fan: &FanFigure, width: f32) -> Vec<Tag> {
    let view = session.view();
    let Some(last) = fan.years.last() else {
        return Vec::new();
    };
    let ends = fan.ends(view.decimals, view.language);
    let mut order: Vec<usize> = (0..ends.len()).collect();
    order.sort_by_key(|position| (*position != FAN_MEDIAN, *position != 0 && *position != 4));
    let tags = order.into_iter().filter_map(|position| {
        let (level, words) = ends.get(position)?;
        let ink = if position == FAN_MEDIAN {
            canvas.colours.scenario
        } else {
            canvas.colours.text_weak
        };
        Some(Tag {
            at: canvas.scale.at((f64::from(last.year), *level)) + vec2(6.0, 0.0),
            text: line(canvas.painter, words.as_str(), SMALL, ink, width),
            ink,
        })
    });
    tags.collect()
}

/// The bars from the left, the target's line across them, and both sides in words at the right, which no bar reaches.
fn beside(
    painter: &Painter,
    session: &Session,
    histogram: &Histogram,
    (place, scale): (Rect, &PlotScale),
    colours: &Colours,
) {
    let language = session.view().language;
    let words = SideWords::new(painter, histogram, place.width() * MOST_WORDS, colours);
    let room = (place.width() - words.width - BESIDE_BARS).max(place.width() * LEAST_BARS);
    let longest = room / histogram.most().max(f64::MIN_POSITIVE) as f32;
    let clipped = painter.with_clip_rect(place.expand(1.0).intersect(painter.clip_rect()));
    for bin in &histogram.bins {
        let (top, bottom) = (scale.y(bin.high), scale.y(bin.low));
        let gap = ((bottom - top) * 0.14).min(1.0) / 2.0;
        let right = place.left() + bin.share as f32 * longest;
        let bar = Rect::from_x_y_ranges(
            place.left()..=right,
            top + gap..=(bottom - gap).max(top + gap + 0.5),
        );
        let ink = if histogram.is_met(bin) {
            colours.met
        } else {
            colours.plan.gamma_multiply(0.7)
        };
        clipped.rect_filled(bar, 0.0, ink);
    }
    painter.vline(place.left(), place.y_range(), Stroke::new(1.0, colours.text_weak));
    let title = Message::new("histogram-of-year")
        .with("year", histogram.year)
        .say(language);
    let title = line(painter, title, SMALL, colours.text_weak, place.width());
    let at = pos2(place.left(), place.bottom() + 17.0 - title.size().y);
    painter.galley(at, title, colours.text_weak);
    sides(painter, histogram, (place, scale), words, colours);
}

/// The words at the right of the bars, line by line from above, and the first of them below the target's line.
struct SideWords {
    lines: Vec<Arc<Galley>>,
    above: usize,
    width: f32,
}

impl SideWords {
    fn new(painter: &Painter, histogram: &Histogram, room: f32, colours: &Colours) -> Self {
        let Some(target) = &histogram.target else {
            return Self {
                lines: Vec::new(),
                above: 0,
                width: 0.0,
            };
        };
        let write = |words: &str, ink| line(painter, words, NOTE, ink, room);
        let is_met_below = target.is_ceiling && target.upper.is_none();
        let sides = histogram.sides.as_ref().map(|(met, missed)| {
            let (met, missed) = (write(met, colours.met), write(missed, colours.text_weak));
            if is_met_below {
                (missed, met)
            } else {
                (met, missed)
            }
        });
        let (first, last) = sides.unzip();
        let whole = write(&target.name, colours.text);
        // In two lines where one would be cut: what is asked, and the level.
        let name = match target.name.split_once(" → ") {
            Some((mark, level)) if whole.elided => vec![
                write(mark, colours.text),
                write(&format!("→ {level}"), colours.text),
            ],
            _ => vec![whole],
        };
        let mut lines: Vec<Arc<Galley>> = first.into_iter().chain(name).collect();
        let above = lines.len();
        lines.extend(last);
        let width = lines.iter().map(|line| line.size().x).fold(0.0, f32::max);
        Self { lines, above, width }
    }
}

/// The target's line, its name above it, and above and below it how many draws are on that side.
fn sides(
    painter: &Painter,
    histogram: &Histogram,
    (place, scale): (Rect, &PlotScale),
    words: SideWords,
    colours: &Colours,
) {
    let Some(target) = &histogram.target else {
        return;
    };
    let stroke = Stroke::new(1.5, colours.text);
    for edge in [Some(target.value), target.upper].into_iter().flatten() {
        let y = scale.y(edge).clamp(place.top(), place.bottom());
        painter.hline(place.left() - 6.0..=place.right(), y, stroke);
    }
    // All words stay inside, wherever the line is.
    let below = words.lines.len() - words.above;
    let each = words.lines.iter().map(|line| line.size().y).fold(LINE, f32::max);
    let [of_above, of_below] = [words.above, below].map(|count| count as f32 * each + FREE);
    let lowest = place.bottom() - of_below;
    let highest = (place.top() + of_above).min(lowest);
    let y = scale.y(target.value).clamp(highest, lowest);
    let mut at = y - of_above;
    for (n, line) in words.lines.into_iter().enumerate() {
        if n == words.above {
            at = y + FREE;
        }
        to_right(painter, line, pos2(place.right(), at + each / 2.0));
        at += each;
    }
}
