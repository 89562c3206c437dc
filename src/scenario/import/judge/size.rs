//! Figures of implausible size.

use super::super::number::Number;
use super::super::transform::tidy;
use super::super::unit::Unit;
use super::super::{FigureKind, Topic};
use super::{Answers, Figures, Judge, SeriesVerdict};
use crate::plan::Form;
use crate::scenario::Actual;
use crate::text::Message;

/// Shares within this factor of the base or target are taken as written.
const USUAL: f64 = 3.0;

impl Judge<'_> {
    /// Asks whether figures are fractions, if they fit better that way.
    pub(super) fn scaled(
        &self,
        kind: FigureKind,
        figures: Figures,
        settled: Answers,
        notes: Vec<Message>,
    ) -> SeriesVerdict {
        let hundredfold = || -> Figures {
            let scaled = figures.iter().cloned();
            scaled
                .map(|figure| {
                    figure.map(|figure| FigureKind::of(figure).figure(tidy(figure.value() * 100.0)))
                })
                .collect()
        };
        if settled.fractions.is_some() {
            return self.signed(kind, figures, settled, notes);
        }
        let fraction =
            |number: &Number| !number.is_percent && number.unit.is_none() && number.value.abs() <= 1.0;
        let may_be = self.numbers.iter().all(|(_, number)| fraction(number))
            && self.numbers.iter().any(|(_, number)| number.value != 0.0)
            && (kind.is_change() || self.is_share())
            && !self.transform.said.unit.as_ref().is_some_and(Unit::is_points);
        if may_be {
            let (own, other) = (self.fit(kind, &figures), self.fit(kind, &hundredfold()));
            let level = self.fit(FigureKind::Level, &hundredfold());
            let is_level = !kind.is_change() || (self.is_share() && !self.transform.said.is_change);
            let makes_more_sense = other.is_full() && (!own.is_full() || other.is_clearly_better_than(&own));
            let is_share_of_one =
                is_level && level.of > 0 && !level.is_absurd() && !self.is_stated_and_usual();
            if makes_more_sense || is_share_of_one {
                return SeriesVerdict::Open {
                    topic: Topic::Fractions,
                    asks: Message::new("import-ask-fractions"),
                    answers: [false, true]
                        .map(|are| Answers {
                            fractions: Some(are),
                            ..settled
                        })
                        .into(),
                    may_leave_out: false,
                };
            }
        }
        self.signed(kind, figures, settled, notes)
    }

    fn is_share(&self) -> bool {
        let bounds = self.plan.get(self.ix).bounds;
        bounds == Some((0.0, 100.0))
    }

    /// Whether figures are stated as percent and of the plan's order of magnitude: 0.71 % with a target of 1 %.
    fn is_stated_and_usual(&self) -> bool {
        let is_stated = self.transform.said.unit.as_ref().is_some_and(Unit::is_share);
        let targets = self.plan.get(self.ix).targets.iter();
        let mut levels = targets.filter_map(|target| match target.form {
            Form::Level(level) => Some(level),
            _ => None,
        });
        let usual = self.base.or_else(|| levels.next());
        is_stated
            && usual.is_some_and(|usual| {
                let near = usual / USUAL..=usual * USUAL;
                self.numbers
                    .iter()
                    .all(|(_, number)| near.contains(&number.value))
            })
    }

    /// Rejects absurd readings, unless an answer or a unit confirms them.
    pub(super) fn checked(
        &self,
        kind: FigureKind,
        figures: Figures,
        settled: Answers,
        mut notes: Vec<Message>,
    ) -> SeriesVerdict {
        let said = self.transform.said;
        let is_meant = settled.kind.is_some()
            || settled.usual.is_some()
            || settled.fractions.is_some()
            || settled.sign.is_some();
        // Stated changes are asked about one by one.
        let is_stated = said.unit.is_some()
            || (kind.is_change() && (said.basis.is_some() || said.is_change))
            || self.numbers.iter().any(|(_, number)| number.unit.is_some());
        let is_plain = figures
            .iter()
            .flatten()
            .all(|figure| FigureKind::of(*figure) == kind);
        if !is_meant && !is_stated && is_plain && self.fit_as_is(kind, &figures).is_absurd() {
            let units = self.sensible_units();
            if !units.is_empty() {
                return SeriesVerdict::Unit(units);
            }
            let what = Message::new("import-absurd").with("name", &self.plan.get(self.ix).name);
            return SeriesVerdict::Refused((what, Message::new("import-absurd-help")));
        }
        if kind == FigureKind::Level && said.unit.is_none() && !is_plain {
            notes.push(Message::new("import-note-own-base").with("year", self.plan.base_year));
        }
        let taken = || {
            self.numbers
                .iter()
                .zip(&figures)
                .filter(|(_, figure)| figure.is_ok())
        };
        if kind == FigureKind::Level
            && taken().any(|((_, number), _)| self.transform.leaves_prices_open(number))
        {
            notes.push(Message::new("import-note-prices").with("year", self.plan.base_year));
        }
        SeriesVerdict::Read { kind, figures, notes }
    }

    /// Sizes of the plan's unit in which the figures are plausible levels.
    pub(super) fn sensible_units(&self) -> Vec<String> {
        let makes_sense = |factor: f64| {
            let figures = |factor: f64| -> Figures {
                let numbers = self.numbers.iter();
                numbers
                    .map(|(_, number)| Ok(Actual::Level(number.value * factor)))
                    .collect()
            };
            self.fit_as_is(FigureKind::Level, &figures(factor)).is_full()
        };
        let sizes = self.transform.own().sizes().iter();
        let sensible = sizes.filter(|(_, factor)| makes_sense(*factor));
        sensible.map(|(text, _)| text.clone()).collect()
    }
}
