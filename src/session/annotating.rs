//! Annotations in the window: pinned to the years of charts, changed and removed, each in one step; and sources opened.

use super::{Document, Edit, Effect, Phase, Session};
use crate::file::Failure;
use crate::plan::IndicatorIx;
use crate::scenario::{Annotation, AnnotationFault, Scenario};
use crate::text::{Language, LocalizedText, Message, WebAddress};

/// Something about annotations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnnotationCommand {
    /// Write one for the chart chosen; the window knows better which, if a year is marked on one.
    Begin,
    /// Write the one of a chart, at this year if one is meant.
    Write(IndicatorIx, Option<i32>),
    /// Pin this text to a year of a chart; one without text is removed.
    Pin {
        /// Whose chart.
        indicator: IndicatorIx,
        /// A year that it shows.
        year: i32,
        /// The text in the window's language.
        text: String,
    },
    /// Stop writing.
    Close,
}

impl Document {
    /// The years of an indicator's chart that can have an annotation.
    #[must_use]
    pub fn years_shown(&self, indicator: IndicatorIx) -> Vec<i32> {
        let plan = self.plan();
        let entries = self.scenario().actuals.get(indicator);
        let earlier = entries
            .into_iter()
            .flatten()
            .map(|entry| entry.year)
            .filter(|year| *year < plan.base_year);
        let mut years: Vec<i32> = earlier.chain(plan.years()).collect();
        years.sort_unstable();
        years.dedup();
        years
    }
}

impl Session {
    pub(super) fn on_annotation(&mut self, command: AnnotationCommand) {
        match command {
            AnnotationCommand::Begin => {
                let plan = self.document().plan();
                let first = || self.view.charts(plan).first().copied();
                let chosen = self.view.selected(plan).or_else(first);
                self.view.annotating = chosen.map(|indicator| (indicator, None));
            }
            AnnotationCommand::Write(indicator, year) => {
                let is_shown = |year: &i32| {
                    self.document()
                        .scenario()
                        .shows(self.document().plan(), indicator, *year)
                };
                self.view.annotating = Some((indicator, year.filter(is_shown)));
            }
            AnnotationCommand::Pin {
                indicator,
                year,
                text,
            } => self.pin(indicator, year, &text),
            AnnotationCommand::Close => self.view.annotating = None,
        }
    }

    fn pin(&mut self, indicator: IndicatorIx, year: i32, text: &str) {
        let language = self.view.language;
        let document = self.documents.active_mut();
        if let Some(fault) = pin_fault(document, indicator, year, text) {
            let (what, help) = fault.message();
            let help = Some(help);
            self.notices.failed(Failure::Other { what, help });
            return;
        }
        let change = Edit::Annotation(indicator, year);
        document.edit(change, Phase::Done, |scenario| {
            write_annotation(scenario, (indicator, year), language, text);
        });
    }

    /// Why a text cannot be pinned to a year of a chart of the document in front; one without text can always be removed.
    #[must_use]
    pub fn pin_fault(&self, indicator: IndicatorIx, year: i32, text: &str) -> Option<AnnotationFault> {
        pin_fault(self.document(), indicator, year, text)
    }

    /// Has the system open the source at an address.
    pub(super) fn open_address(&mut self, address: WebAddress) {
        self.effects.push(Effect::OpenAddress(address));
    }

    pub(super) fn address_not_opened(&mut self, address: &WebAddress, reason: String) {
        let what = Message::new("address-not-opened")
            .with("address", address.as_str())
            .with("reason", reason);
        let help = Some(Message::new("address-not-opened-help"));
        self.notices.failed(Failure::Other { what, help });
    }
}

fn pin_fault(document: &Document, indicator: IndicatorIx, year: i32, text: &str) -> Option<AnnotationFault> {
    if text.trim().is_empty() {
        return None;
    }
    let annotations = &document.scenario().annotations;
    AnnotationFault::of_text(&LocalizedText::from(text)).or_else(|| match annotations.get(indicator, year) {
        Some(_) => None,
        None => annotations.limit(indicator),
    })
}

/// Writes an annotation in one language, the other keeps its text; without text it is removed.
fn write_annotation(
    scenario: &mut Scenario,
    (indicator, year): (IndicatorIx, i32),
    language: Language,
    text: &str,
) {
    let text = text.trim();
    if text.is_empty() {
        scenario.annotations.remove(indicator, year);
        return;
    }
    let text = match scenario.annotations.get(indicator, year) {
        Some(old) => old.with(language, text.to_owned()),
        None => text.into(),
    };
    scenario.annotations.set(Annotation {
        indicator,
        year,
        text,
    });
}

/// What would be written into a scenario by a text that is still being typed; `None` if it would be refused.
pub(super) fn typed_annotation(
    document: &Document,
    language: Language,
    command: &AnnotationCommand,
) -> Option<Scenario> {
    let AnnotationCommand::Pin {
        indicator,
        year,
        text,
    } = command
    else {
        return None;
    };
    if pin_fault(document, *indicator, *year, text).is_some() {
        return None;
    }
    let mut scenario = document.scenario().clone();
    write_annotation(&mut scenario, (*indicator, *year), language, text);
    Some(scenario)
}
