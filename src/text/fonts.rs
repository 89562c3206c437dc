//! The embedded fonts, so that text looks alike everywhere and Chinese needs no font on the machine. `assets/fonts` says
//! where they come from.

use super::Language;

/// A font file inside the program.
#[derive(Clone, Copy, Debug)]
pub struct Font {
    /// The family whose place it takes.
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

/// The fonts in the order in which they are searched for a character. Chinese comes first for Chinese readers, so that
/// punctuation has its Chinese width, and last for English ones.
#[must_use]
pub const fn fonts(language: Language) -> [Font; 4] {
    match language {
        Language::English => [LATIN, SIGNS, SYMBOLS, CHINESE],
        Language::Chinese => [CHINESE, LATIN, SIGNS, SYMBOLS],
    }
}
