//! One lever: its name, the rate of its open years in words, slider, number field, reset; more on demand.

use std::borrow::Cow;

use eframe::egui::{
    Button, Color32, ComboBox, Id, Label, Response, RichText, Role, Shape, Slider, SliderClamping, Stroke,
    Ui, pos2, remap_clamp,
};

use super::about::about;
use super::editor;
use super::setting::{Setting, decimals, done_in, is_done_or_not, range, step};
use crate::model::{Change, Limit};
use crate::plan::{Indicator, IndicatorIx};
use crate::session::{Command, Document, Phase, Session, View};
use crate::text::{Language, Message, say, say_with};
use crate::ui::name_control;
use crate::ui::theme::Colours;
use crate::ui::typed::{self, Typed};
use crate::ui::typing;
use crate::wording::{labelled, points_or_percent};

/// Width of the number field and of the buttons, in points.
const FIELD: f32 = 54.0;
const BUTTON: f32 = 22.0;

pub(super) fn draw(
    ui: &mut Ui,
    session: &Session,
    ix: IndicatorIx,
    indicator: &Indicator,
    send: &mut Vec<Command>,
) {
    let document = session.document();
    let language = session.view().language;
    let setting = Setting::of(document, ix, indicator);
    let open_id = Id::unique(("lever open", ix.position()));
    let mut is_open = ui.data(|data| data.get_temp::<bool>(open_id)).unwrap_or(false);
    let name = heading(ui, session, ix, indicator, &setting, &mut is_open, language);
    in_words(ui, document, ix, &setting, session.view());
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.add_enabled_ui(setting.is_open, |ui| {
            if is_done_or_not(indicator) {
                year_of(ui, document, ix, language, send);
            } else {
                rate(ui, document, ix, indicator, &setting, &name, language, send);
            }
        });
        reset(ui, session, ix, indicator, language, send);
    });
    if is_open {
        editor::draw(ui, session, ix, indicator, send);
    }
    ui.data_mut(|data| data.insert_temp(open_id, is_open));
    ui.add_space(3.0);
}

/// The colour of what is set, or of what is assumed because nothing was.
fn ink(ui: &Ui, setting: &Setting) -> Color32 {
    let colours = Colours::of(ui);
    if setting.done_before.is_some() && setting.is_open {
        colours.text
    } else if setting.is_assumed || !setting.is_open {
        colours.text_weak
    } else {
        colours.scenario
    }
}

/// "2014–15: fall 3.00 % a year": the years the number below applies to, with unit and direction.
fn in_words(ui: &mut Ui, document: &Document, ix: IndicatorIx, setting: &Setting, view: &View) {
    let language = view.language;
    let words = setting.in_words(document, ix, view);
    let basis = setting.basis(language);
    let shown = match &basis {
        Some(basis) => say_with(
            language,
            "lever-with-basis",
            &[("words", &words), ("basis", basis)],
        ),
        None => words,
    };
    let name = labelled(document.plan().get(ix).name.get(language), &shown, language);
    let marks = setting.marks(document, ix, view);
    ui.horizontal(|ui| {
        ui.add_space(18.0);
        let text = RichText::new(shown).small().color(ink(ui, setting));
        let label = ui.add(Label::new(text).truncate().show_tooltip_when_elided(false));
        name_control(&label, Role::Label, &name);
        label.on_hover_ui(|ui| {
            ui.label(&name);
            for mark in marks {
                ui.label(RichText::new(mark).color(Colours::of(ui).text_weak));
            }
        });
    });
}

/// Slider and number field, with direction and unit beside it.
#[allow(
    clippy::too_many_arguments,
    reason = "everything that the row knows of the lever"
)]
fn rate(
    ui: &mut Ui,
    document: &Document,
    ix: IndicatorIx,
    indicator: &Indicator,
    setting: &Setting,
    name: &Response,
    language: Language,
    send: &mut Vec<Command>,
) {
    let [before, after] = around(indicator).map(|id| say(language, id));
    let width = |ui: &Ui, text: &str| {
        let font = eframe::egui::TextStyle::Small.resolve(ui.style());
        let colour = Color32::PLACEHOLDER;
        let galley = ui.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), font, colour));
        galley.size().x + ui.spacing().item_spacing.x
    };
    let beside = width(ui, &before) + width(ui, &after) + FIELD + BUTTON + 2.0 * ui.spacing().item_spacing.x;
    ui.spacing_mut().slider_width = (ui.available_width() - beside).max(60.0);
    let mut rate = setting.rate;
    let slider = slider(ui, indicator, setting, &mut rate).labelled_by(name.id);
    if slider.changed() && !slider.dragged() && ui.input(|input| input.modifiers.shift) {
        // Shift makes the arrow keys ten times finer.
        rate = setting.rate + (rate - setting.rate).signum() * step(indicator) / 10.0;
    }
    // Multiples of a tenth are not exact in binary; files should not contain 1.3000000000000003.
    rate = (rate * 1e6).round() / 1e6;
    send_edit(&slider, document, ix, (setting.rate, rate), send);
    let small = |text: &str| RichText::new(text).small().color(Colours::of(ui).text_weak);
    let (before, after) = (small(&before), small(&after));
    ui.label(before);
    // Whether dragged or typed, slider and field must agree before either is touched again.
    let mut rate = setting.rate;
    let field = field(ui, indicator, &mut rate);
    if let Some(rate) = field.pending {
        typing::brings(ui, set(document, ix, rate, Phase::Done));
    }
    if let Some(text) = field.misread {
        typing::brings(ui, Command::Misread { lever: ix, text });
    }
    let field = field
        .response
        .on_hover_text(points_or_percent(indicator, language))
        .labelled_by(name.id);
    send_edit(&field, document, ix, (setting.rate, rate), send);
    ui.label(after);
}

