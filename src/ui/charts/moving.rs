//! Moving the points of a chart, by pointer and by keyboard.

use eframe::egui::{self, EventFilter, Id, Key, Ui};
use egui_plot::PlotTransform;

use super::reading::nearest_year;
use crate::figure::{Chart, Measure};
use crate::plan::Indicator;
use crate::scenario::Rates;
use crate::session::{Command, Phase, Session};

/// A drag in progress: the year dragged, and the axis as it was at the start. An axis that followed the drag would run
/// away from the pointer.
#[derive(Clone, Copy)]
pub(super) struct Drag {
    step: usize,
    pub range: (f64, f64),
}

/// The drag in progress on this chart.
pub(super) fn under_way(ui: &Ui, chart: &Chart) -> Option<Drag> {
    ui.data(|data| data.get_temp::<Drag>(drag_id(chart)))
}

fn drag_id(chart: &Chart) -> Id {
    Id::unique(("drag", chart.indicator, chart.mode))
}

/// Lets the scenario's points be dragged, for indicators with rates and years that are not past.
pub(super) fn by_pointer(
    ui: &Ui,
    session: &Session,
    chart: &Chart,
    response: &egui::Response,
    transform: &PlotTransform,
    drag: Option<Drag>,
    send: &mut Vec<Command>,
) {
    let document = session.document();
    let ix = chart.indicator;
    if !document.plan().get(ix).is_lever() {
        return;
    }
    let id = drag_id(chart);
    if response.drag_started()
        && let Some(pos) = response.interact_pointer_pos()
    {
        let step = usize::try_from(nearest_year(chart, transform, pos) - chart.years.0).unwrap_or(0);
        if step > document.projection().last_actual(ix) {
            ui.data_mut(|data| {
                data.insert_temp(
                    id,
                    Drag {
                        step,
                        range: chart.value_range(),
                    },
                )
            });
        }
    }
    if response.dragged()
        && let (Some(drag), Some(pos)) = (drag, response.interact_pointer_pos())
        && let Some(rates) = rates_at(session, chart, drag, transform.value_from_position(pos).y)
        // A pointer held still must not send the same edit, and so request a frame, again.
        && document.scenario().rates.get(ix) != Some(&rates)
    {
        send.push(Command::SetRates {
            lever: ix,
            rates,
            phase: Phase::Live,
        });
    }
    if response.drag_stopped() && drag.is_some() {
        ui.data_mut(|data| data.remove::<Drag>(id));
        send.push(Command::FinishEdit);
    }
}

/// Left and right choose a year, up and down move its point, finer with Shift. Returns the chosen year.
pub(super) fn by_keys(
    ui: &Ui,
    session: &Session,
    chart: &Chart,
    response: &egui::Response,
    send: &mut Vec<Command>,
) -> i32 {
    let arrows = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    let id = Id::unique(("year by keys", chart.indicator, chart.mode));
    let chosen = ui.data(|data| data.get_temp::<i32>(id)).unwrap_or(chart.years.1);
    let (along, up) = ui.input(|input| {
        // One frame may contain several presses.
        let presses = |key| i32::try_from(input.num_presses(key)).unwrap_or(i32::MAX);
        let step = if input.modifiers.shift { 0.01 } else { 0.1 };
        (
            presses(Key::ArrowRight) - presses(Key::ArrowLeft),
            f64::from(presses(Key::ArrowUp) - presses(Key::ArrowDown)) * step,
        )
    });
    let year = (chosen + along).clamp(chart.years.0, chart.years.1);
    ui.data_mut(|data| data.insert_temp(id, year));
    let step = usize::try_from(year - chart.years.0).unwrap_or(0);
    if up.abs() > 0.0
        && let Some(rates) = session.document().nudged(chart.indicator, step, up)
    {
        send.push(Command::SetRates {
            lever: chart.indicator,
            rates,
            phase: Phase::Done,
        });
    }
    year
}

/// The rates that bring the dragged point to `value` on the axis.
fn rates_at(session: &Session, chart: &Chart, drag: Drag, value: f64) -> Option<Rates> {
    let document = session.document();
    let ix = chart.indicator;
    let projection = document.projection();
    let levels = projection.levels(ix)?;
    let measure = Measure::new(document.plan(), ix, projection.kind(ix), levels[0], chart.mode)?;
    let before = drag.step.checked_sub(1).map(|before| levels[before]);
    let level = measure.level(value, before)?;
    // A drag stays within the indicator's bounds.
    let (lowest, highest) = document
        .plan()
        .get(ix)
        .bounds
        .unwrap_or((f64::NEG_INFINITY, f64::INFINITY));
    let rates = document.rates_to(ix, drag.step, level.clamp(lowest, highest))?;
    let aimed = |rate: f64| aimed(document.plan().get(ix), rate);
    Some(match rates {
        Rates::Constant(rate) => Rates::Constant(aimed(rate)),
        Rates::Yearly(mut years) => {
            years[drag.step - 1] = aimed(years[drag.step - 1]);
            Rates::Yearly(years)
        }
        growth @ Rates::OutputGrowth { .. } => growth,
    })
}

/// A rate rounded to what a hand can aim at, so that files contain figures one might also type.
pub(in crate::ui) fn aimed(indicator: &Indicator, rate: f64) -> f64 {
    let (low, high) = indicator.rate_range;
    let grain = if high - low <= 1.0 { 1e3 } else { 1e2 };
    (rate * grain).round() / grain
}
