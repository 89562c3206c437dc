//! One uncertain rate: its name and rate, kind and width, and its curve with the rates between which nine tenths of all
//! draws lie.

use eframe::egui::{
    Align2, Button, FontId, Id, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::shown::SpreadRow;
use super::{editor, ends};
use crate::session::Command;
use crate::text::Message;
use crate::ui::levers::lever_decimals;
use crate::ui::pieces::{BODY, CurveScale, Icon, NOTE, SMALL, curve, from_left, line};
use crate::ui::theme::Colours;
use crate::ui::{name_control, selection};
use crate::wording::{bare_rate, labelled, spread_in_brief, years_in_brief};

/// The height of a row, the width of its curve, and margins, in points.
const ROW: f32 = 68.0;
const CURVE: f32 = 112.0;
const SIDE: f32 = 12.0;

/// Draws the row; returns its place.
pub(super) fn draw(ui: &mut Ui, row: &SpreadRow<'_>, is_selected: bool, send: &mut Vec<Command>) -> Rect {
    let lever = &row.lever;
    let open_id = Id::unique(("spread open", lever.document().id(), lever.ix.position()));
    let mut is_open = ui.data(|data| data.get_temp::<bool>(open_id)).unwrap_or(false);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let id = Id::unique(("spread row", lever.document().id(), lever.ix.position()));
    let mut inside = ui.new_child(UiBuilder::new().scope_id(id).max_rect(rect));
    let whole = inside.interact(rect, id.with("row"), Sense::click());
    let said = labelled(lever.full_name(), &row.in_words(), lever.language);
    whole.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_selected, &said));
    selection::row(&inside, rect, &whole, is_selected);
    if whole.clicked() {
        send.push(Command::Select(lever.ix));
    }
    whole.on_hover_text(said);
    let left = rect.left() + SIDE;
    let edge = rect.right() - SIDE - CURVE;
    names(&inside, row, (left, edge - 8.0), rect.top());
    let place = Rect::from_x_y_ranges(left..=edge - 10.0, rect.top() + 43.0..=rect.top() + 63.0);
    kind(&mut inside, row, place, &mut is_open);
    let place = Rect::from_x_y_ranges(edge..=rect.right() - SIDE, rect.top() + 8.0..=rect.top() + 46.0);
    shape(&inside, row, place, is_selected, send);
    let colours = Colours::of(ui);
    ui.painter().hline(
        rect.x_range(),
        rect.bottom() - 0.5,
        Stroke::new(1.0, colours.grid),
    );
    if is_open {
        editor::draw(ui, row, &mut is_open, send);
    }
    ui.data_mut(|data| data.insert_temp(open_id, is_open));
    rect
}

/// The name, and below it the years and the rate.
fn names(ui: &Ui, row: &SpreadRow<'_>, (left, right): (f32, f32), top: f32) {
    let (lever, colours, painter) = (&row.lever, Colours::of(ui), ui.painter());
    let name = lever.indicator.short_name(lever.language);
    let name = line(painter, name, BODY, colours.text, right - left);
    from_left(painter, name, left, top + 14.0);
    let rate = Message::new("spread-rate")
        .with("years", lever.years())
        .with("rate", lever.value())
        .say(lever.language);
    let rate = line(painter, rate, NOTE, lever.ink(ui), right - left);
    from_left(painter, rate, left, top + 32.0);
}

/// Kind and width in words, which open what they are set with.
fn kind(ui: &mut Ui, row: &SpreadRow<'_>, place: Rect, is_open: &mut bool) {
    let lever = &row.lever;
    let colours = Colours::of(ui);
    let words = spread_in_brief(
        lever.indicator,
        row.rate(),
        row.uncertainty.spread,
        lever.decimals(),
        lever.language,
    );
    let button = Button::new("")
        .fill(colours.surface)
        .stroke(Stroke::new(1.0, colours.outline))
        .min_size(place.size());
    // As high as its place, whatever the theme gives buttons.
    ui.spacing_mut().button_padding.y = 0.0;
    ui.spacing_mut().interact_size.y = place.height();
    let response = ui.put(place, button);
    let text = line(
        ui.painter(),
        words.as_str(),
        NOTE,
        colours.text,
        place.width() - 26.0,
    );
    from_left(ui.painter(), text, place.left() + 6.0, place.center().y);
    Icon::Down.paint(
        ui.painter(),
        place.right_center() - vec2(11.0, 0.0),
        colours.text_weak,
    );
    let name = Message::new("spread-of")
        .with("name", lever.full_name())
        .with("spread", words)
        .say(lever.language);
    name_control(&response, Role::Button, &name);
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_expanded(*is_open));
    if response.clicked() {
        *is_open = !*is_open;
    }
}

/// The curve with its ends, and below it 5 %, the rule of years, 95 %.
fn shape(ui: &Ui, row: &SpreadRow<'_>, place: Rect, is_selected: bool, send: &mut Vec<Command>) {
    let (lever, colours) = (&row.lever, Colours::of(ui));
    let plot = place.shrink2(vec2(6.0, 0.0)).with_max_y(place.bottom());
    let (low, high) = row.density.ends();
    let held = ui.scope_id().with("scale");
    // While an end is held, the axis stays as it was, so that the curve is seen to grow.
    let (low, high) = ui
        .data(|data| data.get_temp::<(f64, f64)>(held))
        .unwrap_or((row.rate() + low, row.rate() + high));
    let scale = CurveScale {
        place: plot,
        low,
        high: high.max(low + 1e-9),
    };
    let ink = if is_selected {
        colours.accent
    } else {
        colours.text_weak
    };
    curve(ui.painter(), &row.density, row.rate(), &scale, ink);
    let is_held = ends::draw(ui, row, &scale, send);
    ui.data_mut(|data| {
        if is_held {
            data.insert_temp(held, (low, high));
        } else {
            data.remove::<(f64, f64)>(held);
        }
    });
    let decimals = lever_decimals(lever.indicator) - 1;
    let figure = |deviation: f64| bare_rate(lever.indicator, row.rate() + deviation, decimals);
    let y = place.bottom() + 11.0;
    let font = FontId::proportional(SMALL);
    let painter = ui.painter();
    let write =
        |x: f32, align, text: String| painter.text(pos2(x, y), align, text, font.clone(), colours.text_weak);
    let start = write(place.left(), Align2::LEFT_CENTER, figure(row.density.within.0));
    let end = write(place.right(), Align2::RIGHT_CENTER, figure(row.density.within.1));
    let rule = years_in_brief(row.uncertainty.years, lever.language);
    let room = end.left() - start.right() - 8.0;
    let rule = line(painter, rule, SMALL, colours.text_weak, room);
    let middle = f32::midpoint(start.right(), end.left()) - rule.size().x / 2.0;
    from_left(painter, rule, middle, y);
}
