//! The axis of a lever's years.

use eframe::egui::{Align2, Rect, Shape, Stroke, TextStyle, Ui, pos2, remap, vec2};

use super::lever::Lever;
use super::setting::decimals;
use crate::model::Change;
use crate::text::{Message, numbers, say};
use crate::ui::theme::Colours;
use crate::wording::{bare_rate, is_percentage};

/// Steps between ticks, times a power of ten.
const STEPS: [f64; 4] = [1.0, 2.0, 4.0, 5.0];

/// A range of rates that starts and ends at a tick.
#[derive(Clone, Copy)]
pub(super) struct YearsAxis {
    pub low: f64,
    pub high: f64,
    step: f64,
}

impl YearsAxis {
    /// Around rates, the marks of their lever and zero; with some room to drag beyond.
    pub fn around(lever: &Lever<'_>, shown: &[f64]) -> Self {
        let setting = &lever.setting;
        let even = setting.has_even.then_some(setting.plan_rate);
        let marks = even.into_iter().chain(setting.needed.map(|(rate, _)| rate));
        let rates = || {
            marks
                .clone()
                .chain(shown.iter().copied())
                .filter(|rate| rate.is_finite())
        };
        let (low, high) = (rates().fold(0.0, f64::min), rates().fold(0.0, f64::max));
        let span = (high - low).max(if lever.is_task() { 1.0 } else { 0.1 }) * 1.15;
        let step = round_step(span / 3.0);
        let room = if lever.is_task() { 0.0 } else { 0.15 * (high - low) };
        let low = if low < 0.0 {
            ((low - room) / step).floor() * step
        } else {
            0.0
        };
        let high = ((high + room) / step).ceil().max(1.0) * step;
        Self { low, high, step }
    }

    pub fn span(&self) -> f64 {
        self.high - self.low
    }

    /// Lines and figures, and the unit above.
    pub fn paint(&self, ui: &Ui, lever: &Lever<'_>, plot: Rect) {
        let (colours, painter) = (Colours::of(ui), ui.painter());
        let small = TextStyle::Small.resolve(ui.style());
        let unit = match lever.indicator.change() {
            Some(Change::Growth | Change::Decline) => "%".to_owned(),
            _ if is_percentage(lever.indicator) => say(lever.language, "axis-points").into_owned(),
            _ => lever.indicator.unit.get(lever.language).to_owned(),
        };
        let above = plot.left_top() - vec2(24.0, 7.0);
        painter.text(above, Align2::LEFT_CENTER, unit, small.clone(), colours.text_weak);
        let first = (self.low / self.step).round() as i64;
        let last = (self.high / self.step).round() as i64;
        let shown = numbers::shortest(self.step);
        let decimals = shown.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        for n in first..=last {
            let rate = n as f64 * self.step;
            let y = self.y(plot, rate);
            painter.hline(plot.x_range(), y, Stroke::new(1.0, colours.grid));
            // The topmost figure would meet the unit.
            if n < last || n == first + 1 {
                let text = numbers::decimal(rate, decimals);
                let at = pos2(plot.left() - 5.0, y);
                painter.text(at, Align2::RIGHT_CENTER, text, small.clone(), colours.text_weak);
            }
        }
    }

    /// The height of a rate.
    pub fn y(&self, plot: Rect, rate: f64) -> f32 {
        let span = self.low as f32..=self.high as f32;
        remap(rate as f32, span, plot.bottom()..=plot.top())
    }

    /// The lines of the even and the needed rate, labelled at the right.
    pub fn lines(&self, ui: &Ui, lever: &Lever<'_>, plot: Rect, column: f32) {
        let (colours, painter) = (Colours::of(ui), ui.painter());
        let setting = &lever.setting;
        painter.hline(
            plot.x_range(),
            self.y(plot, 0.0),
            Stroke::new(1.0, colours.text_weak),
        );
        if lever.is_task() {
            return;
        }
        let small = TextStyle::Small.resolve(ui.style());
        let end = plot.right();
        let even = setting.has_even.then(|| self.y(plot, setting.plan_rate));
        let needed = setting
            .needed
            .map(|(rate, decimals)| (self.y(plot, rate), rate, decimals));
        // Two labels at one height make room for each other.
        let lift = match (even, needed) {
            (Some(even), Some((needed, ..))) if (even - needed).abs() < 13.0 => {
                let apart = (13.0 - (even - needed).abs()) / 2.0;
                if even <= needed { -apart } else { apart }
            }
            _ => 0.0,
        };
        let label = |y: f32, id, rate: String, colour| {
            let text = Message::new(id).with("rate", rate).say(lever.language);
            painter.text(
                pos2(end + 9.0, y),
                Align2::LEFT_CENTER,
                text,
                small.clone(),
                colour,
            );
        };
        if let Some(y) = even {
            painter.hline(plot.left()..=end + 5.0, y, Stroke::new(1.0, colours.text_weak));
            let rate = bare_rate(lever.indicator, setting.plan_rate, decimals(lever.indicator));
            label(y + lift, "lever-even-brief", rate, colours.text_weak);
        }
        if let Some((y, rate, decimals)) = needed {
            let start = plot.left() + setting.last_actual as f32 * column;
            painter.hline(start..=end + 2.0, y, Stroke::new(1.4, colours.text));
            let tip = vec![
                pos2(end + 1.0, y),
                pos2(end + 7.0, y - 4.0),
                pos2(end + 7.0, y + 4.0),
            ];
            painter.add(Shape::convex_polygon(tip, colours.text, Stroke::NONE));
            let rate = bare_rate(lever.indicator, rate, decimals);
            label(y - lift, "lever-needs", rate, colours.text);
        }
    }
}

/// The smallest round step that is at least this.
fn round_step(least: f64) -> f64 {
    let mut power = 1e-6;
    for _ in 0..24 {
        if let Some(step) = STEPS.iter().map(|step| step * power).find(|step| *step >= least) {
            return step;
        }
        power *= 10.0;
    }
    least
}
