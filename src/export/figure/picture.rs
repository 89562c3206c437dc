//! A parsed figure, to be rasterised or written as PDF.

use krilla::geom::Size as PageSize;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::tagging::{ContentTag, Tag, TagGroup, TagTree};
use krilla_svg::{SurfaceExt as _, SvgSettings};
use png::{BitDepth, ColorType, Compression, Encoder, PixelDimensions, Unit};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::Tree;

use super::Figure;
use super::origin::PROGRAM;
use super::size::{DOTS_PER_INCH, POINTS};
use super::wrap::clean;
use crate::file::Failure;
use crate::text::{Language, Message};

/// A raster image for the clipboard.
#[derive(Clone, Debug, PartialEq)]
pub struct Pixels {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// RGBA by row from the top; all pixels are opaque.
    pub rgba: Vec<u8>,
}

/// A parsed figure.
pub struct Picture<'a> {
    pub(super) figure: &'a Figure,
    pub(super) tree: Tree,
}

impl Picture<'_> {
    /// Rasterises at this resolution.
    ///
    /// # Errors
    /// [`Failure::Other`] if out of memory.
    pub fn pixels(&self, dots_per_inch: f64) -> Result<Pixels, Failure> {
        let sheet = &self.figure.sheet;
        let dots = |points: f64| (points / POINTS / 2.54 * dots_per_inch).round() as u32;
        let (width, height) = (dots(sheet.width), dots(sheet.height));
        let size = self.tree.size();
        let scale = Transform::from_scale(width as f32 / size.width(), height as f32 / size.height());
        let mut pixmap = Pixmap::new(width, height).ok_or_else(|| cannot_draw(&"memory"))?;
        resvg::render(&self.tree, scale, &mut pixmap.as_mut());
        Ok(Pixels {
            width,
            height,
            rgba: pixmap.take(),
        })
    }

    /// PNG at 300 dpi, with its origin in text chunks.
    ///
    /// # Errors
    /// [`Failure::Other`] if out of memory.
    pub fn png(&self) -> Result<Vec<u8>, Failure> {
        let pixels = self.pixels(DOTS_PER_INCH)?;
        self.encode(&pixels).map_err(|error| cannot_draw(&error))
    }

    fn encode(&self, pixels: &Pixels) -> Result<Vec<u8>, png::EncodingError> {
        let figure = self.figure;
        let mut bytes = Vec::new();
        let mut encoder = Encoder::new(&mut bytes, pixels.width, pixels.height);
        // All pixels are opaque, so no alpha channel.
        encoder.set_color(ColorType::Rgb);
        encoder.set_depth(BitDepth::Eight);
        encoder.set_compression(Compression::Fast);
        let per_metre = (DOTS_PER_INCH / 0.0254).round() as u32;
        encoder.set_pixel_dims(Some(PixelDimensions {
            xppu: per_metre,
            yppu: per_metre,
            unit: Unit::Meter,
        }));
        for (keyword, text) in [
            ("Title", clean(&figure.title)),
            ("Description", clean(&figure.description)),
            ("Software", PROGRAM.to_owned()),
            ("Source", figure.origin.in_full(figure.language)),
        ] {
            encoder.add_itxt_chunk(keyword.to_owned(), text)?;
        }
        let mut writer = encoder.write_header()?;
        let rgb: Vec<u8> = pixels
            .rgba
            .chunks_exact(4)
            .flat_map(|dot| [dot[0], dot[1], dot[2]])
            .collect();
        writer.write_image_data(&rgb)?;
        writer.finish()?;
        Ok(bytes)
    }

    /// A one-page PDF with selectable text, embedded fonts and alternative text.
    ///
    /// # Errors
    /// [`Failure::Other`] if the PDF library fails.
    pub fn pdf(&self) -> Result<Vec<u8>, Failure> {
        let figure = self.figure;
        let (width, height) = (figure.sheet.width as f32, figure.sheet.height as f32);
        let size = PageSize::from_wh(width, height).ok_or_else(|| cannot_draw(&"size"))?;
        let mut document = krilla::Document::new();
        let mut page = document.start_page_with(PageSettings::new(size));
        let mut surface = page.surface();
        let identifier = surface.start_tagged(ContentTag::Other);
        surface
            .draw_svg(&self.tree, size, SvgSettings::default())
            .ok_or_else(|| cannot_draw(&"PDF"))?;
        surface.end_tagged();
        surface.finish();
        page.finish();
        let mut group = TagGroup::new(Tag::Figure(Some(clean(&figure.description))));
        group.push(identifier);
        let mut tags = TagTree::new();
        tags.push(group);
        document.set_tag_tree(tags);
        document.set_metadata(self.metadata());
        document
            .finish()
            .map_err(|error| cannot_draw(&format!("{error:?}")))
    }

    fn metadata(&self) -> Metadata {
        let figure = self.figure;
        let language = match figure.language {
            Language::English => "en",
            Language::Chinese => "zh-CN",
        };
        Metadata::new()
            .title(clean(&figure.title))
            .description(figure.origin.in_full(figure.language))
            .keywords(vec![format!("sha256:{}", figure.origin.sha256)])
            .creator(PROGRAM.to_owned())
            .language(language.to_owned())
    }
}

/// A library error that the user can only report.
pub(super) fn cannot_draw(detail: &dyn std::fmt::Display) -> Failure {
    Failure::Other {
        what: Message::new("figure-cannot-draw").with("detail", detail.to_string()),
        help: Some(Message::new("figure-cannot-draw-help")),
    }
}
