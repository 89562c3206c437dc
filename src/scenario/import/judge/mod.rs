//! Deciding what a series is: the reading stated by the table, else the one that fits. If two fit, ask.

mod kinds;
mod signs;
mod size;

use super::fit::{Fit, fit};
use super::layout::Title;
use super::number::Number;
use super::saying::IndexBase;
use super::transform::{Transform, tidy};
use super::unit::Unit;
use super::{FigureKind, SignRule, Topic};
use crate::plan::{IndicatorIx, LevelKind, Plan};
use crate::scenario::Actual;
use crate::scenario::figures::{FigureFault, figure_fault};
use crate::text::Message;
use kinds::KindChoice;

/// Answers about a series, given or hypothetical.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Answers {
    pub kind: Option<FigureKind>,
    /// Default kind if the table states none.
    pub usual: Option<FigureKind>,
    pub sign: Option<SignRule>,
    pub fractions: Option<bool>,
}

/// Verdict on a series.
pub(super) enum SeriesVerdict {
    /// Each cell's figure, or why it is not one.
    Read {
        /// Kind of most figures.
        kind: FigureKind,
        figures: Vec<Result<Actual, FigureFault>>,
        notes: Vec<Message>,
    },
    /// A question must be answered first.
    Open {
        topic: Topic,
        asks: Message,
        /// Possible answers.
        answers: Vec<Answers>,
        /// Whether skipping the line is an answer.
        may_leave_out: bool,
    },
    /// Figures plausible only in one of these units.
    Unit(Vec<String>),
    /// No figure can be imported.
    Refused(FigureFault),
}

/// A series to be judged.
pub(super) struct Judge<'a> {
    pub plan: &'a Plan,
    pub ix: IndicatorIx,
    /// Base-year level, if given.
    pub base: Option<f64>,
    pub transform: Transform<'a>,
    /// Statements of the table's title.
    pub title: Title,
    /// Numbers by year.
    pub numbers: &'a [(i32, Number)],
}

type Figures = Vec<Result<Actual, FigureFault>>;

