//! Levers: grouped by the plan's categories, searched in both languages.

mod about;
mod editor;
mod row;
mod schedule;
mod setting;

use eframe::egui::{CollapsingHeader, Id, RichText, TextEdit, Ui};

use super::column;
use super::theme::Colours;
use crate::plan::Indicator;
use crate::session::{Command, Session};
use crate::text::say;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    let plan = session.document().plan();
    let wanted = search(ui, session);
    column::draw(
        ui,
        &say(language, "panel-levers"),
        &say(language, "panel-levers-beside"),
        |ui| {
            let mut has_any = false;
            for (position, category) in plan.categories.iter().enumerate() {
                let mut levers = plan
                    .levers()
                    .filter(|(_, lever)| lever.category == position && is_wanted(lever, &wanted))
                    .peekable();
                if levers.peek().is_none() {
                    continue;
                }
                has_any = true;
                CollapsingHeader::new(RichText::new(category.name.get(language)).color(Colours::of(ui).accent))
                .id_salt(&category.id)
                .default_open(true)
                // What a search found must be seen.
                .open((!wanted.is_empty()).then_some(true))
                .show_unindented(ui, |ui| {
                    for (ix, indicator) in levers {
                        row::draw(ui, session, ix, indicator, send);
                    }
                });
            }
            if !has_any {
                ui.label(say(language, "levers-none-found"));
            }
        },
    );
}

/// The search box; gives back what is searched for, in lower case. The text is nobody's business but this panel's, so
/// the toolkit keeps it.
fn search(ui: &mut Ui, session: &Session) -> String {
    let language = session.view().language;
    let id = Id::unique("lever search");
    let mut text = ui
        .data_mut(|data| data.get_temp::<String>(id))
        .unwrap_or_default();
    let hint = say(language, "levers-search");
    let field = ui.add(
        TextEdit::singleline(&mut text)
            .hint_text(hint.as_ref())
            .desired_width(f32::INFINITY),
    );
    super::name_control(&field, eframe::egui::Role::SearchInput, &hint);
    let wanted = text.trim().to_lowercase();
    ui.data_mut(|data| data.insert_temp(id, text));
    wanted
}

/// Names in both languages and the id are searched, whatever language is shown.
fn is_wanted(lever: &Indicator, wanted: &str) -> bool {
    let mut texts = lever.name.texts().chain([lever.id.as_str()]);
    wanted.is_empty() || texts.any(|text| text.to_lowercase().contains(wanted))
}
