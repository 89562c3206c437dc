//! Levers: one slider and one number field each, grouped by the plan's categories.

use std::borrow::Cow;

use eframe::egui::{
    Button, CollapsingHeader, DragValue, Label, Response, RichText, Role, Slider, SliderClamping, Stroke, Ui,
    WidgetInfo, pos2, remap,
};

use super::column;
use super::theme::Colours;
use crate::figure::points_or_percent;
use crate::plan::{Indicator, IndicatorIx};
use crate::scenario::Rates;
use crate::session::{Command, Document, Phase, Session};
use crate::text::{Language, numbers, say, say_with};

/// Width of the number field and of the reset button, in points.
const FIELD: f32 = 58.0;
const RESET: f32 = 22.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    let plan = session.document().plan();
    column::draw(
        ui,
        &say(language, "panel-levers"),
        &say(language, "panel-levers-beside"),
        |ui| {
            for (position, category) in plan.categories.iter().enumerate() {
                let mut levers = plan
                    .levers()
                    .filter(|(_, lever)| lever.category == position)
                    .peekable();
                if levers.peek().is_none() {
                    continue;
                }
                CollapsingHeader::new(RichText::new(category.name.get(language)).strong())
                    .id_salt(&category.id)
                    .default_open(true)
                    .show_unindented(ui, |ui| {
                        for (ix, indicator) in levers {
                            lever(ui, session, ix, indicator, send);
                        }
                    });
            }
        },
    );
}

/// How a lever stands: the rate its slider shows, and what is special about it.
struct Setting {
    rate: f64,
    /// The even rate that meets the target.
    plan_rate: f64,
    /// Said beside the name when the rate is not one constant figure.
    remark: Option<&'static str>,
    is_on_plan: bool,
}

impl Setting {
    fn of(document: &Document, ix: IndicatorIx, indicator: &Indicator) -> Self {
        let steps = document.plan().steps();
        let base = document.plan_path().levels(ix).map(|levels| levels[0]);
        let plan_rate = base.map_or(0.0, |base| indicator.even_rate(base, steps));
        let rates = document.scenario().rates.get(ix);
        let (rate, remark) = match rates {
            None => (plan_rate, None),
            Some(Rates::Constant(rate)) => (*rate, None),
            Some(Rates::Yearly(rates)) => (mean(rates), Some("lever-yearly")),
            Some(Rates::OutputGrowth { .. }) => (mean_points(document, ix), Some("lever-output-growth")),
        };
        Self {
            rate,
            plan_rate,
            remark,
            is_on_plan: rates.is_none(),
        }
    }
}

fn mean(rates: &[f64]) -> f64 {
    rates.iter().sum::<f64>() / f64::from(u32::try_from(rates.len().max(1)).unwrap_or(1))
}

/// Points a year over the projected years.
fn mean_points(document: &Document, ix: IndicatorIx) -> f64 {
    let from = document.projection().last_actual(ix);
    let changes: Vec<f64> = (from + 1..=document.plan().steps())
        .filter_map(|step| document.projection().annual_change(document.plan(), ix, step))
        .collect();
    mean(&changes)
}

fn lever(ui: &mut Ui, session: &Session, ix: IndicatorIx, indicator: &Indicator, send: &mut Vec<Command>) {
    let language = session.view().language;
    let setting = Setting::of(session.document(), ix, indicator);
    let name = heading(ui, session, ix, indicator, &setting, language);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let room = ui.available_width() - FIELD - RESET - 2.0 * ui.spacing().item_spacing.x;
        ui.spacing_mut().slider_width = room.max(60.0);
        let mut rate = setting.rate;
        let slider = slider(ui, indicator, &setting, &mut rate).labelled_by(name.id);
        send_edit(&slider, ix, rate, send);
        // Dragged or typed, the field must show the same figure as the slider before either is touched again.
        let mut rate = setting.rate;
        let field = field(ui, indicator, &mut rate, language).labelled_by(name.id);
        send_edit(&field, ix, rate, send);
        reset(ui, session, ix, indicator, language, send);
    });
    ui.add_space(3.0);
}

