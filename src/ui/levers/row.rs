//! One lever: name, slider, number field, reset; more on demand.

use std::borrow::Cow;

use eframe::egui::{
    Button, Id, Label, Response, RichText, Role, Slider, SliderClamping, Stroke, Ui, pos2, remap,
};

use super::about::about;
use super::editor;
use super::setting::Setting;
use crate::figure::points_or_percent;
use crate::plan::{Indicator, IndicatorIx};
use crate::scenario::Rates;
use crate::session::{Command, Phase, Session};
use crate::text::{Language, say, say_with};
use crate::ui::name_control;
use crate::ui::theme::Colours;
use crate::ui::typed;

/// Width of the number field and of the buttons, in points.
const FIELD: f32 = 58.0;
const BUTTON: f32 = 22.0;

pub(super) fn draw(
    ui: &mut Ui,
    session: &Session,
    ix: IndicatorIx,
    indicator: &Indicator,
    send: &mut Vec<Command>,
) {
    let language = session.view().language;
    let setting = Setting::of(session.document(), ix, indicator);
    let open_id = Id::unique(("lever open", ix.position()));
    let mut is_open = ui.data(|data| data.get_temp::<bool>(open_id)).unwrap_or(false);
    let name = heading(ui, session, ix, indicator, &setting, &mut is_open, language);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let room = ui.available_width() - FIELD - BUTTON - 2.0 * ui.spacing().item_spacing.x;
        ui.spacing_mut().slider_width = room.max(60.0);
        let mut rate = setting.rate;
        let slider = slider(ui, indicator, &setting, &mut rate).labelled_by(name.id);
        if slider.changed() && !slider.dragged() && ui.input(|input| input.modifiers.shift) {
            // Shift makes the arrow keys ten times finer.
            rate = setting.rate + (rate - setting.rate).signum() * step(indicator) / 10.0;
        }
        // Steps of a tenth are not exact in binary; nobody wants 1.3000000000000003 in a file.
        rate = (rate * 1e6).round() / 1e6;
        send_edit(&slider, ix, (setting.rate, rate), send);
        // Dragged or typed, the field must show the same figure as the slider before either is touched again.
        let mut rate = setting.rate;
        let field = field(ui, indicator, &mut rate, language).labelled_by(name.id);
        send_edit(&field, ix, (setting.rate, rate), send);
        reset(ui, session, ix, indicator, language, send);
    });
    if is_open {
        editor::draw(ui, session, ix, indicator, send);
    }
    ui.data_mut(|data| data.insert_temp(open_id, is_open));
    ui.add_space(3.0);
}

/// Name on the left, what is special on the right; all that is known about the indicator on hover.
fn heading(
    ui: &mut Ui,
    session: &Session,
    ix: IndicatorIx,
    indicator: &Indicator,
    setting: &Setting,
    is_open: &mut bool,
    language: Language,
) -> Response {
    let colours = Colours::of(ui);
    let name = indicator.name.get(language);
    let document = session.document();
    let mut name_response = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        more_button(ui, name, is_open, language);
        let is_out = document
            .projection()
            .violations()
            .iter()
            .any(|v| v.indicator == ix);
        let remark: Option<(Cow<'_, str>, _)> = if is_out {
            Some((say(language, "lever-out-of-bounds"), colours.missed))
        } else {
            setting.remark.map(|id| (say(language, id), colours.text_weak))
        };
        let name_text = if setting.is_on_plan {
            RichText::new(name)
        } else {
            RichText::new(name).strong().color(colours.scenario)
        };
        let reserved = remark.as_ref().map_or(0.0, |_| 70.0);
        ui.scope(|ui| {
            ui.set_max_width((ui.available_width() - reserved).max(80.0));
            let label = Label::new(name_text).truncate().show_tooltip_when_elided(false);
            name_response = Some(ui.add(label));
        });
        if let Some((remark, colour)) = remark {
            ui.label(RichText::new(remark).small().color(colour));
        }
    });
    let response = name_response.unwrap_or_else(|| ui.label(name));
    response.on_hover_ui(|ui| about(ui, document, ix, indicator, language))
}

