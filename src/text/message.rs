//! Messages from the Fluent files in `assets/messages`.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use super::{Language, LocalizedText, safe};

/// A value put into a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// Literal text.
    Text(String),
    /// A whole number, for counts and years; also selects plural forms.
    Count(i64),
    /// Bilingual text, in the language of the message.
    Words(Box<LocalizedText>),
    /// A nested message, in the same language.
    Message(Box<Message>),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}
impl From<i32> for Arg {
    fn from(count: i32) -> Self {
        Self::Count(i64::from(count))
    }
}
impl From<&LocalizedText> for Arg {
    fn from(words: &LocalizedText) -> Self {
        Self::Words(Box::new(words.clone()))
    }
}
impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(Box::new(message))
    }
}

/// A language-independent message.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    id: &'static str,
    args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// A message by its Fluent id.
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        Self { id, args: Vec::new() }
    }

    /// Sets a variable.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The Fluent id.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// The values for its variables, by their names.
    #[must_use]
    pub fn args(&self) -> &[(&'static str, Arg)] {
        &self.args
    }

    /// The message on one line. Quoted names and file content are truncated, and stripped of line breaks and control
    /// characters.
    #[must_use]
    pub fn say(&self, language: Language) -> String {
        self.said(language, safe::quoted)
    }

    /// The same without truncation, for paragraphs of a report.
    #[must_use]
    pub fn say_in_full(&self, language: Language) -> String {
        self.said(language, safe::line)
    }

    fn said(&self, language: Language, quoted: fn(&str) -> Cow<'_, str>) -> String {
        let mut args = FluentArgs::with_capacity(self.args.len());
        for (name, value) in &self.args {
            match value {
                Arg::Text(text) => args.set(*name, quoted(text)),
                Arg::Count(count) => args.set(*name, whole_number(*count)),
                Arg::Words(words) => args.set(*name, quoted(words.get(language))),
                Arg::Message(message) => args.set(*name, message.said(language, quoted)),
            }
        }
        CATALOG.format(language, self.id, Some(&args)).into_owned()
    }
}

/// Maximum items listed in a sentence.
const MOST_LISTED: usize = 40;

/// Joins items, summarising the rest if very many; `None` for none.
#[must_use]
pub fn listed(mut items: impl Iterator<Item = Arg>) -> Option<Arg> {
    let first: Vec<Arg> = items.by_ref().take(MOST_LISTED).collect();
    let more = items.count();
    let more: Option<Arg> = (more > 0).then(|| Message::new("and-more").with("count", more).into());
    first.into_iter().chain(more).reduce(|said, next| {
        Message::new("implication-list")
            .with("first", said)
            .with("next", next)
            .into()
    })
}

/// A count as Fluent sees it. Years must not become "2,013", so digits are never grouped.
fn whole_number(count: i64) -> FluentValue<'static> {
    // A count beyond 2^53 does not occur: counts are of lines, years and files.
    #[allow(clippy::cast_precision_loss)]
    FluentValue::from(count as f64)
}

/// A message without variables; borrowed, so that it is cheap in every frame.
#[must_use]
pub fn say(language: Language, id: &'static str) -> Cow<'static, str> {
    CATALOG.format(language, id, None)
}

/// A message with text variables.
#[must_use]
pub fn say_with(language: Language, id: &'static str, args: &[(&'static str, &str)]) -> String {
    let mut values = FluentArgs::with_capacity(args.len());
    for (name, text) in args {
        values.set(*name, safe::quoted(text));
    }
    CATALOG.format(language, id, Some(&values)).into_owned()
}

/// All message ids of a language, for the test that keeps both files in step.
#[must_use]
pub fn ids(language: Language) -> Vec<String> {
    sources(language)
        .lines()
        .filter_map(|line| line.split_once(" ="))
        .map(|(id, _)| id)
        .filter(|id| id.starts_with(|c: char| c.is_ascii_lowercase()))
        .map(str::to_owned)
        .collect()
}

const fn sources(language: Language) -> &'static str {
    match language {
        Language::English => include_str!("../../assets/messages/en.ftl"),
        Language::Chinese => include_str!("../../assets/messages/zh-CN.ftl"),
    }
}

static CATALOG: LazyLock<Catalog> = LazyLock::new(|| Catalog {
    english: bundle(Language::English),
    chinese: bundle(Language::Chinese),
});

struct Catalog {
    english: FluentBundle<FluentResource>,
    chinese: FluentBundle<FluentResource>,
}

impl Catalog {
    fn format<'a>(
        &'a self,
        language: Language,
        id: &'static str,
        args: Option<&FluentArgs<'_>>,
    ) -> Cow<'a, str> {
        let bundle = match language {
            Language::English => &self.english,
            Language::Chinese => &self.chinese,
        };
        // tests/documents/messages.rs ensures that every id exists in both files; otherwise show the id.
        let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
            return Cow::Borrowed(id);
        };
        // Fluent reports missing variables here and prints them as {$name}; the same test looks for that.
        bundle.format_pattern(pattern, args, &mut Vec::new())
    }
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    // The files are embedded and tested, so errors cannot occur.
    let resource =
        FluentResource::try_new(sources(language).to_owned()).unwrap_or_else(|(partial, _errors)| partial);
    // Both codes are valid tags; the default would do too.
    let id: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Isolation marks are invisible characters that fonts draw as boxes and that get into copied text.
    bundle.set_use_isolating(false);
    bundle.add_resource_overriding(resource);
    bundle
}
