//! Shapley effects (Owen 2014): shares of the variance that add up to 1 where levers are correlated, too.
//!
//! The effect of a lever is the average, over all orders in which levers become known, of what knowing it takes off the
//! variance. With τ(u) = E[Var(f | levers u)], estimated as mean((f(z) − f(z′))²) / 2 with z′ equal to z in u and drawn anew
//! in the rest given u, knowing u explains c(u) = 1 − τ(u) / V.

use std::collections::BTreeMap;

use super::estimates::{IndexEstimate, PickFreeze, moments, varies};
use super::figures::{FigureRows, OutcomeFigures};
use super::innovations::Innovations;
use super::{ImportanceRun, LeverShare, ShareOfVariance};
use crate::analysis::draws::Half;
use crate::model::{Block, LANES};

/// Up to so many levers, all sets of them are evaluated; of more, those along some orders.
const MOST_EXACT: usize = 8;
/// Orders per scramble, where not all are taken.
const ORDERS: u64 = 32;

/// The shares of every row of figures, by row and lever. `levers` are places among the drawn ones.
pub(super) fn shapley(
    run: ImportanceRun<'_>,
    figures: &OutcomeFigures<'_>,
    drawn: &Innovations,
    levers: &[usize],
) -> Option<Vec<Option<Vec<LeverShare>>>> {
    let orders = |scramble| LeverOrders::new(levers.len(), run.sampling.seed, scramble);
    let scrambles = run.scrambles(|scramble| {
        GivenDraws::new(figures, drawn, levers, scramble).effects(run.base, &orders(scramble))
    })?;
    let rows = (0..figures.rows()).map(|row| {
        let of_row = || scrambles.iter().map(|scramble| &scramble[row]);
        if !varies(of_row().flat_map(|found| &found.range)) {
            return None;
        }
        let shares = levers.iter().enumerate().map(|(n, lever)| {
            let effects: Vec<f64> = of_row().map(|found| found.effects[n]).collect();
            LeverShare {
                lever: drawn.levers()[*lever].lever,
                share: ShareOfVariance::Shapley(IndexEstimate::of(&effects)),
            }
        });
        Some(shares.collect())
    });
    Some(rows.collect())
}

/// The effects that one scramble gives of a row, and the lowest and highest of its values.
struct RowEffects {
    effects: Vec<f64>,
    range: [f64; 2],
}

/// Which levers are known, by their places.
type LeverSet = Vec<bool>;

/// A set with one lever more.
fn with(set: &LeverSet, lever: usize) -> LeverSet {
    let mut set = set.clone();
    set[lever] = true;
    set
}

/// In which orders levers become known: for each step the lever, the set known before, and the weight.
struct LeverOrders {
    count: usize,
    steps: Vec<(usize, LeverSet, f64)>,
}

impl LeverOrders {
    fn new(count: usize, seed: u64, scramble: u32) -> Self {
        let mut steps = Vec::new();
        if count <= MOST_EXACT {
            for bits in 0..1_u32 << count {
                let known: LeverSet = (0..count).map(|lever| bits >> lever & 1 == 1).collect();
                let weight = weight(count, bits.count_ones() as usize);
                let unknown = (0..count).filter(|lever| !known[*lever]);
                steps.extend(unknown.map(|lever| (lever, known.clone(), weight)));
            }
        } else {
            // Each order backwards as well, so that of any two levers each comes first equally often.
            let orders = (0..ORDERS / 2).flat_map(|n| {
                let order = shuffled(count, seed ^ (u64::from(scramble) << 32) ^ n);
                let backwards = order.iter().rev().copied().collect();
                [order, backwards]
            });
            for order in orders {
                let mut known = vec![false; count];
                for lever in order {
                    steps.push((lever, known.clone(), 1.0 / ORDERS as f64));
                    known[lever] = true;
                }
            }
        }
        Self { count, steps }
    }

    /// The sets whose τ is to be estimated, numbered: neither none nor all.
    fn sets(&self) -> BTreeMap<LeverSet, usize> {
        let mut sets = BTreeMap::new();
        for (lever, known, _) in &self.steps {
            for set in [known.clone(), with(known, *lever)] {
                if set.contains(&true) && set.contains(&false) {
                    let next = sets.len();
                    sets.entry(set).or_insert(next);
                }
            }
        }
        sets
    }
}

/// |u|! (k − 1 − |u|)! / k!, the share of orders in which just the set u comes before a lever.
fn weight(count: usize, size: usize) -> f64 {
    // 1 / (k · C(k − 1, |u|)).
    let choose = (0..size).fold(1.0, |found, n| found * (count - 1 - n) as f64 / (n + 1) as f64);
    1.0 / (count as f64 * choose)
}

