//! A section of a report as on paper: dark on light in either theme, as it will be printed.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{
    Align, Color32, FontId, Frame, Image, Label, Margin, RichText, Role, ScrollArea, Stroke, TextureHandle,
    Ui, vec2,
};

use super::paper_table;
use crate::export::report::{Item, ReportBlock, Section, Span, SpanPosition};
use crate::session::View;
use crate::text::{Language, Message};
use crate::ui::name_control;
use crate::ui::pieces::{BODY, NOTE, SMALL};
use crate::ui::theme::Colours;

/// The widest page, in points.
const WIDEST: f32 = 680.0;
/// The most that is shown of a list or table, and of a text, in characters; the report has all of it.
pub(super) const MOST_ROWS: usize = 60;
const LONGEST: usize = 2000;

/// Draws a section with its first charts.
pub(super) fn draw(ui: &mut Ui, section: &Arc<Section>, charts: &[TextureHandle], view: &View) {
    let paper = Colours::on(false);
    let language = view.language;
    ScrollArea::vertical()
        .id_salt(("paper", section.part))
        .auto_shrink(false)
        .show(ui, |ui| {
            let width = (ui.available_width() - 24.0).min(WIDEST);
            let side = ((ui.available_width() - width) / 2.0).max(0.0);
            let inside = if width < 440.0 { 18 } else { 44 };
            ui.add_space(12.0);
            ui.horizontal(|ui| {
                ui.add_space(side);
                Frame::new()
                    .fill(paper.surface)
                    .stroke(Stroke::new(1.0, Colours::of(ui).outline))
                    .inner_margin(Margin::symmetric(inside, 32))
                    .show(ui, |ui| {
                        ui.vertical(|ui| {
                            ui.set_width(width - 2.0 * f32::from(inside) - 2.0);
                            ui.spacing_mut().item_spacing = vec2(6.0, 7.0);
                            text(ui, &section.heading, BODY + 3.0);
                            let mut charts = charts.iter();
                            for block in &section.blocks {
                                draw_block(ui, block, &mut charts, language);
                            }
                        });
                    });
            });
            ui.add_space(12.0);
        });
}

fn draw_block<'a>(
    ui: &mut Ui,
    block: &ReportBlock,
    charts: &mut impl Iterator<Item = &'a TextureHandle>,
    language: Language,
) {
    match block {
        ReportBlock::Heading(heading) => {
            ui.add_space(4.0);
            text(ui, heading, BODY + 1.0);
        }
        ReportBlock::Paragraph(words) => text(ui, words, BODY),
        ReportBlock::List(items) => list(ui, items, language),
        ReportBlock::Formula(spans) => formula(ui, spans),
        ReportBlock::Table(table) => paper_table::draw(ui, table, language),
        ReportBlock::Chart(block) => {
            let caption = block.caption.to_string();
            if let Some(texture) = charts.next() {
                let size = texture.size_vec2();
                let scale = (ui.available_width() / size.x).min(1.0);
                let picture = ui.add(Image::new((texture.id(), size * scale)));
                name_control(&picture, Role::Image, &cut(&caption));
            }
            note(ui, &caption, Align::Center);
        }
    }
}

fn cut(words: &str) -> String {
    match words.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}

fn text(ui: &mut Ui, words: &str, size: f32) {
    let ink = Colours::on(false).text;
    ui.add(Label::new(RichText::new(cut(words)).size(size).color(ink)).wrap());
}

/// A caption, or a note below a table.
pub(super) fn note(ui: &mut Ui, words: &str, align: Align) {
    let ink = Colours::on(false).text_weak;
    let words = RichText::new(cut(words)).size(SMALL).color(ink);
    ui.add(Label::new(words).wrap().halign(align));
}

/// How much is left out.
pub(super) fn more(ui: &mut Ui, count: usize, language: Language) {
    if count > 0 {
        let words = Message::new("and-more").with("count", count).say(language);
        note(ui, &words, Align::Min);
    }
}

fn list(ui: &mut Ui, items: &[Item], language: Language) {
    let paper = Colours::on(false);
    for item in items.iter().take(MOST_ROWS) {
        let mut job = LayoutJob::default();
        let format = |ink: Color32| TextFormat::simple(FontId::proportional(BODY), ink);
        job.append("– ", 0.0, format(paper.text_weak));
        job.append(&cut(&item.about), 0.0, format(paper.accent));
        job.append(&cut(&item.text), 0.0, format(paper.text));
        ui.add(Label::new(job).wrap());
    }
    more(ui, items.len().saturating_sub(MOST_ROWS), language);
}

fn formula(ui: &mut Ui, spans: &[Span]) {
    let ink = Colours::on(false).text;
    let mut job = LayoutJob::default();
    for span in spans {
        let (size, valign) = match span.place {
            SpanPosition::Line => (BODY, Align::Center),
            SpanPosition::Index => (NOTE - 2.0, Align::Max),
            SpanPosition::Power => (NOTE - 2.0, Align::Min),
        };
        let format = TextFormat {
            valign,
            ..TextFormat::simple(FontId::proportional(size), ink)
        };
        job.append(&cut(&span.text), 0.0, format);
    }
    ui.horizontal(|ui| {
        ui.add_space(20.0);
        ui.add(Label::new(job).wrap());
    });
}