impl Judge<'_> {
    /// The verdict, given the answers so far.
    pub fn judge(&self, settled: Answers) -> SeriesVerdict {
        if settled.fractions != Some(true) {
            return self.judge_as_written(settled);
        }
        let hundredfold = |(year, number): &(i32, Number)| {
            let number = Number {
                value: tidy(number.value * 100.0),
                is_percent: true,
                ..number.clone()
            };
            (*year, number)
        };
        let numbers: Vec<(i32, Number)> = self.numbers.iter().map(hundredfold).collect();
        let percentages = Judge {
            numbers: &numbers,
            transform: self.transform,
            ..*self
        };
        percentages.judge_as_written(settled)
    }

    fn judge_as_written(&self, settled: Answers) -> SeriesVerdict {
        let said = self.transform.said;
        if let (None, Some(verdict)) = (settled.kind, self.ruled_out(settled)) {
            return verdict;
        }
        if let (None, Some(IndexBase::Against(year))) = (settled.kind, said.basis) {
            let figures = self.against(year);
            let mut read = figures.iter().flatten();
            let kind = read
                .next()
                .map_or(FigureKind::CumulativeChange, |figure| FigureKind::of(*figure));
            return self.signed(kind, figures, settled, Vec::new());
        }
        let readings = match self.readings(settled) {
            Ok(readings) => readings,
            Err(fault) => return SeriesVerdict::Refused(fault),
        };
        match self.choose(&readings, settled) {
            KindChoice::Take(kind, _) if kind.is_change() && self.may_be_levels(settled) => {
                SeriesVerdict::Unit(self.sensible_units())
            }
            KindChoice::Take(FigureKind::Level, _) if self.may_be_amounts(settled) => {
                ask_for_kind("import-ask-bare-index", &[FigureKind::Level], settled)
            }
            KindChoice::Take(kind, notes) => {
                let figures = readings.into_iter().find(|(other, _)| *other == kind);
                let figures = figures.map(|(_, figures)| figures).unwrap_or_default();
                self.scaled(kind, figures, settled, notes)
            }
            KindChoice::Ask(asks, kinds) => ask_for_kind(asks, &kinds, settled),
        }
    }

    /// The verdict where the statements alone decide, without any answer.
    fn ruled_out(&self, settled: Answers) -> Option<SeriesVerdict> {
        let said = self.transform.said;
        if said.is_promised {
            return Some(refused("import-promised", "import-promised-help"));
        }
        if said.is_limit {
            return Some(refused("import-limit", "import-promised-help"));
        }
        if said.is_worked_out {
            return Some(refused("import-worked-out", "import-promised-help"));
        }
        if said.is_average {
            return Some(refused("import-average", "import-average-help"));
        }
        let kind = match said.basis {
            Some(IndexBase::Against(year)) if year == self.plan.base_year => FigureKind::CumulativeChange,
            _ => FigureKind::AnnualChange,
        };
        self.is_percent_of_share()
            .then(|| ask_for_kind("import-ask-points", &[kind], settled))
    }

    /// Whether figures that look like changes may be levels in another unit size: 3.87 may be growth or hundreds of
    /// millions of tonnes.
    fn may_be_levels(&self, settled: Answers) -> bool {
        let said = self.transform.said;
        let is_silent = said.unit.is_none()
            && said.unknown_unit.is_none()
            && said.basis.is_none()
            && said.sense.is_none()
            && !said.is_change
            && self.title == Title::default();
        let is_bare =
            |(_, number): &(i32, Number)| !number.is_percent && !number.is_signed && !number.says_change;
        is_silent
            && self.plan.get(self.ix).is_compound()
            && settled == Answers::default()
            && self.numbers.len() > 1
            && self.numbers.iter().all(is_bare)
            && !self.sensible_units().is_empty()
    }

    /// Whether bare levels for an index indicator may be amounts.
    fn may_be_amounts(&self, settled: Answers) -> bool {
        let said = self.transform.said;
        let is_silent = said.unit.is_none() && said.unknown_unit.is_none() && said.basis.is_none();
        let is_bare = |(_, number): &(i32, Number)| number.unit.is_none() && number.painted.is_none();
        self.transform.footing.kind == LevelKind::Index
            && self.plan.get(self.ix).absolute_unit.is_some()
            && is_silent
            && self.transform.base_in_table.is_none()
            && (settled.kind, settled.usual) == (None, None)
            && self.numbers.iter().all(is_bare)
            && !self.begins_near_100()
    }

    /// Whether levels start near 100, as an index on the base year would.
    fn begins_near_100(&self) -> bool {
        let (low, high) = self.plan.get(self.ix).rate_range;
        let usual = high.max(-low) / 2.0;
        let later = self
            .numbers
            .iter()
            .filter(|(year, _)| *year > self.plan.base_year);
        later.min_by_key(|(year, _)| *year).is_some_and(|(year, number)| {
            let reach = usual * f64::from(*year - self.plan.base_year);
            (number.value - 100.0).abs() <= reach
        })
    }

    /// The figures under each possible kind.
    ///
    /// # Errors
    /// Why no kind is possible.
    fn readings(&self, settled: Answers) -> Result<Vec<(FigureKind, Figures)>, FigureFault> {
        let said = self.transform.said;
        let mut readings: Vec<(FigureKind, Figures)> = Vec::new();
        let mut first_fault = None;
        for kind in self.kinds(settled) {
            let figures = self.read_as(kind);
            match figures.iter().find(|figure| figure.is_ok()) {
                Some(_) => readings.push((kind, figures)),
                None => first_fault = first_fault.or(figures.into_iter().find_map(Result::err)),
            }
        }
        // A heading "数值" means levels, unless a unit says otherwise.
        let says_level = said.is_level && said.basis.is_none() && !said.is_change;
        if says_level && readings.iter().any(|(kind, _)| *kind == FigureKind::Level) {
            let is_full = |wanted: FigureKind| {
                let own = readings.iter().find(|(kind, _)| *kind == wanted);
                own.is_some_and(|(kind, figures)| self.fit(*kind, figures).is_full())
            };
            // Value headings also occur above yearly changes.
            let is_open = !is_full(FigureKind::Level) && is_full(FigureKind::AnnualChange);
            let is_kept =
                |kind: FigureKind| kind == FigureKind::Level || (is_open && kind == FigureKind::AnnualChange);
            readings.retain(|(kind, _)| is_kept(*kind));
        }
        match first_fault {
            Some(fault) if readings.is_empty() => Err(fault),
            _ => Ok(readings),
        }
    }

    /// Whether percent growth is stated for a share: 1.2 % of 49 %, or 1.2 points?
    fn is_percent_of_share(&self) -> bool {
        let said = self.transform.said;
        let is_growth = matches!(
            said.basis,
            Some(IndexBase::AgainstPrevious | IndexBase::Against(_))
        );
        let is_percent = said.unit.as_ref().is_some_and(Unit::is_share)
            || self.numbers.iter().any(|(_, number)| number.is_percent);
        is_growth && is_percent && !self.plan.get(self.ix).is_compound()
    }

    fn read_as(&self, kind: FigureKind) -> Figures {
        let numbers = self.numbers.iter();
        numbers
            .map(|(year, number)| self.transform.figure(kind, number, *year))
            .collect()
    }

    fn against(&self, named: i32) -> Figures {
        let numbers = self.numbers.iter();
        numbers
            .map(|(year, number)| {
                let kind = self.transform.kind_against(named, *year)?;
                self.transform.figure(kind, number, *year)
            })
            .collect()
    }

    /// Fit of figures with their likely signs.
    fn fit(&self, kind: FigureKind, figures: &Figures) -> Fit {
        if kind.is_change() && self.are_likely_falls() {
            let falls = figures.iter().cloned();
            let falls: Figures = falls.map(|figure| figure.map(turned)).collect();
            return self.fit_as_is(kind, &falls);
        }
        self.fit_as_is(kind, figures)
    }

    fn fit_as_is(&self, kind: FigureKind, figures: &Figures) -> Fit {
        let indicator = self.plan.get(self.ix);
        let mut unsound = 0;
        let mut values = Vec::new();
        for ((year, _), figure) in self.numbers.iter().zip(figures) {
            let Ok(figure) = figure else { continue };
            // Other years are rejected anyway.
            if *year <= self.plan.base_year || *year > self.plan.end_year {
                continue;
            }
            if figure_fault(indicator, *figure).is_some() {
                unsound += 1;
                continue;
            }
            // Levels rebased on the table's own base year are still levels.
            let value = match figure {
                Actual::CumulativeChange(change) if kind == FigureKind::Level => {
                    self.base.unwrap_or(100.0) * (1.0 + change / 100.0)
                }
                _ => figure.value(),
            };
            values.push((*year, value));
        }
        // Impossible values do not count towards the distance.
        let mut fit = fit(self.plan, self.base, self.ix, &values, kind);
        fit.of += unsound;
        fit
    }
}

/// With a single candidate, skipping the line is the alternative.
fn ask_for_kind(asks: &'static str, kinds: &[FigureKind], settled: Answers) -> SeriesVerdict {
    let answer = |kind: &FigureKind| Answers {
        kind: Some(*kind),
        ..settled
    };
    SeriesVerdict::Open {
        topic: Topic::Kind,
        asks: Message::new(asks),
        answers: kinds.iter().map(answer).collect(),
        may_leave_out: kinds.len() < 2,
    }
}

fn refused(what: &'static str, help: &'static str) -> SeriesVerdict {
    SeriesVerdict::Refused((Message::new(what), Message::new(help)))
}

/// A change with its sign reversed.
fn turned(figure: Actual) -> Actual {
    FigureKind::of(figure).figure(0.0 - figure.value())
}
