//! The scenario's implications, in sentences with figures.

use eframe::egui::{Label, RichText, Shape, Ui, vec2};

use super::theme::Colours;
use super::{column, selection, standing, working};
use crate::analysis::Stance;
use crate::model::Basis;
use crate::session::{Command, JobKey, Session};
use crate::text::{say, say_with};
use crate::wording::{self, finding};

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    let document = session.document();
    let colours = Colours::of(ui);
    let sought = session.view().selected(document.plan());
    let mut is_to_be_shown = selection::is_new(ui, session.view(), "implications");
    column::scrolling(ui, |ui| {
        standing::summary(ui, session);
        ui.add_space(6.0);
        working::note(ui, language, session.is_at_work(JobKey::Implications));
        for implication in session.implications() {
            let (mark, colour) = match implication.stance {
                Stance::Holds => ("✔", colours.met),
                Stance::Notable => ("◆", colours.close),
                Stance::Conflicts => ("✘", colours.missed),
            };
            // Whatever rests on nothing entered is grey, as everywhere.
            let colour = if implication.basis == Basis::Assumed {
                colours.unknown
            } else {
                colour
            };
            let is_chosen = sought.is_some_and(|ix| implication.levers.contains(&ix));
            let ground = ui.painter().add(Shape::Noop);
            let row = ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 5.0;
                let mark = RichText::new(mark).color(colour);
                ui.add_sized(vec2(14.0, 18.0), Label::new(mark))
                    .on_hover_text(say(language, wording::stance(implication.stance)));
                ui.vertical(|ui| {
                    ui.add(Label::new(finding(document.plan(), implication, language)).wrap());
                    ui.horizontal_wrapped(|ui| {
                        for lever in &implication.levers {
                            let name = document.plan().get(*lever).name.get(language);
                            let link = ui.link(RichText::new(name).small());
                            if link
                                .on_hover_text(say_with(language, "implication-show", &[("name", name)]))
                                .clicked()
                            {
                                super::lead_to(ui, *lever, send);
                            }
                        }
                    });
                });
            });
            if is_chosen {
                let place = row.response.rect.expand2(vec2(2.0, 3.0));
                ui.painter().set(ground, selection::shape(place, colours));
                if std::mem::take(&mut is_to_be_shown) {
                    ui.scroll_to_rect(place, None);
                }
            }
            ui.add_space(6.0);
        }
    });
}