/// Name and unit on one line, what is special on the right; all that is known about the indicator on hover.
fn heading(
    ui: &mut Ui,
    session: &Session,
    ix: IndicatorIx,
    indicator: &Indicator,
    setting: &Setting,
    language: Language,
) -> Response {
    let colours = Colours::of(ui);
    let name = indicator.name.get(language);
    let mut name_response = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let is_out = session
            .document()
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
            name_response = Some(ui.add(Label::new(name_text).truncate().show_tooltip_when_elided(false)));
        });
        if let Some((remark, colour)) = remark {
            ui.label(RichText::new(remark).small().color(colour));
        }
    });
    let response = name_response.unwrap_or_else(|| ui.label(name));
    response.on_hover_ui(|ui| about(ui, session.document(), ix, indicator, language))
}

/// Definition, scope, unit and source.
fn about(ui: &mut Ui, document: &Document, ix: IndicatorIx, indicator: &Indicator, language: Language) {
    let weak = Colours::of(ui).text_weak;
    ui.set_max_width(340.0);
    ui.strong(indicator.name.get(language));
    if let Some(definition) = &indicator.definition {
        ui.label(definition.get(language));
    }
    let unit = crate::figure::unit(
        document.plan(),
        indicator,
        document.projection().basis(ix),
        language,
    );
    let target = indicator
        .target
        .as_ref()
        .map(|target| crate::figure::promise(target, language));
    for (label, text) in [
        ("about-unit", unit),
        ("about-scope", Cow::Borrowed(indicator.scope.get(language))),
        ("about-target", Cow::Owned(target.unwrap_or_default())),
        ("about-source", Cow::Borrowed(indicator.source.get(language))),
        (
            "about-note",
            Cow::Borrowed(
                document
                    .scenario()
                    .notes
                    .get(ix)
                    .map_or("", |note| note.get(language)),
            ),
        ),
    ] {
        if !text.is_empty() {
            ui.label(RichText::new(say_with(language, label, &[("text", &text)])).color(weak));
        }
    }
    if let Some(violation) = document
        .projection()
        .violations()
        .iter()
        .find(|v| v.indicator == ix)
    {
        ui.colored_label(
            Colours::of(ui).missed,
            violation.message(document.plan(), language).say(language),
        );
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
    // A tick at the rate that meets the target. The toolkit insets the handle by its radius, 2/5 of the height.
    let has_tick = indicator.target.is_some() && (low..=high).contains(&setting.plan_rate);
    if has_tick {
        let inset = response.rect.height() / 2.5;
        let (low, high, rate) = (low as f32, high as f32, setting.plan_rate as f32);
        let x = remap(
            rate,
            low..=high,
            response.rect.left() + inset..=response.rect.right() - inset,
        );
        let stroke = Stroke::new(2.0, Colours::of(ui).target);
        let bottom = response.rect.bottom();
        ui.painter()
            .line_segment([pos2(x, bottom - 3.0), pos2(x, bottom + 3.0)], stroke);
    }
    response
}

fn field(ui: &mut Ui, indicator: &Indicator, rate: &mut f64, language: Language) -> Response {
    let decimals = decimals(indicator);
    // Entry is exact; only drags go in steps.
    let drag = DragValue::new(rate)
        .speed(step(indicator))
        .update_while_editing(false)
        .custom_formatter(move |value, _| numbers::decimal(value, decimals))
        .custom_parser(numbers::parse);
    ui.add_sized([FIELD, ui.spacing().interact_size.y], drag)
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
                [RESET, ui.spacing().interact_size.y],
                Button::new("↺").frame(false),
            )
        })
        .inner;
    response.widget_info(|| WidgetInfo::labeled(Role::Button, session.is_enabled(&command), &name));
    if response.on_hover_text(&name).clicked() {
        send.push(command);
    }
}

/// A change by keyboard or typing is complete; one by dragging goes on until the pointer is released.
fn send_edit(response: &Response, lever: IndicatorIx, rate: f64, send: &mut Vec<Command>) {
    if response.changed() {
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
