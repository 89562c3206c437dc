//! Lines that only some rows have: what a search found, output growth behind a concentration ratio, and what is wrong,
//! with a way back.

use eframe::egui::{Align, Align2, Button, Id, Layout, Rect, RichText, Role, TextStyle, Ui, UiBuilder, pos2};

use super::lever::Lever;
use super::margins::{LEFT, RIGHT};
use super::slider::Track;
use crate::model::Change;
use crate::scenario::Rates;
use crate::session::{Command, Phase};
use crate::text::{Message, say, say_with};
use crate::ui::name_control;
use crate::ui::theme::Colours;
use crate::ui::typed::{self, Typed};
use crate::ui::typing;
use crate::wording::{bare_rate, labelled, violation, violation_help, violation_in_brief};

/// Heights of the lines and width of a field, in points.
const MATCH: f32 = 15.0;
const OUTPUT: f32 = 24.0;
const WRONG: f32 = 18.0;
const FIELD: f32 = 46.0;

/// The height of the lines a row has.
pub(super) fn height(lever: &Lever<'_>, is_matched: bool) -> f32 {
    let lines = [
        (is_matched, MATCH),
        (lever.output_growth().is_some(), OUTPUT),
        (lever.violation.is_some(), WRONG),
    ];
    lines
        .iter()
        .filter(|(is_there, _)| *is_there)
        .map(|(_, height)| height)
        .sum()
}

pub(super) fn draw(
    ui: &mut Ui,
    lever: &Lever<'_>,
    (row, mut top): (Rect, f32),
    track: &Track,
    matched: Option<&str>,
    send: &mut Vec<Command>,
) {
    let (left, right) = (row.left() + LEFT, row.right() - RIGHT);
    if let Some(matched) = matched {
        let font = TextStyle::Small.resolve(ui.style());
        let text = ui
            .painter()
            .layout_no_wrap(matched.to_owned(), font, Colours::of(ui).text_weak);
        let clip = Rect::from_x_y_ranges(left..=right, row.y_range());
        let painter = ui.painter().with_clip_rect(clip.intersect(ui.clip_rect()));
        painter.galley(pos2(left, top - 1.0), text, Colours::of(ui).text_weak);
        top += MATCH;
    }
    if let Some(rates) = lever.output_growth() {
        let place = Rect::from_x_y_ranges(left..=right, top..=top + OUTPUT - 2.0);
        output(ui, lever, place, rates, send);
        top += OUTPUT;
    }
    if lever.violation.is_some() {
        let place = Rect::from_x_y_ranges(left..=right, top..=top + WRONG - 2.0);
        wrong(ui, lever, place, track, send);
    }
}

/// The growth of the largest firms and of the industry in the open years.
fn output(
    ui: &mut Ui,
    lever: &Lever<'_>,
    place: Rect,
    (top, all): (&[f64], &[f64]),
    send: &mut Vec<Command>,
) {
    let id = Id::unique(("lever output", lever.document().id(), lever.ix.position()));
    let child = UiBuilder::new()
        .scope_id(id)
        .max_rect(place)
        .layout(Layout::left_to_right(Align::Center));
    let mut ui = ui.new_child(child);
    ui.spacing_mut().item_spacing.x = 4.0;
    let from = lever.setting.last_actual;
    for (short, long) in [
        ("lever-output-top", "output-top"),
        ("lever-output-all", "output-all"),
    ] {
        let rates = if long == "output-top" { top } else { all };
        let open = rates.get(from..).unwrap_or_default();
        let before = Change::Growth.mean(open);
        let mut rate = before;
        ui.label(
            RichText::new(say(lever.language, short))
                .small()
                .color(Colours::of(&ui).text_weak),
        );
        let field = ui.add_enabled_ui(!open.is_empty(), |ui| typed::field(ui, &mut rate, 2, 0.05, FIELD));
        let Typed {
            response,
            pending,
            misread,
        } = field.inner;
        let set = |rate: f64, phase| {
            let mut rates = [top.to_vec(), all.to_vec()];
            let edited = &mut rates[usize::from(long == "output-all")];
            edited.iter_mut().skip(from).for_each(|year| *year = rate);
            let [top, all] = rates;
            let rates = Rates::OutputGrowth { top, all };
            Command::SetRates {
                lever: lever.ix,
                rates,
                phase,
            }
        };
        if let Some(rate) = pending {
            typing::brings(&ui, set(rate, Phase::Done));
        }
        if let Some(text) = misread {
            typing::brings(
                &ui,
                Command::Misread {
                    lever: lever.ix,
                    text,
                },
            );
        }
        let text = labelled(lever.full_name(), &say(lever.language, long), lever.language);
        name_control(&response, Role::SpinButton, &text);
        if response.changed() && (rate - before).abs() > 0.0 {
            let phase = if response.dragged() {
                Phase::Live
            } else {
                Phase::Done
            };
            send.push(set(rate, phase));
        }
        if response.drag_stopped() {
            send.push(Command::FinishEdit);
        }
        response.on_hover_text(say(lever.language, long));
    }
}

/// What is wrong, and a way back to the even rate.
fn wrong(ui: &mut Ui, lever: &Lever<'_>, place: Rect, track: &Track, send: &mut Vec<Command>) {
    let Some(broken) = lever.violation else { return };
    let (plan, language) = (lever.document().plan(), lever.language);
    let colours = Colours::of(ui);
    let font = TextStyle::Small.resolve(ui.style());
    let brief = violation_in_brief(plan, broken, language);
    let back = Command::ResetLever(lever.ix);
    let mut room = place.width();
    if lever.session.is_enabled(&back) {
        let rate = bare_rate(lever.indicator, lever.setting.plan_rate, lever.decimals());
        let text = Message::new("lever-back-to").with("rate", rate).say(language);
        let builder = UiBuilder::new()
            .scope_id(ui.scope_id().with("way back"))
            .max_rect(place)
            .layout(Layout::right_to_left(Align::Center));
        let mut ui = ui.new_child(builder);
        ui.spacing_mut().button_padding.x = 0.0;
        let button = Button::new(RichText::new(&text).small().color(colours.accent)).frame(false);
        let response = ui.add(button);
        let name = say_with(
            language,
            "lever-back-of",
            &[("name", lever.full_name()), ("back", &text)],
        );
        name_control(&response, Role::Button, &name);
        room = response.rect.left() - place.left() - 8.0;
        if response.clicked() {
            send.push(back);
        }
    }
    let text = ui.painter().layout_no_wrap(brief, font, colours.missed);
    // Under the slider; from the row's left edge if there is too little room.
    let under = (track.rect.left() - place.left())
        .min(room - text.size().x)
        .max(0.0);
    let left = place.left() + under;
    let written = Rect::from_x_y_ranges(left..=place.left() + room, place.y_range());
    let painter = ui.painter().with_clip_rect(written.intersect(ui.clip_rect()));
    let at = Align2::LEFT_CENTER.anchor_size(written.left_center(), text.size());
    painter.galley(at.min, text, colours.missed);
    let response = ui.interact(written, ui.scope_id().with("wrong"), eframe::egui::Sense::hover());
    let sentence = violation(plan, broken, language).say(language);
    name_control(&response, Role::Label, &sentence);
    response.on_hover_ui(|ui| {
        ui.label(&sentence);
        ui.label(say(language, violation_help(plan, broken)));
    });
}
