//! Annotations: words pinned to a year of an indicator's chart.

use std::sync::Arc;

use super::{ActualEntry, ByIndicator};
use crate::plan::{IndicatorIx, Plan};
use crate::text::{LocalizedText, Message, safe};

/// Words pinned to a year of an indicator's chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// Whose chart.
    pub indicator: IndicatorIx,
    /// A year that this chart shows.
    pub year: i32,
    /// One line of text, in one language or both.
    pub text: LocalizedText,
}

/// The annotations of a scenario in the order of the file, at most one for an indicator and year.
///
/// Clones share them, so a history of a thousand states is hardly larger than one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotations(Vec<Arc<Annotation>>);

impl Annotations {
    /// Most for one scenario.
    pub const MOST: usize = 500;
    /// Most for one indicator: more flags than that hide its lines.
    pub const MOST_OF_ONE: usize = 20;
    /// The longest text, in characters.
    pub const LONGEST_TEXT: usize = 500;

    /// The text for an indicator and year.
    #[must_use]
    pub fn get(&self, indicator: IndicatorIx, year: i32) -> Option<&LocalizedText> {
        self.shared(indicator, year).map(|one| &one.text)
    }

    fn shared(&self, indicator: IndicatorIx, year: i32) -> Option<&Arc<Annotation>> {
        self.0
            .iter()
            .find(|one| one.indicator == indicator && one.year == year)
    }

    /// The annotations of one indicator, by year.
    #[must_use]
    pub fn of(&self, indicator: IndicatorIx) -> Vec<&Annotation> {
        let mut found: Vec<&Annotation> = self.iter().filter(|one| one.indicator == indicator).collect();
        found.sort_by_key(|one| one.year);
        found
    }

    /// Sets the text for an indicator and year, in place or at the end.
    pub fn set(&mut self, annotation: Annotation) {
        let same =
            |one: &&mut Arc<Annotation>| one.indicator == annotation.indicator && one.year == annotation.year;
        match self.0.iter_mut().find(same) {
            Some(place) => *place = Arc::new(annotation),
            None => self.0.push(Arc::new(annotation)),
        }
    }

    /// Removes the annotation of an indicator and year, keeping the order of the others.
    pub fn remove(&mut self, indicator: IndicatorIx, year: i32) {
        self.0
            .retain(|one| one.indicator != indicator || one.year != year);
    }

    /// All, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Annotation> {
        self.0.iter().map(Arc::as_ref)
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Why another one cannot be added for an indicator.
    #[must_use]
    pub fn limit(&self, indicator: IndicatorIx) -> Option<AnnotationFault> {
        if self.len() >= Self::MOST {
            return Some(AnnotationFault::TooMany);
        }
        let own = self.iter().filter(|one| one.indicator == indicator).count();
        (own >= Self::MOST_OF_ONE).then_some(AnnotationFault::TooManyOfOne)
    }

    /// Drops those at years that no chart shows any longer.
    pub(super) fn keep_shown(&mut self, plan: &Plan, actuals: &ByIndicator<Vec<ActualEntry>>) {
        self.0
            .retain(|one| is_shown(plan, actuals, one.indicator, one.year));
    }

    /// Bytes not shared with `other`.
    pub(super) fn bytes_apart(&self, other: &Self) -> usize {
        let is_own = |one: &&Arc<Annotation>| {
            let theirs = other.shared(one.indicator, one.year);
            theirs.is_none_or(|theirs| !Arc::ptr_eq(one, theirs))
        };
        let size =
            |one: &Arc<Annotation>| size_of::<Annotation>() + one.text.texts().map(str::len).sum::<usize>();
        self.0.iter().filter(is_own).map(size).sum::<usize>() + size_of_val(self.0.as_slice())
    }
}

/// Why an annotation is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnnotationFault {
    /// In one of its languages there is nothing but blanks.
    Empty,
    /// Longer than [`Annotations::LONGEST_TEXT`].
    TooLong,
    /// It has line breaks, tabs, or characters that act rather than show.
    Control,
    /// There are [`Annotations::MOST`] already.
    TooMany,
    /// The indicator has [`Annotations::MOST_OF_ONE`] already.
    TooManyOfOne,
}

impl AnnotationFault {
    /// Why a text cannot be pinned.
    #[must_use]
    pub fn of_text(text: &LocalizedText) -> Option<Self> {
        if text.texts().any(|text| text.trim().is_empty()) {
            Some(Self::Empty)
        } else if text.texts().any(|text| text.chars().any(safe::is_active)) {
            Some(Self::Control)
        } else {
            let is_long = |text: &str| text.chars().count() > Annotations::LONGEST_TEXT;
            text.texts().any(is_long).then_some(Self::TooLong)
        }
    }

