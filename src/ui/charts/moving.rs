//! Moving the points of a chart, by pointer and by keyboard.

use eframe::egui::{CursorIcon, EventFilter, Id, Key, Modifiers, Response, Ui};

use super::scale::PlotScale;
use super::snap::rates_at;
use crate::figure::Chart;
use crate::model::enough_rate;
use crate::session::{Command, Phase, Session};
use crate::ui::arrows;
use crate::wording::{ChangeTerms, DraggedPoint, change_in_words};

/// A drag in progress: the step dragged, and how far its value is above the pointer's. A point moves by the pointer's
/// travel, not to the pointer.
#[derive(Clone, Copy)]
struct Drag {
    step: usize,
    above: f64,
}

fn drag_id(chart: &Chart) -> Id {
    Id::unique(("drag", chart.indicator, chart.mode))
}

/// The step that is dragged on this chart.
pub(super) fn dragged(ui: &Ui, chart: &Chart) -> Option<usize> {
    ui.data(|data| data.get_temp::<Drag>(drag_id(chart)))
        .map(|drag| drag.step)
}

/// Lets the scenario's points be dragged, for indicators with rates and years that are not past.
pub(super) fn by_pointer(
    ui: &Ui,
    session: &Session,
    chart: &Chart,
    (response, scale): (&Response, &PlotScale),
    send: &mut Vec<Command>,
) {
    let document = session.document();
    let ix = chart.indicator;
    if !document.plan().get(ix).is_lever() {
        return;
    }
    let id = drag_id(chart);
    let can_move = |year: i32| {
        let step = usize::try_from(year - chart.years.0).ok()?;
        (step > document.projection().last_actual(ix)).then_some(step)
    };
    if let Some(pos) = response.hover_pos()
        && scale.area.expand(8.0).contains(pos)
        && can_move(scale.year_at(pos.x)).is_some()
    {
        ui.ctx().set_cursor_icon(CursorIcon::ResizeVertical);
    }
    if response.drag_started()
        && let Some(pos) = ui.input(|input| input.pointer.press_origin())
        && scale.area.expand(8.0).contains(pos)
        && let Some(step) = can_move(scale.year_at(pos.x))
        && let Some(point) = chart
            .scenario()
            .and_then(|series| series.at(scale.year_at(pos.x)))
    {
        let above = point.value - scale.value_at(pos.y);
        ui.data_mut(|data| data.insert_temp(id, Drag { step, above }));
    }
    let Some(drag) = ui.data(|data| data.get_temp::<Drag>(id)) else {
        return;
    };
    if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        ui.data_mut(|data| data.remove::<Drag>(id));
        send.push(Command::CancelEdit);
        return;
    }
    if response.dragged()
        && let Some(pos) = response.interact_pointer_pos()
    {
        let value = scale.value_at(pos.y) + drag.above;
        let is_free = ui.input(|input| input.modifiers.alt);
        let rates = rates_at(session, chart, (drag.step, value), scale, is_free);
        // A pointer held still must not send the same edit, and so request a frame, again.
        if let Some(rates) = rates
            && document.scenario().rates.get(ix) != Some(&rates)
        {
            send.push(Command::SetRates {
                lever: ix,
                rates,
                phase: Phase::Live,
            });
        }
    }
    if !response.dragged() {
        ui.data_mut(|data| data.remove::<Drag>(id));
        send.push(Command::FinishEdit);
    }
}

/// The words of the chip for the point of a step.
pub(super) fn in_words(session: &Session, chart: &Chart, step: usize) -> Option<[String; 2]> {
    let (document, view) = (session.document(), session.view());
    let (plan, ix) = (document.plan(), chart.indicator);
    let projection = document.projection();
    let (language, decimals) = (view.language, view.decimals);
    let year = plan.year(step);
    let point = chart.scenario()?.at(year)?;
    let is_last = step == plan.steps();
    let rates = if is_last {
        vec![document.open_rate(ix)?]
    } else {
        document.rates(ix).split_off(step - 1)
    };
    let counted = ChangeTerms::stated(plan.get(ix), language);
    let needs = plan
        .main_target(ix)
        .and_then(|(main, _)| document.evaluation().ledger(main))
        .and_then(|ledger| enough_rate(plan, projection, ledger, decimals.unwrap_or(2)))
        .map(|(rate, places)| change_in_words(counted, rate, Some(places), language));
    let point = DraggedPoint {
        years: (year, plan.end_year),
        first_open: plan.year(projection.last_actual(ix) + 1),
        value: &chart.value_at(point.value, year, decimals, language),
        rates: &rates,
        needs: needs.as_deref(),
    };
    Some(point.in_words(counted, decimals, language))
}

/// Left and right choose a year, up and down move its point by about a hundredth of a percent or point,
/// with Shift by a tenth, as on a lever. Returns the chosen year.
pub(super) fn by_keys(
    ui: &Ui,
    session: &Session,
    chart: &Chart,
    response: &Response,
    send: &mut Vec<Command>,
) -> i32 {
    let all_arrows = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, all_arrows));
    let id = Id::unique(("year by keys", chart.indicator, chart.mode));
    let chosen = ui.data(|data| data.get_temp::<i32>(id)).unwrap_or(chart.years.1);
    let (along, up) = ui.input(|input| {
        (
            arrows::moved(input, (Key::ArrowRight, Key::ArrowLeft), (1.0, 1.0)),
            arrows::moved(input, (Key::ArrowUp, Key::ArrowDown), (0.01, 0.1)),
        )
    });
    let year = chosen
        .saturating_add(along as i32)
        .clamp(chart.years.0, chart.years.1);
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
