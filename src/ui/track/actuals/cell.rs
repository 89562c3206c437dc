//! One cell of the grid: the figure given for a year, or one that follows from others.

use eframe::egui::{Align2, EventFilter, Frame, Id, Key, Margin, Role, Stroke, TextEdit, Ui};

use crate::model::Origin;
use crate::plan::IndicatorIx;
use crate::scenario::Actual;
use crate::scenario::import::FigureKind;
use crate::session::{ActualsCommand, Command, Session};
use crate::text::{Language, Message, numbers, say, say_with};
use crate::ui::name_control;
use crate::ui::theme::Colours;
use crate::ui::typing;
use crate::wording::origin;

/// The width of a year, in points.
pub(super) const YEAR: f32 = 64.0;

/// The cell of a control, for pasting into it.
pub(super) fn cell_of(ui: &Ui, id: Id) -> Option<(IndicatorIx, i32)> {
    ui.data(|data| data.get_temp::<(IndicatorIx, i32)>(id.with("cell")))
}

/// The control of a cell.
pub(super) fn cell_id(session: &Session, ix: IndicatorIx, year: i32) -> Id {
    Id::unique(("actual", session.document().id(), ix, year))
}

/// What a cell shows: refused text; the figure given in the row's form; or, in a pale colour, what follows from figures
/// in other forms and years.
struct CellDisplay {
    text: String,
    pale: String,
    hover: Option<String>,
    is_refused: bool,
}

impl CellDisplay {
    fn new(session: &Session, (ix, year): (IndicatorIx, i32)) -> Self {
        let language = session.view().language;
        if let Some(refused) = session.refused(ix, year) {
            let what = refused.what.say(language);
            return Self {
                text: refused.text.clone(),
                pale: String::new(),
                hover: Some(format!("{what}\n{}", refused.help.say(language))),
                is_refused: true,
            };
        }
        let kind = session.actual_kind(ix);
        let given = session.given(ix, year);
        let own = given.iter().find(|figure| FigureKind::of(**figure) == kind);
        let others = given.iter().filter(|figure| FigureKind::of(**figure) != kind);
        let others: Vec<String> = others.map(|figure| given_in_words(*figure, language)).collect();
        let follows = session.actual_as(ix, year, kind);
        let pale = if own.is_some() { None } else { follows }.map(numbers::level);
        let hover = if !others.is_empty() {
            Some(others.join("\n"))
        } else if pale.is_some() {
            Some(origin_in_words(session, ix, year))
        } else {
            None
        };
        Self {
            text: own
                .map(|figure| numbers::shortest(figure.value()))
                .unwrap_or_default(),
            pale: pale.unwrap_or_default(),
            hover,
            is_refused: false,
        }
    }
}

/// What a figure rests on that was not given for this year.
fn origin_in_words(session: &Session, ix: IndicatorIx, year: i32) -> String {
    let (document, language) = (session.document(), session.view().language);
    let step = usize::try_from(year - document.plan().base_year).ok();
    let found = step.and_then(|step| document.projection().origins(ix).get(step));
    match found {
        Some(found @ (Origin::Interpolated | Origin::PartlyAssumed | Origin::Assumed)) => {
            origin(*found, language)
        }
        _ => say(language, "actuals-follows").into_owned(),
    }
}

fn given_in_words(figure: Actual, language: Language) -> String {
    Message::new("actuals-given-as")
        .with("kind", Message::new(FigureKind::of(figure).label()))
        .with("value", numbers::shortest(figure.value()))
        .say(language)
}

/// A field for a year. Enter and losing focus submit the text, Escape discards it; Enter and the arrows move up and
/// down.
pub(super) fn cell(
    ui: &mut Ui,
    session: &Session,
    (ix, year): (IndicatorIx, i32),
    below: Option<IndicatorIx>,
    send: &mut Vec<Command>,
) {
    let language = session.view().language;
    let colours = Colours::of(ui);
    let id = cell_id(session, ix, year);
    let shown = CellDisplay::new(session, (ix, year));
    let typed = id.with("typed");
    let mut text = ui
        .data(|data| data.get_temp::<String>(typed))
        .unwrap_or_else(|| shown.text.clone());
    let outline = if shown.is_refused {
        colours.missed
    } else {
        colours.outline
    };
    let frame = Frame::new()
        .fill(colours.surface)
        .stroke(Stroke::new(if shown.is_refused { 2.0 } else { 1.0 }, outline))
        .corner_radius(3)
        .inner_margin(Margin::symmetric(4, 1));
    let filter = EventFilter {
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    let field = ui.add(
        TextEdit::singleline(&mut text)
            .id(id)
            .frame(frame)
            .desired_width(YEAR)
            .text_color(colours.text)
            .align(Align2::RIGHT_CENTER)
            .event_filter(filter)
            .hint_text(shown.pale.clone()),
    );
    let name = session.document().plan().get(ix).name.get(language);
    let year_text = year.to_string();
    let label = say_with(language, "actuals-cell", &[("name", name), ("year", &year_text)]);
    name_control(&field, Role::TextInput, &label);
    ui.data_mut(|data| data.insert_temp(id.with("cell"), (ix, year)));
    if field.has_focus() {
        if text.trim() == shown.text {
            typing::nothing(ui);
        } else {
            typing::brings(ui, taken(ix, year, text.clone()));
        }
        ui.data_mut(|data| data.insert_temp(typed, text));
        if session.actuals_row() != Some(ix) {
            send.push(Command::Actuals(ActualsCommand::Look(ix)));
        }
        return;
    }
    if field.lost_focus() {
        ui.data_mut(|data| data.remove::<String>(typed));
        typing::nothing(ui);
        leave(ui, session, (ix, year), (&shown, text), below, send);
    }
    if let Some(hover) = shown.hover {
        field.on_hover_text(hover);
    }
}

fn taken(indicator: IndicatorIx, year: i32, text: String) -> Command {
    Command::Actuals(ActualsCommand::Type {
        indicator,
        year,
        text,
    })
}

fn leave(
    ui: &Ui,
    session: &Session,
    (ix, year): (IndicatorIx, i32),
    (shown, text): (&CellDisplay, String),
    below: Option<IndicatorIx>,
    send: &mut Vec<Command>,
) {
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    if pressed(Key::Escape) {
        if shown.is_refused {
            send.push(Command::Actuals(ActualsCommand::Forget(ix, year)));
        }
        return;
    }
    if text.trim() != shown.text {
        send.push(taken(ix, year, text));
    }
    if pressed(Key::Enter)
        && let Some(below) = below
    {
        // Only after every field is drawn: the field below would otherwise react to this same key press.
        let id = cell_id(session, below, year);
        ui.data_mut(|data| data.insert_temp(Id::unique("next cell"), id));
    }
}
