//! What moved a derived indicator: additive LMDI-I (Ang 2004 and 2015), between two years of a scenario or between two
//! scenarios in one year.
//!
//! The change of C = Σ_i Π_j f_ij is the sum over its factors of Σ_i L(C_i′, C_i) a_ij ln(f_ij′ / f_ij), with L the
//! logarithmic mean and a the exponent of the factor. The effects sum to the change exactly; what arithmetic leaves is the
//! residual. From one end to the other and added up over the years are two answers, which differ; see
//! [`Decomposition::is_chained`].

mod ends;
mod expand;
mod log_mean;
mod product;

use crate::model::{LevelKind, Origin, Projection};
use crate::plan::{Expression, IndicatorIx, Plan};
use crate::scenario::Scenario;
use ends::{ChangeEnds, is_corrected};
use expand::{Expansion, expand};
pub use log_mean::logarithmic_mean;
pub use product::{FactorMove, product_effects};

/// What a change is attributed to.
#[derive(Clone, Debug, PartialEq)]
pub enum DecompositionFactor {
    /// A lever.
    Lever(IndicatorIx),
    /// A sum or a difference that is no product of levers, such as 1 − share.
    Sum(Expression),
    /// What the figures entered for a derived indicator say that its identity does not.
    Discrepancy(IndicatorIx),
}

/// What one factor adds to a change.
#[derive(Clone, Debug, PartialEq)]
pub struct FactorEffect {
    /// The factor.
    pub factor: DecompositionFactor,
    /// What it adds, in the unit of the indicator that is decomposed.
    pub change: f64,
    /// What the factor's own change rests on; nothing between two scenarios.
    pub origin: Option<Origin>,
    /// Whether nothing was entered for it and it does not move: "no data; held unchanged".
    pub is_held: bool,
}

/// One end of a change.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DecompositionEnd {
    /// The calendar year.
    pub year: i32,
    /// The level, in the indicator's unit.
    pub value: f64,
}

/// The change from one year to the next within a longer one.
#[derive(Clone, Debug, PartialEq)]
pub struct DecomposedYear {
    /// The later year.
    pub year: i32,
    /// The level the year before.
    pub from: f64,
    /// The level in the year.
    pub to: f64,
    /// What the indicator's change in this year rests on.
    pub origin: Option<Origin>,
    /// What each factor adds, in the order of [`Decomposition::effects`].
    pub effects: Vec<FactorEffect>,
    /// The change without the sum of the effects.
    pub residual: f64,
}

/// A change and what its factors add to it.
#[derive(Clone, Debug, PartialEq)]
pub struct Decomposition {
    /// The derived indicator.
    pub indicator: IndicatorIx,
    /// Where the change begins: the earlier year, or the scenario that is compared with.
    pub from: DecompositionEnd,
    /// Where it ends.
    pub to: DecompositionEnd,
    /// What each factor adds, in the plan's order; discrepancies last. A lever that cancels is not among them.
    pub effects: Vec<FactorEffect>,
    /// The change without the sum of the effects.
    pub residual: f64,
    /// Whether the effects are sums over the years rather than from one end to the other.
    pub is_chained: bool,
    /// The years one by one; none between two scenarios.
    pub years: Vec<DecomposedYear>,
    /// The last year with data of the indicator among the years decomposed.
    pub last_actual: Option<i32>,
}

/// A part of the years decomposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DecomposedSpan {
    /// The year from whose level it begins.
    pub from: i32,
    /// Its last year.
    pub to: i32,
    /// Whether it has years up to the indicator's last data.
    pub has_data: bool,
    /// Whether it has years after that.
    pub has_open_years: bool,
}

impl Decomposition {
    /// The change: the level at the end without that at the start.
    #[must_use]
    pub fn change(&self) -> f64 {
        self.to.value - self.from.value
    }

    /// The years with data and those after them, each with whether they are the former: first and last year. None unless
    /// both exist and effects are chained, as only then the two add up.
    #[must_use]
    pub fn periods(&self) -> Vec<(i32, i32, bool)> {
        match self.last_actual {
            Some(last) if self.is_chained && last < self.to.year => {
                vec![(self.from.year, last, true), (last, self.to.year, false)]
            }
            _ => Vec::new(),
        }
    }

