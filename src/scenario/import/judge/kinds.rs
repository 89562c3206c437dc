//! Deciding between levels and changes, and their base.

use super::super::FigureKind;
use super::super::fit::Fit;
use super::super::saying::IndexBase;
use super::super::unit::Unit;
use super::{Answers, Figures, Judge};
use crate::plan::LevelKind;
use crate::text::Message;

/// The chosen reading, or the candidates to ask about.
pub(super) enum KindChoice {
    Take(FigureKind, Vec<Message>),
    Ask(&'static str, Vec<FigureKind>),
}

impl Judge<'_> {
    /// Kinds compatible with what the table says.
    pub(super) fn kinds(&self, settled: Answers) -> Vec<FigureKind> {
        use FigureKind::{AnnualChange, CumulativeChange, Level};
        if let Some(kind) = settled.kind {
            return vec![kind];
        }
        let said = self.transform.said;
        let is_index = self.transform.footing.kind == LevelKind::Index;
        let since_base = if is_index { Level } else { CumulativeChange };
        match said.basis {
            Some(IndexBase::Previous100 | IndexBase::AgainstPrevious) => vec![AnnualChange],
            Some(IndexBase::Year100(year)) if year == self.plan.base_year => vec![since_base],
            Some(IndexBase::Cumulative) if said.is_running => vec![AnnualChange, CumulativeChange],
            Some(IndexBase::Year100(_) | IndexBase::Cumulative | IndexBase::Against(_)) => {
                vec![CumulativeChange]
            }
            Some(IndexBase::Index) => vec![AnnualChange, since_base],
            None if said.is_change => vec![AnnualChange, CumulativeChange],
            None => settled
                .usual
                .map_or_else(|| FigureKind::ALL.to_vec(), |kind| vec![kind]),
        }
    }

    /// Which of several readings is meant.
    pub(super) fn choose(&self, readings: &[(FigureKind, Figures)], settled: Answers) -> KindChoice {
        let said = self.transform.said;
        if let [(kind, _)] = readings {
            return self.take(*kind, settled, false);
        }
        if said.basis == Some(IndexBase::Index) {
            let kinds = readings.iter().map(|(kind, _)| *kind).collect();
            return KindChoice::Ask("import-ask-index", kinds);
        }
        // "数值" may head yearly changes that fit better than levels.
        let may_be_levels = readings.iter().any(|(kind, _)| *kind == FigureKind::Level);
        if may_be_levels && said.is_level && said.basis.is_none() && !said.is_change {
            let kinds = readings.iter().map(|(kind, _)| *kind).collect();
            return KindChoice::Ask("import-ask-kind", kinds);
        }
        let fits = FigureKind::ALL.map(|kind| {
            let (_, figures) = readings.iter().find(|(other, _)| *other == kind)?;
            Some(self.fit(kind, figures))
        });
        if said.is_running {
            return self.choose_running(&fits, settled);
        }
        self.choose_by_title(&fits, settled)
            .unwrap_or_else(|| self.choose_by_fit(fits, settled))
    }

    /// "累计" means a change from the base year or a year-to-date total. The former accumulates over the years and fits
    /// the even path better than a series of yearly changes.
    fn choose_running(&self, [_, annual, cumulative]: &[Option<Fit>; 3], settled: Answers) -> KindChoice {
        let goes_on = goes_on(&self.sizes_by_year());
        let is_nearer = match (annual, cumulative) {
            (Some(annual), Some(cumulative)) => cumulative.distance <= annual.distance,
            (None, Some(_)) => true,
            _ => false,
        };
        if goes_on && is_nearer {
            self.take(FigureKind::CumulativeChange, settled, true)
        } else {
            KindChoice::Ask(
                "import-ask-kind",
                vec![FigureKind::AnnualChange, FigureKind::CumulativeChange],
            )
        }
    }

    /// Whether percentages without a stated base may be cumulative: they keep rising to a multiple of the first.
    fn may_go_on(&self, annual: &Fit, cumulative: &Fit) -> bool {
        let is_silent = self.transform.said.basis.is_none() && self.title.basis.is_none();
        let sizes = self.sizes_by_year();
        let grows = match (sizes.first(), sizes.last()) {
            (Some(first), Some(last)) => *last > 2.0 * first,
            _ => false,
        };
        is_silent
            && self.are_percentages()
            && goes_on(&sizes)
            && grows
            && cumulative.distance <= annual.distance
    }

    /// Absolute values by year.
    fn sizes_by_year(&self) -> Vec<f64> {
        let mut numbers: Vec<(i32, f64)> = self
            .numbers
            .iter()
            .map(|(year, number)| (*year, number.value.abs()))
            .collect();
        numbers.sort_by_key(|(year, _)| *year);
        numbers.into_iter().map(|(_, size)| size).collect()
    }

    fn take(&self, kind: FigureKind, settled: Answers, has_rival: bool) -> KindChoice {
        KindChoice::Take(kind, self.note_of_kind(kind, settled, has_rival))
    }

    /// The title decides, unless it makes no sense for these figures or levels fit equally well.
    fn choose_by_title(&self, fits: &[Option<Fit>; 3], settled: Answers) -> Option<KindChoice> {
        let kind = self.kind_of_title()?;
        let of = |kind: FigureKind| {
            FigureKind::ALL
                .into_iter()
                .zip(fits)
                .find(|(other, _)| *other == kind)?
                .1
                .as_ref()
        };
        let own = of(kind)?;
        Some(match of(FigureKind::Level).filter(|level| level.is_full()) {
            Some(_) if own.is_absurd() => self.take(FigureKind::Level, settled, true),
            Some(_) if self.transform.said.unit.is_none() => {
                KindChoice::Ask("import-ask-kind", vec![FigureKind::Level, kind])
            }
            // As with its own heading: percent of a share, or points?
            _ if self.transform.said.unit.as_ref().is_some_and(Unit::is_share)
                && !self.plan.get(self.ix).is_compound() =>
            {
                KindChoice::Ask("import-ask-points", vec![kind])
            }
            _ => self.take(kind, settled, true),
        })
    }

