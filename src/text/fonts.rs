//! Embedded fonts, so that text looks the same everywhere and Chinese needs no system font. See `assets/fonts` for
//! sources.

use super::Language;

/// An embedded font file.
#[derive(Clone, Copy, Debug)]
pub struct Font {
    /// The family it stands in for.
    pub family: &'static str,
    /// The whole file.
    pub data: &'static [u8],
}

const LATIN: Font = Font {
    family: "Noto Sans",
    data: include_bytes!("../../assets/fonts/NotoSans-subset.ttf"),
};
const CHINESE: Font = Font {
    family: "Noto Sans SC",
    data: include_bytes!("../../assets/fonts/NotoSansSC-subset.otf"),
};
const SIGNS: Font = Font {
    family: "Signs",
    data: include_bytes!("../../assets/fonts/Signs-subset.ttf"),
};
const SYMBOLS: Font = Font {
    family: "Noto Symbols",
    data: include_bytes!("../../assets/fonts/NotoSymbols-subset.ttf"),
};

/// Fonts in fallback order. For Chinese readers the Chinese font comes first, so that punctuation has its Chinese
/// width.
#[must_use]
pub const fn fonts(language: Language) -> [Font; 4] {
    match language {
        Language::English => [LATIN, SIGNS, SYMBOLS, CHINESE],
        Language::Chinese => [CHINESE, LATIN, SIGNS, SYMBOLS],
    }
}
