//! The band above a plot: its unit, and what the years on either side of the last data rest on.

use eframe::egui::{Color32, Painter, Pos2, Rect, Stroke, pos2};

use super::scale::PlotScale;
use crate::figure::{Chart, LineStretch};
use crate::model::Origin;
use crate::plan::IndicatorIx;
use crate::session::Session;
use crate::text::{Language, Message, say};
use crate::ui::pieces::{SMALL, line};
use crate::ui::theme::Colours;
use crate::wording::band_via;

/// The gap between the divider and what stands beside it, in points.
const BESIDE_DIVIDER: f32 = 5.0;
/// The gap between the unit and what follows it, in points.
const BESIDE_UNIT: f32 = 7.0;
/// The least of a unit worth showing, in points.
const LEAST_UNIT: f32 = 24.0;

/// Draws the divider at the last data, through the plot from `top`.
pub(super) fn divider(painter: &Painter, chart: &Chart, (top, scale): (f32, &PlotScale), colours: &Colours) {
    if let Some(last) = chart.last_data.filter(|last| last.year < chart.years.1) {
        let ink = colours.text_weak.gamma_multiply(0.8);
        let x = scale.x(f64::from(last.year));
        painter.vline(x, top..=scale.area.bottom(), Stroke::new(1.0, ink));
    }
}

/// Draws the words of the band; `after` says what the years without data rest on.
pub(super) fn draw(
    painter: &Painter,
    chart: &Chart,
    (band, scale): (Rect, &PlotScale),
    after: Option<(String, Color32)>,
    language: Language,
    colours: &Colours,
) {
    let weak = colours.text_weak;
    let last = chart.last_data.filter(|last| last.year < chart.years.1);
    let Some(last) = last else {
        let words = match chart.last_data {
            Some(last) => Some((last.in_words(language), weak)),
            None => after,
        };
        return without_divider(painter, chart, (band, scale), words, colours);
    };
    let x = scale.x(f64::from(last.year));
    let room = x - BESIDE_DIVIDER - band.left();
    let measure = |text: &str| line(painter, text, SMALL, weak, f32::INFINITY);
    let of_unit = measure(main_unit(chart)).size().x + BESIDE_UNIT;
    let dated = |id: &'static str| Message::new(id).with("year", last.year).say(language);
    let ways = [
        last.in_words(language),
        dated("band-data-until"),
        dated("band-until"),
    ]
    .map(|words| measure(&words));
    // Fewer words leave room for the unit.
    let beside = [of_unit, 0.0].into_iter();
    let mut fitting = beside.flat_map(|unit| ways.iter().filter(move |way| way.size().x + unit <= room));
    let until = fitting.next().unwrap_or(&ways[2]).clone();
    let left = x - BESIDE_DIVIDER - until.size().x;
    painter.galley(at_middle(band, left, until.size().y), until, weak);
    unit(painter, chart, band.with_max_x(left - BESIDE_UNIT), weak);
    if let Some((words, ink)) = after {
        let from = x + BESIDE_DIVIDER;
        let galley = line(painter, &words, SMALL, ink, band.right() - from);
        painter.galley(at_middle(band, from, galley.size().y), galley, ink);
    }
}

/// A band over years that all rest on the same.
fn without_divider(
    painter: &Painter,
    chart: &Chart,
    (band, scale): (Rect, &PlotScale),
    words: Option<(String, Color32)>,
    colours: &Colours,
) {
    let Some((words, ink)) = words else {
        return unit(painter, chart, band, colours.text_weak);
    };
    let right = scale.area.right();
    let galley = line(painter, &words, SMALL, ink, right - band.left());
    let left = right - galley.size().x;
    painter.galley(at_middle(band, left, galley.size().y), galley, ink);
    unit(
        painter,
        chart,
        band.with_max_x(left - BESIDE_UNIT),
        colours.text_weak,
    );
}

fn unit(painter: &Painter, chart: &Chart, place: Rect, ink: Color32) {
    if place.width() >= LEAST_UNIT {
        let mut galley = line(painter, &chart.unit, SMALL, ink, place.width());
        if galley.elided {
            galley = line(painter, main_unit(chart), SMALL, ink, place.width());
        }
        painter.galley(at_middle(place, place.left(), galley.size().y), galley, ink);
    }
}

/// The unit without what follows a comma, such as the prices of a year; that is on hover of the answer.
fn main_unit(chart: &Chart) -> &str {
    let main = chart.unit.split([',', '，', '（', '(']).next();
    main.unwrap_or_default().trim_end()
}

fn at_middle(band: Rect, left: f32, height: f32) -> Pos2 {
    pos2(left, band.center().y - height / 2.0)
}

/// What the years without data rest on, in its colour: of a path that is assumed in part, by way of what it is not.
pub(super) fn after_data(session: &Session, chart: &Chart, colours: &Colours) -> Option<(String, Color32)> {
    let language = session.view().language;
    let strand = chart.scenario()?.points.last()?.strand();
    let words = match strand {
        LineStretch::Set => say(language, "band-set").into_owned(),
        LineStretch::Assumed => say(language, "band-assumed").into_owned(),
        LineStretch::SetInPart => {
            let (plan, projection) = (session.document().plan(), session.document().projection());
            let levers = plan.levers_behind(chart.indicator).iter().copied();
            let given: Vec<IndicatorIx> = levers
                .filter(|lever| projection.origins(*lever).last() != Some(&Origin::Assumed))
                .collect();
            if given.is_empty() {
                say(language, "band-partly-assumed").into_owned()
            } else {
                band_via(plan, &given, language)
            }
        }
        LineStretch::Known | LineStretch::Derived | LineStretch::DerivedInPart => return None,
    };
    Some((words, colours.ink(strand.ink())))
}
