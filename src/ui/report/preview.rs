//! The part that is looked at: a section as it stands in the report, or a chart as it will be exported.

use std::sync::Arc;

use eframe::egui::{
    Align, ColorImage, Frame, Id, Image, Label, Layout, Margin, Panel, RichText, Role, Stroke, TextureHandle,
    TextureOptions, Ui, vec2,
};

use super::{outline, paper};
use crate::export::report::SectionKind;
use crate::plan::IndicatorIx;
use crate::session::{Command, ReportCommand, ReportItem, ReportPreview, Session};
use crate::text::{Message, say, say_with};
use crate::ui::name_control;
use crate::ui::pieces::{BODY, Icon, NOTE};
use crate::ui::theme::Colours;

/// The height of the row above the preview, in points.
const BAR: f32 = 36.0;

pub(super) fn draw(ui: &mut Ui, session: &Session, send: &mut Vec<Command>) {
    let language = session.view().language;
    let Some(item) = session.previewed() else {
        return;
    };
    Panel::top("report preview bar")
        .exact_size(BAR)
        .frame(Frame::new().inner_margin(Margin::symmetric(8, 0)))
        .show(ui, |ui| bar(ui, session, item, send));
    let said = |ui: &mut Ui, id| {
        Frame::new().inner_margin(Margin::same(16)).show(ui, |ui| {
            ui.label(RichText::new(say(language, id)).color(Colours::of(ui).text_weak));
        });
    };
    let preview = session.preview();
    match (item, preview) {
        (ReportItem::Part(part), _) if session.report().number(part).is_none() => {
            said(ui, "report-not-included");
        }
        (ReportItem::Chart(ix), Some(preview)) => figure(ui, session, ix, preview),
        (ReportItem::Part(_), Some(preview)) => match &preview.section {
            Some(section) => paper::draw(ui, section, &textures(ui, preview), session.view()),
            None => said(ui, "report-drawing"),
        },
        (_, None) => said(ui, "report-drawing"),
    }
}

/// The name of what is shown, the way to its neighbours, and what the charts show.
fn bar(ui: &mut Ui, session: &Session, item: ReportItem, send: &mut Vec<Command>) {
    let language = session.view().language;
    let all = items(session);
    let at = all.iter().position(|other| *other == item).unwrap_or_default();
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        for (icon, id, to) in [
            (Icon::Left, "report-previous", at.checked_sub(1)),
            (Icon::Right, "report-next", Some(at + 1)),
        ] {
            let to = to.and_then(|to| all.get(to));
            let button = icon.button(ui, &say(language, id), to.is_some());
            if let (true, Some(to)) = (button.clicked(), to) {
                send.push(Command::Report(ReportCommand::LookAt(*to)));
            }
        }
        let name = match item {
            ReportItem::Part(part) => outline::numbered(session, part, language),
            ReportItem::Chart(ix) => {
                let plan = session.document().plan();
                plan.get(ix).short_name(language).to_owned()
            }
        };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let mode = say(language, session.view().mode.label());
            let words = say_with(language, "report-mode-is", &[("mode", &mode)]);
            ui.label(RichText::new(words).size(NOTE).color(Colours::of(ui).text_weak));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(RichText::new(name).size(BODY)).truncate());
            });
        });
    });
}

/// Sections and charts in the order of the outline.
fn items(session: &Session) -> Vec<ReportItem> {
    let mut items = Vec::new();
    for (part, _) in &session.report().outline {
        items.push(ReportItem::Part(*part));
        if *part == SectionKind::Charts {
            let charts = session.report_charts();
            items.extend(charts.into_iter().map(ReportItem::Chart));
        }
    }
    items
}

fn figure(ui: &mut Ui, session: &Session, ix: IndicatorIx, preview: &ReportPreview) {
    let language = session.view().language;
    let textures = textures(ui, preview);
    let Some(texture) = textures.first() else {
        return;
    };
    let size = texture.size_vec2();
    let room = ui.available_size() - vec2(34.0, 58.0);
    // Never enlarged: pixels would show.
    let scale = (room.x / size.x).min(room.y / size.y).clamp(0.05, 1.0);
    Frame::new().inner_margin(Margin::same(16)).show(ui, |ui| {
        ui.vertical_centered(|ui| {
            let picture = ui.add(Image::new((texture.id(), size * scale)));
            ui.painter().rect_stroke(
                picture.rect,
                0.0,
                Stroke::new(1.0, Colours::of(ui).outline),
                eframe::egui::StrokeKind::Outside,
            );
            let name = session.document().plan().get(ix).name.get(language);
            let name = say_with(language, "report-preview-of", &[("name", name)]);
            name_control(&picture, Role::Image, &name);
            let (width, height) = session.report().size.size().centimetres();
            let words = Message::new("report-preview-size")
                .with("width", format!("{width:.1}"))
                .with("height", format!("{height:.1}"));
            let weak = Colours::of(ui).text_weak;
            ui.label(RichText::new(words.say(language)).size(NOTE).color(weak));
        });
    });
}

/// The preview's pictures, each uploaded once.
fn textures(ui: &Ui, preview: &ReportPreview) -> Vec<TextureHandle> {
    type PreviewTextures = (u64, Arc<Vec<TextureHandle>>);
    let id = Id::unique("report preview");
    let shown = ui.data(|data| data.get_temp::<PreviewTextures>(id));
    if let Some((_, textures)) = shown.filter(|(number, _)| *number == preview.number) {
        return (*textures).clone();
    }
    let pictures = preview.pictures.iter().map(|pixels| {
        let size = [pixels.width as usize, pixels.height as usize];
        let image = ColorImage::from_rgba_unmultiplied(size, &pixels.rgba);
        ui.ctx()
            .load_texture("report preview", image, TextureOptions::LINEAR)
    });
    let textures: Vec<TextureHandle> = pictures.collect();
    let shown: PreviewTextures = (preview.number, Arc::new(textures.clone()));
    ui.data_mut(|data| data.insert_temp(id, shown));
    textures
}
