//! The strip of the Compare screen: a chip for each scenario, and what can be added.

use eframe::egui::{
    Align, Frame, Layout, Margin, Panel, Popup, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use super::add;
use crate::figure::MarkShape;
use crate::session::{Command, CompareCommand, ComparedMember, Session};
use crate::text::{Message, safe, say, say_with};
use crate::ui::charts::shape;
use crate::ui::focus_ring;
use crate::ui::pieces::{BODY, Icon, NOTE, from_left, line};
use crate::ui::room::Room;
use crate::ui::short::short;
use crate::ui::theme::Colours;
use crate::wording::{difference_in_brief, labelled, outcome_in_brief, scenario_letter};

/// The height of the strip and of a chip, in points.
const HEIGHT: f32 = 42.0;
const CHIP: f32 = 28.0;
/// The most that the name on a chip takes, in points.
const NAME: f32 = 170.0;
/// The size of a difference, in points, and the part of the strip that all of them take at most.
const DIFFERENCE: f32 = 15.0;
const MOST_DIFFERENCES: f32 = 0.42;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let frame = Frame::new()
        .fill(Colours::of(ui).ground)
        .inner_margin(Margin::symmetric(14, 0));
    Panel::top("compared")
        .exact_size(HEIGHT)
        .frame(frame)
        .show(ui, |ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if Room::here(ui) != Room::Compact {
                    differences(ui, session);
                }
                ScrollArea::horizontal()
                    .auto_shrink([false, true])
                    .show(ui, |ui| {
                        ui.set_height(HEIGHT - 2.0);
                        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                            ui.spacing_mut().item_spacing.x = 7.0;
                            for member in session.compared() {
                                chip(ui, session, member, send);
                            }
                            plus(ui, session, send);
                        });
                    });
            });
        });
}

