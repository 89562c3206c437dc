//! How uncertain a rate is, set with buttons and fields: kind, width, and how its years depend on each other.

use eframe::egui::{Frame, Key, Margin, RichText, Role, Ui};

use super::proposal;
use super::shown::SpreadRow;
use crate::scenario::{LeverRole, Spread, Uncertainty, Years};
use crate::session::{Command, Phase, SpreadKind, UncertaintyCommand};
use crate::text::{say, say_with};
use crate::ui::levers::lever_decimals;
use crate::ui::name_control;
use crate::ui::pieces::segments;
use crate::ui::theme::Colours;
use crate::ui::typed::{self, Typed};
use crate::ui::typing;
use crate::wording::role_in_words;

/// The width of a field, in points.
const FIELD: f32 = 58.0;
/// The correlation of neighbouring years to begin with.
const FIRST_RHO: f64 = 0.5;

pub(super) fn draw(ui: &mut Ui, row: &SpreadRow<'_>, is_open: &mut bool, send: &mut Vec<Command>) {
    let frame = Frame::new()
        .fill(Colours::of(ui).surface)
        .inner_margin(Margin::symmetric(12, 8));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 6.0;
        kind(ui, row, send);
        width(ui, row, send);
        years(ui, row, send);
        role(ui, row, send);
        proposal::draw(ui, row, send);
    });
    let is_here =
        ui.rect_contains_pointer(shown.response.rect) && ui.memory(|memory| memory.focused().is_none());
    if is_here && ui.input(|input| input.key_pressed(Key::Escape)) {
        *is_open = false;
    }
}

fn kind(ui: &mut Ui, row: &SpreadRow<'_>, send: &mut Vec<Command>) {
    let language = row.lever.language;
    let now = SpreadKind::of(row.uncertainty.spread);
    let words = SpreadKind::ALL.map(|kind| say(language, kind.label()));
    let chosen = SpreadKind::ALL.iter().position(|kind| *kind == now);
    let clicked = segments(ui, &words, chosen).and_then(|n| SpreadKind::ALL.get(n));
    send.extend(clicked.map(|kind| match kind {
        SpreadKind::Fixed => Command::Uncertainty(UncertaintyCommand::Clear(row.lever.ix)),
        kind => row.set(
            Uncertainty {
                spread: kind.as_wide_as(row.uncertainty.spread),
                years: row.uncertainty.years,
            },
            Phase::Done,
        ),
    }));
}

/// The figures of the spread. Ends are rates, as the curve has them.
fn width(ui: &mut Ui, row: &SpreadRow<'_>, send: &mut Vec<Command>) {
    let rate = row.rate();
    // A typed rate less the scheduled one is no round deviation in binary.
    let off = |figure: f64| ((figure - rate) * 1e9).round() / 1e9 + 0.0;
    let set = |spread| Uncertainty {
        spread,
        years: row.uncertainty.years,
    };
    ui.horizontal_wrapped(|ui| match row.uncertainty.spread {
        Spread::Fixed => {}
        Spread::Normal { sd } => {
            let make = |sd| set(Spread::Normal { sd });
            field(ui, row, "spread-sd", sd, make, send);
        }
        Spread::Uniform { min, max } => {
            let low = |low| set(Spread::Uniform { min: off(low), max });
            field(ui, row, "spread-lowest", rate + min, low, send);
            let high = |high| set(Spread::Uniform { min, max: off(high) });
            field(ui, row, "spread-highest", rate + max, high, send);
        }
        Spread::Triangular { min, mode, max } => {
            let make = |min, mode, max| set(Spread::Triangular { min, mode, max });
            field(
                ui,
                row,
                "spread-lowest",
                rate + min,
                |low| make(off(low), mode, max),
                send,
            );
            field(
                ui,
                row,
                "spread-likeliest",
                rate + mode,
                |at| make(min, off(at), max),
                send,
            );
            field(
                ui,
                row,
                "spread-highest",
                rate + max,
                |high| make(min, mode, off(high)),
                send,
            );
        }
    });
}

fn field(
    ui: &mut Ui,
    row: &SpreadRow<'_>,
    label: &'static str,
    now: f64,
    make: impl Fn(f64) -> Uncertainty,
    send: &mut Vec<Command>,
) {
    let language = row.lever.language;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let words = say(language, label);
        ui.label(
            RichText::new(words.as_ref())
                .small()
                .color(Colours::of(ui).text_weak),
        );
        let mut figure = now;
        let decimals = lever_decimals(row.lever.indicator);
        let Typed {
            response, pending, ..
        } = typed::field(ui, &mut figure, decimals, row.step(), FIELD);
        if let Some(pending) = pending {
            typing::brings(ui, row.set(make(pending), Phase::Done));
        }
        let name = say_with(
            language,
            "spread-field",
            &[("name", row.lever.full_name()), ("figure", words.as_ref())],
        );
        name_control(&response, Role::SpinButton, &name);
        if response.changed() && (figure - now).abs() > 0.0 {
            let phase = if response.dragged() {
                Phase::Live
            } else {
                Phase::Done
            };
            send.push(row.set(make(figure), phase));
        }
        if response.drag_stopped() {
            send.push(Command::FinishEdit);
        }
    });
}

fn years(ui: &mut Ui, row: &SpreadRow<'_>, send: &mut Vec<Command>) {
    let language = row.lever.language;
    let (now, spread) = (row.uncertainty.years, row.uncertainty.spread);
    let rho = match now {
        Years::Correlated(rho) => rho,
        _ => FIRST_RHO,
    };
    let rules = [Years::SameDraw, Years::Independent, Years::Correlated(rho)];
    let words = [
        "spread-years-alike",
        "spread-years-independent",
        "spread-years-related",
    ];
    let words = words.map(|id| say(language, id));
    let chosen = rules.iter().position(|rule| *rule == now);
    let set = |years| Uncertainty { spread, years };
    if let Some(rule) = segments(ui, &words, chosen).and_then(|n| rules.get(n)) {
        send.push(row.set(set(*rule), Phase::Done));
    }
    if let Years::Correlated(rho) = now {
        ui.horizontal_wrapped(|ui| {
            let make = |rho| set(Years::Correlated(rho));
            field(ui, row, "spread-rho", rho, make, send);
        });
    }
}

/// Who decides the rate: policy, or nobody in the plan.
fn role(ui: &mut Ui, row: &SpreadRow<'_>, send: &mut Vec<Command>) {
    let language = row.lever.language;
    let roles = [LeverRole::Policy, LeverRole::Assumption];
    let stated = row.lever.document().scenario().roles.get(row.lever.ix);
    let now = stated.copied().unwrap_or_default();
    ui.horizontal(|ui| {
        let heading = RichText::new(say(language, "uncertainty-role"));
        ui.label(heading.small().color(Colours::of(ui).text_weak));
        let words = roles.map(|role| role_in_words(Some(&role)).say(language));
        let chosen = roles.iter().position(|role| *role == now);
        if let Some(role) = segments(ui, &words, chosen).and_then(|n| roles.get(n)) {
            send.push(Command::Uncertainty(UncertaintyCommand::SetRole(
                row.lever.ix,
                *role,
            )));
        }
    });
}
