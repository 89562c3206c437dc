//! Rates year by year as bars on an axis that is held while one of them is dragged.

use eframe::egui::{
    Align, Align2, EventFilter, Id, Key, Layout, Pos2, Rect, Response, Role, Sense, Shape, Stroke,
    StrokeKind, TextStyle, Ui, UiBuilder, pos2, vec2,
};

use super::axis::YearsAxis;
use super::lever::Lever;
use super::setting::decimals;
use super::slider::tidy;
use crate::model::Origin;
use crate::plan::Dynamics;
use crate::scenario::Rates;
use crate::session::{Command, Phase};
use crate::text::{numbers, say_with};
use crate::ui::name_control;
use crate::ui::theme::Colours;
use crate::ui::typed::{self, Typed};
use crate::ui::typing;
use crate::ui::{arrows, grip};
use crate::wording::{self, ChangeTerms, change_in_words, labelled};

/// Height of the plot, of the line of fields, and of the years, in points.
const PLOT: f32 = 104.0;
const FIELDS: f32 = 22.0;
const YEARS: f32 = 16.0;
/// Room for the axis at the left, and for the labels of the lines at the right.
const AXIS: f32 = 26.0;
const LABELS: f32 = 64.0;

/// The rates shown and what is done to them.
struct BarYears<'a> {
    lever: &'a Lever<'a>,
    /// As scheduled.
    rates: Vec<f64>,
    /// As shown: past years show what happened.
    shown: Vec<f64>,
    axis: YearsAxis,
    plot: Rect,
    column: f32,
}

/// Draws bars, fields and years; returns whether a bar has just lost the focus.
pub(super) fn draw(ui: &mut Ui, lever: &Lever<'_>, chosen: &mut usize, send: &mut Vec<Command>) -> bool {
    let rates = lever.document().rates(lever.ix);
    let shown: Vec<f64> = (0..rates.len())
        .map(|step| shown(lever, step, rates[step]))
        .collect();
    let size = vec2(ui.available_width(), PLOT + FIELDS + YEARS + 8.0);
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    let plot = Rect::from_min_max(
        area.min + vec2(AXIS, 8.0),
        pos2(area.right() - LABELS, area.top() + PLOT),
    );
    let held_id = ui.scope_id().with("axis held");
    let held = ui.data(|data| data.get_temp::<YearsAxis>(held_id));
    let years = BarYears {
        lever,
        axis: held.unwrap_or_else(|| YearsAxis::around(lever, &shown)),
        column: plot.width() / shown.len().max(1) as f32,
        plot,
        rates,
        shown,
    };
    years.axis.paint(ui, lever, plot);
    let (mut is_left, mut is_dragged) = (false, false);
    for step in 0..years.shown.len() {
        let response = years.bar(ui, step, send);
        is_left |= response.lost_focus();
        is_dragged |= response.is_pointer_button_down_on() && years.is_open(step);
        if response.has_focus() || response.is_pointer_button_down_on() {
            *chosen = step;
        }
    }
    // The axis moves once, when the bar is let go.
    match (is_dragged, held) {
        (true, None) => {
            ui.data_mut(|data| data.insert_temp(held_id, years.axis));
        }
        (false, Some(_)) => ui.data_mut(|data| data.remove::<YearsAxis>(held_id)),
        _ => {}
    }
    years.axis.lines(ui, lever, plot, years.column);
    for step in 0..years.shown.len() {
        years.below(ui, step, chosen, send);
    }
    is_left
}

/// A year's rate: a past year's is what happened. A fall of a declining lever is positive.
fn shown(lever: &Lever<'_>, step: usize, rate: f64) -> f64 {
    if step >= lever.setting.last_actual {
        return rate;
    }
    let document = lever.document();
    let change = document
        .projection()
        .annual_change(document.plan(), lever.ix, step + 1);
    let is_fall = lever.indicator.dynamics == Dynamics::Decline;
    change.map_or(rate, |change| if is_fall { -change } else { change })
}

