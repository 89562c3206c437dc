//! What every part of a lever's row reads.

use eframe::egui::{Color32, Ui};

use super::setting::{Setting, decimals, done_in, is_done_or_not};
use crate::figure::Density;
use crate::model::Violation;
use crate::plan::{Indicator, IndicatorIx};
use crate::scenario::Rates;
use crate::session::{Command, Document, Phase, Session};
use crate::text::{Language, Message, say};
use crate::ui::theme::Colours;
use crate::wording::{ChangeTerms, change_in_words, open_years, rate_in_words, spread_in_full};

/// A lever as a row shows it.
pub(in crate::ui) struct Lever<'a> {
    pub session: &'a Session,
    pub ix: IndicatorIx,
    pub indicator: &'a Indicator,
    pub setting: Setting,
    pub language: Language,
    /// The impossible level its path leads to, if it does.
    pub violation: Option<&'a Violation>,
    /// The curve of its spread, if its rate is uncertain.
    pub density: Option<Density>,
}

impl<'a> Lever<'a> {
    pub fn new(session: &'a Session, ix: IndicatorIx) -> Self {
        let document = session.document();
        let indicator = document.plan().get(ix);
        let mut violations = document.evaluation().violations().iter();
        let spread = document.spread(ix).filter(|_| document.may_vary(ix));
        Self {
            session,
            ix,
            indicator,
            setting: Setting::of(document, ix, indicator),
            language: session.view().language,
            violation: violations.find(|violation| violation.indicator == ix),
            density: spread.and_then(|found| Density::of(found.spread)),
        }
    }

    pub fn document(&self) -> &'a Document {
        self.session.document()
    }

    pub fn full_name(&self) -> &'a str {
        self.indicator.name.get(self.language)
    }

    pub fn is_task(&self) -> bool {
        is_done_or_not(self.indicator)
    }

    /// The two rates of output growth, if the scenario sets it that way.
    pub fn output_growth(&self) -> Option<(&'a [f64], &'a [f64])> {
        match self.document().scenario().rates.get(self.ix) {
            Some(Rates::OutputGrowth { top, all }) => Some((top, all)),
            _ => None,
        }
    }

    /// The colour of its value: what is set, what is assumed, or what cannot be.
    pub fn ink(&self, ui: &Ui) -> Color32 {
        let colours = Colours::of(ui);
        if self.violation.is_some() {
            colours.missed
        } else if self.setting.done_before.is_some() && self.setting.is_open {
            colours.text
        } else if self.setting.is_assumed || !self.setting.is_open {
            colours.text_weak
        } else {
            colours.accent
        }
    }

    /// The years its value governs, in figures that both languages read: "2014–15".
    pub fn years(&self) -> String {
        let plan = self.document().plan();
        if !self.setting.is_open {
            return plan.end_year.to_string();
        }
        let first = plan.year(self.setting.last_actual + 1);
        open_years(first, plan.end_year, Language::English)
    }

    /// The rate of the open years in words, without the years: "fall 3.00 % a year", "by year: …".
    pub fn value(&self) -> String {
        let (plan, language) = (self.document().plan(), self.language);
        if !self.setting.is_open {
            return Message::new("lever-actual-to")
                .with("year", plan.end_year)
                .say(language);
        }
        if self.is_task() {
            return match done_in(self.document(), self.ix) {
                Some(year) => Message::new("lever-done-in").with("year", year).say(language),
                None => say(language, "figure-not-done").into_owned(),
            };
        }
        let rate = rate_in_words(
            ChangeTerms::stated(self.indicator, language),
            self.setting.rate,
            Some(self.decimals()),
            language,
        );
        if self.setting.spread.is_some() {
            return Message::new("lever-by-year").with("rate", rate).say(language);
        }
        rate
    }

    /// One year's rate in words, as said while its years are open: "by year, 2015: fall 4.20 %".
    pub fn value_in(&self, step: usize, rate: f64) -> String {
        let counted = ChangeTerms::stated(self.indicator, self.language);
        Message::new("lever-in-year")
            .with("year", self.document().plan().year(step + 1))
            .with(
                "rate",
                change_in_words(counted, rate, Some(self.decimals()), self.language),
            )
            .say(self.language)
    }

    pub fn decimals(&self) -> usize {
        let chosen = self.session.view().decimals;
        chosen.unwrap_or_else(|| decimals(self.indicator))
    }

    /// How uncertain its rate is, if it is.
    pub fn spread_in_words(&self) -> Option<String> {
        let (found, density) = (self.document().spread(self.ix)?, self.density.as_ref()?);
        let (rate, decimals) = (self.setting.rate, self.decimals());
        let said = spread_in_full(
            self.indicator,
            rate,
            found,
            density.within,
            decimals,
            self.language,
        );
        Some(said)
    }

    /// The command that gives all open years this rate.
    pub fn set(&self, rate: f64, phase: Phase) -> Command {
        Command::SetRates {
            lever: self.ix,
            rates: self.document().rates_at(self.ix, rate),
            phase,
        }
    }
}