    /// The parts that a chained change is shown in: up to the year in between and from there on, where it lies between the
    /// ends; else the whole.
    #[must_use]
    pub fn spans(&self, via: Option<i32>) -> Vec<DecomposedSpan> {
        let span = |from: i32, to: i32| DecomposedSpan {
            from,
            to,
            has_data: self.last_actual.is_some_and(|last| from < last),
            has_open_years: self.last_actual.is_none_or(|last| last < to),
        };
        let (first, last) = (self.from.year, self.to.year);
        match via.filter(|via| self.is_chained && first < *via && *via < last) {
            Some(via) => vec![span(first, via), span(via, last)],
            None => vec![span(first, last)],
        }
    }

    /// The level at the end of a year, or at the start.
    #[must_use]
    pub fn level_in(&self, year: i32) -> f64 {
        let found = self.years.iter().find(|found| found.year == year);
        match found {
            Some(found) => found.to,
            None if year == self.from.year => self.from.value,
            None => self.to.value,
        }
    }

    /// What each factor adds from one year to a later one, summed year by year.
    #[must_use]
    pub fn between_years(&self, from: i32, to: i32) -> Vec<f64> {
        let mut sums = vec![0.0; self.effects.len()];
        for year in self
            .years
            .iter()
            .filter(|found| found.year > from && found.year <= to)
        {
            for (sum, effect) in sums.iter_mut().zip(&year.effects) {
                *sum += effect.change;
            }
        }
        sums
    }
}

/// Why a factor has no logarithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FactorFault {
    /// It is positive at one end and negative at the other.
    ChangesSign,
    /// It is negative at both ends.
    Negative,
    /// It has no value, because something in it is divided by zero.
    NoValue,
}

/// Why a change cannot be decomposed.
#[derive(Clone, Debug, PartialEq)]
pub enum DecompositionError {
    /// A lever is moved by its own rates alone.
    NotDerived(IndicatorIx),
    /// There are no levels, because these levers have no base value.
    NoLevels(IndicatorIx, Vec<IndicatorIx>),
    /// A year that the plan does not cover.
    YearOutside(i32),
    /// The two years are the same, or the later one was given first.
    NoYears,
    /// In one scenario it is an index, in the other it has a unit: these levers have a base value in one only.
    OtherUnit(IndicatorIx, Vec<IndicatorIx>),
    /// Figures entered for this derived indicator differ from its identity by points, which are no factor.
    DiscrepancyAdds(IndicatorIx),
    /// A factor has no logarithm: in the calendar year it is negative or no number.
    WithoutLogarithm(DecompositionFactor, FactorFault, i32),
}

/// One state of a scenario: it, and the levels that follow from it.
#[derive(Clone, Copy, Debug)]
pub struct ScenarioState<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Its projection.
    pub projection: &'a Projection,
}

/// Decomposes the change of a derived indicator from one year to a later one.
///
/// # Errors
/// [`DecompositionError`].
pub fn decompose(
    plan: &Plan,
    state: ScenarioState<'_>,
    ix: IndicatorIx,
    (from, to): (i32, i32),
    is_chained: bool,
) -> Result<Decomposition, DecompositionError> {
    let (first, last) = (step_of(plan, from)?, step_of(plan, to)?);
    if first >= last {
        return Err(DecompositionError::NoYears);
    }
    let expansion = expansion(plan, ix, &[state])?;
    let ends = |from, to| ChangeEnds {
        plan,
        expansion: &expansion,
        from: (state, from),
        to: (state, to),
    };
    let mut years = Vec::new();
    for step in first + 1..=last {
        let ends = ends(step - 1, step);
        let (changes, residual) = ends.effects(ix)?;
        years.push(DecomposedYear {
            year: plan.year(step),
            from: ends.level_before(ix),
            to: ends.level_after(ix),
            origin: change_origin(state.projection, ix, step),
            effects: ends.described(changes),
            residual,
        });
    }
    let whole = ends(first, last);
    let mut found = Decomposition {
        indicator: ix,
        from: DecompositionEnd {
            year: from,
            value: whole.level_before(ix),
        },
        to: DecompositionEnd {
            year: to,
            value: whole.level_after(ix),
        },
        effects: Vec::new(),
        residual: 0.0,
        is_chained,
        years,
        last_actual: Some(state.projection.last_actual(ix).min(last))
            .filter(|actual| *actual > first)
            .map(|actual| plan.year(actual)),
    };
    let changes = if is_chained {
        found.effects = whole.described(vec![0.0; expansion.factors.len()]);
        found.between_years(from, to)
    } else {
        whole.effects(ix)?.0
    };
    found.residual = found.change() - changes.iter().sum::<f64>();
    found.effects = whole.described(changes);
    Ok(found)
}

