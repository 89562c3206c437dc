//! The feasibility map: which levers are its axes, and what it shows.

use std::sync::Arc;

use super::super::finished::Finished;
use super::super::job_key::JobKey;
use super::super::jobs::Lane;
use super::super::{Change, Phase, Session, State};
use crate::model::feasibility::{Axis, Feasibility, NoMap, feasibility};
use crate::model::{Projection, at_rate};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::Scenario;

/// An axis of the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MapAxis {
    /// From left to right.
    Across,
    /// From bottom to top.
    Up,
}

impl MapAxis {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Across, Self::Up];

    /// The id of its name.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Across => "map-across",
            Self::Up => "map-up",
        }
    }
}

/// What a map is asked for: a document in some state, and two levers.
#[derive(Clone, PartialEq)]
pub(super) struct MapAsked {
    state: State,
    axes: [IndicatorIx; 2],
}

/// A map with what it was made for.
pub struct MapShown {
    asked: MapAsked,
    /// Told apart from every other map.
    pub number: u64,
    /// The map, or why there is none.
    pub result: Result<Feasibility, NoMap>,
}

impl Session {
    /// The levers of the map: across, and up. Those chosen; otherwise the first two headline indicators that have
    /// rates, or the first two levers. Nothing for a plan with fewer than two levers.
    #[must_use]
    pub fn map_axes(&self) -> Option<[IndicatorIx; 2]> {
        let plan = self.document().plan();
        let is_lever = |ix: &IndicatorIx| plan.get(*ix).is_lever();
        let headline = plan.headline.iter().copied().filter(is_lever);
        let mut usual = headline.chain(plan.levers().map(|(ix, _)| ix));
        let chosen = [0, 1].map(|axis| {
            let id = self.tracking.axes[axis].as_ref()?;
            plan.find(id).filter(is_lever)
        });
        let across = chosen[0].or_else(|| usual.find(|ix| Some(*ix) != chosen[1]))?;
        let up = chosen[1].or_else(|| usual.find(|ix| *ix != across))?;
        Some([across, up])
    }

    /// The last map of the document in front, once one was worked out. A newer one may be under way
    /// ([`JobKey::Map`]).
    #[must_use]
    pub fn map(&self) -> Option<&MapShown> {
        let map = self.tracking.map.as_ref()?;
        let is_of_these = Some(map.asked.axes) == self.map_axes();
        (is_of_these && map.asked.state.is_of(self.document())).then_some(map)
    }

    /// Puts a lever on an axis. If it is on the other, the two change places.
    pub(super) fn set_axis(&mut self, which: MapAxis, lever: IndicatorIx) {
        let Some([across, up]) = self.map_axes() else {
            return;
        };
        let axes = match which {
            MapAxis::Across if lever == up => [up, across],
            MapAxis::Across => [lever, up],
            MapAxis::Up if lever == across => [up, across],
            MapAxis::Up => [across, lever],
        };
        let plan = self.documents.active().plan();
        self.tracking.axes = axes.map(|ix| Some(plan.get(ix).id.clone()));
    }

    /// Has the map worked out, if it is not the one of the document as it is now.
    pub(super) fn refresh_map(&mut self) {
        let Some(axes) = self.map_axes() else {
            self.tracking.map = None;
            return;
        };
        let document = self.documents.active();
        let asked = MapAsked {
            state: State::of(document),
            axes,
        };
        if self.tracking.map_asked.as_ref() == Some(&asked) {
            return;
        }
        self.tracking.map_asked = Some(asked.clone());
        let (id, plan) = (document.id(), document.shared_plan());
        let (scenario, evaluation) = (document.scenario().clone(), document.shared_evaluation());
        self.tracking.maps += 1;
        let number = self.tracking.maps;
        self.jobs.start(JobKey::Map(id), Lane::Computing, move |_| {
            let result = whole_map(&plan, &scenario, evaluation.projection(), axes);
            Some(Finished::Map(Box::new(MapShown {
                asked,
                number,
                result,
            })))
        });
    }

    pub(in crate::session) fn map_made(&mut self, map: MapShown) {
        if self.tracking.map_asked.as_ref() == Some(&map.asked) {
            self.tracking.map = Some(map);
        }
    }

    /// Sets both levers of the map. A rate that one of them cannot have leaves it as it is.
    pub(super) fn map_to(&mut self, rates: (f64, f64), phase: Phase) {
        let Some(axes) = self.map_axes() else {
            return;
        };
        let document = self.document();
        let set: Vec<_> = axes
            .into_iter()
            .zip([rates.0, rates.1])
            .filter_map(|(lever, rate)| {
                let (plan, scenario) = (document.plan(), document.scenario());
                let found = at_rate(plan, scenario, document.projection(), lever, rate).ok()?;
                Some((lever, found.rates))
            })
            .collect();
        self.documents
            .active_mut()
            .edit(Change::Mapped(axes[0], axes[1]), phase, |scenario| {
                for (lever, rates) in set {
                    scenario.rates.set(lever, rates);
                }
            });
    }
}

/// The map over what sliders offer, or beyond where the scenario stands there.
fn whole_map(
    plan: &Arc<Plan>,
    scenario: &Scenario,
    projection: &Projection,
    axes: [IndicatorIx; 2],
) -> Result<Feasibility, NoMap> {
    let [across, up] = axes.map(|ix| Axis::of(plan, ix));
    let map = |across, up| feasibility(plan, scenario, projection, across, up);
    let first = map(across, up)?;
    let (x, y) = first.present;
    if contains(across, x) && contains(up, y) {
        return Ok(first);
    }
    // A file may go beyond what sliders offer; the map shows where the scenario stands all the same.
    map(reaching(across, x), reaching(up, y))
}

fn contains(axis: Axis, rate: f64) -> bool {
    (axis.range.0..=axis.range.1).contains(&rate)
}

/// An axis that reaches to a rate as well.
fn reaching(axis: Axis, rate: f64) -> Axis {
    Axis {
        range: (axis.range.0.min(rate), axis.range.1.max(rate)),
        ..axis
    }
}
