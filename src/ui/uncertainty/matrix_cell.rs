//! A cell of the matrix of correlations: painted, and a field once it has the focus.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{
    Align2, EventFilter, FontId, Frame, Id, Key, Margin, Modifiers, Rect, Role, Sense, Stroke, StrokeKind,
    TextEdit, Ui, UiBuilder, Vec2, WidgetInfo,
};

use super::refusal::Refusal;
use crate::plan::IndicatorIx;
use crate::session::{Command, Session, UncertaintyCommand};
use crate::text::{numbers, say, say_with};
use crate::ui::name_control;
use crate::ui::pieces::NOTE;
use crate::ui::theme::Colours;
use crate::ui::typing;
use crate::wording::correlation_refused;

/// Where a cell is.
pub(super) struct CellAround<'a> {
    /// The levers of rows and columns.
    pub levers: &'a [IndicatorIx],
    /// Its row and column.
    pub at: [usize; 2],
    /// Its place.
    pub place: Rect,
    /// What is seen of all cells.
    pub seen: Rect,
    /// What the names at the left and above cover.
    pub names: Vec2,
}

impl CellAround<'_> {
    /// The next cell to a side; the one on the diagonal is stepped over.
    fn next(&self, step: [isize; 2]) -> Option<[IndicatorIx; 2]> {
        let mut at = self.at;
        loop {
            for (place, by) in at.iter_mut().zip(step) {
                *place = place.checked_add_signed(by)?;
            }
            let [row, column] = at;
            let cell = [*self.levers.get(row)?, *self.levers.get(column)?];
            if row != column {
                return Some(cell);
            }
        }
    }
}

fn id_of(session: &Session, [one, other]: [IndicatorIx; 2]) -> Id {
    let cell = (one.position(), other.position());
    Id::unique(("correlation", session.document().id(), cell))
}

/// What a cell is called.
pub(super) fn name(session: &Session, cell: [IndicatorIx; 2]) -> String {
    let (plan, language) = (session.document().plan(), session.view().language);
    let [one, other] = cell.map(|ix| plan.get(ix).name.get(language));
    say_with(language, "correlations-cell", &[("one", one), ("other", other)])
}

fn place_of_focus() -> Id {
    Id::unique("correlation focused")
}

/// The cell that is a field now.
pub(super) fn focused(ui: &Ui) -> Option<[IndicatorIx; 2]> {
    ui.data(|data| data.get_temp::<[IndicatorIx; 2]>(place_of_focus()))
}

/// Whether text that was not yet taken stands in a cell.
pub(super) fn is_typed_in(ui: &Ui) -> bool {
    ui.data(|data| data.get_temp::<bool>(place_of_focus().with("typed")))
        .unwrap_or(false)
}

/// Before the cells are drawn: none has the focus yet.
pub(super) fn begin(ui: &Ui) {
    ui.data_mut(|data| {
        data.remove::<[IndicatorIx; 2]>(place_of_focus());
        data.remove::<bool>(place_of_focus().with("typed"));
    });
}

/// The focus goes to a cell once all are drawn.
pub(super) fn go_to(ui: &Ui, session: &Session, cell: [IndicatorIx; 2]) {
    let id = id_of(session, cell);
    ui.data_mut(|data| data.insert_temp(place_of_focus().with("next"), id));
}

/// After they are drawn, so that the next one does not react to the same key.
pub(super) fn go_to_next(ui: &Ui) {
    let next = place_of_focus().with("next");
    if let Some(id) = ui.data(|data| data.get_temp::<Id>(next)) {
        ui.data_mut(|data| data.remove::<Id>(next));
        ui.memory_mut(|memory| memory.request_focus(id));
    }
}

