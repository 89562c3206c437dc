//! The rates: those that are uncertain with their curves, then the others.

use eframe::egui::{ScrollArea, Sense, Ui, pos2, vec2};

use super::shown::SpreadRow;
use super::{correlations, everywhere, fixed, row, settings};
use crate::figure::Density;
use crate::session::{Command, Session};
use crate::text::{Message, say};
use crate::ui::levers::Lever;
use crate::ui::pieces::{BODY, NOTE, from_left, line, to_right};
use crate::ui::theme::Colours;
use crate::ui::{column, selection};

/// The height of the heading, and margins, in points.
const HEAD: f32 = 34.0;
const SIDE: f32 = 12.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.set_min_size(ui.max_rect().size());
    head(ui, session);
    let document = session.document();
    let selected = session.view().selected(document.plan());
    let is_new = selection::is_new(ui, session.view(), "spreads");
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        for ix in document.uncertain() {
            let Some(uncertainty) = document.spread(ix) else {
                continue;
            };
            let Some(density) = Density::of(uncertainty.spread) else {
                continue;
            };
            let lever = Lever::new(session, ix);
            let shown = SpreadRow {
                lever,
                uncertainty,
                density,
            };
            let is_selected = selected == Some(ix);
            let place = row::draw(ui, &shown, is_selected, send);
            if is_selected && is_new {
                ui.scroll_to_rect(place, None);
            }
        }
        fixed::draw(ui, session, send);
        correlations::draw(ui, session);
        everywhere::draw(ui, session, send);
        settings::draw(ui, session, send);
        column::keep_focus_in_sight(ui);
    });
}

/// What the list is of, and how many rates are uncertain.
fn head(ui: &mut Ui, session: &Session) {
    let (language, colours) = (session.view().language, Colours::of(ui));
    let document = session.document();
    let uncertain = document.uncertain().count();
    let all = document.plan().levers().count();
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
    let (painter, y) = (ui.painter(), rect.center().y);
    let counts = Message::new("spread-counts")
        .with("uncertain", uncertain)
        .with("fixed", all - uncertain)
        .say(language);
    let counts = line(painter, counts, NOTE, colours.text_weak, rect.width() * 0.6);
    let right = to_right(painter, counts, pos2(rect.right() - SIDE, y));
    let left = rect.left() + SIDE;
    let title = say(language, "spread-title");
    let title = line(painter, title.as_ref(), BODY, colours.text, right - left - 8.0);
    from_left(painter, title, left, y);
}
