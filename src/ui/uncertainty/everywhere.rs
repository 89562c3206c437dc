//! The same share of each rate as its spread, on many rates in one step.

use eframe::egui::{Frame, Id, Margin, RichText, Role, Ui};

use crate::session::{Command, Session, SpreadScope, UncertaintyCommand};
use crate::text::{Message, say};
use crate::ui::name_control;
use crate::ui::pieces::NOTE;
use crate::ui::theme::Colours;
use crate::ui::typed;

/// The share to begin with, in percent, and the width of its field in points.
const FIRST: f64 = 10.0;
const FIELD: f32 = 44.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    let id = Id::unique("share of each rate");
    let mut percent = ui.data(|data| data.get_temp::<f64>(id)).unwrap_or(FIRST);
    let note = |ui: &mut Ui, id| {
        let text = RichText::new(say(language, id)).size(NOTE);
        ui.label(text.color(Colours::of(ui).text_weak));
    };
    Frame::new()
        .inner_margin(Margin::symmetric(12, 8))
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                note(ui, "spread-everywhere-before");
                let field = typed::field(ui, &mut percent, 0, 0.5, FIELD).response;
                name_control(
                    &field,
                    Role::SpinButton,
                    &say(language, "spread-everywhere-share"),
                );
                note(ui, "spread-everywhere-after");
            });
            ui.horizontal_wrapped(|ui| {
                for scope in SpreadScope::ALL {
                    let count = scope.levers(session.document()).count();
                    let text = Message::new(scope.label()).with("count", count).say(language);
                    let button = ui.add_enabled(count > 0, eframe::egui::Button::new(text).small());
                    if button.clicked() {
                        send.push(Command::Uncertainty(UncertaintyCommand::Everywhere {
                            percent,
                            scope,
                        }));
                    }
                }
            });
        });
    ui.data_mut(|data| data.insert_temp(id, percent));
}
