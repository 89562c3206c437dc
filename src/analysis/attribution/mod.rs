//! Why two scenarios differ: the difference of a figure, attributed to what was entered in them by Shapley values
//! (Shapley 1953).
//!
//! A player is everything that a scenario says of one lever, its base value, actuals and rates together, never a derived
//! ratio beside its parts; what the figures entered for a derived indicator say beyond its identity is another. The effect
//! of a player is what the figure changes when it moves from one scenario's path to the other's, averaged over all orders
//! in which the players may move. The effects sum to the difference. Up to [`MOST_EXACT`] players that differ, all of their
//! coalitions are worked out; beyond that, orders are sampled, and each effect has a standard error.

mod game;
mod shapley;
mod shared;

use super::Outcome;
use super::decomposition::ScenarioState;
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::LeverRole;
use game::Game;
use shapley::{exact, sampled};
use shared::Shared;

/// The number of players up to which all coalitions are worked out: 4,096 of them.
pub const MOST_EXACT: usize = 12;

/// What a difference is attributed to; indices are those of the first plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Player {
    /// A lever: its base value, actuals and rates.
    Lever(IndicatorIx),
    /// What the figures entered for a derived indicator say that its identity does not.
    Discrepancy(IndicatorIx),
}

/// What one player adds to a difference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlayerEffect {
    /// The player.
    pub player: Player,
    /// What it adds, in the terms of the outcome.
    pub change: f64,
    /// The standard error of that, where orders were sampled.
    pub error: Option<f64>,
    /// Who decides the lever; nothing for a discrepancy. An assumption where either scenario says so.
    pub role: Option<LeverRole>,
}

/// A difference between two scenarios and what it is attributed to.
#[derive(Clone, Debug, PartialEq)]
pub struct Attribution {
    /// The figure that differs.
    pub outcome: Outcome,
    /// Its value in the scenario that is compared with.
    pub from: f64,
    /// Its value in the other one.
    pub to: f64,
    /// What each differing player adds, in the plan's order; discrepancies last.
    pub effects: Vec<PlayerEffect>,
    /// The difference without the sum of the effects: what arithmetic leaves.
    pub residual: f64,
    /// How many orders were sampled; nothing where all of them count.
    pub orders: Option<usize>,
}

impl Attribution {
    /// The difference.
    #[must_use]
    pub fn change(&self) -> f64 {
        self.to - self.from
    }

    /// The sum of the effects of levers in a role.
    #[must_use]
    pub fn sum(&self, role: LeverRole) -> f64 {
        let of = self.effects.iter().filter(|effect| effect.role == Some(role));
        of.map(|effect| effect.change).sum()
    }
}

/// Why a difference cannot be attributed. Names are ids, as an indicator may be in one of the plans only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AttributionError {
    /// The plans have other base years.
    OtherBaseYear(i32, i32),
    /// The second plan lacks these indicators, or has other levers or identities by these ids.
    NotShared(Vec<String>),
    /// There are no levels in one of the scenarios.
    NoLevels(IndicatorIx),
    /// In one scenario it is an index, in the other it has a unit.
    OtherUnit(IndicatorIx),
    /// A year, or a target's due year, that one of the plans does not cover.
    YearOutside(i32),
    /// Some levers of one scenario with others of the other lead to no number.
    NoValue,
}

/// A scenario with its plan, and what follows from both.
#[derive(Clone, Copy, Debug)]
pub struct PlannedState<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The scenario and its projection.
    pub state: ScenarioState<'a>,
}

/// Attributes the difference of an outcome between two scenarios, from the one that is compared with to the other. The
/// outcome is one of the second's plan, `to`; the other plan may be another one, as long as what stands behind the outcome
/// is the same in both. `seed` is for sampled orders only.
///
/// # Errors
/// [`AttributionError`].
pub fn attribute(
    from: PlannedState<'_>,
    to: PlannedState<'_>,
    outcome: Outcome,
    seed: u64,
) -> Result<Attribution, AttributionError> {
    let shared = Shared::new(from, to, outcome)?;
    let game = Game::new(&shared);
    let players = game.players();
    let (effects, orders) = if players.len() <= MOST_EXACT {
        (exact(&game), None)
    } else {
        let (effects, orders) = sampled(&game, seed);
        (effects, Some(orders))
    };
    let [before, after] = game.ends();
    let effects: Vec<PlayerEffect> = players
        .iter()
        .zip(effects)
        .map(|(player, (change, error))| PlayerEffect {
            player: *player,
            change,
            error,
            role: shared.role(*player),
        })
        .collect();
    let sum: f64 = effects.iter().map(|effect| effect.change).sum();
    if !(before.is_finite() && after.is_finite() && sum.is_finite()) {
        return Err(AttributionError::NoValue);
    }
    Ok(Attribution {
        outcome,
        from: before,
        to: after,
        residual: (after - before) - sum,
        effects,
        orders,
    })
}
