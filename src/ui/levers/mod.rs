//! Levers: the headline ones first, then by the plan's headings; found by name, unit and heading in both languages.

mod about;
mod axis;
mod bars;
mod editor;
mod groups;
mod key;
mod lever;
mod lines;
mod many;
mod margins;
mod marks;
mod row;
mod schedule;
mod search;
mod setting;
mod sheet;
mod sheet_cell;
mod slider;
mod value;
mod years;

use eframe::egui::{Rect, Role, ScrollArea, Ui, UiBuilder, vec2};

pub(super) use lever::Lever;
pub(super) use setting::decimals as lever_decimals;
pub(super) use sheet::draw as table;

use self::groups::{Group, groups};
use self::many::Chosen;
use self::margins::{LEFT, RIGHT};
use self::row::RowPlace;
use self::search::LeverMatch;
use super::{column, name_control, selection};
use crate::plan::IndicatorIx;
use crate::session::{Command, Session};
use crate::text::{Message, say};

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    // Rows reach from edge to edge of the panel; what is written in them has margins of its own.
    let edges = ui.clip_rect().x_range();
    let inside = ui.max_rect();
    // The panel is as wide as it was made, whatever stands in it.
    ui.set_min_size(inside.size());
    let left = edges.min.max(inside.left() - 16.0);
    let right = edges.max.min(inside.right() + 16.0);
    let whole = Rect::from_x_y_ranges(left..=right, inside.y_range());
    let mut ui = ui.new_child(UiBuilder::new().max_rect(whole));
    ui.spacing_mut().item_spacing.y = 0.0;
    let wanted = head(&mut ui, session, send);
    let mut chosen = Chosen::of(&ui, session);
    if chosen.is_several() {
        many::draw(&mut ui, session, &mut chosen, send);
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().auto_shrink(false).show(&mut ui, |ui| {
        list(ui, session, &wanted, &mut chosen, send);
        // The last slider's reach ends below its row.
        ui.add_space(10.0);
        column::keep_focus_in_sight(ui);
    });
    chosen.keep(&ui);
}

/// One lever, where it is shown by itself.
pub(super) fn one(ui: &mut Ui, session: &Session, ix: IndicatorIx, send: &mut Vec<Command>) {
    let place = RowPlace {
        is_selected: false,
        is_chosen: false,
        matched: None,
    };
    row::draw(ui, &Lever::new(session, ix), &place, send);
}

/// Search box, the way to the table, and the key; returns the text sought.
fn head(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) -> String {
    let language = session.view().language;
    let wanted = ui
        .horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.add_space(LEFT - 6.0);
            let is_table = session.view().rates_table;
            let label = say(language, "levers-table");
            let font = eframe::egui::TextStyle::Button.resolve(ui.style());
            let ink = eframe::egui::Color32::PLACEHOLDER;
            let text = ui.painter().layout_no_wrap(label.clone().into_owned(), font, ink);
            let beside = text.size().x + 2.0 * ui.spacing().button_padding.x;
            let width = ui.available_width() - beside - 6.0 - RIGHT;
            let wanted = search::draw(ui, session, width.max(80.0));
            let button = eframe::egui::Button::selectable(is_table, label).min_size(vec2(beside, 26.0));
            let button = ui.add(button);
            let name = say(language, "command-rates-table");
            name_control(&button, Role::Button, &name);
            if button.on_hover_text(name).clicked() {
                send.push(Command::ShowRatesTable(!is_table));
            }
            wanted
        })
        .inner;
    key::draw(ui, language);
    wanted
}

fn list(ui: &mut Ui, session: &Session, wanted: &str, chosen: &mut Chosen, send: &mut Vec<Command>) {
    let language = session.view().language;
    let plan = session.document().plan();
    let sought = Sought::of(ui, session);
    let groups = groups(plan, language);
    let found = |group: &Group<'_>| {
        let levers = group.levers.iter();
        let found = levers.filter_map(|ix| Some((*ix, search::find(plan, plan.get(*ix), wanted, language)?)));
        found.collect::<Vec<(IndicatorIx, LeverMatch)>>()
    };
    let found: Vec<(&Group<'_>, Vec<(IndicatorIx, LeverMatch)>)> =
        groups.iter().map(|group| (group, found(group))).collect();
    if found.iter().all(|(_, levers)| levers.is_empty()) {
        nothing_found(ui, session, wanted);
        return;
    }
    let mut shown = Vec::new();
    let mut clicked = None;
    for (group, levers) in found.into_iter().filter(|(_, levers)| !levers.is_empty()) {
        // A search result, or a lever reached by a click elsewhere, must be visible.
        if sought.is_new && levers.iter().any(|(ix, _)| sought.levers.contains(ix)) {
            group.fold(ui, false);
        }
        let is_open = !group.is_folded(ui) || !wanted.is_empty();
        group.head(ui, levers.len(), is_open, language);
        if !is_open {
            continue;
        }
        for (ix, found) in levers {
            let place = RowPlace {
                is_selected: sought.levers.contains(&ix),
                is_chosen: chosen.levers.contains(&ix),
                matched: match found {
                    LeverMatch::ByName => None,
                    LeverMatch::By(words) => Some(words),
                },
            };
            let row = row::draw(ui, &Lever::new(session, ix), &place, send);
            if sought.is_new && sought.levers.first() == Some(&ix) {
                ui.scroll_to_rect(row.rect, None);
            }
            shown.push(ix);
            clicked = row.clicked.map(|held| (ix, held)).or(clicked);
        }
    }
    if let Some((ix, held)) = clicked {
        chosen.click(ix, held, (&shown, &sought.levers), send);
    }
}

/// Says so, with a way back.
fn nothing_found(ui: &mut Ui, session: &Session, wanted: &str) {
    let language = session.view().language;
    ui.add_space(8.0);
    ui.horizontal_wrapped(|ui| {
        ui.add_space(LEFT);
        let nothing = if wanted.is_empty() {
            Message::new("levers-none")
        } else {
            Message::new("levers-none-found").with("text", wanted)
        };
        ui.label(nothing.say(language));
        if !wanted.is_empty() && ui.button(say(language, "levers-show-all")).clicked() {
            search::clear(ui);
        }
    });
}

/// The levers behind the indicator selected in the window.
struct Sought {
    levers: Vec<IndicatorIx>,
    /// It was selected since the last frame.
    is_new: bool,
}

impl Sought {
    fn of(ui: &Ui, session: &Session) -> Self {
        let view = session.view();
        let plan = session.document().plan();
        Self {
            levers: view
                .selected(plan)
                .map(|ix| plan.levers_behind(ix).to_vec())
                .unwrap_or_default(),
            is_new: selection::is_new(ui, view, "levers"),
        }
    }
}
