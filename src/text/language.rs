//! Languages of the program.

use std::fmt;
use std::str::FromStr;

/// A language of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Simplified Chinese, 简体中文.
    Chinese,
}

impl Language {
    /// Both languages in menu order.
    pub const ALL: [Self; 2] = [Self::English, Self::Chinese];

    /// The language's name in itself.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Chinese => "简体中文",
        }
    }

    /// The short code used by `--lang`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Chinese => "zh",
        }
    }

    /// Whether a text may be in this language, by script. Figures and symbols fit both.
    #[must_use]
    pub fn may_be_of(self, text: &str) -> bool {
        let has_chinese = text.chars().any(is_chinese);
        match self {
            Self::English => !has_chinese,
            Self::Chinese => has_chinese || !text.chars().any(char::is_alphabetic),
        }
    }

    /// Language for a BCP 47 or POSIX locale: Chinese for any Chinese, else English.
    #[must_use]
    pub fn from_locale(locale: &str) -> Self {
        let is_chinese = locale
            .get(..2)
            .is_some_and(|language| language.eq_ignore_ascii_case("zh"));
        if is_chinese { Self::Chinese } else { Self::English }
    }

    /// Language of the operating system; English by default.
    #[must_use]
    pub fn of_system() -> Self {
        sys_locale::get_locale().map_or(Self::English, |locale| Self::from_locale(&locale))
    }
}

/// Chinese characters and their punctuation; marks such as “ ” and · fit both languages.
#[must_use]
pub const fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303F}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{FF01}'..='\u{FF5E}')
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// Unknown language code.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("'{0}' is not a language of Planpath; use en or zh")]
pub struct UnknownLanguage(String);

impl FromStr for Language {
    type Err = UnknownLanguage;

    /// Parses a `--lang` value.
    ///
    /// # Errors
    /// [`UnknownLanguage`] for anything but `en`, `zh` and `zh-CN`.
    fn from_str(code: &str) -> Result<Self, Self::Err> {
        match code {
            "en" => Ok(Self::English),
            "zh" | "zh-CN" => Ok(Self::Chinese),
            other => Err(UnknownLanguage(other.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_chinese_locale_gives_chinese() {
        for locale in ["zh-CN", "zh_CN.UTF-8", "zh-Hans-SG", "ZH"] {
            assert_eq!(Language::from_locale(locale), Language::Chinese, "{locale}");
        }
        for locale in ["en-GB", "C", "", "de_DE", "中文"] {
            assert_eq!(Language::from_locale(locale), Language::English, "{locale}");
        }
    }

    #[test]
    fn a_text_is_told_by_its_script() {
        for (text, english, chinese) in [
            ("21%左右", false, true),
            ("about 21 %", true, false),
            (">35", true, true),
            ("85.0", true, true),
            ("（", false, true),
        ] {
            assert_eq!(Language::English.may_be_of(text), english, "{text}");
            assert_eq!(Language::Chinese.may_be_of(text), chinese, "{text}");
        }
    }

    #[test]
    fn codes_round_trip() {
        for language in Language::ALL {
            assert_eq!(language.code().parse(), Ok(language));
        }
        assert!("fr".parse::<Language>().is_err());
    }
}
