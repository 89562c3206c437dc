//! Figure and text sizes.

use crate::file::Failure;
use crate::text::Message;

/// Points per centimetre.
pub(super) const POINTS: f64 = 72.0 / 2.54;
/// Raster resolution for print.
pub(super) const DOTS_PER_INCH: f64 = 300.0;

/// The size of a figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// In centimetres.
    width: f64,
    /// In centimetres.
    height: f64,
}

/// The three standard sizes: width in cm, aspect ratio, text size in points. Interpolated between, scaled beyond.
const USUAL: [(f64, f64, f64); 3] = [(8.0, 0.82, 7.0), (16.0, 0.6, 8.5), (25.4, 0.5625, 14.0)];

impl Size {
    /// Half a column of text, 8 cm wide.
    pub const HALF: Self = Self::usual(0);
    /// The width of a page's text, 16 cm.
    pub const FULL: Self = Self::usual(1);
    /// A slide, 25.4 cm by 14.3.
    pub const SLIDE: Self = Self::usual(2);
    /// The narrowest and widest figure, in centimetres.
    pub const LIMITS: (f64, f64) = (5.0, 60.0);

    const fn usual(n: usize) -> Self {
        let (width, shape, _) = USUAL[n];
        Self {
            width,
            height: width * shape,
        }
    }

    /// A figure of the given width in centimetres.
    ///
    /// # Errors
    /// [`Failure::Other`] for a width outside [`Self::LIMITS`].
    pub fn wide(width: f64) -> Result<Self, Failure> {
        let (least, most) = Self::LIMITS;
        if !(least..=most).contains(&width) {
            return Err(Failure::Other {
                what: Message::new("figure-width").with("width", width.to_string()),
                help: Some(
                    Message::new("figure-width-help")
                        .with("least", least.to_string())
                        .with("most", most.to_string()),
                ),
            });
        }
        let shape = between(width, |(_, shape, _)| shape);
        Ok(Self {
            width,
            height: width * shape,
        })
    }

    /// Width and height in centimetres.
    #[must_use]
    pub const fn centimetres(self) -> (f64, f64) {
        (self.width, self.height)
    }

    /// Width and height in points.
    #[must_use]
    pub fn points(self) -> (f64, f64) {
        (self.width * POINTS, self.height * POINTS)
    }

    /// Width and height in pixels at 300 dpi.
    #[must_use]
    pub fn dots(self) -> (u32, u32) {
        let dots = |length: f64| (length / 2.54 * DOTS_PER_INCH).round() as u32;
        (dots(self.width), dots(self.height))
    }

    /// Text size in points.
    pub(super) fn text(self) -> f64 {
        let (first, last) = (USUAL[0], USUAL[USUAL.len() - 1]);
        if self.width < first.0 {
            first.2 * self.width / first.0
        } else if self.width > last.0 {
            last.2 * self.width / last.0
        } else {
            between(self.width, |(.., text)| text)
        }
    }
}

/// Interpolates a property between standard sizes.
fn between(width: f64, property: impl Fn((f64, f64, f64)) -> f64) -> f64 {
    let next = USUAL
        .iter()
        .position(|usual| usual.0 >= width)
        .unwrap_or(USUAL.len() - 1);
    let (from, to) = (USUAL[next.saturating_sub(1)], USUAL[next]);
    let share = if to.0 > from.0 {
        ((width - from.0) / (to.0 - from.0)).clamp(0.0, 1.0)
    } else {
        0.0
    };
    property(from) + (property(to) - property(from)) * share
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_width_has_a_shape_and_text_between_its_neighbours() {
        assert_eq!(Size::wide(16.0).ok(), Some(Size::FULL));
        let between = Size::wide(12.0).unwrap_or(Size::HALF);
        assert!((between.text() - 7.75).abs() < 1e-9, "{}", between.text());
        assert!(Size::wide(4.0).is_err());
        assert!(Size::wide(f64::NAN).is_err());
        // 16 cm are 6.2992 inches.
        assert_eq!(Size::FULL.dots().0, 1890);
    }
}
