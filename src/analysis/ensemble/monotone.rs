//! Levers with one draw for all years: their paths do not cross, so that what stands in a place of order in one year does in
//! all of them. The draws that quantiles need are found once, and their paths worked out.

use super::select::{Quantiles, Selector, interpolate, places};
use super::study::Study;
use super::watch::levels;
use super::work::KeptColumn;
use crate::analysis::draws::{DrawnLever, Half, quantile};
use crate::model::{Block, LANES};
use crate::plan::{Dynamics, Form, IndicatorIx};

/// Levers whose quantiles follow from the order of one draw, and how that is found.
pub(super) struct Monotone<'a> {
    study: &'a Study<'a>,
    size: u64,
    /// Places among the drawn levers.
    pub levers: Vec<usize>,
    /// The levels of each in the places of order that quantiles need, lane by lane, the lowest draw first.
    block: Option<Block<LANES>>,
    places: Vec<u64>,
}

impl<'a> Monotone<'a> {
    /// Of a study: without levers of which a draw may take away all there is, or more, so that paths cross.
    pub fn of(study: &'a Study<'a>, size: u64) -> Self {
        let last = size.saturating_sub(1);
        let mut places = places(size);
        places.extend(places.clone().into_iter().map(|place| last - place));
        places.extend([0, last]);
        places.sort_unstable();
        places.dedup();
        let candidates = study.draws.levers().iter().enumerate();
        let levers = candidates.filter(|(_, lever)| is_candidate(study, lever));
        Self {
            levers: levers.map(|(n, _)| n).collect(),
            study,
            size,
            block: None,
            places,
        }
    }

    /// The columns from which the order of the others' draws is found.
    pub fn columns(&self) -> Vec<KeptColumn> {
        let net = self.study.draws.net(0, Half::A);
        let is_known = |lever: usize| net.in_order(lever, 0, self.size).is_some();
        let unknown = self.levers.iter().filter(|lever| !is_known(**lever));
        let first = |lever: &usize| self.study.draws.levers()[*lever].columns.start;
        unknown.map(|lever| KeptColumn::Rate(first(lever))).collect()
    }

    /// Works out the paths, given the columns in their order.
    pub fn work_out(&mut self, columns: &[&[f64]]) {
        let study = self.study;
        let mut net = study.draws.net(0, Half::A);
        let mut rates = vec![[0.0; LANES]; study.draws.parameters().len()];
        for (column, median) in rates.iter_mut().zip(study.draws.medians()) {
            *column = [median; LANES];
        }
        let mut found = rates.clone();
        let mut columns = columns.iter();
        let mut selector = Selector::default();
        for lever in &self.levers {
            let own = study.draws.levers()[*lever].columns.clone();
            let known = self
                .places
                .iter()
                .map(|place| net.in_order(*lever, *place, self.size));
            let numbers: Vec<u64> = known.collect::<Option<_>>().unwrap_or_else(|| {
                let values = columns.next().copied().unwrap_or_default();
                let wanted = selector.at(values, &self.places);
                wanted.into_iter().map(|rate| number_of(values, rate)).collect()
            });
            for (lane, number) in numbers.into_iter().enumerate().take(LANES) {
                net.fill_lever(*lever, number / LANES as u64, &mut found);
                for column in own.clone() {
                    rates[column][lane] = found[column][(number % LANES as u64) as usize];
                }
            }
        }
        let mut block = study.program.block();
        study.program.evaluate(&rates, &mut block);
        self.block = Some(block);
    }

    /// Whether an indicator is one of the levers.
    pub fn has(&self, ix: IndicatorIx) -> bool {
        let mut levers = self.levers.iter();
        levers.any(|lever| self.study.draws.levers()[*lever].lever == ix)
    }

    /// The quantiles of one of the levers in a step.
    pub fn quantiles(&self, ix: IndicatorIx, step: usize) -> Quantiles {
        let block = self.block.as_ref();
        let lanes = block.and_then(|block| levels(&self.study.program, block, ix).get(step));
        let Some(lanes) = lanes else {
            return [f64::NAN; 5];
        };
        let last = self.size.saturating_sub(1);
        let falls = lanes[self.places.len().min(LANES) - 1] < lanes[0];
        interpolate(self.size, |place| {
            let drawn = if falls { last - place } else { place };
            let lane = self.places.binary_search(&drawn).ok();
            lane.and_then(|lane| lanes.get(lane).copied()).unwrap_or(f64::NAN)
        })
    }
}

/// Probabilities beyond which there is no draw.
const ENDS: [f64; 2] = [f64::EPSILON / 2.0, 1.0 - f64::EPSILON / 2.0];

fn is_candidate(study: &Study<'_>, lever: &DrawnLever) -> bool {
    let indicator = study.plan.get(lever.lever);
    let is_counted = indicator.targets.iter().any(|target| target.form == Form::Done);
    let leaves_something = |rate: f64| match indicator.dynamics {
        Dynamics::Growth => rate > -100.0,
        Dynamics::Decline => rate < 100.0,
        _ => true,
    };
    let mut extremes = ENDS.iter().flat_map(|end| {
        let deviation = quantile(lever.uncertainty.spread, *end);
        lever
            .scheduled()
            .iter()
            .map(move |scheduled| scheduled + deviation)
    });
    lever.is_one_draw() && !is_counted && extremes.all(leaves_something)
}

/// The first draw that has a value.
fn number_of(values: &[f64], value: f64) -> u64 {
    let found = values.iter().position(|other| other.to_bits() == value.to_bits());
    found.unwrap_or(0) as u64
}