    /// The kind for which every yearly rate is within the slider's range. Of two such, the one clearly nearer to the
    /// even path; otherwise ask.
    fn choose_by_fit(&self, [level, annual, cumulative]: [Option<Fit>; 3], settled: Answers) -> KindChoice {
        use FigureKind::{AnnualChange, CumulativeChange, Level};
        let full = |fit: Option<Fit>| fit.filter(Fit::is_full);
        let since_base = full(cumulative);
        // Both changes are equal in the first year.
        let mut years = self.numbers.iter().map(|(year, _)| *year);
        let is_first_only = years.all(|year| year == self.plan.base_year + 1);
        let or_since_base = |kind: FigureKind, own: Fit| match since_base {
            Some(other) if !is_first_only && other.is_clearly_better_than(&own) => {
                KindChoice::Ask("import-ask-kind", vec![kind, CumulativeChange])
            }
            _ => self.take(kind, settled, since_base.is_some()),
        };
        match (full(level), full(annual)) {
            (Some(one), Some(other)) if one.is_clearly_better_than(&other) => self.take(Level, settled, true),
            (Some(one), Some(other)) if other.is_clearly_better_than(&one) => {
                self.take(AnnualChange, settled, true)
            }
            (Some(_), Some(_)) => KindChoice::Ask("import-ask-kind", vec![Level, AnnualChange]),
            (Some(own), None) => or_since_base(Level, own),
            (None, Some(own)) if since_base.is_some_and(|other| self.may_go_on(&own, &other)) => {
                KindChoice::Ask("import-ask-kind", vec![AnnualChange, CumulativeChange])
            }
            (None, Some(own)) => or_since_base(AnnualChange, own),
            // Falls too large for one year may be cumulative.
            (None, None) if since_base.is_some() && self.are_percentages() && !is_first_only => {
                KindChoice::Ask("import-ask-kind", vec![AnnualChange, CumulativeChange])
            }
            (None, None) if since_base.is_some() => self.take(CumulativeChange, settled, true),
            (None, None) if annual.is_some() && cumulative.is_some() && self.cells_say_change() => {
                KindChoice::Ask("import-ask-kind", vec![AnnualChange, CumulativeChange])
            }
            // One slip among yearly changes does not make them cumulative; it is asked about separately.
            (None, None)
                if self.transform.said.is_change
                    && cumulative.is_some()
                    && annual.is_some_and(|fit| fit.absurd > 0) =>
            {
                self.take(AnnualChange, settled, false)
            }
            (None, None) => {
                let fits = FigureKind::ALL.into_iter().zip([level, annual, cumulative]);
                let best = fits
                    .filter_map(|(kind, fit)| Some((kind, fit?)))
                    .rev()
                    .max_by_key(|(_, fit)| (fit.plausible, std::cmp::Reverse(fit.absurd)));
                best.map_or(KindChoice::Take(Level, Vec::new()), |(kind, _)| {
                    self.take(kind, settled, false)
                })
            }
        }
    }

    /// Whether figures are changes or percent without a stated base.
    fn are_percentages(&self) -> bool {
        let said = self.transform.said;
        said.is_change || self.cells_say_change() || said.unit.as_ref().is_some_and(Unit::is_share)
    }

    /// Whether the cells themselves state changes.
    fn cells_say_change(&self) -> bool {
        self.numbers.iter().any(|(_, number)| number.says_change)
    }

    /// The kind that a title suggests for figures that state none.
    fn kind_of_title(&self) -> Option<FigureKind> {
        let said = self.transform.said;
        if said.basis.is_some() || said.is_change || said.is_level {
            return None;
        }
        self.said_by_title()
    }

    /// The kind stated by a title.
    fn said_by_title(&self) -> Option<FigureKind> {
        match self.title.basis? {
            IndexBase::AgainstPrevious => Some(FigureKind::AnnualChange),
            IndexBase::Cumulative => Some(FigureKind::CumulativeChange),
            IndexBase::Against(year) if year == self.plan.base_year => Some(FigureKind::CumulativeChange),
            _ => None,
        }
    }

    /// Notes the kind assumed where the table states none. Levels without a rival need no note.
    fn note_of_kind(&self, kind: FigureKind, settled: Answers, has_rival: bool) -> Vec<Message> {
        let said = self.transform.said;
        let is_stated = said.basis.is_some()
            || said.is_level
            || settled.kind.is_some()
            || settled.usual.is_some()
            || self.said_by_title() == Some(kind);
        let id = match kind {
            _ if is_stated => return Vec::new(),
            // A level unit is statement enough.
            FigureKind::Level if said.unit.is_some() || !has_rival => return Vec::new(),
            FigureKind::Level => "import-note-levels",
            FigureKind::AnnualChange => "import-note-annual",
            FigureKind::CumulativeChange => "import-note-cumulative",
        };
        vec![Message::new(id).with("year", self.plan.base_year)]
    }
}

/// Whether figures increase strictly.
fn goes_on(sizes: &[f64]) -> bool {
    sizes.windows(2).all(|pair| pair[0] < pair[1])
}
