//! The grid: an indicator in each row, a year in each column.

use eframe::egui::{
    Align, Align2, Button, ComboBox, EventFilter, Frame, Id, Key, Label, Layout, Margin, RichText, Role,
    ScrollArea, Stroke, TextEdit, Ui, vec2,
};
use egui_extras::{Column, TableBuilder, TableRow};

use crate::figure::unit;
use crate::model::Origin;
use crate::plan::{IndicatorIx, Plan, years};
use crate::scenario::Actual;
use crate::scenario::import::Kind;
use crate::session::{ActualsCommand, Command, Session};
use crate::text::{Language, Message, numbers, say, say_with};
use crate::ui::name_control;
use crate::ui::theme::Colours;

/// Height of a row and widths of columns, in points.
const ROW: f32 = 26.0;
const NAME: f32 = 150.0;
const KIND: f32 = 150.0;
const BASE: f32 = 64.0;
const YEAR: f32 = 64.0;
const GAP: f32 = 4.0;

/// A row: a heading of the plan, or a lever.
enum Entry {
    Category(usize),
    Lever(IndicatorIx),
}

fn entries(plan: &Plan) -> Vec<Entry> {
    let mut entries = Vec::new();
    for category in 0..plan.categories.len() {
        let levers = plan.levers().filter(|(_, lever)| lever.category == category);
        let levers: Vec<Entry> = levers.map(|(ix, _)| Entry::Lever(ix)).collect();
        if !levers.is_empty() {
            entries.push(Entry::Category(category));
            entries.extend(levers);
        }
    }
    entries
}

/// The cell that a control is, for what is pasted into it.
pub(super) fn cell_of(ui: &Ui, id: Id) -> Option<(IndicatorIx, i32)> {
    ui.data(|data| data.get_temp::<(IndicatorIx, i32)>(id.with("cell")))
}

fn cell_id(session: &Session, ix: IndicatorIx, year: i32) -> Id {
    Id::unique(("actual", session.document().id(), ix, year))
}

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let plan = session.document().plan();
    ui.spacing_mut().item_spacing = vec2(GAP, 1.0);
    let others = KIND + BASE + years(plan.steps()) as f32 * (YEAR + GAP) + 3.0 * GAP;
    let name = (ui.available_width() - others - 12.0).max(NAME);
    let entries = entries(plan);
    ScrollArea::horizontal().auto_shrink(false).show(ui, |ui| {
        let table = TableBuilder::new(ui)
            .id_salt("actuals")
            .auto_shrink(false)
            .cell_layout(Layout::left_to_right(Align::Center))
            .column(Column::exact(name).clip(true))
            .column(Column::exact(KIND).clip(true))
            .column(Column::exact(BASE).clip(true))
            .columns(Column::exact(YEAR), plan.steps());
        let table = table.header(20.0, |mut row| header(&mut row, plan, session.view().language));
        table.body(|mut body| {
            for (n, entry) in entries.iter().enumerate() {
                body.row(ROW, |mut row| match entry {
                    Entry::Category(category) => heading(&mut row, plan, *category, session.view().language),
                    Entry::Lever(ix) => {
                        row.set_selected(session.actuals_row() == Some(*ix));
                        let below = entries[n + 1..].iter().find_map(|entry| match entry {
                            Entry::Lever(below) => Some(*below),
                            Entry::Category(_) => None,
                        });
                        fill(&mut row, session, *ix, below, send);
                    }
                });
            }
            crate::ui::column::keep_focus_in_sight(body.ui_mut());
        });
    });
    let next_id = Id::unique("next cell");
    if let Some(next) = ui.data(|data| data.get_temp::<Id>(next_id)) {
        ui.data_mut(|data| data.remove::<Id>(next_id));
        ui.memory_mut(|memory| memory.request_focus(next));
    }
}

fn header(row: &mut TableRow<'_, '_>, plan: &Plan, language: Language) {
    let mut heading = |text: &str, layout: Layout| {
        row.col(|ui| {
            let text = RichText::new(text).small().color(Colours::of(ui).text_weak);
            ui.with_layout(layout, |ui| ui.add(Label::new(text).truncate()));
        });
    };
    let left = Layout::left_to_right(Align::Center);
    let right = Layout::right_to_left(Align::Center);
    heading(&say(language, "column-indicator"), left);
    heading(&say(language, "actuals-kind"), left);
    heading(&plan.base_year.to_string(), right);
    for year in plan.years().skip(1) {
        heading(&year.to_string(), right);
    }
}

fn heading(row: &mut TableRow<'_, '_>, plan: &Plan, category: usize, language: Language) {
    row.col(|ui| {
        let text = RichText::new(plan.categories[category].name.get(language)).small();
        ui.add(Label::new(text.color(Colours::of(ui).accent)).truncate());
    });
    for _ in 0..plan.steps() + 2 {
        row.col(|_| {});
    }
}