/// Opens the year-by-year editor and the note.
fn more_button(ui: &mut Ui, name: &str, is_open: &mut bool, language: Language) {
    let sign = if *is_open { "▾" } else { "▸" };
    let button = ui.add_sized(
        [14.0, ui.spacing().interact_size.y],
        Button::new(sign).frame(false),
    );
    let text = say_with(language, "lever-more", &[("name", name)]);
    name_control(&button, Role::Button, &text);
    if button.on_hover_text(text).clicked() {
        *is_open = !*is_open;
    }
}

fn slider(ui: &mut Ui, indicator: &Indicator, setting: &Setting, rate: &mut f64) -> Response {
    let (low, high) = indicator.rate_range;
    let slider = Slider::new(rate, low..=high)
        .show_value(false)
        // A file may go beyond what the slider offers; touching nothing must change nothing.
        .clamping(SliderClamping::Never)
        .step_by(step(indicator));
    let response = ui.add(slider);
    // Ticks: below at the even rate that meets the target, above at the rate that is still needed after the last
    // actual. The toolkit insets the handle by its radius, 2/5 of the height.
    let inset = response.rect.height() / 2.5;
    let colours = Colours::of(ui);
    let tick = |rate: f64, y: f32, colour| {
        if (low..=high).contains(&rate) {
            let range = low as f32..=high as f32;
            let x = remap(
                rate as f32,
                range,
                response.rect.left() + inset..=response.rect.right() - inset,
            );
            ui.painter()
                .line_segment([pos2(x, y - 3.0), pos2(x, y + 3.0)], Stroke::new(2.0, colour));
        }
    };
    if !indicator.targets.is_empty() {
        tick(setting.plan_rate, response.rect.bottom(), colours.target);
    }
    if let Some(required) = setting.required {
        tick(required, response.rect.top(), colours.missed);
    }
    response
}

fn field(ui: &mut Ui, indicator: &Indicator, rate: &mut f64, language: Language) -> Response {
    // Entry is exact; only drags go in steps.
    typed::field(ui, rate, decimals(indicator), step(indicator), FIELD)
        .on_hover_text(points_or_percent(indicator, language))
}

fn reset(
    ui: &mut Ui,
    session: &Session,
    ix: IndicatorIx,
    indicator: &Indicator,
    language: Language,
    send: &mut Vec<Command>,
) {
    let command = Command::ResetLever(ix);
    let name = say_with(language, "lever-reset", &[("name", indicator.name.get(language))]);
    let response = ui
        .add_enabled_ui(session.is_enabled(&command), |ui| {
            ui.add_sized(
                [BUTTON, ui.spacing().interact_size.y],
                Button::new("↺").frame(false),
            )
        })
        .inner;
    name_control(&response, Role::Button, &name);
    if response.on_hover_text(&name).clicked() {
        send.push(command);
    }
}

/// A change by keyboard or typing is complete; one by dragging goes on until the pointer is released.
fn send_edit(response: &Response, lever: IndicatorIx, (before, rate): (f64, f64), send: &mut Vec<Command>) {
    // A slider that is held still says again and again that it was changed, to the figure before rounding.
    let is_new = (rate - before).abs() > 0.0;
    if response.changed() && is_new {
        let phase = if response.dragged() {
            Phase::Live
        } else {
            Phase::Done
        };
        send.push(Command::SetRates {
            lever,
            rates: Rates::Constant(rate),
            phase,
        });
    }
    if response.drag_stopped() {
        send.push(Command::FinishEdit);
    }
}

/// Small points a year need finer steps than percentages.
fn step(indicator: &Indicator) -> f64 {
    let (low, high) = indicator.rate_range;
    match high - low {
        span if span <= 1.0 => 0.005,
        span if span <= 8.0 => 0.05,
        _ => 0.1,
    }
}

fn decimals(indicator: &Indicator) -> usize {
    if step(indicator) < 0.01 { 3 } else { 2 }
}