    /// What is wrong, and the remedy.
    #[must_use]
    pub fn message(self) -> (Message, Message) {
        let (what, limit, help) = match self {
            Self::Empty => ("annotation-empty", 0, "annotation-empty-help"),
            Self::Control => ("annotation-control", 0, "annotation-control-help"),
            Self::TooLong => (
                "annotation-too-long",
                Annotations::LONGEST_TEXT,
                "annotation-too-long-help",
            ),
            Self::TooMany => (
                "annotation-too-many",
                Annotations::MOST,
                "annotation-too-many-help",
            ),
            Self::TooManyOfOne => (
                "annotation-too-many-of-one",
                Annotations::MOST_OF_ONE,
                "annotation-too-many-help",
            ),
        };
        (Message::new(what).with("limit", limit), Message::new(help))
    }
}

/// Why a file's next annotation cannot be added to those before it: the field at fault, if it is one, what is wrong, and
/// the remedy.
pub(super) fn annotation_fault(
    plan: &Plan,
    actuals: &ByIndicator<Vec<ActualEntry>>,
    before: &Annotations,
    next: &Annotation,
) -> Option<(Option<&'static str>, (Message, Message))> {
    let id = plan.get(next.indicator).id.as_str();
    if !is_shown(plan, actuals, next.indicator, next.year) {
        let what = Message::new("annotation-year")
            .with("id", id)
            .with("year", next.year);
        let help = Message::new("annotation-year-help")
            .with("first", plan.base_year)
            .with("last", plan.end_year);
        return Some((Some("year"), (what, help)));
    }
    if let Some(fault) = AnnotationFault::of_text(&next.text) {
        return Some((Some("text"), fault.message()));
    }
    let same = |one: &Annotation| one.indicator == next.indicator && one.year == next.year;
    if let Some(earlier) = before.iter().position(same) {
        let what = Message::new("annotation-twice")
            .with("id", id)
            .with("year", next.year);
        let help = Message::new("annotation-twice-help").with("number", earlier + 1);
        return Some((None, (what, help)));
    }
    let fault = before.limit(next.indicator)?;
    Some((None, fault.message()))
}

/// Whether an indicator's chart shows a year: the years of the plan, and earlier ones with an actual.
pub(super) fn is_shown(
    plan: &Plan,
    actuals: &ByIndicator<Vec<ActualEntry>>,
    indicator: IndicatorIx,
    year: i32,
) -> bool {
    let is_entered = || {
        let entries = actuals.get(indicator);
        entries.is_some_and(|entries| entries.iter().any(|entry| entry.year == year))
    };
    (plan.base_year..=plan.end_year).contains(&year) || is_entered()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pinned(year: i32, text: &str) -> Annotation {
        Annotation {
            indicator: IndicatorIx(0),
            year,
            text: text.into(),
        }
    }

    #[test]
    fn states_share_annotations() {
        let mut before = Annotations::default();
        before.set(pinned(2011, &"n".repeat(500)));
        before.set(pinned(2012, &"n".repeat(500)));
        let mut after = before.clone();
        assert_eq!(after.bytes_apart(&before), 2 * size_of::<Arc<Annotation>>());
        after.set(pinned(2012, "short"));
        let own = size_of::<Annotation>() + "short".len();
        assert_eq!(after.bytes_apart(&before), own + 2 * size_of::<Arc<Annotation>>());
        after.remove(IndicatorIx(0), 2011);
        assert_eq!(after.len(), 1);
    }

    #[test]
    fn a_text_is_one_visible_line() {
        use AnnotationFault::{Control, Empty, TooLong};
        for (text, fault) in [
            ("", Some(Empty)),
            (" \u{3000}", Some(Empty)),
            ("two\nlines", Some(Control)),
            ("\u{202E}turned", Some(Control)),
            ("新口径", None),
        ] {
            assert_eq!(AnnotationFault::of_text(&text.into()), fault, "{text:?}");
        }
        let long = "规".repeat(Annotations::LONGEST_TEXT);
        assert_eq!(AnnotationFault::of_text(&long.as_str().into()), None);
        assert_eq!(
            AnnotationFault::of_text(&(long + "x").as_str().into()),
            Some(TooLong)
        );
        let half = LocalizedText::Both {
            zh: "有".to_owned(),
            en: String::new(),
        };
        assert_eq!(AnnotationFault::of_text(&half), Some(Empty));
    }
}
