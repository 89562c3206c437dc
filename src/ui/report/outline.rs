//! The outline: the sections of reports with their numbers, and the charts, each ticked, ordered and looked at here.

use eframe::egui::{Frame, Id, Key, Label, Margin, Rect, Response, RichText, ScrollArea, Ui};

use super::outline_row::{self, OutlineRow, RowAction};
use crate::export::report::SectionKind;
use crate::plan::IndicatorIx;
use crate::session::{Command, ReportCommand, ReportItem, Session};
use crate::text::{Language, Message, say};
use crate::ui::pieces::{BODY, SMALL};
use crate::ui::theme::Colours;
use crate::ui::{column, short};

/// A row as drawn: what can be dragged, where it is, and the rectangle of everything that moves with it.
struct OutlineBlock {
    item: ReportItem,
    place: Rect,
    response: Response,
}

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(9.0);
    ui.horizontal(|ui| {
        ui.add_space(12.0);
        ui.label(RichText::new(say(language, "report-contents")).size(BODY));
    });
    ui.add_space(7.0);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let charts = session.report_charts();
        let (mut of_parts, mut of_charts) = (Vec::new(), Vec::new());
        let ids = ids(session, &charts);
        for (part, _) in &session.report().outline {
            let item = ReportItem::Part(*part);
            let response = row(ui, session, item, &ids, send);
            let mut place = response.rect;
            if *part == SectionKind::Charts {
                for ix in &charts {
                    let item = ReportItem::Chart(*ix);
                    let response = row(ui, session, item, &ids, send);
                    let place = response.rect;
                    of_charts.push(OutlineBlock {
                        item,
                        place,
                        response,
                    });
                }
                add_chart(ui, session, &charts, send);
                place = place.with_max_y(ui.cursor().top());
            }
            of_parts.push(OutlineBlock {
                item,
                place,
                response,
            });
        }
        for blocks in [of_parts, of_charts] {
            drag(ui, &blocks, send);
        }
        hint(ui, language);
        column::keep_focus_in_sight(ui);
    });
}

/// The ids of all rows, in order.
fn ids(session: &Session, charts: &[IndicatorIx]) -> Vec<Id> {
    let mut items = Vec::new();
    for (part, _) in &session.report().outline {
        items.push(ReportItem::Part(*part));
        if *part == SectionKind::Charts {
            items.extend(charts.iter().map(|ix| ReportItem::Chart(*ix)));
        }
    }
    items.into_iter().map(outline_row::id).collect()
}

fn row(ui: &mut Ui, session: &Session, item: ReportItem, ids: &[Id], send: &mut Vec<Command>) -> Response {
    let language = session.view().language;
    let is_looked_at = session.previewed() == Some(item);
    let (response, action) = match item {
        ReportItem::Part(part) => {
            let name = say(language, part.heading());
            let row = OutlineRow {
                item,
                name: &name,
                text: numbered(session, part, language),
                note: session
                    .report_lacks(part)
                    .map_or_else(String::new, |why| say(language, why).into_owned()),
                is_ticked: session.report().number(part).is_some(),
                is_looked_at,
            };
            outline_row::draw(ui, &row, ids, language)
        }
        ReportItem::Chart(ix) => {
            let indicator = session.document().plan().get(ix);
            let name = indicator.name.get(language);
            let row = OutlineRow {
                item,
                name,
                text: indicator.short_name(language).to_owned(),
                note: String::new(),
                is_ticked: true,
                is_looked_at,
            };
            let (response, action) = outline_row::draw(ui, &row, ids, language);
            (response.on_hover_text(short(name)), action)
        }
    };
    send.extend(action.and_then(|action| command(session, item, &action)));
    if let (ReportItem::Chart(ix), true) = (item, response.clicked()) {
        send.push(Command::Select(ix));
    }
    response
}

/// The heading of a section with the number it has in reports, if it is in them.
pub(super) fn numbered(session: &Session, part: SectionKind, language: Language) -> String {
    let heading = say(language, part.heading());
    match session.report().number(part) {
        Some(number) => Message::new("report-section")
            .with("number", number)
            .with("heading", heading.as_ref())
            .say(language),
        None => heading.into_owned(),
    }
}

