//! Effects year by year: bars upwards for what raises it, downwards for what lowers it, the change across. A click on a
//! bar selects its lever.

use eframe::egui::{Id, Painter, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::columns::{ValueAxis, bar, ink};
use super::shown::ShownChange;
use super::{head, waterfall};
use crate::analysis::decomposition::Decomposition;
use crate::figure::StackedYears;
use crate::session::{Command, Session};
use crate::text::{Message, say};
use crate::ui::name_control;
use crate::ui::pieces::{BODY, NOTE, SMALL, from_left, line, to_right};
use crate::ui::theme::Colours;
use crate::wording::{chart, decomposed_unit_a_year, effect_figure};

/// The room for values at the left, for labels at the right, for the divider's words above, for years below; in points.
const AXIS: f32 = 36.0;
const NAMES: f32 = 112.0;
const ABOVE: f32 = 24.0;
const BELOW: f32 = 24.0;
/// From this width on there is room for labels at the right, in points.
const ROOM_FOR_NAMES: f32 = 330.0;
/// The part of a year that a bar takes, and that the line of its change takes.
const BAR: f32 = 0.56;
const CHANGE: f32 = 0.7;
/// The least width of a year with figures, and the least distance of labels; in points.
const FIGURES: f32 = 38.0;
const LINE: f32 = 16.0;

pub(super) fn draw(
    ui: &mut Ui,
    session: &Session,
    (shown, stacked): (&ShownChange<'_>, &StackedYears),
    send: &mut Vec<Command>,
) {
    let (plan, language) = (session.document().plan(), session.view().language);
    let unit = decomposed_unit_a_year(
        plan,
        shown.decomposed.choice.indicator,
        shown.decomposed.kind,
        language,
    );
    head(ui, &say(language, "decompose-year-by-year"), &unit);
    let Some(found) = shown.decomposition() else {
        return;
    };
    let (whole, response) = ui.allocate_exact_size(ui.available_size(), Sense::hover());
    name_control(&response, Role::Image, &stacked.title);
    let colours = Colours::of(ui);
    let has_names = whole.width() >= ROOM_FOR_NAMES;
    let right = if has_names { NAMES } else { 4.0 };
    let area = Rect::from_min_max(whole.min + vec2(AXIS, ABOVE), whole.max - vec2(right, BELOW));
    let (low, high) = stacked.range();
    // Figures stand beyond the bars.
    let air = (high - low) * f64::from(14.0 / area.height().max(60.0));
    let axis = ValueAxis {
        area,
        range: (low - air, high + air),
    };
    let painter = ui.painter().clone();
    axis.grid(&painter, true, colours);
    painter.hline(area.x_range(), axis.y(0.0), Stroke::new(1.0, colours.plan));
    let year = YearPlaces {
        area,
        count: stacked.years.len(),
    };
    for (place, spans) in stacked.spans().iter().enumerate() {
        for (n, (from, to)) in spans.iter().enumerate() {
            let rect = Rect::from_x_y_ranges(
                year.across(n, BAR),
                axis.y(*to).min(axis.y(*from))..=axis.y(*to).max(axis.y(*from)),
            );
            if rect.height() < 0.5 {
                continue;
            }
            let is_open = stacked
                .years
                .get(n)
                .is_some_and(|year| found.last_actual.is_none_or(|last| last < *year));
            touch(ui, session, (shown, found), (place, n, rect), send);
            bar(&painter, rect, ink(place, colours), is_open);
        }
    }
    sums(&painter, stacked, found, (axis, year), colours);
    divider(&painter, session, stacked, (axis, year), colours);
    if has_names {
        labels(&painter, session, (stacked, found), (axis, whole), colours);
    }
}

/// Where years stand.
#[derive(Clone, Copy)]
struct YearPlaces {
    area: Rect,
    count: usize,
}

impl YearPlaces {
    fn width(self) -> f32 {
        self.area.width() / self.count.max(1) as f32
    }

    fn middle(self, n: usize) -> f32 {
        self.area.left() + (n as f32 + 0.5) * self.width()
    }

    fn across(self, n: usize, part: f32) -> std::ops::RangeInclusive<f32> {
        let half = self.width() * part / 2.0;
        self.middle(n) - half..=self.middle(n) + half
    }
}

fn touch(
    ui: &Ui,
    session: &Session,
    (shown, found): (&ShownChange<'_>, &Decomposition),
    (place, n, rect): (usize, usize, Rect),
    send: &mut Vec<Command>,
) {
    let language = session.view().language;
    let Some((year, effect)) = found
        .years
        .get(n)
        .and_then(|year| Some((year.year, year.effects.get(place)?.change)))
    else {
        return;
    };
    let name = shown.table.rows.get(place).map_or("", |row| row.name.as_str());
    let said = Message::new("decompose-bar")
        .with("name", name)
        .with("span", crate::wording::open_years(year, year, language))
        .with("effect", effect_figure(found, effect))
        .say(language);
    let id = Id::unique(("decompose year", place, n));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &said));
    crate::ui::focus_ring(&response);
    if let (true, Some(lever)) = (response.clicked(), shown.lever(place)) {
        send.push(Command::Select(lever));
    }
    waterfall::explain(response, session, shown, (place, (year - 1, year), &said));
}

/// What all factors add up to on either side, the change, and the year.
fn sums(
    painter: &Painter,
    stacked: &StackedYears,
    found: &Decomposition,
    (axis, places): (ValueAxis, YearPlaces),
    colours: &Colours,
) {
    let every = (FIGURES / places.width()).ceil().max(1.0) as usize;
    for (n, year) in stacked.years.iter().enumerate() {
        let effects = stacked.factors.iter().filter_map(|factor| factor.effects.get(n));
        let side = |is_up: bool| {
            let of = effects.clone().filter(|effect| (**effect > 0.0) == is_up);
            of.sum::<f64>()
        };
        let x = places.middle(n);
        if places.width() >= FIGURES {
            for (value, is_up) in [(side(true), true), (side(false), false)] {
                if value.abs() > 0.0 {
                    let text = line(
                        painter,
                        effect_figure(found, value),
                        SMALL,
                        colours.text_weak,
                        80.0,
                    );
                    let half = text.size() / 2.0;
                    let y = axis.y(value) + if is_up { -half.y - 1.0 } else { half.y + 1.0 };
                    from_left(painter, text, x - half.x, y);
                }
            }
        }
        if let Some(change) = stacked.changes.get(n) {
            let y = axis.y(*change);
            painter.hline(places.across(n, CHANGE), y, Stroke::new(5.0, colours.surface));
            painter.hline(places.across(n, CHANGE), y, Stroke::new(2.5, colours.text));
        }
        if n % every == 0 {
            let text = line(painter, year.to_string(), NOTE, colours.text, 80.0);
            let half = text.size().x / 2.0;
            from_left(painter, text, x - half, axis.area.bottom() + BELOW / 2.0 + 2.0);
        }
    }
}

/// The line after the last year with data.
fn divider(
    painter: &Painter,
    session: &Session,
    stacked: &StackedYears,
    (axis, places): (ValueAxis, YearPlaces),
    colours: &Colours,
) {
    let Some((year, is_own)) = stacked.last_data else {
        return;
    };
    let Some(n) = stacked.years.iter().position(|other| *other == year) else {
        return;
    };
    let x = places.middle(n) + places.width() / 2.0;
    painter.vline(
        x,
        axis.area.top() - ABOVE..=axis.area.bottom(),
        Stroke::new(1.0, colours.plan),
    );
    let words = chart::data_until(year, is_own.then_some(year), false, session.view().language);
    let text = line(
        painter,
        words,
        SMALL,
        colours.text_weak,
        x - axis.area.left() + AXIS - 6.0,
    );
    to_right(painter, text, pos2(x - 6.0, axis.area.top() - ABOVE / 2.0 - 2.0));
}

/// The factors at the right of the last year, and its change, apart from each other.
fn labels(
    painter: &Painter,
    session: &Session,
    (stacked, found): (&StackedYears, &Decomposition),
    (axis, whole): (ValueAxis, Rect),
    colours: &Colours,
) {
    let language = session.view().language;
    let mut all: Vec<(f32, String, eframe::egui::Color32)> = stacked
        .spans()
        .iter()
        .zip(&stacked.factors)
        .enumerate()
        .filter_map(|(place, (spans, factor))| {
            let (from, to) = spans.last()?;
            let effect = factor.effects.last()?;
            let ink = ink(place, colours);
            Some(if effect.abs() > 0.0 {
                (axis.y((from + to) / 2.0), factor.short.clone(), ink)
            } else {
                // What adds nothing has no bar to stand beside.
                let words = Message::new("decompose-named-effect")
                    .with("name", factor.short.as_str())
                    .with("effect", effect_figure(found, *effect));
                (axis.area.bottom(), words.say(language), ink)
            })
        })
        .collect();
    if let Some(change) = stacked.changes.last() {
        let words = Message::new("decompose-bar-change")
            .with("change", effect_figure(found, *change))
            .say(language);
        all.push((axis.y(*change), words, colours.text));
    }
    all.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut lowest = f32::NEG_INFINITY;
    let last = axis.area.bottom();
    let count = all.len();
    for (n, (y, words, ink)) in all.into_iter().enumerate() {
        let room = (count - 1 - n) as f32 * LINE;
        let y = y.min(last - room).max(lowest + LINE);
        lowest = y;
        let left = axis.area.right() + 8.0;
        let text = line(painter, words, BODY - 1.0, ink, whole.right() - left);
        from_left(painter, text, left, y);
    }
}
