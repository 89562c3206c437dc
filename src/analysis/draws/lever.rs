//! The levers that are drawn: which parameters, which points, which distribution.

use std::ops::Range;

use super::distribution::deviation;
use super::settings::DrawsError;
use crate::analysis::scheduled_rates;
use crate::model::{ParameterId, Projection};
use crate::plan::{IndicatorIx, Plan};
use crate::scenario::{Scenario, Spread, Uncertainty, Years};

/// A lever whose rates are drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnLever {
    /// The lever.
    pub lever: IndicatorIx,
    /// Its spread and year rule.
    pub uncertainty: Uncertainty,
    /// Its parameters among [`Draws::parameters`](super::Draws::parameters): one for all open years, or one for each.
    pub columns: Range<usize>,
    /// Its values among the standard normal ones of [`Net::normals`](super::Net::normals): one for all open years where it
    /// is drawn once, else one for each.
    pub deviates: Range<usize>,
    /// The steps that are drawn, 1 being the first after the base year: those after its last actual.
    pub open: Range<usize>,
    /// Its place among the plan's levers.
    pub(super) place: usize,
    pub(super) scheduled: Vec<f64>,
    pub(super) parameters: Vec<ParameterId>,
}

impl DrawnLever {
    /// Of an uncertain lever; nothing where nothing varies or there are no levels.
    pub(super) fn of(
        (plan, scenario, projection): (&Plan, &Scenario, &Projection),
        (place, lever): (usize, IndicatorIx),
    ) -> Result<Option<Self>, DrawsError> {
        let uncertainty = scenario.uncertainty.get(lever).copied();
        let uncertainty = uncertainty.filter(|it| it.spread != Spread::Fixed && it.spread.is_sound());
        let Some(uncertainty) = uncertainty.filter(|_| projection.levels(lever).is_some()) else {
            return Ok(None);
        };
        let open = projection.last_actual(lever) + 1..plan.steps() + 1;
        if open.is_empty() {
            return Err(DrawsError::NoOpenYear(lever));
        }
        let rates = scheduled_rates(plan, scenario, projection, lever);
        let mut scheduled = rates.get(open.start - 1..).unwrap_or_default().to_vec();
        let is_even = scheduled
            .windows(2)
            .all(|pair| pair[0].to_bits() == pair[1].to_bits());
        let rate = ParameterId::rate(lever);
        let parameters = if uncertainty.years == Years::SameDraw && is_even {
            scheduled.truncate(1);
            vec![rate]
        } else {
            open.clone().map(|step| rate.in_step(step)).collect()
        };
        Ok(Some(Self {
            lever,
            uncertainty,
            columns: 0..0,
            deviates: 0..0,
            open,
            place,
            scheduled,
            parameters,
        }))
    }

    /// Whether one draw holds for all open years.
    #[must_use]
    pub fn is_one_draw(&self) -> bool {
        self.uncertainty.years == Years::SameDraw
    }

    /// The scheduled rates, column by column.
    #[must_use]
    pub fn scheduled(&self) -> &[f64] {
        &self.scheduled
    }

    /// The slot of a value: 0 where it is drawn once, else the step less one.
    pub(super) fn slots(&self) -> Range<usize> {
        if self.is_one_draw() {
            0..1
        } else {
            self.open.start - 1..self.open.end - 1
        }
    }

    /// The rate in one of its columns, counted from its first, for a standard normal value.
    #[must_use]
    pub fn rate(&self, column: usize, z: f64) -> f64 {
        self.scheduled.get(column).copied().unwrap_or(0.0) + deviation(self.uncertainty.spread, z)
    }
}
