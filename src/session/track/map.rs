//! The feasibility map: which levers are its axes, and what it shows.

use super::super::analysis::Asked;
use super::super::job_key::JobKey;
use super::super::jobs::Lane;
use super::super::{Change, Phase, Session};
use super::TrackEvent;
use crate::analysis::at_rate;
use crate::analysis::feasibility::{Axis, Feasibility, NoMap, Point, feasibility_while, present};
use crate::model::{IsWanted, Projection};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::Scenario;
use crate::text::choices;

choices! {
    /// An axis of the map.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum MapAxis {
        /// From left to right.
        Across = "map-across",
        /// From bottom to top.
        Up = "map-up",
    }
    /// The id of its name.
    fn label
}

/// The levers across and up.
pub(super) type Axes = [IndicatorIx; 2];

/// A map that was worked out.
pub struct MapShown {
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

    /// The last map of the document in front, once there is one. While a new one is worked out
    /// ([`JobKey::Map`]), it is about an earlier state, and perhaps about other levers.
    #[must_use]
    pub fn map(&self) -> Option<&MapShown> {
        self.tracking.map.last(self.document())
    }

    /// Where the scenario stands on the map that is shown, whatever state that was made for.
    #[must_use]
    pub fn map_present(&self) -> Option<Point> {
        let document = self.document();
        let axes = self.tracking.map.last_question(document)?;
        let at = |lever| present(document.plan(), document.projection(), lever);
        Some((at(axes[0])?, at(axes[1])?))
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

    /// Has the map worked out, unless it is or was.
    pub(super) fn refresh_map(&mut self) {
        let Some(axes) = self.map_axes() else {
            self.tracking.map.clear();
            return;
        };
        let asked = Asked::new(self.document(), axes);
        if !self.tracking.map.ask(&asked) {
            return;
        }
        let document = self.document();
        let (id, plan, scenario) = (document.id(), document.shared_plan(), document.scenario().clone());
        let evaluation = document.shared_evaluation();
        // One map is shown, so those of other documents are not waited for any more.
        self.jobs.cancel_where(|key| matches!(key, JobKey::Map(_)));
        self.jobs.start(JobKey::Map(id), Lane::Computing, move |watch| {
            let is_wanted = || !watch.is_cancelled();
            let map = map_around(&plan, &scenario, evaluation.projection(), axes, &is_wanted)?;
            Some(TrackEvent::Map(asked, map.map(Box::new)))
        });
    }

    pub(super) fn map_worked_out(&mut self, asked: Asked<Axes>, result: Result<Box<Feasibility>, NoMap>) {
        self.tracking.maps += 1;
        let shown = MapShown {
            number: self.tracking.maps,
            result: result.map(|map| *map),
        };
        self.tracking.map.answer(asked, shown);
    }

    /// Sets both levers of the map that is shown. A rate that one of them cannot have leaves it as it is.
    pub(super) fn map_to(&mut self, rates: (f64, f64), phase: Phase) {
        let document = self.document();
        let shown = self.tracking.map.last_question(document).copied();
        let Some(axes) = shown else {
            return;
        };
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

/// The map over what sliders offer. A file may go beyond that; the map then reaches to where the scenario stands.
fn map_around(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    levers: Axes,
    is_wanted: IsWanted<'_>,
) -> Option<Result<Feasibility, NoMap>> {
    let axes = levers.map(|lever| {
        let axis = Axis::of(plan, lever);
        present(plan, projection, lever).map_or(axis, |rate| reaching(axis, rate))
    });
    feasibility_while(plan, scenario, projection, axes, is_wanted)
}

/// An axis that reaches to a rate as well.
fn reaching(axis: Axis, rate: f64) -> Axis {
    Axis {
        range: (axis.range.0.min(rate), axis.range.1.max(rate)),
        ..axis
    }
}
