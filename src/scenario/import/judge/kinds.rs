//! Levels or changes, and against which year.

use super::super::Kind;
use super::super::fit::Fit;
use super::super::saying::Basis;
use super::{Figures, Judge, Settled};
use crate::plan::LevelKind;
use crate::text::Message;

/// Which reading is meant, or between which it is asked.
pub(super) enum Choice {
    Take(Kind, Vec<Message>),
    Ask(&'static str, Vec<Kind>),
}

impl Judge<'_> {
    /// The kinds that figures may be of by what is said of them.
    pub(super) fn kinds(&self, settled: Settled) -> Vec<Kind> {
        use Kind::{AnnualChange, CumulativeChange, Level};
        if let Some(kind) = settled.kind {
            return vec![kind];
        }
        let said = self.transform.said;
        let is_index = self.transform.footing.kind == LevelKind::Index;
        let since_base = if is_index { Level } else { CumulativeChange };
        match said.basis {
            Some(Basis::Previous100 | Basis::AgainstPrevious) => vec![AnnualChange],
            Some(Basis::Year100(year)) if year == self.plan.base_year => vec![since_base],
            Some(Basis::Year100(_) | Basis::Cumulative | Basis::Against(_)) => vec![CumulativeChange],
            Some(Basis::Index) => vec![AnnualChange, since_base],
            None if said.is_change => vec![AnnualChange, CumulativeChange],
            None => settled
                .usual
                .map_or_else(|| Kind::ALL.to_vec(), |kind| vec![kind]),
        }
    }

    /// Which of several readings is meant.
    pub(super) fn choose(&self, readings: &[(Kind, Figures)], settled: Settled) -> Choice {
        use Kind::{AnnualChange, CumulativeChange, Level};
        let said = self.transform.said;
        if let [(kind, _)] = readings {
            return Choice::Take(*kind, self.note_of_kind(*kind, settled, false));
        }
        if said.basis == Some(Basis::Index) {
            return Choice::Ask(
                "import-ask-index",
                readings.iter().map(|(kind, _)| *kind).collect(),
            );
        }
        let fit_of = |kind: Kind| {
            let (_, figures) = readings.iter().find(|(other, _)| *other == kind)?;
            Some(self.fit(kind, figures))
        };
        let [level, annual, cumulative] = Kind::ALL.map(fit_of);
        if let Some(kind) = self.kind_of_title() {
            let kinds = || readings.iter().map(|(kind, _)| *kind);
            if kinds().any(|other| other == kind) {
                let own = fit_of(kind);
                return match level.filter(Fit::is_full) {
                    Some(_) if own.is_some_and(|own| own.is_absurd()) => {
                        Choice::Take(Level, self.note_of_kind(Level, settled, true))
                    }
                    Some(_) if said.unit.is_none() => Choice::Ask("import-ask-kind", vec![Level, kind]),
                    _ => Choice::Take(kind, self.note_of_kind(kind, settled, true)),
                };
            }
        }
        let full = |fit: Option<Fit>| fit.filter(Fit::is_full);
        // In the first year, both changes are the same.
        let is_first_only = self
            .numbers
            .iter()
            .all(|(year, _)| *year == self.plan.base_year + 1);
        if let (Some(one), Some(other)) = (full(level), full(annual)) {
            if one.is_clearly_better_than(&other) {
                return Choice::Take(Level, self.note_of_kind(Level, settled, true));
            }
            if other.is_clearly_better_than(&one) {
                return Choice::Take(AnnualChange, self.note_of_kind(AnnualChange, settled, true));
            }
            return Choice::Ask("import-ask-kind", vec![Level, AnnualChange]);
        }
        let ask_between = |kind: Kind, own: Fit| match full(cumulative) {
            Some(other) if !is_first_only && other.is_clearly_better_than(&own) => {
                Choice::Ask("import-ask-kind", vec![kind, CumulativeChange])
            }
            _ => Choice::Take(kind, self.note_of_kind(kind, settled, full(cumulative).is_some())),
        };
        if let Some(fit) = full(level) {
            return ask_between(Level, fit);
        }
        if let Some(fit) = full(annual) {
            return ask_between(AnnualChange, fit);
        }
        // Falls that are too large for one year are those since the base year, or are they?
        if full(cumulative).is_some() {
            return if said.is_change && !is_first_only {
                Choice::Ask("import-ask-kind", vec![AnnualChange, CumulativeChange])
            } else {
                Choice::Take(
                    CumulativeChange,
                    self.note_of_kind(CumulativeChange, settled, true),
                )
            };
        }
        let best = [
            (Level, level),
            (AnnualChange, annual),
            (CumulativeChange, cumulative),
        ]
        .into_iter()
        .filter_map(|(kind, fit)| Some((kind, fit?)))
        .rev()
        .max_by_key(|(_, fit)| (fit.plausible, std::cmp::Reverse(fit.absurd)));
        best.map_or(Choice::Take(Level, Vec::new()), |(kind, _)| {
            Choice::Take(kind, self.note_of_kind(kind, settled, full(cumulative).is_some()))
        })
    }

    /// As what a title lets figures be read that say nothing themselves.
    fn kind_of_title(&self) -> Option<Kind> {
        let said = self.transform.said;
        if said.basis.is_some() || said.is_change || said.is_level {
            return None;
        }
        match self.title? {
            Basis::AgainstPrevious => Some(Kind::AnnualChange),
            Basis::Cumulative => Some(Kind::CumulativeChange),
            Basis::Against(year) if year == self.plan.base_year => Some(Kind::CumulativeChange),
            _ => None,
        }
    }

    /// Says as what figures are read where nothing in the table does. Levels that could be nothing else need no word.
    fn note_of_kind(&self, kind: Kind, settled: Settled, has_rival: bool) -> Vec<Message> {
        let said = self.transform.said;
        let is_stated =
            said.basis.is_some() || said.is_level || settled.kind.is_some() || settled.usual.is_some();
        let id = match kind {
            _ if is_stated => return Vec::new(),
            // A unit of levels says enough.
            Kind::Level if said.unit.is_some() || !has_rival => return Vec::new(),
            Kind::Level => "import-note-levels",
            Kind::AnnualChange => "import-note-annual",
            Kind::CumulativeChange => "import-note-cumulative",
        };
        vec![Message::new(id).with("year", self.plan.base_year)]
    }
}
