//! The rates without a spread; a click gives one to begin with.

use eframe::egui::{Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::session::{Command, Session, UncertaintyCommand};
use crate::text::{Message, say, say_with};
use crate::ui::levers::Lever;
use crate::ui::name_control;
use crate::ui::pieces::{BODY, Icon, NOTE, from_left, line, to_right};
use crate::ui::selection;
use crate::ui::theme::Colours;

/// Heights of the heading and of a row, and margins, in points.
const HEAD: f32 = 26.0;
const ROW: f32 = 24.0;
const SIDE: f32 = 12.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let document = session.document();
    let fixed: Vec<_> = document
        .plan()
        .levers()
        .map(|(ix, _)| ix)
        .filter(|ix| document.spread(*ix).is_none() || !document.may_vary(*ix))
        .collect();
    if fixed.is_empty() {
        return;
    }
    // Where nothing is uncertain yet, this is the list to choose from.
    let begins_open = document.uncertain().next().is_none();
    let id = Id::unique(("fixed rates", begins_open));
    let is_open = ui.data(|data| data.get_temp::<bool>(id)).unwrap_or(begins_open);
    head(ui, session, (id, is_open), fixed.len());
    if !is_open {
        return;
    }
    for ix in fixed {
        one(ui, &Lever::new(session, ix), send);
    }
}

fn head(ui: &mut Ui, session: &Session, (id, is_open): (Id, bool), count: usize) {
    let (language, colours) = (session.view().language, Colours::of(ui));
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
    let response = ui.interact(rect, id.with("head"), Sense::click());
    let painter = ui.painter();
    painter.rect_filled(rect, 0.0, colours.control);
    let y = rect.center().y;
    let icon = if is_open { Icon::Down } else { Icon::Right };
    icon.paint(painter, pos2(rect.left() + SIDE + 4.0, y), colours.text);
    let shown = line(painter, count.to_string(), BODY, colours.text_weak, 60.0);
    let right = to_right(painter, shown, pos2(rect.right() - SIDE, y));
    let left = rect.left() + SIDE + 15.0;
    let title = say(language, "spread-none-set");
    let text = line(painter, title.as_ref(), BODY, colours.text, right - left - 8.0);
    from_left(painter, text, left, y);
    let name = Message::new("levers-group")
        .with("title", title.as_ref())
        .with("count", count)
        .say(language);
    name_control(&response, Role::Button, &name);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
    if response.clicked() {
        ui.data_mut(|data| data.insert_temp(id, !is_open));
    }
}

fn one(ui: &mut Ui, lever: &Lever<'_>, send: &mut Vec<Command>) {
    let (language, colours) = (lever.language, Colours::of(ui));
    let document = lever.document();
    let may = document.may_vary(lever.ix);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let id = Id::unique(("fixed rate", document.id(), lever.ix.position()));
    let sense = if may { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, id, sense);
    let name = if may {
        say_with(language, "spread-give", &[("name", lever.full_name())])
    } else {
        say_with(language, "spread-cannot", &[("name", lever.full_name())])
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, may, &name));
    selection::row(ui, rect, &response, false);
    written(
        ui,
        lever,
        rect,
        may && (response.hovered() || response.has_focus()),
        colours,
    );
    if response.clicked() {
        send.push(Command::Uncertainty(UncertaintyCommand::Begin(lever.ix)));
    }
    response.on_hover_text(name);
}

fn written(ui: &Ui, lever: &Lever<'_>, rect: Rect, is_pointed_at: bool, colours: &Colours) {
    let painter = ui.painter();
    let y = rect.center().y;
    let mut right = rect.right() - SIDE;
    if is_pointed_at {
        Icon::Plus.paint(painter, pos2(right - 6.0, y), colours.accent);
        right -= 18.0;
    }
    let left = rect.left() + SIDE + 15.0;
    let value = line(
        painter,
        lever.value(),
        NOTE,
        colours.text_weak,
        (right - left) * 0.55,
    );
    let right = to_right(painter, value, pos2(right, y));
    let name = lever.indicator.short_name(lever.language);
    let name = line(painter, name, BODY, colours.text_weak, right - left - 8.0);
    from_left(painter, name, left, y);
}
