//! A lever's years, open below its row: bars to drag, fields to type in, edits of several years at once, and why the
//! lever is set as it is.

use eframe::egui::{Frame, Id, Key, Margin, Response, RichText, Ui};

use super::bars;
use super::editor::{about_it, mode, note};
use super::lever::Lever;
use super::schedule;
use crate::plan::Dynamics;
use crate::scenario::Rates;
use crate::scenario::schedule::{fill_right, ramp, scale};
use crate::session::{Command, Phase};
use crate::text::say;
use crate::ui::theme::Colours;

/// The year that edits of several years start from, as a step.
fn chosen(ui: &Ui, lever: &Lever<'_>) -> usize {
    let last = lever.document().plan().steps().saturating_sub(1);
    let found = ui.data(|data| data.get_temp::<usize>(chosen_id(lever)));
    found
        .unwrap_or(last)
        .clamp(lever.setting.last_actual.min(last), last)
}

fn chosen_id(lever: &Lever<'_>) -> Id {
    Id::unique(("chosen year", lever.ix.position()))
}

/// The chosen year's rate in words, for the row while its years are open.
pub(super) fn live(ui: &Ui, lever: &Lever<'_>) -> Option<String> {
    let step = chosen(ui, lever);
    let has_years = lever.setting.spread.is_some() && !lever.is_task() && lever.output_growth().is_none();
    let rate = lever.document().rates(lever.ix).get(step).copied();
    rate.filter(|_| has_years).map(|rate| lever.value_in(step, rate))
}

pub(super) fn draw(ui: &mut Ui, lever: &Lever<'_>, is_open: &mut bool, send: &mut Vec<Command>) {
    let colours = Colours::of(ui);
    let (document, ix, language) = (lever.document(), lever.ix, lever.language);
    let frame = Frame::new()
        .fill(colours.surface)
        .inner_margin(Margin::symmetric(12, 6));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let rates = document.scenario().rates.get(ix);
        if lever.indicator.dynamics == Dynamics::Concentration {
            mode(ui, document, ix, rates, language, send);
        }
        let is_left = match rates {
            Some(Rates::OutputGrowth { top, all }) => {
                schedule::output_growth(ui, document, ix, top, all, language, send);
                false
            }
            _ => years(ui, lever, send),
        };
        note(ui, document, ix, lever.indicator, language, send);
        ui.separator();
        about_it(ui, lever, send);
        is_left
    });
    let is_here =
        ui.rect_contains_pointer(shown.response.rect) && ui.memory(|memory| memory.focused().is_none());
    if ui.input(|input| input.key_pressed(Key::Escape)) && (shown.inner || is_here) {
        *is_open = false;
    }
}

/// Bars, fields and buttons; returns whether one of them was left by Escape.
fn years(ui: &mut Ui, lever: &Lever<'_>, send: &mut Vec<Command>) -> bool {
    let mut chosen_step = chosen(ui, lever);
    let mut is_left = bars::draw(ui, lever, &mut chosen_step, send);
    ui.data_mut(|data| data.insert_temp(chosen_id(lever), chosen_step));
    if lever.setting.is_open {
        is_left |= several_years(ui, lever, chosen_step, send);
    }
    is_left && ui.input(|input| input.key_pressed(Key::Escape))
}

/// Edits of all years from the chosen one on.
fn several_years(ui: &mut Ui, lever: &Lever<'_>, from: usize, send: &mut Vec<Command>) -> bool {
    let (document, ix) = (lever.document(), lever.ix);
    let rates = document.rates(ix);
    let edited = |edit: &dyn Fn(&mut [f64])| {
        let mut rates = rates.clone();
        edit(&mut rates);
        Rates::Yearly(rates)
    };
    let one_rate = || {
        let change = lever.indicator.change();
        let open = &rates[lever.setting.last_actual..];
        let rate = document.open_rate(ix).or_else(|| Some(change?.mean(open)));
        document.rates_at(ix, rate.unwrap_or(0.0))
    };
    let edits: [(&'static str, &dyn Fn() -> Rates); 5] = [
        ("schedule-fill", &|| edited(&|rates| fill_right(rates, from))),
        ("schedule-ramp", &|| edited(&|rates| ramp(rates, from))),
        ("schedule-constant", &one_rate),
        ("schedule-more", &|| edited(&|rates| scale(rates, from, 1.1))),
        ("schedule-less", &|| edited(&|rates| scale(rates, from, 0.9))),
    ];
    let mut is_left = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (label, rates) in edits {
            let button: Response = ui.small_button(say(lever.language, label));
            is_left |= button.lost_focus();
            if button.clicked() {
                send.push(Command::SetRates {
                    lever: ix,
                    rates: rates(),
                    phase: Phase::Done,
                });
            }
        }
        let weak = Colours::of(ui).text_weak;
        ui.label(
            RichText::new(say(lever.language, "years-escape"))
                .small()
                .color(weak),
        );
    });
    is_left
}