/// The message ids of the text before and after the number field.
const fn around(indicator: &Indicator) -> [&'static str; 2] {
    match indicator.change() {
        Some(Change::Growth) => ["lever-before-rise", "lever-behind-percent"],
        Some(Change::Decline) => ["lever-before-fall", "lever-behind-percent"],
        Some(Change::Points) | None => ["lever-before-points", "lever-behind-points"],
    }
}

/// For a task: the year it is done.
fn year_of(ui: &mut Ui, document: &Document, ix: IndicatorIx, language: Language, send: &mut Vec<Command>) {
    let plan = document.plan();
    let done = done_in(document, ix);
    let last_actual = document.projection().last_actual(ix);
    let in_words = |year: Option<i32>| match year {
        Some(year) => Message::new("lever-done-in").with("year", year).say(language),
        None => say(language, "figure-not-done").into_owned(),
    };
    // What was done in a past year cannot be postponed.
    let is_past = done.is_some_and(|year| year <= plan.year(last_actual));
    let name = plan.get(ix).name.get(language);
    ui.add_enabled_ui(!is_past, |ui| {
        let combo = ComboBox::from_id_salt(("done in", ix.position()))
            .selected_text(in_words(done))
            .width(ui.available_width() - BUTTON - 16.0)
            .truncate()
            .show_ui(ui, |ui| {
                let years = (last_actual + 1..=plan.steps()).map(Some);
                for step in std::iter::once(None).chain(years) {
                    let year = step.map(|step| plan.year(step));
                    if ui.selectable_label(year == done, in_words(year)).clicked() && year != done {
                        send.push(Command::SetRates {
                            lever: ix,
                            rates: document.rates_done_in(ix, step),
                            phase: Phase::Done,
                        });
                    }
                }
            });
        let label = say_with(language, "lever-done-year", &[("name", name)]);
        name_control(&combo.response, Role::ComboBox, &label);
    });
}

/// Name on the left, remarks on the right; everything known about the indicator on hover.
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
        let broken = document
            .evaluation()
            .violations()
            .iter()
            .find(|v| v.indicator == ix);
        let remark: Option<(Cow<'_, str>, _)> = if let Some(violation) = broken {
            Some((say(language, limit(violation.limit)), colours.missed))
        } else {
            setting.remark.map(|id| (say(language, id), colours.text_weak))
        };
        let name_text = if setting.is_assumed {
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

/// The limit that a path breaks, in a word or two.
const fn limit(limit: Limit) -> &'static str {
    match limit {
        Limit::Bounds(..) => "lever-out-of-bounds",
        Limit::Number | Limit::Percent => "lever-no-number",
    }
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
    let (low, high) = range(indicator);
    let slider = Slider::new(rate, low..=high)
        .show_value(false)
        // A file may go beyond the slider's range; touching nothing must change nothing.
        .clamping(SliderClamping::Never)
        .step_by(step(indicator));
    let response = ui.add(slider);
    // Ticks: below at the even rate of the open years, above at the rate still needed after the last actual. egui
    // insets the handle by its radius, 2/5 of the height.
    let inset = response.rect.height() / 2.5;
    let colours = Colours::of(ui);
    let to_x = |rate: f64| {
        let places = response.rect.left() + inset..=response.rect.right() - inset;
        remap_clamp(rate as f32, low as f32..=high as f32, places)
    };
    let is_inside = |rate: f64| (low..=high).contains(&rate);
    if !indicator.targets.is_empty() && setting.is_open && is_inside(setting.plan_rate) {
        let (x, y) = (to_x(setting.plan_rate), response.rect.bottom());
        let line = [pos2(x, y - 3.0), pos2(x, y + 3.0)];
        ui.painter().line_segment(line, Stroke::new(2.0, colours.plan));
    }
    if let Some(required) = setting.required {
        let (x, y) = (to_x(required), response.rect.top());
        // Beyond the slider's range, it points that way.
        let tip = match (is_inside(required), required > high) {
            (true, _) => [pos2(x - 4.0, y - 3.0), pos2(x + 4.0, y - 3.0), pos2(x, y + 3.0)],
            (false, true) => [pos2(x, y - 4.0), pos2(x + 6.0, y), pos2(x, y + 4.0)],
            (false, false) => [pos2(x, y - 4.0), pos2(x - 6.0, y), pos2(x, y + 4.0)],
        };
        let triangle = Shape::convex_polygon(tip.to_vec(), colours.target, Stroke::NONE);
        ui.painter().add(triangle);
    }
    response
}

fn field(ui: &mut Ui, indicator: &Indicator, rate: &mut f64) -> Typed {
    // Typing is exact; only drags go in steps.
    typed::field(ui, rate, decimals(indicator), step(indicator), FIELD)
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

/// A change by keyboard or typing is complete; a drag goes on until the pointer is released.
fn send_edit(
    response: &Response,
    document: &Document,
    lever: IndicatorIx,
    (before, rate): (f64, f64),
    send: &mut Vec<Command>,
) {
    // A slider held still keeps reporting a change, to the figure before rounding.
    let is_new = (rate - before).abs() > 0.0;
    if response.changed() && is_new {
        let phase = if response.dragged() {
            Phase::Live
        } else {
            Phase::Done
        };
        send.push(set(document, lever, rate, phase));
    }
    if response.drag_stopped() {
        send.push(Command::FinishEdit);
    }
}

fn set(document: &Document, lever: IndicatorIx, rate: f64, phase: Phase) -> Command {
    Command::SetRates {
        lever,
        rates: document.rates_at(lever, rate),
        phase,
    }
}
