//! Several scenarios in one plot: each with its letter, colour and mark, and its last value beside the plot.

use eframe::egui::{Id, Pos2, Rect, Response, Role as A11y, Sense, Ui, pos2, vec2};

use super::axes;
use super::band;
use super::labels::{self, Tag};
use super::lines::{Canvas, mark, stretch};
use super::scale::PlotScale;
use super::targets;
use crate::figure::{Chart, LineStretch, MarkShape};
use crate::plan::Plan;
use crate::text::{Language, say_with};
use crate::ui::name_control;
use crate::ui::pieces::{NOTE, SMALL, line, rows};
use crate::ui::theme::Colours;
use crate::wording::{labelled, mark_in_words, mark_level};

/// Where labels stand beside the last point, in points.
const BESIDE: f32 = 6.0;

/// One of the scenarios in a plot.
pub(in crate::ui) struct OverlaidChart {
    /// Which letter, colour and mark stand for it, counted from 0.
    pub slot: usize,
    /// Its letter.
    pub letter: String,
    /// Its levels.
    pub chart: Chart,
}

/// Several scenarios in one plot, the reference among them, whose targets and unit it shows.
pub(in crate::ui) struct Overlay<'a> {
    /// The plan of the reference.
    pub plan: &'a Plan,
    /// The scenarios; drawn in this order, the reference last.
    pub charts: Vec<OverlaidChart>,
    /// The place of the reference among them.
    pub reference: usize,
    pub decimals: Option<usize>,
    pub language: Language,
}

impl Overlay<'_> {
    fn own(&self) -> Option<&OverlaidChart> {
        self.charts.get(self.reference)
    }

    /// Those whose values have the unit of the reference's.
    fn comparable(&self) -> impl DoubleEndedIterator<Item = &OverlaidChart> {
        let unit = self.own().map(|own| own.chart.unit.as_str());
        let is_same = move |one: &&OverlaidChart| Some(one.chart.unit.as_str()) == unit;
        self.charts.iter().filter(is_same)
    }

    /// The lowest and highest value of all.
    fn range(&self) -> (f64, f64) {
        let ranges = self.comparable().map(|one| &one.chart);
        let ranges = ranges
            .filter(|chart| !chart.series.is_empty())
            .map(Chart::value_range);
        let all = ranges.reduce(|(low, high), (lower, higher)| (low.min(lower), high.max(higher)));
        all.unwrap_or((0.0, 1.0))
    }

    /// What each has in a year, in words.
    fn reading(&self, year: i32) -> Vec<(usize, String)> {
        let said = self.comparable().filter_map(|one| {
            let point = one.chart.scenario()?.at(year)?;
            let value = one
                .chart
                .value_at(point.value, year, self.decimals, self.language);
            Some((one.slot, labelled(&one.letter, &value, self.language)))
        });
        said.collect()
    }

    /// The plot in words: what each ends with.
    fn in_words(&self) -> String {
        let Some(own) = self.own() else {
            return String::new();
        };
        let ends: Vec<String> = self
            .reading(own.chart.years.1)
            .into_iter()
            .map(|(_, said)| said)
            .collect();
        let year = own.chart.years.1.to_string();
        let list = ends.join(&crate::text::say(self.language, "list-separator"));
        let parts = [
            ("name", own.chart.title.as_str()),
            ("year", &year),
            ("list", &list),
        ];
        say_with(self.language, "compare-chart", &parts)
    }
}

