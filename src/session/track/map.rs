//! The feasibility map: which levers are its axes, and what it shows.

use super::super::{Change, DocumentId, Phase, Session};
use crate::model::at_rate;
use crate::model::feasibility::{Axis, Feasibility, NoMap, feasibility};
use crate::plan::IndicatorIx;

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

/// A map with what it was made for.
pub struct MapShown {
    document: DocumentId,
    revision: u64,
    axes: [IndicatorIx; 2],
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

    /// The map, once it was worked out.
    #[must_use]
    pub fn map(&self) -> Option<&MapShown> {
        self.tracking.map.as_ref()
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

    pub(super) fn refresh_map(&mut self) {
        let Some(axes) = self.map_axes() else {
            self.tracking.map = None;
            return;
        };
        let document = self.document();
        let (id, revision) = (document.id(), document.revision());
        let is_known = self
            .tracking
            .map
            .as_ref()
            .is_some_and(|map| (map.document, map.revision, map.axes) == (id, revision, axes));
        if is_known {
            return;
        }
        let [across, up] = axes.map(|ix| Axis::of(document.plan(), ix));
        let (plan, scenario) = (document.plan(), document.scenario());
        let map = |across, up| feasibility(plan, scenario, document.projection(), across, up);
        let mut result = map(across, up);
        if let Ok(first) = &result
            && let (x, y) = first.present
            && !(contains(across, x) && contains(up, y))
        {
            // A file may go beyond what sliders offer; the map shows where the scenario stands all the same.
            result = map(reaching(across, x), reaching(up, y));
        }
        let number = self.tracking.map.as_ref().map_or(0, |map| map.number) + 1;
        self.tracking.map = Some(MapShown {
            document: id,
            revision,
            axes,
            number,
            result,
        });
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
