//! The figure of a coalition: some players are on one scenario's path, the others on the other's.

use std::array::from_fn;

use super::shared::{Shared, Twin};
use super::{PlannedState, Player};
use crate::analysis::Outcome;
use crate::model::{LevelKind, Projection, figure_on};
use crate::plan::{Dynamics, IndicatorIx, Plan};

/// Coalitions that are worked out together, one a bit of a word.
pub(super) const COALITIONS: usize = 64;

/// The players and what they move.
pub(super) struct Game<'a> {
    plan: &'a Plan,
    outcome: Outcome,
    players: Vec<Player>,
    levers: Vec<MovedRow>,
    derived: Vec<DerivedRow>,
    /// The steps that are needed, in order, the base year first.
    steps: Vec<usize>,
    ends: [f64; 2],
}

/// A value per step in both scenarios, and the player that chooses; none where the two are the same.
struct MovedRow {
    ix: IndicatorIx,
    from: Vec<f64>,
    to: Vec<f64>,
    player: Option<usize>,
}

struct DerivedRow {
    ix: IndicatorIx,
    is_index: bool,
    /// What published figures say beyond the identity: a factor, or an amount where changes add up.
    beyond: MovedRow,
    adds: bool,
}

impl<'a> Game<'a> {
    pub fn new(shared: &Shared<'a>) -> Self {
        let plan = shared.to.plan;
        let last = match shared.outcome {
            Outcome::Level { step, .. } => step,
            Outcome::Target(target) => plan.due_step(plan.target(target)),
        };
        let steps: Vec<usize> = match shared.outcome {
            Outcome::Target(target) if plan.target(target).is_each_year() => (0..=last).collect(),
            _ if last == 0 => vec![0],
            _ => vec![0, last],
        };
        let mut players = Vec::new();
        let levers = shared
            .levers
            .iter()
            .map(|twin| {
                let of = |of: PlannedState<'_>, ix| rows(&steps, |step| level(of.state.projection, ix, step));
                let row = MovedRow {
                    ix: twin.to,
                    from: of(shared.from, twin.from),
                    to: of(shared.to, twin.to),
                    player: None,
                };
                row.played_by(&mut players, Player::Lever(twin.to))
            })
            .collect();
        let derived = shared
            .derived
            .iter()
            .map(|twin| derived_row(shared, *twin, &steps, &mut players))
            .collect();
        let mut game = Self {
            plan,
            outcome: shared.outcome,
            players,
            levers,
            derived,
            steps,
            ends: [f64::NAN; 2],
        };
        // Nobody has moved in the first coalition, everybody in the second.
        let masks = vec![0b10; game.players.len()];
        let values = game.values(&masks);
        game.ends = [values[0], values[1]];
        game
    }

    pub fn players(&self) -> &[Player] {
        &self.players
    }

    /// The figure with every player on the first path, and with every player on the second.
    pub const fn ends(&self) -> [f64; 2] {
        self.ends
    }

    /// The figures of 64 coalitions: per player a word, with a bit for each coalition in which it has moved.
    pub fn values(&self, moved: &[u64]) -> [f64; COALITIONS] {
        let ix = self.outcome.indicator();
        let mut levels = vec![[f64::NAN; COALITIONS]; self.plan.steps() + 1];
        let mut table = vec![[0.0; COALITIONS]; self.plan.indicators.len()];
        let mut bases = vec![[f64::NAN; COALITIONS]; self.derived.len()];
        for (place, step) in self.steps.iter().enumerate() {
            for row in &self.levers {
                table[row.ix.position()] = row.lanes(place, moved);
            }
            for (row, base) in self.derived.iter().zip(&mut bases) {
                if let Dynamics::Derived(identity) = &self.plan.get(row.ix).dynamics {
                    let mut lanes = identity.evaluate_lanes(|input| table[input.position()]);
                    if place == 0 {
                        *base = lanes;
                    }
                    row.finish(place, moved, base, &mut lanes);
                    table[row.ix.position()] = lanes;
                }
            }
            levels[*step] = table[ix.position()];
        }
        match self.outcome {
            Outcome::Level { step, .. } => levels[step],
            Outcome::Target(target) => {
                let mut path = vec![f64::NAN; levels.len()];
                from_fn(|lane| {
                    for (level, lanes) in path.iter_mut().zip(&levels) {
                        *level = lanes[lane];
                    }
                    figure_on(self.plan, target, &path)
                })
            }
        }
    }
}

impl MovedRow {
    /// Adds its player if it moves anything.
    fn played_by(mut self, players: &mut Vec<Player>, player: Player) -> Self {
        let mut both = self.from.iter().zip(&self.to);
        if both.any(|(from, to)| from.to_bits() != to.to_bits()) {
            self.player = Some(players.len());
            players.push(player);
        }
        self
    }

    fn lanes(&self, place: usize, moved: &[u64]) -> [f64; COALITIONS] {
        let (from, to) = (self.from[place], self.to[place]);
        match self.player {
            None => [from; COALITIONS],
            Some(player) => {
                let word = moved[player];
                from_fn(|lane| if word >> lane & 1 == 1 { to } else { from })
            }
        }
    }
}

impl DerivedRow {
    /// From an identity's values to levels.
    fn finish(&self, place: usize, moved: &[u64], base: &[f64; COALITIONS], lanes: &mut [f64; COALITIONS]) {
        if self.is_index {
            for (level, base) in lanes.iter_mut().zip(base) {
                *level = *level / base * 100.0;
            }
        }
        let beyond = self.beyond.lanes(place, moved);
        for (level, beyond) in lanes.iter_mut().zip(beyond) {
            if self.adds {
                *level += beyond;
            } else {
                *level *= beyond;
            }
        }
    }
}

fn derived_row(shared: &Shared<'_>, twin: Twin, steps: &[usize], players: &mut Vec<Player>) -> DerivedRow {
    let adds = shared.to.plan.get(twin.to).scale.change().is_points();
    let of = |of: PlannedState<'_>, ix| rows(steps, |step| beyond(of, ix, step, adds));
    let row = MovedRow {
        ix: twin.to,
        from: of(shared.from, twin.from),
        to: of(shared.to, twin.to),
        player: None,
    };
    DerivedRow {
        ix: twin.to,
        is_index: shared.to.state.projection.kind(twin.to) == LevelKind::Index,
        beyond: row.played_by(players, Player::Discrepancy(twin.to)),
        adds,
    }
}

/// What the figures entered for a derived indicator say beyond its identity in one scenario.
fn beyond(of: PlannedState<'_>, ix: IndicatorIx, step: usize, adds: bool) -> f64 {
    let none = if adds { 0.0 } else { 1.0 };
    let mut entries = of.state.scenario.actuals.get(ix).into_iter().flatten();
    let (true, Dynamics::Derived(identity)) = (
        entries.any(|entry| entry.year > of.plan.base_year),
        &of.plan.get(ix).dynamics,
    ) else {
        return none;
    };
    let projection = of.state.projection;
    let at = |step| identity.evaluate(|input| level(projection, input, step));
    let identity = match projection.kind(ix) {
        LevelKind::Index => at(step) / at(0) * 100.0,
        _ => at(step),
    };
    let found = level(projection, ix, step);
    if adds { found - identity } else { found / identity }
}

fn rows(steps: &[usize], value: impl Fn(usize) -> f64) -> Vec<f64> {
    steps.iter().map(|step| value(*step)).collect()
}

fn level(projection: &Projection, ix: IndicatorIx, step: usize) -> f64 {
    let levels = projection.levels(ix).and_then(|levels| levels.get(step));
    levels.copied().unwrap_or(f64::NAN)
}
