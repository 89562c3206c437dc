//! A chart as it will be exported.

use std::sync::Arc;

use eframe::egui::{
    ColorImage, Frame, Id, Image, Margin, RichText, Role, Stroke, TextureHandle, TextureOptions, Ui, vec2,
};

use crate::session::{FigurePreview, Session};
use crate::text::{say, say_with};
use crate::ui::name_control;
use crate::ui::theme::Colours;

pub(super) fn draw(ui: &mut Ui, session: &Session) {
    let language = session.view().language;
    let plan = session.document().plan();
    ui.heading(say(language, "report-preview"));
    let Some(chart) = session.previewed() else {
        ui.label(say(language, "report-none-chosen"));
        return;
    };
    let Some(preview) = session.preview() else {
        ui.label(RichText::new(say(language, "report-drawing")).color(Colours::of(ui).text_weak));
        return;
    };
    let texture = texture(ui, preview);
    let size = texture.size_vec2();
    let room = ui.available_size() - vec2(20.0, 30.0);
    // Never enlarged: pixels would show.
    let scale = (room.x / size.x).min(room.y / size.y).clamp(0.05, 1.0);
    Frame::new()
        .stroke(Stroke::new(1.0, Colours::of(ui).outline))
        .inner_margin(Margin::same(1))
        .show(ui, |ui| {
            let picture = ui.add(Image::new((texture.id(), size * scale)));
            let name = plan.get(chart).name.get(language);
            let name = say_with(language, "report-preview-of", &[("name", name)]);
            name_control(&picture, Role::Image, &name);
        });
    let (width, height) = session.report().size.size().centimetres();
    ui.label(RichText::new(format!("{width:.1} × {height:.1} cm")).small());
}

/// The preview's texture, uploaded once.
fn texture(ui: &Ui, preview: &FigurePreview) -> TextureHandle {
    type PreviewTexture = (u64, Arc<TextureHandle>);
    let id = Id::unique("report preview");
    let shown = ui.data(|data| data.get_temp::<PreviewTexture>(id));
    if let Some((_, texture)) = shown.filter(|(number, _)| *number == preview.number) {
        return (*texture).clone();
    }
    let pixels = &preview.pixels;
    let size = [pixels.width as usize, pixels.height as usize];
    let image = ColorImage::from_rgba_unmultiplied(size, &pixels.rgba);
    let texture = ui
        .ctx()
        .load_texture("report preview", image, TextureOptions::LINEAR);
    let shown: PreviewTexture = (preview.number, Arc::new(texture.clone()));
    ui.data_mut(|data| data.insert_temp(id, shown));
    texture
}
