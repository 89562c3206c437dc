//! Document text in one language or both.

use std::fmt;

use serde::de::{self, MapAccess, Visitor};
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Language;

/// A name, title, unit or note: one text for all readers, `"…"`, or one per language, `(zh: "…", en: "…")`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LocalizedText {
    /// The same text in every language.
    Plain(String),
    /// One text per language.
    Both {
        /// Simplified Chinese.
        zh: String,
        /// English.
        en: String,
    },
}

impl LocalizedText {
    /// The text for a reader of `language`.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match (self, language) {
            (Self::Plain(text), _)
            | (Self::Both { zh: text, .. }, Language::Chinese)
            | (Self::Both { en: text, .. }, Language::English) => text,
        }
    }

    /// Replaces the text of one language. A common text stays common as long as both agree.
    #[must_use]
    pub fn with(&self, language: Language, text: String) -> Self {
        match (self, language) {
            (Self::Plain(_), _) => Self::Plain(text),
            (Self::Both { zh, .. }, Language::English) => Self::Both {
                zh: zh.clone(),
                en: text,
            },
            (Self::Both { en, .. }, Language::Chinese) => Self::Both {
                zh: text,
                en: en.clone(),
            },
        }
    }

    /// All texts, for searching in both languages.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let (first, second) = match self {
            Self::Plain(text) => (text.as_str(), None),
            Self::Both { zh, en } => (zh.as_str(), Some(en.as_str())),
        };
        std::iter::once(first).chain(second)
    }

    /// Whether unset and omitted when saving; two empty texts are not.
    #[must_use]
    pub fn is_unset(&self) -> bool {
        *self == Self::default()
    }

    /// Whether empty in every language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts().all(str::is_empty)
    }
}

impl Default for LocalizedText {
    fn default() -> Self {
        Self::Plain(String::new())
    }
}

impl From<&str> for LocalizedText {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}

impl Serialize for LocalizedText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Plain(text) => serializer.serialize_str(text),
            Self::Both { zh, en } => {
                let mut both = serializer.serialize_struct("Words", 2)?;
                both.serialize_field("zh", zh)?;
                both.serialize_field("en", en)?;
                both.end()
            }
        }
    }
}

impl<'de> Deserialize<'de> for LocalizedText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WordsVisitor)
    }
}

struct WordsVisitor;

/// Fields of the bilingual form, so that unknown ones are reported as usual.
#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "lowercase")]
enum Field {
    Zh,
    En,
}

impl<'de> Visitor<'de> for WordsVisitor {
    type Value = LocalizedText;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text in quotes, or (zh: \"…\", en: \"…\")")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<LocalizedText, E> {
        Ok(LocalizedText::Plain(text.to_owned()))
    }

    fn visit_string<E: de::Error>(self, text: String) -> Result<LocalizedText, E> {
        Ok(LocalizedText::Plain(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<LocalizedText, A::Error> {
        let (mut zh, mut en) = (None, None);
        while let Some(field) = map.next_key()? {
            let (slot, name) = match field {
                Field::Zh => (&mut zh, "zh"),
                Field::En => (&mut en, "en"),
            };
            if slot.replace(map.next_value()?).is_some() {
                return Err(de::Error::duplicate_field(name));
            }
        }
        Ok(LocalizedText::Both {
            zh: zh.ok_or_else(|| de::Error::missing_field("zh"))?,
            en: en.ok_or_else(|| de::Error::missing_field("en"))?,
        })
    }
}
