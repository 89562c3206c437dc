//! What each row or column is about, and as what kind its figures are read.

use eframe::egui::{self, Align, ComboBox, Label, Layout, RichText, ScrollArea, Ui, vec2};

use super::{ROW, window_room};
use crate::scenario::import::{Choice, Preview, PreviewLine};
use crate::session::{ImportCommand, Session};
use crate::text::{Message, say, say_with};
use crate::ui::name_control;
use crate::ui::theme::Colours;
use crate::ui::track::actuals::grid::kinds;

/// Widths of a row's name, its subject and the form of its figures, if there is room; in points.
const WIDTHS: [f32; 3] = [210.0, 250.0, 140.0];

/// What each row or column is about, as what kind its figures are read, and how many can be taken.
pub(super) fn draw(
    ui: &mut Ui,
    session: &Session,
    preview: &Preview,
    height: f32,
    say_to: &mut impl FnMut(ImportCommand),
) {
    let language = session.view().language;
    let row = ui.spacing().interact_size.y;
    ui.push_id("lines", |ui| {
        ScrollArea::vertical()
            .max_height(height)
            .auto_shrink([false, true])
            .show_rows(ui, row, preview.lines.len(), |ui, rows| {
                for line in &preview.lines[rows] {
                    ui.horizontal(|ui| {
                        ui.set_height(row);
                        one_line(ui, session, line, say_to);
                    });
                }
            });
    });
    if preview.lines.is_empty() {
        ui.label(say(language, "import-nothing"));
    }
}

fn one_line(ui: &mut Ui, session: &Session, line: &PreviewLine, say_to: &mut impl FnMut(ImportCommand)) {
    let language = session.view().language;
    let plan = session.document().plan();
    let colours = Colours::of(ui);
    let left = Layout::left_to_right(Align::Center);
    let [name, about, kind] = WIDTHS.map(|width| width.min(width / 620.0 * (window_room(ui) - 130.0)));
    ui.allocate_ui_with_layout(vec2(name, ROW), left, |ui| {
        ui.set_min_width(name);
        let name = if line.heading.is_empty() {
            line.raw.clone()
        } else {
            format!("{} · {}", line.raw, line.heading)
        };
        ui.add(Label::new(name).truncate());
    });
    let nothing = say(
        language,
        if line.is_settled {
            "import-leave-out"
        } else {
            "import-choose"
        },
    );
    let shown = line
        .indicator
        .map_or(nothing.as_ref(), |ix| plan.get(ix).name.get(language));
    let combo = ComboBox::from_id_salt(("about", line.series))
        .selected_text(shown)
        .width(about)
        .truncate()
        .show_ui(ui, |ui| {
            if ui
                .selectable_label(false, say(language, "import-leave-out"))
                .clicked()
            {
                say_to(ImportCommand::Answer(Choice::About(line.line, None)));
            }
            for (ix, indicator) in plan.iter() {
                let is_chosen = line.indicator == Some(ix);
                if ui
                    .selectable_label(is_chosen, indicator.name.get(language))
                    .clicked()
                {
                    say_to(ImportCommand::Answer(Choice::About(line.line, Some(ix))));
                }
            }
        });
    let label = say_with(language, "import-about", &[("name", &line.raw)]);
    name_control(&combo.response, egui::Role::ComboBox, &label);
    match line.kind {
        Some(found) => {
            if let Some(chosen) = kinds(ui, ("read as", line.series), (found, kind), &line.raw, language) {
                say_to(ImportCommand::Answer(Choice::ReadAs(line.series, chosen)));
            }
        }
        None => {
            ui.label("");
        }
    }
    let count = Message::new("import-counts")
        .with("accepted", line.accepted)
        .with("refused", line.refused)
        .with("asked", line.asked)
        .say(language);
    let colour = if line.refused > 0 {
        colours.missed
    } else {
        colours.text_weak
    };
    ui.label(RichText::new(count).small().color(colour));
}