pub(super) fn draw(
    ui: &mut Ui,
    session: &Session,
    cell: [IndicatorIx; 2],
    around: &CellAround<'_>,
    send: &mut Vec<Command>,
) {
    let id = id_of(session, cell);
    let rho = session.document().scenario().correlation(cell[0], cell[1]);
    let given = if rho.abs() > 0.0 {
        numbers::shortest(rho)
    } else {
        String::new()
    };
    let refused = Refusal::known(ui, session).filter(|refused| refused.cell == cell);
    let shown = refused.as_ref().map_or(given, |refused| refused.text.clone());
    if ui.memory(|memory| memory.has_focus(id)) || ui.data(|data| data.get_temp::<String>(id)).is_some() {
        field(ui, session, (id, cell), around, (&shown, refused.is_some()), send);
    } else {
        painted(ui, session, (id, cell), around, (&shown, refused.is_some()));
    }
}

/// The figure with a frame.
fn painted(
    ui: &Ui,
    session: &Session,
    (id, cell): (Id, [IndicatorIx; 2]),
    around: &CellAround<'_>,
    (shown, is_refused): (&str, bool),
) {
    let colours = Colours::of(ui);
    let place = around.place.shrink(1.0);
    let seen = place.intersect(around.seen);
    let is_seen = seen.is_positive();
    // Even out of sight it is reached by keyboard.
    let response = ui.interact(if is_seen { seen } else { place }, id, Sense::click());
    response.widget_info(|| WidgetInfo {
        current_text_value: Some(shown.to_owned()),
        ..WidgetInfo::labeled(Role::TextInput, true, name(session, cell))
    });
    if response.clicked() {
        response.request_focus();
    }
    if !is_seen {
        return;
    }
    let edge = match (is_refused, response.hovered()) {
        (true, _) => Stroke::new(2.0, colours.missed),
        (false, true) => Stroke::new(1.0, colours.accent),
        (false, false) => Stroke::new(1.0, colours.outline),
    };
    let painter = ui.painter().with_clip_rect(seen.intersect(ui.clip_rect()));
    painter.rect(place, 2.0, colours.surface, edge, StrokeKind::Inside);
    let font = FontId::proportional(NOTE);
    let at = place.right_center() - eframe::egui::vec2(6.0, 0.0);
    painter.text(at, Align2::RIGHT_CENTER, shown, font, colours.text);
    if !is_refused {
        response.on_hover_text(name(session, cell));
    }
}

/// The cell with the focus. Enter, Tab, the arrows and losing focus take the text, Escape discards it, Delete removes the
/// correlation.
fn field(
    ui: &mut Ui,
    session: &Session,
    (id, cell): (Id, [IndicatorIx; 2]),
    around: &CellAround<'_>,
    (shown, is_refused): (&str, bool),
    send: &mut Vec<Command>,
) {
    let known = ui.data(|data| data.get_temp::<String>(id));
    let mut text = known.clone().unwrap_or_else(|| shown.to_owned());
    let is_untouched = text == shown;
    let steps = keys(ui, is_untouched, send, cell);
    let go = steps.go;
    let colours = Colours::of(ui);
    let edge = if is_refused {
        Stroke::new(2.0, colours.missed)
    } else {
        Stroke::new(2.0, colours.accent)
    };
    let frame = Frame::new()
        .fill(colours.surface)
        .stroke(edge)
        .corner_radius(2)
        .inner_margin(Margin::symmetric(4, 1));
    let place = around.place.shrink(1.0);
    let mut inside = ui.new_child(UiBuilder::new().id_salt(id).max_rect(place));
    inside.set_clip_rect(around.seen.expand(1.0).intersect(ui.clip_rect()));
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    let field = inside.put(
        place,
        TextEdit::singleline(&mut text)
            .id(id)
            .frame(frame)
            .font(FontId::proportional(NOTE))
            .text_color(colours.text)
            .align(Align2::RIGHT_CENTER)
            .event_filter(filter),
    );
    name_control(&field, Role::TextInput, &name(session, cell));
    if known.is_none() {
        select_all(ui, id, text.chars().count());
        // Not below the names.
        let mut in_sight = place;
        in_sight.min -= around.names;
        ui.scroll_to_rect(in_sight, None);
    }
    if field.has_focus() && go.is_none() {
        ui.data_mut(|data| {
            data.insert_temp(place_of_focus(), cell);
            data.insert_temp(place_of_focus().with("typed"), text != shown);
        });
        match read(session, cell, &text) {
            Ok(rho) if text != shown => typing::brings(ui, correlate(cell, rho)),
            _ => typing::nothing(ui),
        }
        ui.data_mut(|data| {
            if steps.is_anew {
                data.remove::<String>(id);
            } else {
                data.insert_temp(id, text);
            }
        });
        return;
    }
    ui.data_mut(|data| data.remove::<String>(id));
    typing::nothing(ui);
    leave(ui, session, cell, around, (&text, shown, go), send);
}