/// Decomposes the difference of a derived indicator between two scenarios of one plan in one year, from the one that is
/// compared with to the other.
///
/// # Errors
/// [`DecompositionError`].
pub fn decompose_difference(
    plan: &Plan,
    from: ScenarioState<'_>,
    to: ScenarioState<'_>,
    ix: IndicatorIx,
    year: i32,
) -> Result<Decomposition, DecompositionError> {
    let step = step_of(plan, year)?;
    let expansion = expansion(plan, ix, &[from, to])?;
    let ends = ChangeEnds {
        plan,
        expansion: &expansion,
        from: (from, step),
        to: (to, step),
    };
    let (changes, residual) = ends.effects(ix)?;
    let end = |value| DecompositionEnd { year, value };
    Ok(Decomposition {
        indicator: ix,
        from: end(ends.level_before(ix)),
        to: end(ends.level_after(ix)),
        effects: ends.described(changes),
        residual,
        is_chained: false,
        years: Vec::new(),
        last_actual: None,
    })
}

/// What a derived indicator's change in the year of a step rests on: what its inputs imply after an interpolated year is
/// a change from there.
fn change_origin(projection: &Projection, ix: IndicatorIx, step: usize) -> Option<Origin> {
    let before = projection.origins(ix).get(step.checked_sub(1)?);
    match projection.change_origin(ix, step) {
        Some(Origin::Implied) if before == Some(&Origin::Interpolated) => Some(Origin::Interpolated),
        origin => origin,
    }
}

fn step_of(plan: &Plan, year: i32) -> Result<usize, DecompositionError> {
    let step = usize::try_from(year - plan.base_year).ok();
    step.filter(|step| *step <= plan.steps())
        .ok_or(DecompositionError::YearOutside(year))
}

/// The factors of a derived indicator that has levels of one kind in all states.
fn expansion(
    plan: &Plan,
    ix: IndicatorIx,
    states: &[ScenarioState<'_>],
) -> Result<Expansion, DecompositionError> {
    if plan.get(ix).is_lever() {
        return Err(DecompositionError::NotDerived(ix));
    }
    let levers = |is_at_fault: &dyn Fn(IndicatorIx) -> bool| {
        let behind = plan.levers_behind(ix).iter().copied();
        behind.filter(|lever| is_at_fault(*lever)).collect()
    };
    for state in states {
        let kind = |ix| state.projection.kind(ix);
        if state.projection.levels(ix).is_none() {
            let lacks = |lever| matches!(kind(lever), LevelKind::Unknown | LevelKind::Change);
            let without = levers(&lacks);
            return Err(DecompositionError::NoLevels(ix, without));
        }
    }
    let kinds = |ix| states.iter().map(move |state| state.projection.kind(ix));
    let differs = |ix| kinds(ix).any(|kind| Some(kind) != kinds(ix).next());
    if differs(ix) {
        return Err(DecompositionError::OtherUnit(ix, levers(&differs)));
    }
    let kind = |ix| {
        kinds(ix)
            .find(|kind| *kind == LevelKind::Index)
            .or(kinds(ix).next())
    };
    expand(
        plan,
        ix,
        |ix| kind(ix).unwrap_or(LevelKind::Unknown),
        |ix| states.iter().any(|state| is_corrected(plan, state.scenario, ix)),
    )
    .map_err(DecompositionError::DiscrepancyAdds)
}