fn fill(
    row: &mut TableRow<'_, '_>,
    session: &Session,
    ix: IndicatorIx,
    below: Option<IndicatorIx>,
    send: &mut Vec<Command>,
) {
    let language = session.view().language;
    let document = session.document();
    let plan = document.plan();
    let name = plan.get(ix).name.get(language);
    row.col(|ui| {
        let is_chosen = session.actuals_row() == Some(ix);
        let button = ui.add(Button::selectable(is_chosen, name).truncate());
        let about = say_with(language, "actuals-row", &[("name", name)]);
        name_control(&button, Role::Button, &about);
        let unit = unit(plan, plan.get(ix), document.projection().kind(ix), language);
        if button.on_hover_text(unit).clicked() {
            send.push(Command::Actuals(ActualsCommand::Look(ix)));
        }
    });
    row.col(|ui| kind(ui, session, ix, name, send));
    row.col(|ui| {
        let base = document.projection().levels(ix).map(|levels| levels[0]);
        let text = base.map_or_else(|| "–".to_owned(), numbers::level);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(RichText::new(text).small().color(Colours::of(ui).text_weak));
        });
    });
    for year in plan.years().skip(1) {
        row.col(|ui| cell(ui, session, (ix, year), below, send));
    }
}

/// The form in which a row is shown and typed.
fn kind(ui: &mut Ui, session: &Session, ix: IndicatorIx, name: &str, send: &mut Vec<Command>) {
    let kind = session.actual_kind(ix);
    let salt = ("kind", ix.position());
    if let Some(chosen) = kinds(ui, salt, (kind, KIND - 12.0), name, session.view().language) {
        send.push(Command::Actuals(ActualsCommand::SetKind(ix, chosen)));
    }
}

/// A list of forms for the figures of what is called so; gives back the one that was chosen.
pub(super) fn kinds(
    ui: &mut Ui,
    salt: (&'static str, usize),
    (kind, width): (Kind, f32),
    name: &str,
    language: Language,
) -> Option<Kind> {
    let mut chosen = None;
    let combo = ComboBox::from_id_salt(salt)
        .selected_text(RichText::new(say(language, kind_label(kind))).small())
        .width(width)
        .truncate()
        .show_ui(ui, |ui| {
            for other in Kind::ALL {
                if ui
                    .selectable_label(other == kind, say(language, kind_label(other)))
                    .clicked()
                {
                    chosen = Some(other);
                }
            }
        });
    let label = say_with(language, "actuals-kind-of", &[("name", name)]);
    name_control(&combo.response, Role::ComboBox, &label);
    chosen
}

/// The id of a form's name.
const fn kind_label(kind: Kind) -> &'static str {
    match kind {
        Kind::Level => "kind-level",
        Kind::AnnualChange => "kind-annual-change",
        Kind::CumulativeChange => "kind-cumulative-change",
    }
}

/// What a cell shows: what was typed and refused; the figure that is given in the row's form; or, pale, what follows
/// from figures in other forms and years.
struct Shown {
    text: String,
    pale: String,
    hover: Option<String>,
    is_refused: bool,
}

impl Shown {
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
        let own = given.iter().find(|figure| Kind::of(**figure) == kind);
        let others = given.iter().filter(|figure| Kind::of(**figure) != kind);
        let others: Vec<String> = others.map(|figure| given_in_words(*figure, language)).collect();
        let follows = session.actual_as(ix, year, kind);
        let pale = if own.is_some() { None } else { follows }.map(numbers::level);
        let hover = if !others.is_empty() {
            Some(others.join("\n"))
        } else if pale.is_some() {
            Some(say(language, origin_label(session, ix, year)).into_owned())
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

fn origin_label(session: &Session, ix: IndicatorIx, year: i32) -> &'static str {
    let document = session.document();
    let step = usize::try_from(year - document.plan().base_year).unwrap_or(0);
    match document.projection().origins(ix).get(step) {
        Some(Origin::Interpolated) => "legend-interpolated",
        _ => "actuals-follows",
    }
}

fn given_in_words(figure: Actual, language: Language) -> String {
    Message::new("actuals-given-as")
        .with("kind", Message::new(kind_label(Kind::of(figure))))
        .with("value", numbers::shortest(figure.value()))
        .say(language)
}

/// A field for a year. Enter and leaving take what was typed, Escape gives it up; Enter and the arrows go up and down.
fn cell(
    ui: &mut Ui,
    session: &Session,
    (ix, year): (IndicatorIx, i32),
    below: Option<IndicatorIx>,
    send: &mut Vec<Command>,
) {
    let language = session.view().language;
    let colours = Colours::of(ui);
    let id = cell_id(session, ix, year);
    let shown = Shown::new(session, (ix, year));
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
        ui.data_mut(|data| data.insert_temp(typed, text));
        if session.actuals_row() != Some(ix) {
            send.push(Command::Actuals(ActualsCommand::Look(ix)));
        }
        return;
    }
    if field.lost_focus() {
        ui.data_mut(|data| data.remove::<String>(typed));
        leave(ui, session, (ix, year), (&shown, text), below, send);
    }
    if let Some(hover) = shown.hover {
        field.on_hover_text(hover);
    }
}

fn leave(
    ui: &Ui,
    session: &Session,
    (ix, year): (IndicatorIx, i32),
    (shown, text): (&Shown, String),
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
        send.push(Command::Actuals(ActualsCommand::Type {
            indicator: ix,
            year,
            text,
        }));
    }
    if pressed(Key::Enter)
        && let Some(below) = below
    {
        // Only once every field is drawn: the field below would take this very press for its own.
        let id = cell_id(session, below, year);
        ui.data_mut(|data| data.insert_temp(Id::unique("next cell"), id));
    }
}