/// Draws the plot in all the room there is.
pub(in crate::ui) fn overlay(ui: &mut Ui, overlay: &Overlay<'_>, id: Id) -> Response {
    let whole = ui.available_rect_before_wrap();
    let response = ui.interact(whole, id, Sense::click());
    ui.advance_cursor_after_rect(whole);
    name_control(&response, A11y::Image, &overlay.in_words());
    let Some(own) = overlay.own() else {
        return response;
    };
    let colours = Colours::of(ui);
    let painter = ui
        .painter()
        .with_clip_rect(whole.expand(4.0).intersect(ui.clip_rect()));
    let language = overlay.language;
    let layout = axes::draw(&painter, &own.chart, (whole, overlay.range()), language, colours);
    let unit = line(
        &painter,
        own.chart.unit.as_str(),
        SMALL,
        colours.text_weak,
        layout.band.width(),
    );
    painter.galley(layout.band.left_top(), unit, colours.text_weak);
    band::divider(
        &painter,
        &own.chart,
        (layout.scale.area.top(), &layout.scale),
        colours,
    );
    let clipped = painter.with_clip_rect(layout.scale.clip(ui));
    let inside = Canvas {
        painter: &clipped,
        scale: &layout.scale,
        colours,
    };
    if let Some(at) = response.hover_pos() {
        let x = layout.scale.x(f64::from(layout.scale.year_at(at.x)));
        clipped.vline(x, layout.scale.area.y_range(), (1.0, colours.accent));
    }
    targets::brackets(inside, &own.chart);
    for one in overlay.comparable().filter(|one| one.slot != own.slot) {
        path(inside, one);
    }
    path(inside, own);
    let outside = Canvas {
        painter: &painter,
        ..inside
    };
    labels::draw(
        &painter,
        layout.margin,
        tags(outside, overlay, labels::width(layout.margin)),
        colours,
    );
    reading(&response, overlay, &layout.scale);
    response
}

/// A scenario's line: dotted where assumed; its mark at data and at the end.
fn path(canvas: Canvas<'_>, one: &OverlaidChart) {
    let Some(series) = one.chart.scenario() else {
        return;
    };
    let colour = canvas.colours.compared(one.slot);
    if !one.chart.is_marks {
        for (strand, points) in series.strands() {
            let drawn = if strand == LineStretch::Assumed {
                LineStretch::Assumed
            } else {
                LineStretch::Known
            };
            stretch(canvas, &canvas.on_screen(&points), drawn, colour);
        }
    }
    let form = MarkShape::compared(one.slot);
    let last = series.points.last().map(|point| point.year);
    for point in &series.points {
        let at = canvas.scale.at((f64::from(point.year), point.value));
        if Some(point.year) == last || one.chart.is_marks {
            mark(canvas.painter, at, form, colour, None);
        } else if point.has_data {
            let small = Rect::from_center_size(at, vec2(5.0, 5.0));
            canvas.painter.circle_filled(small.center(), 2.4, colour);
        }
    }
}

/// The labels beside the plot: ends, and the targets of the last year.
fn tags(canvas: Canvas<'_>, overlay: &Overlay<'_>, width: f32) -> Vec<Tag> {
    let Some(own) = overlay.own() else {
        return Vec::new();
    };
    let language = overlay.language;
    let ends = overlay.comparable().filter_map(|one| {
        let last = one.chart.scenario()?.points.last()?;
        let value = one
            .chart
            .value_at(last.value, last.year, overlay.decimals, language);
        let ink = canvas.colours.compared(one.slot);
        let words = format!("{} {value}", one.letter);
        Some(Tag {
            at: canvas.scale.at((f64::from(last.year), last.value)) + vec2(BESIDE, 0.0),
            text: line(canvas.painter, words, NOTE, ink, width),
            ink,
        })
    });
    let mut tags: Vec<Tag> = ends.collect();
    let due = own
        .chart
        .targets
        .iter()
        .filter(|target| target.years.1 == own.chart.years.1);
    tags.extend(due.map(|target| {
        let mark = mark_in_words(overlay.plan, target.target, language);
        let level = own.chart.edges_in_words(target, overlay.decimals, language);
        let words = if target.is_done || target.needed().is_some() {
            mark
        } else {
            format!("{mark}\n{}", mark_level(&level, language))
        };
        let middle = target
            .upper
            .map_or(target.value, |upper| f64::midpoint(target.value, upper));
        let last = canvas.scale.x(f64::from(target.years.1));
        Tag {
            at: pos2(last + 11.0, canvas.scale.y(middle)),
            text: rows(canvas.painter, &words, SMALL, canvas.colours.text, (width, 3)),
            ink: canvas.colours.text,
        }
    }));
    tags
}

/// What each has in the year under the pointer.
fn reading(response: &Response, overlay: &Overlay<'_>, scale: &PlotScale) {
    let Some(at): Option<Pos2> = response.hover_pos() else {
        return;
    };
    let year = scale.year_at(at.x);
    response.clone().on_hover_ui_at_pointer(|ui| {
        ui.label(year.to_string());
        for (slot, said) in overlay.reading(year) {
            ui.colored_label(Colours::of(ui).compared(slot), said);
        }
    });
}