/// 0 to `count` in an order that a seed gives (Fisher and Yates, with SplitMix64).
fn shuffled(count: usize, seed: u64) -> Vec<usize> {
    let mut state = seed;
    let mut next = || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    };
    let mut order: Vec<usize> = (0..count).collect();
    for last in (1..count).rev() {
        let chosen = next() % (last as u64 + 1);
        order.swap(last, usize::try_from(chosen).unwrap_or(0));
    }
    order
}

/// One scramble of innovations, and what is evaluated from it.
struct GivenDraws<'a> {
    figures: &'a OutcomeFigures<'a>,
    drawn: &'a Innovations,
    levers: &'a [usize],
    number: u32,
    /// By slot, the levers that are drawn in it, as places in `levers`, each with the place of its innovation.
    slots: Vec<Vec<(usize, usize)>>,
}

impl<'a> GivenDraws<'a> {
    fn new(
        figures: &'a OutcomeFigures<'a>,
        drawn: &'a Innovations,
        levers: &'a [usize],
        number: u32,
    ) -> Self {
        let mut slots: BTreeMap<usize, Vec<(usize, usize)>> = BTreeMap::new();
        for (n, lever) in levers.iter().enumerate() {
            let first = drawn.first_slot(*lever);
            for (year, place) in drawn.levers()[*lever].deviates.clone().enumerate() {
                slots.entry(first + year).or_default().push((n, place));
            }
        }
        Self {
            figures,
            drawn,
            levers,
            number,
            slots: slots.into_values().collect(),
        }
    }

    fn effects(&self, base: usize, orders: &LeverOrders) -> Vec<RowEffects> {
        let sets = orders.sets();
        let splits: Vec<Vec<GivenSlot>> = sets.keys().map(|set| self.given(set)).collect();
        let whole = self.given(&vec![false; self.levers.len()]);
        let mut values = vec![PickFreeze::default(); self.figures.rows()];
        for of in &mut values {
            of.mixed = vec![Vec::with_capacity(base); sets.len()];
        }
        let draws = &self.drawn.draws;
        let (mut net_a, mut net_b) = (draws.net(self.number, Half::A), draws.net(self.number, Half::B));
        let mut room = EvaluationRoom {
            columns: draws.medians().iter().map(|median| [*median; LANES]).collect(),
            innovations: vec![[0.0; LANES]; self.drawn.count()],
            block: self.figures.block(),
            rows: FigureRows::new(),
        };
        for number in 0..base.div_ceil(LANES) {
            let lanes = LANES.min(base - number * LANES);
            let (own, other) = (net_a.normals(number as u64), net_b.normals(number as u64));
            let mut known = vec![[0.0; LANES]; own.len()];
            relate(&whole, own, own, &mut known);
            self.evaluate(&known, &mut room);
            for (of, row) in values.iter_mut().zip(&room.rows) {
                of.a.extend_from_slice(&row[..lanes]);
            }
            let mut related = vec![[0.0; LANES]; own.len()];
            relate(&whole, other, other, &mut related);
            self.evaluate(&related, &mut room);
            for (of, row) in values.iter_mut().zip(&room.rows) {
                of.b.extend_from_slice(&row[..lanes]);
            }
            for (given, set) in splits.iter().zip(sets.values()) {
                relate(given, &known, other, &mut related);
                self.evaluate(&related, &mut room);
                for (of, row) in values.iter_mut().zip(&room.rows) {
                    of.mixed[*set].extend_from_slice(&row[..lanes]);
                }
            }
        }
        values.iter().map(|of| row_effects(of, orders, &sets)).collect()
    }

    /// The correlated innovations given those of some levers, slot by slot.
    fn given(&self, set: &LeverSet) -> Vec<GivenSlot> {
        let slot = |members: &Vec<(usize, usize)>| {
            let is_known = |(n, _): &&(usize, usize)| set[*n];
            let known = members.iter().filter(is_known);
            let rest = members.iter().filter(|member| !is_known(member));
            let order: Vec<(usize, usize)> = known.clone().chain(rest).copied().collect();
            GivenSlot::new(known.count(), &order, |a, b| {
                self.drawn.correlation(self.levers[a], self.levers[b])
            })
        };
        self.slots.iter().map(slot).collect()
    }

