//! Rates year by year: draggable bars, fields to type in, and edits of several years at once.

use eframe::egui::{
    self, EventFilter, Grid, Id, Key, Label, PointerButton, Rect, Response, RichText, Role, Sense, Stroke,
    Ui, vec2,
};

use super::setting::range;
use crate::model::Origin;
use crate::plan::{Dynamics, Indicator, IndicatorIx};
use crate::scenario::Rates;
use crate::scenario::schedule::{fill_right, ramp, scale};
use crate::session::{Command, Document, Phase};
use crate::text::{Language, say, say_with};
use crate::ui::name_control;
use crate::ui::theme::Colours;
use crate::ui::typed::{self, Typed};
use crate::ui::typing;
use crate::wording::{ChangeTerms, change_in_words, labelled, origin};

/// Height of the bars and width of a year, in points.
const HEIGHT: f32 = 64.0;
const YEAR: f32 = 44.0;

/// The change published for a year, as a rate of this lever: a fall of a declining lever is positive.
fn happened(document: &Document, ix: IndicatorIx, indicator: &Indicator, step: usize) -> Option<f64> {
    let change = document
        .projection()
        .annual_change(document.plan(), ix, step + 1)?;
    Some(if indicator.dynamics == Dynamics::Decline {
        -change
    } else {
        change
    })
}

/// The editor of a schedule.
pub(super) fn yearly(
    ui: &mut Ui,
    document: &Document,
    ix: IndicatorIx,
    indicator: &Indicator,
    language: Language,
    send: &mut Vec<Command>,
) {
    let rates = document.rates(ix);
    let last_actual = document.projection().last_actual(ix);
    let chosen_id = Id::unique(("chosen year", ix.position()));
    let mut chosen = ui
        .data(|data| data.get_temp::<usize>(chosen_id))
        .unwrap_or(last_actual);
    // Past years show what happened; their scheduled rates stay as they are.
    let mut shown = rates.clone();
    for (step, rate) in shown.iter_mut().enumerate().take(last_actual) {
        *rate = happened(document, ix, indicator, step).unwrap_or(*rate);
    }
    let before = shown.clone();
    let mut phase = None;
    row_of_years(ui, |ui| {
        for (step, rate) in shown.iter_mut().enumerate() {
            let response = bar(ui, document, (ix, indicator), step, rate, last_actual, language);
            note_edit(&response, step, &mut chosen, &mut phase);
        }
    });
    row_of_years(ui, |ui| {
        for (step, rate) in shown.iter_mut().enumerate() {
            let is_open = step >= last_actual;
            let Typed {
                response,
                pending,
                misread,
            } = ui
                .add_enabled_ui(is_open, |ui| typed::field(ui, rate, 2, 0.05, YEAR))
                .inner;
            if let Some(rate) = pending {
                let mut edited = rates.clone();
                edited[step] = rate;
                typing::brings(ui, set(ix, Rates::Yearly(edited), Phase::Done));
            }
            if let Some(text) = misread {
                typing::brings(ui, Command::Misread { lever: ix, text });
            }
            let name = year_name(document, (ix, indicator), step, language);
            name_control(&response, Role::SpinButton, &name);
            note_edit(&response, step, &mut chosen, &mut phase);
        }
    });
    row_of_years(ui, |ui| {
        for step in 0..rates.len() {
            let text = RichText::new(document.plan().year(step + 1).to_string()).small();
            let text = if step == chosen.max(last_actual) {
                text.strong().color(Colours::of(ui).accent)
            } else {
                text
            };
            ui.add_sized([YEAR, 14.0], Label::new(text));
        }
    });
    ui.data_mut(|data| data.insert_temp(chosen_id, chosen));
    if let Some(phase) = phase {
        if shown != before {
            let mut edited = rates.clone();
            edited[last_actual..].copy_from_slice(&shown[last_actual..]);
            send.push(set(ix, Rates::Yearly(edited), phase));
        } else if phase == Phase::Done {
            send.push(Command::FinishEdit);
        }
    }
    if last_actual < rates.len() {
        let from = chosen.max(last_actual);
        several_years(ui, document, ix, (&rates, from), language, send);
    }
}

const fn set(lever: IndicatorIx, rates: Rates, phase: Phase) -> Command {
    Command::SetRates { lever, rates, phase }
}

/// A row with one slot per year.
fn row_of_years(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    // Top-aligned: centred, each slot taller than the row would push the next one down.
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        contents(ui);
    });
}

