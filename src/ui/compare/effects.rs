//! What each lever adds to the difference of the figure asked about, as bars; what else is known of it; what can be done.

use eframe::egui::{Rect, Ui, pos2};

use super::rows::{DifferenceRow, RowSubject};
use crate::plan::Plan;
use crate::session::{Command, CompareCommand, ComparedScenarios, Session};
use crate::text::{Message, say_with};
use crate::ui::pieces::{SMALL, from_left, line, to_right};
use crate::ui::theme::Colours;
use crate::wording::{labelled, scenario_letter};

/// The height of a bar with the space below it, in points.
pub(super) const BAR: f32 = 13.0;
/// The room for the figure beside a bar, in points.
const FIGURE: f32 = 50.0;

/// How many bars a row has: none where the lever moves nothing.
pub(super) fn count(row: &DifferenceRow<'_>) -> usize {
    seen(row).count()
}

fn seen<'a>(row: &'a DifferenceRow<'_>) -> impl Iterator<Item = (usize, &'a (f64, String))> {
    let effects = row.said.effects.iter().enumerate();
    let known = effects.filter_map(|(place, effect)| Some((place, effect.as_ref()?)));
    known.filter(|(_, (effect, _))| effect.abs() > 0.0)
}

/// The size of the largest effect of all rows.
pub(super) fn largest(rows: &[DifferenceRow<'_>]) -> f64 {
    let all = rows.iter().flat_map(seen).map(|(_, (effect, _))| effect.abs());
    all.fold(0.0, f64::max)
}

/// The bars of a row, from a line in the middle to the side of their signs.
pub(super) fn draw(ui: &Ui, slots: &[usize], row: &DifferenceRow<'_>, (place, largest): (Rect, f64)) {
    let colours = Colours::of(ui);
    let painter = ui.painter();
    let middle = place.center().x;
    painter.vline(middle, place.shrink(2.0).y_range(), (1.0, colours.outline));
    for (n, (at, (effect, said))) in seen(row).enumerate() {
        let Some(slot) = slots.get(at) else { continue };
        let share = (effect / largest.max(f64::MIN_POSITIVE)) as f32;
        let end = middle + share * (place.width() / 2.0 - FIGURE).max(8.0);
        let top = place.top() + 4.0 + BAR * n as f32;
        let bar = Rect::from_two_pos(pos2(middle, top), pos2(end, top + BAR - 4.0));
        let ink = colours.compared(*slot);
        painter.rect_filled(bar, 0.0, ink);
        let words = format!("{} {said}", scenario_letter(*slot));
        let words = line(painter, words, SMALL, ink, place.width() * 0.5);
        let y = bar.center().y;
        if *effect < 0.0 {
            to_right(painter, words, pos2(end - 4.0, y));
        } else {
            from_left(painter, words, end + 4.0, y);
        }
    }
}

/// What can be done with a row: take its lever over into a copy of the reference.
pub(super) fn menu(
    ui: &mut Ui,
    session: &Session,
    (shown, row): (&ComparedScenarios, &DifferenceRow<'_>),
    send: &mut Vec<Command>,
) {
    let language = session.view().language;
    let RowSubject::Lever(lever) = &row.subject else {
        ui.close();
        return;
    };
    let own = shown.slots.get(shown.reference).copied().unwrap_or_default();
    for (slot, differs) in shown.slots.iter().zip(&lever.differs) {
        if !differs || *slot == own {
            continue;
        }
        let words = Message::new("compare-take-over")
            .with("reference", scenario_letter(own))
            .with("name", row.said.name.as_str())
            .with("from", scenario_letter(*slot))
            .say(language);
        if ui.button(words).clicked() {
            let lever = lever.indicator;
            send.push(Command::Compare(CompareCommand::TakeOver { lever, from: *slot }));
            ui.close();
        }
    }
}

/// The full name; for a lever the reason that each scenario gives for its rate.
pub(super) fn about(
    ui: &mut Ui,
    session: &Session,
    (shown, plan, row): (&ComparedScenarios, &Plan, &DifferenceRow<'_>),
) {
    ui.set_max_width(420.0);
    let language = session.view().language;
    let indicator = plan.get(row.said.indicator);
    ui.label(indicator.name.get(language));
    for ((slot, of), figure) in shown.slots.iter().zip(&shown.scenarios).zip(&row.said.figures) {
        let name: String = of.scenario.name.get(language).chars().take(60).collect();
        let letter = scenario_letter(*slot);
        let named = say_with(
            language,
            "compare-letter-name",
            &[("letter", &letter), ("name", &name)],
        );
        ui.colored_label(
            Colours::of(ui).compared(*slot),
            labelled(&named, figure, language),
        );
        let note = of
            .plan
            .find(&indicator.id)
            .and_then(|ix| of.scenario.notes.get(ix));
        if let (Some(note), RowSubject::Lever(_)) = (note, &row.subject) {
            let note: String = note.get(language).chars().take(600).collect();
            ui.colored_label(Colours::of(ui).text_weak, note);
        }
    }
}
