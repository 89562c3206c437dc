//! Levers: grouped by the plan's categories, searchable in both languages.

mod about;
mod editor;
mod row;
mod schedule;
mod setting;

use eframe::egui::{Align, CollapsingHeader, Id, Rect, RichText, Stroke, TextEdit, Ui};

use super::column;
use super::theme::Colours;
use crate::plan::{Indicator, IndicatorIx};
use crate::session::{Command, Session};
use crate::text::say;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    let plan = session.document().plan();
    let wanted = search(ui, session);
    let sought = LeverSearch::of(ui, session);
    column::draw(
        ui,
        &say(language, "panel-levers"),
        &say(language, "panel-levers-beside"),
        |ui| {
            let mut has_any = false;
            for (position, category) in plan.categories.iter().enumerate() {
                let levers: Vec<_> = plan
                    .levers()
                    .filter(|(_, lever)| lever.category == position && is_wanted(lever, &wanted))
                    .collect();
                if levers.is_empty() {
                    continue;
                }
                has_any = true;
                // A search result, or a lever reached by a click elsewhere, must be visible.
                let is_sought = sought.is_new && levers.iter().any(|(ix, _)| sought.levers.contains(ix));
                CollapsingHeader::new(
                    RichText::new(category.name.get(language)).color(Colours::of(ui).accent),
                )
                .id_salt(&category.id)
                .default_open(true)
                .open((!wanted.is_empty() || is_sought).then_some(true))
                .show_unindented(ui, |ui| {
                    for (ix, indicator) in levers {
                        let row = ui
                            .scope(|ui| row::draw(ui, session, ix, indicator, send))
                            .response;
                        sought.show(ui, ix, row.rect);
                    }
                });
            }
            if !has_any {
                ui.label(say(language, "levers-none-found"));
            }
        },
    );
}

/// One lever, where it is shown by itself.
pub(super) fn one(ui: &mut Ui, session: &Session, ix: IndicatorIx, send: &mut Vec<Command>) {
    row::draw(ui, session, ix, session.document().plan().get(ix), send);
}

/// The levers behind the last click elsewhere.
struct LeverSearch {
    levers: Vec<IndicatorIx>,
    /// The click came since the last frame.
    is_new: bool,
}

impl LeverSearch {
    fn of(ui: &Ui, session: &Session) -> Self {
        let view = session.view();
        let plan = session.document().plan();
        let id = Id::unique("levers sought");
        let last = ui.data(|data| data.get_temp::<u64>(id)).unwrap_or(0);
        ui.data_mut(|data| data.insert_temp(id, view.selections()));
        Self {
            levers: view
                .selected(plan)
                .map(|ix| plan.levers_behind(ix).to_vec())
                .unwrap_or_default(),
            is_new: last != view.selections(),
        }
    }

    /// Marks a sought lever, and scrolls to the first once.
    fn show(&self, ui: &Ui, ix: IndicatorIx, row: Rect) {
        if !self.levers.contains(&ix) {
            return;
        }
        let line = Stroke::new(2.0, Colours::of(ui).accent);
        ui.painter().vline(row.left() - 5.0, row.y_range(), line);
        if self.is_new && self.levers.first() == Some(&ix) {
            ui.scroll_to_rect(row, Some(Align::Center));
        }
    }
}

/// The search box; returns the search text in lower case. Only this panel needs the text, so egui keeps it.
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

/// Searches names in both languages and the id, whatever language is shown.
fn is_wanted(lever: &Indicator, wanted: &str) -> bool {
    let mut texts = lever.name.texts().chain([lever.id.as_str()]);
    wanted.is_empty() || texts.any(|text| text.to_lowercase().contains(wanted))
}
