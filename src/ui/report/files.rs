//! Which files are exported: the formats, with what they are for.

use eframe::egui::{Align, Layout, RichText, Ui};

use crate::export::Format;
use crate::session::{ReportDraft, Session};
use crate::text::{Message, say};
use crate::ui::pieces::SMALL;
use crate::ui::theme::Colours;

/// The formats in the order in which they are offered; those in one row have one note.
const ROWS: [(&[Format], &str); 6] = [
    (&[Format::Docx], "report-for-docx"),
    (&[Format::Html], "report-for-html"),
    (&[Format::Xlsx], "report-for-xlsx"),
    (&[Format::Svg, Format::Png, Format::Pdf], "report-for-figures"),
    (&[Format::Csv], "report-for-csv"),
    (&[Format::Iamc], "report-for-iamc"),
];

// A format without a row could not be chosen in the window.
const _: () = {
    let (mut row, mut formats) = (0, 0);
    while row < ROWS.len() {
        formats += ROWS[row].0.len();
        row += 1;
    }
    assert!(formats == Format::ALL.len());
};

pub(super) fn draw(ui: &mut Ui, session: &Session, draft: &mut ReportDraft) {
    let language = session.view().language;
    for (formats, note) in ROWS {
        let note = Message::new(note).with("count", session.report_charts().len());
        ui.horizontal(|ui| {
            for format in formats {
                tick(ui, *format, draft);
            }
            let weak = Colours::of(ui).text_weak;
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.label(RichText::new(note.say(language)).size(SMALL).color(weak));
            });
        });
    }
    for (value, id, formats) in [
        (&mut draft.outlines, "report-outlines", &[Format::Svg][..]),
        (
            &mut draft.byte_order_mark,
            "report-bom",
            &[Format::Csv, Format::Iamc],
        ),
    ] {
        let is_used = draft.formats.iter().any(|format| formats.contains(format));
        if is_used {
            ui.checkbox(value, say(language, id));
        }
    }
}

fn tick(ui: &mut Ui, format: Format, draft: &mut ReportDraft) {
    let mut is_chosen = draft.formats.contains(&format);
    if ui
        .checkbox(&mut is_chosen, format.name().to_uppercase())
        .changed()
    {
        draft.formats.retain(|other| *other != format);
        if is_chosen {
            draft.formats.push(format);
        }
    }
}
