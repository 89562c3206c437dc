//! The indicator that the card shows, and a menu of all others that have levels.

use eframe::egui::containers::menu::MenuButton;
use eframe::egui::{Button, RichText, Role, ScrollArea, Ui, pos2, vec2};

use crate::analysis::ensemble::Ensemble;
use crate::plan::IndicatorIx;
use crate::session::{Command, Session};
use crate::text::{say, say_with};
use crate::ui::name_control;
use crate::ui::pieces::{BODY, Icon, NOTE, from_left, line};
use crate::ui::theme::Colours;

/// The height of the button, the room for its sign, and the most of the window's height that the menu takes.
const HEIGHT: f32 = 19.0;
const SIGN: f32 = 16.0;
const MENU: f32 = 0.6;
/// What else stands in the row, in points.
const BESIDE: f32 = 120.0;

/// The name with a sign that there is more behind it.
pub(super) fn draw(
    ui: &mut Ui,
    session: &Session,
    (shown, ensemble): (IndicatorIx, &Ensemble),
    send: &mut Vec<Command>,
) {
    let (language, colours) = (session.view().language, Colours::of(ui));
    let plan = session.document().plan();
    let name = plan.get(shown).short_name(language);
    let room = (ui.available_width() - BESIDE).max(60.0);
    let name = line(ui.painter(), name, BODY, colours.text_weak, room);
    let size = vec2(name.size().x + SIGN, HEIGHT);
    let button = Button::new("").frame(false).min_size(size);
    let (response, _) = MenuButton::from_button(button).ui(ui, |ui| {
        let height = ui.ctx().content_rect().height() * MENU;
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            others(ui, session, (shown, ensemble), send);
        });
    });
    let place = response.rect;
    from_left(ui.painter(), name.clone(), place.left(), place.center().y);
    let sign = pos2(place.left() + name.size().x + SIGN / 2.0 + 2.0, place.center().y);
    Icon::Down.paint(ui.painter(), sign, colours.text_weak);
    let full = plan.get(shown).name.get(language);
    name_control(
        &response,
        Role::Button,
        &say_with(language, "likely-choose", &[("name", full)]),
    );
}

/// Those that draws move first, then those that are the same in every draw.
fn others(
    ui: &mut Ui,
    session: &Session,
    (shown, ensemble): (IndicatorIx, &Ensemble),
    send: &mut Vec<Command>,
) {
    let (language, document) = (session.view().language, session.document());
    let plan = document.plan();
    let uncertain: Vec<IndicatorIx> = document.uncertain().collect();
    let is_moved = |ix: &IndicatorIx| {
        plan.levers_behind(*ix)
            .iter()
            .any(|lever| uncertain.contains(lever))
    };
    let with_levels = ensemble.fans.iter().map(|fan| fan.indicator);
    let (moved, still): (Vec<_>, Vec<_>) = with_levels.partition(is_moved);
    for (all, heading) in [(moved, None), (still, Some("likely-certain"))] {
        if let Some(heading) = heading.filter(|_| !all.is_empty()) {
            ui.separator();
            let text = RichText::new(say(language, heading)).size(NOTE);
            ui.label(text.color(Colours::of(ui).text_weak));
        }
        for ix in all {
            let name = plan.get(ix).short_name(language);
            if ui.selectable_label(ix == shown, name).clicked() {
                send.push(Command::Select(ix));
                ui.close();
            }
        }
    }
}