fn command(session: &Session, item: ReportItem, action: &RowAction) -> Option<Command> {
    let position = match item {
        ReportItem::Part(part) => session
            .report()
            .outline
            .iter()
            .position(|(other, _)| *other == part),
        ReportItem::Chart(ix) => session.report_charts().iter().position(|other| *other == ix),
    };
    Some(match (action, item) {
        (RowAction::Tick, ReportItem::Part(part)) => Command::Report(ReportCommand::TogglePart(part)),
        (RowAction::Tick, ReportItem::Chart(ix)) => Command::Report(ReportCommand::ToggleChart(ix)),
        (RowAction::LookAt, _) => Command::Report(ReportCommand::LookAt(item)),
        (RowAction::Earlier, _) => to(item, position?.checked_sub(1)?),
        (RowAction::Later, _) => to(item, position? + 1),
    })
}

/// Moves a part or a chart to a place among its like.
const fn to(item: ReportItem, position: usize) -> Command {
    Command::Report(match item {
        ReportItem::Part(part) => ReportCommand::PlacePart(part, position),
        ReportItem::Chart(ix) => ReportCommand::PlaceChart(ix, position),
    })
}

/// A dragged row changes places with the next one as soon as the pointer is beyond the middle of that. Esc puts it back.
fn drag(ui: &Ui, blocks: &[OutlineBlock], send: &mut Vec<Command>) {
    type Begun = (ReportItem, usize);
    let id = Id::unique("report item dragged from");
    let begun = ui.data(|data| data.get_temp::<Begun>(id));
    if let Some((item, first)) = begun
        && blocks
            .iter()
            .any(|block| block.item == item && !block.response.dragged())
    {
        ui.data_mut(|data| data.remove::<Begun>(id));
        // By the time Esc is seen here, it has ended the drag.
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            send.push(to(item, first));
        }
        return;
    }
    let Some(at) = blocks.iter().position(|block| block.response.dragged()) else {
        return;
    };
    let item = blocks[at].item;
    if blocks[at].response.drag_started() {
        ui.data_mut(|data| data.insert_temp::<Begun>(id, (item, at)));
    }
    let Some(pointer) = blocks[at].response.interact_pointer_pos() else {
        return;
    };
    let middle = |n: usize| blocks.get(n).map(|block| block.place.center().y);
    let above = at.checked_sub(1).and_then(middle);
    if above.is_some_and(|middle| pointer.y < middle) {
        send.push(to(item, at - 1));
    } else if middle(at + 1).is_some_and(|middle| pointer.y > middle) {
        send.push(to(item, at + 1));
    }
}

/// The charts that are not in the report yet.
fn add_chart(ui: &mut Ui, session: &Session, charts: &[IndicatorIx], send: &mut Vec<Command>) {
    let language = session.view().language;
    let plan = session.document().plan();
    ui.horizontal(|ui| {
        ui.add_space(66.0);
        ui.style_mut().visuals.button_frame = false;
        let colour = Colours::of(ui).accent;
        let words = RichText::new(say(language, "report-add-chart"))
            .size(BODY)
            .color(colour);
        ui.menu_button(words, |ui| {
            ui.set_min_width(260.0);
            ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
                for (ix, indicator) in plan.iter().filter(|(ix, _)| !charts.contains(ix)) {
                    if ui.button(short(indicator.name.get(language))).clicked() {
                        send.push(Command::Report(ReportCommand::ToggleChart(ix)));
                        send.push(Command::Report(ReportCommand::LookAt(ReportItem::Chart(ix))));
                    }
                }
            });
        });
    });
    ui.add_space(4.0);
}

fn hint(ui: &mut Ui, language: Language) {
    let colours = Colours::of(ui);
    ui.add_space(4.0);
    ui.separator();
    Frame::new()
        .inner_margin(Margin::symmetric(12, 0))
        .show(ui, |ui| {
            let words = RichText::new(say(language, "report-outline-hint")).size(SMALL + 0.5);
            ui.add(Label::new(words.color(colours.text_weak)).wrap());
        });
}
