//! The feasibility map: which levers are its axes, and what it shows.

use super::super::analysis::Asked;
use super::super::job_key::JobKey;
use super::super::jobs::JobLane;
use super::super::{Edit, Phase, Session};
use super::TrackEvent;
use crate::analysis::feasibility::{
    Axis, Feasibility, FeasibilityError, Point, TargetMap, feasibility_while, present,
};
use crate::analysis::set_parameter;
use crate::model::{
    Assessment, IsWanted, LevelKind, ParameterId, ParameterKind, Projection, assess_target, project,
};
use crate::plan::Plan;
use crate::scenario::{Rates, Scenario};
use crate::text::choices;

choices! {
    /// An axis of the map.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum MapAxis {
        /// Horizontal.
        Across = "map-across",
        /// Vertical.
        Up = "map-up",
    }
    /// The message id of its name.
    fn label
}

/// The horizontal and vertical parameters.
pub(super) type Axes = [ParameterId; 2];

/// A computed map.
pub struct MapShown {
    /// Distinguishes it from every other map.
    pub number: u64,
    /// The map, or why there is none.
    pub result: Result<Feasibility, FeasibilityError>,
}

impl Session {
    /// Everything that an axis of the map may be: the rate of each lever, output growth where a lever follows from that,
    /// and base values.
    pub fn map_parameters(&self) -> impl Iterator<Item = ParameterId> {
        let plan = self.document().plan();
        let levers = |kind| plan.levers().map(move |(ix, _)| ParameterId::new(ix, kind));
        let all = ParameterKind::ALL.into_iter().flat_map(levers);
        all.filter(|id| self.can_be_axis(*id))
    }

    fn can_be_axis(&self, id: ParameterId) -> bool {
        let document = self.document();
        match id.kind {
            ParameterKind::Rate => document.plan().get(id.indicator).is_lever(),
            ParameterKind::Numerator | ParameterKind::Denominator => {
                let rates = document.scenario().rates.get(id.indicator);
                matches!(rates, Some(Rates::OutputGrowth { .. }))
            }
            ParameterKind::Base => {
                let kind = document.projection().kind(id.indicator);
                kind == LevelKind::Absolute && document.plan().get(id.indicator).is_lever()
            }
        }
    }

    /// The parameters of the map, horizontal and vertical. Those chosen; otherwise the rates of the first two headline
    /// indicators that have some, or of the first two levers. `None` for a plan with fewer than two levers.
    #[must_use]
    pub fn map_axes(&self) -> Option<[ParameterId; 2]> {
        let plan = self.document().plan();
        let headline = plan
            .headline
            .iter()
            .copied()
            .filter(|ix| plan.get(*ix).is_lever());
        let mut usual = headline
            .chain(plan.levers().map(|(ix, _)| ix))
            .map(ParameterId::rate);
        let chosen = [0, 1].map(|axis| {
            let (id, kind) = self.tracking.axes[axis].as_ref()?;
            let parameter = ParameterId::new(plan.find(id)?, *kind);
            self.can_be_axis(parameter).then_some(parameter)
        });
        let across = chosen[0].or_else(|| usual.find(|id| Some(*id) != chosen[1]))?;
        let up = chosen[1].or_else(|| usual.find(|id| *id != across))?;
        Some([across, up])
    }

    /// The last map of the document in front, once there is one. While a new one is being computed ([`JobKey::Map`]),
    /// it is about an earlier state, and perhaps other levers.
    #[must_use]
    pub fn map(&self) -> Option<&MapShown> {
        self.tracking.map.last(self.document())
    }

    /// The scenario's position on the map shown, whatever state the map was made for.
    #[must_use]
    pub fn map_present(&self) -> Option<Point> {
        let document = self.document();
        let axes = self.tracking.map.last_question(document)?;
        let at = |id| present(document.plan(), document.scenario(), document.projection(), id);
        Some((at(axes[0])?, at(axes[1])?))
    }

    /// The targets of the map shown as they would stand with both parameters at these values; empty where a lever cannot
    /// have such a value.
    #[must_use]
    pub fn map_outcomes(&self, values: Point) -> Vec<Assessment> {
        let document = self.document();
        let plan = document.plan();
        let (Some(axes), Some(Ok(map))) = (
            self.tracking.map.last_question(document),
            self.map().map(|shown| &shown.result),
        ) else {
            return Vec::new();
        };
        let mut scenario = document.scenario().clone();
        let sets = [(axes[0], values.0), (axes[1], values.1)];
        if !sets
            .into_iter()
            .all(|(id, value)| set_parameter(plan, &mut scenario, id, value))
        {
            return Vec::new();
        }
        let projection = project(plan, &scenario);
        let judged = |target: &TargetMap| assess_target(plan, &scenario, &projection, target.target);
        map.targets.iter().map(judged).collect()
    }

    /// Puts a parameter on an axis, swapping the two if it is on the other.
    pub(super) fn set_axis(&mut self, which: MapAxis, parameter: ParameterId) {
        let Some([across, up]) = self.map_axes() else {
            return;
        };
        let axes = match which {
            MapAxis::Across if parameter == up => [up, across],
            MapAxis::Across => [parameter, up],
            MapAxis::Up if parameter == across => [up, across],
            MapAxis::Up => [across, parameter],
        };
        let plan = self.documents.active().plan();
        self.tracking.axes = axes.map(|id| Some((plan.get(id.indicator).id.clone(), id.kind)));
    }

    /// Computes the map if it is out of date.
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
        // Only one map is shown, so those of other documents are no longer needed.
        self.jobs.cancel_where(|key| matches!(key, JobKey::Map(_)));
        self.jobs
            .start(JobKey::Map(id), JobLane::Computing, move |watch| {
                let is_wanted = || !watch.is_cancelled();
                let map = map_around(&plan, &scenario, evaluation.projection(), axes, &is_wanted)?;
                Some(TrackEvent::Map(asked, map.map(Box::new)))
            });
    }

    pub(super) fn map_worked_out(
        &mut self,
        asked: Asked<Axes>,
        result: Result<Box<Feasibility>, FeasibilityError>,
    ) {
        self.tracking.maps += 1;
        let shown = MapShown {
            number: self.tracking.maps,
            result: result.map(|map| *map),
        };
        self.tracking.map.answer(asked, shown);
    }

    /// Sets both parameters of the map shown. An invalid value leaves its parameter unchanged.
    pub(super) fn map_to(&mut self, values: (f64, f64), phase: Phase) {
        let document = self.document();
        let shown = self.tracking.map.last_question(document).copied();
        let Some(axes) = shown else {
            return;
        };
        let plan = document.plan();
        let mut edited = document.scenario().clone();
        // One after the other: both output growths of a lever are in one schedule.
        for (id, value) in axes.into_iter().zip([values.0, values.1]) {
            set_parameter(plan, &mut edited, id, value);
        }
        let [across, up] = axes.map(|id| id.indicator);
        self.documents
            .active_mut()
            .edit(Edit::Mapped(across, up), phase, |scenario| {
                scenario.rates = edited.rates;
                scenario.bases = edited.bases;
            });
    }
}

/// The map over the sliders' ranges.
fn map_around(
    plan: &Plan,
    scenario: &Scenario,
    projection: &Projection,
    parameters: Axes,
    is_wanted: IsWanted<'_>,
) -> Option<Result<Feasibility, FeasibilityError>> {
    let axes = parameters.map(|parameter| Axis::of(plan, scenario, projection, parameter));
    feasibility_while(plan, scenario, projection, axes, is_wanted)
}
