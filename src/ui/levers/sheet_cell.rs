//! A cell of the table of rates: a field for an open year, a grey figure for a past one.

use eframe::egui::{
    Align, Align2, EventFilter, Frame, Id, Key, Layout, Margin, RichText, Role, Stroke, TextEdit, Ui,
};

use super::lever::Lever;
use crate::model::Change;
use crate::plan::IndicatorIx;
use crate::scenario::Rates;
use crate::session::{Command, DocumentId, Phase, Session};
use crate::text::{numbers, say, say_with};
use crate::ui::name_control;
use crate::ui::theme::Colours;
use crate::ui::typing;

/// The width of a year, in points.
pub(super) const WIDTH: f32 = 62.0;
const DECIMALS: usize = 4;

/// A lever's year, as a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RateCell {
    pub ix: IndicatorIx,
    pub step: usize,
}

/// Text that is no rate for its lever, and why.
type RefusedText = (String, String);

fn id_of(session: &Session, cell: RateCell) -> Id {
    Id::unique((
        "rate cell",
        session.document().id(),
        cell.ix.position(),
        cell.step,
    ))
}

/// The cell last typed in, of the document in front.
pub(super) fn current(ui: &Ui, session: &Session) -> Option<RateCell> {
    let known = ui.data(|data| data.get_temp::<(DocumentId, RateCell)>(Id::unique("rate cell in use")));
    let document = session.document();
    known
        .filter(|(id, cell)| *id == document.id() && document.plan().has(cell.ix))
        .map(|(_, cell)| cell)
}

pub(super) fn refuse(ui: &Ui, session: &Session, cell: RateCell, text: &str, reason: String) {
    let id = id_of(session, cell).with("refused");
    ui.data_mut(|data| data.insert_temp::<RefusedText>(id, (text.to_owned(), reason)));
}

pub(super) fn forget(ui: &Ui, session: &Session, cell: RateCell) {
    let id = id_of(session, cell).with("refused");
    ui.data_mut(|data| data.remove::<RefusedText>(id));
}

/// A rate as typed, or why the lever cannot have it.
pub(super) fn read(lever: &Lever<'_>, text: &str) -> Result<f64, String> {
    let Some(rate) = numbers::parse(text) else {
        return Err(say(lever.language, "levers-no-figure").into_owned());
    };
    match Rates::Constant(rate).fault(lever.indicator) {
        None => Ok(rate),
        Some(fault) => {
            let what = fault.message(lever.indicator).say(lever.language);
            Err(format!("{what}\n{}", say(lever.language, fault.help())))
        }
    }
}

