//! Messages, bilingual words and number formatting. The lowest floor: it knows no plan and no window.
//!
//! Program text lives in Fluent files (`assets/messages`), one per language; text that belongs to a document (an
//! indicator's name, a note) travels inside that document as [`LocalizedText`].

mod choices;
mod find;
mod fonts;
mod language;
mod message;
pub mod numbers;
pub mod safe;
mod web_address;
mod words;

pub(crate) use choices::choices;
pub use find::{Closeness, closeness};
pub use fonts::{Font, fonts};
pub use language::{Language, UnknownLanguage, is_chinese};
pub use message::{Arg, Message, ids, listed, say, say_with};
pub use numbers::half_width;
pub use web_address::WebAddress;
pub use words::LocalizedText;
