//! Locating values in RON text.
//!
//! Checks work on typed values without positions. When one fails, the text is parsed again with the RON library and
//! stopped on purpose at the value, so that the library reports its position. There is no second RON grammar, and
//! valid files cost nothing extra.

use std::fmt;
use std::ops::Range;

use serde::Deserialize;
use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::dialect::{offset, options};

/// One step into a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A field of a struct, by name.
    Field(&'static str),
    /// An entry of a map, counted from 0.
    Entry(usize),
    /// An element of a list or tuple, or the value inside an enum variant, counted from 0.
    Index(usize),
}

/// Which part of the last step is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryPart {
    /// The key of a map entry.
    Key,
    /// The value.
    Value,
}

/// Path from the document root to a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValuePath {
    steps: Vec<Step>,
    part: EntryPart,
}

impl ValuePath {
    /// The document as a whole.
    #[must_use]
    pub const fn top() -> Self {
        Self {
            steps: Vec::new(),
            part: EntryPart::Value,
        }
    }

    /// A field of this struct.
    #[must_use]
    pub fn field(&self, name: &'static str) -> Self {
        self.step(Step::Field(name))
    }

    /// The n-th entry of this map.
    #[must_use]
    pub fn entry(&self, n: usize) -> Self {
        self.step(Step::Entry(n))
    }

    /// The n-th element of this list, tuple or enum variant.
    #[must_use]
    pub fn index(&self, n: usize) -> Self {
        self.step(Step::Index(n))
    }

    /// The key instead of the value.
    #[must_use]
    pub fn key(&self) -> Self {
        Self {
            part: EntryPart::Key,
            ..self.clone()
        }
    }

    fn step(&self, step: Step) -> Self {
        let mut steps = self.steps.clone();
        steps.push(step);
        Self {
            steps,
            part: EntryPart::Value,
        }
    }

    /// Byte range of this place in `text`; the first character if not found.
    #[must_use]
    pub fn locate(&self, text: &str) -> Range<usize> {
        let start = self.stop(text, ValueEdge::Start);
        let end = self.stop(text, ValueEdge::End);
        match (start, end) {
            (Some(start), Some(end)) if start < end => start..start + text[start..end].trim_end().len(),
            _ => 0..text.chars().next().map_or(0, char::len_utf8),
        }
    }

    /// Whether `text` contains this place, as far as it parses.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        self.stop(text, ValueEdge::Start).is_some()
    }

    /// Byte offset of the start or end of this place.
    fn stop(&self, text: &str, edge: ValueEdge) -> Option<usize> {
        let walk = Walk {
            steps: &self.steps,
            part: self.part,
            edge,
        };
        let stopped = options().from_str_seed(text, walk).err()?;
        matches!(&stopped.code, ron::Error::Message(note) if note == FOUND)
            .then(|| offset(text, stopped.span.end))
    }
}

/// The error message that marks an intended stop.
const FOUND: &str = "planpath: place found";

#[derive(Clone, Copy)]
enum ValueEdge {
    Start,
    End,
}

#[derive(Clone, Copy)]
struct Walk<'p> {
    steps: &'p [Step],
    part: EntryPart,
    edge: ValueEdge,
}

impl Walk<'_> {
    /// Reads past the value if its end is wanted, then stops.
    fn arrive<'de, D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if matches!(self.edge, ValueEdge::End) {
            IgnoredAny::deserialize(deserializer)?;
        }
        Err(de::Error::custom(FOUND))
    }
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.steps.is_empty() {
            self.arrive(deserializer)
        } else {
            deserializer.deserialize_any(self)
        }
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the place a check spoke of")
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Some((step, deeper)) = self.steps.split_first() else {
            return Ok(());
        };
        let mut n = 0;
        loop {
            let is_entry = *step == Step::Entry(n);
            if is_entry && deeper.is_empty() && self.part == EntryPart::Key {
                let at_key = Walk {
                    steps: deeper,
                    ..self
                };
                map.next_key_seed(at_key)?;
            }
            let Some(key) = map.next_key_seed(KeyReader)? else {
                return Ok(());
            };
            let is_field = matches!((step, &key), (Step::Field(name), Some(key)) if key == name);
            if is_entry || is_field {
                return map.next_value_seed(Walk {
                    steps: deeper,
                    ..self
                });
            }
            map.next_value::<IgnoredAny>()?;
            n += 1;
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<(), A::Error> {
        let Some((Step::Index(wanted), deeper)) = self.steps.split_first() else {
            return Ok(());
        };
        for _ in 0..*wanted {
            seq.next_element::<IgnoredAny>()?;
        }
        seq.next_element_seed(Walk {
            steps: deeper,
            ..self
        })?;
        Ok(())
    }
}

/// Reads a key: its text if it has one, nothing for a number.
struct KeyReader;

impl<'de> DeserializeSeed<'de> for KeyReader {
    type Value = Option<String>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl Visitor<'_> for KeyReader {
    type Value = Option<String>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field name, a text or a number")
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(text.to_owned()))
    }

    fn visit_u64<E>(self, _: u64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Self::Value, E> {
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"( // a comment with "quotes" and (brackets)
    format: 1,
    rates: {
        "增加值": Constant(8.0),
        "energy": Yearly([3.5, /* here */ NaN, 4.8]),
    },
    actuals: { "steel": { 2011: Level(49.2), 2012: Level(45.9) } },
    target: Some((form: Level(60.0))),
)"#;

    fn at(place: &ValuePath) -> &'static str {
        &TEXT[place.locate(TEXT)]
    }

    #[test]
    fn places_are_found_to_the_character() {
        let rates = ValuePath::top().field("rates");
        assert_eq!(at(&rates.entry(0).key()), "\"增加值\"");
        assert_eq!(at(&rates.entry(0).index(0)), "8.0");
        assert_eq!(at(&rates.entry(1).index(0).index(1)), "NaN");
        assert_eq!(at(&rates.entry(1)), "Yearly([3.5, /* here */ NaN, 4.8])");
        let steel = ValuePath::top().field("actuals").entry(0);
        assert_eq!(at(&steel.entry(1).key()), "2012");
        assert_eq!(at(&steel.entry(1)), "Level(45.9)");
        let target = ValuePath::top().field("target").field("form");
        assert_eq!(at(&target), "Level(60.0)");
        assert_eq!(at(&ValuePath::top()), TEXT);
    }

    #[test]
    fn a_place_that_is_not_there_gives_the_first_character() {
        assert_eq!(ValuePath::top().field("absent").locate(TEXT), 0..1);
        assert_eq!(ValuePath::top().locate(""), 0..0);
    }
}
