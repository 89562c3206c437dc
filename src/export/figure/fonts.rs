//! Text measurement and fonts of figures.

use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::{Database, ID, Source, Stretch, Style, Weight};
use resvg::usvg::{self, FontResolver};
use ttf_parser::Face;

use crate::text::{Language, fonts};

/// Font families for figures with live text: ours first, then those of Windows, macOS and Linux. Latin faces come
/// first in English, because Chinese ones make its punctuation too wide.
pub(super) const fn families(language: Language) -> &'static str {
    match language {
        Language::English => {
            "'Noto Sans', 'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans SC', 'Noto Sans CJK SC', \
             'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif"
        }
        Language::Chinese => {
            "'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif"
        }
    }
}

/// Measures text in the embedded fonts.
pub(super) struct TextMeasure {
    faces: Vec<Face<'static>>,
}

impl TextMeasure {
    pub fn new(language: Language) -> Self {
        let faces = fonts(language)
            .iter()
            .filter_map(|font| Face::parse(font.data, 0).ok())
            .collect();
        Self { faces }
    }

    /// Width of a text, in the unit of `size`.
    pub fn width(&self, text: &str, size: f64) -> f64 {
        text.chars().map(|c| self.advance(c)).sum::<f64>() * size * self.allowance(text)
    }

    /// How much wider a text may be drawn than measured: a line with a character missing from our fonts may use a
    /// fallback font as a whole.
    pub fn allowance(&self, text: &str) -> f64 {
        if self.covers(text) { 1.0 } else { 1.2 }
    }

    /// The width of a character of size 1.
    pub fn advance(&self, c: char) -> f64 {
        let found = self.faces.iter().find_map(|face| {
            let units = face.glyph_hor_advance(face.glyph_index(c)?)?;
            Some(f64::from(units) / f64::from(face.units_per_em()))
        });
        // Missing glyphs come from fallback fonts; few are wider than a Chinese character.
        found.unwrap_or(1.0)
    }

    /// Whether the embedded fonts have every character.
    pub fn covers(&self, text: &str) -> bool {
        text.chars()
            .all(|c| self.faces.iter().any(|face| face.glyph_index(c).is_some()))
    }
}

/// Embedded fonts under the family names used in figures, in both orders.
static EMBEDDED: LazyLock<[(Arc<Database>, Vec<ID>); 2]> = LazyLock::new(|| {
    Language::ALL.map(|language| {
        let mut database = Database::new();
        let order = load(&mut database, language);
        (Arc::new(database), order)
    })
});

/// The same followed by system fonts, for missing characters. Loaded on first use.
static WITH_SYSTEM: LazyLock<[(Arc<Database>, Vec<ID>); 2]> = LazyLock::new(|| {
    let mut system = Database::new();
    system.load_system_fonts();
    Language::ALL.map(|language| {
        let mut database = Database::new();
        let mut order = load(&mut database, language);
        let mut faces: Vec<_> = system.faces().collect();
        // Plain faces before bold, slanted and narrow ones.
        faces.sort_by_key(|face| {
            let is_plain = face.style == Style::Normal && face.stretch == Stretch::Normal;
            (!is_plain, face.weight.0.abs_diff(Weight::NORMAL.0))
        });
        order.extend(
            faces
                .into_iter()
                .map(|face| database.push_face_info(face.clone())),
        );
        (Arc::new(database), order)
    })
});

fn load(database: &mut Database, language: Language) -> Vec<ID> {
    let mut order = Vec::new();
    for font in fonts(language) {
        for id in database.load_font_source(Source::Binary(Arc::new(font.data))) {
            // Register subsets under the name of the full font.
            if let Some(mut face) = database.face(id).cloned() {
                database.remove_face(id);
                for (family, _) in &mut face.families {
                    font.family.clone_into(family);
                }
                order.push(database.push_face_info(face));
            }
        }
    }
    order
}

/// Options for parsing a figure; system fonts are loaded only if ours do not cover its text.
pub(super) fn options(language: Language, text_is_covered: bool) -> usvg::Options<'static> {
    let both: &'static [(Arc<Database>, Vec<ID>); 2] = if text_is_covered { &EMBEDDED } else { &WITH_SYSTEM };
    let (database, order) = match language {
        Language::English => &both[0],
        Language::Chinese => &both[1],
    };
    usvg::Options {
        fontdb: database.clone(),
        font_resolver: FontResolver {
            // Prefer our fonts to system fonts of the same name.
            select_font: Box::new(|_, _| order.first().copied()),
            select_fallback: Box::new(|c, used, database| {
                let is_new = |id: &&ID| !used.contains(id);
                let has_glyph = |id: &&ID| {
                    let found = database.with_face_data(**id, |data, index| {
                        Face::parse(data, index).is_ok_and(|face| face.glyph_index(c).is_some())
                    });
                    found == Some(true)
                };
                order.iter().filter(is_new).find(has_glyph).copied()
            }),
        },
        ..usvg::Options::default()
    }
}