/// Records whether a year was edited and whether more edits follow.
fn note_edit(response: &Response, step: usize, chosen: &mut usize, phase: &mut Option<Phase>) {
    if response.has_focus() || response.dragged() || response.clicked() {
        *chosen = step;
    }
    if response.drag_stopped() {
        *phase = Some(Phase::Done);
    } else if response.changed() {
        *phase = Some(if response.dragged() {
            Phase::Live
        } else {
            Phase::Done
        });
    }
}

/// The name of a year's controls; for a past year, including what its rate rests on.
fn year_name(
    document: &Document,
    (ix, indicator): (IndicatorIx, &Indicator),
    step: usize,
    language: Language,
) -> String {
    let year = document.plan().year(step + 1).to_string();
    let name = say_with(
        language,
        "year-rate",
        &[("name", indicator.name.get(language)), ("year", &year)],
    );
    if step >= document.projection().last_actual(ix) {
        return name;
    }
    let rests_on = origin(rate_origin(document, ix, step), language);
    say_with(
        language,
        "year-rests-on",
        &[("name", &name), ("origin", &rests_on)],
    )
}

/// What the rate of a past year rests on: it is actual only if both its ends are.
fn rate_origin(document: &Document, ix: IndicatorIx, step: usize) -> Origin {
    let origins = document.projection().origins(ix);
    match (origins.get(step), origins.get(step + 1)) {
        (Some(Origin::Base | Origin::Actual), Some(Origin::Actual)) => Origin::Actual,
        _ => Origin::Interpolated,
    }
}

/// A bar from zero to the rate; dragging its end sets the rate. Past years are grey.
fn bar(
    ui: &mut Ui,
    document: &Document,
    (ix, indicator): (IndicatorIx, &Indicator),
    step: usize,
    rate: &mut f64,
    last_actual: usize,
    language: Language,
) -> Response {
    let colours = Colours::of(ui);
    let is_past = step < last_actual;
    let sense = if is_past {
        Sense::hover()
    } else {
        Sense::click_and_drag()
    };
    let (rect, mut response) = ui.allocate_exact_size(vec2(YEAR, HEIGHT), sense);
    let (low, high) = reach(indicator, *rate);
    let to_y = |rate: f64| egui::remap(rate as f32, low as f32..=high as f32, rect.bottom()..=rect.top());
    if response.is_pointer_button_down_on()
        && ui.input(|input| input.pointer.button_down(PointerButton::Primary))
        && let Some(pointer) = response.interact_pointer_pos()
    {
        let wanted = egui::remap_clamp(pointer.y, rect.bottom()..=rect.top(), low as f32..=high as f32);
        // Twentieths, so that a drag gives figures one might also type.
        let wanted = (f64::from(wanted) * 20.0).round() / 20.0;
        if (wanted - *rate).abs() > 1e-9 {
            *rate = wanted;
            response.mark_changed();
        }
    }
    if response.has_focus() && !is_past {
        let moved = by_arrows(ui, response.id);
        if moved.abs() > 0.0 {
            *rate = ((*rate + moved) * 1e6).round() / 1e6;
            response.mark_changed();
        }
    }
    let (zero, end) = (to_y(0.0_f64.clamp(low, high)), to_y(*rate));
    let body = Rect::from_x_y_ranges(
        rect.shrink2(vec2(8.0, 0.0)).x_range(),
        zero.min(end)..=zero.max(end),
    );
    // Actual: dark; interpolated: hollow; set: the scenario's colour; assumed: grey.
    let is_set = document.scenario().rates.get(ix).is_some();
    let fill = match (is_past, is_set) {
        (true, _) if rate_origin(document, ix, step) == Origin::Actual => Some(colours.text_weak),
        (true, _) => None,
        (false, true) => Some(colours.scenario),
        (false, false) => Some(colours.unknown),
    };
    match fill {
        Some(fill) => ui.painter().rect_filled(body, 2.0, fill),
        None => ui.painter().rect_stroke(
            body,
            2.0,
            Stroke::new(1.0, colours.text_weak),
            egui::StrokeKind::Inside,
        ),
    };
    ui.painter()
        .hline(rect.x_range(), zero, Stroke::new(1.0, colours.outline));
    if response.hovered() && !is_past {
        ui.painter().hline(
            rect.shrink2(vec2(6.0, 0.0)).x_range(),
            end,
            Stroke::new(2.0, colours.accent),
        );
    }
    let counted = ChangeTerms::stated(indicator, language);
    let rate_in_words = change_in_words(counted, *rate, None, language);
    let text = labelled(
        &year_name(document, (ix, indicator), step, language),
        &rate_in_words,
        language,
    );
    name_control(&response, Role::Meter, &text);
    response.on_hover_text(text)
}

