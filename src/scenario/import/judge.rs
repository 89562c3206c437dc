//! What a series of figures is: the reading that a table states or, where it states none, the one that fits. Where two
//! fit, it is asked.

use super::fit::{Fit, fit};
use super::number::Number;
use super::saying::{Basis, Sense};
use super::transform::{Transform, tidy};
use super::{Kind, Sign, Topic};
use crate::plan::{Dynamics, IndicatorIx, LevelKind, Plan};
use crate::scenario::Actual;
use crate::scenario::figures::{Fault, figure_fault, year_fault};
use crate::text::Message;

/// What a person settled of a series, or might.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Settled {
    pub kind: Option<Kind>,
    /// As what figures are read where the table says nothing.
    pub usual: Option<Kind>,
    pub sign: Option<Sign>,
    pub fractions: Option<bool>,
}

/// What a series is.
pub(super) enum Verdict {
    /// Each cell's figure, or why it is none.
    Read {
        /// As what most are read.
        kind: Kind,
        figures: Vec<Result<Actual, Fault>>,
        notes: Vec<Message>,
    },
    /// Something has to be settled first.
    Open {
        topic: Topic,
        asks: Message,
        /// What might be settled.
        answers: Vec<Settled>,
    },
    /// No figure of it can be taken.
    Refused(Fault),
}

/// A series that is judged.
pub(super) struct Judge<'a> {
    pub plan: &'a Plan,
    pub ix: IndicatorIx,
    /// The level in the base year, if anybody gave one.
    pub base: Option<f64>,
    pub transform: Transform<'a>,
    /// The numbers in their years.
    pub numbers: &'a [(i32, Number)],
}

type Figures = Vec<Result<Actual, Fault>>;