/// Where to go.
type NextCell = [isize; 2];

/// What keys ask of a cell.
#[derive(Default)]
struct CellKeys {
    go: Option<NextCell>,
    /// Another figure will stand in the cell, to be shown anew.
    is_anew: bool,
}

/// Keys that a field would take for itself: arrows leave it, sideways only while nothing is typed; Delete then removes the
/// correlation, and undo is the window's.
fn keys(ui: &Ui, is_untouched: bool, send: &mut Vec<Command>, cell: [IndicatorIx; 2]) -> CellKeys {
    let take = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    let mut found = CellKeys::default();
    for (key, step, is_sideways) in [
        (Key::ArrowUp, [-1, 0], false),
        (Key::ArrowDown, [1, 0], false),
        (Key::ArrowLeft, [0, -1], true),
        (Key::ArrowRight, [0, 1], true),
    ] {
        if (is_untouched || !is_sideways) && take(Modifiers::NONE, key) {
            found.go = Some(step);
        }
    }
    if is_untouched {
        for (modifiers, key, command) in [
            (Modifiers::NONE, Key::Delete, correlate(cell, None)),
            (Modifiers::COMMAND, Key::Z, Command::Undo),
            (Modifiers::COMMAND, Key::Y, Command::Redo),
        ] {
            if take(modifiers, key) {
                Refusal::forget(ui);
                send.push(command);
                found.is_anew = true;
            }
        }
    }
    found
}

fn select_all(ui: &Ui, id: Id, length: usize) {
    let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(length));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), id);
}

const fn correlate(levers: [IndicatorIx; 2], rho: Option<f64>) -> Command {
    Command::Uncertainty(UncertaintyCommand::Correlate { levers, rho })
}

/// A correlation as typed, nothing for none, or why it cannot be.
fn read(session: &Session, cell: [IndicatorIx; 2], text: &str) -> Result<Option<f64>, String> {
    let (document, language) = (session.document(), session.view().language);
    let rho = match text.trim() {
        "" => None,
        text => match numbers::parse(text) {
            Some(rho) => Some(rho),
            None => return Err(say(language, "levers-no-figure").into_owned()),
        },
    };
    match document.correlations_with(cell, rho) {
        Ok(_) => Ok(rho),
        Err((of, fault)) => {
            let said = correlation_refused(document.plan(), of, &fault, language);
            Err(said.map(|message| message.say(language)).join("\n"))
        }
    }
}

/// Takes what was typed, or keeps it with the reason why not, and then stays.
fn leave(
    ui: &Ui,
    session: &Session,
    cell: [IndicatorIx; 2],
    around: &CellAround<'_>,
    (text, shown, go): (&str, &str, Option<NextCell>),
    send: &mut Vec<Command>,
) {
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let mut stays = false;
    if pressed(Key::Escape) {
        Refusal::forget(ui);
        stays = text != shown;
    } else if text != shown {
        match read(session, cell, text) {
            Ok(rho) => {
                Refusal::forget(ui);
                send.push(correlate(cell, rho));
            }
            Err(reason) => {
                Refusal::new(session, cell, text, reason).keep(ui);
                stays = pressed(Key::Enter) || go.is_some();
            }
        }
    }
    let go = go.or_else(|| pressed(Key::Enter).then_some([1, 0]));
    let next = if stays {
        Some(cell)
    } else {
        go.and_then(|step| around.next(step))
    };
    let next = next.or_else(|| go.is_some().then_some(cell));
    if let Some(next) = next {
        go_to(ui, session, next);
    }
}