    /// The rows for innovations; levers that are not behind the figure stay at their medians.
    fn evaluate(&self, innovations: &[[f64; LANES]], room: &mut EvaluationRoom) {
        room.innovations.copy_from_slice(innovations);
        for lever in self.levers {
            self.drawn.rates(*lever, &mut room.innovations, &mut room.columns);
        }
        self.figures
            .evaluate(&room.columns, &mut room.block, &mut room.rows);
    }
}

/// Innovations with those that are known taken from `known`, and the others drawn from the independent `fresh`.
fn relate(slots: &[GivenSlot], known: &[[f64; LANES]], fresh: &[[f64; LANES]], related: &mut [[f64; LANES]]) {
    for slot in slots {
        slot.relate(known, fresh, related);
    }
}

/// Room for evaluations.
struct EvaluationRoom {
    columns: Vec<[f64; LANES]>,
    innovations: Vec<[f64; LANES]>,
    block: Block<LANES>,
    rows: FigureRows,
}

/// The innovations of one slot, given those of some levers: their Cholesky factor with the known ones first.
struct GivenSlot {
    known: usize,
    /// The place of each innovation.
    places: Vec<usize>,
    rows: Vec<Vec<f64>>,
}

/// What is left of a variance of 1 where others fix a value, up to rounding.
const NOTHING: f64 = 1e-12;

impl GivenSlot {
    fn new(known: usize, order: &[(usize, usize)], correlation: impl Fn(usize, usize) -> f64) -> Self {
        let mut rows: Vec<Vec<f64>> = Vec::with_capacity(order.len());
        for (n, (lever, _)) in order.iter().enumerate() {
            let mut row: Vec<f64> = Vec::with_capacity(n + 1);
            for (other, before) in rows.iter().enumerate() {
                let shared: f64 = before.iter().zip(&row).map(|(a, b)| a * b).sum();
                let rest = correlation(*lever, order[other].0) - shared;
                let own = before[other];
                row.push(if own > 0.0 { rest / own } else { 0.0 });
            }
            let left = 1.0 - row.iter().map(|value| value * value).sum::<f64>();
            row.push(if left > NOTHING { left.sqrt() } else { 0.0 });
            rows.push(row);
        }
        Self {
            known,
            places: order.iter().map(|(_, place)| *place).collect(),
            rows,
        }
    }

    fn relate(&self, known: &[[f64; LANES]], fresh: &[[f64; LANES]], related: &mut [[f64; LANES]]) {
        // Independent values behind each innovation: of known ones found again, of others fresh.
        let mut behind: Vec<[f64; LANES]> = Vec::with_capacity(self.places.len());
        for (n, (place, row)) in self.places.iter().zip(&self.rows).enumerate() {
            let mut sum = [0.0; LANES];
            for (factor, value) in row.iter().zip(&behind) {
                for (sum, value) in sum.iter_mut().zip(value) {
                    *sum += factor * value;
                }
            }
            let own = row[n];
            if n < self.known {
                related[*place] = known[*place];
                let mut found = [0.0; LANES];
                if own > 0.0 {
                    for (found, (value, sum)) in found.iter_mut().zip(known[*place].iter().zip(&sum)) {
                        *found = (value - sum) / own;
                    }
                }
                behind.push(found);
            } else {
                for (to, (sum, value)) in related[*place].iter_mut().zip(sum.iter().zip(&fresh[*place])) {
                    *to = sum + own * value;
                }
                behind.push(fresh[*place]);
            }
        }
    }
}

/// The effects of a row in one scramble.
fn row_effects(of: &PickFreeze, orders: &LeverOrders, sets: &BTreeMap<LeverSet, usize>) -> RowEffects {
    let (_, variance) = moments(of);
    let explained: Vec<f64> = of
        .mixed
        .iter()
        .map(|mixed| {
            let squares: f64 = of.a.iter().zip(mixed).map(|(a, b)| (a - b) * (a - b)).sum();
            1.0 - squares / (2.0 * of.a.len() as f64) / variance
        })
        .collect();
    let of_set = |set: &LeverSet| match sets.get(set) {
        Some(number) => explained[*number],
        None if set.contains(&true) => 1.0,
        None => 0.0,
    };
    let mut effects = vec![0.0; orders.count];
    if variance > 0.0 {
        for (lever, known, weight) in &orders.steps {
            effects[*lever] += weight * (of_set(&with(known, *lever)) - of_set(known));
        }
    }
    let all = || of.a.iter().chain(&of.b).copied();
    RowEffects {
        effects,
        range: [
            all().fold(f64::INFINITY, f64::min),
            all().fold(f64::NEG_INFINITY, f64::max),
        ],
    }
}