/// After Enter: the cell below, once every cell is drawn, so that it does not react to the same key.
pub(super) fn go_to_next(ui: &Ui) {
    let next = Id::unique("next rate cell");
    if let Some(id) = ui.data(|data| data.get_temp::<Id>(next)) {
        ui.data_mut(|data| data.remove::<Id>(next));
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

pub(super) fn draw(
    ui: &mut Ui,
    lever: &Lever<'_>,
    cell: RateCell,
    below: Option<IndicatorIx>,
    send: &mut Vec<Command>,
) {
    let (document, colours) = (lever.document(), Colours::of(ui));
    if cell.step < lever.setting.last_actual {
        past(ui, lever, cell);
        return;
    }
    let rates = document.rates(cell.ix);
    let rate = rates.get(cell.step).copied().unwrap_or(0.0);
    let id = id_of(lever.session, cell);
    let refused = ui.data(|data| data.get_temp::<RefusedText>(id.with("refused")));
    // Rounding is for the eye: a cell that is only visited keeps its rate.
    let figure = numbers::decimal(rate, decimals(rate));
    let shown = refused
        .as_ref()
        .map_or_else(|| figure.clone(), |(text, _)| text.clone());
    let typed = id.with("typed");
    let mut text = ui
        .data(|data| data.get_temp::<String>(typed))
        .unwrap_or_else(|| shown.clone());
    let (width, edge) = if refused.is_some() {
        (2.0, colours.missed)
    } else {
        (1.0, colours.outline)
    };
    let ink = if lever.setting.is_assumed {
        colours.text_weak
    } else {
        colours.accent
    };
    let filter = EventFilter {
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    let frame = Frame::new()
        .fill(colours.surface)
        .stroke(Stroke::new(width, edge))
        .corner_radius(3)
        .inner_margin(Margin::symmetric(4, 1));
    let field = ui.add(
        TextEdit::singleline(&mut text)
            .id(id)
            .frame(frame)
            .desired_width(WIDTH)
            .text_color(ink)
            .align(Align2::RIGHT_CENTER)
            .event_filter(filter),
    );
    let year = document.plan().year(cell.step + 1).to_string();
    let name = say_with(
        lever.language,
        "table-cell",
        &[("name", lever.full_name()), ("year", &year)],
    );
    name_control(&field, Role::TextInput, &name);
    let set = |rate: f64| {
        let mut rates = rates.clone();
        if let Some(year) = rates.get_mut(cell.step) {
            *year = rate;
        }
        Command::SetRates {
            lever: cell.ix,
            rates: Rates::Yearly(rates),
            phase: Phase::Done,
        }
    };
    if field.has_focus() {
        let using = (document.id(), cell);
        ui.data_mut(|data| data.insert_temp(Id::unique("rate cell in use"), using));
        match read(lever, &text) {
            _ if text.trim() == shown => typing::nothing(ui),
            Ok(rate) => typing::brings(ui, set(rate)),
            Err(_) => {
                let (lever, text) = (cell.ix, text.clone());
                typing::brings(ui, Command::Misread { lever, text });
            }
        }
        ui.data_mut(|data| data.insert_temp(typed, text));
        return;
    }
    if field.lost_focus() {
        ui.data_mut(|data| data.remove::<String>(typed));
        typing::nothing(ui);
        leave(
            ui,
            lever,
            (cell, below),
            (text.trim(), &shown, &figure),
            &set,
            send,
        );
    }
    if let Some((_, reason)) = refused {
        field.on_hover_text(reason);
    }
}

/// Takes what was typed, or keeps it with the reason why not.
fn leave(
    ui: &Ui,
    lever: &Lever<'_>,
    (cell, below): (RateCell, Option<IndicatorIx>),
    (text, shown, figure): (&str, &str, &str),
    set: &dyn Fn(f64) -> Command,
    send: &mut Vec<Command>,
) {
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    if pressed(Key::Escape) || text.is_empty() || text == figure {
        forget(ui, lever.session, cell);
    } else if text != shown {
        match read(lever, text) {
            Ok(rate) => {
                forget(ui, lever.session, cell);
                send.push(set(rate));
            }
            Err(reason) => refuse(ui, lever.session, cell, text, reason),
        }
    }
    if let (true, Some(ix)) = (pressed(Key::Enter), below) {
        let next = id_of(lever.session, RateCell { ix, ..cell });
        ui.data_mut(|data| data.insert_temp(Id::unique("next rate cell"), next));
    }
}

/// As many decimals as an even rate deserves, and all of a typed one up to four.
fn decimals(rate: f64) -> usize {
    let shown = numbers::decimal(rate, DECIMALS);
    let digits = shown
        .trim_end_matches('0')
        .split_once('.')
        .map_or(0, |(_, fraction)| fraction.len());
    if digits < DECIMALS { digits.max(2) } else { 2 }
}

/// What happened in a past year; a fall of a declining lever is positive.
fn past(ui: &mut Ui, lever: &Lever<'_>, cell: RateCell) {
    let document = lever.document();
    let change = document
        .projection()
        .annual_change(document.plan(), cell.ix, cell.step + 1);
    let is_fall = lever.indicator.change() == Some(Change::Decline);
    let change = change.map(|change| if is_fall { -change } else { change });
    let text = change.map_or_else(|| "–".to_owned(), |change| numbers::decimal(change, 2));
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.add_space(5.0);
        ui.label(RichText::new(text).color(Colours::of(ui).text_weak));
    });
}
