//! The areas of the map as an image: where all targets would be met, where some, and where a level would leave its
//! bounds.

use std::sync::Arc;

use eframe::egui::{Color32, ColorImage, Id, TextureHandle, TextureOptions, Ui};

use crate::analysis::feasibility::Feasibility;
use crate::session::MapShown;
use crate::ui::theme::Colours;

/// The opacity of areas.
const STRENGTH: f32 = 0.2;
const IN_PART: f32 = 0.09;

/// The texture, uploaded once per map and background.
pub(super) fn texture(ui: &Ui, shown: &MapShown, map: &Feasibility) -> TextureHandle {
    type Kept = (u64, bool, Arc<TextureHandle>);
    let id = Id::unique("feasibility map");
    let is_dark = ui.visuals().dark_mode;
    let kept = ui.data(|data| data.get_temp::<Kept>(id));
    if let Some((.., texture)) = kept.filter(|(number, dark, _)| (*number, *dark) == (shown.number, is_dark))
    {
        return (*texture).clone();
    }
    let image = image(map, Colours::of(ui));
    let options = TextureOptions::NEAREST;
    let texture = ui.ctx().load_texture("feasibility map", image, options);
    let kept: Kept = (shown.number, is_dark, Arc::new(texture.clone()));
    ui.data_mut(|data| data.insert_temp(id, kept));
    texture
}

/// One pixel per pair of rates, the highest vertical rate first.
fn image(map: &Feasibility, colours: &Colours) -> ColorImage {
    let (width, height) = (map.x_values.len(), map.y_values.len());
    let holds = colours.met.gamma_multiply(STRENGTH);
    let in_part = colours.accent.gamma_multiply(IN_PART);
    let impossible = colours.text_weak.gamma_multiply(STRENGTH);
    let rows = (0..height).rev();
    let dots = rows
        .flat_map(|row| (row * width)..((row + 1) * width))
        .map(|point| {
            if !map.possible[point] {
                impossible
            } else if map.holds[point] {
                holds
            } else if map
                .targets
                .iter()
                .any(|target| map.margin(target, point % width, point / width) >= 0.0)
            {
                in_part
            } else {
                Color32::TRANSPARENT
            }
        });
    ColorImage::new([width, height], dots.collect())
}