impl Judge<'_> {
    /// What the series is, given what was settled.
    pub fn judge(&self, settled: Settled) -> Verdict {
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

    fn judge_as_written(&self, settled: Settled) -> Verdict {
        let said = self.transform.said;
        if settled.kind.is_none() && said.is_promised {
            return refused("import-promised", "import-promised-help");
        }
        if settled.kind.is_none() && said.is_average {
            return refused("import-average", "import-average-help");
        }
        if let (None, Some(Basis::Against(year))) = (settled.kind, said.basis) {
            let figures = self.against(year);
            let kind = figures
                .iter()
                .flatten()
                .next()
                .map_or(Kind::CumulativeChange, |f| Kind::of(*f));
            return self.signed(kind, figures, settled, Vec::new());
        }
        let mut readings: Vec<(Kind, Figures)> = Vec::new();
        let mut first_fault = None;
        for kind in self.kinds(settled) {
            let figures = self.read_as(kind);
            match figures.iter().find(|figure| figure.is_ok()) {
                Some(_) => readings.push((kind, figures)),
                None => first_fault = first_fault.or(figures.into_iter().find_map(Result::err)),
            }
        }
        if readings.is_empty() {
            return match first_fault {
                Some(fault) => Verdict::Refused(fault),
                None => Verdict::Read {
                    kind: Kind::Level,
                    figures: Vec::new(),
                    notes: Vec::new(),
                },
            };
        }
        match self.choose(&readings, settled) {
            Choice::Take(kind, notes) => {
                let figures = readings.into_iter().find(|(other, _)| *other == kind);
                let figures = figures.map(|(_, figures)| figures).unwrap_or_default();
                self.scaled(kind, figures, settled, notes)
            }
            Choice::Ask(asks, kinds) => Verdict::Open {
                topic: Topic::Kind,
                asks: Message::new(asks),
                answers: kinds
                    .into_iter()
                    .map(|kind| Settled {
                        kind: Some(kind),
                        ..settled
                    })
                    .collect(),
            },
        }
    }

    fn read_as(&self, kind: Kind) -> Figures {
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

    /// The kinds that figures may be of by what is said of them.
    fn kinds(&self, settled: Settled) -> Vec<Kind> {
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
            None if said.is_level && !said.is_change => vec![Level],
            None if said.is_change => vec![AnnualChange, CumulativeChange],
            None => settled
                .usual
                .map_or_else(|| Kind::ALL.to_vec(), |kind| vec![kind]),
        }
    }

    /// Which of several readings is meant.
    fn choose(&self, readings: &[(Kind, Figures)], settled: Settled) -> Choice {
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

    fn fit(&self, kind: Kind, figures: &Figures) -> Fit {
        let indicator = self.plan.get(self.ix);
        let mut unsound = 0;
        let mut values = Vec::new();
        for ((year, _), figure) in self.numbers.iter().zip(figures) {
            let Ok(figure) = figure else { continue };
            let is_annual = matches!(figure, Actual::AnnualChange(_));
            if year_fault(self.plan, indicator, *year, is_annual).is_some() {
                continue;
            }
            if figure_fault(indicator, *figure).is_some() {
                unsound += 1;
            } else {
                values.push((*year, figure.value()));
            }
        }
        // What is impossible says nothing of how far the others are from the even path.
        let mut fit = fit(self.plan, self.base, self.ix, &values, kind);
        fit.of += unsound;
        fit
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

    /// Asks whether figures are fractions where they make sense only as such, or more sense.
    fn scaled(&self, kind: Kind, figures: Figures, settled: Settled, notes: Vec<Message>) -> Verdict {
        let hundredfold = || -> Figures {
            let scaled = figures.iter().cloned();
            scaled
                .map(|figure| figure.map(|figure| Kind::of(figure).figure(tidy(figure.value() * 100.0))))
                .collect()
        };
        match settled.fractions {
            Some(true) => return self.signed(kind, hundredfold(), settled, notes),
            Some(false) => return self.signed(kind, figures, settled, notes),
            None => {}
        }
        let fraction =
            |number: &Number| !number.is_percent && number.unit.is_none() && number.value.abs() <= 1.0;
        let may_be = self.numbers.iter().all(|(_, number)| fraction(number))
            && self.numbers.iter().any(|(_, number)| number.value != 0.0)
            && (kind.is_change() || self.is_share());
        if may_be {
            let (own, other) = (self.fit(kind, &figures), self.fit(kind, &hundredfold()));
            let level = self.fit(Kind::Level, &hundredfold());
            let is_level = !kind.is_change() || (self.is_share() && !self.transform.said.is_change);
            let makes_more_sense = other.is_full() && (!own.is_full() || other.is_clearly_better_than(&own));
            let is_share_of_one = is_level && level.of > 0 && !level.is_absurd();
            if makes_more_sense || is_share_of_one {
                return Verdict::Open {
                    topic: Topic::Fractions,
                    asks: Message::new("import-ask-fractions"),
                    answers: [false, true]
                        .map(|are| Settled {
                            fractions: Some(are),
                            kind: (are && is_share_of_one).then_some(Kind::Level).or(settled.kind),
                            ..settled
                        })
                        .into(),
                };
            }
        }
        self.signed(kind, figures, settled, notes)
    }

    fn is_share(&self) -> bool {
        let bounds = self.plan.get(self.ix).bounds;
        bounds == Some((0.0, 100.0))
    }

    /// Gives changes their signs.
    fn signed(&self, kind: Kind, figures: Figures, settled: Settled, mut notes: Vec<Message>) -> Verdict {
        let said = self.transform.said;
        let is_index = matches!(
            said.basis,
            Some(Basis::Previous100 | Basis::Year100(_) | Basis::Index)
        );
        if !kind.is_change() || is_index {
            return self.checked(kind, figures, settled, notes);
        }
        let turned = |figures: Figures| -> Figures {
            let figures = figures.into_iter();
            figures
                .map(|figure| figure.map(|figure| Kind::of(figure).figure(0.0 - figure.value())))
                .collect()
        };
        let ask = |asks| Verdict::Open {
            topic: Topic::Sign,
            asks: Message::new(asks),
            answers: [Sign::AsWritten, Sign::Falls]
                .map(|sign| Settled {
                    sign: Some(sign),
                    ..settled
                })
                .into(),
        };
        let falls = said.sense == Some(Sense::Falls);
        let filled = || self.numbers.iter().filter(|(_, number)| number.value != 0.0);
        let signed = filled().filter(|(_, number)| number.is_signed).count();
        let unsigned = filled().count() - signed;
        match settled.sign {
            Some(Sign::Falls) => return self.checked(kind, turned(figures), settled, notes),
            Some(Sign::AsWritten) => return self.checked(kind, figures, settled, notes),
            None => {}
        }
        if falls && signed > 0 && unsigned > 0 {
            return ask("import-ask-mixed-signs");
        }
        if falls && signed > 0 {
            notes.push(Message::new("import-note-signs-kept"));
            return self.checked(kind, figures, settled, notes);
        }
        if falls {
            notes.push(Message::new("import-note-falls"));
            return self.checked(kind, turned(figures), settled, notes);
        }
        let is_decline = matches!(self.plan.get(self.ix).dynamics, Dynamics::Decline);
        let says_nothing = said.sense.is_none() && said.basis.is_none() && !said.is_change;
        if is_decline
            && says_nothing
            && signed == 0
            && unsigned > 0
            && settled.kind.is_none()
            && settled.usual.is_none()
        {
            return ask("import-ask-falls");
        }
        self.checked(kind, figures, settled, notes)
    }

    /// Refuses what nobody can mean, unless a person does or a unit says so.
    fn checked(&self, kind: Kind, figures: Figures, settled: Settled, mut notes: Vec<Message>) -> Verdict {
        let said = self.transform.said;
        let is_meant = settled.kind.is_some()
            || settled.usual.is_some()
            || settled.fractions.is_some()
            || settled.sign.is_some();
        let is_stated = said.unit.is_some() || self.numbers.iter().any(|(_, number)| number.unit.is_some());
        let is_plain = figures.iter().flatten().all(|figure| Kind::of(*figure) == kind);
        if !is_meant && !is_stated && is_plain && self.fit(kind, &figures).is_absurd() {
            let what = Message::new("import-absurd").with("id", self.plan.get(self.ix).id.as_str());
            return Verdict::Refused((what, Message::new("import-absurd-help")));
        }
        let taken = || {
            self.numbers
                .iter()
                .zip(&figures)
                .filter(|(_, figure)| figure.is_ok())
        };
        if kind == Kind::Level && taken().any(|((_, number), _)| self.transform.leaves_prices_open(number)) {
            notes.push(Message::new("import-note-prices").with("year", self.plan.base_year));
        }
        Verdict::Read { kind, figures, notes }
    }
}

/// Which reading is meant, or between which it is asked.
enum Choice {
    Take(Kind, Vec<Message>),
    Ask(&'static str, Vec<Kind>),
}

fn refused(what: &'static str, help: &'static str) -> Verdict {
    Verdict::Refused((Message::new(what), Message::new(help)))
}
