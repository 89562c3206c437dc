//! How wide text is, and which fonts pictures are drawn with.

use std::sync::{Arc, LazyLock};

use resvg::usvg::fontdb::{Database, ID, Source, Stretch, Style, Weight};
use resvg::usvg::{self, FontResolver};
use ttf_parser::Face;

use crate::text::{Language, fonts};

/// What a reader's computer is asked for, where a figure keeps its text as text. Ours first; then what Windows, macOS
/// and Linux come with. Latin faces come first in English, because Chinese ones make its punctuation too wide.
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
pub(super) struct Ruler {
    faces: Vec<Face<'static>>,
}

impl Ruler {
    pub fn new(language: Language) -> Self {
        let faces = fonts(language)
            .iter()
            .filter_map(|font| Face::parse(font.data, 0).ok())
            .collect();
        Self { faces }
    }

    /// The width of a text of this size, in the size's unit.
    pub fn width(&self, text: &str, size: f64) -> f64 {
        text.chars().map(|c| self.advance(c)).sum::<f64>() * size * self.allowance(text)
    }

    /// How much wider a text may be drawn than measured. A line with a character that our fonts lack may be drawn in a
    /// font of the reader's as a whole, and those differ.
    pub fn allowance(&self, text: &str) -> f64 {
        if self.covers(text) { 1.0 } else { 1.2 }
    }

    /// The width of a character of size 1.
    pub fn advance(&self, c: char) -> f64 {
        let found = self.faces.iter().find_map(|face| {
            let units = face.glyph_hor_advance(face.glyph_index(c)?)?;
            Some(f64::from(units) / f64::from(face.units_per_em()))
        });
        // Characters we have no glyph for come from the reader's fonts; few are wider than a Chinese one.
        found.unwrap_or(1.0)
    }

    /// Whether the embedded fonts have every character.
    pub fn covers(&self, text: &str) -> bool {
        text.chars()
            .all(|c| self.faces.iter().any(|face| face.glyph_index(c).is_some()))
    }
}

/// The embedded fonts under the names that figures ask for, in both orders.
static EMBEDDED: LazyLock<[(Arc<Database>, Vec<ID>); 2]> = LazyLock::new(|| {
    Language::ALL.map(|language| {
        let mut database = Database::new();
        let order = load(&mut database, language);
        (Arc::new(database), order)
    })
});

/// The same with the computer's own fonts behind them, for characters that ours lack. Read once, when first needed.
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
            // The subsets name themselves subsets; here they stand in for the whole.
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

/// Settings for reading a figure: its fonts, and the computer's only where ours lack a character of `text`.
pub(super) fn options(language: Language, text_is_covered: bool) -> usvg::Options<'static> {
    let both: &'static [(Arc<Database>, Vec<ID>); 2] = if text_is_covered { &EMBEDDED } else { &WITH_SYSTEM };
    let (database, order) = match language {
        Language::English => &both[0],
        Language::Chinese => &both[1],
    };
    usvg::Options {
        fontdb: database.clone(),
        font_resolver: FontResolver {
            // Ours are the first of the order; a font of the same name on the computer must not take their place.
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