impl BarYears<'_> {
    const fn is_open(&self, step: usize) -> bool {
        step >= self.lever.setting.last_actual
    }

    fn x(&self, step: usize) -> f32 {
        self.plot.left() + (step as f32 + 0.5) * self.column
    }

    fn id(ui: &Ui, lever: &Lever<'_>, step: usize) -> Id {
        ui.scope_id().with(("bar", lever.ix.position(), step))
    }

    fn set(&self, step: usize, rate: f64, phase: Phase) -> Command {
        let mut rates = self.rates.clone();
        rates[step] = rate;
        Command::SetRates {
            lever: self.lever.ix,
            rates: Rates::Yearly(rates),
            phase,
        }
    }

    /// A bar from zero to the rate; open years can be dragged and moved by arrow keys.
    fn bar(&self, ui: &Ui, step: usize, send: &mut Vec<Command>) -> Response {
        let column = Rect::from_x_y_ranges(
            self.x(step) - self.column / 2.0..=self.x(step) + self.column / 2.0,
            self.plot.y_range(),
        );
        let sense = if self.is_open(step) {
            Sense::click_and_drag()
        } else {
            Sense::focusable_noninteractive()
        };
        let response = ui.interact(column, Self::id(ui, self.lever, step), sense);
        if self.is_open(step) {
            self.by_hand(ui, step, &response, send);
        }
        if response.has_focus() {
            self.by_keys(ui, step, &response, send);
        }
        self.paint_bar(ui, step, column, &response);
        let language = self.lever.language;
        let counted = ChangeTerms::stated(self.lever.indicator, language);
        let rate = change_in_words(counted, self.shown[step], None, language);
        let text = labelled(&self.year_name(step), &rate, language);
        name_control(&response, Role::Meter, &text);
        response.on_hover_text(text)
    }

    fn by_hand(&self, ui: &Ui, step: usize, response: &Response, send: &mut Vec<Command>) {
        let now = self.shown[step];
        let per_point = self.axis.span() / f64::from(self.plot.height());
        let moved = |rate: f64, from: Pos2, to: Pos2| {
            let travel = from.y - to.y;
            if travel.abs() < 1.0 {
                return rate;
            }
            // In twentieths, so that a drag gives figures one might also type.
            tidy(((rate + f64::from(travel) * per_point) * 20.0).round() / 20.0)
        };
        let set = |rate, phase| self.set(step, rate, phase);
        grip::follow(ui, response, now, (|_| now, moved), set, send);
    }

    /// Left and right choose a year, up and down change its rate: by hundredths, or by tenths with Shift.
    fn by_keys(&self, ui: &Ui, step: usize, response: &Response, send: &mut Vec<Command>) {
        let all_arrows = EventFilter {
            vertical_arrows: true,
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, all_arrows));
        let (across, up) = ui.input(|input| {
            (
                arrows::moved(input, (Key::ArrowRight, Key::ArrowLeft), (1.0, 1.0)),
                arrows::moved(input, (Key::ArrowUp, Key::ArrowDown), (0.01, 0.1)),
            )
        });
        if up.abs() > 0.0 && self.is_open(step) {
            send.push(self.set(step, tidy(self.rates[step] + up), Phase::Done));
        }
        if across.abs() > 0.0 {
            let to = step
                .saturating_add_signed(across as isize)
                .min(self.shown.len() - 1);
            let id = Self::id(ui, self.lever, to);
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    }

    fn paint_bar(&self, ui: &Ui, step: usize, column: Rect, response: &Response) {
        let (colours, painter) = (
            Colours::of(ui),
            ui.painter().with_clip_rect(self.plot.expand(1.0)),
        );
        let (zero, end) = (
            self.axis.y(self.plot, 0.0),
            self.axis.y(self.plot, self.shown[step]),
        );
        let x = column.shrink2(vec2((self.column * 0.12).max(2.0), 0.0)).x_range();
        let body = Rect::from_x_y_ranges(x, zero.min(end)..=zero.max(end));
        let rate = self.shown[step];
        // Actual: grey; interpolated: hollow; set: the accent; assumed: pale.
        let is_set = !self.lever.setting.is_assumed;
        match (self.is_open(step), is_set) {
            (false, _) if self.rests_on(step) == Origin::Actual => {
                painter.rect_filled(body, 0.0, colours.text_weak);
            }
            (true, true) => {
                painter.rect_filled(body, 0.0, colours.accent);
            }
            (true, false) => {
                painter.rect(
                    body,
                    0.0,
                    colours.control,
                    Stroke::new(1.0, colours.unknown),
                    StrokeKind::Inside,
                );
            }
            (false, _) => {
                painter.rect_stroke(body, 0.0, Stroke::new(1.0, colours.text_weak), StrokeKind::Inside);
            }
        }
        if self.is_open(step) && (response.hovered() || response.dragged()) {
            let line = Stroke::new(2.0, colours.text);
            painter.hline(body.expand2(vec2(3.0, 0.0)).x_range(), end, line);
        }
        // Beyond the held axis, an arrow says which way it goes on.
        let top = self.plot.top();
        if rate > self.axis.high {
            let x = column.center().x;
            let tip = vec![
                pos2(x - 4.0, top + 7.0),
                pos2(x + 4.0, top + 7.0),
                pos2(x, top + 1.0),
            ];
            painter.add(Shape::convex_polygon(tip, colours.surface, Stroke::NONE));
        }
    }

    /// Below a bar: its rate, to be typed in open years, and its year.
    fn below(&self, ui: &mut Ui, step: usize, chosen: &mut usize, send: &mut Vec<Command>) {
        let (colours, x) = (Colours::of(ui), self.x(step));
        let half = (self.column / 2.0 - 1.0).min(26.0);
        let line = self.plot.bottom() + 4.0..=self.plot.bottom() + FIELDS;
        let place = Rect::from_x_y_ranges(x - half..=x + half, line);
        let small = TextStyle::Small.resolve(ui.style());
        let year = self.lever.document().plan().year(step + 1);
        let ink = if step == *chosen {
            colours.accent
        } else {
            colours.text_weak
        };
        let below = pos2(x, place.bottom() + YEARS / 2.0 + 1.0);
        ui.painter()
            .text(below, Align2::CENTER_CENTER, year.to_string(), small.clone(), ink);
        if !self.is_open(step) {
            let text = numbers::decimal(self.shown[step], 2);
            ui.painter().text(
                place.center(),
                Align2::CENTER_CENTER,
                text,
                small,
                colours.text_weak,
            );
            return;
        }
        let builder = UiBuilder::new()
            .scope_id(Self::id(ui, self.lever, step).with("field"))
            .max_rect(place)
            .layout(Layout::left_to_right(Align::Center));
        let mut ui = ui.new_child(builder);
        ui.spacing_mut().button_padding.x = 1.0;
        ui.spacing_mut().interact_size = place.size();
        ui.style_mut().drag_value_text_style = TextStyle::Small;
        let mut rate = self.shown[step];
        let form = decimals(self.lever.indicator);
        let Typed {
            response,
            pending,
            misread,
        } = typed::field(&mut ui, &mut rate, form, 0.05, place.width());
        let (lever, before) = (self.lever.ix, self.shown[step]);
        if let Some(rate) = pending {
            typing::brings(&ui, self.set(step, rate, Phase::Done));
        }
        if let Some(text) = misread {
            typing::brings(&ui, Command::Misread { lever, text });
        }
        name_control(&response, Role::SpinButton, &self.year_name(step));
        if response.has_focus() || response.dragged() {
            *chosen = step;
        }
        if response.changed() && (rate - before).abs() > 0.0 {
            send.push(if response.dragged() {
                self.set(step, tidy(rate), Phase::Live)
            } else {
                self.set(step, rate, Phase::Done)
            });
        }
        if response.drag_stopped() {
            send.push(Command::FinishEdit);
        }
    }

    /// The name of a year's controls; for a past year, including what its rate rests on.
    fn year_name(&self, step: usize) -> String {
        let language = self.lever.language;
        let year = self.lever.document().plan().year(step + 1).to_string();
        let name = say_with(
            language,
            "year-rate",
            &[("name", self.lever.full_name()), ("year", &year)],
        );
        if self.is_open(step) {
            return name;
        }
        let rests_on = wording::origin(self.rests_on(step), language);
        say_with(
            language,
            "year-rests-on",
            &[("name", &name), ("origin", &rests_on)],
        )
    }

    /// What the rate of a past year rests on: it is actual only if both its ends are.
    fn rests_on(&self, step: usize) -> Origin {
        let origins = self.lever.document().projection().origins(self.lever.ix);
        match (origins.get(step), origins.get(step + 1)) {
            (Some(Origin::Base | Origin::Actual), Some(Origin::Actual)) => Origin::Actual,
            _ => Origin::Interpolated,
        }
    }
}