/// By how much the figure differs from the reference's, at the right; as much of it as there is room for.
fn differences(ui: &mut Ui, session: &Session) {
    let (language, colours) = (session.view().language, Colours::of(ui));
    let Some(shown) = session.compared_scenarios() else {
        return;
    };
    let (Some(plan), Ok(found)) = (shown.plan(), &shown.result) else {
        return;
    };
    let Some(by) = found.by else { return };
    let own = shown.slots.get(shown.reference).copied().unwrap_or_default();
    let others = shown
        .slots
        .iter()
        .zip(&found.attributions)
        .filter_map(|(slot, of)| {
            let of = of.as_ref()?.as_ref().ok()?;
            Some((*slot, difference_in_brief(of, language)))
        });
    let room = ui.available_width() * MOST_DIFFERENCES;
    let name = Message::new("compare-against")
        .with("outcome", outcome_in_brief(plan, by, language))
        .with("reference", scenario_letter(own))
        .say(language);
    let mut parts = vec![(name.clone(), NOTE, colours.text_weak)];
    for (slot, said) in others {
        parts.push((scenario_letter(slot), NOTE, colours.compared(slot)));
        parts.push((said, DIFFERENCE, colours.text));
    }
    let spoken: Vec<&str> = parts.iter().map(|(said, ..)| said.as_str()).collect();
    let spoken = spoken.join(" ");
    let lines = |skip: usize| -> Vec<_> {
        let parts = parts.iter().skip(skip);
        parts
            .map(|(said, size, ink)| line(ui.painter(), said.as_str(), *size, *ink, room))
            .collect()
    };
    let width = |lines: &[std::sync::Arc<eframe::egui::Galley>]| -> f32 {
        lines.iter().map(|line| line.size().x + 6.0).sum()
    };
    let mut said = lines(0);
    if width(&said) > room {
        said = lines(1);
    }
    if width(&said) > room {
        return;
    }
    let (place, response) = ui.allocate_exact_size(vec2(width(&said), CHIP), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    let mut left = place.left();
    for part in said {
        left = from_left(ui.painter(), part, left, place.center().y) + 6.0;
    }
    response.on_hover_text(spoken);
}

/// "+ Add scenario" with a menu.
fn plus(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let words = say(session.view().language, "compare-add");
    ui.add_enabled_ui(session.has_room_to_compare(), |ui| {
        ui.menu_button(format!("+ {words}"), |ui| add::menu(ui, session, send));
    });
}

/// Letter, mark and name; a menu that makes it the reference, and a cross that removes it.
fn chip(ui: &mut Ui, session: &Session, member: &ComparedMember, send: &mut Vec<Command>) {
    let language = session.view().language;
    let colours = Colours::of(ui);
    let (slot, name) = (member.slot(), session.compared_name(member, language));
    let is_reference = slot == session.compared_reference();
    let letter = scenario_letter(slot);
    let shown = safe::title(&short(&name));
    let spoken = labelled(&letter, &shown, language);
    let spoken = if is_reference {
        Message::new("compare-reference")
            .with("name", spoken)
            .say(language)
    } else {
        spoken
    };
    let mut ink = colours.text;
    let mut note = is_reference.then(|| say(language, "compare-as-reference"));
    if member.trouble().is_some() {
        ink = colours.text_weak;
    }
    if session.is_reading_compared(member) {
        note = Some(say(language, "compare-reading"));
    }
    let letters = line(ui.painter(), letter, BODY, colours.compared(slot), f32::INFINITY);
    let words = line(ui.painter(), shown.clone(), BODY, ink, NAME);
    let note = note.map(|note| line(ui.painter(), note, NOTE, colours.text_weak, f32::INFINITY));
    let of_note = note.as_ref().map_or(0.0, |note| note.size().x + 7.0);
    let cross = 22.0;
    let width = 27.0 + letters.size().x + 7.0 + words.size().x + of_note + 8.0 + cross;
    let (place, _) = ui.allocate_exact_size(vec2(width, CHIP), Sense::hover());
    let body = place.with_max_x(place.right() - cross);
    let response = ui.interact(body, ui.scope_id().with(("compared", slot)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_reference, &spoken));
    let fill = if response.hovered() {
        colours.control
    } else {
        colours.surface
    };
    let painter = ui.painter();
    painter.rect(
        place,
        4.0,
        fill,
        Stroke::new(1.0, colours.outline),
        StrokeKind::Inside,
    );
    focus_ring(&response);
    let middle = place.center().y;
    shape(
        painter,
        pos2(place.left() + 14.0, middle),
        MarkShape::compared(slot),
        colours.compared(slot),
    );
    let after = from_left(painter, letters, place.left() + 27.0, middle);
    let after = from_left(painter, words, after + 7.0, middle);
    if let Some(note) = note {
        from_left(painter, note, after + 7.0, middle);
    }
    let removes = say_with(language, "compare-remove", &[("name", &shown)]);
    let mut at_cross = ui.new_child(
        eframe::egui::UiBuilder::new()
            .max_rect(place.with_min_x(place.right() - cross))
            .layout(Layout::left_to_right(Align::Center)),
    );
    let ink = (cross, colours.text_weak);
    if Icon::Cross
        .button_in(&mut at_cross, &removes, true, ink)
        .clicked()
    {
        send.push(Command::Compare(CompareCommand::Remove(slot)));
    }
    Popup::menu(&response).show(|ui| chip_menu(ui, session, (member, &shown), send));
    response.on_hover_ui(|ui| about(ui, session, member, &name));
}

/// What can be done with a scenario.
fn chip_menu(
    ui: &mut Ui,
    session: &Session,
    (member, name): (&ComparedMember, &str),
    send: &mut Vec<Command>,
) {
    let language = session.view().language;
    let slot = member.slot();
    let is_reference = slot == session.compared_reference();
    let refers = say_with(language, "compare-make-reference", &[("name", name)]);
    if ui
        .add_enabled(!is_reference, eframe::egui::Button::new(refers))
        .clicked()
    {
        send.push(Command::Compare(CompareCommand::SetReference(slot)));
        ui.close();
    }
}

/// The whole name, the file, and what is wrong with it.
fn about(ui: &mut Ui, session: &Session, member: &ComparedMember, name: &str) {
    ui.set_max_width(420.0);
    let language = session.view().language;
    let beginning: String = name.chars().take(600).collect();
    ui.label(beginning);
    if let Some(path) = session.compared_path(member) {
        ui.label(path.display().to_string());
    }
    if let Some(trouble) = member.trouble() {
        ui.label(trouble.say(language));
    }
}
