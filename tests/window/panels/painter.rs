//! Renders egui's output to an image in plain arithmetic, so that images need neither a graphics card nor a driver, and
//! come out the same on every computer.

use std::collections::HashMap;

use eframe::egui::epaint::{ImageData, Mesh, Primitive, Vertex};
use eframe::egui::{self, Color32, ColorImage, Context, FullOutput, TextureId, TexturesDelta};
use egui_kittest::TestRenderer;
use image::{Rgba, RgbaImage};

/// Triangles with colours and textures, blended as egui's own back ends do: premultiplied, in gamma space.
#[derive(Default)]
pub struct Painter {
    textures: HashMap<TextureId, ColorImage>,
}

impl TestRenderer for Painter {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        for (id, change) in delta
            .set
            .drain()
            .flat_map(|(id, all)| all.into_iter().map(move |one| (id, one)))
        {
            let ImageData::Color(image) = change.image;
            match change.pos {
                None => {
                    self.textures.insert(id, (*image).clone());
                }
                Some([left, top]) => {
                    let whole = self.textures.get_mut(&id).expect("a part follows its whole");
                    for (row, line) in image.pixels.chunks(image.width()).enumerate() {
                        let start = (top + row) * whole.size[0] + left;
                        whole.pixels[start..start + line.len()].copy_from_slice(line);
                    }
                }
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    fn render(&mut self, ctx: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        let mut picture = RgbaImage::from_pixel(size.x as u32, size.y as u32, Rgba([0, 0, 0, 255]));
        for clipped in ctx.tessellate(output.shapes.clone(), scale) {
            let Primitive::Mesh(mesh) = clipped.primitive else {
                return Err("only meshes are drawn".to_owned());
            };
            let texture = self
                .textures
                .get(&mesh.texture_id)
                .ok_or("a texture is missing")?;
            paint(&mut picture, &mesh, texture, clipped.clip_rect * scale, scale);
        }
        Ok(picture)
    }
}

fn paint(picture: &mut RgbaImage, mesh: &Mesh, texture: &ColorImage, clip: egui::Rect, scale: f32) {
    for corners in mesh.indices.chunks_exact(3) {
        let corner = |n: usize| mesh.vertices[corners[n] as usize];
        triangle(picture, [corner(0), corner(1), corner(2)], texture, clip, scale);
    }
}

fn triangle(
    picture: &mut RgbaImage,
    mut corners: [Vertex; 3],
    texture: &ColorImage,
    clip: egui::Rect,
    scale: f32,
) {
    for corner in &mut corners {
        corner.pos = (corner.pos.to_vec2() * scale).to_pos2();
    }
    // Twice the area, positive for corners in clockwise order on screen.
    let across = |a: egui::Pos2, b: egui::Pos2, c: egui::Pos2| {
        f64::from(b.x - a.x) * f64::from(c.y - a.y) - f64::from(b.y - a.y) * f64::from(c.x - a.x)
    };
    let mut area = across(corners[0].pos, corners[1].pos, corners[2].pos);
    if area < 0.0 {
        corners.swap(1, 2);
        area = -area;
    }
    if area <= 0.0 {
        return;
    }
    let bounds = egui::Rect::from_points(&corners.map(|corner| corner.pos)).intersect(clip);
    let (width, height) = picture.dimensions();
    let within = |value: f32, end: u32| (value.max(0.0) as u32).min(end);
    for y in within(bounds.top(), height)..within(bounds.bottom().ceil(), height) {
        for x in within(bounds.left(), width)..within(bounds.right().ceil(), width) {
            let middle = egui::pos2(x as f32 + 0.5, y as f32 + 0.5);
            if !clip.contains(middle) {
                continue;
            }
            let shares = [(1, 2), (2, 0), (0, 1)].map(|(from, to)| {
                let (from, to) = (corners[from].pos, corners[to].pos);
                let share = across(from, to, middle) / area;
                // A pixel on an edge shared by two triangles belongs to one of them.
                let is_level = (to.y - from.y).abs() <= 0.0;
                let owns_edge = (is_level && to.x > from.x) || to.y < from.y;
                (share > 0.0 || (share >= 0.0 && owns_edge)).then_some(share)
            });
            if let [Some(a), Some(b), Some(c)] = shares {
                blend(picture.get_pixel_mut(x, y), shade(&corners, [a, b, c], texture));
            }
        }
    }
}

/// The colour inside a triangle: red, green, blue and opacity from 0 to 255, premultiplied.
fn shade(corners: &[Vertex; 3], shares: [f64; 3], texture: &ColorImage) -> [f64; 4] {
    let mix = |value: &dyn Fn(&Vertex) -> f64| -> f64 {
        corners
            .iter()
            .zip(shares)
            .map(|(corner, share)| value(corner) * share)
            .sum()
    };
    let texel = sample(texture, mix(&|v| f64::from(v.uv.x)), mix(&|v| f64::from(v.uv.y)));
    std::array::from_fn(|n| mix(&|v| f64::from(v.color.to_array()[n])) * texel[n] / 255.0)
}

/// The texture at a position from 0 to 1, interpolated between the four surrounding texels.
fn sample(texture: &ColorImage, u: f64, v: f64) -> [f64; 4] {
    let [width, height] = texture.size;
    let place = |at: f64, size: usize| {
        let at = (at * size as f64 - 0.5).clamp(0.0, (size - 1) as f64);
        (at as usize, (at as usize + 1).min(size - 1), at.fract())
    };
    let ((left, right, x), (top, bottom, y)) = (place(u, width), place(v, height));
    let texel = |column: usize, row: usize, n: usize| -> f64 {
        let texel: Color32 = texture.pixels[row * width + column];
        f64::from(texel.to_array()[n])
    };
    std::array::from_fn(|n| {
        let upper = texel(left, top, n) * (1.0 - x) + texel(right, top, n) * x;
        let lower = texel(left, bottom, n) * (1.0 - x) + texel(right, bottom, n) * x;
        upper * (1.0 - y) + lower * y
    })
}

fn blend(below: &mut Rgba<u8>, above: [f64; 4]) {
    for n in 0..3 {
        let shown = above[n] + f64::from(below.0[n]) * (1.0 - above[3] / 255.0);
        below.0[n] = shown.round().clamp(0.0, 255.0) as u8;
    }
}