/// The change requested by the up and down arrows: tenths, or hundredths with Shift. The arrows then no longer move the
/// focus.
fn by_arrows(ui: &Ui, id: Id) -> f64 {
    let arrows = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
    ui.input(|input| {
        let step = if input.modifiers.shift { 0.01 } else { 0.1 };
        // One frame may contain several presses.
        let presses = |key| input.num_presses(key) as f64;
        (presses(Key::ArrowUp) - presses(Key::ArrowDown)) * step
    })
}

/// The range of the bars: the slider's, extended if the rate is beyond it.
fn reach(indicator: &Indicator, rate: f64) -> (f64, f64) {
    let (low, high) = range(indicator);
    (low.min(rate).min(0.0), high.max(rate).max(0.0))
}

/// Edits of all years from the chosen one on.
fn several_years(
    ui: &mut Ui,
    document: &Document,
    ix: IndicatorIx,
    (rates, from): (&[f64], usize),
    language: Language,
    send: &mut Vec<Command>,
) {
    let mut set = |rates: Rates| {
        send.push(Command::SetRates {
            lever: ix,
            rates,
            phase: Phase::Done,
        });
    };
    let edited = |edit: &dyn Fn(&mut [f64])| {
        let mut rates = rates.to_vec();
        edit(&mut rates);
        Rates::Yearly(rates)
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        if small(ui, "schedule-fill", language) {
            set(edited(&|rates| fill_right(rates, from)));
        }
        if small(ui, "schedule-ramp", language) {
            set(edited(&|rates| ramp(rates, from)));
        }
        if small(ui, "schedule-more", language) {
            set(edited(&|rates| scale(rates, from, 1.1)));
        }
        if small(ui, "schedule-less", language) {
            set(edited(&|rates| scale(rates, from, 0.9)));
        }
        if small(ui, "schedule-constant", language) {
            // One rate for the open years.
            let change = document.plan().get(ix).change();
            let open = &rates[document.projection().last_actual(ix)..];
            let rate = document
                .open_rate(ix)
                .or_else(|| Some(change?.mean(open)))
                .unwrap_or(0.0);
            set(document.rates_at(ix, rate));
        }
    });
}

fn small(ui: &mut Ui, label: &'static str, language: Language) -> bool {
    ui.small_button(say(language, label)).clicked()
}

/// Output growth of the largest firms and of the industry, one row each.
pub(super) fn output_growth(
    ui: &mut Ui,
    document: &Document,
    ix: IndicatorIx,
    top: &[f64],
    all: &[f64],
    language: Language,
    send: &mut Vec<Command>,
) {
    let name = document.plan().get(ix).name.get(language);
    let last_actual = document.projection().last_actual(ix);
    let (mut new_top, mut new_all) = (top.to_vec(), all.to_vec());
    let (mut chosen, mut phase, mut typed_in) = (0, None, None);
    for (label, rates) in [("output-top", &mut new_top), ("output-all", &mut new_all)] {
        ui.label(RichText::new(say(language, label)).small());
        Grid::new((label, ix.position()))
            .spacing([2.0, 2.0])
            .min_col_width(YEAR)
            .show(ui, |ui| {
                for (step, rate) in rates.iter_mut().enumerate() {
                    // Actuals override what was assumed for past years.
                    let Typed {
                        response,
                        pending,
                        misread,
                    } = ui
                        .add_enabled_ui(step >= last_actual, |ui| typed::field(ui, rate, 2, 0.05, YEAR))
                        .inner;
                    if let Some(text) = misread {
                        typing::brings(ui, Command::Misread { lever: ix, text });
                    }
                    typed_in = pending.map(|rate| (label, step, rate)).or(typed_in);
                    let year = document.plan().year(step + 1).to_string();
                    let what = say(language, label);
                    let what = say_with(language, "year-rate", &[("name", &what), ("year", &year)]);
                    let text = labelled(name, &what, language);
                    name_control(&response, Role::SpinButton, &text);
                    note_edit(&response, step, &mut chosen, &mut phase);
                }
                ui.end_row();
            });
    }
    if let Some((label, step, rate)) = typed_in {
        let (mut top, mut all) = (new_top.clone(), new_all.clone());
        let rates = if label == "output-top" { &mut top } else { &mut all };
        rates[step] = rate;
        typing::brings(ui, set(ix, Rates::OutputGrowth { top, all }, Phase::Done));
    }
    if let Some(phase) = phase {
        if new_top != top || new_all != all {
            let rates = Rates::OutputGrowth {
                top: new_top,
                all: new_all,
            };
            send.push(set(ix, rates, phase));
        } else if phase == Phase::Done {
            send.push(Command::FinishEdit);
        }
    }
}
